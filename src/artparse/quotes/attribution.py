"""Who spoke each quoted stretch: candidates around it, a score for each, the best one taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from artparse.article import Phrase, Quote, QuoteKind, Speaker, SpeakerKind
from artparse.quotes import coreference
from artparse.quotes.coreference import Entity
from artparse.quotes.marks import Stretch, find_stretches
from artparse.quotes.mentions import Mention, find_mentions
from artparse.quotes.passages import Attributions, Passage
from artparse.quotes.tokens import Tokens, tokenize

WINDOW = 80
"""How many tokens before a stretch are looked at for its speaker."""


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


@cache
def cue_words() -> frozenset[str]:
    """The words that report speech."""
    text = (Path(__file__).parent / "data" / "en" / "cues.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())


def attribute(text: str, passages: Sequence[Passage], language: str | None = None) -> Attributions:
    """The quotes in `passages` of the source text `text`, with their speakers."""
    stretches, unclosed = find_stretches(text, passages)
    if not stretches:
        return Attributions((), (), tuple(unclosed))
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, tokens)
    entities = coreference.find_entities(tokens, mentions)
    decisions = _decide(text, passages, tokens, stretches, mentions, entities)
    return _assemble(text, passages, tokens, decisions, entities, tuple(unclosed))


def _decide(
    text: str,
    passages: Sequence[Passage],
    tokens: Tokens,
    stretches: list[Stretch],
    mentions: list[Mention],
    entities: list[Entity],
) -> list[Decision]:
    decisions: list[Decision] = []
    firsts = [m.first for m in mentions]
    previous: Decision | None = None
    utterance = -1
    for stretch in stretches:
        first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
        mention, cue = _nearest(tokens, mentions, firsts, first, last)
        length = len(text[stretch.start : stretch.end].split())
        whole = _is_whole(text, stretch)
        same = False
        if (
            mention is None
            and previous is not None
            and (stretch.continues or _follows(tokens, previous, stretch, first))
        ):
            mention, cue, entity = previous.mention, previous.cue, previous.entity
            same = True
        elif mention is None:
            entity = -1
            if not whole and (length < 6 or stretch.single):
                continue
        else:
            spoke = previous.entity if previous else -1
            position = bisect_left(firsts, mention.first)
            before = mentions[max(0, position - WINDOW) : position]
            entity = coreference.resolve(mention, before, entities, spoke)
            same = previous is not None and mention is previous.mention
        if stretch.nested:
            continue
        if not same:
            utterance += 1
        decision = Decision(stretch, mention, cue, entity, max(utterance, 0), 0.8 if entity >= 0 else 0.5)
        decisions.append(decision)
        previous = decision
    return decisions


def _follows(tokens: Tokens, previous: Decision, stretch: Stretch, first: int) -> bool:
    """Whether the stretch opens a paragraph, or its sentence, not far after the previous one."""
    gap = stretch.passage - previous.stretch.passage
    return gap <= 2 and (first == 0 or tokens.sentences[first - 1] != tokens.sentences[first])


def _nearest(
    tokens: Tokens, mentions: list[Mention], firsts: list[int], first: int, last: int
) -> tuple[Mention | None, int]:
    """The mention that the words around the stretch say speaks, and the token of its cue."""
    cues, words = cue_words(), tokens.words
    sentence = tokens.sentences[first]
    passage = tokens.passages[first]
    # after the quote: "…," said Smith; "…," Smith said
    after = last
    limit = min(len(words), last + 25)
    while after < limit and words[after] in ",—-–" and tokens.sentences[after] in (sentence, sentence + 1):
        after += 1
    led = first > 0 and tokens.sentences[first - 1] == sentence and words[first - 1] in ",:"
    if after < limit and tokens.passages[after] == passage and tokens.quoted[after] < 0 and not led:
        stop = after
        while (
            stop < limit
            and tokens.quoted[stop] < 0
            and tokens.sentences[stop] == tokens.sentences[after]
            and tokens.passages[stop] == passage
        ):
            stop += 1
        if words[after] in cues:
            skip = after + 2 if words[after].lower() == "according" else after + 1
            found = _between(mentions, firsts, skip, min(stop, skip + 4))
            if found:
                return found[0], after
        found = _between(mentions, firsts, after, after + 3)
        if found:
            for i in range(found[0].last, min(stop, found[0].last + 14)):
                if words[i] in cues:
                    return found[0], i
    # before the quote: Smith said, "…"
    start = first
    while start > max(0, first - WINDOW) and tokens.sentences[start - 1] == sentence:
        start -= 1
    for i in range(first - 1, start - 1, -1):
        if tokens.quoted[i] >= 0:
            continue
        word = words[i]
        if word in cues or (i == start and word.lower() in cues):
            if word.lower() == "according":
                found = _between(mentions, firsts, i + 1, first)
                if found:
                    return found[0], i
            found = [m for m in _between(mentions, firsts, start, i) if tokens.quoted[m.first] < 0]
            if found:
                return _subject(words, found, word), i
    return None, -1


def _subject(words: list[str], found: list[Mention], cue: str) -> Mention:
    """Of the mentions before a cue, the one that is its subject: not one that a preposition governs.

    A participle ("…, stating") has the subject of its sentence, which comes first; a verb has the nearest.
    """
    for mention in found if cue.endswith("ing") else reversed(found):
        before = words[mention.first - 1].lower() if mention.first else ""
        if before not in (
            "of",
            "in",
            "with",
            "from",
            "by",
            "at",
            "on",
            "for",
            "to",
            "about",
            "against",
            "over",
            "as",
        ):
            return mention
    return found[-1]


def _between(mentions: list[Mention], firsts: list[int], start: int, stop: int) -> list[Mention]:
    return mentions[bisect_left(firsts, start) : bisect_left(firsts, stop)]


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
    speakers = tuple(_speaker(entities[entity], tuple(spoken[number])) for entity, number in numbers.items())
    return Attributions(tuple(quotes), speakers, unclosed)


def _speaker(entity: Entity, quotes: tuple[int, ...]) -> Speaker:
    name = coreference.display(entity)
    kinds: dict[str, SpeakerKind] = {"organization": "organization", "document": "document", "group": "group"}
    kind = kinds.get(entity.being, "organization" if entity.being == "place" else "person")
    return Speaker(name, entity.role, kind, tuple(n for n in entity.names if n != name), quotes)


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
