"""The corpora as pages that a model can learn from."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from alignment import labels_of, plain
from corpora import CORPORA, dump_of, gold_of, group_of
from excerpts import excerpt, with_boxes
from variants import VARIANTS, WRITTEN

from artparse.layout.lines.look import Look
from artparse.layout.lines.units import Unit, heard, units_of
from artparse.layout.models.features import features_of, looks_of, worth_of
from artparse.layout.models.groups import Groups
from artparse.reading import read

REWRITTEN = ("wrapped72", "doubled", "dense", "wrapped72-dense", "star")
"""Variants that are learnt from."""
FOR_TITLES = ("plain", "dense", "wrapped66", "wrapped78", "wrapped72-dense")
"""Variants that headlines are learnt from."""
WHOLE = 2.0
"""Weight of the headline of a page whose article is known."""


@dataclass(frozen=True, slots=True)
class Page:
    """The units of a dump that are labelled, what is told of them, and what they are."""

    group: str
    units: list[Unit]
    looks: list[Look]
    features: list[list[str]]
    labels: list[str]
    """Empty where they are not known."""
    titles: tuple[str, ...]
    """Wordings of the headline, folded; empty where it is not known."""
    text: str = ""
    """The source text, where units stand in it."""
    weight: float = 1.0
    """Of its headline, against other pages'."""


def gold_pages(variants: Sequence[str] = ()) -> Iterator[Page]:
    """The pages whose whole article is known and shown, re-written in all `variants`, or as they are and in
    one way."""
    for name, gold in gold_of("fundus").items():
        for text in _texts("fundus", name, variants or ("plain", variant_for(name, REWRITTEN))):
            source, units = units_in(text)
            if labels := labels_of(units, gold):
                page = page_of(group_of("fundus", name, gold), source, units, labels, gold)
                yield replace(page, weight=WHOLE)


def clean_pages(step: int) -> Iterator[Page]:
    """Every `step`th article that comes without anything around it: a headline, then the body."""
    for path in sorted((CORPORA / "polnear/train/text").glob("*.txt"))[::step]:
        text = path.read_text(encoding="utf-8")
        source, units = units_in(VARIANTS[variant_for(path.name, ("plain", "plain", *REWRITTEN))](text))
        labels = ["title"] + ["paragraph"] * (len(units) - 1)
        yield page_of(path.name.split("_")[0], source, units, labels, {"title": units[0].text})


def excerpts_of(pages: Sequence[Page], copies: int) -> Iterator[Page]:
    """Shorter copies of labelled pages (see `excerpts.py`)."""
    for number, page in enumerate(pages):
        for copy in range(copies if page.labels else 0):
            found = excerpt(page.units, page.labels, f"{page.group} {number} {copy}")
            if found:
                units, labels = found
                looks = looks_of(units)
                titles = page.titles if "title" in labels else ()
                features = features_of(units, looks)
                yield Page(page.group, units, looks, features, labels, titles)


def boxed_of(pages: Sequence[Page]) -> Iterator[Page]:
    """A copy of each labelled page with boxes in its body (see `excerpts.py`)."""
    for number, page in enumerate(pages):
        if found := with_boxes(page.units, page.labels, f"boxed {page.group} {number}"):
            units, labels = found
            looks = looks_of(units)
            yield Page(page.group, units, looks, features_of(units, looks), labels, page.titles)


def variant_for(name: str, variants: Sequence[str]) -> str:
    """One of `variants`, by a page's name."""
    return variants[zlib.crc32(name.encode()) % len(variants)]


def _texts(corpus: str, name: str, variants: Sequence[str]) -> Iterator[str]:
    text = dump_of(corpus, name).decode("utf-8")
    if text.strip():
        for variant in variants:
            yield WRITTEN[variant](text)


class Kept(NamedTuple):
    """What was made of dumps: see `kept_in`."""

    units: dict[str, tuple[str, list[Unit]]]
    """By a dump, `units_in` of it."""
    shown: dict[str, tuple[list[int], list[Look], list[list[str]]]]
    """By a source text, which of its units are shown to the model, how they look, and their features."""


_kept: list[Kept] = []
"""The last is in use."""


@contextmanager
def kept_in(path: Path | None) -> Iterator[None]:
    """Dumps that are read meanwhile are taken from a file, as far as it has them; the others are put into it.
    After a change of what is read, of looks or features, it has to be removed."""
    if path is None:
        yield
        return
    kept: Kept = pickle.loads(path.read_bytes()) if path.is_file() else Kept({}, {})
    before = len(kept.shown)
    _kept.append(kept)
    yield
    _kept.pop()
    if len(kept.shown) > before:
        path.write_bytes(pickle.dumps(kept, protocol=5))


def units_in(text: str) -> tuple[str, list[Unit]]:
    """The source text as it was read, and its units."""
    if _kept and text in _kept[-1].units:
        return _kept[-1].units[text]
    document = read(text)
    found = document.text, units_of(document.text, document.blocks)
    if _kept:
        _kept[-1].units[text] = found
    return found


def _shown(text: str, units: list[Unit]) -> tuple[list[int], list[Look], list[list[str]]]:
    """Which units of a source text are shown to the model, how they look, and their features."""
    if _kept and text in _kept[-1].shown:
        return _kept[-1].shown[text]
    shown = heard(units)
    told = [units[i] for i in shown]
    looks = looks_of(told)
    found = shown, looks, features_of(told, looks)
    if _kept:
        _kept[-1].shown[text] = found
    return found


def _titles(gold: dict[str, Any]) -> tuple[str, ...]:
    return tuple(plain(t) for t in [gold.get("title"), *gold.get("title_also", [])] if plain(t))


def groups_of(page: Page) -> list[tuple[tuple[str, ...], ...]]:
    """The features of each unit of a text by the groups that they come in."""
    return worth_of(page.units, page.looks, None, _groups())


@cache
def _groups() -> Groups[tuple[tuple[str, ...], ...]]:
    return Groups(lambda names: (tuple(names),))


def page_of(group: str, text: str, units: list[Unit], labels: list[str], gold: dict[str, Any]) -> Page:
    """The page of a dump: the units of it that are shown to the model, with their features."""
    shown, looks, features = _shown(text, units)
    told = [units[i] for i in shown]
    known = [labels[i] for i in shown if labels]
    return Page(group, told, looks, features, known, _titles(gold), text)
