"""Word documents (`.docx`): a line for each paragraph, heading, list item and row of a table."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading.content import Content
from artparse.reading.document import Block, Document, Hints
from artparse.reading.streams import HEAD

LARGEST = 256 * 1024 * 1024
"""Bytes that a document may have when it is unpacked."""
HEADER = 30
"""Bytes of what stands in a ZIP file before the name of a part."""
_TAG = pattern(r"<[^<>]*>")
LEAST_WRAPPED, WIDEST = 20, 100
"""Lines of a document, at least, that may be a wrapped text, and code points of the longest of them."""
MOST_TOGETHER = 5
"""Lines of such a text to each empty one, at most."""
PROSE = 80
"""Code points of a paragraph, at least, that is of the article by its look."""
SENTENCE_ENDS = ".!?…\"'”’»“:"
GIVEN = {"title": "title", "subtitle": "subtitle"}
"""Styles that say what a line is."""


def read(content: Content) -> Document:
    """The text of a document, with what its styles tell."""
    text, blocks = "", []
    for line, hints in lines_of(content.data):
        blocks.append(Block((len(text), len(text) + len(line)), hints))
        text += line + "\n\n"
    return Document(text, tuple(blocks), "docx", "utf-8", content.sha256)


def text_of(data: bytes) -> str:
    """The lines of a document, with an empty one between them; of a wrapped text that was saved as one, as
    they were."""
    lines = [line for line, _ in lines_of(data)]
    if len(lines) >= LEAST_WRAPPED and max(map(len, lines)) <= WIDEST:
        import docx

        texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
        if sum(not text.strip() for text in texts) * MOST_TOGETHER >= len(texts):
            return "\n".join(texts)
    return "\n\n".join(lines)


def beginning_of(head: bytes) -> str:
    """The lines of a document as far as its first bytes have them, read without the library."""
    name = b"word/document.xml"
    at = head.find(name)
    if at < HEADER or head[at - HEADER : at - HEADER + 4] != b"PK\x03\x04":
        return ""
    start = at + len(name) + int.from_bytes(head[at - 2 : at], "little")
    try:
        markup = zlib.decompressobj(-zlib.MAX_WBITS).decompress(head[start:], HEAD * 16)
    except zlib.error:
        return ""
    paragraphs = markup.decode("utf-8", "replace").split("</w:p>")
    return "\n\n".join(_TAG.sub("", paragraph).strip() for paragraph in paragraphs)


def lines_of(data: bytes) -> list[tuple[str, Hints]]:
    """The lines of a document that are not white space; raises ArtparseError where it cannot be read."""
    try:
        import docx
    except ImportError:
        message = "a Word document, which needs a library to be read: pip install 'artparse[docx]'"
        raise ArtparseError("unsupported", message) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                raise ArtparseError("too_large", "a Word document that unpacks to more than 256 MiB")
        document = docx.Document(io.BytesIO(data))
        lines = [line for item in document.iter_inner_content() for line in _lines(item)]
        notes = _notes(document)
    except ArtparseError:
        raise
    except Exception as error:  # What the library raises for damage is of many kinds.
        reason = " ".join(f"{error}".split())[:150]
        raise ArtparseError("broken", f"a Word document that is damaged: {reason}; save it again") from None
    heads = [i for i, (_, hints) in enumerate(lines) if hints.level == 1]
    if len(heads) == 1 and not any(hints.given == "title" for _, hints in lines):
        line, hints = lines[heads[0]]
        lines[heads[0]] = (line, hints._replace(given="title"))
    return _with_tables(_with_body(lines)) + notes


def _with_body(lines: list[tuple[str, Hints]]) -> list[tuple[str, Hints]]:
    """The lines of a document whose styles tell headings: what reads like a paragraph is one, and so are list
    items behind the first of them. Nothing stands around the article as on a web page."""
    if not any(hints.given or hints.level for _, hints in lines):
        return lines
    result: list[tuple[str, Hints]] = []
    begun = False
    for line, hints in lines:
        is_prose = _is_prose(line, hints)
        begun = begun or (is_prose and not hints.given)
        if not hints.given and (is_prose or (begun and hints.tag == "li")):
            hints = hints._replace(given="paragraph" if hints.tag == "li" else "body")
        result.append((line, hints))
    return result


def _with_tables(lines: list[tuple[str, Hints]]) -> list[tuple[str, Hints]]:
    """The rows of tables below the first paragraph and above the last are of the text."""
    prose = [i for i, (line, hints) in enumerate(lines) if _is_prose(line, hints)]
    if len(prose) < 2:
        return lines
    inside = range(prose[0], prose[-1])
    return [
        (line, hints._replace(given="paragraph") if hints.tag == "td" and i in inside else hints)
        for i, (line, hints) in enumerate(lines)
    ]


def _is_prose(line: str, hints: Hints) -> bool:
    return hints.tag in ("p", "blockquote") and len(line) >= PROSE and line[-1] in SENTENCE_ENDS


def _row(row: Any) -> str:
    """The cells of a row with tabs between them; one that spans several columns stands in it once."""
    cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}
    return "\t".join(cells.values()).strip()


def _lines(item: Any) -> list[tuple[str, Hints]]:
    if hasattr(item, "rows"):
        return [(line, Hints(tag="td")) for row in item.rows if (line := _row(row))]
    style = (item.style.name if item.style is not None else "").lower()
    level = int(style[-1]) if style.startswith("heading ") and style[-1] in "123456" else 0
    numbered = item._p.pPr is not None and item._p.pPr.numPr is not None
    if style in GIVEN:
        hints = Hints(tag="h1" if style == "title" else "p", level=int(style == "title"), given=GIVEN[style])
    elif level:
        hints = Hints(tag=f"h{level}", level=level, given="" if level == 1 else "heading")
    elif style.startswith("list") or numbered:
        hints = Hints(tag="li")
    else:
        hints = Hints(tag="blockquote" if "quote" in style else "p")
    return [(line, hints) for part in item.text.splitlines() if (line := " ".join(part.split()))]


def _notes(document: Any) -> list[tuple[str, Hints]]:
    """The footnotes, which stand below the text and are none of it."""
    from lxml import etree

    lines = []
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            for note in root:
                text = " ".join("".join(note.itertext("{*}t")).split())
                if text:
                    lines.append((text, Hints(tag="p", given="metadata")))
    return lines
