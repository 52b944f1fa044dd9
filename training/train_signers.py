"""Learn which words may be the name of somebody who signs, from the authors and the short lines of pages.

    python training/train_signers.py
    python training/train_signers.py --folds    # how well authors and lines of other sites are told apart

Reads the open pages of `wcxb`, `trafilatura` and `fundus`: the authors of their gold, and the short lines of
their texts, which are menus, headings and labels, or persons where they begin with a given name.
Deterministic. Writes src/artparse/names/data/signers.txt.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from artparse.names import signing
from artparse.names.persons import is_person
from pack import renew
from train_attribution import _matrix

sys.path.append(str(Path(__file__).parent / "layout"))

from corpora import CORPORA, gold_of, group_of

CORPORA_OF_PAGES = ("wcxb", "trafilatura", "fundus")
DATA = Path(signing.__file__).parent / "data" / "signers.txt"
LONGEST_NAME, LONGEST_LINE, LONGEST_LINE_LETTERS = 6, 4, 40
"""Words; code points."""
FURNITURE = 0.3
"""How much a line counts for each site that has it, up to one."""
LINES_OF_ONE_SITE, LINES_OF_PERSONS = 0.12, 0.4
"""The share of the lines of one site alone that is learnt from, and of lines that are persons' names."""
PERSONS = 0.3
"""How much those count."""
PENALTY, RARE, ROUNDS = 2.0, 4, 80
FOLDS = 5
MARKS = " :|•-–·"


class Sample(NamedTuple):
    """Some words, whether they may sign, the site that has them, how much they count."""

    words: str
    signs: bool
    site: str
    weight: float


def samples() -> Iterator[Sample]:
    """All that is learnt from."""
    authors: dict[str, set[str]] = defaultdict(set)
    lines: dict[str, set[str]] = defaultdict(set)
    for corpus in CORPORA_OF_PAGES:
        for name, gold in gold_of(corpus).items():
            site = group_of(corpus, name, gold)
            given = [" ".join(author.split()) for author in gold.get("authors") or ()]
            for author in given:
                if 0 < len(author.split()) <= LONGEST_NAME:
                    authors[author].add(site)
            for line in short_lines(CORPORA / corpus / "text" / f"{name}.txt", given):
                lines[line].add(site)
    for author, sites in sorted(authors.items()):
        yield from (Sample(author, True, site, 1.0) for site in sorted(sites))
    drawn = random.Random(1)
    for line, sites in sorted(lines.items()):
        site, named = min(sites), is_person(line)
        if named and len(line.split()) < LONGEST_LINE and drawn.random() < LINES_OF_PERSONS:
            yield Sample(line, True, site, PERSONS)
        elif not named and (len(sites) > 1 or drawn.random() < LINES_OF_ONE_SITE):
            yield Sample(line, False, site, min(1.0, FURNITURE * len(sites)))


def short_lines(path: Path, authors: Sequence[str]) -> Iterator[str]:
    """The short lines of a page that have nothing to do with its authors."""
    known = [author.lower() for author in authors]
    for line in path.read_bytes().decode().split("\n") if path.is_file() else ():
        words = " ".join(line.split()).strip(MARKS)
        short = 0 < len(words.split()) <= LONGEST_LINE and len(words) < LONGEST_LINE_LETTERS
        low = words.lower()
        if short and words[0].isalpha() and not any(low in author or author in low for author in known):
            yield words


def fit(chosen: Sequence[Sample]) -> dict[str, int]:
    """Weights of a logistic regression, as whole numbers; authors weigh half of what lines do."""
    rows = [sorted(signing.traits(sample.words)) for sample in chosen]
    counts = Counter(trait for row in rows for trait in row)
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    matrix = _matrix(rows, {name: i for i, name in enumerate(names)}).astype(float)
    transposed = matrix.T.tocsr()
    right = np.array([sample.signs for sample in chosen], float)
    weight = np.array([sample.weight for sample in chosen])
    weight[right == 1] *= weight[right == 0].sum() / weight[right == 1].sum() / 2

    def loss(x: Any) -> tuple[float, Any]:
        scores = matrix @ x[:-1] + x[-1]
        error = weight * (1 / (1 + np.exp(-scores)) - right)
        value = np.sum(weight * (np.logaddexp(0, scores) - right * scores)) + PENALTY / 2 * x[:-1] @ x[:-1]
        return float(value), np.append(transposed @ error + PENALTY * x[:-1], error.sum())

    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    rounded = {n: round(w * signing.SCALE) for n, w in zip([*names, signing.LEVEL], found, strict=True)}
    return {name: value for name, value in rounded.items() if abs(value) > 1 or name == signing.LEVEL}


def fold_of(site: str) -> int:
    return hashlib.sha256(site.encode()).digest()[0] % FOLDS


def write(weights: Mapping[str, int], path: Path) -> None:
    """A line for each weight, with all features that have it."""
    rows: dict[int, list[str]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        rows[weight].append(name)
    head = (
        "# Weights of features of names that may sign, and of those that may not (training/train_signers.py)"
    )
    body = [" ".join([str(weight), *rows[weight]]) for weight in sorted(rows)]
    path.write_text("\n".join([head, *body]) + "\n", encoding="utf-8")
    renew(path)
    print(f"{path.name}: {len(weights)} weights, {path.stat().st_size:,} bytes", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    chosen = list(samples())
    if args.folds:
        print("| below | authors | lines |\n| --- | --- | --- |")
        told: dict[bool, list[float]] = {True: [], False: []}
        for fold in range(FOLDS):
            table = fit([sample for sample in chosen if fold_of(sample.site) != fold])
            for sample in chosen:
                if fold_of(sample.site) == fold and (sample.weight == 1.0 or not sample.signs):
                    traits = signing.traits(sample.words)
                    told[sample.signs].append(
                        (table[signing.LEVEL] + sum(table.get(t, 0) for t in traits)) / signing.SCALE
                    )
        for bound in (-4, -3, -2, -1, 0):
            shares = [
                sum(value < bound for value in told[signs]) / len(told[signs]) for signs in (True, False)
            ]
            print(f"| {bound} | {100 * shares[0]:.1f} % | {100 * shares[1]:.1f} % |")
    write(fit(chosen), DATA)


if __name__ == "__main__":
    main()
