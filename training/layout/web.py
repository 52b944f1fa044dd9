"""Grow the trees that weigh two models' word on long texts, or on short ones.

    python training/layout/web.py --folds DIR [--short] [--pages FILE] [--jobs N]

Writes the trees into `web_model.json`, or into `short_web_model.json` with `--short`, in `src/artparse/data`
and, in a folder of that name in DIR, into the model of each fold, learnt from all other sites, to judge that
fold by. DIR holds the fold models of `train.py`, which say what the models make of each page. They are learnt
from the lines of all corpora of which it is known whether they are of the article (where a reader's
annotation and a corpus's own gold differ it is not); for short texts from the pages that are short, from
shorter copies, and from written dumps. Sealed pages take no part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import labels_of, mark_credits, plain
from annotated import ANNOTATED, annotated, annotated_dumps, annotated_pages
from both import opinions
from copies import Cut, copy_of
from corpora import dump_of, gold_of, group_of
from excerpts import excerpt, without_middle
from jobs import in_parts, shared_out
from pages import REWRITTEN, Page, gold_pages, kept_in, page_of, units_in
from set_pages import long_pages
from silver import known_of
from train import DATA, FOLDS, GROWN, fold_of, labelled, parts_in, tree_of, write
from written import written_pages

from artparse.layout.body.web import measured
from artparse.layout.labels import BODY_LINES
from artparse.layout.models.model import LONG, SECOND, SHORT, SHORTENED, Model, model_of

RUN = 4
"""Words in a row that a line shares with the article where they are of it."""
SHARED = 0.6
"""Share of a line's runs that the article has, from which on it is of it."""
PLACES = 12
"""Places of the article where a line may stand, at most."""
BACK = 400
"""Such places of lines before that are looked at for what comes before a line."""
LEAST_FOUND = 0.5
"""Share of the article that a dump shows, at least, where its page is learnt from."""
WRONG = frozenset(("article_0151", "article_1396", "article_4503"))
"""Pages whose gold is not what they show."""
ASKED = 3
"""Those without a middle that their trees are learnt from."""
ASKED_NEWS = 4
"""Those of each kind, of each page of `fundus`."""
TREES = {LONG: 160, SHORTENED: 100}
WEIGHED = GROWN | {"objective": "binary", "min_data_in_leaf": 40, "feature_fraction": 0.4}
SIZES = {
    LONG: {"learning_rate": 0.06, "num_leaves": 12},
    SHORTENED: {"learning_rate": 0.1, "num_leaves": 8},
}
"""How the trees are grown, of either kind of text."""
WEIGHTS = {
    LONG: {
        "wcxb": 1.0,
        "wcxb, later": 0.5,
        "fundus": 150.0,
        "trafilatura": 2.0,
        "trafilatura, annotated": 1.5,
        "trafilatura, later": 0.75,
        "written": 2.0,
    },
    SHORTENED: {
        "wcxb": 1.0,
        "fundus": 8.0,
        "trafilatura": 4.0,
        "trafilatura, annotated": 4.0,
        "written": 6.0,
    },
}
"""Of a line of long or short texts, by its corpus: `fundus` is small, and its gold the most exact."""
Known = tuple[str, Page, list[bool | None]]
"""A page, its corpus, and of each unit whether it is of the article, as far as that is known."""


class Line(NamedTuple):
    """A line that is looked at: its page's fold, measures, whether it is of the article, and its weight."""

    fold: int
    row: list[float]
    told: bool
    weight: float


def web_pages() -> Iterator[tuple[str, Page]]:
    """The pages of `wcxb` that show their article, with a label for each unit."""
    for name, gold in gold_of("wcxb").items():
        text = dump_of("wcxb", name).decode("utf-8")
        words = plain(gold.get("body")).split()
        if name in WRONG or not words or not text.strip():
            continue
        page = page_of(group_of("wcxb", name, gold), *units_in(text), [], gold)
        if labels := aligned([plain(unit.text).split() for unit in page.units], words, page.titles):
            yield name, replace(page, labels=labels)


def aligned(lines: Sequence[list[str]], words: list[str], titles: Sequence[str]) -> list[str] | None:
    """A label for each line, by its words; null where the lines do not show the article of these `words`."""
    found = _chain(lines, words)
    if sum(len(lines[i]) for i in found) < LEAST_FOUND * len(words):
        return None
    runs = set(_runs(words))
    inside = set(found)
    order = sorted(found)
    for before, behind in pairwise(order):
        around = " ".join(["", *words[max(0, found[before] - 2) : found[behind] + 9], ""])
        for i in range(before + 1, behind):
            own = lines[i]
            if own and (f" {' '.join(own)} " in around or _share(own, runs) >= SHARED):
                inside.add(i)
    first, last = order[0], order[-1]
    labels = [
        "body" if i in inside else "before" if i < first else "after" if i > last else "between"
        for i in range(len(lines))
    ]
    headlines = [i for i in range(first + 1) if " ".join(lines[i]) in titles]
    if headlines:
        labels[headlines[-1]] = "title"
    return labels


def _chain(lines: Sequence[list[str]], words: list[str]) -> dict[int, int]:
    """Lines of the article in its order, as many words as can be, and where in it each stands."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(_runs(words)):
        places.setdefault(run, []).append(at)
    runs = set(places)
    options: list[tuple[int, int]] = []
    for i, own in enumerate(lines):
        if _share(own, runs) >= SHARED:
            told = [*_runs(own)[:3], _runs(own)[-1]]
            stands = sorted({at for run in told for at in places.get(run, ())[:6]})
            options += [(i, at) for at in stands[:PLACES]]
    best: list[int] = []
    behind: list[int] = []
    for k, (i, at) in enumerate(options):
        most, back = 0, -1
        for j in range(max(0, k - BACK), k):
            if options[j][0] < i and options[j][1] < at and best[j] > most:
                most, back = best[j], j
        best.append(most + len(lines[i]))
        behind.append(back)
    found: dict[int, int] = {}
    k = max(range(len(best)), key=best.__getitem__, default=-1)
    while k >= 0:
        found[options[k][0]] = options[k][1]
        k = behind[k]
    return found


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*[words[k:] for k in range(RUN)], strict=False))


def _share(words: Sequence[str], runs: set[tuple[str, ...]]) -> float:
    """Share of the runs of some words that are among `runs`."""
    own = _runs(words)
    return sum(run in runs for run in own) / len(own) if own else 0.0


def web_copies(name: str, page: Page, cut: Cut, count: int, seed: str) -> Iterator[Page]:
    """Shorter copies of a page of `web_pages`, which have its credits or lack them."""
    labels = ["paragraph" if label == "body" else label for label in page.labels]
    body = [i for i, label in enumerate(labels) if label in BODY_LINES]
    words = [plain(unit.text) for unit in page.units]
    mark_credits(page.units, words, labels, gold_of("wcxb")[name], body[0], body[-1])
    for copy in range(count):
        if found := copy_of(page, labels, cut, f"{seed} {name} {copy}"):
            yield found


def asked_pages(kind: str) -> Iterator[Known]:
    """The pages that the trees of long or of short texts are learnt from."""
    for corpus, page, known in known_pages():
        if (len(page.units) <= SHORT) == (kind == SHORTENED):
            yield corpus, page, known
    if kind == SHORTENED:
        yield from asked_copies()
    else:
        yield from later_pages()
        for page in long_pages(REWRITTEN):
            yield "written", page, _known(page)


def later_pages() -> Iterator[Known]:
    """The pages that were annotated later, which count half; none of them is short."""
    for corpus in ANNOTATED:
        for page in annotated_pages(corpus, later=True):
            if len(page.units) > SHORT:
                yield f"{corpus}, later", page, _known(page)


def asked_copies() -> Iterator[Known]:
    """Shorter copies of pages whose article is known."""
    for name, page in web_pages():
        for copy in web_copies(name, page, without_middle, ASKED, "asked"):
            yield "wcxb", copy, [label in BODY_LINES for label in copy.labels]
    for number, page in enumerate(gold_pages(("plain",))):
        for cut in (excerpt, without_middle):
            for count in range(ASKED_NEWS):
                if found := copy_of(page, page.labels, cut, f"asked {page.group} {number} {count}"):
                    yield "fundus", found, _known(found)
    for page in written_pages(REWRITTEN):
        if len(page.units) <= SHORT:
            yield "written", page, _known(page)


def _known(page: Page) -> list[bool | None]:
    """Of each unit of a page of news whether it is of the article; a standfirst may be held to be."""
    return [None if label == "subtitle" else label in BODY_LINES for label in page.labels]


def known_pages() -> Iterator[Known]:
    """The pages of all corpora."""
    told: dict[str, list[bool | None]] = {}
    for name, page in web_pages():
        told[name] = [x == "body" for x in page.labels]
        if name not in annotated()["wcxb"]:
            yield "wcxb", page, told[name]
    for corpus, weighed in zip(ANNOTATED, ("wcxb", "trafilatura, annotated"), strict=True):
        for (name, *_), page in zip(annotated_dumps(corpus), annotated_pages(corpus), strict=True):
            known = _known(page)
            said = told.get(name, known) if corpus == "wcxb" else known
            yield weighed, page, [own if own == x else None for own, x in zip(known, said, strict=True)]
    for corpus in ("fundus", "trafilatura"):
        for name, gold in gold_of(corpus).items():
            if name in annotated().get(corpus, ()):
                continue
            text = dump_of(corpus, name).decode("utf-8")
            if not text.strip():
                continue
            source, units = units_in(text)
            labels = (labels_of(units, gold) or []) if corpus == "fundus" else []
            page = page_of(group_of(corpus, name, gold), source, units, labels, gold)
            if corpus == "trafilatura":
                yield corpus, page, known_of(page.units, gold)
            elif labels:
                yield corpus, page, _known(page)


def lines_of(
    page: Page, known: Sequence[bool | None], news: Model, web: Model, weight: float
) -> Iterator[Line]:
    """The lines of a page that are looked at, by models that have not seen its site."""
    labels, _, leaning = labelled(page, news)
    asked = measured(page.units, page.looks, labels, leaning, news, *opinions(page, news, web))
    for i, row in zip(asked.lines, asked.rows, strict=True):
        told = known[i]
        if told is not None:
            length = (min(page.looks[i].length, 600.0) + 30) ** 0.5 / 10
            yield Line(fold_of(page.group), row, told, weight * length)


def asked_lines(
    kind: str, pages: Sequence[Known], news: Sequence[Model], web: Sequence[Model]
) -> Iterator[Line]:
    """The lines of pages that the trees are learnt from."""
    for corpus, page, known in pages:
        if page.units:
            fold = fold_of(page.group)
            yield from lines_of(page, known, news[fold], web[fold], WEIGHTS[kind][corpus])


def grown(lines: Sequence[Line], kind: str) -> list[Any]:
    """The trees that tell lines of the article from others, in long or in short texts."""
    data = lightgbm.Dataset(
        numpy.array([line.row for line in lines]),
        numpy.array([int(line.told) for line in lines]),
        weight=numpy.array([line.weight for line in lines]),
    )
    model = lightgbm.train(WEIGHED | SIZES[kind], data, TREES[kind]).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--pages", type=Path, help="file in which the dumps that were read are kept")
    parser.add_argument("--jobs", type=int, default=1, help="processes that share the work")
    parser.add_argument("--short", action="store_true", help="those for short texts")
    args = parser.parse_args()
    kind = SHORTENED if args.short else LONG
    name = SECOND[kind]
    folder = args.folds / name
    parts = parts_in(folder)
    news, web = ([model_of(part) for part in own] for own in (parts_in(args.folds / kind), parts))
    with kept_in(args.pages):
        asked = list(asked_pages(kind))
    lines = sorted(shared_out(lambda pages: asked_lines(kind, pages, news, web), asked, args.jobs))
    # The last are learnt from all pages.
    trees = in_parts(lambda n: grown([line for line in lines if line.fold != n], kind), FOLDS + 1, args.jobs)
    for fold, part in enumerate(parts):
        write(folder / f"{fold}.json", part | {"admission": trees[fold]})
    shipped = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    write(DATA / f"{name}.json", shipped | {"admission": trees[FOLDS]})


if __name__ == "__main__":
    main()
