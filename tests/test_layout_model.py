"""Searches that leave out what cannot be the best find what searches of everything find."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from artparse.layout.models import search as searches
from artparse.layout.models.model import NEVER, UNIT, Model, Scores, packed, shipped_model
from artparse.layout.models.search import best_labels, margins_of, totals_of
from artparse.trees import best_of, portions_of, worth_of

LABELS = ("before", "title", "paragraph", "after", "byline")

Rows = Sequence[Sequence[int]]


@pytest.fixture(autouse=True, params=[0, 10**6], ids=["compiled", "walked"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short pages are searched in two ways, by how many there were."""
    monkeypatch.setattr(searches, "WALKED", request.param)
    for made in (searches._search_for, searches._pass_for, searches._totals_for):
        made.cache_clear()


def model_and_scores(seed: int) -> tuple[Model, list[tuple[int, ...]]]:
    """A model some of whose labels do not follow others; scores that are often equal, or far apart."""
    chance = random.Random(seed)
    most = chance.choice((1, 3, 40))
    rows = tuple(
        tuple(
            NEVER if chance.random() < 0.25 and a != b else chance.randint(-2, 3) for a in range(len(LABELS))
        )
        for b in range(len(LABELS))
    )
    # Few units are searched in another way than many.
    scores = [tuple(chance.randint(-most, most) for _ in LABELS) for _ in range(70 if seed % 3 else 12)]
    return Model(LABELS, {}, rows, [], [], ()), scores


def given(scores: Rows, model: Model) -> Scores:
    return Scores([packed([x / UNIT for x in own]) for own in scores], model)


def forward(first: Sequence[int], scores: Rows, rows: Rows) -> list[list[int]]:
    """The best totals of the labels of each unit."""
    found = [list(first)]
    for own in scores:
        found.append([max(t + w for t, w in zip(found[-1], row, strict=True)) + s
                      for row, s in zip(rows, own, strict=True)])  # fmt: skip
    return found


def possible(totals: Rows) -> list[list[int | None]]:
    return [[x if x > NEVER // 2 else None for x in own] for own in totals]


@pytest.mark.parametrize("seed", range(60))
def test_the_best_labels_are_found(seed: int) -> None:
    model, scores = model_and_scores(seed)
    totals = forward(scores[0], scores[1:], model.transitions)
    k = totals[-1].index(max(totals[-1]))
    path = [k]
    for before in totals[-2::-1]:
        reached = [t + w for t, w in zip(before, model.transitions[k], strict=True)]
        k = reached.index(max(reached))
        path.append(k)
    assert best_labels(given(scores, model), model) == [LABELS[k] for k in reversed(path)]


@pytest.mark.parametrize("seed", range(60))
def test_margins_are_those_of_the_likeliest_labels_with_one_title(seed: int) -> None:
    model, scores = model_and_scores(seed)
    title = LABELS.index("title")
    reached = []
    for i in range(len(scores)):
        only = [[x if (k == title) == (i == j) else 10 * NEVER for k, x in enumerate(own)]
                for j, own in enumerate(scores)]  # fmt: skip
        reached.append(max(forward(only[0], only[1:], model.transitions)[-1]))
    best = max(reached)
    found = margins_of(given(scores, model), model, "title")
    assert [m for m, x in zip(found, reached, strict=True) if x > NEVER // 2] == [
        (x - best) / UNIT for x in reached if x > NEVER // 2
    ]


@pytest.mark.parametrize("seed", range(60))
def test_totals_are_those_of_all_labels(seed: int) -> None:
    model, scores = model_and_scores(seed)
    first = [x if k == 0 else NEVER for k, x in enumerate(scores[0])]
    back = tuple(zip(*model.transitions, strict=True))
    _, ahead, behind = totals_of(given(scores, model), model, LABELS[0], None)
    assert possible(ahead) == possible(forward(first, scores[1:], model.transitions))
    assert possible(behind) == possible(forward(scores[-1], scores[-2::-1], back)[::-1])


@pytest.mark.parametrize("seed", range(20))
def test_the_row_that_trees_say_most_of_is_found(seed: int) -> None:
    chance = random.Random(seed)

    def grown(depth: int) -> object:
        if depth == 0:
            return chance.choice((-1.0, -0.5, 0.25, 1.0))
        return [chance.randrange(4), chance.random(), grown(depth - 1), grown(depth - 1)]

    trees = [grown(2) for _ in range(60)]
    rows = [[chance.random() for _ in range(4)] for _ in range(9)]
    rows += rows[:3]
    values = [worth_of(row, trees) for row in rows]
    order = chance.sample(range(len(rows)), len(rows))
    assert best_of(rows, order, portions_of(trees)) == values.index(max(values))


def test_totals_of_each_unit_have_the_same_best() -> None:
    model = shipped_model("layout_model")
    units = [[k % 3 - i % 2 for k in range(len(model.labels))] for i in range(6)]
    scores = Scores([packed(own) for own in units], model)
    first = best_labels(scores, model)[0]
    own, ahead, back = totals_of(scores, model, first, None)
    best = {max(a[k] + b[k] - s[k] for k in range(len(s))) for s, a, b in zip(own, ahead, back, strict=True)}
    assert len(best) == 1
