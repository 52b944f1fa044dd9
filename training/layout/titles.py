"""Grow the trees that choose the headline of long texts, or of short ones.

    python training/layout/titles.py --folds DIR [--short] [--cross] [--pages FILE] [--jobs N]

They learn from the headlines of `wcxb`, `fundus` and `trafilatura`; of annotated pages the headline is the
annotated line. Those of short texts learn from shorter copies of annotated pages, `fundus` and clean
articles, and from written dumps, too. DIR holds the fold models of `train.py`, `web.py` and `headings.py`,
which label the pages. Writes the trees into `layout_model.json`, or with `--short` into `short_model.json`,
and, each without the publishers of its fold, into the models of that name in DIR. `--cross` prints the share
of right headlines of publishers that the trees have not seen, in five folds, and writes nothing. Sealed pages
take no part.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import plain
from annotated import annotated, titles_in
from both import seen
from copies import told_copies
from corpora import dump_of, gold_of, group_of
from jobs import in_parts, shared_out
from pages import FOR_TITLES, Page, clean_pages, excerpts_of, gold_pages, kept_in, page_of, units_in
from set_pages import long_pages
from train import CLEAN_STEP, DATA, FOLDS, TITLE, fold_of, parts_in, tree_of, write
from written import written_pages

from artparse.layout.models.model import LONG, SECOND, SHORT, SHORTENED, Model, model_of
from artparse.layout.titles.choice import headline_in
from artparse.layout.titles.measures import measured

TREES = 250
WEIGHTS = {
    "wcxb": 1.0,
    "fundus": 1.5,
    "trafilatura": 1.0,
    "copies": 0.5,
    "clean": 1.0,
    "written": 2.0,
    "set": 0.5,
}
"""Of a page, by its corpus; those of `fundus` come in five ways."""


class Asked(NamedTuple):
    """A page whose headline is known."""

    corpus: str
    fold: int
    rows: list[list[float]]
    right: list[int]
    """The rows that are the headline; none where the page shows it and no row is it."""


def pages_of(corpus: str) -> Iterator[Page]:
    """The dumps of a corpus."""
    for name, gold in gold_of(corpus).items():
        text = dump_of(corpus, name).decode("utf-8")
        if not gold.get("title") or not text.strip():
            continue
        if own := annotated()[corpus].get(name):
            told = titles_in(text, own, gold if corpus == "wcxb" else {})
            gold = gold | {"title": told[0] if told else None, "title_also": told[1:]}
        yield page_of(group_of(corpus, name, gold), *units_in(text), [], gold)


def known_pages(kind: str) -> Iterator[tuple[str, Page]]:
    """The long or short pages that are learnt from, with their corpus."""
    if kind == SHORTENED:
        for page in excerpts_of(list(gold_pages(FOR_TITLES)), 1):
            yield "fundus", page
        for page in clean_pages(CLEAN_STEP):
            yield "clean", page
        for page in told_copies("titles"):
            yield "copies", page
        for page in written_pages(FOR_TITLES[1:]):
            yield "written", page
    else:
        for page in long_pages(FOR_TITLES[1:]):
            yield "set", page
    for page in gold_pages(FOR_TITLES):
        yield "fundus", page
    for corpus in ("trafilatura", "wcxb"):
        for page in pages_of(corpus):
            yield corpus, page


def asked(
    kind: str, pages: Sequence[tuple[str, Page]], folds: Sequence[Model], seconds: Sequence[Model]
) -> Iterator[Asked]:
    """What is asked of pages, by the models of their folds."""
    for corpus, page in pages:
        if not page.units or (len(page.units) <= SHORT) != (kind == SHORTENED):
            continue
        fold = fold_of(page.group)
        both = seen(page, folds[fold], seconds[fold])
        margins = both.margins(folds[fold])
        options, rows = measured(page.text, page.units, page.looks, both.labels, margins, both.web.title)
        said = [{plain(o.head.text), plain(o.head.text[headline_in(o.head.text) :])} for o in options]
        hits = [k for k, words in enumerate(said) if not words.isdisjoint(page.titles)]
        shown = any(title in plain(unit.text) for title in page.titles for unit in page.units)
        if options:
            yield Asked(corpus, fold, rows, hits or ([] if shown else [len(options)]))


def grown(pages: Sequence[Asked]) -> lightgbm.Booster:
    """The trees learnt from pages."""
    known = [page for page in pages if page.right]
    data = lightgbm.Dataset(
        numpy.array([row for page in known for row in page.rows]),
        numpy.array([int(k in page.right) for page in known for k in range(len(page.rows))]),
        group=[len(page.rows) for page in known],
        weight=numpy.array([WEIGHTS[page.corpus] for page in known for _ in page.rows]),
    )
    return lightgbm.train(TITLE, data, TREES)


def cross(pages: Sequence[Asked]) -> None:
    """Print how many headlines are right of publishers not learnt from."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        trees = grown([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold == fold:
                count[page.corpus] += 1
                best = int(numpy.argmax(trees.predict(numpy.array(page.rows), raw_score=True)))
                right[page.corpus] += best in page.right
    for corpus in count:
        print(f"{corpus:12} {count[corpus]:4} pages, {100 * right[corpus] / count[corpus]:.1f} right")


def trees_of(pages: Sequence[Asked]) -> list[Any]:
    """The trees learnt from pages, as models hold them."""
    return [tree_of(tree["tree_structure"]) for tree in grown(pages).dump_model()["tree_info"]]


def put(path: Path, trees: list[Any]) -> None:
    """Write trees into a model there is."""
    write(path, json.loads(path.read_text(encoding="utf-8")) | {"title": trees})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--pages", type=Path, help="file in which the dumps that were read are kept")
    parser.add_argument("--jobs", type=int, default=1, help="processes that share the work")
    parser.add_argument("--short", action="store_true", help="those of short texts")
    parser.add_argument("--cross", action="store_true")
    args = parser.parse_args()
    kind = SHORTENED if args.short else LONG
    news, web = ([model_of(part) for part in parts_in(args.folds / name)] for name in (kind, SECOND[kind]))
    with kept_in(args.pages):
        known = list(known_pages(kind))
    pages = sorted(shared_out(lambda part: asked(kind, part, news, web), known, args.jobs))
    if args.cross:
        cross(pages)
        return
    # The last are learnt from all pages.
    trees = in_parts(lambda n: trees_of([page for page in pages if page.fold != n]), FOLDS + 1, args.jobs)
    for fold in range(FOLDS):
        put(args.folds / kind / f"{fold}.json", trees[fold])
    put(DATA / f"{kind}.json", trees[FOLDS])


if __name__ == "__main__":
    main()
