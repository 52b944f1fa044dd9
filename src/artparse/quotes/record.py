"""Decisions and reports as the record has them: quotes, reports and speakers, numbered in source order.

In: the reader, the decisions and what is reported beside them. Out: `Attributions`.
"""

from __future__ import annotations

import os
from itertools import accumulate

from artparse.article import Phrase, Pronoun, Quote, QuoteKind, Report, Span, Speaker, SpeakerKind
from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.nobody import judging
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.entity import Entity, display
from artparse.quotes.kinds import SOURCE_OPENERS
from artparse.quotes.passages import Attributions
from artparse.quotes.reports.outside import Outside, Reported
from artparse.quotes.speakers import roles
from artparse.quotes.speakers.pronouns import pronouns_of
from artparse.quotes.speech.kinds import kinds_of
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.tokens import Tokens
from artparse.values import NamedTuple

CONFIDENCE = "confidence.txt"
"""What was learnt of confidence; a pack may have its own."""
SHARE_JOINED_RIGHT = {"name": 0.96, "pronoun": 0.88, "noun": 0.8}
"""How often a mention that is the right one is also joined to the right name, by its form."""
DOUBT_OF_UNJUDGED = -3.0
"""The doubt in words that `nobody` does not judge: signed ones, headings, those of other languages."""


class Said(NamedTuple):
    """What the record says of a quote beside what was decided of it."""

    kind: QuoteKind
    clause: Span | None
    utterance: int


Named = tuple[str | None, tuple[int, ...]]
"""The name and the numbers of who said something (see `Speakers.says`)."""


class Speakers:
    """The speakers of an article, numbered in order of first appearance, and what each of them said."""

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = entities
        self.numbers: dict[int, int] = {}
        """Entity to its number as a speaker."""
        self.quotes: dict[int, list[int]] = {}
        self.reports: dict[int, list[int]] = {}
        """Number of a speaker to the indexes of what they said."""

    def says(self, entity: int, partner: int, spoken: dict[int, list[int]], index: int) -> Named:
        """The name and numbers of who said `index` of `spoken`."""
        speaker: str | None = None
        ids: tuple[int, ...] = ()
        said_by = [entity, partner] if partner >= 0 else [entity]
        for one in sorted(said_by, key=lambda e: self.entities[e].first) if len(said_by) > 1 else said_by:
            if one >= 0 and self.entities[one].name:
                number = self.numbers.setdefault(one, len(self.numbers))
                spoken.setdefault(number, []).append(index)
                name = display(self.entities[one])
                speaker, ids = f"{speaker} and {name}" if speaker else name, (*ids, number)
        return speaker, ids


def assemble(
    reader: Reader,
    decisions: list[Decision],
    outside: Outside,
    unclosed: tuple[int, ...],
    language: str | None = None,
) -> Attributions:
    """The quotes, reports and speakers of the record, with what decided of each quote."""
    speakers = Speakers(reader.entities)
    utterances = utterances_of(decisions, outside.reports)
    kinds = kinds_of(reader.text, [d.stretch for d in decisions], [d.goes_on for d in decisions])
    lines = lines_of(language)
    quotes: list[Quote] = []
    reports: list[Report] = []
    for place in in_order(decisions, outside.reports):
        _, index, is_report = place
        if is_report:
            report = outside.reports[index]
            named = speakers.says(report.entity, report.partner, speakers.reports, index)
            reports.append(report_of(reader, report, named, utterances[place]))
        else:
            decision = decisions[index]
            named = speakers.says(decision.entity, decision.partner, speakers.quotes, index)
            said = Said(kinds[index], outside.clauses.get(index), utterances[place])
            quotes.append(quote_of(reader, decision, named, said, lines))
    return Attributions(
        tuple(quotes),
        speakers_of(reader, speakers),
        unclosed,
        tuple(rules_of(reader, decision) for decision in decisions),
        tuple(reports),
        tuple(report.rules for report in outside.reports),
    )


def quote_of(
    reader: Reader, decision: Decision, named: Named, said: Said, lines: tuple[model.Line, model.Line]
) -> Quote:
    """The quote of a decision; `lines`: how sure speakers are that are not named, and that are."""
    text, stretch = reader.text, decision.stretch
    passage = reader.passages[stretch.passage]
    speaker, ids = named
    return Quote(
        on_one_line(text, stretch.start, stretch.end),
        (stretch.start, stretch.end),
        said.kind,
        phrase(text, said.clause),
        speaker,
        ids,
        phrase(text, decision.mention.span if decision.mention is not None else None),
        phrase(text, decision.told) if decision.told else cue_phrase(text, reader.tokens, decision.cue),
        said.utterance,
        passage.section,
        passage.paragraph,
        confidence_of(decision, lines[speaker is not None]),
        None,
    )


def report_of(reader: Reader, report: Reported, named: Named, utterance: int) -> Report:
    """The report of what was decided of one."""
    text, passage = reader.text, reader.passages[report.passage]
    return Report(
        " ".join(on_one_line(text, *piece) for piece in report.pieces),
        report.pieces,
        *named,
        phrase(text, report.mention),
        phrase(text, report.word) if report.word else cue_phrase(text, reader.tokens, report.cue),
        utterance,
        passage.section,
        passage.paragraph,
        report.confidence,
        None,
    )


def speakers_of(reader: Reader, speakers: Speakers) -> tuple[Speaker, ...]:
    """What the record says of each speaker, in order of their numbers."""
    tokens, mentions, entities = reader.tokens, reader.mentions, reader.entities
    numbers = speakers.numbers
    pronouns = pronouns_of(numbers.keys(), tokens, mentions, entities)
    naming: dict[int, list[int]] = {entity: [] for entity in numbers}
    for index, mention in enumerate(mentions):
        if mention.form == "name" and mention.entity in naming:
            naming[mention.entity].append(index)
    return tuple(
        speaker_of(
            reader.text,
            entities[entity],
            roles.role_of(tokens, mentions, entities[entity], naming[entity]),
            pronouns.get(entity),
            (tuple(speakers.quotes.get(number, ())), tuple(speakers.reports.get(number, ()))),
        )
        for entity, number in numbers.items()
    )


Place = tuple[int, int, bool]
"""Where something that was said starts, its index, and whether it is a report."""


def in_order(decisions: list[Decision], reports: list[Reported]) -> list[Place]:
    """Quotes and reports in source order."""
    quotes = [(d.stretch.start, n, False) for n, d in enumerate(decisions)]
    return sorted(quotes + [(r.pieces[0][0], n, True) for n, r in enumerate(reports)])


def utterances_of(decisions: list[Decision], reports: list[Reported]) -> dict[Place, int]:
    """The number of each one's utterance, in source order."""
    begun = list(accumulate((not d.goes_on for d in decisions), initial=0))[1:]
    numbers: dict[tuple[int, bool], int] = {}
    found: dict[Place, int] = {}
    for place in in_order(decisions, reports):
        _, index, is_report = place
        beside = reports[index].beside if is_report else index
        key = (begun[beside], False) if beside >= 0 else (index, True)
        found[place] = numbers.setdefault(key, len(numbers))
    return found


def phrase(text: str, span: Span | None) -> Phrase | None:
    return Phrase(on_one_line(text, *span), span) if span is not None and span[0] < span[1] else None


def cue_phrase(text: str, tokens: Tokens, cue: int) -> Phrase | None:
    """The word at token `cue`, or where it was moved from."""
    if cue < 0:
        return None
    start, end = tokens.starts[cue], tokens.ends[cue]
    if cue in tokens.moved:
        start, end = tokens.moved[cue]
    elif tokens.words[cue].lower() in SOURCE_OPENERS:
        end = tokens.ends[min(cue + 1, len(tokens.ends) - 1)]
    return phrase(text, (start, end))


def rules_of(reader: Reader, decision: Decision) -> tuple[str, ...]:
    """The names of what decided of a quote: that it is one, who speaks, what their name is."""
    names = [rule_of(decision.stretch)]
    if decision.doubt is not None:
        names.append(judging.RULE)
    names.append(decision.rule)
    if decision.partner >= 0:
        names.append("speaker/joint")
    if decision.entity >= 0 and decision.mention is not None and reader.entities[decision.entity].name:
        names.append(decision.mention.rule)
    return tuple(names)


def rule_of(stretch: Stretch) -> str:
    """Why the words of a stretch may be a quote."""
    if stretch.label is not None:
        return "quote/label"
    if stretch.dashed:
        return "quote/dash"
    if stretch.continues:
        return "quote/goes-on"
    if stretch.outer == (stretch.start, stretch.end):
        return "quote/laid-out"
    if not stretch.closed:
        return "quote/unclosed"
    return "quote/single-marks" if stretch.single else "quote/marks"


def lines_of(language: str | None) -> tuple[model.Line, model.Line]:
    """How sure speakers are that are not named, and that are: by the language's pack, where it tells."""
    own = packs.path_of(language or packs.DEFAULT, CONFIDENCE)
    found = model.lines(own if os.path.isfile(own) else CONFIDENCE)
    return found["nobody"], found["named"]


def confidence_of(decision: Decision, line: model.Line) -> float:
    """How likely the speaker is right, by the share of the choice and the form of the mention."""
    resolved = decision.mention is not None and decision.entity >= 0
    factor = SHARE_JOINED_RIGHT[decision.mention.form] if resolved and decision.mention is not None else 1.0
    doubt = decision.doubt if decision.doubt is not None else DOUBT_OF_UNJUDGED
    return model.straightened(decision.confidence * factor, line, doubt)


def speaker_of(
    text: str,
    entity: Entity,
    span: Span | None,
    pronoun: Pronoun | None,
    said: tuple[tuple[int, ...], tuple[int, ...]],
) -> Speaker:
    """A speaker of the record; `said` has the indexes of quotes and of reports."""
    name = display(entity)
    kinds: dict[str, SpeakerKind] = {"organization": "organization", "document": "document", "group": "group"}
    kind = kinds.get(entity.being, "organization" if entity.being == "place" or entity.body else "person")
    role = on_one_line(text, *span) if span else None
    if kind != "person" and role and "spokes" in role.lower():
        role = None  # "A spokeswoman for the bank, Doe & Sons": who speaks for it, not what it is.
    plain = name.replace(".", "")
    aliases = tuple(n for n in entity.names if n.replace(".", "") != plain)
    return Speaker(name, role, kind, pronoun if kind == "person" else None, aliases, *said)


def on_one_line(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
