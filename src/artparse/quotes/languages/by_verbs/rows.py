"""Words in marks that stand in a row are of one speaker: "appelle à la « retenue » et au « calme »"."""

from __future__ import annotations

from itertools import pairwise

from artparse.quotes.kinds import JOINING
from artparse.quotes.languages.by_verbs.ground import LIKELY, SENTENCE_ENDS, Ground
from artparse.quotes.languages.told import Told

LONGEST_JOINT = 4
"""Between two stretches of a row stand a word that joins and small words, at most so many tokens."""


def read_rows(ground: Ground, found: dict[int, Told]) -> None:
    """Words in marks in a row are of one speaker: "appelle à la « retenue » et au « calme »"."""
    order = sorted(ground.reader.bounds)
    pairs = [(one, two) for one, two in pairwise(order) if _is_row(ground, one, two)]
    for one, two in pairs:
        if one in found and not found[one].unnamed:
            found.setdefault(two, found[one]._replace(share=LIKELY))
    for one, two in reversed(pairs):
        if two in found and found[two].mention >= 0:
            found.setdefault(one, found[two]._replace(share=LIKELY))


def _is_row(ground: Ground, one: int, two: int) -> bool:
    """Whether two stretches stand in a row: between them are a comma or "and", and small words."""
    first, last = ground.reader.bounds[one][1], ground.reader.bounds[two][0]
    tokens, stretches = ground.reader.tokens, ground.reader.stretches
    if stretches[one].passage != stretches[two].passage or not 0 <= last - first <= LONGEST_JOINT:
        return False
    inside = ground.reader.text[stretches[one].start : stretches[one].end].rstrip()
    between = ground.reader.text[stretches[one].outer[1] : stretches[two].outer[0]].strip()
    small = tokens.words[first:last]
    joined = between[:1] == "," or (small[:1] and _joins(small[0]))
    return (
        bool(joined)
        and inside[-1:] not in SENTENCE_ENDS
        and all(_joins(w) or w in ground.small for w in small)
    )


def _joins(word: str) -> bool:
    return word == "," or word in JOINING
