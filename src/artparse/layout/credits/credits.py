"""Lines that say who wrote the article, and when: which they are, and where on them each value stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from artparse.article import Span
from artparse.data import load
from artparse.languages import packs
from artparse.layout.credits.bylines import BODY, INNERMOST, LONGEST, bylines, edges_of
from artparse.layout.labels import BODY_LINES, Label, Labels, LineLabel, Piece, first_of
from artparse.layout.lines.authors import authors_of, is_bare_opener, is_job
from artparse.layout.lines.dates import PrintedDate, dates_in, is_american, times_in
from artparse.layout.lines.facts import Facts, facts_of
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of
from artparse.patterns import pattern
from artparse.values import NamedTuple

ABOVE = 8
"""Units before the headline that are searched."""
BELOW = 12
"""Units after the body's end that are searched."""
EARLY = 6
"""Units after the body's start that are searched."""

MOST_AGO = 80
"""Code points of a line that says how long ago the article appeared."""
MOST_BESIDE = 14
"""Words that stand beside the date in a line of credits."""

DATED = frozenset(("date", "dated", "datetime", "datum", "postmetadata", "published", "pubdate", "<time>"))
"""Words of class names that say that an element holds a date."""
COMMENTS = frozenset(
    ("comment", "comments", "commentlist", "kommentare", "related", "teaser", "<nav>", "<aside>")
)
"""Words of class names around dates of something else."""
ASIDE = COMMENTS | {"<figcaption>", "hidden", "sidebar"}
"""Words of class names around what is not the article's own line of credits."""
WEAK, LIKELY, SHOWN = range(3)
"""How sure it is that a date is the article's: it stands somewhere around it, near it, or below the headline
where the page shows the article's date."""

_STOP = pattern(r"\s*(?:[|•·∙–—]|/(?![a-z]))\s*|\s-\s|\s{3,}|\s*\n\s*(?=\d)")
_TIMES = pattern(
    r"(?i)\b(?:\d+[-–])?\d+\s*(?:min|minutes?|minuten|mins?|h|hours?|stunden?|days?|months?|weeks?|years?|words)\b.*"
)
_DAY_AND_HOUR = pattern(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s[0-9]{1,2},?\s(?:at\s)?"
    r"[0-9]{1,2}:[0-9]{2}\s?[ap]\.?m\b.{0,6}$"
)
_NUMERIC = pattern(r"\b([0-9]{1,2})[./-]([0-9]{1,2})[./-](?:19|20)[0-9][0-9]\b")


_SIGNATURES: Sequence[Callable[[Facts], object]] = (
    lambda said: said.is_opened and said.authors,
    lambda said: said.is_names,
    lambda said: said.authors,
    lambda said: said.is_opener,
)
"""What tells that a part of a line names the authors, the surest first."""


class Credits(NamedTuple):
    """Who wrote an article, and when."""

    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    ambiguous: bool
    """Whether the day of a date could as well be its month."""
    pieces: dict[int, list[Piece]]
    """The pieces of each unit that holds a credit."""
    standing: int = LIKELY
    """Of `published`: `WEAK`, `LIKELY` or `SHOWN`."""


class _Dated(NamedTuple):
    unit: int
    printed: PrintedDate
    modified: bool
    rank: float


def credits_of(
    text: str, units: Sequence[Unit], labels: Labels, language: str | None, weights: Sequence[float]
) -> Credits:
    """The credits among units with these labels (of the model) in the source text `text`.

    `weights` choose the byline (see `bylines`).
    """
    top, first, last = edges_of(labels)
    swap, known = _order(text, units, language)
    near = near_credits(labels)
    lines = bylines(units, labels, signed_near(units, labels), weights)
    dates = list(_dates(text, units, labels, near, top, first, last, swap))
    published = max((d for d in dates if not d.modified), key=lambda d: d.rank, default=None)
    modified = max((d for d in dates if d.modified), key=lambda d: d.rank, default=None)
    if published and published.unit > last and _is_new(units, labels, top, first):
        published = None  # of another article
    if published and modified and published.rank < modified.rank and _day(published) > _day(modified):
        published = None  # Nothing appears after its last change.
    if published is None and modified is not None:
        published, modified = modified, None
    if published and modified and modified.rank < published.rank - 3 and not _are_next(published, modified):
        modified = None

    found: dict[int, list[tuple[Span, Label]]] = {}
    for dated, label in ((published, "published"), (modified, "modified")):
        if dated:
            start = units[dated.unit].span[0]
            span = (start + dated.printed.span[0], start + dated.printed.span[1])
            found.setdefault(dated.unit, []).append((span, label))  # type: ignore[arg-type]
    authors: tuple[str, ...] = ()
    taken = [span for spans in found.values() for span, _ in spans]
    signed = [(i, names) for i in lines if (names := _signature(text, units[i], taken))]
    if signed:
        named = signed[:1] + [(i, names) for i, names in signed[1:] if not is_job(units[i].text)]
        authors = authors_of(" | ".join(text[a:b] for _, (a, b) in named))
        signed = _unbroken(signed)
        whole = (signed[0][1][0], signed[-1][1][1])
        if any(whole[0] < b and a < whole[1] for a, b in taken):
            signed = signed[:1]
            whole = signed[0][1]
        found.setdefault(signed[0][0], []).append((whole, "byline"))
        for i, _ in signed[1:]:
            found.setdefault(i, [])
    used = [d for d in (published, modified) if d]
    return Credits(
        authors=authors,
        published=published.printed.value if published else None,
        modified=modified.printed.value if modified else None,
        ambiguous=not known and any(d.printed.swappable for d in used),
        pieces=_pieces(text, units, found),
        standing=_standing(published, units, labels, top, first),
    )


def signed(text: str, units: Sequence[Unit], labels: Labels, credits: Credits) -> Credits:
    """`credits` without authors, with those of a page's small print."""
    from artparse.layout.credits.signatures import signature_of  # Where there is markup, and then rarely.

    found = signature_of(text, units, labels)
    if not found:
        return credits
    i, span, authors = found
    dates = [(piece.span, piece.label) for piece in credits.pieces.get(i, ()) if piece.label != "metadata"]
    if any(span[0] < b and a < span[1] for (a, b), _ in dates):
        return credits._replace(authors=authors)
    pieces = credits.pieces | _pieces(text, units, {i: [*dates, (span, "byline")]})
    return credits._replace(authors=authors, pieces=pieces)


def with_dated_line(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a line of credits that passes for the first paragraph is one: it has a date, first or
    behind a weekday or a word such as "posted", few other words, and does not end as sentences do; or it says
    nothing but how long ago, or how long it takes to read."""
    result = list(labels)
    first = first_of(labels)
    if "paragraph" in labels[first + 1 :] and labels[first] == "paragraph" and _is_dated_line(units[first]):
        result[first] = "published"
    return result


def _is_dated_line(unit: Unit) -> bool:
    text = unit.text
    if len(text) <= MOST_AGO and (_ago().fullmatch(text) or _is_reading_time(text) or _is_of_this_year(text)):
        return True
    if len(text) > LONGEST:
        return False
    beside, reached = "", 0
    for printed in unit.says.dates:
        beside, reached = beside + text[reached : printed.span[0]], printed.span[1]
    if not reached or (text[reached:].strip() and text[-1] in '.!?"”»…'):
        return False
    weekday = len(beside.split()) <= 1
    beside += text[reached:]
    told = weekday or says(beside, "published") or says(beside, "modified")
    return told and len(beside.split()) <= MOST_BESIDE


def _is_reading_time(text: str) -> bool:
    """Whether a line says nothing but how long it takes to read: `4 min read`, `Lesezeit: 3 Minuten`."""
    words = words_of(text)
    known = _dated_words()
    return any(map(str.isdigit, words)) and all(word.isdigit() or word in known for word in words)


def _is_of_this_year(text: str) -> bool:
    """Whether a line names somebody, and a day without its year: `Jane Doe March 18 at 12:22 PM`."""
    return (
        text[-1] not in '.!?"”»…'
        and (match := _DAY_AND_HOUR.search(text)) is not None
        and (not match.start() or facts_of(text[: match.start()].strip(" ,|•·-–—")).is_names)
    )


@cache
def _dated_words() -> frozenset[str]:
    """The words that stand beside a day or a time in a line of credits."""
    return frozenset(chain.from_iterable(map(words_of, chain.from_iterable(load("cues")["dated"].values()))))


def _order(text: str, units: Sequence[Unit], language: str | None) -> tuple[bool, bool]:
    """Whether this text writes the month of a numeric date before its day, and whether it tells."""
    if language is None or not packs.switch(language, "month before day"):
        return False, True
    firsts = seconds = 0
    american = False
    for unit in units:
        words = unit.text
        if len(words) <= LONGEST:
            for match in _NUMERIC.finditer(words) if "20" in words or "19" in words else ():
                firsts += int(match[1]) > 12
                seconds += int(match[2]) > 12
            american = american or (words[-1].isupper() and is_american(words))
    if firsts or seconds:
        return seconds > firsts, True
    return american, american


def _standing(dated: _Dated | None, units: Sequence[Unit], labels: Labels, top: int, first: int) -> int:
    if dated is None or dated.rank < 0:
        return WEAK
    i = dated.unit
    own = (labels[i] in ("published", "byline") or _is_dated(units[i])) and not dated.modified
    return SHOWN if own and top < i < first and ASIDE.isdisjoint(units[i].hints.words) else LIKELY


def near_credits(labels: Labels) -> list[int]:
    """The units where credits may stand, in order of promise: around the headline, at the body's edges."""
    top, first, last = edges_of(labels)
    near = chain(
        range(top + 1, min(first, top + 40)),
        range(top - 1, max(-1, top - ABOVE - 1), -1),
        range(max(first, top + 1), min(first + EARLY, last)),
        range(last + 1, min(last + BELOW, len(labels))),
    )
    return list(dict.fromkeys(near))


def signed_near(units: Sequence[Unit], labels: Labels) -> list[int]:
    """The units that may be the byline: those where credits may stand, then those below `Written by` and its
    like, wherever on the page."""
    near = near_credits(labels)
    below = [
        i for i in range(1, len(units)) if labels[i] not in BODY_LINES and is_bare_opener(units[i - 1].text)
    ]
    return list(dict.fromkeys((*near, *below)))


def _is_dated(unit: Unit) -> bool:
    """Whether the elements around a unit are there for a date."""
    words = unit.hints.words
    return not DATED.isdisjoint(words[-INNERMOST:]) and COMMENTS.isdisjoint(words)


def _is_new(units: Sequence[Unit], labels: Labels, top: int, first: int) -> bool:
    """Whether a line near the headline says how long ago the article appeared: `7 hours ago`."""
    near = (units[i] for i in range(max(0, top - ABOVE), min(first, top + 40)) if labels[i] not in BODY)
    short = (unit for unit in near if len(unit.text) <= MOST_AGO)
    return any(_ago().search(unit.text) and not unit.says.dates for unit in short)


@cache
def _ago() -> re.Pattern[str]:
    forms = []
    for before, kinds, behind in load("dates")["ago"].values():
        count = rf"[0-9]{{1,2}} ?(?:{'|'.join(kinds.split())})"
        forms.append(rf"{before and before + ' '}{count}{behind and ' ' + behind}")
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _dates(
    text: str,
    units: Sequence[Unit],
    labels: Labels,
    near: Sequence[int],
    top: int,
    first: int,
    last: int,
    swap: bool,
) -> Iterator[_Dated]:
    order = {i: -0.01 * k for k, i in enumerate(near)}
    labelled = [
        i
        for i, (label, unit) in enumerate(zip(labels, units, strict=True))
        if label in ("published", "byline")
        or (unit.hints.words and _is_dated(unit))
        or (i and _heads_day(units[i - 1].text))
    ]
    for i in [*order, *(i for i in labelled if i not in order)]:
        label = labels[i]
        if label in ("title", "subtitle", "paragraph", "heading") or i >= len(units):
            continue
        if len(units[i].text) > LONGEST and label not in ("published", "byline"):
            continue
        if units[i].says.reason == "caption" and not _is_dated(units[i]):
            continue  # A picture's date.
        raw = text[slice(*units[i].span)]
        found = list(dates_in(raw, month_first=swap))
        if not found:
            continue
        rank = order.get(i, -2.0) + 4 * (label == "published") + 2 * (label == "byline")
        rank += 2 * (top < i < first) - 2 * (i > last) - (i < top)
        if "©" in raw or "(c)" in raw.lower():
            rank -= 6
        rank -= 4 * (not COMMENTS.isdisjoint(units[i].hints.words[-INNERMOST:]))
        reached, modified = 0, False
        if i and labels[i - 1] in ("before", "after", "between", "published") and len(units[i - 1].text) < 30:
            modified = says(units[i - 1].text, "modified") and not says(units[i - 1].text, "published")
            rank += 3 * _heads_day(units[i - 1].text)
        for k, printed in enumerate(found):
            cue = raw[reached : printed.span[0]]
            reached = printed.span[1]
            if says(cue, "modified"):
                modified = True
            elif says(cue, "published"):
                modified, rank = False, rank + 1
            yield _Dated(i, printed, modified, rank - 0.1 * k)
        if changed := None if modified else _changed(raw, found[-1]):
            yield _Dated(i, changed, True, rank - 0.1 * len(found))


def _changed(line: str, last: PrintedDate) -> PrintedDate | None:
    """The time of the last change behind the last date of a line: `3 May 2024, 8:30 (updated: 9:15)`."""
    start = last.span[1]
    for printed in times_in(line, start, last.value[:10]):
        if says(line[start : printed.span[0]], "modified"):
            return printed
    return None


def _day(dated: _Dated) -> str:
    return dated.printed.value[:10]


def _are_next(one: _Dated, other: _Dated) -> bool:
    """Whether two dates stand on one line, or on two without another between them."""
    return abs(one.unit - other.unit) <= 1


def _unbroken(signed: list[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The signed units up to the first that another stands before, which says no name: a byline is one span,
    and what it holds has no other place."""
    return [(i, names) for k, (i, names) in enumerate(signed) if i == signed[0][0] + k]


def _signature(text: str, unit: Unit, dates: Sequence[Span]) -> Span | None:
    """Where on a line the names stand, with what opens the byline; null where nothing is left of it."""
    start, end = unit.span
    if is_job(unit.text):
        return unit.span
    raw = text[start:end]
    parts: list[Span] = []
    reached = 0
    holes = [(a - start, b - start) for a, b in dates if start <= a < end]
    holes += [p.span for p in dates_in(raw)]
    holes += [m.span() for m in _STOP.finditer(raw)]
    holes += [m.span() for m in _TIMES.finditer(raw)]
    for a, b in sorted(holes):
        if a > reached:
            parts.append((reached, a))
        reached = max(reached, b)
    parts.append((reached, len(raw)))
    kept = [(a, b) for a, b in (_trim(raw, p) for p in parts) if a < b]
    said = [(facts_of(raw[a:b]), (start + a, start + b)) for a, b in kept]
    for is_signature in _SIGNATURES:
        for facts, span in said:
            if is_signature(facts):
                return span
    return (start + kept[0][0], start + kept[0][1]) if kept and not dates else None


def _trim(raw: str, span: Span) -> Span:
    """A span without the punctuation around it, and without a word that leads to a date."""
    a, b = span
    while a < b and (raw[a].isspace() or raw[a] in ",.;:|–—-)"):
        a += 1
    while True:
        while b > a and (raw[b - 1].isspace() or raw[b - 1] in ",;:|–—-("):
            b -= 1
        words = raw[a:b].rsplit(maxsplit=1)
        word = words[-1].strip("(:.").lower() if len(words) > 1 else ""
        if word and (
            word in _cues("modified")
            or word in _cues("published")
            or word in ("on", "am", "vom", "le", "der", "um")
        ):
            b -= len(words[-1])
        else:
            return a, b


def _pieces(
    text: str, units: Sequence[Unit], found: dict[int, list[tuple[Span, Label]]]
) -> dict[int, list[Piece]]:
    """The values of each unit as pieces, and what stands between them as metadata."""
    result: dict[int, list[Piece]] = {}
    covered = 0
    for i in sorted(found):
        start, end = units[i].span
        start = max(start, covered)
        pieces: list[Piece] = []
        for (a, b), label in sorted(found[i]):
            pieces += _rest(text, start, a)
            pieces.append(Piece((a, b), label))
            start = covered = b
        result[i] = pieces + _rest(text, start, end)
    return result


def _rest(text: str, start: int, end: int) -> list[Piece]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return [Piece((start, end), "metadata", rules=("layout/credits",))] if start < end else []


def says(words: str, kind: str) -> bool:
    """Whether `words` have a cue that the date beside them is of the `kind` published or modified."""
    low = words.lower()
    return any(cue in low for cue in _cues(kind))


def _heads_day(line: str) -> bool:
    """Whether a line says nothing but that the next is the day of publication."""
    return line.strip(": ").lower() in _cues("published")


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(cue for cues in load("dates")[kind].values() for cue in cues)
