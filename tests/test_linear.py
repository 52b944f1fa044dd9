"""The work grows with the length of the input, whatever it is made of."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.evidence.stated import stated_of
from artparse.reading.document import Evidence
from support.hard import HARD, HARD_FORMATS
from support.steps import steps

SHORT, TIMES = 2000, 10
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


def test_a_title_is_cut_at_few_marks() -> None:
    """To look at a part takes time that grows with the title, in C, which counting steps does not see."""

    def parts(count: int) -> int:
        title = ": ".join(f"Part{i}" for i in range(count))
        return len(stated_of(Evidence(title=title, titles=(title,))).wordings[0][1])

    assert [parts(count) for count in (1, 2, 4)] == [0, 2, 6]
    assert parts(3000) == parts(300) < 50


def test_quadratic_work_is_seen() -> None:
    def pairs(size: int) -> int:
        return steps(lambda: [0 for _ in range(size) for _ in range(size)])

    assert pairs(300) > 50 * pairs(30)
