"""Where outcomes go: standard output, a terminal, or what makes files and is loaded for them alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TextIO

from artparse.running.work import Outcome, Piece
from artparse.writing.formats import Format

if TYPE_CHECKING:  # What writes to standard output needs neither.
    from pathlib import Path

    from artparse.running.resume import Key

WRITTEN_BEFORE = object()
"""Content of an outcome that was written before, and stays."""


class OutputError(Exception):
    """An output that cannot be written; the message is one line."""


class Output:
    """Takes outcomes in order; as a context manager it is finished, or left as far as it came."""

    def written(self, piece: Piece) -> str | None:
        """Digest of the bytes that an earlier run wrote a document's record for, with --resume."""
        return None

    def anew(self) -> str | None:
        """Why, with --resume, nothing of what is there is kept; null where something may be."""
        return None

    def write(self, outcome: Outcome) -> None:
        """Write one outcome, wholly or not at all."""
        raise NotImplementedError

    def finish(self) -> None:
        """Everything was written."""

    def close(self) -> None:
        """Let go of it, finished or not."""

    def left(self) -> Path | None:
        """Where an unfinished run's records are to be found."""
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self.close()


class Framing:
    """What stands around and between the documents of one output."""

    def __init__(self, form: Format | None) -> None:
        self.opening = form.opening if form else b""
        self.separator = form.separator if form else b""
        self.closing = form.closing if form else b""

    def before(self, position: int) -> bytes:
        """What stands before a document, where so many bytes were written."""
        return self.separator if position else self.opening


class Stream(Output):
    """Standard output, a pipe or a device: what is written is gone."""

    def __init__(self, stream: BinaryIO, framing: Framing) -> None:
        self._stream, self._framing = stream, framing
        self._position = 0

    def write(self, outcome: Outcome) -> None:
        """Write and flush, so that the next program can go on."""
        if outcome.content is not None:
            data = self._framing.before(self._position) + outcome.content
            self._stream.write(data)
            self._stream.flush()
            self._position += len(data)

    def finish(self) -> None:
        """End what stands around the documents."""
        if self._position:
            self._stream.write(self._framing.closing)
        self._stream.flush()

    def close(self) -> None:
        """Close it, unless it is standard output."""
        if sys.stdout is None or self._stream is not sys.stdout.buffer:
            self._stream.close()


class Terminal(Output):
    """A terminal, where an article is shown in a way of its own."""

    def __init__(self, show: Callable[[Any, TextIO], None], separator: bytes) -> None:
        self._show, self._separator = show, separator.decode()
        self._is_first = True

    def write(self, outcome: Outcome) -> None:
        """Show the article; failures are told elsewhere."""
        if outcome.failure is None:
            if not self._is_first:
                sys.stdout.write(self._separator)
            self._is_first = False
            self._show(outcome.content, sys.stdout)


def opened(path: str | None, framing: Framing, *, key: Key | None = None, resume: bool = False) -> Output:
    """The file at `path`, or standard output for null and `-`; a device or pipe as it is.

    `key` and `resume` as of `File`. Raises OutputError at once where the file cannot be written.
    """
    if path is None or path == "-":
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        return Stream(sys.stdout.buffer, framing)
    from artparse.running.file import file_at  # Only for what is written to a file.

    return file_at(path, framing, key=key, resume=resume)


def is_terminal(path: str | None) -> bool:
    """Whether the output is standard output (null or `-`), and that a terminal."""
    return path in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def discard_standard_output() -> None:
    """Drop what is still to be flushed, after the reader of a pipe has gone."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
