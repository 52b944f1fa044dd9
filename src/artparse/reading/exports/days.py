"""Days as exports print them, in the languages of their databases, to ISO 8601."""

from __future__ import annotations

import datetime
import re
from functools import cache

from artparse.data import load
from artparse.patterns import pattern

_DAY_FIRST = pattern(
    r"(?<![\d.])(\d{1,2})(?:er|st|nd|rd|th|º|\.)?\s?(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?\s(?:del?\s)?(\d{4})(?!\d)"
)
_MONTH_FIRST = pattern(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_DIGITS = pattern(r"(?<!\d)(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)")
_FIGURES = pattern(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d./-])")
_HYPHENED = pattern(r"(?<![\w-])(\d{1,2})-([^\W\d_]{3,9})-((?:19|20)\d\d)(?![\w-])")
_MONTH = pattern(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?,?\s(?:del?\s)?((?:19|20)\d\d)(?!\d)")
_TIME = pattern(
    r"(?<![\d:.])(\d{1,2})\s?[:h.]\s?(\d\d)(?::(\d\d))?(?:\s?([AP])\.?M\.?)?(?:\s+(GMT|UTC)\b([+-]\d{1,2})?)?(?!\d)",
    re.IGNORECASE,
)


def day_in(text: str) -> str | None:
    """The first day in a line as ISO 8601, with the time of day behind it; null where there is none."""
    found = _day(text)
    return with_time(found[0], text[found[1] :]) if found else None


def month_in(text: str) -> bool:
    """Whether a line has a month and year, as monthly magazines are dated."""
    return any(match[1].lower() in _months() for match in _MONTH.finditer(text))


def with_time(day: str, text: str | None) -> str:
    """A day with the time of day that `text` has, if it has none yet."""
    if "T" in day or not text or not (match := _TIME.search(text[:60])):
        return day
    hour, minute, half = int(match[1]), int(match[2]), (match[4] or "").upper()
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "P")
    if hour > 23 or minute > 59:
        return day
    zone = "Z" if match[5] else ""
    if match[6]:
        zone = f"{match[6][0]}{int(match[6][1:]):02}:00"
    second = f":{match[3] or '00'}" if match[3] or zone else ""
    return f"{day}T{hour:02}:{minute:02}{second}{zone}"


def _day(text: str) -> tuple[str, int] | None:
    """The first day and where it ends."""
    found: list[tuple[int, int, int, int, int]] = []
    for match in _DAY_FIRST.finditer(text):
        found.append((*match.span(), int(match[3]), _months().get(match[2].lower(), 0), int(match[1])))
    for match in _MONTH_FIRST.finditer(text):
        found.append((*match.span(), int(match[3]), _months().get(match[1].lower(), 0), int(match[2])))
    for match in _HYPHENED.finditer(text):
        found.append((*match.span(), int(match[3]), _months().get(match[2].lower(), 0), int(match[1])))
    for match in _FIGURES.finditer(text):
        # Day before month, unless it can only be the other way round.
        day, month = int(match[1]), int(match[3])
        day, month = (month, day) if month > 12 else (day, month)
        found.append((*match.span(), int(match[4]), month, day))
    for match in _DIGITS.finditer(text):
        found.append((*match.span(), int(match[1]), int(match[2]), int(match[3])))
    for _, end, year, month, day in sorted(found):
        try:
            return datetime.date(year, month, day).isoformat(), end
        except ValueError:
            continue
    return None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("dates")["months"].items() for name in names.split()}
