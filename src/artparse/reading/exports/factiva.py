"""Factiva: fields by codes of two letters (text, HTML), by elements (XML), or a head without labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading import html
from artparse.reading.content import Content
from artparse.reading.document import Block, Document, Hints
from artparse.reading.exports.articles import Line, Told, evidence_in, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.kept import fields_in, section_in
from artparse.reading.exports.labelled import RIGHTS, Marks
from artparse.reading.fields import language_in
from artparse.reading.moments import iso

_NUMBER = r"(?:Do[ck]ument[eo]? )[A-Za-z0-9]{1,16}(?:19|20)\d{6}[A-Za-z0-9]{4,16}"
_NUMBERED = pattern(rf"{_NUMBER}$")
_IDENTIFIED = pattern(r"(?:Do[ck]ument[eo]? )([A-Za-z0-9]{1,16}(?:19|20)\d{6}[A-Za-z0-9]{4,16})$")
_LENGTH = pattern(rf"[\d.,\s]{{1,9}}\s?(?:{'|'.join(table()['words'])})$", re.IGNORECASE)
_CODED = pattern(r"([A-Z]{2,3})(?:(?P<gap>\s+)(?P<value>\S.*))?$")
_CODES = {code: kind for kind, codes in table()["factiva"].items() for code in codes}
_FOOT = frozenset(table()["factiva"]["foot"])
_VALUE = pattern(r"[\w.-]{2,12} : \S|Do[ck]ument[eo]? \S{15,}$")
"""What stands behind a code below the text."""
_PAGE = pattern(r"(?:[Pp]p?\. ?)?(?:[A-Z]{0,4}-?\d{1,4}[A-Z]?)(?:[,-] ?[A-Z]{0,4}\d{1,4})*")
MOST_HEAD = 12
"""Lines between the length of an article and its text, at most."""
LONGEST_HEAD = 80
"""Code points of one."""
SPLITTING = Splitting(
    ends=re.compile(rf"(?:AN\s+)?\s*{_NUMBER}\s*$".encode()),
    holds=re.compile(
        rf"(?m)^(?:HD|LP|TD)(?:\s|$)|^[\d.,\s]{{1,9}}\s?(?:{'|'.join(table()['words'])})\s*$".encode(),
        re.IGNORECASE,
    ),
    tag=re.compile(
        rb"<div[^<>]{0,80}class=[\"'](?:article|[a-z]{2}Article)[ \"'][^<>]{0,80}>|<article(?=[\s>])",
        re.IGNORECASE,
    ),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether lines or a table's cells have Factiva's codes or elements, or a line an accession number."""
    start = "\n".join(lines)
    if start.lstrip()[:1] == "<":
        coded = re.findall(r"<b>\s?(HD|BY|WC|PD|SN|LA|LP|TD|AN)\s?</b>", start)
        displayed = 'class="article' in start and re.search(rf">\s*{_NUMBER}\s*<", start)
        elements = "factiva" in start[:4096].lower() and "<headline" in start
        return len(set(coded)) > 3 or bool(displayed) or elements
    codes = {line[:2] for line in lines[:60] if re.match(r"(?:HD|WC|PD|SN|LA|AN)(?:\s|$)", line)}
    return len(codes) > 3 or any(_NUMBERED.match(line.strip()) for line in lines)


def document(content: Content) -> Document | None:
    """An article of the XML export; null for any other."""
    if not content.data.lstrip().startswith(b"<") or b"<headline" not in content.data:
        return None
    return _elements(content)


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is, by its codes where it has them."""
    if any(re.match(r"(?:HD|LP)(?:\s|$)", line.text) for line in lines):
        return _coded(lines)
    return _displayed(lines)


def _coded(lines: Sequence[Line]) -> Told:
    marks = Marks(lines)
    kind, below = "", False
    for i, line in enumerate(lines):
        code, value = _code_of(line, kind)
        if code or kind:
            marks.known.add(i)
        if code:
            kind = _CODES[code]
            below = below or code in _FOOT
            if kind == "title":
                marks.found.pop("title", None)  # A cover page is above.
            if value:
                marks.value(i, kind, value)
            if kind != "text":
                marks.label(code.upper(), value)
        elif kind == "text":
            marks.say(i, "body")
        elif kind:
            marks.note(kind, line.text)
            marks.goes_on(line.text)
            if kind in ("title", "author"):
                marks.say(i, "title" if kind == "title" else "byline")
    found = marks.found
    found["id"] = [match[1] for line in lines if (match := _IDENTIFIED.search(line.text))]
    for name in ("title", "author"):
        if name in found:
            found[name] = [" ".join(found[name])]
    return marks.told()


def _code_of(line: Line, current: str) -> tuple[str, str]:
    """The code at the beginning of a line and what is behind it; empty for a line of text."""
    match = _CODED.match(line.text)
    code = match[1].lower() if match else ""
    if match is None or code not in _CODES:
        return "", ""
    value = match["value"] or ""
    set_apart = not value or match["gap"] != " " or _VALUE.match(value) is not None
    if current in ("text", "foot"):
        # In capitals, the first words of a paragraph may look like one.
        stands = (code in _FOOT or code == "td") and set_apart
        return (code, value) if stands else ("", "")
    return (code, value) if code == "hd" or current or (code == "se" and set_apart) else ("", "")


def _displayed(lines: Sequence[Line]) -> Told:
    """Headline, byline, length, date, publication, ..., rights, then the text."""
    marks = Marks(lines)
    size = next((i for i, line in enumerate(lines) if _LENGTH.match(line.text)), None)
    if size is None:
        for i, line in enumerate(lines):
            if not _NUMBERED.match(line.text):
                marks.given[i] = [(line.span, "")]
        return marks.told()
    end = next((i for i in range(size, len(lines)) if _NUMBERED.match(lines[i].text)), len(lines))
    marks.note("length", lines[size].text)
    last = _note_head(lines, size, end, marks)
    # A wrapped notice of rights goes on.
    while last + 1 < end and RIGHTS.match(lines[last].text) and not lines[last + 1].apart:
        last += 1
    title, byline = _above_length(lines, size)
    marks.headline(title)
    for i in byline:
        marks.say(i, "byline")
    marks.note("author", " ".join(lines[i].text for i in byline))
    if end < len(lines) and (match := _IDENTIFIED.search(lines[end].text)):
        marks.note("id", match[1])
    marks.known.update(range(size, last + 1))
    for i in range(last + 1, end):
        marks.say(i, "body")
    return marks.told()


def _note_head(lines: Sequence[Line], size: int, end: int, marks: Marks) -> int:
    """Note what the lines below the length at `size` say (date, publication, language, rights); the last."""
    last, dated, coded = size, False, end
    for i in range(size + 1, min(size + MOST_HEAD, end)):
        text = lines[i].text
        rights = RIGHTS.match(text) is not None
        if len(text) > LONGEST_HEAD and not rights:
            break
        if not dated and (day := day_in(text)):
            dated = True
            marks.note("date", text if "T" in day else f"{day}")
            after = i + 1
            if after < end and re.match(r"\d{1,2}[:.h]\d\d", lines[after].text):
                marks.note("time", lines[after].text)
                after += 1
            marks.note("site", lines[after].text if after < end else "")
            coded = after + 2
        elif language_in(text) and " " not in text:
            marks.note("language", text)
            coded = end
        elif i >= coded and not rights:
            marks.note("page" if _PAGE.fullmatch(text) else "edition", text)
        last = i
        if rights:
            break
    return last


def _above_length(lines: Sequence[Line], size: int) -> tuple[list[int], list[int]]:
    """The lines of the headline and of the byline, which stand together above the length at `size`; a blank
    line may be between them."""
    above = list(range(size))
    starts = [i for i in above if lines[i].apart]
    first = starts[-1] if starts else 0
    if len(starts) > 1 and size - first <= 1 and _is_byline(lines[first].text):
        first = starts[-2]
    block = list(range(first, size))
    heads = [i for i in above if "headline" in lines[i].words]
    if heads:
        block = list(range(heads[0], size))
    if heads and heads[-1] + 1 < size:
        return block[: heads[-1] + 1 - heads[0]], block[heads[-1] + 1 - heads[0] :]
    if len(block) > 1 and (_is_byline(lines[block[-1]].text) or len(block) == 2):
        return block[:-1], block[-1:]
    return block, []


def _is_byline(text: str) -> bool:
    return re.match(r"(?i)(?:by|von|par|por|door)\s", text) is not None and len(text) < LONGEST_HEAD


_ORDER = {"headline": 0, "byline": 1, "leadparagraph": 3, "tailparagraphs": 4}
_GIVEN = {"headline": "title", "byline": "byline", "leadparagraph": "body", "tailparagraphs": "body"}


def _elements(content: Content) -> Document:
    """The text of an article in XML: a line for each field and paragraph."""
    from lxml import etree

    source = html.decoded(content)
    markup = source.text[source.text.lower().index("<article") :]
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    if root is None:
        raise ArtparseError("broken", "XML of Factiva that is damaged; export it again")
    text = ""
    blocks: list[Block] = []
    found: dict[str, list[str]] = {}
    named = [(etree.QName(field).localname.lower(), field) for field in root if isinstance(field.tag, str)]
    # Fields stand in any order, between the parts of the text, too.
    for name, field in sorted(named, key=lambda item: _ORDER.get(item[0], 2)):
        for line in _lines_in(field):
            blocks.append(
                Block((len(text), len(text) + len(line)), Hints(given=_GIVEN.get(name, "metadata")))
            )
            text += line + "\n"
            found.setdefault(name, []).append(line)
    labels = {name: values for name, values in found.items() if name not in _GIVEN}
    evidence = evidence_in(
        {
            "title": found.get("headline", []),
            "author": found.get("byline", []),
            "site": found.get("sourcename", found.get("publishername", [])),
            "language": [value.lower() for value in found.get("baselanguage", [])],
        }
    )
    published = next((iso(value) for value in found.get("publicationdate", []) if iso(value)), None)
    return Document(
        text=text,
        blocks=tuple(blocks),
        format="html",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
        evidence=evidence._replace(published=published, breadcrumb=section_in(labels, {})),
        fields=fields_in(content.keep, labels, {}),
        id=next(iter(found.get("accessionno", ())), None),
        exported=True,
    )


def _lines_in(field: Any) -> Iterator[str]:
    """The text of an element, a line for each paragraph or value inside it."""
    from lxml import etree

    leaves: list[str] = []
    for event, element in etree.iterwalk(field, events=("start", "end")):
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if name not in ("hlt", "elink") and leaves and "".join(leaves).strip():
                yield " ".join("".join(leaves).split())
                leaves = []
            leaves.append(element.text or "")
            continue
        if name not in ("hlt", "elink"):
            if "".join(leaves).strip():
                yield " ".join("".join(leaves).split())
            leaves = []
        if element is not field:
            leaves.append(element.tail or "")
