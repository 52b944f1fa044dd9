"""What the labelling model is told of a unit by its markup, beside how its text looks.

Class names and identifiers count by their words, as far as several publishers use them, and by
what they are used for (`data/markup.json`); how a page is built counts by what is alike: the
paragraphs of an article share their place in it. Metadata counts by what of the text it repeats.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from artparse.data import load
from artparse.layout.labels import Label
from artparse.layout.units import Unit
from artparse.reading.document import Document

PROSE = 80
"""Code points of a unit, at least, that counts as prose."""
NEAR = 6
"""Words of the innermost elements, which tell the most."""
INNERMOST = 6
"""Words of the elements around a unit among which a list's or a quotation's counts."""
CORES = (0.5, 0.7, 0.85)
"""Shares of the page's prose; the innermost elements that hold as much are the page's cores."""

_SHARES = (0.001, 0.1, 0.3, 0.5, 0.7, 0.9)
_MASSES = (0.001, 0.02, 0.08, 0.2, 0.4, 0.6, 0.8)
_SIZES = (20, 60, 150, 400)
_WORD = re.compile(r"\w+")


def markup_features(units: Sequence[Unit], document: Document) -> list[list[str]]:
    """The features of each unit that its markup and the document's metadata give."""
    parents = document.parents
    masses: dict[int, int] = {}
    held = [0] * len(parents)
    for unit in units:
        if len(unit.text) >= PROSE and unit.hints.links < 0.5:
            masses[unit.hints.shape] = masses.get(unit.hints.shape, 0) + len(unit.text)
            held[unit.hints.element] += len(unit.text)
    for i in range(len(parents) - 1, 0, -1):
        held[parents[i]] += held[i]
    total = held[0] or 1
    top = max(masses, key=lambda shape: masses[shape], default=-1)
    inside = [_inside(parents, _core(held, share * total)) for share in CORES]
    siblings: dict[int, int] = {}
    for unit in units:
        if len(unit.text) >= PROSE and unit.hints.links < 0.5:
            outer = parents[unit.hints.element]
            siblings[outer] = siblings.get(outer, 0) + len(unit.text)
    told = _Told(document)
    features: list[list[str]] = []
    last: Unit | None = None
    for unit in units:
        hints = unit.hints
        tag = hints.tag
        size = bisect_right(_SIZES, len(unit.text))
        links = bisect_right(_SHARES, hints.links)
        bold = bisect_right(_SHARES, hints.bold)
        mass = bisect_right(_MASSES, masses.get(hints.shape, 0) / total)
        outer = bisect_right(_MASSES, siblings.get(parents[hints.element], 0) / total)
        core = "".join("01"[own[hints.element]] for own in inside)
        found = [
            f"h{tag}",
            f"h{tag}{size}",
            f"h{tag}{size}a{links}",
            f"a{links}{size}",
            f"B{bold}{size}",
            f"B{bold}{tag}",
            f"g{mass}",
            f"g{mass}{size}",
            f"g{mass}{tag}",
            f"c{outer}",
            f"c{outer}{size}",
            f"c{outer}{tag}",
            f"i{core}",
            f"i{core}{size}",
            f"i{core}{tag}",
        ]
        if hints.shape == top:
            found += ("top", f"top{size}", f"topa{links}")
        if last is not None:
            same = f"{parents[hints.element] == parents[last.hints.element]:d}{hints.shape == last.hints.shape:d}"
            found += (f"=-{same}", f"=-{same}{tag}>{last.hints.tag}")
        known = _kinds()
        kinds: set[str] = set()
        near = hints.words[-NEAR:]
        for k, word in enumerate(reversed(hints.words)):
            found.append(f"w{word}")
            if k < NEAR:
                found.append(f"W{word}")
            for kind in known.get(word, ()):
                if kind not in kinds:
                    kinds.add(kind)
                    found += (f"u{kind}{size}", f"u{kind}{min(k, 12) // 3}")
        if not near:
            found.append("w-")
        found += told.features(unit, size)
        features.append(found)
        last = unit
    for i, found in enumerate(features):
        if i:
            found.append(f"-{units[i - 1].hints.tag}>{units[i].hints.tag}")
        if i + 1 < len(features):
            found.append(f"+{units[i + 1].hints.tag}<{units[i].hints.tag}")
    return features


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


def _core(held: Sequence[int], least: float) -> int:
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
        self.body = plain(evidence.body or "")

    def features(self, unit: Unit, size: int) -> list[str]:
        text = plain(unit.text)
        tag = unit.hints.tag
        found: list[str] = []
        if text in self.titles:
            found += ("title=", f"title={tag}")
        elif size and text and any(text in title for title in self.titles):
            found.append(f"title<{tag}")
        if size < 4 and any(name in text for name in self.authors):
            found += ("author=", f"author={size}")
        if (
            self.summary
            and len(text) > 20
            and (text.startswith(self.summary[:60]) or self.summary.startswith(text[:60]))
        ):
            found += ("summary=", f"summary={tag}")
        if len(self.body) > 200:
            inside = text in self.body
            found += (f"body{inside:d}", f"body{inside:d}{size}", f"body{inside:d}{size}{tag}")
        return found


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
