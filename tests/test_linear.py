"""The work grows with the length of the input, whatever it is made of."""

from __future__ import annotations

import pytest

import artparse
from support.hard import HARD, HARD_FORMATS
from support.steps import steps

SHORT, TIMES = 3000, 10
SLACK = 1.5
"""Ten times the input may take 15 times the steps; quadratic takes 100."""


pytestmark = pytest.mark.slow

KINDS = [(name, "text") for name in HARD] + [(name, "auto") for name in HARD_FORMATS]


@pytest.mark.parametrize(("name", "input_format"), KINDS)
def test_work_is_linear(name: str, input_format: str) -> None:
    made = (HARD | HARD_FORMATS)[name]

    def work(size: int) -> int:
        text = made(size)
        return steps(lambda: artparse.parse(text, input_format=input_format))

    # What the first parse loads is no work of the second.
    artparse.parse(made(SHORT), input_format=input_format)
    assert work(TIMES * SHORT) < SLACK * TIMES * work(SHORT)


def test_quadratic_work_is_seen() -> None:
    def pairs(size: int) -> int:
        return steps(lambda: [0 for _ in range(size) for _ in range(size)])

    assert pairs(300) > 50 * pairs(30)
