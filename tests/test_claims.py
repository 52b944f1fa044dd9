"""Two runs on one output: the second is refused before it changes anything."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from artparse.running.claims import Claim, Taken
from support.batches import article, contents, small_articles
from support.command import SEED, artparse, started

OUTPUTS = ["out.jsonl", "out.json", "out.csv", "out.xlsx", "out.parquet", "out/"]


def claimed(target: Path, output: str) -> Claim:
    if not output.endswith("/"):
        return Claim(target)
    target.mkdir()
    return Claim(target / ".artparse")


def wait_for_its_claim(run: subprocess.Popen[bytes], folder: Path) -> None:
    """Until a run holds its lock: it is there a moment before it is held, and has a number from then on."""
    while not any(lock.stat().st_size for lock in folder.glob("**/.*.lock")):
        assert run.poll() is None
        time.sleep(0.001)


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_that_another_run_writes_is_refused(tmp_path: Path, output: str) -> None:
    pytest.importorskip(
        "openpyxl" if output.endswith("xlsx") else "pyarrow" if "parquet" in output else "json"
    )
    target = tmp_path / output
    claim = claimed(target, output)
    before = contents(tmp_path)
    refused = artparse(SEED, SEED, "-o", f"{tmp_path}/{output}")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (2, 1)
    assert b"another run (process " in refused.stderr
    assert contents(tmp_path) == before
    claim.release()
    assert artparse(SEED, SEED, "-o", f"{tmp_path}/{output}").returncode == 0
    assert not list(tmp_path.rglob("*.lock"))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a process to stand still")
@pytest.mark.parametrize("output", ["out.jsonl", "out/"])
def test_the_first_run_keeps_all_its_records(tmp_path: Path, output: str) -> None:
    inputs = small_articles(tmp_path / "in", 60)
    # It cannot end before its standard input does.
    first = started(inputs, "-", "-j", "1", "-o", f"{tmp_path}/{output}", stdin=subprocess.PIPE)
    wait_for_its_claim(first, tmp_path)
    first.send_signal(signal.SIGSTOP)
    assert artparse(inputs, "-o", f"{tmp_path}/{output}").returncode == 2
    first.send_signal(signal.SIGCONT)
    _, errors = first.communicate(article(60).encode())
    assert first.returncode == 0, errors
    target = tmp_path / output
    count = len(list(target.rglob("*.json"))) if target.is_dir() else target.read_bytes().count(b"\n")
    assert count == 61


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a process that is killed")
def test_a_run_that_was_killed_is_in_nobodys_way(tmp_path: Path) -> None:
    inputs = small_articles(tmp_path / "in", 60)
    first = started(inputs, "-", "-j", "1", "-o", f"{tmp_path}/out.jsonl", stdin=subprocess.PIPE)
    wait_for_its_claim(first, tmp_path)
    first.kill()
    first.communicate()
    assert artparse(inputs, "-q", "-o", f"{tmp_path}/out.jsonl", "--resume").returncode == 0


def test_without_locks_of_the_system_the_file_is_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artparse.running.claims.fcntl", None)
    first = Claim(tmp_path / "out.jsonl")
    with pytest.raises(Taken, match=r"if it has ended, remove \.out\.jsonl\.lock"):
        Claim(tmp_path / "out.jsonl")
    first.release()
    Claim(tmp_path / "out.jsonl").release()
    assert not list(tmp_path.iterdir())
