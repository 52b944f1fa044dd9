"""Which languages have reported speech."""

from __future__ import annotations


def has_reports(language: str | None) -> bool:
    """Whether reported speech is found in that language: in English, and where a pack declares it."""
    if language in (None, "en"):
        return True
    from artparse.quotes.languages.grammar import grammar_of  # No English text pays for it.

    grammar = grammar_of(language)
    return grammar is not None and grammar.switch("reported_form")
