"""The invented articles in other languages, as tests and the benchmark read them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from artparse.article import Quote
from artparse.quotes import Passage

CASES = Path(__file__).parent.parent.parent / "fixtures" / "quotes" / "languages.txt"
UNREAD = CASES.with_name("unread.txt")
"""Of languages that have no pack."""


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


def read_cases(path: Path = CASES) -> list[Case]:
    found = []
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
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
class Told:
    """An article each of whose quotes has its speaker behind it in braces (`fixtures/quotes/news.txt`)."""

    name: str
    why: str
    known: str | None
    article: str
    expected: list[tuple[tuple[int, int], str | None]]
    """Where the words are, from their opening mark on, and whose they are."""

    @property
    def language(self) -> str:
        return self.name.partition("_")[0]

    def wrong(self, found: Iterable[Quote]) -> list[str]:
        """What of the quotes found is not as it should be, in words."""
        quotes, told = list(found), []
        for (start, end), speaker in self.expected:
            here = [q for q in quotes if q.span[0] < end and start < q.span[1]]
            quotes = [q for q in quotes if q not in here]
            told += [] if here else [f"missed: {self.article[start:end]}"]
            told += [f"{q.speaker} for {speaker}: {q.text}" for q in here if q.speaker != speaker]
        return told + [f"nobody's: {q.text}" for q in quotes]


OPENING = {"»": "«", "”": "“„", "’": "‘", '"': '"', "'": "'"}
"""Closing mark to those that may open such words; others are open from a dash or their line's start on."""


def read_told(file: str = "news.txt") -> list[Told]:
    found = []
    for block in (CASES.parent / file).read_text(encoding="utf-8").split("\n=== ")[1:]:
        heading, _, rest = block.partition("\n")
        name, _, why = heading.partition(": ")
        known = re.match(r"\(known: (.*)\)\n", rest)
        article, expected = "", []
        for words, who in re.findall(
            r"([^{}]*)(?:\{([^{}]*)\}|$)", rest[known.end() if known else 0 :].strip()
        ):
            article += words
            if who:
                last = article[-1]
                opened = [article.rfind(mark, 0, len(article) - 1) for mark in OPENING.get(last, "—\n")]
                expected.append(((max(opened), len(article)), None if who == "-" else who))
        found.append(Told(name, why, known[1] if known else None, article, expected))
    return found


def counts_of(case: Told, found: Iterable[Quote]) -> Counter[str]:
    """Of an article: quotes, those missed, those found that are nobody's, those with the right speaker."""
    wrong = Counter(told.partition(":")[0] for told in case.wrong(found))
    missed, extra = wrong["missed"], wrong["nobody's"]
    named = len(case.expected) - missed - (wrong.total() - missed - extra)
    return Counter(articles=1, quotes=len(case.expected), missed=missed, extra=extra, named=named)


def f1_of(counts: Counter[str], kind: str) -> float:
    """Found F1 where `kind` is `found`, or named F1."""
    right = counts["named"] if kind == "named" else counts["quotes"] - counts["missed"]
    return 200 * right / (2 * counts["quotes"] - counts["missed"] + counts["extra"])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A short piece with whose its last words in marks are (`fixtures/quotes/sentences.txt`)."""

    language: str
    speaker: str | None
    text: str
    known: str | None

    @property
    def quoted(self) -> bool:
        return self.speaker != "nobody"


def read_pieces() -> list[Sentence]:
    found, known = [], None
    for line in (CASES.parent / "sentences.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("(known: "):
            known = line.removeprefix("(known: ").rstrip(")")
        elif line and not line.startswith("#"):
            language, speaker, text = line.split(" | ")
            found.append(Sentence(language, None if speaker == "-" else speaker, text, known))
            known = None
    return found


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
