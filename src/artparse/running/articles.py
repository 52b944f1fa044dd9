"""Many files and folders to their records, from Python."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from artparse.article import ErrorRecord
from artparse.pipeline import Record
from artparse.reading import MAX_SIZE
from artparse.running.batch import outcomes, processors
from artparse.running.corrected import corrections
from artparse.running.destination import itself
from artparse.running.inputs import found
from artparse.running.work import Options


def parse_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    input_format: str = "auto",
    keep_text: bool = False,
    field: str | None = None,
    keep: Sequence[str] = (),
    site: str | None = None,
    explain: bool = False,
    max_size: int = MAX_SIZE,
    timeout: float = 60,
) -> Iterator[Record]:
    """The record of every article in `paths`, files and folders, in the order of the inputs.

    What cannot be read gives an `ErrorRecord` in its place, and the others go on. At most `jobs`
    processes (as many as there are processors without it) work at once; they end when the iterator
    does, or is closed. `timeout` is seconds and `max_size` bytes for one document; the rest is as
    for `parse`. A record that a person corrected (a file of artparse's own JSON) takes the place of the
    one that it corrects. Raises TypeError for one path that is in no list. Programs whose workers are
    started anew (Windows, macOS) call this under `if __name__ == "__main__":`, as with
    `multiprocessing`.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError(f"parse_paths takes a list of paths, such as [{os.fspath(paths)!r}], not one path")
    options = Options(input_format, keep_text, max_size, field, tuple(keep), explain, site)
    names = [os.fspath(path) for path in paths]

    def inputs() -> Iterator[str | ErrorRecord]:
        return found(names, every_type=input_format != "auto", notice=_nobody)

    done = outcomes(
        inputs(),
        options,
        itself,
        jobs=jobs or processors(),
        timeout=timeout,
        corrected=corrections(inputs, options),
    )
    with closing(done):
        for outcome in done:
            yield outcome.content


def _nobody(text: str) -> None:
    """Tell nobody of files that are left out."""
