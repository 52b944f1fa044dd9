"""Speakers that are not sure are chosen again with the whole article in view."""

from __future__ import annotations

import pytest

import artparse
from artparse.quotes import Passage, attribute, model
from artparse.quotes.choice import review


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ([0.0, 1.0], 7 + 3),
        ([0.5, 1.0], 7 + 3),  # a bound belongs to the first branch
        ([0.6, 1.0], -20 + 3),
        ([0.6, 2.0], 40 + 3),
    ],
)
def test_trees_are_summed(row: list[float], value: int) -> None:
    forest = [[0, 0.5, 7, [1, 1.5, -20, 40]], 3]
    assert model.grown(forest, row) == pytest.approx(value * model.SCALE / model.FINE)


def test_rows_have_what_the_trees_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    widths: set[int] = set()

    def grown(forest: object, row: list[float]) -> float:
        widths.add(len(row))
        return 0.0

    monkeypatch.setattr(model, "grown", grown)
    monkeypatch.setattr(review, "SETTLED", 2.0)
    text = "Jane Doe met John Roe. She called the plan “a risk to us all” before he had said “no”."
    attribute(text, [Passage((0, len(text)), "paragraph", 0, 0)], "en")
    asked: set[int] = set()
    waiting: list[model.Tree] = list(model.trees("review.txt"))
    while waiting:
        node = waiting.pop()
        if not isinstance(node, int):
            asked.add(node[0])
            waiting += node[2:]
    assert len(widths) == 1
    assert max(asked) < max(widths)


def test_who_speaks_for_a_body_is_not_its_role() -> None:
    text = "Bank sorry\n\nA spokeswoman for the bank, Doe Savings Trust, said it “regrets” the delay.\n"
    speaker = artparse.parse(text).speakers[0]
    assert (speaker.kind, speaker.role) == ("organization", None)
