"""Speakers of quotes in headings and leads, by who says the same words in the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from artparse.quotes import model
from artparse.quotes.choice.chain import State
from artparse.quotes.choice.choosing import choose
from artparse.quotes.choice.decision import Decision, decision_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.languages.told import Told
from artparse.quotes.passages import HEADINGS
from artparse.quotes.speech.marks import Stretch

QUOTES_LOOKED_THROUGH = 200
"""How many quotes after a heading are looked through for its words."""
SAID_AGAIN = "speaker/said-again"
"""The rule where somebody says the same words elsewhere in the article."""
SHARE_OF_ECHO = 0.9
"""How often a heading is of whom its echo is of."""
WORDS_OF_SENTENCE, ANNOUNCED = 3, 0.6
"""A heading's sentence in marks has so many words at least; how often it is whom the rest names alone."""
WORDS_OF_ECHO = 2
"""Words of a heading or lead that are enough to find the quote that they are from."""
WORDS_OF_GLOSSED_ECHO = 1
"""The same where sentences are not read as they stand: the headline alone tells too little of "tendue"."""
MARKS_BESIDE_WORDS = ".,;:!?…¡¿"
QUOTES_OF_LEAD = 6
"""Quotes of the lead, at most, that may announce what is quoted in full later."""

REACH_OF_HEADING, MENTIONS_OF_SENTENCE = 1000, 20
"""Code points behind a heading in which its words are looked for; mentions beside them."""


def with_echoes(reader: Reader, decisions: list[Decision]) -> list[Decision]:
    """`decisions`, where somebody unnamed in the article's lead is whoever says the same words later."""
    found = list(decisions)
    for at, decision in enumerate(decisions[:QUOTES_OF_LEAD]):
        unnamed = decision.entity < 0 or not reader.entities[decision.entity].name
        key = words_of(reader, decision.stretch)
        if not unnamed or len(key.split()) < WORDS_OF_ECHO:
            continue
        echo = next(
            (d for d in decisions[at + 1 : QUOTES_LOOKED_THROUGH] if key in words_of(reader, d.stretch)),
            None,
        )
        if echo is not None and echo.entity >= 0 and reader.entities[echo.entity].name:
            found[at] = decision._replace(entity=echo.entity, rule=SAID_AGAIN)
    return found


def with_headings(reader: Reader, decisions: list[Decision], told: Mapping[int, Told]) -> list[Decision]:
    """`decisions` with those for quotes in headings, whose speaker the body tells, or their own sentence."""
    headings = [
        number
        for number, stretch in enumerate(reader.stretches)
        if not stretch.nested and stretch.label is None and reader.passages[stretch.passage].place in HEADINGS
    ]
    if not headings:
        return decisions
    starts = [d.stretch.start for d in decisions]
    found = [
        decision
        for number in headings
        if (decision := _of_heading(reader, number, decisions, starts, told.get(number))) is not None
    ]
    return sorted(found + decisions, key=lambda d: d.stretch.start)


def _of_heading(
    reader: Reader, number: int, decisions: list[Decision], starts: list[int], told: Told | None
) -> Decision | None:
    """The decision on a quote in a heading: by its words in the body, else by its own sentence."""
    stretch = reader.stretches[number]
    after = bisect_left(starts, stretch.start)
    later = decisions[after : after + QUOTES_LOOKED_THROUGH]
    for tell in (_said_again, _said_next):
        decision = tell(reader, stretch, later)
        if decision is not None:
            return decision
    choice = choose(reader, number, State(), model.sums("attribution.txt"), told)
    if choice.taken:
        return decision_of(reader, choice, State())
    entity = announced(reader, stretch, decisions)
    return _of_entity(stretch, entity, ANNOUNCED, SAID_AGAIN) if entity >= 0 else None


def _said_again(reader: Reader, stretch: Stretch, later: list[Decision]) -> Decision | None:
    """The speaker of the quote of the body that has the words of the heading."""
    key = words_of(reader, stretch)
    if len(key.split()) < (WORDS_OF_GLOSSED_ECHO if reader.tokens.glossed else WORDS_OF_ECHO):
        return None
    echo = next((d for d in later if key in words_of(reader, d.stretch)), None)
    return _of_entity(stretch, echo.entity, _less(echo), SAID_AGAIN) if echo is not None else None


def _said_next(reader: Reader, stretch: Stretch, later: list[Decision]) -> Decision | None:
    """Whoever speaks next, of a heading that is nothing but a quote; rather who says its words unmarked."""
    filled = fills_passage(reader, stretch) and reader.passages[stretch.passage].place == "heading"
    if not filled or not later:
        return None
    teller = teller_of(reader, stretch, words_of(reader, stretch), later[0])
    if teller >= 0:
        return _of_entity(stretch, teller, _less(later[0]), SAID_AGAIN)
    return _of_entity(stretch, later[0].entity, _less(later[0]), "speaker/next")


def _less(echo: Decision) -> float:
    """How sure it is that a heading is of whom its echo is of."""
    return round(echo.confidence * SHARE_OF_ECHO, 3)


def _of_entity(stretch: Stretch, entity: int, share: float, rule: str) -> Decision:
    """A decision by who somebody is, of whom no words stand beside the stretch."""
    return Decision(stretch, None, -1, entity, False, share, rule=rule)


def words_of(reader: Reader, stretch: Stretch) -> str:
    """The words of a stretch between spaces; where sentences are not read as they stand, without their marks.

    In English a headline alone tells more: with marks left out, found F1 falls by 0.2 on PolNeAR (dev).
    """
    key = reader.key(stretch)
    if reader.tokens.glossed:
        key = " ".join(word.strip(MARKS_BESIDE_WORDS) for word in key.split())
    return f" {key} "


def announced(reader: Reader, stretch: Stretch, decisions: list[Decision]) -> int:
    """Whom alone a heading names behind the sentence in marks that it opens with, if they speak; or -1.

    "« J'ai menti toute ma vie » : les aveux de Jean Roy"
    """
    text, (start, last) = reader.text, reader.passages[stretch.passage].span
    words = text[stretch.start : stretch.end].strip()
    opens = (
        stretch.outer[0] - start < 2 and not words[:1].islower() and len(words.split()) >= WORDS_OF_SENTENCE
    )
    if not (reader.tokens.glossed and opens and text[stretch.outer[1] : last].lstrip()[:1] in tuple(":.,")):
        return -1
    first = bisect_left(reader.mentions, stretch.outer[1], key=lambda m: m.span[0])
    named = {
        m.entity
        for m in reader.mentions[first : first + MENTIONS_OF_SENTENCE]
        if m.span[1] <= last and m.form == "name" and m.entity >= 0 and not m.inside
    }
    entity = named.pop() if len(named) == 1 else -1
    return entity if any(d.entity == entity for d in decisions) else -1


def teller_of(reader: Reader, stretch: Stretch, key: str, following: Decision | None) -> int:
    """Whom the one sentence names that has a heading's words without marks, before the next quote; or -1."""
    if following is None or len(key.split()) < WORDS_OF_ECHO:
        return -1
    last = min(following.stretch.start, stretch.end + REACH_OF_HEADING)
    at = reader.text[stretch.outer[1] : last].lower().find(key.strip())
    if at < 0:
        return -1
    start = stretch.outer[1] + at
    sentence = reader.tokens.sentences[reader.tokens.at(start)]
    first = bisect_left(reader.mentions, sentence, key=lambda m: m.sentence)
    named: set[int] = set()
    for mention in reader.mentions[first : first + MENTIONS_OF_SENTENCE]:
        if mention.sentence != sentence:
            break
        own = start <= mention.span[0] < start + len(key.strip())  # the B of "no plan B"
        if mention.entity >= 0 and reader.entities[mention.entity].name and not (mention.inside or own):
            named.add(mention.entity)
    return named.pop() if len(named) == 1 else -1


def fills_passage(reader: Reader, stretch: Stretch) -> bool:
    """Whether the stretch is all of its passage."""
    span = reader.passages[stretch.passage].span
    return stretch.outer[0] - span[0] < 2 and span[1] - stretch.outer[1] < 2
