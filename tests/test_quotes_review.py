"""Speakers that are not sure are chosen again with the whole article in view."""

from __future__ import annotations

import random

import pytest

import artparse
from artparse.quotes import Passage, attribute, model
from artparse.quotes.choice import review
from artparse.quotes.forest import FEW, Forest, Tree
from artparse.trees import worth_of


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
    forest = Forest([[0, 0.5, 7, [1, 1.5, -20, 40]], 3])
    assert model.grown(forest, row) == pytest.approx(value * model.SCALE / model.FINE)


def test_all_trees_at_once_say_what_each_says() -> None:
    chance = random.Random(5)

    def grown(depth: int) -> Tree:
        if not depth or chance.random() < 0.2:
            return chance.randrange(-300, 300)
        return [chance.randrange(6), chance.randrange(4) / 2, grown(depth - 1), grown(depth - 1)]

    for depth in range(6):
        forest = Forest([grown(depth) for _ in range(40)])
        rows = [[chance.randrange(5) / 2 for _ in range(6)] for _ in range(4 * FEW)]
        assert [forest.total(row) for row in rows] == [worth_of(row, forest.trees) for row in rows]


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
    waiting: list[Tree] = list(model.trees("review.txt").trees)
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
