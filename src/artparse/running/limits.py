"""How long one document may take, and what does not count: waiting for who writes to a pipe."""

from __future__ import annotations

import gc
import os
import select
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO

SECONDS_PER_LOOK = 0.5
"""Seconds that a read of a pipe waits before it looks whether the run was stopped; a signal between looking
and waiting would be heeded with the next bytes only, which may never come."""


def collect_seldom() -> None:
    """Collect garbage seldom: little of a run is in cycles. What is loaded by now is left out."""
    gc.set_threshold(20_000, 20, 20)
    gc.freeze()
    gc.enable()


class TimeLimit(BaseException):
    """A document took too long. No Exception, so that no handler on the way takes it for a bug."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimit in what is done inside once it took `seconds`, where the platform has alarms.

    They reach the main thread only; in others nothing is stopped. Code in C is stopped when it
    comes back to Python.
    """
    if not _has_alarms():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeLimit

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
        signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def waiting() -> Iterator[None]:
    """Stop the clock of the limit around it, if there is one."""
    if not _has_alarms():
        yield
        return
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        if left:
            signal.setitimer(signal.ITIMER_REAL, left)


def _has_alarms() -> bool:
    threading = sys.modules.get("threading")  # Without it there is one thread.
    alone = threading is None or threading.current_thread() is threading.main_thread()
    return alone and hasattr(signal, "setitimer")


class Patient:
    """A pipe, device or terminal, read in pieces as they come: a run that waits for it can be stopped."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._number = _pipe(file)

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, as many as are there; none at the end."""
        if self._number is None:
            return self._file.read(size)
        with waiting():
            while not select.select([self._number], [], [], SECONDS_PER_LOOK)[0]:
                pass
        piece: bytes = self._file.read1(size)  # type: ignore[attr-defined]
        return piece


def _pipe(file: BinaryIO) -> int | None:
    """The number of an open file that may have to be waited for; null for one that need not, or cannot."""
    if os.name == "nt" or not hasattr(file, "read1"):
        return None
    try:
        number = file.fileno()
        return None if stat.S_ISREG(os.fstat(number).st_mode) else number
    except (OSError, ValueError):  # Held in memory, or closed.
        return None
