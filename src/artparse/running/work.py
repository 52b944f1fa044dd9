"""One input to its records, whatever is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from artparse.article import Article, ErrorRecord
from artparse.errors import ArtparseError
from artparse.pipeline import article_of
from artparse.reading import drain, load, read
from artparse.running.inputs import STANDARD_INPUT, failed

Record = Article | ErrorRecord


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for, for every input alike."""

    input_format: str
    keep_text: bool
    max_size: int
    """Bytes."""


def records(path: str, options: Options) -> Iterator[Record]:
    """The records of the input at `path` (`-` for standard input), an error record if it has none."""
    try:
        data = (
            drain(sys.stdin.buffer, max_size=options.max_size)
            if path == STANDARD_INPUT
            else load(path, max_size=options.max_size)
        )
        document = read(data, input_format=options.input_format, name=path)
        yield article_of(document, path=path, keep_text=options.keep_text)
    except ArtparseError as error:
        yield failed(path, error.kind, error.message)
    except Exception as error:
        # A bug of artparse's own must not cost the other inputs their records.
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        yield failed(path, "crashed", f"artparse failed on it, please report this: {reason}")
