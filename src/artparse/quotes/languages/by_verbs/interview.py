"""Interviews whose answers stand in marks, a paragraph each, between questions without any."""

from __future__ import annotations

from artparse.quotes.languages.by_verbs.ground import LIKELY, Ground
from artparse.quotes.languages.told import Told

FEWEST_ANSWERS = 2
"""An interview has at least so many paragraphs that are nothing but words in marks, behind others."""


def read_interview(ground: Ground, found: dict[int, Told]) -> None:
    """Paragraphs of nothing but words in marks, behind others, are of whom the title names before its own."""
    reader = ground.reader
    titled = next(
        (q for q, told in sorted(found.items()) if _is_of_title(ground, q) and told.mention >= 0), -1
    )
    if titled < 0 or not ground.is_person(hero := found[titled].mention):
        return
    quoted = {stretch.passage for stretch in reader.stretches}
    answers = [
        q
        for q, stretch in enumerate(reader.stretches)
        if q in reader.bounds and _is_alone(ground, q) and stretch.passage - 1 not in quoted
    ]
    asked = [q for q in answers if _is_question(ground, reader.stretches[q].passage - 1)]
    if len(asked) < FEWEST_ANSWERS:
        return
    for quote in range(len(reader.stretches)):
        if _is_alone(ground, quote):
            found[quote] = Told(hero, None, LIKELY)


def _is_of_title(ground: Ground, quote: int) -> bool:
    return ground.reader.passages[ground.reader.stretches[quote].passage].place == "title"


def _is_alone(ground: Ground, quote: int) -> bool:
    """Whether words in marks are a whole paragraph."""
    reader = ground.reader
    stretch = reader.stretches[quote]
    passage = reader.passages[stretch.passage]
    text = reader.text[passage.span[0] : stretch.outer[0]] + reader.text[stretch.outer[1] : passage.span[1]]
    return passage.place == "paragraph" and not any(c.isalnum() for c in text)


def _is_question(ground: Ground, passage: int) -> bool:
    reader = ground.reader
    return reader.text[slice(*reader.passages[passage].span)].rstrip().endswith("?")
