"""A short line alone between two paragraphs, which heads the second: `What happens next`.

The models together leave some of them out, those of guides above all. Where the second model, of all kinds of
pages, thinks such a line the article's, six in seven are headings (pages of `wcxb` and `fundus` that it was
learnt from, November 2026).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from artparse.layout.labels import NOISE, Labels, LineLabel
from artparse.layout.lines.units import Unit

SHORTEST_PARAGRAPH = 80
"""Code points of the paragraphs around it, at least."""
LONGEST, FEWEST_WORDS, MOST_WORDS = 80, 2, 10
"""Code points and words of the heading."""
ENDS = ".!:;,…"
"""Marks that close no heading."""
OPENERS = "'\"‘’“”«»„¿¡"


def with_lone_headings(units: Sequence[Unit], labels: Labels, within: Sequence[float]) -> list[LineLabel]:
    """`labels`, where a short line that the dump has once, between two paragraphs, heads the second.

    `within` has what the second model says of each line: the log odds that it is of the article.
    """
    result = list(labels)
    found = [i for i in range(2, len(units) - 1) if within[i] > 0 and _heads(units, result, i)]
    times = Counter(unit.text for unit in units) if found else Counter[str]()
    for i in found:
        if times[units[i].text] == 1:
            result[i] = "heading"
    return result


def _heads(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a line left out stands as a heading does; signs of adverts above it do not count."""
    if labels[i] not in NOISE or not _is_paragraph(units, labels, i + 1) or not _looks_it(units[i]):
        return False
    above = i - 1
    while above > 0 and labels[above] in NOISE and units[above].says.reason == "advert":
        above -= 1
    return _is_paragraph(units, labels, above)


def _is_paragraph(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    return labels[i] == "paragraph" and len(units[i].text) >= SHORTEST_PARAGRAPH


def _looks_it(unit: Unit) -> bool:
    text = unit.text
    opens = text.lstrip(OPENERS)[:1]
    if len(text) > LONGEST or text[-1] in ENDS or not (opens.isupper() or opens.isdigit()):
        return False
    if ". " in text.lstrip("0123456789. "):
        return False  # "The weir at night. Credit: Ida Holt"
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and unit.says.plainly is None
