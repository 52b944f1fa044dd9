"""Europresse: the publication, its date and page, the headline, the author, the text, rights, a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.reading.exports.articles import Line, Told
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.labelled import GIVEN, RIGHTS, Marks, groups_of

_NUMBER = (
    r"(?:Num(?:é|e)ro de document|N° de document|Document number|Dokument(?:en)?nummer|Documentnummer"
    r"|Número de documento)"
    r"\s?:"
)
_NUMBERED = re.compile(_NUMBER, re.IGNORECASE)
_PUBLISHED = r"news\s?[·•.]"
LONGEST_BYLINE = 120
"""Code points of the line of authors."""
MOST_HEAD = 6
"""Groups of lines in which the date stands."""
MOST_BEHIND = 8
"""Lines of the certificate below an article."""
CLASSES = (
    ("articletitle", "title"),
    ("subtitle", "subtitle"),
    ("ocurr container", "text"),
    ("doc text", "text"),
    ("publication name", "site"),
    ("doc header", "date"),
    ("bottom news", "author"),
    ("nodoc", "id"),
)
"""Words of the classes of its newer pages, and what is in them."""
SPLITTING = Splitting(
    ends=re.compile(rf"\s*{_NUMBER}.*$".encode(), re.IGNORECASE),
    holds=re.compile(_NUMBER.encode(), re.IGNORECASE),
    tag=re.compile(rb"<(?:span|div|p)[^<>]{0,80}class=[\"']?(?:rdp__)?DocPublicationName", re.IGNORECASE),
    tagged=re.compile(rb"class=[\"']?[^\"'<>]{0,80}\bDocHeader", re.IGNORECASE),
)
_SENTENCE = re.compile(r"[.!?…:]$")


def shows(lines: Sequence[str]) -> bool:
    """Whether a page has Europresse's class names, or a line has its document's number."""
    return any("docpublicationname" in line.lower() for line in lines if "<" in line) or any(
        _NUMBERED.match(line) and re.search(_PUBLISHED, line) for line in lines
    )


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; what stands above the publication is of a cover page."""
    marks = Marks(lines)
    if any("articletitle" in line.words for line in lines):
        return _classed(marks)
    number = next((i for i, line in enumerate(lines) if _NUMBERED.match(line.text)), len(lines))
    end = number
    while end and RIGHTS.match(lines[end - 1].text):
        end -= 1
    rights = next((i for i in range(end) if RIGHTS.match(lines[i].text) and end - i < 4), end)
    end = min(end, rights)
    date = next((i for i in range(end) if day_in(lines[i].text) and len(lines[i].text) < 200), None)
    if date is None:
        return marks.told()
    marks.note("date", lines[date].text)
    if date:
        groups = groups_of(lines[: date + 1])
        own = groups[-1] if len(groups[-1]) > 1 else groups[-2]
        # What stands between the publication and its date is an edition or a section.
        marks.note("site", _publication(lines[own[0]].text))
    at = date + 1
    while at < end and re.match(
        r"(?i)(?:p\.|page|seite|pág|\d+ (?:mots|words|wörter|palabras|woorden)\b)", lines[at].text
    ):
        at += 1
    title = [at] if at < end else []
    while title and title[-1] + 1 < end and not lines[title[-1] + 1].apart and len(title) < 4:
        title.append(title[-1] + 1)
    for i in title:
        marks.say(i, "title")
    marks.note("title", " ".join(lines[i].text for i in title))
    body = title[-1] + 1 if title else at
    if body + 1 < end and len(lines[body].text) < LONGEST_BYLINE and not _SENTENCE.search(lines[body].text):
        marks.say(body, "byline")
        marks.note("author", lines[body].text)
        body += 1
    for i in range(body, end):
        marks.say(i, "body")
    if number < len(lines):
        marks.note("id", lines[number].text.partition(":")[2].strip())
    behind = range(end, min(number + MOST_BEHIND, len(lines)))
    marks.known.update((*range(date, at), *behind))
    return marks.told()


def _classed(marks: Marks) -> Told:
    """What the lines of a page are by their classes."""
    for i, line in enumerate(marks.lines):
        words = " ".join(line.words)
        kind = next((kind for phrase, kind in CLASSES if phrase in words), None)
        if kind == "site":
            marks.note("site", _publication(line.text))
        elif kind in GIVEN:
            marks.say(i, GIVEN[kind])
            if kind != "text":
                marks.note(kind, line.text)
        elif kind:
            marks.note(kind, line.text)
        marks.known.add(i)
    return marks.told()


def _publication(text: str) -> str:
    """The publication's name without its edition or kind."""
    return re.split(r"\s*(?:,\s|•|\()", text)[0]
