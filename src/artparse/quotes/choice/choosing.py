"""The speaker of one stretch: a score for each candidate, for "nobody", for "somebody unnamed".

    “…,” said Roe.   ->  Choice(taken=Ann Roe, share=0.97)

In: the reader, the number of a stretch and who spoke before. Out: a choice.
"""

from __future__ import annotations

from artparse.quotes import model
from artparse.quotes.choice import citations, features, lines
from artparse.quotes.choice.features import Candidate, Reader, Situation
from artparse.quotes.choice.hints.table import points
from artparse.quotes.choice.hints.words import is_of_nobody, is_put_to
from artparse.quotes.choice.review import Choice, take
from artparse.quotes.choice.signatures import signer_of
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
TOLD_BY_SENTENCE = "speaker/told"
"""The rule where the sentence itself tells who speaks."""


def choose(
    reader: Reader, number: int, state: features.State, sums: Sums, told: Told | None = None
) -> Choice:
    """The speaker of a stretch, by what stands around it and who spoke before, with `sums` of the weights.

    Where its sentence tells the speaker (`told`), nothing is weighed.
    """
    situation = features.situation_of(reader, number)
    stretch = situation.stretch
    features.add_previous(reader, situation, state)
    if told is not None:
        return as_told(situation, told)
    signer = signer_of(reader, situation) or lines.by_line(reader, situation)
    if signer is not None:
        index = situation.candidates.index(signer) + 2
        return Choice(situation, [], index, 0.95, rule="speaker/signature")
    source = citations.cited(reader, situation)
    if source is not None:
        index = situation.candidates.index(source) + 2
        return Choice(situation, [], index, 0.95, rule="speaker/cited")
    nobody = model.score(sums.weights, situation.nobody + features.chained_nobody(situation, state))
    whole = stretch.continues or (situation.opens and situation.closes)
    if stretch.dashed or ((situation.size >= LONG_STRETCH or whole) and not situation.titled):
        nobody -= LONG_BONUS
    elif (
        reader.tokens.glossed
        and situation.first
        and reader.tokens.words[situation.first - 1] in NOUNS_OF_WORKS
    ):
        nobody += LONG_BONUS  # what was learnt on hardly names works
    elif situation.labels:
        nobody += LABEL_BONUS
    if is_of_nobody(reader, situation):
        nobody += NAMED_BONUS
    unnamed = model.score(sums.weights, situation.unnamed + features.chained_unnamed(situation, state))
    if situation.heard or is_put_to(reader, situation):
        unnamed += HEARD_BONUS
    scores = [nobody, unnamed]
    for candidate in situation.candidates:
        mention = reader.mentions[candidate.mention]
        link = features.chained(situation, features.link_of(candidate, mention, state), state)
        score = sums.total(candidate.parts) + sums[link] + reader.own_score(candidate, sums)
        scores.append(score + points(reader, situation, candidate.mention))
    if reader.tokens.unread:
        from artparse.quotes.choice.unread import choose_unread  # No other language pays for it.

        return choose_unread(reader, situation, scores)
    choice = Choice(situation, scores, 0, 0.0, model.shares(scores))
    take(choice)
    return choice


def as_told(situation: Situation, told: Told) -> Choice:
    """The choice of whom the sentence tells to have said its words in marks; nobody, if it tells so."""
    if told.mention < 0:
        return Choice(situation, [], int(told.unnamed), told.share, rule=TOLD_BY_SENTENCE)
    known = (n for n, c in enumerate(situation.candidates) if c.mention == told.mention)
    at = next(known, len(situation.candidates))
    if at == len(situation.candidates):
        situation.candidates.append(Candidate(told.mention, "L", [], -1))
    return Choice(situation, [], at + 2, told.share, rule=TOLD_BY_SENTENCE)
