"""The lines that a paragraph announces by its colon."""

from __future__ import annotations

import pytest

from artparse.layout.body.announced import with_announced
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

BEHIND = "In the morning, when the tide turns, take the boat out to the second buoy and let the net down."


def kept(opening: str, *listed: str, behind: str = BEHIND) -> bool:
    """Whether lines between two of the body become paragraphs."""
    lines = (opening, *listed, behind)
    units = [Unit((n, n + 1), line, 1, NO_HINTS) for n, line in enumerate(lines)]
    last: LineLabel = "paragraph" if behind == BEHIND else "after"
    between: list[LineLabel] = ["between"] * len(listed)
    labels: list[LineLabel] = ["paragraph", *between, last]
    found = with_announced(units, labels)
    assert found[0] == "paragraph"
    assert found[-1] == last
    return set(found[1:-1]) == {"paragraph"}


@pytest.mark.parametrize(
    "listed", [("A net", "A boat"), ("A rod", "Managing the catch", "Bait"), ("one", "two", "three", "four")]
)
def test_a_few_lines_that_a_colon_announces_are_of_the_body(listed: tuple[str, ...]) -> None:
    assert kept("For this you will need:", *listed)


@pytest.mark.parametrize(
    ("opening", "listed", "behind"),
    [
        ("For this you will need a net.", ("A net", "A boat"), BEHIND),
        ("For this you will need:", ("A net",), BEHIND),
        ("For this you will need:", ("A net", "A boat"), "Imprint"),
        ("For this you will need:", ("Share on Facebook", "A boat"), BEHIND),
        ("For this you will need:", tuple(f"Part {n}" for n in range(9)), BEHIND),
        ("Read also:", ("Nets of the north", "Boats of the south"), BEHIND),
    ],
    ids=["no colon", "one line", "nothing behind", "another thing", "many lines", "other articles"],
)
def test_other_lines_stay_left_out(opening: str, listed: tuple[str, ...], behind: str) -> None:
    assert not kept(opening, *listed, behind=behind)
