"""TEI: valid against TEI P5's own schema, and what it says is what the record says."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

import artparse as library
from artparse.article import Article, Phrase, Quote, Report
from artparse.writing.tei import alone, in_corpus
from support.command import SEED, artparse
from support.fixtures import names
from support.views import hostile, made, seed

pytestmark = pytest.mark.slow  # Its schema takes long to load.

FIXTURES = Path(__file__).parents[1] / "fixtures"
INPUTS = sorted(
    path
    for path in (FIXTURES / "inputs").iterdir()
    if path.suffix in (".html", ".md", ".eml", ".mbox", ".jsonl", ".txt", ".docx", ".rtf")
)
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """TEI P5, all of it (`tei_all`), as the TEI Consortium publishes it."""
    with gzip.open(FIXTURES / "tei" / "tei_all.rng.gz") as file:
        return etree.RelaxNG(etree.parse(file))


def valid(data: bytes | None, schema: etree.RelaxNG) -> etree._Element:
    """The root of a valid document whose pointers lead somewhere."""
    assert data
    root = etree.fromstring(data)
    assert schema.validate(root), schema.error_log.last_error
    identifiers = [element.get(ID) for element in root.iter(etree.Element) if element.get(ID)]
    assert len(identifiers) == len(set(identifiers))
    for element in root.iter(etree.Element):
        for name in ("who", "prev"):
            for pointer in element.get(name, "").split():
                assert pointer.removeprefix("#") in identifiers
    return root


def test_every_fixture_is_valid(schema: etree.RelaxNG) -> None:
    """One test for all of them: the schema takes longer to read than all articles."""
    for name in names():
        article = library.parse_file(FIXTURES / "articles" / f"{name}.txt", keep_text=True)
        root = valid(alone(article), schema)
        blocks = {f"{TEI}{kind}" for kind in ("p", "item", "ab")}
        body = root.find(f"{TEI}text/{TEI}body")
        assert body is not None
        words = ["".join(element.itertext()) for element in body.iter() if element.tag in blocks]
        wanted = [one.text for section in article.sections for one in section.paragraphs]
        assert [" ".join(one.split()) for one in words if one] == [" ".join(one.split()) for one in wanted]
        both: list[tuple[str, Sequence[Quote | Report]]]
        both = [("quote", article.quotes), ("report", article.reports)]
        for kind, said in both:
            for i, part in enumerate(said):
                pieces = [
                    element
                    for element in body.iter(f"{TEI}said")
                    if str(element.get(ID)).partition(".")[0] == f"{kind}-{i + 1}"
                ]
                if part.section is None and not article.spans.title:
                    continue  # In a title that stands in metadata only.
                text = "".join("".join(piece.itertext()) for piece in pieces)
                # Pieces of a report may have other words, or a line break, between them.
                assert "".join(part.text.split()) in "".join(text.split()), (name, part.text)
                ids = " ".join(f"#speaker-{number + 1}" for number in part.speaker_ids)
                assert {piece.get("who", "") for piece in pieces} == {ids}
    for path in INPUTS:
        for record in library.parse_many(path, keep_text=True):
            if isinstance(record, Article):
                valid(alone(record), schema)


def test_odd_articles_are_valid(schema: etree.RelaxNG) -> None:
    valid(alone(hostile()), schema)
    valid(
        alone(made("A title", [("code", "a\tb \x01\ufffe<c>\n  d & e"), ("list_item", "One.")], [], [])),
        schema,
    )
    empty = replace(
        seed(), sections=(), quotes=(), speakers=(), title=None, site="A & B", keywords=("a", "<")
    )
    valid(
        alone(replace(empty, published="2025-04-23T09:10", modified="2025-02-30", license="no link <")),
        schema,
    )


def test_a_corpus_is_valid(schema: etree.RelaxNG, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(SEED.read_bytes())
    (tmp_path / "c.txt").write_bytes(b"")
    target = tmp_path / "out.xml"
    assert artparse(tmp_path, "-o", target, "-q").returncode == 1
    root = valid(target.read_bytes(), schema)
    assert (root.tag, len(root.findall(f"{TEI}TEI"))) == (f"{TEI}teiCorpus", 2)


def test_a_quote_is_said_by_its_speaker() -> None:
    root = etree.fromstring(alone(seed()) or b"")
    said = root.find(f".//{TEI}said[@direct='true']")
    assert said is not None and said.text == "“Stopping the killing is task number one.”"
    (person,) = [one for one in root.iter(f"{TEI}person") if f"#{one.get(ID)}" == said.get("who")]
    assert [one.text for one in person] == ["Volodymyr Zelensky", "Zelensky", "Ukrainian President"]


def test_a_report_in_pieces_and_a_clause_around_a_quote(schema: etree.RelaxNG) -> None:
    words = "The dam, said Berg, is safe. She may “walk away” from it, she said."
    article = made("A title of it", [("paragraph", words)], [("walk away", "said", "She", 0)], ["Anna Berg"])
    text = article.text or ""

    def phrase(part: str) -> Phrase:
        return Phrase(part, (text.index(part), text.index(part) + len(part)))

    pieces = (phrase("The dam").span, phrase("is safe").span)
    common = dict.fromkeys(("mention", "cue", "decided_by"))
    report = Report(
        text="The dam is safe", spans=pieces, speaker="Anna Berg", speaker_ids=(0,), utterance=1,
        section=0, paragraph=0, confidence=0.5, **common,
    )  # fmt: skip
    (quote,) = article.quotes
    quote = replace(quote, kind="partial", clause=phrase("She may “walk away” from it"))
    article = replace(article, quotes=(quote,), reports=(report,))
    root = valid(alone(article), schema)
    said = ["".join(one.itertext()) for one in root.iter(f"{TEI}said")]
    assert said == ["The dam", "is safe", "She may “walk away” from it"]
    assert [one.text for one in root.iter(f"{TEI}quote")] == ["“walk away”"]
    assert in_corpus(article) != alone(article)
