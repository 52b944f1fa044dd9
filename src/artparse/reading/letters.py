"""What mail programs and newsletters put around a letter: forwarded headers, buttons, ways to unsubscribe."""

from __future__ import annotations

import re
from email.utils import parseaddr
from functools import cache
from typing import Any

from artparse.data import load
from artparse.reading.document import NO_EVIDENCE, Block, Document, Evidence
from artparse.reading.moments import iso

LONGEST = 240
"""Code points of a line that is none of the letter's text."""
LONGEST_BUTTON = 4
"""Words of a line without a link that only says how to unsubscribe."""
TOP = 20
"""Lines at the beginning among which a forwarded letter's headers stand."""
LEAST_HEADERS = 3
_HEADER = re.compile(r"([^\W\d_][^\W\d_-]{1,12})\s?:\s*(.*)$")
_ZONE = re.compile(r"\s+[A-Z]{2,5}$")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’-](?=\w))*")


def trimmed(document: Document) -> tuple[Document, Evidence]:
    """A letter whose lines of that kind are told to be none of it, and what forwarded headers say."""
    blocks = list(document.blocks)
    texts = [document.text[slice(*block.span)] for block in blocks]
    end, evidence = _forwarded(texts)
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if i < end or (len(text) <= LONGEST and _is_around(block, text)):
            blocks[i] = block._replace(hints=block.hints._replace(given="metadata"))
    return document._replace(blocks=tuple(blocks)), evidence


def _is_around(block: Block, text: str) -> bool:
    words = " ".join(_WORD.findall(text.lower()))
    data = _data()
    if any(phrase in text.lower() for phrase in data["says"]):
        return True
    if words in data["lines"] or text.lower().startswith(tuple(data["opens"])):
        return True
    short = text.count(" ") < LONGEST_BUTTON or block.hints.links > 0
    return short and any(phrase in text.lower() for phrase in data["holds"])


def _forwarded(texts: list[str]) -> tuple[int, Evidence]:
    """How many lines stand above the text of a letter that was sent on, and what its headers say."""
    found: dict[str, str] = {}
    end, last = 0, ""
    for i, text in enumerate(texts[:TOP]):
        match = _HEADER.match(text)
        name = _names().get(match[1].lower()) if match else None
        if match and name:
            found.setdefault(name, match[2].strip())
            end, last = i + 1, name if not match[2] else ""
        elif last:
            found[last], last, end = text, "", i + 1
        elif len(found) >= LEAST_HEADERS:
            break
        elif found:
            found.clear()
            end = 0
    if len(found) < LEAST_HEADERS or "subject" not in found:
        return 0, NO_EVIDENCE
    sender = parseaddr(found.get("from", ""))[0]
    moment = found.get("date", "").replace(" at ", " ")
    return end, Evidence(
        title=found["subject"] or None,
        titles=(found["subject"],) if found["subject"] else (),
        site=sender or None,
        published=iso(_ZONE.sub("", moment)),
    )


@cache
def _data() -> Any:
    return load("mail")


@cache
def _names() -> dict[str, str]:
    return {word: kind for kind, words in _data()["headers"].items() for word in words.split()}
