"""What the labelling model is told of a unit by its markup, beside how its text looks.

Class names and identifiers count by their words, as far as several publishers use them, and by
what they are used for (`uses`); how a page is built counts by what is alike: the
paragraphs of an article share their place in it. Metadata counts by what of the text it repeats.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from operator import add
from typing import TypeVar

from artparse.layout.evidence.stated import RUN, Stated, stated_of
from artparse.layout.lines.units import Unit
from artparse.layout.markup.uses import known_uses
from artparse.reading.document import Document

PROSE = 80
"""Code points of a unit, at least, that counts as prose."""
NEAR = 6
"""Words of the innermost elements, which tell the most."""
CORES = (0.5, 0.7, 0.85)
"""Shares of the page's prose; the innermost elements that hold as much are the page's cores."""
TEXT_CORES = (0.5, 0.8)
"""The same of all its text outside links."""

_SHARES = (0.001, 0.1, 0.3, 0.5, 0.7, 0.9)
_MASSES = (0.001, 0.02, 0.08, 0.2, 0.4, 0.6, 0.8)
_SIZES = (20, 60, 150, 400)
_STEPS = (-20, -3, 0, 1, 2, 4, 8, 16, 40, 100)
_Value = TypeVar("_Value")


def markup_worth(
    units: Sequence[Unit], document: Document, worth: Callable[[Iterable[str]], _Value]
) -> list[_Value]:
    """What the features of each unit come to that its markup and the document's metadata give.

    Their names begin with `<`, and so are no feature of the text's look. `worth` tells what names come to; of
    those that many units share it is asked once.
    """
    page = _Structure(units, document.parents)
    stated = stated_of(document.evidence)
    named = _Words(worth)
    looks: dict[tuple[str, int, int, int, int, int, str, str, str], _Value] = {}
    places: dict[tuple[int, int, str, int, str, str | None, tuple[bool, bool] | None], _Value] = {}
    pairs: dict[tuple[str, str], _Value] = {}
    found: list[_Value] = []
    last: Unit | None = None
    anchor = _anchor(units, stated)
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
        own = add(add(looks[key], places[place]), named[hints.words, size])
        found.append(add(own, worth(_told_names(unit, size, stated))))
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
        self.texts = list(map(_flags, zip(*cores, strict=True)))
        cores = [_inside(parents, _core(held, share * self.total)) for share in CORES]
        self.cores = list(map(_flags, zip(*cores, strict=True)))

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


class _Words(dict[tuple[tuple[str, ...], int], _Value]):
    """What the features come to that class words give a unit of a size; of each word it is asked once."""

    def __init__(self, worth: Callable[[Iterable[str]], _Value]) -> None:
        self.worth = worth
        self.near: dict[str, _Value] = {}
        self.anywhere: dict[str, _Value] = {}

    def __missing__(self, key: tuple[tuple[str, ...], int]) -> _Value:
        words, size = key
        known, worth = known_uses(), self.worth
        different = list(dict.fromkeys(reversed(words)))
        for word in different:
            if word not in self.near:
                self.near[word], self.anywhere[word] = worth((f"<W{word}",)), worth((f"<w{word}",))
        kinds: dict[str, int] = {}
        for k, word in enumerate(different):
            for kind in known.get(word, ()):
                kinds.setdefault(kind, min(k, 12) // 3)
        used = [name for kind, far in kinds.items() for name in (f"<u{kind}@{far}", f"<u{kind}{size}")]
        own = map(self.near.__getitem__, words[-NEAR:])
        names = used if words else ["<w-"]
        found = self[key] = reduce(add, [*own, *map(self.anywhere.__getitem__, different)], worth(names))
        return found


def _anchor(units: Sequence[Unit], stated: Stated) -> int | None:
    """Index of the heading that says a title of the metadata, else of the first of the first level."""
    heads = [i for i, unit in enumerate(units) if unit.hints.level]
    return next(
        (i for i in heads if units[i].says.plain in stated.titles),
        next((i for i in heads if units[i].hints.level == 1), None),
    )


@cache
def _flags(flags: tuple[bool, ...]) -> str:
    return "".join(str(int(flag)) for flag in flags)


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


def _told_names(unit: Unit, size: int, stated: Stated) -> list[str]:
    """The features of what a unit says that the metadata says too."""
    text, tag = unit.says.plain, unit.hints.tag
    found: list[str] = []
    if text in stated.titles:
        found += ("<title=", f"<title={tag}")
    elif size and text and text in stated.titles_in_one:
        found.append(f"<title<{tag}")
    if size < 4 and any(name in text for name in stated.authors):
        found += ("<author=", f"<author={size}")
    summary = stated.summary
    if summary and len(text) > 20 and (text.startswith(summary[:60]) or summary.startswith(text[:60])):
        found += ("<summary=", f"<summary={tag}")
    opening = tuple(text[:200].split()[:RUN]) if stated.runs else ()
    if len(opening) == RUN:
        inside = opening in stated.runs
        found += (f"<body{inside:d}", f"<body{inside:d}{size}", f"<body{inside:d}{size}{tag}")
    return found
