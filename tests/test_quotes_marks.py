"""Quotation marks to stretches: one row for each style and each trap."""

from __future__ import annotations

import pytest

from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import find_stretches


def stretches(*paragraphs: str) -> tuple[list[str], int]:
    text = "\n\n".join(paragraphs)
    passages, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        passages.append(Passage((at, at + len(paragraph)), "paragraph", 0, number))
        at += len(paragraph) + 2
    found, unclosed = find_stretches(text, passages)
    return [text[s.start : s.end] for s in found], len(unclosed)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("He said, “Go home.”", ["Go home."]),
        ('He said, "Go home."', ["Go home."]),
        ("``Go home,'' he said.", ["Go home,"]),
        ("Er sagte: „Geh nach Hause.“", ["Geh nach Hause."]),
        ('Er sagte: „Geh nach Hause."', ["Geh nach Hause."]),
        ("Er sagte: »Geh nach Hause.«", ["Geh nach Hause."]),
        ("Il a dit : « Rentrez chez vous. »", ["Rentrez chez vous."]),
        ("‘Go home,’ he said.", ["Go home,"]),
        ("'Go home,' he said.", ["Go home,"]),
        ("'The players' union is strong,' he said.", ["The players' union is strong,"]),
        ("The players' union and the owners' club met.", []),
        ("Rock 'n' roll of the '90s isn't dead, 'cause it's fun.", []),
        ("“He told me, ‘Go home,’ twice,” she said.", ["He told me, ‘Go home,’ twice,", "Go home,"]),
        ("'He told me, \"Go home,\" twice,' she said.", ['He told me, "Go home," twice,', "Go home,"]),
        ('The board is 6" wide and 4" deep.', []),
        ('"The 12" record is back," he said.', ['The 12" record is back,']),
        ('A "first" and a "second" word.', ["first", "second"]),
        ('He said:"Go home."', ["Go home."]),
        ("It was “”.", []),
        ('His "private” notes and her “public letters.”', ["private", "public letters."]),
        ('His “private" notes and her "public letters."', ["private", "public letters."]),
        ('"We go home,” she said. “We rest."', ["We go home,", "We rest."]),
        ('“We go home," she said. "We rest.”', ["We go home,", "We rest."]),
        ('“We "go” home,” she said.', ['We "go']),
    ],
)
def test_marks(paragraph: str, expected: list[str]) -> None:
    assert stretches(paragraph)[0] == expected


def test_several_paragraphs() -> None:
    found, unclosed = stretches("“First of all,” she said. “We go.", "“Then we rest.", "“Then we leave.”")
    assert found == ["First of all,", "We go.", "Then we rest.", "Then we leave."]
    assert unclosed == 0


def test_unclosed() -> None:
    assert stretches("He said, “Go home.", "Nobody went.") == (["Go home."], 1)
