"""Learn how much less likely reports are in texts that speak to their readers (`reports/address.py`).

    python training/annotations/lay_out.py build/annotated
    python training/train_report_address.py build/annotated [--cross]

Runs after `train_reports.py`, which keeps what the trees learn from beside the articles: each article is
judged by trees that have not seen it. Reads the open articles of `annotations/reports.json`; a report is
right where its content matches that of one of the two readers. Logistic regression over the facts, each
times how much the article speaks to its readers, beside the log odds that the report has already, which
stay as they are. No weight is above nothing. Writes src/artparse/quotes/data/report_address.txt.
`--cross` prints what models make of articles that they have not seen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

import annotators
import pack
from accuracy_reports import articles, given, matched
from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.forest import Forest
from artparse.quotes.reports import address, finding
from artparse.quotes.reports.found import Found
from train_reports import FOLDS, review_without

DATA = Path(__file__).parent.parent / "src/artparse/quotes/data/report_address.txt"
FACTS = ("article", "sentence", "short", "writer", "anybody", "unnamed")
PENALTY = 0.5
LEAST = 0.05
"""From this confidence what was found is learnt from, though it is no report by itself."""


class Row(NamedTuple):
    """A report as it was found."""

    article: str
    odds: float
    facts: list[float]
    """Those of `FACTS`, each times how much the article speaks to its readers."""
    right: bool


def rows_of(annotated: Path) -> tuple[list[Row], int]:
    """The reports of the open articles, and how many the first reader noted."""
    rows: list[Row] = []
    noted = 0
    grown = [Forest(pack.trees_of(review_without(annotated, fold))) for fold in range(FOLDS)]
    for number, (name, text, read) in enumerate(articles(annotated, sealed=False)):
        trees = grown[number % FOLDS]
        seen: dict[tuple[tuple[int, int], ...], tuple[float, list[float]]] = {}

        def look(reader: Reader, one: Found, spoken_to: float, seen: dict = seen) -> float:  # type: ignore[type-arg]
            own = address.facts(reader, one)
            seen[one.pieces] = (model.log_odds(one.confidence), [spoken_to * (f in own) for f in FACTS])
            return one.confidence

        with (
            patch.object(address, "confidence_of", look),
            patch.object(finding, "REPORT", LEAST),
            patch.object(finding, "review_trees", lambda trees=trees: trees),
        ):
            reports = given(text)
        right: set[int] = set()
        for gold in read.values():
            right |= matched(annotators, text, gold, reports)[2]
        noted += len(next(iter(read.values())))
        rows += [Row(name, *seen[tuple(one.pieces)], n in right) for n, one in enumerate(reports)]
    return rows, noted


def fitted(rows: Sequence[Row]) -> list[float]:
    """The weights of the facts."""
    odds = np.array([row.odds for row in rows])
    facts = np.array([row.facts for row in rows])
    right = np.array([float(row.right) for row in rows])

    def loss(weights: np.ndarray) -> float:
        score = odds + facts @ weights
        return float(np.sum(np.logaddexp(0, score) - right * score) + PENALTY * weights @ weights)

    best = minimize(loss, np.zeros(len(FACTS)), bounds=[(None, 0.0)] * len(FACTS), method="L-BFGS-B")
    return [round(float(weight), 2) for weight in best.x]


def cross(rows: Sequence[Row], noted: int) -> None:
    """Print precision, recall and F1 of articles that the weights were not learnt from."""
    bound = model.log_odds(finding.REPORT)
    taken = {"before": [row for row in rows if row.odds >= bound], "now": []}
    for article in {row.article for row in rows}:
        weights = np.array(fitted([row for row in rows if row.article != article]))
        for row in rows:
            if row.article == article and row.odds + np.array(row.facts) @ weights >= bound:
                taken["now"].append(row)
    for name, found in taken.items():
        right = sum(row.right for row in found)
        precision, recall = 100 * right / len(found), 100 * right / noted
        print(f"{name}: {len(found)} reports, precision {precision:.1f}, recall {recall:.1f},", end=" ")
        print(f"F1 {200 * right / (len(found) + noted):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--cross", action="store_true")
    args = parser.parse_args()
    rows, noted = rows_of(args.annotated)
    if args.cross:
        cross(rows, noted)
        return
    lines = [f"{name} {weight}\n" for name, weight in zip(FACTS, fitted(rows), strict=True)]
    head = "# What facts add to the log odds of a report (training/train_report_address.py).\n"
    DATA.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
