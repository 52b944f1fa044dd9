"""Dates as articles print them, to ISO 8601."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from artparse.article import Span
from artparse.data import load
from artparse.patterns import pattern
from artparse.values import NamedTuple

_YEAR = pattern(r"[\d’'](?:(?<=\d)(?:[0-9]{3}|[./-][0-9][0-9]\b)|(?<=[’'])[0-9][0-9]\b)")
_FIGURE = pattern(r"[0-9]")
_BUDDHIST = 543
"""Years that Thailand is ahead."""
_LEAST_BUDDHIST = 2400
"""No year of an article is so late, unless it is counted as in Thailand."""
_FIRST = "元"
"""What stands for the figure of an era's first year."""
_DIGITS = {
    first + n: ord("0") + n
    for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10)
    for n in range(10)
}
"""Figures of other scripts."""
_LINK = (
    r"(?:T|[\s,|•·–—\-/(]{0,4}(?:(?:at|um|à|a las?|alle|ore|às|as|om|kl|klo|saat|o|pukul|g|in|v)\b\.?\s?)?)"
)
"""What stands between a date and its time of day."""
_RUN_ON = r"(?![0-9]{3}|[0-9]{1,2}$)"
"""What may follow a year behind a month's name: in a copied page also the next line's first figures, such as
`20263 comments` or `202612. March 2026`."""


_Day = tuple[int, int, datetime.date, bool]
"""Where a day begins and ends in a text, the day, and whether it could be read with its month first."""


class PrintedDate(NamedTuple):
    """A date that stands in a text."""

    span: Span
    """In the text that was searched, with the time of day and zone."""
    value: str
    """ISO 8601, as exact as printed."""
    swappable: bool
    """Whether day and month could be the other way round."""


def find_date(text: str, *, month_first: bool = False) -> str | None:
    """The day of the first date in `text` as ISO 8601; null where there is none."""
    for printed in dates_in(text, month_first=month_first):
        return printed.value[:10]
    return None


def dates_in(text: str, *, month_first: bool = False) -> Iterator[PrintedDate]:
    """The dates printed in `text`, in order, each with its year; "2 hours ago" is no date.

    A numeric date has its day before its month, as most of the world writes it, unless
    `month_first`, or only the other order is possible.
    """
    if not text.isascii():
        text = text.translate(_DIGITS)
    found = list(_in_other_scripts(text)) if not text.isascii() else []
    if not found and not _YEAR.search(text):
        return
    found += _with_names(text)
    found += _in_figures(text, month_first)
    reached = 0
    for start, end, day, swappable in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= reached:
            start, end, value = _with_time(text, start, end, day, reached)
            reached = end
            yield PrintedDate((start, end), value, swappable)


def _in_other_scripts(text: str) -> Iterator[_Day]:
    """Days whose year is counted otherwise, or whose month's name has signs that are no letters."""
    eras = _data()["eras"]
    if any(map(text.__contains__, eras)):
        for match in _era().finditer(text):
            year = eras[match["era"]] + (1 if match["n"] == _FIRST else int(match["n"]))
            if day := _day(year, int(match["m"]), int(match["d"])):
                yield (*match.span(), day, False)
    if max(text) >= "\u0600":
        for match in _signed_month().finditer(text):
            year = int(match["y"])
            year -= _BUDDHIST * (year > _LEAST_BUDDHIST)
            if day := _day(year, _signed_months()[match["m"]], int(match["d"])):
                yield (*match.span(), day, False)


def _with_names(text: str) -> Iterator[_Day]:
    """Days whose month has its name."""
    forms = [_day_month(), _month_day(), _year_month()]
    if any(map(text.__contains__, _data()["of the year"].values())):
        forms.append(_year_day())
    for form in forms:
        for match in form.finditer(text):
            month = _month(match["m"])
            if month and (day := _day(int(match["y"].lstrip("’'")), month, int(match["d"]))):
                start = match.start()
                if form is _month_day():
                    start += len(match["m"]) - len(_month_in(match["m"]))
                yield start, match.end(), day, False


def _in_figures(text: str, month_first: bool) -> Iterator[_Day]:
    """Days that have nothing but figures."""
    for match in _numbers().finditer(text):
        if match["y"]:
            if day := _day(int(match["y"]), int(match["m"]), int(match["d"])):
                yield (*match.span(), day, False)
            continue
        a, b, year = int(match["a"]), int(match["b"]), int(match["y2"])
        first, second = _day(year, b, a), _day(year, a, b)
        if month_first:
            first, second = second, first
        if day := first or second:
            yield (*match.span(), day, None not in (first, second) and first != second)


def times_in(text: str, start: int, day: str) -> Iterator[PrintedDate]:
    """The times of day of `day` that stand in `text` from `start` on, without a date of their own."""
    for match in _clock().finditer(text, start):
        if time := _time(match):
            end = match.end()
            if match["zone"] and not _zone(match["zone"]) and not _known_zone(match["zone"]):
                end = match.start("zone") - (text[match.start("zone") - 1] in " (")
            yield PrintedDate((match.start(), end), f"{day}T{time}", False)


def _with_time(text: str, start: int, end: int, day: datetime.date, reached: int) -> tuple[int, int, str]:
    """The span and value of a date with the time of day that stands after or before it."""
    if (match := _after().match(text, end)) and (time := _time(match)):
        if match["zone"] and not _zone(match["zone"]) and not _known_zone(match["zone"]):
            return (
                start,
                match.start("zone") - (text[match.start("zone") - 1] in " (") or end,
                f"{day}T{time}",
            )
        return start, match.end(), f"{day}T{time}"
    early = max(reached, start - 40)
    for match in _before().finditer(text[:start], early):
        if time := _time(match):
            return match.start(), end, f"{day}T{time}"
    return start, end, day.isoformat()


def _time(match: re.Match[str]) -> str | None:
    """`09:10`, or `09:10:00+01:00` where the zone is printed."""
    noon = match["noon"] or match["noon3"]
    half = (
        (match["half"] or match["half2"] or "").lower()
        or (noon and "ap"[noon in _data()["noon"]["after"]])
        or ""
    )
    hour = int(match["h"] or match["h2"] or match["h3"])
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    if hour > 23:
        return None
    minute, second, zone = match["min"] or "00", match["sec"], _zone(match["zone"] or "")
    exact = f":{second or '00'}" if second or zone else ""
    return f"{hour:02}:{minute}{exact}{zone}"


def _zone(name: str) -> str:
    """The offset of a zone from UTC as ISO 8601 writes it; empty where it is not known."""
    if match := re.fullmatch(r"(?i:(?:UTC|GMT)\s?)?([+-])([0-9]{1,2}):?([0-9][0-9])?", name):
        return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}" if int(match[2]) <= 14 else ""
    offset = _zones().get(_short(name), "")
    return "Z" if offset == "+00:00" else offset


def _short(name: str) -> str:
    """The letters of a zone's name: `edt` of `Eastern Daylight Time`."""
    words = name.lower().split()
    return "".join(word[0] for word in words) if words[1:] else name.lower()


def _known_zone(name: str) -> bool:
    return _short(name) in _data()["unzoned"].split()


def is_american(text: str) -> bool:
    """Whether a line has a time zone of the United States after a time of day."""
    return _FIGURE.search(text) is not None and any(
        m["zone"] and _short(m["zone"]) in _data()["american"].split() for m in _after().finditer(text)
    )


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def is_month(word: str) -> bool:
    """Whether a word names a month: `March`."""
    return _month(word.rstrip(".,")) is not None


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week, in small letters."""
    return frozenset(day for names in _data()["weekdays"].values() for day in names.split())


def _month(word: str) -> int | None:
    return _months().get(_month_in(word).lower())


def _month_in(word: str) -> str:
    """`word`, or the month at its end, as copied pages run words together (`readApril`, `GEARAPR`)."""
    if word.lower() in _months():
        return word
    starts = [k for k in range(1, len(word)) if word[k].isupper() and word[k - 1].islower()]
    for tail in [word[k:] for k in starts] + ([word[-3:]] if word.isupper() else []):
        if tail.lower() in _months():
            return tail
    return word


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = load("dates")
    return loaded


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in _data()["months"].items() for name in names.split()}


@cache
def _zones() -> dict[str, str]:
    return {name: offset for offset, names in _data()["zones"].items() for name in names.split()}


@cache
def _numbers() -> re.Pattern[str]:
    """A date in digits."""
    return re.compile(
        r"(?<![\d.,/-])(?P<y>(?:19|20)[0-9][0-9])\s?(?P<s>[-./年년])\s?(?P<m>[0-9]{1,2})\s?[-./月월]\s?(?P<d>[0-9]{1,2})(?!\d|[.,/]\d)\s?[日일.]?"
        r"|(?<![\d.,/-])(?P<a>[0-9]{1,2})\s?(?P<s2>[./|-])\s?(?P<b>[0-9]{1,2})\s?(?P=s2)\s?(?P<y2>(?:19|20)[0-9][0-9]|[0-9][0-9])(?![\d/-]|[.,]\d)"
    )


@cache
def _day_month() -> re.Pattern[str]:
    """`3 May 2024` and its like."""
    return re.compile(
        r"(?<![\d.,:])(?P<d>[0-9]{1,2})(?:st|nd|rd|th|er|re|ère|\.|º|°|ª|-?[ае]?го)?[\s.\-/]{0,3}(?:de\s|d[’']|of\s|den\s|ta['’]\s?)?"
        r"(?P<m>[^\W\d_]{3,14})\.?[\s,.\-/]{0,3}(?:del?\s|of\s)?(?P<y>(?:19|20)[0-9][0-9]|[’'][0-9][0-9])"
        + _RUN_ON,
        re.IGNORECASE,
    )


@cache
def _month_day() -> re.Pattern[str]:
    """`May 3, 2024` and its like."""
    return re.compile(
        r"(?<![^\W\d_])(?P<m>[^\W\d_]{3,14})\.?[\s\-]{0,3}(?P<d>[0-9]{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s?,\s?|[\s\-]{1,2}|(?<=[0-9][0-9]))(?P<y>(?:19|20)[0-9][0-9])"
        + _RUN_ON
    )


@cache
def _year_month() -> re.Pattern[str]:
    """`2024 May 3` and its like."""
    return re.compile(
        r"(?<![\d.,])(?P<y>(?:19|20)[0-9][0-9])(?:\s?m)?[.,]?[\s\-]{0,2}(?P<m>[^\W\d_]{3,14})\.?[\s\-]{1,2}(?P<d>[0-9]{1,2})(?!\d)"
    )


@cache
def _era() -> re.Pattern[str]:
    """`令和6年5月3日` and its like."""
    return re.compile(
        rf"(?P<era>{'|'.join(_data()['eras'])})\s?(?P<n>[0-9]{{1,3}}|{_FIRST})年\s?(?P<m>[0-9]{{1,2}})月\s?(?P<d>[0-9]{{1,2}})日?"
    )


@cache
def _year_day() -> re.Pattern[str]:
    """`2021. gada 3. janvāris`."""
    words = "|".join(_data()["of the year"].values())
    return re.compile(
        rf"(?<!\d)(?P<y>(?:19|20)[0-9][0-9])\.\s?(?:{words})\s(?P<d>[0-9]{{1,2}})\.\s?(?P<m>[^\W\d_]{{3,14}})"
    )


@cache
def _signed_month() -> re.Pattern[str]:
    """`21 ม.ค. 2562` and its like."""
    names = "|".join(sorted(map(re.escape, _signed_months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,:])(?P<d>[0-9]{{1,2}})\s{{0,2}}(?P<m>{names})(?:/[^\W\d_]{{3,10}})?\s{{0,2}}(?P<y>(?:19|20|25)[0-9][0-9])(?!\d)"
    )


@cache
def _signed_months() -> dict[str, int]:
    return {name: int(n) for n, names in _data()["signed months"].items() for name in names.split("|")}


@cache
def _weekday() -> str:
    """The day of the week behind a date in Chinese, Japanese or Korean: `星期五`, `(金)`, `금요일`."""
    before, signs, behind = (_data()["weekday signs"][part] for part in ("before", "signs", "behind"))
    return rf"(?:\s?[（(]?(?:{'|'.join(before)})?[{''.join(signs)}](?:{'|'.join(behind)})?[)）]?(?!\w))?"


@cache
def _hour_and_zone() -> str:
    """A time of day with its half, before it or behind it, and its zone: `下午3:12`, `3:12 pm EDT`."""
    noon = "|".join(word for words in _data()["noon"].values() for word in words)
    spelt = "|".join(_data()["spelt zones"]).replace(" ", r"\s")
    time = (
        rf"(?:(?P<noon>{noon})\s?)?(?P<h>[01]?[0-9]|2[0-4])(?::|\.|\s?h\s?|\s?시\s?|時)(?P<min>[0-5][0-9])"
        r"(?:[:.](?P<sec>[0-5][0-9])(?:[.,][0-9]{1,6})?)?[분分]?(?!\d)(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    )
    hour = (
        r"(?:(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>[ap])\.?\s?m\b\.?"
        rf"|(?:(?P<noon3>{noon})\s?)?(?P<h3>1?[0-9]|2[0-4])\s?[시時时點点](?!\s?[0-9]))"
    )
    offset = r"(?:(?:UTC|GMT)\s?)?[+-][0-9]{1,2}(?::?[0-9][0-9])?"
    return rf"(?:{time}|{hour})(?:\s?\(?(?P<zone>{offset}|{spelt}|[A-Z]{{1,4}})\b\)?)?"


@cache
def _after() -> re.Pattern[str]:
    """A time of day behind its date."""
    return re.compile(rf"{_weekday()}{_LINK}{_hour_and_zone()}", re.IGNORECASE)


@cache
def _clock() -> re.Pattern[str]:
    """A time of day."""
    return re.compile(rf"(?<![\d:.]){_hour_and_zone()}", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """A time of day before its date."""
    return re.compile(
        rf"(?<![\d:.]){_hour_and_zone()}(?:\s?uhr)?[\s,|•·–—\-]{{0,4}}"
        r"(?:(?:on|am|le|el)\s)?(?:[^\W\d_]{2,10}\.?,?\s)?$",
        re.IGNORECASE,
    )
