"""How likely title, authors, day and body are right: what it says of plain and of doubtful pages."""

from __future__ import annotations

import pytest

import artparse
from artparse.data import load
from artparse.layout import lay_out
from artparse.layout.parts.sureness import FIELDS, facts_of, page_of
from artparse.reading import read

BODY = """The harbour board of Torness agreed on Monday to dredge the northern channel before winter.

Engineers had asked for it since spring, when two ferries touched ground off the northern pier.

The work will cost about two million and take six weeks, the board said after its meeting at the old mill.
"""
PLAIN = f"""Torness harbour board agrees to dredge northern channel

By Ruth Penhale

3 May 2024

{BODY}"""
PAGE = f"""<html><head><title>Torness harbour board agrees to dredge northern channel | Torness Echo</title>
<meta name="author" content="Ruth Penhale"><meta property="article:published_time"
content="2024-05-03T09:00:00Z"></head>
<body><article><h1>Torness harbour board agrees to dredge northern channel</h1>
<p>By Ruth Penhale</p>
{"".join(f"<p>{line}</p>" for line in BODY.split(chr(10)) if line)}</article></body></html>"""


@pytest.mark.parametrize(("kind", "source"), [("text", PLAIN), ("markup", PAGE)])
def test_every_fact_is_a_number_and_every_weight_has_its_fact(kind: str, source: str) -> None:
    document = read(source, input_format="html" if kind == "markup" else "text")
    page = page_of(document, lay_out(document))
    weights = load("sureness")[kind]
    for field in FIELDS:
        facts = facts_of(page, field)
        assert facts is not None
        assert all(isinstance(fact, (int, float)) for fact in facts.values())
        if field in weights:
            assert set(weights[field]) - {""} <= set(facts), "weights of a fact that is gone: learn again"


def test_what_is_not_there_has_no_confidence() -> None:
    said = artparse.parse(BODY).confidence
    assert (said.authors, said.published) == (None, None)


@pytest.mark.parametrize(
    ("surer", "less_sure", "field"),
    [
        pytest.param(
            PAGE,
            PAGE.replace("Torness harbour board agrees", "Weather").replace(
                "<title>Weather", "<title>Torness harbour board agrees"
            ),
            "title",
            id="metadata say another headline",
        ),
        pytest.param(
            PAGE,
            PAGE.replace('content="Ruth Penhale"', 'content="Torness Echo"'),
            "authors",
            id="metadata do not name the author",
        ),
        pytest.param(
            PAGE, PAGE.replace("2024-05-03T09:00:00Z", ""), "published", id="no day in the metadata"
        ),
        pytest.param(
            PLAIN,
            PLAIN.replace("By Ruth Penhale", "Ruth Penhale, Tom Hale, Una Reid and Bo Lund"),
            "authors",
            id="four names without a cue",
        ),
    ],
)
def test_one_page_against_another(surer: str, less_sure: str, field: str) -> None:
    first, second = (getattr(artparse.parse(page).confidence, field) for page in (surer, less_sure))
    assert first is not None
    assert second is None or second < first


def test_no_value_is_certain() -> None:
    said = artparse.parse(PAGE).confidence
    assert all(
        share is None or 0.01 <= share <= 0.99
        for share in (said.title, said.authors, said.published, said.body)
    )
