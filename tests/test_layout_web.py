"""Two models' word on each line of a text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from math import exp, log

import pytest

from artparse.layout import lay_out
from artparse.layout.body.doubt import LONG_TEXTS, SHORT_TEXTS, WEB_PAGES, Doubt, Scale
from artparse.layout.body.web import Asked, measured, weighed
from artparse.layout.labels import BODY_LINES
from artparse.layout.lines.look import look_at
from artparse.layout.lines.units import Unit, units_of
from artparse.layout.models.features import looks_of
from artparse.layout.models.mixture import Alone, above, alone_of, parted, unmixed
from artparse.layout.models.model import NEVER, UNIT, Model, Scores, packed, shipped_model
from artparse.layout.models.opinion import BOUNDS, Opinion, log_odds, opinion_of
from artparse.reading import read
from support.labels import line_labels

LABELS = ("title", "paragraph", "heading")
TRANSITIONS = ((50, NEVER, NEVER), (-30, 120, NEVER), (NEVER, 10, 40))
SMALL = Model(LABELS, {}, TRANSITIONS, [], [], ())
UNITS = [(0.5, 0.2, -3.0), (0.0, 1.0, 0.3), (-1.2, 0.4, 0.1), (-2.0, -0.5, 1.5)]
TREES = [[0, -0.5, -1.1, [0, 0.5, 0.8, [0, 1.5, 1.3, 2.4]]]]
"""One tree: a line is of the body very surely, surely, likely or hardly, by its only measure."""


def by_all_sequences() -> list[float]:
    """The log odds of being of the article for each of `UNITS`, every sequence of labels written out."""
    weights = {}
    for path in product(range(3), repeat=len(UNITS)):
        steps = [TRANSITIONS[b][a] for a, b in pairwise(path)]
        if NEVER not in steps:
            own = sum(unit[k] for unit, k in zip(UNITS, path, strict=True))
            weights[path] = exp(own + sum(steps) / UNIT)
    odds = []
    for i in range(len(UNITS)):
        yes = sum(w for path, w in weights.items() if LABELS[path[i]] in BODY_LINES)
        odds.append(log(yes / (sum(weights.values()) - yes)))
    return odds


def test_odds_are_those_of_all_sequences() -> None:
    assert opinion_of([packed(own) for own in UNITS], SMALL).within == pytest.approx(by_all_sequences())


def test_odds_of_what_is_sure_are_bounded() -> None:
    odds = opinion_of([packed((-300.0, 300.0, -300.0))] * 1000, SMALL).within
    assert len(odds) == 1000
    assert 9 < min(odds) <= max(odds) < 10


def test_no_units() -> None:
    assert opinion_of([], SMALL) == Opinion([], [], [])


@pytest.mark.parametrize("first", [[0.0, 1.5, -2.0], [-300.0, 300.0, -0.01]])
@pytest.mark.parametrize("second", [[1.0, -1.0], [-250.0, 0.0]])
def test_two_models_weights_in_one_number(first: list[float], second: list[float]) -> None:
    both = packed(first) + above(packed(second), len(first))
    assert parted([both], len(first)) == ([packed(first)], [packed(second)])


def test_what_news_says_is_told_from_the_mean_that_it_is_part_of() -> None:
    """The mean of two models and one of them give the other."""
    rows = ((0, NEVER, 30), (20, 10, NEVER), (NEVER, 40, 0))
    others = ((10, NEVER, NEVER), (0, 30, NEVER), (NEVER, 0, 20))
    mean = ((5, NEVER, 30), (10, 20, NEVER), (NEVER, 20, 10))
    news, web = replace(SMALL, transitions=rows), replace(SMALL, transitions=others)
    first = replace(SMALL, transitions=mean)
    assert unmixed(first, web).transitions == rows
    of_news = [packed((1.0, -2.0, 0.5)), packed((-1.0, 2.5, 0.0))]
    of_web = [packed((0.5, 1.0, -1.5)), packed((2.0, -0.5, 1.0))]
    of_mean = [packed((0.75, -0.5, -0.5)), packed((0.5, 1.0, 0.5))]
    alone = alone_of(of_mean, of_web, first, web)
    assert opinion_of(*alone) == opinion_of(of_news, news)


@pytest.mark.parametrize(
    ("labels", "asked", "wanted"),
    [
        ("body after after", Asked([1], [[0.0]], [False], [False]), "body body after"),
        ("body after after", Asked([2], [[0.0]], [True], [False]), "body between body"),
        ("body after after", Asked([2], [[9.0]], [True], [True]), "body between heading"),
        ("body after after", Asked([1], [[0.0]], [False], [True]), "body after after"),
        ("body after after", Asked([1], [[1.0]], [False], [True]), "body body after"),
        ("body body after", Asked([1], [[-1.0]], [False], [False]), "body after after"),
        ("before body heading body", Asked([2], [[-1.0]], [True], [True]), "before body between body"),
        ("before heading", Asked([1], [[0.0]], [False], [False]), "before heading"),
        ("before body", Asked([0], [[-1.0]], [False], [False]), "before body"),
    ],
)
def test_weighed(labels: str, asked: Asked, wanted: str) -> None:
    first, right = line_labels(labels), line_labels(wanted)
    looks = looks_of(page(len(first)))
    assert weighed(looks, first, asked, TREES, short=False)[0] == right


@pytest.mark.parametrize(
    ("lines", "labels", "line", "wanted"),
    [
        (("The clock", "It struck."), "body after", 1, "body body"),
        (("The clock", "About us", "We sell clocks."), "body after after", 2, "body after after"),
        (("A teaser", "The clock", "It struck."), "before title body", 0, "before title body"),
    ],
)
def test_what_short_texts_take_in(lines: tuple[str, ...], labels: str, line: int, wanted: str) -> None:
    first, right = (line_labels(words) for words in (labels, wanted))
    asked = Asked([line], [[1.0]], [False], [True])
    assert weighed([look_at(text) for text in lines], first, asked, TREES, short=True)[0] == right


def page(count: int) -> list[Unit]:
    text = "\n\n".join(
        f"Line {k} of a text that goes on and on and on, as texts of its kind always do."
        for k in range(count)
    )
    document = read(text)
    return units_of(document.text, document.blocks)


def test_headlines_and_lines_on_which_both_agree_are_not_looked_at() -> None:
    model = shipped_model("layout_model")
    units = page(12)
    looks = looks_of(units)
    labels = line_labels("title " + "body " * 8 + "after " * 3)
    sure = [{"title": 300.0, "paragraph": 300.0, "after": 300.0}[label] for label in labels]
    weights = [
        packed([worth if own == label else 0.0 for own in model.labels])
        for worth, label in zip(sure, labels, strict=True)
    ]
    odds = [-9.0, *[9.0] * 4, 0.0, *[9.0] * 3, -9.0, -9.0, 9.0]
    scores = Scores(weights, model)
    opinion = Opinion(odds, odds, odds)
    found = measured(units, looks, labels, scores, model, opinion, Alone(weights, model))
    assert found.lines == [5, 11]


def test_where_neither_model_finds_an_article_nothing_is_looked_at() -> None:
    model = shipped_model("layout_model")
    units = page(3)
    scores = Scores([0, 0, 0], model)
    odds = [-9.0] * 3
    opinion, news = Opinion(odds, odds, odds), Alone([0, 0, 0], model)
    found = measured(units, looks_of(units), ["before"] * 3, scores, model, opinion, news)
    assert found == Asked([], [], [], [])


def test_each_model_of_texts_has_a_second_one() -> None:
    asked: list[str] = []

    def models(name: str) -> Model:
        asked.append(name)
        return shipped_model(name)

    for count in (20, 80):
        lay_out(read("\n\n".join(f"This is sentence number {k}, and it ends." for k in range(count))), models)
    assert asked == ["short_model", "short_web_model", "layout_model", "web_model"]


def test_doubt_is_of_the_words_that_may_be_wrong() -> None:
    looks = looks_of(page(3))
    labels = line_labels("body after after")
    asked = Asked([0, 1, 2], [[0.0], [0.0], [-1.0]], [False] * 3, [False, True, False])
    result, doubt = weighed(looks, labels, asked, TREES, short=False)
    assert result == labels
    words = len(looks[0].text.split())
    likely, hardly = 1 / (1 + exp(-0.8)), 1 / (1 + exp(1.1))
    assert doubt.left == pytest.approx({looks[1].text: likely * words, looks[2].text: hardly * words})
    assert doubt.lost == pytest.approx((likely + hardly) * words)
    assert doubt.excess == pytest.approx((1 - likely) * words)
    assert doubt.inside == words


@pytest.mark.parametrize("scale", [LONG_TEXTS, SHORT_TEXTS])
def test_a_body_with_less_doubt_is_likelier_right(scale: Scale) -> None:
    much, some, little = (
        Doubt({"A line": lost}, excess, 300, scale).right
        for lost, excess in ((200.0, 80.0), (5.0, 80.0), (5.0, 1.0))
    )
    assert much and some and little
    assert 0 < much < some < little < 1


def test_others_tell_how_likely_the_body_of_a_web_page_is_right() -> None:
    assert Doubt({}, 1.0, 300, WEB_PAGES).right is None


@pytest.mark.parametrize("scale", [LONG_TEXTS, SHORT_TEXTS, WEB_PAGES])
def test_much_prose_that_was_left_out_in_doubt_is_warned_of(scale: Scale) -> None:
    doubt = Doubt({"A line": 60.0, "A comment": 40.0, "Another line": 5.0}, 0.0, 300, scale)
    assert doubt.lost_but(()) == 105.0
    assert doubt.lost_but(("A comment",)) == 65.0
    assert doubt.lost_but(("A comment", "A line")) == 0.0


def test_odds_of_a_part_too_small_to_be_divided() -> None:
    least = 5e-324
    assert least / 4.0 == 0.0
    assert log_odds(least, 4.0) == -BOUNDS


HOW_TO = """How to Descale a Kettle

A kettle that hisses or boils slowly is full of scale. You need no special product; vinegar will do.

What you need
White vinegar or citric acid
Water
A soft brush

Steps
1. Fill the kettle half with water and half with vinegar.
2. Bring it to the boil, then let it stand for an hour.
3. Pour it out and brush off what is left.
4. Boil fresh water twice and throw it away.

How often?
Once a month where the water is hard. Twice a year is enough where it is soft.

Share
Facebook
Related: How to clean a coffee maker
Leave a comment
"""


def test_a_short_guide_keeps_its_steps() -> None:
    layout = lay_out(read(HOW_TO))
    said = [paragraph.text for section in layout.sections for paragraph in section.paragraphs]
    assert "White vinegar or citric acid" in said
    assert "Fill the kettle half with water and half with vinegar." in said
    assert "Pour it out and brush off what is left." in said
    assert said[-1] == "Once a month where the water is hard. Twice a year is enough where it is soft."
