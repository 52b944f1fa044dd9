"""Bad input, unwritable output, and runs that are cut short: a clear line and the right status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from support.command import (
    PATIENCE,
    SEED,
    artparse,
    command,
    complaint,
    environment,
    record_of,
    records_of,
    started,
)

pytestmark = pytest.mark.slow  # Each runs the command, many of them on many files.

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

BAD_FILES = [
    # name, content, kind, what the line says
    ("empty.txt", b"", "empty", "empty, not one byte in it"),
    ("white.txt", b" \r\n\t\f\xc2\xa0\n", "empty", "nothing in it but white space"),
    ("picture.txt", PNG, "binary", "not text: a PNG image"),
    ("nul.txt", b"A title\n\nSome words\0 and more.\n", "binary", "not text: it holds NUL bytes"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "broken", "a PDF that is damaged, cut off or locked"),
    ("letter.docx", b"PK\x03\x04\x14\x00", "broken", "a Word document that is damaged or cut off"),
    ("letter.odt.txt", b"PK\x03\x04\x14\x00", "unsupported", "Office document"),
    ("page.html", b"<!DOCTYPE html>\n<html><body> </body></html>", "empty", "nothing in it but white space"),
    ("page.txt.gz", b"\x1f\x8b\x08\x00", "broken", "cut off"),
    (
        "mail.eml",
        b"From: a@b.example\nSubject: a\nMIME-Version: 1.0\n\n",
        "empty",
        "an e-mail without a text",
    ),
]


@pytest.mark.parametrize(("name", "content", "kind", "message"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_a_file_that_is_no_article(
    tmp_path: Path, name: str, content: bytes, kind: str, message: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    result = artparse(bad)
    assert result.returncode == 1
    assert result.stdout == b""
    assert complaint(result).startswith(f"{bad}: ")
    assert message in complaint(result)

    result = artparse(bad, SEED, "-q")
    assert result.returncode == 1
    assert message in complaint(result)
    failed, parsed = records_of(result.stdout)
    assert failed["source"] == {"path": str(bad), "record": None}
    assert failed["error"]["kind"] == kind
    assert complaint(result) == f"{bad}: {failed['error']['message']}"
    assert parsed["title"]


def test_a_page_is_read_as_text_when_asked(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>\n<p>Some words that are a sentence.</p>\n</html>\n", encoding="utf-8")
    assert artparse(page, "-i", "text").returncode == 0


def test_a_missing_file(tmp_path: Path) -> None:
    result = artparse(tmp_path / "missing.txt")
    assert result.returncode == 1
    assert complaint(result) == f"{tmp_path}/missing.txt: no such file or folder"


@pytest.mark.parametrize(
    ("path", "message"),
    [("", "no such file or folder"), ("a" * 300, "cannot be read: File name too long")],
    ids=["no name", "long name"],
)
def test_a_path_that_cannot_be(path: str, message: str) -> None:
    result = artparse(path)
    assert result.returncode == 1
    assert complaint(result) == f"{path}: {message}"


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert complaint(artparse(tmp_path / "link.txt")).endswith("no such file or folder")
    assert "no articles" in complaint(artparse(tmp_path, "-q"))


@pytest.mark.parametrize(
    ("redirection", "status", "message"),
    [
        ("<&-", 1, "-: standard input is closed"),
        (">&- < /dev/null", 2, "standard output is closed"),
        ("< /dev/null 2>&-", 1, None),
    ],
)
def test_a_closed_stream(redirection: str, status: int, message: str | None) -> None:
    result = subprocess.run(
        ["sh", "-c", f'"$0" - {redirection}', command()], capture_output=True, check=False, env=environment()
    )
    assert result.returncode == status
    assert result.stdout == b""
    assert message is None or complaint(result) == message


def test_a_failed_input_in_an_array(tmp_path: Path) -> None:
    result = artparse(tmp_path / "missing.txt", SEED, "-f", "json", "-q")
    failed, parsed = json.loads(result.stdout)
    assert failed["error"]["kind"] == "missing"
    assert parsed["title"]


def test_a_name_that_breaks_lines(tmp_path: Path) -> None:
    result = artparse(tmp_path / "two\nlines\x1b[31m")
    assert complaint(result) == f"{tmp_path}/two\\nlines\\x1b[31m: no such file or folder"


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/m\xfcll.txt")
    Path(path).write_bytes(SEED.read_bytes())
    result = artparse(path, "-f", "jsonl")
    assert result.returncode == 0
    assert records_of(result.stdout)[0]["source"]["path"] == path


def test_a_folder_without_articles(tmp_path: Path) -> None:
    result = artparse(tmp_path, "-q")
    assert result.returncode == 1
    assert complaint(result).startswith(f"{tmp_path}: no articles in this folder")
    assert [record["error"]["kind"] for record in records_of(result.stdout)] == ["empty"]


def test_undecodable_bytes_are_replaced_and_told(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.txt"
    damaged.write_bytes("Ein schöner Titel\n\nEr sagte „Grüße“ \xff\xfe".encode() + b"\xff\xfe und ging.\n")
    result = artparse(damaged)
    assert result.returncode == 0
    record = record_of(result.stdout)
    codes = {warning["code"]: warning["message"] for warning in record["warnings"]}
    assert codes["undecodable_bytes"].startswith("2 bytes")
    assert "\ufffd" in record["body"] + str(record["title"]) + str(record["removed"])


@pytest.mark.parametrize(
    ("limit", "fits"), [("3k", False), ("3879", False), ("3880", True), ("0.004M", True), ("1GiB", True)]
)
def test_max_size(limit: str, fits: bool) -> None:
    assert SEED.stat().st_size == 3880
    for result in (
        artparse(SEED, "--max-size", limit),
        artparse("--max-size", limit, given=SEED.read_bytes()),
    ):
        assert result.returncode == (0 if fits else 1)
        if not fits:
            assert ": larger than " in complaint(result)
            assert "--max-size" in complaint(result)


def test_no_permission_to_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.txt").write_text("Some words.\n", encoding="utf-8")
    locked = tmp_path / "locked.txt"
    locked.write_text("Some words.\n", encoding="utf-8")
    locked.chmod(0)
    secret.chmod(0)
    try:
        result = artparse(locked, ordinary_user=True)
        if result.returncode == 0:
            pytest.skip("permissions do not hold for this user")
        assert result.returncode == 1
        assert complaint(result) == f"{locked}: no permission to read it"
        result = artparse(tmp_path, "-q", ordinary_user=True)
        assert [record["error"]["kind"] for record in records_of(result.stdout)] == ["unreadable"] * 2
    finally:
        secret.chmod(0o700)


# Outputs and usage: found before any work starts


@pytest.mark.parametrize("output", ["missing/out.json", "file.txt/out.json", "file.txt/out/", "a" * 300])
def test_an_output_that_cannot_be_written(tmp_path: Path, output: str) -> None:
    (tmp_path / "file.txt").write_text("Some words.\n", encoding="utf-8")
    result = artparse(SEED, "-o", f"{tmp_path}/{output}")
    assert result.returncode == 2
    assert result.stdout == b""
    assert complaint(result).startswith(f"{tmp_path}/{output}: ")
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_an_output_without_permission(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o400)
    result = artparse(SEED, "-o", target, ordinary_user=True)
    if result.returncode == 0:
        pytest.skip("permissions do not hold for this user")
    assert result.returncode == 2
    assert complaint(result) == f"{target}: cannot be written: no permission"
    assert target.read_text(encoding="utf-8") == "old"


def test_an_output_that_is_an_input(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Some words.\n", encoding="utf-8")
    result = artparse(article, "-o", f"{tmp_path}/./a.txt")
    assert result.returncode == 2
    assert "is an input" in complaint(result)
    assert article.read_text(encoding="utf-8") == "Some words.\n"


def test_nothing_parsed_leaves_the_old_output(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    assert artparse(tmp_path / "missing.txt", "-o", target).returncode == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nonsense",),
        ("-f", "xml"),
        ("-i", "word"),
        ("--max-size", "large"),
        ("--max-size", "0"),
        ("--max-size", "-1"),
        ("-o",),
        ("--jobs", "0"),
        ("--timeout", "0"),
        ("--resume",),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = artparse(SEED, *arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert complaint(result).endswith("(see artparse --help)")


# Runs that are cut short


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder that takes the command some seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number:04}.txt").symlink_to(SEED)
    return folder


def test_a_closed_pipe_ends_the_run_quietly(many: Path) -> None:
    process = subprocess.Popen(
        [command(), many, "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout and process.stderr
    assert process.stdout.readline().startswith(b'{"schema_version":2,')
    process.stdout.close()
    assert process.wait(PATIENCE) == 0
    assert process.stderr.read() == b""


def test_ctrl_c_ends_the_run_at_once_and_keeps_what_was_written(many: Path, tmp_path: Path) -> None:
    target, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    process = started(many, "-o", target)
    while not part.exists() or not part.stat().st_size:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.stderr
    assert process.wait(PATIENCE) == 130
    assert process.stderr.read().decode().splitlines() == [
        f"artparse: stopped; what was written is in {part}; --resume goes on"
    ]
    assert not target.exists()
    assert 0 < len(records_of(part.read_bytes())) < 2000


@pytest.mark.parametrize("handler", [signal.default_int_handler, signal.SIG_IGN], ids=["usual", "background"])
def test_ctrl_c_while_waiting_for_input(handler: signal.Handlers) -> None:
    """Also where the tests themselves ignore interrupts, as in the background of a shell."""
    before = signal.signal(signal.SIGINT, handler)
    try:
        process = started("-", stdin=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdin
    # The pipe takes 64 KiB: when more was written, the command is reading; then it waits for more.
    process.stdin.write(b"word " * 40_000)
    process.stdin.flush()
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert process.stderr
    assert process.stderr.read() == b"artparse: stopped\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [(), ("-o", "/dev/full")])
def test_a_full_disk(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [command(), SEED, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert result.returncode == 2
    assert complaint(result) == "output cannot be written: No space left on device"
