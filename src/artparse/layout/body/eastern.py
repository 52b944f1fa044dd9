"""The body of an article in Chinese, Japanese or Korean, of which the models have seen few: what is a whole
sentence there is of it, what says that it is a source's, an editor's or a caption's line is not, and a short
line without a stop between paragraphs is a heading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel, below_title, body_of, placed
from artparse.layout.lines.eastern import is_eastern
from artparse.layout.lines.eastern_signs import (
    is_headed_in_east,
    is_long_without_spaces,
    is_prose_in_east,
    names_editor,
    reason_in_east,
)
from artparse.layout.lines.units import Unit

MOST_BETWEEN = 3
"""Lines that are no prose between two that are."""
MOST_LEFT = 2
"""Short lines between two of the body that are its headings."""
LINKED = 0.5
"""Share of linked signs of a line that is another article's."""
OFFERED = frozenset(("<nav>", "<footer>", "<form>", "<aside>", "comment", "comments", "related"))
"""Words of elements that hold no body."""
LONGEST_HEADING = 32
"""Code points."""
ALL_BOLD = 0.9
"""Share of bold signs from which all of a line is bold."""
MOST_HEADINGS = 0.4
"""Share of a body's lines that may be headings by their look: of verse and slogans it is higher."""
APART = frozenset(("metadata", "caption", "share", "related", "comment", "footer", "navigation"))
"""Reasons of lines that are not of the body."""
BEHIND = APART - {"caption"}
"""Those that end it."""


def with_only_prose(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where prose behind the headline is the body, if nothing else is: of short web pages."""
    result = list(labels)
    if "paragraph" in labels:
        return result
    first = below_title(labels)
    for i in range(first, len(units)):
        hints = units[i].hints
        if hints.given or hints.links >= LINKED or not OFFERED.isdisjoint(hints.words):
            continue
        prose = is_prose_in_east(units[i].text) or is_long_without_spaces(units[i].text)
        if prose and units[i].says.reason is None:
            result[i] = "paragraph"
    return placed(result) if result != list(labels) else result


def without_notes(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where lines that say whose the article is, or what a picture shows, are not of the body, and
    nothing is behind the line that names the editor."""
    labels = _without_rest(units, labels)
    result = [
        "between" if label in BODY_LINES and _is_apart(unit) else label
        for unit, label in zip(units, labels, strict=True)
    ]
    kept = any(label in BODY_LINES for label in result)
    return placed(result) if kept and result != list(labels) else list(labels)


def _without_rest(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where what is behind the line that names the editor is not of the body, if more is before
    it."""
    body = body_of(labels)
    if not body:
        return list(labels)
    editors = (i for i in range(body[0] + 1, len(units)) if labels[i] != "title")
    end = next((i for i in editors if names_editor(units[i].text)), len(units))
    before, behind = (sum(len(units[i].text) for i in body if (i < end) == side) for side in (True, False))
    if not behind or before < behind:
        return list(labels)
    return placed(["after" if i > end and label in BODY_LINES else label for i, label in enumerate(labels)])


def with_holes_filled(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where prose between two lines of the body is of it."""
    result = list(labels)
    body = body_of(labels)
    for one, two in pairwise(body):
        hole = range(one + 1, two)
        if not any(units[i].says.reason in BEHIND for i in hole):
            _fill(units, result, hole)
    return result


def with_run(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where prose right behind the body, or right before it, goes on with it."""
    result = with_holes_filled(units, labels)
    body = body_of(labels)
    if not body:
        return result
    _fill(units, result, _run(units, labels, range(body[-1] + 1, len(units))))
    _fill(units, result, sorted(_run(units, labels, range(body[0] - 1, -1, -1))))
    return placed(result) if result != list(labels) else result


def with_short_headings(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a short line without a stop that stands right above prose heads it."""
    body = body_of(labels)
    found = [i for k, i in enumerate(body[:-1]) if _may_head(units, body, k)]
    return _headed(labels, found if len(found) <= MOST_HEADINGS * len(body) else ())


def with_short_bold_headings(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """The same of a web page, where such a line is bold."""
    body = body_of(labels)
    bold = [k for k in range(len(body) - 1) if units[body[k]].hints.bold >= ALL_BOLD]
    return _headed(labels, [body[k] for k in bold if _may_head(units, body, k)])


def _headed(labels: Labels, found: Collection[int]) -> list[LineLabel]:
    return ["heading" if i in found else label for i, label in enumerate(labels)]


def _may_head(units: Sequence[Unit], body: Sequence[int], k: int) -> bool:
    """Whether a line of the body is short, and prose stands below it, or below the short one behind it; and
    whether no more such lines stand above: verse and slogans have many."""
    first = k
    while first and k - first <= MOST_LEFT and _leads(units[body[first - 1]]):
        first -= 1
    last = k + (_leads(units[body[k]]) and k + 2 < len(body) and _is_short(units[body[k + 1]]))
    if last + 1 - first > MOST_LEFT or not _leads(units[body[k]]):
        return False
    bottom = units[body[last]]
    return _is_short(bottom) and not bottom.text.isdigit() and is_prose_in_east(units[body[last + 1]].text)


def _leads(unit: Unit) -> bool:
    """Whether a line may be a heading, or stand above one."""
    colon = unit.text[-1] in ":：" and len(unit.text) <= LONGEST_HEADING and is_eastern(unit.text)
    return _is_short(unit) or (colon and unit.says.reason is None)


def _is_short(unit: Unit) -> bool:
    return len(unit.text) <= LONGEST_HEADING and is_headed_in_east(unit.text) and unit.says.reason is None


def _is_apart(unit: Unit) -> bool:
    return not unit.hints.given and reason_in_east(unit.text) in APART


def _run(units: Sequence[Unit], labels: Labels, lines: Iterable[int]) -> list[int]:
    """The lines beside a body up to the last one of prose that follows without much between."""
    found: list[int] = []
    waiting: list[int] = []
    for i in lines:
        if labels[i] not in NOISE or units[i].says.reason in BEHIND or len(waiting) > MOST_BETWEEN:
            break
        waiting.append(i)
        if units[i].says.reason is None and is_prose_in_east(units[i].text):
            found, waiting = found + waiting, []
    return found


def _fill(units: Sequence[Unit], result: list[LineLabel], lines: Sequence[int]) -> None:
    """Lines of prose, and those between them that nothing sets apart, as paragraphs."""
    left = [i for i in lines if result[i] in NOISE]
    heads = len(left) <= MOST_LEFT and all(_is_short(units[i]) for i in left)
    if not heads and not any(is_prose_in_east(units[i].text) for i in left):
        return
    for i in lines:
        if result[i] in NOISE and units[i].says.reason is None:
            result[i] = "paragraph"
