"""Dates and times as metadata writes them, to ISO 8601, as exact as they are."""

from __future__ import annotations

import datetime
import re

from artparse.patterns import pattern

_ISO = pattern(
    r"\s*(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:(?:[T ]|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:[.,:]\d+)?)?"
    r"(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)))?\s*",
    re.IGNORECASE | re.ASCII,
)
_COMPACT = pattern(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z)?", re.ASCII)
"""A moment of fourteen digits, as archives and lists of pages have it."""
LONGEST = 80
"""Code points; what is longer is no date."""
EARLIEST = 1450


def iso(value: str) -> str | None:
    """`value` as ISO 8601 (`2025-04-23`, `2025-04-23T09:10:00+01:00`); null where it is no full date.

    Midnight without a zone is a date whose time is not known. Seconds since 1970 are taken too.
    """
    value = value.strip()
    if not value or len(value) > LONGEST:
        return None
    match = _ISO.match(value)
    if match and (match.end() == len(value) or match[4]):
        return _checked(*match.groups())
    if (digits := _COMPACT.fullmatch(value)) and (found := _checked(*digits.groups())):
        return found
    if value.isascii() and value.isdigit():
        return _epoch(int(value))
    return _written(value)


def _checked(
    year: str,
    month: str,
    day: str,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
) -> str | None:
    try:
        moment = datetime.datetime(
            int(year), int(month), int(day), int(hour or 0) % 24, int(minute or 0), min(int(second or 0), 59)
        )
    except ValueError:
        return None
    if moment.year < EARLIEST:
        return None
    if hour is None or (zone is None and not any((moment.hour, moment.minute, moment.second))):
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if second is None else "seconds") + _zone(zone)


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if hours <= 14 and minutes < 60 else ""


def _epoch(number: int) -> str | None:
    seconds = number if number < 10**20 else 0
    while seconds > 10**11:  # Thousandths, millionths or billionths.
        seconds //= 1000
    if not 10**8 < seconds < 10**10:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _written(value: str) -> str | None:
    """A date in words or in another order, as e-mails and older systems write it."""
    if not re.search(r"(?<!\d)(?:1[5-9]|20)[0-9][0-9](?!\d)", value):
        return None
    if any(character.isdigit() and not character.isascii() for character in value):
        return None
    from dateutil import parser  # Only for what is not ISO.

    unlike = []
    try:
        for default in (datetime.datetime(2001, 1, 2), datetime.datetime(2002, 2, 3)):
            day_first = not re.match(r"\d{4}", value)
            unlike.append(parser.parse(value, default=default, dayfirst=day_first, tzinfos=_offset))
    except Exception:  # What the library raises for what is no date is of many kinds.
        return None
    first, second = unlike
    if first.date() != second.date():  # A part of the date was missing.
        return None
    if not re.search(r"\d:\d\d", value):
        return first.date().isoformat()
    offset = first.utcoffset()
    if offset is None or offset.seconds % 60:
        return first.replace(microsecond=0, tzinfo=None).isoformat()
    return first.replace(microsecond=0).isoformat()


def _offset(name: str | None, offset: int | None) -> int | None:
    """A zone by its letters alone ("EST") may be several, and is left out."""
    return offset
