"""Whether a change of the quotes stage changes anything: a digest of each layer of each text.

    python benchmarks/layers.py [PATH …] [--every N] > before.txt     # and again, after the change
    diff before.txt after.txt

Goes over the fixtures, every case of the tests, and each Nth of the `*.txt` and `*.txt.gz` under each PATH.
A line has the digests of mentions, entities, scores and the record with what decided it, then the name of
the text, so that `diff` tells which layer changes first.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from artparse import parse
from artparse.errors import ArtparseError
from artparse.quotes import attribute, model
from artparse.quotes.entities import coreference
from support import switches

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
DIGITS = 10
"""Hexadecimal digits of a digest."""


def digest(value: Any) -> str:
    """A short digest of anything that prints the same when it is the same."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:DIGITS]


def plain(value: Any) -> Any:
    """The fields of a mention or an entity in an order that no change of the code changes."""
    names = value._fields if hasattr(value, "_fields") else value.__slots__
    fields = {name: getattr(value, name) for name in names}
    if fields.get("entity", 0) < 0:
        del fields["rule"]  # which found nothing
    return sorted((n, sorted(v) if isinstance(v, (set, frozenset)) else v) for n, v in fields.items())


class Layers:
    """What the steps inside the stage give, noted while it works."""

    def __init__(self) -> None:
        self.mentions: list[Any] = []
        self.entities: list[Any] = []
        self.scores: list[float] = []

    def digests(self) -> list[str]:
        return [digest(self.mentions), digest(self.entities), digest(self.scores)]


def watched(work: Any) -> tuple[Layers, Any]:
    """What `work()` gives, and the layers on its way."""
    layers = Layers()
    find, score = coreference.find_entities, model.score

    def entities(tokens: Any, mentions: Any, *rest: Any) -> Any:
        found = find(tokens, mentions, *rest)
        layers.mentions += map(plain, mentions)
        layers.entities += map(plain, found)
        return found

    def scored(*args: Any) -> int:
        found = score(*args)
        layers.scores.append(found)
        return found

    with patch.object(coreference, "find_entities", entities), patch.object(model, "score", scored):
        return layers, work()


def lines_of_cases() -> Iterator[str]:
    """A line for each case of the tests, as the quotes stage alone sees it."""
    for one in switches.inputs().values():

        def work(one: switches.Input = one) -> Any:
            return attribute(one.article, one.passages, one.language, one.authors)

        layers, found = watched(work)
        yield " ".join([*layers.digests(), digest(found), f"case {one.name}"])


def line_of(path: Path, data: bytes) -> str:
    """The line of a file, as the whole program sees it."""
    try:
        layers, record = watched(lambda: parse(data, explain=True).to_json())
    except ArtparseError as error:
        layers, record = Layers(), repr(error)
    return " ".join([*layers.digests(), digest(record), "/".join(path.parts[-2:])])


def texts(paths: Iterable[Path], every: int) -> Iterator[Path]:
    """Each `every`th text under each of `paths`, in order of their names."""
    for path in paths:
        found = [path] if path.is_file() else [p for p in path.rglob("*.txt*") if p.suffix in (".txt", ".gz")]
        yield from sorted(found)[::every]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    options = parser.parse_args()
    for line in lines_of_cases():
        print(line)
    articles = sorted(ARTICLES.glob("*.txt"))
    for path in [*articles, *texts(options.paths, options.every)]:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        print(line_of(path, data), flush=True)


if __name__ == "__main__":
    main()
