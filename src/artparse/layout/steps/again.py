"""Lines of a text that are looked at again, with the whole body in view: which of those left out are of it,
which of its own are not, and which are headings.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.body.web import measured as measured_web
from artparse.layout.body.web import weighed
from artparse.layout.labels import BODY_LINES, Labels, LineLabel, first_of
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.look import Look
from artparse.layout.lines.notices import first_words
from artparse.layout.models.model import SHORT, Scores
from artparse.layout.steps.page import Page
from artparse.values import replace

LEAST_SAID = 2
"""Lines of an article, its headline among them, that use the word of a notice where it is about just that."""


def behind_title(page: Page) -> Page:
    """No body above the headline; here ends what the model alone says."""
    labels = only_behind_title(page.labels)
    begun = first_of(labels)
    start = page.lines[begun].span[0] if begun < len(page.lines) else 0
    return replace(page, labels=labels, begin=start)


def only_behind_title(labels: Labels) -> list[LineLabel]:
    """`labels` without a body before the line labelled as the headline, where most of it is behind that line:
    what is before is of something else."""
    title = labels.index("title") if "title" in labels else 0
    before, behind = (sum(label in BODY_LINES for label in part) for part in (labels[:title], labels[title:]))
    if not before or before >= behind:
        return list(labels)
    return [*("before" if label in BODY_LINES else label for label in labels[:title]), *labels[title:]]


def by_both(page: Page) -> Page:
    """Lines on which the two models differ, by trees that weigh one's word against the other's."""
    second = page.second
    if second is None or not isinstance(page.leaning, Scores):
        return page
    asked = measured_web(
        page.lines, page.looks, page.labels, page.leaning, page.model, second.opinion, second.news
    )
    short = len(page.units) <= SHORT
    labels, doubt = weighed(page.looks, page.labels, asked, second.model.admission, short=short)
    return replace(page, labels=labels, doubt=doubt, asked=asked)


def headed(page: Page) -> Page:
    """The body's headings, by trees."""
    second, asked = page.second, page.asked
    if second is None or asked is None or not second.model.heads:
        return page
    from artparse.layout.body.headings import measured as measured_heads
    from artparse.layout.body.headings import with_heads

    lines, rows = measured_heads(page.lines, page.looks, page.labels, asked, second.opinion)
    return page.labelled(with_heads(page.labels, lines, rows, second.model.heads))


def unnoticed(page: Page) -> Page:
    """What a site says of itself is not of the body."""
    return page.labelled(without_notices(page.looks, page.labels))


def without_notices(looks: Sequence[Look], labels: Labels) -> list[LineLabel]:
    """`labels`, where what a site says of itself is not of the body, unless the article is about that."""
    first = first_words()
    found = {
        i: notice.word
        for i, (look, label) in enumerate(zip(looks, labels, strict=True))
        if label in BODY_LINES and not first.isdisjoint(look.content)
        if (notice := facts_of(look.text).notice)
    }
    if not found:
        return list(labels)
    article = [
        look.content
        for i, (look, label) in enumerate(zip(looks, labels, strict=True))
        if (label in BODY_LINES or label == "title") and i not in found
    ]
    said = {word: sum(word in content for content in article) for word in found.values()}
    return [
        "between" if i in found and said[found[i]] < LEAST_SAID else label for i, label in enumerate(labels)
    ]
