"""The command's inputs, outputs and messages, as users see them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

import artparse as library
from support.command import PATIENCE, SEED, artparse, command, complaint, environment, record_of, records_of

pty = pytest.importorskip("pty", reason="no pseudo-terminals on this platform")

ARTICLE = "The title of it\n\nBy Jane Doe\n\nThe first paragraph is a sentence that ends with a full stop.\n"
ESCAPE = b"\x1b["


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one in a subfolder, beside files of other kinds."""
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "deep.TXT").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def at_terminal(*arguments: str, given: bytes | None = None, **variables: str) -> bytes:
    """What the command prints at a terminal; standard input is the terminal too unless `given`."""
    outside, inside = pty.openpty()
    process = subprocess.Popen(
        [command(), *arguments],
        stdin=inside if given is None else subprocess.PIPE,
        stdout=inside,
        stderr=subprocess.PIPE,
        env=environment(**({"TERM": "xterm-256color"} | variables)),
    )
    os.close(inside)
    if given is not None:
        assert process.stdin
        process.stdin.write(given)
        process.stdin.close()
    printed = b""
    try:
        while chunk := os.read(outside, 65536):
            printed += chunk
    except OSError:  # The terminal's other end was closed: all is read.
        pass
    os.close(outside)
    assert process.wait(PATIENCE) == 0
    return printed.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (SEED,),
        (SEED, "-f", "csv", "--explain"),
        ("none.txt", "-", "-q"),
        ("--help",),
        (SEED, "--jobs", "none"),
    ],
)
def test_a_process_that_was_loaded_before_does_what_a_fresh_one_does(
    arguments: tuple[str | Path, ...],
) -> None:
    fresh = subprocess.run(
        [command(), *map(str, arguments)], input=b"A\n", capture_output=True, check=False, env=environment()
    )
    result = artparse(*arguments, given=b"A\n")
    assert (result.returncode, result.stderr) == (fresh.returncode, fresh.stderr)
    assert result.stdout == fresh.stdout


# One input


def test_a_file_gives_one_indented_object() -> None:
    result = artparse(SEED)
    assert result.returncode == 0
    assert result.stderr == b""
    record = record_of(result.stdout)
    assert record["source"]["path"] == str(SEED)
    assert record["text"] is None
    assert result.stdout.startswith(b'{\n  "schema_version": 2,\n')
    assert result.stdout.endswith(b"\n}\n")
    assert b'"breadcrumb": [0, 10]' in result.stdout


def test_the_record_is_that_of_the_library() -> None:
    assert record_of(artparse(SEED).stdout) == library.parse_file(SEED).to_dict()


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(arguments: tuple[str, ...]) -> None:
    result = artparse(*arguments, given=SEED.read_bytes())
    record = record_of(result.stdout)
    assert record["source"]["path"] == "-"
    assert record | {"source": None} == record_of(artparse(SEED).stdout) | {"source": None}


def test_one_line_for_one_file() -> None:
    result = artparse(SEED, "-f", "jsonl")
    assert records_of(result.stdout) == [record_of(artparse(SEED).stdout)]


def test_the_source_text_on_request() -> None:
    record = record_of(artparse(SEED, "--text").stdout)
    assert record["text"] == SEED.read_text(encoding="utf-8")
    start, end = record["spans"]["title"]
    assert record["text"][start:end] == record["title"]


def test_warnings_go_to_standard_error() -> None:
    result = artparse("-", given=b"Just some words.\n")
    codes = [warning["code"] for warning in record_of(result.stdout)["warnings"]]
    assert codes
    told = result.stderr.decode().splitlines()
    assert len(told) == len(codes)
    assert all(line.startswith("artparse: -: warning: ") for line in told)
    assert artparse("-", "--quiet", given=b"Just some words.\n").stderr == b""


# Many inputs


def test_a_folder_gives_a_line_for_each_article_in_order(folder: Path) -> None:
    result = artparse(folder)
    assert result.returncode == 0
    paths = [record["source"]["path"] for record in records_of(result.stdout)]
    assert paths == [str(folder / "a" / "deep.TXT"), str(folder / "b.txt")]
    told = result.stderr.decode().splitlines()
    assert told[0].startswith(f"artparse: {folder}: left out: 1 hidden, 1 of another type")
    assert told[1].startswith("artparse: 2 articles, 0 failed")
    assert len(told) == 2


def test_the_output_does_not_depend_on_how_many_were_found(folder: Path) -> None:
    (folder / "b.txt").unlink()
    assert len(records_of(artparse(folder).stdout)) == 1
    assert len(json.loads(artparse(folder, "-f", "json").stdout)) == 1


def test_quiet(folder: Path) -> None:
    assert artparse(folder, "-q").stderr == b""


def test_a_folder_as_an_array(folder: Path) -> None:
    result = artparse(folder, "--format", "json")
    assert json.loads(result.stdout) == records_of(artparse(folder).stdout)


def test_a_folder_with_every_type_of_file(folder: Path) -> None:
    result = artparse(folder, "-i", "text")
    assert result.returncode == 1
    assert [Path(record["source"]["path"]).name for record in records_of(result.stdout)] == [
        "deep.TXT",
        "b.txt",
        "picture.png",
    ]


def test_several_paths_keep_their_order(folder: Path) -> None:
    result = artparse(SEED, folder, "-", folder / "b.txt", given=ARTICLE.encode())
    paths = [record["source"]["path"] for record in records_of(result.stdout)]
    assert paths == [str(SEED), str(folder / "a/deep.TXT"), str(folder / "b.txt"), "-", str(folder / "b.txt")]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder)
    assert len(records_of(artparse(folder).stdout)) == 2


def test_folders_deeper_than_calls_can_nest(tmp_path: Path) -> None:
    # By the shell: Python's own functions for whole trees nest as deep as the tree.
    deep = "/".join("d" * 1200)
    subprocess.run(["mkdir", "-p", deep], cwd=tmp_path, check=True)
    subprocess.run(["cp", SEED, f"{deep}/a.txt"], cwd=tmp_path, check=True)
    result = artparse(tmp_path)
    subprocess.run(["rm", "-r", "d"], cwd=tmp_path, check=True)
    assert len(records_of(result.stdout)) == 1


# Outputs


def test_output_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    result = artparse(SEED, "-o", target)
    assert result.stdout == b""
    assert target.read_bytes() == artparse(SEED).stdout
    assert list(tmp_path.iterdir()) == [target]


def test_output_of_a_folder_to_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path.with_name("out.jsonl")
    artparse(folder, "--output", target)
    assert records_of(target.read_bytes()) == records_of(artparse(folder).stdout)


def test_output_to_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("target.json")
    artparse(SEED, "-o", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "target.json").read_bytes() == artparse(SEED).stdout


def test_output_to_a_device() -> None:
    assert artparse(SEED, "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("arguments", [(), ("-f", "jsonl")])
def test_lines_cannot_be_broken_and_terminals_not_steered(arguments: tuple[str, ...]) -> None:
    text = "A title\u2028of \x9b31m lines\u0085and \u202eturned\u202c words\n\nSome \x1b[31m words.\n"
    output = artparse("-", "--text", *arguments, given=text.encode()).stdout.decode()
    assert record_of(output.encode())["text"] == text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", output)


# Terminals


def test_colour_at_a_terminal() -> None:
    printed = at_terminal(str(SEED))
    assert ESCAPE in printed
    plain = re.sub(rb"\x1b\[[0-9;]*m", b"", printed)
    assert plain == artparse(SEED).stdout


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(variables: dict[str, str]) -> None:
    assert at_terminal(str(SEED), given=None, **variables) == artparse(SEED).stdout


def test_piped_input_at_a_terminal() -> None:
    assert ESCAPE in at_terminal(given=SEED.read_bytes())


def test_help_at_a_terminal_without_paths() -> None:
    assert at_terminal().startswith(b"Usage: artparse")


# Print and exit


def test_schema() -> None:
    result = artparse("--schema")
    assert result.returncode == 0
    from artparse.schema import schema

    assert json.loads(result.stdout) == schema()


def test_version() -> None:
    assert artparse("--version").stdout.decode() == f"artparse {library.__version__}\n"


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(option: str) -> None:
    result = artparse(option)
    assert result.returncode == 0
    assert result.stdout.startswith(b"Usage: artparse [OPTIONS] [PATHS]...")
    assert max(map(len, result.stdout.decode().splitlines())) <= 100


def test_nothing_at_all_is_an_empty_input() -> None:
    result = artparse()
    assert result.returncode == 1
    assert complaint(result) == "-: empty, not one byte in it"


# Options that would do nothing, or not what they say


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--timeout", "abc"], "'abc' is no number of seconds above 0, such as 30 or 0.5"),
        (["--timeout", "0"], "'0' is no number of seconds above 0"),
        (["--jobs", "two"], "'two' is no whole number above 0, such as 4"),
        (["--max-memory", "0"], "'0' is no whole number above 0"),
        (["--site", "{foo}"], "--site {foo}: the only name in braces that is known is {folder}, by itself"),
        (["--site", "The {folder}"], "is known is {folder}, by itself"),
        (["--removed"], "--removed is for -f pretty and markdown"),
        (["--removed", "-f", "html"], "--removed is for -f pretty and markdown"),
        (["-f", "csv", "-f", "json"], "is given csv and json; choose one"),
        (["-o", "a.json", "-o", "b.json"], "is given a.json and b.json; choose one"),
    ],
)
def test_what_an_option_cannot_do_is_wrong_usage(tmp_path: Path, options: list[str], words: str) -> None:
    result = artparse(SEED, *options, cwd=tmp_path)
    assert result.returncode == 2
    assert words in complaint(result)
    assert list(tmp_path.iterdir()) == []


def test_a_format_given_twice_alike_is_given_once() -> None:
    assert artparse(SEED, "-f", "csv", "-f", "csv").stdout.startswith(b'"file"')


def test_a_file_that_is_not_what_its_name_says_is_told(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    result = artparse(SEED, "-f", "csv", "-o", target)
    assert complaint(result) == f"{target}: is written as csv, whatever its name says"
    assert target.read_bytes().startswith(b'"file"')
    assert artparse(SEED, "-f", "csv", "-o", target, "-q").stderr == b""


def test_a_field_to_keep_that_no_record_has_is_told(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text(
        f'{{"text": {json.dumps(ARTICLE)}, "desk": 1}}\n{{"text": {json.dumps(ARTICLE)}}}\n', encoding="utf-8"
    )
    told = artparse(source, "--keep", "desk", "--keep", "dsek").stderr.decode().splitlines()
    assert [line for line in told if "--keep" in line] == [
        "artparse: --keep dsek: no record has a field of that name"
    ]
    assert artparse(source, "--keep", "dsek", "-q").stderr == b""
