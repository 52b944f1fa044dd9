"""Reported speech without quotation marks: one-row cases (`fixtures/quotes/reports.txt`), clauses, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from artparse.quotes import Attributions, Passage, attribute
from artparse.quotes.reports import words
from artparse.quotes.rules import REPORTS
from support.steps import steps

FOLDER = Path(__file__).parent.parent / "fixtures" / "quotes"
FILES = {"en": "reports.txt", "de": "reports_de.txt"}


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    known: str | None
    text: str
    expected: list[tuple[str | None, str]]


def read_cases(language: str = "en") -> list[Case]:
    found = []
    for block in (FOLDER / FILES[language]).read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        body, _, table = rest.partition("\n---")
        known = re.match(r"\(known: (.*)\)\n", body)
        rows = [line.split(" | ", 1) for line in table.strip().split("\n") if line]
        expected = [(None if speaker == "-" else speaker, words) for speaker, words in rows]
        text = body[known.end() :] if known else body
        found.append(Case(name, known and known[1], text.strip(), expected))
    return found


def attributed(text: str, language: str | None = "en") -> Attributions:
    return attribute(text, passages_of(text), language)


def passages_of(text: str) -> list[Passage]:
    """A passage for each paragraph; the title is one behind `# `."""
    found = []
    for number, match in enumerate(re.finditer(r"(# )?(\S(?:.*?\S)??)(?=\n\n|\Z)", text, re.S)):
        place = ("title", None, None) if match[1] else ("paragraph", 0, number)
        found.append(Passage(match.span(2), *place))
    return found


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attributed(case.text)
    assert [(r.speaker, r.text) for r in found.reports] == case.expected


@pytest.mark.parametrize("case", read_cases("de"), ids=lambda case: case.name)
def test_german_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attributed(case.text, "de")
    assert [(r.speaker, r.text) for r in found.reports] == case.expected


@pytest.mark.parametrize(("language", "least"), [("en", 50), ("de", 30)])
def test_there_are_enough_cases_and_half_report_nothing(language: str, least: int) -> None:
    cases = read_cases(language)
    assert len(cases) >= least
    assert 2 * sum(not case.expected for case in cases) >= len(cases) - 4


MIXED = (
    "Dana Brook runs the water board. Brook said the town might “walk away” from the talks with the county. "
    "“We are tired,” she said, adding that the worst was over."
)


def test_a_partial_quote_has_the_clause_that_holds_it() -> None:
    partial, whole = attributed(MIXED).quotes
    assert (partial.kind, partial.text) == ("partial", "walk away")
    assert partial.clause is not None
    assert partial.clause.text == "the town might “walk away” from the talks with the county"
    assert MIXED[slice(*partial.clause.span)] == partial.clause.text
    assert whole.clause is None


def test_words_in_marks_are_no_report() -> None:
    found = attributed(MIXED)
    spans = [span for report in found.reports for span in report.spans]
    assert not any(a < q.span[1] and q.span[0] < b for a, b in spans for q in found.quotes)


def test_a_report_shares_the_utterance_of_the_quote_in_its_sentence() -> None:
    found = attributed(MIXED)
    (report,) = found.reports
    assert (report.text, report.speaker) == ("that the worst was over", "Dana Brook")
    assert report.cue is not None and report.cue.text == "adding"
    assert report.utterance == found.quotes[1].utterance != found.quotes[0].utterance


def test_speakers_have_their_reports() -> None:
    found = attributed(MIXED)
    (speaker,) = found.speakers
    assert (speaker.quotes, speaker.reports) == ((0, 1), (0,))


def test_every_report_knows_what_decided_it() -> None:
    decided: set[str] = set()
    for language in FILES:
        for case in read_cases(language):
            found = attributed(case.text, language)
            assert len(found.reports_decided_by) == len(found.reports)
            for report, names in zip(found.reports, found.reports_decided_by, strict=True):
                kinds = [name.partition("/")[0] for name in names]
                by_form = names[0] in ("report/told", "report/headline")
                assert by_form or kinds[:3] == ["report", "report", "speaker"]
                assert ("name" in kinds) == (report.speaker is not None)
                decided.update(names)
    assert decided & REPORTS.keys() == REPORTS.keys()


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt", "nl", "pl"])
def test_other_languages_give_none(language: str) -> None:
    assert attributed("Dana Brook said that the old dam was safe.", language).reports == ()


def test_work_grows_with_the_text_however_long_a_sentence_is() -> None:
    def work(times: int) -> int:
        text = "Dana Brook said " * times + "no."
        return steps(lambda: attributed(text))

    work(1)  # Reads the lists and weights.
    # A table that was asked often becomes a dictionary once: that is none of the sentence's work.
    assert min(work(800) for _ in range(3)) < 2.4 * work(400)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“Few want it,” Dana Brook said, “but it is due.”", ["direct", "direct"]),
        ("“If it rains,” said Dana Brook, “we stay.”", ["direct", "direct"]),
        ("“Few want it,” Dana Brook said, calling it “a chore”.", ["direct", "partial"]),
        ("Dana Brook called it “dull” and “late”.", ["partial", "partial"]),
    ],
)
def test_pieces_of_one_utterance_are_of_one_kind(text: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in attributed(text).quotes] == kinds


def test_who_tells_a_person() -> None:
    speakers = attributed("“It is a poor day,” said Adeyo, who had hoped for more.").speakers
    assert [(speaker.name, speaker.kind) for speaker in speakers] == [("Adeyo", "person")]


def test_the_stems_that_are_kept_are_those_of_the_words() -> None:
    kept = [root for row in words.table("report_roots.txt") for root in row]
    assert kept == list(words.roots_of(word for word, _ in words.strengths().items()))
