"""How far a run is, on standard error: a bar at a terminal, a line every ten seconds elsewhere."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from artparse.running.messages import tell
from artparse.running.work import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress

SECONDS_PER_LINE = 10.0
"""Seconds between lines."""


class Meter:
    """Counts documents and inputs; the total is counted beside the work, as it may take long."""

    def __init__(self, count: Callable[[], int]) -> None:
        self.documents = self.failed = self.inputs = 0
        self.total: int | None = None
        self._path: str | None = None
        self._start = monotonic()
        threading.Thread(target=self._find_total, args=(count,), daemon=True).start()

    def watched(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, counted."""
        for outcome in outcomes:
            self.documents += 1
            self.failed += outcome.failure is not None
            if outcome.record is None or outcome.path != self._path:
                self._path = outcome.path
                self.inputs += 1
            yield outcome

    def speed(self) -> float:
        """Documents a second, since the start."""
        return self.documents / max(monotonic() - self._start, 1e-3)

    def left(self) -> float | None:
        """Seconds that the rest takes at the speed so far; null where nobody knows."""
        if not self.total or not self.inputs:
            return None
        return (monotonic() - self._start) / self.inputs * max(self.total - self.inputs, 0)

    def __str__(self) -> str:
        failures = f"{self.failed:,} failed"
        pace = f"{self.speed():,.0f} a second"
        counted = f"{self.inputs:,} of {self.total:,} inputs, " if self.total else ""
        left = self.left()
        remaining = "" if left is None else f", {_duration(left)} left"
        return f"{counted}{self.documents:,} documents, {failures}, {pace}{remaining}"

    def _find_total(self, count: Callable[[], int]) -> None:
        self.total = count()


def shown(outcomes: Iterable[Outcome], count: Callable[[], int]) -> Generator[Outcome, None, None]:
    """The same outcomes; how far they are is shown in the way that fits standard error.

    `count` gives the number of inputs, for the time that is left.
    """
    meter = Meter(count)
    display: _Ticking = _Bar(meter) if sys.stderr.isatty() else _Lines(meter)
    with display:
        yield from meter.watched(outcomes)


class _Ticking:
    """Calls `tick` every so many seconds while inside."""

    def __init__(self, meter: Meter, every: float) -> None:
        self.meter, self._every = meter, every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def tick(self) -> None:
        """Show the meter as it is now."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._every):
            self.tick()


class _Lines(_Ticking):
    def __init__(self, meter: Meter) -> None:
        super().__init__(meter, SECONDS_PER_LINE)

    def tick(self) -> None:
        """One line."""
        tell(str(self.meter))


class _Bar(_Ticking):
    def __init__(self, meter: Meter) -> None:
        super().__init__(meter, 0.2)

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._progress: Progress = Progress(
            BarColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._progress.add_task(str(self.meter), total=None)
        self._progress.start()
        return super().__enter__()

    def tick(self) -> None:
        """The bar and what the lines say."""
        meter = self.meter
        self._progress.update(
            self._task, description=str(meter), total=meter.total, completed=meter.inputs, refresh=True
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        if kind is None:
            self.meter.total = self.meter.inputs  # Which may not have been counted by now.
            self.tick()
        self._progress.stop()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
