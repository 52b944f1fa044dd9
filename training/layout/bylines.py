"""Train the choice of the byline.

    python training/layout/bylines.py [--folds DIR] [--markup DIR]

Learns, from the pages of all corpora whose gold names authors, a log-linear choice among the lines that may
be the byline and "none", and writes its weights into the shipped models and into the models of each fold
(those of `train.py` and of `markup.py`), which then have seen no page of the fold's publishers. All lines are
labelled by the models of the page's fold. Without `--markup` the model of markup stays as it is, without
`--folds` those of texts, and those of long or of short ones where DIR has no fold models of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from alignment import labels_of, plain
from corpora import dump_of, gold_of, group_of, markup_of
from excerpts import excerpt
from pages import units_in
from scipy.optimize import minimize
from set_pages import AROUND, Laid, set_dumps
from train import DATA, FOLDS, fold_of, parts_in, write
from written import dump_in

from artparse.errors import ArtparseError
from artparse.layout.credits.bylines import measured
from artparse.layout.credits.credits import signed_near
from artparse.layout.evidence.headline import joined
from artparse.layout.evidence.stated import stated_of
from artparse.layout.lines.authors import authors_of
from artparse.layout.lines.units import units_of
from artparse.layout.models.model import LONG, SECOND, SHORTENED, Model, model_for, model_of, shipped_model
from artparse.layout.steps.tables import labelled
from artparse.reading import read

CORPORA = ("fundus", "trafilatura", "wcxb")
PENALTY = 6.0
WEIGHTS = {"fundus": (12.0, 12.0), "trafilatura": (1.0, 0.35), "wcxb": (0.5, 0.25), "written": (1.0, 0.5)}
"""The weight of a page of each corpus, and of one where no line has a right author: but for that of `fundus`
the gold misses many authors, or has them from what a reader of the text does not see."""
COPIES = 2
"""Shorter copies of each page of `fundus`."""
LEAST = {LONG: -0.35, SHORTENED: -1.5, "markup_model": 0.0}
"""Log-odds against "none" that a line needs."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page, or a shorter copy of it."""

    corpus: str
    gold: dict[str, Any]
    group: str
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """The lines of a page that may be its byline."""

    fold: int
    weight: float
    rows: list[list[float]]
    right: list[bool]


def dumps() -> Iterator[Source]:
    """The dumps of all corpora, and those of pages made of written dumps."""
    for corpus, name, gold in golds():
        yield Source(corpus, gold, group_of(corpus, name, gold), dump_of(corpus, name))
    for group, gold, page in signed():
        yield Source("written", gold, group, dump_in(page.lines).encode())


def copies() -> Iterator[Source]:
    """Shorter copies of the dumps whose whole article is known."""
    for corpus, name, gold in golds():
        dump = dump_of(corpus, name)
        units = units_in(dump.decode("utf-8"))[1] if corpus == "fundus" and dump.strip() else []
        labels = labels_of(units, gold) if units else None
        for copy in range(COPIES if labels else 0):
            if found := excerpt(units, labels or [], f"byline {name} {copy}"):
                text = "".join("\n" * unit.gap + unit.text for unit in found[0]).strip()
                yield Source(corpus, gold, group_of(corpus, name, gold), text.encode())


def web_pages() -> Iterator[Source]:
    """The web pages of all corpora, and those made of written dumps."""
    for corpus, name, gold in golds():
        yield Source(corpus, gold, group_of(corpus, name, gold), markup_of(corpus, name))
    for group, gold, page in signed():
        yield Source("written", gold, group, page.markup.encode())


def signed() -> Iterator[tuple[str, dict[str, Any], Laid]]:
    """Kind of dump, its authors and the page made of it, of the written dumps that name authors or nobody."""
    for group, page in set_dumps(1, AROUND):
        credit = [line for letter, line in page.lines if letter == "B"]
        authors = [name for line in credit for name in authors_of(line)]
        if authors or not credit:
            yield group, {"authors": authors}, page


def golds() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Corpus, name and gold of the pages whose authors are known."""
    for corpus in CORPORA:
        for name, gold in gold_of(corpus).items():
            if "authors" in gold:
                yield corpus, name, gold


def pages(sources: Iterable[Source], kind: str, models: Callable[[int, str], Model]) -> list[Page]:
    """The lines of sources, of `kind` `text` or `html`; `models` gives a fold's model of a name."""
    found = []
    for source in sources:
        try:
            document = read(source.data, input_format=kind)
        except ArtparseError:
            continue
        fold = fold_of(source.group)
        units = joined(units_of(document.text, document.blocks), stated_of(document.evidence))
        name = model_for(len(units), markup=kind == "html")
        second = models(fold, SECOND[name]) if name in SECOND else None
        page = labelled(document, units, models(fold, name), second)
        units, labels = list(page.units), page.labels
        wanted = set(map(plain, source.gold["authors"]))
        rows, right = [], []
        for i, row in measured(units, labels, signed_near(units, labels)):
            rows.append([*row, 1.0])
            right.append(not wanted.isdisjoint(map(plain, authors_of(units[i].text))))
        known, unnamed = WEIGHTS[source.corpus]
        weight = known if any(right) else unnamed
        if rows:
            found.append(Page(fold, weight, rows, right))
    return sorted(found)


def train(learnt_from: Sequence[Page]) -> list[float]:
    """The weights of the measures, and last what each candidate has beyond "none"."""
    size = len(learnt_from[0].rows[0])
    rows = np.array([row for page in learnt_from for row in (*page.rows, [0.0] * size)])
    right = np.array([x for page in learnt_from for x in (*page.right, not any(page.right))], dtype=float)
    counts = np.array([len(page.rows) + 1 for page in learnt_from])
    starts = np.cumsum(counts) - counts
    weights_of_pages = np.array([page.weight for page in learnt_from])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        penalized = np.append(weights[:-1], 0.0)
        scores = rows @ weights
        shares = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), counts))
        shares /= np.repeat(np.add.reduceat(shares, starts), counts)
        hit = np.add.reduceat(shares * right, starts)
        value = PENALTY / 2 * float(penalized @ penalized) - float(weights_of_pages @ np.log(hit))
        pull = np.repeat(weights_of_pages, counts) * (shares * right / np.repeat(hit, counts) - shares)
        return value, PENALTY * penalized - rows.T @ pull

    best: list[float] = minimize(
        loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    ).x
    return best


def renew(found: Sequence[Page], name: str, folds: Path) -> None:
    """Write the weights learnt from `found` into the shipped model of a name, and into those of its folds."""
    for fold in range(FOLDS):
        put(folds / f"{fold}.json", train([p for p in found if p.fold != fold]), LEAST[name])
    put(DATA / f"{name}.json", train(found), LEAST[name])


def put(path: Path, weights: Sequence[float], least: float) -> None:
    """Write the weights of the byline into a model there is."""
    rounded = [round(float(x), 2) for x in (*weights[:-1], weights[-1] - least)]
    write(path, json.loads(path.read_text(encoding="utf-8")) | {"byline": rounded})


def renew_texts(folder: Path) -> None:
    """Write the weights of the models of texts, by the fold models in a folder."""
    folds = {
        name: [model_of(part) for part in parts_in(folder / name)] for name in (*SECOND, *SECOND.values())
    }

    def models(fold: int, name: str) -> Model:
        return folds[name][fold] if folds[name] else shipped_model(name)

    of_text = pages(dumps(), "text", models)
    if folds[LONG]:
        renew(of_text, LONG, folder / LONG)
    if folds[SHORTENED]:
        renew([*of_text, *pages(copies(), "text", models)], SHORTENED, folder / SHORTENED)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, help="folder of the fold models for text")
    parser.add_argument("--markup", type=Path, help="folder of those for markup")
    args = parser.parse_args()
    if args.folds:
        renew_texts(args.folds)
    if args.markup:
        markup = [model_of(part) for part in parts_in(args.markup)]
        of_markup = pages(web_pages(), "html", lambda fold, _: markup[fold])
        renew(of_markup, "markup_model", args.markup)


if __name__ == "__main__":
    main()
