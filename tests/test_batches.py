"""Many inputs: order, workers and what they survive, progress, and every kind of output."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from artparse.article import ErrorRecord
from artparse.running import pool
from artparse.running.pool import Pool
from artparse.running.work import Outcome, Piece
from support.batches import HARD, article, bad_files, contents, small_articles, workers_of
from support.command import PATIENCE, SEED, artparse, command, environment, record_of, records_of, started

linux = pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds worker processes in /proc")
pytestmark = pytest.mark.slow  # Runs of many files, in processes.
unix = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred small articles."""
    return small_articles(tmp_path_factory.mktemp("batch") / "articles", 100)


@pytest.fixture
def hard(tmp_path: Path) -> Path:
    """Forty articles, of which `020.txt` takes long."""
    folder = tmp_path / "hard"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")
    (folder / "020.txt").write_text(HARD, encoding="utf-8")
    return folder


def seconds_of(pid: int) -> float:
    """CPU time of a process so far."""
    times = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def busy_worker(process: subprocess.Popen[bytes]) -> int:
    """The worker that has been at work for a second and more while the others wait."""
    while process.poll() is None:
        for pid in workers_of(process.pid):
            if seconds_of(pid) > 2:
                return pid
        time.sleep(0.05)
    raise AssertionError("no worker has been busy")


# Order


def test_output_is_in_input_order_and_the_same_whatever_the_number_of_workers(folder: Path) -> None:
    outputs = []
    for jobs in ("1", "2", "5"):
        result = artparse(folder, "--jobs", jobs, "-q")
        assert result.returncode == 0
        paths = [record["source"]["path"] for record in records_of(result.stdout)]
        assert paths == sorted(str(path) for path in folder.rglob("*.txt"))
        outputs.append(result.stdout)
    assert outputs[1:] == outputs[:1] * 2


def test_hidden_files_other_types_and_loops(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1), encoding="utf-8")
    (tmp_path / ".b.txt").write_text(article(2), encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text(article(3), encoding="utf-8")
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    result = artparse(tmp_path)
    assert result.returncode == 0
    assert [Path(r["source"]["path"]).name for r in records_of(result.stdout)] == ["a.txt", "link.txt"]
    told = result.stderr.decode().splitlines()[0]
    assert told.startswith(
        f"artparse: {tmp_path}: left out: 2 hidden, 1 links to folders, 2 of another type: d.png, self.txt ("
    )


NAMED = [
    (["b.xyz"], "1 of another type: b.xyz ("),
    (["b.xyz", "c/a.png"], "2 of another type: b.xyz, c/a.png ("),
    (["d.1", "c.1", "b.1", "a.1"], "4 of another type: a.1, b.1, c.1, ... ("),
]


@pytest.mark.parametrize(("names", "told"), NAMED, ids=[told for _, told in NAMED])
def test_what_is_left_out_is_named(tmp_path: Path, names: list[str], told: str) -> None:
    (tmp_path / "in" / "c").mkdir(parents=True)
    for name in ("a.txt", *names):
        (tmp_path / "in" / name).write_text(article(1), encoding="utf-8")
    said = artparse(tmp_path / "in").stderr.decode().splitlines()[0].replace(os.sep, "/")
    assert f"/in: left out: {told}" in said
    assert "a file is read, whatever its ending, where it is named itself" in said
    one = tmp_path / "in" / names[0]
    assert [record["source"]["path"] for record in records_of(artparse(one, "-f", "jsonl").stdout)] == [
        str(one)
    ]


def test_the_output_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1), encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "stray.txt").write_text(article(2), encoding="utf-8")
    assert artparse(tmp_path, "-o", f"{tmp_path}/out/", "-q").returncode == 0
    assert "a.txt.json" in contents(tmp_path / "out")
    assert not any("stray.txt.json" in name for name in contents(tmp_path / "out"))
    for _ in range(2):
        result = artparse(tmp_path, "-i", "text", "-o", tmp_path / "all.jsonl", "-q")
        paths = [r["source"]["path"] for r in records_of((tmp_path / "all.jsonl").read_bytes())]
        assert result.returncode == 0
        assert not any("all.jsonl" in path for path in paths)


# Workers


def test_two_hundred_files_of_which_fifty_are_bad_in_ten_ways(tmp_path: Path) -> None:
    folder = small_articles(tmp_path / "in", 150)
    bad = bad_files(folder / "000", 50)
    result = artparse(folder, "--max-size", "1MiB")
    assert result.returncode == 1
    records = records_of(result.stdout)
    failures = [record for record in records if "error" in record]
    assert len(records) - len(failures) == 150
    assert [record["source"]["path"] for record in failures] == sorted(map(str, bad))
    kinds = Counter(record["error"]["kind"] for record in failures)
    assert set(kinds) == {"empty", "binary", "broken", "unsupported", "too_large"}
    lines = result.stderr.decode().splitlines()
    assert sum(line.startswith(f"artparse: {folder}/000/bad") for line in lines) == 50
    assert re.search(r"^artparse: 150 articles, 50 failed, [\d.]+ s", lines[-1])


def test_a_document_that_takes_too_long(hard: Path) -> None:
    result = artparse(hard, "--timeout", "5", "-q")
    assert result.returncode == 1
    records = records_of(result.stdout)
    assert [Path(record["source"]["path"]).name for record in records] == [f"{n:03}.txt" for n in range(40)]
    failures = [record for record in records if "error" in record]
    assert [failure["error"]["kind"] for failure in failures] == ["timeout"]
    assert failures[0]["source"]["path"] == str(hard / "020.txt")
    assert "after 5 seconds" in failures[0]["error"]["message"]


@unix
def test_a_few_documents_are_given_up_in_time_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“Yes,” said Anna Berg. " * 10_000, encoding="utf-8")
    result = artparse(path, SEED, "--timeout", "0.01", "-q")
    assert result.returncode == 1
    first, second = records_of(result.stdout)
    assert first["error"]["kind"] == "timeout"
    assert "error" not in second or second["error"]["kind"] == "timeout"


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_worker_that_dies_costs_one_document(hard: Path, number: signal.Signals) -> None:
    process = started(hard, "-j", "2", "-q", stdout=subprocess.PIPE)
    os.kill(busy_worker(process), number)
    output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    records = records_of(output)
    assert [Path(record["source"]["path"]).name for record in records] == [f"{n:03}.txt" for n in range(40)]
    failures = [record for record in records if "error" in record]
    assert [failure["source"]["path"] for failure in failures] == [str(hard / "020.txt")]
    assert failures[0]["error"]["kind"] == "crashed"
    assert number.name in failures[0]["error"]["message"]
    assert len(errors.decode().splitlines()) == 1


@unix
def test_a_document_that_there_is_not_enough_memory_for(hard: Path) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (500 << 20, 500 << 20))

    result = subprocess.run(
        [command(), hard, "-j", "1", "-q"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=limit,
        env=environment(),
        check=False,
        timeout=PATIENCE,
    )
    records = records_of(result.stdout)
    assert result.returncode == 1
    assert [record["error"]["kind"] for record in records if "error" in record] == ["crashed"]
    assert len(records) == 40


@linux
def test_no_worker_outlives_a_killed_parent(hard: Path) -> None:
    process = started(hard, "-q", stdout=subprocess.PIPE)
    busy_worker(process)
    workers = workers_of(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


@linux
def test_a_few_small_documents_start_no_worker(tmp_path: Path) -> None:
    paths = []
    for number in range(5):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(article(number), encoding="utf-8")
    script = (
        "import sys; sys.argv = ['artparse', *sys.argv[1:]]\n"
        "from artparse.command import main\n"
        "try: main()\n"
        "finally: assert 'multiprocessing' not in sys.modules"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, *map(str, paths)], capture_output=True, check=False, env=environment()
    )
    assert result.returncode == 0, result.stderr
    assert len(records_of(result.stdout)) == 5


@linux
def test_a_named_pipe_among_many_files(folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = started(pipe, folder, "-q", stdout=subprocess.PIPE)
    pipe.write_text(article(7), encoding="utf-8")
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert len(records_of(output)) == 101


# Progress


def test_quiet_says_nothing(folder: Path) -> None:
    assert artparse(folder, "-q").stderr == b""


@unix
def test_lines_when_standard_error_is_no_terminal(hard: Path) -> None:
    result = artparse(hard, "--timeout", "11")
    lines = result.stderr.decode().splitlines()
    progress = [line for line in lines if "a second" in line]
    assert progress
    # How many there are, and how long they take, is known a little later.
    form = r"artparse: (\d+ of 40 inputs, )?\d+ documents, \d+ failed, \d+ a second(, [\d a-z]+ left)?$"
    assert all(re.match(form, line) for line in progress), progress


@unix
def test_a_bar_at_a_terminal(folder: Path, tmp_path: Path) -> None:
    import pty

    outside, inside = pty.openpty()
    process = subprocess.Popen(
        [command(), str(folder), "-o", str(tmp_path / "out.jsonl"), "-j", "1"],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=environment(TERM="xterm-256color", COLUMNS="120"),
    )
    os.close(inside)
    printed = b""
    try:
        while chunk := os.read(outside, 65536):
            printed += chunk
    except OSError:  # The terminal's other end was closed.
        pass
    os.close(outside)
    assert process.wait(PATIENCE) == 0
    text = printed.decode()
    assert re.search(r"\d+ of 100 inputs, \d+ documents, 0 failed, \d+ a second", text)
    assert "artparse: 100 articles, 0 failed" in text.splitlines()[-1]
    assert "\x1b[?25h" in text  # The cursor is shown again.


# A folder as output


def test_a_folder_of_outputs_mirrors_the_tree(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "deep" / "er").mkdir(parents=True)
    (source / "a.txt").write_text(article(1), encoding="utf-8")
    (source / "a.text").write_text(article(2), encoding="utf-8")
    (source / "deep" / "er" / "b.txt").write_text(article(3), encoding="utf-8")
    (source / "deep" / "empty.txt").write_text("", encoding="utf-8")
    result = artparse(source, "-o", f"{tmp_path}/out/")
    assert result.returncode == 1
    files = contents(tmp_path / "out")
    assert set(files) == {
        "a.txt.json",
        "a.text.json",
        "deep/er/b.txt.json",
        "errors.jsonl",
        ".artparse.jsonl",
    }
    assert record_of(files["deep/er/b.txt.json"])["source"]["path"] == str(source / "deep" / "er" / "b.txt")
    (error,) = records_of(files["errors.jsonl"])
    assert error["error"]["kind"] == "empty"
    # As one file it is the same.
    assert files["a.txt.json"] == artparse(source / "a.txt").stdout


def test_what_failed_leaves_no_file_of_an_earlier_run(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(article(1), encoding="utf-8")
    assert artparse(source, "-o", f"{tmp_path}/out/").returncode == 0
    source.write_text("", encoding="utf-8")
    assert artparse(source, "-o", f"{tmp_path}/out/").returncode == 1
    assert set(contents(tmp_path / "out")) == {"errors.jsonl", ".artparse.jsonl"}
    source.write_text(article(1), encoding="utf-8")
    assert artparse(source, "-o", f"{tmp_path}/out/").returncode == 0
    assert set(contents(tmp_path / "out")) == {"a.txt.json", ".artparse.jsonl"}


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["one"], {"a.txt.json", "sub/a.txt.json"}),
        (["one", "two"], {"one/a.txt.json", "one/sub/a.txt.json", "two/a.txt.json"}),
        (["one/a.txt", "two/a.txt"], {"one/a.txt.json", "two/a.txt.json"}),
        (["one/a.txt"], {"a.txt.json"}),
        (["one/sub/../a.txt", "one/sub/a.txt"], {"a.txt.json", "sub/a.txt.json"}),
        (["-"], {"stdin.json"}),
    ],
)
def test_names_in_a_folder(tmp_path: Path, arguments: list[str], names: set[str]) -> None:
    for place in ("one", "one/sub", "two"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(article(1), encoding="utf-8")
    result = artparse(*arguments, "-o", "out/", given=article(2).encode(), cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert set(contents(tmp_path / "out")) - {".artparse.jsonl"} == names


@pytest.mark.parametrize("form", ["json", "jsonl", "html"])
def test_no_two_inputs_have_one_output_in_a_folder(tmp_path: Path, form: str) -> None:
    source = tmp_path / "in"
    source.mkdir()
    names = ["stdin", "STDIN", "index", "errors", ".artparse", ".artparse.new", "quotes", "n" * 250, "a"]
    for name in names:
        (source / name).write_text(article(1), encoding="utf-8")
    assert artparse(source / ("n" * 250), "-f", form, "-o", f"{tmp_path}/one/").returncode == 0
    for path in (tmp_path / "one").glob("n*"):  # A name that an output might have.
        (source / path.stem).write_text(article(1), encoding="utf-8")
    (source / "empty").write_text("", encoding="utf-8")
    for folder in ("errors.jsonl", "index.html", "quotes.js", ".artparse.jsonl"):
        (source / folder).mkdir()
        (source / folder / "b.txt").write_text(article(2), encoding="utf-8")
    inputs = [path for path in source.rglob("*") if path.is_file()]
    result = artparse(*inputs, "-", "-f", form, "-o", f"{tmp_path}/out/", given=article(3).encode())
    assert result.returncode == 1, result.stderr
    files = contents(tmp_path / "out")
    own = {"errors.jsonl", ".artparse.jsonl", *(["index.html", "quotes.js"] if form == "html" else [])}
    assert own <= set(files)
    assert len(files) - len(own) == len(inputs)  # All but the empty one, and standard input.
    (error,) = records_of(files["errors.jsonl"])
    assert error["source"]["path"] == str(source / "empty")


def test_a_name_that_leaves_no_room_for_the_suffix(tmp_path: Path) -> None:
    (tmp_path / ("n" * 250 + ".txt")).write_text(article(1), encoding="utf-8")
    (tmp_path / ("n" * 249 + "m.txt")).write_text(article(2), encoding="utf-8")
    assert artparse(tmp_path, "-o", f"{tmp_path}/out/").returncode == 0
    assert len(contents(tmp_path / "out")) == 3


# Stopping


@unix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("to_group", [False, True], ids=["process", "group"])
def test_a_signal_ends_the_run_at_once_with_whole_lines(
    hard: Path, tmp_path: Path, number: signal.Signals, to_group: bool
) -> None:
    target = tmp_path / "out.jsonl"
    part = tmp_path / "out.jsonl.part"
    process = started(hard, "-o", target, start_new_session=True)
    while not part.exists() or not part.stat().st_size:
        assert process.poll() is None
        time.sleep(0.01)
    if to_group:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    assert process.wait(PATIENCE) == (130 if number == signal.SIGINT else 143)
    assert process.stderr
    assert process.stderr.read().decode() == (
        f"artparse: stopped; what was written is in {part}; --resume goes on\n"
    )
    assert 0 < len(records_of(part.read_bytes())) <= 20
    assert not target.exists()


def test_an_unfinished_array_is_told_from_a_finished_one(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert artparse(folder, "-f", "json", "-o", target, "-q").returncode == 0
    assert len(json.loads(target.read_bytes())) == 100
    assert not target.with_name("out.json.part").exists()


@unix
def test_telling_what_a_file_is_is_limited_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from artparse.running import articles, work

    (tmp_path / "a.txt").write_text(article(1), encoding="utf-8")
    (tmp_path / "b.txt").write_text(article(2), encoding="utf-8")

    def too_long(head: bytes, name: str, input_format: str) -> bool:
        if name.endswith("a.txt"):
            signal.raise_signal(signal.SIGALRM)
        return False

    monkeypatch.setattr(work, "holds_many", too_long)
    first, second = articles.parse_paths([tmp_path], timeout=1000)
    assert isinstance(first, ErrorRecord) and first.error.kind == "timeout"
    assert not isinstance(second, ErrorRecord)


@unix
def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:

    from artparse.running.work import Options, Piece, record_of

    os.mkfifo(tmp_path / "a.txt")
    record = record_of(Piece(str(tmp_path / "a.txt")), Options("auto", False, 1 << 20))
    assert isinstance(record, ErrorRecord)
    assert (record.error.kind, record.error.message) == ("unreadable", "is no file any more")


def test_a_database_among_the_inputs_is_none_of_them(tmp_path: Path) -> None:
    small_articles(tmp_path, 3)
    for _ in range(2):
        result = artparse(tmp_path, "-i", "text", "-o", f"{tmp_path}/x.db", "-j", "1")
        assert result.returncode == 0, result.stderr
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        assert database.execute("SELECT count(*) FROM errors").fetchone() == (0,)


def test_what_was_written_beside_inputs_is_no_input(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    small_articles(folder, 3)
    for output in ("out.jsonl", "quotes.csv", "records/", "pages/", "deep/more/out.json"):
        (folder / output).parent.mkdir(parents=True, exist_ok=True)
        form = ["-f", "html"] if output == "pages/" else ["-f", "json"] if output.endswith(".json") else []
        result = artparse(folder, "-o", f"{folder}/{output}", *form)
        assert result.stderr.decode().splitlines()[-1].startswith("artparse: 3 articles, 0 failed"), output
    result = artparse(folder)
    paths = sorted(record["source"]["path"] for record in records_of(result.stdout))
    assert paths == sorted(str(path) for path in (folder / "000").iterdir())
    assert b"4 written by artparse (" in result.stderr
    assert b"what artparse wrote is read where it is named)" in result.stderr
    # What is named is read, and so is a folder of nothing else.
    assert len(records_of(artparse(folder / "out.jsonl").stdout)) == 3
    assert len(records_of(artparse(folder / "records").stdout)) == 3


def test_one_small_document_is_held_to_its_memory_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from artparse.running import batch, pool
    from artparse.running.destination import itself
    from artparse.running.work import Options

    limits: list[int | None] = []

    class Watched(pool.Pool):
        def __init__(self, *arguments: Any, memory: int | None = None, **more: Any) -> None:
            limits.append(memory)
            super().__init__(*arguments, memory=memory, **more)

    monkeypatch.setattr(pool, "Pool", Watched)
    small_articles(tmp_path / "in", 1)
    for memory in (None, 1 << 30):
        options = Options("auto", False, 1 << 20)
        path = str(tmp_path / "in" / "000" / "000000.txt")
        (outcome,) = batch.outcomes([path], options, itself, jobs=1, timeout=60, memory=memory)
        assert outcome.failure is None
    assert limits == [1 << 30]


def test_a_document_that_takes_too_much_memory_costs_no_other(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    small_articles(tmp_path / "in", 3)
    long = "The bridge was built in a year, said the mayor. " * 600_000
    (tmp_path / "in" / "long.txt").write_text(long, encoding="utf-8")
    result = artparse(tmp_path / "in", "-j", "1", "--max-memory", "200", "-q")
    records = records_of(result.stdout)
    assert result.returncode == 1
    (error,) = [record for record in records if "error" in record]
    assert (error["source"]["path"], error["error"]["kind"]) == (str(tmp_path / "in" / "long.txt"), "crashed")
    assert "memory" in error["error"]["message"].lower()
    assert len(records) == 4


def test_less_memory_than_a_worker_has_taken_by_then(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    small_articles(tmp_path / "in", 2)
    result = artparse(tmp_path / "in", "-j", "1", "--max-memory", "1", "-q")
    assert result.returncode == 1
    assert [record["error"]["kind"] for record in records_of(result.stdout)] == ["crashed"] * 2
    assert b"Traceback" not in result.stderr


def who(piece: Piece) -> Outcome:
    """The process that is given a document, as its outcome."""
    return Outcome(piece.path, piece.record, None, os.getpid())


@pytest.mark.parametrize("worn", ["DOCUMENTS_PER_WORKER", "DOCUMENTS_PER_CHECK"])
def test_workers_are_replaced_before_they_are_worn(monkeypatch: pytest.MonkeyPatch, worn: str) -> None:
    """By how many documents they did, and by how much memory they keep; no document is lost or moved."""
    monkeypatch.setattr(pool, worn, 4)
    if worn == "DOCUMENTS_PER_CHECK":
        monkeypatch.setattr(pool, "_kept_by", lambda process: 1 + pool.MOST_KEPT)
    pieces = [Piece(f"{number}.txt") for number in range(18)]
    found = list(Pool(who, jobs=2, timeout=60).outcomes(pieces, lambda record: pytest.fail(str(record))))
    assert [outcome.path for outcome in found] == [piece.path for piece in pieces]
    did = Counter(outcome.content for outcome in found)
    assert max(did.values()) <= 4
    assert len(did) >= 5


@linux
def test_memory_that_a_worker_keeps_is_seen() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "held = bytes(range(256)) * 400_000; input()"], stdin=-1
    ) as run:
        least = 256 * 400_000
        while run.poll() is None and pool._kept_by(run.pid) < least:
            time.sleep(0.05)
        assert run.poll() is None
        run.kill()
