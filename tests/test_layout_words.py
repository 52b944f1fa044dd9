"""Words and signs by tables of bytes are those of regular expressions."""

from __future__ import annotations

import re

import pytest

from artparse.layout.lines.words import PORTION, folded, letters_of, parted, words_of

TEXTS = [
    "Plain words, 12 of them: e-mail A_B (c) 3.5",
    "Größe über „alles“ – 5 € l’été ﬁn",
    "Żółw idzie: 3 maja 2024 r.",
    "日本語の文。Tokyo 2024",
    "x² ½ ª º µ ˆ ƒ Ÿ Œuvre",
    "",
]


@pytest.mark.parametrize("text", [*TEXTS, "".join(map(chr, range(0x20, 0x2200)))])
def test_words_as_by_expression(text: str) -> None:
    words, signs, _ = parted(text)
    assert words == words_of(text) == re.findall(r"\w+", text.lower())
    assert not any(sign.isalpha() or sign == " " for sign in signs)
    for sign in ".,:„“–€。0123456789":
        assert signs.count(sign) == text.count(sign)


@pytest.mark.parametrize("text", TEXTS[:4])
def test_letters_as_by_expression(text: str) -> None:
    assert letters_of(text) == re.findall(r"[^\W\d_]+", text.casefold())


@pytest.mark.parametrize(
    "text", ["  a \t b\n", "word  and\tword, " * (PORTION // 8), "a" * 3 * PORTION, " " * PORTION]
)
def test_folded(text: str) -> None:
    assert folded(text) == " ".join(text.split())
