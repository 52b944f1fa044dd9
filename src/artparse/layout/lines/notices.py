"""Lines in which a site speaks of itself: cookies, consent, comment forms, commissions, newsletters.

They are whole sentences as an article's are, so that their looks do not tell; their words do, since the same
few come together on all sites.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from artparse.article import Reason
from artparse.data import load
from artparse.values import NamedTuple

SHORTEST, LONGEST = 30, 400
"""Code points of a notice; a paragraph longer than that speaks of more."""

_QUOTES = frozenset('"“”„«»')
"""What is said within marks is not the site's."""


class Notice(NamedTuple):
    """What a notice is known by."""

    word: str
    """That which names what it is about: `cookies`."""
    reason: Reason


def notice_of(text: str, words: Collection[str]) -> Notice | None:
    """The notice that a line with these words is; null where it is none."""
    if (
        not SHORTEST <= len(text) <= LONGEST
        or first_words().isdisjoint(words)
        or not _QUOTES.isdisjoint(text)
    ):
        return None
    words = frozenset(words)
    known = _notices()
    return next(
        (
            Notice(word, reason)
            for word in sorted(words & first_words())
            for others, reason in known[word]
            if others <= words
        ),
        None,
    )


@cache
def first_words() -> frozenset[str]:
    """Words without one of which a line is no notice; they have more than three letters."""
    return frozenset(_notices())


@cache
def _notices() -> dict[str, list[tuple[frozenset[str], Reason]]]:
    """For the first word of each notice the others that stand with it, in any order, and the reason."""
    known: dict[str, list[tuple[frozenset[str], Reason]]] = {}
    for reason, languages in load("notices").items():
        for phrases in languages.values():
            for phrase in phrases:
                first, *others = phrase.split()
                known.setdefault(first, []).append((frozenset(others), reason))
    return known
