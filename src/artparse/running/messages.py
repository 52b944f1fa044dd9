"""What a run says on standard error, a line at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from artparse.article import Article
from artparse.pipeline import Record


def tell(text: str) -> None:
    """One line to standard error, marked as artparse's; nothing in it can steer a terminal."""
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    click.echo(f"artparse: {safe}", err=True)


class Tally:
    """How many articles, failures and warnings there were so far."""

    def __init__(self) -> None:
        self.parsed = self.failed = 0
        self.warnings: Counter[str] = Counter()

    def watched(self, records: Iterable[Record], *, warn: bool) -> Iterator[Record]:
        """The same records, counted; failures are told at once, warnings if `warn`."""
        for record in records:
            path = record.source.path
            if record.source.record is not None:
                path = f"{path}, record {record.source.record}"
            if isinstance(record, Article):
                self.parsed += 1
                self.warnings.update(warning.code for warning in record.warnings)
                for warning in record.warnings if warn else ():
                    tell(f"{path}: warning: {warning.message}")
            else:
                self.failed += 1
                tell(f"{path}: {record.error.message}")
            yield record

    def summary(self) -> str:
        """All of it in one line."""
        warnings = ", ".join(f"{code} {count:,}" for code, count in sorted(self.warnings.items()))
        counts = f"{self.parsed:,} article{'' if self.parsed == 1 else 's'}, {self.failed:,} failed"
        return f"{counts}; warnings: {warnings}" if warnings else counts
