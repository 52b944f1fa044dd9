"""Inputs to outcomes, in order: here for a few, by workers for many."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from itertools import chain

from artparse.article import ErrorRecord
from artparse.running.corrected import NOTHING_CORRECTED, Corrections
from artparse.running.limits import TimeLimit, time_limit
from artparse.running.outputs import WRITTEN_BEFORE, Output
from artparse.running.work import Options, Outcome, Piece, Render, outcome_of, perform, pieces, timed_out

MOST_WITHOUT_WORKERS = 16
MOST_BYTES_WITHOUT_WORKERS = 256 * 1024
"""Documents, and bytes of all of them: so few are parsed before a worker would have started."""


def outcomes(
    inputs: Iterable[str | ErrorRecord],
    options: Options,
    render: Render,
    *,
    jobs: int,
    timeout: float,
    memory: int | None = None,
    earlier: Output | None = None,
    corrected: Corrections = NOTHING_CORRECTED,
) -> Generator[Outcome, None, None]:
    """The outcome of each document of the inputs, in order.

    At most `jobs` processes work at once, `timeout` seconds on each document, and take `memory` bytes (null
    for a share of the machine's, which a few small documents, parsed here, cannot reach). What `earlier`
    has for the same bytes is not parsed again. `corrected` records take the place of theirs. Raises
    WorkerError.
    """
    items = _items(inputs, options, render, earlier, corrected, timeout)
    work = partial(perform, options=options, render=render, corrected=corrected.records)
    head: list[Piece | Outcome] = []
    room = MOST_BYTES_WITHOUT_WORKERS
    for item in items:
        head.append(item)
        room -= _size(item)
        if room < 0 or len(head) > MOST_WITHOUT_WORKERS or memory is not None:
            # Processes of their own also keep what a crash costs to one document.
            from artparse.running.pool import Pool

            pool = Pool(work, jobs=jobs, timeout=timeout, memory=memory)
            yield from pool.outcomes(chain(head, items), lambda record: outcome_of(record, render))
            return
    for item in head:
        yield item if isinstance(item, Outcome) else _here(item, work, render, timeout)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _items(
    inputs: Iterable[str | ErrorRecord],
    options: Options,
    render: Render,
    earlier: Output | None,
    corrected: Corrections,
    timeout: float,
) -> Iterator[Piece | Outcome]:
    for path in inputs:
        for piece in (path,) if isinstance(path, ErrorRecord) else _pieces(path, options, timeout):
            if isinstance(piece, ErrorRecord):
                yield outcome_of(piece, render)
                continue
            if (piece.path, piece.record) in corrected.places:
                continue
            if earlier and (before := earlier.written(piece)):
                from artparse.running.resume import digest

                found = digest(piece, options)
                if found == before and (found, piece.record) not in corrected.records:
                    yield Outcome(piece.path, piece.record, before, WRITTEN_BEFORE)
                    continue
            yield piece


def _pieces(path: str, options: Options, timeout: float) -> Iterator[Piece | ErrorRecord]:
    """The documents of an input; telling what it is and cutting it into documents is limited too."""
    found = pieces(path, options)
    number: int | None = None
    while True:
        try:
            with time_limit(timeout):
                piece = next(found, None)
        except TimeLimit:
            yield timed_out(Piece(path, number and number + 1), timeout)
            return
        if piece is None:
            return
        yield piece
        number = piece.record if isinstance(piece, Piece) else piece.source.record


def _size(item: Piece | Outcome) -> int:
    """Bytes to be parsed."""
    if isinstance(item, Outcome):
        return 0
    if item.content is not None:
        return len(item.content.data)
    try:
        return os.stat(item.path).st_size
    except (OSError, ValueError):
        return 0


def _here(piece: Piece, work: Callable[[Piece], Outcome], render: Render, timeout: float) -> Outcome:
    try:
        with time_limit(timeout):
            return work(piece)
    except TimeLimit:
        return outcome_of(timed_out(piece, timeout), render)
