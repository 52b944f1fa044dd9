"""Which lines are the body, by the labelling model: its likeliest labels, or those of a model that leans to
the body where they leave most of a page's prose outside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel
from artparse.layout.lines.look import Look
from artparse.layout.lines.units import Unit
from artparse.layout.markup.rules import ALL_LINKED, foreign, with_named_body, within_article
from artparse.layout.models.model import NEVER, Model, Scores, packed
from artparse.layout.models.search import best_labels
from artparse.layout.steps.page import Page, Scored
from artparse.reading.document import Document
from artparse.values import replace

OPEN_FOR = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "byline": ("byline",),
    "heading": ("heading",),
    "paragraph": ("paragraph",),
    "metadata": ("before", "between", "after"),
    "body": ("paragraph", "heading"),
}
"""The model's labels that are open for what a format says of its blocks."""
RULED_OUT = 1000 * NEVER
SPARSE, BIAS = 0.3, 2.0
"""A body with less than this share of a page's prose is looked for again, with so much more score for its
labels: the model learnt mostly from news, and is shy of other pages."""
INSISTING = (2.0, 4.0, 8.0, 16.0)
"""The same, one after the other, where an element or format is there for an article and no body was found."""
LONGEST_PROSE = 800
"""Letters of a unit that count as prose, at most."""


def likeliest(page: Page) -> Page:
    """The model's likeliest labels."""
    scores = possible(page.weights, page.lines, page.document, page.model)
    return replace(page, scores=scores, leaning=scores, labels=best_labels(scores, page.model))


def of_sparse(page: Page) -> Page:
    """Where the labels leave most of the prose outside the body, those of the model with a bias to it."""
    if not is_sparse(page.looks, page.labels):
        return page
    weights = with_bias(page.weights, page.model)
    leaning = possible(weights, page.lines, page.document, page.model)
    return replace(page, leaning=leaning, labels=best_labels(leaning, page.model))


def of_markup(page: Page) -> Page:
    """The body of a web page: units that are not sure looked at again, or all where there is none."""
    labels, lines, model, parents = page.labels, page.lines, page.model, page.document.parents
    if "paragraph" not in labels:
        inside = within_article(lines, page.document)
        if inside:
            return page.labelled(insisted(page.weights, lines, inside, page.document, model))
        return page.labelled(with_named_body(labels, lines, parents))
    if not model.second:
        return page
    from artparse.layout.body.second_look import looked_again

    labels, doubt = looked_again(labels, lines, page.looks, page.scores, parents, model)
    return replace(page, labels=labels, doubt=doubt)


def possible(weights: Sequence[int], units: Sequence[Unit], document: Document, model: Model) -> Scored:
    """The scores of units without the labels that a format or the elements around a unit rule out."""
    scores = Scores(weights, model)
    if not document.has_elements and not any(unit.hints.given for unit in units):
        return scores
    left = list(map(list, scores))
    for unit, own in zip(units, left, strict=True):
        if unit.hints.given:
            for k, name in enumerate(model.labels):
                if name not in OPEN_FOR[unit.hints.given]:
                    own[k] = RULED_OUT
    for i in foreign(units) if document.has_elements else ():
        for name in ("title", *OPEN_FOR["body"]):
            left[i][model.labels.index(name)] = RULED_OUT
    return left


def is_sparse(looks: Sequence[Look], labels: Labels) -> bool:
    """Whether the labels leave most of what reads like prose outside the body."""
    whole = sum([min(x.length, LONGEST_PROSE) for x in looks if x.prose])
    body = sum([min(looks[i].length, LONGEST_PROSE) for i, label in enumerate(labels) if label in BODY_LINES])
    return body < SPARSE * whole


def insisted(
    weights: Sequence[int], units: Sequence[Unit], inside: Collection[int], document: Document, model: Model
) -> list[LineLabel]:
    """Labels with a body among the units `inside`, unless all speaks against it."""
    labels: list[LineLabel] = []
    for bias in INSISTING:
        paragraph, heading = (
            packed([bias * (label == wanted) for label in model.labels])
            for wanted in ("paragraph", "heading")
        )
        leaning = [
            own + (heading if unit.hints.level else paragraph) if i in inside else own
            for i, (own, unit) in enumerate(zip(weights, units, strict=True))
        ]
        labels = best_labels(possible(leaning, units, document, model), model)
        if "paragraph" in labels:
            break
    first = labels.index("paragraph") if "paragraph" in labels else 0
    menus = {i for i in range(first, len(units)) if i not in inside and units[i].hints.links >= ALL_LINKED}
    return ["before" if i in menus and label in BODY_LINES else label for i, label in enumerate(labels)]


def with_bias(weights: Iterable[int], model: Model) -> list[int]:
    """The packed weights of units, such that they speak more for the body."""
    biases = {"paragraph": BIAS, "heading": BIAS / 2}
    bias = packed([biases.get(label, 0.0) for label in model.labels])
    return [own + bias for own in weights]
