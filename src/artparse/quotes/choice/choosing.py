"""The speaker of one stretch: a score for each candidate, for "nobody", for "somebody unnamed".

    “…,” said Roe.   ->  Choice(taken=Ann Roe, share=0.97)

In: the reader, the number of a stretch and who spoke before. Out: a choice.
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.quotes import model
from artparse.quotes.choice.chain import (
    State,
    add_previous,
    chained,
    chained_nobody,
    chained_unnamed,
    link_of,
)
from artparse.quotes.choice.citations import cited
from artparse.quotes.choice.features import (
    candidate_of,
    look_at_nobody,
    look_everywhere,
    look_near,
    situation_of,
)
from artparse.quotes.choice.hints.table import points
from artparse.quotes.choice.hints.words import is_of_nobody, is_put_to
from artparse.quotes.choice.lines import by_line
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import SETTLED, Choice, take
from artparse.quotes.choice.signatures import signer_of
from artparse.quotes.choice.situation import Candidate, Situation
from artparse.quotes.languages.told import Told
from artparse.quotes.parts import Sums
from artparse.quotes.words import word_list

NOUNS_OF_WORKS = word_list("nouns of works")

LONG_STRETCH = 5
"""Words in quotation marks, at least, that are hardly ever nobody's: `LONG_BONUS` (in `model.SCALE`ths)."""
LONG_BONUS = 150
HEARD_BONUS = 250
"""What speaks for somebody unnamed where a court heard it, or somebody was asked it."""
NAMED_BONUS = 250
"""What speaks for nobody where the words before say that something is only called so."""
LABEL_BONUS = 75
"""What speaks for nobody where the words in marks are the name of what stands beside them."""
CLEAR = 150
"""From this score on, in `model.SCALE`ths, no candidate of another passage is likelier; of 15,000 stretches
with one of so much none was whose speaker stands there."""
SHARE_OF_SIGNED = 0.95
"""How often whoever signs the words, or is their source, said them."""
TOLD_BY_SENTENCE = "speaker/told"
"""The rule where the sentence itself tells who speaks."""


def choose(reader: Reader, number: int, state: State, sums: Sums, told: Told | None = None) -> Choice:
    """The speaker of a stretch, by what stands around it and who spoke before, with `sums` of the weights.

    Where its sentence tells the speaker (`told`), or a row of `SIGNED` does, nothing is weighed.
    """
    situation = situation_of(reader, number)
    if told is not None:
        return as_told(reader, situation, told)
    whole = bool(reader.name_lines or reader.tokens.unread)
    if whole:
        with_others(reader, situation, state)
    else:
        look_near(reader, situation)
    for rule, find in SIGNED:
        candidate = find(reader, situation)
        if candidate is not None:
            taken = situation.candidates.index(candidate) + 2
            return Choice(situation, [], taken, SHARE_OF_SIGNED, rule=rule)
    look_at_nobody(reader, situation)
    nobody = nobody_score(reader, situation, state, sums)
    unnamed = unnamed_score(reader, situation, state, sums)
    scores = [nobody, unnamed, *candidate_scores(reader, situation, state, sums)]
    if reader.tokens.unread:
        from artparse.quotes.choice.unread import choose_unread  # No other language pays for it.

        return choose_unread(reader, situation, scores)
    choice = best_of(situation, scores)
    if whole or (max(scores) >= CLEAR and choice.share >= SETTLED):
        return choice
    with_others(reader, situation, state)
    return best_of(situation, [nobody, unnamed, *candidate_scores(reader, situation, state, sums)])


def best_of(situation: Situation, scores: list[int]) -> Choice:
    """The choice of the best by its score."""
    choice = Choice(situation, scores, 0, 0.0, model.shares(scores))
    take(choice)
    return choice


def with_others(reader: Reader, situation: Situation, state: State) -> None:
    """Make candidates of those further away and of other passages, and of who spoke last."""
    look_everywhere(reader, situation)
    add_previous(reader, situation, state)


SIGNED: tuple[tuple[str, Callable[[Reader, Situation], Candidate | None]], ...] = (
    ("speaker/signature", signer_of),
    ("speaker/signature", by_line),
    ("speaker/cited", cited),
)
"""What tells for sure who speaks, with the rule that it is: a name that signs the words, their source."""


def nobody_score(reader: Reader, situation: Situation, state: State, sums: Sums) -> int:
    """What speaks for nobody's words, in `model.SCALE`ths."""
    score = model.score(sums.weights, situation.nobody + chained_nobody(situation, state))
    stretch, words, first = situation.stretch, reader.tokens.words, situation.first
    whole = stretch.continues or (situation.opens and situation.closes)
    if stretch.dashed or ((situation.size >= LONG_STRETCH or whole) and not situation.titled):
        score -= LONG_BONUS
    elif reader.tokens.glossed and first and words[first - 1] in NOUNS_OF_WORKS:
        score += LONG_BONUS  # what was learnt on hardly names works
    elif situation.labels:
        score += LABEL_BONUS
    return score + NAMED_BONUS if is_of_nobody(reader, situation) else score


def unnamed_score(reader: Reader, situation: Situation, state: State, sums: Sums) -> int:
    """What speaks for the words of somebody whom nothing names."""
    score = model.score(sums.weights, situation.unnamed + chained_unnamed(situation, state))
    return score + HEARD_BONUS if situation.heard or is_put_to(reader, situation) else score


def candidate_scores(reader: Reader, situation: Situation, state: State, sums: Sums) -> list[int]:
    """What speaks for each candidate."""
    found: list[int] = []
    for candidate in situation.candidates:
        link = chained(situation, link_of(candidate, reader.mentions[candidate.mention], state), state)
        score = sums.total(candidate.parts) + sums[link] + reader.own_score(candidate, sums)
        found.append(score + points(reader, situation, candidate.mention))
    return found


def as_told(reader: Reader, situation: Situation, told: Told) -> Choice:
    """The choice of whom the sentence tells to have said its words in marks; nobody, if it tells so."""
    if told.mention < 0:
        return Choice(situation, [], int(told.unnamed), told.share, rule=TOLD_BY_SENTENCE)
    candidate = candidate_of(reader, situation, told.mention)
    if candidate not in situation.candidates:
        situation.candidates.append(candidate)
    taken = situation.candidates.index(candidate) + 2
    return Choice(situation, [], taken, told.share, rule=TOLD_BY_SENTENCE)
