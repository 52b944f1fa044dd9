"""Train the labels of web pages, and cross-validate them.

    python training/layout/markup.py --folds DIR

writes `src/artparse/data/markup_model.json` and into DIR a model for each fold, to judge the others by. With
`--pages FILE` the pages are read and labelled once and kept in FILE; where it is there, it is taken instead.

Each is the mean of two models, of news and of all kinds of pages. The former learns from `fundus`, whose
whole articles are known, also cut to short ones, and from `trafilatura`, of which some segments are: these
pages a model of `fundus` labels, held to the segments (`silver.py`) and leaning towards what trafilatura
takes for the article, as few of them are news. The latter learns from all pages whose labels are known
(`annotated_markup.py`), those cut to short ones, and pages made of written dumps (`set_pages.py`). Then come
the trees of `second_look.py`.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import trafilatura
from alignment import plain
from annotated import PLACES
from annotated_markup import known_pages, near
from corpora import gold_of, markup_of
from field import Field
from markup_pages import cut_pages, pages_of, pruned
from pages import Page
from set_pages import set_web_pages
from silver import follows, silver_labels
from train import FOLDS, averaged, fold_of, write

from artparse.layout.lines.units import Unit
from artparse.layout.models.model import Model, model_of

TARGET = Path(__file__).parents[2] / "src/artparse/data/markup_model.json"
CORPORA = ("fundus", "wcxb", "trafilatura")
OF_NEWS = {"fundus": 1.0, "cut": 1.0, "leaning": 1.0}
OF_ALL = {"fundus": 3.0, "wcxb": 1.0, "trafilatura": 1.0, "cut": 1.0, "written": 1.0}
"""What a page of each kind counts for either model: of a corpus, cut to a short article, made of a written
dump, and one whose labels a model has chosen that leans."""
LEANING, AGREED, OPPOSED = 150, 200, -100
"""How much more score units have as paragraphs in pages of known segments; and how much more those that
trafilatura takes for the article have, and those that it does not."""
LEAST = 8
"""Times a feature has to be seen."""
FIRST, ITERATIONS = 45, 45
"""Rounds of the first models, which label pages of known segments, and of those that ship."""

Kinds = Mapping[str, float]


class Pages:
    """Pages of several kinds to learn from, without the words of class names that few publishers use."""

    def __init__(self, pages: Sequence[tuple[Page, str]]) -> None:
        self.kinds = [kind for _, kind in pages]
        self.folds = [fold_of(page.group) for page, _ in pages]
        self.field = Field(pruned([near(page) for page, _ in pages]), LEAST)
        # What is learnt from stands in the field's matrix.
        self.field.pages = [replace(page, units=[], looks=[], features=[]) for page in self.field.pages]

    def learnt(self, weights: Kinds, iterations: int, without: int | None = None) -> dict[str, Any]:
        """The model learnt from the pages of all folds but one, each with the weight of its kind."""
        told = zip(self.kinds, self.folds, strict=True)
        own = [weights.get(kind, 0.0) * (fold != without) for kind, fold in told]
        return self.field.learnt(own, iterations)


def kept(path: Path | None) -> Pages:
    """All pages that are learnt from, from a file, into which they are put where it is not there yet."""
    if path is not None and path.is_file():
        with path.open("rb") as file:
            found: Pages = pickle.load(file)
        return found
    pages = labelled()
    if path is not None:
        with path.open("wb") as file:
            pickle.dump(pages, file)
    return pages


def labelled() -> Pages:
    """All pages that are learnt from."""
    found = {corpus: list(pages_of(corpus)) for corpus in CORPORA}
    known = [(page, corpus) for corpus in CORPORA for page in known_pages(corpus, found[corpus])]
    cut = [(page, "cut") for page in cut_pages()]
    first = Pages([(page, corpus) for page, corpus in known if corpus == "fundus"])
    models = [model_of(first.learnt(OF_NEWS, FIRST, fold)) for fold in range(FOLDS)]
    leaning = [(page, "leaning") for page in leaning_pages(found["trafilatura"], models)]
    print(f"{len(known)} known pages, {len(leaning)} by their segments", flush=True)
    return Pages([*known, *cut, *leaning, *((page, "written") for page in set_web_pages())])


def leaning_pages(pages: Iterable[tuple[str, Page]], models: Sequence[Model]) -> Iterator[Page]:
    """The pages of `trafilatura` with the labels that the model of each one's fold gives them, held to the
    segments that are known of them and leaning towards what trafilatura finds; without those that are no
    articles then."""
    for name, page in pages:
        model, gold = models[fold_of(page.group)], gold_of("trafilatura")[name]
        leaning = leaning_of(page.units, markup_of("trafilatura", name))
        labels = silver_labels(page.units, page.features, gold, model, leaning)
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
    parser.add_argument("--pages", type=Path, help="file in which the pages that were read are kept")
    args = parser.parse_args()
    args.folds.mkdir(parents=True, exist_ok=True)
    pages = kept(args.pages)
    shipped = json.loads(TARGET.read_text(encoding="utf-8"))
    others = {key: shipped[key] for key in ("byline",) if key in shipped}
    for fold in range(FOLDS):
        write(args.folds / f"{fold}.json", mean_of(pages, fold) | others)
    write(TARGET, mean_of(pages, None) | others)


if __name__ == "__main__":
    main()
