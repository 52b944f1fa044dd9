"""Quotation marks to stretches of quoted words.

Double marks of every style are paired first, then single ones inside what the doubles left whole,
because an apostrophe is far more common than a single quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from artparse.article import Span
from artparse.languages import packs
from artparse.patterns import pattern
from artparse.quotes.passages import Passage
from artparse.quotes.speech import layouts


class Stretch(NamedTuple):
    """The words between two quotation marks, within one passage."""

    start: int
    """First code point after the opening mark (after the space that French sets inside it)."""
    end: int
    """Code point of the closing mark; the end of the passage where nothing closes the stretch."""
    outer: Span
    """With the marks."""
    passage: int
    """Index into the passages."""
    single: bool
    nested: bool
    """Whether it lies inside another stretch."""
    continues: bool
    """Whether it goes on from the stretch that ends the passage before."""
    closed: bool
    label: Span | None = None
    """The speaker's label that opens the passage, in a transcript."""
    dashed: bool = False
    """Whether a dash opens it, as in Spanish dialogues."""


# Apostrophes inside a word are not matched at all: there are too many of them to look at each.
MARKS = pattern(r"``|''|,,|[“”„‟\"«»‹›「」『』]|(?<!\w)['‘’‚‛]|['‘’](?!\w)")
DOUBLE_PAIRS = {
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
ALWAYS_OPEN = frozenset(("“", "„", "‟", "«", "‹", "``", "「", "『", ",,"))
BEFORE_OPENING = frozenset("([{<—–-/=…:|>")
"""Characters, beside white space and other marks, that an opening mark may follow."""
ELIDED = pattern(
    r"(?:em|til|till|cause|tis|twas|twill|n|round|bout|cos|coz|ere|nuff|\d\ds?|d|s|t|ll|re|ve|m)\b", re.I
)
WEAK_ENDINGS = ("s", "in", "z", "x", "S")


def find_stretches(
    text: str, passages: Sequence[Passage], language: str | None = None
) -> tuple[list[Stretch], list[int]]:
    """The quoted stretches of `passages` in source order, and where marks open that nothing closes.

    A quote over several paragraphs (each opening with a mark, only the last closing) gives one
    stretch for each paragraph.
    """
    stretches: list[Stretch] = []
    unclosed: list[int] = []
    open_before: tuple[int, str] | None = None
    labels = layouts.speaker_labels(text, passages)
    verbs: frozenset[str] = frozenset()
    if packs.switch(language, "dashes open speech"):
        from artparse.quotes.languages import (
            glosses,  # English has no use for it, nor for the time to import it.
        )

        verbs = glosses.verbs_of(language)
    for index, passage in enumerate(passages):
        start, end = passage.span
        whole = _laid_out(text, passage, index, labels.get(index))
        if whole is not None:
            stretches.append(whole)
            open_before = None
            continue
        spoken = layouts.dialogue(text, passage, verbs) if verbs else []
        if spoken:
            found_here = [_spoken(text, span, index) for span in spoken]
            stretches.extend(s for s in found_here if re.search(r"\w", text[s.start : s.end]))
            open_before = None
            continue
        marks = [(m.start(), m.group()) for m in MARKS.finditer(text, start, end)]
        if not marks:
            open_before = None
            continue
        continuing = open_before if passage.section is not None else None
        if continuing is None:
            pass
        elif _starts_with(text, start, marks[0][0]) and _same_style(continuing[1], marks[0][1]):
            unclosed.pop()
        else:
            continuing = None
        doubles, left_open = _pair_doubles(text, start, end, marks)
        goes_on = left_open is None and _goes_on(text, passages, index)
        singles, last_single = _pair_singles(text, start, end, marks, doubles, goes_on)
        if goes_on and last_single is not None:
            left_open = last_single
            singles.append((last_single[0], end, last_single[1], False))
        elif left_open is not None:
            doubles.append((left_open[0], end, left_open[1], False))
        if left_open is not None:
            unclosed.append(left_open[0])
        open_before = left_open
        found = [(*d, False) for d in doubles] + [(*s, True) for s in singles]
        found.sort(key=lambda item: (item[0], -item[1]))
        furthest = -1
        for opened, closed, mark, is_closed, single in found:
            inside = opened + len(mark)
            stop = closed
            while inside < stop and text[inside].isspace():
                inside += 1
            while stop > inside and text[stop - 1].isspace():
                stop -= 1
            nested = opened < furthest
            after = closed + (_width(text, closed, single) if is_closed else 0)
            furthest = max(furthest, closed)
            if not any(c.isalnum() for c in text[inside:stop][:80]) and not re.search(
                r"\w", text[inside:stop]
            ):
                continue
            follows = continuing is not None and opened == marks[0][0]
            stretches.append(
                Stretch(inside, stop, (opened, after), index, single, nested, follows, is_closed)
            )
    return stretches, unclosed


def _laid_out(text: str, passage: Passage, index: int, label: Span | None) -> Stretch | None:
    """The stretch of a passage that is speech by its layout; marks in it are part of what is said."""
    span = layouts.unmarked(text, passage)
    if label is not None:
        start = text.index(":", label[1]) + 1
        while start < passage.span[1] and text[start].isspace():
            start += 1
        span = (start, passage.span[1])
        if text[start : start + 1] in ("“", '"', "‘", "«") and text[span[1] - 1] in '”"’»':
            span = (start + 1, span[1] - 1)
    if span is None or not re.search(r"\w", text[slice(*span)]):
        return None
    return Stretch(*span, span, index, False, False, False, True, label)


def _spoken(text: str, span: Span, index: int) -> Stretch:
    """The stretch of speech that a dash opens."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in '¿¡«“"('):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end, (span[0], end), index, False, False, False, True, dashed=True)


def _width(text: str, at: int, single: bool) -> int:
    return 2 if not single and text[at : at + 2] in ("''", "``") else 1


def _starts_with(text: str, start: int, mark: int) -> bool:
    return not text[start:mark].strip(" \t-–—•*>…")


def _same_style(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"»", "«"} or (one in '“"' and other in '“"')


def _goes_on(text: str, passages: Sequence[Passage], index: int) -> bool:
    """Whether the next passage opens with a single mark, as a quote over several paragraphs does."""
    if index + 1 >= len(passages):
        return False
    start = passages[index + 1].span[0]
    return text[start : start + 1] in ("‘", "'") and text[start + 1 : start + 2].isalnum()


def _pair_doubles(
    text: str, start: int, end: int, marks: list[tuple[int, str]]
) -> tuple[list[tuple[int, int, str, bool]], tuple[int, str] | None]:
    """Pairs `(opening, closing, opening mark, True)`, and the opening mark left without a closing one."""
    pairs: list[tuple[int, int, str, bool]] = []
    stack: list[tuple[int, str]] = []
    doubles = [(at, mark) for at, mark in marks if mark not in "'‘’‚‛"]
    for number, (at, mark) in enumerate(doubles):
        before = text[at - 1] if at > start else " "
        after_at = at + len(mark)
        after = text[after_at] if after_at < end else " "
        if stack and mark in DOUBLE_PAIRS[stack[-1][1]] and not (mark == '"' and stack[-1][1] != '"'):
            if mark == '"':
                if _opens(before, after) and not _closes(before, after):
                    stack.pop()  # the one before was never closed
                    stack.append((at, mark))
                    continue
                if before.isdigit() and _next_closes(text, doubles, number, end):
                    continue  # inches
            opened, opener = stack.pop()
            pairs.append((opened, at, opener, True))
        elif mark in ALWAYS_OPEN:
            if stack and stack[-1][1] == mark and mark != "«":
                stack.pop()
            stack.append((at, mark))
            if len(stack) > 2:
                del stack[0]
        elif mark == '"' and stack and stack[-1][1] in ("“", "„", ",,", "``") and _closes(before, after):
            opened, opener = stack.pop()
            pairs.append((opened, at, opener, True))
        elif mark == '"' and before.isdigit() and not _opens(before, after):
            continue  # inches
        elif mark in ("”", "»", "›", "''", '"'):
            if len(stack) == 2 and mark in DOUBLE_PAIRS[stack[0][1]]:
                stack.pop()
                opened, opener = stack.pop()
                pairs.append((opened, at, opener, True))
            elif mark == "”" and stack and stack[-1][1] == '"' and _closes(before, after):
                opened, opener = stack.pop()  # as good as its own kind, which has not come
                pairs.append((opened, at, opener, True))
            elif _opens(before, after) or (mark == '"' and before.isspace()):
                stack.append((at, mark))
                if len(stack) > 2:
                    del stack[0]
    return pairs, stack[0] if stack else None


def _opens(before: str, after: str) -> bool:
    return not after.isspace() and (before.isspace() or before in BEFORE_OPENING or before in "“‘'\"«„")


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()


def _next_closes(text: str, doubles: list[tuple[int, str]], number: int, end: int) -> bool:
    if number + 1 >= len(doubles):
        return False
    at, mark = doubles[number + 1]
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    return mark == '"' and _closes(before, after) and not before.isdigit()


def _pair_singles(
    text: str,
    start: int,
    end: int,
    marks: list[tuple[int, str]],
    doubles: list[tuple[int, int, str, bool]],
    goes_on: bool,
) -> tuple[list[tuple[int, int, str, bool]], tuple[int, str] | None]:
    """Pairs of single marks, and where `goes_on`, the last opening mark that nothing sure closes."""
    left: tuple[int, str] | None = None
    pairs: list[tuple[int, int, str, bool]] = []
    singles = [(at, mark) for at, mark in marks if mark in "'‘’‚‛"]
    if not singles:
        return pairs, None
    bounds = sorted(doubles)
    position = 0
    while position < len(singles):
        at, mark = singles[position]
        position += 1
        if not _single_opens(text, start, end, at, mark):
            continue
        inside = _around(bounds, at)
        limit = inside[1] if inside else end
        weak = -1
        chosen = -1
        for later in range(position, len(singles)):
            where, closer = singles[later]
            if where >= limit:
                break
            if closer == "‚" or (_around(bounds, where) != inside):
                continue
            if _single_opens(text, start, end, where, closer) and not (mark == "‘" and closer == "'"):
                break
            if (closer == "‘" and mark != "‚") or text[where - 1].isspace():
                continue
            if _is_weak(text, where, end):
                weak = later if weak < 0 else weak
                continue
            chosen = later
            break
        if chosen < 0 and goes_on and inside is None:
            left = (at, mark)
            continue
        if chosen < 0:
            chosen = weak
        if chosen >= 0:
            pairs.append((at, singles[chosen][0], mark, True))
            position = chosen + 1
            left = None
    return pairs, left


def _around(bounds: list[tuple[int, int, str, bool]], at: int) -> tuple[int, int, str, bool] | None:
    """The innermost pair of doubles around `at` (`bounds` sorted)."""
    low, high = 0, len(bounds)
    while low < high:
        middle = (low + high) // 2
        if bounds[middle][0] < at:
            low = middle + 1
        else:
            high = middle
    for pair in reversed(bounds[max(0, low - 3) : low]):
        if pair[1] > at:
            return pair
    return None


def _single_opens(text: str, start: int, end: int, at: int, mark: str) -> bool:
    if at + 1 >= end:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1]
    if not (before.isspace() or before in BEFORE_OPENING or before in '“"«„,'):
        return False
    if not (after.isalnum() or after in '[$£€#@“"….'):
        return False
    if mark == "’":
        return False
    return not ELIDED.match(text, at + 1, end) or (mark == "‘" and not after.isdigit())


def _is_weak(text: str, at: int, end: int) -> bool:
    """Whether the mark may as well be the apostrophe of a plural possessive or a dropped letter."""
    after = text[at + 1 : at + 3] if at + 2 < end else ""
    if len(after) < 2 or not (after[0].isspace() and after[1].isalnum()):
        return False
    return text[max(0, at - 2) : at].endswith(WEAK_ENDINGS)
