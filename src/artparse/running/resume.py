"""What an earlier run wrote, found again by content, options and version; never by file times."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.running.inputs import NOTES
from artparse.running.work import Options, Piece, content_of
from artparse.values import NamedTuple

Key = dict[str, Any]
"""Version, format and options that decide what is written for given bytes."""


_DIGEST = pattern(r"[0-9a-f]{64}")
OPTIONS = {"artparse": "version of artparse", "schema_version": "version of records", "keep_text": "--text"}
"""What of a key has another name than the option that gives it."""


def key_in(value: object) -> Key | None:
    """The key that was noted; null for anything else, as somebody may have changed the notes."""
    return value if isinstance(value, dict) and isinstance(value.get("options", {}), dict) else None


def differing(known: Key, key: Key) -> str | None:
    """Which options or version of the earlier run `known` differ from `key`, in words; null for none."""
    flat = [{**one, **one.get("options", {})} for one in (known, key)]
    names = [
        OPTIONS.get(name) or f"--{name.replace('_', '-')}"
        for name in flat[1]
        if name not in ("options", "needs_text") and name in flat[0] and flat[0][name] != flat[1][name]
    ]
    return f"was written with another {', '.join(names)}" if names else None


def digest(piece: Piece, options: Options) -> str | None:
    """SHA-256 of a document's bytes, in hexadecimal digits; null where it cannot be read."""
    try:
        return content_of(piece, options).sha256
    except ArtparseError:
        return None


def is_origin(value: object) -> bool:
    """Whether a value, as it was noted, tells path, number and digest of a document."""
    if not isinstance(value, dict) or not isinstance(value.get("path"), str):
        return False
    digest = value.get("sha256")
    return isinstance(digest, str) and bool(_DIGEST.fullmatch(digest)) and "record" in value


class Index:
    """Where the records of earlier runs stand; on disk, as there may be millions."""

    def __init__(self) -> None:
        import sqlite3  # Not to be paid for by every run.

        self._database = sqlite3.connect("", isolation_level=None)  # A temporary file.
        self._database.execute(
            "CREATE TABLE places (document BLOB PRIMARY KEY, sha256 BLOB, place) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")

    def add(self, path: str, record: int | None, digest: str, place: object) -> None:
        """Note the record of a document whose bytes had `digest`; a later one replaces it."""
        row = (_identity(path, record), bytes.fromhex(digest), json.dumps(place))
        self._database.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", row)

    def find(self, path: str, record: int | None) -> tuple[str, Any] | None:
        """Digest and place of the record of a document."""
        row = self._database.execute(
            "SELECT sha256, place FROM places WHERE document = ?", (_identity(path, record),)
        ).fetchone()
        return row and (row[0].hex(), json.loads(row[1]))

    def close(self) -> None:
        """Give its file back."""
        self._database.close()


def _identity(path: str, record: int | None) -> bytes:
    from hashlib import sha256  # Only for outputs that are gone on with.

    return sha256(f"{record} {path}".encode("utf-8", "surrogatepass")).digest()[:16]


class Stored(NamedTuple):
    """A whole record in a file of lines."""

    path: str
    record: int | None
    digest: str
    offset: int
    length: int


def stored(file: BinaryIO, *, in_array: bool) -> Iterator[Stored | int]:
    """The articles in a file of JSON Lines, or of one array with a record on each line.

    The end of its line belongs to a record of JSON Lines only, the comma to none. Last comes the
    offset that its last whole record ends at; what stands after that is half a record, or nothing.
    """
    file.seek(0)
    decoder = json.JSONDecoder()
    end = offset = 0
    for raw in file:
        whole = raw.endswith(b"\n")
        content = raw.rstrip(b"\n").removesuffix(b",") if in_array else raw
        start, offset = offset, offset + len(raw)
        if not content.startswith(b"{") or not (whole or in_array):
            continue
        try:
            text = content.decode()
            if not whole:
                json.loads(text)
            source, _ = decoder.raw_decode(text, text.index('"source":') + len('"source":'))
        except (ValueError, RecursionError):
            continue
        end = start + len(content)
        if is_origin(source):
            yield Stored(source["path"], source["record"], source["sha256"], start, len(content))
    yield end


class Notes:
    """What is known of an output and its unfinished form, in a small hidden file beside it."""

    def __init__(self, target: Path) -> None:
        self._path = target.with_name(f".{target.name}{NOTES}")

    def read(self) -> tuple[Key | None, Key | None]:
        """Keys of the unfinished and of the finished form; null where nothing is known."""
        try:
            notes = json.loads(self._path.read_text(encoding="utf-8"))
            return key_in(notes["unfinished"]), key_in(notes["finished"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None, None

    def write(self, unfinished: Key | None, finished: Key | None) -> None:
        """Note both, at once or not at all."""
        new = self._path.with_name(self._path.name + ".new")
        text = json.dumps({"unfinished": unfinished, "finished": finished}) + "\n"
        new.write_text(text, encoding="utf-8")
        new.replace(self._path)
