"""Learn how sure a quote's speaker is, from articles that no rule or weight was made on.

    python training/annotations/lay_out.py build/annotated
    python training/calibrate_quotes.py SHARED build/annotated

Reads the open part of `annotations/speakers.json`, and `annotations/judged.json`. Writes
src/artparse/quotes/data/confidence.txt: for a speaker who is named and for one who is not, a level and a
slope of the log odds. So little text bears no finer map. Prints what each fifth of the articles gives
with the numbers that the other four give.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from artparse.quotes import attribution, model

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
sys.path.append(str(Path(__file__).parent / "layout"))

from corpora import gold_of, sealed

from accuracy_quotes import record_of

FOLDS = 5
PENALTY = 0.02
"""On the distance from no change; keeps a fold with few quotes from extremes."""
PRIOR = 10, 0.63
"""So many quotes with nobody named count beside those found, with the share that is right in `newsquotes`."""
BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Judged(NamedTuple):
    """One quote of the program's: how sure it was before any map, and whether the speaker is right."""

    article: str
    share: float
    right: bool
    named: bool


def judged(shared: Path, annotated: Path) -> Iterator[Judged]:
    """The quotes of articles of open sites whose speaker annotators, or a reader of the output, know."""
    sys.path.insert(0, str(shared / "evaluation"))
    import evaluate_quotes as ev

    annotations = Path(__file__).parent / "annotations"
    known = json.loads((annotations / "speakers.json").read_text(encoding="utf-8"))
    for article, stretches in known.items():
        if article.removeprefix("wcxb_") in sealed("wcxb"):
            continue
        text = (annotated / f"text/{article}.txt").read_bytes().decode()
        for quote in record_of(article, text)["quotes"]:
            for offsets, who in stretches.items():
                span = tuple(map(int, offsets.split("-")))
                if who != "?" and ev.iou(tuple(quote["span"]), span) >= 0.5:
                    yield _judged(article, quote, _is_right(ev, quote["speaker"], who))
    read = json.loads((annotations / "judged.json").read_text(encoding="utf-8"))
    for article, quotes in read.items():
        gold = gold_of("wcxb")[article.removeprefix("wcxb_")]
        text = f"{gold['title']}\n\n{gold['body']}\n"
        for quote in record_of(article, text)["quotes"]:
            verdict = quotes.get("-".join(map(str, quote["span"])))
            if verdict is not None and verdict["speaker"] == quote["speaker"]:
                yield _judged(article, quote, verdict["right"])


def _is_right(ev: Any, speaker: str | None, who: str) -> bool:
    if speaker is None or who in ("UNNAMED", "NONE"):
        return speaker is None and who == "UNNAMED"
    return bool(ev.same_person(speaker, who))


def _judged(article: str, quote: dict[str, Any], right: bool) -> Judged:
    return Judged(article, quote["confidence"], right, quote["speaker"] is not None)


def fitted(rows: Sequence[Judged], named: bool) -> model.Line:
    """Level and slope for speakers who are named, or not: there the choice's share tells nothing."""
    own = [row for row in rows if row.named == named]
    if not named:
        count, share = PRIOR
        mean = (count * share + sum(row.right for row in own)) / (count + len(own))
        return model.Line(round(math.log(mean / (1 - mean)), 2), 0.0)
    odds = np.array([model.log_odds(row.share) for row in own])
    right = np.array([float(row.right) for row in own])

    def loss(line: Any) -> float:
        scores = line[0] + line[1] * odds
        distance = line[0] ** 2 + (line[1] - 1) ** 2
        return float((np.logaddexp(0, scores) - right * scores).sum() + PENALTY * distance)

    level, slope = minimize(loss, [0.0, 1.0]).x
    return model.Line(round(float(level), 2), round(float(slope), 2))


def _fold(article: str) -> int:
    return hashlib.sha256(article.encode()).digest()[0] % FOLDS


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    args = parser.parse_args()
    path = Path(attribution.__file__).parent / "data" / "confidence.txt"
    path.write_text("named 0 1\nnobody 0 1\n", encoding="utf-8")
    rows = list(judged(args.shared, args.annotated))
    for named in (True, False):
        given = []
        for fold in range(FOLDS):
            line = fitted([row for row in rows if _fold(row.article) != fold], named)
            own = [row for row in rows if _fold(row.article) == fold and row.named == named]
            given += [(model.straightened(row.share, line), row.right) for row in own]
        print(f"\n{'somebody' if named else 'nobody'} named, {len(given)} quotes")
        print("| confidence | quotes | mean confidence | right |\n| --- | --- | --- | --- |")
        for low, high in itertools.pairwise(BOUNDS):
            some = [g for g in given if low <= g[0] < high]
            if some:
                mean, right = sum(g[0] for g in some) / len(some), sum(g[1] for g in some) / len(some)
                print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {mean:.2f} | {100 * right:.0f} % |")
    named_line, nobody = fitted(rows, True), fitted(rows, False)
    path.write_text(
        "# How sure a speaker is, from the share of the choice: level and slope of its log odds"
        " (training/calibrate_quotes.py)\n"
        f"named {named_line.level} {named_line.slope}\nnobody {nobody.level} {nobody.slope}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
