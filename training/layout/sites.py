"""Train the choice of a publication's name in a text dump.

    python training/layout/sites.py

A page's HTML says what its site is called; what the dump of the same page shows of that is learnt: a logistic
regression over the measures of the candidates. Prints how many pages come out right by a model that has seen
no page of their publisher, then writes `src/artparse/data/site_model.json`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import dump_of, gold_of, group_of, markup_of
from scipy.optimize import minimize
from train import FOLDS, fold_of, write

from artparse.errors import ArtparseError
from artparse.layout.lines.units import units_of
from artparse.layout.models.model import SECOND, model_for, shipped_model
from artparse.layout.parts.sites import folded, measured
from artparse.layout.steps.tables import labelled
from artparse.reading import read

TARGET = Path(__file__).parents[2] / "src/artparse/data/site_model.json"
PENALTY = 3.0
LEAST = -0.7
"""Log-odds that a name needs to be given."""


@dataclass(frozen=True, slots=True)
class Page:
    """The candidates of a dump."""

    group: str
    shown: bool
    """Whether the dump shows the name."""
    rows: list[list[float]]
    right: list[bool]


def pages() -> list[Page]:
    """The pages of both corpora whose HTML names their site."""
    found = []
    for corpus in ("fundus", "trafilatura"):
        for name, gold in gold_of(corpus).items():
            try:
                site = read(markup_of(corpus, name), input_format="html").evidence.site
                document = read(dump_of(corpus, name))
            except ArtparseError:
                continue
            if not site:
                continue
            units = units_of(document.text, document.blocks)
            name_of_model = model_for(len(units), markup=document.has_elements)
            second = SECOND.get(name_of_model)
            model, web = shipped_model(name_of_model), shipped_model(second) if second else None
            page = labelled(document, units, model, web)
            seen = list(measured([unit.text for unit in page.lines], page.labels))
            right = [is_right(form, site) for form, _ in seen]
            shown = folded(main_part(site)) in letters(document.text)
            found.append(Page(group_of(corpus, name, gold), shown, [row for _, row in seen], right))
    return found


def main_part(site: str) -> str:
    """A site's name in small letters, without what follows it after a dash or a colon."""
    return re.sub(r"\s*[-|–—:].*$", "", site.strip().lower())


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text.lower()))


def is_right(form: str, site: str) -> bool:
    """Whether a candidate is a site's name, or the well-known part of it."""
    own, wanted = folded(form.lower()), folded(main_part(site))
    return own == wanted or (len(wanted) > 3 and (wanted in own or own in letters(site)))


def train(pages: list[Page]) -> np.ndarray:
    """The weights of the measures, and last the bias."""
    rows = np.array([[*row, 1.0] for page in pages for row in page.rows])
    signs = np.array([1.0 if right else -1.0 for page in pages for right in page.right])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (rows @ weights)
        share = 1 / (1 + np.exp(margins))
        penalized = np.append(weights[:-1], 0.0)
        value = np.logaddexp(0, -margins).sum() + PENALTY / 2 * penalized @ penalized
        return float(value), -(signs * share) @ rows + PENALTY * penalized

    start = np.zeros(rows.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x


def outcomes(pages: list[Page], weights: np.ndarray) -> Counter[tuple[bool, str]]:
    """How many pages come out right, wrong and without a name, by whether they show one."""
    found: Counter[tuple[bool, str]] = Counter()
    for page in pages:
        scores = [float(np.dot(weights, [*row, 1.0])) for row in page.rows]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is None or scores[best] <= LEAST:
            found[page.shown, "none"] += 1
        else:
            found[page.shown, "right" if page.right[best] else "wrong"] += 1
    return found


def main() -> None:
    read_pages = pages()
    total: Counter[tuple[bool, str]] = Counter()
    for fold in range(FOLDS):
        weights = train([p for p in read_pages if fold_of(p.group) != fold])
        total += outcomes([p for p in read_pages if fold_of(p.group) == fold], weights)
    for (shown, outcome), count in sorted(total.items(), reverse=True):
        print(f"{'shown' if shown else 'not shown'}: {outcome} {count}")
    *weights, bias = (round(float(x), 2) for x in train(read_pages))
    write(TARGET, {"bias": bias, "least": LEAST, "weights": weights})


if __name__ == "__main__":
    main()
