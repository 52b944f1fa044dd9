"""Words that report speech, and how surely they do: `strengths()["said"]` is 10, of "claim" less."""

from __future__ import annotations

from functools import cache

from artparse.languages import packs

SURE = 7
"""From this strength a word is a cue more often than not, wherever it stands."""
LIKELY = 6
"""From this strength a word is a cue where it stands beside a mention that nothing else is said of."""
POSSIBLE = 5
"""From this strength a word may be a cue, where something else tells so too."""
WEAK = 4
"""From this strength features see a word as a cue at all."""
WEAKEST = 3
"""Below this strength a word hardly ever reports speech."""
CERTAIN = 9
"""From this strength a word is hardly ever anything else."""
UNCOUNTED = 7
"""Strength of the reporting verbs that the corpus hardly has."""


@cache
def strengths() -> dict[str, int]:
    """Word, lower case, to how surely it reports speech, 2 to 10 (the share of its uses, in tenths)."""
    found: dict[str, int] = {}
    for line in packs.lines(packs.path_of("en", "cues.txt")):
        found.update(dict.fromkeys(line.split(), UNCOUNTED))
    for line in packs.lines(packs.path_of("en", "cue_words.txt")):
        first, *words = line.split()
        strength = int(first)
        for word in words:
            found[word] = max(strength, found.get(word, 0) - 2)
    return found


def is_sure(word: str) -> bool:
    """Whether a word, in any case, mostly reports speech."""
    return strengths().get(word.lower(), 0) >= SURE
