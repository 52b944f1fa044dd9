"""A file of outcomes that is whole or not there, and can be gone on with."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import BinaryIO

from artparse.article import SCHEMA_VERSION
from artparse.running.claims import Claim, Taken
from artparse.running.outputs import WRITTEN_BEFORE, Framing, Output, OutputError, Stream
from artparse.running.paths import exists, is_file, is_folder
from artparse.running.resume import Index, Key, Notes, Stored, differing, stored
from artparse.running.work import Outcome, Piece

PART = ".part"
"""After the name of a file that is being written."""


@contextmanager
def explained(path: Path, *, resumable: bool) -> Iterator[None]:
    """Raise an OSError of what is done inside as OutputError, in words and with what to do."""
    try:
        yield
    except OSError as error:
        reason = "the disk is full" if error.errno == ENOSPC else f"cannot be written: {error.strerror}"
        advice = "; make room and go on with --resume" if resumable else ""
        raise OutputError(f"{path}: {reason}{advice}") from None


def claimed(target: Path, named: str | Path) -> Claim:
    """`target` for this run alone; raises OutputError where another writes there, and OSError."""
    try:
        return Claim(target)
    except Taken as taken:
        raise OutputError(f"{named}: {taken}") from None


class File(Output):
    """A file, written under its name with `.part` after it until it is whole.

    With a `key`, what was written for the same key can be found again: in the unfinished file,
    which grows on as long as documents come as they came then; in what was set aside when they
    came otherwise; in the finished file. With nothing written there is no file. `claim` is let go of
    when it is closed.
    """

    def __init__(
        self,
        target: Path,
        framing: Framing,
        *,
        key: Key | None = None,
        resume: bool = False,
        claim: Claim | None = None,
    ) -> None:
        self._target, self._framing, self._key, self._claim = target, framing, key, claim
        self.part = target.with_name(target.name + PART)
        self._aside_path = target.with_name(f".{target.name}.aside")
        self._notes = Notes(target) if key else None
        self._index: Index | None = None
        self._anew: str | None = None
        self._sources: dict[str, BinaryIO] = {}
        self._position = 0
        """Bytes written by this run, or kept in place."""
        self._end = 0
        """Bytes of whole records in the file, those of an earlier run among them."""
        self._moved: tuple[int, int] | None = None
        """From which offset on the earlier run's records were set aside, and how much further on
        they stand there."""
        before = self._notes.read() if self._notes else (None, None)
        if before[1] is None and before[0] is not None and not self.part.exists():
            before = None, before[0]  # It was killed between taking its name and noting so.
        if resume:
            for known in before:
                refuse_other_records(target, known)
        unfinished, finished = (known is not None and known == key for known in before)
        earlier = before[0] or before[1]
        if resume and key and not (unfinished or finished):
            if earlier:
                self._anew = differing(earlier, key)
            elif target.exists():
                self._anew = "nothing tells how it was written"
        going_on = resume and unfinished
        self._file = io.FileIO(self.part, "r+" if going_on and self.part.exists() else "w+")
        if not going_on:
            self._aside_path.unlink(missing_ok=True)
        self._file_finished = before[1] if target.exists() else None
        if self._notes:
            self._notes.write(key, self._file_finished)
        if resume and (unfinished or finished):
            self._index = Index()
            if finished and target.is_file():
                self._look_into("finished", target)
            if going_on:
                if self._aside_path.exists():
                    self._look_into("aside", self._aside_path)
                self._end = self._look_into("part", self.part)
        self._file.truncate(self._end)

    def anew(self) -> str | None:
        """Which options or version differ from the earlier run's; null for none."""
        return self._anew

    def written(self, piece: Piece) -> str | None:
        """Digest of the bytes that a record was written for by an earlier run."""
        found = self._index and self._index.find(piece.path, piece.record)
        return found[0] if found else None

    def write(self, outcome: Outcome) -> None:
        """Append one outcome, or leave it where it stands already."""
        if outcome.content is None:
            return
        before = self._framing.before(self._position)
        if outcome.content is not WRITTEN_BEFORE:
            self._put(before + outcome.content)
            return
        assert self._index and outcome.path is not None
        found = self._index.find(outcome.path, outcome.record)
        assert found
        source, offset, length = found[1]
        if source == "part" and self._moved and offset >= self._moved[0]:
            source, offset = "aside", offset + self._moved[1]
        if source == "part" and offset == self._position + len(before):
            self._position = offset + length
        else:
            self._sources[source].seek(offset)
            self._put(before + self._sources[source].read(length))

    def finish(self) -> None:
        """Give the file its name."""
        if self._position == 0:
            return
        self._put(self._framing.closing)
        with explained(self._target, resumable=self._key is not None):
            os.fsync(self._file.fileno())
        self._let_go()
        # At no moment do the notes claim a finished file to be of another key than it is.
        if self._notes:
            self._notes.write(self._key, None)
        self.part.replace(self._target)
        if self._notes:
            self._notes.write(None, self._key)
        self._aside_path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave an unfinished file with whole records only, and none where there are none."""
        if not self._file.closed:
            self._file.truncate(self._end)
        self._let_go()
        if self._end == 0:
            if self._notes:
                self._notes.write(None, self._file_finished)
            self.part.unlink(missing_ok=True)
        if self._claim:
            self._claim.release()

    def left(self) -> Path | None:
        """The unfinished file."""
        return self.part if self.part.exists() else None

    def _let_go(self) -> None:
        self._file.close()
        if self._index:
            self._index.close()
        for source in self._sources.values():
            source.close()

    def _put(self, data: bytes) -> None:
        with explained(self._target, resumable=self._key is not None):
            self._append(data)

    def _append(self, data: bytes) -> None:
        if self._end > self._position:
            self._file.seek(self._position)
            if self._file.read(len(data)) == data:  # A failure that failed again.
                self._position += len(data)
                return
            self._set_aside()
        self._file.seek(self._position)
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._position = self._end = self._position + len(data)

    def _set_aside(self) -> None:
        """Move the earlier run's records that are not in place to a file beside this one."""
        with self._aside_path.open("ab") as aside:
            if aside.tell():
                aside.write(b"\n")  # After half a line, perhaps.
            self._moved = self._position, aside.tell() - self._position
            self._file.seek(self._position)
            left = self._end - self._position
            while left:
                chunk = self._file.read(min(left, 1 << 20))
                aside.write(chunk)
                left -= len(chunk)
        self._sources.setdefault("aside", self._aside_path.open("rb"))
        self._file.truncate(self._position)
        self._end = self._position

    def _look_into(self, name: str, path: Path) -> int:
        """Note the records of an earlier run that are in the file at `path`; their end."""
        assert self._index
        self._sources[name] = path.open("rb")
        end = 0
        for found in stored(self._sources[name], in_array=bool(self._framing.separator)):
            if isinstance(found, Stored):
                place = (name, found.offset, found.length)
                self._index.add(found.path, found.record, found.digest, place)
            else:
                end = found
        return end


def refuse_other_records(target: Path, known: Key | None) -> None:
    """Raise OutputError where an earlier run, of which `known` is the key, has records of another version."""
    if known is not None and known.get("schema_version", 1) != SCHEMA_VERSION:
        raise OutputError(
            f"{target}: holds records of another version of artparse; "
            "name a new output, or leave out --resume"
        )


def file_at(path: str, framing: Framing, *, key: Key | None, resume: bool) -> Output:
    """The file at `path`; a device or pipe as it is. Raises OutputError where it cannot be written."""
    target = Path(os.path.realpath(path))
    if is_folder(target):
        raise OutputError(f"{path}: is a folder; write {path}/ for a file in it for each input")
    if exists(target) and not os.access(target, os.W_OK):
        raise OutputError(f"{path}: cannot be written: no permission")
    try:
        if exists(target) and not is_file(target):
            return Stream(target.open("wb"), framing)
        claim = claimed(target, path)
        try:
            return File(target, framing, key=key, resume=resume, claim=claim)
        except BaseException:
            claim.release()
            raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
