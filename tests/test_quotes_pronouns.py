"""By which pronoun an article refers to a person (`speakers[].pronoun`)."""

from __future__ import annotations

import pytest

from artparse.quotes import attribute
from test_quotes_cases import passages_of


def pronouns_in(article: str, language: str = "en") -> dict[str, str | None]:
    found = attribute(article, passages_of(article), language)
    return {speaker.name: speaker.pronoun for speaker in found.speakers}


@pytest.mark.parametrize(
    ("article", "name", "pronoun"),
    [
        pytest.param(
            "The pier\n\n“It holds,” said Ruth Penhale. She has seen worse.", "Ruth Penhale", "she", id="she"
        ),
        pytest.param(
            "The pier\n\n“It holds,” said Wren Alder. His crew agreed.", "Wren Alder", "he", id="his"
        ),
        pytest.param("The pier\n\n“It holds,” said Mr Alder. “For now.”", "Alder", "he", id="mr"),
        pytest.param("The pier\n\nMs. Wren Alder said: “It holds.”", "Wren Alder", "she", id="ms-with-a-dot"),
        pytest.param("The pier\n\nSir Wren Alder said: “It holds.”", "Wren Alder", "he", id="sir"),
        pytest.param(
            "The pier\n\nLord Mayor Wren Alder said: “It holds.”", "Wren Alder", None, id="lord-mayor"
        ),
        pytest.param(
            "The pier\n\nMesdames waited. “It holds,” said Prof Wren Alder.", "Wren Alder", None, id="prof"
        ),
        pytest.param(
            "The pier\n\n“It holds,” said Ruth Penhale.", "Ruth Penhale", None, id="no-guess-from-a-name"
        ),
        pytest.param(
            "The pier\n\n“It holds,” said spokeswoman Wren Alder.",
            "Wren Alder",
            None,
            id="no-guess-from-a-role",
        ),
        pytest.param(
            "The pier\n\n“She is right,” said Wren Alder.", "Wren Alder", None, id="not-what-is-quoted"
        ),
        pytest.param(
            "The pier\n\nMs Alder said: “It holds.”\n\nMr Alder waited.", "Alder", None, id="titles-disagree"
        ),
        pytest.param(
            "The pier\n\n“It holds,” Wren Alder said. Alder met Sol Hask. He left.",
            "Wren Alder",
            None,
            id="two-whom-it-may-mean",
        ),
        pytest.param(
            "The pier\n\n“It holds,” Wren Alder said. Alder met Sol Hask. He also said: “It is dry.”",
            "Wren Alder",
            "he",
            id="subjects-that-speak-over-an-object",
        ),
        pytest.param(
            "The pier\n\nSol Hask saw Wren Alder. “It holds,” he said. “It holds,” Alder said.",
            "Wren Alder",
            None,
            id="over-an-object-to-a-subject-alone",
        ),
        pytest.param(
            "The pier\n\nWren Alder met a diver. “It holds,” he said. “It holds,” Alder said.",
            "Wren Alder",
            None,
            id="somebody-unnamed-whom-it-may-mean",
        ),
        pytest.param(
            "The pier\n\nWren Alder met Ruth Penhale. “It holds,” Alder said. He left.",
            "Wren Alder",
            "he",
            id="two-of-whom-it-may-mean-one",
        ),
        pytest.param(
            "The pier\n\nRobin Alder (they/them) said: “It holds.”",
            "Robin Alder",
            "they",
            id="stated-in-brackets",
        ),
        pytest.param(
            "The pier\n\nRobin Alder, who uses she/they pronouns, said: “It holds.”",
            "Robin Alder",
            "she",
            id="stated-in-a-clause",
        ),
        pytest.param(
            "The pier\n\nRobin Alder (xe/xem) said: “It holds.”", "Robin Alder", "other", id="other"
        ),
        pytest.param(
            "The pier\n\nRobin Alder (up/down) said: “It holds.”",
            "Robin Alder",
            None,
            id="other-words-with-a-slash",
        ),
        pytest.param(
            "The pier\n\nRobin Alder waited for his/her turn. “It holds,” said Alder.",
            "Robin Alder",
            None,
            id="his/her",
        ),
        pytest.param(
            "The pier\n\nHarlow Bank is growing. She is proud. “It holds,” Harlow Bank said.",
            "Harlow Bank",
            None,
            id="no-person",
        ),
    ],
)
def test_english(article: str, name: str, pronoun: str | None) -> None:
    assert pronouns_in(article)[name] == pronoun


@pytest.mark.parametrize(
    ("language", "article", "name", "pronoun"),
    [
        pytest.param(
            "de", "Der Steg\n\n„Er hält“, sagte Kim Alder. Sie lachte.", "Kim Alder", "she", id="sie"
        ),
        pytest.param("de", "Der Steg\n\n„Er hält“, sagte Herr Alder.", "Alder", "he", id="herr"),
        pytest.param(
            "de",
            "Der Steg\n\n„Er hält“, sagte Kim Alder, seine Stimme war rau.",
            "Kim Alder",
            None,
            id="sein",
        ),
        pytest.param(
            "de", "Der Steg\n\n„Er hält“, sagte Alder. Er stand da.", "Alder", None, id="things-are-he-too"
        ),
        pytest.param(
            "fr",
            "Le quai\n\n« Il tient », a dit Dominique Alder. Elle a ri.",
            "Dominique Alder",
            "she",
            id="elle",
        ),
        pytest.param("fr", "Le quai\n\n« Il tient », a dit Mme Alder.", "Alder", "she", id="mme"),
        pytest.param(
            "es", "El muelle\n\n«Aguanta», dijo Cruz Alder. Ella se rió.", "Cruz Alder", "she", id="ella"
        ),
        pytest.param(
            "es",
            "El muelle\n\n«Aguanta», dijo Cruz Alder. Luego añadió: «Bien».",
            "Cruz Alder",
            None,
            id="none",
        ),
        pytest.param("it", "Il molo\n\n«Tiene», ha detto la signora Alder.", "Alder", None, id="small-title"),
        pytest.param(
            "nl", "De pier\n\n„Hij houdt”, zei Robin Alder. Zij lachte.", "Robin Alder", "she", id="zij"
        ),
    ],
)
def test_other_languages(language: str, article: str, name: str, pronoun: str | None) -> None:
    assert pronouns_in(article, language)[name] == pronoun
