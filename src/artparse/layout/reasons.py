"""Why a unit is not of the article: told by its words, and by what opened the block it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from artparse.article import Reason
from artparse.data import load
from artparse.layout.units import Unit

LONGEST_OPENER = 60
"""Code points of a line that says what the lines below it are."""
FIRST_WORDS = 3

_WORD = re.compile(r"\w+|©")
_CREDIT = re.compile(
    r"(?i)\(?\b(?:photo|image|foto|bild|picture|video|illustration|grafik)s?\b\s*[:/|]"
    r"|\bgetty images\b|\bvia ap\b"
)
_KINDS: dict[str, Reason] = {
    "share": "share",
    "related": "related",
    "advert": "advert",
    "subscribe": "advert",
    "footer": "footer",
    "comment": "comment",
    "navigation": "navigation",
    "byline": "metadata",
    "dated": "metadata",
    "tags": "metadata",
    "caption": "caption",
}
"""The reason for a unit that opens with a cue of a kind, the first kind that is found."""


def reasons_of(units: Sequence[Unit], labels: Sequence[str], title: int | None) -> list[Reason | None]:
    """For each unit that is noise by its label the reason; null for the others."""
    texts = {
        units[i].text
        for i, label in enumerate(labels)
        if label in ("title", "subtitle", "heading", "paragraph")
    }
    result: list[Reason | None] = []
    block: Reason | None = None
    closed = False
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if label not in ("before", "between", "after"):
            result.append("metadata" if label in ("byline", "published") else None)
            block = None
            continue
        told = told_by(unit.text)
        if label == "after":
            closed = closed or (told == "footer" and ("©" in unit.text or block == "footer"))
        if unit.text in texts:
            reason: Reason = "duplicate"
        elif closed:
            reason = "footer"
        elif told == "caption" and label == "after" and block:
            reason = block
        elif told:
            reason = told
            if (
                label == "after"
                and block == "comment"
                and (len(unit.text) > LONGEST_OPENER or told in ("share", "metadata"))
            ):
                reason = "comment"
        elif label == "before":
            reason = (
                "metadata"
                if title is not None and i > title and len(unit.text) < LONGEST_OPENER
                else "navigation"
            )
            if len(unit.text) > 2 * LONGEST_OPENER:
                reason = "caption" if title is not None and i > title else "other"
        elif block:
            reason = block
        elif not any(map(str.isalnum, unit.text)):
            reason = "other"
        elif label == "between":
            reason = "caption" if len(unit.text) > LONGEST_OPENER else "other"
        else:
            reason = "related" if len(unit.text) > LONGEST_OPENER / 2 else "navigation"
        if (
            told in ("related", "comment", "share", "advert", "footer")
            and len(unit.text) <= LONGEST_OPENER
            and label != "before"
        ):
            block = told
        result.append(reason)
    return result


def told_by(text: str) -> Reason | None:
    """What the words of a line say that it is."""
    if _may_credit(text) and _CREDIT.search(text, 0, 400):
        return "caption"
    if len(text) > 400:
        return None
    if "©" in text or (len(text) < 100 and "copyright" in text.lower()):
        return "footer"
    words = _WORD.findall(text[:60].lower())[:FIRST_WORDS]
    opening = [*map(" ".join, pairwise(words)), *words]
    short = len(text) <= LONGEST_OPENER
    known = _kinds()
    for phrase in opening:
        for kind in known.get(phrase, ()):
            if short or " " in phrase or kind in ("related", "advert", "comment"):
                return _KINDS[kind]
    return None


def _may_credit(text: str) -> bool:
    """Whether a line has a mark or a name without which there is no credit: quicker than the whole search."""
    if ":" in text or "/" in text or "|" in text:
        return True
    low = text.lower()
    return "etty" in low or "a ap" in low


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    cues = load("cues")
    for kind in _KINDS:
        for words in cues[kind].values():
            for word in words:
                phrase = word if word.isalnum() else " ".join(_WORD.findall(word)) or word
                known.setdefault(phrase, []).append(kind)
    return {word: tuple(kinds) for word, kinds in known.items()}
