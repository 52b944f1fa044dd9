"""A forum's thread on a web page, whose replies are of its body: it is read for them, as questions are.

Comments stand below an article of its own; a thread says that it is one: `Thread starter`, `Reply to thread`,
`4 posts • Page 1 of 1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain, takewhile

from artparse.data import load
from artparse.layout.labels import NOISE, Labels, LineLabel, first_of, placed
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of

LONGEST = 110
"""Code points of a line that says that the page is a thread, or that its replies end."""
LEAST_DATED = 80
"""Code points of a line of a reply that has a date; a shorter one says when somebody replied."""
LINKED = 0.5
"""Share of linked words from which on a line is a link."""


def is_thread(units: Sequence[Unit]) -> bool:
    """Whether a line says that the page is a forum's thread."""
    return any(_says(unit.text, "threads") for unit in units)


def with_replies(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels` of a thread, where the sentences below its first post are of the body up to what stands below
    the last one, and what names the thread again (`Re: …`) heads nothing.
    """
    result = list(labels)
    first = first_of(labels)
    replies = takewhile(lambda i: not _says(units[i].text, "thread_ends"), range(first + 1, len(units)))
    last = first
    for i in replies:
        last = i
        if result[i] in NOISE and _is_said(units[i]):
            result[i] = "paragraph"
        elif _says(units[i].text, "threads") or (result[i] == "heading" and units[i].text.startswith("Re: ")):
            result[i] = "between"
    return placed(
        [*result[: last + 1], *("after" if x in ("paragraph", "heading") else x for x in result[last + 1 :])]
    )


def _is_said(unit: Unit) -> bool:
    """Whether a line is a sentence of a reply."""
    said = unit.says
    return (
        said.is_sentence
        and unit.hints.links < LINKED
        and said.reason is None
        and (not said.dates or len(unit.text) >= LEAST_DATED)
        and not _says(unit.text, "threads")
    )


def _says(text: str, kind: str) -> bool:
    """Whether a line begins with a phrase of a kind, whatever numbers are in it."""
    if len(text) > LONGEST:
        return False
    words = [word for word in words_of(text) if not word.isdigit()]
    if not words or words[0] not in (phrases := _phrases(kind)):
        return False
    return any(tuple(words[: len(phrase)]) == phrase for phrase in phrases[words[0]])


@cache
def _phrases(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a kind by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in chain.from_iterable(load("comments")[kind].values()):
        words = tuple(words_of(phrase))
        found.setdefault(words[0], []).append(words)
    return found
