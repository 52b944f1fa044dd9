"""Which day the article appeared, by metadata and page (the order is in `weighing`)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from artparse.layout.credits.credits import Credits
from artparse.layout.credits.dated import LIKELY, SHOWN, says
from artparse.layout.labels import BODY, Piece
from artparse.layout.lines.dates import dates_in
from artparse.patterns import pattern
from artparse.reading.document import Evidence

OPENING, CLOSING = 4, 2
"""Pieces at the beginning and end of the body that are looked at for a date."""
LONGEST_OPENING = 80
"""Code points of them."""
LEADING = 4
"""Words before a date that opens a paragraph, fewer than which are a place or `Pressemitteilung vom`."""
LONGEST_LEADING = 8
"""The same where nothing follows the date: `Place | Place, 3 May 2024`."""
LONGEST_CUE = 30
"""Code points before a date that opens a paragraph, and after any, that may say what it is of: `wurde am
3. Mai 2024 veröffentlicht`."""
LONGEST_SAYING = 400
"""Code points of a line that are searched for a day that it says is the page's."""
SLACK = datetime.timedelta(days=1)
"""Between the days of one moment in different time zones."""
_DAY = pattern(r"[/_-](?:((?:19|20)\d\d)([/_-]?)(\d\d?)\2(\d\d?)|(\d\d)-(\d\d)-(20\d\d))(?=[/_.?-]|$)")
_YEAR = pattern(r"(?:19|20)\d\d")
_OPENED = pattern(r"[)\]]?\s*(?:$|\.\s|\n|[-–—|:•·,/„“\"»«)]|(?=[^\W\d_a-z]))")


def published_by(text: str, pieces: Sequence[Piece], credits: Credits, evidence: Evidence) -> str | None:
    if credits.standing == SHOWN and evidence.published in evidence.stated:
        for stated in evidence.stated:
            if same_day(stated, credits.published):
                return stated
        changed = same_day(credits.published, evidence.modified)
        if not credits.ambiguous and not changed and not _is_shown(evidence.published, text, pieces):
            return credits.published
    likely = credits.published if credits.standing >= LIKELY else None
    return (
        evidence.published
        or _day_in(evidence.url)
        or likely
        or next(iter(evidence.moments), None)
        or _said_day(text, pieces)
        or opening_day(text, pieces)
        or credits.published
        or _day_beside(text, pieces)
        or evidence.modified
    )


def _is_shown(day: str | None, text: str, pieces: Sequence[Piece]) -> bool:
    """Whether a day stands above the body, too: what else stands there is of something else."""
    start = next((piece.span[0] for piece in pieces if piece.part in BODY), 0)
    return any(same_day(printed.value, day) for printed in dates_in(text[:start]))


def _day_in(address: str | None) -> str | None:
    """The day that an address has in its path (`/2024/05/03/`, `/20240503-...`, `/03-05-2024`)."""
    for match in _DAY.finditer(address or ""):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[7], match[6], match[5])
        # Without anything between its parts, only two digits each make a date.
        if match[1] and not match[2] and len(month + day) < 4:
            continue
        try:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def opening_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that opens one of the first paragraphs of the body."""
    for piece in [piece for piece in pieces if piece.part in BODY][:OPENING]:
        start = text[slice(*piece.span)][:LONGEST_OPENING]
        for printed in dates_in(start):
            a, b = printed.span
            whole = piece.span[0] + b == piece.span[1]
            leading = LONGEST_LEADING if whole else LEADING
            if len(start[:a].split()) < leading and _OPENED.match(text, piece.span[0] + b):
                return printed.value
            break
    return None


def _said_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that a line says is the page's: any line outside the body, of it those that open with that."""
    for kind in ("published", "modified"):
        for piece in reversed(pieces):
            line = text[slice(*piece.span)][:LONGEST_SAYING]
            if not _YEAR.search(line):
                continue
            reached = 0
            for printed in dates_in(line):
                start, end = printed.span
                before, after = line[reached:start], line[end : end + LONGEST_CUE]
                if says(before, kind) and (piece.part not in BODY or start < LONGEST_CUE):
                    return printed.value
                if says(after, kind) and piece.part not in BODY:
                    return printed.value
                reached = end
    return None


def _day_beside(text: str, pieces: Sequence[Piece]) -> str | None:
    """A date that ends the body, else the only one around it."""
    body = [piece for piece in pieces if piece.part in BODY]
    for piece in body[-CLOSING:]:
        line = text[slice(*piece.span)]
        found = list(dates_in(line)) if len(line) < LONGEST_OPENING else []
        if found and found[-1].span[1] == len(line.rstrip(" .)")):
            return found[-1].value
    return _only_day(text, pieces)


def _only_day(text: str, pieces: Sequence[Piece]) -> str | None:
    """The day of the short lines outside the body, where all that have one have the same."""
    days: set[str] = set()
    for piece in pieces:
        line = text[slice(*piece.span)]
        if piece.part not in BODY and len(line) < LONGEST_OPENING and _YEAR.search(line) and "©" not in line:
            days.update(printed.value[:10] for printed in dates_in(line))
    return days.pop() if len(days) == 1 else None


def more_exact(stated: str | None, printed: str | None) -> str | None:
    """The more exact of two wordings of one moment, else the one that the metadata states."""
    if not stated or not printed:
        return stated or printed
    return printed if len(printed) > len(stated) and printed[:10] == stated[:10] else stated


def same_day(one: str | None, other: str | None) -> bool:
    """Whether two moments (ISO 8601) are less than two days apart by their dates."""
    if not one or not other:
        return False
    try:
        return abs(datetime.date.fromisoformat(one[:10]) - datetime.date.fromisoformat(other[:10])) <= SLACK
    except ValueError:
        return False
