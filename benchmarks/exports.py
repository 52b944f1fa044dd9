"""A Nexis file of many articles: memory and CPU time beside the same articles as text files.

    python benchmarks/exports.py [--articles 500] [--characters 10000]

The articles are made of the sentences of the fixtures, drawn anew for each.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import artparse

ROOT = Path(__file__).parents[1]


def sentences() -> list[str]:
    """The sentences of the English fixtures, as far as they stand in paragraphs."""
    found: list[str] = []
    for path in sorted((ROOT / "fixtures/articles").glob("en_*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            found += [part.strip() + "." for part in line.split(". ") if len(part) > 60]
    return found


def bodies(articles: int, characters: int) -> Iterator[list[str]]:
    """The paragraphs of each article."""
    chance = random.Random(7)
    known = sentences()
    for _ in range(articles):
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < characters:
            paragraphs.append(" ".join(chance.sample(known, 3)))
        yield paragraphs


def exported(number: int, count: int, paragraphs: list[str]) -> str:
    """An article as Nexis gives it."""
    text = "\n\n".join(textwrap.fill(paragraph, 79) for paragraph in paragraphs)
    parts = (
        f"{'':30}{number} of {count} DOCUMENTS\n\n",
        f"{'':30}The Wick Times",
        f"{'':27}March 3, 2016 Thursday",
        f"A headline for article {number}",
        "BYLINE: Ada Quill",
        "SECTION: NEWS; Pg. 4",
        "LENGTH: 800 words",
        text,
        "LOAD-DATE: March 4, 2016",
        "LANGUAGE: ENGLISH",
        f"{'':20}Copyright 2016 Somebody Else",
    )
    return "\n" + "\n\n".join(parts) + "\n"


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--characters", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "export.txt"
        texts = []
        with whole.open("w", encoding="utf-8") as file:
            for number, paragraphs in enumerate(bodies(args.articles, args.characters), 1):
                file.write(exported(number, args.articles, paragraphs))
                texts.append(Path(folder) / f"{number}.txt")
                wrapped = "\n\n".join(textwrap.fill(paragraph, 79) for paragraph in paragraphs)
                head = f"A headline for article {number}\n\nBy Ada Quill\n\nMarch 3, 2016\n\n"
                texts[-1].write_text(head + wrapped + "\n", encoding="utf-8")
        for path in texts[: max(1, len(texts) // 10)]:  # What both need is in memory then.
            artparse.parse_file(path)
        before, start = peak(), time.process_time()
        count = sum(1 for _ in artparse.parse_many(whole))
        middle, after = time.process_time(), peak()
        for path in texts:
            artparse.parse_file(path)
        end = time.process_time()
        print(f"{count} articles, {whole.stat().st_size / 1e6:.1f} MB")
        print(f"CPU time: {middle - start:.1f} s as an export, {end - middle:.1f} s as text files")
        print(f"memory: {after - before:.1f} MB more than for a tenth of the text files")
    sys.exit(0 if count == args.articles else 1)


if __name__ == "__main__":
    main()
