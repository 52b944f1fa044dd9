"""Questions about paths that always have an answer: what cannot be looked at is not there.

`pathlib` raises where a name is too long or a folder on the way is closed to this user, and takes
an empty path for the folder that it is in.
"""

from __future__ import annotations

import os
from contextlib import suppress


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)


def is_file(path: str | os.PathLike[str]) -> bool:
    """Whether there is a file at `path`, and no folder, device or pipe."""
    return os.path.isfile(path)


def exists(path: str | os.PathLike[str]) -> bool:
    """Whether there is anything at `path`."""
    return os.path.exists(path)


def is_same(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Whether two paths lead to the same file."""
    with suppress(OSError):
        return os.path.samefile(one, other)
    return False
