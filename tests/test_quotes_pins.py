"""Each rule and each word list of the quotes stage is there for something: without it, some case changes."""

from __future__ import annotations

import pytest

from artparse.quotes.rules import RULES
from support import switches

pytestmark = pytest.mark.slow  # The whole stage, once for each rule that is switched off.

SWITCHES = switches.NAMED | switches.predicates() | switches.word_lists()

UNPINNED = frozenset(switches.UNPINNED.read_text(encoding="utf-8").splitlines())


def test_what_is_unpinned_is_there() -> None:
    assert {line for line in UNPINNED if line[0] != "#"} <= SWITCHES.keys()


@pytest.mark.parametrize("key", SWITCHES)
def test_some_case_needs_it(key: str, request: pytest.FixtureRequest) -> None:
    if key in UNPINNED:
        request.node.add_marker(pytest.mark.xfail(reason="no case needs it yet", strict=True))
    assert switches.needed_by(key, SWITCHES[key]) is not None, "write the case that needs it, or delete it"


def test_each_named_rule_can_be_switched_off() -> None:
    assert switches.NAMED.keys() == RULES.keys() - switches.NEVER_OFF


def test_each_named_rule_decides_some_case() -> None:
    decided = {
        name
        for key in switches.inputs()
        for names in switches.plain_outcome(key)[0].decided_by
        for name in names
    }
    assert decided == RULES.keys()


def test_every_quote_knows_what_decided_it() -> None:
    for key in switches.inputs():
        found = switches.plain_outcome(key)[0]
        assert len(found.decided_by) == len(found.quotes)
        for quote, names in zip(found.quotes, found.decided_by, strict=True):
            kinds = [name.partition("/")[0] for name in names if name != "quote/said"]
            assert kinds[:2] == ["quote", "speaker"]
            named = any(name.startswith("name/") for name in names)
            assert not named or quote.speaker is not None
