"""Posts, quoted lines and lines that sign the words above them, in text without markup."""

from __future__ import annotations

import pytest

import artparse
from artparse.article import ParagraphKind

LEAD = (
    "Ferry stuck on sandbank for a second night\n\n"
    "The ferry to Holm ran aground on Tuesday evening with forty people and a brass band on board.\n\n"
)
END = "\n\nThe band has agreed to play until the tide returns, which is expected on Thursday at noon.\n"


def kinds(middle: str) -> list[tuple[ParagraphKind, str]]:
    """Kind and text of the paragraphs between the first and the last."""
    article = artparse.parse(LEAD + middle + END)
    return [(p.kind, p.text) for section in article.sections for p in section.paragraphs][1:-1]


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        pytest.param(
            "We are afloat again by noon, promise. — Holm Ferries (@holmferries) July 2, 2024",
            [
                (
                    "blockquote",
                    "We are afloat again by noon, promise. — Holm Ferries (@holmferries) July 2, 2024",
                )
            ],
            id="post and signature on one line",
        ),
        pytest.param(
            "We are afloat again by noon, promise.\n\n— Holm Ferries (@holmferries) July 2, 2024",
            [
                (
                    "blockquote",
                    "We are afloat again by noon, promise. — Holm Ferries (@holmferries) July 2, 2024",
                )
            ],
            id="signature on a line of its own",
        ),
        pytest.param(
            "> We are afloat again by noon, and we promise it in writing this time.",
            [("blockquote", "> We are afloat again by noon, and we promise it in writing this time.")],
            id="a line quoted as in e-mails",
        ),
        pytest.param(
            "“The tuba is ballast now, and the best we ever had.”\n\n― Ida Lund, trombonist",
            [
                ("paragraph", "“The tuba is ballast now, and the best we ever had.”"),
                ("paragraph", "― Ida Lund, trombonist"),
            ],
            id="a signature under words in marks",
        ),
        pytest.param(
            "“The tuba is ballast now, and the best we ever had.” ― Ida Lund\n\n"
            "“We were promised a sandbank with a view.”― Pat Loomis, passenger",
            [
                ("paragraph", "“The tuba is ballast now, and the best we ever had.” ― Ida Lund"),
                ("paragraph", "“We were promised a sandbank with a view.”― Pat Loomis, passenger"),
            ],
            id="words in marks that are signed on their lines",
        ),
    ],
)
def test_what_is_set_off(middle: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(middle) == expected


def test_a_post_is_its_signer_speaking() -> None:
    article = artparse.parse(LEAD + "Afloat by noon, we promise.\n\n— Ida Lund (@ilund) July 2, 2024" + END)
    assert [(q.speaker, q.text) for q in article.quotes] == [("Ida Lund", "Afloat by noon, we promise.")]
    assert article.published is None


def test_the_last_line_may_sign_the_words_above_it() -> None:
    article = artparse.parse(
        "Words of the week\n\n“The bridge opens in June, whatever it takes.”\n― Ann Dahl, mayor\n\n"
        "“I shall believe it when I drive on it.”\n― Per Roe, bus driver\n"
    )
    assert [q.speaker for q in article.quotes] == ["Ann Dahl", "Per Roe"]
    assert article.removed == ()
