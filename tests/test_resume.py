"""Runs that are cut short and gone on with, and runs that are repeated."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from support.batches import HARD, article, check_database, forget, result_of, small_articles
from support.command import PATIENCE, artparse, command, environment, records_of

pytestmark = pytest.mark.slow  # Runs of many files, in processes.
unix = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
OUTPUTS = ("out.jsonl", "out.json", "out/", "out.db")
ALONE = ("--jobs", "1")
"""Without workers, whose start takes most of a run: what is kept is the first process's to say."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty small articles, two of them empty: enough for workers, and for several pieces of work."""
    return with_empty(small_articles(tmp_path / "in", 40))


@pytest.fixture
def large_folder(tmp_path: Path) -> Path:
    """Seventy."""
    return with_empty(small_articles(tmp_path / "in", 70))


def with_empty(folder: Path) -> Path:
    for number in (3, 30):
        (folder / "000" / f"{number:06}.txt").write_text("", encoding="utf-8")
    return folder


def arguments(folder: Path, target: str) -> list[str]:
    """What the command is given; an array is asked for, not told by the file's name."""
    return [str(folder), "-o", target, "-q", *(["-f", "json"] if target.endswith(".json") else [])]


def run(folder: Path, target: str, *more: str, jobs: tuple[str, ...] = ALONE) -> tuple[int, Any]:
    """Run to the end: exit status, and what the output holds."""
    result = artparse(*arguments(folder, target), *more, *jobs)
    assert result.returncode in (0, 1), result.stderr
    return result.returncode, result_of(Path(target))


def kept(folder: Path, target: str, *more: str) -> int:
    """Go on with or repeat a run: how many articles were kept."""
    chosen = [argument for argument in arguments(folder, target) if argument != "-q"]
    told = artparse(*chosen, "--resume", *ALONE, *more).stderr.decode().splitlines()[-1]
    return int(told.partition(" kept from before")[0].rpartition(", ")[2]) if "kept" in told else 0


def cut_short(folder: Path, target: str, number: signal.Signals, seconds: float, *more: str) -> int:
    """Start the command and send it a signal after a while, unless it has ended: its exit status."""
    process = subprocess.Popen(
        [command(), *arguments(folder, target), *more],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    with suppress(subprocess.TimeoutExpired):
        return process.wait(seconds)
    process.send_signal(number)
    return process.wait(PATIENCE)


OTHERWISE = [
    (["--text"], "was written with another --text; all is parsed again"),
    (["--site", "X", "--explain"], "was written with another --explain, --site; all is parsed again"),
    ([], None),
]


@pytest.mark.parametrize("output", OUTPUTS)
def test_why_nothing_is_kept_is_told(tmp_path: Path, output: str) -> None:
    folder, target = small_articles(tmp_path / "in", 3), f"{tmp_path}/{output}"
    chosen = [argument for argument in arguments(folder, target) if argument != "-q"]
    for options, told in OTHERWISE:
        forget(Path(target))
        assert artparse(*chosen).returncode == 0
        said = artparse(*chosen, "--resume", *options).stderr.decode()
        assert f"{target}: {told}" in said if told else "parsed again" not in said


@unix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("output", OUTPUTS)
def test_the_output_is_the_same_after_any_interruption(
    tmp_path: Path, folder: Path, output: str, number: signal.Signals
) -> None:
    target = f"{tmp_path}/{output}"
    begin = time.monotonic()
    status, wanted = run(folder, target, jobs=())
    whole = time.monotonic() - begin
    assert status == 1
    forget(Path(target))
    draw = random.Random(f"{output} {number}")
    for _ in range(3):
        cut_short(folder, target, number, draw.uniform(0.2, whole), "--resume")
        if output.endswith((".json", ".jsonl")) and Path(target).exists():
            assert result_of(Path(target)) == wanted  # Never half a file under its own name.
        if output.endswith(".db") and Path(target).exists() and number == signal.SIGTERM:
            check_database(Path(target))
    status, found = run(folder, target, "--resume", jobs=())
    assert status == 1
    assert found == wanted
    if output.endswith(".db"):
        check_database(Path(target))
    left = {path.name for path in tmp_path.iterdir()} - {"in", output.rstrip("/")}
    assert left <= {f".{output}.artparse"}


@unix
def test_nothing_that_was_written_is_lost(tmp_path: Path, folder: Path) -> None:
    part = tmp_path / "out.jsonl.part"
    last = folder / "000" / "000039.txt"
    last.write_text(HARD, encoding="utf-8")  # Else all might be done before it is killed.
    process = subprocess.Popen([command(), *arguments(folder, f"{tmp_path}/out.jsonl")], env=environment())
    while not part.exists() or part.read_bytes().count(b"\n") < 16:
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    whole = part.read_bytes().count(b"\n")
    last.write_text(article(39), encoding="utf-8")
    assert kept(folder, f"{tmp_path}/out.jsonl") >= whole - 2  # Two of them failed, and are tried again.


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_finished_run_repeated_parses_nothing(tmp_path: Path, folder: Path, output: str) -> None:
    target = f"{tmp_path}/{output}"
    _, wanted = run(folder, target)
    assert kept(folder, target) == 38
    assert result_of(Path(target)) == wanted


@pytest.mark.parametrize("output", OUTPUTS)
def test_content_counts_and_file_times_do_not(tmp_path: Path, folder: Path, output: str) -> None:
    target = f"{tmp_path}/{output}"
    run(folder, target)
    for path in folder.rglob("*.txt"):
        os.utime(path, (1, 1))
    assert kept(folder, target) == 38
    changed = folder / "000" / "000007.txt"
    times = changed.stat()
    changed.write_text(article(7).replace("council", "senate"), encoding="utf-8")
    os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns))
    (folder / "000" / "000025b.txt").write_text(article(1000), encoding="utf-8")
    (folder / "000" / "000035.txt").unlink()
    (folder / "000" / "000003.txt").write_text(article(3), encoding="utf-8")
    assert kept(folder, target) == 36
    if output == "out/":
        (tmp_path / "out" / "000" / "000035.txt.json").unlink()  # Outputs of what is gone stay.
        (tmp_path / "out" / ".artparse.jsonl").unlink()
    found = result_of(Path(target))
    forget(Path(target))
    _, wanted = run(folder, target)
    if output == "out/":
        del wanted[".artparse.jsonl"]
    if output == "out.db":  # Rows of what is gone stay, and numbers are given in order of parsing.
        paths = {row[3] for row in found["articles"]}
        assert paths == {row[3] for row in wanted["articles"]} | {f"{folder}/000/000035.txt"}
        assert len(found["errors"]) == 1
    else:
        assert found == wanted


@pytest.mark.parametrize("output", OUTPUTS)
def test_other_options_parse_anew(tmp_path: Path, folder: Path, output: str) -> None:
    target = f"{tmp_path}/{output}"
    run(folder, target)
    assert kept(folder, target, "--text") == 0
    assert kept(folder, target, "--text", "--jobs", "2", "--timeout", "30") == 38


def test_another_version_parses_anew(tmp_path: Path, folder: Path) -> None:
    target = f"{tmp_path}/out.jsonl"
    _, wanted = run(folder, target)
    notes = tmp_path / ".out.jsonl.artparse"
    known = json.loads(notes.read_text(encoding="utf-8"))
    known["finished"]["artparse"] = "0.0.1"
    notes.write_text(json.dumps(known), encoding="utf-8")
    assert kept(folder, target) == 0
    assert result_of(Path(target)) == wanted


@pytest.mark.parametrize(
    ("output", "notes"),
    [("out.jsonl", ".out.jsonl.artparse"), ("out/", "out/.artparse.jsonl")],
)
def test_records_of_another_version_are_refused(
    tmp_path: Path, folder: Path, output: str, notes: str
) -> None:
    target = f"{tmp_path}/{output}"
    run(folder, target)
    before = result_of(Path(target))
    known = tmp_path / notes
    known.write_text(known.read_text(encoding="utf-8").replace('"schema_version": 2, ', ""), encoding="utf-8")
    before = result_of(Path(target))
    result = artparse(str(folder), "-o", target, "--resume")
    assert result.returncode == 2
    assert b"holds records of another version of artparse; name a new output" in result.stderr
    assert result_of(Path(target)) == before


@unix
def test_a_repeated_run_that_is_cut_short_keeps_what_the_finished_one_had(tmp_path: Path) -> None:
    folder = small_articles(tmp_path / "in", 40)
    target = f"{tmp_path}/out.jsonl"
    run(folder, target)
    finished = (tmp_path / "out.jsonl").read_bytes()
    (folder / "000" / "000000.txt").write_text(
        "“Wait,” said Anna Berg, the mayor. " * 200_000, encoding="utf-8"
    )
    cut_short(folder, target, signal.SIGKILL, 1.5, "--resume")
    assert (tmp_path / "out.jsonl").read_bytes() == finished
    (folder / "000" / "000000.txt").write_text(article(0), encoding="utf-8")
    assert kept(folder, target) == 40
    assert (tmp_path / "out.jsonl").read_bytes() == finished


def test_half_a_line_at_the_end_is_written_again(tmp_path: Path, folder: Path) -> None:
    for output in ("out.jsonl", "out.json"):
        target = f"{tmp_path}/{output}"
        _, wanted = run(folder, target)
        part = Path(target + ".part")
        for cut in (2, len(wanted) // 2, len(wanted) - 1):
            Path(target).unlink(missing_ok=True)
            part.write_bytes(wanted[:cut])
            notes = tmp_path / f".{output}.artparse"
            known = json.loads(notes.read_text(encoding="utf-8"))
            notes.write_text(
                json.dumps({"unfinished": known["finished"], "finished": None}), encoding="utf-8"
            )
            assert run(folder, target, "--resume")[1] == wanted
            assert not part.exists()


def test_inputs_in_another_order_are_kept(tmp_path: Path, folder: Path) -> None:
    shutil.copytree(folder, tmp_path / "in2")
    target = f"{tmp_path}/out.jsonl"
    artparse(folder, tmp_path / "in2", "-o", target, "-q", *ALONE)
    part = (tmp_path / "out.jsonl").rename(tmp_path / "out.jsonl.part")
    notes = tmp_path / ".out.jsonl.artparse"
    known = json.loads(notes.read_text(encoding="utf-8"))
    notes.write_text(json.dumps({"unfinished": known["finished"], "finished": None}), encoding="utf-8")
    result = artparse(tmp_path / "in2", folder, "-o", target, "--resume")
    assert "76 kept" in result.stderr.decode()
    assert not part.exists()
    found = (tmp_path / "out.jsonl").read_bytes()
    artparse(tmp_path / "in2", folder, "-o", target, "-q", *ALONE)
    assert found == (tmp_path / "out.jsonl").read_bytes()
    assert [path.name for path in tmp_path.iterdir() if "aside" in path.name] == []


def test_resume_needs_an_output(folder: Path) -> None:
    result = artparse(folder, "--resume")
    assert result.returncode == 2
    assert "--output" in result.stderr.decode()


# Full disks, told from bugs


def limited(*command_line: str, size: int) -> subprocess.CompletedProcess[bytes]:
    """Run a command that may write files of at most `size` bytes."""
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        list(command_line),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=limit,
        env=environment(),
        check=False,
    )


@unix
@pytest.mark.parametrize("output", OUTPUTS)
def test_no_more_room_is_told_and_gone_on_from(tmp_path: Path, large_folder: Path, output: str) -> None:
    folder, target = large_folder, f"{tmp_path}/{output}"
    size = 3000 if output == "out/" else 200_000
    result = limited(command(), *arguments(folder, target), size=size)
    assert result.returncode == 2, result.stderr
    (line,) = [line for line in result.stderr.decode().splitlines() if "/in/" not in line]
    assert line.startswith(f"artparse: {target.rstrip('/')}")
    assert "--resume" in line
    assert "Traceback" not in line
    if output == "out.jsonl":
        assert 0 < len(records_of((tmp_path / "out.jsonl.part").read_bytes())) < 70
    _, found = run(folder, target, "--resume")
    forget(Path(target))
    assert found == run(folder, target)[1]


ODD = ["[]", "5", '{"options": 5, "unfinished": [], "finished": 5}', "[" * 100_000]
"""What notes and records are not."""


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_notes_that_somebody_changed_are_none(tmp_path: Path, odd: str) -> None:
    folder = small_articles(tmp_path / "in", 2)
    for output, notes in (("out.jsonl", ".out.jsonl.artparse"), ("out/", "out/.artparse.jsonl")):
        target = f"{tmp_path}/{output}"
        _, wanted = run(folder, target)
        noted = tmp_path / notes
        noted.write_text(odd + "\n", encoding="utf-8")
        assert run(folder, target, "--resume") == (0, wanted)
        first = noted.read_bytes().splitlines(keepends=True)[0]
        if output == "out/":
            noted.write_bytes(first + odd.encode() + b"\n")
        else:
            records = (tmp_path / output).read_text(encoding="utf-8")
            changed = f'{{"source":{odd}}}\n{{"source":{{"path":"a","sha256":"x"}}}}\n{records}'
            (tmp_path / output).write_text(changed, encoding="utf-8")
        assert run(folder, target, "--resume") == (0, wanted)


def test_options_in_a_database_that_somebody_changed(tmp_path: Path) -> None:
    folder = small_articles(tmp_path / "in", 2)
    target = f"{tmp_path}/out.db"
    run(folder, target)
    for odd in (("[", ""), ("[", "]"), ("", "")):
        with closing(sqlite3.connect(target)) as database, database:
            database.execute("UPDATE runs SET options = ? || id || ?", odd)
        run(folder, target, "--resume", "--text")
        check_database(Path(target))
