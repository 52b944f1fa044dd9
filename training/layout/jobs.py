"""Work shared out among processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

_T = TypeVar("_T")
_Found = TypeVar("_Found")
_work: list[Callable[[int], Any]] = []
"""The last is what processes that are split off do."""


def in_parts(work: Callable[[int], _T], parts: int, jobs: int) -> list[_T]:
    """What `work` gives for the number of each part, by `jobs` processes."""
    if jobs < 2:
        return [work(part) for part in range(parts)]
    _work.append(work)
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        found: list[_T] = pool.map(_done, range(parts), chunksize=1)
    _work.pop()
    return found


def _done(part: int) -> Any:
    return _work[-1](part)


def shared_out(
    work: Callable[[Sequence[_T]], Iterable[_Found]], values: Sequence[_T], jobs: int
) -> list[_Found]:
    """What `work` gives for all `values`, a part of which each of `jobs` processes takes; in any order."""
    found = in_parts(lambda part: list(work(values[part::jobs])), jobs, jobs)
    return list(chain.from_iterable(found))
