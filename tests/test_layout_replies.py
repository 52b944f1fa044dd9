"""On a web page the replies in a forum's thread are of the body, as comments below an article are not."""

from __future__ import annotations

import pytest

from artparse.layout.body.replies import is_thread, with_replies
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit, units_of
from artparse.reading import read

FIRST = "The kiln trips the breaker at nine hundred degrees, and only when the glaze load is in it."
REPLIES = (
    "Measure the elements cold: when one has grown old, the other two take more than their share.",
    "I had that on 4 May 2020 with the same kiln, and it was the plug, which had gone brown inside.",
    "It was the plug.",
)
THREAD = (
    "Kiln trips at 900",
    "Topic starter clay_kate",
    FIRST,
    "Bo Ashe, 3 May 2021",
    REPLIES[0],
    "Like Reply",
    "Ivo Penn, 3 May 2021",
    REPLIES[1],
    "Re: Kiln trips at 900",
    REPLIES[2],
    "Similar topics",
    "Which plug takes thirty-two amperes, and why does it get so warm when it is new?",
)


def units(*lines: str) -> list[Unit]:
    document = read("\n\n".join(lines).encode())
    return list(units_of(document.text, document.blocks))


def kept(*lines: str) -> list[str]:
    """The lines of the body where the models saw only the first post."""
    labels: list[LineLabel] = ["title", "before", "paragraph", *["after"] * (len(lines) - 3)]
    labels = ["heading" if line.startswith("Re: ") else x for x, line in zip(labels, lines, strict=True)]
    found = with_replies(units(*lines), labels)
    return [line for line, label in zip(lines, found, strict=True) if label in ("paragraph", "heading")]


def test_replies_are_of_the_body_and_what_is_around_them_is_not() -> None:
    assert kept(*THREAD) == [FIRST, *REPLIES]


def test_a_line_that_says_that_nobody_may_reply_is_no_reply() -> None:
    closed = "This thread has been locked. You cannot reply to it."
    assert kept(*THREAD[:5], closed, *THREAD[7:]) == [FIRST, *REPLIES]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Thread starter clay_kate", True),
        ("6 posts \u2022 Page 1 of 2", True),
        ("Replies 12 Views 3,401", True),
        ("You must log in or register to reply here.", True),
        ("Auf Thema antworten", True),
        ("11 Beitr\u00e4ge \u2022 Seite 1 von 1", True),
        ("R\u00e9pondre au sujet", True),
        ("12 replies", False),
        ("Leave a reply", False),
        ("Threads of wool hung over the starter.", False),
        ("The next thread that we follow leads to the port.", False),
    ],
)
def test_lines_that_only_threads_have(line: str, says: bool) -> None:
    assert is_thread(units("Kiln trips at 900", FIRST, line, *REPLIES)) is says
