"""One document to its outcome, whatever is wrong with it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType
from typing import Any

from artparse.article import Article, ErrorRecord, FailedSource, Failure, FailureKind, WarningCode
from artparse.errors import ArtparseError
from artparse.pipeline import article_of
from artparse.reading import drain, load, read
from artparse.running.inputs import STANDARD_INPUT, failed
from artparse.running.paths import exists, is_file

Record = Article | ErrorRecord
Render = Callable[[Record], Any]
"""What is to be written for a record; null for nothing. At module level: workers import it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for, for every input alike."""

    input_format: str
    keep_text: bool
    max_size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One document that is to be parsed: a file, or one record of a file that holds many."""

    path: str
    record: int | None = None
    data: bytes | None = None
    """Null for a file, which whoever parses it reads."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document."""

    path: str | None
    record: int | None
    sha256: str | None
    """Of its bytes; null where there is no article."""
    content: Any
    """What its render made of the record."""
    failure: Failure | None = None
    warnings: tuple[tuple[WarningCode, str], ...] = ()
    """Code and message of each."""


class TimeLimit(BaseException):
    """A document took too long. No Exception, so that no handler on the way takes it for a bug."""


def pieces(path: str, options: Options) -> Iterator[Piece | ErrorRecord]:
    """The documents of the input at `path`, in order; an error record for what cannot be read."""
    # What can be read only once, and perhaps by this process only, is read here.
    if path != STANDARD_INPUT and (is_file(path) or not exists(path)):
        yield Piece(path)
        return
    try:
        if path == STANDARD_INPUT:
            yield Piece(path, data=_standard_input(options))
        else:
            yield Piece(path, data=load(path, max_size=options.max_size))
    except ArtparseError as error:
        yield failed(path, error.kind, error.message)


def _standard_input(options: Options) -> bytes:
    if sys.stdin is None:
        raise ArtparseError("unreadable", "standard input is closed")
    return drain(sys.stdin.buffer, max_size=options.max_size)


def record_of(piece: Piece, options: Options) -> Record:
    """The record of a document, an error record if it has none."""
    try:
        data = piece.data
        if data is None:
            data = load(piece.path, max_size=options.max_size)
        document = read(data, input_format=options.input_format, name=piece.path)
        article = article_of(document, path=piece.path, keep_text=options.keep_text)
        if piece.record is None:
            return article
        return replace(article, source=replace(article.source, record=piece.record))
    except ArtparseError as error:
        return lost(piece, error.kind, error.message)
    except MemoryError:
        return lost(piece, "crashed", "not enough memory for it; lower --jobs, or leave it out")
    except Exception as error:
        # A bug of artparse's own must not cost the other inputs their records.
        return lost(piece, "crashed", _bug(error))


def lost(piece: Piece, kind: FailureKind, message: str) -> ErrorRecord:
    """The record that stands in the place of a document's article."""
    return ErrorRecord(FailedSource(piece.path, piece.record), Failure(kind, message))


def timed_out(piece: Piece, seconds: float) -> ErrorRecord:
    """The record of a document that was given up."""
    return lost(piece, "timeout", f"not done after {seconds:g} seconds; raise the limit (--timeout)")


def outcome_of(record: Record, render: Render) -> Outcome:
    """What is to be written and told of a record."""
    source, content = record.source, render(record)
    if isinstance(record, ErrorRecord):
        return Outcome(source.path, source.record, None, content, record.error)
    warnings = tuple((warning.code, warning.message) for warning in record.warnings)
    return Outcome(source.path, source.record, record.source.sha256, content, None, warnings)


def perform(piece: Piece, *, options: Options, render: Render) -> Outcome:
    """Parse one document and render its record."""
    try:
        return outcome_of(record_of(piece, options), render)
    except Exception as error:
        return outcome_of(lost(piece, "crashed", _bug(error)), render)


def _bug(error: Exception) -> str:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return f"artparse failed on it, please report this: {reason}"


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimit in what is done inside once it took `seconds`, where the platform has alarms.

    For the main thread. Code in C is stopped only when it comes back to Python.
    """
    if not hasattr(signal, "setitimer"):
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
