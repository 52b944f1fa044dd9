"""Train the trees that tell headings of the body from its paragraphs, in long texts.

    python training/layout/headings.py --folds DIR [--cross] [--pages FILE] [--jobs N]

Writes them into `web_model.json`, and into the models of that name in DIR, after `web.py`. Learnt from
`fundus` and from the annotated pages (`annotated.py`), each labelled by models that have not seen its
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
from jobs import in_parts, shared_out
from pages import Page, gold_pages, kept_in
from train import DATA, FOLDS, GROWN, fold_of, parts_in, tree_of, write

from artparse.layout.body.headings import KEPT, TAKEN, measured
from artparse.layout.models.model import LONG, SHORT, WEB, Model, model_of
from artparse.trees import worth_of

TREES = 120
HEADING = GROWN | {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 8,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
}
"""How the trees are grown."""
WEIGHTS = {"fundus": 4.0, "wcxb": 1.0, "trafilatura": 1.5}
"""Of a line, by its corpus."""


class Line(NamedTuple):
    """A line of a body: its page's corpus and fold, measures, whether it is a heading, and was held to be."""

    corpus: str
    fold: int
    row: list[float]
    told: bool
    before: bool


def pages() -> Iterator[tuple[str, Page]]:
    """The pages whose headings are known, with their corpus."""
    for page in gold_pages():
        yield "fundus", page
    for corpus in ANNOTATED:
        for page in annotated_pages(corpus):
            yield corpus, page


def lines_of(corpus: str, page: Page, news: Model, web: Model) -> Iterator[Line]:
    """The lines of a page's body that are looked at, by models that have not seen its publisher."""
    known = seen(page, news, replace(web, heads=()))
    found = measured(page.units, page.looks, known.labels, known.asked, known.web)
    for i, row in zip(*found, strict=True):
        told, before = page.labels[i] == "heading", known.labels[i] == "heading"
        yield Line(corpus, fold_of(page.group), row, told, before)


def known_lines(
    asked: Sequence[tuple[str, Page]], news: Sequence[Model], web: Sequence[Model]
) -> Iterator[Line]:
    """The lines of pages, by the models of their folds."""
    for corpus, page in asked:
        if len(page.units) > SHORT:
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
    for corpus in WEIGHTS:
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
    parser.add_argument("--cross", action="store_true")
    args = parser.parse_args()
    parts = parts_in(args.folds / WEB)
    news, web = ([model_of(part) for part in own] for own in (parts_in(args.folds / LONG), parts))
    with kept_in(args.pages):
        asked = list(pages())
    lines = sorted(shared_out(lambda part: known_lines(part, news, web), asked, args.jobs))
    if args.cross:
        cross(lines)
        return
    # The last are learnt from all pages.
    trees = in_parts(lambda n: grown([line for line in lines if line.fold != n]), FOLDS + 1, args.jobs)
    for fold, part in enumerate(parts):
        write(args.folds / WEB / f"{fold}.json", part | {"heads": trees[fold]})
    shipped = json.loads((DATA / f"{WEB}.json").read_text(encoding="utf-8"))
    write(DATA / f"{WEB}.json", shipped | {"heads": trees[FOLDS]})


if __name__ == "__main__":
    main()
