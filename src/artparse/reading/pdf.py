"""PDF files: the paragraphs of their columns; running heads and page numbers are none of the text."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from artparse.errors import ArtparseError
from artparse.reading.content import Content
from artparse.reading.document import Block, Document, Hints

EDGE = 0.1
"""Share of a page's height at its top and bottom where running heads and numbers stand."""
LARGE, LARGER = 1.15, 1.4
"""Sizes of letters, against those of most of the text, of headings and of the headline."""
LONGEST_HEADING = 200
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_NUMBER = re.compile(
    r"(?i)(?:(?:page|seite|p\.|página|pagina)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur|de|van)\s*\d{1,4})?$"
)
_FIGURES = re.compile(r"\d+")


class Box(NamedTuple):
    """Lines that stand together on a page."""

    text: str
    size: float
    edge: bool


def read(content: Content) -> Document:
    """The text of a file; raises ArtparseError where it cannot be read, or is pictures only."""
    pages = list(_pages(content.data))
    boxes = [box for page in pages for box in page]
    if not boxes:
        message = "a PDF without text, of scanned pages; make text of them first, with OCR such as ocrmypdf"
        raise ArtparseError("empty", message)
    # What stands at the edge of more than one page, but for its figures, runs through them.
    heads = Counter(name for page in pages for name in {_FIGURES.sub("#", b.text) for b in page if b.edge})
    size = median(box.size for box in boxes for _ in range(1 + len(box.text) // 80))
    title = next(
        (
            i
            for i, box in enumerate(boxes[:12])
            if box.size >= LARGER * size and len(box.text) < LONGEST_HEADING
        ),
        -1,
    )
    text = ""
    blocks: list[Block] = []
    for i, box in enumerate(boxes):
        runs = box.edge and i != title and (heads[_FIGURES.sub("#", box.text)] > 1 or _NUMBER.match(box.text))
        if runs:
            hints = Hints(given="metadata")
        elif i == title:
            hints = Hints(tag="h1", level=1)
        elif box.size >= LARGE * size and len(box.text) < LONGEST_HEADING:
            hints = Hints(tag="h2", level=2)
        else:
            hints = Hints(tag="p")
        blocks.append(Block((len(text), len(text) + len(box.text)), hints))
        text += box.text + "\n\n"
    return Document(text, tuple(blocks), "pdf", "utf-8", content.sha256)


def _pages(data: bytes) -> Iterator[list[Box]]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer
    except ImportError:
        message = "a PDF, which needs a library to be read: pip install 'artparse[pdf]'"
        raise ArtparseError("unsupported", message) from None
    try:
        for page in extract_pages(io.BytesIO(data)):
            boxes = (_box(item, page.height) for item in page if isinstance(item, LTTextContainer))
            yield [box for box in boxes if box.text]
    except Exception as error:  # What the library raises for damage is of many kinds.
        reason = " ".join(f"{type(error).__name__} {error}".split())[:150]
        raise ArtparseError("broken", f"a PDF that is damaged or locked: {reason}; save it again") from None


def _box(item: Any, height: float) -> Box:
    sizes = [
        char.size
        for line in item
        for char in (line if hasattr(line, "__iter__") else ())
        if hasattr(char, "size")
    ]
    edge = item.y0 > (1 - EDGE) * height or item.y1 < EDGE * height
    text = joined(item.get_text().translate(LIGATURES).splitlines())
    return Box(text, median(sizes) if sizes else 0.0, edge)


def joined(lines: list[str]) -> str:
    """Lines as one paragraph: a word that was parted at the end of a line is whole again."""
    text = ""
    for line in map(str.strip, lines):
        parted = text.endswith(("-", "\u00ad", "\u2010")) and text[-2:-1].isalpha() and line[:1].islower()
        text = text[:-1] + line if parted else f"{text} {line}" if text else line
    return " ".join(text.replace("\u00ad", "").split())
