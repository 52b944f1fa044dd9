"""The mentions that may be the speaker of a stretch, with the names of the features that hold for each.

In: the reader and the walks to both sides. Out: candidates, those of the sentence first.
"""

from __future__ import annotations

from bisect import bisect_left

from artparse.quotes import model
from artparse.quotes.choice.around import around_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Around, Candidate, Own, Situation, Walk
from artparse.quotes.cues import SURE, WEAK
from artparse.quotes.kinds import POSSESSIVES
from artparse.quotes.speech.marks import Stretch

MOST_BEFORE, MOST_BEHIND, MOST_FAR = 9, 6, 7
"""Candidates, at most: before and behind in the same passage, and in the passages before."""


SCORE_OF_NO_OTHER = -300
"""What a source that is alone in its sentence is compared with, in `model.SCALE`ths."""


MOST_KNOWN = 1000
"""Mentions and places, at most, of which it is kept what features see."""


def basic(reader: Reader, number: int, place: str, rank: int, around: Around) -> tuple[list[str], Own]:
    """The features of a mention at a place beside a stretch, and those it has wherever that is."""
    own = reader.known.get((number, place))
    if own is None:
        if len(reader.known) > MOST_KNOWN:
            reader.known.clear()
            reader.scored.clear()
        own = reader.known[number, place] = own_features(reader, number, place)
    _, kind, who, name = own
    near = min(rank, 3)
    subject = reader.mentions[number].subject
    found = [
        f"pr{place}{min(rank, 5)}",
        f"kr{kind}{place}{near}",
        f"sh{place}{around.shape}",
        f"ed{place}{around.edges}",
        f"ln{place}{around.length}",
        f"sk{place}{subject}{kind}{near}",
    ]
    if around.told:
        found.append(f"fp{around.told}{who}")
    if name in around.names:
        found.append(f"own{kind[:2]}")
    return found, own


def own_features(reader: Reader, number: int, place: str) -> Own:
    """What features see of a mention at that place."""
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    words = reader.tokens.words
    form = mention.form[0] + mention.form[2]
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    kind = f"{form}{being[:2]}"
    before = words[mention.first - 1].lower() if mention.first else "^"
    after = words[mention.last].lower() if mention.last < len(words) else "$"
    head = mention.words[-1].lower() if mention.form != "name" else ""
    title = mention.title if mention.form == "noun" else "t" if mention.title else ""
    governed = mention.governed
    cued = reader.strengths.get(after, 0) >= SURE
    features = [
        f"p{place}",
        f"pk{place}{kind}",
        f"k{kind}{title}",
        f"tb{place}{before if before in reader.table else reader.symbol(mention.first - 1)}",
        f"ta{place}{after if after in reader.table else reader.symbol(mention.last)}",
        f"gv{place}{governed}{cued}{being[:2]}",
        f"sb{place}{mention.subject}",
        f"gb{governed}{cued}{before if governed else after if cued else ''}",
    ]
    if head:
        features.append(f"h{head}")
        features.append(f"hp{place}{head}")
    if mention.possessive:
        features.append(f"po{place}")
    if mention.plural:
        features.append(f"pl{place}")
    if mention.role is not None:
        features.append(f"ro{place}")
    if entity is not None:
        said = reader.reporting.get(mention.entity, 0)
        features.append(f"rp{min(said, 4)}{place}")
        features.append(f"rk{min(said, 2)}{form}{min(entity.count, 3)}{place in 'LRlr'}")
        features.append(f"ct{min(entity.count, 6)}")
        if mention.form != "name":
            features.append(f"rs{form}")
    strength = reader.strengths.get(after, 0)
    if strength >= WEAK:
        features.append(f"va{place}{strength // 3}")
        features.append(f"wa{after}")
    strength = reader.strengths.get(before, 0)
    if strength >= WEAK:
        features.append(f"vb{place}{strength // 3}")
        features.append(f"wb{place}{before}")
    who = (entity.being if entity is not None else mention.being)[:2] + form
    return Own(features, kind, who, entity.name[-1] if entity is not None and entity.name else "")


def left_candidate(
    reader: Reader,
    number: int,
    at: int,
    rank: int,
    subjects: int,
    left: Walk,
    right: Walk,
    around: Around,
    first: int,
) -> Candidate:
    symbols = left.symbols
    between = symbols[:at]
    crossed = sum(1 for s in between if s in (".", "?", "!"))
    quotes = between.count("Q")
    place = "l" if crossed else "L"
    features, own = basic(reader, number, place, rank, around)
    kind = own.kind
    path = " ".join(reversed(between[:9])) if len(between) < 10 else ""
    cue, cue_at = -1, -1
    inner = [c for c in left.cues if c[1] < at]
    if inner:
        strengths, words = reader.strengths, reader.tokens.words
        beside = words[inner[0][0]].lower()
        if inner[0][1] == 0 and beside.endswith("ing") and strengths.get(beside, 0) >= SURE:
            cue, cue_at = inner[0]  # "thanked her, saying"
        else:
            cue, cue_at = max(inner, key=lambda c: (strengths.get(words[c[0]].lower(), 0) >= SURE, c[1]))
    if path or not between:
        features.append(f"S{place}{path}")
        features.append(f"Sk{place}{kind[:2]}{path}")
    mention = reader.mentions[number]
    if mention.possessive or mention.words[0] in POSSESSIVES:
        owned = reader.tokens.words[mention.last].lower() if mention.last < first else ""
        features.append(f"pw{place}{owned}")
        features.append(f"pd{place}{min(len(between), 4)}{'v' if left.cues else ''}")
    features.extend([f"bw{place}{s}" for s in set(between[:12])])
    after = reader.tokens.words[mention.last].lower() if mention.last < first else "Q"
    features.append(f"aw{place}{mention.governed}{after}")
    features.append(f"bs{place}{mention.subject}{min(subjects, 3)}{crossed > 0}")
    features.append(f"e3{place}{' '.join(between[:3])}")
    features.append(f"m3{place}{' '.join(between[-3:])}")
    features.append(f"m2{place}{' '.join(between[-2:])}")
    features.append(f"d{place}{min(len(between) // 2, 12)}")
    features.append(f"x{place}{min(crossed, 3)}q{min(quotes, 3)}")
    features.append(f"om{place}{min(rank, 4)}{'v' if cue >= 0 else ''}")
    if cue >= 0:
        word = reader.tokens.words[cue].lower()
        to_cue = between[cue_at + 1 :]
        from_cue = between[:cue_at]
        features.append(f"c{place}{word}")
        features.append(f"cs{place}{reader.strengths.get(word, 0)}")
        features.append(f"mc{place}{' '.join(to_cue) if len(to_cue) < 7 else 'long'}")
        features.append(f"cq{place}{' '.join(from_cue) if len(from_cue) < 7 else 'long'}")
        features.append(f"cm{place}{sum(s in 'MP' for s in to_cue)}{sum(s in 'MP' for s in from_cue)}")
    else:
        features.append(f"nc{place}{around.before}")
    if cue < 0:
        before = reader.mentions[number].first - 1
        if before >= 0 and reader.strengths.get(reader.tokens.words[before].lower(), 0) >= WEAK:
            cue = before
        elif reader.tokens.words[reader.mentions[number].last : reader.mentions[number].last + 1] == [":"]:
            features.append("colon")
    return Candidate(number, place, features, cue, own.features)


def right_candidate(
    reader: Reader, number: int, at: int, rank: int, left: Walk, right: Walk, around: Around, last: int
) -> Candidate:
    symbols = right.symbols
    between = symbols[:at]
    crossed = sum(1 for s in between if s in (".", "?", "!"))
    quotes = between.count("Q")
    place = "r" if crossed else "R"
    features, own = basic(reader, number, place, rank, around)
    path = " ".join(between) if len(between) < 8 else ""
    if path or not between:
        features.append(f"S{place}{path}")
    after = symbols[at + 1 : at + 6]
    features.append(f"a1{place}{path[:12]}|{' '.join(after[:1])}")
    features.append(f"a2{place}{' '.join(after[:2])}")
    features.append(f"e2{place}{' '.join(between[:2])}")
    features.append(f"d{place}{min(len(between), 12)}")
    features.append(f"x{place}{min(crossed, 3)}q{min(quotes, 3)}")
    features.append(f"L{place}{around.before}{'v' if left.has_cue() else ''}")
    strengths, words = reader.strengths, reader.tokens.words
    cue = -1
    inner = [c for c in right.cues if c[1] < at]
    if inner:
        cue = max(inner, key=lambda c: (strengths.get(words[c[0]].lower(), 0), -c[1]))[0]
        features.append(f"c{place}{words[cue].lower()}")
        features.append(f"cs{place}{strengths.get(words[cue].lower(), 0)}")
    else:
        ahead = [c for c in right.cues if at < c[1] <= at + 7]
        if ahead:
            cue = ahead[0][0]
            gap = symbols[at + 1 : ahead[0][1]]
            features.append(f"f{place}{words[cue].lower()}")
            features.append(f"fs{place}{strengths.get(words[cue].lower(), 0)}")
            features.append(f"fg{place}{' '.join(gap)}")
            features.append(f"fb{place}{path}|{sum(s in 'MPQ.' for s in gap)}")
        else:
            features.append(f"nf{place}{around.after}")
    return Candidate(number, place, features, cue, own.features)


def far_candidates(
    reader: Reader, stretch: Stretch, start: int, stop: int, around: Around
) -> list[Candidate]:
    found: list[Candidate] = []
    tokens, words, strengths = reader.tokens, reader.tokens.words, reader.strengths
    index = bisect_left(reader.firsts, start)
    rank = 0
    seen: set[int] = set()
    subjects = 0
    for number in range(index - 1, max(-1, index - 40), -1):
        mention = reader.mentions[number]
        if mention.inside or mention.quoted >= 0:
            continue
        gap = stretch.passage - mention.passage
        if gap > 4 or rank >= MOST_FAR:
            break
        features, own = basic(reader, number, "p", rank, around)
        after = words[mention.last].lower() if mention.last < len(words) else "."
        cue = mention.last if strengths.get(after, 0) >= WEAK else -1
        ending = words[start - 1]
        features.append(f"g{min(gap, 3)}{min(rank, 3)}{around.edges}")
        features.append(f"gk{min(gap, 3)}{own.kind}")
        features.append(f"ge{min(gap, 3)}{ending}{'v' if cue >= 0 else ''}")
        features.append(f"gq{min(gap, 3)}{min(reader.quotes_in.get(mention.passage, 0), 3)}")
        features.append(f"gj{min(gap, 3)}{mention.subject}{around.edges}")
        features.append(f"gr{min(gap, 3)}{subjects if mention.subject == 1 else '-'}{own.kind}")
        subjects = min(subjects + (mention.subject == 1), 3)
        same_sentence = mention.first == 0 or tokens.sentences[mention.first - 1] != mention.sentence
        features.append(
            f"gs{min(gap, 3)}{same_sentence}{mention.sentence == tokens.sentences[start - 1]}{ending}"
        )
        if mention.entity >= 0:
            features.append(f"gn{mention.entity in seen}{min(gap, 3)}")
            seen.add(mention.entity)
        found.append(Candidate(number, "p", features, cue, own.features))
        rank += 1
    rank = 0
    index = bisect_left(reader.firsts, stop)
    for number in range(index, min(len(reader.mentions), index + 6)):
        mention = reader.mentions[number]
        if mention.inside or mention.quoted >= 0 or mention.passage > stretch.passage + 1:
            continue
        if rank >= 2:
            break
        features, own = basic(reader, number, "n", rank, around)
        features.append(f"ng{rank}{around.edges}{reader.quotes_in.get(mention.passage, 0) > 0}")
        following = words[mention.last].lower() if mention.last < len(words) else "."
        said = strengths.get(following, 0) >= SURE
        features.append(f"nv{rank}{said}{around.opens}{around.closes}{stretch.closed}")
        found.append(Candidate(number, "n", features, -1, own.features))
        rank += 1
    return found


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
    features, own = basic(reader, number, "q", 0, around)
    return Candidate(number, "q", features, -1, own.features)


def compare(reader: Reader, candidates: list[Candidate]) -> None:
    """Tell each candidate of the paragraph how likely a source it is, and among those of its sentence."""
    candidates = [c for c in candidates if c.place in "LRlr"]
    likely = [reader.likely(c.mention) for c in candidates]
    beside = sorted((v for v, c in zip(likely, candidates, strict=True) if c.place in "LR"), reverse=True)
    for value, candidate in zip(likely, candidates, strict=True):
        place, mention = candidate.place, reader.mentions[candidate.mention]
        step = max(-6, min(6, round(value / model.SCALE)))
        candidate.features += (
            f"so{place}{step}",
            f"sf{mention.form[0]}{mention.being[:2]}{step // 2}",
        )
        if place in "LR":
            rank = beside.index(value)
            other = beside[0] if rank else beside[1] if len(beside) > 1 else SCORE_OF_NO_OTHER
            lead = max(-4, min(4, round((value - other) / model.SCALE)))
            candidate.features += f"sr{place}{min(rank, 3)}", f"sd{place}{lead}"
