"""Makes the packed form of the models (see `artparse.data.tables`) from their readable one.

    python training/pack.py               of all models; whoever merged two of them runs this again
    python training/pack.py --show NAME   print the names and numbers of `NAME.packed`, in order

The scripts that train a model call `renew` when they have written it. A test tells where that was forgotten.
"""

from __future__ import annotations

import argparse
import json
import zlib
from base64 import b64decode, encodebytes
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from artparse.data import tables
from artparse.names import lists
from artparse.quotes.reports.words import SPECIAL

PACKAGE = Path(__file__).parent.parent / "src" / "artparse"
LISTS = tuple(
    f"languages/en/{name}.txt" for name in ("word_kinds", "report_vocabulary", "report_words", "report_roots")
)
"""The readable forms of lists of words."""
MODELS = (
    *(f"data/{name}_model.json" for name in ("layout", "short", "markup", "web", "short_web")),
    *(f"quotes/data/{name}.txt" for name in ("attribution", "sources", "nobody", "nobody_others")),
    "languages/de/nobody.txt",
    *(f"quotes/data/{name}.txt" for name in ("review", "report_review")),
    *(f"quotes/data/report_{name}.txt" for name in ("cues", "starts", "ends", "sources", "sources_again")),
    *LISTS,
    "names/data/given_names.txt",
    "names/data/signers.txt",
)
"""Those of all that is packed."""
ZLIB_HEAD, ZLIB_SUM = 2, 4
"""Bytes that zlib puts before and behind what is deflated."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", metavar="NAME")
    name = parser.parse_args().show
    paths = [PACKAGE / model for model in MODELS]
    if name is None:
        for path in paths:
            renew(path)
        return
    for path in paths:
        if path.stem == name:
            table = tables.packed_table(str(path))
            print("".join(f"{number}\t{feature}\n" for feature, number in sorted(table.items())), end="")
            print(table.rest.decode())


def renew(path: Path) -> None:
    """Write the packed form of the model at `path`, if it is one of the package's."""
    if path.resolve() in [PACKAGE.resolve() / model for model in MODELS]:
        Path(tables.path_of(str(path))).write_bytes(of(path))


def of(path: Path) -> bytes:
    """The packed form of the readable file at `path`."""
    text = path.read_text(encoding="utf-8")
    if path.stem == "given_names":
        return tables.pack({name: lists.GENDERS.index(g) for name, g in lists.genders_of_names().items()})
    if path.stem == "signers":  # A line is a weight and all features that have it.
        rows = [line.split() for line in text.splitlines() if line[0] != "#"]
        return tables.pack({trait: int(weight) for weight, *traits in rows for trait in traits})
    if path.parent.name == "en":
        return listed(path.stem, [line.split() for line in text.splitlines() if line and line[0] != "#"])
    if path.suffix == ".json":
        model: dict[str, Any] = json.loads(text)
        return tables.pack(model.pop("states"), model)
    if path.stem.endswith("review"):
        return tables.pack({}, trees_of(text.splitlines()))
    if "\n\n" in text:
        return tables.pack(weights_of(text))
    return inflated(text)


def listed(name: str, rows: list[list[str]]) -> bytes:
    """The packed form of words in rows: the first of a row says of what strength or kind the others are, or
    all are numbered in their order."""
    if name == "report_words":
        return tables.pack({word: int(strength) for strength, *words in rows for word in words})
    if name == "word_kinds":
        kinds = {word: number for number, (_, *words) in enumerate(rows, 1) for word in words}
        return tables.pack(kinds, [row[0] for row in rows])
    before = SPECIAL if name == "report_vocabulary" else ()
    return tables.pack({word: number for number, word in enumerate(chain(before, *rows), 1)})


def weights_of(text: str) -> dict[str, int]:
    """Names of features and their weights: those of one weight stand together, each on a line, and after all
    of them `weight:count`."""
    names, _, runs = text.partition("\n\n")
    pairs = (run.split(":") for run in runs.split())
    values = chain.from_iterable(repeat(int(weight), int(count)) for weight, count in pairs)
    return dict(zip(names.split("\n"), values, strict=True))


def trees_of(lines: list[str]) -> list[Any]:
    """Regression trees, one a line: `measure:bound`, then the two branches, or `=value`."""
    return [_tree(iter(line.split())) for line in lines]


def _tree(nodes: Iterator[str]) -> Any:
    node = next(nodes)
    if node[0] == "=":
        return int(node[1:])
    measure, _, bound = node.partition(":")
    return [int(measure), float(bound), _tree(nodes), _tree(nodes)]


def deflated(table: bytes) -> str:
    """The readable form, as far as there can be one, of a table of bytes, most of which are alike."""
    return encodebytes(zlib.compress(table, 9)[ZLIB_HEAD:-ZLIB_SUM]).decode()


def inflated(text: str) -> bytes:
    """The table whose content is `text`."""
    return zlib.decompress(b64decode(text), -zlib.MAX_WBITS)


if __name__ == "__main__":
    main()
