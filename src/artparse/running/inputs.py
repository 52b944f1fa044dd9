"""Paths to inputs: files as they are, folders as the articles in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from artparse.article import ErrorRecord, FailedSource, Failure, FailureKind
from artparse.reading import SUFFIXES

STANDARD_INPUT = "-"


def found(
    paths: Iterable[str], *, every_type: bool, notice: Callable[[str], None]
) -> Iterator[str | ErrorRecord]:
    """The path of each input, in order; an error record for a folder that gives none.

    A folder's files come in the order of their names, those of a subfolder in its place;
    hidden ones and links to folders are passed over, and so are files whose name does not
    say that artparse reads them, unless `every_type`. `notice` is told how many.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        count = others = 0
        for entry in _files(path):
            if isinstance(entry, ErrorRecord) or every_type or entry.lower().endswith(SUFFIXES):
                count += 1
                yield entry
            else:
                others += 1
        left_out = f"{others} of another type left out; --input-format text takes them all" if others else ""
        if count == 0:
            names = " or ".join(f"*{suffix}" for suffix in SUFFIXES)
            message = f"no articles in this folder, which are named {names}"
            yield failed(path, "empty", f"{message} ({left_out})" if left_out else message)
        elif left_out:
            notice(f"{path}: {left_out}")


def is_folder(path: str) -> bool:
    """Whether `path` is a folder, and not `-`; what cannot be told is none."""
    with suppress(OSError):
        return path not in ("", STANDARD_INPUT) and Path(path).is_dir()
    return False


def failed(path: str | None, kind: FailureKind, message: str) -> ErrorRecord:
    """The record that stands in the place of an article."""
    return ErrorRecord(FailedSource(path), Failure(kind, message))


def _files(folder: str) -> Iterator[str | ErrorRecord]:
    """Files under `folder`, depth first; a stack, as folders may nest deeper than calls can."""
    waiting: list[tuple[str, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = sorted((e.name, e.path, e.is_dir(follow_symlinks=False)) for e in entries)
        except OSError as error:
            yield failed(path, "unreadable", f"folder cannot be read: {error.strerror}")
            continue
        waiting.extend(
            (entry, is_dir)
            for name, entry, is_dir in reversed(inside)
            if not name.startswith(".") and (is_dir or _is_file(entry))
        )


def _is_file(path: str) -> bool:
    with suppress(OSError):  # A link to where this user may not look.
        return Path(path).is_file()
    return True  # Reading it says what is wrong.
