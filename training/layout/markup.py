"""Train the layout model for documents with markup, or cross-validate it.

    python training/layout/markup.py                  write src/artparse/data/markup_model.json
    python training/layout/markup.py --folds 5 DIR    a model for each fold, to judge the others by

It learns from the web pages of two corpora: those whose whole article is known, and those of which
some segments are, which a model of the first labels, held to the segments (`silver.py`).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import train
from alignment import labels_of
from corpora import CORPORA, gold_of, group_of
from silver import silver_labels
from train import fold_of

from artparse.errors import ArtparseError
from artparse.layout.evidence import joined
from artparse.layout.features import features_of
from artparse.layout.model import Model, model_of
from artparse.layout.units import Unit, heard, units_of
from artparse.reading import read

TARGET = Path(__file__).parents[2] / "src/artparse/data/markup_model.json"
STEP = 2
"""Every so manieth page of known segments is learnt from."""
TIMES = 2
"""Times that a page of known articles counts."""
PUBLISHERS = 4
"""That have to use a class name's word for it to be learnt."""
train.ITERATIONS = 60
train.LEAST = 8


class Page(NamedTuple):
    """A page's publisher, its units, what is told of them, and what they are."""

    group: str
    units: list[Unit]
    features: list[list[str]]
    labels: list[str]


def pages_of(corpus: str, label: Callable[[list[Unit], list[list[str]], Any, str], Any]) -> Iterator[Page]:
    """The pages of a corpus that `label` has labels for."""
    for name, gold in gold_of(corpus).items():
        try:
            markup = gzip.decompress((CORPORA / corpus / "html" / f"{name}.html.gz").read_bytes())
            document = read(markup, input_format="html")
        except ArtparseError:
            continue
        units = joined(units_of(document.text, document.blocks), document.evidence)
        kept = [units[i] for i in heard(units)]
        features = features_of(kept, document)
        group = group_of(corpus, name, gold)
        if labels := label(kept, features, gold, group):
            yield Page(group, kept, features, labels)


def pruned(pages: Sequence[Page]) -> list[Page]:
    """`pages` without the words of class names that few publishers use."""
    users: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for own in page.features:
            for feature in own:
                if feature[:2] in ("<w", "<W"):
                    users[feature].add(page.group)
    rare = {feature for feature, groups in users.items() if len(groups) < PUBLISHERS}
    return [p._replace(features=[[f for f in own if f not in rare] for own in p.features]) for p in pages]


def models_of(pages: Sequence[Page], folds: int) -> list[dict[str, Any]]:
    """A model for each fold, of the pages of the others; one of all pages for no folds."""
    known = pruned(pages)
    return [
        train.train([(p.features, p.labels) for p in known if not folds or fold_of(p.group, folds) != fold])
        for fold in range(max(1, folds))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("target", type=Path, nargs="?", default=TARGET)
    args = parser.parse_args()
    gold = list(pages_of("fundus", lambda units, _, known, __: labels_of(units, known)))
    first: list[Model] = [model_of(data) for data in models_of(gold, args.folds)]

    def held(units: list[Unit], features: list[list[str]], known: Any, group: str) -> Any:
        return silver_labels(units, features, known, first[fold_of(group, len(first))])

    silver = list(pages_of("trafilatura", held))[::STEP]
    for fold, data in enumerate(models_of(gold * TIMES + silver, args.folds)):
        target = args.target / f"{fold}.json" if args.folds else args.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        print(f"{target}: {len(gold)} + {len(silver)} pages, {target.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()
