"""Which languages have reported speech."""

from __future__ import annotations


def has_reports(language: str | None) -> bool:
    """Whether reported speech is found in texts of that language: so far only in English."""
    return language in (None, "en")
