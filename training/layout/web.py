"""More trees for lines left out of the body, which learn from pages of the web that are no news as well.

    python training/layout/web.py

Writes them into `layout_model.json` and `short_model.json`, as `web`. They add to what the trees of `train.py --body`
say, for lines between and behind the body. Learnt from are `wcxb`, whose pages the labels have never seen, and
`fundus`, whose pages they have: its lines are few and count more. Sealed pages take no part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import plain
from corpora import dump_of, gold_of, group_of, sealed
from pages import Page, _page, units_in
from train import BODY, DATA, MODELS, _labelled, tree_of, write

from artparse.layout.admission import measured
from artparse.layout.model import model_for, shipped_model
from artparse.layout.trees import worth_of

TREES, LEAVES = 120, 8
RUN = 4
"""Words in a row that a line shares with the article where they are of it."""
OF_BODY, OF_NONE = 0.7, 0.3
"""Share of a line's runs that the article has, from which it is of the body, and up to which it is not."""
NEWS = 40.0
"""Weight of a line of `fundus`; one of `wcxb` has the root of its words."""


class Line(NamedTuple):
    """A line that is looked at: its page's publisher, measures, and whether it is of the body."""

    group: str
    row: list[float]
    told: bool
    said: float
    """What the trees that are there say of it."""
    weight: float


def lines() -> Iterator[Line]:
    """Lines between and behind the body of which it is known whether they are of it."""
    for corpus in ("wcxb", "fundus"):
        for name, gold in gold_of(corpus).items():
            words = plain(gold["body"] if corpus == "wcxb" else _article(gold)).split()
            text = dump_of(corpus, name).decode("utf-8")
            if name not in sealed(corpus) and words and text.strip():
                page = _page(group_of(corpus, name, gold), *units_in(text), [], gold)
                yield from _lines(page, words, gold, NEWS if corpus == "fundus" else 0.0)


def _lines(page: Page, words: list[str], gold: dict[str, Any], weight: float) -> Iterator[Line]:
    model = shipped_model(model_for(len(page.units), markup=False))
    labels, _, leaning = _labelled(page, model)
    runs = set(zip(*[words[k:] for k in range(RUN)], strict=False))
    whole = f" {' '.join(words)} "
    apart = [plain(part) for part in gold.get("summary") or []]
    for i, row in zip(*measured(page.units, page.looks, labels, leaning, model), strict=True):
        own = plain(page.units[i].text).split()
        said = " ".join(own)
        if labels[i] == "before" or (own and any(said in part for part in apart)):
            continue
        found = list(zip(*[own[k:] for k in range(RUN)], strict=False))
        share = sum(run in runs for run in found) / len(found) if found else float(f" {said} " in whole)
        if OF_NONE <= share < OF_BODY:
            continue
        told = share >= OF_BODY and said not in page.titles
        yield Line(
            page.group, row, told, worth_of(row, model.admission), weight or (min(len(own), 60) + 3) ** 0.5
        )


def _article(gold: dict[str, Any]) -> str:
    return "\n".join(
        text
        for part in gold.get("sections") or []
        for text in (part.get("heading") or "", *part["paragraphs"])
    )


def grown(known: list[Line]) -> list[Any]:
    """The trees that mend what the others say of `known` lines."""
    data = lightgbm.Dataset(
        numpy.array([line.row for line in known]),
        numpy.array([int(line.told) for line in known]),
        init_score=numpy.array([line.said for line in known]),
        weight=numpy.array([line.weight for line in known]),
    )
    model = lightgbm.train(BODY | {"num_leaves": LEAVES}, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def main() -> None:
    """Learn the trees and write them."""
    trees = grown(list(lines()))
    for name in MODELS:
        shipped = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
        write(DATA / f"{name}.json", shipped | {"web": trees})


if __name__ == "__main__":
    main()
