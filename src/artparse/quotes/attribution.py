"""Who spoke each quoted stretch: candidates around it, a score for each, the best one taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from artparse.article import Phrase, Quote, QuoteKind, Speaker, SpeakerKind
from artparse.names import lists
from artparse.names.persons import is_person
from artparse.quotes import coreference, features, hints, lines, model
from artparse.quotes.coreference import Entity
from artparse.quotes.features import Candidate, Reader, Situation
from artparse.quotes.marks import Stretch, find_stretches
from artparse.quotes.mentions import ADDRESSING, Mention, find_mentions
from artparse.quotes.passages import Attributions, Passage
from artparse.quotes.review import Choice, review, take
from artparse.quotes.tokens import Tokens, tokenize


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


def attribute(
    text: str, passages: Sequence[Passage], language: str | None = None, authors: Sequence[str] = ()
) -> Attributions:
    """The quotes in `passages` of the source text `text`, with their speakers."""
    stretches, unclosed = find_stretches(text, passages, language)
    if not stretches:
        return Attributions((), (), tuple(unclosed))
    tokens = tokenize(text, passages, stretches, language)
    mentions = find_mentions(text, passages, tokens)
    author = authors[0] if len(authors) == 1 and is_person(authors[0]) else None
    entities = coreference.find_entities(tokens, mentions, author)
    reader = Reader(text, passages, tokens, stretches, mentions, entities)
    return _assemble(text, passages, tokens, _decide(reader), entities, tuple(unclosed))


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
SIGNATURE = 80
"""Longest rest of a line, in code points, after the name of a signature."""
LOOK = 200
"""How many quotes after a heading are looked through for its words."""
ECHO = 2
"""So many words of a heading or lead are enough to find the quote that they are from."""
LEAD = 6
"""So many quotes may announce what is quoted in full later."""


def _decide(reader: Reader) -> list[Decision]:
    """One decision for each stretch that somebody said.

    Left to right, what is not sure once more by what was chosen around it; headings last, by the body.
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
        choice = choices[number] = choose(reader, number, state, table)
        choice.situation.forget()
        state = after(reader, choice, state)
    review(reader, list(choices.values()))
    decisions: list[Decision] = []
    state = features.State()
    for number, stretch in enumerate(reader.stretches):
        if stretch.label is not None and not stretch.nested:
            decisions.append(_by_label(reader, stretch, decisions))
        elif number in choices:
            choice = choices[number]
            if choice.taken:
                decisions.append(_decision(reader, stretch, choice.chosen, choice.share, state))
            state = after(reader, choice, state)
    return _with_headings(reader, headings, _with_echoes(reader, decisions))


def after(reader: Reader, choice: Choice, state: features.State) -> features.State:
    """The state after a stretch of which `choice` was made."""
    if not choice.taken:
        return features.skip(state)
    return features.advance(reader, choice.situation, choice.chosen, state)


def _decision(
    reader: Reader, stretch: Stretch, chosen: Candidate | None, share: float, state: features.State
) -> Decision:
    if chosen is None:
        return Decision(stretch, None, -1, -1, False, share)
    mention = reader.mentions[chosen.mention]
    same = chosen.mention == state.mention
    if mention.words[0].startswith("spokes") and mention.form == "noun":
        mention = replace(mention, span=(mention.span[0], _end_of_phrase(reader, chosen.mention)))
    return Decision(stretch, mention, chosen.cue, mention.entity, same, share, _partner(reader, chosen))


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
            entity = coreference.labelled(reader.entities, label)
            if entity < 0:
                entity = len(reader.entities)
                reader.entities.append(Entity(coreference.titled(label)))
    mention.entity = entity
    same = bool(decisions) and decisions[-1].entity == entity and decisions[-1].stretch.label is not None
    return Decision(stretch, mention, -1, entity, same and entity >= 0, 0.9)


def choose(reader: Reader, number: int, state: features.State, table: Mapping[str, int]) -> Choice:
    """The speaker of a stretch, by what stands around it and who spoke before, with the weights `table`."""
    situation = reader.situation(number)
    stretch = situation.stretch
    features.add_previous(reader, situation, state)
    signer = _signer(reader, situation) or lines.by_line(reader, situation)
    if signer is not None:
        return Choice(situation, [], situation.candidates.index(signer) + 2, 0.95)
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
            and before not in ADDRESSING
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
            found[at] = decision._replace(entity=echo.entity)
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
        echo = None
        if len(key.split()) >= ECHO:
            after = bisect_left(starts, stretch.start)
            later = decisions[after : after + LOOK]
            echo = next((d for d in later if key in f" {reader.key(d.stretch)} "), None)
        if echo is None and _fills(reader, stretch) and reader.passages[stretch.passage].place == "heading":
            # a heading that is nothing but a quote: of whoever speaks next
            after = bisect_left(starts, stretch.start)
            echo = decisions[after] if after < len(decisions) else None
        if echo is not None:
            found.append(Decision(stretch, None, -1, echo.entity, False, round(echo.confidence * 0.9, 3)))
            continue
        choice = choose(reader, number, features.State(), model.weights("attribution.txt"))
        if choice.taken:
            found.append(_decision(reader, stretch, choice.chosen, choice.share, features.State()))
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


def _assemble(
    text: str,
    passages: Sequence[Passage],
    tokens: Tokens,
    decisions: list[Decision],
    entities: list[Entity],
    unclosed: tuple[int, ...],
) -> Attributions:
    numbers: dict[int, int] = {}
    spoken: dict[int, list[int]] = {}
    quotes: list[Quote] = []
    utterance = -1
    for index, decision in enumerate(decisions):
        utterance += not decision.goes_on or utterance < 0
        stretch, passage = decision.stretch, passages[decision.stretch.passage]
        speaker: str | None = None
        ids: tuple[int, ...] = ()
        spoken_by = [decision.entity, decision.partner] if decision.partner >= 0 else [decision.entity]
        for entity in sorted(spoken_by, key=lambda e: entities[e].first) if len(spoken_by) > 1 else spoken_by:
            if entity >= 0 and entities[entity].name:
                number = numbers.setdefault(entity, len(numbers))
                spoken.setdefault(number, []).append(index)
                name = coreference.display(entities[entity])
                speaker, ids = f"{speaker} and {name}" if speaker else name, (*ids, number)
        cue = None
        if decision.cue >= 0:
            start, end = tokens.starts[decision.cue], tokens.ends[decision.cue]
            if decision.cue in tokens.moved:
                start, end = tokens.moved[decision.cue]
            elif tokens.words[decision.cue].lower() == "according":
                end = tokens.ends[decision.cue + 1]
            cue = Phrase(_folded(text, start, end), (start, end)) if start < end else None
        mention = None
        if decision.mention is not None and decision.mention.span[0] < decision.mention.span[1]:
            mention = Phrase(_folded(text, *decision.mention.span), decision.mention.span)
        quotes.append(
            Quote(
                _folded(text, stretch.start, stretch.end),
                (stretch.start, stretch.end),
                _kind(text, stretch),
                None,
                speaker,
                ids,
                mention,
                cue,
                utterance,
                passage.section,
                passage.paragraph,
                _confidence(decision),
                None,
            )
        )
    speakers = tuple(
        _speaker(text, entities[entity], tuple(spoken[number])) for entity, number in numbers.items()
    )
    return Attributions(tuple(quotes), speakers, unclosed)


def _confidence(decision: Decision) -> float:
    """The share of the choice, times how often names of the mention's form are right."""
    resolved = decision.mention is not None and decision.entity >= 0
    factor = REFERS[decision.mention.form] if resolved and decision.mention is not None else 1.0
    return round(decision.confidence * factor, 3)


def _speaker(text: str, entity: Entity, quotes: tuple[int, ...]) -> Speaker:
    name = coreference.display(entity)
    kinds: dict[str, SpeakerKind] = {"organization": "organization", "document": "document", "group": "group"}
    kind = kinds.get(entity.being, "organization" if entity.being == "place" or entity.body else "person")
    role = _folded(text, *entity.role) if entity.role else None
    if kind != "person" and role and "spokes" in role.lower():
        role = None  # "A spokeswoman for the bank, Doe & Sons": who speaks for it, not what it is.
    plain = name.replace(".", "")
    aliases = tuple(n for n in entity.names if n.replace(".", "") != plain)
    return Speaker(name, role, kind, None, aliases, quotes, ())


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
