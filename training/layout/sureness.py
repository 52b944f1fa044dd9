"""Learn how likely a title, authors and a day are right (`artparse.layout.parts.sureness`).

    python training/layout/sureness.py --folds build/folds [--cross] [--only text]

Lays out every page of `wcxb`, `fundus` and `trafilatura` that may be learned from, as text by the models that
have not seen its publisher (`train.py --folds`, also with `--short`, `web.py`, also with `--short`, then
`titles.py --folds`; the weights of bylines and the trees for lines left out are those that ship) and as HTML
by the model that ships, and fits one logistic regression
for each of title, authors and published, on text and on HTML, and for the body on HTML (of texts the second
model says it, `web.py`). Writes `src/artparse/data/sureness.json`. `--cross` prints instead, for each band,
the mean confidence and the share that is right, in five folds by publisher. `--only text` and `--only markup`
leave the weights of the other as they are. A value of which the gold says
nothing, and a day that the text does not show, take no part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from alignment import plain
from corpora import dump_of, gold_of, group_of, markup_of
from rightness import agreement, bag, no_person, same_day, shows_day
from train import DATA, FOLDS, fold_of

from artparse.layout import Layout, lay_out
from artparse.layout.models.model import Model, model_of, shipped_model
from artparse.layout.parts.sureness import FIELDS, facts_of, page_of
from artparse.reading import read

PENALTY = 10.0
"""On the square of a weight, of facts brought to a deviation of one."""
ROUNDS = 30
RIGHT_BODY = 0.95
"""F1 (of runs of four words) from which a body is right."""
KINDS = ("text", "markup")
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


class Value(NamedTuple):
    """One value of one page."""

    group: str
    facts: dict[str, float]
    right: bool


def models_in(folder: Path) -> list[Callable[[str], Model]]:
    """For each fold the models by their names: those of the folder, else those that ship."""

    def of_fold(fold: int) -> Callable[[str], Model]:
        paths = folder.glob(f"*/{fold}.json")
        found = {p.parent.name: model_of(json.loads(p.read_text(encoding="utf-8"))) for p in paths}
        return lambda name: found.get(name) or shipped_model(name)

    return [of_fold(fold) for fold in range(FOLDS)]


def rights_of(layout: Layout, gold: dict[str, Any], dump: str, html: bool) -> dict[str, bool]:
    """Which of the fields are right, of those that the gold has."""
    found = {}
    if gold.get("title"):
        wordings = {plain(title) for title in (gold["title"], *gold.get("title_also", []))}
        found["title"] = plain(layout.title) in wordings
    if gold.get("published") and (html or shows_day(dump, gold["published"])):
        found["published"] = same_day(layout.published, gold["published"])
    if "authors" in gold:
        optional = bag([author for author in gold["authors"] if no_person(author)])
        wanted = bag([a for a in gold["authors"] if any(map(str.isalnum, a))]) - optional
        found["authors"] = bag([a for a in layout.authors if not no_person(a)]) - optional == wanted
    if html and (body := body_of(gold)):
        parts = [x for s in layout.sections for x in (s.heading or "", *(p.text for p in s.paragraphs))]
        found["body"] = agreement(body, "\n".join(parts)) >= RIGHT_BODY
    return found


def body_of(gold: dict[str, Any]) -> str:
    """The body that the gold has, or nothing."""
    sections = gold.get("sections") or []
    return gold.get("body") or "\n".join(
        x for section in sections for x in (section["heading"] or "", *section["paragraphs"])
    )


def values(html: bool, models: Sequence[Callable[[str], Model]]) -> Iterator[tuple[str, Value]]:
    """Every value of every page that may be learned from, with its field."""
    for corpus in ("wcxb", "fundus", "trafilatura"):
        for name, gold in gold_of(corpus).items():
            dump = dump_of(corpus, name).decode("utf-8")
            data: str | bytes = markup_of(corpus, name) if html else dump
            if not dump.strip() or not data.strip():
                continue
            group = group_of(corpus, name, gold)
            document = read(data, input_format="html" if html else "auto")
            layout = lay_out(document, shipped_model if html else models[fold_of(group)])
            page, rights = page_of(document, layout), rights_of(layout, gold, dump, html)
            for field in FIELDS:
                facts = facts_of(page, field)
                if facts is not None and field in rights:
                    yield field, Value(group, facts, rights[field])


def fitted(rows: Sequence[Value]) -> dict[str, float]:
    """The weight of each fact, and of the empty name, which is added: logistic regression."""
    names = list(rows[0].facts)
    facts = numpy.array([[row.facts[name] for name in names] for row in rows])
    right = numpy.array([float(row.right) for row in rows])
    mean, deviation = facts.mean(axis=0), facts.std(axis=0)
    deviation[deviation == 0] = 1.0
    scaled = numpy.hstack([numpy.ones((len(rows), 1)), (facts - mean) / deviation])
    penalty = numpy.full(len(names) + 1, PENALTY)
    penalty[0] = 0.0
    weights = numpy.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        share = 1 / (1 + numpy.exp(-scaled @ weights))
        slope = scaled.T @ (right - share) - penalty * weights
        bend = (scaled * (share * (1 - share))[:, None]).T @ scaled + numpy.diag(penalty + 1e-9)
        weights += numpy.linalg.solve(bend, slope)
    own = weights[1:] / deviation
    found = {"": float(weights[0] - own @ mean)} | dict(zip(names, map(float, own), strict=True))
    return {name: round(weight, 4) for name, weight in found.items() if round(weight, 4)}


def share(facts: dict[str, float], weights: dict[str, float]) -> float:
    """How likely a value with these facts is right."""
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) * fact for name, fact in facts.items())
    return float(1 / (1 + numpy.exp(-total)))


def cross(rows: Sequence[Value]) -> None:
    """Print how far the confidence holds, for publishers that the weights were not learnt from."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if fold_of(row.group) != fold])
        pairs += [(share(row.facts, weights), row.right) for row in rows if fold_of(row.group) == fold]
    for least, most in pairwise(BANDS):
        band = [(said, right) for said, right in pairs if least <= said < most]
        if band:
            said, right = (100 * sum(column) / len(band) for column in zip(*band, strict=True))
            print(
                f"  {least:.2f} to {min(most, 1):.2f}: {len(band)} values, {said:.0f} said, {right:.0f} right"
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--cross", action="store_true")
    parser.add_argument("--only", choices=KINDS, help="leave the others' weights as they are")
    args = parser.parse_args()
    models = models_in(args.folds)
    path = DATA / "sureness.json"
    found: dict[str, dict[str, dict[str, float]]] = {}
    if args.only:
        found = json.loads(path.read_text(encoding="utf-8"))
    for kind in [args.only] if args.only else KINDS:
        rows: dict[str, list[Value]] = {field: [] for field in FIELDS}
        for field, value in values(kind == "markup", models):
            rows[field].append(value)
        for field in (field for field in FIELDS if rows[field]):
            right = sum(row.right for row in rows[field])
            print(f"{kind} {field}: {len(rows[field])} values, {100 * right / len(rows[field]):.1f} right")
            if args.cross:
                cross(rows[field])
        found[kind] = {field: fitted(rows[field]) for field in FIELDS if rows[field]}
    if not args.cross:
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
