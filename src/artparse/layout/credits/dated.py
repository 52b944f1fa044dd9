"""Lines that say when the article appeared, or was changed last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from artparse.article import Span
from artparse.data import load, phrases
from artparse.languages import packs
from artparse.layout.credits.bylines import BODY, INNERMOST, LONGEST, edges_of
from artparse.layout.labels import NOISE, Labels, LineLabel, first_of
from artparse.layout.lines.dates import PrintedDate, dates_in, is_american, times_in
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of
from artparse.names.persons import is_person
from artparse.patterns import pattern
from artparse.values import NamedTuple

ABOVE = 8
"""Units before the headline that are searched."""
MAY_SAY_OF_WHAT = (*NOISE, "published")
"""Labels of a line that may say what the date below it is of."""
LONGEST_ABOVE = 30
"""Code points, fewer than which a line has that says what the date below it is of."""
MOST_AGO = 80
"""Code points of a line that says how long ago the article appeared."""
HALVES = ("a.m.", "p.m.")
"""Ends of a time, and of no sentence."""
OTHER = "of something else"
"""The kind of words that say that a date is of a life, a term or an event."""
CUE = 2
"""Words right before a date that may say that it is of something else."""
MOST_BESIDE = 14
"""Words that stand beside the date in a line of credits."""
EAST = ("zh", "ja", "ko")
"""Languages in which the word for a date may stand behind it."""
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
_DAY_AND_HOUR = pattern(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s[0-9]{1,2},?\s(?:at\s)?"
    r"[0-9]{1,2}:[0-9]{2}\s?[ap]\.?m\b.{0,6}$"
)
_ENDS = pattern(r"(?i)\s?(?:[ap]\.?m\.?|uhr)?\s?[-–—]\s?[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]\.?m|\s?uhr)")
_LASTS = pattern(
    r"(?i)[\s,|]*[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.?m\.?|uhr)?\s?(?:[-–—]|to|bis)\s?"
    r"[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]\.?m|\s?uhr)"
)
_UNTIL = pattern(r"\s?[-–—]\s?")
_NUMERIC = pattern(r"\b([0-9]{1,2})[./-]([0-9]{1,2})[./-](?:19|20)[0-9][0-9]\b")


class Dated(NamedTuple):
    unit: int
    printed: PrintedDate
    modified: bool
    rank: float

    def span_in(self, units: Sequence[Unit]) -> Span:
        """Where it stands in the source text."""
        start = units[self.unit].span[0]
        return start + self.printed.span[0], start + self.printed.span[1]


def with_dated_line(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where lines of credits that pass for the first paragraphs are credits: such a line has a
    date, first or behind a weekday or a word such as "posted", few other words, and does not end as sentences
    do; or it says nothing but how long ago, or how long it takes to read; or it only has more names.
    """
    result = _with_credits_below_standfirst(units, labels)
    for first in range(first_of(result), len(labels)):
        if result[first] != "paragraph" or "paragraph" not in labels[first + 1 :]:
            break
        if _is_dated_line(units[first]):
            result[first] = "published"
        elif first and result[first - 1] == "byline" and _goes_on_with_names(units[first]):
            result[first] = "byline"
        else:
            break
    return result


def _with_credits_below_standfirst(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where the second paragraph says who wrote the article and when, and what is above it, which
    was taken for the first, is the standfirst."""
    result, first = list(labels), first_of(labels)
    both = list(labels[first : first + 2]) == ["paragraph"] * 2 and "paragraph" in labels[first + 2 :]
    if not both or "subtitle" in labels or "title" not in labels[:first]:
        return result
    said = units[first + 1].says
    if said.is_opened and said.authors and _is_dated_line(units[first + 1]):
        result[first], result[first + 1] = "subtitle", "published"
    return result


def _goes_on_with_names(unit: Unit) -> bool:
    """Whether a line below a byline is nothing but more names: `and Tom Hale`."""
    said = unit.says
    return len(unit.text) <= MOST_AGO and said.is_names and all(map(is_person, said.authors))


def _is_dated_line(unit: Unit) -> bool:
    text = unit.text
    if len(text) <= MOST_AGO and (_ago().fullmatch(text) or _is_reading_time(text) or _is_of_this_year(text)):
        return True
    if len(text) > LONGEST:
        return False
    beside, reached = "", 0
    for printed in unit.says.dates:
        beside, reached = beside + text[reached : printed.span[0]], printed.span[1]
    behind = text[reached:].strip()
    if behind == "." and text.lower().endswith(HALVES):
        behind = ""
    if not reached or (behind and text[-1] in '.!?"”»…'):
        return False
    weekday = len(beside.split()) <= 1
    beside += text[reached:]
    signed = unit.says.is_opened and unit.says.authors
    told = weekday or signed or says(beside, "published") or says(beside, "modified")
    return bool(told) and len(beside.split()) <= MOST_BESIDE


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
    return frozenset(chain.from_iterable(map(words_of, phrases("cues", "dated"))))


def order_of(units: Sequence[Unit], language: str | None) -> tuple[bool, bool]:
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


def standing_of(dated: Dated | None, units: Sequence[Unit], labels: Labels) -> int:
    """How sure it is that a date is the article's: `WEAK`, `LIKELY` or `SHOWN`."""
    if dated is None or dated.rank < 0:
        return WEAK
    i, (top, first, _) = dated.unit, edges_of(labels)
    own = (labels[i] in ("published", "byline") or _is_dated(units[i])) and not dated.modified
    return SHOWN if own and top < i < first and ASIDE.isdisjoint(units[i].hints.words) else LIKELY


def _is_dated(unit: Unit) -> bool:
    """Whether the elements around a unit are there for a date."""
    words = unit.hints.words
    return not DATED.isdisjoint(words[-INNERMOST:]) and COMMENTS.isdisjoint(words)


def is_new(units: Sequence[Unit], labels: Labels) -> bool:
    """Whether a line near the headline says how long ago the article appeared: `7 hours ago`."""
    top, first, _ = edges_of(labels)
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


def dated_in(
    text: str, units: Sequence[Unit], labels: Labels, near: Sequence[int], month_first: bool
) -> Iterator[Dated]:
    """The dates on lines outside the body that may be the article's, each with how likely it is (`rank`).

    `near` are the units where credits may stand, in order of promise. Others count where their label, their
    element or the line above says that they are dates.
    """
    order = {i: -0.01 * k for k, i in enumerate(near)}
    told = (i for i in range(len(units)) if i not in order and _is_told(units, labels, i))
    for i in (*order, *told):
        if not _may_date(units[i], labels[i]):
            continue
        raw = text[slice(*units[i].span)]
        found = _without_periods(raw, list(dates_in(raw, month_first=month_first)))
        if not found:
            continue
        rank = order.get(i, -2.0) + _rank_of_place(units, labels, i)
        reached, modified = 0, False
        if i and labels[i - 1] in MAY_SAY_OF_WHAT and len(units[i - 1].text) < LONGEST_ABOVE:
            if (said := words_of(units[i - 1].text)) and phrases("dates", OTHER).issuperset(said):
                continue  # "Died", and below it the day and the place.
            modified = says(units[i - 1].text, "modified") and not says(units[i - 1].text, "published")
            rank += 3 * _heads_day(units[i - 1].text)
        for k, printed in enumerate(found):
            cue = raw[reached : printed.span[0]]
            reached = printed.span[1]
            if says(cue, "consulted") or _is_of_something_else(cue, raw[reached:], printed):
                continue  # "Historic England. Retrieved 4 May 2019."
            if says(cue, "modified"):
                modified = True
            elif says(cue, "published"):
                modified, rank = False, rank + 1
            yield Dated(i, printed, modified or _is_said_behind(raw, printed), rank - 0.1 * k)
        if changed := None if modified else _changed(raw, found[-1]):
            yield Dated(i, changed, True, rank - 0.1 * len(found))


def _is_said_behind(line: str, printed: PrintedDate) -> bool:
    """Whether the word for the last change stands right behind its date: `2024年5月3日 10時15分更新`."""
    behind = line[printed.span[1] :].lstrip()
    return not behind[:1].isascii() and behind.startswith(_said_behind())


@cache
def _said_behind() -> tuple[str, ...]:
    changed = load("dates")["modified"]
    return tuple(cue for language in EAST for cue in changed[language])


def _is_of_something_else(before: str, behind: str, printed: PrintedDate) -> bool:
    """Whether a date is of a life, a term (`Closing date: 9 March 2025`) or an event, which has a beginning
    and an end (`15 March 2025, 20:15–22:45`)."""
    if not phrases("dates", OTHER).isdisjoint(words_of(before)[-CUE:]):
        return True
    return (_ENDS if "T" in printed.value else _LASTS).match(behind) is not None


def _without_periods(line: str, found: Sequence[PrintedDate]) -> list[PrintedDate]:
    """The dates of a line that are not one of a period's: `June 12, 1938 – January 29, 2026`."""
    return [
        printed
        for k, printed in enumerate(found)
        if not any(
            _UNTIL.fullmatch(line, one.span[1], other.span[0]) and one.value[:4] != other.value[:4]
            for one, other in pairwise(found[max(0, k - 1) : k + 2])
        )
    ]


def _is_told(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether something says that a line is the article's date, wherever it stands."""
    if labels[i] in ("published", "byline") or (units[i].hints.words and _is_dated(units[i])):
        return True
    return i > 0 and _heads_day(units[i - 1].text)


def _may_date(unit: Unit, label: LineLabel) -> bool:
    """Whether a line may hold the article's date: not one of the article's own, nor a picture's credit or a
    reference (`^ Westmorland Gazette, 14 November 1986`)."""
    if (
        unit.text.startswith("^")
        or label in BODY
        or (len(unit.text) > LONGEST and label not in ("published", "byline"))
    ):
        return False
    return unit.says.reason != "caption" or _is_dated(unit)


def _rank_of_place(units: Sequence[Unit], labels: Labels, i: int) -> float:
    """How far the label of a line, its place and what is around it speak for its date."""
    top, first, last = edges_of(labels)
    text = units[i].text
    rank = 4.0 * (labels[i] == "published") + 2 * (labels[i] == "byline")
    rank += 2 * (top < i < first) - 2 * (i > last) - (i < top)
    rank -= 6 * ("©" in text or "(c)" in text.lower())
    return rank - 4 * (not COMMENTS.isdisjoint(units[i].hints.words[-INNERMOST:]))


def _changed(line: str, last: PrintedDate) -> PrintedDate | None:
    """The time of the last change behind the last date of a line: `3 May 2024, 8:30 (updated: 9:15)`."""
    start = last.span[1]
    for printed in times_in(line, start, last.value[:10]):
        if says(line[start : printed.span[0]], "modified"):
            return printed
    return None


def day_of(dated: Dated) -> str:
    return dated.printed.value[:10]


def are_next(one: Dated, other: Dated) -> bool:
    """Whether two dates stand on one line, or on two without another between them."""
    return abs(one.unit - other.unit) <= 1


def says(words: str, kind: str) -> bool:
    """Whether `words` have a cue that the date beside them is of the `kind` published or modified."""
    low = words.lower()
    return any(cue in low for cue in cues_of(kind))


def _heads_day(line: str) -> bool:
    """Whether a line says nothing but that the next is the day of publication."""
    return line.strip(": ").lower() in cues_of("published")


def cues_of(kind: str) -> frozenset[str]:
    return phrases("dates", kind)
