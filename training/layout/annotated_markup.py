"""The web pages whose labels are known: by their gold, or since a reader has labelled them line by line.

Of `fundus` all, whose whole articles are known; of `wcxb` and `trafilatura` those that a reader has labelled
(`annotated.py`), and the others of `wcxb` by the body that they are known to have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from alignment import labels_of, mark_credits, plain
from annotated import PLACES, annotated, markup_labels
from corpora import dump_of, gold_of
from markup_pages import BODY
from pages import Page
from web import WRONG, aligned

from artparse.layout.lines.units import Unit

SHOWN, AGREED = 0.7, 0.8
"""Share of the words of a reader's body that a web page has, at least; and how far that body and the gold's
agree at least."""
LONGEST_HEADING = 200
"""Code points, at most."""
AROUND = 60
"""Units before the article and behind it that are learnt from, at most."""


def known_pages(corpus: str, pages: Iterable[tuple[str, Page]]) -> Iterator[Page]:
    """Those of the pages of a corpus whose lines are known, with their labels."""
    for name, page in pages:
        if labels := known_labels(corpus, name, page.units):
            yield replace(page, labels=labels)


def known_labels(corpus: str, name: str, units: Sequence[Unit]) -> list[str] | None:
    """What each unit of a page is, by the gold or by a reader; null where neither says it for sure."""
    gold = gold_of(corpus)[name]
    if corpus == "fundus":
        return labels_of(units, gold)
    within = of_body(name, units) if corpus == "wcxb" else None
    own = annotated(later=True)[corpus].get(name)
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


def near(page: Page) -> Page:
    """A page without what is far from the article: it is all alike, and most of the time goes into it."""
    at = [i for i, label in enumerate(page.labels) if label not in PLACES]
    part = slice(max(0, at[0] - AROUND), at[-1] + 1 + AROUND)
    return replace(page, features=page.features[part], labels=page.labels[part])
