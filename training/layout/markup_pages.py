"""The web pages of the corpora, as pages that a model of markup can learn from."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from alignment import labels_of
from corpora import gold_of, group_of, markup_of
from pages import Page

from artparse.errors import ArtparseError
from artparse.layout.evidence.headline import joined
from artparse.layout.evidence.stated import stated_of
from artparse.layout.lines.units import Unit, heard, units_of
from artparse.layout.models.features import features_of, looks_of
from artparse.reading import read
from artparse.reading.document import NO_EVIDENCE, Document, Hints

PUBLISHERS = 4
"""That have to use a class name's word for it to be learnt."""
MOST_CUT = 6
"""Units of the body, at most, of a page that is cut to a short article."""
LISTED, MOST_LISTED, MOST_WORDS = 0.5, 4, 9
"""Share of those that end with a heading and a list; items of the list and words of an item, at most."""
HEADED = 0.8
"""Below it and not below `LISTED` are those that end with a heading and a paragraph."""
BODY, CREDITS = ("paragraph", "heading"), ("title", "subtitle", "byline", "published")


def pages_of(corpus: str) -> Iterator[tuple[str, Page]]:
    """The pages of a corpus, by name; not yet labelled."""
    for name, document in documents_of(corpus):
        units = units_in(document)
        looks = looks_of(units)
        features = features_of(units, looks, document)
        yield name, Page(group_of(corpus, name, gold_of(corpus)[name]), units, looks, features, [], ())


def documents_of(corpus: str) -> Iterator[tuple[str, Document]]:
    """The web pages of a corpus, by name."""
    for name in gold_of(corpus):
        with suppress(ArtparseError):
            yield name, read(markup_of(corpus, name), input_format="html")


def units_in(document: Document) -> list[Unit]:
    """The units that the model is told of."""
    units = joined(units_of(document.text, document.blocks), stated_of(document.evidence))
    return [units[i] for i in heard(units)]


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
        ending = chance.random()
        if ending < LISTED:
            _end_with_list(told, own, chance)
        elif ending < HEADED:
            _end_with_section(told, own, chance)
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


def _end_with_section(units: list[Unit], labels: list[str], chance: random.Random) -> None:
    """Make a heading of the last paragraph but one, as a short page ends: `<h3>Tickets</h3><p>They cost …`"""
    paragraphs = [i for i, label in enumerate(labels) if label == "paragraph"][1:]
    if len(paragraphs) < 2:
        return
    at = paragraphs[-2]
    own, level = units[at].hints, chance.randint(2, 4)
    hints = Hints(f"h{level}", level, element=own.element, shape=-1, words=own.words)
    labels[at] = "heading"
    units[at] = _begun(units[at], chance.randint(1, MOST_WORDS), hints)


def _begun(unit: Unit, count: int, hints: Hints) -> Unit:
    """A unit with its first words only."""
    return replace(unit, text=" ".join(unit.text.split()[:count]).rstrip(".,;:"), hints=hints)


def _bare(unit: Unit) -> Unit:
    """A unit as it would be without class names around it."""
    words = tuple(word for word in unit.hints.words if word in ("<li>", "<ul>", "<ol>", "<figcaption>"))
    return replace(unit, hints=unit.hints._replace(words=words))


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
