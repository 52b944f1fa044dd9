"""One run to an output at a time: a file beside it that the run holds while it writes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # A system that has other locks.
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"
"""After the name of what is written, with a dot before it."""


class Taken(Exception):
    """Another run writes there; the message says which, and what to do."""


class Claim:
    """An output that no other run writes to until `release`; raises Taken where one does, and OSError.

    The system releases the lock of a process that was killed. Where it knows no such locks, a file is the
    lock, and one that was left behind has to be removed by hand.
    """

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(f".{target.name.removeprefix('.')}{LOCK}")
        self._file: int | None = _locked(self.path) if fcntl else _made(self.path)
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let others write; a second call does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if fcntl:
            self._remove()  # While nobody else can have it.
            os.close(file)
        else:
            os.close(file)  # What is open cannot be removed everywhere.
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()


def _locked(path: Path) -> int:
    """The file at `path`, open and locked."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise Taken(f"another run{_who(path)} is writing to it; wait, or name another output") from None
        except OSError:
            return file  # A file system without locks.
        if _is_at(file, path):
            return file
        os.close(file)  # It was let go of, and removed, in between.


def _is_at(file: int, path: Path) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.fstat(file), path.stat())
    return False


def _made(path: Path) -> int:
    """The file at `path`, which was not there before."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise Taken(
            f"another run{_who(path)} is writing to it; if it has ended, remove {path.name} beside it"
        ) from None


def _who(path: Path) -> str:
    """The process that holds a lock, where it said so."""
    with suppress(OSError, ValueError):
        return f" (process {int(path.read_text(encoding='ascii'))})"
    return ""
