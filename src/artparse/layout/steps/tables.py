"""The order in which layout finds out what each line is: one table for texts, one for web pages.

Each step takes the page and returns it with more; a later one sees what those before it found. What the
model knows comes first, then what a format or metadata says, then what single lines say plainly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from artparse.layout.body.announced import with_announced
from artparse.layout.body.bare import unbroken
from artparse.layout.body.comments import without_comments
from artparse.layout.body.contents import with_contents
from artparse.layout.body.eastern import (
    with_holes_filled,
    with_only_prose,
    with_run,
    with_short_bold_headings,
    with_short_headings,
    without_notes,
)
from artparse.layout.body.entries import with_entries
from artparse.layout.body.lone import with_lone_headings
from artparse.layout.body.numbered import with_numbered
from artparse.layout.body.posts import with_posts
from artparse.layout.body.prose import with_prose
from artparse.layout.body.reasons import without_signs, without_teasers
from artparse.layout.body.signed import with_signature, with_signed_edge
from artparse.layout.body.turns import with_turns
from artparse.layout.credits.dated import with_dated_line
from artparse.layout.evidence.headline import with_headline
from artparse.layout.labels import NOISE, Labels, LineLabel
from artparse.layout.lines.eastern_signs import is_in_east
from artparse.layout.lines.units import Unit, heard
from artparse.layout.markup.quotations import with_signatures, without_repeated
from artparse.layout.markup.rules import (
    with_bold_headings,
    with_headings,
    with_lists,
    with_marked_lead,
    with_questions,
    with_rest,
    with_unspaced,
    without_boxes,
    without_captions,
    without_links,
    without_subtitle_above,
)
from artparse.layout.models.features import looks_of, worth_of
from artparse.layout.models.groups import Groups
from artparse.layout.models.mixture import above, alone_of, parted
from artparse.layout.models.model import Model, weight_of
from artparse.layout.models.opinion import opinion_of
from artparse.layout.steps.again import behind_title, by_both, headed, unnoticed
from artparse.layout.steps.labelling import likeliest, of_markup, of_sparse
from artparse.layout.steps.opening import (
    few_lines,
    lead,
    measured_bare,
    no_title,
    standfirst,
    title_of_markup,
    title_of_text,
    titled,
)
from artparse.layout.steps.page import Page, Second, Step, after
from artparse.reading.document import Document
from artparse.values import replace

CERTAIN: dict[str, LineLabel] = {
    "subtitle": "subtitle",
    "heading": "heading",
    "paragraph": "paragraph",
}
"""What a format says that holds for lines without a letter too, and for those that look like credits."""


def labelled(document: Document, units: Sequence[Unit], model: Model, web: Model | None = None) -> Page:
    """All units of `document` with what each is.

    They are those given, but for a wrapped paragraph whose first lines are the headline: it is two. `web` is
    the second model, which texts have (see `artparse.layout.body.web`).
    """
    page = by_model(document, units, model, web)
    return after(page, SETTLED_IN_MARKUP if document.has_elements else SETTLED_IN_TEXT)


def by_model(document: Document, units: Sequence[Unit], model: Model, web: Model | None = None) -> Page:
    """The same by the models alone, without what metadata and the words of single lines say."""
    page = seen(document, units, model, web)
    return after(page, LEARNT_OF_MARKUP if document.has_elements else LEARNT_OF_TEXT)


def seen(document: Document, units: Sequence[Unit], model: Model, web: Model | None) -> Page:
    """The page with how each line looks, and what that says for each label."""
    kept = heard(units)
    lines = [units[i] for i in kept]
    looks = looks_of(lines)
    weights = worth_of(lines, looks, document, _groups(model, web))
    second = None
    if web is not None:
        weights, others = parted(weights, len(model.labels))
        second = Second(web, opinion_of(others, web), alone_of(weights, others, model, web))
    return Page(document, model, list(units), kept, lines, looks, weights, second)


@cache
def _groups(model: Model, web: Model | None) -> Groups[int]:
    """The features' groups with the weights that a model gives them, above which stand those of a second."""
    if web is None:
        return Groups(lambda names: weight_of(names, model))
    first = len(model.labels)

    def worth(names: Iterable[str]) -> int:
        names = tuple(names)
        return weight_of(names, model) + above(weight_of(names, web), first)

    return Groups(worth)


def of_lines(rule: Callable[[Sequence[Unit], Labels], list[LineLabel]]) -> Callable[[Page], Page]:
    """A step that only changes labels, by the lines and the labels they have."""
    return lambda page: page.labelled(rule(page.lines, page.labels))


def in_east(step: Callable[[Page], Page]) -> Callable[[Page], Page]:
    """A step for pages that have lines without capitals and with few spaces; others stay as they are."""
    return lambda page: step(page) if any(is_in_east(unit.text) for unit in page.lines) else page


def of_elements(
    rule: Callable[[Labels, Sequence[Unit], Sequence[int]], list[LineLabel]],
) -> Callable[[Page], Page]:
    """The same, by the elements of a web page, too: of each the index of the one it stands in."""
    return lambda page: page.labelled(rule(page.labels, page.lines, page.document.parents))


def whole(page: Page) -> Page:
    """All units: those that only interrupt the lines are noise of their place."""
    labels = spread(page.labels, page.heard, len(page.units))
    return replace(page, lines=page.units, labels=labels, heard=range(len(page.units)), looks=())


def spread(labels: Labels, heard: Sequence[int], count: int) -> list[LineLabel]:
    """`labels` of the units at `heard` for all `count` units."""
    known = dict(zip(heard, labels, strict=True))
    body = [i for i, label in known.items() if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (count, count)
    return [known.get(i, "before" if i < first else "after" if i > last else "between") for i in range(count)]


def unbroken_where_bare(page: Page) -> Page:
    """In a text that stands alone, all after the headline is the body, but for lines that say otherwise."""
    return page.labelled(unbroken(page.lines, page.labels)) if page.bare else page


def lone_headings(page: Page) -> Page:
    """Short lines between two paragraphs that the second model thinks the article's are headings."""
    if page.second is None:
        return page
    return page.labelled(with_lone_headings(page.lines, page.labels, page.second.opinion.within))


def prose_joined(page: Page) -> Page:
    """Prose between lines of the body is of it; in a text, where no element ends the article, so is prose
    right before them and right behind them."""
    return page.labelled(
        (with_holes_filled if page.document.has_elements else with_run)(page.lines, page.labels)
    )


def short_headings(page: Page) -> Page:
    """Short lines right above prose are headings; in a web page, where they are bold."""
    rule = with_short_bold_headings if page.document.has_elements else with_short_headings
    return page.labelled(rule(page.lines, page.labels))


def rows_of_tables(page: Page) -> Page:
    """A row of a table, whose cells tabs part, heads nothing, though it stands right below a heading."""
    text = page.document.text
    labels = [
        "paragraph" if label == "heading" and "\t" in text[slice(*unit.span)] else label
        for unit, label in zip(page.lines, page.labels, strict=True)
    ]
    return page.labelled(labels)


def headline_by_metadata(page: Page) -> Page:
    """The headline where the metadata's title stands."""
    return page.labelled(with_headline(page.labels, page.lines, page.stated))


def without_last_headings(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """Headings that no paragraph follows as what comes after the article: they head that."""
    reached = len(labels) - next((i for i, x in enumerate(reversed(labels)) if x == "paragraph"), len(labels))
    return [*labels[:reached], *("after" if label == "heading" else label for label in labels[reached:])]


def measured_given(page: Page) -> Page:
    """Whether all of the text is the article's: what its format says, unless the models see a page in it."""
    if not page.document.given:
        return replace(page, given=False)
    from artparse.layout.body.given import is_given  # Only for formats that say so.

    return replace(page, given=is_given(page.lines, page.labels, page.stated))


def given_text(page: Page) -> Page:
    """Of a text that is the article's, nothing goes unless it is plainly something else."""
    if not page.given:
        return page
    from artparse.layout.body.given import of_article

    return replace(page, labels=of_article(page.lines, page.labels), doubt=None)


def commented(page: Page) -> Page:
    """Comments as what comes after the article, unless the format says that the text is the article's."""
    return page if page.given else page.labelled(without_comments(page.lines, page.labels))


def by_format(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """What a format says of its lines, whatever they look like."""
    return [
        CERTAIN.get(unit.hints.given, "paragraph" if unit.hints.given == "body" and label in NOISE else label)
        for unit, label in zip(units, labels, strict=True)
    ]


LEARNT_OF_TEXT = (
    Step("labels", "any text", likeliest),
    Step("sparse", "a recipe that the model takes for menus", of_sparse),
    Step("behind-title", "a teaser's paragraph above the headline", behind_title),
    Step("web", "a guide with its lists and steps", by_both),
    Step("headings", "Ingredients / 200 g of flour", headed),
    Step("lone-headings", "What happens next (between two paragraphs)", lone_headings),
    Step("notices", "Follow us on all channels.", unnoticed),
    Step("title", "Storm shuts the port / By Jane Doe / 3 May 2024", title_of_text),
    Step("no-title", "two sentences and nothing else", no_title),
    Step("titled", "a wrapped paragraph that opens with the headline", titled),
    Step("few-lines", "The port is shut.", few_lines),
    Step("bare", "an article without a page around it", measured_bare),
    Step("standfirst", "Storm shuts the port / Ferries stay in the harbour until Monday", standfirst),
    Step("lead", "a line of whole sentences below the byline", lead),
    Step("whole", "* * *", whole),
    Step("unbroken", "Share this view, he told them. (in a bare text)", unbroken_where_bare),
)
"""What the models say of a text."""

LEARNT_OF_MARKUP = (
    Step("labels", "any page", likeliest),
    Step("body", "a body in <article> that the labels do not see", of_markup),
    Step("boxes", '<div class="newsletter"><h3>Want more?', of_lines(without_boxes)),
    Step("captions", "<figcaption>The port at night", of_lines(without_captions)),
    Step("unspaced", "a body in Chinese, Japanese or Korean", of_elements(with_unspaced)),
    Step("lists", "<ul> in the article", of_elements(with_lists)),
    Step("rest", "<p>The port is shut.</p><ul><li>Ships</ul><p>Boats, too.</p>", of_elements(with_rest)),
    Step("questions", "<details><summary>Who pays?", of_elements(with_questions)),
    Step("marked-lead", '<p class="standfirst">', of_elements(with_marked_lead)),
    Step("notices", "<p>This post may contain affiliate links.", unnoticed),
    Step(
        "links",
        "<p><a>Read this, too</a></p>",
        of_lines(without_links),
    ),
    Step("bold-headings", "<p><b>What it costs</b></p>", of_elements(with_bold_headings)),
    Step("title", "<h1>Storm shuts the port</h1>", title_of_markup),
    Step("titled", "<h1>Storm shuts the port</h1>", titled),
    Step("few-lines", "<p>The port is shut.</p>", few_lines),
    Step("bare", "<p>An article.</p> <p>And nothing else.</p>", measured_bare),
    Step("whole", "<p>* * *</p>", whole),
    Step("unbroken", "<p>Share this view, he told them.</p> (in a bare page)", unbroken_where_bare),
)
"""What the model says of a web page."""

_ABOUT_ALL = (
    Step("is-given", "text that a format gives as the article's", measured_given),
    Step("metadata-title", "Storm shuts the port | Daily Echo (in <title>)", headline_by_metadata),
    Step("last-headings", "More news", of_lines(without_last_headings)),
    Step("given", '{"title": "…", "text": "Share / The port is shut."}', given_text),
)
_OF_FORMATS = (
    Step("signs", "ADVERTISEMENT", of_lines(without_signs)),
    Step("dated-line", "Holm, 3 May 2024 -", of_lines(with_dated_line)),
    Step("format", "a heading in Markdown", of_lines(by_format)),
)
_BY_STOPS = (
    Step("only-prose", "大桥通车。/ 轮渡保留，每天往返二十班。", in_east(of_lines(with_only_prose))),
    Step("signed-edge", "한지우 기자 jiwoo@paper.example", in_east(of_lines(with_signed_edge))),
    Step("notes", "来源：东湖日报 / … / 责任编辑：林晓禾 / 轮渡保留。", in_east(of_lines(without_notes))),
    Step("joined-prose", "大桥通车。/ 周明远 摄 / 轮渡保留。", in_east(prose_joined)),
    Step("short-headings", "大桥通车。/ 轮渡保留 / 每天往返二十班。", in_east(short_headings)),
)
"""What a line is by its first words and the stop behind it, where there are no capitals and few spaces."""

SETTLED_IN_TEXT = (
    *_ABOUT_ALL,
    Step("names", "Storm shuts the port / Jane Doe and Sam Roe / …", of_lines(with_signature)),
    Step("posts", "jane_doe / 3 May 2024, 10:12 / Does it leak?", of_lines(with_posts)),
    Step("turns", "HOST: Who pays? / ROE: The town.", of_lines(with_turns)),
    Step("contents", "In this article / Soil / Water / … / Soil / …", of_lines(with_contents)),
    Step("numbered", "1. Open the lid / … / 2. Take out the filter", of_lines(with_numbered)),
    Step("entries", "10:15 / The port is shut. / 10:02 / Ferries wait.", of_lines(with_entries)),
    Step("prose", "Share / The port is shut until Monday, the mayor said.", of_lines(with_prose)),
    Step("announced", "You will need: / a net / a boat / In the morning, cast it.", of_lines(with_announced)),
    Step("comments", "2 Comments / Ida Holt, 3 May 2024 / I saw it, too.", commented),
    Step("teasers", "Read also / Ferries wait in the harbour", of_lines(without_teasers)),
    *_BY_STOPS,
    *_OF_FORMATS,
)
"""What metadata, formats and the words of single lines say of a text whose lines the models have labelled."""

SETTLED_IN_MARKUP = (
    *_ABOUT_ALL,
    Step(
        "above-title", "<p>We use cookies.</p><h1>Storm shuts the port</h1>", of_lines(without_subtitle_above)
    ),
    Step("element-headings", "<h4>Against</h4><p>It is heavy.", of_elements(with_headings)),
    Step("signatures", "<blockquote>We waited.<cite>Jo Doe", of_elements(with_signatures)),
    Step("repeated", '<aside class="pullquote">We waited.', of_lines(without_repeated)),
    Step("comments", "<h3>2 Comments</h3><p>Ida Holt, 3 May 2024<p>I saw it, too.", commented),
    *_BY_STOPS,
    Step("rows", "<h2>What it costs</h2><table><tr><td>Bread <td>3 euros", rows_of_tables),
    *_OF_FORMATS,
)
"""The same of a web page, whose elements tell what in a text only words do."""
