"""Whole documents: every fixture's record against what a reader of the article expects.

What is not right yet stands in `fixtures/known_failures.json`, by fixture and field. It is
strict in both directions: a new failure fails, and so does an entry that came right, until
`python tests/gate.py --update` takes it out.
"""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from artparse.schema import schema
from support import fixtures
from support.invariants import fold, violations

NAMES = fixtures.names()
KNOWN = json.loads((fixtures.FOLDER / "known_failures.json").read_text(encoding="utf-8"))


def test_there_are_fixtures() -> None:
    assert len(NAMES) >= 24
    assert set(KNOWN) <= set(NAMES)


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in KNOWN for field in KNOWN[name]])
def test_each_known_failure_is_a_bug_or_an_open_question(name: str, field: str) -> None:
    kind, why = fixtures.judgement(name, field)
    assert kind in ("bug", "open")
    assert len(why.split()) > 3


@pytest.mark.parametrize("name", NAMES)
def test_expectation_is_sound(name: str) -> None:
    """The expected parts stand in the source text, in order, and leave nothing over."""
    want, (_, source) = fixtures.expected(name), fixtures.parsed(name)
    if "sections" in want and "removed" in want:
        fixtures.align(name, source)
    around = fold(source)
    for quote in want.get("quotes", []):
        for phrase in (quote["text"], quote.get("mention"), quote.get("cue")):
            assert phrase is None or phrase in around
    speakers = {speaker["name"] for speaker in want.get("speakers", [])}
    spoken = {quote.get("speaker") for quote in want.get("quotes", [])} - {None}
    assert spoken <= speakers | {f"{one} and {other}" for one in speakers for other in speakers}
    assert speakers <= spoken


@pytest.mark.parametrize("name", NAMES)
def test_record_is_sound(name: str) -> None:
    record, source = fixtures.parsed(name)
    problems = [error.message for error in Draft202012Validator(schema()).iter_errors(record)]
    problems += violations(record, source)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", NAMES)
def test_fields(name: str) -> None:
    found, known = fixtures.failures(name), set(KNOWN.get(name, []))
    new = [f"{field}:\n{difference}" for field, difference in found.items() if field not in known]
    right = sorted(known - set(found))
    assert not new, f"{name} ({fixtures.expected(name)['why']})\n" + "\n".join(new)
    assert not right, f"{name}: {', '.join(right)} came right; run python tests/gate.py --update"
