"""What is set off from an article's paragraphs in a text without markup: posts, quoted lines, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from artparse.layout.labels import Labels, LineLabel, Piece
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

POST = pattern(r"\s*[—–―-]{1,2}\s*[^\s(—–―][^\n(—–―]{1,60}\(@\w{1,30}\)[^\n]{0,40}\Z", signs="@")
"""The signature of an embedded post: `— Jane Doe (@jane) May 3, 2024`."""
LONGEST_SIGNATURE = 160
"""Code points from its dash to its end."""
QUOTED = pattern(r">+[ \t]*(?=\S)")
"""Opens a line that is quoted as e-mails quote."""

_SIGNED = pattern(r"[—–―]\s?[^\W\d_][^\n]{2,100}(?<![.!?:;])\Z", signs="—–―")
"""A line that says who said the words above it: `― Jane Doe, mayor`."""
_QUOTE_SIGNED = pattern(
    r"[“”„«»\"'‘].{20,}[”\"'’»“]\s?[—–―]\s?[^\W\d_][^“”„«»\"]{2,80}\Z", re.DOTALL, signs="—–―"
)
"""A quotation with who said it behind it on the line: `“We waited.” ― Jane Doe, mayor`."""
_CLOSED = frozenset("”\"'’»›“」』")
"""Marks that close a quotation, at the end of the words that a line signs."""
_BODY = ("paragraph", "heading")


def with_posts(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels` with posts within the body, and lines that sign what stands above them, as paragraphs."""
    result = list(labels)
    body = [i for i, label in enumerate(labels) if label in _BODY]
    for i in range(body[0], min(body[-1] + 2, len(units))) if body else ():
        text = units[i].text
        if result[i] != "paragraph" and (
            post_at(text) > 0
            or _QUOTE_SIGNED.match(text)
            or (signs(text, units[i - 1].text) and result[i - 1] == "paragraph")
        ):
            result[i] = "paragraph"
    return result


def signs(text: str, above: str) -> bool:
    """Whether a line says who said the words of the line above it."""
    return POST.match(text) is not None or (_SIGNED.match(text) is not None and above[-1] in _CLOSED)


def post_at(text: str, start: int = 0, end: int | None = None) -> int:
    """Where in a line the signature of a post begins; -1 where it has none."""
    end = len(text) if end is None else end
    if "(@" not in text[max(start, end - LONGEST_SIGNATURE) : end]:
        return -1
    found = POST.search(text, max(start, end - LONGEST_SIGNATURE), end)
    return found.start() if found else -1


def set_off(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """`pieces` with quoted lines and posts as block quotes; a post and its signature are one."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.part == "paragraph":
            start, end = piece.span
            signed = post_at(text, start, end)
            if signed == start and result and result[-1].part == "paragraph":
                piece = Piece((result.pop().span[0], end), "blockquote")
            elif signed > start or QUOTED.match(text, start, end):
                piece = Piece(piece.span, "blockquote")
        result.append(piece)
    return result
