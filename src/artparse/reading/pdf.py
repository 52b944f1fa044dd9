"""PDF files: the paragraphs of their columns; running heads and page numbers are none of the text."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading.content import Content
from artparse.reading.document import NO_EVIDENCE, Block, Document, Evidence, Hints
from artparse.reading.files import hushed
from artparse.values import NamedTuple

EDGE = 0.1
"""Share of a page's height at its top and bottom where running heads and numbers stand."""
LARGE, LARGER = 1.15, 1.4
"""Sizes of letters, against those of most of the text, of headings and of the headline."""
LONGEST_HEADING = 200
"""Code points of a heading."""
FIRST = 40
"""Paragraphs of a file among which its headline stands."""
APART = 1.3
"""Space between lines, against their height, that may be within a column."""
SAME_SIZE = 0.08
"""How much, as a share, letters of one paragraph may differ in size."""
LOOSE = 1.25
"""Distance of two lines of a paragraph, at most, against the usual one."""
LEAST_COMMON = 0.25
"""How often a distance has to be, against the one that is most often, to be a paragraph's own."""
INDENTED = 0.8, 5.0
"""By how many letters' height a paragraph's first line may be indented."""
GAP = 2.0
"""Space between two pieces of one line, against the letters' height, at most."""
BASELINE = 0.4
"""How far apart, against the letters' height, two pieces of one line stand vertically."""
SHORT = 0.2
"""How much of a column's width is left, at least, behind a line that ends without the sign of an end."""
LEAST_LISTED, MOST_LISTED = 4, 4
"""Lines of a list, at least, and words of one, at most."""
LONGEST_WORD = 60
"""Code points of a word that is parted."""
LEAST_HYPHENED = 0.01
"""Share of lines that end in a hyphen where words are parted, and not only compounds."""
LEAST_FULL = 3
"""Lines of a column that tell how wide it is."""
LEAST_WORDS = 3
"""Words of a paragraph that may be the headline that the file's properties have."""
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
_NUMBER = pattern(
    r"(?i)(?:(?:page|seite|p\.|página|pagina)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur|de|van)\s*\d{1,4})?$"
)
_PRINTED = pattern(r"(?:https?|file)://\S+(?:\s+\d+/\d+)?$|\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d\d\b")
"""What browsers print at a page's edge: its address, and when it was printed."""
_COMPOUND = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
SOFT, HARD = "\u00ad", ("-", "\u2010")
"""The hyphen of a parted word, and those that may be of a compound."""
_FIGURES = pattern(r"\d+")
_OPENS = pattern(r"[^a-zß-öø-ÿ,;.)\]]")
"""The first sign of what may be a paragraph."""
_ENDS = pattern(r"[.!?:…][\"'”’»“)\]]*$")
_WORD = pattern(r"\w+")


class Line(NamedTuple):
    """One line of a column."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    bold: bool


class Box(NamedTuple):
    """A paragraph, or what stands by itself."""

    text: str
    size: float
    bold: bool
    edge: bool
    full: bool
    """Whether its last line is as long as its column is wide."""
    x0: float


def read(content: Content) -> Document:
    """The text of a file; raises ArtparseError where it cannot be read, or is pictures only."""
    pages, stated = _pages(content.data)
    if not any(pages):
        message = "a PDF without text, of scanned pages; make text of them first, with OCR such as ocrmypdf"
        raise ArtparseError("empty", message)
    boxes = list(_flowing(pages))
    size = median(box.size for box, _ in boxes for _ in range(1 + len(box.text) // 80))
    named = _title(stated, [box.text for box, _ in boxes[:FIRST]])
    large = [
        (box.size, -i)
        for i, (box, runs) in enumerate(boxes[:FIRST])
        if not runs and box.size >= LARGER * size and len(box.text) < LONGEST_HEADING and " " in box.text
    ]
    title = -max(large)[1] if large else -1
    text = ""
    blocks: list[Block] = []
    for i, (box, runs) in enumerate(boxes):
        if runs:
            hints = Hints(given="metadata")
        elif i == title:
            hints = Hints(tag="h1", level=1, bold=float(box.bold))
        elif box.size >= LARGE * size and len(box.text) < LONGEST_HEADING:
            hints = Hints(tag="h2", level=2, bold=float(box.bold))
        else:
            hints = Hints(tag="p", bold=float(box.bold))
        blocks.append(Block((len(text), len(text) + len(box.text)), hints))
        text += box.text + "\n\n"
    evidence = Evidence(title=named, titles=(named,)) if named else NO_EVIDENCE
    return Document(text, tuple(blocks), "pdf", "utf-8", content.sha256, evidence=evidence)


def _title(stated: str, first: Sequence[str]) -> str | None:
    """The first paragraph that the title in the file's properties has in it; null for none."""
    words = _words(stated)
    own = (text for text in first if len(_words(text).split()) >= LEAST_WORDS)
    return next((text for text in own if f" {_words(text)} " in f" {words} "), None)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _flowing(pages: list[list[Box]]) -> Iterator[tuple[Box, bool]]:
    """The paragraphs of all pages, and whether each runs through them; what goes on overleaf is one."""
    heads = Counter(name for page in pages for name in {_figures(box.text) for box in page if box.edge})

    def runs(box: Box) -> bool:
        return box.edge and bool(
            heads[_figures(box.text)] > 1 or _NUMBER.match(box.text) or _PRINTED.match(box.text)
        )

    waiting: Box | None = None
    for page in pages:
        beside = [box for box in page if runs(box)]
        own = [box for box in page if not runs(box)]
        if waiting and own and _goes_on(waiting, own[0]):
            own[0] = own[0]._replace(text=joined([waiting.text, own[0].text]))
        elif waiting:
            yield waiting, False
        yield from ((box, True) for box in beside)
        yield from ((box, False) for box in own[:-1])
        waiting = own[-1] if own else None
    if waiting:
        yield waiting, False


def _figures(text: str) -> str:
    return _FIGURES.sub("#", text)


def _goes_on(box: Box, overleaf: Box) -> bool:
    """Whether a paragraph at the end of a page, or column, goes on in the next."""
    alike = abs(box.size - overleaf.size) <= SAME_SIZE * box.size and box.bold == overleaf.bold
    return alike and box.full and not (_ENDS.search(box.text) and _OPENS.match(overleaf.text))


def _pages(data: bytes) -> tuple[list[list[Box]], str]:
    """The paragraphs of each page, and the title in the file's properties."""
    try:
        from pdfminer.converter import PDFPageAggregator
        from pdfminer.layout import LAParams, LTTextContainer
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
    except ImportError:
        message = "a PDF, which needs a library to be read: pip install 'artparse[pdf]'"
        raise ArtparseError("unsupported", message) from None
    hushed("pdfminer")
    try:
        pages = []
        document = _document(data)
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=LAParams(line_margin=APART))
        interpreter = PDFPageInterpreter(resources, device)
        for sheet in PDFPage.create_pages(document):
            interpreter.process_page(sheet)
            page = device.get_result()
            columns = [_lines(item) for item in page if isinstance(item, LTTextContainer)]
            pages.append((page.height, _merged([column for column in columns if column])))
        every = [column for _, columns in pages for column in columns]
        pitches, hyphens = _pitches(every), _hyphens(every)
        boxes = [
            [box for column in columns for box in _paragraphs(column, pitches, hyphens, height)]
            for height, columns in pages
        ]
        return boxes, _stated(document)
    except Exception as error:  # What the library raises for damage is of many kinds.
        reason = " ".join(f"{error}".split())[:150].removesuffix(" - Is this really a PDF?")
        message = f"a PDF that is damaged, cut off or locked ({reason or type(error).__name__})"
        raise ArtparseError("broken", f"{message}; save or fetch it again, without a password") from None


def _document(data: bytes) -> Any:
    """The objects of a file, of which one that stands for itself is none: the library follows it for ever."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef

    class Bounded(PDFDocument):
        def getobj(self, objid: int) -> object:
            found, seen = super().getobj(objid), {objid}
            while isinstance(found, PDFObjRef):
                if found.objid in seen:
                    raise PDFObjectNotFound(objid)
                seen.add(found.objid)
                found = super().getobj(found.objid)
            return found

    return Bounded(PDFParser(io.BytesIO(data)))


def _stated(document: Any) -> str:
    """The title in a file's properties."""
    from pdfminer.utils import decode_text

    for properties in document.info:
        if isinstance(title := properties.get("Title"), bytes):
            return str(decode_text(title))
    return ""


def _lines(item: Any) -> list[Line]:
    """The lines of a column, the pieces of one put together."""
    lines: list[Line] = []
    for piece in item:
        letters = (
            [letter for letter in piece if hasattr(letter, "size")] if hasattr(piece, "__iter__") else []
        )
        text = " ".join(piece.get_text().translate(LIGATURES).split()) if letters else ""
        if not text:
            continue
        bold = sum("bold" in letter.fontname.lower() for letter in letters) > len(letters) / 2
        size = median(letter.size for letter in letters)
        line = Line(text, piece.x0, piece.x1, piece.y0, piece.y1, size, bold)
        last = lines[-1] if lines else None
        if last and abs(last.y0 - line.y0) < BASELINE * size and 0 <= line.x0 - last.x1 < GAP * size:
            lines[-1] = last._replace(text=f"{last.text} {text}", x1=line.x1)
        else:
            lines.append(line)
    return lines


def _merged(columns: list[list[Line]]) -> list[list[Line]]:
    """Columns of which the library took an indented line for one of its own."""
    merged: list[list[Line]] = []
    for column in columns:
        above, line = merged[-1][-1] if merged else None, column[0]
        if above and _is_below(line, above, min(line.x0 for line in merged[-1])):
            merged[-1] += column
        else:
            merged.append(column)
    return merged


def _is_below(line: Line, above: Line, left: float) -> bool:
    size = above.size
    return (
        abs(size - line.size) <= SAME_SIZE * size
        and BASELINE * size < above.y0 - line.y0 <= (1 + APART) * size
        and abs(line.x0 - left) <= INDENTED[1] * size
        and line.x0 < above.x1
    )


def _pitches(columns: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The distance of a paragraph's lines for each size of letters: the least of those that are often."""
    counts: dict[int, Counter[float]] = {}
    for column in columns:
        for above, below in pairwise(column):
            distance = above.y0 - below.y0
            if distance > BASELINE * above.size and abs(above.size - below.size) <= SAME_SIZE * above.size:
                counts.setdefault(round(above.size), Counter())[round(distance, 0)] += 1
    return {
        size: min(distance for distance, n in found.items() if n >= LEAST_COMMON * max(found.values()))
        for size, found in counts.items()
    }


def _paragraphs(
    column: Sequence[Line], pitches: dict[int, float], hyphens: Hyphens, height: float
) -> Iterator[Box]:
    """The paragraphs of a column."""
    left, right = min(line.x0 for line in column), max(line.x1 for line in column)
    start = 0
    listed = _is_list(column)
    for i in range(1, len(column) + 1):
        if i == len(column) or listed or _parted(column, i, pitches, left, right):
            lines = column[start:i]
            edge = lines[-1].y0 > (1 - EDGE) * height or lines[0].y1 < EDGE * height
            last = lines[-1]
            yield Box(
                joined([line.text for line in lines], hyphens),
                median(line.size for line in lines),
                all(line.bold for line in lines),
                edge,
                full=last.x1 > right - (right - left) / 4,
                x0=left,
            )
            start = i


def _is_list(column: Sequence[Line]) -> bool:
    """Whether a column is a list of a few words each, such as a menu."""
    return len(column) >= LEAST_LISTED and all(
        line.text.count(" ") < MOST_LISTED and line.text[0].isupper() and not _ENDS.search(line.text)
        for line in column
    )


def _parted(column: Sequence[Line], i: int, pitches: dict[int, float], left: float, right: float) -> bool:
    """Whether line `i` of a column begins a paragraph."""
    above, line = column[i - 1], column[i]
    size = above.size
    if abs(size - line.size) > SAME_SIZE * size or above.bold != line.bold:
        return True
    distance = above.y0 - line.y0
    if not BASELINE * size < distance <= LOOSE * pitches.get(round(size), distance):
        return True
    least, most = (share * size for share in INDENTED)
    if least < line.x0 - left < most and above.x0 - left < least and _OPENS.match(line.text):
        return True
    # The first word would have found room in the line above.
    word = line.text.split(" ")[0]
    room = right - above.x1 - (line.x1 - line.x0) * (len(word) + 1) / len(line.text)
    needed = size if _ENDS.search(above.text) else max(size, SHORT * (right - left))
    return len(column) >= LEAST_FULL and room > needed and _OPENS.match(line.text) is not None


def joined(lines: list[str], hyphens: Hyphens | None = None) -> str:
    """Lines as one paragraph: a word that was parted at the end of a line is whole again."""
    text = ""
    for line in map(str.strip, lines):
        if text.endswith(SOFT) and line[:1].islower():
            text = text[:-1] + line
        elif text.endswith(HARD) and text[-2:-1].isalpha() and line[:1].islower():
            text = (text if hyphens and hyphens.stay(text, line) else text[:-1]) + line
        else:
            text = f"{text} {line}" if text else line
    return " ".join(text.replace(SOFT, "").split())


class Hyphens(NamedTuple):
    """What the words of a file tell of those that are parted at the end of a line."""

    words: frozenset[str]
    often: bool
    """Whether lines end in hyphens so often that words are parted there."""

    def stay(self, above: str, below: str) -> bool:
        """Whether the hyphen between two lines is one of a compound."""
        first, second = _COMPOUND.findall(above[-LONGEST_WORD:])[-1], _COMPOUND.match(below)
        whole = (first + (second[0] if second else "")).lower()
        if whole in self.words or whole.replace("-", "") in self.words:
            return whole in self.words
        return not self.often


def _hyphens(columns: Sequence[Sequence[Line]]) -> Hyphens:
    texts = [line.text for column in columns for line in column]
    ended = sum(text.endswith(HARD) and text[-2:-1].isalpha() for text in texts)
    words = frozenset(word.lower() for text in texts for word in _COMPOUND.findall(text) if word[-1] != "-")
    return Hyphens(words, ended > LEAST_HYPHENED * len(texts))
