"""What the models for markup take for the article of a web page, told of the units of its text dump.

A page shows by its markup what its dump hides: those models (`markup.py`) find the articles of pages that are
no news far better than a first model for text does. What they find leans the labels that the dump's units get
(`silver.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
"""How much more score labels have for a unit that is a paragraph of the web page, a heading, or neither."""


def leaning_of(name: str, units: Sequence[Unit], model: Model) -> Iterator[Mapping[str, int]]:
    """How much more score than the first model gives them the labels of each unit of a dump have, by what
    `model`, for documents with markup, finds on the web page.
    """
    layout = lay_out(read(markup_of("trafilatura", name), input_format="html"), lambda _: model)
    if any(s.paragraphs for s in layout.sections):
        own = [{"heading": s.heading, "paragraphs": [p.text for p in s.paragraphs]} for s in layout.sections]
        yield from map(LEANING.__getitem__, found_in(units, own))
