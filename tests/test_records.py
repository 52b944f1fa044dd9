"""Records read back from JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse import Article, ArtparseError
from artparse.schema import schema
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
