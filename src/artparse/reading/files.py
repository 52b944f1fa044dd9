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
    if not str(path):  # For pathlib, no name at all is the folder one is in.
        raise ArtparseError("missing", "no such file or folder")
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
        raise _unreadable(error) from None


def drain(file: BinaryIO, *, max_size: int | None = MAX_SIZE) -> bytes:
    """All bytes of an open file or pipe.

    Raises ArtparseError: `too_large` above `max_size`, `unreadable` where reading fails.
    """
    try:
        data = file.read() if max_size is None else file.read(max_size + 1)
    except OSError as error:
        raise _unreadable(error) from None
    check_size(len(data), max_size)
    return data


def _unreadable(error: OSError | ValueError) -> ArtparseError:
    reason = getattr(error, "strerror", None) or str(error)
    return ArtparseError("unreadable", f"cannot be read: {reason}")


def check_size(size: int, max_size: int | None) -> None:
    """Raises ArtparseError `too_large` where `size` (bytes) is above `max_size`."""
    if max_size is not None and size > max_size:
        raise ArtparseError(
            "too_large", f"larger than {_readable(max_size)}; raise the limit (--max-size) to read it"
        )


def _readable(size: int) -> str:
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if size >= unit and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size} bytes"
