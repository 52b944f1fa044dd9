"""A text that comes without a page around it."""

from __future__ import annotations

from artparse.layout.body.bare import is_bare
from artparse.layout.lines.units import units_of
from artparse.reading import read

STORY = (
    "Crates fall, and nobody writes about it.",
    "We counted the ones that fell last year.",
    "There were nine (see below).",
    "Most of them had been packed by me.",
)
ARCHIVE = tuple(f"{month} ({count})" for count in (9, 12) for month in ("May", "June", "July", "August"))


def bare(*lines: str) -> bool:
    document = read("\n\n".join(lines).encode())
    return is_bare(units_of(document.text, document.blocks))


def test_sentences_stand_alone() -> None:
    assert bare("How to pack a crate", *STORY)


def test_the_counts_of_an_archive_end_no_sentences() -> None:
    assert not bare(*STORY, *ARCHIVE)
