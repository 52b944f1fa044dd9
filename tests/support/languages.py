"""The invented articles in other languages, as tests and the benchmark read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from artparse.quotes import Passage

CASES = Path(__file__).parent.parent.parent / "fixtures" / "quotes" / "languages.txt"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    why: str
    known: str | None
    article: str
    expected: list[tuple[str | None, str, str | None, str | None]]
    """Speaker, quoted words, words for the speaker, word that reports."""

    @property
    def language(self) -> str:
        return self.name.partition("_")[0]


def read_cases() -> list[Case]:
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        heading, _, rest = block.partition("\n")
        name, _, why = heading.partition(": ")
        known = re.match(r"\(known: (.*)\)\n", rest)
        body, _, table = rest[known.end() if known else 0 :].partition("\n---")
        rows = [[None if v == "-" else v for v in line.split(" | ")] for line in table.strip().split("\n")]
        expected = [(row[0], str(row[1]), row[2], row[3]) for row in rows]
        found.append(Case(name, why, known[1] if known else None, body.strip(), expected))
    return found


def passages_of(article: str) -> list[Passage]:
    """The title and the paragraphs."""
    title, *body = [m.span() for m in re.finditer(r"\S(?:.*?\S)??(?=\n\n|\Z)", article, re.S)]
    paragraphs = [Passage(span, "paragraph", 0, number) for number, span in enumerate(body)]
    return [Passage(title, "title", None, None), *paragraphs]


@dataclass(frozen=True, slots=True)
class Row:
    speaker: str | None
    mention: str | None
    text: str
    known: str | None

    @property
    def quoted(self) -> bool:
        """Whether anybody says the words in marks."""
        return self.speaker != "nobody"


def read_rows(name: str) -> list[Row]:
    """The one-row cases of `fixtures/quotes/NAME`."""
    found: list[Row] = []
    known = None
    for line in (CASES.parent / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("(known: "):
            known = line.removeprefix("(known: ").rstrip(")")
        elif line and not line.startswith("#"):
            speaker, mention, text = line.split(" | ")
            found.append(
                Row(None if speaker == "-" else speaker, None if mention == "-" else mention, text, known)
            )
            known = None
    return found
