"""What was decided of one stretch of quoted words: who says it, how sure that is, what decided so."""

from __future__ import annotations

from artparse.article import Span
from artparse.names import lists
from artparse.quotes.choice.chain import State
from artparse.quotes.choice.partners import partner_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice, is_introduced
from artparse.quotes.kinds import RELATIVE_PERSONS, SEATS
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import speaks_for_others
from artparse.quotes.speech.marks import Stretch
from artparse.values import NamedTuple, replace

NOUN_OF_WHO = 4
"""Mentions before a "who" that it may tell of."""


class Decision(NamedTuple):
    """What was decided of one stretch."""

    stretch: Stretch
    mention: Mention | None
    cue: int
    """Token of the cue, or -1."""
    entity: int
    goes_on: bool
    """Whether it is a piece of the utterance before it."""
    confidence: float
    partner: int = -1
    """The entity that speaks at the same time, in a joint statement, or -1."""
    rule: str = "speaker/model"
    """Which of `rules` decided who speaks."""
    told: Span | None = None
    """The word that reports, where the sentence itself told the speaker."""
    doubt: float | None = None
    """Log odds that the words are nobody's, where `nobody` judged them."""


def decision_of(reader: Reader, choice: Choice, state: State) -> Decision:
    stretch, chosen, share = choice.situation.stretch, choice.chosen, choice.share
    if chosen is None:
        rule = "speaker/heard" if choice.situation.heard else choice.rule
        return Decision(stretch, None, -1, -1, False, share, rule=rule)
    mention = reader.mentions[chosen.mention]
    same = chosen.mention == state.mention
    if mention.form == "noun" and speaks_for_others(mention.words[0]):
        mention = replace(mention, span=(mention.span[0], end_of_phrase(reader, chosen.mention)))
    if mention.words[0] in RELATIVE_PERSONS and (
        mention.entity < 0 or not reader.entities[mention.entity].name
    ):
        mention = noun_of_who(reader, chosen.mention)
    introduced = choice.rule == "speaker/model" and is_introduced(reader, choice.situation, mention)
    rule = "speaker/introduced" if introduced else choice.rule
    return Decision(
        stretch, mention, chosen.cue, mention.entity, same, share, partner_of(reader, chosen), rule
    )


def noun_of_who(reader: Reader, number: int) -> Mention:
    """The noun that a "who" goes on to tell of: "a nurse in Leeds, who"; the "who" where there is none."""
    who = reader.mentions[number]
    for other in reversed(reader.mentions[max(0, number - NOUN_OF_WHO) : number]):
        if other.sentence != who.sentence or (other.form == "noun" and other.being == "person"):
            return other if other.sentence == who.sentence else who
    return who


def end_of_phrase(reader: Reader, number: int) -> int:
    """Where "a spokeswoman for Western Lines" ends, in code points."""
    mention = reader.mentions[number]
    words = reader.tokens.words
    if mention.last < len(words) and words[mention.last] in SEATS:
        for other in reader.mentions[number + 1 : number + 3]:
            plain = all(
                w.lower() in lists.words("en/determiners.txt") for w in words[mention.last + 1 : other.first]
            )
            if plain and other.form != "pronoun" and other.sentence == mention.sentence:
                return other.span[1]
    return mention.span[1]
