"""Paths to inputs: files as they are, folders as the articles in them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from artparse.article import ErrorRecord, FailedSource, Failure, FailureKind
from artparse.reading import SUFFIXES
from artparse.running.paths import is_file, is_folder
from artparse.writing.formats import FORMATS

STANDARD_INPUT = "-"
OTHER_TYPE = "of another type"
OWN_OUTPUT = "written by artparse"
HINTS = {
    OTHER_TYPE: "a file is read, whatever its ending, where it is named itself",
    OWN_OUTPUT: "what artparse wrote is read where it is named",
}
"""What to do about inputs that are left out."""
MOST_NAMED = 3
"""Files that are left out and named."""
NOTES = ".artparse"
"""After the name of an output and a dot before it, in the file beside it with what is known of it."""
JOURNAL = ".artparse.jsonl"
"""In a folder of outputs: what was written."""
ENDINGS_BESIDE = (".part", "-journal", "-wal", "-shm")
"""After the name of an output that is being written, be it a database."""


def found(
    paths: Iterable[str],
    *,
    every_type: bool,
    notice: Callable[[str], None],
    output: str | None = None,
) -> Iterator[str | ErrorRecord]:
    """The path of each input, in order; an error record for a folder that gives none.

    A folder's files come in the order of their names, those of a subfolder in its place;
    hidden ones and links to folders are passed over, and so are files whose name does not
    say that artparse reads them, unless `every_type`; and so is what earlier runs wrote beside inputs, or
    in a folder further down. `notice` is told how many. The run's own `output` is no input.
    """
    for path in paths:
        if path == STANDARD_INPUT or not is_folder(path):
            yield path
            continue
        left_out = LeftOut()
        count = 0
        for entry in _files(path, every_type, left_out, output and os.path.realpath(output)):
            count += 1
            yield entry
        told = left_out.told(path)
        if count == 0:
            names = ", ".join(f"*{suffix}" for suffix in SUFFIXES if not suffix.endswith(".gz"))
            message = f"no articles in this folder ({names})"
            yield failed(path, "empty", f"{message}; left out: {told}" if told else message)
        elif told:
            notice(f"{path}: left out: {told}")


class LeftOut:
    """How many files of a folder are not read, by why, and the names of some that somebody may want."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._others: list[str] = []

    def add(self, kind: str, count: int = 1, path: str | None = None) -> None:
        """Count files, of which one at `path` may be named."""
        self._counts[kind] += count
        if path is not None:
            self._others = sorted([*self._others, path])[:MOST_NAMED]

    def told(self, root: str) -> str:
        """In words; empty where none were left out."""
        kinds = sorted(kind for kind, count in self._counts.items() if count)
        told = ", ".join(f"{self._counts[kind]:,} {kind}{self._named(kind, root)}" for kind in kinds)
        hints = [hint for kind, hint in HINTS.items() if kind in kinds]
        return told + (f" ({'; '.join(hints)})" if hints else "")

    def _named(self, kind: str, root: str) -> str:
        if kind != OTHER_TYPE or not self._others:
            return ""
        more = ", ..." if self._counts[kind] > len(self._others) else ""
        return f": {', '.join(os.path.relpath(path, root) for path in self._others)}{more}"


def failed(path: str | None, kind: FailureKind, message: str) -> ErrorRecord:
    """The record that stands in the place of an article."""
    return ErrorRecord(FailedSource(path), Failure(kind, message))


def _files(root: str, every_type: bool, left_out: LeftOut, output: str | None) -> Iterator[str | ErrorRecord]:
    """Files under `root`, depth first; a stack, as folders may nest deeper than calls can.

    Of each open folder it holds the paths, no more: there may be millions.
    """
    stack = [iter([root])]
    folders = [{root}]
    while stack:
        path = next(stack[-1], None)
        if path is None:
            stack.pop()
            folders.pop()
        elif path not in folders[-1]:
            yield path
        else:
            try:
                files, inside = _entries(path, every_type, left_out, output, first=path == root)
            except OSError as error:
                yield failed(path, "unreadable", f"folder cannot be read: {error.strerror}")
                continue
            stack.append(iter(sorted(files + inside)))
            folders.append(set(inside))


def _entries(
    folder: str, every_type: bool, left_out: LeftOut, output: str | None, *, first: bool
) -> tuple[list[str], list[str]]:
    """Paths of the files and folders right in `folder`, the `first` or one below it, that are read."""
    files: list[str] = []
    folders: list[str] = []
    notes: set[str] = set()
    parent, own = os.path.split(output or "")
    if parent != os.path.realpath(folder):
        own = ""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if own and name in (own, *(own + suffix for suffix in ENDINGS_BESIDE)):
                continue
            if name == JOURNAL or (name.startswith(".") and name.endswith(NOTES)):
                notes.add(name)
            elif name.startswith("."):
                left_out.add("hidden")
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.is_symlink() and is_folder(entry):
                left_out.add("links to folders")
            elif (every_type or name.lower().endswith(SUFFIXES)) and is_file(entry):
                files.append(entry.path)
            else:
                left_out.add(OTHER_TYPE, path=entry.path)
    if every_type:
        return files, folders
    if JOURNAL in notes and not first:
        left_out.add(OWN_OUTPUT, len(files))
        return [], []
    others = [
        path for path in files if f".{os.path.basename(path)}{NOTES}" not in notes and not _is_table(path)
    ]
    if first and not others and not folders:  # It was named for what was written.
        return files, folders
    left_out.add(OWN_OUTPUT, len(files) - len(others))
    return others, folders


def _is_table(path: str) -> bool:
    """Whether a file is a CSV file as artparse writes it: of quotes, and not of articles."""
    if not path.lower().endswith(".csv"):
        return False
    begins = FORMATS["csv"].opening
    try:
        with open(path, "rb") as file:
            return file.read(len(begins)) == begins
    except OSError:
        return False  # Whoever reads it says so.
