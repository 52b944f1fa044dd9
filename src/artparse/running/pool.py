"""Documents to outcomes on several processors, in order, whatever happens to a worker.

Workers are processes of their own, as the work is Python's and a crash in a C library must
not end the run. One that dies, or does not come back in time, costs the document it was at;
another takes its place, and so it does when one has done many or has become large, at no cost of
documents. Standard input and output stay the parent's.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import ENOMEM
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic

from artparse.article import ErrorRecord
from artparse.running.limits import collect_seldom
from artparse.running.work import Outcome, Piece, WorkerError, lost, timed_out
from artparse.values import dataclass, field

Work = Callable[[Piece], Outcome]

TASKS_PER_WORKER = 2
"""Documents that a worker has at most: the one it is at, and one so that it need not wait."""
SMALL_TASK = 4096
"""Bytes of a task that fits into a pipe beside another; a larger one waits for an idle worker,
as a worker that is at work does not empty its pipe."""
MOST_WAITING = 2000
MOST_WAITING_BYTES = 32 << 20
"""How many outcomes, and bytes of them, wait at most for the document before them."""
LEAST_MEMORY = 512 << 20
"""Bytes that a worker may take at least."""
DOCUMENTS_PER_WORKER = 5_000
"""Documents after which another takes a worker's place: what they left behind, in C libraries too, goes."""
DOCUMENTS_PER_CHECK = 64
"""Documents between two looks at how much memory a worker has kept."""
MOST_KEPT = 256 << 20
"""Bytes that a worker may keep between documents, or half of what it may take, if that is less."""
MOST_FAILED_STARTS = 3
"""How often workers in a row may die before they are ready."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    tasks: Connection
    results: Connection
    ready: bool = False
    at: deque[tuple[int, Piece]] = field(default_factory=deque)
    """Number and document of what it was given, the first of which it is at."""
    deadline: float = float("inf")
    done: int = 0
    """Documents whose outcomes came."""


class Pool:
    """Workers that do `work` on documents, at most `jobs` at once and `timeout` seconds on each."""

    def __init__(self, work: Work, *, jobs: int, timeout: float, memory: int | None = None) -> None:
        """`memory` is bytes that each may take; null for a share of what there is."""
        self._work, self._jobs, self._timeout = work, jobs, timeout
        self._memory = memory or share_of_memory(jobs)
        self._large = min(MOST_KEPT, self._memory // 2) if self._memory else MOST_KEPT
        self._context = get_context("spawn")  # Threads of the parent make forking unsafe.
        self._workers: list[_Worker] = []
        self._again: deque[tuple[int, Piece]] = deque()
        self._done: dict[int, tuple[Outcome, int]] = {}
        self._done_bytes = 0
        self._failed_starts = 0

    def outcomes(
        self, items: Iterable[Piece | Outcome], failed: Callable[[ErrorRecord], Outcome]
    ) -> Iterator[Outcome]:
        """The outcome of each item, in order; an item that is an outcome already is passed on in its turn.

        `items` is taken from no further than a bounded number ahead. `failed` makes the outcome
        of a document that cost a worker. Raises WorkerError.
        """
        source = iter(items)
        taken = given = 0
        more = True
        try:
            while True:
                while more and taken - given < MOST_WAITING and self._done_bytes < MOST_WAITING_BYTES:
                    if not self._has_room():
                        break
                    item = next(source, None)
                    if item is None:
                        more = False
                    elif isinstance(item, Outcome):
                        self._done[taken] = item, 0
                        taken += 1
                    else:
                        self._again.append((taken, item))
                        taken += 1
                        self._hand_out()
                self._hand_out()
                head = self._done.pop(given, None)
                if head is not None:
                    given += 1
                    outcome, size = head
                    self._done_bytes -= size
                    yield outcome
                elif not more and given == taken:
                    return
                if any(worker.at for worker in self._workers):
                    self._collect(failed, at_once=given in self._done)
        finally:
            self._end()

    def _has_room(self) -> bool:
        """Whether one more document can be handed out."""
        return not self._again and (
            len(self._workers) < self._jobs
            or any(len(worker.at) < TASKS_PER_WORKER for worker in self._workers)
        )

    def _hand_out(self) -> None:
        """Give waiting documents to workers, as long as there are any that can take the next."""
        while self._again:
            number, piece = self._again[0]
            small = piece.content is None or len(piece.content.data) < SMALL_TASK
            worker = min(self._workers, key=lambda worker: len(worker.at), default=None)
            if (worker is None or worker.at) and len(self._workers) < self._jobs:
                worker = self._start()
            assert worker
            if worker.at and (not small or not worker.ready or len(worker.at) >= TASKS_PER_WORKER):
                return
            self._again.popleft()
            worker.at.append((number, piece))
            if len(worker.at) == 1 and worker.ready:
                worker.deadline = monotonic() + self._timeout
            with suppress(OSError):  # It has died, which its other pipe will say.
                worker.tasks.send(piece)

    def _start(self) -> _Worker:
        tasks_in, tasks_out = self._context.Pipe(duplex=False)
        results_in, results_out = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=_serve,
            args=(self._work, tasks_in, results_out, self._memory),
            name="artparse worker",
            daemon=True,
        )
        try:
            with _interrupts_held():
                process.start()
        except OSError as error:
            raise WorkerError(f"a worker process cannot be started: {error.strerror or error}") from None
        tasks_in.close()
        results_out.close()
        worker = _Worker(process, tasks_out, results_in)
        self._workers.append(worker)
        return worker

    def _collect(self, failed: Callable[[ErrorRecord], Outcome], *, at_once: bool) -> None:
        """Take what workers have sent, waiting for it unless `at_once`; bury those that died."""
        soonest = min(worker.deadline for worker in self._workers)
        limit = 0.0 if at_once else None if soonest == float("inf") else max(0.0, soonest - monotonic())
        ready = wait([worker.results for worker in self._workers], limit)
        now = monotonic()
        for worker in list(self._workers):
            if worker.results in ready:
                try:
                    message = worker.results.recv_bytes()
                except (EOFError, OSError):
                    self._bury(worker, failed)
                    continue
                self._take(worker, message, now)
            elif now >= worker.deadline:
                number, piece = worker.at.popleft()
                self._done[number] = failed(timed_out(piece, self._timeout)), 0
                self._stop(worker)

    def _take(self, worker: _Worker, message: bytes, now: float) -> None:
        """Note what a worker sent: that it is ready, or an outcome."""
        if worker.ready:
            number, _ = worker.at.popleft()
            self._done[number] = pickle.loads(message), len(message)
            self._done_bytes += len(message)
            worker.done += 1
            if self._is_spent(worker):
                self._stop(worker)
                return
        worker.ready = True
        self._failed_starts = 0
        worker.deadline = now + self._timeout if worker.at else float("inf")

    def _is_spent(self, worker: _Worker) -> bool:
        """Whether another is to take a worker's place, and what is left of its work."""
        if worker.done >= DOCUMENTS_PER_WORKER:
            return True
        return worker.done % DOCUMENTS_PER_CHECK == 0 and _kept_by(worker.process.pid) > self._large

    def _bury(self, worker: _Worker, failed: Callable[[ErrorRecord], Outcome]) -> None:
        """Note a dead worker's document as lost, and give the rest of its work to others."""
        worker.process.join(1)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts == MOST_FAILED_STARTS:
                raise WorkerError(f"worker processes end as they start ({_end_of(worker.process)})")
        elif worker.at:
            number, piece = worker.at.popleft()
            message = f"the worker process at it ended ({_end_of(worker.process)}); the others went on"
            self._done[number] = failed(lost(piece, "crashed", message)), 0
        self._stop(worker)

    def _stop(self, worker: _Worker) -> None:
        self._again.extendleft(reversed(worker.at))
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join(1)
        worker.tasks.close()
        worker.results.close()

    def _end(self) -> None:
        """Stop all workers; what they are at is given up."""
        for worker in self._workers:
            worker.process.kill()
        for worker in list(self._workers):
            self._stop(worker)


def _kept_by(process: int | None) -> int:
    """Bytes of memory that a process has; none where the system does not tell."""
    try:
        with open(f"/proc/{process}/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, AttributeError, ValueError, IndexError):
        return 0


def _end_of(process: BaseProcess) -> str:
    """How a process ended, for people."""
    code = process.exitcode
    if code == ENOMEM:
        return "out of memory"
    if code is None or code >= 0:
        return f"exit status {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"{name}: killed, perhaps for want of memory" if name == "SIGKILL" else name


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back; a process that is started meanwhile never gets it, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # Else it is started with the process, and lets Ctrl-C through again.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def share_of_memory(jobs: int) -> int | None:
    """Bytes for each of `jobs` workers: half of the machine's memory, shared; null where nobody can tell."""
    try:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None
    return max(LEAST_MEMORY, there // 2 // jobs) if there > 0 else None


def _limit_memory(memory: int | None) -> None:
    """Give this process `memory` bytes at most, where the system can; a document that needs more fails."""
    if memory is None:
        return
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):  # A stricter limit holds already.
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _serve(work: Work, tasks: Connection, results: Connection, memory: int | None) -> None:
    """What a worker does: the work on each document it is sent, until there are no more."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which decides.
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(memory)  # It may be less than is taken by now: then each document is told of.
    results.send(None)
    while True:
        try:
            piece = tasks.recv()
        except EOFError:
            return
        try:
            results.send(work(piece))
        except MemoryError:
            os._exit(ENOMEM)  # There is not even enough to say so.


def _end_with_parent() -> None:
    """Leave no worker behind when the parent is killed."""
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
