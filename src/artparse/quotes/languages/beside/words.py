"""What is known of a language without a pack: `languages/LANGUAGE/beside.txt`, one kind of words a line.

(verbs): säger sade sa berättar
"""

from __future__ import annotations

from functools import cache

from artparse.languages import packs
from artparse.values import dataclass


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of one language."""

    verbs: frozenset[str]
    """Verbs of saying, in the forms that news has them in."""
    adverbs: tuple[str, ...]
    """What may stand between a name and its verb; the longest first, as in all that follow."""
    surnames: tuple[str, ...]
    """The commonest; where there are no spaces and capitals, a name is one of these and what follows it."""
    given: tuple[int, ...]
    """How many signs a given name has, the likeliest first."""
    titles: tuple[str, ...]
    """What stands beside a name, before it or behind it."""
    particles: tuple[str, ...]
    """What marks the subject, behind it."""
    links: tuple[str, ...]
    """What stands between the words in quotation marks and what says whose they are."""
    bodies: tuple[str, ...]
    """Ends of words for bodies, which are no names of persons."""
    linking: tuple[str, ...]
    """Those that need no verb, as more words in quotation marks follow."""
    bounds: tuple[str, ...]
    """Words that a name does not begin with, so that it may follow them without a space."""
    verb_last: bool
    """Whether the subject opens the sentence and the verb ends it."""
    titled: bool
    """Whether only what has a title beside it is surely a name."""
    spaced: bool
    """Whether spaces part a name from its title."""


@cache
def beside_of(language: str | None) -> Beside | None:
    """The words of a language; None where nothing is known of it."""
    path = packs.path_of(language or "", "beside.txt")
    if not language or not path.is_file():
        return None
    rows = (line.partition(": ") for line in packs.lines(str(path)))
    kinds = {kind.strip("()"): tail.split() for kind, _, tail in rows}

    def longest_first(kind: str) -> tuple[str, ...]:
        return tuple(sorted(kinds.get(kind, ()), key=len, reverse=True))

    return Beside(
        verbs=frozenset(kinds["verbs"]),
        adverbs=longest_first("adverbs"),
        surnames=longest_first("surnames"),
        given=tuple(map(int, kinds.get("given", ()))),
        titles=longest_first("titles"),
        particles=longest_first("particles"),
        links=longest_first("links"),
        bodies=longest_first("bodies"),
        linking=longest_first("linking"),
        bounds=longest_first("bounds"),
        verb_last="last" in kinds.get("order", ()),
        titled="titled" in kinds.get("order", ()),
        spaced="spaced" in kinds.get("order", ()),
    )
