"""One article of an export: its lines, what they are told to be, and the document made of that."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from artparse.article import Format, Span
from artparse.data import load
from artparse.patterns import pattern
from artparse.reading import html, plain
from artparse.reading.content import Content
from artparse.reading.decoding import Decoded, decoded
from artparse.reading.document import Block, Document, Evidence, Hints
from artparse.reading.exports.days import day_in, with_time
from artparse.reading.exports.kept import fields_in, section_in
from artparse.reading.fields import language_in
from artparse.values import NamedTuple


class Line(NamedTuple):
    """One line of an article, without the space around it."""

    span: Span
    text: str
    apart: bool
    """Whether something empty stands above it, or it is a block of its own in markup."""
    indent: int = 0
    """Signs of white space in front of it, in text."""
    words: tuple[str, ...] = ()
    """Words of its classes, in markup."""


class Source(NamedTuple):
    """The linear text of an article, and its lines."""

    text: str
    lines: tuple[Line, ...]
    format: Format
    decoded: Decoded
    sha256: str


class Told(NamedTuple):
    """What is known of an article's lines."""

    given: list[tuple[Span, str]]
    """Each stretch with what it is (`Hints.given`)."""
    found: dict[str, list[str]]
    """What the labels say: `title`, `author`, `site`, `date`, `time`, `language`, `url`, `id`, ..."""
    unknown: frozenset[int] = frozenset()
    """The lines of which nothing is known, so that they are none of the article, by their numbers."""
    labels: Mapping[str, list[str]] = {}
    """What stands behind each label or code, as it is printed."""


WRAPPED = ("title", "subtitle", "byline", "body")
"""What may be wrapped over several lines."""
INDENTED, CENTRED = 2, 8
"""White space at least in front of a paragraph's first line, and of a line that is centred."""
PROSE = 80
"""Code points of a line, at least, that may be a paragraph of an article."""
SENTENCE_ENDS = ".!?…\"'”’»“"
NARROW, WIDE = 60, 130
"""Code points of a wrapped line with the next word, at least and at most."""
KINDS = (
    "text", "title", "subtitle", "author", "site", "date", "language", "url", "id", "description", "keywords",
    "head", "foot",
)  # fmt: skip
"""What labels tell, in the order in which a name that is of several is looked for."""
Teller = Callable[[Sequence[Line]], Told]
_MARKUP = pattern(rb"(?:\s|\xef\xbb\xbf)*<(?:!|html|head|body|div|table|doc|p|span)", re.IGNORECASE)
_OPENER = pattern(
    r"(?:By|Von|Par|Por|Door|Van)\s+(?:(?:our|unser\w{0,2}|onze|notre|nuestr[oa])\s+\w+\s+)?", re.IGNORECASE
)
_LAST_FIRST = pattern(r"((?:(?:van|von|de|der|den|del|la|le) ){0,2}[^\s,;]+), ([^\s,;]+(?: [^\s,;]+)?)")


def lines_of(content: Content) -> Source:
    """The lines of an article as text or HTML."""
    markup = content.text.lstrip()[:1] == "<" if content.text is not None else _MARKUP.match(content.data)
    # The first tag of an article that is cut out of a page may be any.
    if markup or content.format.endswith("-html"):
        source = html.decoded(content)
        from artparse.reading.markup import parse

        page = parse(source.text)
        return of_blocks("".join(page.text), page.blocks, "html", source, content.sha256)
    source = decoded(content)
    text = source.text
    lines: list[Line] = []
    reached = 0
    for block in plain.blocks(text):
        start, end = block.span
        above = text[reached:start]
        ends = above.count("\n") or above.count("\r")
        indent = len(above) - 1 - max(above.rfind("\n"), above.rfind("\r"))
        lines.append(Line(block.span, text[start:end], ends > 1 or not lines or "\f" in above, indent))
        reached = end
    if any(_is_indented(first) and not (line.indent or line.apart) for first, line in pairwise(lines)):
        # A paragraph's first line is indented, and those below it are not.
        lines = [line._replace(apart=line.apart or _is_indented(line)) for line in lines]
    return Source(text, tuple(lines), "text", source, content.sha256)


def _is_indented(line: Line) -> bool:
    return INDENTED <= line.indent < CENTRED


def of_blocks(text: str, blocks: Sequence[Block], format_: Format, source: Decoded, digest: str) -> Source:
    """The lines of a linear text whose blocks are known, each apart from the others."""
    lines = tuple(
        Line(block.span, text[slice(*block.span)], True, words=block.hints.words) for block in blocks
    )
    return Source(text, lines, format_, source, digest)


def made(source: Source, tell: Teller, keep: Sequence[str] = ()) -> Document:
    """The document of an article, by what is told of its lines; `keep` names fields that it is to have."""
    told = tell(source.lines)
    evidence = evidence_in(told.found)
    return Document(
        text=source.text,
        blocks=tuple(Block(span, Hints(given=given)) for span, given in _unwrapped(source, told.given)),
        format=source.format,
        encoding=source.decoded.encoding,
        sha256=source.sha256,
        undecodable=source.decoded.undecodable,
        evidence=evidence._replace(breadcrumb=section_in(told.labels, told.found)),
        fields=fields_in(keep, told.labels, told.found),
        id=next((value for value in told.found.get("id", ()) if value), None),
        exported=True,
        left=tuple(
            line.span for i, line in enumerate(source.lines) if i in told.unknown and _is_prose(line.text)
        ),
    )


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE and text.count(" ") > PROSE / 10 and text[-1] in SENTENCE_ENDS


def _unwrapped(source: Source, given: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The stretches of an article, the lines of a wrapped paragraph or headline being one."""
    apart = {line.span[0] for line in source.lines if line.apart}
    wrapped = any(line.apart for line in source.lines[1:]) and source.format == "text"
    joins = wrapped and _is_wrapped(source, given, apart)
    result: list[tuple[Span, str]] = []
    for span, kind in given:
        last, before = result[-1] if result else ((0, 0), "")
        goes_on = kind == before and kind in WRAPPED and span[0] not in apart and wrapped
        goes_on = goes_on or (kind == before == "title" and source.format == "text")
        if goes_on and kind == "body" and not joins:
            goes_on = False
        elif goes_on and kind == "body":
            line = source.text.rfind("\n", last[0], last[1]) + 1
            length = last[1] - max(line, last[0])
            goes_on = NARROW <= length + len(source.text[span[0] : span[1]].split(" ")[0]) <= WIDE
        if goes_on:
            result[-1] = ((last[0], span[1]), kind)
        else:
            result.append((span, kind))
    return result


def _is_wrapped(source: Source, given: Sequence[tuple[Span, str]], apart: Collection[int]) -> bool:
    """Whether the lines of a body that nothing parts are wrapped: most do not end where a sentence does."""
    ends = [
        source.text[span[1] - 1] in SENTENCE_ENDS
        for (span, kind), (following, other) in pairwise(given)
        if kind == other == "body" and following[0] not in apart
    ]
    return sum(ends) * 2 <= len(ends)


def evidence_in(found: dict[str, list[str]]) -> Evidence:
    """What an article's labels say of it."""

    def first(kind: str) -> str | None:
        return next((value.strip() for value in found.get(kind, ()) if value.strip()), None)

    title = " ".join(" ".join(found.get("title", ())).split()) or None
    day = next((moment for value in found.get("date", ()) if (moment := day_in(value))), None)
    url = first("url")
    return Evidence(
        title=title,
        titles=(title,) if title else (),
        site=first("site"),
        authors=authors_in(" ".join(found.get("author", ()))),
        published=with_time(day, first("time")) if day else None,
        language=language_in(first("language") or ""),
        url=url if url and "://" in url else None,
        description=first("description"),
        keywords=tuple(word for word in re.split(r"\s*;\s*", first("keywords") or "") if word),
    )


def authors_in(byline: str) -> tuple[str, ...]:
    """The authors that a labelled byline names, each in the order in which names are spoken."""
    names = []
    for part in re.split(r"\s*;\s*", " ".join(byline.split())):
        opener = _OPENER.match(part)
        name = part[opener.end() :] if opener else part
        match = _LAST_FIRST.fullmatch(name)
        in_order = match and (name.isupper() or (match[1][0].isupper() and match[2][0].isupper()))
        names.append(f"{match[2]} {match[1]}" if match and in_order else name)
    return tuple(name for name in names if name)


def table() -> dict[str, Any]:
    """What labels, ends and languages are called in exports."""
    loaded: dict[str, Any] = load("exports")
    return loaded


@cache
def labels_of(database: str) -> dict[str, frozenset[str]]:
    """The labels of a database, in all languages, by what they tell."""
    merged: dict[str, set[str]] = {}
    for kinds in table()[database].values():
        for kind, names in kinds.items():
            merged.setdefault(kind, set()).update(names)
    return {kind: frozenset(names) for kind, names in merged.items()}


def kind_of(label: str, database: str, *, head: bool) -> str | None:
    """What a label (lower case) tells, above the body or below it; null for none."""
    labels = labels_of(database)
    for kind in KINDS:
        if label in labels.get(kind, ()):
            below = label in labels["foot"]
            return kind if head or below or kind in ("language", "url", "id") else None
    return None
