"""What is known of a language without a pack: `languages/LANGUAGE/beside.txt`, one kind of words a line.

(verbs): säger sade sa berättar
"""

from __future__ import annotations

import os
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
    topics: tuple[str, ...]
    """Those that mark the subject also where more stands between it and the words in quotation marks."""
    pronouns: tuple[str, ...]
    """What means whoever spoke last in the paragraph."""
    soft: tuple[str, ...]
    """Ends of words that may be bodies, where another word may be the name, too."""
    scenes: tuple[str, ...]
    """How a phrase ends that tells where or when somebody says something, between the name and its verb."""
    openers: tuple[str, ...]
    """How such a phrase begins."""
    addressees: tuple[str, ...]
    """What stands before whom somebody says something to, between the name and its verb."""
    bounds: tuple[str, ...]
    """Words that a name does not begin with, so that it may follow them without a space."""
    verb_last: bool
    """Whether the subject opens the sentence and the verb ends it."""
    titled: bool
    """Whether only what has a title beside it is surely a name."""
    spaced: bool
    """Whether spaces part a name from its title."""
    after_dash: bool
    """Whether a dash opens speech, and another one closes it."""
    after_comma: bool
    """Whether a dash opens speech, and a comma closes it."""


@cache
def beside_of(language: str | None) -> Beside | None:
    """The words of a language; None where nothing is known of it."""
    path = packs.path_of(language or "", "beside.txt")
    if not language or not os.path.isfile(path):
        return None
    rows = (line.partition(": ") for line in packs.lines(path))
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
        topics=longest_first("topics"),
        pronouns=longest_first("pronouns"),
        soft=longest_first("soft"),
        scenes=longest_first("scenes"),
        openers=longest_first("openers"),
        addressees=longest_first("addressees"),
        bounds=longest_first("bounds"),
        verb_last="last" in kinds.get("order", ()),
        titled="titled" in kinds.get("order", ()),
        spaced="spaced" in kinds.get("order", ()),
        after_dash="dash" in kinds.get("order", ()),
        after_comma="comma" in kinds.get("order", ()),
    )


def verbs_behind_dashes(language: str | None) -> frozenset[str]:
    """The verbs of saying of a language where a dash opens speech, with a comma where one closes it."""
    beside = beside_of(language)
    if beside is None or not (beside.after_dash or beside.after_comma):
        return frozenset()
    return frozenset(f",{verb}" for verb in beside.verbs) if beside.after_comma else beside.verbs
