"""A page that is set as one item of a list, `<li><h1>…<p>…<p>…`: what it says are paragraphs, and no items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from artparse.reading.document import Block

LONG = 60
"""Code points of a long paragraph."""
MANY = 4
"""Long paragraphs of an item of a list that is a page's whole text."""


def without_page_items(
    blocks: Sequence[Block], parents: Sequence[int], items: Collection[int]
) -> list[Block]:
    """The blocks, those of an item that has many long paragraphs as if they stood in no list.

    `parents` has the number of the element around each element, `items` the numbers of items of lists.
    """
    within = [_item_of(block, parents, items) for block in blocks]
    long = Counter(
        item for item, block in zip(within, blocks, strict=True) if block.span[1] - block.span[0] >= LONG
    )
    return [
        _outside(block) if item and long[item] >= MANY else block
        for item, block in zip(within, blocks, strict=True)
    ]


def _item_of(block: Block, parents: Sequence[int], items: Collection[int]) -> int:
    """The number of the innermost item of a list around a paragraph of its own; 0 where there is none."""
    if block.hints.tag == "li" or "<li>" not in block.hints.words:
        return 0
    element = block.hints.element
    while element and element not in items:
        element = parents[element]
    return element


def _outside(block: Block) -> Block:
    words = tuple([word for word in block.hints.words if word != "<li>"])
    return Block(block.span, block.hints._replace(words=words))
