"""Learn how sure a quote's speaker is, from articles that no rule or weight was made on.

    python training/annotations/lay_out.py build/annotated
    python training/calibrate_quotes.py SHARED build/annotated [--halves]

Reads the open part of `annotations/speakers.json` and `annotations/more_speakers.json`, and
`annotations/judged.json`. Writes
src/artparse/quotes/data/confidence.txt: for a speaker who is named and for one who is not, a level, a
slope of the log odds, and what doubt takes away that somebody said the words at all. So little text bears
no finer map. Which words are nobody's is told on an annotated article by a model that has not seen its
site. Prints what each fifth of the articles gives with the numbers that the other four give. `--halves`
writes nothing and prints what the unread half gives with the numbers of the other (`halves.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

import train_nobody
from annotators import iou, same_person
from artparse.article import plain
from artparse.data.tables import Numbers
from artparse.quotes import attribution, model
from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.nobody import judging
from artparse.quotes.record import DOUBT_OF_UNJUDGED, assemble
from halves import half_of

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
sys.path.append(str(Path(__file__).parent / "layout"))

from corpora import gold_of

FOLDS = 5
PENALTY = 0.5
"""On the distance from no change; keeps a fold with few quotes from extremes."""
PRIOR = 10, 0.63
"""So many quotes with nobody named count beside those found, with the share that is right in `newsquotes`."""
BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Judged(NamedTuple):
    """One quote of the program's: how sure it was before any map, and whether the speaker is right."""

    article: str
    share: float
    doubt: float
    right: bool
    named: bool


def judged(shared: Path, annotated: Path) -> Iterator[Judged]:
    """The quotes of articles of open sites whose speaker annotators, or a reader of the output, know."""
    articles = [*train_nobody.articles_of(shared, annotated)]
    samples = train_nobody.samples_of_all(articles)
    folds = range(train_nobody.FOLDS)
    weights = [train_nobody.fit([s for s in samples if s.fold != fold]) for fold in folds]
    for article in articles:
        if article.corpus == "newsquotes":
            continue
        own = weights[train_nobody.fold_of(article)]
        for quote, doubt in quotes_of(article, own):
            for offsets, who in article.speakers.items():
                start, end = map(int, offsets.split("-"))
                if who not in ("?", "OUT") and iou(tuple(quote["span"]), (start, end)) >= 0.5:
                    yield _judged(article.name, quote, doubt, _is_right(quote["speaker"], who))
    annotations = Path(__file__).parent / "annotations"
    read = json.loads((annotations / "judged.json").read_text(encoding="utf-8"))
    known = {article.name for article in articles}
    for name, quotes in read.items():
        if name in known:
            continue
        gold = gold_of("wcxb")[name.removeprefix("wcxb_")]
        text = f"{gold['title']}\n\n{gold['body']}\n"
        page = train_nobody.Article("judged", name, name, text, {})
        for quote, doubt in quotes_of(page, None):
            verdict = quotes.get("-".join(map(str, quote["span"])))
            if verdict is not None and verdict["speaker"] == quote["speaker"]:
                yield _judged(name, quote, doubt, verdict["right"])


def quotes_of(
    article: train_nobody.Article, weights: Mapping[str, int] | None
) -> Iterator[tuple[dict[str, Any], float]]:
    """The quotes of an article, each with the share of its choice as `confidence`, and its doubt."""
    decided: list[tuple[Decision, ...]] = []
    read = model.weights

    def look(reader: Any, decisions: list[Decision], *rest: Any) -> Any:
        decided.append(tuple(decisions))
        return assemble(reader, decisions, *rest)

    def told(asked: str) -> Numbers:
        return weights if asked == judging.WEIGHTS and weights is not None else read(asked)

    untouched = {"named": model.Line(0.0, 1.0), "nobody": model.Line(0.0, 1.0)}
    with (
        patch.object(attribution, "assemble", look),
        patch.object(model, "lines", lambda _: untouched),
        patch.object(model, "weights", told),
    ):
        quotes = plain(train_nobody.told_of(article).quotes)
    for quote, decision in zip(quotes, decided[0] if decided else (), strict=True):
        yield quote, DOUBT_OF_UNJUDGED if decision.doubt is None else decision.doubt


def _is_right(speaker: str | None, who: str) -> bool:
    if speaker is None or who in ("UNNAMED", "NONE"):
        return speaker is None and who == "UNNAMED"
    return same_person(speaker, who)


def _judged(article: str, quote: dict[str, Any], doubt: float, right: bool) -> Judged:
    return Judged(article, quote["confidence"], doubt, right, quote["speaker"] is not None)


def fitted(rows: Sequence[Judged], named: bool) -> model.Line:
    """The numbers for speakers who are named, or not: there neither share nor doubt tells anything."""
    own = [row for row in rows if row.named == named]
    if not named:
        count, share = PRIOR
        mean = (count * share + sum(row.right for row in own)) / (count + len(own))
        return model.Line(round(model.log_odds(mean), 2), 0.0)
    odds = np.array([model.log_odds(row.share) for row in own])
    doubts = np.array([max(-model.MOST, min(row.doubt, model.MOST)) for row in own])
    right = np.array([float(row.right) for row in own])

    def loss(line: Any) -> float:
        scores = line[0] + line[1] * odds - line[2] * doubts
        distance = line[0] ** 2 + (line[1] - 1) ** 2 + line[2] ** 2
        return float((np.logaddexp(0, scores) - right * scores).sum() + PENALTY * distance)

    return model.Line(*(round(float(number), 2) for number in minimize(loss, [0.0, 1.0, 0.0]).x))


def _written(line: model.Line) -> str:
    return " ".join(map(str, line))


def _fold(article: str) -> int:
    return hashlib.sha256(article.encode()).digest()[0] % FOLDS


def print_bands(title: str, given: Sequence[tuple[float, bool]]) -> None:
    """How many of the quotes of each confidence are right."""
    print(f"\n{title}, {len(given)} quotes")
    print("| confidence | quotes | mean confidence | right |\n| --- | --- | --- | --- |")
    for low, high in itertools.pairwise(BOUNDS):
        some = [g for g in given if low <= g[0] < high]
        if some:
            mean, right = sum(g[0] for g in some) / len(some), sum(g[1] for g in some) / len(some)
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {mean:.2f} | {100 * right:.0f} % |")


def straightened(
    line: model.Line, rows: Sequence[Judged], named: bool, own: Callable[[Judged], bool]
) -> list[tuple[float, bool]]:
    """The confidence that a line gives to quotes of one's own, and whether they are right."""
    some = (row for row in rows if row.named == named and own(row))
    return [(model.straightened(row.share, line, row.doubt), row.right) for row in some]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--halves", action="store_true")
    args = parser.parse_args()
    path = Path(attribution.__file__).parent / "data" / "confidence.txt"
    rows = list(judged(args.shared, args.annotated))
    if args.halves:
        articles = train_nobody.articles_of(args.shared, args.annotated)
        unread = {article.name for article in articles if half_of(article) == "unread"}
        for named in (True, False):
            line = fitted([row for row in rows if row.article not in unread], named)
            given = straightened(line, rows, named, lambda row: row.article in unread)
            print_bands("somebody named" if named else "nobody named", given)
        return
    for named in (True, False):
        given = []
        for fold in range(FOLDS):
            line = fitted([row for row in rows if _fold(row.article) != fold], named)
            given += straightened(line, rows, named, lambda row, fold=fold: _fold(row.article) == fold)  # type: ignore[misc]
        print_bands("somebody named" if named else "nobody named", given)
    named_line, unnamed_line = fitted(rows, True), fitted(rows, False)
    path.write_text(
        "# How sure a speaker is, from the share of the choice: level and slope of its log odds, and"
        " what doubt in the words takes away (training/calibrate_quotes.py)\n"
        f"named {_written(named_line)}\nnobody {_written(unnamed_line)}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
