"""How the command is found out about: help, manual page, completions, and what it says of wrong usage."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import artparse as library
from artparse.options import GROUPS, LAST_GROUP
from artparse.options import artparse as command
from artparse.running.progress import shown
from artparse.running.work import Outcome
from support.command import SEED, artparse, complaint, environment, records_of
from support.command import command as executable

pytestmark = pytest.mark.slow  # Runs the command with each page of its help.

SHARE = Path(__file__).parents[1] / "share"


def test_the_help_groups_the_options_by_purpose() -> None:
    printed = artparse("--help").stdout.decode()
    headings = re.findall(r"^(\S.*):\n  -", printed, flags=re.MULTILINE)
    assert headings == [*GROUPS, LAST_GROUP]
    for parameter in command.params:
        if parameter.param_type_name == "option":
            name = max(parameter.opts, key=len)
            assert len(re.findall(rf"^  (?:-\w, )?{name}\b", printed, flags=re.MULTILINE)) == 1, name


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("artparse --form", "--format"),
        ("artparse -f m", "markdown"),
        ("artparse --input-format war", "warc"),
        ("artparse --site X --re", "--resume --removed"),
    ],
)
def test_bash_completes(words: str, offered: str, tmp_path: Path) -> None:
    """With the script that a wheel installs, in a bash of its own."""
    script = SHARE / "bash-completion/completions/artparse"
    asked = f"""
        source {script}
        COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _artparse_completion artparse 2>/dev/null
        echo "${{COMPREPLY[@]}}"
    """
    path = f"{Path(executable()).parent}{os.pathsep}{os.environ['PATH']}"
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("needs bash")
    result = subprocess.run(
        [bash, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env=environment(PATH=path),
        cwd=tmp_path,
    )
    assert set(result.stdout.split()) == set(offered.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_other_shells_are_answered(shell: str) -> None:
    asked = environment(
        _ARTPARSE_COMPLETE=f"{shell}_complete",
        COMP_WORDS="artparse -f te",
        COMP_CWORD="2" if shell != "fish" else "te",
    )
    assert b"tei" in artparse(env=asked).stdout
    script = artparse(env=environment(_ARTPARSE_COMPLETE=f"{shell}_source")).stdout.decode()
    (file,) = (path for path in SHARE.rglob("*artparse*") if shell in str(path))
    assert script.split() == file.read_text(encoding="utf-8").split()


def test_the_manual_page_has_every_option() -> None:
    page = (SHARE / "man/man1/artparse.1").read_text(encoding="utf-8")
    for parameter in command.params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("-"):
                assert f"\\fB{option}\\fR".replace("-", r"\-").replace(r"\fB\-", r"\fB\-") in page, option
    groff = shutil.which("groff")
    if groff:
        result = subprocess.run(
            [groff, "-ww", "-man", "-Tutf8", "-z"], input=page.encode(), capture_output=True, check=True
        )
        assert result.stderr == b""


@pytest.mark.parametrize(
    "address", ["https://paper.example/a?b=1&c", "HTTP://paper.example", "ftp://a.example/b"]
)
def test_an_address_is_not_fetched(address: str) -> None:
    result = artparse(address)
    assert (result.returncode, result.stdout) == (1, b"")
    assert "nothing is fetched" in complaint(result)
    assert f"curl -sL {shlex.quote(address)} | artparse" in complaint(result)


def test_a_field_needs_a_format_that_has_fields(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"words": SEED.read_text(encoding="utf-8")}) + "\n", encoding="utf-8"
    )
    for paths in ((SEED,), (SEED, SEED), ("-i", "html", tmp_path / "a.jsonl")):
        result = artparse(*paths, "--field", "words")
        assert (result.returncode, result.stdout) == (2, b"")
        assert "--field" in complaint(result)
    assert artparse("--field", "words", given=SEED.read_bytes()).returncode == 2
    for paths in ((tmp_path / "a.jsonl",), (tmp_path,), (SEED, tmp_path / "a.jsonl")):
        result = artparse(*paths, "--field", "words", "-q")
        assert result.returncode == 0
        assert records_of(result.stdout)[-1]["title"].startswith("JD Vance")


def test_the_name_of_a_file_is_no_article() -> None:
    with pytest.warns(UserWarning, match="parse_file") as caught:
        library.parse("articles/file.txt")
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        library.parse("See it all in\n\narticles/file.txt")
        library.parse("This is all there is.")
    with pytest.raises(TypeError, match="parse_file"):
        library.parse(SEED)  # type: ignore[arg-type]


def test_the_bar_ends_full(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    done = [Outcome(f"{number}.txt", None, None, b"") for number in range(3)]
    assert list(shown(done, lambda: 3)) == done
    frame = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue()).replace("\r", "\n").split("\n")
    last = [line for line in frame if "documents" in line][-1]
    assert "3 of 3 inputs, 3 documents" in last
    assert re.match("━{40} ", last)
