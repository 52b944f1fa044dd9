"""How sure a speaker is (`quotes[].confidence`)."""

from __future__ import annotations

import pytest

from artparse.quotes import attribute, model
from test_quotes_cases import passages_of


@pytest.mark.parametrize("name", ["named", "nobody"])
def test_the_map_keeps_the_order(name: str) -> None:
    line = model.lines("confidence.txt")[name]
    found = [model.straightened(step / 100, line) for step in range(101)]
    assert found == sorted(found)
    assert 0 < found[0] <= found[-1] < 1


def test_log_odds_become_others() -> None:
    assert model.straightened(0.5, model.Line(0.0, 1.0)) == 0.5
    assert model.straightened(0.5, model.Line(-1.0, 1.0)) == pytest.approx(0.269)
    assert model.straightened(0.9, model.Line(0.0, 2.0)) == pytest.approx(0.988)


def test_a_name_beside_the_cue_is_surer_than_a_pronoun() -> None:
    article = "The pier\n\n“It holds,” said Ruth Penhale.\n\n“It must,” she added. “It has to.”"
    named, pronoun, _ = attribute(article, passages_of(article), "en").quotes
    assert named.confidence > pronoun.confidence > 0.5


def test_nobody_named_is_never_sure() -> None:
    article = "The pier\n\n“It holds,” said a spokesman."
    (quote,) = attribute(article, passages_of(article), "en").quotes
    assert quote.speaker is None
    assert quote.confidence < 0.7
