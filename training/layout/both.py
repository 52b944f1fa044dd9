"""What both label models together make of a long page, as the layout does."""

from __future__ import annotations

from typing import NamedTuple

from pages import Page
from train import labelled

from artparse.layout.again import without_notices
from artparse.layout.headings import measured as measured_heads
from artparse.layout.headings import with_heads
from artparse.layout.labels import LineLabel
from artparse.layout.model import Model, Scores, margins_of, weight_of
from artparse.layout.titles import reach_of
from artparse.layout.web import Asked, heading_odds, measured, shares_of, title_odds, weighed, within_odds


class Seen(NamedTuple):
    """A page by two models."""

    labels: list[LineLabel]
    scores: Scores
    asked: Asked
    odds: list[float]
    heads: list[float]
    titles: list[float]

    def margins(self, model: Model) -> list[float]:
        """How far from being the title the first units are by the first model."""
        reach = reach_of(self.labels)
        following = self.labels[reach] if reach < len(self.labels) else None
        return margins_of(self.scores[:reach], model, "title", following)


def seen(page: Page, news: Model, web: Model) -> Seen:
    """A page by two models that have not seen its publisher."""
    shares = shares_of([weight_of(own, web) for own in page.features], web)
    odds, heads, titles = within_odds(shares, web), heading_odds(shares, web), title_odds(shares, web)
    labels, scores, leaning = labelled(page, news)
    asked = measured(page.looks, labels, leaning, news, odds, heads)
    if web.admission:
        labels, _ = weighed(page.looks, labels, labels, asked, web.admission, short=False)
    if web.heads:
        found = measured_heads(page.units, page.looks, labels, asked, odds, heads)
        labels = with_heads(labels, *found, web.heads)
    return Seen(without_notices(page.looks, labels), scores, asked, odds, heads, titles)
