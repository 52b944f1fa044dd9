"""Shorter copies of pages that readers have labelled, as people copy them by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotated import ANNOTATED, annotated_pages
from excerpts import excerpt, without_middle
from pages import Page

from artparse.layout.lines.units import Unit
from artparse.layout.models.features import features_of, looks_of
from artparse.layout.models.model import SHORT

LEARNT = 2
"""Copies of each annotated page without a middle."""
Cut = Callable[[Sequence[Unit], Sequence[str], str], tuple[list[Unit], list[str]] | None]
"""A way to make a shorter copy of a page (see `excerpts.py`)."""


def copy_of(page: Page, labels: Sequence[str], cut: Cut, seed: str) -> Page | None:
    """A shorter copy of a page that is a short text; null where there is none."""
    found = cut(page.units, labels, seed)
    if found is None or len(found[0]) > SHORT:
        return None
    units, own = found
    looks = looks_of(units)
    return Page(page.group, units, looks, features_of(units, looks), own, page.titles)


def told_copies(seed: str = "told") -> Iterator[Page]:
    """Copies of the annotated pages that are learnt from: cut off and without a middle; short pages whole."""
    for corpus in ANNOTATED:
        for number, page in enumerate(annotated_pages(corpus, later=True)):
            name = f"{seed} {page.group} {number}"
            cuts = [(excerpt, f"{name} e"), *((without_middle, f"{name} {k}") for k in range(LEARNT))]
            for cut, own in cuts:
                if found := copy_of(page, page.labels, cut, own):
                    yield found
            if len(page.units) <= SHORT:
                yield page
