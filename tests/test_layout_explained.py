"""What `--explain` tells of parts that were removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import artparse
from artparse.layout.steps.tables import LEARNT_OF_MARKUP, LEARNT_OF_TEXT, SETTLED_IN_MARKUP, SETTLED_IN_TEXT

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "fixtures/articles").glob("*.txt"))[::6]
DOCUMENTED = set(
    re.findall(r"`((?:layout|markup|format|evidence)/[a-z-]+)`", (ROOT / "docs/layout.md").read_text("utf-8"))
)
NOTHING_REMOVED = {"layout/bare", "layout/is-given"}
"""Steps that change no label."""
BODY = "".join(
    f"<p>The weir at Oxley was mended on day {n}, eight years after a barge ran into it, and people of the "
    "town came to look at it with their children.</p>"
    for n in range(6)
)
PAGE = f"""<html><head><title>The weir is mended</title></head><body>
<nav class="navigation"><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>The weir is mended</h1>{BODY}</article>
<div class="share-bar"><a href="/s">Post it</a></div>
<footer class="footer">Published by the Oxley Post, all rights reserved ©</footer></body></html>"""
MAIL = f"""From: Ida Holt <ida@oxley.example>
Subject: The weir is mended
Date: Sat, 12 Jun 2021 10:00:00 +0000
Content-Type: text/html; charset=utf-8

<html><body>{BODY}<p>Unsubscribe</p></body></html>"""


def rules(text: str) -> dict[str, tuple[str, ...] | None]:
    """What is told of each removed part, by its text."""
    return {part.text: part.decided_by for part in artparse.parse(text, explain=True).removed}


def test_what_removed_the_parts_of_a_page() -> None:
    told = rules(PAGE)
    assert told["Post it"] == ("layout/labels", "markup/words")
    assert any(names and names[0] == "layout/labels" for names in told.values())


def test_every_step_is_documented() -> None:
    steps = (*LEARNT_OF_TEXT, *LEARNT_OF_MARKUP, *SETTLED_IN_TEXT, *SETTLED_IN_MARKUP)
    assert {f"layout/{step.name}" for step in steps} - NOTHING_REMOVED <= DOCUMENTED


@pytest.mark.parametrize("text", [PAGE, MAIL, *(path.read_bytes() for path in ARTICLES)])
def test_every_removed_part_names_what_removed_it(text: str | bytes) -> None:
    explained = artparse.parse(text, explain=True).removed
    for part in explained:
        assert part.decided_by
        assert set(part.decided_by) <= DOCUMENTED
    silent = artparse.parse(text).removed
    assert [part.decided_by for part in silent] == [None] * len(explained)
    assert [part.text for part in silent] == [part.text for part in explained]
