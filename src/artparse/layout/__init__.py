"""Blocks to an article's parts: title, byline, dates, sections, and what is none of them."""

from __future__ import annotations

from collections.abc import Callable

from artparse.article import ParseWarning
from artparse.layout.evidence.headline import joined
from artparse.layout.evidence.stated import stated_of
from artparse.layout.evidence.weighing import filled
from artparse.layout.lines.units import units_of
from artparse.layout.models.model import SECOND, Model, model_for, shipped_model
from artparse.layout.parts.assembly import assemble
from artparse.layout.parts.pieces import pieces_of
from artparse.layout.parts.several import exported_in, several_in
from artparse.layout.steps.tables import labelled
from artparse.layout.structure import Layout
from artparse.reading.document import Document

__all__ = ["Layout", "lay_out"]


def lay_out(document: Document, models: Callable[[str], Model] = shipped_model) -> Layout:
    """The parts of the article in `document`; every non-space character ends in exactly one.

    `models` gives the model of a name (see `model_for`); those that come with the package if not said.
    """
    stated = stated_of(document.evidence)
    units = joined(units_of(document.text, document.blocks), stated)
    name = model_for(len(units), markup=document.has_elements)
    model, second = models(name), models(SECOND[name]) if name in SECOND else None
    pieces = pieces_of(labelled(document, units, model, second))
    layout = filled(assemble(document.text, pieces), stated)
    count = 0 if document.has_elements or document.exported else max(several_in(units), exported_in(units))
    if count > 1:
        message = f"reads like {count} articles in one text; give artparse each by itself"
        layout = layout._replace(warnings=(*layout.warnings, ParseWarning("several_articles", message)))
    return layout
