"""Posts of a forum that count: what answers the first is comment."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.lines.threads import replies_in
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

ASKED = (
    "The gate of our lock sticks on cold mornings, and I have greased it with all that the chandler sells."
)
ANSWER = "Grease makes it worse. Take the gate off and plane the heel post, as it swells in the wet."
THREAD = f"""Lock Keepers' Board
Forums
Lock gate sticks on cold mornings
Thread starter weirdo7
weirdo7
Member
3 May 2024 #1
{ASKED}
Does anybody know what to do? It takes two men to shut it.
Like Quote Reply
Jane Marsh
Well-Known Member
4 May 2024 #2
{ANSWER}
Like Quote Reply
"""


def test_the_first_post_is_the_article_and_who_answers_is_no_author() -> None:
    article = artparse.parse(THREAD)
    assert article.title == "Lock gate sticks on cold mornings"
    assert ASKED in article.body
    assert article.authors == ("weirdo7",)
    assert {block.text: block.reason for block in article.removed}[ANSWER] == "comment"


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["3 May 2024 #1", "It sticks.", "Jane Marsh", "4 May 2024 #2", "Plane it."], 2),
        (["weirdo7 · 3 May 2024", "#21", "It sticks.", "Quote", "Jane · 4 May 2024", "#22", "Plane it."], 3),
        (["Mistake #1", "Too much grease.", "Mistake #2", "Too little."], 4),  # no day: a list
        (["3 May 2024 #1", "It sticks.", "Issue of 4 May 2024 #7", "A paper."], 4),
    ],
)
def test_posts_count_by_one_and_have_a_day(lines: list[str], first: int) -> None:
    assert replies_in([Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]) == first
