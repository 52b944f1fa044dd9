"""What other systems have otherwise than Linux, as far as it can be had here."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from artparse.running.batch import MOST_WITHOUT_WORKERS
from support.command import SEED, artparse, environment, record_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "artparse"
DATA = (".json", ".txt", ".sql", ".css", ".js", ".html", ".jinja", ".py")
RUN = "import sys; sys.argv[0] = 'artparse'; from artparse.command import main; sys.exit(main())"


def python(code: str, *arguments: str | Path, **variables: str) -> bytes:
    """What the command prints when Python runs `code` in its place."""
    result = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment(**variables),
    )
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


@pytest.mark.parametrize("output", ["out.jsonl", "out.json", "out.csv", "out.db", "out/"])
def test_no_file_is_opened_in_the_encoding_of_the_machine(tmp_path: Path, output: str) -> None:
    """An encoding that is not told is an error here; elsewhere it would be cp1252."""
    code = f"import warnings; warnings.simplefilter('error', EncodingWarning); {RUN}"
    python(code, SEED, "-o", f"{tmp_path}/{output}", PYTHONWARNDEFAULTENCODING="1")
    assert (tmp_path / output).exists()


def calls_without_encoding(code: str) -> Iterator[int]:
    """The lines of `code` that open a file as text and do not say in which encoding."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or any(k.arg in ("encoding", None) for k in node.keywords):
            continue
        match node.func, node.args:
            case ast.Attribute(attr="read_text"), []:
                yield node.lineno
            case ast.Attribute(attr="write_text"), [_]:
                yield node.lineno
            case ast.Name(id="open"), [_]:
                yield node.lineno
            case ast.Name(id="open"), [_, ast.Constant(value=str(mode)), *_] if "b" not in mode:
                yield node.lineno


@pytest.mark.parametrize("call", ["p.read_text()", "p.write_text('a')", "open(p)", "open(p, 'w')"])
def test_a_call_without_encoding_is_seen(call: str) -> None:
    assert [*calls_without_encoding(f"\n{call}")] == [2]
    assert [*calls_without_encoding(call.replace(")", ", encoding='utf-8')").replace("(,", "("))] == []


@pytest.mark.parametrize("folder", ["src", "tests", "training", "benchmarks", "docs", "fuzz"])
def test_no_script_or_test_opens_a_file_in_the_encoding_of_the_machine(folder: str) -> None:
    """Elsewhere a test's own file would be written in cp1252 and read as UTF-8."""
    paths = [path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts]
    assert paths
    assert [
        f"{path.relative_to(ROOT)}:{line}"
        for path in paths
        for line in calls_without_encoding(path.read_text(encoding="utf-8"))
    ] == []


@pytest.mark.parametrize("output_format", ["json", "jsonl", "pretty", "markdown", "csv", "html"])
def test_output_is_utf_8_where_the_terminal_is_not(output_format: str) -> None:
    printed = artparse(SEED, "-f", output_format).stdout
    assert printed and printed == python(RUN, SEED, "-f", output_format, PYTHONIOENCODING="cp1252")


def test_a_checkout_with_crlf_gives_the_same_record(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "artparse", ignore=shutil.ignore_patterns("__pycache__"))
    changed = 0
    for path in (tmp_path / "artparse").rglob("*"):
        if path.suffix in DATA:
            content = path.read_bytes()
            path.write_bytes(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
            changed += path.read_bytes() != content
    assert changed > 100
    printed = python(RUN, SEED, PYTHONPATH=str(tmp_path))
    there = python("import artparse; print(artparse.__file__)", PYTHONPATH=str(tmp_path))
    assert there.decode().strip().startswith(str(tmp_path))
    assert record_of(printed) == record_of(artparse(SEED).stdout)


@pytest.mark.parametrize("missing", ["fcntl", "resource", "termios", "pwd"])
def test_modules_of_unix_may_be_missing(tmp_path: Path, missing: str) -> None:
    target = tmp_path / "out.jsonl"
    python(f"import sys; sys.modules[{missing!r}] = None; {RUN}", SEED, SEED, "-o", target)
    assert target.read_bytes().count(b"\n") == 2


def test_workers_need_no_fork(tmp_path: Path) -> None:
    """Other systems start a worker as a process of its own."""
    folder, target = tmp_path / "articles", tmp_path / "out.jsonl"
    folder.mkdir()
    for number in range(MOST_WITHOUT_WORKERS + 2):
        shutil.copy(SEED, folder / f"{number}.txt")
    python(f"import os; os.fork = os.forkpty = None; {RUN}", folder, "-q", "--jobs", "2", "-o", target)
    assert target.read_bytes().count(b"\n") == MOST_WITHOUT_WORKERS + 2


def test_no_two_files_differ_in_case_only() -> None:
    files = [
        str(path.relative_to(ROOT)).casefold()
        for folder in ("src", "tests", "fixtures", "docs", "training", "benchmarks", "seeds")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts
    ]
    assert [name for name, times in Counter(files).items() if times > 1] == []
