"""PolNeAR's training part, read for training (brat standoff; Newell, Margolin, Ruths, LREC 2018)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from accuracy_quotes import passages_of
from annotators import Attribution, read_attributions

__all__ = ["Annotated", "passages_of", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article and what the annotator marked in it."""

    name: str
    text: str
    attributions: list[Attribution]


def read_corpus(shared: Path, part: str) -> Iterator[Annotated]:
    """The articles of one part of PolNeAR, by name."""
    folder = shared / "corpora" / "polnear" / part
    for path in sorted((folder / "text").glob("*.txt")):
        pattern = re.sub(r"([*?[])", r"[\1]", path.stem)
        found = sorted((folder / "attributions").glob(f"{pattern}_*.ann"))
        if found:
            text = path.read_bytes().decode("utf-8")
            yield Annotated(path.stem, text, read_attributions(found[0]))
