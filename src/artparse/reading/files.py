"""Files to bytes, with one clear line for what can go wrong on the way."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from artparse.errors import ArtparseError

MAX_SIZE = 64 * 1024 * 1024
"""Bytes of one input that are read at most, unless told otherwise."""


def load(path: str | Path, *, max_size: int | None = MAX_SIZE) -> bytes:
    """The bytes of the file at `path`.

    Raises ArtparseError: `missing`, `unreadable` (also for a folder), or `too_large` for more
    than `max_size` bytes (null for any size), found before more than that is read.
    """
    try:
        with Path(path).open("rb") as file:
            return drain(file, max_size=max_size)
    except FileNotFoundError:
        raise ArtparseError("missing", "no such file or folder") from None
    except IsADirectoryError:
        raise ArtparseError("unreadable", "is a folder, not a file") from None
    except PermissionError:
        raise ArtparseError("unreadable", "no permission to read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArtparseError("unreadable", f"cannot be read: {reason}") from None


def drain(file: BinaryIO, *, max_size: int | None = MAX_SIZE) -> bytes:
    """All bytes of an open file or pipe; raises ArtparseError `too_large` above `max_size`."""
    data = file.read() if max_size is None else file.read(max_size + 1)
    check_size(len(data), max_size)
    return data


def check_size(size: int, max_size: int | None) -> None:
    """Raises ArtparseError `too_large` where `size` (bytes) is above `max_size`."""
    if max_size is not None and size > max_size:
        raise ArtparseError("too_large", f"larger than {_readable(max_size)}; raise --max-size to read it")


def _readable(size: int) -> str:
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if size >= unit and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size} bytes"
