"""Train the layout model for documents with markup, and cross-validate it.

    python training/layout/markup.py                  write src/artparse/data/markup_model.json
    python training/layout/markup.py --folds DIR      and a model for each fold, to judge the others by

It learns from the web pages of three corpora: of `fundus`, whose whole articles are known, also cut to short
ones; of `wcxb` and `trafilatura` those that a reader has labelled line by line (`annotated.py`), and the
others of `wcxb` by the body that they are known to have. A first round's models, learnt from these, label the
other pages of `trafilatura`, held to the segments that are known of them (`silver.py`). The labels only: the
trees that look again at what they leave in doubt come after it (`second_look.py`), and what chooses the
byline (`bylines.py`) stays.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from alignment import labels_of, mark_credits, plain
from annotated import PLACES, annotated, markup_labels
from corpora import dump_of, gold_of, group_of, markup_of
from field import Field
from pages import Page
from silver import follows, silver_labels
from train import FOLDS, fold_of, write
from web import WRONG, aligned

from artparse.errors import ArtparseError
from artparse.layout.evidence import joined
from artparse.layout.features import features_of, looks_of
from artparse.layout.model import Model, model_of
from artparse.layout.units import Unit, heard, units_of
from artparse.reading import read
from artparse.reading.document import NO_EVIDENCE, Document, Hints

TARGET = Path(__file__).parents[2] / "src/artparse/data/markup_model.json"
WEIGHTS = {"fundus": 2.0, "wcxb": 1.0, "trafilatura": 1.0}
"""What a page of each corpus counts: `fundus` is small, and its gold the most exact."""
CUT, SILVER = 1.0, 0.6
"""What a page counts that is cut to a short article, and one that a model has labelled."""
SHOWN, AGREED = 0.7, 0.8
"""Share of the words of a reader's body that a web page has, at least; and how far that body and the gold's
agree at least."""
LONGEST_HEADING = 200
"""Code points, at most."""
AROUND = 60
"""Units before the article and behind it that are learnt from, at most."""
KEPT = ("byline",)
"""Parts of the model that stay as they are."""
PUBLISHERS = 4
"""That have to use a class name's word for it to be learnt."""
MOST_CUT = 6
"""Units of the body, at most, of a page that is cut to a short article."""
LISTED, MOST_LISTED, MOST_WORDS = 0.5, 4, 9
"""Share of those that end with a heading and a list; items of the list and words of an item, at most."""
BODY, CREDITS = ("paragraph", "heading"), ("title", "subtitle", "byline", "published")
FIRST_ITERATIONS, ITERATIONS = 40, 80
LEAST = 8
"""Times a feature has to be seen."""
Counted = tuple[Page, float]
"""A page and what it counts."""


def pages_of(corpus: str) -> Iterator[tuple[str, Page]]:
    """The pages of a corpus, by name; not yet labelled."""
    for name, document in documents_of(corpus):
        units = units_in(document)
        looks = looks_of(units)
        # The same name is one string: there are forty million of them.
        features = [list(map(sys.intern, own)) for own in features_of(units, looks, document)]
        yield name, Page(group_of(corpus, name, gold_of(corpus)[name]), units, looks, features, [], ())


def documents_of(corpus: str) -> Iterator[tuple[str, Document]]:
    """The web pages of a corpus, by name."""
    for name in gold_of(corpus):
        with suppress(ArtparseError):
            yield name, read(markup_of(corpus, name), input_format="html")


def units_in(document: Document) -> list[Unit]:
    """The units that the model is told of."""
    units = joined(units_of(document.text, document.blocks), document.evidence)
    return [units[i] for i in heard(units)]


def labelled() -> list[Counted]:
    """All pages that are learnt from, without the words of class names that few publishers use."""
    known = [(page, WEIGHTS[corpus]) for corpus in WEIGHTS for page in known_pages(corpus)]
    known += [(page, CUT) for page in cut_pages()]
    first = field_of(known)
    models = [model_of(part) for part in folds_of(first, known, FIRST_ITERATIONS)]
    silver = [(page, SILVER) for page in silver_pages(models)]
    print(f"{len(known)} pages that are known, {len(silver)} of known segments", flush=True)
    return known + silver


def field_of(pages: Sequence[Counted]) -> Field:
    """The pages as a field to learn from."""
    return Field(pruned([near(page) for page, _ in pages]), LEAST)


def folds_of(field: Field, pages: Sequence[Counted], iterations: int) -> Iterator[dict[str, Any]]:
    """For each fold the weights of labels learnt from the pages of all others."""
    for fold in range(FOLDS):
        yield field.learnt([w * (fold_of(page.group) != fold) for page, w in pages], iterations)


def silver_pages(models: Sequence[Model]) -> Iterator[Page]:
    """The pages of `trafilatura` that no reader has labelled, by the model of a page's fold."""
    for name, page in pages_of("trafilatura"):
        model = models[fold_of(page.group)]
        if known_labels("trafilatura", name, page.units) is None:
            labels = silver_labels(page.units, page.features, gold_of("trafilatura")[name], model)
            if labels and follows(labels, model) and not PLACES.issuperset(labels):
                yield replace(page, labels=labels)


def known_pages(corpus: str) -> Iterator[Page]:
    """The pages of a corpus whose lines are known."""
    for name, page in pages_of(corpus):
        if labels := known_labels(corpus, name, page.units):
            yield replace(page, labels=labels)


def known_labels(corpus: str, name: str, units: Sequence[Unit]) -> list[str] | None:
    """What each unit of a page is, by the gold or by a reader; null where neither says it for sure."""
    gold = gold_of(corpus)[name]
    if corpus == "fundus":
        return labels_of(units, gold)
    within = of_body(name, units) if corpus == "wcxb" else None
    own = annotated()[corpus].get(name)
    if own is None or not own.get("body"):
        return with_headings(units, within, gold) if within else None
    labels, share = markup_labels(dump_of(corpus, name).decode("utf-8"), units, own)
    agrees = corpus != "wcxb" or (within is not None and agreement(units, labels, within) >= AGREED)
    return labels if share >= SHOWN and agrees else None


def of_body(name: str, units: Sequence[Unit]) -> list[str] | None:
    """`body`, `title` or where it stands to the body for each unit of a page of `wcxb`, by its gold."""
    gold = gold_of("wcxb")[name]
    words = plain(gold.get("body")).split()
    if name in WRONG or not words:
        return None
    titles = [plain(title) for title in (gold.get("title"), *gold.get("title_also", []))]
    return aligned([plain(unit.text).split() for unit in units], words, list(filter(None, titles)))


def agreement(units: Sequence[Unit], labels: Sequence[str], within: Sequence[str]) -> float:
    """How far a reader and the gold have the same body: F1 of its words."""
    both = either = 0
    for unit, label, place in zip(units, labels, within, strict=True):
        count = len(plain(unit.text).split())
        both += 2 * count * (label in BODY and place == "body")
        either += count * ((label in BODY) + (place == "body"))
    return both / either if either else 0.0


def with_headings(units: Sequence[Unit], within: Sequence[str], gold: dict[str, Any]) -> list[str]:
    """The labels of a page whose body is known: its headings are those by their element, its credits those
    that the gold names."""
    labels = [
        ("heading" if unit.hints.level and len(unit.text) < LONGEST_HEADING else "paragraph")
        if place == "body"
        else place
        for unit, place in zip(units, within, strict=True)
    ]
    body = [i for i, label in enumerate(labels) if label in BODY]
    mark_credits(units, [plain(unit.text) for unit in units], labels, gold, body[0], body[-1])
    return labels


def cut_pages() -> Iterator[Page]:
    """The pages of known articles as short articles with little around them, as hand-made pages, Markdown
    and newsletters are: some of the first units of the body, and few or none beside them."""
    for name, document in documents_of("fundus"):
        gold = gold_of("fundus")[name]
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
        told, own = [units[i] for i in chosen], [labels[i] for i in chosen]
        if chance.random() < 0.5:
            document = document._replace(evidence=NO_EVIDENCE)
        if chance.random() < 0.5:
            told = [_bare(unit) for unit in told]
        if chance.random() < LISTED:
            _end_with_list(told, own, chance)
        looks = looks_of(told)
        yield Page(group_of("fundus", name, gold), told, looks, features_of(told, looks, document), own, ())


def _end_with_list(units: list[Unit], labels: list[str], chance: random.Random) -> None:
    """Make a heading and the list below it of the last paragraphs, but the first, as notes end."""
    paragraphs = [i for i, label in enumerate(labels) if label == "paragraph"][1:]
    if len(paragraphs) < 2:
        return
    at, *items = paragraphs[-1 - MOST_LISTED :]
    labels[at] = "heading"
    element = units[at].hints.element
    units[at] = _begun(units[at], chance.randint(1, 3), Hints("h2", 2, element=element, shape=-1))
    for i in items:
        words = (*units[i].hints.words, "<ul>", "<li>")
        hints = units[i].hints._replace(tag="li", links=0.0, bold=0.0, shape=-2, words=words)
        units[i] = _begun(units[i], chance.randint(2, MOST_WORDS), hints)
    for i in [i for i, label in enumerate(labels) if label == "heading" and i > at][::-1]:
        del units[i], labels[i]


def _begun(unit: Unit, count: int, hints: Hints) -> Unit:
    """A unit with its first words only."""
    return unit._replace(text=" ".join(unit.text.split()[:count]).rstrip(".,;:"), hints=hints)


def _bare(unit: Unit) -> Unit:
    """A unit as it would be without class names around it."""
    words = tuple(word for word in unit.hints.words if word in ("<li>", "<ul>", "<ol>", "<figcaption>"))
    return unit._replace(hints=unit.hints._replace(words=words))


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


def near(page: Page) -> Page:
    """A page without what is far from the article: it is all alike, and most of the time goes into it."""
    at = [i for i, label in enumerate(page.labels) if label not in PLACES]
    part = slice(max(0, at[0] - AROUND), at[-1] + 1 + AROUND)
    return replace(page, features=page.features[part], labels=page.labels[part])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    pages = labelled()
    field = field_of(pages)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold, part in enumerate(folds_of(field, pages, ITERATIONS)):
            write(args.folds / f"{fold}.json", part)
    shipped = json.loads(TARGET.read_text(encoding="utf-8"))
    whole = field.learnt([weight for _, weight in pages], ITERATIONS)
    write(TARGET, whole | {name: shipped[name] for name in KEPT if name in shipped})


if __name__ == "__main__":
    main()
