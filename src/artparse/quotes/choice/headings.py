"""Speakers of quotes in headings and leads, by who says the same words in the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from artparse.quotes import model
from artparse.quotes.choice import features
from artparse.quotes.choice.choosing import choose
from artparse.quotes.choice.decision import Decision, decision_of
from artparse.quotes.choice.features import Reader
from artparse.quotes.languages.told import Told
from artparse.quotes.speech.marks import Stretch

QUOTES_LOOKED_THROUGH = 200
"""How many quotes after a heading are looked through for its words."""
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
            found[at] = decision._replace(entity=echo.entity, rule="speaker/said-again")
    return found


def with_headings(
    reader: Reader, headings: list[int], decisions: list[Decision], told: Mapping[int, Told]
) -> list[Decision]:
    """`decisions` with those for quotes in headings, whose speaker the body tells, or their own sentence."""
    if not headings:
        return decisions
    starts = [d.stretch.start for d in decisions]
    found: list[Decision] = []
    for number in headings:
        stretch = reader.stretches[number]
        key = words_of(reader, stretch)
        echo, rule = None, "speaker/said-again"
        if len(key.split()) >= (WORDS_OF_GLOSSED_ECHO if reader.tokens.glossed else WORDS_OF_ECHO):
            after = bisect_left(starts, stretch.start)
            later = decisions[after : after + QUOTES_LOOKED_THROUGH]
            echo = next((d for d in later if key in words_of(reader, d.stretch)), None)
        if (
            echo is None
            and fills_passage(reader, stretch)
            and reader.passages[stretch.passage].place == "heading"
        ):
            # a heading that is nothing but a quote: of whoever speaks next
            after = bisect_left(starts, stretch.start)
            echo, rule = decisions[after] if after < len(decisions) else None, "speaker/next"
            teller = teller_of(reader, stretch, key, echo)
            if echo is not None and teller >= 0:
                echo, rule = echo._replace(entity=teller), "speaker/said-again"
        if echo is not None:
            share = round(echo.confidence * 0.9, 3)
            found.append(Decision(stretch, None, -1, echo.entity, False, share, rule=rule))
            continue
        choice = choose(reader, number, features.State(), model.sums("attribution.txt"), told.get(number))
        if choice.taken:
            found.append(decision_of(reader, choice, features.State()))
        elif (entity := announced(reader, stretch, decisions)) >= 0:
            found.append(Decision(stretch, None, -1, entity, False, ANNOUNCED, rule="speaker/said-again"))
    return sorted(found + decisions, key=lambda d: d.stretch.start)


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
