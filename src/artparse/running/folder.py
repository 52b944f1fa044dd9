"""A folder of outputs: a file for each document, the inputs' tree mirrored."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from artparse.article import Article, ErrorRecord, FailedSource
from artparse.patterns import pattern
from artparse.pipeline import Record
from artparse.running.file import File, claimed, explained, refuse_other_records
from artparse.running.inputs import JOURNAL, STANDARD_INPUT
from artparse.running.outputs import WRITTEN_BEFORE, Framing, Output, OutputError
from artparse.running.resume import Index, Key, differing, is_origin, key_in
from artparse.running.work import Outcome, Piece
from artparse.values import NamedTuple, dataclass
from artparse.writing.formats import FORMATS, Format, function

ERRORS = "errors.jsonl"
INDEX = "index.html"
TABLE = "quotes.js"
"""Beside the index, which loads it when it is asked for."""
OWN = frozenset((JOURNAL, ERRORS, INDEX, TABLE, ".artparse.new", ".artparse.quotes", ".artparse.lock"))
"""What is in every such folder, so that no document's output has the name; some systems ignore case."""
STDIN = "stdin"
"""The name of what was read from standard input."""
LONGEST_NAME = 240
"""Bytes; file systems take 255."""

_MARK = pattern(r"~[0-9a-f]{12}$")


class Page(NamedTuple):
    """What is written for one document, and what an index of them all shows of it."""

    data: bytes
    summary: Any


@dataclass(frozen=True, slots=True, eq=False)
class Paged:
    """The render of a file of its own, with what an index needs of it."""

    form: Format

    def __call__(self, record: Record) -> bytes | Page | None:
        data: bytes | None = function(self.form.one)(record)
        if data is None or self.form.summary is None or not isinstance(record, Article):
            return data
        return Page(data, function(self.form.summary)(record))


class Folder(Output):
    """Files under `root`: `a/b.txt` gives `a/b.txt.json`, its third record `a/b.txt/3.json`.

    Error records go to `errors.jsonl`. A format with an index gets its `index.html`.
    """

    def __init__(self, root: Path, form: Format, base: Path, *, key: Key, resume: bool = False) -> None:
        self._root, self._form, self._base = root, form, base
        root.mkdir(parents=True, exist_ok=True)
        self._claim = claimed(root / ".artparse", root)
        try:
            self._prepare(root, form, key, resume)
        except BaseException:
            self._claim.release()
            raise

    def _prepare(self, root: Path, form: Format, key: Key, resume: bool) -> None:
        self._new = root / ".artparse.new"
        self._journal = (root / JOURNAL).open("ab", buffering=0)
        self._index: Index | None = None
        with (root / JOURNAL).open("rb") as journal:
            known = key_in(_entry(journal.readline()))
            if resume:
                refuse_other_records(root, known)
            self._anew = differing(known, key) if resume and known else None
            if resume and known == key:
                self._index = Index()
                self._journal.truncate(self._read(journal))
            else:
                self._journal.truncate(0)
                self._note(key)
        self._errors = File(root / ERRORS, Framing(FORMATS["jsonl"]))
        self._summaries: list[tuple[str, Any]] = []
        self._table_path = root / ".artparse.quotes"
        self._table = self._table_path.open("wb") if form.table else None
        if self._table:
            self._table.write(form.table_opening)

    def written(self, piece: Piece) -> str | None:
        """Digest of the bytes that a file was written for by an earlier run, where it still stands."""
        found = self._index and self._index.find(piece.path, piece.record)
        if not found or not (self._root / self._name(piece.path, piece.record)).is_file():
            return None
        return found[0]

    def anew(self) -> str | None:
        """Which options or version differ from the earlier run's; null for none."""
        return self._anew

    def write(self, outcome: Outcome) -> None:
        """Put the document's file in its place; at no moment is there half a file."""
        with explained(self._root, resumable=True):
            self._write(outcome)

    def _write(self, outcome: Outcome) -> None:
        path, record, content = outcome.path, outcome.record, outcome.content
        if path is None or outcome.failure:
            self._fail(outcome)
            return
        name = self._name(path, record)
        if content is WRITTEN_BEFORE:
            assert self._index
            found = self._index.find(path, record)
            assert found
            summary = found[1]
        else:
            data, summary = (content.data, content.summary) if isinstance(content, Page) else (content, None)
            self._put(name, data)
            self._note({"path": path, "record": record, "sha256": outcome.sha256, "summary": summary})
        if self._form.index:
            self._list(name, summary)

    def _list(self, name: str, summary: Any) -> None:
        """Note an output for the index; what is long goes to the table, as there may be millions."""
        if self._table and self._form.table:
            self._table.write(function(self._form.table)(summary))
            summary = {key: value for key, value in summary.items() if key != "said"}
        self._summaries.append((name, summary))

    def finish(self) -> None:
        """Write the index, and what failed."""
        if self._form.index:
            self._put(INDEX, function(self._form.index)(self._summaries))
        if self._table:
            self._table.write(self._form.table_closing)
            self._table.close()
            self._table_path.replace(self._root / TABLE)
        (self._root / ERRORS).unlink(missing_ok=True)
        self._errors.finish()

    def close(self) -> None:
        """Leave whole files only."""
        self._errors.close()
        self._journal.close()
        self._new.unlink(missing_ok=True)
        if self._table:
            self._table.close()
            self._table_path.unlink(missing_ok=True)
        if self._index:
            self._index.close()
        self._claim.release()

    def left(self) -> Path | None:
        """The folder."""
        return self._root

    def _fail(self, outcome: Outcome) -> None:
        assert outcome.failure
        if outcome.path is not None:
            # What was written for it before would pass for its article.
            with suppress(NotADirectoryError):
                (self._root / self._name(outcome.path, outcome.record)).unlink(missing_ok=True)
        record = ErrorRecord(FailedSource(outcome.path, outcome.record), outcome.failure)
        line = function(FORMATS["jsonl"].one)(record)
        self._errors.write(Outcome(outcome.path, outcome.record, None, line, outcome.failure))

    def _put(self, name: str, data: bytes) -> None:
        target = self._root / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._new.write_bytes(data)
            self._new.replace(target)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            raise OutputError(f"{target}: is in the way, or a folder of its path is a file") from None

    def _name(self, path: str, record: int | None) -> str:
        """Where the output of a document goes, below the root, with `/`."""
        given = path != STANDARD_INPUT
        place = Path(os.path.relpath(path, self._base)) if given else Path(STDIN)
        parts = [_short(part) for part in place.parts]
        top = parts[0] + ("" if record is not None or parts[1:] else self._form.suffix)
        if given and (parts[0].casefold() == STDIN or top.casefold() in OWN):
            parts[0] = _marked(parts[0])
        if record is not None:
            parts.append(str(record))
        return "/".join(parts) + self._form.suffix

    def _note(self, entry: object) -> None:
        self._journal.write(json.dumps(entry).encode() + b"\n")

    def _read(self, journal: BinaryIO) -> int:
        """Note what an earlier run's journal says, from its second line on; its whole lines' end."""
        assert self._index
        end = journal.tell()
        for line in journal:
            entry = _entry(line)
            if not is_origin(entry) or "summary" not in entry:
                break
            self._index.add(entry["path"], entry["record"], entry["sha256"], entry["summary"])
            end += len(line)
        return end


def _entry(line: bytes) -> Any:
    """What a line of the journal says; null for half a line."""
    try:
        return json.loads(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None


def _short(name: str) -> str:
    """`name`, or `_marked` where it is too long for a file's, or might be another's that is."""
    return _marked(name) if len(os.fsencode(name)) > LONGEST_NAME or _MARK.search(name) else name


def _marked(name: str) -> str:
    """The beginning of `name` and a checksum of it, which is the output of no other name."""
    data = os.fsencode(name)
    return data[: LONGEST_NAME - 20].decode("utf-8", "ignore") + "~" + sha256(data).hexdigest()[:12]


def base_of(paths: Iterable[str]) -> Path:
    """The folder that outputs mirror the tree under: the one given, or the closest around all.

    Raises OutputError where there is no such folder (two drives).
    """
    places = [Path(os.path.normpath(Path(path).absolute())) for path in paths if path != STANDARD_INPUT]
    try:
        return Path(os.path.commonpath([p if p.is_dir() else p.parent for p in places] or [Path()]))
    except ValueError:
        raise OutputError("inputs on several drives have no common folder; run artparse for each") from None
