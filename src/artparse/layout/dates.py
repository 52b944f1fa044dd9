"""Dates as articles print them, to ISO 8601."""

from __future__ import annotations

import datetime
import re
from functools import cache

from artparse.data import load

_NUMBER = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")


def find_date(text: str) -> str | None:
    """The first date in `text` as ISO 8601, to the day; null where there is none.

    "2 hours ago" is no date. A numeric date has its day before its month, as most of the
    world writes it, unless only the other order is possible.
    """
    if not _NUMBER.search(text):
        return None
    for match in _pattern().finditer(text):
        day, month, year = _parts(match)
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("months").items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<iso>(\d{{4}})-(\d\d)-(\d\d))(?!\d)"
        rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de|d[’']))?\s+(?P<m1>{month})\b\.?,?(?:\s+(?:de|del))?\s+(?P<y1>\d{{4}})\b"
        rf"|\b(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
        rf"|\b(?P<d3>\d{{1,2}})[./-](?P<m3>\d{{1,2}})[./-](?P<y3>\d{{4}}|\d\d)\b",
        re.IGNORECASE,
    )


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return int(day), int(month), int(year)
    if match["m1"]:
        return int(match["d1"]), _months()[match["m1"].casefold()], int(match["y1"])
    if match["m2"]:
        return int(match["d2"]), _months()[match["m2"].casefold()], int(match["y2"])
    day, month, year = int(match["d3"]), int(match["m3"]), int(match["y3"])
    if month > 12 >= day:
        day, month = month, day
    return day, month, year + 2000 if year < 100 else year
