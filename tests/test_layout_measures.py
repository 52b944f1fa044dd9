"""Rows of measures and their names: each column that trees or weights see has one name, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from artparse import parse
from artparse.data import load
from artparse.layout.body import headings, second_look, web
from artparse.layout.credits import bylines
from artparse.layout.lines import wrapping
from artparse.layout.parts import sites
from artparse.layout.titles import choice as of_titles
from artparse.layout.titles import measures as titles
from artparse.quotes import model
from artparse.quotes.choice import review
from artparse.quotes.reports import measures as reports

FIXTURES = Path(__file__).parent.parent / "fixtures"
WRAPPED = (
    "The ferry to the island was late again on Monday, as\n"
    "the tide was low and the harbour master had gone home\n"
)
NAMED: dict[str, tuple[Sequence[str], ...]] = {
    "web": (web.MEASURES,),
    "headings": (headings.MEASURES,),
    "second look": (second_look.MEASURES,),
    "wrapping": (wrapping.MEASURES,),
    "titles": (titles.MEASURES,),
    "quotes and reports": (review.MEASURES, (*reports.MEASURES, *reports.BESIDE)),
}
"""Who asks trees, to the names of the columns of its rows."""


@pytest.mark.parametrize(
    "names", [*[names for rows in NAMED.values() for names in rows], bylines.MEASURES, sites.MEASURES]
)
def test_no_two_measures_have_one_name(names: Sequence[str]) -> None:
    assert len(set(names)) == len(names)


def texts() -> Iterator[bytes]:
    """Articles of the fixtures, of every kind, and a wrapped text."""
    yield from (path.read_bytes() for path in sorted((FIXTURES / "articles").glob("*.txt")))
    yield from (path.read_bytes() for path in sorted((FIXTURES / "inputs").rglob("*.html")))
    yield (f"The ferry\n\nBy Ann Roe\n\n{WRAPPED * 9}\n{WRAPPED * 9}").encode()


@pytest.fixture(scope="module")
def seen() -> dict[str, set[int]]:
    """Who asks trees, to how many columns the rows had that were shown to them."""
    found: dict[str, set[int]] = {name: set() for name in NAMED}
    with pytest.MonkeyPatch.context() as patch:

        def watch(owner: ModuleType, function: str, name: str, rows: Callable[..., Any]) -> None:
            asked = getattr(owner, function)

            def noted(*given: Any) -> Any:
                found[name].update(map(len, rows(*given)))
                return asked(*given)

            patch.setattr(owner, function, noted)

        watch(web, "worth_of", "web", lambda row, _: [row])
        watch(headings, "worth_of", "headings", lambda row, _: [row])
        watch(second_look, "worth_of", "second look", lambda row, _: [row])
        watch(wrapping, "worth_of", "wrapping", lambda row, _: [row])
        watch(of_titles, "best_of", "titles", lambda rows, *_: rows)
        watch(model, "grown", "quotes and reports", lambda _, row: [row])
        for data in texts():
            parse(data)
    return found


@pytest.mark.parametrize("name", NAMED)
def test_each_column_has_a_name(seen: dict[str, set[int]], name: str) -> None:
    assert seen[name] == {len(names) for names in NAMED[name]}


def test_each_weight_of_a_site_has_a_name() -> None:
    assert len(load("site_model")["weights"]) == len(sites.MEASURES)
