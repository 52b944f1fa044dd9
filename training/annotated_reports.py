"""The web articles that were annotated for reports and are open, as `train_reports.py` learns from them.

Learns from no article of a sealed site (`annotations/README.md`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import annotators
import elsewhere
from accuracy_quotes import passages_of
from accuracy_reports import Noted, articles
from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports.found import Found


class Read(NamedTuple):
    """An article, and what each of its readers noted."""

    text: str
    reader: Reader
    noted: dict[str, list[Noted]]


def read(annotated: Path) -> list[Read]:
    """The open articles, with title and headings as the benchmark has them."""
    found = []
    for _, text, noted in articles(annotated, sealed=False):
        found.append(Read(text, elsewhere.read(text, passages_of(text)), noted))
    return found


def is_right(article: Read, found: list[Found]) -> list[int]:
    """Of each that was found, whether some reader noted the same, of the same source."""
    values = [0] * len(found)
    order = sorted(range(len(found)), key=lambda i: -found[i].measures[0])
    for noted in article.noted.values():
        taken: set[int] = set()
        for index in order:
            one = found[index]
            pieces = list(one.pieces)
            scores = [
                (annotators.pieces_iou(n.pieces, pieces), i) for i, n in enumerate(noted) if i not in taken
            ]
            score, best = max(scores, default=(0.0, -1))
            if score < 0.5:
                continue
            taken.add(best)
            said = annotators.Predicted(one.span, "indirect", None, one.mention_span(article.reader))
            values[index] |= int(annotators.speaker_is_right(article.text, noted[best].source, said))
    return values
