"""Train the layout models for text, with their cross-validation.

    python training/layout/train.py --folds DIR [--long | --short | --body | --titles] [--pages FILE]

Writes three models into `src/artparse/data`, and to folders of their names in DIR one for each fold, learnt
from all other publishers, to judge that fold by (`benchmarks/layout.py --folds DIR`): `web_model.json`, from
pages that readers labelled line by line (`annotated.py`) and news; `layout_model.json`, its mean with a model
of news; `short_model.json`, from news and shorter copies of it, with the trees for lines left out and for
headlines. `--long` leaves the last one out, `--short` makes it alone. The trees of long texts are grown by
`web.py`, `headings.py` and `titles.py`. With `--pages` dumps are read once and kept in FILE, for these too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from operator import add
from pathlib import Path
from typing import Any

from alignment import plain
from annotated import ANNOTATED, annotated, annotated_pages
from corpora import dump_of, gold_of, group_of
from pages import (
    FOR_TITLES,
    Page,
    boxed_of,
    clean_pages,
    excerpts_of,
    gold_pages,
    kept_in,
    known_pages,
    page_of,
    titled_pages,
    units_in,
)
from silver import follows, silver_labels

from artparse.layout.body.admission import measured as measured_lines
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.models.model import (
    LONG,
    NEVER,
    SHORTENED,
    UNIT,
    WEB,
    Model,
    Scores,
    model_of,
    packed,
    weight_of,
)
from artparse.layout.models.search import best_labels, margins_of
from artparse.layout.steps.again import only_behind_title
from artparse.layout.steps.labelling import is_sparse, with_bias
from artparse.layout.titles.candidates import reach_of
from artparse.layout.titles.choice import headline_in
from artparse.layout.titles.measures import measured

sys.path.append(str(Path(__file__).parents[1]))

from pack import renew

DATA = Path(__file__).parents[2] / "src/artparse/data"
LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
MODELS = (LONG, SHORTENED)
FOLDS = 5
L1, L2 = 0.0, 1.0
ITERATIONS = {LONG: 60, SHORTENED: 110}
LEAST = 4
"""Times a feature has to be seen."""
DIGITS = 2
CLEAN_STEP = 12
COPIES = {"gold": 8, "silver": 1}
"""Shorter copies of each page."""
NEWS = {"gold": 1.0, "clean": 1.0, "silver": 1.0, "boxed": 0.5}
"""How much a page of each kind counts for the model of news."""
ALL = {"gold": 3.0, "clean": 1.0, "told": 1.0, "boxed": 1.0}
"""The same for that of pages of all kinds."""
COPIED = {"gold": 1.0, "clean": 1.0, "silver": 1.0, "copies": 1.0}
"""The same for that of short texts."""
TREES = 150
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
BODY_TREES = 100
BODY = GROWN | {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 6,
    "min_data_in_leaf": 30,
}
"""How those for lines left out of the body are."""


def fold_of(group: str, folds: int = FOLDS) -> int:
    """Which fold a publisher is judged in."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def train_labels(pages: Sequence[Page], iterations: int, labels: tuple[str, ...] = LABELS) -> dict[str, Any]:
    """The weights of labels (see `artparse.layout.models.model`) learnt from pages."""
    import pycrfsuite

    seen = Counter(f for page in pages for own in page.features for f in own)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": L1, "c2": L2, "max_iterations": iterations, "feature.possible_transitions": True}
    )
    for page in pages:
        trainer.append([[f for f in own if seen[f] >= LEAST] for own in page.features], page.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "labels.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    follows = {pair for page in pages for pair in pairwise(page.labels)}
    states: dict[str, list[float]] = {}
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= 0.5 * 10**-DIGITS:
            states.setdefault(feature, [0] * len(labels))[labels.index(label)] = round(weight, DIGITS)
    return {
        "labels": labels,
        "transitions": [
            [
                round(info.transitions.get((a, b), 0.0), DIGITS) if (a, b) in follows else NEVER // UNIT
                for a in labels
            ]
            for b in labels
        ],
        "states": {feature: packed(weights) for feature, weights in sorted(states.items())},
    }


def train_title(pages: Sequence[tuple[Page, Labels, Sequence[float]]]) -> list[Any]:
    """The trees for headlines (see `artparse.layout.titles`) learnt from pages and their predicted labels."""
    import lightgbm  # here and below: the benchmarks only ask for `fold_of`
    import numpy

    rows: list[list[float]] = []
    right: list[int] = []
    sizes: list[int] = []
    weights: list[float] = []
    for page, labels, margins in pages:
        options, measures = measured(page.text, page.units, page.looks, labels, margins)
        said = [{plain(o.head.text), plain(o.head.text[headline_in(o.head.text) :])} for o in options]
        hits = [k for k, words in enumerate(said) if not words.isdisjoint(page.titles)]
        if not options or (not hits and any(t in plain(u.text) for t in page.titles for u in page.units)):
            continue
        rows += measures
        right += [int(k in (hits or [len(options)])) for k in range(len(measures))]
        sizes.append(len(measures))
        weights += [page.weight] * len(measures)
    data = lightgbm.Dataset(numpy.array(rows), numpy.array(right), group=sizes, weight=numpy.array(weights))
    grown = lightgbm.train(TITLE, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in grown["tree_info"]]


def body_rows(model: Model, page: Page, known: Sequence[bool | None]) -> list[tuple[list[float], bool]]:
    """The measures of the lines of a page that are nearly of its body, and whether they are."""
    labels, _, leaning = labelled(page, model)
    found = zip(*measured_lines(page.units, page.looks, labels, leaning, model), strict=True)
    return [(row, told) for i, row in found if (told := known[i]) is not None]


def train_body(rows: Sequence[tuple[list[float], bool]]) -> list[Any]:
    """The trees for lines left out of the body (see `artparse.layout.body.admission`)."""
    import lightgbm
    import numpy

    data = lightgbm.Dataset(numpy.array([row for row, _ in rows]), numpy.array([int(x) for _, x in rows]))
    grown = lightgbm.train(BODY, data, BODY_TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in grown["tree_info"]]


def renew_body(folder: Path) -> None:
    """Learn the trees for lines left out of the body of short texts again, with the labels of their fold
    models; of all pages, as there are few short ones."""
    parts = parts_in(folder / SHORTENED)
    models = [model_of(part) for part in parts]
    rows = [
        (fold, row)
        for page, known in known_pages()
        if page.units
        for fold in [fold_of(page.group)]
        for row in body_rows(models[fold], page, known)
    ]
    for fold, part in enumerate(parts):
        grown = train_body([row for own, row in rows if own != fold])
        write(folder / SHORTENED / f"{fold}.json", part | {"admission": grown})
    shipped = json.loads((DATA / f"{SHORTENED}.json").read_text(encoding="utf-8"))
    write(DATA / f"{SHORTENED}.json", shipped | {"admission": train_body([row for _, row in rows])})


def tree_of(node: dict[str, Any]) -> Any:
    """A grown tree as `artparse.trees` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    most = float(f"{node['threshold']:.5g}")
    return [node["split_feature"], most, tree_of(node["left_child"]), tree_of(node["right_child"])]


def predicted(page: Page, model: Model) -> tuple[list[LineLabel], list[float]]:
    """The labels that a model gives the units of a page, and how far each is from the title."""
    labels, scores, _ = labelled(page, model)
    reach = reach_of(labels)
    following = labels[reach] if reach < len(labels) else None
    return labels, margins_of(scores[:reach], model, "title", following)


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
    parts = weighted({"gold": gold, "clean": clean}, (NEWS,), ITERATIONS[LONG])
    return [model_of(part) for (part,) in islice(parts, FOLDS)]


def write_long(folder: Path) -> None:
    """Write both models of long texts, and those of each fold."""
    gold, clean = list(gold_pages()), list(clean_pages(CLEAN_STEP))
    told = [page for corpus in ANNOTATED for page in annotated_pages(corpus)]
    silver = list(silver_pages(first_models(gold, clean)))
    pages = {"gold": gold, "clean": clean, "silver": silver, "told": told, "boxed": list(boxed_of(gold))}
    found = weighted(pages, (NEWS, ALL), ITERATIONS[LONG])
    for fold, (news, web) in zip((*range(FOLDS), None), found, strict=True):
        for name, model in ((LONG, averaged([news, web])), (WEB, web)):
            write(DATA / f"{name}.json" if fold is None else folder / name / f"{fold}.json", model)


def weighted(
    pages: dict[str, list[Page]], counts: Sequence[dict[str, float]], iterations: int
) -> Iterator[list[dict[str, Any]]]:
    """For each fold the models learnt from the pages of all others, one for each of `counts`, by which pages
    count by their kind; last those learnt from all pages."""
    from field import Field

    field = Field([page for own in pages.values() for page in own], LEAST, grouped=True)
    kinds = [kind for kind, own in pages.items() for _ in own]
    folds = [fold_of(page.group) for page in field.pages]
    for fold in (*range(FOLDS), None):
        asked = [kind if of != fold else "" for kind, of in zip(kinds, folds, strict=True)]
        yield [field.learnt([own.get(kind, 0.0) for kind in asked], iterations) for own in counts]


def write_short(folder: Path) -> None:
    """The same for short texts, from whole pages and shorter copies of them."""
    gold, clean = list(gold_pages()), list(clean_pages(CLEAN_STEP))
    silver = list(silver_pages(first_models(gold, clean), all_of_them=True))
    copies = [*excerpts_of([*gold, *clean], COPIES["gold"]), *excerpts_of(silver, COPIES["silver"])]
    pages = {"gold": gold, "clean": clean, "silver": silver, "copies": copies}
    found = weighted(pages, (COPIED,), ITERATIONS[SHORTENED])
    for fold, (model,) in zip((*range(FOLDS), None), found, strict=True):
        write(DATA / f"{SHORTENED}.json" if fold is None else folder / SHORTENED / f"{fold}.json", model)


def title_pages(models: Sequence[Model]) -> list[tuple[Page, list[LineLabel], list[float]]]:
    """The pages that headlines are learnt from, with what the model of each one's fold predicts."""
    gold = list(gold_pages(FOR_TITLES))
    pages = chain(gold, excerpts_of(gold, 1), clean_pages(CLEAN_STEP), titled_pages())
    return [(replace(p, features=[]), *predicted(p, models[fold_of(p.group)])) for p in pages]


def parts_in(folder: Path) -> list[dict[str, Any]]:
    """The data of the fold models in a folder."""
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]


def renew_titles(folder: Path, name: str) -> None:
    """Learn the trees for headlines of a model again, with the labels of its fold models in `folder`."""
    parts = parts_in(folder / name)
    seen = title_pages([model_of(part) for part in parts])
    for fold, part in enumerate(parts):
        title = train_title([x for x in seen if fold_of(x[0].group) != fold])
        write(folder / name / f"{fold}.json", part | {"title": title})
    shipped = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    write(DATA / f"{name}.json", shipped | {"title": train_title(seen)})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--pages", type=Path, help="file in which the dumps that were read are kept")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--titles", action="store_true", help="only the trees for headlines of short texts")
    only.add_argument("--body", action="store_true", help="only the trees for lines left out")
    only.add_argument("--long", action="store_true", help="only the labels of long texts")
    only.add_argument("--short", action="store_true", help="only what short texts are laid out by")
    args = parser.parse_args()
    for name in (*MODELS, WEB):
        (args.folds / name).mkdir(parents=True, exist_ok=True)
    with kept_in(args.pages):
        if not (args.titles or args.body or args.short):
            write_long(args.folds)
        if not (args.titles or args.body or args.long):
            write_short(args.folds)
        if not (args.titles or args.long):
            renew_body(args.folds)
        if not (args.body or args.long):
            renew_titles(args.folds, SHORTENED)


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a model's data, one feature a line."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    renew(path)
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
