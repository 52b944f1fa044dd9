"""One document to its outcome, whatever is wrong with it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any, BinaryIO

from artparse import pipeline, reading
from artparse.article import Article, ErrorRecord, FailedSource, Failure, FailureKind, WarningCode
from artparse.errors import ArtparseError, crash
from artparse.pipeline import NO_MEMORY, Record
from artparse.reading import Broken, Content, Stream, holds_many, opened, split
from artparse.running.inputs import STANDARD_INPUT, failed
from artparse.running.limits import Patient, waiting
from artparse.running.paths import exists, is_file, is_folder
from artparse.values import NamedTuple, replace

FOLDER = "{folder}"
"""The site that is the name of the folder that the input is in."""

Identity = tuple[str, int | None]
"""SHA-256 of the bytes that a record was made of, and its number in a file of many."""
SIGN_OF_CORRECTED = b'"corrected": [{'
"""What the JSON of a corrected record holds, as `split` gives it; others need not be looked into."""
NO_CORRECTIONS: Mapping[Identity, bytes] = {}
Render = Callable[[Record], Any]
"""What is to be written for a record; null for nothing. At module level: workers import it."""


class Options(NamedTuple):
    """What was asked for, for every input alike."""

    input_format: str
    keep_text: bool
    max_size: int
    """Bytes."""
    field: str | None = None
    """Where a JSON record has its text."""
    keep: tuple[str, ...] = ()
    """Fields of the input's own records that go into `source.fields`."""
    explain: bool = False
    """Whether the record says which rules and models decided."""
    site: str | None = None
    """The publication, where an input does not tell."""
    needs_text: bool = False
    """Whether what is written shows the source text."""


class Piece(NamedTuple):
    """One document that is to be parsed: a file, or one record of a file that holds many."""

    path: str
    record: int | None = None
    content: Content | None = None
    """Null for a file, which whoever parses it reads."""


class Outcome(NamedTuple):
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
    fields: tuple[str, ...] = ()
    """Names of the input's own fields that the record has."""


class WorkerError(Exception):
    """Worker processes cannot be started; the message is one line."""


def pieces(path: str, options: Options) -> Iterator[Piece | ErrorRecord]:
    """The documents of the input at `path`, in order; an error record for what cannot be read."""
    # What holds one document is read by who parses it; what holds many, or can be read only once
    # and perhaps by this process only, is read here.
    try:
        if path == STANDARD_INPUT:
            yield from _records(standard_input(), path, options)
        elif exists(path) and not is_file(path):
            with ExitStack() as stack:
                with waiting():
                    file = stack.enter_context(opened(path))
                yield from _records(Stream(Patient(file)), path, options)
        elif options.input_format == "records" or is_collection(path, options):
            with opened(path) as file:
                yield from _records(file, path, options)
        else:
            yield Piece(path)
    except ArtparseError as error:
        yield failed(path, error.kind, error.message)
    except Exception as error:
        yield failed(path, "crashed", crash(error))


def is_collection(path: str, options: Options) -> bool:
    """Whether the input at `path` is of a format that holds many documents."""
    if path != STANDARD_INPUT and not is_file(path):
        return False
    try:
        if path == STANDARD_INPUT:
            return holds_many(standard_input().head, path, options.input_format)
        with opened(path, waiting=False) as file:
            return holds_many(Stream(file).head, path, options.input_format)
    except ArtparseError:
        return False  # Whoever reads it says what is wrong.


def has_fields(path: str, options: Options) -> bool:
    """Whether the records of the input at `path` have named fields; true where that cannot be told."""
    if is_folder(path) or (path != STANDARD_INPUT and not is_file(path)):
        return True
    try:
        if path == STANDARD_INPUT:
            return reading.has_fields(standard_input().head, path, options.input_format)
        with opened(path, waiting=False) as file:
            return reading.has_fields(Stream(file).head, path, options.input_format)
    except ArtparseError:
        return True  # Whoever reads it says what is wrong.


@cache
def standard_input() -> Stream:
    """Standard input, of which a first look takes nothing away.

    Raises ArtparseError `unreadable` where it is closed.
    """
    if sys.stdin is None:
        raise ArtparseError("unreadable", "standard input is closed")
    return Stream(Patient(sys.stdin.buffer))


def content_of(piece: Piece, options: Options) -> Content:
    """The bytes of a document; raises ArtparseError where it cannot be read."""
    if piece.content is not None:
        return piece.content
    with opened(piece.path, waiting=False) as file:
        found = next(_contents(file, piece.path, options))
    if isinstance(found, Broken):
        raise ArtparseError(found.kind, found.message)
    return found


def record_of(piece: Piece, options: Options, corrected: Mapping[Identity, bytes] = NO_CORRECTIONS) -> Record:
    """The record of a document, an error record if it has none; the one of `corrected` that is of it."""
    try:
        content = content_of(piece, options)
        origin = origin_of(content, piece.path) if corrected else None
        data = corrected.get((origin.sha256, origin.record)) if origin else None
        record = pipeline.record_of(
            content if data is None else Content(data, format="records", record=content.record),
            path=piece.path,
            keep_text=options.keep_text,
            explain=options.explain,
            site=site_of(piece.path, options.site),
            needs_text=options.needs_text,
        )
        if origin and data is not None and isinstance(record, Article):
            return replace(record, source=replace(record.source, path=origin.path, record=origin.record))
        return record
    except ArtparseError as error:
        return lost(piece, error.kind, error.message)
    except MemoryError:
        return lost(piece, "crashed", NO_MEMORY)
    except Exception as error:
        # A bug of artparse's own must not cost the other inputs their records.
        return lost(piece, "crashed", crash(error))


def site_of(path: str, site: str | None) -> str | None:
    """The publication where the input at `path` does not tell: `site`, or its folder's name."""
    if site != FOLDER:
        return site
    folder = os.path.dirname(os.path.abspath(path))
    return os.path.basename(folder) or None if path != STANDARD_INPUT else None


class Origin(NamedTuple):
    """What a record was made of."""

    path: str | None
    sha256: str
    record: int | None


def origin_of(content: Content, path: str) -> Origin | None:
    """The input that a document's record is made of, or was; null for a corrected record, and for none."""
    if content.format != "records":
        return Origin(path, content.sha256, content.record)
    if SIGN_OF_CORRECTED in content.data:
        return None
    try:
        source: Any = json.loads(content.data)["source"]
        return Origin(source["path"], source["sha256"], source["record"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _records(file: BinaryIO | Stream, path: str, options: Options) -> Iterator[Piece | ErrorRecord]:
    for item in _contents(file, path, options):
        if isinstance(item, Broken):
            yield ErrorRecord(FailedSource(path, item.record), Failure(item.kind, item.message))
        else:
            yield Piece(path, item.record, item)


def _contents(file: BinaryIO | Stream, path: str, options: Options) -> Iterator[Content | Broken]:
    return split(
        file,
        input_format=options.input_format,
        name=path,
        max_size=options.max_size,
        field=options.field,
        keep=options.keep,
    )


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
    fields = tuple(field.name for field in record.source.fields)
    return Outcome(source.path, source.record, record.source.sha256, content, None, warnings, fields)


def perform(
    piece: Piece,
    *,
    options: Options,
    render: Render,
    corrected: Mapping[Identity, bytes] = NO_CORRECTIONS,
) -> Outcome:
    """Parse one document and render its record, or the one of `corrected` that is of it."""
    try:
        outcome = outcome_of(record_of(piece, options, corrected), render)
        # What is written is named for its input, also where that holds a record of another.
        return outcome._replace(path=piece.path, record=piece.record)
    except MemoryError:
        return outcome_of(lost(piece, "crashed", NO_MEMORY), render)
    except Exception as error:
        return outcome_of(lost(piece, "crashed", crash(error)), render)
