"""What both label models together make of a page, as the layout does."""

from __future__ import annotations

from typing import NamedTuple

from pages import Page
from train import labelled

from artparse.layout.body.headings import measured as measured_heads
from artparse.layout.body.headings import with_heads
from artparse.layout.body.web import Asked, measured, weighed
from artparse.layout.labels import LineLabel
from artparse.layout.models.mixture import Alone, alone_of
from artparse.layout.models.model import SHORT, Model, Scores, weight_of
from artparse.layout.models.opinion import Opinion, opinion_of
from artparse.layout.models.search import margins_of
from artparse.layout.steps.again import without_notices
from artparse.layout.titles.candidates import reach_of


class Seen(NamedTuple):
    """A page by two models."""

    labels: list[LineLabel]
    scores: Scores
    asked: Asked
    web: Opinion

    def margins(self, model: Model) -> list[float]:
        """How far from being the title the first units are by the first model."""
        reach = reach_of(self.labels)
        following = self.labels[reach] if reach < len(self.labels) else None
        return margins_of(self.scores[:reach], model, "title", following)


def opinions(page: Page, first: Model, web: Model) -> tuple[Opinion, Alone]:
    """What the second model says of a page, and the first without it."""
    weights, others = ([weight_of(own, model) for own in page.features] for model in (first, web))
    return opinion_of(others, web), alone_of(weights, others, first, web)


def seen(page: Page, first: Model, web: Model) -> Seen:
    """A page by two models that have not seen its publisher."""
    second, news = opinions(page, first, web)
    labels, scores, leaning = labelled(page, first)
    asked = measured(page.units, page.looks, labels, leaning, first, second, news)
    if web.admission:
        labels, _ = weighed(page.looks, labels, asked, web.admission, short=len(page.units) <= SHORT)
    if web.heads:
        found = measured_heads(page.units, page.looks, labels, asked, second)
        labels = with_heads(labels, *found, web.heads)
    return Seen(without_notices(page.looks, labels), scores, asked, second)
