"""A byline to the persons it names."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"(?i)(?:words by|written by|text|by|von|par|por|di|door)\b:?\s*")
_JOINT = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*")


def authors_of(byline: str) -> tuple[str, ...]:
    """The persons of a byline as printed, without roles; a desk or agency where no person is named."""
    names = [n for n in _JOINT.split(_PREFIX.sub("", byline, count=1)) if n]
    persons = [n for n in names if " " in n and n[0].isupper()]
    return tuple(persons or names[:1])
