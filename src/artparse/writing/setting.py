"""The article set for a reader: its parts in source order, each cut where quotes, cues and mentions
begin and end. What the terminal and the page show is made from this.

The shapes of the views are named tuples: they are made for one article, and a dataclass takes
longer to define than the whole view to make.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from artparse.article import Article, Quote, Reason, Report, Span, Speaker
from artparse.values import NamedTuple

PartKind = Literal["title", "subtitle", "heading", "paragraph", "list_item", "blockquote", "code", "removed"]
Role = Literal["quote", "cue", "mention", "report"]

_QUOTATION_MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Run(NamedTuple):
    """A stretch of text; each tuple holds the indexes (of `said`) that it is words, cue or mention of."""

    text: str
    quotes: tuple[int, ...] = ()
    cues: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()


class Part(NamedTuple):
    """One title, heading, paragraph or removed block."""

    kind: PartKind
    span: Span
    runs: tuple[Run, ...]
    level: int = 0
    """Of a heading, as the record gives it."""
    reason: Reason | None = None
    """Why it was removed; null for what belongs to the article."""

    @property
    def text(self) -> str:
        """All of it, without marks."""
        return "".join(run.text for run in self.runs)


class _Mark(NamedTuple):
    span: Span
    role: Role
    said: int


def said(article: Article) -> tuple[Quote | Report, ...]:
    """All that somebody said: the quotes, then the reports; views number through it."""
    return (*article.quotes, *article.reports)


def parts_of(article: Article) -> list[Part]:
    """The parts of `article` in source order; byline, dates and breadcrumb are left to the caller.

    The runs of a part together are its text in the record, and a quote's run takes in the
    quotation marks around it. Raises ValueError for a record without its source text.
    """
    text = source_of(article)
    marks = _marks(article, text)
    found: list[tuple[PartKind, Span, str, int, Reason | None]] = []
    if article.title and article.spans.title:
        found.append(("title", article.spans.title, article.title, 0, None))
    if article.subtitle and article.spans.subtitle:
        found.append(("subtitle", article.spans.subtitle, article.subtitle, 0, None))
    for section in article.sections:
        if section.heading and section.span:
            found.append(("heading", section.span, section.heading, section.level, None))
        found += [(p.kind, p.span, p.text, 0, None) for p in section.paragraphs]
    found += [("removed", block.span, block.text, 0, block.reason) for block in article.removed]
    found.sort(key=lambda part: part[1])
    starts = [span[0] for _, span, *_ in found]
    inside: list[list[_Mark]] = [[] for _ in found]
    for mark in marks:
        first = max(bisect_right(starts, mark.span[0]) - 1, 0)
        for i in range(first, bisect_left(starts, mark.span[1])):
            inside[i].append(mark)
    return [
        Part(kind, span, tuple(_runs(text, span, words, own)) or (Run(words),), level, reason)
        for (kind, span, words, level, reason), own in zip(found, inside, strict=True)
    ]


def source_of(article: Article) -> str:
    """The source text that `article`'s spans count in; raises ValueError where the record lacks it."""
    if article.text is None:
        raise ValueError("a view needs the source text: parse with keep_text=True")
    return article.text


class Lines:
    """The line numbers of a source text; a line ends with a line feed, carriage return, or both."""

    def __init__(self, text: str) -> None:
        lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]

    def number(self, position: int) -> int:
        """The 1-based line that the code point at `position` stands on."""
        return bisect_right(self._starts, position)


def speakers_of(article: Article, said: Quote | Report) -> list[Speaker]:
    """Who said it: none where the article never names them, several for a joint statement."""
    return [article.speakers[i] for i in said.speaker_ids]


def role_of(article: Article, said: Quote | Report) -> str | None:
    """The roles of those who said it, as printed."""
    return "; ".join(s.role for s in speakers_of(article, said) if s.role) or None


def words_of(article: Article, speaker: Speaker) -> int:
    """How many words the quotes of `speaker` have."""
    return sum(len(article.quotes[i].text.split()) for i in speaker.quotes)


def date_in_words(date: str) -> str:
    """An ISO 8601 date of the record for reading: `23 April 2025, 09:10 +01:00`."""
    day, _, time = date.partition("T")
    try:
        year, month, *days = day.split("-")
        words = " ".join((*(str(int(number)) for number in days), _MONTHS[int(month) - 1], year))
    except (ValueError, IndexError):
        return date
    clock, zone = time[:5], time[5:].lstrip(":.0123456789")
    return f"{words}, {clock} {'UTC' if zone in ('Z', '+00:00') else zone}".rstrip() if clock else words


def safe(text: str) -> str:
    r"""`text` with the characters that steer terminals, break lines, turn text round or have no UTF-8
    as visible escapes (`\x1b`, `\u202e`), so that a reader sees them and nothing obeys them."""
    return _unsafe().sub(lambda found: found[0].encode("unicode_escape").decode(), text)


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def with_marks(span: Span, text: str) -> Span:
    """The span of a quote, with the quotation marks around it."""
    start, end = span
    if start and text[start - 1] in _QUOTATION_MARKS:
        start -= 1
    if end < len(text) and text[end] in _QUOTATION_MARKS:
        end += 1
    return start, end


def marked(text: str, span: Span, words: str, spans: Sequence[Span]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """`words`, which are those of the source text at `span`, cut where any of `spans` begins or ends;
    with each piece the indexes of the spans that it lies in."""
    for run in _runs(text, span, words, [_Mark(one, "quote", i) for i, one in enumerate(spans)]):
        yield run.text, run.quotes


def _marks(article: Article, text: str) -> list[_Mark]:
    marks = []
    for i, one in enumerate(said(article)):
        if isinstance(one, Quote):
            marks.append(_Mark(with_marks(one.span, text), "quote", i))
        else:
            marks += [_Mark(span, "report", i) for span in one.spans]
        if one.cue:
            marks.append(_Mark(one.cue.span, "cue", i))
        if one.mention:
            marks.append(_Mark(one.mention.span, "mention", i))
    return marks


def _runs(text: str, span: Span, words: str, marks: Sequence[_Mark]) -> Iterator[Run]:
    """The runs whose texts together are `words`: the spanned text folded, less a marker before it."""
    active: dict[Role, set[int]] = {"quote": set(), "cue": set(), "mention": set(), "report": set()}
    events: dict[int, list[tuple[bool, _Mark]]] = {span[0]: [], span[1]: []}
    for mark in marks:
        start, end = max(mark.span[0], span[0]), min(mark.span[1], span[1])
        if start < end:
            events.setdefault(start, []).append((True, mark))
            events.setdefault(end, []).append((False, mark))
    skip = len(" ".join(text[span[0] : span[1]].split())) - len(words)
    after_space = True
    for start, end in pairwise(sorted(events)):
        for opens, mark in events[start]:
            (active[mark.role].add if opens else active[mark.role].discard)(mark.said)
        piece = _folded(text[start:end], after_space=after_space, last=end == span[1])
        after_space = piece.endswith(" ") if piece else after_space
        piece, skip = piece[max(skip, 0) :], max(skip - len(piece), 0)
        if piece:
            yield Run(piece, *(tuple(sorted(indexes)) for indexes in active.values()))


def _folded(piece: str, *, after_space: bool, last: bool) -> str:
    """`piece` with white space runs as one space, which the piece before may have given already."""
    inner = " ".join(piece.split())
    if not inner:
        return "" if after_space or last or not piece else " "
    before = " " if piece[0].isspace() and not after_space else ""
    return before + inner + (" " if piece[-1].isspace() and not last else "")
