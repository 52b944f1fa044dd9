"""Lines that were left out though they read like the article's own: a run of left out lines ends at them."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import Reason
from artparse.layout.labels import BODY_LINES, Labels, LineLabel, first_of, placed
from artparse.layout.lines.look import BULLET
from artparse.layout.lines.signs import goes_on
from artparse.layout.lines.units import Unit
from artparse.layout.models.model import SHORT
from artparse.patterns import pattern

LEAST_WORDS = 8
"""Words of a line of prose."""
LEAST_SMALL = 0.35
"""Share of its words that open with a small letter, at least."""
LONGEST_SIGN = 60
"""Code points of a line that says what it is: a share line, an advert's sign."""
LONGEST_HEADING = 80
"""Code points of a heading."""
DASHES = ("—", "–")
APART = ("caption", "advert", "share", "comment", "footer")
CREDITS = frozenset(("title", "subtitle", "byline", "published"))
NOISE = frozenset(("before", "between"))
CLOSING = "”“»«\"'’ \u00a0"
SIGNS: frozenset[Reason] = frozenset(("share", "advert", "metadata", "navigation"))

_QUOTED = pattern(r"[“„«»\"]\s?(?:[^“”„«»\"\s]+\s+){3}[^“”„«»\"]*[”“»«\"]")
"""Four words or more in marks: what a caption or a teaser seldom has."""

_TURN = pattern(r"[“\"][^“”\"]{1,80}[,?!…][”\"]\s[^“”\"]{2,40}\.(?:\s[“\"][^“”\"]{1,80}[.?!…][”\"])?\s*\Z")
"""Words in marks that a comma or question ends, who says them, and perhaps more words."""


def with_prose(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a line of prose below the headline is a paragraph if it quotes somebody, or stands
    right between a line that says what it is and a paragraph; and a short line right above it its heading.

    In texts of at most `SHORT` units, which people copied by hand: on short copies of pages that nothing was
    learnt from 6 of 7 lines that this adds are right; on whole pages of news paragraphs fell by 0.3.
    """
    result = list(labels)
    body = [i for i, label in enumerate(labels) if label == "paragraph"]
    if not body or "title" not in labels:
        return result
    title = labels.index("title")
    for i in range(body[-1] - 1, title, -1) if len(units) <= SHORT else ():
        text = units[i].text
        if result[i] not in NOISE or not _is_prose(text) or units[i].says.reason is not None:
            continue
        above = result[i - 1] in CREDITS or _is_sign(units[i - 1])
        if _QUOTED.search(text) or (above and result[i + 1] == "paragraph"):
            result[i] = "paragraph"
            if _is_heading(units, result, i - 1):
                result[i - 1] = "heading"
    return _with_items(units, _with_speech(units, _gone_on(units, result, title)))


def _gone_on(units: Sequence[Unit], labels: Labels, title: int) -> list[LineLabel]:
    """`labels`, where prose right below a line that says that the article goes on there is of it: `Story
    continues below advertisement`, `after newsletter promotion`."""
    result = list(labels)
    first = first_of(labels)
    for i in range(max(first, title) + 1, len(units) - 1):
        if result[i] in BODY_LINES or not goes_on(units[i].text):
            continue
        for k in range(i + 1, len(units)):
            unit = units[k]
            if result[k] not in BODY_LINES and (not _is_prose(unit.text) or unit.says.reason is not None):
                break
            if result[k] not in BODY_LINES:
                result[k] = "paragraph"
    return placed(result) if result != labels else result


def _with_items(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where items that a paragraph's colon announces are of the body."""
    result = list(labels)
    for i in range(1, len(units)):
        if result[i] in NOISE and BULLET.match(units[i].text):
            above = units[i - 1].text
            if result[i - 1] == "paragraph" and (above.endswith(":") or BULLET.match(above)):
                result[i] = "paragraph"
    return result


def _with_speech(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a line of speech is no heading: one that a dash opens, as in many languages, or with
    who says it."""
    return [
        "paragraph" if label == "heading" and _is_speech(unit.text) else label
        for unit, label in zip(units, labels, strict=True)
    ]


def _is_speech(text: str) -> bool:
    """Whether a line is somebody's turn in a dialogue: `—No —dijo Juan—.`, `“No,” I said. “It is late.”`"""
    if text.startswith(DASHES):
        return bool(text[1:2].strip())
    return text.startswith(("“", '"')) and _TURN.match(text) is not None


def _is_prose(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= LEAST_WORDS and small >= LEAST_SMALL * len(words) and _ends(text)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSING).endswith((".", "!", "?", "…", "。"))


def _is_sign(unit: Unit) -> bool:
    return len(unit.text) <= LONGEST_SIGN and unit.says.reason in SIGNS


def _is_heading(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a left out line stands right above the next one, and apart from the one before it."""
    unit = units[i]
    return (
        labels[i] in NOISE
        and units[i + 1].gap == 1 < unit.gap
        and " " in unit.text
        and len(unit.text) <= LONGEST_HEADING
        and not _ends(unit.text)
        and unit.says.reason not in APART
    )
