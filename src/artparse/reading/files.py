"""Files to bytes, with one clear line for what can go wrong on the way."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from artparse.errors import ArtparseError

if TYPE_CHECKING:
    from pathlib import Path

MAX_SIZE = 64 * 1024 * 1024
"""Bytes of one document that are read at most, unless told otherwise."""


@contextmanager
def opened(path: str | Path, *, waiting: bool = True) -> Iterator[BinaryIO]:
    """The file at `path`, to read from; a pipe or device only where it may be waited for (`waiting`).

    Raises ArtparseError `missing` or `unreadable` (also for a folder), at once or while the
    file is being read.
    """
    try:
        with open(path, "rb", opener=None if waiting else _at_once) as file:
            if not waiting and not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ArtparseError("unreadable", "is no file any more")
            yield file
    except FileNotFoundError:
        raise ArtparseError("missing", _missing(str(path))) from None
    except IsADirectoryError:
        raise ArtparseError("unreadable", "is a folder, not a file") from None
    except PermissionError:
        raise ArtparseError("unreadable", "no permission to read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArtparseError("unreadable", f"cannot be read: {reason}") from None


def _at_once(path: str, flags: int) -> int:
    """Open a file, and a pipe without waiting for what writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _missing(path: str) -> str:
    """What is said of a file that is not there, and of an address, which none is."""
    if not re.match(r"(?i)(https?|ftp):/", path):
        return "no such file or folder"
    import shlex  # Only for what goes wrong.

    return f"an address, and nothing is fetched here; try: curl -sL {shlex.quote(path)} | artparse"


def load(path: str | Path, *, max_size: int | None = MAX_SIZE) -> bytes:
    """The bytes of the file at `path`.

    Raises ArtparseError as `opened` does, and `too_large` for more than `max_size` bytes (null
    for any size).
    """
    with opened(path) as file:
        return drain(file, max_size=max_size)


def drain(file: BinaryIO, *, max_size: int | None = MAX_SIZE) -> bytes:
    """All bytes of an open file or pipe; raises ArtparseError `too_large` above `max_size`.

    Not much more than that is read or kept before it is found out.
    """
    data = file.read() if max_size is None else file.read(max_size + 1)
    check_size(len(data), max_size)
    return data


def check_size(size: int, max_size: int | None) -> None:
    """Raises ArtparseError `too_large` where `size` (bytes) is above `max_size`."""
    if max_size is not None and size > max_size:
        raise ArtparseError("too_large", too_large(max_size))


def too_large(max_size: int) -> str:
    """What is said of a document of more than `max_size` bytes."""
    return f"larger than {_readable(max_size)}; raise the limit (--max-size) to read it"


def _readable(size: int) -> str:
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if size >= unit and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size} bytes"


def hushed(library: str) -> None:
    """Have a library's remarks on what it reads go nowhere, unless the program says where."""
    import logging  # Only for what such a library reads.

    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
