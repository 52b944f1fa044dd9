"""What must hold for every record that any test makes."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from artparse.article import Article
from artparse.schema import schema


@cache
def validator() -> Draft202012Validator:
    """Of the schema that `artparse --schema` prints."""
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def validate(record: dict[str, Any]) -> dict[str, Any]:
    """`record`, which is valid against the schema."""
    validator().validate(record)
    return record


def parts_of(article: Article) -> list[tuple[int, int]]:
    """The spans that together hold every character of the source text that is not white space."""
    spans = article.spans
    around = [spans.title, spans.subtitle, spans.byline, spans.published, spans.modified, spans.breadcrumb]
    headings = [section.span for section in article.sections]
    paragraphs = [paragraph.span for section in article.sections for paragraph in section.paragraphs]
    removed = [block.span for block in article.removed]
    return sorted(span for span in (*around, *headings, *paragraphs, *removed) if span is not None)


def check(article: Article, source: str) -> None:
    """Assert that `article`, made of the text `source`, is valid, anchored and complete."""
    validate(article.to_dict())
    assert article.source.characters == len(source)
    covered = 0
    for start, end in parts_of(article):
        assert covered <= start < end <= len(source)
        assert not source[covered:start].strip(), f"lost: {source[covered:start]!r}"
        covered = end
    assert not source[covered:].strip(), f"lost: {source[covered:]!r}"
    for quote in article.quotes:
        assert 0 <= quote.span[0] < quote.span[1] <= len(source)
        for phrase in (quote.mention, quote.cue):
            if phrase is not None:
                assert phrase.text == " ".join(source[slice(*phrase.span)].split())
        assert quote.text == " ".join(source[slice(*quote.span)].split())
        for speaker in quote.speaker_ids:
            assert article.quotes.index(quote) in article.speakers[speaker].quotes
