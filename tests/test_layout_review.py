"""What stands between a web page's paragraphs, and where what is left out stands."""

from __future__ import annotations

import pytest

from artparse.layout.body.review import distances
from artparse.layout.labels import Labels, placed
from artparse.layout.lines.units import units_of
from artparse.layout.markup.rules import with_lists
from artparse.reading import read


def test_what_is_left_out_is_called_by_where_it_stands() -> None:
    labels: Labels = ["after", "title", "between", "paragraph", "before", "heading", "between"]
    assert placed(labels) == ["before", "title", "before", "paragraph", "between", "heading", "after"]


def test_how_far_the_last_of_the_body_is() -> None:
    assert list(distances([False, True, False, False, True])) == [99, 99, 1, 2, 3]


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<ul><li>By ten minutes</li></ul>", True),
        ("<ul class='share'><li>Send it</li></ul>", False),
        ("<pre>late = now() - time</pre>", True),
        ("<blockquote class='twitter-tweet'><p>It is late</p></blockquote>", True),
        ("<div class='twitter'><p>Follow us</p></div>", False),
    ],
)
def test_what_stands_between_paragraphs(markup: str, kept: bool) -> None:
    document = read(f"<html><body><p>A clock is late.</p>{markup}<p>It is.</p></body>", input_format="html")
    units = units_of(document.text, document.blocks)
    found = with_lists(["paragraph", "between", "paragraph"], units, document.parents)
    assert (found[1] == "paragraph") == kept
