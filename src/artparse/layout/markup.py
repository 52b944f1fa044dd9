"""What the labelling model is told of a unit by its markup, beside how its text looks.

Class names and identifiers count by their words, as far as several publishers use them, and by
what they are used for (`data/markup.json`); how a page is built counts by what is alike: the
paragraphs of an article share their place in it. Metadata counts by what of the text it repeats.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import add, itemgetter
from typing import Final, TypeVar

from artparse.data import load
from artparse.layout.bylines import NOISE
from artparse.layout.labels import Label, Labels, LineLabel
from artparse.layout.units import Unit
from artparse.patterns import pattern
from artparse.reading.document import Document

PROSE = 80
"""Code points of a unit, at least, that counts as prose."""
RUN = 5
"""Words that a unit begins with, by which it is looked for in the article's text."""
LEAST = 40
"""Words of an article's text in the metadata; fewer are a teaser."""
NEAR = 6
"""Words of the innermost elements, which tell the most."""
OFFERS = frozenset(("advert", "comment", "consent", "navigation", "share"))
"""Uses of elements whose lists are not the article's."""
OFFERED = 10
"""Words of the elements around a list that are looked at for those."""
CONSENT = frozenset(
    ("ccpa", "consent", "cookie", "cookies", "didomi", "gdpr", "onetrust", "optanon", "usercentrics")
)
"""Words of class names that only dialogues about consent have."""
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
BOLD = 0.5
"""Share of bold words from which on a unit is set in bold."""
LINKED = 0.2
"""Share of linked words from which on a list is one of links."""
ALL_LINKED = 0.8
"""Share of linked words from which on a unit is a link."""
INNERMOST = 6
"""Words of the elements around a unit among which a list's or a quotation's counts."""
LEAST_TOLD, LEAST_TOLD_BYTES = 3, 80
"""Paragraphs beside each other that tell an article's element where only its name does, and their UTF-8."""
TELLING_ENDS = frozenset(".!?…\"'”’»。！？」")
BESIDE = frozenset(("<aside>", "<figcaption>", "<footer>", "<nav>", "<time>"))
"""Elements that may stand in an article's without being of its body."""
CORES = (0.5, 0.7, 0.85)
"""Shares of the page's prose; the innermost elements that hold as much are the page's cores."""
TEXT_CORES = (0.5, 0.8)
"""The same of all its text outside links."""

_SHARES = (0.001, 0.1, 0.3, 0.5, 0.7, 0.9)
_MASSES = (0.001, 0.02, 0.08, 0.2, 0.4, 0.6, 0.8)
_SIZES = (20, 60, 150, 400)
_STEPS = (-20, -3, 0, 1, 2, 4, 8, 16, 40, 100)
_WORD = pattern(r"\w+")
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
_Value = TypeVar("_Value")


def markup_worth(
    units: Sequence[Unit], document: Document, worth: Callable[[Iterable[str]], _Value]
) -> list[_Value]:
    """What the features of each unit come to that its markup and the document's metadata give.

    Their names begin with `<`, and so are no feature of the text's look. `worth` tells what names come to; of
    those that many units share it is asked once.
    """
    page = _Structure(units, document.parents)
    told = _Told(document)
    named: dict[tuple[tuple[str, ...], int], _Value] = {}
    looks: dict[tuple[str, int, int, int, int, int, str, str, str], _Value] = {}
    places: dict[tuple[int, int, str, int, str, str | None, tuple[bool, bool] | None], _Value] = {}
    pairs: dict[tuple[str, str], _Value] = {}
    found: list[_Value] = []
    last: Unit | None = None
    anchor = _anchor(units, told)
    for number, unit in enumerate(units):
        hints = unit.hints
        tag = hints.tag
        size = bisect_right(_SIZES, len(unit.text))
        links = bisect_right(_SHARES, hints.links)
        bold = bisect_right(_SHARES, hints.bold)
        mass, around, core, text = page.of(unit)
        beside = page.links_around(unit)
        key = (tag, size, links, bold, mass, around, core, text, beside)
        if key not in looks:
            looks[key] = worth(_look_names(*key))
        far = -1 if anchor is None else bisect_right(_STEPS, number - anchor)
        before = same = None
        if last is not None:
            before = last.hints.tag
            same = (page.siblings(unit, last), hints.shape == last.hints.shape)
            pair = (before, tag)
            if pair not in pairs:
                pairs[pair] = worth((f"<+{tag}<{before}",))
            found[-1] = add(found[-1], pairs[pair])
        place = (far, size, core, links if hints.shape == page.top else -1, tag, before, same)
        if place not in places:
            places[place] = worth(_place_names(*place))
        words = (hints.words, size)
        if words not in named:
            named[words] = worth(_named(*words))
        own = add(add(looks[key], places[place]), named[words])
        found.append(add(own, worth(told.features(unit, size))))
        last = unit
    return found


def _look_names(
    tag: str, size: int, links: int, bold: int, mass: int, around: int, core: str, text: str, beside: str
) -> list[str]:
    """The features of an element, of what is linked and bold in it, and of how much stands around it."""
    return [
        f"<h{tag}",
        f"<h{tag}{size}",
        f"<h{tag}{size}a{links}",
        f"<a{links}{size}",
        f"<B{bold}{size}",
        f"<B{bold}{tag}",
        f"<g{mass}",
        f"<g{mass}{size}",
        f"<g{mass}{tag}",
        f"<c{around}",
        f"<c{around}{size}",
        f"<c{around}{tag}",
        f"<i{core}",
        f"<i{core}{size}",
        f"<i{core}{tag}",
        f"<j{text}",
        f"<j{text}{size}",
        f"<j{text}{tag}",
        f"<p{beside}",
        f"<p{beside}{size}",
        f"<p{beside}{tag}",
    ]


def _place_names(
    far: int, size: int, core: str, links: int, tag: str, before: str | None, same: tuple[bool, bool] | None
) -> list[str]:
    """The features of where a unit stands to the headline, to most of the prose, and to the unit before."""
    found: list[str] = []
    if far >= 0:
        found += (f"<1{far}", f"<1{far}{size}", f"<1{far}{core}")
    if links >= 0:
        found += ("<top", f"<top{size}", f"<topa{links}")
    if same is not None:
        alike = f"{same[0]:d}{same[1]:d}"
        found += (f"<=-{alike}", f"<=-{alike}{tag}>{before}", f"<-{before}>{tag}")
    return found


class _Structure:
    """Where the prose of a page stands."""

    def __init__(self, units: Sequence[Unit], parents: Sequence[int]) -> None:
        self.parents = parents
        self.shapes: dict[int, int] = {}
        """Prose in blocks of a shape, in code points."""
        self.around: dict[int, int] = {}
        """Prose in the blocks right inside an element."""
        held = [0] * len(parents)
        self.size = [0.0] * len(parents)
        """Text in an element, in code points."""
        self.linked = [0.0] * len(parents)
        """Linked text in it."""
        for unit in units:
            hints, length = unit.hints, len(unit.text)
            self.size[hints.element] += length
            self.linked[hints.element] += length * hints.links
            if length >= PROSE and hints.links < 0.5:
                self.shapes[hints.shape] = self.shapes.get(hints.shape, 0) + length
                outer = parents[hints.element]
                self.around[outer] = self.around.get(outer, 0) + length
                held[hints.element] += length
        for i in range(len(parents) - 1, 0, -1):
            held[parents[i]] += held[i]
            self.size[parents[i]] += self.size[i]
            self.linked[parents[i]] += self.linked[i]
        self.total = held[0] or 1
        self.top = max(self.shapes, key=self.shapes.__getitem__, default=-1)
        """The shape that most of the prose has."""
        own = [size - linked for size, linked in zip(self.size, self.linked, strict=True)]
        cores = [_inside(parents, _core(own, share * own[0])) for share in TEXT_CORES]
        self.texts = ["".join(map(str, map(int, flags))) for flags in zip(*cores, strict=True)]
        cores = [_inside(parents, _core(held, share * self.total)) for share in CORES]
        self.cores = ["".join(map(str, map(int, flags))) for flags in zip(*cores, strict=True)]

    def links_around(self, unit: Unit) -> str:
        """How much of the text in the element around a unit is linked, and in the one around that."""
        inner = self.parents[unit.hints.element]
        outer = self.parents[inner]
        return "".join(
            [str(bisect_right(_SHARES, self.linked[i] / (self.size[i] or 1))) for i in (inner, outer)]
        )

    def of(self, unit: Unit) -> tuple[int, int, str, str]:
        """How much prose has a unit's shape, how much stands beside it, and in which cores it is: of the
        page's prose, and of all its text."""
        hints = unit.hints
        return (
            bisect_right(_MASSES, self.shapes.get(hints.shape, 0) / self.total),
            bisect_right(_MASSES, self.around.get(self.parents[hints.element], 0) / self.total),
            self.cores[hints.element],
            self.texts[hints.element],
        )

    def siblings(self, one: Unit, other: Unit) -> bool:
        """Whether two units stand in the same element."""
        return self.parents[one.hints.element] == self.parents[other.hints.element]


def _named(words: tuple[str, ...], size: int) -> list[str]:
    """The features that class words give a unit of a size."""
    known = _kinds()
    found = [f"<W{word}" for word in words[-NEAR:]] or ["<w-"]
    kinds: list[str] = []
    for k, word in enumerate(dict.fromkeys(reversed(words))):
        found.append(f"<w{word}")
        for kind in known.get(word, ()):
            if f"<u{kind}" not in kinds:
                kinds.append(f"<u{kind}")
                found.append(f"<u{kind}@{min(k, 12) // 3}")
    return found + [f"{kind}{size}" for kind in kinds]


KINDS: Final[tuple[tuple[str, Label], ...]] = (
    ("<figcaption>", "caption"),
    ("<nav>", "navigation"),
    ("<footer>", "footer"),
)
REASONS: Final[dict[str, Label]] = {
    "advert": "advert",
    "caption": "caption",
    "comment": "comment",
    "consent": "other",
    "footer": "footer",
    "navigation": "navigation",
    "related": "related",
    "share": "share",
}
"""What is left out, by what the elements around it are used for."""


def body_kind(unit: Unit) -> Label | None:
    """Whether a unit of the body is a list item or a quotation by its markup."""
    words = unit.hints.words[-INNERMOST:]
    if unit.hints.tag == "li" or "<li>" in words:
        return "list_item"
    return "blockquote" if unit.hints.tag == "blockquote" or "<blockquote>" in words else None


def with_lists(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where lists, quotations, embedded posts and code between the body's paragraphs are of it,
    unless they are links.

    A model that has seen gold articles without their lists takes them for teasers.
    """
    result = list(labels)
    body = [i for i, label in enumerate(labels) if label == "paragraph"]
    around = {parents[units[i].hints.element] for i in body}
    for i in range(body[0], body[-1]) if body else ():
        unit = units[i]
        kind = unit.hints.tag if unit.hints.tag == "pre" else body_kind(unit)
        if labels[i] == "between" and unit.hints.links < LINKED and kind and not _is_offer(unit, kind):
            element = unit.hints.element
            for _ in range(3):  # Item, list, and what stands around the list.
                element = parents[element]
                if element in around:
                    result[i] = "paragraph"
    for i in range(body[-1] + 1, len(units)) if body else ():
        last, unit = units[i - 1], units[i]
        if not (_are_items(last, unit, parents) and labels[i] == "after" and unit.hints.links < LINKED):
            break
        result[i] = "paragraph"
    return result


def _are_items(one: Unit, two: Unit, parents: Sequence[int]) -> bool:
    """Whether two units are items of the same list."""
    if body_kind(one) != "list_item" or body_kind(two) != "list_item":
        return False
    a, b = parents[one.hints.element], parents[two.hints.element]
    return a == b or parents[a] == parents[b]


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


def _is_offer(unit: Unit, kind: str) -> bool:
    """Whether a list is there to be clicked at; what is quoted from a network is the article's."""
    known = _kinds()
    offers = OFFERS - {"share"} if kind == "blockquote" else OFFERS
    return any(use in offers for word in unit.hints.words[-OFFERED:] for use in known.get(word, ()))


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
    most of the page's are there. Teasers have an element each."""
    told = [i for i, unit in enumerate(units) if unit.hints.links < LINKED and _is_told(unit.text)]
    counts = Counter(parents[units[i].hints.element] for i in told)
    around, count = max(counts.items(), key=itemgetter(1), default=(0, 0))
    if count < LEAST_TOLD or 2 * count <= len(told):
        return list(labels)
    body = [i for i in told if parents[units[i].hints.element] == around and _is_named(units[i])]
    if not body:
        return list(labels)
    return [
        "paragraph" if i in body else "between" if body[0] < i < body[-1] else label
        for i, label in enumerate(labels)
    ]


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


def reason_of(unit: Unit) -> Label | None:
    """Why a unit is left out, as the names of the elements around it tell; the innermost that does."""
    for word, label in KINDS:
        if word in unit.hints.words:
            return label
    known = _kinds()
    for word in reversed(unit.hints.words):
        for kind in known.get(word, ()):
            if kind in REASONS:
                return REASONS[kind]
    return None


def uses_around(unit: Unit) -> tuple[int, int]:
    """How many words of class names are between a unit and the innermost that is of something left out, and
    of a body."""
    known = _kinds()
    left = body = len(unit.hints.words)
    for k, word in enumerate(reversed(unit.hints.words)):
        kinds = known.get(word, ())
        if "body" in kinds:
            body = min(body, k)
        elif kinds and not REASONS.keys().isdisjoint(kinds):
            left = min(left, k)
    return left, body


def _anchor(units: Sequence[Unit], told: _Told) -> int | None:
    """Index of the heading that says a title of the metadata, else of the first of the first level."""
    heads = [i for i, unit in enumerate(units) if unit.hints.level]
    return next(
        (i for i in heads if plain(units[i].text[:400]) in told.titles),
        next((i for i in heads if units[i].hints.level == 1), None),
    )


def _core(held: Sequence[float], least: float) -> int:
    """Number of the innermost element that holds at least so much prose; of several, the first."""
    return min((i for i, mass in enumerate(held) if mass >= least), key=lambda i: (held[i], -i), default=0)


def _inside(parents: Sequence[int], core: int) -> list[bool]:
    """Of each element, whether it is `core` or inside it."""
    inside = [False] * len(parents)
    inside[core] = True
    for i in range(core + 1, len(parents)):
        inside[i] = inside[parents[i]]
    return inside


class _Told:
    """What the metadata says of the visible text."""

    def __init__(self, document: Document) -> None:
        evidence = document.evidence
        self.titles = {plain(title) for title in evidence.titles} - {""}
        self.authors = [name for name in map(plain, evidence.authors) if len(name) > 3]
        self.summary = plain(evidence.description or "")
        words = plain(evidence.body or "").split()
        starts = range(len(words) - RUN if len(words) > LEAST else 0)
        self.body = {tuple(words[i : i + RUN]) for i in starts}
        """Every run of so many words of the article's text."""

    def features(self, unit: Unit, size: int) -> list[str]:
        text = plain(unit.text[:400])
        tag = unit.hints.tag
        found: list[str] = []
        if text in self.titles:
            found += ("<title=", f"<title={tag}")
        elif size and text and any(text in title for title in self.titles):
            found.append(f"<title<{tag}")
        if size < 4 and any(name in text for name in self.authors):
            found += ("<author=", f"<author={size}")
        if (
            self.summary
            and len(text) > 20
            and (text.startswith(self.summary[:60]) or self.summary.startswith(text[:60]))
        ):
            found += ("<summary=", f"<summary={tag}")
        opening = tuple(text[:200].split()[:RUN])
        if self.body and len(opening) == RUN:
            inside = opening in self.body
            found += (f"<body{inside:d}", f"<body{inside:d}{size}", f"<body{inside:d}{size}{tag}")
        return found


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Letters and digits of `text`, one space between words, case folded."""
    return " ".join(_WORD.findall(text.casefold()))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for kind, words in load("markup").items():
        for word in words:
            kinds.setdefault(word, []).append(kind)
    return {word: tuple(found) for word, found in kinds.items()}
