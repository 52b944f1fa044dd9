"""Who spoke each quoted stretch: candidates around it, a score for each, the best one taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from artparse.article import Phrase, Pronoun, Quote, QuoteKind, Report, Span, Speaker, SpeakerKind
from artparse.names import lists
from artparse.names.persons import is_person
from artparse.quotes import model
from artparse.quotes.choice import features, hints, lines, nobody
from artparse.quotes.choice.features import Candidate, Reader, Situation
from artparse.quotes.choice.review import Choice, is_introduced, review, take
from artparse.quotes.entities import coreference, labels
from artparse.quotes.entities.entity import Entity, display
from artparse.quotes.languages.told import Told
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.passages import Attributions, Passage
from artparse.quotes.reports.language import has_reports
from artparse.quotes.speakers import roles
from artparse.quotes.speakers.pronouns import pronouns_of
from artparse.quotes.speech.marks import Stretch, find_stretches
from artparse.quotes.tokens import Tokens, tokenize
from artparse.quotes.words import word_list

ADDRESSING_VERBS = word_list("addressing verbs")

if TYPE_CHECKING:
    from artparse.quotes.reports.finding import Found


class Decision(NamedTuple):
    """What was decided of one stretch."""

    stretch: Stretch
    mention: Mention | None
    cue: int
    """Token of the cue, or -1."""
    entity: int
    goes_on: bool
    """Whether it is a piece of the utterance before it."""
    confidence: float
    partner: int = -1
    """The entity that speaks at the same time, in a joint statement, or -1."""
    rule: str = "speaker/model"
    """Which of `rules` decided who speaks."""
    told: Span | None = None
    """The word that reports, where the sentence itself told the speaker."""
    doubt: float | None = None
    """Log odds that the words are nobody's, where `nobody` judged them."""


def attribute(
    text: str, passages: Sequence[Passage], language: str | None = None, authors: Sequence[str] = ()
) -> Attributions:
    """The quotes and reports in `passages` of the source text `text`, with their speakers."""
    stretches, unclosed = find_stretches(text, passages, language)
    if not stretches and not has_reports(language):
        return Attributions((), (), tuple(unclosed))
    tokens = tokenize(text, passages, stretches, language)
    mentions = find_mentions(text, passages, tokens)
    author = authors[0] if len(authors) == 1 and is_person(authors[0]) else None
    entities = coreference.find_entities(tokens, mentions, author)
    reader = Reader(text, passages, tokens, stretches, mentions, entities)
    if tokens.glossed:
        from artparse.quotes.languages import native  # No English text pays for it.

        sentences = native.Native(reader, language)
        decisions = _decide(reader, sentences.told())
        reported = sentences.reports() if has_reports(language) else []
    else:
        decisions = _decide(reader, {})
        reported = _reports(reader) if has_reports(language) else []
    outside = _outside(reader, decisions, reported)
    return _assemble(reader, decisions, outside, tuple(unclosed))


HEADINGS = frozenset(("title", "subtitle", "heading"))
LONG = 5
"""So many words in quotation marks are hardly ever nobody's; `LONG_BONUS` (in `model.SCALE`ths) says so."""
LONG_BONUS = 150
HEARD_BONUS = 250
"""What speaks for somebody unnamed where a court heard it, or somebody was asked it."""
NAMED_BONUS = 250
"""What speaks for nobody where the words before say that something is only called so."""
LABEL_BONUS = 75
"""What speaks for nobody where the words in marks are the name of what stands beside them."""
REFERS = {"name": 0.96, "pronoun": 0.88, "noun": 0.8}
"""How often a mention that is the right one is also joined to the right name, by its form."""
WORKS = frozenset(("movie", "book", "show"))
"""What the nouns for works are read as that stand before their titles."""
UNDOUBTED = -3.0
"""The doubt in words that `nobody` does not judge: signed ones, headings, those of other languages."""
SIGNATURE = 80
"""Longest rest of a line, in code points, after the name of a signature."""
LOOK = 200
"""How many quotes after a heading are looked through for its words."""
ECHO = 2
"""So many words of a heading or lead are enough to find the quote that they are from."""
LEAD = 6
"""So many quotes may announce what is quoted in full later."""


def _decide(reader: Reader, told: Mapping[int, Told]) -> list[Decision]:
    """One decision for each stretch that somebody said.

    What the sentences themselves tell (`told`) is taken. The others left to right, what is not sure once
    more by what was chosen around it; headings last, by the body.
    """
    headings: list[int] = []
    choices: dict[int, Choice] = {}
    state = features.State()
    table = model.weights("attribution.txt")
    for number, stretch in enumerate(reader.stretches):
        if stretch.nested or stretch.label is not None:
            continue
        if reader.passages[stretch.passage].place in HEADINGS:
            headings.append(number)
            continue
        choice = choices[number] = choose(reader, number, state, table, told.get(number))
        choice.situation.forget()
        state = after(reader, choice, state)
    review(reader, list(choices.values()))
    if not reader.tokens.glossed:  # what was learnt is English
        nobody.judge(reader, list(choices.values()))
    decisions: list[Decision] = []
    state = features.State()
    for number, stretch in enumerate(reader.stretches):
        if stretch.label is not None and not stretch.nested:
            decisions.append(_by_label(reader, stretch, decisions))
        elif number in choices:
            choice = choices[number]
            if choice.taken:
                word = told[number].word if number in told else None
                decision = _decision(reader, choice, state)
                decisions.append(decision._replace(told=word, doubt=choice.doubt))
            state = after(reader, choice, state)
    return _with_headings(reader, headings, _with_echoes(reader, decisions))


def after(reader: Reader, choice: Choice, state: features.State) -> features.State:
    """The state after a stretch of which `choice` was made."""
    if not choice.taken:
        return features.skip(state)
    return features.advance(reader, choice.situation, choice.chosen, state)


def _decision(reader: Reader, choice: Choice, state: features.State) -> Decision:
    stretch, chosen, share = choice.situation.stretch, choice.chosen, choice.share
    if chosen is None:
        rule = "speaker/heard" if choice.situation.heard else choice.rule
        return Decision(stretch, None, -1, -1, False, share, rule=rule)
    mention = reader.mentions[chosen.mention]
    same = chosen.mention == state.mention
    if mention.words[0].startswith("spokes") and mention.form == "noun":
        mention = replace(mention, span=(mention.span[0], _end_of_phrase(reader, chosen.mention)))
    introduced = choice.rule == "speaker/model" and is_introduced(reader, choice.situation, mention)
    rule = "speaker/introduced" if introduced else choice.rule
    return Decision(stretch, mention, chosen.cue, mention.entity, same, share, _partner(reader, chosen), rule)


def _end_of_phrase(reader: Reader, number: int) -> int:
    """Where "a spokeswoman for Western Lines" ends, in code points."""
    mention = reader.mentions[number]
    words = reader.tokens.words
    if mention.last < len(words) and words[mention.last] in ("for", "of", "from", "at"):
        for other in reader.mentions[number + 1 : number + 3]:
            plain = all(
                w.lower() in lists.words("en/determiners.txt") for w in words[mention.last + 1 : other.first]
            )
            if plain and other.form != "pronoun" and other.sentence == mention.sentence:
                return other.span[1]
    return mention.span[1]


def _by_label(reader: Reader, stretch: Stretch, decisions: list[Decision]) -> Decision:
    """Who speaks in a transcript: whose name the label is; `A` is the person that the article is about."""
    assert stretch.label is not None
    label = reader.text[slice(*stretch.label)]
    first, last = reader.tokens.at(stretch.label[0]), reader.tokens.at(stretch.label[1])
    mention = Mention(first, last, stretch.label, "name", tuple(label.split()), "person", "u")
    entity = -1
    if label not in ("Q", "Question"):
        people = [n for n, e in enumerate(reader.entities) if e.being == "person" and e.name]
        if label in ("A", "Answer"):
            entity = max(people, key=lambda n: reader.entities[n].count, default=-1)
        else:
            entity = labels.labelled(reader.entities, label)
            if entity < 0:
                entity = len(reader.entities)
                reader.entities.append(Entity(labels.titled(label)))
            role = roles.of_label(reader.text, stretch.label)
            if role is not None:
                reader.entities[entity].roles.append(role)
    mention.entity, mention.rule = entity, "name/label"
    rule = "speaker/answer" if label in ("A", "Answer") else "speaker/label"
    same = bool(decisions) and decisions[-1].entity == entity and decisions[-1].stretch.label is not None
    return Decision(stretch, mention, -1, entity, same and entity >= 0, 0.9, rule=rule)


def choose(
    reader: Reader, number: int, state: features.State, table: Mapping[str, int], told: Told | None = None
) -> Choice:
    """The speaker of a stretch, by what stands around it and who spoke before, with the weights `table`.

    Where its sentence tells the speaker (`told`), nothing is weighed.
    """
    situation = features.situation_of(reader, number)
    stretch = situation.stretch
    features.add_previous(reader, situation, state)
    if told is not None:
        return _as_told(situation, told)
    signer = _signer(reader, situation) or lines.by_line(reader, situation)
    if signer is not None:
        index = situation.candidates.index(signer) + 2
        return Choice(situation, [], index, 0.95, rule="speaker/signature")
    nobody = model.score(table, situation.nobody + features.chained_nobody(situation, state))
    whole = stretch.continues or (situation.opens and situation.closes)
    if stretch.dashed or ((situation.size >= LONG or whole) and not situation.titled):
        nobody -= LONG_BONUS
    elif reader.tokens.glossed and situation.first and reader.tokens.words[situation.first - 1] in WORKS:
        nobody += LONG_BONUS  # what was learnt on hardly names works
    elif situation.labels:
        nobody += LABEL_BONUS
    if hints.is_of_nobody(reader, situation):
        nobody += NAMED_BONUS
    unnamed = model.score(table, situation.unnamed + features.chained_unnamed(situation, state))
    if situation.heard or hints.is_put_to(reader, situation):
        unnamed += HEARD_BONUS
    scores = [nobody, unnamed]
    for candidate in situation.candidates:
        mention = reader.mentions[candidate.mention]
        chained = features.chained(situation, candidate, mention, state)
        score = model.score(table, candidate.features) + model.score(table, chained)
        scores.append(score + hints.points(reader, situation, candidate.mention))
    choice = Choice(situation, scores, 0, 0.0, model.shares(scores))
    take(choice)
    return choice


def _as_told(situation: Situation, told: Told) -> Choice:
    """The choice of whom the sentence tells to have said its words in marks; nobody, if it tells so."""
    if told.mention < 0:
        return Choice(situation, [], int(told.unnamed), told.share)
    known = (n for n, c in enumerate(situation.candidates) if c.mention == told.mention)
    at = next(known, len(situation.candidates))
    if at == len(situation.candidates):
        situation.candidates.append(Candidate(told.mention, "L", [], -1))
    return Choice(situation, [], at + 2, told.share)


def _partner(reader: Reader, chosen: Candidate) -> int:
    """The other person of "Smith and Jones said" and "said Smith and Jones", or -1."""
    words, mentions = reader.tokens.words, reader.mentions
    mention = mentions[chosen.mention]
    if mention.form != "name":
        return -1
    for step in (-1, 1):
        number = chosen.mention + step
        if not 0 <= number < len(mentions) or mentions[number].form != "name":
            continue
        one, two = sorted((mention, mentions[number]), key=lambda m: m.first)
        between = words[one.last : two.first]
        joined = between in (["and"], ["and", "the"]) and not one.governed
        before = words[one.first - 1].lower() if one.first else ""
        after = words[two.last].lower() if two.last < len(words) else ""
        said = reader.strengths.get(after, 0) >= 7 or reader.strengths.get(before, 0) >= 7
        both = {reader.entities[m.entity].being for m in (one, two) if m.entity >= 0}
        if (
            joined
            and said
            and len(both) == 1
            and both <= {"person", "organization"}
            and one.entity != two.entity
            and before not in ADDRESSING_VERBS
        ):
            return mentions[number].entity
    return -1


def _signer(reader: Reader, situation: Situation) -> Candidate | None:
    """Who signed the quote: a name after a dash or on the next line, and no more there than a role."""
    words, last = reader.tokens.words, situation.last
    while last < len(words) and words[last] in features.DASHES:
        last += 1
    if last >= len(words) or (last == situation.last and not _ends_line(reader, situation)):
        return None
    for candidate in situation.candidates:
        mention = reader.mentions[candidate.mention]
        if mention.first == last and mention.form == "name":
            limit = mention.span[1] + SIGNATURE + 1
            rest = reader.text[mention.span[1] : limit].partition("\n")[0].strip().strip(" .")
            if not rest or (rest[0] in ',(@“"' and len(rest) < SIGNATURE):
                return candidate
    return None


def _ends_line(reader: Reader, situation: Situation) -> bool:
    """Whether the quote is all that stands on its lines, and its passage goes on below."""
    rest = reader.text[situation.stretch.outer[1] : reader.tokens.starts[situation.last]]
    same = reader.tokens.passages[situation.last] == situation.stretch.passage
    return situation.opens and same and "\n" in rest and not rest.strip()


def _with_echoes(reader: Reader, decisions: list[Decision]) -> list[Decision]:
    """`decisions`, where somebody unnamed in the article's lead is whoever says the same words later."""
    found = list(decisions)
    for at, decision in enumerate(decisions[:LEAD]):
        unnamed = decision.entity < 0 or not reader.entities[decision.entity].name
        key = f" {reader.key(decision.stretch)} "
        if not unnamed or len(key.split()) < ECHO:
            continue
        echo = next((d for d in decisions[at + 1 : LOOK] if key in f" {reader.key(d.stretch)} "), None)
        if echo is not None and echo.entity >= 0 and reader.entities[echo.entity].name:
            found[at] = decision._replace(entity=echo.entity, rule="speaker/said-again")
    return found


def _with_headings(reader: Reader, headings: list[int], decisions: list[Decision]) -> list[Decision]:
    """`decisions` with those for quotes in headings, whose speaker the body tells."""
    if not headings:
        return decisions
    starts = [d.stretch.start for d in decisions]
    found: list[Decision] = []
    for number in headings:
        stretch = reader.stretches[number]
        key = f" {reader.key(stretch)} "
        echo, rule = None, "speaker/said-again"
        if len(key.split()) >= ECHO:
            after = bisect_left(starts, stretch.start)
            later = decisions[after : after + LOOK]
            echo = next((d for d in later if key in f" {reader.key(d.stretch)} "), None)
        if echo is None and _fills(reader, stretch) and reader.passages[stretch.passage].place == "heading":
            # a heading that is nothing but a quote: of whoever speaks next
            after = bisect_left(starts, stretch.start)
            echo, rule = decisions[after] if after < len(decisions) else None, "speaker/next"
        if echo is not None:
            share = round(echo.confidence * 0.9, 3)
            found.append(Decision(stretch, None, -1, echo.entity, False, share, rule=rule))
            continue
        choice = choose(reader, number, features.State(), model.weights("attribution.txt"))
        if choice.taken:
            found.append(_decision(reader, choice, features.State()))
    return sorted(found + decisions, key=lambda d: d.stretch.start)


def _fills(reader: Reader, stretch: Stretch) -> bool:
    """Whether the stretch is all of its passage."""
    span = reader.passages[stretch.passage].span
    return stretch.outer[0] - span[0] < 2 and span[1] - stretch.outer[1] < 2


def _is_whole(text: str, stretch: Stretch) -> bool:
    """Whether the words are an utterance: a capital first, and punctuation last or a clause before."""
    if not text[stretch.start].isupper() and text[stretch.start] not in "[…¿¡":
        return False
    if text[stretch.end - 1] in ".,!?…—" or not stretch.closed:
        return True
    before = text[max(0, stretch.outer[0] - 8) : stretch.outer[0]].rstrip()[-1:]
    return before in ("", ":", ",", ".", "!", "?", "”", '"', "»", "“")


def _kind(text: str, stretch: Stretch) -> QuoteKind:
    return "direct" if stretch.label is not None or _is_whole(text, stretch) else "partial"


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


def _reports(reader: Reader) -> list[Found]:
    """What an English article reports."""
    from artparse.quotes.reports import finding  # Not for languages that have none.

    return finding.find(reader)


def _outside(reader: Reader, decisions: list[Decision], reported: list[Found]) -> Outside:
    """The clauses of partial quotes and what is reported without marks, by the same mentions and entities."""
    if not reported:
        return Outside({}, [])
    from artparse.quotes.reports import finding  # Not for languages that have none.

    by_stretch = {id(d.stretch): n for n, d in enumerate(decisions)}
    clauses: dict[int, Span] = {}
    reports: list[Reported] = []
    for one in reported:
        inside = [by_stretch.get(id(reader.stretches[n]), -1) for n in one.quoted]
        if any(n >= 0 for n in inside):
            for n in inside:
                partial = n >= 0 and _kind(reader.text, decisions[n].stretch) == "partial"
                if partial and one.confidence >= finding.CLAUSE:
                    clauses.setdefault(n, one.span)
        elif one.confidence >= finding.REPORT:
            reports.append(_reported(reader, one, decisions))
    return Outside(clauses, sorted(reports, key=lambda r: r.pieces))


def _reported(reader: Reader, one: Found, decisions: list[Decision]) -> Reported:
    entity = partner = -1
    if one.mention >= 0:
        entity = reader.mentions[one.mention].entity
        partner = _partner(reader, Candidate(one.mention, "", [], one.cue))
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
    rules = ["report/told"] if one.told else list(one.rules)
    if partner >= 0:
        rules.append("speaker/joint")
    if entity >= 0 and reader.entities[entity].name:
        rules.append(reader.mentions[one.mention].rule)
    cue = -1 if one.told else one.cue
    return Reported(
        one.pieces, passage, mention, cue, entity, partner, beside, one.confidence, one.word, tuple(rules)
    )


class _Speakers:
    """The speakers of an article, numbered in order of first appearance, and what each of them said."""

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = entities
        self.numbers: dict[int, int] = {}
        self.quotes: dict[int, list[int]] = {}
        self.reports: dict[int, list[int]] = {}

    def says(
        self, entity: int, partner: int, spoken: dict[int, list[int]], index: int
    ) -> tuple[str | None, tuple[int, ...]]:
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


def _assemble(
    reader: Reader, decisions: list[Decision], outside: Outside, unclosed: tuple[int, ...]
) -> Attributions:
    text, passages, tokens, entities = reader.text, reader.passages, reader.tokens, reader.entities
    speakers = _Speakers(entities)
    utterances = _utterances(decisions, outside.reports)
    quotes: list[Quote] = []
    reports: list[Report] = []
    for start, index, is_report in _in_order(decisions, outside.reports):
        if is_report:
            report = outside.reports[index]
            passage = passages[report.passage]
            speaker, ids = speakers.says(report.entity, report.partner, speakers.reports, index)
            reports.append(
                Report(
                    " ".join(_folded(text, *piece) for piece in report.pieces),
                    report.pieces,
                    speaker,
                    ids,
                    _phrase(text, report.mention),
                    _phrase(text, report.word) if report.word else _cue(text, tokens, report.cue),
                    utterances[start, index, is_report],
                    passage.section,
                    passage.paragraph,
                    report.confidence,
                    None,
                )
            )
            continue
        decision = decisions[index]
        stretch, passage = decision.stretch, passages[decision.stretch.passage]
        speaker, ids = speakers.says(decision.entity, decision.partner, speakers.quotes, index)
        quotes.append(
            Quote(
                _folded(text, stretch.start, stretch.end),
                (stretch.start, stretch.end),
                _kind(text, stretch),
                _phrase(text, outside.clauses.get(index)),
                speaker,
                ids,
                _phrase(text, decision.mention.span if decision.mention is not None else None),
                _phrase(text, decision.told) if decision.told else _cue(text, tokens, decision.cue),
                utterances[start, index, is_report],
                passage.section,
                passage.paragraph,
                _confidence(decision, speaker is not None),
                None,
            )
        )
    numbers = speakers.numbers
    pronouns = pronouns_of(numbers.keys(), tokens, reader.mentions, entities)
    naming: dict[int, list[int]] = {entity: [] for entity in numbers}
    for index, named in enumerate(reader.mentions):
        if named.form == "name" and named.entity in naming:
            naming[named.entity].append(index)
    found = tuple(
        _speaker(
            text,
            entities[entity],
            roles.role_of(tokens, reader.mentions, entities[entity], naming[entity]),
            pronouns.get(entity),
            (tuple(speakers.quotes.get(number, ())), tuple(speakers.reports.get(number, ()))),
        )
        for entity, number in numbers.items()
    )
    decided_by = tuple(_rules(reader, decision) for decision in decisions)
    reports_decided_by = tuple(report.rules for report in outside.reports)
    return Attributions(tuple(quotes), found, unclosed, decided_by, tuple(reports), reports_decided_by)


Place = tuple[int, int, bool]
"""Where something that was said starts, its index, and whether it is a report."""


def _in_order(decisions: list[Decision], reports: list[Reported]) -> list[Place]:
    """Quotes and reports in source order."""
    quotes = [(d.stretch.start, n, False) for n, d in enumerate(decisions)]
    return sorted(quotes + [(r.pieces[0][0], n, True) for n, r in enumerate(reports)])


def _utterances(decisions: list[Decision], reports: list[Reported]) -> dict[Place, int]:
    """The number of each one's utterance, in source order."""
    begun = list(accumulate((not d.goes_on for d in decisions), initial=0))[1:]
    numbers: dict[tuple[int, bool], int] = {}
    found: dict[Place, int] = {}
    for place in _in_order(decisions, reports):
        _, index, is_report = place
        beside = reports[index].beside if is_report else index
        key = (begun[beside], False) if beside >= 0 else (index, True)
        found[place] = numbers.setdefault(key, len(numbers))
    return found


def _phrase(text: str, span: Span | None) -> Phrase | None:
    return Phrase(_folded(text, *span), span) if span is not None and span[0] < span[1] else None


def _cue(text: str, tokens: Tokens, cue: int) -> Phrase | None:
    """The word at token `cue`, or where it was moved from."""
    if cue < 0:
        return None
    start, end = tokens.starts[cue], tokens.ends[cue]
    if cue in tokens.moved:
        start, end = tokens.moved[cue]
    elif tokens.words[cue].lower() == "according":
        end = tokens.ends[min(cue + 1, len(tokens.ends) - 1)]
    return _phrase(text, (start, end))


def _rules(reader: Reader, decision: Decision) -> tuple[str, ...]:
    """The names of what decided of a quote: that it is one, who speaks, what their name is."""
    names = [_rule_of(decision.stretch)]
    if decision.doubt is not None:
        names.append(nobody.RULE)
    names.append(decision.rule)
    if decision.partner >= 0:
        names.append("speaker/joint")
    if decision.entity >= 0 and decision.mention is not None and reader.entities[decision.entity].name:
        names.append(decision.mention.rule)
    return tuple(names)


def _rule_of(stretch: Stretch) -> str:
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


def _confidence(decision: Decision, named: bool) -> float:
    """How likely the speaker is right, by the share of the choice and the form of the mention."""
    resolved = decision.mention is not None and decision.entity >= 0
    factor = REFERS[decision.mention.form] if resolved and decision.mention is not None else 1.0
    line = model.lines("confidence.txt")["named" if named else "nobody"]
    doubt = decision.doubt if decision.doubt is not None else UNDOUBTED
    return model.straightened(decision.confidence * factor, line, doubt)


def _speaker(
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
    role = _folded(text, *span) if span else None
    if kind != "person" and role and "spokes" in role.lower():
        role = None  # "A spokeswoman for the bank, Doe & Sons": who speaks for it, not what it is.
    plain = name.replace(".", "")
    aliases = tuple(n for n in entity.names if n.replace(".", "") != plain)
    return Speaker(name, role, kind, pronoun if kind == "person" else None, aliases, *said)


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
