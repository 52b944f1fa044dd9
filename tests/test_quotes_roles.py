"""The roles of speakers, whole and as printed (`speakers[].role`)."""

from __future__ import annotations

import pytest

from artparse.quotes import Passage, attribute
from test_quotes_cases import passages_of


def role_in(article: str, language: str = "en") -> str | None:
    found = attribute(article, passages_of(article), language)
    return next(speaker.role for speaker in found.speakers if speaker.name == "Ann Roe")


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("“It holds,” said operations director Ann Roe.", "operations director"),
        ("Operations director Ann Roe said: “It holds.”", "Operations director"),
        ("“It holds,” said senior food editor Ann Roe.", "senior food editor"),
        ("“It holds,” said Acme green pipelines executive Ann Roe.", "Acme green pipelines executive"),
        ("“It holds,” said retired harbour pilot Ann Roe.", "retired harbour pilot"),
        ("The film features director Ann Roe. “It holds,” Roe said.", "director"),
        ("Sam Pell grilled Acme chief Ann Roe. “It holds,” Roe said.", "Acme chief"),
        ("Without naming ousted minister Ann Roe, he left. “It holds,” Roe said.", "minister"),
        (
            "They joined hands and met deputy harbour director Ann Roe. “It holds,” Roe said.",
            "deputy harbour director",
        ),
        ("Only director Ann Roe stayed. “It holds,” Roe said.", "director"),
        ("They know what director Ann Roe wants. “It holds,” Roe said.", "director"),
        ("“It holds,” said outgoing mayor Ann Roe.", "outgoing mayor"),
        ("Few heard the complaints vs mayor Ann Roe. “It holds,” Roe said.", "mayor"),
        ("“It holds,” said Bureau of Tides senior engineer Ann Roe.", "Bureau of Tides senior engineer"),
    ],
)
def test_words_before_the_noun(sentence: str, role: str) -> None:
    assert role_in(f"The pier\n\n{sentence}") == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("“It holds,” said Gov. Ann Roe.", "Gov."),
        ("“It holds,” said State Sen. Ann Roe, who voted against it.", "State Sen."),
        ("Republican state Sen. Ann Roe said: “It holds.”", "Republican state Sen."),
        ("“It holds,” said Lt. Gov. Ann Roe.", "Lt. Gov."),
        ("“It holds,” said Sgt Ann Roe.", "Sgt"),
        ("“It holds,” said Dr. Ann Roe.", None),
        ("“It holds,” said Leader of the Council Ann Roe.", "Leader of the Council"),
        ("Leader of the council Ann Roe said: “It holds.”", "Leader of the council"),
        ("“It holds,” said Police and Crime Commissioner Ann Roe.", "Police and Crime Commissioner"),
        ("In the name of the council Ann Roe said: “It holds.”", None),
        ("A friend of the family Ann Roe said: “It holds.”", None),
    ],
)
def test_before_the_name(sentence: str, role: str | None) -> None:
    assert role_in(f"The pier\n\n{sentence}") == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("“It holds,” said Ann Roe, Design Lead for Acme Fonts.", "Design Lead for Acme Fonts"),
        (
            "“It holds,” said Ann Roe, senior fellow at the Tide Institute.",
            "senior fellow at the Tide Institute",
        ),
        ("“It holds,” said Ann Roe, a fellow traveller.", None),
        ("“It holds,” says Ann Roe, R.D.N., author of The Pier.", "author of The Pier"),
        ("“It holds,” said Ann Roe, PhD, 44, a professor of piers.", "professor of piers"),
        ("“It holds,” Ann Roe (head of piers) said.", "head of piers"),
        ("“It holds.” — Ann Roe, editor", "editor"),
        ("“It holds,” said Ann Roe, an expert in piers who leads the team.", "expert in piers"),
        ("“It holds,” said Ann Roe, the chief executive of Acme -- the firm.", "chief executive of Acme"),
        ("“It holds,” said Ann Roe, a former United States ambassador.", "former United States ambassador"),
        ("“It holds,” said Ann Roe, director of Acme Inc. The firm has grown.", "director of Acme Inc."),
        (
            "Ann Roe, director of Acme Inc. in Leith, said so. “It holds,” she said.",
            "director of Acme Inc. in Leith",
        ),
        ("“It holds,” said Ann Roe, swimming with a diver.", None),
        ("“It holds,” said Ann Roe, an adviser on legal affairs.", "adviser on legal affairs"),
        (
            "“It holds,” said Ann Roe, one of the harbour’s pilots and a diver.",
            "one of the harbour’s pilots and a diver",
        ),
        ("“It holds,” said Ann Roe (his teacher).", "teacher"),
        ("“It holds,” said Ann Roe (not a diver).", None),
    ],
)
def test_behind_the_name(sentence: str, role: str | None) -> None:
    assert role_in(f"The pier\n\n{sentence}") == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Her sister, Ann Roe, a harbour engineer, said: “It holds.”", "harbour engineer"),
        ("His wife Ann Roe, mayor of Leith, said so. “It holds,” she said.", "mayor of Leith"),
        ("Sam Pell’s sister, Ann Roe, said: “It holds.”", "Sam Pell’s sister"),
        ("The trust closed it. Its director, Ann Roe, said: “It holds.”", "director"),
        ("His lawyer, Ann Roe, said: “It holds.”", "lawyer"),
        ("His sister, Ann Roe, said: “It holds.”", "His sister"),
        ("Another resident, Ann Roe, said: “It holds.”", "resident"),
        ("Ann Roe, the sister of Sam Pell, said: “It holds.”", "sister of Sam Pell"),
        ("Her friend Ann Roe said: “It holds.”", "Her friend"),
        ("Friend Ann Roe said: “It holds.”", None),
        ("“It holds,” said Ann Roe, a man of the sea.", None),
        (
            "The army's chief spokesperson, Rear Admiral Ann Roe, said: “It holds.”",
            "army's chief spokesperson",
        ),
        ("“It holds,” said Rear Admiral Ann Roe.", "Rear Admiral"),
        ("Another officer, Captain Ann Roe, said: “It holds.”", "Captain"),
        ("“It holds,” said Democrat Ann Roe. Roe, a harbour pilot, left.", "harbour pilot"),
    ],
)
def test_an_office_first(sentence: str, role: str | None) -> None:
    assert role_in(f"The pier\n\n{sentence}") == role


@pytest.mark.parametrize(
    ("language", "sentence", "role"),
    [
        ("de", "„Er hält“, sagte Bürgermeisterin Ann Roe.", "Bürgermeisterin"),
        ("fr", "« Il tient », a dit la directrice Ann Roe.", "directrice"),
    ],
)
def test_other_languages_as_they_are_read(language: str, sentence: str, role: str | None) -> None:
    assert role_in(f"Ein Steg\n\n{sentence}", language) == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "“It holds,” said Ann Roe, a diver and the author of “The Pier”.",
            "diver and the author of “The Pier”",
        ),
        ("Nobody wrote it down until Tom’s daughter, Ann Roe, came. “It holds,” Roe said.", "Tom’s daughter"),
        ("In the car outside the dentist, Ann Roe said: “It holds.”", None),
    ],
)
def test_whose_daughter_and_what_she_wrote(sentence: str, role: str | None) -> None:
    assert role_in(f"The pier\n\n{sentence}") == role


def test_a_role_in_a_speaker_label() -> None:
    text = "HOST JOAN MARSH: Who built it?\n\nSAM PELL: We did.\n\nMARSH: When?\n\nPELL: Last year."
    spans = []
    for line in text.split("\n\n"):
        start = text.index(line)
        spans.append((start, start + len(line)))
    found = attribute(text, [Passage(span, "paragraph", 0, n) for n, span in enumerate(spans)], "en")
    assert [(s.name, s.role) for s in found.speakers] == [("Joan Marsh", "HOST"), ("Sam Pell", None)]


@pytest.mark.parametrize("role", ["the 's chairman of tides", "chief ' of piers", "the ’ chairman"])
def test_a_mark_that_stands_alone(role: str) -> None:
    assert role_in(f"The pier\n\n“It holds,” said Ann Roe, {role}.") == role.removeprefix("the ")
