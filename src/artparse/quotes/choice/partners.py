"""Two persons who say something together: "Smith and Jones said"."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes import cues
from artparse.quotes.choice import citations
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate
from artparse.quotes.kinds import BOTH, DEFINITE, MANNER
from artparse.quotes.words import word_list

ADDRESSING_VERBS = word_list("addressing verbs")
JOINTS = BOTH | {"&"}
"""What joins two authors of a paper."""


def partner_of(reader: Reader, chosen: Candidate) -> int:
    """The other person of "Smith and Jones said" and "said Smith and Jones", or -1."""
    words, mentions = reader.tokens.words, reader.mentions
    mention = mentions[chosen.mention]
    if mention.form != "name":
        return -1
    for step in (-1, 1):
        number = chosen.mention + step
        if not 0 <= number < len(mentions) or mentions[number].form != "name":
            continue
        one, two = sorted((mention, mentions[number]), key=lambda m: m.first)
        between = words[one.last : two.first]
        if len(between) == 1 and between[0] in JOINTS and citations.is_citation(words, one.first - 1):
            return mentions[number].entity if one.entity != two.entity else -1
        before = words[one.first - 1].lower() if one.first else ""
        joined = is_both(between) and (not one.governed or before in MANNER)
        after = words[two.last].lower() if two.last < len(words) else ""
        said = reader.strengths.get(after, 0) >= cues.POSSIBLE or reader.strengths.get(before, 0) >= cues.SURE
        said = said or after == ":"
        both = {reader.entities[m.entity].being for m in (one, two) if m.entity >= 0}
        if (
            joined
            and said
            and len(both) == 1
            and both <= {"person", "organization"}
            and one.entity != two.entity
            and before not in ADDRESSING_VERBS
        ):
            return mentions[number].entity
    return -1


def is_both(between: Sequence[str]) -> bool:
    """Whether "and", or "and the", is all that stands between two names."""
    return len(between) in (1, 2) and between[0] in BOTH and DEFINITE.issuperset(between[1:])
