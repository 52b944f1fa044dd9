"""What a run says on standard error, a line at a time."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Mapping
from time import monotonic

from artparse.running.outputs import WRITTEN_BEFORE
from artparse.running.work import Outcome


def tell(text: str) -> None:
    """One line to standard error, marked as artparse's; nothing in it can steer a terminal."""
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    if sys.stderr is not None:  # As under pythonw.
        print(f"artparse: {safe}", file=sys.stderr, flush=True)


class Tally:
    """How many articles, failures and warnings there were so far."""

    def __init__(self, *, places: bool = False) -> None:
        """With `places`, what each error and warning concerns is kept for `account`."""
        self.parsed = self.kept = self.failed = 0
        self.warnings: Counter[str] = Counter()
        self._fields: set[str] = set()
        """Of all records, the names of the input's own fields."""
        self._concerned: dict[str, dict[str, list[str]]] = {"errors": {}, "warnings": {}}
        """Of each kind of error and code of warning, the files."""
        self._places = places
        self._start = monotonic()

    def watched(self, outcomes: Iterable[Outcome], *, warn: bool) -> Generator[Outcome, None, None]:
        """The same outcomes, counted; failures are told at once, warnings if `warn`."""
        for outcome in outcomes:
            if outcome.failure:
                self.failed += 1
                tell(f"{_place(outcome)}: {outcome.failure.message}")
                self._note("errors", outcome.failure.kind, outcome)
            elif outcome.content is WRITTEN_BEFORE:
                self.kept += 1
            else:
                self.parsed += 1
                self._fields.update(outcome.fields)
                self.warnings.update(code for code, _ in outcome.warnings)
                for code in sorted({code for code, _ in outcome.warnings}):
                    self._note("warnings", code, outcome)
                for _, message in outcome.warnings if warn else ():
                    tell(f"{outcome.path}: warning: {message}")
            yield outcome

    def _note(self, what: str, kind: str, outcome: Outcome) -> None:
        if self._places:  # There may be millions.
            self._concerned[what].setdefault(kind, []).append(_place(outcome))

    def missing(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that no record has as a field; none where that is not known of all records."""
        return [] if self.kept or not self.parsed else [name for name in names if name not in self._fields]

    def account(self, key: Mapping[str, object]) -> str:
        """All of it as JSON: what was done, with which version and options, and which files each
        warning and error concerns."""
        counts = {"parsed": self.parsed, "kept": self.kept, "failed": self.failed}
        seconds = {"seconds": round(monotonic() - self._start, 1)}
        return json.dumps(counts | seconds | self._concerned | dict(key), ensure_ascii=False, indent=2)

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


def _place(outcome: Outcome) -> str:
    """Where a document came from, for a reader."""
    return f"{outcome.path}" if outcome.record is None else f"{outcome.path}, record {outcome.record}"
