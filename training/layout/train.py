"""Train the layout model, or cross-validate it.

    python training/layout/train.py [--folds DIR]

Writes `src/artparse/data/layout_model.json`, and to DIR a model for each fold, learnt from all other
publishers, to judge that fold by (`benchmarks/layout.py --folds DIR`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycrfsuite
from alignment import plain
from pages import Page, clean_pages, excerpts_of, gold_pages, silver_pages

from artparse.layout.model import NEVER, UNIT, Model, best_labels, margins_of, model_of, packed, scores_of
from artparse.layout.titles import NOTHING, candidates_of, title_features

TARGET = Path(__file__).parents[2] / "src/artparse/data/layout_model.json"
LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
FOLDS = 5
L1, L2 = 0.0, 1.0
FIRST_ITERATIONS, ITERATIONS = 50, 110
LEAST = 4
"""Times a feature has to be seen."""
DIGITS = 2
SILVER_STEP, CLEAN_STEP = 2, 12
COPIES = {"gold": 4, "silver": 1}
"""Shorter copies of each page."""
TITLE_ROUNDS, TITLE_RATE, TITLE_L2 = 10, 0.05, 0.01


def fold_of(group: str, folds: int = FOLDS) -> int:
    """Which fold a publisher is judged in."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def train_labels(pages: Sequence[Page], iterations: int = ITERATIONS) -> dict[str, Any]:
    """The weights of labels (see `artparse.layout.model`) learnt from pages."""
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
            states.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = round(weight, DIGITS)
    return {
        "labels": LABELS,
        "transitions": [
            [
                round(info.transitions.get((a, b), 0.0), DIGITS) if (a, b) in follows else NEVER // UNIT
                for a in LABELS
            ]
            for b in LABELS
        ],
        "states": {feature: packed(weights) for feature, weights in sorted(states.items())},
    }


def train_title(pages: Sequence[tuple[Page, Sequence[str], Sequence[float]]]) -> dict[str, float]:
    """The weights of headlines (see `artparse.layout.titles`) learnt from pages and their predicted labels.

    A softmax over the candidates of a page, learnt by AdaGrad in the order of the pages.
    """
    examples = []
    for page, labels, margins in pages:
        candidates = candidates_of(page.units, page.looks, labels)
        right = [k + 1 for k, i in enumerate(candidates) if plain(page.units[i].text) in page.titles]
        if not page.titles or (
            not right and any(t in plain(u.text) for t in page.titles for u in page.units)
        ):
            continue
        options = title_features(page.units, page.looks, labels, margins, candidates)
        examples.append(([list(NOTHING), *options], right or [0]))
    weights: dict[str, float] = {}
    steepness: dict[str, float] = {}
    for _ in range(TITLE_ROUNDS):
        for options, right in examples:
            scores = [sum(weights.get(f, 0.0) for f in own) for own in options]
            top = max(scores)
            chances = [math.exp(s - top) for s in scores]
            whole, hit = sum(chances), sum(chances[k] for k in right)
            gradient: dict[str, float] = {}
            for k, (own, chance) in enumerate(zip(options, chances, strict=True)):
                push = (chance / hit if k in right else 0.0) - chance / whole
                if abs(push) > 1e-4:
                    for f in own:
                        gradient[f] = gradient.get(f, 0.0) + push
            for f, push in gradient.items():
                push -= TITLE_L2 * weights.get(f, 0.0)
                steepness[f] = steepness.get(f, 1e-6) + push * push
                weights[f] = weights.get(f, 0.0) + TITLE_RATE * push / math.sqrt(steepness[f])
    return {f: round(w, 3) for f, w in sorted(weights.items()) if abs(w) >= 0.01}


def predicted(page: Page, model: Model) -> tuple[list[str], list[float]]:
    """The labels that a model gives the units of a page, and how far each is from the title."""
    scores = scores_of(page.features, model)
    return best_labels(scores, model), margins_of(scores, model, "title")


def folds_of(pages: Sequence[Page], iterations: int = ITERATIONS) -> list[dict[str, Any]]:
    """For each fold the weights of labels learnt from the pages of all others."""
    return [train_labels([p for p in pages if fold_of(p.group) != fold], iterations) for fold in range(FOLDS)]


def all_pages() -> list[Page]:
    """Everything that is learnt from; the labels of half-known pages are those of a first round."""
    gold = [*gold_pages(), *clean_pages(CLEAN_STEP)]
    models = [model_of({**part, "title": {}}) for part in folds_of(gold, FIRST_ITERATIONS)]
    silver = list(silver_pages(models, fold_of, SILVER_STEP))
    short = [*excerpts_of(gold, COPIES["gold"]), *excerpts_of(silver, COPIES["silver"])]
    return [*gold, *silver, *short]


def renew_titles(folder: Path) -> None:
    """Learn the weights of headlines again, with the labels of the fold models in `folder`."""
    parts = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    models = [model_of(part) for part in parts]
    pages = [*gold_pages(), *clean_pages(CLEAN_STEP), *silver_pages(models, fold_of, 0)]
    seen = [(page, *predicted(page, models[fold_of(page.group)])) for page in pages]
    for fold, part in enumerate(parts):
        write(
            folder / f"{fold}.json",
            part | {"title": train_title([x for x in seen if fold_of(x[0].group) != fold])},
        )
    shipped = json.loads(TARGET.read_text(encoding="utf-8"))
    write(TARGET, shipped | {"title": train_title(seen)})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path)
    parser.add_argument(
        "--titles", action="store_true", help="only the weights of headlines, in models there are"
    )
    args = parser.parse_args()
    if args.titles:
        renew_titles(args.folds)
        return
    pages = all_pages()
    parts = folds_of([p for p in pages if p.labels])
    models = [model_of({**part, "title": {}}) for part in parts]
    seen = [(page, *predicted(page, models[fold_of(page.group)])) for page in pages]
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold, part in enumerate(parts):
            part["title"] = train_title([x for x in seen if fold_of(x[0].group) != fold])
            write(args.folds / f"{fold}.json", part)
    write(TARGET, {**train_labels([p for p in pages if p.labels]), "title": train_title(seen)})


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a model's data, one feature a line."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
