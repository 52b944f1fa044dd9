"""Which languages have reported speech."""

from __future__ import annotations

from artparse.languages import packs


def has_reports(language: str | None) -> bool:
    """Whether reported speech is found in that language: where it was learnt, or a verb's form tells it."""
    return packs.switch(language, "learnt on") or packs.switch(language, "reported speech by form")
