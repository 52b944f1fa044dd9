"""One input to its records, whatever is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from artparse.errors import ArtparseError
from artparse.pipeline import Record, crash, record_of
from artparse.reading import Broken, Content, opened, split
from artparse.running.inputs import STANDARD_INPUT, failed


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for, for every input alike."""

    input_format: str
    keep_text: bool
    max_size: int
    """Bytes."""
    field: str | None = None
    """Where a JSON record has its text."""


def records(path: str, options: Options) -> Iterator[Record]:
    """The records of the input at `path` (`-` for standard input), an error record if it has none."""
    try:
        for item in contents(path, options):
            yield record_of(item, path=path, keep_text=options.keep_text)
    except ArtparseError as error:
        yield failed(path, error.kind, error.message)
    except Exception as error:
        # A bug of artparse's own must not cost the other inputs their records.
        yield failed(path, "crashed", crash(error))


def contents(path: str, options: Options) -> Iterator[Content | Broken]:
    """The articles of an input, still to be read; raises ArtparseError where it has none."""
    asked = {
        "input_format": options.input_format,
        "name": path,
        "max_size": options.max_size,
        "field": options.field,
    }
    if path == STANDARD_INPUT:
        yield from split(sys.stdin.buffer, **asked)  # type: ignore[arg-type]
        return
    with opened(path) as file:
        yield from split(file, **asked)  # type: ignore[arg-type]
