"""Plain text: one block per line that is not white space."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.reading.content import Content
from artparse.reading.decoding import decoded
from artparse.reading.document import Block, Document, check_blocks

ENDS = "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
"""What lines end at."""


def read(content: Content) -> Document:
    """The text as it is, with a block for every line that is not white space."""
    source = decoded(content)
    return Document(
        text=source.text,
        blocks=tuple(blocks(source.text)),
        format="text",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
    )


def blocks(text: str) -> Iterator[Block]:
    r"""A block for each line of `text` that is not white space, without the space around it.

    Lines end at `\r\n`, `\n`, `\r`, form feed, vertical tab, U+0085, U+2028, U+2029 and the
    separators U+001C to U+001E: all of them are white space, so none is lost in between.
    """
    # Before they are cut out, each of which takes more than its characters do.
    check_blocks(sum(map(text.count, ENDS)) - text.count("\r\n"))
    position = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = position + len(line) - len(line.lstrip())
            yield Block((start, start + len(words)))
        position += len(line)
