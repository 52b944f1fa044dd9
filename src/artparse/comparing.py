"""What differs between two records: of two versions of an article, or of artparse."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from artparse.article import Article, Quote, Report, Span, plain
from artparse.values import NamedTuple

FIELDS = (
    "language", "site", "breadcrumb", "title", "subtitle", "byline", "authors", "description", "keywords",
    "image", "license", "dateline", "published", "modified",
)  # fmt: skip
"""Of the record, compared as they are."""
COMMON = 50
"""A word in more paragraphs than this tells none of them."""
ALIKE = 0.5
"""Share of their words that a paragraph and its other wording have in common, at least (Dice)."""


class FieldChange(NamedTuple):
    """A field with another value."""

    field: str
    before: Any
    after: Any


class ParagraphChange(NamedTuple):
    """A heading or paragraph that is not where, or what, it was."""

    change: Literal["gained", "lost", "moved", "reworded"]
    before: str | None
    after: str | None
    before_span: Span | None
    after_span: Span | None


class SaidChange(NamedTuple):
    """A quote or report that is new, gone, or given to somebody else."""

    change: Literal["gained", "lost", "given"]
    text: str
    before: str | None
    """Who was said to have said it; null for nobody named, and for a new one."""
    after: str | None
    span: Span
    """In the source text of the record that has it: the new one, where both do."""


class Comparison(NamedTuple):
    """All that differs between two records."""

    fields: tuple[FieldChange, ...]
    paragraphs: tuple[ParagraphChange, ...]
    quotes: tuple[SaidChange, ...]
    reports: tuple[SaidChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain dicts, lists, strings and numbers."""
        return {name: [_dict(change) for change in getattr(self, name)] for name in self._fields}


class _Part(NamedTuple):
    text: str
    span: Span


def compare(old: Article, new: Article) -> Comparison:
    """What differs between `old` and `new`, in time that grows with their length."""
    return Comparison(
        tuple(_fields(old, new)),
        tuple(_paragraphs(_parts(old), _parts(new))),
        tuple(_said(old.quotes, new.quotes)),
        tuple(_said(old.reports, new.reports)),
    )


def _dict(change: NamedTuple) -> dict[str, Any]:
    return {name: plain(value) for name, value in change._asdict().items()}


def _fields(old: Article, new: Article) -> Iterator[FieldChange]:
    for name in FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(name, plain(before), plain(after))


def _parts(article: Article) -> list[_Part]:
    parts = []
    for section in article.sections:
        if section.heading and section.span:
            parts.append(_Part(section.heading, section.span))
        parts += [_Part(paragraph.text, paragraph.span) for paragraph in section.paragraphs]
    return parts


def _paragraphs(old: Sequence[_Part], new: Sequence[_Part]) -> Iterator[ParagraphChange]:
    pairs = _pairs([part.text for part in old], [part.text for part in new])
    staying = set(_longest_rise([j for _, j in pairs]))
    kept, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    lost = [i for i in range(len(old)) if i not in kept]
    gained = [j for j in range(len(new)) if j not in taken]
    reworded = _reworded([old[i].text for i in lost], [new[j].text for j in gained])
    changes: list[tuple[int, ParagraphChange]] = []
    for i, j in pairs:
        if j not in staying:
            text = new[j].text
            changes.append((j, ParagraphChange("moved", text, text, old[i].span, new[j].span)))
    for k, j in enumerate(gained):
        before = old[lost[reworded[k]]] if k in reworded else None
        kind: Literal["gained", "reworded"] = "reworded" if before else "gained"
        change = ParagraphChange(
            kind, before.text if before else None, new[j].text, before.span if before else None, new[j].span
        )
        changes.append((j, change))
    gone = set(range(len(lost))) - set(reworded.values())
    yield from (
        ParagraphChange("lost", old[lost[k]].text, None, old[lost[k]].span, None) for k in sorted(gone)
    )
    yield from (change for _, change in sorted(changes, key=lambda one: one[0]))


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Indexes of what both have, the first with the first; in the order of `old`."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        places[new[j]].append(j)
    return [(i, places[text].pop()) for i, text in enumerate(old) if places.get(text)]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest rising selection of different numbers (patience sorting)."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        k = bisect_left(ends, number)
        before.append(at[k - 1] if k else -1)
        if k == len(ends):
            ends.append(number)
            at.append(i)
        else:
            ends[k], at[k] = number, i
    rise = []
    i = at[-1] if at else -1
    while i >= 0:
        rise.append(numbers[i])
        i = before[i]
    return rise[::-1]


def _reworded(lost: Sequence[str], gained: Sequence[str]) -> dict[int, int]:
    """For indexes of what is new, the index of what is gone that it is another wording of."""
    words = [Counter(text.casefold().split()) for text in lost]
    sizes = [sum(own.values()) for own in words]
    having: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(words):
        for word in own:
            having[word].append(i)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for j, text in enumerate(gained):
        own = Counter(text.casefold().split())
        shared: Counter[int] = Counter()
        for word, times in own.items():
            if len(having.get(word, ())) <= COMMON:
                for i in having.get(word, ()):
                    shared[i] += min(times, words[i][word])
        size = sum(own.values())
        best = max(
            ((2 * n / (size + sizes[i]), -i) for i, n in shared.items() if i not in taken), default=None
        )
        if best and best[0] >= ALIKE:
            found[j] = -best[1]
            taken.add(-best[1])
    return found


def _said(old: Sequence[Quote | Report], new: Sequence[Quote | Report]) -> Iterator[SaidChange]:
    pairs = _pairs([one.text for one in old], [one.text for one in new])
    mates = dict(pairs)
    back = {j for _, j in pairs}
    for i, one in enumerate(old):
        if i not in mates:
            yield SaidChange("lost", one.text, one.speaker, None, _span(one))
    for i, j in sorted(pairs, key=lambda pair: pair[1]):
        if old[i].speaker != new[j].speaker:
            yield SaidChange("given", new[j].text, old[i].speaker, new[j].speaker, _span(new[j]))
    for j, one in enumerate(new):
        if j not in back:
            yield SaidChange("gained", one.text, None, one.speaker, _span(one))


def _span(said: Quote | Report) -> Span:
    return said.span if isinstance(said, Quote) else said.spans[0]
