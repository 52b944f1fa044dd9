"""A file of many articles, cut where each begins or ends; nothing between them is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from artparse.patterns import pattern
from artparse.reading.content import Broken, Content
from artparse.reading.decoding import decode
from artparse.reading.files import too_large
from artparse.reading.streams import HEAD, lines
from artparse.values import NamedTuple

OVERLAP = 200
"""Bytes, at least, that a tag where an article begins may have."""
MARK = b"\xef\xbb\xbf"
_MARKUP = pattern(rb"(?:\s|\xef\xbb\xbf)*<")
_CHARSET = pattern(rb"(?i)(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)")


class Splitting(NamedTuple):
    """How the articles of a database's exports are told apart."""

    begins: re.Pattern[bytes] | None = None
    """A whole line above an article."""
    ends: re.Pattern[bytes] | None = None
    """A whole line below one."""
    holds: re.Pattern[bytes] | None = None
    """What stands in every article, and not in a cover page or a list of contents."""
    tag: re.Pattern[bytes] | None = None
    """Where an article begins, or one ends, in HTML or XML."""
    tagged: re.Pattern[bytes] | None = None
    """What stands in every article there; where null, `tag`."""


def cut(
    file: BinaryIO, splitting: Splitting, format_: str, max_size: int | None
) -> Iterator[Content | Broken]:
    """The articles of a file, one at a time.

    What is no article (a cover page, a list of contents, a footer) is put to the article behind it, or to
    the last one.
    """
    head = file.peek(HEAD) if hasattr(file, "peek") else b""
    if splitting.tag and _MARKUP.match(head):
        charset = _CHARSET.search(head[:4096])
        encoding = charset[1].decode("ascii", "replace") if charset else None
        pieces = _by_tags(file, splitting.tag, max_size)
        format_ += "-html"
        has_words = splitting.tagged or splitting.tag
    else:
        # Of the whole file: one article may have too little to tell.
        encoding = decode(head).encoding if head else None
        pieces = _by_lines(file, splitting, max_size)
        has_words = splitting.holds or re.compile(rb"\S")
    record, before = 0, b""
    opening = b">" if format_.endswith("-html") else b""  # Of the tag that a piece begins behind.
    waiting: Content | Broken | None = None
    for piece in pieces:
        if piece is None:
            if waiting:
                yield waiting
            record, before = record + 1, b""
            waiting = Broken(record, "too_large", too_large(max_size or 0))
        elif not has_words.search(opening + piece.removeprefix(MARK)):
            before += piece
            if len(before) > HEAD and max_size is not None and len(before) > max_size:
                before = b""
        else:
            if waiting:
                yield waiting
            record += 1
            waiting = Content(before + piece, format=format_, record=record, encoding=encoding)
            before = b""
    if isinstance(waiting, Content):
        waiting = waiting._replace(data=waiting.data + before)
    elif waiting is None and before.strip():
        waiting = Content(before, format=format_, record=1, encoding=encoding)
    if waiting:
        yield waiting


def _by_lines(file: BinaryIO, splitting: Splitting, max_size: int | None) -> Iterator[bytes | None]:
    """The lines from one that begins an article, or behind one that ends it, to the next.

    Null for too many.
    """
    article: list[bytes] = []
    size = 0

    def finished() -> bytes | None:
        return None if max_size is not None and size > max_size else b"".join(article)

    for line in lines(file, max_size):
        if line is not None and splitting.begins and splitting.begins.match(line.removeprefix(MARK)) and size:
            yield finished()
            article, size = [], 0
        size += len(line) if line is not None else (max_size or 0) + 1
        if max_size is None or size <= max_size:
            article.append(line or b"")
        else:
            article.clear()
        if line is not None and splitting.ends and splitting.ends.match(line):
            yield finished()
            article, size = [], 0
    if size:
        yield finished()


def _by_tags(file: BinaryIO, tag: re.Pattern[bytes], max_size: int | None) -> Iterator[bytes | None]:
    """The markup from one tag to the next; null for what is too large."""
    text, searched, large = b"", 0, False
    while True:
        piece = file.read(HEAD)
        text += piece
        while match := tag.search(text, searched):
            if match.start():
                yield None if large else text[: match.start()]
                large = False
            text, searched = text[match.start() :], match.end() - match.start()
        if not piece:
            break
        if max_size is not None and len(text) > max_size:
            text, large = text[-OVERLAP:], True
        searched = max(searched if not large else 0, len(text) - OVERLAP)
    if text or large:
        yield None if large else text
