"""What readers wrote below an article is not of its body."""

from __future__ import annotations

import pytest

from artparse.layout.body.comments import announces_comments, without_comments
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import units_of
from artparse.reading import read

ARTICLE = (
    "The mill at Aldwick turns again",
    "The mill at Aldwick has ground its first sack of flour in sixty years, after volunteers spent three "
    "winters on its stones, its sails and a roof that had let in the rain since the war.",
    "They had the money from a lottery and from the parish, which held a fair each summer, and most of the "
    "oak came from one tree that a storm had felled on the common.",
)
BELOW = (
    "Hal Voss, 13 June 2023 at 9:14 am",
    "I carried sacks there as well, in the summer of the great flood, and the miller paid us in eggs.",
    "Reply",
    "My grandfather sold them the stones, and he always said that they would be used again one day.",
)


def kept(*lines: str) -> list[str]:
    """The lines that are of the body where the first is the headline, and all that are prose were of it."""
    document = read("\n\n".join(lines).encode())
    units = units_of(document.text, document.blocks)
    labels: list[LineLabel] = ["paragraph" if len(unit.text) > 60 else "between" for unit in units]
    labels[0] = "title"
    found = without_comments(units, labels)
    return [unit.text for unit, label in zip(units, found, strict=True) if label == "paragraph"]


@pytest.mark.parametrize(
    "above",
    [
        "2 Comments",
        "Comments (2)",
        "COMMENTS [2]",
        "Leave a comment",
        "Leave a Reply Cancel reply",
        "Reader comments",
        "Comments are closed.",
        "1 Comment",
    ],
)
def test_what_stands_below_the_line_above_comments_is_of_none(above: str) -> None:
    assert kept(*ARTICLE, above, *BELOW) == list(ARTICLE[1:])


def test_a_button_on_top_of_the_page_ends_nothing() -> None:
    assert kept(ARTICLE[0], "4 Comments", "13 June 2023", *ARTICLE[1:]) == list(ARTICLE[1:])


def test_a_line_in_the_article_that_only_speaks_of_comments_ends_nothing() -> None:
    assert kept(*ARTICLE, "Comments on the sails", *BELOW) == [*ARTICLE[1:], BELOW[1], BELOW[3]]


def test_a_button_in_the_article_ends_nothing() -> None:
    assert kept(*ARTICLE, "Comments", BELOW[1], BELOW[3]) == [*ARTICLE[1:], BELOW[1], BELOW[3]]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("7 Kommentare", True),
        ("Schreibe einen Kommentar", True),
        ("Aucun commentaire", True),
        ("Comentarios (12)", True),
        ("komentarze (0)", True),
        ("Kommentar", False),
        ("Comment on the mill", False),
        ("Comments on the sails", False),
        ("No comment, said the mayor", False),
    ],
)
def test_lines_above_comments(text: str, does: bool) -> None:
    assert announces_comments(text) is does


@pytest.mark.parametrize("answers", ["2 Answers", "1 Answer", "2 Antworten", "2 respuestas"])
def test_answers_to_a_question_are_no_comments(answers: str) -> None:
    lines = (*ARTICLE, "Add a comment", answers, BELOW[1], BELOW[0], "Add a comment", BELOW[3], BELOW[0])
    assert kept(*lines) == [*ARTICLE[1:], BELOW[1], BELOW[3]]


def test_what_answers_to_an_article_is_a_comment() -> None:
    lines = (*ARTICLE, "2 Antworten zu Die Mühle", "Kommentar schreiben", *BELOW)
    assert kept(*lines) == list(ARTICLE[1:])
