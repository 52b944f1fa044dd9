"""HTML markup to linear text and blocks with hints, in one pass over the parser's events.

lxml's parser calls `Page` for every tag and text, so no tree is built: that is faster than any
tree, takes memory for the text only, and has no limit to how deep elements may nest.
"""

from __future__ import annotations

from contextlib import suppress

from lxml import etree

from artparse.patterns import pattern
from artparse.reading.document import Block, Hints, check_blocks
from artparse.reading.elements import (
    BOLD,
    CELLS,
    COUNTED,
    HEADINGS,
    LANDMARKS,
    LONGEST,
    LOOSE,
    METADATA,
    NAMING,
    RUNNING,
    SKIPPED,
    TELLING,
    TIGHT,
    UNSCRIPTED,
    is_hidden,
    words_of,
)
from artparse.reading.items import without_page_items
from artparse.reading.joining import APART, BEGUN, ENDED, TOGETHER, is_another
from artparse.reading.metadata import Metadata

NOTICE = 400
"""Code points, at most, of what asks for scripts to be switched on."""
SENTENCE_END = pattern(r"[.!?…:;。！？][\"'”’»)\]]*$")
ANCHORS = frozenset("#§¶🔗")
"""Signs that are a link to the heading that they stand in."""
CELL = "\x1f"
"""Between the cells of a table's row, while it is being collected (the unit separator of ASCII)."""
LONGEST_CELL = 200
"""Code points of a paragraph that may be a cell of a table's row."""
MOST_CELLS = 100
"""Cells of a row that may be paragraphs."""
PLAIN = ("div", "p")
"""Elements of such paragraphs."""
LONGEST_HEADING = 100
"""Code points of a bold line that may head the lines below it."""
NEAREST = 40
"""Words of the elements around a block that are kept: those of the innermost ones."""


class Element:
    """An open element, as far as the blocks inside it need to know."""

    __slots__ = ("block", "language", "number", "shape", "tag", "words")

    def __init__(
        self, tag: str, number: int, block: str, shape: int, words: tuple[str, ...], language: str | None
    ) -> None:
        self.tag = tag
        self.number = number
        """Of the nearest block element, itself included."""
        self.block = block
        """Name of that block element."""
        self.shape = shape
        """A number for the names and classes of that block element and those around it."""
        self.words = words
        """Of all elements around it, itself included."""
        self.language = language


class Page:
    """A parser target (`start`, `end`, `data`, `close`) that writes the linear text of a page."""

    def __init__(self, skipped: frozenset[str] = SKIPPED) -> None:
        self.skips = skipped
        """Names of elements that are left out."""
        self.metadata = Metadata()
        self.text: list[str] = []
        self.size = 0
        """Code points of the text so far."""
        self.blocks: list[Block] = []
        self.parents = [0]
        """Of each block element, by number, the number of the one around it; 0 is the page."""
        self.shapes: dict[tuple[int, str, str | None], int] = {}
        self.open: list[Element] = [Element("", 0, "", 0, (), None)]
        self.skipped = 0
        """Depth inside an element that is left out, 0 outside."""
        self.skipping = ""
        """Name of the element that was left out last."""
        self.unscripted = 0
        """Code points that are shown where there are no scripts."""
        self.line: list[str] = []
        self.owner: Element | None = None
        """The innermost element around the first text of the line; null where there is none yet."""
        self.links = self.bolds = self.verbatim = 0
        """Open links, bold elements and `pre` elements."""
        self.linked = self.bold = 0
        """Characters of the line inside links, and in bold."""
        self.items: set[int] = set()
        """Numbers of items of lists."""
        self.several: set[int] = set()
        """Numbers of rows of tables that have a cell of several blocks."""
        self.cells: list[int] = []
        """Of each open cell, how many blocks came before it, with that of the cells beside it."""
        self.beside = False
        """Whether a cell with text stands before the open one, in the same line."""
        self.breaks = 0
        """Line breaks (`br`) since the last text."""
        self.parted = TOGETHER
        """What elements did since the last text."""
        self.was_link = False
        """Whether the last text is a link."""
        self.gap = 0
        """Line feeds due before the next block."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.skipped:
            self.skipped += 1
            return
        if tag in self.skips or (attributes and is_hidden(tag, attributes)):
            self.skipped = 1
            self.skipping = tag
            if tag == "script":
                self.metadata.script(attributes)
            return
        if tag == "br":
            self.breaks += 1
            return
        if tag == "span" and "br" in attributes.get("class", "").split():
            self.breaks += 1
        self.parted = APART if self.parted >= ENDED else BEGUN
        outer = self.open[-1]
        number, block, shape, words, language = (
            outer.number, outer.block, outer.shape, outer.words, outer.language,
        )  # fmt: skip
        sent_on = attributes.get("type") == "cite"  # Mail programs put what is sent on into a quotation.
        if tag in LOOSE or tag in TIGHT:
            self.flush(2 if tag in LOOSE else 1)
            self.parents.append(number)
            number, block = len(self.parents) - 1, "div" if sent_on else tag
            if tag == "li":
                self.items.add(number)
            kind = (shape, tag, attributes.get("class"))
            shape = self.shapes.setdefault(kind, len(self.shapes) + 1)
        elif tag == "small" and block in HEADINGS:
            self.flush(1)  # What is set smaller beside a headline is not of it.
            block = tag
        elif tag in COUNTED:
            self.count(tag)
        if tag == "pre":
            self.verbatim += 1
        if attributes:
            words = self._called(tag, attributes, outer.words)
            language = attributes.get("lang") or language
        elif tag == "title":
            self.metadata.start(tag, attributes, len(self.open))
        if tag in LANDMARKS and not sent_on:
            words = (*words, f"<{tag}>")[-NEAREST:]
        self.open.append(Element(tag, number, block, shape, words, language))

    def _called(self, tag: str, attributes: dict[str, str], words: tuple[str, ...]) -> tuple[str, ...]:
        """The words that an element is called by, behind those of the elements around it."""
        if not TELLING.isdisjoint(attributes) or tag in METADATA:
            self.metadata.start(tag, attributes, len(self.open), words)
        names = " ".join([attributes[key] for key in attributes if key in NAMING])
        return (*words, *words_of(names[:LONGEST], tag))[-NEAREST:] if names else words

    def count(self, tag: str) -> None:
        """A cell, a link or something bold begins within a line."""
        if tag in CELLS:
            self.beside = self.owner is not None
            self.line.append(CELL)
            self.cells.append(len(self.blocks) + self.beside)
        elif tag == "a":
            self.links += 1
        else:
            self.bolds += 1

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.skipped:
            self.skipped -= 1
            if not self.skipped and tag == "script":
                self.metadata.end_script()
            return
        if tag == "br" or self.open[-1].tag != tag:
            return
        element = self.open.pop()
        if self.parted < APART:
            self.parted = ENDED
        if self.metadata.waiting:
            self.metadata.end(len(self.open))
        if tag in LOOSE or tag in TIGHT:
            self.flush(2 if tag in LOOSE else 1)
            if tag == "tr":
                self._end_row(element)
        elif tag in CELLS:
            self._end_cell()
        elif tag == "a":
            self.links -= 1
        elif tag in BOLD:
            self.bolds -= 1
        elif tag == element.block:  # `small`, in a heading.
            self.flush(1)
        if tag == "pre":
            self.verbatim -= 1

    def _end_cell(self) -> None:
        """A cell ends: one of several lines is a part of the page, not of a row."""
        before = self.cells.pop()
        if len(self.blocks) > before:
            self.flush(1)
            if len(self.blocks) > before + 1:
                self.several.add(self.open[-1].number)

    def _end_row(self, element: Element) -> None:
        """A row ends: short cells of a paragraph each are one line, as those are that are text alone."""
        first = len(self.blocks)
        least = max(0, first - MOST_CELLS)
        while first > least and _is_cell(self.blocks[first - 1], element.number):
            first -= 1
        cells = self.blocks[first:]
        whole = first == 0 or self.blocks[first - 1].hints.element < element.number
        if len(cells) < 2 or not whole or element.number in self.several:
            return
        pieces = self.text[1 - 2 * len(cells) :]
        line = "\t".join(pieces[::2])
        del self.text[1 - 2 * len(cells) :], self.blocks[first:]
        self.size -= sum(map(len, pieces))
        total = sum([end - start for (start, end), _ in cells])
        hints = Hints(
            tag="tr",
            links=sum([(end - start) * hints.links for (start, end), hints in cells]) / total,
            bold=sum([(end - start) * hints.bold for (start, end), hints in cells]) / total,
            element=element.number,
            shape=element.shape,
            words=element.words,
            language=element.language,
        )
        self.blocks.append(Block((self.size, self.size + len(line)), hints))
        self.text.append(line)
        self.size += len(line)

    def data(self, text: str) -> None:
        """Text between tags, whole or a piece of it."""
        if self.skipped:
            if self.metadata.in_script:
                self.metadata.scripts[-1].append(text)
            elif self.skipping == "noscript":
                self.unscripted += len(text.strip())
            return
        if self.metadata.waiting:
            self.metadata.data(text)
            if self.metadata.in_title:
                return
        if self.links and self.open[-1].block in HEADINGS and text.strip() in ANCHORS:
            return
        if self.breaks and not text.isspace():
            self._break()
        if self.owner is None:
            if text.isspace() and not self.verbatim:
                return
            self.owner = self.open[-1]
        elif self.parted and is_another(self.line[-1], text, self.parted, self.links > 0 and self.was_link):
            self.line.append(" ")
        self.parted = TOGETHER
        self.was_link = self.links > 0
        self.line.append(text)
        if self.links:
            self.linked += len(text)
        if self.bolds:
            self.bold += len(text)

    def _break(self) -> None:
        """What `br` means: the end of a paragraph, or of a line inside one."""
        if self.breaks > 1 or not (self.beside or self.open[-1].block in RUNNING):
            self.flush(2 if self.breaks > 1 else 1)
        elif self._is_bold_heading() or SENTENCE_END.search("".join(self.line[-2:]).rstrip()[-10:]):
            self.flush(1)
        else:
            self.line.append("\n")
        self.breaks = 0

    def _is_bold_heading(self) -> bool:
        """Whether all of a short line is bold, and what follows is not: `<b>What it costs</b><br>The …`."""
        if not self.bold or self.bolds or self.open[-1].block != "p":
            return False
        line = "".join(self.line)
        return len(line) <= LONGEST_HEADING and "\n" not in line and self.bold >= len(line.strip())

    def comment(self, text: str) -> None:
        """A comment, which is no text."""

    def pi(self, target: str, data: str) -> None:
        """A processing instruction, which is no text."""

    def close(self) -> Page:
        """The document ends."""
        self.flush(0)
        if self.items:
            self.blocks = without_page_items(self.blocks, self.parents, self.items)
        return self

    def flush(self, gap: int) -> None:
        """Write the line as a block; at least `gap` line feeds stand between it and the next."""
        if self.line:
            written = "".join(self.line)
            if self.verbatim:
                for line in written.splitlines():
                    self._write(line.rstrip(), len(written))
            else:
                cells = [" ".join(cell.split()) for cell in written.split(CELL)]
                self._write("\t".join(filter(None, cells)), len(written) - len(cells) + 1)
            self.line.clear()
            self.owner = None
            self.beside = False
            self.linked = self.bold = 0
        self.breaks = 0
        if gap > self.gap:
            self.gap = gap

    def _write(self, line: str, total: int) -> None:
        start = len(line) - len(line.lstrip())
        if start == len(line):
            return
        if self.text:
            self.text.append("\n" * (self.gap or 1))
            self.size += self.gap or 1
        self.gap = 0
        owner = self.owner or self.open[-1]
        hints = Hints(
            tag=owner.block,
            level=HEADINGS.get(owner.block, 0),
            links=min(1.0, self.linked / total),
            bold=min(1.0, self.bold / total),
            element=owner.number,
            shape=owner.shape,
            words=owner.words,
            language=owner.language,
        )
        check_blocks(len(self.blocks))
        self.blocks.append(Block((self.size + start, self.size + len(line)), hints))
        self.text.append(line)
        self.size += len(line)


def _is_cell(block: Block, row: int) -> bool:
    """Whether a block may be all that a cell of the row with that number says."""
    (start, end), hints = block
    if hints.element < row or end - start > LONGEST_CELL:
        return False
    return hints.tag in PLAIN or hints.element == row


def parse(markup: str) -> Page:
    """The page that `markup` makes; of markup that no parser takes, what was seen of it."""
    data = markup.encode("utf-8", "replace")
    page = _fed(Page(), data)
    return page if page.text and not _says_more_unscripted(page) else _fed(Page(SKIPPED - UNSCRIPTED), data)


def _says_more_unscripted(page: Page) -> bool:
    """Whether a page shows more text, links aside, where there are no scripts."""
    if page.unscripted <= NOTICE:
        return False
    return page.unscripted > sum((b.span[1] - b.span[0]) * (1 - b.hints.links) for b in page.blocks)


def _fed(page: Page, data: bytes) -> Page:
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
    with suppress(etree.ParseError):  # Nothing but comments and white space, for example.
        etree.fromstring(data, parser)
    return page.close()
