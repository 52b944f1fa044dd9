"""Who spoke each quoted stretch: candidates around it, a score for each, the best one taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from artparse.article import Phrase, Quote, QuoteKind, Speaker, SpeakerKind
from artparse.quotes import coreference, features, model
from artparse.quotes.coreference import Entity
from artparse.quotes.features import Reader
from artparse.quotes.marks import Stretch, find_stretches
from artparse.quotes.mentions import Mention, find_mentions
from artparse.quotes.passages import Attributions, Passage
from artparse.quotes.tokens import Tokens, tokenize

NOBODY = 0.5
"""A stretch that nobody said with more than this share is no quote."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of one stretch."""

    stretch: Stretch
    mention: Mention | None
    cue: int
    """Token of the cue, or -1."""
    entity: int
    utterance: int
    confidence: float


def attribute(text: str, passages: Sequence[Passage], language: str | None = None) -> Attributions:
    """The quotes in `passages` of the source text `text`, with their speakers."""
    stretches, unclosed = find_stretches(text, passages)
    if not stretches:
        return Attributions((), (), tuple(unclosed))
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, passages, tokens)
    entities = coreference.find_entities(tokens, mentions)
    reader = Reader(text, passages, tokens, stretches, mentions, entities)
    return _assemble(text, passages, tokens, _decide(reader), entities, tuple(unclosed))


def _decide(reader: Reader) -> list[Decision]:
    """One decision for each stretch that somebody said, left to right."""
    table = model.weights("attribution.txt")
    decisions: list[Decision] = []
    state = features.State()
    utterance = -1
    for number, stretch in enumerate(reader.stretches):
        if stretch.nested:
            continue
        situation = reader.situation(number)
        features.add_previous(reader, situation, state)
        scores = [
            model.score(table, situation.nobody)
            + model.score(table, features.chained_nobody(situation, state)),
            model.score(table, situation.unnamed)
            + model.score(table, features.chained_unnamed(situation, state)),
        ]
        for candidate in situation.candidates:
            mention = reader.mentions[candidate.mention]
            chained = features.chained(situation, candidate, mention, state)
            scores.append(model.score(table, candidate.features) + model.score(table, chained))
        shares = model.shares(scores)
        if shares[0] > NOBODY:
            state = features.skip(state)
            continue
        best = max(range(1, len(shares)), key=shares.__getitem__)
        chosen = situation.candidates[best - 2] if best > 1 else None
        mention = reader.mentions[chosen.mention] if chosen is not None else None
        entity = mention.entity if mention is not None else -1
        cue = chosen.cue if chosen is not None else -1
        same = chosen is not None and chosen.mention == state.mention
        if not same or utterance < 0:
            utterance += 1
        decisions.append(Decision(stretch, mention, cue, entity, utterance, round(shares[best], 3)))
        state = features.advance(reader, situation, chosen, state)
    return decisions


def _is_whole(text: str, stretch: Stretch) -> bool:
    """Whether the words are an utterance of their own: a capital first, a mark of punctuation last."""
    last = text[stretch.end - 1]
    return text[stretch.start].isupper() and (last in ".,!?…—" or not stretch.closed)


def _kind(text: str, stretch: Stretch) -> QuoteKind:
    return "direct" if _is_whole(text, stretch) else "partial"


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
    for index, decision in enumerate(decisions):
        stretch, passage = decision.stretch, passages[decision.stretch.passage]
        speaker: str | None = None
        ids: tuple[int, ...] = ()
        if decision.entity >= 0:
            number = numbers.setdefault(decision.entity, len(numbers))
            spoken.setdefault(number, []).append(index)
            speaker, ids = coreference.display(entities[decision.entity]), (number,)
        cue = None
        if decision.cue >= 0:
            start, end = tokens.starts[decision.cue], tokens.ends[decision.cue]
            if tokens.words[decision.cue].lower() == "according":
                end = tokens.ends[decision.cue + 1]
            cue = Phrase(_folded(text, start, end), (start, end))
        mention = None
        if decision.mention is not None:
            mention = Phrase(_folded(text, *decision.mention.span), decision.mention.span)
        quotes.append(
            Quote(
                _folded(text, stretch.start, stretch.end),
                (stretch.start, stretch.end),
                _kind(text, stretch),
                speaker,
                ids,
                mention,
                cue,
                decision.utterance,
                passage.section,
                passage.paragraph,
                decision.confidence,
            )
        )
    speakers = tuple(
        _speaker(text, entities[entity], tuple(spoken[number])) for entity, number in numbers.items()
    )
    return Attributions(tuple(quotes), speakers, unclosed)


def _speaker(text: str, entity: Entity, quotes: tuple[int, ...]) -> Speaker:
    name = coreference.display(entity)
    kinds: dict[str, SpeakerKind] = {"organization": "organization", "document": "document", "group": "group"}
    kind = kinds.get(entity.being, "organization" if entity.being == "place" else "person")
    role = _folded(text, *entity.role) if entity.role else None
    return Speaker(name, role, kind, tuple(n for n in entity.names if n != name), quotes)


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
