"""Train the second model for long texts, learnt from web pages of all kinds, and the trees that weigh it.

    python training/layout/web.py --folds DIR

Writes `web_model.json` into `src/artparse/data` and, to a folder of that name in DIR, a model for each
fold, learnt from all other sites, to judge that fold by. DIR holds the fold models of `train.py`, which say
what the first model makes of each page. The second one's labels are learnt from `wcxb` alone; the trees
from the lines of `wcxb`, of `fundus` and of `trafilatura` of which it is known whether they are of the
article. Sealed pages take no part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import labels_of, plain
from corpora import dump_of, gold_of, group_of
from pages import Page, page_of, units_in
from silver import known_of
from train import DATA, FOLDS, GROWN, fold_of, labelled, parts_in, train_labels, tree_of, write

from artparse.layout.model import LONG, SHORT, WEB, Model, model_of, shipped_model, weight_of
from artparse.layout.titles import BODY
from artparse.layout.web import measured, odds_of

LABELS = ("before", "title", "body", "between", "after")
RUN = 4
"""Words in a row that a line shares with the article where they are of it."""
SHARED = 0.6
"""Share of a line's runs that the article has, from which on it is of it."""
PLACES = 12
"""Places of the article where a line may stand, at most."""
BACK = 400
"""Such places of lines before that are looked at for what comes before a line."""
LEAST_FOUND = 0.5
"""Share of the article that a dump shows, at least, where its page is learnt from."""
WRONG = frozenset(("article_0151", "article_1396", "article_4503"))
"""Pages whose gold is not what they show."""
ITERATIONS = 100
TREES = 100
WEIGHED = GROWN | {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.4,
}
"""How the trees are grown."""
WEIGHTS = {"wcxb": 1.0, "fundus": 30.0, "trafilatura": 2.0}
"""Of a line, by its corpus: `fundus` is small, and its gold the most exact."""


class Line(NamedTuple):
    """A line that is looked at: its page's fold, measures, whether it is of the article, and its weight."""

    fold: int
    row: list[float]
    told: bool
    weight: float


def web_pages() -> Iterator[tuple[str, Page]]:
    """The pages of `wcxb` that show their article, with labels of `LABELS`."""
    for name, gold in gold_of("wcxb").items():
        text = dump_of("wcxb", name).decode("utf-8")
        words = plain(gold.get("body")).split()
        if name in WRONG or not words or not text.strip():
            continue
        page = page_of(group_of("wcxb", name, gold), *units_in(text), [], gold)
        if labels := aligned([plain(unit.text).split() for unit in page.units], words, page.titles):
            yield name, replace(page, labels=labels)


def aligned(lines: Sequence[list[str]], words: list[str], titles: Sequence[str]) -> list[str] | None:
    """A label for each line, by its words; null where the lines do not show the article of these `words`."""
    found = _chain(lines, words)
    if sum(len(lines[i]) for i in found) < LEAST_FOUND * len(words):
        return None
    runs = set(_runs(words))
    inside = set(found)
    order = sorted(found)
    for before, behind in pairwise(order):
        around = " ".join(["", *words[max(0, found[before] - 2) : found[behind] + 9], ""])
        for i in range(before + 1, behind):
            own = lines[i]
            if own and (f" {' '.join(own)} " in around or _share(own, runs) >= SHARED):
                inside.add(i)
    first, last = order[0], order[-1]
    labels = [
        "body" if i in inside else "before" if i < first else "after" if i > last else "between"
        for i in range(len(lines))
    ]
    headlines = [i for i in range(first + 1) if " ".join(lines[i]) in titles]
    if headlines:
        labels[headlines[-1]] = "title"
    return labels


def _chain(lines: Sequence[list[str]], words: list[str]) -> dict[int, int]:
    """Lines of the article in its order, as many words as can be, and where in it each stands."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(_runs(words)):
        places.setdefault(run, []).append(at)
    runs = set(places)
    options: list[tuple[int, int]] = []
    for i, own in enumerate(lines):
        if _share(own, runs) >= SHARED:
            told = [*_runs(own)[:3], _runs(own)[-1]]
            stands = sorted({at for run in told for at in places.get(run, ())[:6]})
            options += [(i, at) for at in stands[:PLACES]]
    best: list[int] = []
    behind: list[int] = []
    for k, (i, at) in enumerate(options):
        most, back = 0, -1
        for j in range(max(0, k - BACK), k):
            if options[j][0] < i and options[j][1] < at and best[j] > most:
                most, back = best[j], j
        best.append(most + len(lines[i]))
        behind.append(back)
    found: dict[int, int] = {}
    k = max(range(len(best)), key=best.__getitem__, default=-1)
    while k >= 0:
        found[options[k][0]] = options[k][1]
        k = behind[k]
    return found


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*[words[k:] for k in range(RUN)], strict=False))


def _share(words: Sequence[str], runs: set[tuple[str, ...]]) -> float:
    """Share of the runs of some words that are among `runs`."""
    own = _runs(words)
    return sum(run in runs for run in own) / len(own) if own else 0.0


def known_pages() -> Iterator[tuple[str, Page, list[bool | None]]]:
    """Long pages of all corpora, and of each unit whether it is of the article, as far as that is known."""
    for _, page in web_pages():
        yield "wcxb", page, [x == "body" for x in page.labels]
    for corpus in ("fundus", "trafilatura"):
        for name, gold in gold_of(corpus).items():
            text = dump_of(corpus, name).decode("utf-8")
            if not text.strip():
                continue
            source, units = units_in(text)
            labels = (labels_of(units, gold) or []) if corpus == "fundus" else []
            page = page_of(group_of(corpus, name, gold), source, units, labels, gold)
            if corpus == "trafilatura":
                yield corpus, page, known_of(page.units, gold)
            elif labels:
                yield corpus, page, [None if x == "subtitle" else x in BODY for x in page.labels]


def lines_of(
    corpus: str, page: Page, known: Sequence[bool | None], news: Model, web: Model
) -> Iterator[Line]:
    """The lines of a page that are looked at, by models that have not seen its site."""
    odds = odds_of([weight_of(own, web) for own in page.features], web)
    labels, _, leaning = labelled(page, news)
    asked = measured(page.looks, labels, leaning, news, odds)
    for i, row in zip(asked.lines, asked.rows, strict=True):
        told = known[i]
        if told is not None:
            weight = (min(page.looks[i].length, 600.0) + 30) ** 0.5 / 10
            yield Line(fold_of(page.group), row, told, WEIGHTS[corpus] * weight)


def grown(lines: Sequence[Line]) -> list[Any]:
    """The trees that tell lines of the article from others."""
    data = lightgbm.Dataset(
        numpy.array([line.row for line in lines]),
        numpy.array([int(line.told) for line in lines]),
        weight=numpy.array([line.weight for line in lines]),
    )
    model = lightgbm.train(WEIGHED, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--trees", action="store_true", help="only the trees, in models there are")
    args = parser.parse_args()
    folder = args.folds / WEB
    folder.mkdir(parents=True, exist_ok=True)
    if not args.trees:
        pages = [page for _, page in web_pages()]
        for fold in range(FOLDS):
            others = [page for page in pages if fold_of(page.group) != fold]
            write(folder / f"{fold}.json", train_labels(others, ITERATIONS, LABELS))
        write(DATA / f"{WEB}.json", train_labels(pages, ITERATIONS, LABELS))
    parts = parts_in(folder)
    news, web = ([model_of(part) for part in own] for own in (parts_in(args.folds / LONG), parts))
    # Of wcxb no first model has ever seen a page.
    shipped_news = [shipped_model(LONG)] * FOLDS
    lines = [
        line
        for corpus, page, known in known_pages()
        if len(page.units) > SHORT
        for fold in [fold_of(page.group)]
        for line in lines_of(
            corpus, page, known, (shipped_news if corpus == "wcxb" else news)[fold], web[fold]
        )
    ]
    for fold, part in enumerate(parts):
        trees = grown([line for line in lines if line.fold != fold])
        write(folder / f"{fold}.json", part | {"admission": trees})
    shipped = json.loads((DATA / f"{WEB}.json").read_text(encoding="utf-8"))
    write(DATA / f"{WEB}.json", shipped | {"admission": grown(lines)})


if __name__ == "__main__":
    main()
