"""Learn the labels of web pages from lines that readers have labelled: a trial, whose models do not ship.

    python training/layout/annotated_markup.py --folds DIR

writes into DIR a model for each fold, in the form of those of `markup.py`, and `whole.json`, learnt from all
pages; what it gave stands in `training/NOTES.md`. It learns from the web pages of three corpora: of `fundus`,
whose whole articles are known, also cut to short ones; of `wcxb` and `trafilatura` those that a reader has
labelled line by line (`annotated.py`), and the others of `wcxb` by the body that they are known to have. A
first round's models, learnt from these, label the other pages of `trafilatura`, held to the segments that are
known of them (`silver.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from alignment import labels_of, mark_credits, plain
from annotated import PLACES, annotated, markup_labels
from corpora import dump_of, gold_of
from field import Field
from markup import BODY, cut_pages, pages_of, pruned
from pages import Page
from silver import follows, silver_labels
from train import FOLDS, fold_of, write
from web import WRONG, aligned

from artparse.layout.model import Model, model_of
from artparse.layout.units import Unit

WEIGHTS = {"fundus": 3.0, "wcxb": 1.0, "trafilatura": 1.0}
"""What a page of each corpus counts: `fundus` is small, and its gold the most exact."""
CUT, SILVER = 1.0, 0.6
"""What a page counts that is cut to a short article, and one that a model has labelled."""
SHOWN, AGREED = 0.7, 0.8
"""Share of the words of a reader's body that a web page has, at least; and how far that body and the gold's
agree at least."""
LONGEST_HEADING = 200
"""Code points, at most."""
AROUND = 60
"""Units before the article and behind it that are learnt from, at most."""
FIRST_ITERATIONS, ITERATIONS = 40, 80
LEAST = 8
"""Times a feature has to be seen."""
Counted = tuple[Page, float]
"""A page and what it counts."""


def labelled() -> list[Counted]:
    """All pages that are learnt from, without the words of class names that few publishers use."""
    known = [(page, WEIGHTS[corpus]) for corpus in WEIGHTS for page in known_pages(corpus)]
    known += [(page, CUT) for page in cut_pages()]
    first = field_of(known)
    models = [model_of(part) for part in folds_of(first, known, FIRST_ITERATIONS)]
    silver = [(page, SILVER) for page in silver_pages(models)]
    print(f"{len(known)} pages that are known, {len(silver)} of known segments", flush=True)
    return known + silver


def field_of(pages: Sequence[Counted]) -> Field:
    """The pages as a field to learn from."""
    return Field(pruned([near(page) for page, _ in pages]), LEAST)


def folds_of(field: Field, pages: Sequence[Counted], iterations: int) -> Iterator[dict[str, Any]]:
    """For each fold the weights of labels learnt from the pages of all others."""
    for fold in range(FOLDS):
        yield field.learnt([w * (fold_of(page.group) != fold) for page, w in pages], iterations)


def silver_pages(models: Sequence[Model]) -> Iterator[Page]:
    """The pages of `trafilatura` that no reader has labelled, by the model of a page's fold."""
    for name, page in pages_of("trafilatura"):
        model = models[fold_of(page.group)]
        if known_labels("trafilatura", name, page.units) is None:
            labels = silver_labels(page.units, page.features, gold_of("trafilatura")[name], model)
            if labels and follows(labels, model) and not PLACES.issuperset(labels):
                yield replace(page, labels=labels)


def known_pages(corpus: str) -> Iterator[Page]:
    """The pages of a corpus whose lines are known."""
    for name, page in pages_of(corpus):
        if labels := known_labels(corpus, name, page.units):
            yield replace(page, labels=labels)


def known_labels(corpus: str, name: str, units: Sequence[Unit]) -> list[str] | None:
    """What each unit of a page is, by the gold or by a reader; null where neither says it for sure."""
    gold = gold_of(corpus)[name]
    if corpus == "fundus":
        return labels_of(units, gold)
    within = of_body(name, units) if corpus == "wcxb" else None
    own = annotated()[corpus].get(name)
    if own is None or not own.get("body"):
        return with_headings(units, within, gold) if within else None
    labels, share = markup_labels(dump_of(corpus, name).decode("utf-8"), units, own)
    agrees = corpus != "wcxb" or (within is not None and agreement(units, labels, within) >= AGREED)
    return labels if share >= SHOWN and agrees else None


def of_body(name: str, units: Sequence[Unit]) -> list[str] | None:
    """`body`, `title` or where it stands to the body for each unit of a page of `wcxb`, by its gold."""
    gold = gold_of("wcxb")[name]
    words = plain(gold.get("body")).split()
    if name in WRONG or not words:
        return None
    titles = [plain(title) for title in (gold.get("title"), *gold.get("title_also", []))]
    return aligned([plain(unit.text).split() for unit in units], words, list(filter(None, titles)))


def agreement(units: Sequence[Unit], labels: Sequence[str], within: Sequence[str]) -> float:
    """How far a reader and the gold have the same body: F1 of its words."""
    both = either = 0
    for unit, label, place in zip(units, labels, within, strict=True):
        count = len(plain(unit.text).split())
        both += 2 * count * (label in BODY and place == "body")
        either += count * ((label in BODY) + (place == "body"))
    return both / either if either else 0.0


def with_headings(units: Sequence[Unit], within: Sequence[str], gold: dict[str, Any]) -> list[str]:
    """The labels of a page whose body is known: its headings are those by their element, its credits those
    that the gold names."""
    labels = [
        ("heading" if unit.hints.level and len(unit.text) < LONGEST_HEADING else "paragraph")
        if place == "body"
        else place
        for unit, place in zip(units, within, strict=True)
    ]
    body = [i for i, label in enumerate(labels) if label in BODY]
    mark_credits(units, [plain(unit.text) for unit in units], labels, gold, body[0], body[-1])
    return labels


def near(page: Page) -> Page:
    """A page without what is far from the article: it is all alike, and most of the time goes into it."""
    at = [i for i, label in enumerate(page.labels) if label not in PLACES]
    part = slice(max(0, at[0] - AROUND), at[-1] + 1 + AROUND)
    return replace(page, features=page.features[part], labels=page.labels[part])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    args = parser.parse_args()
    pages = labelled()
    field = field_of(pages)
    args.folds.mkdir(parents=True, exist_ok=True)
    for fold, part in enumerate(folds_of(field, pages, ITERATIONS)):
        write(args.folds / f"{fold}.json", part)
    write(args.folds / "whole.json", field.learnt([weight for _, weight in pages], ITERATIONS))


if __name__ == "__main__":
    main()
