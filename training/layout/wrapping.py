"""Learn which line breaks of a hard-wrapped text are true ones.

    python training/layout/wrapping.py

Wraps the dumps of the trafilatura corpus itself, so that each break is known, and writes `wrap_model.json`
into `src/artparse/data`. No other corpus is learnt from: figures of those are of pages not seen.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from random import Random

import lightgbm
import numpy
from corpora import dump_of, gold_of
from train import DATA, tree_of
from variants import dense

from artparse.layout.lines.wrapping import goes_on, lines_of, may_be_wrapped, measured, wrap_width
from artparse.reading import read

WIDTHS = range(60, 91)
COPIES = 2
"""Of each page with its blank lines, and of each without."""
TREES = 200
SET_UP = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 12,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.5,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
"""How the trees are grown (LightGBM's parameters)."""


def wrapped(text: str, width: int) -> tuple[str, set[int]]:
    """`text` wrapped, and where in it lines begin that wrapping made."""
    lines: list[str] = []
    made: set[int] = set()
    at = 0
    for line in text.split("\n"):
        parts = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
        for k, part in enumerate(parts):
            if k:
                made.add(at)
            lines.append(part)
            at += len(part) + 1
    return "\n".join(lines), made


def breaks_in(text: str, width: int) -> Iterator[tuple[list[float], bool]]:
    """The measures of each break of a wrapped copy that may be either, and whether it is a true one."""
    text, made = wrapped(text, width)
    document = read(text)
    if document.text != text or not may_be_wrapped(text, document.blocks):
        return
    lines = list(lines_of(text, document.blocks))
    found = wrap_width(lines)
    spaced = sum(line.gap > 1 for line in lines) / (len(lines) or 1)
    for i in range(len(lines) - 1 if found else 0):
        if goes_on(lines[i], lines[i + 1], found) and not lines[i + 1].text[0].islower():
            yield measured(lines, i, found, spaced), document.blocks[i + 1].span[0] not in made


def main() -> None:
    random = Random(1)
    rows, right = [], []
    for name in gold_of("trafilatura"):
        dump = dump_of("trafilatura", name).decode("utf-8")
        for text in (dump, dense(dump)) if dump.strip() else ():
            for width in random.sample(WIDTHS, COPIES):
                for row, true in breaks_in(text, width):
                    rows.append(row)
                    right.append(true)
    print(f"{len(rows)} breaks, {sum(right)} of them true")
    grown = lightgbm.train(SET_UP, lightgbm.Dataset(numpy.array(rows, float), numpy.array(right)), TREES)
    trees = [tree_of(tree["tree_structure"]) for tree in grown.dump_model()["tree_info"]]
    path = DATA / "wrap_model.json"
    path.write_text(json.dumps(trees, separators=(",", ":")), encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
