"""Nexis Uni: headline, publication, date, rights, labels, `Body`, the text, `Classification`, more labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.patterns import pattern
from artparse.reading.exports.articles import Line, Told, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in, month_in
from artparse.reading.exports.labelled import RIGHTS, Marks, feet, foot_at, head_labels, label_of

LONGEST_DATE, LONGEST_MONTH = 80, 30
"""Code points of the line of a date, at most, and of one that is a month and year."""
NEAR = 4
"""Lines below the date among which rights or labels stand."""
PAGE = pattern(r"(?i)(?:page|seite|página|pagina)\s\d{1,4}(?: (?:of|von|de|sur|van) \d{1,4})?")


def _any_of(kind: str) -> str:
    return "|".join(map(re.escape, table()[kind]))


_ENDS = pattern(rf">\s{{0,9}}(?:{_any_of('end')})\s{{0,9}}<", re.IGNORECASE)
_LOADED = pattern(r"load-date:|ladedatum:|date de chargement:")
SPLITTING = Splitting(
    ends=re.compile(rf"\s*(?:{_any_of('end')})\s*$".encode(), re.IGNORECASE),
    holds=re.compile(rf"(?mi)^\s*(?:{_any_of('body')})\s*$".encode()),
    tag=re.compile(rf"(?i)(?<=>)\s{{0,9}}(?:{_any_of('end')})\s{{0,9}}(?=<)".encode()),
    tagged=re.compile(rf"(?i)>\s{{0,9}}(?:{_any_of('body')})\s{{0,9}}<".encode()),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether a line ends a document, or one is the label of a text and others are labels above it."""
    low = "\n".join(lines).lower()
    words = [line.strip() for line in low.split("\n")]
    ends, bodies = table()["end"], table()["body"]
    if any(end in low for end in ends) and any(word in ends or _ENDS.search(word) for word in words):
        return True
    return any(map(_LOADED.match, words)) and any(word in bodies for word in words)


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; all above the headline is of a cover page."""
    marks = Marks(lines)
    ends, bodies, classes, graphics = (table()[kind] for kind in ("end", "body", "classification", "graphic"))
    last = next((i for i, line in enumerate(lines) if line.text.lower() in ends and i), len(lines))
    body = next((i for i in range(last) if lines[i].text.lower() in bodies), None)
    if body is None:
        return marks.told()
    date = _date_at(lines, body)
    if date is not None:
        _headed(marks, date)
    first = next(
        (
            i
            for i in range(date + 1 if date is not None else 0, body)
            if label_of(lines[i], "nexis", head=True)
        ),
        body,
    )
    below = range(first if date is None else date + 1, first)
    marks.note("edition", " ".join(t for i in below if not RIGHTS.match(t := lines[i].text)))
    _labels(marks, first, body)
    marks.known.update(range(first if date is None else date, body + 1))
    foot = next((i for i in range(last - 1, body, -1) if lines[i].text.lower() in classes), None)
    if foot is None:
        foot = max(foot_at(lines[:last], body + 1, "nexis"), body + 1)
    pictures = next((i for i in range(body + 1, foot) if lines[i].text.lower() in graphics), foot)
    for i in range(body + 1, pictures):
        rights = RIGHTS.match(lines[i].text) and i + 1 == foot
        beside = lines[i].text == "[]" or rights or _runs(marks, lines[i].text)
        marks.say(i, "metadata" if beside else "body")
    marks.known.update(range(pictures, last))
    feet(marks, foot, "nexis")
    return marks.told()


def _date_at(lines: Sequence[Line], body: int) -> int | None:
    """The line of the article's date: the last one that rights or labels stand right below, else the last."""
    dates = [i for i in range(body) if _is_date(lines[i])]
    for i in reversed(dates):
        below = lines[i + 1 : min(i + 1 + NEAR, body)]
        if any(RIGHTS.match(line.text) or label_of(line, "nexis", head=True) for line in below):
            return i
    return dates[-1] if dates else None


def _headed(marks: Marks, date: int) -> None:
    """Tell the headline and the publication, which stand above the date."""
    lines = marks.lines
    marks.note("date", lines[date].text)
    if date:
        marks.note("site", lines[date - 1].text)
    title = [date - 2] if date > 1 else []
    while title and title[0] and not lines[title[0]].apart and len(title) < 4:
        title.insert(0, title[0] - 1)
    for i in title:
        marks.say(i, "title")
    marks.note("title", " ".join(lines[i].text for i in title))


def _runs(marks: Marks, text: str) -> bool:
    """Whether a line runs through the pages: their number, or the headline again."""
    return bool(PAGE.fullmatch(text)) or text in marks.found.get("title", ())


def _is_date(line: Line) -> bool:
    text = line.text
    return (
        len(text) < LONGEST_DATE
        and (day_in(text) is not None or (len(text) <= LONGEST_MONTH and month_in(text)))
        and not RIGHTS.match(text)
        and ":" not in text.split(" ")[0]
        and not re.match(r"(?i)(?:date and time|datum und|date et heure|fecha y hora|datum en tijd)\b", text)
        and re.match(r"[^:]*?\d{4}", text) is not None
    )


def _labels(marks: Marks, first: int, body: int) -> None:
    at = first
    while at < body:
        at = max(head_labels(marks, at, body, "nexis"), at + 1)
