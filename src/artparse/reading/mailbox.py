"""Mailboxes (mbox): many e-mails in one file, each after a line with `From `, an address and a moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from artparse.patterns import pattern
from artparse.reading.content import Broken, Content
from artparse.reading.files import too_large
from artparse.reading.streams import lines

_START = pattern(rb"From \S+ .*\d\d?:\d\d.*\b(?:19|20)\d\d\b")
"""An address and a moment; a sentence may begin with the word, too."""
_QUOTED = pattern(rb">+From ")
LONGEST_START = 300


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The e-mails of a mailbox, one at a time."""
    record = 0
    letter: list[bytes] = []
    size = 0
    blank = True
    for line in lines(file, max_size):
        if line is not None and (blank or not record) and _START.match(line[:LONGEST_START]):
            if record:
                yield _finished(letter, size, record, name, max_size)
            record, letter, size = record + 1, [], 0
        elif line is None:
            size = (max_size or 0) + 1
        else:
            size += len(line)
            if max_size is None or size <= max_size:
                letter.append(line[1:] if _QUOTED.match(line) else line)
            else:
                letter.clear()
        blank = line is not None and not line.strip()
    if record:
        yield _finished(letter, size, record, name, max_size)


def _finished(
    letter: list[bytes], size: int, record: int, name: str | None, max_size: int | None
) -> Content | Broken:
    if max_size is not None and size > max_size:
        return Broken(record, "too_large", too_large(max_size))
    return Content(b"".join(letter), name=name, format="email", record=record)
