"""One decision for each stretch of an article that somebody said.

In: the reader, and what the sentences themselves tell. Out: decisions in source order. All stretches get a
first choice from left to right; those that are not sure are chosen again (`review.py`), what is nobody's is
let go of (`nobody`); headings come last.
"""

from __future__ import annotations

from collections.abc import Mapping

from artparse.quotes import model
from artparse.quotes.choice.chain import State, advance, skip
from artparse.quotes.choice.choosing import as_told, choose
from artparse.quotes.choice.decision import Decision, decision_of
from artparse.quotes.choice.headings import with_echoes, with_headings
from artparse.quotes.choice.nobody import judging
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice, review
from artparse.quotes.languages.told import Told
from artparse.quotes.passages import HEADINGS

UNNAMED = 1
"""Index of "somebody unnamed" among what a choice takes."""


def decide(reader: Reader, told: Mapping[int, Told], language: str | None = None) -> list[Decision]:
    """One decision for each stretch that somebody said; `told` has what the sentences themselves tell."""
    choices = first_choices(reader, told)
    review(reader, list(choices.values()))
    weights = judging.weights_of(language, reader.tokens.glossed)
    if weights is not None:
        judging.judge(reader, list(choices.values()), weights)
    name_unnamed(reader, choices, told)
    decisions = decisions_of(reader, choices, told, language)
    return with_headings(reader, with_echoes(reader, decisions), told)


def first_choices(reader: Reader, told: Mapping[int, Told]) -> dict[int, Choice]:
    """Number of a stretch to the first choice of its speaker, left to right; none of headings and labels."""
    found: dict[int, Choice] = {}
    state = State()
    sums = model.sums("attribution.txt")
    for number, stretch in enumerate(reader.stretches):
        if stretch.nested or stretch.label is not None:
            continue
        if reader.passages[stretch.passage].place in HEADINGS:
            continue
        known = told.get(number)
        sure = known if known is not None and not known.weak else None
        choice = found[number] = choose(reader, number, state, sums, sure)
        choice.situation.forget()
        state = after(reader, choice, state)
    return found


def decisions_of(
    reader: Reader, choices: Mapping[int, Choice], told: Mapping[int, Told], language: str | None = None
) -> list[Decision]:
    """The decisions that the choices come to, and those of the labels of a transcript, in source order."""
    found: list[Decision] = []
    state = State()
    for number, stretch in enumerate(reader.stretches):
        if stretch.label is not None and not stretch.nested:
            from artparse.quotes.choice.transcripts import by_label  # Only for transcripts.

            found.append(by_label(reader, stretch, found, language))
        elif number in choices:
            choice = choices[number]
            if choice.taken:
                word = told[number].word if number in told else None
                decision = decision_of(reader, choice, state)
                found.append(decision._replace(told=word, doubt=choice.doubt))
            state = after(reader, choice, state)
    return found


def name_unnamed(reader: Reader, choices: dict[int, Choice], told: Mapping[int, Told]) -> None:
    """Let what is held to be somebody's whom nothing names be whose the sentences weakly tell."""
    for number, known in told.items():
        if known.weak and number in choices and choices[number].taken == UNNAMED:
            choices[number] = as_told(reader, choices[number].situation, known)


def after(reader: Reader, choice: Choice, state: State) -> State:
    """The state after a stretch of which `choice` was made."""
    if not choice.taken:
        return skip(state)
    return advance(reader, choice.situation, choice.chosen, state)
