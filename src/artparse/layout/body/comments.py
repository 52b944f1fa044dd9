"""What readers wrote below an article: a line such as `12 Comments` or `Leave a reply` stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from artparse.data import phrases
from artparse.layout.labels import BODY_LINES, Labels, LineLabel, below_title
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of

LONGEST = 60
"""Code points of the line above comments."""
LEAST_BODY = 40
"""Words of the article above it; with fewer it is a button on top of the page."""
NEAR = 15
"""Lines below it, of which one more is a date, or speaks of comments."""
MORE_WORDS = 3
"""Words behind those that ask for a comment: `Leave a reply` / `Cancel reply`."""


def without_comments(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where nothing below the line above the comments is of the body.

    Of 28 annotated pages whose body this changes by more than a hundredth 26 are better; two are threads of
    forums, where the answers are wanted. Where questions are answered (`3 Answers`), comments may be added to
    each answer.
    """
    start = below_title(labels)
    words = 0
    for i in range(start, len(units)):
        if labels[i] in BODY_LINES:
            words += len(units[i].text.split())
        if words >= LEAST_BODY and labels[i] != "paragraph" and _is_above(units, i):
            if any(_counts_answers(unit.text) for unit in units):
                break
            return [*labels[: i + 1], *("after" if x in BODY_LINES else x for x in labels[i + 1 :])]
    return list(labels)


def _counts_answers(text: str) -> bool:
    """Whether a line is nothing but how many answers stand below it: `3 Answers`."""
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return False
    number, *words = words_of(text)
    return number.isdigit() and len(words) == 1 and words[0] in phrases("comments", "answers")


def _is_above(units: Sequence[Unit], i: int) -> bool:
    """Whether a line stands above comments, by its words and by what is near below it."""
    unit = units[i]
    return (
        len(unit.text) <= LONGEST
        and unit.says.reason == "comment"
        and announces_comments(unit.text)
        and any(one.says.reason == "comment" or one.says.dates for one in units[i + 1 : i + 1 + NEAR])
    )


def announces_comments(text: str) -> bool:
    """Whether a line is nothing but what stands above comments: `5 Comments`, `Leave a reply`."""
    words = words_of(text)
    said = [word for word in words if not word.isdigit()]
    above, one, asking = _phrases()
    if " ".join(said) in above or (len(said) < len(words) and " ".join(said) in one):
        return True
    least = max(1, len(words) - MORE_WORDS)
    return any(" ".join(words[:count]) in asking for count in range(least, len(words) + 1))


@cache
def _phrases() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What stands above comments by itself, what does with their number, and what asks for one."""
    above, one, asking = (
        frozenset(" ".join(words_of(phrase)) for phrase in phrases("comments", kind))
        for kind in ("above", "one", "asking")
    )
    return above, one, asking
