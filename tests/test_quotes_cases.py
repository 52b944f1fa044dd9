"""Hard patterns of quoting and naming, one short article each (`fixtures/quotes/cases.txt`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from artparse.quotes import Passage, attribute

CASES = Path(__file__).parent.parent / "fixtures" / "quotes" / "cases.txt"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    why: str
    language: str
    known: str | None
    article: str
    expected: list[tuple[str | None, str]]


def read_cases() -> list[Case]:
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        heading, _, rest = block.partition("\n")
        name, _, why = heading.partition(": ")
        body, _, table = rest.partition("\n---")
        options = dict(re.findall(r"^\((language|known): (.*)\)\n", body, re.M))
        article = re.sub(r"^\((?:language|known): .*\)\n", "", body, flags=re.M).strip()
        rows = [line.split(" | ", 1) for line in table.strip().split("\n") if line]
        expected = [(None if speaker == "-" else speaker, words) for speaker, words in rows]
        found.append(Case(name, why, options.get("language", "en"), options.get("known"), article, expected))
    return found


def passages_of(article: str) -> list[Passage]:
    spans = [m.span() for m in re.finditer(r"\S(?:.*?\S)??(?=\n\n|\Z)", article, re.S)]
    title, *body = spans
    return [
        Passage(title, "title", None, None),
        *(Passage(span, "paragraph", 0, number) for number, span in enumerate(body)),
    ]


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attribute(case.article, passages_of(case.article), case.language)
    assert [(q.speaker, q.text) for q in found.quotes] == case.expected, case.why


@pytest.mark.parametrize(
    ("authors", "speaker"),
    [(["Hannah Vale"], "Hannah Vale"), ([], None), (["Hannah Vale", "Sam Roe"], None), (["AFP"], None)],
)
def test_who_says_i(authors: list[str], speaker: str | None) -> None:
    article = "A box\n\nLast week we found the box. “Never,” I replied."
    found = attribute(article, passages_of(article), "en", authors)
    assert [q.speaker for q in found.quotes] == [speaker]


@pytest.mark.parametrize(("author", "speaker"), [("Ysolde Marsh", "Ysolde Marsh"), ("Staff Reporter", None)])
def test_a_last_name_tells_a_person(author: str, speaker: str | None) -> None:
    article = "A box\n\nLast week we found the box. “Never,” I replied."
    found = attribute(article, passages_of(article), "en", [author])
    assert [q.speaker for q in found.quotes] == [speaker]


@pytest.mark.parametrize("own", ["we", "they"])
def test_a_given_name_is_an_author_of_we(own: str) -> None:
    article = f"A box\n\nLast week {own} found the box. “Never,” said Hannah, who dug."
    found = attribute(article, passages_of(article), "en", ["Hannah Vale", "Sam Roe"])
    assert [q.speaker for q in found.quotes] == ["Hannah Vale" if own == "we" else "Hannah"]


@pytest.mark.parametrize(("authors", "speaker"), [(["Tom Frick"], None), ([], "Tom Frick")])
def test_who_says_i_is_no_he(authors: list[str], speaker: str | None) -> None:
    walk = "I follow a guide down the ladder. I am slow."
    said = "After a while he says “Keep left, and mind the light.”"
    article = f"A walk in the caves\n\nTom Frick\n\n{walk}\n\n{said}"
    found = attribute(article, passages_of(article), "en", authors)
    assert [quote.speaker for quote in found.quotes] == [speaker]


def test_there_are_enough_cases() -> None:
    assert len(read_cases()) >= 40


def test_heading_is_whose_sentence_has_its_words() -> None:
    said = "Warden Ruth Lane said there was no plan B.\n\n“It is wrong,” said Tom Hale."
    article = f"Pool to shut\n\n'No plan B'\n\n{said}"
    title, heading, *rest = passages_of(article)
    passages = [title, heading._replace(place="heading", paragraph=None), *rest]
    found = attribute(article, passages, "en")
    assert [(q.speaker, q.text) for q in found.quotes] == [
        ("Ruth Lane", "No plan B"),
        ("Tom Hale", "It is wrong,"),
    ]
