"""Train the layout model, or cross-validate it.

python training/layout/train.py                  write src/artparse/data/layout_model.json
python training/layout/train.py --folds 5 DIR    a model for each fold, to judge the others by
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
from alignment import labels_of
from corpora import dump_of, gold_of, group_of
from variants import VARIANTS

from artparse.layout.features import features_of
from artparse.layout.model import NEVER
from artparse.layout.units import heard, units_of
from artparse.reading import read

TARGET = Path(__file__).parents[2] / "src/artparse/data/layout_model.json"
LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
TRAINED = ("plain", "wrapped72", "doubled", "dense")
L1, L2, ITERATIONS = 0.0, 1.0, 160
LEAST = 4
"""Times a feature has to be seen."""
DIGITS = 2


def fold_of(group: str, folds: int) -> int:
    """Which fold a publisher is judged in."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def examples(corpus: str, variants: Sequence[str]) -> Iterator[tuple[str, list[list[str]], list[str]]]:
    """Publisher, features and labels of each page whose dump shows its article."""
    for name, gold in gold_of(corpus).items():
        data = dump_of(corpus, name)
        if not data.strip():
            continue
        for variant in variants:
            document = read(VARIANTS[variant](data.decode("utf-8")))
            units = units_of(document.text, document.blocks)
            if labels := labels_of(units, gold):
                kept = heard(units)
                features = features_of([units[i] for i in kept])
                yield group_of(corpus, name, gold), features, [labels[i] for i in kept]


def train(pages: Sequence[tuple[list[list[str]], list[str]]]) -> dict[str, Any]:
    """The data of a model (see `artparse.layout.model`) trained on features and labels of pages."""
    seen = Counter(f for features, _ in pages for own in features for f in own)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": L1, "c2": L2, "max_iterations": ITERATIONS, "feature.possible_transitions": True}
    )
    for features, labels in pages:
        trainer.append([[f for f in own if seen[f] >= LEAST] for own in features], labels)
    path = "/tmp/layout.crfsuite"
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info = tagger.info()
    follows = {(a, b) for _, labels in pages for a, b in zip(labels, labels[1:], strict=False)}
    states: dict[str, list[float]] = {}
    for (feature, label), weight in info.state_features.items():
        if label in LABELS and abs(weight) >= 0.5 * 10**-DIGITS:
            states.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = round(weight, DIGITS)
    return {
        "labels": LABELS,
        "transitions": [
            [round(info.transitions.get((a, b), 0.0), DIGITS) if (a, b) in follows else NEVER for a in LABELS]
            for b in LABELS
        ],
        "states": dict(sorted(states.items())),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--variants", default=",".join(TRAINED))
    parser.add_argument("target", type=Path, nargs="?", default=TARGET)
    args = parser.parse_args()
    pages = list(examples("fundus", args.variants.split(",")))
    for fold in range(max(1, args.folds)):
        chosen = [(f, y) for group, f, y in pages if not args.folds or fold_of(group, args.folds) != fold]
        target = args.target / f"{fold}.json" if args.folds else args.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            json.dumps(train(chosen), ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
        )
        print(f"{target}: {len(chosen)} texts, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
