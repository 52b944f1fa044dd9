"""Trails whose steps a copied page runs together: `HomeSportFootballCity win the cup again`."""

from __future__ import annotations

import re
from functools import cache

from artparse.data import phrases
from artparse.patterns import pattern

LEAST_HEADLINE = 3
"""Words of what is not a step but the headline, at the end of a trail."""
LONGEST_NAME = 20
"""Code points of the name of a first page, at most."""
LONGEST_STEP = 40
"""Code points of a step that is not the last."""
ARROWS = (" > ", " » ", " › ", " → ", " / ", " >> ")
"""What stands between the steps of a printed trail."""
LONGEST_STEPS = 160
"""Code points of the steps before it."""

_BORDER = pattern(r"(?<=[^\W\d_])(?=[\"„“«‘]?[^\W\d_])")
_ARROW = pattern(r"(?<=\S) (?:>>?|[»›→/]) (?=\S)")
_WORDS = pattern(r"[^\W\d_]+")


def homes() -> frozenset[str]:
    """What sites call their first page, in lower case."""
    return phrases("cues", "home")


def is_home(line: str) -> bool:
    """Whether a line begins with what sites call their first page."""
    start = line[:LONGEST_NAME].lower()
    if not start.startswith(_names()):
        return False
    name = next(name for name in _names() if start.startswith(name))
    return not line[len(name) : len(name) + 1].islower()


def last_step(line: str) -> int:
    """Where the last step of a printed trail begins: `Home » News » Club wins the cup`; 0 in other lines.

    It has signs between steps, two of them at least where the first is no site's first page; all steps but
    the last are short.
    """
    if not any(sign in line for sign in ARROWS) or "«" in line:
        return 0
    arrows = list(_ARROW.finditer(line))
    if not arrows or not (len(arrows) > 1 or is_home(line)):
        return 0
    edges = [0, *(m.end() for m in arrows)]
    if any(m.start() - start > LONGEST_STEP for start, m in zip(edges, arrows, strict=False)):
        return 0
    return arrows[-1].end()


def home_in(line: str) -> str:
    """The name of a first page that a line begins with, where the next step runs into it."""
    if line.startswith(_written()):
        home = next(name for name in _written() if line.startswith(name))
        return home if line[len(home) : len(home) + 1].isupper() else ""
    return ""


def steps_in(line: str, text: str) -> list[str]:
    """The steps of a line of `text` that begins with the name of a first page and runs them together; none
    where it does not.

    Two steps meet where a capital follows a small letter, in what `text` nowhere else has as one word (as it
    has the names of some companies).
    """
    home = home_in(line)
    if not home:
        return []
    borders = [0, len(home)]
    for m in _BORDER.finditer(line, len(home) + 1, LONGEST_STEPS):
        at = m.start()
        word = _WORDS.match(line, max(borders[-1], line.rfind(" ", 0, at) + 1))
        if not word or word[0][0].islower() or not line[at - 1].islower() or line[at].islower():
            continue
        if word.end() == at or not _says(text, word[0], but=line):
            borders.append(at)
    return [line[a:b] for a, b in zip(borders, [*borders[1:], None], strict=True)]


def _says(text: str, word: str, but: str) -> bool:
    """Whether `text` has a word outside the line `but`."""
    wanted = re.compile(rf"\b{re.escape(word)}\b")
    return len(wanted.findall(text)) > len(wanted.findall(but))


def headline_behind(line: str, text: str) -> int:
    """Where in a line of `text` the headline begins, behind two steps at least; 0 where there is none."""
    steps = steps_in(line, text)
    return len(line) - len(steps[-1]) if len(steps) > 2 and len(steps[-1].split()) >= LEAST_HEADLINE else 0


@cache
def _names() -> tuple[str, ...]:
    """The names, the longest first."""
    return tuple(sorted(homes(), key=lambda name: (-len(name), name)))


@cache
def _written() -> tuple[str, ...]:
    """The names as they are written where the next step runs into them."""
    return tuple(map(str.capitalize, _names()))
