"""Pages cut down to what people copy by hand: a short article, with a few lines of its page or none.

Whole pages of news sites have hundreds of lines and long articles; a model that has seen nothing else takes
an article of two paragraphs for a teaser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from artparse.layout.lines.units import Unit

BODY = ("paragraph", "heading")
LOST = {"title": 0.06, "subtitle": 0.4, "byline": 0.2, "published": 0.2, "before": 0.7}
"""Of each label, the share of copies that lack what stands with it around the headline."""
LENGTHS = (1, 2, 2, 3, 3, 4, 5, 6, 8, 10)
"""Paragraphs of a copy, or of all its sections."""
CHROME = (0, 0, 0, 1, 2, 4, 8, 16, 40)
"""Lines of the page kept before a copy, and after it."""

OPENINGS, CLOSINGS = (2, 4, 6, 8, 12, 16, 24), (1, 2, 4, 6, 8, 12, 16)
"""Lines of the body's beginning and end that a copy without its middle has, at least."""
LEAST_PROSE = 70
"""Code points of a line behind which a body is parted."""

BOXES = (1, 1, 2, 3)
"""Boxes that are put into a copy."""
BOX = (1, 2, 3, 5, 8)
"""Lines of one."""
BOXED = 40
"""Lines of a page behind its article that boxes are taken from."""

_SENTENCE = re.compile(r"(?<=[.!?。！？])[\"”»’]?\s+(?=\S)|(?<=[。！？])")


def excerpt(units: Sequence[Unit], labels: Sequence[str], seed: str) -> tuple[list[Unit], list[str]] | None:
    """Units of a shorter copy of a labelled page, and their labels; null where the page has no headline
    before its body. The same `seed` gives the same copy.
    """
    body = _body_below_title(labels)
    if not body:
        return None
    random = Random(seed)
    title, first, last = labels.index("title"), body[0], body[-1]
    lost = {label for label, share in LOST.items() if random.random() < share}
    kept = [i for i in range(max(0, title - 6), title) if labels[i] in ("byline", "published")]
    kept = [i for i in [*kept, *range(title, first)] if labels[i] not in lost]
    chosen = _thinned(labels, body, random) if random.random() < 0.5 else body[: random.choice(LENGTHS)]
    if random.random() < 0.3:
        start = chosen[0]
        chosen = [i for i in range(start, chosen[-1] + 1) if i in set(chosen) or labels[i] == "between"]
    kept += chosen
    kept += [i for i in range(last + 1, min(last + 6, len(units))) if labels[i] in ("byline", "published")]
    before = random.choice(CHROME)
    after = random.choice(CHROME)
    ahead = [i for i in range(title) if labels[i] == "before"]
    behind = [i for i in range(last + 1, len(units)) if labels[i] == "after"]
    kept = sorted({*ahead[len(ahead) - before :], *kept, *behind[:after]})
    short = random.random() < 0.5
    sentences = random.choice((1, 1, 2, 3))
    gap = random.choice((0, 0, 1, 2))
    shown = [
        replace(
            units[i],
            text=_opening(units[i].text, sentences) if short and labels[i] == "paragraph" else units[i].text,
            gap=gap or units[i].gap,
            breaks=(),
        )
        for i in kept
    ]
    return shown, [labels[i] for i in kept]


def without_middle(
    units: Sequence[Unit], labels: Sequence[str], seed: str
) -> tuple[list[Unit], list[str]] | None:
    """The same with the beginning and the end of the article as they stand: guides and lists end with what a
    cut off one lacks, and are no whole sentences.
    """
    body = _body_below_title(labels)
    if not body:
        return None
    random = Random(seed)
    title, first, last = labels.index("title"), body[0], body[-1]
    lost = {label for label, share in LOST.items() if random.random() < share}
    opening, closing = random.choice(OPENINGS), random.choice(CLOSINGS)
    begun = next((k + 1 for k in range(opening - 1, len(body)) if _is_long(units[body[k]])), len(body))
    resumed = next((k for k in range(len(body) - closing, begun, -1) if _is_long(units[body[k - 1]])), begun)
    inside = {*range(first, body[begun - 1] + 1)}
    if resumed < len(body):
        inside |= {*range(body[resumed], last + 1)}
    ahead = [i for i in range(title) if labels[i] in ("before", "byline", "published")]
    behind = list(range(last + 1, len(units)))
    before, after = random.choice(CHROME), random.choice(CHROME)
    above = [i for i in range(title, first) if labels[i] not in lost]
    kept = [*ahead[len(ahead) - before :], *above, *sorted(inside), *behind[:after]]
    gap = random.choice((0, 0, 0, 1, 2))
    shown = [replace(units[i], gap=gap or units[i].gap, breaks=()) for i in kept]
    return shown, [labels[i] for i in kept]


def with_boxes(
    units: Sequence[Unit], labels: Sequence[str], seed: str
) -> tuple[list[Unit], list[str]] | None:
    """A page with boxes in its body, made of lines that stand behind it: a site's teasers and forms, after
    which the article goes on. Null where there is no room for one or nothing to make it of."""
    body = _body_below_title(labels)
    behind = [i for i in range(body[-1] + 1, len(units)) if labels[i] == "after"][:BOXED] if body else []
    places = [i for i in body[2:] if labels[i] == "paragraph"]
    if not behind or not places:
        return None
    random = Random(seed)
    boxes: dict[int, list[int]] = {}
    for _ in range(random.choice(BOXES)):
        start = random.randrange(len(behind))
        boxes[random.choice(places)] = behind[start : start + random.choice(BOX)]
    shown: list[Unit] = []
    told: list[str] = []
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        for k in boxes.get(i, ()):
            shown.append(replace(units[k], gap=max(units[k].gap, unit.gap)))
            told.append("between")
        shown.append(unit)
        told.append(label)
    return shown, told


def _body_below_title(labels: Sequence[str]) -> list[int]:
    """The units of the body; none where the page has no headline before it."""
    body = [i for i, label in enumerate(labels) if label in BODY]
    return body if "title" in labels and body and labels.index("title") <= body[0] else []


def _is_long(unit: Unit) -> bool:
    return len(unit.text) >= LEAST_PROSE


def _thinned(labels: Sequence[str], body: Sequence[int], random: Random) -> list[int]:
    """The opening of each section, as far as the copy goes."""
    most = random.choice(LENGTHS)
    each = random.choice((1, 1, 2, 3))
    found: list[int] = []
    since = paragraphs = 0
    for i in body:
        if labels[i] == "heading":
            since = 0
        elif since >= each:
            continue
        else:
            since += 1
            paragraphs += 1
        found.append(i)
        if paragraphs >= most:
            break
    while len(found) > 1 and labels[found[-1]] == "heading":
        found.pop()
    return found


def _opening(text: str, sentences: int) -> str:
    """The first sentences of a paragraph."""
    ends: Iterator[int] = (m.start() for m in _SENTENCE.finditer(text) if m.end() < len(text))
    for k, end in enumerate(ends, 1):
        if k == sentences and end > 30:
            return text[: end + 1].rstrip() if text[end] in '"”»’' else text[:end]
    return text
