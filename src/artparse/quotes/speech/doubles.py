"""Double quotation marks of every style, paired: “…”, „…“, «…», "…", ``…''.

In: a passage's marks with where they stand. Out: the pairs, and the opening mark that nothing closes. Marks
that print alike (") open or close by what stands beside them; behind a number they may stand for inches.
"""

from __future__ import annotations

from enum import Enum, auto

from artparse.values import NamedTuple

PAIRS = {
    "“": "”",
    "„": '“”‟"',
    "‟": "”",
    ",,": "“”''\"",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "``": "''\"”",
    "''": "''",
    "”": "”",
    "「": "」",
    "『": "』",
    '"': '"',
}
"""Opening mark to the marks that may close it."""
ALWAYS_OPEN = frozenset(("“", "„", "‟", "«", "‹", "``", "「", "『", ",,"))
CLOSED_BY_STRAIGHT = frozenset(("“", "„", ",,", "``"))
"""Opening marks that a straight one may close, though not of their style."""
MAY_OPEN = frozenset(("”", "»", "›", "''", '"'))
"""Closing marks that in other styles open."""
BEFORE_OPENING = frozenset("([{<—–-/=…:|>")
"""Characters, beside white space and other marks, that an opening mark may follow."""
DEEPEST = 2
"""So many stretches are open at a time."""

Mark = tuple[int, str]
"""A mark, with the code point at which it stands."""


class Pair(NamedTuple):
    """An opening mark and what closes it."""

    opened: int
    """Code point of the opening mark."""
    closed: int
    """Code point of the closing one; the end of the passage where there is none."""
    mark: str
    """The opening one."""
    is_closed: bool
    """Whether there is a closing one."""


class Role(Enum):
    """What a mark does."""

    OPENS = auto()
    OPENS_ANEW = auto()
    """In place of one before, which nothing closed."""
    CLOSES = auto()
    CLOSES_OUTER = auto()
    """It closes the stretch around the last; nothing closed that."""
    NOTHING = auto()


def pair_doubles(text: str, start: int, end: int, marks: list[Mark]) -> tuple[list[Pair], Mark | None]:
    """The pairs of double marks in `text[start:end]`, and the opening mark left without a closing one."""
    pairs: list[Pair] = []
    opened: list[Mark] = []
    doubles = [(at, mark) for at, mark in marks if mark not in "'‘’‚‛"]
    for number, (at, mark) in enumerate(doubles):
        before = text[at - 1] if at > start else " "
        after = text[at + len(mark)] if at + len(mark) < end else " "
        role = _role(mark, [opener for _, opener in opened], before, after)
        if role is Role.CLOSES and mark == '"' == opened[-1][1] and before.isdigit():
            role = Role.NOTHING if _next_closes(text, doubles, number, end) else role  # inches
        if role in (Role.CLOSES_OUTER, Role.OPENS_ANEW):
            opened.pop()
        if role in (Role.CLOSES_OUTER, Role.CLOSES):
            where, opener = opened.pop()
            pairs.append(Pair(where, at, opener, True))
        elif role in (Role.OPENS, Role.OPENS_ANEW):
            opened.append((at, mark))
            del opened[:-DEEPEST]
    return pairs, opened[0] if opened else None


def opens(before: str, after: str) -> bool:
    """Whether a mark between two characters may open a stretch."""
    return not after.isspace() and (before.isspace() or before in BEFORE_OPENING or before in "“‘'\"«„")


def closes(before: str, after: str) -> bool:
    """Whether a mark between two characters may close a stretch."""
    return not before.isspace() and not after.isalnum()


def _role(mark: str, opened: list[str], before: str, after: str) -> Role:
    """What a mark does between two characters, where the marks `opened` wait for theirs."""
    last = opened[-1] if opened else ""
    straight = mark == '"'
    if last and mark in PAIRS[last] and not (straight and last != mark):
        anew = straight and opens(before, after) and not closes(before, after)
        return Role.OPENS_ANEW if anew else Role.CLOSES
    if mark in ALWAYS_OPEN:
        return Role.OPENS_ANEW if last == mark and mark != "«" else Role.OPENS
    if straight and last in CLOSED_BY_STRAIGHT and closes(before, after):
        return Role.CLOSES
    if straight and before.isdigit() and not opens(before, after):
        return Role.NOTHING  # inches
    return _role_of_closing(mark, opened, before, after) if mark in MAY_OPEN else Role.NOTHING


def _role_of_closing(mark: str, opened: list[str], before: str, after: str) -> Role:
    """What a mark does that closes no stretch of its own style."""
    if len(opened) == DEEPEST and mark in PAIRS[opened[0]]:
        return Role.CLOSES_OUTER
    if mark == "”" and opened[-1:] == ['"'] and closes(before, after):
        return Role.CLOSES  # as good as its own kind, which has not come
    may_open = opens(before, after) or (mark == '"' and before.isspace())
    return Role.OPENS if may_open else Role.NOTHING


def _next_closes(text: str, doubles: list[Mark], number: int, end: int) -> bool:
    """Whether the next mark is a straight one that may close a stretch."""
    if number + 1 >= len(doubles):
        return False
    at, mark = doubles[number + 1]
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    return mark == '"' and closes(before, after) and not before.isdigit()
