"""The records of a run beside those of another: which belong together, and what differs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from artparse.article import Article
from artparse.comparing import compare
from artparse.records import record_of
from artparse.running.work import Outcome

SAME_ARTICLE = (
    "sha256 = :sha256 AND ifnull(record, 0) = ifnull(:record, 0)",
    "source_id = :source_id",
    "url = :url",
    "path = :path AND ifnull(record, 0) = ifnull(:record, 0)",
)
"""What tells that two records are of one article, from most to least certain."""


class Earlier:
    """The records that others are compared with; on disk, as there may be millions."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        import sqlite3  # Only for what compares.

        failed, count = 0, 0
        self._database = sqlite3.connect("", isolation_level=None)  # A temporary file.
        self._database.execute(
            "CREATE TABLE records (number INTEGER PRIMARY KEY, sha256, record, source_id, url, path, json)"
        )
        self._database.execute("BEGIN")
        for outcome in outcomes:
            if isinstance(outcome.content, Article):
                self._add(outcome.content)
                count += 1
            else:
                failed += 1
        self.unreadable = failed > 0 and count == 0
        """Whether there is nothing to compare with, as none of it could be read."""
        for name in ("sha256", "source_id", "url", "path"):
            self._database.execute(f"CREATE INDEX by_{name} ON records ({name})")

    def _add(self, article: Article) -> None:
        self._database.execute(
            "INSERT INTO records (sha256, record, source_id, url, path, json)"
            " VALUES (:sha256, :record, :source_id, :url, :path, :json)",
            _facts(article) | {"json": json.dumps(article.to_dict())},
        )

    def take(self, article: Article, *, alone: bool) -> Article | None:
        """Take out the record of the same article; with `alone`, the only record, whatever it is of."""
        facts = _facts(article)
        for same in SAME_ARTICLE:
            found = self._database.execute(
                f"SELECT number, json FROM records WHERE {same} ORDER BY number LIMIT 1", facts
            ).fetchone()
            if found:
                return self._taken(*found)
        if alone:
            found = self._database.execute("SELECT number, json FROM records LIMIT 2").fetchall()
            if len(found) == 1:
                return self._taken(*found[0])
        return None

    def _taken(self, number: int, text: str) -> Article:
        self._database.execute("DELETE FROM records WHERE number = ?", (number,))
        record = record_of(json.loads(text))
        assert isinstance(record, Article)
        return record

    def left(self) -> Iterator[Article]:
        """Those that were not taken, in order."""
        for (text,) in self._database.execute("SELECT json FROM records ORDER BY number"):
            record = record_of(json.loads(text))
            assert isinstance(record, Article)
            yield record

    def close(self) -> None:
        """Give its file back."""
        self._database.close()


def compared(earlier: Earlier, outcomes: Iterable[Outcome], *, alone: bool) -> Iterator[dict[str, Any]]:
    """For each article what it is compared with and what differs, as plain dicts; then those left over.

    `old` and `new` say where each is from; one is null where there is no such record, and the lists
    are empty. `same` is whether nothing differs. With `alone` there is one article, which is
    compared with the only one of the earlier, if need be.
    """
    if earlier.unreadable:  # What differs from it is not known; its failures are told.
        return
    failed = False
    for outcome in outcomes:
        if isinstance(outcome.content, Article):
            old = earlier.take(outcome.content, alone=alone)
            yield comparison(old, outcome.content)
        else:
            failed = True
    if alone and failed:  # What could not be read is not gone.
        return
    for article in earlier.left():
        yield comparison(article, None)


def comparison(old: Article | None, new: Article | None) -> dict[str, Any]:
    """What differs between two records of an article, one of which may not be there."""
    changes: dict[str, list[Any]] = {"fields": [], "paragraphs": [], "quotes": [], "reports": []}
    if old and new:
        changes = compare(old, new).to_dict()
    return {
        "old": _place(old),
        "new": _place(new),
        "title": new.title if new else old.title if old else None,
        "same": bool(old and new) and not any(changes.values()),
        **changes,
    }


def _place(article: Article | None) -> dict[str, Any] | None:
    if article is None:
        return None
    source = article.source
    return {"path": source.path, "record": source.record, "id": source.id, "sha256": source.sha256}


def _facts(article: Article) -> dict[str, Any]:
    source = article.source
    return {
        "sha256": source.sha256,
        "record": source.record,
        "source_id": source.id,
        "url": source.url,
        "path": source.path and source.path.encode("utf-8", "surrogateescape"),
    }
