"""Records read back from JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse import Article, ArtparseError
from artparse.schema import schema
from support.batches import small_articles
from support.command import artparse as command
from support.command import records_of
from support.records import validate

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "fixtures/articles").glob("*.txt"))[::8]
SEED = next((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", [SEED, *ARTICLES], ids=lambda path: path.stem)
def test_a_record_comes_back_as_it_was(path: Path) -> None:
    article = artparse.parse_file(path, keep_text=True, explain=True)
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json(indent=None).encode()) == article


def set_(*steps: str | int, to: Any) -> Callable[[Any], None]:
    """A change of the value at the end of `steps`."""

    def change(record: Any) -> None:
        for step in steps[:-1]:
            record = record[step]
        record[steps[-1]] = to

    return change


def drop(*steps: str | int) -> Callable[[Any], None]:
    """The removal of the field at the end of `steps`."""

    def change(record: Any) -> None:
        for step in steps[:-1]:
            record = record[step]
        del record[steps[-1]]

    return change


WRONG = [
    (drop("title"), "title: is missing"),
    (drop("quotes", 3, "cue"), "quotes[3].cue: is missing"),
    (set_("colour", to=1), "colour: is no field of a record"),
    (set_("title", to=7), "title: a text was expected, not 7"),
    (set_("words", to=True), "words: a whole number was expected, not true"),
    (set_("words", to=-1), "words: must be at least 0, not -1"),
    (set_("quotes", 0, "kind", to="indirect"), "quotes[0].kind: must be one of direct, partial"),
    (set_("quotes", 0, "span", to=[5, 3]), "quotes[0].span: must begin at 0 or later"),
    (set_("quotes", 0, "span", to=[5]), "quotes[0].span: start and end"),
    (set_("quotes", 1, "confidence", to=1.5), "quotes[1].confidence: must be at most 1"),
    (set_("quotes", 1, "speaker_ids", to=[-1]), "quotes[1].speaker_ids: must be at least 0"),
    (set_("published", to="yesterday"), "published: is not of the form"),
    (set_("source", "sha256", to="ab"), "source.sha256: is not of the form"),
    (set_("sections", to={}), "sections: a list was expected"),
    (set_("sections", 0, "paragraphs", 0, to="words"), "sections[0].paragraphs[0]: an object was expected"),
    (set_("schema_version", to=1), "a record of version 1; this artparse reads version 2"),
    (drop("schema_version"), "no record of artparse's"),
]


@pytest.mark.parametrize(("change", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_wrong_record_is_refused_in_a_line(change: Callable[[Any], None], message: str) -> None:
    record = artparse.parse_file(SEED).to_dict()
    change(record)
    with pytest.raises(ArtparseError) as refused:
        Article.from_json(json.dumps(record))
    assert refused.value.kind == "broken"
    assert refused.value.message.startswith(message)
    assert "\n" not in refused.value.message


POINTING_NOWHERE = [
    (("quotes", 0, "speaker_ids"), [97], "quotes[0].speaker_ids[0]: is 97, but speakers has "),
    (("quotes", 2, "section"), 98, "quotes[2].section: is 98, but sections has "),
    (("quotes", 1, "section"), -1, "quotes[1].section: must be at least 0"),
    (("quotes", 1, "paragraph"), 99, "quotes[1].paragraph: is 99, but sections["),
    (("quotes", 1, "section"), None, "quotes[1].paragraph: is "),
    (("reports", 0, "speaker_ids"), [0, 97], "reports[0].speaker_ids[1]: is 97, but speakers has "),
    (("reports", 0, "section"), 98, "reports[0].section: is 98, but sections has "),
    (("speakers", 0, "quotes"), [0, 500], "speakers[0].quotes[1]: is 500, but quotes has "),
    (("speakers", 1, "reports"), [500], "speakers[1].reports[0]: is 500, but reports has "),
]


@pytest.mark.parametrize(
    ("steps", "value", "message"), POINTING_NOWHERE, ids=[row[-1] for row in POINTING_NOWHERE]
)
def test_an_index_that_points_nowhere_is_refused_in_a_line(
    tmp_path: Path, steps: tuple[str | int, ...], value: Any, message: str
) -> None:
    record = artparse.parse_file(SEED).to_dict()
    set_(*steps, to=value)(record)
    with pytest.raises(ArtparseError) as refused:
        Article.from_json(json.dumps(record))
    assert refused.value.kind == "broken"
    assert refused.value.message.startswith(message)


def test_the_command_tells_of_an_index_that_points_nowhere(tmp_path: Path) -> None:
    record = artparse.parse_file(SEED).to_dict()
    set_("quotes", 0, "speaker_ids", to=[97])(record)
    (tmp_path / "bad.json").write_text(json.dumps(record), encoding="utf-8")
    result = command(tmp_path / "bad.json", "-f", "csv", "-q")
    assert result.returncode == 1
    assert b"bad.json: quotes[0].speaker_ids[0]: is 97, but speakers has" in result.stderr.replace(
        b", record 1", b""
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '"words"', "[" * 100_000, b"\xff\xfe\x00"])
def test_what_is_no_record_is_refused(text: str | bytes) -> None:
    with pytest.raises(ArtparseError):
        Article.from_json(text)


def test_an_error_record_is_no_article() -> None:
    error = {"source": {"path": "a.txt", "record": None}, "error": {"kind": "empty", "message": "empty"}}
    validate(error)
    with pytest.raises(ArtparseError, match="failed input"):
        Article.from_json(json.dumps(error))


def test_every_keyword_of_the_constraints_is_checked() -> None:
    """A keyword that the schema gained would else be passed over when records are read back."""
    known = {"minimum", "maximum", "minItems", "pattern", "items", "const", "type"}

    def keywords(value: Any) -> set[str]:
        if not isinstance(value, dict):
            return set()
        return set(value) | {word for inner in value.values() for word in keywords(inner)}

    from artparse.schema import CONSTRAINTS

    assert {word for limits in CONSTRAINTS.values() for word in keywords(limits)} <= known
    assert schema()["$defs"]


def test_records_are_written_again_as_they_stand(tmp_path: Path) -> None:
    one = command(SEED, "--text", "-q").stdout
    saved = tmp_path / "saved.json"
    saved.write_bytes(one)
    assert command(saved, "-i", "records", "-q").stdout == one
    assert command(saved, "-i", "records", "-q", "-o", tmp_path / "page.html").returncode == 0
    assert (tmp_path / "page.html").read_bytes().lower().startswith(b"<!doctype html>")


def test_a_broken_record_is_one_error_and_the_others_go_on(tmp_path: Path) -> None:
    article = artparse.parse_file(SEED).to_json(indent=None)
    saved = tmp_path / "saved.jsonl"
    saved.write_text(f'{article}\n{{"schema_version": 1}}\n7\n{article}\n', encoding="utf-8")
    result = command(saved, "-i", "records", "-q")
    assert result.returncode == 1
    records = records_of(result.stdout)
    assert [record.get("error", {}).get("kind") for record in records] == [None, "broken", "broken", None]
    assert b"saved.jsonl, record 2: a record of version 1; this artparse reads version 2" in result.stderr


def test_a_view_of_a_record_without_its_text_says_what_to_do(tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_bytes(command(SEED, "-q").stdout)
    result = command(saved, "-i", "records", "-f", "html", "-q")
    assert result.returncode == 1
    assert b"holds no source text, which this format shows; parse the article with --text" in result.stderr


def test_a_table_of_a_record_without_its_text_has_all_but_the_lines(tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_bytes(command(SEED, "-q").stdout)
    found = csv.DictReader(io.StringIO(command(saved, "-f", "csv", "-q").stdout.decode(), newline=""))
    whole = csv.DictReader(io.StringIO(command(SEED, "-f", "csv", "-q").stdout.decode(), newline=""))
    rows, wanted = list(found), list(whole)
    assert len(rows) > 8 and {row["line"] for row in rows} == {""}
    assert rows == [row | {"line": ""} for row in wanted]


ENDINGS = [
    ("a.jsonl", b'{"schema_version":2,'),
    ("a.json", b'{\n  "schema_version": 2,'),
    ("a.csv", b'"file",'),
    ("a.md", b"---"),
    ("a.HTML", b"<!doctype html>"),
    ("a.other", b'{\n  "schema_version": 2,'),
    ("a.sqlite", b"SQLite format 3"),
    ("a.parquet", b"PAR1"),
    ("a.xlsx", b"PK"),
    ("a.xml", b"<?xml"),
]


@pytest.mark.parametrize(("name", "start"), ENDINGS)
def test_the_ending_says_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    assert command(SEED, "-q", "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_the_summary_says_which_files_are_concerned(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    summary = tmp_path / "summary.json"
    result = command(SEED, tmp_path / "empty.txt", "-q", "--summary", summary)
    assert result.returncode == 1
    told = json.loads(summary.read_text(encoding="utf-8"))
    assert (told["parsed"], told["failed"], told["kept"]) == (1, 1, 0)
    assert told["errors"] == {"empty": [str(tmp_path / "empty.txt")]}
    assert told["options"]["input_format"] == "auto"
    unwritable = command(SEED, "--summary", tmp_path / "none" / "summary.json")
    assert unwritable.returncode == 2


@pytest.mark.slow
def test_paths_are_parsed_in_order_and_workers_end(tmp_path: Path) -> None:
    folder = small_articles(tmp_path / "in", 40)
    (tmp_path / "in" / "zz.txt").write_text("", encoding="utf-8")
    results = list(artparse.parse_paths([folder, SEED], jobs=2, site="The Ferry Post"))
    paths = [result.source.path for result in results]
    assert paths == [*sorted(map(str, folder.rglob("*.txt"))), str(SEED)]
    assert [type(result).__name__ for result in results[-2:]] == ["ErrorRecord", "Article"]
    assert isinstance(results[-1], Article)
    assert results[-1].site == "The Ferry Post"
    begun = artparse.parse_paths([folder], jobs=2)
    next(begun)
    begun.close()  # type: ignore[attr-defined]


def test_a_summary_does_not_overwrite_an_input(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(SEED.read_bytes())
    assert command(source, "--summary", source).returncode == 2
    assert source.read_bytes() == SEED.read_bytes()


def test_a_summary_is_no_second_output(tmp_path: Path) -> None:
    result = command(SEED, "-o", "a.json", "--summary", "./a.json", cwd=tmp_path)
    assert result.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_records_from_python(tmp_path: Path) -> None:
    article = artparse.parse_file(SEED, keep_text=True)
    saved = tmp_path / "saved.jsonl"
    saved.write_text(article.to_json(indent=None) + "\n", encoding="utf-8")
    assert list(artparse.parse_many(saved, input_format="records")) == [article]
    with pytest.raises(ArtparseError, match=r"Article\.from_json"):
        artparse.parse(article.to_json(), input_format="records")


def test_one_path_is_no_list_of_paths() -> None:
    """The letters of a path are paths, too: `/`, the whole disk."""
    with pytest.raises(TypeError, match=r"takes a list of paths, such as \['articles'\]"):
        next(artparse.parse_paths("articles"))


def test_the_summary_says_what_was_asked_for(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    summary = tmp_path / "summary.json"
    cases: list[tuple[list[str | Path], str, bool]] = [
        (["-o", tmp_path / "a.xlsx"], "xlsx", False),
        (["-o", tmp_path / "a.db", "--text"], "database", True),
        (["-o", tmp_path / "a.html"], "html", False),
        (["-f", "jsonl", "--text"], "jsonl", True),
    ]
    for arguments, form, keep_text in cases:
        assert command(SEED, "-q", "--summary", summary, *arguments).returncode == 0
        told = json.loads(summary.read_text(encoding="utf-8"))
        assert (told["format"], told["options"]["keep_text"]) == (form, keep_text), arguments
        assert "needs_text" not in told["options"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.pdf", "is written as JSON; its ending is that of no format"),
        ("z.xml.gz", "is written as JSON; its ending is that of no format"),
        ("a.json", None),
        ("a.xml", None),
        ("a.db", None),
        ("a", None),
    ],
)
def test_an_ending_of_no_format_is_told(tmp_path: Path, name: str, told: str | None) -> None:
    result = command(SEED, "-o", tmp_path / name)
    assert result.returncode == 0
    said = result.stderr.decode()
    assert f"{name}: {told}" in said if told else "is written as" not in said
    assert command(SEED, "-o", tmp_path / name, "-q").stderr == b""
