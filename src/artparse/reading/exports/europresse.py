"""Europresse: the publication, its date and page, the headline, the author, the text, rights, a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.data import load
from artparse.patterns import pattern
from artparse.reading.exports.articles import Line, Told, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.labelled import GIVEN, RIGHTS, Marks, groups_of

_LABEL = (
    r"(?:Num(?:é|e)ro de document|N° de document|Document number|Dokument(?:en)?nummer|Documentnummer"
    r"|Número de documento)"
    r"\s?:"
)
_DOT = r"\s?(?:·|•|\.)\s?"
_NUMBER = rf"(?:{_LABEL}|(?:PUBLI\S{{0,5}}\s?)?news{_DOT}(?:19|20)\d{{6}}{_DOT})"
_NUMBERED = pattern(_NUMBER, re.IGNORECASE)
_PUBLISHED = rf"news{_DOT}"
LONGEST_BYLINE = 120
"""Code points of the line of authors."""
LONGEST_DATED = 200
"""Code points of the line of the date."""
_CERTIFIED = pattern(
    r"(?i)(?:ce certificat|this certificate|dieses zertifikat|dit certificaat|este certificado"
    r"|date d'émission|date of issue|ausstellungsdatum|datum van afgifte|fecha de emisión)\b"
)
"""What a certificate says, which stands below each article."""
MOST_BEHIND = 8
"""Lines of the certificate below an article."""
CLASSES = (
    ("apd", "other"),
    ("articletitle", "title"),
    ("subtitle", "subtitle"),
    ("ocurr container", "text"),
    ("doc text", "text"),
    ("publication name", "site"),
    ("doc header", "date"),
    ("doc authors", "author"),
    ("bottom news", "beside"),
    ("nodoc", "id"),
)
"""Words of the classes of its newer pages, and what is in them."""
SPLITTING = Splitting(
    ends=re.compile(rf"\s*{_NUMBER}.*$".encode(), re.IGNORECASE),
    holds=re.compile(_NUMBER.encode(), re.IGNORECASE),
    tag=re.compile(rb"<(?:span|div|p)[^<>]{0,80}class=[\"']?(?:rdp__)?DocPublicationName", re.IGNORECASE),
    tagged=re.compile(rb"class=[\"']?[^\"'<>]{0,80}\bDocHeader", re.IGNORECASE),
)
_SENTENCE = pattern(r"[.!?…:]$")
_HAS_DIGIT = pattern(r"\d")
_SIZE = pattern(rf"\d[\d.,]{{0,8}} (?:{'|'.join(table()['words'])})\b", re.IGNORECASE)
_PAGE = pattern(r"(?i)\b(?:p|pp|pg|pág|pag|s|blz)\.\s?(\S{1,12})")


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
    date = next((i for i in range(end) if _is_dated(lines[i].text)), None)
    marks.known.update(i for i in range(date or 0) if _CERTIFIED.match(lines[i].text))
    if date is None:
        return marks.told()
    _dated(marks, lines[date].text)
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
    marks.headline(title)
    body = title[-1] + 1 if title else at
    if body + 1 < end and len(lines[body].text) < LONGEST_BYLINE and not _SENTENCE.search(lines[body].text):
        marks.say(body, "byline")
        marks.note("author", lines[body].text)
        body += 1
    for i in range(body, end):
        marks.say(i, "body")
    if number < len(lines):
        marks.note("id", _number_in(lines[number].text))
    behind = range(end, min(number + MOST_BEHIND, len(lines)))
    marks.known.update((*range(date, at), *behind))
    return marks.told()


def _is_dated(text: str) -> bool:
    """Whether a line has the article's day: a certificate's and a print's stand behind a label."""
    return len(text) < LONGEST_DATED and day_in(text) is not None and not day_in(text.partition(":")[2])


def _classed(marks: Marks) -> Told:
    """What the lines of a page are by their classes."""
    kinds = [_kind(line) for line in marks.lines]
    named = "author" in kinds
    reached = False  # The headline.
    for i, (line, kind) in enumerate(zip(marks.lines, kinds, strict=True)):
        reached = reached or kind == "title"
        if kind == "beside":
            # Above the headline it says what kind of text it is; below, who wrote it.
            kind = "author" if reached and not named else "section"
        if kind == "site":
            marks.note("site", _publication(line.text))
        elif kind == "date":
            _dated(marks, line.text)
        elif kind in GIVEN:
            marks.say(i, GIVEN[kind])
            if kind != "text":
                marks.note(kind, line.text)
        elif kind == "id":
            marks.note("id", _number_in(line.text))
        elif kind == "section":
            marks.note(kind, line.text)
        marks.known.add(i)
    return marks.told()


def _kind(line: Line) -> str:
    """What a line is by its classes; empty for one that has none that is known."""
    words = " ".join(line.words)
    return next((kind for phrase, kind in CLASSES if phrase in words), "")


def _dated(marks: Marks, text: str) -> None:
    """Note what the line of the date says: section, day, length and page."""
    marks.note("date", text)
    first = text.partition(",")[0].strip()
    if "," in text and not _HAS_DIGIT.search(first) and not _is_weekday(first):
        marks.note("section", first)
    if match := _SIZE.search(text):
        marks.note("length", match[0])
    if match := _PAGE.search(text):
        marks.note("page", match[1])


def _is_weekday(text: str) -> bool:
    return any(text.lower() in names.split() for names in load("dates")["weekdays"].values())


def _number_in(text: str) -> str:
    """The number of a document without what stands in front of it."""
    match = re.search(_PUBLISHED, text)
    return text[match.start() :].strip() if match else text.partition(":")[2].strip() or text


def _publication(text: str) -> str:
    """The publication's name without its edition or kind."""
    return re.split(r"\s*(?:,\s|•|\()", text)[0]
