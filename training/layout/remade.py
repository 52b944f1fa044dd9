"""Web pages of the corpora with other markup around the same words, so that less hangs on a site's own.

A publisher's class names, its elements and its metadata are the same on all its pages, and there are few
publishers. A copy of a page has its classes and identifiers taken out, made meaningless, or mixed among each
other; some of the elements that say what they hold are made plain; its metadata are taken out, or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random

from corpora import markup_of
from lxml import etree, html
from markup_pages import units_in
from pages import Page

from artparse.errors import ArtparseError
from artparse.layout.lines.units import Unit
from artparse.layout.models.features import features_of, looks_of
from artparse.reading import read

SAID = ("class", "id", "role", "itemprop", "rel", "itemtype", "name")
"""Attributes that say what an element is."""
PLAIN = {
    **dict.fromkeys(("article", "main", "section", "header", "footer", "aside", "nav", "figure"), "div"),
    **dict.fromkeys(("time", "address"), "span"),
    "figcaption": "div",
}
"""Elements that say what they hold, and what they are made."""
MANNERS = ("taken out", "meaningless", "mixed", "mixed", "as they are")
"""What may become of class names."""
SAME = 0.9
"""Share of a page's units that a copy has, at least."""


def remade_pages(corpus: str, pages: Iterable[tuple[str, Page]]) -> Iterator[Page]:
    """A copy of each labelled page of a corpus with other markup, as far as it shows the same."""
    for name, page in pages:
        try:
            document = read(remade(markup_of(corpus, name), name) or b"", input_format="html")
        except ArtparseError:
            continue
        units = units_in(document)
        if labels := carried(page.units, page.labels, units):
            looks = looks_of(units)
            features = features_of(units, looks, document)
            yield replace(page, units=units, looks=looks, features=features, labels=labels)


def remade(markup: bytes, seed: str) -> bytes | None:
    """A copy of a web page with other markup; null where it cannot be parsed."""
    chance = Random(seed)
    try:
        page = html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        return None
    manner = chance.choice(MANNERS)
    plain = {tag for tag in PLAIN if chance.random() < 0.5}
    stated = chance.random() < 0.5
    words = _words_of(page)
    mixed = words[:]
    chance.shuffle(mixed)
    known = dict(zip(words, mixed, strict=True))
    for element in list(page.iter(etree.Element)):
        if element.tag == "meta" and element.get("charset"):
            element.set("charset", "utf-8")
        elif element.tag == "meta" and "charset" in (element.get("content") or ""):
            element.set("content", "text/html; charset=utf-8")
        elif not stated and (element.tag == "meta" or "ld+json" in (element.get("type") or "")):
            _without(element)
        if element.tag in ("meta", "link", "script", "style", "input"):
            continue
        if element.tag in plain:
            element.tag = PLAIN[element.tag]
        for name in SAID if manner != "as they are" else ():
            own = element.attrib.pop(name, None)
            if own and manner != "taken out" and name in ("class", "id"):
                told = own.split() if name == "class" else [own]
                element.set(name, " ".join(_renamed(word, manner, known, seed) for word in told))
    written: bytes = etree.tostring(page, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
    return written


def _words_of(page: html.HtmlElement) -> list[str]:
    """The class names and identifiers of a page."""
    found: dict[str, None] = {}
    for element in page.iter(etree.Element):
        found |= dict.fromkeys((element.get("class") or "").split())
        if element.get("id"):
            found[element.get("id")] = None
    return list(found)


def _renamed(word: str, manner: str, known: dict[str, str], seed: str) -> str:
    if manner == "mixed":
        return known.get(word, word)
    return "".join(Random(f"{seed} {word}").choices("bcdfghjkmnpqrtvwxz0123456789", k=6))


def _without(element: html.HtmlElement) -> None:
    if (above := element.getparent()) is not None and not element.tail:
        above.remove(element)


def carried(units: Sequence[Unit], labels: Sequence[str], others: Sequence[Unit]) -> list[str] | None:
    """The labels of a page's units for those of a copy; null where it has too few of them."""
    one, two = [unit.text for unit in units], [unit.text for unit in others]
    if one == two:
        return list(labels)
    found: list[str] = [""] * len(two)
    same = 0
    for a, b, size in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        found[b : b + size] = labels[a : a + size]
        same += size
    if same < SAME * len(one):
        return None
    for i, label in enumerate(found):
        if not label:
            found[i] = found[i - 1] if i and found[i - 1] in ("before", "after", "between") else "between"
    body = [i for i, label in enumerate(found) if label in ("paragraph", "heading")]
    if not body:
        return None
    return [
        ("before" if i < body[0] else "after" if i > body[-1] else "between")
        if label in ("before", "between", "after")
        else label
        for i, label in enumerate(found)
    ]
