"""The language of a text, where the page declares one."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.lines.languages import language_of

DANISH = "Vognen står på sporet og venter på at føreren skal komme fra byen med brevene."
ENGLISH = "The boat goes to the island every day, and who wants to come has to buy a ticket."


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (DANISH, None, "no"),
        (DANISH, "da", "da"),
        (ENGLISH, "es", "en"),
        (DANISH, "en", "no"),
        ("Ja.", "da", None),
    ],
)
def test_of_two_languages_nearly_as_likely_it_is_the_declared_one(
    text: str, declared: str | None, language: str | None
) -> None:
    assert language_of(text, declared) == language


@pytest.mark.parametrize(("declared", "language"), [("da", "da"), ("en", "no")])
def test_a_page_declares_its_language(declared: str, language: str) -> None:
    page = f'<html lang="{declared}"><body><h1>Posten</h1><p>{DANISH}</p><p>{DANISH}</p></body></html>'
    assert artparse.parse(page).language == language
