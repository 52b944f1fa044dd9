"""What an article reports, from sentence to sentence: reported speech goes on with whoever spoke last.

Roth lehnt ab. Das sei Unfug. Man habe Zeit.   ->  two reports of Roth
"""

from __future__ import annotations

from collections.abc import Mapping

from artparse.quotes.languages.by_grammar.reported.cues import accordingly, cue_of_sentence_before
from artparse.quotes.languages.by_grammar.reported.forms import (
    is_reported,
    is_reported_itself,
    is_surely_reported,
)
from artparse.quotes.languages.by_grammar.reported.telling import (
    Content,
    Piece,
    Sentence,
    Telling,
    sentence_of,
    telling_of,
)
from artparse.quotes.languages.by_grammar.reported.tellings import tellings_of
from artparse.quotes.languages.by_grammar.sentences.items import Text
from artparse.quotes.languages.by_grammar.sources.carried import BACK, source_in, topic_of
from artparse.quotes.languages.by_grammar.sources.frame import Frame, Sentences, Verdict
from artparse.values import NamedTuple

EARLIER = 0.7
"""How sure a report is whose source the next sentence tells."""
CARRIED = 0.65
"""How sure one is that goes on with whoever spoke before."""


class SoFar(NamedTuple):
    """What the sentences before tell."""

    speaking: Frame | None = None
    """Whoever speaks, while sentences of reported speech go on."""
    since: int = 0
    """How many sentences ago somebody was named as that."""
    before: tuple[Text, int] | None = None
    """The sentence before, where it reports nothing by itself."""


def tellings_in(
    sentences: Sentences, verdicts: Mapping[int, Verdict], skipped: frozenset[int]
) -> list[Telling]:
    """What an article reports, in source order; nothing in the passages `skipped`."""
    found: list[Telling] = []
    so_far = SoFar()
    for index, text in enumerate(sentences.texts):
        if index in skipped:
            continue
        for number in range(len(text.sentences)):
            told, so_far = _step(sentences, verdicts, index, number, so_far)
            found += told
    return found


def _step(
    sentences: Sentences, verdicts: Mapping[int, Verdict], index: int, number: int, so_far: SoFar
) -> tuple[list[Telling], SoFar]:
    """What one sentence reports, and what the next is to know."""
    text = sentences.texts[index]
    one = sentence_of(text, number)
    found = list(tellings_of(one)) or _of_sentence_before(one, so_far)
    named = _who_speaks(sentences, verdicts, index, number, one, found)
    speaking, since = so_far.speaking, so_far.since
    if found or named is not None:
        speaking, since = named, 0
    elif accordingly(one) is not None:
        found = _following(one, speaking)
    elif speaking is None and so_far.before is not None and is_surely_reported(one):
        speaking, since = topic_of(*so_far.before), 0
        found = _carried(one, speaking, since)
    elif speaking is not None and is_reported_itself(one):
        since += 1
        found = _carried(one, speaking, since)
    elif not one.is_quoted():
        speaking = None
    return found, SoFar(speaking, since, None if found else (text, number))


def _carried(one: Sentence, speaking: Frame | None, since: int) -> list[Telling]:
    """The sentence as words of whoever speaks, not too far behind where that is told."""
    if speaking is None or since > BACK + 1:
        return []
    told = telling_of(one, Content((Piece(one.start, one.stop),), CARRIED), speaking, None)
    return [] if told is None else [told]


def _following(one: Sentence, speaking: Frame | None) -> list[Telling]:
    """The sentence around "demnach", as words of whoever speaks."""
    at = accordingly(one)
    if at is None:
        return []
    pieces = (Piece(one.start, at), Piece(at + 1, one.stop))
    told = telling_of(one, Content(pieces, CARRIED), speaking, one.span(at))
    return [] if told is None else [told]


def _of_sentence_before(one: Sentence, so_far: SoFar) -> list[Telling]:
    """What the sentence before says, where this one tells whose it was: "Das teilte die Bank mit"."""
    cue = cue_of_sentence_before(one) if so_far.before is not None else None
    if cue is None or so_far.before is None:
        return []
    earlier = sentence_of(*so_far.before)
    if earlier.is_quoted():
        return []
    content = Content((Piece(earlier.start, earlier.stop),), EARLIER)
    told = telling_of(earlier, content, cue.frame, one.span(cue.at))
    return [] if told is None else [told]


def _who_speaks(
    sentences: Sentences,
    verdicts: Mapping[int, Verdict],
    index: int,
    number: int,
    one: Sentence,
    found: list[Telling],
) -> Frame | None:
    """Who speaks in the sentence, so that the next may go on with it."""
    for told in reversed(found):
        if told.frame is not None:
            return told.frame
    for k in range(one.stop - 1, one.start - 1, -1):
        verdict = verdicts.get(one.text.items[k].quote)
        if verdict is not None and verdict.frame is not None:
            return verdict.frame
    if found and is_reported(one.text, one.start, one.stop):
        return None
    return source_in(sentences, index, number)
