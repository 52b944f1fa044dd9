"""Why a unit is not of the article: told by its words, and by what opened the block it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import Reason
from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel
from artparse.layout.lines.look import BULLET
from artparse.layout.lines.pictures import is_bare_credit, is_credited
from artparse.layout.lines.signs import (
    LONGEST_ITEM,
    LONGEST_OPENER,
    announces,
    goes_on,
    is_pointer,
    is_sign,
    is_wire_note,
    says_source,
)
from artparse.layout.lines.threads import replies_in
from artparse.layout.lines.units import Unit
from artparse.layout.markup.quotations import is_repeated, is_set_off, said_in
from artparse.values import NamedTuple

MENU_LINES = 2
"""Short lines above an item of a menu, and below it."""
ITEMS = frozenset(("related", "advert", "footer"))
"""What the words of an item alone would say that it is: `Deals`, `More`, `Contact`."""
OPENING = frozenset(("related", "comment", "share", "advert", "footer"))
"""Reasons of short lines that hold for those below them, too."""
LINKED = 0.5
"""Share of linked words from which on what stands below a heading is other articles."""
AS_LONG = 0.7
"""Length of the last line of a list of other articles, against the shortest above it, at least."""
ITEM_TAGS = frozenset(("li", "dd", "dt", "td", "tr"))
"""Elements of lists and tables."""


class Told(NamedTuple):
    """Why a unit is not of the article, and what told it."""

    reason: Reason | None
    rule: str


def reasons_of(units: Sequence[Unit], labels: Labels, title: int | None) -> list[Told]:
    """For each unit that is noise by its label the reason; null for the others."""
    texts = {
        units[i].text
        for i, label in enumerate(labels)
        if label in ("title", "subtitle", "heading", "paragraph")
    }
    result: list[Told] = []
    block: Reason | None = None  # Of the lines below one that opens a block.
    closed = False  # The footer has begun: nothing else follows.
    replies = replies_in(units)
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if label not in NOISE:
            result.append(Told("metadata" if label in ("byline", "published") else None, "layout/credits"))
            block = None
            continue
        told = None if closed else unit.says.reason
        if i == replies:
            block = "comment"
        if label == "before" and told in ITEMS and _in_menu(units, labels, i):
            told = "navigation"
        if label == "after":
            closed = closed or (told == "footer" and ("©" in unit.text or block == "footer"))
        if unit.text in texts or (is_set_off(unit) and is_repeated(unit.text, said_in(texts))):
            result.append(Told("duplicate", "layout/duplicate"))
        elif closed:
            result.append(Told("footer", "layout/block"))
        elif told:
            result.append(_by_words(unit, label, told, block))
        elif label == "before":
            result.append(Told(_before(unit, behind_title=title is not None and i > title), "layout/place"))
        elif block:
            result.append(Told(block, "layout/block"))
        else:
            result.append(_by_place(unit, label))
        if told in OPENING and len(unit.text) <= LONGEST_OPENER and label != "before":
            # Each comment has its own `Share`.
            block = block if block == "comment" and told == "share" else told
    return result


def _by_words(unit: Unit, label: LineLabel, told: Reason, block: Reason | None) -> Told:
    """The reason that a unit's own words tell, or that of the block it stands in, where that counts more."""
    if label == "after" and block:
        if told == "caption":
            return Told(block, "layout/block")
        if block == "comment" and (len(unit.text) > LONGEST_OPENER or told in ("share", "metadata")):
            return Told("comment", "layout/block")
    return Told(told, "layout/words")


def _by_place(unit: Unit, label: LineLabel) -> Told:
    """The reason of a unit in the body or behind it, of which only its place and length are known."""
    if not any(map(str.isalnum, unit.text)):
        return Told("other", "layout/signs")
    if label == "between":
        return Told("caption" if len(unit.text) > LONGEST_OPENER else "other", "layout/place")
    return Told("related" if len(unit.text) > LONGEST_OPENER / 2 else "navigation", "layout/place")


def _before(unit: Unit, behind_title: bool) -> Reason:
    """The reason of a unit before the body of which only its place is known."""
    if len(unit.text) > 2 * LONGEST_OPENER:
        return "caption" if behind_title else "other"
    return "metadata" if behind_title and len(unit.text) < LONGEST_OPENER else "navigation"


def _in_menu(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a unit before the body is a short line between such lines."""
    around = range(max(0, i - MENU_LINES), min(len(units), i + MENU_LINES + 1))
    return all(labels[j] == "before" and len(units[j].text) <= LONGEST_ITEM for j in around)


def without_signs(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where lines that say themselves that they are not of the article are not of its body, and a
    notice of the site (`If you buy through links, we may earn a commission.`) is no standfirst."""
    return [
        "before"
        if label == "subtitle" and unit.says.reason == "advert"
        else "between"
        if label in BODY_LINES
        and _says_it_is_not(unit, heading=label == "heading")
        and not _is_marked_up(units, labels, i)
        else label
        for i, (unit, label) in enumerate(zip(units, labels, strict=True))
    ]


def _is_marked_up(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether elements of a web page say that a line is of the article, whatever its words: it is code, or
    heads the paragraph below it (`<h2>TikTok</h2><p>…`)."""
    hints = units[i].hints
    if hints.tag == "pre":
        return True
    below = units[i + 1 : i + 2]
    return hints.level > 1 and bool(below) and labels[i + 1] == "paragraph" and below[0].hints.links < LINKED


def without_teasers(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a heading right below `Read also`, or in the list below, is another article's; not one
    that stands above that, too: a table of contents ends with `See also`."""
    result = list(labels)
    for i, label in enumerate(labels):
        if label == "heading" and i and result[i - 1] in NOISE and _is_announced(units, result, i):
            result[i] = "between"
    return result


def _is_announced(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a line that does not stand further up stands right below one that announces others, or as the
    last of the list below that, whose lines stand close, where those of the article do not, and are no longer
    than it: what is much shorter heads the article's next section."""
    above = i - 1
    is_listed = i + 1 == len(units) or units[i + 1].gap != 1
    while is_listed and above and not announces(units[above].text):
        is_listed = units[above + 1].gap == 1 and labels[above] in NOISE
        above -= is_listed
    least = min((len(unit.text) for unit in units[above + 1 : i]), default=0)
    return (
        announces(units[above].text)
        and len(units[i].text) >= AS_LONG * least
        and not any(unit.text == units[i].text for unit in units[:above])
    )


def _says_it_is_not(unit: Unit, *, heading: bool) -> bool:
    """Whether a line of the body says that it is not of it: a list may have `Instagram` as an item."""
    text = unit.text
    if is_pointer(text) or is_wire_note(text) or says_source(text) or goes_on(text):
        return True
    if is_sign(text) and not _is_item(unit):
        return True
    return is_credited(text) if heading else is_bare_credit(text)


def _is_item(unit: Unit) -> bool:
    """Whether a unit is an item of a list."""
    return unit.hints.tag in ITEM_TAGS or BULLET.match(unit.text) is not None
