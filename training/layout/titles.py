"""Learn more trees for headlines, from pages of the web of all kinds.

    python training/layout/titles.py --folds DIR [--cross]

The trees of `train.py` have seen news alone. These go on from them (their sums are where the new ones start),
on the headlines of `wcxb`, its shorter copies, `fundus` and `trafilatura`; the set is added to the model of
whole texts, with `--short` to that of short ones too. DIR holds the fold models of `train.py`, which label
the pages of the last two, and of `web.py` and `headings.py`; the shipped first models have never seen a page
of `wcxb`. Of annotated pages the headline is the annotated line. `--cross` prints the share of right
headlines of publishers that the trees have not seen, in five folds, and writes nothing; without it the models
of the folds get such trees, too. Sealed pages take no part.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import labels_of, plain
from annotated import annotated, titles_in
from both import seen
from corpora import dump_of, gold_of, group_of
from pages import Page, excerpts_of, gold_pages, page_of, units_in
from train import DATA, FOLDS, MODELS, TITLE, fold_of, parts_in, predicted, tree_of, write

from artparse.layout.model import LONG, SHORT, WEB, Model, model_of, shipped_model
from artparse.layout.titles import headline_in, measured
from artparse.layout.trees import worth_of

TREES = 100
SEED = 5
"""Of four settings and seeds the one that keeps most headlines of the fixtures; in folds they are alike."""
OLD = 150
"""Trees that `train.py` grows: those behind them are this script's."""
COPIES = 4
"""Shorter copies of each page of `fundus`."""
WEIGHTS = {"wcxb": 1.0, "wcxb, short": 0.7, "fundus": 4.0, "fundus, short": 6.0, "trafilatura": 1.0}


class Asked(NamedTuple):
    """A page whose headline is known."""

    corpus: str
    group: str
    rows: list[list[float]]
    right: list[int] | None
    """The rows that are the headline; null where the page shows it and no row is it."""
    before: list[float]
    """What the old trees say of each row."""


def pages_of(corpus: str) -> Iterator[Page]:
    """The dumps of a corpus, labelled where the gold has the whole article."""
    for name, gold in gold_of(corpus).items():
        text = dump_of(corpus, name).decode("utf-8")
        if not gold.get("title") or not text.strip():
            continue
        source, units = units_in(text)
        if own := annotated()[corpus].get(name):
            told = titles_in(text, own, gold if corpus == "wcxb" else {})
            gold = gold | {"title": told[0] if told else None, "title_also": told[1:]}
        if corpus == "wcxb" and gold.get("body"):
            paragraphs = [line for line in gold["body"].split("\n") if line.strip()]
            gold = gold | {"sections": [{"heading": None, "paragraphs": paragraphs}]}
        labels = labels_of(units, gold) if gold.get("sections") else None
        yield page_of(group_of(corpus, name, gold), source, units, labels or [], gold)


def asked(folds: Sequence[Model], seconds: Sequence[Model]) -> Iterator[Asked]:
    """All pages that are learnt from."""
    whole, short = (shipped_model(name) for name in MODELS)
    old = {name: json.loads((DATA / f"{name}.json").read_text("utf-8"))["title"][:OLD] for name in MODELS}
    news, web = list(gold_pages(("plain",))), list(pages_of("wcxb"))
    for corpus, page in chain(
        (("fundus", page) for page in news),
        (("fundus, short", page) for page in excerpts_of(news, COPIES)),
        (("trafilatura", page) for page in pages_of("trafilatura")),
        (("wcxb", page) for page in web),
        (("wcxb, short", page) for page in excerpts_of(web, 1)),
    ):
        if not page.units:
            continue
        is_short = len(page.units) <= SHORT
        model = short if is_short else whole if corpus.startswith("wcxb") else folds[fold_of(page.group)]
        if is_short:
            labels, margins = predicted(page, model)
            odds: list[float] = []
        else:
            both = seen(page, model, seconds[fold_of(page.group)])
            labels, margins, odds = both.labels, both.margins(model), both.titles
        options, rows = measured(page.text, page.units, page.looks, labels, margins, odds)
        said = [{plain(o.head.text), plain(o.head.text[headline_in(o.head.text) :])} for o in options]
        hits = [k for k, words in enumerate(said) if not words.isdisjoint(page.titles)]
        shown = any(title in plain(unit.text) for title in page.titles for unit in page.units)
        right = hits or (None if shown else [len(options)])
        trees = old[MODELS[is_short]]
        if options:
            yield Asked(corpus, page.group, rows, right, [worth_of(row, trees) for row in rows])


def grown(pages: Sequence[Asked]) -> lightgbm.Booster:
    """Trees that go on from the old ones."""
    known = [page for page in pages if page.right is not None]
    data = lightgbm.Dataset(
        numpy.array([row for page in known for row in page.rows]),
        numpy.array([int(k in (page.right or ())) for page in known for k in range(len(page.rows))]),
        group=[len(page.rows) for page in known],
        weight=numpy.array([WEIGHTS[page.corpus] for page in known for _ in page.rows]),
        init_score=numpy.array([score for page in known for score in page.before]),
    )
    return lightgbm.train(TITLE | {"seed": SEED}, data, TREES)


def cross(pages: Sequence[Asked]) -> None:
    """Print how many headlines are right, before and with the new trees, of publishers not learnt from."""
    count: Counter[str] = Counter()
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for fold in range(FOLDS):
        trees = grown([page for page in pages if fold_of(page.group) != fold])
        for page in pages:
            if fold_of(page.group) == fold:
                more = trees.predict(numpy.array(page.rows), raw_score=True)
                right = page.right or ()
                count[page.corpus] += 1
                before[page.corpus] += int(numpy.argmax(page.before)) in right
                after[page.corpus] += int(numpy.argmax(numpy.array(page.before) + more)) in right
    for corpus in WEIGHTS:
        shares = [100 * found[corpus] / count[corpus] for found in (before, after)]
        print(
            f"{corpus:15} {count[corpus]:4} pages, {shares[0]:.1f} before, {shares[1]:.1f} with the new trees"
        )


def write_folds(pages: Sequence[Asked], folder: Path) -> None:
    """Write for each fold the models with trees that have not seen its publishers, for `sureness.py`."""
    for fold in range(FOLDS):
        new = _trees(grown([page for page in pages if fold_of(page.group) != fold]))
        for name in MODELS:
            path = folder / name / f"{fold}.json"
            shipped = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
            own = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
            write(path, shipped | own | {"title": shipped["title"][:OLD] + new})


def _trees(booster: lightgbm.Booster) -> list[Any]:
    return [tree_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--short", action="store_true", help="also into the model of short texts")
    args = parser.parse_args()
    models = ([model_of(part) for part in parts_in(args.folds / name)] for name in (LONG, WEB))
    pages = list(asked(*models))
    if args.cross:
        cross(pages)
        return
    new = _trees(grown(pages))
    for name in MODELS if args.short else (LONG,):
        model = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
        write(DATA / f"{name}.json", model | {"title": model["title"][:OLD] + new})
    write_folds(pages, args.folds)


if __name__ == "__main__":
    main()
