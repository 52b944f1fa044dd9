"""What a stretch of a dump can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from artparse.article import Reason, Span
from artparse.values import NamedTuple

LineLabel = Literal[
    "before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after"
]
"""What a line of a dump can be, in the words of the labelling model: `before`, `between` and `after` are not
of the article, and stand around the body's lines. The type checker knows these words as it would an enum's
members; comparing those, which each step does for each line, takes five times as long (Python 3.11)."""
Labels = Sequence[LineLabel]
"""What each line of a dump is."""

BODY_LINES: Final = ("paragraph", "heading")
"""The labels of the body's lines."""
NOISE: Final = ("before", "between", "after")
"""The labels of what is not of the article."""
NUMBER_OF_LABEL: Final[dict[str, float]] = {
    label: float(k)
    for k, label in enumerate(
        ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
    )
}
"""The labels of lines as numbers, which trees compare."""

Part = Literal[
    "title",
    "subtitle",
    "byline",
    "published",
    "modified",
    "breadcrumb",
    "heading",
    "paragraph",
    "list_item",
    "blockquote",
    "removed",
]
"""What a stretch of a line ends as in the record; of a removed one the record's `Reason` says why."""
BODY: Final = frozenset(("heading", "paragraph", "list_item", "blockquote"))
"""The parts that make the body."""


class Piece(NamedTuple):
    """A stretch of the source text, and what it is.

    The pieces of a document are in source order, do not overlap, and together hold every
    character that is not white space: that is how nothing is lost.
    """

    span: Span
    part: Part
    level: int = 2
    """Of a heading, 1 to 6."""
    reason: Reason | None = None
    """Why it is removed; null of what is not."""
    rules: tuple[str, ...] = ()
    """What removed one that is removed, and told its reason; `docs/layout.md` lists the names."""


def removed(span: Span, reason: Reason, *rules: str) -> Piece:
    """A stretch that is removed, why, and what decided that."""
    return Piece(span, "removed", reason=reason, rules=rules)


def first_of(labels: Labels) -> int:
    """Index of the first unit of the body; their number where there is none."""
    return next((i for i, label in enumerate(labels) if label in BODY_LINES), len(labels))


def body_of(labels: Labels) -> list[int]:
    """The indices of the units of the body."""
    return [i for i, label in enumerate(labels) if label in BODY_LINES]


def below_title(labels: Labels) -> int:
    """Index of the unit right below the headline; of the first one where there is no headline."""
    return labels.index("title") + 1 if "title" in labels else 0


def placed(labels: Labels) -> list[LineLabel]:
    """`labels` where what is not of the article is called by where it stands."""
    body = body_of(labels)
    first, last = (body[0], body[-1]) if body else (len(labels), len(labels))
    return [
        ("before" if i < first else "after" if i > last else "between") if label in NOISE else label
        for i, label in enumerate(labels)
    ]
