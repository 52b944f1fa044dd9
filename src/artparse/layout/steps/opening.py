"""How an article opens: its headline, the standfirst below that, and the lead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice, takewhile

from artparse.data import load
from artparse.layout.body.bare import CLOSING, LEAST_BARE, is_bare, is_story
from artparse.layout.body.entries import begun
from artparse.layout.labels import BODY_LINES, Labels, LineLabel, first_of, placed
from artparse.layout.lines.eastern import is_eastern
from artparse.layout.lines.eastern_signs import reason_in_east
from artparse.layout.lines.look import Look
from artparse.layout.lines.shown import shows_picture
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of
from artparse.layout.models.search import margins_of
from artparse.layout.steps.page import Page
from artparse.layout.titles.candidates import SIGNED, Option, may_be_title, reach_of
from artparse.layout.titles.choice import choose
from artparse.layout.titles.measures import measured
from artparse.values import replace

LEAST_HEADLINE = 3
"""Words of a headline above a standfirst that was taken for it."""
LEAST_EASTERN, LONGEST_EASTERN = 6, 60
"""Code points of a headline in Chinese, Japanese or Korean."""
INTO_BODY = 4
"""Lines that pass for the first of the body, and may be that and the one of its date."""
LEAST_STANDFIRST = 7
"""Words of a line below the headline that may be its standfirst."""
LONGEST_STANDFIRST = 320
"""Code points of it."""


@cache
def _press() -> frozenset[str]:
    """Words in the names of papers, which may stand above a headline, too."""
    return frozenset(load("sites")["press"])


def given_title(page: Page) -> Option | None:
    """The line that the format gives as the headline."""
    said = next((i for i, unit in enumerate(page.lines) if unit.hints.given == "title"), None)
    return None if said is None else Option(said, page.lines[said], None)


def title_of_text(page: Page) -> Page:
    """The headline of a text: what the format gives, else the likeliest of several candidates."""
    title = given_title(page)
    if title is None:
        # Entries of a live report have headings, some of which stand above it, too.
        labels, reach = page.labels, min(reach_of(page.labels), max(begun(page.lines), 1))
        following = labels[reach] if reach < len(labels) else None
        margins = margins_of(page.scores[:reach], page.model, "title", following)
        odds = page.second.opinion.title if page.second else ()
        rows = measured(page.document.text, page.lines, page.looks, labels, margins, odds)
        title = choose(*rows, page.model) or _above_credits(page)
        if title is not None and _is_deck(page, title):
            above = title.unit - 1
            title = Option(above, page.lines[above], None)
    return untitled(replace(page, title=title))


def _above_credits(page: Page) -> Option | None:
    """The line right above that of date and source in Chinese, Japanese or Korean: `2024-05-03 来源：…`."""
    lines = page.lines
    for i in range(1, min(first_of(page.labels) + INTO_BODY, len(lines))):
        above, said = lines[i - 1], lines[i].says
        if reason_in_east(above.text) is not None or above.says.dates or not is_eastern(above.text):
            continue
        noted = reason_in_east(said.text) == "metadata" and bool(said.dates)
        long = LEAST_EASTERN <= len(above.text) <= LONGEST_EASTERN and ">" not in above.text
        if noted and long and not above.hints.given:
            return Option(i - 1, above, None)
    return None


def _is_deck(page: Page, title: Option) -> bool:
    """Whether what was chosen as the headline is the standfirst between it and the byline: `The Last
    Projectionist / In a cinema on the edge of the Fens, one man keeps the arc burning / Words by Jo Doe`."""
    i, lines = title.unit, page.lines
    if i != 1 or title.tail or i + 1 >= len(lines):
        return False
    above, below = lines[0], lines[2]
    return (
        below.says.is_opened
        and page.looks[1].count >= LEAST_STANDFIRST
        and page.looks[0].count >= LEAST_HEADLINE
        and page.looks[1].count > page.looks[0].count
        and may_be_title(above, page.looks[0], page.labels[0])
        and above.says.reason is None
        and not above.says.is_ended
        and not above.says.dates
        and not any(word in _press() for word in words_of(above.text))
    )


def title_of_markup(page: Page) -> Page:
    """The headline of a web page: what the format gives, else the line that looks most like one."""
    title = given_title(page)
    if title is None:
        at = page.model.labels.index("title")
        free = [
            (own[at] - max(own), -i)
            for i, own in enumerate(islice(page.scores, reach_of(page.labels)))
            if may_be_title(page.lines[i], page.looks[i], page.labels[i])
        ]
        best = -max(free)[1] if free else None
        title = None if best is None else Option(best, page.lines[best], None)
    return untitled(replace(page, title=title))


def untitled(page: Page) -> Page:
    """No line labelled as the headline; `title` says which one is."""
    return page.labelled(["before" if label == "title" else label for label in page.labels])


def no_title(page: Page) -> Page:
    """No headline where the line that was chosen opens a story; nor a standfirst without one: it is the
    first paragraph.
    """
    labels, title = list(page.labels), page.title
    if title is not None and is_story(page.lines, title.unit):
        labels[title.unit], title = "paragraph", None
    if title is None:
        labels = ["paragraph" if label == "subtitle" else label for label in labels]
    return replace(page, labels=labels, title=title)


def titled(page: Page) -> Page:
    """The headline in its place; a wrapped paragraph whose first lines it is becomes two lines."""
    title = page.title
    if title is None:
        return page
    i, labels = title.unit, list(page.labels)
    if not title.tail:
        labels[i] = "title"
        return page.labelled(labels)
    units, lines, looks = list(page.units), list(page.lines), list(page.looks)
    heard = list(page.heard)
    units[heard[i] : heard[i] + 1] = lines[i : i + 1] = [title.head, title.tail]
    heard = [*heard[: i + 1], *(k + 1 for k in heard[i:])]
    looks[i : i + 1] = [title.head.says.look, title.tail.says.look]
    labels[i : i + 1] = ["title", labels[i]]
    return replace(page, units=units, heard=heard, lines=lines, looks=looks, labels=labels)


def few_lines(page: Page) -> Page:
    """In a line or two that somebody copied, what ends as a sentence does is no headline but all there is."""
    if len(page.lines) >= LEAST_BARE or any(label in BODY_LINES for label in page.labels):
        return page
    labels = [
        "paragraph" if unit.text[-1] in CLOSING and not unit.hints.given and not unit.hints.level else own
        for unit, own in zip(page.lines, page.labels, strict=True)
    ]
    title = page.title
    title = title if title is not None and labels[title.unit] == "title" else None
    return replace(page, labels=labels, title=title)


def measured_bare(page: Page) -> Page:
    """Whether the article stands alone."""
    return replace(page, bare=is_bare(page.lines))


def standfirst(page: Page) -> Page:
    """The line below the headline as the standfirst, where it reads like one."""
    if page.title is None or page.bare:
        return page
    return page.labelled(
        with_standfirst(page.lines, page.looks, list(page.labels), page.title.unit, page.begin)
    )


def lead(page: Page) -> Page:
    """What reads like a standfirst as the first paragraph, where nothing sets it apart from the next."""
    return page.labelled(with_lead(page.lines, page.labels))


def with_standfirst(
    units: Sequence[Unit], looks: Sequence[Look], labels: list[LineLabel], title: int, start: int
) -> list[LineLabel]:
    """`labels` with the line below the headline as subtitle, where it reads like one and is not of the body,
    or is since left out lines were looked at again: the body had its `start` behind it before. What a picture
    shows is none.
    """
    labels = [
        "before" if label == "subtitle" and shows_picture(units, k) else label
        for k, label in enumerate(labels)
    ]
    i = title + 1
    if "subtitle" in labels or i >= len(units):
        return labels
    apart = labels[i] == "paragraph" and _is_set_apart(labels, i)
    if labels[i] != "before" and not apart and (labels[i] != "paragraph" or units[i].span[0] >= start):
        return labels
    said = units[i].says
    if (
        looks[i].count >= LEAST_STANDFIRST
        and len(said.text) <= LONGEST_STANDFIRST
        and said.reason is None
        and not said.is_opened
        and not said.dates
        and not shows_picture(units, i)
    ):
        labels[i] = "subtitle"
        return placed(labels)
    return labels


def _is_set_apart(labels: Labels, i: int) -> bool:
    """Whether a byline or a date stands between a unit of the body and the next one."""
    following = takewhile(lambda label: label not in BODY_LINES, labels[i + 1 :])
    return any(label in SIGNED for label in following) and "paragraph" in labels[i + 1 :]


def with_lead(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels` with what reads like a standfirst as the first paragraph, where it is whole sentences and
    nothing (a byline, a date, a caption, ...) sets it apart from the next: plain text shows no other border.
    """
    first = first_of(labels)
    labels = [
        "paragraph" if label == "subtitle" and _is_lead(units[i], labels, i, first) else label
        for i, label in enumerate(labels)
    ]
    start = first
    while start and labels[start - 1] == "subtitle" and not units[start - 1].hints.given:
        if not units[start - 1].says.is_ended:
            break
        start -= 1
    return ["paragraph" if start <= i < first else label for i, label in enumerate(labels)]


def _is_lead(unit: Unit, labels: Labels, i: int, first: int) -> bool:
    """Whether a standfirst is the lead: whole sentences below the line of credits."""
    above = labels[labels.index("title") : i] if "title" in labels[:i] else ()
    return (
        not unit.hints.given
        and unit.says.is_ended
        and any(label in SIGNED for label in above)
        and not any(label in SIGNED for label in labels[i:first])
    )
