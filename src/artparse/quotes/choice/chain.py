"""What the stretches before tell of the next one: who spoke last, how often, how far back.

In: the state after one stretch and what was chosen of it. Out: the state before the next, and its features.
"""

from __future__ import annotations

from artparse.quotes.choice import named
from artparse.quotes.choice.candidates import candidate_of_previous
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Situation
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.parts import Part
from artparse.quotes.speech.marks import Stretch
from artparse.values import dataclass, field

MOST_SPEAKERS = 60
"""Speakers, at most, of whom it is remembered how often they spoke."""
Link = tuple[int | str, str, str, str]
"""How often whom a mention stands for spoke before, its place and form, and how it goes with who spoke."""


def link_of(candidate: Candidate, mention: Mention, state: State) -> Link:
    """All that `chained` sees of a candidate: many have the same."""
    spoken = min(state.spoken.get(mention.entity, 0), 3) if mention.entity >= 0 else "-"
    if state.mention < 0:
        return spoken, candidate.place, mention.form, ""
    same = candidate.mention == state.mention
    entity = mention.entity >= 0 and mention.entity == state.entity
    mark = "m" if same else "e" if entity else "o" if mention.entity >= 0 and state.entity >= 0 else "u"
    return spoken, candidate.place, mention.form, mark


def chained(situation: Situation, link: Link, state: State) -> Part:
    """The features of a candidate that depend on who spoke the stretch before."""
    relation = state.relation(situation)
    if state.mention < 0:
        return (named.first_link, relation, *link[:3])
    whole = situation.opens, situation.closes, situation.stretch.continues
    return (named.link, relation, *link, state.place, whole)


@dataclass(slots=True, eq=False)
class State:
    """What is known of the stretches before the one at hand."""

    stretch: Stretch | None = None
    """The last one that somebody said."""
    last: int = 0
    """The token after it."""
    mention: int = -1
    entity: int = -1
    place: str = ""
    """Where the mention of its speaker stands."""
    nobody: bool = False
    """Whether the stretch right before was nobody's."""
    spoken: dict[int, int] = field(default_factory=dict)
    """Entity to how many stretches before it said."""

    def relation(self, situation: Situation) -> str:
        if self.stretch is None:
            return "0"
        stretch = situation.stretch
        gap = stretch.passage - self.stretch.passage
        if gap == 0:
            return "s" if situation.first - self.last < 12 else "S"
        return "1" if gap == 1 else "2" if gap < 4 else "3"


def chained_nobody(situation: Situation, state: State) -> list[str]:
    """The features of "nobody" that depend on the stretch before."""
    relation = state.relation(situation)
    return [f"ND{relation}", f"NDn{state.nobody}{relation}", f"NDo{situation.opens}{relation}"]


def chained_unnamed(situation: Situation, state: State) -> list[str]:
    """The features of "somebody unnamed" that depend on the stretch before."""
    relation = state.relation(situation)
    return [f"UD{relation}{state.mention < 0}"]


def add_previous(reader: Reader, situation: Situation, state: State) -> None:
    """Make the last stretch's speaker a candidate, where it is not one yet."""
    if state.mention < 0 or state.stretch is None:
        return
    if situation.stretch.passage - state.stretch.passage > 5:
        return
    if any(c.mention == state.mention for c in situation.candidates):
        return
    situation.candidates.append(candidate_of_previous(reader, state.mention, situation))


def advance(reader: Reader, situation: Situation, chosen: Candidate | None, state: State) -> State:
    """The state after a stretch that somebody said."""
    number = chosen.mention if chosen is not None else -1
    entity = reader.mentions[number].entity if number >= 0 else -1
    place = chosen.place if chosen is not None else ""
    spoken = state.spoken
    if entity >= 0:
        spoken = {**spoken, entity: spoken.get(entity, 0) + 1}
        if len(spoken) > MOST_SPEAKERS:
            del spoken[next(iter(spoken))]
    return State(situation.stretch, situation.last, number, entity, place, False, spoken)


def skip(state: State) -> State:
    """The state after a stretch that nobody said."""
    return State(state.stretch, state.last, state.mention, state.entity, state.place, True, state.spoken)
