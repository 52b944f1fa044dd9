"""Whose it is that a word reports something: a mention of the sentence, a phrase beside the word, nobody."""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import (
    CLAUSE_OPENERS,
    DEFINITE,
    DIRECTIONS,
    INDEFINITE,
    MAKERS,
    PLACING,
    POSTS,
    RELATIVE_PERSONS,
)
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import kind_of, path_of, step_of, templates
from artparse.quotes.reports.words import BE, HELPING, OPENERS, PAUSES, QUOTED, spread
from artparse.values import NamedTuple, dataclass

INSIDE = POSTS | PLACING
"""What may stand inside a source."""
PASSED = DIRECTIONS | MAKERS | DEFINITE | INDEFINITE | {"an"}
"""What a source behind its cue opens with."""

SOURCES = 4
"""At most so many mentions to either side of a cue may be its source."""
ABSENT = -1000
"""The score of what is no mention."""
BEFORE, BEHIND, AROUND = 0, 1, 2
RANK_INSIDE = 4
"""The rank of what stands before the cue in what is reported."""
NUMBERS = templates(107)
P_WHERE, P_ROOT, P_LEN, P_LAST, P_FIRST, P_SHAPE = (next(NUMBERS) for _ in range(6))
C_KIND, C_PATH, C_PATHR, C_ROOT, C_DOES = (next(NUMBERS) for _ in range(5))
C_BEFORE, C_RANK, C_SUBJECT = (next(NUMBERS) for _ in range(3))
C_LIKELY, C_STAND = (next(NUMBERS) for _ in range(2))
C_AFTER, C_OWN, C_HEAD, C_BY, C_COMMA, C_COUNT = (next(NUMBERS) for _ in range(6))
N_R, N_P, N_S, N_BB, N_BY = (next(NUMBERS) for _ in range(5))
PLACED = tuple(spread(n, 9) for n in range(12))
"""Where a mention stands: before the cue, behind it or around it, in what is reported or not; and to which
side that stands."""


@dataclass(slots=True, eq=False)
class Source:
    """Who may be the source of what a cue reports."""

    mention: int
    """Index into the mentions, or -1 for words that are none."""
    first: int
    """Its first unit."""
    last: int
    """The unit after it."""


class Beside(NamedTuple):
    """How one that may be the source stands to the cue and to what is reported."""

    place: int
    """`BEFORE` the cue, `BEHIND` it, or `AROUND` it."""
    where: int
    """The same with whether it stands in what is reported, and to which side that is (of `PLACED`)."""
    rank: int
    """How many others stand nearer."""


def sources_of(reader: Reader, sentence: Sentence, cue: int, start: int, end: int) -> list[Source]:
    """The mentions of the sentence that may be the source, and a phrase beside the cue that is no mention."""
    before: list[Source] = []
    after: list[Source] = []
    for number, first, last in sentence.mentions:
        if reader.mentions[number].inside or (start <= first and last <= end):
            continue
        (before if first < cue else after).append(Source(number, first, last))
    found = before[-SOURCES:] + after[:SOURCES]
    phrase = _subject(sentence, cue) if start > cue else _after(sentence, cue)
    if phrase is not None and not any(s.first < phrase.last and phrase.first < s.last for s in found):
        found.append(phrase)
    return found


def _subject(sentence: Sentence, cue: int) -> Source | None:
    """The words right before the cue, its helping verbs left out."""
    words = sentence.words
    last = cue
    while last and words[last - 1] in HELPING:
        last -= 1
    first = last
    while first and last - first < 8 and words[first - 1] != QUOTED:
        before = words[first - 1]
        if before in PAUSES or (before in OPENERS and before not in INSIDE):
            break
        first -= 1
    if words[first : first + 1] and words[first] in CLAUSE_OPENERS:
        first += 1
    return Source(-1, first, last) if first < last else None


def _after(sentence: Sentence, cue: int) -> Source | None:
    """The words right after the cue that follows what it reports."""
    words = sentence.words
    first = cue + 1
    while first < len(words) and words[first] in PASSED:
        first += 1
    last = first
    while last < sentence.end and last - first < 8 and words[last] not in PAUSES and words[last] != QUOTED:
        last += 1
    return Source(-1, first, last) if first < last else None


def _placed(source: Source, cue: int, start: int, end: int) -> tuple[int, bool, int]:
    """Where one that may be the source stands, whether in what is reported, and both as a number."""
    place = BEFORE if source.last <= cue else BEHIND if source.first > cue else AROUND
    inside = source.last > start and source.first < end
    return place, inside, PLACED[4 * place + 2 * inside + (start > cue)]


def source_keys(
    reader: Reader, sentence: Sentence, cue: int, start: int, end: int, sources: list[Source]
) -> list[list[int]]:
    """Of each that may be the source, and last of nobody."""
    left = [x for x in sources if x.last <= cue and x.mention >= 0 and (x.last <= start or x.first >= end)]
    found: list[list[int]] = []
    ranked, after = len(left), 0
    for source in sources:
        place, inside, where = _placed(source, cue, start, end)
        if place == BEFORE:
            ranked -= source.mention >= 0 and not inside
            rank = RANK_INSIDE if inside else ranked
        else:
            rank = after
        after += source.first > cue
        if source.mention < 0:
            found.append(_phrase_keys(sentence, cue, source, where))
        else:
            found.append(_mention_keys(reader, sentence, cue, source, Beside(place, where, rank)))
    return [*found, _nobody_keys(sentence, cue, start > cue, bool(left))]


def _phrase_keys(sentence: Sentence, cue: int, source: Source, where: int) -> list[int]:
    """Of words that are no mention."""
    numbers = sentence.numbers
    return [
        P_WHERE + where,
        P_ROOT + sentence.rows[cue + EDGE].root + where,
        P_LEN + where + source.last - source.first,
        P_LAST + numbers[source.last - 1 + EDGE] + where,
        P_FIRST + numbers[source.first + EDGE] + where,
        P_SHAPE + sentence.ones[source.last - 1 + EDGE] + where,
    ]


def _mention_keys(reader: Reader, sentence: Sentence, cue: int, source: Source, beside: Beside) -> list[int]:
    """Of a mention."""
    words, numbers, ones = sentence.words, sentence.numbers, sentence.ones
    place, where, rank = beside
    word, mention = sentence.rows[cue + EDGE], reader.mentions[source.mention]
    if place == BEFORE:
        path, gap = path_of(ones, source.last, cue), cue - source.last
    else:
        path, gap = path_of(ones, cue + 1, source.first), source.first - cue - 1
    helped = place == BEFORE and gap < 6 and HELPING.issuperset(words[source.last : cue])
    how = 2 * helped + mention.governed
    keys = [
        C_KIND + where + 4 * kind_of(reader, source.mention) + how,
        C_PATH + path + where,
        C_PATHR + (path if gap < 3 else min(gap, 6)) + word.root + where,
        C_ROOT + word.root + where,
        C_DOES + word.does + where,
        C_BEFORE + ones[source.first + EDGE - 1] + where + min(rank, 4),
        C_RANK + where + 4 * min(rank, 4) + how,
        C_SUBJECT + where + 4 * round(4 * mention.subject) + min(rank, 3),
        C_AFTER + numbers[source.last + EDGE] + where,
        C_OWN + where + 4 * bool(mention.possessive) + min(gap, 2),
    ]
    if mention.form != "name":
        keys.append(C_HEAD + numbers[source.last - 1 + EDGE] + where)
    else:
        keys.append(C_COUNT + where + min(reader.entities[mention.entity].count, 6))
    if place == BEFORE:
        between = words[source.last : cue]
        crossed = (
            4 * ("," in between)
            + 2 * (not RELATIVE_PERSONS.isdisjoint(between))
            + (not CLAUSE_OPENERS.isdisjoint(between))
        )
        keys.append(C_COMMA + where + 4 * crossed + min(rank, 2))
    elif place == BEHIND:
        keys.append(C_BY + where + 4 * (words[source.first - 1] in MAKERS) + how)
    return keys


def _nobody_keys(sentence: Sentence, cue: int, side: bool, mentioned: bool) -> list[int]:
    """Of nobody; `side`: what is reported is behind the cue, `mentioned`: somebody stands before it."""
    words, ones, twos, at = sentence.words, sentence.ones, sentence.twos, cue + EDGE
    word = sentence.rows[at]
    passive = not BE.isdisjoint(words[max(0, cue - 2) : cue])
    alone = 2 * mentioned + side
    return [
        N_R + word.root + side,
        N_P + word.kind + 2 * passive + side,
        N_S + ones[at - 1] + alone,
        N_BB + ones[at - 2] + twos[at - 1] + side,
        N_BY + 4 * (not MAKERS.isdisjoint(words[cue : cue + 4])) + 2 * passive + side,
    ]


def likely_keys(
    reader: Reader, cue: int, start: int, end: int, sources: list[Source], rows: list[list[int]]
) -> list[list[int]]:
    """The same once more, with how likely each mention is the source of anything: that takes long."""
    likely = [reader.likely(x.mention) if x.mention >= 0 else ABSENT for x in sources]
    ranked = sorted(likely, reverse=True)
    found: list[list[int]] = []
    for source, row, value in zip(sources, rows, likely, strict=False):
        *_, where = _placed(source, cue, start, end)
        found.append(
            [*row, C_LIKELY + where + step_of(value, 5), C_STAND + where + min(ranked.index(value), 3)]
        )
    return [*found, [*rows[-1], C_LIKELY + (step_of(ranked[0], 4) if ranked else 31)]]
