"""Units to labelled pieces: what each line of a dump is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import islice, takewhile

from artparse.article import Span
from artparse.layout.admission import measured as measured_lines
from artparse.layout.admission import with_admitted
from artparse.layout.authors import without_opener
from artparse.layout.breadcrumbs import breadcrumb_of
from artparse.layout.bylines import NOISE
from artparse.layout.credits import Credits, credits_of, signed, with_dated_line
from artparse.layout.dates import find_date
from artparse.layout.doubt import PLAIN, Doubt
from artparse.layout.entries import with_entries
from artparse.layout.evidence import headline_at, named_in, weighed, with_headline
from artparse.layout.features import (
    BULLET,
    SENTENCE_ENDS,
    Groups,
    Look,
    kind_of_end,
    look_at,
    looks_of,
    worth_of,
)
from artparse.layout.given import is_given, of_article
from artparse.layout.labels import Label, Piece
from artparse.layout.languages import language_of
from artparse.layout.markup import (
    ALL_LINKED,
    body_kind,
    foreign,
    reason_of,
    with_lists,
    with_marked_lead,
    with_named_body,
    with_unspaced,
    within_article,
    without_links,
)
from artparse.layout.model import NEVER, SHORT, Model, Scores, best_labels, margins_of, packed, weight_of
from artparse.layout.notices import first_words, notice_of
from artparse.layout.numbered import with_numbered
from artparse.layout.posts import set_off, with_posts
from artparse.layout.prose import with_prose
from artparse.layout.reasons import Told, reasons_of, told_by, without_signs
from artparse.layout.review import placed, reviewed
from artparse.layout.sites import keywords_of, site_of
from artparse.layout.titles import (
    BODY,
    SIGNED,
    Option,
    behind_title,
    choose,
    first_of,
    headline_in,
    may_be_title,
    measured,
    reach_of,
)
from artparse.layout.turns import with_turns
from artparse.layout.units import Unit, heard
from artparse.layout.web import above, heading_odds, parted, shares_of, title_odds, within_odds
from artparse.layout.web import measured as measured_web
from artparse.layout.web import weighed as weighed_web
from artparse.layout.words import words_of
from artparse.patterns import pattern
from artparse.reading.document import Document
from artparse.values import NamedTuple

GIVEN = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "byline": ("byline",),
    "heading": ("heading",),
    "paragraph": ("paragraph",),
    "metadata": ("before", "between", "after"),
    "body": ("paragraph", "heading"),
}
"""The model's labels that are open for what a format says of its blocks."""
CERTAIN = frozenset(("subtitle", "heading", "paragraph"))
"""What a format says that holds for lines without a letter too, and for those that look like credits."""
RULED_OUT = 1000 * NEVER
SPOKEN = 6
"""Paragraphs from the first third on that are asked for their language."""
SPARSE, BIAS = 0.3, 2.0
"""A body with less than this share of a page's prose is looked for again, with so much more score for its
labels: the model learnt mostly from news, and is shy of other pages."""
INSISTING = (2.0, 4.0, 8.0, 16.0)
"""The same, one after the other, where an element or format is there for an article and no body was found."""
LEAST_SAID = 2
"""Lines of an article, its headline among them, that use the word of a notice where it is about just that."""
LONGEST_PROSE = 800
"""Letters of a unit that count as prose, at most."""
BARE = 0.8
"""Share of lines that end as sentences do in a text that has nothing around its article; half as many is
the most that a copied page has."""
LEAST_BARE = 4
LONG_SAID = 100
"""Code points of a line of a bare text that is of the article whatever words it has."""
LEAST_STANDFIRST = 7
"""Words of a line below the headline that may be its standfirst."""
LONGEST_STANDFIRST = 320
"""Code points of it."""

_TWO_SENTENCES = pattern(r"[a-z\u00df-\u00ff][.!?][\"”’»]?\s+[\"“‘«„]?[A-Z\u00c0-\u00de][^.!?]*\s.*[.!?]")
_SENTENCE_ENDS = frozenset(".!?\"'”’…:;)»。！？」")


class Labelled(NamedTuple):
    """A document's pieces, and what was read on the lines around its body."""

    pieces: list[Piece]
    language: str | None
    credits: Credits
    breadcrumb: tuple[str, ...]
    site: str | None
    keywords: tuple[str, ...]
    words: dict[Span, str]
    """The text of whole units, with white space folded."""
    doubt: Doubt | None
    """How sure the body is, where that is known."""
    lost: float
    """Words that were removed and may be of the article, where they are so many that it is to be said."""


def label_units(
    document: Document, units: Sequence[Unit], model: Model, web: Model | None = None
) -> Labelled:
    """A piece for every unit of `document`, in order; a line of several things gives several.

    `web` is the second model, which texts have (see `artparse.layout.web`).
    """
    text = document.text
    units, labels, doubt = final_labels(document, units, model, web)
    title = labels.index("title") if "title" in labels else None
    stated = document.evidence.language
    language = (stated if document.exported else None) or spoken(text, units, labels) or stated
    credits = credits_of(text, units, labels, language, model.byline)
    if not credits.authors and not named_in(document.evidence):
        credits = signed(text, units, labels, credits)
    biographies = [] if document.parents else biographies_in(units, labels, credits)
    if biographies:
        labels = without_last_headings(["after" if i in biographies else x for i, x in enumerate(labels)])
    taken = {i for i, label in enumerate(labels[:title]) if i in credits.pieces or label not in NOISE}
    trail = None if document.exported else breadcrumb_of(text, units, title, taken)
    reasons = reasons_of(units, labels, title)
    for i in biographies:
        reasons[i] = Told("metadata", "layout/biography")
    pieces: list[Piece] = []
    for i, (unit, found) in enumerate(zip(units, labels, strict=True)):
        if i in credits.pieces and unit.hints.given not in CERTAIN:
            pieces += credits.pieces[i]
        elif found == "paragraph":
            kind = body_kind(unit) or ("list_item" if is_item(unit, document) else "paragraph")
            pieces.append(Piece(unit.span, kind))
        elif found == "heading":
            pieces.append(Piece(unit.span, "heading", unit.hints.level or 2))
        elif found == "title":
            start, end = headline_at(text, unit.span, document.evidence)
            if (start, end) == unit.span and not document.parents:
                pieces += _title_pieces(text, unit)
                continue
            if kicker := text[unit.span[0] : start].rstrip():
                pieces.append(
                    Piece((unit.span[0], unit.span[0] + len(kicker)), "metadata", rules=("layout/titles",))
                )
            pieces.append(Piece((start, end), "title"))
        elif found == "subtitle":
            pieces.append(Piece(unit.span, "subtitle"))
        elif trail and unit.span[0] < trail[0][1] and trail[0][0] < unit.span[1]:
            pieces += _trail_pieces(text, unit, trail[0])
        else:
            reason: Label = reasons[i].reason or "other"
            rules: tuple[str, ...] = ("layout/labels", reasons[i].rule)
            if unit.hints.given:
                reason, rules = "metadata", ("format/given",)
            elif reason != "duplicate" and unit.hints.words and (marked := reason_of(unit)):
                reason, rules = marked, ("layout/labels", "markup/words")
            pieces.append(Piece(unit.span, reason, rules=rules))
    if not document.parents:
        pieces = set_off(text, pieces)
    pieces, credits = weighed(text, pieces, credits, document.evidence)
    kept = any(p.label == "breadcrumb" for p in pieces)
    plain = {unit.text for unit, told in zip(units, reasons, strict=True) if told.reason in PLAIN}
    return Labelled(
        pieces,
        language,
        credits,
        trail[1] if trail and kept else (),
        document.evidence.site or site_of(units, labels),
        keywords_of(units, labels),
        {unit.span: unit.text for unit in units},
        doubt,
        doubt.lost_but(plain) if doubt else 0.0,
    )


def final_labels(
    document: Document, units: Sequence[Unit], model: Model, web: Model | None = None
) -> tuple[list[Unit], list[str], Doubt | None]:
    """The units with the model's labels, as metadata and the words of single lines correct them, and how sure
    the body is."""
    units, labels, doubt = labels_of(document, units, model, web)
    given = document.given and is_given(units, labels, document.evidence)
    labels = without_last_headings(with_headline(labels, units, document.evidence))
    if given:
        labels = of_article(units, labels)
    if not document.parents:
        labels = with_numbered(units, with_turns(units, with_posts(units, labels)))
        labels = with_prose(units, with_entries(units, labels))
        labels = without_signs(units, labels)
    labels = with_dated_line(units, labels)
    labels = [
        unit.hints.given
        if unit.hints.given in CERTAIN
        else "paragraph"
        if unit.hints.given == "body" and label in NOISE
        else label
        for unit, label in zip(units, labels, strict=True)
    ]
    return units, labels, None if given else doubt


def biographies_in(units: Sequence[Unit], labels: Sequence[str], credits: Credits) -> list[int]:
    """The last paragraphs, if any, that say who an author is: `Jane Doe is a nurse and writes on sleep.`"""
    body = [i for i, label in enumerate(labels) if label in BODY and i not in credits.pieces]
    names = tuple(f"{author} " for author in credits.authors if " " in author)
    return list(takewhile(lambda i: units[i].text.startswith(names), reversed(body[1:]))) if names else []


def is_item(unit: Unit, document: Document) -> bool:
    """Whether a unit is a list item by its marker; where elements tell of lists, a number is of the text."""
    return BULLET.match(unit.text) is not None and not (document.parents and unit.text[0].isdigit())


def without_last_headings(labels: Sequence[str]) -> list[str]:
    """`labels` with headings that no paragraph follows as what comes after the article: they head that."""
    reached = len(labels) - next((i for i, x in enumerate(reversed(labels)) if x == "paragraph"), len(labels))
    return [*labels[:reached], *("after" if label == "heading" else label for label in labels[reached:])]


def spoken(text: str, units: Sequence[Unit], labels: Sequence[str]) -> str | None:
    """The language of the body; of all the text where there is none, or too little to tell."""
    body = [unit.text for unit, label in zip(units, labels, strict=True) if label == "paragraph"]
    middle = body[len(body) // 3 :][:SPOKEN]
    return language_of(" ".join(middle)) or language_of(" ".join(body)) or language_of(text)


def labels_of(
    document: Document, units: Sequence[Unit], model: Model, web: Model | None = None
) -> tuple[list[Unit], list[str], Doubt | None]:
    """The units, and the model's label of each, with one headline at most; how sure the body is, where two
    models tell.

    The units are those given, but for a wrapped paragraph whose first lines are the headline: it is two.
    """
    short = len(units) <= SHORT
    units, kept = list(units), heard(units)
    told = [units[i] for i in kept]
    looks = looks_of(told)
    weights = worth_of(told, looks, document, _groups(model, web))
    odds: list[float] = []
    heads: list[float] = []
    of_title: list[float] = []
    doubt: Doubt | None = None
    if web is not None:
        weights, others = parted(weights, len(model.labels))
        shares = shares_of(others, web)
        odds, heads = within_odds(shares, web), heading_odds(shares, web)
        of_title = title_odds(shares, web)
    scores = leaning = possible(weights, told, document, model)
    labels = best_labels(scores, model)
    if document.parents:
        labels, doubt = with_body(labels, told, looks, scores, weights, document, model)
        labels = with_unspaced(labels, told, document.parents)
        labels = with_marked_lead(with_lists(labels, told, document.parents), told, document.parents)
        labels = without_links(labels, told)
    elif is_sparse(looks, labels):
        leaning = possible(with_bias(weights, model), told, document, model)
        labels = best_labels(leaning, model)
    if not document.parents:
        labels = behind_title(labels)
    begun = first_of(labels)
    start = told[begun].span[0] if begun < len(told) else 0
    if model.admission and isinstance(leaning, Scores):
        first, lines = labels, measured_lines(told, looks, labels, leaning, model)
        labels = with_admitted(labels, *lines, model.admission)
        if web is not None:
            asked = measured_web(looks, first, leaning, model, odds, heads)
            labels, doubt = weighed_web(looks, first, labels, asked, web.admission, short=short)
            if web.heads:
                # Models of short texts have no such trees.
                from artparse.layout.headings import measured as measured_heads
                from artparse.layout.headings import with_heads

                found = measured_heads(told, looks, labels, asked, odds, heads)
                labels = with_heads(labels, *found, web.heads)
    if not document.parents:
        labels = without_notices(looks, labels)
    said = next((i for i, unit in enumerate(told) if unit.hints.given == "title"), None)
    reach = reach_of(labels)
    if said is not None:
        title: Option | None = Option(said, told[said], None)
    elif model.title:
        following = labels[reach] if reach < len(labels) else None
        margins = margins_of(scores[:reach], model, "title", following)
        text = "" if document.parents else document.text
        title = choose(*measured(text, told, looks, labels, margins, of_title), model)
    else:
        # With markup, a unit's own features tell enough.
        at = model.labels.index("title")
        free = [
            (own[at] - max(own), -i)
            for i, own in enumerate(islice(scores, reach))
            if may_be_title(told[i], looks[i], labels[i])
        ]
        best = -max(free)[1] if free else None
        title = None if best is None else Option(best, told[best], None)
    labels = ["before" if label == "title" else label for label in labels]
    if title is not None and not document.parents and is_story(told, title.unit):
        labels[title.unit], title = "paragraph", None
    if title is None and not document.parents:
        # No headline, so nothing below it: what reads like a standfirst is the story's first sentence.
        labels = ["paragraph" if label == "subtitle" else label for label in labels]
    if title is not None:
        i = title.unit
        if title.tail:
            units[kept[i] : kept[i] + 1] = told[i : i + 1] = [title.head, title.tail]
            kept = [*kept[: i + 1], *(k + 1 for k in kept[i:])]
            looks[i : i + 1] = [look_at(title.head.text), look_at(title.tail.text)]
            labels[i : i + 1] = ["title", labels[i]]
        else:
            labels[i] = "title"
    if len(told) < LEAST_BARE and not any(label in BODY for label in labels):
        # A line or two that somebody copied: what ends as a sentence does is no headline but all there is.
        labels = [
            "paragraph"
            if unit.text[-1] in _SENTENCE_ENDS and not unit.hints.given and not unit.hints.level
            else own
            for unit, own in zip(told, labels, strict=True)
        ]
        title = title if title is not None and labels[title.unit] == "title" else None
    bare = is_bare(told)
    if title is not None and not document.parents and not bare:
        labels = with_standfirst(told, looks, labels, title.unit, start)
    if not document.parents:
        labels = with_lead(told, labels)
    whole = spread(labels, kept, len(units))
    return units, unbroken(units, whole) if bare else whole, doubt


def with_body(
    labels: list[str],
    units: Sequence[Unit],
    looks: Sequence[Look],
    scores: Scores | list[list[int]],
    weights: Sequence[int],
    document: Document,
    model: Model,
) -> tuple[list[str], Doubt | None]:
    """`labels` of a document with markup, those that are not sure reviewed, and how sure the body is; looked
    for again where they have none."""
    if "paragraph" in labels:
        if model.body:
            labels = reviewed(labels, units, scores, document.parents, model)
        if model.second:
            from artparse.layout.second_look import looked_again  # Only for documents with markup.

            return looked_again(labels, units, looks, scores, document.parents, model)
        return labels, None
    inside = within_article(units, document)
    if inside:
        return insisted(weights, units, inside, document, model), None
    return with_named_body(labels, units, document.parents), None


def possible(
    weights: Sequence[int], units: Sequence[Unit], document: Document, model: Model
) -> Scores | list[list[int]]:
    """The scores of units without the labels that a format or the elements around a unit rule out."""
    scores = Scores(weights, model)
    if not document.parents and not any(unit.hints.given for unit in units):
        return scores
    left = list(map(list, scores))
    for unit, own in zip(units, left, strict=True):
        if unit.hints.given:
            for k, name in enumerate(model.labels):
                if name not in GIVEN[unit.hints.given]:
                    own[k] = RULED_OUT
    for i in foreign(units) if document.parents else ():
        for name in ("title", *GIVEN["body"]):
            left[i][model.labels.index(name)] = RULED_OUT
    return left


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


def with_standfirst(
    units: Sequence[Unit], looks: Sequence[Look], labels: list[str], title: int, start: int
) -> list[str]:
    """`labels` with the line below the headline as subtitle, where it reads like one and is not of the body,
    or is since left out lines were looked at again: the body had its `start` behind it before.
    """
    i = title + 1
    if "subtitle" in labels or i >= len(units):
        return labels
    apart = labels[i] == "paragraph" and _is_set_apart(labels, i)
    if labels[i] != "before" and not apart and (labels[i] != "paragraph" or units[i].span[0] >= start):
        return labels
    text = units[i].text
    if (
        looks[i].count >= LEAST_STANDFIRST
        and len(text) <= LONGEST_STANDFIRST
        and told_by(text) is None
        and without_opener(text)[1] is False
        and find_date(text) is None
    ):
        labels[i] = "subtitle"
        return placed(labels)
    return labels


def _is_set_apart(labels: Sequence[str], i: int) -> bool:
    """Whether a byline or a date stands between a unit of the body and the next one."""
    following = takewhile(lambda label: label not in BODY, labels[i + 1 :])
    return any(label in SIGNED for label in following) and "paragraph" in labels[i + 1 :]


def with_lead(units: Sequence[Unit], labels: Sequence[str]) -> list[str]:
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
        if kind_of_end(units[start - 1].text) not in SENTENCE_ENDS:
            break
        start -= 1
    return [*labels[:start], *["paragraph"] * (first - start), *labels[first:]]


def _is_lead(unit: Unit, labels: Sequence[str], i: int, first: int) -> bool:
    """Whether a standfirst is the lead: whole sentences below the line of credits."""
    above = labels[labels.index("title") : i] if "title" in labels[:i] else ()
    return (
        not unit.hints.given
        and kind_of_end(unit.text) in SENTENCE_ENDS
        and any(label in SIGNED for label in above)
        and not any(label in SIGNED for label in labels[i:first])
    )


def is_sparse(looks: Sequence[Look], labels: Sequence[str]) -> bool:
    """Whether the labels leave most of what reads like prose outside the body."""
    whole = sum([min(x.length, LONGEST_PROSE) for x in looks if x.prose])
    body = sum([min(looks[i].length, LONGEST_PROSE) for i, label in enumerate(labels) if label in BODY])
    return body < SPARSE * whole


def insisted(
    weights: Sequence[int], units: Sequence[Unit], inside: Collection[int], document: Document, model: Model
) -> list[str]:
    """Labels with a body among the units `inside`, unless all speaks against it."""
    labels: list[str] = []
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
    return ["before" if i in menus and label in BODY else label for i, label in enumerate(labels)]


def with_bias(weights: Iterable[int], model: Model) -> list[int]:
    """The packed weights of units, such that they speak more for the body."""
    biases = {"paragraph": BIAS, "heading": BIAS / 2}
    bias = packed([biases.get(label, 0.0) for label in model.labels])
    return [own + bias for own in weights]


def without_notices(looks: Sequence[Look], labels: Sequence[str]) -> list[str]:
    """`labels`, where what a site says of itself is not of the body, unless the article is about that."""
    first = first_words()
    found = {
        i: notice.word
        for i, (look, label) in enumerate(zip(looks, labels, strict=True))
        if label in BODY and not first.isdisjoint(look.content)
        if (notice := notice_of(look.text, words_of(look.text)))
    }
    if not found:
        return list(labels)
    article = [
        look.content
        for i, (look, label) in enumerate(zip(looks, labels, strict=True))
        if (label in BODY or label == "title") and i not in found
    ]
    said = {word: sum(word in content for content in article) for word in found.values()}
    return [
        "between" if i in found and said[found[i]] < LEAST_SAID else label for i, label in enumerate(labels)
    ]


def is_bare(units: Sequence[Unit]) -> bool:
    """Whether a text comes without a page around it: nearly all its lines end as sentences do."""
    ended = sum(unit.text[-1] in _SENTENCE_ENDS for unit in units)
    return ended >= (BARE if len(units) >= LEAST_BARE else 1) * len(units)


def is_story(units: Sequence[Unit], title: int) -> bool:
    """Whether what was chosen as the headline opens a text of sentences alone: it is two of them itself."""
    unit = units[title]
    return (
        not unit.hints.given
        and title == 0
        and _TWO_SENTENCES.search(unit.text) is not None
        and all(unit.text[-1] in _SENTENCE_ENDS for unit in units)
    )


def unbroken(units: Sequence[Unit], labels: Sequence[str]) -> list[str]:
    """The labels of a bare text: all after the headline is the body, but for lines that say otherwise."""
    start = labels.index("title") + 1 if "title" in labels else 0
    return [
        "paragraph"
        if i >= start and label in NOISE and unit.hints.given != "metadata" and _is_said(unit.text)
        else label
        for i, (unit, label) in enumerate(zip(units, labels, strict=True))
    ]


def _is_said(text: str) -> bool:
    """Whether a line of a bare text is of the article as far as its words tell."""
    told = told_by(text)
    if len(text) >= LONG_SAID:
        return "©" not in text
    if told in ("footer", "navigation", "caption"):
        return "©" not in text and text[-1] in _SENTENCE_ENDS
    return told in (None, "metadata") and any(map(str.isalnum, text))


def spread(labels: Sequence[str], kept: Sequence[int], count: int) -> list[str]:
    """`labels` of the units at `kept` for all `count` units: what interrupts them is noise of its place."""
    result = [""] * count
    for i, label in zip(kept, labels, strict=True):
        result[i] = label
    body = [i for i, label in zip(kept, labels, strict=True) if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (count, count)
    return [
        x or ("before" if i < first else "after" if i > last else "between") for i, x in enumerate(result)
    ]


def _title_pieces(text: str, unit: Unit) -> list[Piece]:
    """The headline, without a kicker in capitals that a copied page runs together with it."""
    start, end = unit.span
    at = start + headline_in(text[start:end])
    kicker = text[start:at].rstrip()
    above = Piece((start, start + len(kicker)), "metadata", rules=("layout/titles",))
    return [above] * bool(kicker) + [Piece((at, end), "title")]


def _trail_pieces(text: str, unit: Unit, trail: Span) -> list[Piece]:
    """The pieces of a unit that the breadcrumb at `trail` stands in."""
    start, end = unit.span
    pieces = [Piece(trail, "breadcrumb")] if start == trail[0] else []
    rest = text[trail[1] : end] if trail[1] < end else ""
    if rest.strip():
        at = trail[1] + len(rest) - len(rest.lstrip())
        pieces.append(Piece((at, end), "duplicate", rules=("layout/breadcrumbs",)))
    return pieces
