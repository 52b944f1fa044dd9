"""Bytes as they come, decompressed on the way, with a look at how they begin."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from artparse.errors import ArtparseError

HEAD = 64 * 1024
"""Bytes at the beginning that tell what an input is."""
GZIP = b"\x1f\x8b"
WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE_ZEROS = (
    ((False, True) * 4, "utf-16-le"),
    ((True, False) * 4, "utf-16-be"),
    ((False, True, True, True) * 2, "utf-32-le"),
    ((True, True, True, False) * 2, "utf-32-be"),
)
"""Which of the first eight bytes are zero where four characters of ASCII, or two, stand in them."""


class Readable(Protocol):
    """Anything with a `read` that gives bytes: a file, a pipe, a socket."""

    def read(self, size: int, /) -> bytes: ...


class Stream(io.RawIOBase):
    """The bytes of a file or pipe, decompressed where they are a gzip file.

    A damaged or cut off compressed file ends where it is sound; `failure` then says so.
    """

    def __init__(self, file: Readable) -> None:
        self.failure: ArtparseError | None = None
        self._waiting = _at_least(file.read, HEAD)
        self._file = file
        self.compressed = self._waiting.startswith(GZIP)
        if self.compressed:
            import gzip  # Only for what is compressed.

            whole = io.BufferedReader(_Chained(self._waiting, file))
            self._packed = gzip.GzipFile(fileobj=whole)
            self._waiting = _at_least(self._unpacked, HEAD)
        self.head = self._waiting
        """The first `HEAD` bytes, or all there are."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if not self._waiting:
            self._waiting = self._next(max(len(buffer), HEAD))
        piece = self._waiting[: len(buffer)]
        buffer[: len(piece)] = piece
        self._waiting = self._waiting[len(piece) :]
        return len(piece)

    def _next(self, size: int) -> bytes:
        return self._unpacked(size) if self.compressed else self._file.read(size)

    def _unpacked(self, size: int) -> bytes:
        import zlib

        if self.failure:
            return b""
        try:
            # One step at a time: what was sound before the damage is not lost with it.
            return self._packed.read1(size)
        except EOFError:
            message = "the compressed file is cut off"
        except (zlib.error, OSError) as error:
            message = f"damaged gzip file: {error}"
        self.failure = ArtparseError("broken", f"{message}; fetch or compress it again")
        return b""


class _Chained(io.RawIOBase):
    """Bytes that were read already, then the rest of a file."""

    def __init__(self, first: bytes, file: Readable) -> None:
        self._first, self._file = first, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._first[: len(buffer)] if self._first else self._file.read(len(buffer))
        self._first = self._first[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class _Recoded(io.RawIOBase):
    """The bytes of a file in UTF-16 or UTF-32, as UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder(encoding)("replace").decode
        self._waiting = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._waiting and not self._ended:
            piece = self._file.read(HEAD)
            self._ended = not piece
            text: str = self._decode(piece, self._ended)
            self._waiting = text.encode("utf-8", "replace")
        piece = self._waiting[: len(buffer)]
        buffer[: len(piece)] = piece
        self._waiting = self._waiting[len(piece) :]
        return len(piece)


def in_utf8(file: BinaryIO) -> BinaryIO:
    """A file in UTF-16 or UTF-32 as UTF-8, so that its lines can be told; any other as it is."""
    encoding = wide_encoding(file.peek(HEAD)[:8]) if hasattr(file, "peek") else None
    return io.BufferedReader(_Recoded(file, encoding), HEAD) if encoding else file


def wide_encoding(head: bytes) -> str | None:
    """The encoding of a file that begins with the mark of UTF-16 or UTF-32, or with ASCII in one of them."""
    for mark, encoding in WIDE_MARKS:
        if head.startswith(mark):
            return encoding
    zeros = tuple(not byte for byte in head[:8])
    return next((encoding for pattern, encoding in WIDE_ZEROS if zeros == pattern), None)


def _at_least(read: Callable[[int], bytes], size: int) -> bytes:
    """`size` bytes, or all there are; a pipe gives as few at a time as it likes."""
    pieces: list[bytes] = []
    while size > 0 and (piece := read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def lines(file: BinaryIO, limit: int | None) -> Iterator[bytes | None]:
    """The lines of `file`, null for one of more than `limit` bytes, which is passed over."""
    size = -1 if limit is None else limit + 1
    while line := file.readline(size):
        if limit is None or len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (more := file.readline(HEAD)) and not more.endswith(b"\n"):
            pass
        yield None
