"""Train the labels of web pages, and cross-validate them.

    python training/layout/markup.py --folds DIR

writes `src/artparse/data/markup_model.json` and into DIR a model for each fold, to judge the others by. Each
is the mean of two models, of news and of all kinds of pages. The former learns from `fundus`, whose whole
articles are known, also cut to short ones, and from `trafilatura`, of which some segments are: these pages a
model of `fundus` labels, held to the segments (`silver.py`) and leaning towards what trafilatura takes for
the article, as few of them are news. The latter learns from all pages whose labels are known
(`annotated_markup.py`), those cut to short ones, and the other pages of `trafilatura`, labelled by a first
model of its own. Then come the trees of `second_look.py`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import trafilatura
from alignment import plain
from annotated import PLACES
from annotated_markup import known_labels, known_pages, near
from corpora import gold_of, markup_of
from field import Field
from markup_pages import cut_pages, pages_of, pruned
from pages import Page
from silver import follows, silver_labels
from train import FOLDS, averaged, fold_of, write

from artparse.layout.model import Model, model_of
from artparse.layout.units import Unit

TARGET = Path(__file__).parents[2] / "src/artparse/data/markup_model.json"
CORPORA = ("fundus", "wcxb", "trafilatura")
OF_NEWS = {"fundus": 1.0, "cut": 1.0, "leaning": 1.0}
OF_ALL = {"fundus": 3.0, "wcxb": 1.0, "trafilatura": 1.0, "cut": 1.0, "silver": 0.6}
"""What a page of each kind counts for either model: of a corpus, cut to a short article, and those whose
labels a model has chosen for either."""
LEANING, AGREED, OPPOSED = 150, 200, -100
"""How much more score units have as paragraphs in pages of known segments; and how much more those that
trafilatura takes for the article have, and those that it does not."""
LEAST = 8
"""Times a feature has to be seen."""
FIRST_OF_NEWS, FIRST_OF_ALL, ITERATIONS = 60, 30, 60
"""Rounds of the first models, which label pages of known segments, and of those that ship."""

Kinds = Mapping[str, float]


class Pages:
    """Pages of several kinds to learn from, without the words of class names that few publishers use."""

    def __init__(self, pages: Sequence[tuple[Page, str]]) -> None:
        self.kinds = [kind for _, kind in pages]
        self.folds = [fold_of(page.group) for page, _ in pages]
        self.field = Field(pruned([near(page) for page, _ in pages]), LEAST)

    def learnt(self, weights: Kinds, iterations: int, without: int | None = None) -> dict[str, Any]:
        """The model learnt from the pages of all folds but one, each with the weight of its kind."""
        told = zip(self.kinds, self.folds, strict=True)
        own = [weights.get(kind, 0.0) * (fold != without) for kind, fold in told]
        return self.field.learnt(own, iterations)


def labelled() -> Pages:
    """All pages that are learnt from."""
    known = [(page, corpus) for corpus in CORPORA for page in known_pages(corpus)]
    known += [(page, "cut") for page in cut_pages()]
    first = Pages(known)
    of_news = [model_of(first.learnt({"fundus": 1.0}, FIRST_OF_NEWS, fold)) for fold in range(FOLDS)]
    of_all = [model_of(first.learnt(OF_ALL, FIRST_OF_ALL, fold)) for fold in range(FOLDS)]
    leaning = [(page, "leaning") for page in leaning_pages(of_news)]
    silver = [(page, "silver") for page in silver_pages(of_all)]
    print(
        f"{len(known)} pages that are known, {len(leaning)} and {len(silver)} of known segments", flush=True
    )
    return Pages(known + leaning + silver)


def leaning_pages(models: Sequence[Model]) -> Iterator[Page]:
    """The pages of `trafilatura` by the model of a page's fold, leaning towards what trafilatura finds."""
    for name, page in pages_of("trafilatura"):
        yield from held(name, page, models, leaning_of(page.units, markup_of("trafilatura", name)))


def silver_pages(models: Sequence[Model]) -> Iterator[Page]:
    """Those that no reader has labelled, by the model of a page's fold."""
    for name, page in pages_of("trafilatura"):
        if known_labels("trafilatura", name, page.units) is None:
            yield from held(name, page, models, ())


def held(name: str, page: Page, models: Sequence[Model], leaning: Sequence[dict[str, int]]) -> Iterator[Page]:
    """A page with the labels that the model of its fold gives it, held to the segments that are known of it;
    none where it is no article then."""
    model = models[fold_of(page.group)]
    labels = silver_labels(page.units, page.features, gold_of("trafilatura")[name], model, leaning)
    if labels and follows(labels, model) and not PLACES.issuperset(labels):
        yield replace(page, labels=labels)


def leaning_of(units: Sequence[Unit], markup: bytes) -> list[dict[str, int]]:
    """How much more score each unit has as a paragraph, half as a heading, than the first model gives it."""
    found = trafilatura.bare_extraction(markup)
    text = plain(found.text) if found else ""
    more = [
        LEANING + (AGREED if words and words in text else OPPOSED if text else 0)
        for words in (plain(unit.text) for unit in units)
    ]
    return [{"paragraph": x, "heading": x // 2} for x in more]


def mean_of(pages: Pages, fold: int | None) -> dict[str, Any]:
    """The mean of both models, learnt without the pages of a fold."""
    return averaged([pages.learnt(kinds, ITERATIONS, fold) for kinds in (OF_NEWS, OF_ALL)])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    args = parser.parse_args()
    args.folds.mkdir(parents=True, exist_ok=True)
    pages = labelled()
    kept = {"byline": json.loads(TARGET.read_text(encoding="utf-8")).get("byline", [])}
    for fold in range(FOLDS):
        write(args.folds / f"{fold}.json", mean_of(pages, fold) | kept)
    write(TARGET, mean_of(pages, None) | kept)


if __name__ == "__main__":
    main()
