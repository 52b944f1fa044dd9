"""Lines that say who wrote the article, and when: which they are, and where on them each value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from artparse.article import Span
from artparse.layout.credits.bylines import bylines, edges_of
from artparse.layout.credits.dated import (
    ABOVE,
    LIKELY,
    Dated,
    are_next,
    cues_of,
    dated_in,
    day_of,
    is_new,
    order_of,
    standing_of,
)
from artparse.layout.labels import BODY_LINES, Labels, Part, Piece, removed
from artparse.layout.lines.authors import authors_of, without_place
from artparse.layout.lines.dates import dates_in
from artparse.layout.lines.desks import is_job
from artparse.layout.lines.eastern import signers_of
from artparse.layout.lines.facts import Facts, facts_of
from artparse.layout.lines.openers import is_bare_opener
from artparse.layout.lines.threads import replies_in
from artparse.layout.lines.units import Unit
from artparse.names.persons import is_person
from artparse.patterns import pattern
from artparse.values import NamedTuple

BELOW = 12
"""Units after the body's end that are searched."""
EARLY = 6
"""Units after the body's start that are searched."""
_STOP = pattern(r"\s*(?:[|•·∙–—]|/(?![a-z]))\s*|\s-\s|\s{3,}|\s*\n\s*(?=\d)")
_TIMES = pattern(
    r"(?i)\b(?:\d+[-–])?\d+\s*(?:min|minutes?|minuten|mins?|h|hours?|stunden?|days?|months?|weeks?|years?|words)\b.*"
)
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


def credits_of(
    text: str, units: Sequence[Unit], labels: Labels, language: str | None, weights: Sequence[float]
) -> Credits:
    """The credits among units with these labels (of the model) in the source text `text`.

    `weights` choose the byline (see `bylines`).
    """
    month_first, known = order_of(units, language)
    published, modified = _days(list(dated_in(text, units, labels, near_credits(labels), month_first)))
    if published and _is_of_another(published, modified, units, labels):
        published = None
    published, modified = _in_order(published, modified)
    found: dict[int, list[tuple[Span, Part]]] = {}
    if published:
        found.setdefault(published.unit, []).append((published.span_in(units), "published"))
    if modified:
        found.setdefault(modified.unit, []).append((modified.span_in(units), "modified"))
    taken = [span for spans in found.values() for span, _ in spans]
    end = replies_in(units)  # Nobody who answers in a forum is an author.
    near = [i for i in signed_near(units, labels) if i < end]
    lines = bylines(units[:end], labels[:end], near, weights)
    signed = [(i, names) for i in lines if (names := _signature(text, units[i], taken))]
    for i, span in _byline(signed, taken):
        found.setdefault(i, []).extend([(span, "byline")] if span else [])
    return Credits(
        authors=_named(text, units, signed),
        published=published.printed.value if published else None,
        modified=modified.printed.value if modified else None,
        ambiguous=not known and any(day.printed.swappable for day in (published, modified) if day),
        pieces=_pieces(text, units, found),
        standing=standing_of(published, units, labels),
    )


def _days(dates: Sequence[Dated]) -> tuple[Dated | None, Dated | None]:
    """The likeliest date of publication, and that of the last change."""
    published = max((date for date in dates if not date.modified), key=lambda date: date.rank, default=None)
    modified = max((date for date in dates if date.modified), key=lambda date: date.rank, default=None)
    return published, modified


def _is_of_another(published: Dated, modified: Dated | None, units: Sequence[Unit], labels: Labels) -> bool:
    """Whether a date below the body is another article's: this one says above that it is hours old, or when
    it was changed last."""
    _, first, last = edges_of(labels)
    is_changed = modified is not None and modified.unit < first
    return published.unit > last and (is_changed or is_new(units, labels))


def _in_order(published: Dated | None, modified: Dated | None) -> tuple[Dated | None, Dated | None]:
    """Both dates as far as they go together; a last change alone is taken for the day of publication."""
    if published and modified and published.rank < modified.rank and day_of(published) > day_of(modified):
        published = None  # Nothing appears after its last change.
    if published is None:
        return modified, None
    if modified and modified.rank < published.rank - 3 and not are_next(published, modified):
        modified = None
    return published, modified


def _named(text: str, units: Sequence[Unit], signed: Sequence[tuple[int, Span]]) -> tuple[str, ...]:
    """Whom the signed lines name; a line that only says what somebody's work is names nobody."""
    names = [span for k, (i, span) in enumerate(signed) if k == 0 or not is_job(units[i].text)]
    return authors_of(" | ".join(text[a:b] for a, b in names)) if names else ()


def _byline(signed: list[tuple[int, Span]], taken: Sequence[Span]) -> Iterator[tuple[int, Span | None]]:
    """The units that the byline covers, the first with its span, which goes around no date."""
    if not signed:
        return
    signed = _unbroken(signed)
    whole = (signed[0][1][0], signed[-1][1][1])
    if any(whole[0] < b and a < whole[1] for a, b in taken):
        signed, whole = signed[:1], signed[0][1]
    yield signed[0][0], whole
    yield from ((i, None) for i, _ in signed[1:])


def signed(text: str, units: Sequence[Unit], labels: Labels, credits: Credits) -> Credits:
    """`credits` without authors, with those of a page's small print."""
    from artparse.layout.credits.reporters import reporters_in
    from artparse.layout.credits.signatures import signature_of  # Where there is markup, and then rarely.

    found = signature_of(text, units, labels)
    if not found:
        return credits._replace(authors=reporters_in(units, labels))
    i, span, authors = found
    dates = [(piece.span, piece.part) for piece in credits.pieces.get(i, ()) if piece.part != "removed"]
    if any(span[0] < b and a < span[1] for (a, b), _ in dates):
        return credits._replace(authors=authors)
    pieces = credits.pieces | _pieces(text, units, {i: [*dates, (span, "byline")]})
    return credits._replace(authors=authors, pieces=pieces)


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
    if (signers := signers_of(raw)) is not None and signers.is_told:
        return (start + signers.span[0], start + signers.span[1])
    parts: list[Span] = []
    reached = 0
    holes = [(a - start, b - start) for a, b in dates if start <= a < end]
    dated = [p.span for p in dates_in(raw)]
    holes += dated
    holes += [m.span() for m in _STOP.finditer(raw)]
    holes += [m.span() for m in _TIMES.finditer(raw)]
    for a, b in sorted(holes):
        if a > reached:
            parts.append((reached, a))
        reached = max(reached, b)
    parts.append((reached, len(raw)))
    kept = [(a, b) for a, b in (_trim(raw, p) for p in parts) if a < b]
    if kept and dated and kept[0][0] < dated[0][0]:
        kept = [
            (a, a + len(without_place(raw[a:b]))) if _leads(raw[b:], dated, b) else (a, b) for a, b in kept
        ]
    said = [(facts_of(raw[a:b]), (start + a, start + b)) for a, b in kept]
    for is_signature in _SIGNATURES:
        for k, (facts, span) in enumerate(said):
            if is_signature(facts):
                return span[0], _last_of_names(text, said[k:])
    return (start + kept[0][0], start + kept[0][1]) if kept and not dates else None


def _leads(rest: str, dated: Sequence[Span], end: int) -> bool:
    """Whether a date stands right behind a part that ends there."""
    return any(end <= start <= end + len(rest) - len(rest.lstrip()) for start, _ in dated)


def _last_of_names(text: str, said: Sequence[tuple[Facts, Span]]) -> int:
    """Where the last of several names ends that only a stroke parts: `Jane Doe / John Roe`."""
    end = said[0][1][1]
    for facts, span in said[1:]:
        alone = said[0][0].is_names and facts.is_names and all(map(is_person, facts.authors))
        if not alone or text[end : span[0]].strip() != "/":
            break
        end = span[1]
    return end


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
            word in cues_of("modified")
            or word in cues_of("published")
            or word in ("on", "am", "vom", "le", "der", "um")
        ):
            b -= len(words[-1])
        else:
            return a, b


def _pieces(
    text: str, units: Sequence[Unit], found: dict[int, list[tuple[Span, Part]]]
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
    return [removed((start, end), "metadata", "layout/credits")] if start < end else []
