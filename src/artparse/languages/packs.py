"""The one loader of the packs: their word lists, and what `pack.txt` declares of a language.

No stage knows a language's name: it asks the pack whether something is so of the language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

FOLDER = os.path.dirname(__file__)
DEFAULT = "en"
"""The language of a text that tells none."""

SWITCHES: Mapping[str, str] = {
    "learnt on": "The models were learnt on this language, so that its texts are read as they stand.",
    "nouns have capitals": "A capital alone makes no name of a word.",
    "subject may be missing": "A verb of saying may stand without a word for who says it.",
    "particles join names": 'A small word such as "de" joins what stands on both sides of it to one name.',
    "dashes open speech": "A paragraph that a dash opens is speech.",
    "reported speech by form": "The form of a verb tells that a sentence is somebody else's words.",
    "month before day": "Dates in figures may have the month first.",
}
"""What a pack declares, each `yes` or `no`, and what that means."""


def path_of(code: str, name: str) -> str:
    """A file of a language's pack, there or not."""
    return os.path.join(FOLDER, code, name)


def codes() -> list[str]:
    """The languages that have a pack."""
    return sorted(code for code in os.listdir(FOLDER) if os.path.isfile(path_of(code, "pack.txt")))


def lines(path: str) -> list[str]:
    """The lines of a file that are no comments."""
    return [line for line in text_of(path).split("\n") if line and line[0] != "#"]


def text_of(path: str) -> str:
    """What a file has in it."""
    with open(path, "rb", buffering=0) as file:  # There are many such files, and all are short.
        return file.read().decode().replace("\r\n", "\n")


@cache
def declared(code: str) -> Mapping[str, str]:
    """What a pack declares; nothing where there is none."""
    path = path_of(code, "pack.txt")
    if not code.isalpha() or not os.path.isfile(path):
        return {}
    rows = (line.partition(":") for line in lines(path))
    return {name.strip(): value.strip() for name, _, value in rows}


def switch(code: str | None, name: str) -> bool:
    """Whether something is so of a language; of one without a pack nothing is."""
    return declared(code or DEFAULT).get(name) == "yes"
