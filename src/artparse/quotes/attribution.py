"""The steps of the quotes stage, in order: each takes the article and returns it with one more layer.

    “It is gone,” said Ann Roe.   ->  one quote, whose speaker is Ann Roe

In: the text and its passages. Out: quotes, reports and speakers as the record has them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from artparse.quotes.choice.deciding import decide
from artparse.quotes.choice.reader import Reader
from artparse.quotes.doc import Doc
from artparse.quotes.entities import coreference
from artparse.quotes.languages.telling import telling_of
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.passages import Attributions, Passage
from artparse.quotes.record import assemble
from artparse.quotes.reports.language import has_reports
from artparse.quotes.reports.outside import english_reports, outside_of
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize


def attribute(
    text: str, passages: Sequence[Passage], language: str | None = None, authors: Sequence[str] = ()
) -> Attributions:
    """The quotes and reports in `passages` of the source text `text`, with their speakers."""
    stretches, unclosed = find_stretches(text, passages, language)
    if not stretches and not has_reports(language):
        return Attributions((), (), tuple(unclosed))
    doc = Doc(text, passages, language, authors, stretches, unclosed)
    for step in STEPS:
        doc = step(doc)
    return as_record(doc)


def read_words(doc: Doc) -> Doc:
    """With `tokens`: the words of the passages; those of other languages as if they were English."""
    return doc._replace(tokens=tokenize(doc.text, doc.passages, doc.stretches, doc.language))


def find_names(doc: Doc) -> Doc:
    """With `mentions`: the names, pronouns and noun phrases that may stand for a speaker."""
    assert doc.tokens is not None
    return doc._replace(mentions=find_mentions(doc.text, doc.passages, doc.tokens))


def tell_who_is_who(doc: Doc) -> Doc:
    """With `entities`: the persons, bodies and documents that the mentions stand for."""
    assert doc.tokens is not None and doc.mentions is not None
    return doc._replace(entities=coreference.find_entities(doc.tokens, doc.mentions, doc.authors))


def gather(doc: Doc) -> Doc:
    """With a `reader`: what the features of all stretches need."""
    assert doc.tokens is not None and doc.mentions is not None and doc.entities is not None
    reader = Reader(doc.text, doc.passages, doc.tokens, doc.stretches, doc.mentions, doc.entities)
    return doc._replace(reader=reader)


def read_sentences(doc: Doc) -> Doc:
    """With `telling`: who says something by what the sentences tell, in other languages than English."""
    assert doc.reader is not None
    return doc._replace(telling=telling_of(doc.reader, doc.language))


def choose_speakers(doc: Doc) -> Doc:
    """With `decisions`: who says what stands in quotation marks."""
    assert doc.reader is not None and doc.telling is not None
    return doc._replace(decisions=decide(doc.reader, doc.telling.told, doc.language))


def find_reports(doc: Doc) -> Doc:
    """With `reported`: what is reported, in quotation marks and out of them."""
    assert doc.reader is not None and doc.telling is not None
    if not has_reports(doc.language):
        return doc._replace(reported=[])
    sources = doc.telling.sources
    return doc._replace(reported=sources.reports() if sources is not None else english_reports(doc.reader))


STEPS: tuple[Callable[[Doc], Doc], ...] = (
    read_words,
    find_names,
    tell_who_is_who,
    gather,
    read_sentences,
    choose_speakers,
    find_reports,
)


def as_record(doc: Doc) -> Attributions:
    """What the record has of an article that went through all steps."""
    assert doc.reader is not None and doc.decisions is not None and doc.reported is not None
    outside = outside_of(doc.reader, doc.decisions, doc.reported)
    return assemble(doc.reader, doc.decisions, outside, tuple(doc.unclosed), doc.language)
