"""What readers of the web page take for its article, told of the units of its text dump.

A page shows by its markup what its dump hides: trafilatura, and the models for documents with markup
(`markup.py`), find the articles of pages that are no news far better than a first model for text does. What
they find leans the labels that the dump's units get (`silver.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import trafilatura
from alignment import found_in
from corpora import markup_of

from artparse.layout import lay_out
from artparse.layout.model import Model
from artparse.layout.units import Unit
from artparse.reading import read

LEANING = {
    "paragraph": {"paragraph": 200, "subtitle": 200, "heading": 100},
    "heading": {"heading": 200, "paragraph": 100, "subtitle": 100},
    "": {"paragraph": -100, "heading": -100},
}
"""How much more score a label has for a unit that a teacher takes for a paragraph, a heading, or neither."""

Sections = list[dict[str, Any]]


def taught(name: str, model: Model, teachers: Sequence[str]) -> Iterator[Sections]:
    """The articles that `trafilatura`, and `model` for documents with markup, find on a page."""
    page = markup_of("trafilatura", name)
    if "trafilatura" in teachers:
        yield _by_trafilatura(page)
    if "markup" in teachers:
        layout = lay_out(read(page, input_format="html"), lambda _: model)
        yield [{"heading": s.heading, "paragraphs": [p.text for p in s.paragraphs]} for s in layout.sections]


def _by_trafilatura(page: bytes) -> Sections:
    found = trafilatura.bare_extraction(page)
    sections: Sections = [{"heading": None, "paragraphs": []}]
    for element in found.body.iter("p", "head", "item", "quote", "cell") if found else ():
        text = " ".join("".join(element.itertext()).split())
        if element.tag == "head":
            sections.append({"heading": text, "paragraphs": []})
        elif text and not any(child.tag in ("p", "item") for child in element):
            sections[-1]["paragraphs"].append(text)
    return sections


def leaning_of(units: Sequence[Unit], articles: Iterable[Sections]) -> Iterator[Counter[str]]:
    """How much more score each label of each unit has than the first model gives it."""
    parts = [found_in(units, article) for article in articles if any(s["paragraphs"] for s in article)]
    for i in range(len(units)):
        leaning: Counter[str] = Counter()
        for own in parts:
            leaning.update(LEANING[own[i]])
        yield leaning
