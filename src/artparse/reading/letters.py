"""What mail programs and newsletters put around a letter: forwarded headers, buttons, ways to unsubscribe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parseaddr
from functools import cache
from itertools import pairwise
from typing import Any

from artparse.data import load
from artparse.patterns import pattern
from artparse.reading.document import NO_EVIDENCE, Block, Document, Evidence, Hints
from artparse.reading.exports.days import day_in
from artparse.reading.moments import iso

LONGEST = 240
"""Code points of a line that is none of the letter's text."""
LONGEST_BUTTON = 4
"""Words of a line without a link that only says how to unsubscribe."""
LINES_OF_HEADERS = 20
"""Lines at the beginning among which a forwarded letter's headers stand."""
LINES_OF_CREDITS = 4
"""Lines below the headline among which its author and day stand."""
LONGEST_DAY = 24
"""Code points of a line that is a day."""
ON_THE_WEB = "View this post on the web at "
"""What Substack's letters in plain text begin with; the standfirst is next, and no headline."""
LEAST_HEADERS = 3
LONGEST_HEADERS = 1000
"""Code points of a block that holds all headers."""
_HEADER = pattern(r"([^\W\d_][^\W\d_-]{0,12})\s?:\s*(.*)$")
_NAMED = pattern(r"(?<=\s)([^\W\d_][^\W\d_-]{0,12})\s?:\s")
_ZONE = pattern(r"\s+[A-Z]{2,5}$")
_AT = pattern(r"\s(?:at|um|à|om|a las?)\s")
_HALF = pattern(r"(?i)\d\s?[ap]\.?m\b")
"""A time of day before or after noon."""
_WORD = pattern(r"[^\W_](?:[^\W_]|['’-](?=\w))*")


def trimmed(document: Document, own: Evidence = NO_EVIDENCE) -> tuple[Document, Evidence]:
    """A letter whose lines of that kind are told to be none of it, and what forwarded headers say.

    `own` is what the mail's headers say. A heading between the headline and its author or day is the
    standfirst.
    """
    blocks = list(document.blocks)
    texts = [document.text[slice(*block.span)] for block in blocks]
    end, evidence = _forwarded(texts)
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if i < end or (len(text) <= LONGEST and _is_around(block, text)):
            blocks[i] = block._replace(hints=block.hints._replace(given="metadata"))
    for i in range(end, min(len(texts) - 1, end + LINES_OF_CREDITS)):
        if (
            texts[i].startswith(ON_THE_WEB)
            and _may_be_standfirst(texts[i + 1])
            and not blocks[i + 1].hints.given
        ):
            blocks[i + 1] = blocks[i + 1]._replace(hints=Hints(tag="p", given="subtitle"))
    title = plain(evidence.title or own.title or "")
    head = next(
        (i for i in range(end, min(len(texts), end + LINES_OF_HEADERS)) if plain(texts[i]) == title), None
    )
    if head is not None:
        _head(blocks, texts, head, {plain(name) for name in own.authors})
    return document._replace(blocks=tuple(blocks)), evidence


def _head(blocks: list[Block], texts: list[str], head: int, senders: set[str]) -> None:
    """Tell the standfirst of a newsletter, and the small print below it, from headings of the text."""
    below = range(head + 1, min(head + 1 + LINES_OF_CREDITS, len(texts)))
    small = [i for i in below if _is_day(texts[i]) or any(plain(texts[i]) in name for name in senders)]
    if not small or small[0] > head + 2:
        return
    if small[0] == head + 2 and blocks[head + 1].hints.level > 1:
        blocks[head + 1] = blocks[head + 1]._replace(hints=Hints(tag="p", given="subtitle"))
    for i in small:
        if _is_day(texts[i]):
            blocks[i] = blocks[i]._replace(hints=Hints(tag="p", given="metadata"))


def _may_be_standfirst(text: str) -> bool:
    return len(text) <= LONGEST and text[-1] not in '.!?…"”»:'


def _is_day(text: str) -> bool:
    """Whether a line is a day, with or without its year."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    figures = re.findall(r"\d+", text)
    return len(text) <= LONGEST_DAY and 1 <= len(figures) <= 3 and any(word in _months() for word in words)


def plain(text: str) -> str:
    """The words of a text, small."""
    return " ".join(_WORD.findall(text.lower()))


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
    for i, text in _header_lines(texts[:LINES_OF_HEADERS]):
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
    return end, Evidence(
        title=found["subject"] or None,
        titles=(found["subject"],) if found["subject"] else (),
        site=sender or None,
        published=_moment(found.get("date", "")),
    )


def _header_lines(texts: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that may be headers, with the numbers of their blocks; in HTML all may stand in one."""
    for i, text in enumerate(texts):
        starts = [0]
        if len(text) <= LONGEST_HEADERS and _HEADER.match(text):
            starts += [m.start() for m in _NAMED.finditer(text) if m[1].lower() in _names()]
        if len(starts) < LEAST_HEADERS:
            starts = [0]
        for start, end in pairwise([*starts, len(text)]):
            yield i, text[start:end].strip()


def _moment(text: str) -> str | None:
    """The moment that a forwarded header says, in whatever language."""
    text = _AT.sub(" ", text)
    return (None if _HALF.search(text) else iso(_ZONE.sub("", text))) or day_in(text)


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in load("dates")["months"].values() for name in names.split())


@cache
def _data() -> Any:
    return load("mail")


@cache
def _names() -> dict[str, str]:
    return {word: kind for kind, words in _data()["headers"].items() for word in words.split()}
