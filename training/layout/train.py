"""Train the labels of texts, with their cross-validation.

    python training/layout/train.py --folds DIR [--long | --short] [--pages FILE]

Writes four models into `src/artparse/data`, and to folders of their names in DIR one for each fold, learnt
from all other publishers, to judge that fold by (`benchmarks/layout.py --folds DIR`): `web_model.json`, from
pages that readers labelled line by line (`annotated.py`) and news; `layout_model.json`, its mean with a model
of news; `short_web_model.json` and `short_model.json`, likewise, from shorter copies and from dumps that were
written for this (`written.py`), too. The trees are grown by `web.py`, `headings.py` and `titles.py`. With
`--pages` dumps are read once and kept in FILE, for these too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import add
from pathlib import Path
from typing import Any

from annotated import ANNOTATED, annotated, annotated_pages
from copies import told_copies
from corpora import dump_of, gold_of, group_of
from pages import (
    REWRITTEN,
    Page,
    boxed_of,
    clean_pages,
    excerpts_of,
    gold_pages,
    kept_in,
    page_of,
    units_in,
)
from set_pages import set_texts
from silver import follows, silver_labels
from written import written_pages

from artparse.layout.labels import LineLabel
from artparse.layout.models.model import (
    LONG,
    NEVER,
    SECOND,
    SHORT,
    SHORTENED,
    UNIT,
    Model,
    Scores,
    model_of,
    packed,
    weight_of,
)
from artparse.layout.models.search import best_labels
from artparse.layout.steps.again import only_behind_title
from artparse.layout.steps.labelling import is_sparse, with_bias

sys.path.append(str(Path(__file__).parents[1]))

from pack import renew

DATA = Path(__file__).parents[2] / "src/artparse/data"
LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
FOLDS = 5
L2 = 1.0
ITERATIONS = 60
LEAST = 4
"""Times a feature has to be seen."""
DIGITS = 2
CLEAN_STEP = 12
COPIES = {"gold": 8, "silver": 1}
"""Shorter copies of each page."""
NEWS = {"gold": 1.0, "clean": 1.0, "silver": 1.0, "boxed": 0.5}
"""How much a page of each kind counts for the model of news."""
ALL = {"gold": 3.0, "clean": 1.0, "told": 1.0, "boxed": 1.0, "written": 1.5, "set": 0.5}
"""The same for that of pages of all kinds."""
COPIED = {"gold": 1.0, "clean": 1.0, "silver": 1.0, "copies": 1.0}
COPIED_ALL = COPIED | {"told": 1.0, "written": 4.0}
"""The same for those of short texts."""
GROWN = {
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
"""How all trees here are grown (LightGBM's parameters)."""
TITLE = GROWN | {
    "objective": "lambdarank",
    "seed": 2,
    "lambdarank_truncation_level": 3,
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 60,
}
"""How the trees for headlines are grown besides."""


def fold_of(group: str, folds: int = FOLDS) -> int:
    """Which fold a publisher is judged in."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def tree_of(node: dict[str, Any]) -> Any:
    """A grown tree as `artparse.trees` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    most = float(f"{node['threshold']:.5g}")
    return [node["split_feature"], most, tree_of(node["left_child"]), tree_of(node["right_child"])]


def labelled(page: Page, model: Model) -> tuple[list[LineLabel], Scores, Scores]:
    """The labels that a model gives the units of a page, their scores, and those that lean towards the body
    where it would be too small a part of the page; the same where it is not.
    """
    weights = [weight_of(own, model) for own in page.features]
    scores = leaning = Scores(weights, model)
    labels = best_labels(scores, model)
    if is_sparse(page.looks, labels):
        leaning = Scores(with_bias(weights, model), model)
        labels = best_labels(leaning, model)
    return only_behind_title(labels), scores, leaning


def averaged(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One model with the mean weights of several: their scores' mean, at the cost of one."""
    states: dict[str, list[int]] = {}
    for part in parts:
        scores = Scores(list(part["states"].values()), model_of(part))
        for feature, own in zip(part["states"], scores, strict=True):
            states[feature] = list(map(add, states.get(feature, [0] * len(LABELS)), own))
    means = {f: packed([round(x / len(parts)) / UNIT for x in own]) for f, own in sorted(states.items())}
    rows = zip(*[part["transitions"] for part in parts], strict=True)
    return {
        "labels": LABELS,
        "transitions": [[_mean(weights) for weights in zip(*row, strict=True)] for row in rows],
        "states": {feature: own for feature, own in means.items() if own},
    }


def _mean(weights: Sequence[float]) -> float:
    """The mean of the weights of one transition, of those that may be."""
    possible = [x for x in weights if x > NEVER // UNIT]
    return round(sum(possible) / len(possible), DIGITS) if possible else NEVER // UNIT


def silver_pages(models: Sequence[Model], all_of_them: bool = False) -> Iterator[Page]:
    """The pages of which some segments are known and that no reader has annotated, or all of them, each
    labelled by the model of its fold, which has not seen its publisher, held to these (see `silver.py`)."""
    for name, known in gold_of("trafilatura").items():
        text = dump_of("trafilatura", name).decode("utf-8")
        told = annotated()["trafilatura"].get(name, {}).get("body")
        if text.strip() and (all_of_them or not told):
            page = page_of(group_of("trafilatura", name, known), *units_in(text), [], known)
            model = models[fold_of(page.group)]
            labels = silver_labels(page.units, page.features, known, model) if page.units else None
            if labels and follows(labels, model):
                yield replace(page, labels=labels)


def first_models(gold: list[Page], clean: list[Page]) -> list[Model]:
    """For each fold a model of whole articles, which labels pages that are known in part."""
    parts = weighted({"gold": gold, "clean": clean}, (NEWS,))
    return [model_of(part) for (part,) in islice(parts, FOLDS)]


def write_long(folder: Path) -> None:
    """Write both models of long texts, and those of each fold."""
    gold, clean = list(gold_pages()), list(clean_pages(CLEAN_STEP))
    told = [page for corpus in ANNOTATED for page in annotated_pages(corpus)]
    silver = list(silver_pages(first_models(gold, clean)))
    pages = {
        "gold": gold,
        "clean": clean,
        "silver": silver,
        "told": told,
        "boxed": list(boxed_of(gold)),
        "written": [page for page in written_pages(REWRITTEN) if len(page.units) > SHORT],
        "set": [page for page in set_texts(REWRITTEN) if len(page.units) > SHORT],
    }
    write_both(weighted(pages, (NEWS, ALL)), LONG, folder)


def weighted(
    pages: dict[str, list[Page]], counts: Sequence[dict[str, float]]
) -> Iterator[list[dict[str, Any]]]:
    """For each fold the models learnt from the pages of all others, one for each of `counts`, by which pages
    count by their kind; last those learnt from all pages."""
    from field import Field

    field = Field([page for own in pages.values() for page in own], LEAST, grouped=True)
    kinds = [kind for kind, own in pages.items() for _ in own]
    folds = [fold_of(page.group) for page in field.pages]
    for fold in (*range(FOLDS), None):
        asked = [kind if of != fold else "" for kind, of in zip(kinds, folds, strict=True)]
        yield [field.learnt([own.get(kind, 0.0) for kind in asked], ITERATIONS) for own in counts]


def write_short(folder: Path) -> None:
    """The same for short texts, from whole pages and shorter copies of them, and from written ones."""
    gold, clean = list(gold_pages()), list(clean_pages(CLEAN_STEP))
    silver = list(silver_pages(first_models(gold, clean), all_of_them=True))
    pages = {
        "gold": gold,
        "clean": clean,
        "silver": silver,
        "copies": [*excerpts_of([*gold, *clean], COPIES["gold"]), *excerpts_of(silver, COPIES["silver"])],
        "told": list(told_copies()),
        "written": [page for page in written_pages(REWRITTEN) if len(page.units) <= SHORT],
    }
    write_both(weighted(pages, (COPIED, COPIED_ALL)), SHORTENED, folder)


def write_both(found: Iterator[list[dict[str, Any]]], kind: str, folder: Path) -> None:
    """Write the models of long or of short texts, made of one of news and one of all kinds of pages: the mean
    of both, and the second; those of each fold, at last those that ship."""
    for fold, (news, web) in zip((*range(FOLDS), None), found, strict=True):
        for name, model in ((kind, averaged([news, web])), (SECOND[kind], web)):
            write(DATA / f"{name}.json" if fold is None else folder / name / f"{fold}.json", model)


def parts_in(folder: Path) -> list[dict[str, Any]]:
    """The data of the fold models in a folder."""
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--pages", type=Path, help="file in which the dumps that were read are kept")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--long", action="store_true", help="only the labels of long texts")
    only.add_argument("--short", action="store_true", help="only those of short texts")
    args = parser.parse_args()
    for name in (*SECOND, *SECOND.values()):
        (args.folds / name).mkdir(parents=True, exist_ok=True)
    with kept_in(args.pages):
        if not args.short:
            write_long(args.folds)
        if not args.long:
            write_short(args.folds)


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a model's data, one feature a line."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    renew(path)
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
