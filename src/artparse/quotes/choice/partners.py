"""Two persons who say something together: "Smith and Jones said"."""

from __future__ import annotations

from artparse.quotes import cues
from artparse.quotes.choice import citations
from artparse.quotes.choice.features import Candidate, Reader
from artparse.quotes.words import word_list

ADDRESSING_VERBS = word_list("addressing verbs")


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
        if between in (["and"], ["&"]) and citations.is_citation(words, one.first - 1):
            return mentions[number].entity if one.entity != two.entity else -1
        before = words[one.first - 1].lower() if one.first else ""
        joined = between in (["and"], ["and", "the"]) and (not one.governed or before == "as")
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
