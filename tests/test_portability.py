"""What other systems have otherwise than Linux, as far as it can be had here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

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


def test_no_two_files_differ_in_case_only() -> None:
    files = [
        str(path.relative_to(ROOT)).casefold()
        for folder in ("src", "tests", "fixtures", "docs", "training", "benchmarks", "seeds")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts
    ]
    assert [name for name, times in Counter(files).items() if times > 1] == []
