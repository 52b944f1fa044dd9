"""What an export says of an article beside title, author, day and outlet: section, page, length, edition, and
whatever else has a label."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from artparse.article import KeptField
from artparse.data import load
from artparse.patterns import pattern

_PARTS = pattern(r"\s*;\s*")
_PAGE = pattern(
    r"(?i)(?:pages?|pp?\.|pg\.?|seiten?|s\.|blz\.?|pag\.?|págs?\.?|páginas?|pagina's|pagina)\s?"
    r"(\d{1,4}[A-Z]?|[A-Z]{1,3}[-.\s]?\d{1,4})(?:$|(?=[\s,;(–-]))"
)
_PLACED = pattern(
    r"(?i)(?:column|spalte|colonne|kolom|columna|edition|ausgabe|édition|editie|edición)\b|\w+:\S"
)


def fields_in(
    names: Iterable[str], labels: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]
) -> tuple[KeptField, ...]:
    """The fields of those names: a label as the export prints it, in capitals or not, or one of `section`,
    `page`, `length` and `edition`, whatever they are called in its language."""
    named = {label.casefold(): values for label, values in labels.items()}
    kept = []
    for name in names:
        values = named.get(name.casefold()) or _known(name.lower(), named, found)
        if values := list(dict.fromkeys(filter(None, values))):
            value = values[0] if len(values) == 1 else values
            kept.append(KeptField(name, json.dumps(value, ensure_ascii=False)))
    return tuple(kept)


def section_in(labels: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The section of its publication that an article stands in, without pages and columns."""
    named = {label.casefold(): values for label, values in labels.items()}
    parts = [part for value in _known("section", named, found)[:1] for part in _PARTS.split(value)]
    return tuple(
        dict.fromkeys(part for part in parts if part and not any(p.match(part) for p in (_PAGE, _PLACED)))
    )


def _known(name: str, labels: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> list[str]:
    """The values of what is called differently in each database and language."""
    values = [value for label in _labels().get(name, ()) for value in labels.get(label, ())]
    values += found.get(name, ())
    if name == "page" and not values:
        # Some have it behind the section.
        sections = _known("section", labels, found)
        values = [
            match[1] for value in sections for part in _PARTS.split(value) if (match := _PAGE.match(part))
        ]
    return values


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    return {name: tuple(labels) for name, labels in load("exports")["kept"].items()}
