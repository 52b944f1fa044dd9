"""Train the layout model for documents with markup, and cross-validate it.

    python training/layout/markup.py                  write src/artparse/data/markup_model.json
    python training/layout/markup.py --folds DIR      and a model for each fold, to judge the others by

It learns from the web pages of two corpora: those whose whole article is known, also cut to short ones,
and those of which some segments are. The latter a model of the former labels, held to the segments
(`silver.py`) and leaning towards what trafilatura takes for the article: few of them are news.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import trafilatura
import train
from alignment import labels_of, plain
from corpora import gold_of, group_of, markup_of
from pages import Page
from silver import follows, silver_labels
from train import fold_of, folds_of, train_labels, write

from artparse.errors import ArtparseError
from artparse.layout.evidence import joined
from artparse.layout.features import features_of, looks_of
from artparse.layout.model import model_of
from artparse.layout.units import Unit, heard, units_of
from artparse.reading import read
from artparse.reading.document import NO_EVIDENCE, Document

TARGET = Path(__file__).parents[2] / "src/artparse/data/markup_model.json"
LEANING, AGREED, OPPOSED = 150, 200, -100
"""How much more score units have as paragraphs in pages of known segments; and how much more those that
trafilatura takes for the article have, and those that it does not."""
PUBLISHERS = 4
"""That have to use a class name's word for it to be learnt."""
MOST_CUT = 6
"""Units of the body, at most, of a page that is cut to a short article."""
BODY, CREDITS = ("paragraph", "heading"), ("title", "subtitle", "byline", "published")
FIRST_ITERATIONS, ITERATIONS = 80, 100
train.LEAST = 8


def pages_of(corpus: str) -> Iterator[tuple[str, Page]]:
    """The pages of a corpus, by name; not yet labelled."""
    for name, gold in gold_of(corpus).items():
        try:
            document = read(markup_of(corpus, name), input_format="html")
        except ArtparseError:
            continue
        units = units_in(document)
        looks = looks_of(units)
        features = features_of(units, looks, document)
        yield name, Page(group_of(corpus, name, gold), units, looks, features, [], ())


def units_in(document: Document) -> list[Unit]:
    """The units that the model is told of."""
    units = joined(units_of(document.text, document.blocks), document.evidence)
    return [units[i] for i in heard(units)]


def labelled() -> list[Page]:
    """All pages that are learnt from, without the words of class names that few publishers use."""
    gold = [
        replace(page, labels=labels)
        for name, page in pages_of("fundus")
        if (labels := labels_of(page.units, gold_of("fundus")[name]))
    ]
    models = [model_of(part) for part in folds_of(gold, FIRST_ITERATIONS)]
    silver = []
    for name, page in pages_of("trafilatura"):
        model = models[fold_of(page.group)]
        leaning = leaning_of(page.units, markup_of("trafilatura", name))
        labels = silver_labels(page.units, page.features, gold_of("trafilatura")[name], model, leaning)
        if labels and follows(labels, model):
            silver.append(replace(page, labels=labels))
    print(f"{len(gold)} pages of known articles, {len(silver)} of known segments", flush=True)
    return pruned([*gold, *silver, *cut_pages()])


def leaning_of(units: Sequence[Unit], markup: bytes) -> list[dict[str, int]]:
    """How much more score each unit has as a paragraph, half as a heading, than the first model gives it."""
    found = trafilatura.bare_extraction(markup)
    text = plain(found.text) if found else ""
    more = [
        LEANING + (AGREED if words and words in text else OPPOSED if text else 0)
        for words in (plain(unit.text) for unit in units)
    ]
    return [{"paragraph": x, "heading": x // 2} for x in more]


def cut_pages() -> Iterator[Page]:
    """The pages of known articles as short articles with little around them, as hand-made pages, Markdown
    and newsletters are: some of the first units of the body, and few or none beside them."""
    for name, gold in gold_of("fundus").items():
        document = read(markup_of("fundus", name), input_format="html")
        units = units_in(document)
        labels = labels_of(units, gold)
        if not labels:
            continue
        chance = random.Random(name)
        body = [i for i, label in enumerate(labels) if label in BODY]
        first = body[0]
        kept = set(body[: chance.randint(2, MOST_CUT)])
        kept.update(i for i, label in enumerate(labels) if label in CREDITS and i < body[-1])
        if chance.random() < 0.5:
            kept.update(range(max(0, first - chance.randint(0, 6)), first))
            kept.update(range(body[-1] + 1, min(len(units), body[-1] + 1 + chance.randint(0, 4))))
        chosen = sorted(kept)
        told = [units[i] for i in chosen]
        if chance.random() < 0.5:
            document = replace(document, evidence=NO_EVIDENCE)
        if chance.random() < 0.5:
            told = [_bare(unit) for unit in told]
        looks = looks_of(told)
        features = features_of(told, looks, document)
        yield Page(group_of("fundus", name, gold), told, looks, features, [labels[i] for i in chosen], ())


def _bare(unit: Unit) -> Unit:
    """A unit as it would be without class names around it."""
    words = tuple(word for word in unit.hints.words if word in ("<li>", "<ul>", "<ol>", "<figcaption>"))
    return unit._replace(hints=replace(unit.hints, words=words))


def pruned(pages: Sequence[Page]) -> list[Page]:
    """`pages` without the words of class names that few publishers use."""
    users: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for own in page.features:
            for feature in own:
                if feature[:2] in ("<w", "<W"):
                    users[feature].add(page.group)
    rare = {feature for feature, groups in users.items() if len(groups) < PUBLISHERS}
    return [replace(p, features=[[f for f in own if f not in rare] for own in p.features]) for p in pages]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    pages = labelled()
    write(TARGET, train_labels(pages, ITERATIONS))
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold, part in enumerate(folds_of(pages, ITERATIONS)):
            write(args.folds / f"{fold}.json", part)


if __name__ == "__main__":
    main()
