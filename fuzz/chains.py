"""Chains of runs over inputs that change in between, each perhaps killed, as a state machine.

python fuzz/chains.py [COUNT] [--other]    200 chains, or COUNT; others than last time

What the last run of a chain leaves is what one run of the inputs as they are then gives.
"""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.batches import article, check_database, record_in
from support.command import command, environment

OUTPUTS = ("out.jsonl", "out.json", "out/", "out.db")
NUMBERS = st.integers(0, 29)
MOMENTS = st.floats(0.05, 3)
"""Seconds after which a run is killed, if it has not ended."""


class Batches(RuleBasedStateMachine):
    """A folder of inputs and one output of it."""

    runs = kills = 0

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.inputs = self.place / "in"
        self.inputs.mkdir()
        self.target = ""
        self.versions = 0

    @initialize(output=st.sampled_from(OUTPUTS), count=st.sampled_from([2, 20, 30]))
    def begin(self, output: str, count: int) -> None:
        """More than sixteen inputs are worked on by processes of their own."""
        self.target = output
        for number in range(count):
            self.put(number)

    @rule(number=NUMBERS)
    def put(self, number: int) -> None:
        """Add an input, or change one."""
        self.versions += 1
        self.path(number).write_text(article(self.versions), encoding="utf-8")

    @rule(number=NUMBERS)
    def spoil(self, number: int) -> None:
        """Have an input that fails."""
        self.path(number).write_text("", encoding="utf-8")

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        """Take an input away, but for the last."""
        if len(list(self.inputs.iterdir())) > 1:
            self.path(number).unlink(missing_ok=True)

    @rule(first=NUMBERS, second=NUMBERS)
    def exchange(self, first: int, second: int) -> None:
        """Give an input the content of another."""
        if self.path(first).exists():
            shutil.copyfile(self.path(first), self.place / "copy")
            (self.place / "copy").replace(self.path(second))

    @rule(moment=MOMENTS, number=st.sampled_from([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
    def cut_short(self, moment: float, number: signal.Signals) -> None:
        """Go on, and be killed."""
        arguments = [command(), *self.arguments(self.place / self.target), "--resume"]
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(moment)
        process.send_signal(number)
        process.wait(120)
        type(self).kills += 1

    @precondition(lambda self: self.target)
    @rule()
    def go_on(self) -> None:
        """Go on to the end: the output is that of one run of the inputs as they are."""
        self.check()

    def teardown(self) -> None:
        """Whatever the chain was, it can be gone on with."""
        try:
            if self.target:
                self.check()
        finally:
            shutil.rmtree(self.place)

    def path(self, number: int) -> Path:
        return self.inputs / f"{number:02}.txt"

    def arguments(self, target: Path) -> list[str]:
        place = f"{target}/" if self.target.endswith("/") else str(target)
        form = ["-f", "json"] if self.target.endswith(".json") else []
        return [str(self.inputs), "-o", place, "-q", *form]

    def check(self) -> None:
        target, fresh = self.place / self.target.rstrip("/"), self.place / "fresh" / self.target.rstrip("/")
        fresh.parent.mkdir()
        self.run(target, "--resume")
        self.run(fresh)
        assert self.held(target) == self.held(fresh)
        if target.suffix == ".db":
            check_database(target)
        left = {path.name for path in self.place.iterdir()} - {"in", "fresh", target.name}
        assert left <= {f".{target.name}.artparse"}, left
        shutil.rmtree(fresh.parent)

    def run(self, target: Path, *more: str) -> None:
        result = subprocess.run(
            [command(), *self.arguments(target), *more],
            stdin=subprocess.DEVNULL, capture_output=True, env=environment(), timeout=300, check=False,
        )  # fmt: skip
        assert result.returncode in (0, 1), result.stderr
        type(self).runs += 1

    def held(self, target: Path) -> Any:
        """What an output has of the inputs that are there; of others it may keep what it had."""
        paths = sorted(str(path) for path in self.inputs.iterdir())
        if self.target.endswith("/"):
            files = {path: target / f"{Path(path).name}.json" for path in paths}
            errors = target / "errors.jsonl"
            return (
                {path: file.read_bytes() for path, file in files.items() if file.exists()},
                errors.read_bytes() if errors.exists() else b"",
            )
        if target.suffix == ".db":
            with closing(sqlite3.connect(target)) as database:
                known = {row[0] for row in database.execute("SELECT path FROM articles")}
                errors_in = database.execute("SELECT path, kind FROM errors ORDER BY path").fetchall()
            return (
                {path: record_in(target, path) for path in paths if path in known},
                [row for row in errors_in if row[0] in paths],
            )
        return target.read_bytes() if target.exists() else b""


def chains(count: int, steps: int = 6, *, again: bool = True) -> None:
    """Try `count` chains; raises what fails, with the shortest chain that does. The same ones, if `again`."""
    run_state_machine_as_test(
        Batches,
        settings=settings(
            max_examples=count,
            stateful_step_count=steps,
            deadline=None,
            derandomize=again,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    begin = time.monotonic()
    chains(count, again="--other" not in sys.argv)
    minutes = (time.monotonic() - begin) / 60
    print(
        f"{count} chains held: {Batches.runs} runs to the end, {Batches.kills} killed, {minutes:.0f} minutes"
    )


if __name__ == "__main__":
    main()
