"""Files of formats that cannot be gone on with: whole under their name, or not there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, Self

from artparse.running.file import PART, claimed, explained
from artparse.running.outputs import Output, OutputError
from artparse.running.paths import exists, is_file, is_folder
from artparse.running.work import Outcome


class Writer(Protocol):
    """Writes one file of some format."""

    def add(self, content: Any) -> None:
        """Take what the render made of one article."""

    def end(self) -> None:
        """Write what is left, and close the file."""

    def drop(self) -> None:
        """Close the file, which nobody wants."""


class Whole(Output):
    """A file that takes its name once it is whole; an unfinished one is removed."""

    def __init__(self, path: str, make: Callable[[Path], Writer]) -> None:
        """Raises OutputError where there can be no such file; on entering it, where it cannot be written."""
        self._target = Path(os.path.realpath(path))
        if is_folder(self._target):
            raise OutputError(f"{path}: is a folder; name a file in it")
        if exists(self._target) and not is_file(self._target):
            raise OutputError(f"{path}: is no file, which this format needs")
        if exists(self._target) and not os.access(self._target, os.W_OK):
            raise OutputError(f"{path}: cannot be written: no permission")
        self._part = self._target.with_name(self._target.name + PART)
        self._make = make
        self._writer: Writer | None = None
        with explained(self._target, resumable=False):
            self._claim = claimed(self._target, path)

    def __enter__(self) -> Self:
        try:
            with explained(self._target, resumable=False):
                self._part.open("wb").close()
                self._writer = self._make(self._part)
        except BaseException:
            self.close()
            raise
        return self

    def write(self, outcome: Outcome) -> None:
        """Add one article; failures are told elsewhere."""
        if outcome.content is not None and self._writer:
            with explained(self._target, resumable=False):
                self._writer.add(outcome.content)

    def finish(self) -> None:
        """Give the file its name."""
        assert self._writer
        with explained(self._target, resumable=False):
            self._writer.end()
            self._writer = None
            self._part.replace(self._target)

    def close(self) -> None:
        """Leave no unfinished file."""
        if self._writer:
            self._writer.drop()
            self._writer = None
        with suppress(OSError):
            self._part.unlink()
        self._claim.release()


def made(name: str, extra: str, output: str) -> Callable[..., Any]:
    """The class or function `name` (`module:name`); raises OutputError where its library is missing."""
    module, _, attribute = name.partition(":")
    try:
        result: Callable[..., Any] = getattr(import_module(module), attribute)
    except ModuleNotFoundError as error:
        advice = f"pip install 'artparse[{extra}]'"
        raise OutputError(f"{output}: needs {error.name}, which is not installed: {advice}") from None
    return result
