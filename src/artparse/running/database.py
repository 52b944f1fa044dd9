"""A SQLite database of records: what was parsed again takes the place of what was there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from artparse.running.outputs import WRITTEN_BEFORE, Output, OutputError
from artparse.running.resume import Key, differing, key_in
from artparse.running.work import Outcome, Piece
from artparse.writing.database import APPLICATION, VERSION, Row, Rows, storable, tables
from artparse.writing.stories import Signature, comparable, stories

SECONDS_PER_COMMIT = 1.0
"""Seconds of work that are written at once."""
SECONDS_TO_WAIT = 30.0
"""Seconds to wait for another program that is writing."""
CACHE_KIB = 16_000
"""KiB of pages held in memory."""

NUMBERED = ("articles", "sections", "paragraphs", "speakers", "quotes", "reports", "removed")
"""Tables whose rows get their numbers here."""


class Database(Output):
    """The tables in the file at `path`, made where they are not there yet.

    Every transaction ends with whole documents, so the database is consistent at any moment.
    Raises OutputError for a file that is no such database.
    """

    def __init__(self, path: Path, *, key: Key) -> None:
        self._path = path
        with self._explained():
            self._db = sqlite3.connect(path, timeout=SECONDS_TO_WAIT, isolation_level=None)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            self._make()
            # Others can read while this is written; a file system without it does without.
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._begin()
            self._run = self._run_of(key)
            self._anew = self._differing(key)
            self._db.execute("COMMIT")
        self._file = _identity(path)
        self._whole = True
        self._input: str | None = None
        self._seen: tuple[int, int] | None = None

    def anew(self) -> str | None:
        """Which options differ from those of all articles in the database; null where some have the same."""
        return self._anew

    def written(self, piece: Piece) -> str | None:
        """Digest of the bytes that an article was stored for by a run like this one, or corrected."""
        row = self._db.execute(
            "SELECT sha256 FROM articles WHERE path = ? AND ifnull(record, 0) = ?"
            " AND (run_id = ? OR corrected <> '[]')",
            (storable(piece.path), piece.record or 0, self._run),
        ).fetchone()
        return row and str(row[0])

    def write(self, outcome: Outcome) -> None:
        """Store the rows of one document in the place of those that are there."""
        path, record = storable(outcome.path), outcome.record or 0
        with self._explained():
            if not self._db.in_transaction:
                self._begin()
            self._whole = False
            if path != self._input:
                self._end_input()
                self._input = path
            first, last = self._seen or (record, record)
            self._seen = min(first, record), max(last, record)
            if outcome.failure:
                self._drop("articles", path, record)
                self._db.execute(
                    "INSERT INTO errors (path, record, kind, message) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (path, ifnull(record, 0)) DO UPDATE"
                    " SET kind = excluded.kind, message = excluded.message",
                    (path, outcome.record, outcome.failure.kind, storable(outcome.failure.message)),
                )
            elif outcome.content is not WRITTEN_BEFORE:
                self._drop("errors", path, record)
                self._store(outcome.content)
            self._whole = True
            if monotonic() - self._since > SECONDS_PER_COMMIT:
                self._db.execute("COMMIT")

    def finish(self) -> None:
        """Note that the run is finished; leave one file that stands alone."""
        with self._explained():
            if not self._db.in_transaction:
                self._begin()
            self._end_input()
            self._tell_stories()
            self._db.execute("UPDATE runs SET finished = 1 WHERE id = ?", (self._run,))
            self._db.execute("COMMIT")
        if _identity(self._path) != self._file:  # SQLite goes on writing to what nobody can find any more.
            raise OutputError(f"{self._path}: was removed or replaced while it was written; run it again")
        # Where another program has it open, what belongs to it stays beside it.
        with suppress(sqlite3.OperationalError):
            self._db.execute("PRAGMA busy_timeout = 0")
            self._db.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Keep the documents that are stored wholly."""
        with self._explained():
            if self._db.in_transaction:
                self._db.execute("COMMIT" if self._whole else "ROLLBACK")
            self._db.close()

    def left(self) -> Path | None:
        """The database."""
        return self._path

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{self._path}: {_meaning(str(error))}") from None

    def _make(self) -> None:
        (application,) = self._db.execute("PRAGMA application_id").fetchone()
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if application == APPLICATION and version == VERSION:
            return
        if application == APPLICATION:
            raise OutputError(f"{self._path}: was made by another version of artparse; name a new file")
        if self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise OutputError(f"{self._path}: holds tables that are not artparse's; name a new file")
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
        self._db.executescript(f"BEGIN; {tables()} {marks} COMMIT")

    def _run_of(self, key: Key) -> int:
        """The number of runs with this version and these options."""
        row = (key["artparse"], json.dumps(key["options"], sort_keys=True))
        self._db.execute(
            "INSERT INTO runs (version, options, finished) VALUES (?, ?, 0)"
            " ON CONFLICT (version, options) DO UPDATE SET finished = 0",
            row,
        )
        found = self._db.execute("SELECT id FROM runs WHERE version = ? AND options = ?", row).fetchone()
        return int(found[0])

    def _differing(self, key: Key) -> str | None:
        if self._db.execute("SELECT 1 FROM articles WHERE run_id = ? LIMIT 1", (self._run,)).fetchone():
            return None
        last = self._db.execute(
            "SELECT version, options FROM runs WHERE id = (SELECT max(run_id) FROM articles)"
        ).fetchone()
        if not last:
            return None
        with suppress(ValueError, TypeError, RecursionError):  # Somebody may have changed them.
            known = key_in({"artparse": last[0], "options": json.loads(last[1])})
            return differing(known, key) if known else None
        return None

    def _begin(self) -> None:
        """Begin to write, and look which numbers are given by now, perhaps by another run."""
        self._db.execute("BEGIN IMMEDIATE")
        self._last = {
            table: self._db.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()[0]
            for table in NUMBERED
        }
        self._since = monotonic()

    def _drop(self, table: str, path: str | None, record: int) -> int | None:
        """Remove the document's row, if there is one, and what hangs on it; its number."""
        found = self._db.execute(
            f"SELECT id FROM {table} WHERE path = ? AND ifnull(record, 0) = ?", (path, record)
        ).fetchone()
        if not found:
            return None
        self._db.execute(f"DELETE FROM {table} WHERE id = ?", found)
        return int(found[0])

    def _store(self, rows: Rows) -> None:
        version, path, record, *facts = rows.article
        if rows.corrects:
            path = self._corrected_path(path, record, rows.corrects)
        number = self._drop("articles", path, record or 0)
        if number is None:
            number = self._last["articles"] + 1
        self._last["articles"] = max(number, self._last["articles"])
        self._insert("articles", [(number, self._run, version, path, record, *facts)])
        first = {table: self._last[table] + 1 for table in NUMBERED}

        def place(table: str, i: int | None) -> int | None:
            return None if i is None else first[table] + i

        self._number("sections", number, rows.sections)
        self._number("paragraphs", number, [(place("sections", s), *rest) for s, *rest in rows.paragraphs])
        self._number("speakers", number, rows.speakers)
        for table, said, speakers in (
            ("quotes", rows.quotes, rows.quotes_speakers),
            ("reports", rows.reports, rows.reports_speakers),
        ):
            self._number(
                table,
                number,
                [
                    (*rest, place("sections", section), place("paragraphs", paragraph))
                    for *rest, section, paragraph in said
                ],
            )
            self._insert(f"{table}_speakers", [(place(table, q), place("speakers", i)) for q, i in speakers])
        self._number("removed", number, rows.removed)
        if comparable():
            self._insert("stories", [(number, number, None, *(rows.signature or (None, None)))])

    def _corrected_path(self, path: str, record: int | None, sha256: str) -> str:
        """Of what the database has of the same bytes, which a corrected record takes the place of."""
        found = self._db.execute(
            "SELECT path FROM articles WHERE sha256 = ? AND ifnull(record, 0) = ? ORDER BY path <> ?, id",
            (sha256, record or 0, path),
        ).fetchone()
        return str(found[0]) if found else path

    def _number(self, table: str, article: int, rows: list[Row]) -> None:
        """Insert rows with the next numbers of the table and that of their article."""
        first = self._last[table] + 1
        self._insert(table, [(first + i, article, *row) for i, row in enumerate(rows)])
        self._last[table] += len(rows)

    def _insert(self, table: str, rows: list[Row]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _tell_stories(self) -> None:
        """Find the articles of one story, among all that are in the database."""
        rows = self._db.execute(
            "SELECT article_id, signature, sequences FROM stories ORDER BY article_id"
        ).fetchall()
        found = stories([Signature(values, count) if values else None for _, values, count in rows])
        self._db.executemany(
            "UPDATE stories SET story = ?1, share = ?2 WHERE article_id = ?3"
            " AND (story IS NOT ?1 OR share IS NOT ?2)",
            (
                (rows[first][0], share, article)
                for (article, *_), (first, share) in zip(rows, found, strict=True)
            ),
        )

    def _end_input(self) -> None:
        """Remove the records that the last input had once, and has no more."""
        if self._input is None or self._seen is None:
            return
        for table in ("articles", "errors"):
            self._db.execute(
                f"DELETE FROM {table} WHERE path = ? AND ifnull(record, 0) NOT BETWEEN ? AND ?",
                (self._input, *self._seen),
            )
        self._seen = None


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another that takes its name; null where there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def _meaning(message: str) -> str:
    """SQLite's error `message` in words for the user, with what to do."""
    if "not a database" in message:
        return "is there and no SQLite database; name another file"
    if "locked" in message:
        return (
            f"another program has been writing to it for {SECONDS_TO_WAIT:g} seconds; try again with --resume"
        )
    if "full" in message:
        return "the disk is full; make room and go on with --resume"
    return f"cannot be written: {message}; go on with --resume when that is mended"
