"""What one sentence reports by itself, cue by cue; without any, by the form of its clauses alone."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes.languages.by_grammar.reported.around import contents_of
from artparse.quotes.languages.by_grammar.reported.cues import cues_of
from artparse.quotes.languages.by_grammar.reported.ends import content_end, opens_that
from artparse.quotes.languages.by_grammar.reported.forms import has_form, is_reported, looks_reported
from artparse.quotes.languages.by_grammar.reported.telling import (
    Content,
    Piece,
    Sentence,
    Telling,
    overlap,
    telling_of,
)
from artparse.quotes.languages.by_grammar.sentences.clauses import finite_of, skip_openers
from artparse.quotes.languages.by_grammar.sentences.phrases import Phrase, phrase_at
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_of
from artparse.quotes.languages.by_grammar.sources.frame import framed

MOST = 12
"""At most so many things are found in one sentence."""
FORM = 0.6
"""How sure a report is that only the form of its verb tells."""


def tellings_of(one: Sentence) -> Iterator[Telling]:
    """What the sentence reports; nothing twice."""
    taken: list[Content] = []
    for cue in cues_of(one):
        for content in contents_of(one, cue):
            told = telling_of(one, content, cue.frame, one.span(cue.at))
            if told is None:
                continue
            if not any(overlap(content, other) for other in taken):
                taken.append(content)
                yield told
            break
        if len(taken) == MOST:
            return
    told = None if taken else _told_by_form(one)
    if told is not None:
        yield told


def _told_by_form(one: Sentence) -> Telling | None:
    """A clause whose verb has the form of reported speech, where no known word says that it is:
    "Roth winkte ab, das sei Unfug".
    """
    text = one.text
    comma = next((k for k in range(one.start, one.stop - 1) if text.low(k) == ","), -1)
    if comma < 0 or is_reported(text, one.start, comma) or not _may_be_told(one, comma + 1):
        return None
    stop = next((m for m in range(comma + 1, one.stop) if text.low(m) in (",", ";")), one.stop)
    if not any(_is_form(one, k) for k in range(comma, stop)):
        return None
    subject = _subject_before(one, comma)
    if subject is None:
        return None
    content = Content((Piece(comma + 1, content_end(one, comma + 1)),), FORM)
    return telling_of(one, content, framed(text, subject, comma - 1), one.span(comma - 1))


def _may_be_told(one: Sentence, k: int) -> bool:
    """Whether the word at item `k` may open a clause that is told."""
    text = one.text
    bound = text.has("subordinating", k) and not opens_that(one, k)
    return not (bound or text.has("purposes", k) or text.has("joining", k))


def _is_form(one: Sentence, k: int) -> bool:
    text = one.text
    return text.has("reported", k) or (looks_reported(text, k) and has_form(text, k))


def _subject_before(one: Sentence, comma: int) -> Phrase | None:
    """The subject of the clause before a comma, if that may be a source."""
    text = one.text
    finite = finite_of(text, one.start, comma)
    found = subject_of(text, finite) if finite >= 0 else None
    if found is None:
        found = phrase_at(text, skip_openers(text, one.start, comma), comma)
    return found if found is not None and found.subject and found.kind != "quote" else None
