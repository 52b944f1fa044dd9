"""How much work a call is, as a count that is the same on every run and on a busy machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from artparse.data import tables


def steps(call: Callable[[], object]) -> int:
    """The lines of Python that `call` executes, each turn of a loop counted.

    What C code does in one step, such as a search with a pattern, counts as one: its time is
    measured by `benchmarks/linear.py`. So does looking up a name in a packed table, which is a dictionary's
    step once many were looked up.
    """
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return None if frame.f_code.co_filename == tables.__file__ else counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
