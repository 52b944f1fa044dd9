"""The work grows with the length of the input, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import artparse
from support.hard import HARD
from support.steps import steps

SHORT, TIMES = 3000, 10
SLACK = 1.5
"""Ten times the input may take 15 times the steps; quadratic takes 100."""


@pytest.mark.parametrize("made", HARD.values(), ids=HARD.keys())
def test_work_is_linear(made: Callable[[int], str]) -> None:
    def work(size: int) -> int:
        text = made(size)
        return steps(lambda: artparse.parse(text, input_format="text"))

    artparse.parse(made(SHORT), input_format="text")  # What the first parse loads is no work of the second.
    assert work(TIMES * SHORT) < SLACK * TIMES * work(SHORT)


def test_quadratic_work_is_seen() -> None:
    def pairs(size: int) -> int:
        return steps(lambda: [0 for _ in range(size) for _ in range(size)])

    assert pairs(300) > 50 * pairs(30)
