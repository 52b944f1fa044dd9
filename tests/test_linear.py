"""Time grows with the length of the input, whatever it is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import artparse

SHORT, TIMES = 20_000, 10
SLACK = 2.5
"""Ten times the input may take 25 times as long, as timings are noisy; quadratic takes 100."""

HARD = {
    "one line of words": lambda n: "word " * (n // 5),
    "empty lines": lambda n: "A title\n" + "\n" * n + "The end.",
    "spaces": lambda n: "A title" + " " * n + "b",
    "one word": lambda n: "A" * n,
    "digits": lambda n: "1" * n,
    "paragraphs": lambda n: "The council met on Monday. “No,” said Jane Doe, who left.\n\n" * (n // 60),
    "short lines": lambda n: "Share\n" * (n // 6),
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "apostrophes": lambda n: "' " * (n // 2),
    "unclosed quotes": lambda n: 'He said, "' * (n // 10),
    "names": lambda n: "Jane Doe " * (n // 9),
    "many people": lambda n: "".join(f"“Yes,” said Ann B{chr(97 + i % 26)}{i}.\n" for i in range(n // 22)),
    "namesakes": lambda n: "".join(
        f"“Yes,” said B{chr(97 + i % 26)}{i} Doe. Doe left.\n" for i in range(n // 30)
    ),
    "headings of names": lambda n: "".join(
        f"Ann B{i} Wins Again Tomorrow\n\n“Yes,” said Ann B{i}.\n\n" for i in range(n // 55)
    ),
    "short quotes": lambda n: '"a" "b" ' * (n // 8),
    "breadcrumbs": lambda n: "Home > " * (n // 7),
    "capitals": lambda n: "The Big Day " * (n // 12),
    "dates": lambda n: "3 May 2024 " * (n // 11),
    "brackets": lambda n: "([" * (n // 2),
    "dashes": lambda n: "— " * (n // 2),
    "commas": lambda n: "a, " * (n // 3),
}


def seconds(text: str) -> float:
    """CPU time of a parse: the best of two."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        artparse.parse(text, input_format="text")
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("made", HARD.values(), ids=HARD.keys())
def test_time_is_linear(made: Callable[[int], str]) -> None:
    # What takes a few milliseconds only is not worth a ratio.
    short = max(seconds(made(SHORT)), 0.005)
    assert seconds(made(TIMES * SHORT)) < SLACK * TIMES * short
