"""Train the trees that tell headings of the body from its paragraphs, in long texts or in short ones.

    python training/layout/headings.py --folds DIR [--short] [--cross] [--pages FILE] [--jobs N]

Writes them into `web_model.json`, or with `--short` into `short_web_model.json`, and into the models of that
name in DIR, after `web.py`. Learnt from `fundus` and from the annotated pages (`annotated.py`), for short
texts from shorter copies of these and from written dumps, each labelled by models that have not seen its
publisher. `--cross` prints how many lines are right in folds, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from annotated import ANNOTATED, annotated_pages
from both import seen
from copies import told_copies
from jobs import in_parts, shared_out
from pages import REWRITTEN, Page, excerpts_of, gold_pages, kept_in
from set_pages import long_pages as set_pages
from train import DATA, FOLDS, GROWN, fold_of, parts_in, tree_of, write
from written import written_pages

from artparse.layout.body.headings import KEPT, TAKEN, measured
from artparse.layout.models.model import LONG, SECOND, SHORT, SHORTENED, Model, model_of
from artparse.trees import worth_of

TREES = 120
COPIES = 3
"""Shorter copies of each page of `fundus`."""
HEADING = GROWN | {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 8,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
}
"""How the trees are grown."""
WEIGHTS = {"fundus": 4.0, "wcxb": 1.0, "trafilatura": 1.5, "copies": 1.0, "written": 3.0, "set": 1.5}
"""Of a line, by its corpus."""


class Line(NamedTuple):
    """A line of a body: its page's corpus and fold, measures, whether it is a heading, and was held to be."""

    corpus: str
    fold: int
    row: list[float]
    told: bool
    before: bool


def pages(kind: str) -> Iterator[tuple[str, Page]]:
    """The long or short pages whose headings are known, with their corpus."""
    yield from (short_pages() if kind == SHORTENED else long_pages())


def short_pages() -> Iterator[tuple[str, Page]]:
    """Shorter copies, and written dumps."""
    for page in excerpts_of(list(gold_pages()), COPIES):
        yield "fundus", page
    for page in told_copies("headings"):
        yield "copies", page
    for page in written_pages(REWRITTEN):
        yield "written", page


def long_pages() -> Iterator[tuple[str, Page]]:
    """The pages of the corpora, and longer ones made of written dumps."""
    for page in gold_pages():
        yield "fundus", page
    for corpus in ANNOTATED:
        for page in annotated_pages(corpus):
            yield corpus, page
    for page in set_pages(REWRITTEN):
        yield "set", page


def lines_of(corpus: str, page: Page, news: Model, web: Model) -> Iterator[Line]:
    """The lines of a page's body that are looked at, by models that have not seen its publisher."""
    known = seen(page, news, replace(web, heads=()))
    found = measured(page.units, page.looks, known.labels, known.asked, known.web)
    for i, row in zip(*found, strict=True):
        told, before = page.labels[i] == "heading", known.labels[i] == "heading"
        yield Line(corpus, fold_of(page.group), row, told, before)


def known_lines(
    kind: str, asked: Sequence[tuple[str, Page]], news: Sequence[Model], web: Sequence[Model]
) -> Iterator[Line]:
    """The lines of pages, by the models of their folds."""
    for corpus, page in asked:
        if page.units and (len(page.units) <= SHORT) == (kind == SHORTENED):
            fold = fold_of(page.group)
            yield from lines_of(corpus, page, news[fold], web[fold])


def grown(lines: Sequence[Line]) -> list[Any]:
    """The trees that tell headings from paragraphs."""
    data = lightgbm.Dataset(
        numpy.array([line.row for line in lines]),
        numpy.array([int(line.told) for line in lines]),
        weight=numpy.array([WEIGHTS[line.corpus] for line in lines]),
    )
    model = lightgbm.train(HEADING, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def cross(lines: Sequence[Line]) -> None:
    """Print how many of the headings among the lines are found, before and with trees of other folds."""
    counts: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        trees = grown([line for line in lines if line.fold != fold])
        for line in lines:
            if line.fold == fold:
                now = worth_of(line.row, trees) > (KEPT if line.before else TAKEN)
                counts[line.corpus, "told"] += line.told
                counts[line.corpus, "before"] += line.before
                counts[line.corpus, "now"] += now
                counts[line.corpus, "right before"] += line.before and line.told
                counts[line.corpus, "right now"] += now and line.told
    for corpus in (corpus for corpus in WEIGHTS if counts[corpus, "told"]):
        found = [
            200 * counts[corpus, f"right {when}"] / (counts[corpus, when] + counts[corpus, "told"])
            for when in ("before", "now")
        ]
        print(f"{corpus:12} F1 of headings among lines of bodies {found[0]:.1f} before, {found[1]:.1f} now")


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
    name = SECOND[kind]
    parts = parts_in(args.folds / name)
    news, web = ([model_of(part) for part in own] for own in (parts_in(args.folds / kind), parts))
    with kept_in(args.pages):
        asked = list(pages(kind))
    lines = sorted(shared_out(lambda part: known_lines(kind, part, news, web), asked, args.jobs))
    if args.cross:
        cross(lines)
        return
    # The last are learnt from all pages.
    trees = in_parts(lambda n: grown([line for line in lines if line.fold != n]), FOLDS + 1, args.jobs)
    for fold, part in enumerate(parts):
        write(args.folds / name / f"{fold}.json", part | {"heads": trees[fold]})
    shipped = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    write(DATA / f"{name}.json", shipped | {"heads": trees[FOLDS]})


if __name__ == "__main__":
    main()
