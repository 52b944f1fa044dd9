"""Why a unit is not of the article: told by its words, and by what opened the block it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from artparse.article import Reason
from artparse.data import load
from artparse.layout.kept import kept
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.notices import notice_of
from artparse.layout.units import Unit
from artparse.layout.words import words_of
from artparse.patterns import pattern

LONGEST_OPENER = 60
"""Code points of a line that says what the lines below it are."""
LONGEST_TOLD = 400
"""Code points of a line whose words may say what it is; further ones are not searched for credits."""
FIRST_WORDS = 3
LONGEST_ITEM, MENU_LINES = 30, 2
"""Code points of an item of a menu, and how many such lines stand above and below it."""
ITEMS = frozenset(("related", "advert", "footer"))
"""What the words of an item alone would say that it is: `Deals`, `More`, `Contact`."""
LONGEST_POINTER = 200
"""Code points of the headline of another article that a line points to."""
SIGNS = frozenset(("advert", "share", "subscribe", "related"))
"""The kinds of cues that are signs of what is not of the article where a line is nothing else."""

_CREDIT = pattern(
    r"(?i)\(?\b(?:photo|image|foto|bild|picture|video|illustration|grafik|fotoğraf|фото|fot)s?\b\s*[:/|]"
    r"|\b(?:photo|foto|picture|image)s?\s+(?:by|courtesy|di|par|de|von)\s|\bfot\.\s"
    r"|\bgetty images\b|\bvia ap\b"
)
_PICTURES = (
    "photo",
    "image",
    "foto",
    "bild",
    "picture",
    "video",
    "illustration",
    "grafik",
    "fotoğraf",
    "фото",
    "fot",
)
_CREDITED = frozenset((*_PICTURES, *(f"{word}s" for word in _PICTURES), "getty", "ap"))
"""Words without one of which there is no credit: looked up in less time than the whole search takes."""
_KINDS: dict[str, Reason] = {
    "share": "share",
    "related": "related",
    "advert": "advert",
    "subscribe": "navigation",
    "footer": "footer",
    "comment": "comment",
    "navigation": "navigation",
    "byline": "metadata",
    "dated": "metadata",
    "tags": "metadata",
    "caption": "caption",
}
"""The reason for a unit that opens with a cue of a kind, the first kind that is found."""


class Told(NamedTuple):
    """Why a unit is not of the article, and what told it."""

    reason: Reason | None
    rule: str


def reasons_of(units: Sequence[Unit], labels: Labels, title: int | None) -> list[Told]:
    """For each unit that is noise by its label the reason; null for the others."""
    texts = {
        units[i].text
        for i, label in enumerate(labels)
        if label in ("title", "subtitle", "heading", "paragraph")
    }
    result: list[Told] = []
    block: Reason | None = None
    closed = False
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if label not in ("before", "between", "after"):
            result.append(Told("metadata" if label in ("byline", "published") else None, "layout/credits"))
            block = None
            continue
        told = None if closed else told_by(unit.text)
        if label == "before" and told in ITEMS and _in_menu(units, labels, i):
            told = "navigation"
        if label == "after":
            closed = closed or (told == "footer" and ("©" in unit.text or block == "footer"))
        if unit.text in texts:
            reason: Reason = "duplicate"
            rule = "layout/duplicate"
        elif closed:
            reason, rule = "footer", "layout/block"
        elif told == "caption" and label == "after" and block:
            reason, rule = block, "layout/block"
        elif told:
            reason, rule = told, "layout/words"
            if (
                label == "after"
                and block == "comment"
                and (len(unit.text) > LONGEST_OPENER or told in ("share", "metadata"))
            ):
                reason, rule = "comment", "layout/block"
        elif label == "before":
            rule = "layout/place"
            reason = (
                "metadata"
                if title is not None and i > title and len(unit.text) < LONGEST_OPENER
                else "navigation"
            )
            if len(unit.text) > 2 * LONGEST_OPENER:
                reason = "caption" if title is not None and i > title else "other"
        elif block:
            reason, rule = block, "layout/block"
        elif not any(map(str.isalnum, unit.text)):
            reason, rule = "other", "layout/signs"
        elif label == "between":
            rule = "layout/place"
            reason = "caption" if len(unit.text) > LONGEST_OPENER else "other"
        else:
            rule = "layout/place"
            reason = "related" if len(unit.text) > LONGEST_OPENER / 2 else "navigation"
        if (
            told in ("related", "comment", "share", "advert", "footer")
            and len(unit.text) <= LONGEST_OPENER
            and label != "before"
        ):
            block = told
        result.append(Told(reason, rule))
    return result


def _in_menu(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a unit before the body is a short line between such lines."""
    around = range(max(0, i - MENU_LINES), min(len(units), i + MENU_LINES + 1))
    return all(labels[j] == "before" and len(units[j].text) <= LONGEST_ITEM for j in around)


@kept
def told_by(text: str) -> Reason | None:
    """What the words of a line say that it is."""
    words = words_of(text[:LONGEST_TOLD])
    if not _CREDITED.isdisjoint(words) and _CREDIT.search(text, 0, LONGEST_TOLD):
        return "caption"
    if len(text) > LONGEST_TOLD:
        return None
    if "©" in text or (len(text) < 100 and "copyright" in text.lower()):
        return "footer"
    if (notice := notice_of(text, words)) is not None:
        return notice.reason
    short = len(text) <= LONGEST_OPENER
    words = (words if short else words_of(text[:LONGEST_OPENER]))[:FIRST_WORDS]
    known, first_words = _kinds()
    if first_words.isdisjoint(words):
        return None
    opening = [*map(" ".join, pairwise(words)), *words]
    for phrase in opening:
        for kind in known.get(phrase, ()):
            if short or " " in phrase or kind in ("related", "advert", "comment"):
                return _KINDS[kind]
    return None


def without_signs(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where lines that say themselves that they are not of the article are not of its body."""
    return [
        "between"
        if (label == "heading" and (is_sign(unit.text) or is_credited(unit.text)))
        or (label in ("heading", "paragraph") and is_pointer(unit.text))
        or (label == "paragraph" and is_bare_credit(unit.text))
        else label
        for unit, label in zip(units, labels, strict=True)
    ]


def is_sign(text: str) -> bool:
    """Whether a line is nothing but a sign of what is not of the article: `Advertisement`, `Read more`."""
    kinds = _kinds()[0].get(" ".join(words_of(text)), ()) if len(text) <= LONGEST_ITEM else ()
    return any(kind in SIGNS for kind in kinds)


def is_credited(text: str) -> bool:
    """Whether a line says whose a picture is: `Boats in the harbour. Photo: Jane Doe`."""
    return "©" in text or (_CREDIT.search(text, 0, LONGEST_TOLD) is not None)


def is_bare_credit(text: str) -> bool:
    """Whether a line says whose a picture is and nothing else: `(Photo: Jane Doe, ANP)`."""
    return len(text) <= LONGEST_OPENER and text[-1] not in ".!?" and _CREDIT.match(text) is not None


def is_pointer(text: str) -> bool:
    """Whether a line points to another article: `Read also: The bridge is open`."""
    head, _, headline = text.partition(":")
    if len(head) > LONGEST_OPENER or not headline or len(headline) > LONGEST_POINTER:
        return False
    words = words_of(head)
    return len(words) > 1 and "related" in _kinds()[0].get(" ".join(words), ())


@cache
def _kinds() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The kinds of cue that each phrase is, and the first words of the phrases."""
    known: dict[str, list[str]] = {}
    cues = load("cues")
    for kind in _KINDS:
        for words in cues[kind].values():
            for word in words:
                phrase = word if word.isalpha() else " ".join(words_of(word)) or word
                known.setdefault(phrase, []).append(kind)
    first_words = frozenset(phrase.partition(" ")[0] for phrase in known)
    return {phrase: tuple(kinds) for phrase, kinds in known.items()}, first_words
