"""An article as Markdown (CommonMark): front matter, sections, and lists of its quotes and reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

from artparse import __version__
from artparse.article import Article, ErrorRecord, Quote, Report
from artparse.writing.json import visible
from artparse.writing.setting import role_of, safe


def alone(record: Article | ErrorRecord) -> bytes | None:
    """An article's Markdown, nothing for an error record."""
    return document(record).encode() if isinstance(record, Article) else None


def alone_with_removed(record: Article | ErrorRecord) -> bytes | None:
    """As `alone`, with what was removed at the end."""
    return document(record, removed=True).encode() if isinstance(record, Article) else None


def document(article: Article, *, removed: bool = False) -> str:
    """`article` as Markdown that reads back to the same title, byline, dates and sections.

    The front matter's `generator` tells artparse that it need not guess what a line is. The quotes
    and reports stand in a `<footer>`, which is shown as any other list but is no section; so does what was
    removed, with `removed`.
    """
    left_out = _removed(article) if removed else ()
    return "\n\n".join((front_matter(article), *_body(article), *_quotes(article), *left_out)) + "\n"


def front_matter(article: Article) -> str:
    """What the record says of the article as a whole, as YAML, which every JSON value is."""
    values = {
        "title": article.title,
        "subtitle": article.subtitle,
        "byline": article.byline,
        "authors": article.authors,
        "date": article.published,
        "modified": article.modified,
        "site": article.site,
        "url": article.source.url,
        "language": article.language,
        "description": article.description,
        "keywords": article.keywords,
        "image": article.image,
        "license": article.license,
        "file": article.source.path,
        "generator": f"artparse {__version__}",
    }
    lines = (f"{name}: {_yaml(value)}" for name, value in values.items() if value)
    return "\n".join(("---", *lines, "---"))


def _yaml(value: str | tuple[str, ...]) -> str:
    return _unwritable().sub(
        lambda found: f"\\u{ord(found[0]):04x}", visible(json.dumps(value, ensure_ascii=False))
    )


@cache
def _unwritable() -> re.Pattern[str]:
    """Characters that YAML does not take as they are, and JSON does."""
    return re.compile("[\ufffe\uffff\ufeff]")


def _body(article: Article) -> Iterator[str]:
    if article.title:
        yield f"# {_escaped(article.title)}"
    if article.subtitle:
        yield f"*{_escaped(article.subtitle)}*"
    if article.byline:
        yield _escaped(article.byline)
    for section in article.sections:
        if section.heading:
            yield f"{'#' * min(max(section.level, 2), 6)} {_escaped(section.heading)}"
        items: list[str] = []
        for paragraph in section.paragraphs:
            words = _escaped(paragraph.text)
            if paragraph.kind == "list_item":
                items.append(f"- {words}")
                continue
            if items:
                yield "\n".join(items)
                items = []
            if paragraph.kind == "code":
                yield _fenced(paragraph.text)
            else:
                yield f"> {words}" if paragraph.kind == "blockquote" else words
        if items:
            yield "\n".join(items)


def _fenced(code: str) -> str:
    """`code` between fences longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _quotes(article: Article) -> Iterator[str]:
    """The quotes, and apart from them the reports, whose words are the reporter's."""
    lists: tuple[tuple[str, Sequence[Quote | Report]], ...] = (
        ("Quotes", article.quotes),
        ("Reported without quotation marks", article.reports),
    )
    for heading, said in lists:
        if said:
            yield "<footer>"
            yield f"## {heading}"
            yield "\n".join(f"{i}. {_quote(article, one)}" for i, one in enumerate(said, 1))
            yield "</footer>"


def _removed(article: Article) -> Iterator[str]:
    if article.removed:
        yield "<footer>"
        yield "## Removed"
        yield "\n".join(f"- *{block.reason}*: {_escaped(block.text)}" for block in article.removed)
        yield "</footer>"


def _quote(article: Article, quote: Quote | Report) -> str:
    role = role_of(article, quote)
    if quote.speaker:
        who = f"**{_escaped(quote.speaker)}**" + (f" ({_escaped(role)})" if role else "")
    else:
        who = f"*{_escaped(quote.mention.text)}*" if quote.mention else "*not named*"
    words = _escaped(quote.text)
    return f"{who}: “{words}”" if isinstance(quote, Quote) else f"{who}: {words}"


def _escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    special, number = _markup()
    return number.sub(r"\1\\\2", special.sub(r"\\\g<0>", safe(text)))


@cache
def _markup() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What begins markup: some characters anywhere, others at an end of a line; a list's number."""
    special = r"[\\`*_\[\]~]|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|^[#+=>-]|#(?=#*$)"
    return re.compile(special), re.compile(r"^(\d{1,9})([.)])")
