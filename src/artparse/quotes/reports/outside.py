"""What is reported in the reporter's own words, beside the quotes of the article.

In: reports as they were found, and the decisions. Out: the clauses of partial quotes, and the other reports.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from artparse.article import Span
from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.partners import partner_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate
from artparse.quotes.speech.kinds import kinds_of
from artparse.values import NamedTuple

if TYPE_CHECKING:
    from artparse.quotes.reports.found import Found


class Outside(NamedTuple):
    """What is reported in the reporter's own words."""

    clauses: dict[int, Span]
    """Index of a decision to all that its sentence reports, in marks and out of them."""
    reports: list[Reported]


class Reported(NamedTuple):
    """What was decided of one report."""

    pieces: tuple[Span, ...]
    passage: int
    mention: Span | None
    cue: int
    entity: int
    partner: int
    beside: int
    """Index of a decision whose utterance it is a piece of, or -1."""
    confidence: float
    word: Span | None
    """The word that reports, where the sentence itself told it."""
    rules: tuple[str, ...]
    """The names of what decided of it."""


def english_reports(reader: Reader) -> list[Found]:
    """What an English article reports."""
    from artparse.quotes.reports import finding  # Not for languages that have none.

    return finding.find(reader)


def outside_of(reader: Reader, decisions: list[Decision], reported: list[Found]) -> Outside:
    """The clauses of partial quotes and what is reported without marks, by the same mentions and entities."""
    if not reported:
        return Outside({}, [])
    from artparse.quotes.reports import address, finding  # Not for languages that have none.

    spoken_to = address.address_of(reader)
    kinds = kinds_of(reader.text, [d.stretch for d in decisions], [d.goes_on for d in decisions])
    by_stretch = {id(d.stretch): n for n, d in enumerate(decisions)}
    clauses: dict[int, Span] = {}
    reports: list[Reported] = []
    for one in reported:
        inside = [by_stretch.get(id(reader.stretches[n]), -1) for n in one.quoted]
        if any(n >= 0 for n in inside):
            for n in inside:
                if n >= 0 and kinds[n] == "partial" and one.confidence >= finding.CLAUSE:
                    clauses.setdefault(n, one.span)
        elif one.confidence >= finding.REPORT and not address.is_of_writer(reader, one):
            confidence = address.confidence_of(reader, one, spoken_to)
            if confidence >= finding.REPORT:
                report = report_of(reader, one, decisions)
                lowered = (address.RULE,) if confidence < one.confidence else ()
                reports.append(report._replace(confidence=confidence, rules=(*report.rules, *lowered)))
    return Outside(clauses, sorted(reports, key=lambda r: r.pieces))


def report_of(reader: Reader, one: Found, decisions: list[Decision]) -> Reported:
    """What is decided of a report: whose it is, and whether it goes on with a quote of its sentence."""
    from artparse.quotes.reports.found import entity_named  # See above.

    entity, partner = one.entity, -1
    if one.mention >= 0:
        entity = reader.mentions[one.mention].entity
        partner = partner_of(reader, Candidate(one.mention, "", [], one.cue))
    elif entity < 0 and one.phrase is not None:
        tokens = reader.tokens
        entity = entity_named(reader, tokens.words[tokens.at(one.phrase[0]) : tokens.at(one.phrase[1])])
    sentence = reader.tokens.sentences[one.cue]
    beside = -1
    nearest = bisect_left(decisions, one.span[0], key=lambda d: d.stretch.start)
    for n in range(max(0, nearest - 1), min(len(decisions), nearest + 1)):
        stretch = decisions[n].stretch
        here = reader.tokens.sentences[reader.tokens.at(stretch.outer[0])] == sentence
        if here and entity >= 0 and decisions[n].entity == entity:
            beside = n
            break
    passage = reader.tokens.passages[one.cue]
    mention = one.mention_span(reader)
    rules = list(one.rules) or ["report/told"]
    if partner >= 0:
        rules.append("speaker/joint")
    if entity >= 0 and reader.entities[entity].name:
        rules.append(reader.mentions[one.mention].rule if one.mention >= 0 else "name/short")
    cue = -1 if one.told else one.cue
    return Reported(
        one.pieces, passage, mention, cue, entity, partner, beside, one.confidence, one.word, tuple(rules)
    )
