"""The mentions that may be the speaker of a stretch, with the names of the features that hold for each.

In: the reader and the walks to both sides. Out: candidates, those of the sentence first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from artparse.quotes import model
from artparse.quotes.choice import named
from artparse.quotes.choice.around import around_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Around, Candidate, Own, Situation, Walk
from artparse.quotes.cues import SURE, WEAK
from artparse.quotes.kinds import POSSESSIVES
from artparse.quotes.parts import Part
from artparse.quotes.speech.marks import Stretch

MOST_BEFORE, MOST_BEHIND, MOST_FAR = 9, 6, 7
"""Candidates, at most: before and behind in the same passage, and in the passages before."""
FEW_BEFORE, FEW_BEHIND = 6, 3
"""Those in the same passage that are looked at first: where one is clear, hardly ever is it another."""
SCORE_OF_NO_OTHER = -300
"""What a source that is alone in its sentence is compared with, in `model.SCALE`ths."""
MENTIONS_BEFORE, PASSAGES_BEFORE = 40, 4
"""Mentions and passages before that of the stretch, at most, among which some are looked for."""
MENTIONS_BEHIND, MOST_FAR_BEHIND = 6, 2
"""Mentions behind it among which some are looked for; how many are taken, at most."""
STOPS = frozenset(".?!")
"""The symbols that end a sentence."""
MOST_KNOWN = 1000
"""Mentions and places, at most, of which it is kept what features see."""


def basic(reader: Reader, number: int, place: str, rank: int, around: Around) -> tuple[list[Part], Own]:
    """The features of a mention at a place beside a stretch, and those it has wherever that is."""
    own = reader.known.get((number, place))
    if own is None:
        if len(reader.known) > MOST_KNOWN:
            reader.known.clear()
            reader.scored.clear()
        own = reader.known[number, place] = own_features(reader, number, place)
    _, kind, who, name = own
    found: list[Part] = [
        (named.ranked, place, min(rank, 5), kind, reader.mentions[number].subject),
        (named.beside, place, around.shape, around.edges, around.length),
    ]
    if around.told:
        found.append((named.told, around.told, who))
    if name in around.names:
        found.append((named.owned, kind[:2]))
    return found, own


def own_features(reader: Reader, number: int, place: str) -> Own:
    """What features see of a mention at that place."""
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    words, strengths, table = reader.tokens.words, reader.strengths, reader.table
    form = mention.form[0] + mention.form[2]
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    kind = f"{form}{being[:2]}"
    before = words[mention.first - 1].lower() if mention.first else "^"
    after = words[mention.last].lower() if mention.last < len(words) else "$"
    title = mention.title if mention.form == "noun" else "t" if mention.title else ""
    governed = mention.governed
    strength, strength_before = strengths.get(after, 0), strengths.get(before, 0)
    cued = strength >= SURE
    seen_before = before if before in table else reader.symbol(mention.first - 1)
    seen_after = after if after in table else reader.symbol(mention.last)
    guide = before if governed else after if cued else ""
    parts: list[Part] = [
        (named.of_kind, place, kind, title),
        (named.between, place, seen_before, seen_after),
        (named.standing, place, governed, cued, being[:2], mention.subject, guide),
    ]
    if mention.form != "name":
        parts.append((named.headed, place, mention.words[-1].lower()))
    if mention.possessive or mention.plural or mention.role is not None:
        parts.append((named.marked, place, mention.possessive, mention.plural, mention.role is not None))
    if entity is not None:
        said = min(reader.reporting.get(mention.entity, 0), 4)
        parts.append((named.known, place, form, said, min(entity.count, 6)))
    if strength >= WEAK:
        parts.append((named.cue_behind, place, after, strength))
    if strength_before >= WEAK:
        parts.append((named.cue_before, place, before, strength_before))
    who = (entity.being if entity is not None else mention.being)[:2] + form
    return Own(parts, kind, who, entity.name[-1] if entity is not None and entity.name else "")


def left_candidate(
    reader: Reader,
    number: int,
    at: int,
    rank: int,
    subjects: int,
    left: Walk,
    around: Around,
    first: int,
) -> Candidate:
    """A mention before the stretch; `at`: over so many symbols, `rank` mentions and `subjects` of them."""
    words, strengths = reader.tokens.words, reader.strengths
    between = tuple(left.symbols[:at])
    crossed = not STOPS.isdisjoint(between)
    place = "l" if crossed else "L"
    parts, own = basic(reader, number, place, rank, around)
    mention = reader.mentions[number]
    inner = [c for c in left.cues if c[1] < at]
    after = words[mention.last].lower() if mention.last < first else ""
    if mention.possessive or mention.words[0] in POSSESSIVES:
        parts.append((named.owner, place, after, min(len(between), 4), bool(left.cues)))
    parts += (
        (named.way_from, place, own.kind[:2], between),
        (named.left_word, place, mention.governed, after or "Q"),
        (named.left_rank, place, mention.subject, min(subjects, 3), crossed, min(rank, 4), bool(inner)),
    )
    if inner:
        cue, cue_at = _nearest_cue(reader, inner)
        word = words[cue].lower()
        to_cue, from_cue = between[cue_at + 1 :], between[:cue_at]
        parts.append((named.cue_between, place, word, strengths.get(word, 0), to_cue, from_cue))
    else:
        parts.append((named.no_cue_between, place, around.before))
        before, cue = mention.first - 1, -1
        if before >= 0 and strengths.get(words[before].lower(), 0) >= WEAK:
            cue = before
        elif words[mention.last : mention.last + 1] == [":"]:
            parts.append((named.colon,))
    return Candidate(number, place, parts, cue, own.parts)


def _nearest_cue(reader: Reader, cues: list[tuple[int, int]]) -> tuple[int, int]:
    """Of cues between a mention and a stretch the one that goes with the mention, a sure one if there is any.

    But the one right before the stretch in "thanked her, saying: “…”".
    """
    words, strengths = reader.tokens.words, reader.strengths
    beside = words[cues[0][0]].lower()
    if cues[0][1] == 0 and beside.endswith("ing") and strengths.get(beside, 0) >= SURE:
        return cues[0]
    return max(cues, key=lambda c: (strengths.get(words[c[0]].lower(), 0) >= SURE, c[1]))


def right_candidate(
    reader: Reader, number: int, at: int, rank: int, left: Walk, right: Walk, around: Around
) -> Candidate:
    """A mention behind the stretch in its passage."""
    symbols, words, strengths = right.symbols, reader.tokens.words, reader.strengths
    between = tuple(symbols[:at])
    place = "R" if STOPS.isdisjoint(between) else "r"
    parts, own = basic(reader, number, place, rank, around)
    parts += (
        (named.way_to, place, between, tuple(symbols[at + 1 : at + 3])),
        (named.led, place, around.before, left.has_cue()),
    )
    cue = -1
    inner = [c for c in right.cues if c[1] < at]
    if inner:
        cue = max(inner, key=lambda c: (strengths.get(words[c[0]].lower(), 0), -c[1]))[0]
        word = words[cue].lower()
        parts.append((named.cue_inside, place, word, strengths.get(word, 0)))
    else:
        ahead = [c for c in right.cues if at < c[1] <= at + 7]
        if ahead:
            cue = ahead[0][0]
            word, gap = words[cue].lower(), tuple(symbols[at + 1 : ahead[0][1]])
            parts.append((named.cue_ahead, place, word, strengths.get(word, 0), gap, between))
        else:
            parts.append((named.no_cue_ahead, place, around.after))
    return Candidate(number, place, parts, cue, own.parts)


def far_candidates(
    reader: Reader, stretch: Stretch, start: int, stop: int, around: Around
) -> Iterator[Candidate]:
    """The mentions in the passages before that of the stretch, `start:stop`, and in the next one."""
    yield from _before(reader, stretch, start, around)
    yield from _behind(reader, stretch, stop, around)


def _before(reader: Reader, stretch: Stretch, start: int, around: Around) -> Iterator[Candidate]:
    """The mentions in the passages before, the nearest first."""
    tokens, words, strengths = reader.tokens, reader.tokens.words, reader.strengths
    index = bisect_left(reader.firsts, start)
    rank = subjects = 0
    seen: set[int] = set()
    ending, last_sentence = (words[start - 1], tokens.sentences[start - 1]) if start else ("", -1)
    for number in range(index - 1, max(-1, index - MENTIONS_BEFORE), -1):
        mention = reader.mentions[number]
        if mention.inside or mention.quoted >= 0:
            continue
        gap = stretch.passage - mention.passage
        if gap > PASSAGES_BEFORE or rank >= MOST_FAR:
            break
        parts, own = basic(reader, number, "p", rank, around)
        after = words[mention.last].lower() if mention.last < len(words) else "."
        cue = mention.last if strengths.get(after, 0) >= WEAK else -1
        gap, subject, entity = min(gap, 3), mention.subject, mention.entity
        opens = mention.first == 0 or tokens.sentences[mention.first - 1] != mention.sentence
        ends = mention.sentence == last_sentence
        quotes = min(reader.quotes_in.get(mention.passage, 0), 3)
        parts += (
            (named.far_rank, gap, min(rank, 3), around.edges, subject),
            (named.far_kind, gap, own.kind, subjects if subject == 1 else -1),
            (named.far_sentence, gap, ending, cue >= 0, opens, ends),
            (named.far_quotes, gap, quotes, entity in seen if entity >= 0 else None),
        )
        subjects = min(subjects + (subject == 1), 3)
        if entity >= 0:
            seen.add(entity)
        yield Candidate(number, "p", parts, cue, own.parts)
        rank += 1


def _behind(reader: Reader, stretch: Stretch, stop: int, around: Around) -> Iterator[Candidate]:
    """The mentions in the next passage."""
    words, strengths = reader.tokens.words, reader.strengths
    index = bisect_left(reader.firsts, stop)
    rank = 0
    for number in range(index, min(len(reader.mentions), index + MENTIONS_BEHIND)):
        mention = reader.mentions[number]
        if mention.inside or mention.quoted >= 0 or mention.passage > stretch.passage + 1:
            continue
        if rank >= MOST_FAR_BEHIND:
            break
        parts, own = basic(reader, number, "n", rank, around)
        following = words[mention.last].lower() if mention.last < len(words) else "."
        said, has_quotes = strengths.get(following, 0) >= SURE, reader.quotes_in.get(mention.passage, 0) > 0
        parts.append(
            (named.behind, rank, around.edges, has_quotes, said, around.opens, around.closes, stretch.closed)
        )
        yield Candidate(number, "n", parts, -1, own.parts)
        rank += 1


def candidate_of_previous(reader: Reader, number: int, situation: Situation) -> Candidate:
    """The candidate that the last stretch's speaker is, though its mention is far."""
    around = around_of(
        reader,
        situation.stretch,
        situation.first,
        situation.last,
        *reader.passage_ends[situation.stretch.passage],
        Walk([], [], []),
        Walk([], [], []),
    )
    parts, own = basic(reader, number, "q", 0, around)
    return Candidate(number, "q", parts, -1, own.parts)


def compare(reader: Reader, candidates: list[Candidate]) -> None:
    """Tell each candidate of the paragraph how likely a source it is, and among those of its sentence."""
    candidates = [c for c in candidates if c.place in "LRlr"]
    likely = [reader.likely(c.mention) for c in candidates]
    beside = sorted((v for v, c in zip(likely, candidates, strict=True) if c.place in "LR"), reverse=True)
    for value, candidate in zip(likely, candidates, strict=True):
        place, mention = candidate.place, reader.mentions[candidate.mention]
        step = max(-6, min(6, round(value / model.SCALE)))
        candidate.parts.append((named.likely, place, mention.form[0], mention.being[:2], step))
        if place in "LR":
            rank = beside.index(value)
            other = beside[0] if rank else beside[1] if len(beside) > 1 else SCORE_OF_NO_OTHER
            lead = max(-4, min(4, round((value - other) / model.SCALE)))
            candidate.parts.append((named.likelier, place, min(rank, 3), lead))
