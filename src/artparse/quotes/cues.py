"""Words that report speech, and how surely they do."""

from __future__ import annotations

from functools import cache

from artparse.languages import packs

SURE = 7
"""From this strength a word is a cue more often than not, wherever it stands."""
UNCOUNTED = 7
"""Strength of the reporting verbs that the corpus hardly has."""


@cache
def strengths() -> dict[str, int]:
    """Word, lower case, to how surely it reports speech, 2 to 10 (the share of its uses, in tenths)."""
    found: dict[str, int] = {}
    for line in packs.path_of("en", "cues.txt").read_text(encoding="utf-8").split("\n"):
        if not line.startswith("#"):
            found.update(dict.fromkeys(line.split(), UNCOUNTED))
    for line in packs.path_of("en", "cue_words.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            strength, *words = line.split()
            for word in words:
                found[word] = max(int(strength), found.get(word, 0) - 2)
    return found
