"""Where records go: a file that is whole or not there, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class OutputError(Exception):
    """An output that cannot be written; the message is one line."""


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """A text stream to the file at `path`, or to standard output for null and `-`.

    A file is written under its name with `.part` after it, and takes its own name once all is
    written: a file of that name is never half of one, and what an interrupted run wrote is not
    lost. With nothing written there is no file. Raises OutputError at once where the file
    cannot be written.
    """
    if path is None or path == "-":
        yield _standard_output()
        return
    target = Path(os.path.realpath(path))
    part = target
    try:
        if target.is_dir():
            raise OutputError(f"{path}: is a folder; give the name of a file")
        if target.exists() and not os.access(target, os.W_OK):
            raise OutputError(f"{path}: cannot be written: no permission")
        part = part_of(path) or target  # A device or named pipe is written as it is.
        stream = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with stream:
            yield stream
    finally:
        if part != target and part.stat().st_size == 0:
            part.unlink()
    if part != target and part.exists():
        part.replace(target)


def part_of(path: str | None) -> Path | None:
    """Where the file at `path` stands while it is being written; null for what is no file."""
    if path is None or path == "-":
        return None
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        return None
    return target.with_name(target.name + ".part")


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    # JSON is UTF-8 with plain line feeds, whatever the terminal or platform would have it.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def discard_standard_output() -> None:
    """Send what is still to be flushed nowhere, after the reader of a pipe has gone."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
