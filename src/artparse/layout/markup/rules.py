"""What the elements of a web page say that its model does not see: lists, standfirsts, links, bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel, Part, below_title, body_of, placed
from artparse.layout.lines.units import Unit
from artparse.layout.markup.uses import is_offer, uses_around
from artparse.patterns import pattern
from artparse.reading.document import Document
from artparse.reading.elements import CONSENT

DECKS = frozenset(
    (
        "bajada",
        "chapo",
        "deck",
        "dek",
        "entradilla",
        "sapo",
        "standfirst",
        "subheadline",
        "subtitle",
        "vorspann",
    )
)
"""Words of elements that call what is in them a standfirst; `intro`, `lead` and others may be the body's."""
HEADABLE = ("paragraph", *NOISE)
"""The labels of what an element may call a heading."""
BOLD = 0.5
"""Share of bold words from which on a unit is set in bold."""
ALL_BOLD = 0.9
"""The same from which on all of it is."""
HEADED = ("p", "div")
"""Elements of paragraphs."""
LONGEST_HEADING = 100
"""Code points of a heading that only its bold letters tell."""
HEADING_ENDS = frozenset("?!\"')”’»")
"""Signs that may end one."""
DEEPEST = 4
"""Elements around what a part that folds begins with, up to that part."""
LINKED = 0.2
"""Share of linked words from which on a list is one of links."""
ALL_LINKED = 0.8
"""Share of linked words from which on a unit is a link."""
INNERMOST = 6
"""Words of the elements around a unit among which a list's or a quotation's counts."""
LEAST_TOLD, LEAST_TOLD_BYTES = 3, 80
"""Paragraphs beside each other that tell an article's element where only its name does, and their UTF-8."""
COMMENTED = frozenset(("comment", "commentlist", "comments", "kommentar", "kommentare"))
"""Words of elements around what readers wrote."""
LEAST_NAMED = 300
"""Code points of paragraphs beside each other that are a body by its element's name alone."""
AROUND = 4
"""Elements around what stands right in another, a list's item or a row of a table in a figure."""
SHORT = 1500
"""Code points of a body, at most, that may be an article cut short."""
MUCH = 2
"""What stands beside it is much where so many times as much is as much as it has."""
BOXES = frozenset(("newsletter", "newsletters", "optin", "signup"))
"""Words of elements that ask for an address."""
LEAST_BOXED = 5
"""A box has less than one in so many of the body's letters."""
TELLING_ENDS = frozenset(".!?…\"'”’»。！？」")
BESIDE = frozenset(("<aside>", "<figcaption>", "<footer>", "<nav>", "<time>"))
"""Elements that may stand in an article's without being of its body."""
_TIME = pattern(r"[0-9]{1,2}\s?(?:[:.][0-9]{2}|h|uhr)", re.IGNORECASE)
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")


def body_kind(unit: Unit) -> Part | None:
    """Whether a unit of the body is a list item or a quotation by its markup."""
    words = unit.hints.words[-INNERMOST:]
    if unit.hints.tag == "li" or "<li>" in words:
        return "list_item"
    return "blockquote" if unit.hints.tag == "blockquote" or "<blockquote>" in words else None


def with_lists(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where lists, tables, quotations, embedded posts and code between the body's paragraphs are of
    it, unless they are links.

    A model that has seen gold articles without their lists takes them for teasers.
    """
    result = list(labels)
    body = [i for i, label in enumerate(labels) if label == "paragraph"]
    around = {parents[units[i].hints.element] for i in body}
    for i in range(body[0], body[-1]) if body else ():
        unit = units[i]
        kind = unit.hints.tag if unit.hints.tag in ("pre", "tr") else body_kind(unit)
        if labels[i] != "between" or unit.hints.links >= LINKED or not kind or is_offer(unit, kind):
            continue
        if not around.isdisjoint(above(unit.hints.element, parents)):
            result[i] = "paragraph"
    for i in range(body[-1] + 1, len(units)) if body else ():
        last, unit = units[i - 1], units[i]
        if not (_are_items(last, unit, parents) and labels[i] == "after" and unit.hints.links < LINKED):
            break
        result[i] = "paragraph"
    return result


def _are_items(one: Unit, two: Unit, parents: Sequence[int]) -> bool:
    """Whether two units are items of the same list, or rows of the same table."""
    rows = one.hints.tag == two.hints.tag == "tr"
    if not rows and not body_kind(one) == body_kind(two) == "list_item":
        return False
    a, b = parents[one.hints.element], parents[two.hints.element]
    return a == b or parents[a] == parents[b]


def with_rest(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where paragraphs, lists and tables right in the element that most of a short body stands in
    are of it as well, where they are much beside it: the model cut the article short."""
    body = [i for i, label in enumerate(labels) if label == "paragraph"]
    sizes: Counter[int] = Counter()
    for i in body:
        sizes[parents[units[i].hints.element]] += len(units[i].text)
    whole = sizes.total()
    if not 0 < whole <= SHORT:
        return list(labels)
    around = sizes.most_common(1)[0][0]
    rest = [
        i
        for i in range(below_title(labels), len(units))
        if labels[i] in NOISE and _may_go_on(units[i]) and around in above(units[i].hints.element, parents)
    ]
    if MUCH * sum(len(units[i].text) for i in rest) < whole:
        return list(labels)
    return placed(["paragraph" if i in rest else label for i, label in enumerate(labels)])


def _may_go_on(unit: Unit) -> bool:
    """Whether a unit is a paragraph, an item or a row by its element, and nothing speaks against that."""
    hints = unit.hints
    return (
        hints.tag in ("li", "p", "pre", "tr")
        and hints.links < LINKED
        and BESIDE.isdisjoint(hints.words)
        and unit.says.reason is None
        and not unit.says.dates
        and not is_offer(unit, hints.tag)
    )


def with_questions(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where what opens a part that folds (`summary`) heads it, if the part begins with the body."""
    result = list(labels)
    for i, unit in enumerate(units[:-1]):
        if unit.hints.tag == "summary" and labels[i] in NOISE and labels[i + 1] == "paragraph":
            element, part = units[i + 1].hints.element, parents[unit.hints.element]
            for _ in range(DEEPEST):
                element = parents[element]
                if element == part:
                    result[i] = "heading"
                    break
    return result


def with_bold_headings(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where a short paragraph all of which is bold heads the next one, which is not: `<p><b>What it
    costs</b></p>`.

    Readers call 88 % of such lines headings; entries of a live blog, which open with a time, are not counted.
    """
    return [
        "heading"
        if label == "paragraph"
        and _is_bold_heading(units[i])
        and i + 1 < len(labels)
        and labels[i + 1] == "paragraph"
        and units[i + 1].hints.bold < BOLD
        and (i == 0 or labels[i - 1] not in BODY_LINES or units[i - 1].hints.bold < ALL_BOLD)
        and parents[units[i].hints.element] == parents[units[i + 1].hints.element]
        else label
        for i, label in enumerate(labels)
    ]


def with_headings(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where what its element calls a heading heads the paragraph, the list or the table of the body
    that stands right below it in the same element."""
    title = labels.index("title") if "title" in labels else 0
    result = list(labels)
    for i in range(title + 1, len(units) - 1):
        two = units[i + 1].hints
        if labels[i + 1] != "paragraph" or two.level or labels[i] not in HEADABLE:
            continue
        if _may_head(units[i]) and parents[units[i].hints.element] in above(two.element, parents):
            result[i] = "heading"
    return result


def above(element: int, parents: Sequence[int]) -> list[int]:
    """The elements around one, the innermost first, as many as are around a row in its table."""
    found = []
    for _ in range(AROUND):
        element = parents[element]
        found.append(element)
    return found


def _may_head(unit: Unit) -> bool:
    """Whether a unit is a heading by its element and its words."""
    said = unit.says
    return (
        unit.hints.level > 1
        and unit.hints.links < BOLD
        and len(unit.text) <= LONGEST_HEADING
        and said.reason is None
        and not said.is_ended
        and not said.dates
    )


def _is_bold_heading(unit: Unit) -> bool:
    """Whether a unit by itself may be a heading that only its bold letters tell."""
    text, hints = unit.text, unit.hints
    return (
        hints.bold >= ALL_BOLD
        and hints.links < BOLD
        and hints.tag in HEADED
        and body_kind(unit) is None
        and len(text) <= LONGEST_HEADING
        and (text[-1].isalnum() or text[-1] in HEADING_ENDS)
        and not _TIME.match(text)
    )


def without_captions(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a picture's caption is not of the body, unless most of that is captions."""
    body = body_of(labels)
    captions = [i for i in body if "<figcaption>" in units[i].hints.words]
    if 2 * sum(len(units[i].text) for i in captions) >= sum(len(units[i].text) for i in body):
        return list(labels)
    return placed(["between" if i in captions else label for i, label in enumerate(labels)])


def without_boxes(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a box that asks for an address is not of the body, unless much of that is in it."""
    body = body_of(labels)
    asking = [i for i in body if not BOXES.isdisjoint(units[i].hints.words)]
    boxed, whole = (sum(len(units[i].text) for i in some) for some in (asking, body))
    if not asking or LEAST_BOXED * boxed >= whole:
        return list(labels)
    return placed(["between" if i in asking else label for i, label in enumerate(labels)])


def with_marked_lead(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where what its element calls a standfirst is one; and where one that nothing sets apart from
    the body is its first paragraph: it stands right before the next in the same element, and is marked up
    as that is."""
    result = list(labels)
    for i, label in enumerate(labels[:-1]):
        one, two = units[i].hints, units[i + 1].hints
        if label == "subtitle" and labels[i + 1] == "paragraph" and one.tag == two.tag and not one.level:
            alike = one.shape == two.shape and (one.bold < BOLD) == (two.bold < BOLD)
            if alike and parents[one.element] == parents[two.element]:
                result[i] = "paragraph"
    body = [i for i, label in enumerate(labels) if label == "paragraph" and not units[i].hints.level]
    if "subtitle" not in labels and len(body) > 2:
        called = not DECKS.isdisjoint(units[body[0]].hints.words[-INNERMOST:])
        if called and DECKS.isdisjoint(units[body[1]].hints.words):
            result[body[0]] = "subtitle"
    return result


def without_subtitle_above(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where nothing above the headline is a standfirst, unless the format says so: pages open with
    what they say of cookies."""
    title = labels.index("title") if "title" in labels else 0
    return [
        "before" if label == "subtitle" and i < title and not units[i].hints.given else label
        for i, label in enumerate(labels)
    ]


def without_links(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where what is all link is not of the body if it ends it, or says that it is a teaser."""
    result = list(labels)
    body = [i for i, label in enumerate(labels) if label in ("paragraph", "heading")]
    linked = [i for i in body if labels[i] == "paragraph" and units[i].hints.links >= ALL_LINKED]
    for i in linked:
        if units[i].says.reason == "related":
            result[i] = "between"
    while len(body) > 1 and body[-1] in linked:
        result[body.pop()] = "after"
    if body:
        result[body[-1] + 1 :] = ["after" if x == "between" else x for x in result[body[-1] + 1 :]]
    return result


def within_article(units: Sequence[Unit], document: Document) -> frozenset[int]:
    """Indexes of the units that stand in an element made for an article; of a message or a text that has
    nothing around it, all of them."""
    every = document.format != "html"
    return frozenset(
        i
        for i, unit in enumerate(units)
        if unit.hints.links < LINKED
        and (every or "<article>" in unit.hints.words or "<main>" in unit.hints.words)
        and BESIDE.isdisjoint(unit.hints.words)
    )


def with_named_body(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where several paragraphs beside each other in an element that is named for a body are one, if
    most of the page's are there: teasers have an element each; else what there is most of in such an element.
    """
    told = [i for i, unit in enumerate(units) if unit.hints.links < LINKED and _is_told(unit.text)]
    counts = Counter(parents[units[i].hints.element] for i in told)
    around, count = max(counts.items(), key=itemgetter(1), default=(0, 0))
    named = [i for i in told if _is_named(units[i])]
    if count >= LEAST_TOLD and 2 * count > len(told):
        body = [i for i in named if parents[units[i].hints.element] == around]
    else:
        body = _most_in_one(named, units, parents)
    if not body:
        return list(labels)
    return [
        "paragraph" if i in body else "between" if body[0] < i < body[-1] else label
        for i, label in enumerate(labels)
    ]


def _most_in_one(found: Sequence[int], units: Sequence[Unit], parents: Sequence[int]) -> list[int]:
    """Those of the units `found` that stand in the same element or beside each other in one each, if they are
    `LEAST_NAMED` long and no comments."""
    parts: dict[int, list[int]] = {}
    for i in found:
        if COMMENTED.isdisjoint(units[i].hints.words):
            parts.setdefault(parents[parents[units[i].hints.element]], []).append(i)
    sizes = {around: sum(len(units[i].text) for i in part) for around, part in parts.items()}
    most = max(sizes, key=sizes.__getitem__, default=0)
    return parts[most] if sizes.get(most, 0) >= LEAST_NAMED else []


def with_unspaced(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where a paragraph in a script without spaces, of which the model counts no words, is of the
    body if it stands beside the body's and is built alike."""

    def place(unit: Unit) -> tuple[int, int]:
        return parents[unit.hints.element], unit.hints.shape

    body = {place(unit) for unit, label in zip(units, labels, strict=True) if label == "paragraph"}
    return [
        "paragraph"
        if label in NOISE and _is_unspaced(unit) and place(unit) in body and unit.hints.links < LINKED
        else label
        for unit, label in zip(units, labels, strict=True)
    ]


def _is_unspaced(unit: Unit) -> bool:
    """Whether a line reads like a paragraph in a script that has no spaces between words."""
    text = unit.text
    return _is_told(text) and 2 * len(_UNSPACED.findall(text)) > len(text) and unit.says.reason is None


def _is_named(unit: Unit) -> bool:
    """Whether the innermost name around a unit that says anything is that of a body."""
    left, body = uses_around(unit)
    return body < left


def _is_told(text: str) -> bool:
    """Whether a line reads like a paragraph, also where nothing stands between words."""
    return text[-1] in TELLING_ENDS and len(text.encode()) >= LEAST_TOLD_BYTES


def foreign(units: Sequence[Unit]) -> list[int]:
    """Indexes of units of dialogues about cookies and consent, which are never of the article."""
    found = [i for i, unit in enumerate(units) if not CONSENT.isdisjoint(unit.hints.words)]
    # Some systems say on the whole page that nobody has agreed yet.
    return found if len(found) < len(units) / 2 else []
