"""Each rule and each word list of the quotes stage is there for something: without it, some case changes."""

from __future__ import annotations

import pytest

from artparse.quotes.rules import RULES
from support import switches

pytestmark = pytest.mark.slow  # The whole stage, once for each rule that is switched off.

SWITCHES = switches.NAMED | switches.predicates() | switches.word_lists()

LINES = switches.UNPINNED.read_text(encoding="utf-8").splitlines()
UNPINNED = [line for line in LINES if line[0] != "#"]


@pytest.mark.parametrize("key", [key for key in SWITCHES if key not in UNPINNED])
def test_some_case_needs_it(key: str) -> None:
    assert switches.needed_by(key, SWITCHES[key]) is not None, "write the case that needs it, or delete it"


def test_no_case_needs_what_is_unpinned() -> None:
    """All of them are off at once; only where that changes a case it takes long to say which is to blame."""
    if switches.changed_without([SWITCHES[key] for key in UNPINNED]):
        needed = {key: switches.needed_by(key, SWITCHES[key]) for key in UNPINNED}
        found = {key: case for key, case in needed.items() if case is not None}
        assert not found, "take these lines out of fixtures/quotes/unpinned.txt"


def test_each_list_of_words_can_be_emptied() -> None:
    held = {kind: switches.holders(listed) for kind, listed in switches.ENGLISH.items()}
    assert not [kind for kind, names in held.items() if not names], "a list made of it is out of reach"


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
