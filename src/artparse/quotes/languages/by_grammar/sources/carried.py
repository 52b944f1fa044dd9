"""Reported speech that goes on over sentences, with whoever speaks: "Das sei „gut“. Man habe „Zeit“."

Also who speaks in a sentence as a whole, and whom it tells something of.
"""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes.languages.by_grammar.sentences.clauses import finite_of, skip_openers
from artparse.quotes.languages.by_grammar.sentences.items import REACH, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import is_person, phrase_at
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_of
from artparse.quotes.languages.by_grammar.sentences.verbs import verb_at
from artparse.quotes.languages.by_grammar.sources.frame import Frame, Place, Sentences, framed
from artparse.quotes.languages.by_grammar.sources.prepositions import source_by_preposition, source_by_thus
from artparse.quotes.languages.by_grammar.sources.verbs import source_of_verb

BACK = 4
"""Reported speech goes on over so many sentences."""


def carried(place: Place) -> Frame | None:
    """Who speaks in an earlier sentence, where reported speech goes on to this one."""
    if not is_reported(place.text, place.sentence) and not _stands_alone(place):
        return None
    for index, number in _sentences_before(place):
        found = source_in(place.sentences, index, number)
        if found is not None:
            return found._replace(cue=None, carried=True)
        if not is_reported(place.sentences.texts[index], number):
            return None
    return None


def is_reported(text: Text, number: int) -> bool:
    """Whether a verb outside quotation marks has the form of reported speech."""
    start, stop = text.sentences[number]
    return any(text.has("reported", k) for k in range(start, min(stop, start + REACH)))


def source_in(sentences: Sentences, index: int, number: int) -> Frame | None:
    """Who speaks in a sentence, as its verb of saying tells."""
    key = (index, number)
    if key not in sentences.sources:
        sentences.sources[key] = _source_in(sentences.texts[index], number)
    return sentences.sources[key]


def topic_of(text: Text, number: int) -> Frame | None:
    """The person or body that a sentence tells something of, by its subject."""
    start, stop = text.sentences[number]
    stop = min(stop, start + REACH)
    finite = finite_of(text, start, stop)
    found = subject_of(text, finite) if finite >= 0 else None
    first = start if found is not None else skip_openers(text, start, stop)
    found = found or phrase_at(text, first, stop)
    if found is None or found.kind != "noun" or not found.subject:
        return None
    body = text.grammar.has("bodies", text.items[found.head - 1].word)
    return framed(text, found, first) if body or is_person(text, found) else None


def _stands_alone(place: Place) -> bool:
    """Whether the stretch is a sentence of its own behind one of reported or quoted speech."""
    if place.i != place.start or place.stop > place.i + 2 or not place.sentence:
        return False
    text, before = place.text, place.sentence - 1
    first, last = text.sentences[before]
    quoted = any(text.items[k].quote >= 0 for k in range(first, min(last, first + REACH)))
    return quoted or is_reported(text, before)


def _sentences_before(place: Place) -> Iterator[tuple[int, int]]:
    """The sentences before, the nearest first: number of the passage, number there."""
    index, number = place.passage, place.sentence
    for _ in range(BACK):
        number -= 1
        if number < 0:
            index -= 1
            number = len(place.sentences.texts[index].sentences) - 1 if index >= 0 else -1
            if number < 0:
                return
        yield index, number


def _source_in(text: Text, number: int) -> Frame | None:
    start, stop = text.sentences[number]
    found: Frame | None = None
    for j in text.telling(start, min(stop, start + REACH)):
        if verb_at(text, j) is not None:
            found = source_of_verb(text, j) or found
        elif found is None:
            found = source_by_preposition(text, j)
        if found is None and text.has("thus", j) and text.low(j - 1) in (",", ""):
            found = source_by_thus(text, j, stop)
    return found
