"""Articles as TEI P5: who said what in the running text, and who they are in the header.

A direct quote is `<said who="#speaker-1" direct="true">`; of a partial one, `<said direct="false">`
is the reported clause and `<quote>` the words in quotation marks in it; a report is
`<said direct="false">`. What was removed is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import accumulate, groupby
from xml.sax.saxutils import escape, quoteattr

from artparse import __version__
from artparse.article import Article, ErrorRecord, Paragraph, Quote, Report, Span, Speaker
from artparse.patterns import pattern
from artparse.values import NamedTuple
from artparse.writing.said import file_of
from artparse.writing.setting import marked, safe, source_of, with_marks

NAMESPACE = "http://www.tei-c.org/ns/1.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NO_XML = pattern("[\ufffe\uffff]")
"""What XML does not have, beside what `safe` shows."""


def alone(record: Article | ErrorRecord) -> bytes | None:
    """A TEI document; nothing for an error record. Raises ValueError without the source text."""
    if isinstance(record, ErrorRecord):
        return None
    return f"{DECLARATION}{_article(record, '')}\n".encode()


def in_corpus(record: Article | ErrorRecord) -> bytes | None:
    """The same as an element of a corpus, its identifiers made of the input's name."""
    if isinstance(record, ErrorRecord):
        return None
    digest = sha256(file_of(record).encode("utf-8", "backslashreplace")).hexdigest()
    return f"{_article(record, f'a{digest[:12]}-')}\n".encode()


class Element(NamedTuple):
    """An element over a stretch of the source text."""

    span: Span
    name: str
    attributes: dict[str, str]
    identifier: str = ""
    """Its xml:id; a second piece of it has a number behind that, and says which is before it."""


def _article(article: Article, prefix: str) -> str:
    language = {"xml:lang": article.language} if article.language else {}
    documents = [
        _element("bibl", _element("title", _text(one.name)), {"xml:id": _speaker(i, prefix)})
        for i, one in enumerate(article.speakers)
        if one.kind == "document"
    ]
    stand_off = [_element("standOff", _element("listBibl", "".join(documents)))] if documents else []
    parts = (_header(article, prefix), *stand_off, _element("text", _body(article, prefix)))
    return _element("TEI", "\n".join(("", *parts, "")), {"xmlns": NAMESPACE, **language})


def _header(article: Article, prefix: str) -> str:
    title = _element("title", _text(article.title or file_of(article) or "Untitled"))
    authors = [_element("author", _text(name)) for name in article.authors]
    words = _element("measure", str(article.words), {"unit": "words", "quantity": str(article.words)})
    made = f"Made by artparse {__version__}" + (f" from {file_of(article)}" if file_of(article) else "")
    file = (
        _element("titleStmt", "".join((title, *authors))),
        _element("extent", words),
        _element("publicationStmt", _element("p", _text(made))),
        _element("sourceDesc", _element("bibl", "".join((title, *authors, *_published(article))))),
    )
    label = _element("label", "artparse")
    application = _element("application", label, {"ident": "artparse", "version": __version__})
    return _element(
        "teiHeader",
        "".join(
            (
                _element("fileDesc", "".join(file)),
                _element("encodingDesc", _element("appInfo", application)),
                *_profile(article, prefix),
            )
        ),
    )


def _published(article: Article) -> Iterator[str]:
    """What is known of the article's publication."""
    source = article.source
    if article.subtitle:
        yield _element("title", _text(article.subtitle), {"type": "sub"})
    if article.site:
        yield _element("publisher", _text(article.site))
    for kind, moment in (("published", article.published), ("modified", article.modified)):
        if moment:
            yield _element("date", _text(moment), {"type": kind, **_when(moment)})
    for kind, value in (("URL", source.url), ("id", source.id), ("licence", article.license)):
        if value:
            yield _element("idno", _text(value), {"type": kind})


def _profile(article: Article, prefix: str) -> Iterator[str]:
    parts = []
    if article.description:
        parts.append(_element("abstract", _element("p", _text(article.description))))
    if article.language:
        language = _element("language", article.language, {"ident": article.language})
        parts.append(_element("langUsage", language))
    if article.keywords:
        terms = "".join(_element("term", _text(word)) for word in article.keywords)
        parts.append(_element("textClass", _element("keywords", terms)))
    people = [
        _somebody(i, speaker, prefix)
        for i, speaker in enumerate(article.speakers)
        if speaker.kind != "document"
    ]
    if people:
        parts.append(_element("particDesc", _element("listPerson", "\n".join(("", *people, "")))))
    if parts:
        yield _element("profileDesc", "".join(parts))


def _somebody(number: int, speaker: Speaker, prefix: str) -> str:
    element, name = {
        "person": ("person", "persName"),
        "organization": ("org", "orgName"),
        "group": ("personGrp", "name"),
    }[speaker.kind]
    parts = [_element(name, _text(speaker.name))]
    parts += [_element(name, _text(alias), {"type": "alias"}) for alias in speaker.aliases]
    if speaker.role and element == "person":
        parts.append(_element("occupation", _text(speaker.role)))
    elif speaker.role:
        parts.append(_element("note", _text(speaker.role), {"type": "role"}))
    if speaker.pronoun:
        parts.append(_element("note", speaker.pronoun, {"type": "pronoun"}))
    return _element(element, "".join(parts), {"xml:id": _speaker(number, prefix)})


def _body(article: Article, prefix: str) -> str:
    text = source_of(article)
    elements = sorted(
        (*_quotes(article, text, prefix), *_reports(article, prefix)),
        key=lambda element: (element.span[0], -element.span[1], element.name != "said"),
    )
    writer = _Writer(text, elements)
    top = []
    if article.title:
        top.append(_element("head", writer.words(article.title, article.spans.title)))
    if article.subtitle:
        words = writer.words(article.subtitle, article.spans.subtitle)
        top.append(_element("head", words, {"type": "sub"}))
    if article.byline:
        top.append(_element("byline", _text(article.byline)))
    divisions = []
    for section in article.sections:
        inside = []
        if section.heading:
            inside.append(_element("head", writer.words(section.heading, section.span)))
        for is_list, group in groupby(section.paragraphs, lambda one: one.kind == "list_item"):
            blocks = [_paragraph(one, writer) for one in group]
            inside += [_element("list", "".join(blocks))] if is_list else blocks
        kind = {"type": "section"} if section.heading else {"type": "lead"}
        divisions.append(_element("div", "\n".join(("", *inside, "")), kind))
    return _element("body", "\n".join(("", *top, *(divisions or [_element("p", "")]), "")))


def _paragraph(paragraph: Paragraph, writer: _Writer) -> str:
    words = writer.words(paragraph.text, paragraph.span, folded=paragraph.kind != "code")
    if paragraph.kind == "blockquote":
        return _element("quote", _element("p", words), {"rend": "block"})
    if paragraph.kind == "code":
        return _element("ab", words, {"type": "code", "xml:space": "preserve"})
    return _element("item" if paragraph.kind == "list_item" else "p", words)


def _quotes(article: Article, text: str, prefix: str) -> Iterator[Element]:
    for i, quote in enumerate(article.quotes):
        attributes, identifier = _said(quote, prefix), f"{prefix}quote-{i + 1}"
        start, end = with_marks(quote.span, text)
        if quote.kind == "direct":
            yield Element((start, end), "said", attributes | {"direct": "true"}, identifier)
            continue
        clause = quote.clause.span if quote.clause else quote.span
        whole = min(start, clause[0]), max(end, clause[1])
        yield Element(whole, "said", attributes | {"direct": "false"}, identifier)
        yield Element((start, end), "quote", {})


def _reports(article: Article, prefix: str) -> Iterator[Element]:
    for i, report in enumerate(article.reports):
        attributes = _said(report, prefix) | {"direct": "false"}
        for span in report.spans:
            yield Element(span, "said", attributes, f"{prefix}report-{i + 1}")


def _said(said: Quote | Report, prefix: str) -> dict[str, str]:
    who = " ".join(f"#{_speaker(i, prefix)}" for i in said.speaker_ids)
    return ({"who": who} if who else {}) | {"cert": f"{said.confidence:g}"}


def _speaker(number: int, prefix: str) -> str:
    return f"{prefix}speaker-{number + 1}"


class _Writer:
    """Writes the words of blocks with the elements over them; knows which have begun before."""

    def __init__(self, text: str, elements: Sequence[Element]) -> None:
        """`elements` in order, those that hold others first."""
        self._text, self._elements = text, elements
        self._starts = [element.span[0] for element in elements]
        self._ends = list(accumulate((element.span[1] for element in elements), max))
        """The furthest end of an element and all before it."""
        self._pieces: dict[str, int] = {}

    def words(self, words: str, span: Span | None, *, folded: bool = True) -> str:
        """The words of the block at `span`; elements that begin before it, or end after, are cut."""
        if span is None or not folded:
            return _text(words)
        parts = []
        opened: list[int] = []
        first = bisect_right(self._ends, span[0])
        inside = self._elements[first : bisect_left(self._starts, span[1])]
        for piece, indexes in marked(self._text, span, words, [element.span for element in inside]):
            active = [first + i for i in indexes]
            kept = next(
                (i for i, (a, b) in enumerate(zip(opened, active, strict=False)) if a != b),
                min(len(opened), len(active)),
            )
            parts += self._closing(opened[kept:])
            parts += [self._opening(self._elements[number]) for number in active[kept:]]
            parts.append(_text(piece))
            opened = active
        return "".join((*parts, *self._closing(opened))) or _text(words)

    def _opening(self, element: Element) -> str:
        attributes = element.attributes
        if element.identifier:
            number = self._pieces[element.identifier] = self._pieces.get(element.identifier, 0) + 1
            attributes = attributes | {"xml:id": _piece(element.identifier, number)}
            if number > 1:
                attributes = attributes | {"prev": f"#{_piece(element.identifier, number - 1)}"}
        return _tag(element.name, attributes)

    def _closing(self, numbers: Iterable[int]) -> list[str]:
        return [f"</{self._elements[number].name}>" for number in reversed(list(numbers))]


def _piece(identifier: str, number: int) -> str:
    return identifier if number == 1 else f"{identifier}.{number}"


def _when(moment: str) -> dict[str, str]:
    """The attribute that holds a moment as XML Schema writes it, where it is one."""
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return {}
    return {"when": parsed.isoformat() if "T" in moment else moment}


def _element(name: str, content: str, attributes: dict[str, str] | None = None) -> str:
    return f"{_tag(name, attributes or {})}{content}</{name}>"


def _tag(name: str, attributes: dict[str, str]) -> str:
    return (
        "<" + " ".join((name, *(f"{key}={quoteattr(_shown(attributes[key]))}" for key in attributes))) + ">"
    )


def _text(text: str) -> str:
    return escape(_shown(text))


def _shown(text: str) -> str:
    """`text` with what has no place in XML as visible escapes; line feeds and tabs of code stay."""
    shown = re.sub("[^\t\n]+", lambda found: safe(found[0]), text)
    return NO_XML.sub(lambda found: found[0].encode("unicode_escape").decode(), shown)
