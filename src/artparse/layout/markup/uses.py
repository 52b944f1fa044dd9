"""What the elements around a unit are used for, by their names and classes (`data/markup.json`)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from artparse.article import Reason
from artparse.data import load
from artparse.layout.lines.units import Unit

KEPT = 1000
"""Names of elements around a unit of which is kept what they are used for."""
OFFERS = frozenset(("advert", "comment", "consent", "navigation", "share"))
"""Uses of elements whose lists are not the article's."""
OFFERED = 10
"""Words of the elements around a list that are looked at for those."""
KINDS: Final[tuple[tuple[str, Reason], ...]] = (
    ("<figcaption>", "caption"),
    ("<nav>", "navigation"),
    ("<footer>", "footer"),
)
REASONS: Final[dict[str, Reason]] = {
    "advert": "advert",
    "caption": "caption",
    "comment": "comment",
    "consent": "other",
    "footer": "footer",
    "navigation": "navigation",
    "related": "related",
    "share": "share",
}
"""What is left out, by what the elements around it are used for."""


def is_offer(unit: Unit, kind: str) -> bool:
    """Whether a list is there to be clicked at; what is quoted from a network is the article's."""
    known = known_uses()
    offers = OFFERS - {"share"} if kind == "blockquote" else OFFERS
    return any(use in offers for word in unit.hints.words[-OFFERED:] for use in known.get(word, ()))


def reason_of(unit: Unit) -> Reason | None:
    """Why a unit is left out, as the names of the elements around it tell; the innermost that does."""
    return _reason_of(unit.hints.words)


@lru_cache(KEPT)
def _reason_of(words: tuple[str, ...]) -> Reason | None:
    for word, reason in KINDS:
        if word in words:
            return reason
    known = known_uses()
    for word in reversed(words):
        for kind in known.get(word, ()):
            if kind in REASONS:
                return REASONS[kind]
    return None


def uses_around(unit: Unit) -> tuple[int, int]:
    """How many words of class names are between a unit and the innermost that is of something left out, and
    of a body."""
    return _uses_around(unit.hints.words)


@lru_cache(KEPT)
def _uses_around(words: tuple[str, ...]) -> tuple[int, int]:
    known = known_uses()
    left = body = len(words)
    for k, word in enumerate(reversed(words)):
        kinds = known.get(word, ())
        if "body" in kinds:
            body = min(body, k)
        elif kinds and not REASONS.keys().isdisjoint(kinds):
            left = min(left, k)
    return left, body


@cache
def known_uses() -> dict[str, tuple[str, ...]]:
    """What each word says that an element is used for."""
    kinds: dict[str, list[str]] = {}
    for kind, words in load("markup").items():
        for word in words:
            kinds.setdefault(word, []).append(kind)
    return {word: tuple(found) for word, found in kinds.items()}
