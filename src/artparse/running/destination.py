"""What is asked for to where it goes: the output, and how records are rendered for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from artparse.pipeline import Record
from artparse.running.outputs import Framing, Output, OutputError, Terminal, is_terminal, opened
from artparse.running.paths import exists, is_file, is_folder, is_same
from artparse.running.work import Render
from artparse.values import NamedTuple
from artparse.writing.formats import Format, function

if TYPE_CHECKING:
    from artparse.running.resume import Key

DATABASES = (".db", ".sqlite", ".sqlite3")
"""Endings of the names of databases."""
ENDINGS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".xml": "tei",
}
"""Endings of names of files that say the format."""


class WholeFormat(NamedTuple):
    """How files of one such format are written."""

    extra: str
    """Of artparse, which brings the library that writes it."""
    writer: str
    """`module:class`, made with the path of the file."""
    render: str
    """`module:function` from a record to what the writer takes; null for an error record."""
    wants_text: bool = False
    """Whether it shows more of records that hold their source text."""


WHOLE = {
    ".parquet": WholeFormat(
        "parquet", "artparse.writing.parquet:File", "artparse.writing.json:storable_line"
    ),
    ".xlsx": WholeFormat(
        "xlsx", "artparse.writing.spreadsheet:File", "artparse.writing.spreadsheet:rows", wants_text=True
    ),
}
"""By the ending of the file's name."""


def whole_format(output: str | None) -> WholeFormat | None:
    """The format that the ending of `output` says, where it is one of these."""
    return WHOLE.get(os.path.splitext(output)[1].lower()) if output else None


def format_of(output: str | None) -> str | None:
    """The format that the ending of `output` says; null where it says none."""
    if output is None or names_folder(output):
        return None
    return ENDINGS.get(os.path.splitext(output)[1].lower())


def written_as(output: str | None) -> str | None:
    """What a file is that no `--format` makes, such as `xlsx`; null for others."""
    if is_database(output):
        return "database"
    return output.rpartition(".")[2].lower() if output and whole_format(output) else None


def is_unknown(output: str) -> bool:
    """Whether `output` names a file with an ending that says no format."""
    known = format_of(output) or written_as(output) or names_folder(output) or output == "-"
    return len(os.path.splitext(output)[1]) > 1 and not known and (is_file(output) or not exists(output))


def itself(record: Record) -> Record:
    """The render for an output that takes articles as they are."""
    return record


def names_folder(output: str | None) -> bool:
    """Whether `output` names a folder: by a slash at its end, or because it is one."""
    return output is not None and (output.endswith(("/", os.sep)) or is_folder(output))


def is_database(output: str | None) -> bool:
    """Whether `output` names a database."""
    return output is not None and output.lower().endswith(DATABASES)


def destination(
    paths: Sequence[str],
    output: str | None,
    form: Format,
    *,
    mirrored: Sequence[str],
    many: bool,
    key: Key,
    resume: bool,
) -> tuple[Render, Output]:
    """The render and the output for what `paths` hold: `many` documents, or one.

    `mirrored` are those of the paths whose tree a folder of outputs mirrors.

    Raises OutputError where the output cannot be written, or not so.
    """
    if output is not None and names_folder(output):
        from pathlib import Path  # Only for what needs it, as all that is imported below.

        from artparse.running.folder import Folder, Paged, base_of

        root = Path(os.path.realpath(output))
        for path in paths:
            if is_folder(path) and is_same(path, root):
                raise OutputError(f"{output}: is an input; name another folder for the output")
        try:
            return Paged(form), Folder(root, form, base_of(mirrored), key=key, resume=resume)
        except OSError as error:
            raise OutputError(f"{output}: cannot be written: {error.strerror}") from None
    if is_database(output):
        from pathlib import Path

        from artparse.running.database import Database
        from artparse.writing.database import rows

        return rows, Database(Path(output or "").resolve(), key=key)
    if kind := whole_format(output):
        from artparse.running.whole import Whole, made

        assert output
        writer, render = (made(name, kind.extra, output) for name in (kind.writer, kind.render))
        return render, Whole(output, writer)
    shows = form.terminal_always or (not many and _colour_is_wanted())
    if form.terminal and shows and is_terminal(output):
        return itself, Terminal(function(form.terminal), form.separator)
    if not many:
        return function(form.one), opened(output, Framing(None))
    if form.many is None:
        raise OutputError("this format is for one article each; name a folder with --output FOLDER/")
    if resume and not form.lines:
        raise OutputError("--resume needs JSON, a folder or a database to go on with")
    notes = key if form.lines else None
    return function(form.many), opened(output, Framing(form), key=notes, resume=resume)


def _colour_is_wanted() -> bool:
    """Whether the user of the terminal wants colours."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
