"""What a run says on standard error, a line at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from time import monotonic

import click

from artparse.running.outputs import KEPT
from artparse.running.work import Outcome


def tell(text: str) -> None:
    """One line to standard error, marked as artparse's; nothing in it can steer a terminal."""
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    click.echo(f"artparse: {safe}", err=True)


class Tally:
    """How many articles, failures and warnings there were so far."""

    def __init__(self) -> None:
        self.parsed = self.kept = self.failed = 0
        self.warnings: Counter[str] = Counter()
        self._start = monotonic()

    def watched(self, outcomes: Iterable[Outcome], *, warn: bool) -> Generator[Outcome, None, None]:
        """The same outcomes, counted; failures are told at once, warnings if `warn`."""
        for outcome in outcomes:
            if outcome.failure:
                self.failed += 1
                place = "" if outcome.record is None else f", record {outcome.record}"
                tell(f"{outcome.path}{place}: {outcome.failure.message}")
            elif outcome.content is KEPT:
                self.kept += 1
            else:
                self.parsed += 1
                self.warnings.update(code for code, _ in outcome.warnings)
                for _, message in outcome.warnings if warn else ():
                    tell(f"{outcome.path}: warning: {message}")
            yield outcome

    def summary(self) -> str:
        """All of it in one line."""
        seconds = monotonic() - self._start
        parts = [f"{self.parsed:,} article{'' if self.parsed == 1 else 's'}, {self.failed:,} failed"]
        if self.kept:
            parts.append(f", {self.kept:,} kept from before")
        parts.append(f", {seconds:.1f} s")
        if self.warnings:
            parts.append("; warnings: ")
            parts.append(", ".join(f"{code} {count:,}" for code, count in sorted(self.warnings.items())))
        return "".join(parts)
