"""Runs that are stopped at any moment, and what counts towards the time that a document may take."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from artparse.article import ErrorRecord
from artparse.running import batch, limits
from artparse.running.destination import itself
from artparse.running.inputs import failed
from artparse.running.limits import Patient, time_limit, waiting
from artparse.running.work import Options
from support.command import SEED, environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of Unix")

STOPPED_AT = """
import os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
class Stopping:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.{number})
sys.meta_path.insert(0, Stopping())
sys.argv = ["artparse", {seed!r}]
runpy.run_module("artparse", run_name="__main__")
"""


@pytest.mark.parametrize(("number", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize(
    "module",
    ["artparse.command", "artparse.layout.titles.choice", "artparse.reading.plain", "artparse.writing.json"],
)
def test_the_command_can_be_stopped_while_it_is_loaded(module: str, number: str, status: int) -> None:
    script = STOPPED_AT.format(module=module, number=number, seed=str(SEED))
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, stdin=subprocess.DEVNULL, env=environment()
    )
    assert result.stderr == b"artparse: stopped\n"
    assert result.returncode == status


def test_the_installed_command_is_the_one_that_can_be_stopped() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    assert project["scripts"] == {"artparse": "artparse.__main__:main"}


def test_a_pipe_is_read_in_pieces_as_they_come() -> None:
    """What reads on in C until it has enough heeds no signal in between."""
    source, sink = os.pipe()
    with os.fdopen(source, "rb") as file:
        os.write(sink, b"one")
        patient = Patient(file)
        assert patient.read(1000) == b"one"
        os.write(sink, b"two")
        os.close(sink)
        assert patient.read(1000) == b"two"
        assert patient.read(1000) == b""


def test_a_pipe_is_looked_at_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[float] = []

    def nothing_at_first(files: list[int], *others: Any) -> Any:
        looked.append(others[-1])
        return (files if len(looked) == 3 else []), [], []

    monkeypatch.setattr("artparse.running.limits.select.select", nothing_at_first)
    source, sink = os.pipe()
    with os.fdopen(source, "rb") as file:
        os.write(sink, b"one")
        os.close(sink)
        assert Patient(file).read(10) == b"one"
    assert looked == [limits.SECONDS_PER_LOOK] * 3


def test_waiting_does_not_count() -> None:
    with time_limit(60):
        with waiting():
            assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 60
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    with waiting():
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_cutting_a_pipe_into_records_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def for_ever(path: str, options: Options) -> Iterator[ErrorRecord]:
        yield failed(path, "empty", "empty")
        while True:
            pass

    monkeypatch.setattr(batch, "pieces", for_ever)
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    found = list(batch.outcomes([str(fifo)], Options("auto", False, 1 << 20), itself, jobs=1, timeout=0.5))
    assert [outcome.failure and outcome.failure.kind for outcome in found] == ["empty", "timeout"]
