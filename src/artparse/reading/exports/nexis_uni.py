"""Nexis Uni: headline, publication, date, rights, labels, `Body`, the text, `Classification`, more labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.reading.exports.articles import Line, Told, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.labelled import RIGHTS, Marks, feet, foot_at, head_labels, label_of

LONGEST_HEAD = 14
"""Lines, at most, between the headline and the labels."""


def _any_of(kind: str) -> str:
    return "|".join(map(re.escape, table()[kind]))


SPLITTING = Splitting(
    ends=re.compile(rf"\s*(?:{_any_of('end')})\s*$".encode(), re.IGNORECASE),
    holds=re.compile(rf"(?mi)^\s*(?:{_any_of('body')})\s*$".encode()),
    tag=re.compile(rf"(?i)(?<=>)\s{{0,9}}(?:{_any_of('end')})\s{{0,9}}(?=<)".encode()),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether a line ends a document, or one is the label of a text and others are labels above it."""
    words = [line.strip().lower() for line in lines]
    if any(word in table()["end"] for word in words):
        return True
    body = next((i for i, word in enumerate(words) if word in table()["body"]), None)
    loaded = any(re.match(r"load-date:|ladedatum:|date de chargement:", word) for word in words)
    return body is not None and loaded


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; all above the headline is of a cover page."""
    marks = Marks(lines)
    ends, bodies, classes = (table()[kind] for kind in ("end", "body", "classification"))
    last = next((i for i, line in enumerate(lines) if line.text.lower() in ends and i), len(lines))
    body = next((i for i in range(last) if lines[i].text.lower() in bodies), None)
    if body is None:
        return marks.told()
    # The date of the article is the last one above its labels that stands alone.
    dates = [i for i in range(body) if _is_date(lines[i])]
    if dates:
        date = dates[-1]
        marks.note("date", lines[date].text)
        if date:
            marks.note("site", lines[date - 1].text)
        title = [date - 2] if date > 1 else []
        while title and title[0] and not lines[title[0]].apart and len(title) < 4:
            title.insert(0, title[0] - 1)
        for i in title:
            marks.say(i, "title")
        marks.note("title", " ".join(lines[i].text for i in title))
    first = next(
        (i for i in range(dates[-1] + 1 if dates else 0, body) if label_of(lines[i], "nexis", head=True)),
        body,
    )
    _labels(marks, first, body)
    foot = next(
        (i for i in range(last - 1, body, -1) if lines[i].text.lower() in classes),
        None,
    )
    if foot is None:
        foot = max(foot_at(lines[:last], body + 1, "nexis"), body + 1)
    for i in range(body + 1, foot):
        rights = RIGHTS.match(lines[i].text) and i + 1 == foot
        marks.say(i, "metadata" if lines[i].text == "[]" or rights else "body")
    feet(marks, foot, "nexis")
    return marks.told()


def _is_date(line: Line) -> bool:
    text = line.text
    return (
        len(text) < 80
        and day_in(text) is not None
        and not RIGHTS.match(text)
        and ":" not in text.split(" ")[0]
        and not re.match(r"(?i)(?:date and time|datum und|date et heure|fecha y hora|datum en tijd)\b", text)
        and re.match(r"[^:]*?\d[^:]*?\d{4}", text) is not None
    )


def _labels(marks: Marks, first: int, body: int) -> None:
    at = first
    while at < body:
        at = max(head_labels(marks, at, body, "nexis"), at + 1)
