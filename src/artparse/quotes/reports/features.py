"""What the words of a sentence tell of whether one of them reports speech, what it reports, and whose.

Each function gives the numbers of features that hold; their weights are learnt. A feature's number is
the sum of its template's and those of what it sees, which are spread (see `words.spread`): nothing is
put together or multiplied here, as this is done for every word that may report. Features that meet
share a weight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from artparse.quotes import model
from artparse.quotes.choice.features import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.words import (
    BE,
    DENIALS,
    HELPING,
    OPENERS,
    PAUSES,
    QUOTED,
    SPREAD,
    Word,
    spread,
)

SOURCES = 4
"""At most so many mentions to either side of a cue may be its source."""
AWAY = SPREAD - 1
"""The path between two units that are far apart."""
LONGEST = 6
"""Longer paths are `AWAY`."""
FORMS = {"name": 0, "pronoun": 1, "noun": 2}
BEINGS = {"person": 0, "organization": 1, "group": 2, "document": 3, "place": 4}
PLACES = {"p": 0, "t": 1, "s": 2, "h": 3, "l": 4, "b": 5}
KINDS = 18
"""So many kinds of mention there are."""
_numbers = count(1)


def _template() -> int:
    return spread(next(_numbers), 0)


def _path(shapes: Sequence[int], first: int, last: int, most: int = LONGEST) -> int:
    """The shapes from one unit to another, as a number."""
    if last - first > most:
        return AWAY
    number = 0
    for shape in shapes[first + EDGE : last + EDGE]:
        number = (5 * number + shape) % SPREAD
    return number


def _until_verb(rows: Sequence[Word], first: int, most: int) -> int:
    """How many units stand from one on before the next that may be a clause's verb, up to `most`."""
    last = min(first + most, len(rows))
    for x in range(first, last):
        if rows[x].verbal:
            return x - first
    return last - first


def kind_of(reader: Reader, number: int) -> int:
    """The form of a mention and what it is, as a number below `KINDS`."""
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    return FORMS[mention.form] * 6 + BEINGS.get(being, 5)


def said_before(reader: Reader, number: int) -> int:
    """How often words that report stand beside whom a mention stands for, up to 3."""
    return min(reader.reporting.get(reader.mentions[number].entity, 0), 3)


W, R, E, S, D, K = (_template() for _ in range(6))
B1, A1, B1R, A1R = (_template() for _ in range(4))


def word_keys(word: Word) -> tuple[int, ...]:
    """Of a word that may report, wherever it stands."""
    return (
        W + word.number,
        R + word.root,
        E + word.ending,
        S + word.strength,
        D + word.does,
        K + word.kind,
    )


def nearest_keys(word: Word, before: Word, after: Word) -> tuple[int, int, int, int]:
    """Of a word that may report, by the words right beside it."""
    return (
        B1 + before.number,
        A1 + after.number,
        B1R + before.number + word.root,
        A1R + after.number + word.root,
    )


S_B, S_A, S_BKA, S_BB, S_AA, S_AAR, S_BBR, S_BAS, S_BDA, S_BBD, S_AAD = (_template() for _ in range(11))
M_PATH, M_ROOT, M_KIND, M_WORD, M_SAID, M_NONE, M_DOES = (_template() for _ in range(7))
O_AT, O_ROOT, O_DOES, F_PATH, F_ROOT = (_template() for _ in range(5))
B2, A2 = (_template() for _ in range(2))
S_BD, S_AD, S_BK, F_DOES, M_HEAD, M_HEADD = (_template() for _ in range(6))
L_HOW, L_DOES, L_STRONG, L_AFTER, L_AFTERD = (_template() for _ in range(5))
N_ANY, N_ROOT, BE_K, STRONGER, Q_BESIDE, PLACE, POSITION, V_DOES, V_ROOT, V_SIDE = (
    _template() for _ in range(10)
)
AHEAD = 7
"""So many units ahead it is looked for a clause."""
BEHIND = 4
"""And so many behind where what is reported may end."""


def cue_keys(reader: Reader, sentence: Sentence, cue: int) -> list[int]:
    """Of a word that may report: what speaks for it and against, beside what the words beside it tell."""
    words, rows, ones, twos = sentence.words, sentence.rows, sentence.ones, sentence.twos
    at = cue + EDGE
    word = rows[at]
    root, does, strong = word.root, word.does, word.strength
    before2, after2 = ones[at - 2] + twos[at - 1], ones[at + 1] + twos[at + 2]
    around = ones[at - 1] + twos[at + 1]
    found = [
        S_B + ones[at - 1] + root,
        S_A + ones[at + 1] + root,
        S_BKA + around + word.kind,
        S_BB + before2,
        S_AA + after2,
        S_AAR + after2 + root,
        S_BBR + before2 + root,
        S_BAS + around + strong // 4,
        S_BDA + around + does,
        S_BBD + before2 + does,
        S_AAD + after2 + does,
        S_BD + ones[at - 1] + does,
        S_AD + ones[at + 1] + does,
        S_BK + ones[at - 1] + word.kind,
        B2 + rows[at - 2].number,
        A2 + rows[at + 2].number,
    ]
    before = bisect_right(sentence.endings, cue) - 1
    if before >= 0:
        number, _, last = sentence.mentions[before]
        plain = cue - last < 6 and HELPING.issuperset(words[last:cue])
        how = 2 * plain + reader.mentions[number].governed
        what = 4 * kind_of(reader, number) + how
        path = _path(ones, last, cue)
        found += (
            M_PATH + path,
            M_ROOT + root + how,
            M_KIND + 8 * what + (strong + 1) // 3,
            M_WORD + (path if cue - last < 3 else AWAY) + what + word.kind,
            M_DOES + does + what,
            M_SAID + 4 * said_before(reader, number) + how,
            M_HEAD + rows[last - 1 + EDGE].number + how,
            M_HEADD + rows[last - 1 + EDGE].number + does + plain,
        )
    else:
        found.append(M_NONE + root)
    ahead = words[cue + 1 : cue + 1 + AHEAD]
    for n, opener in enumerate(("that", "whether", "if")):
        if opener in ahead:
            place = 4 * n + min(ahead.index(opener), 3)
            found += (O_AT + place, O_ROOT + root + place, O_DOES + does + place)
    clause = _until_verb(rows, at + 1, AHEAD)
    found += (V_DOES + does + clause, V_ROOT + root + clause, V_SIDE + around + clause)
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions):
        number, first, _ = sentence.mentions[after]
        path = _path(ones, cue + 1, first, 4)
        found += (F_PATH + path + kind_of(reader, number), F_ROOT + path + root, F_DOES + path + does)
    behind = words[max(0, cue - 4) : cue]
    if not DENIALS.isdisjoint(behind) or any(b[-3:] in ("n't", "n’t") for b in behind):
        found += (N_ANY + does, N_ROOT + root)
    stronger = -1
    for row in rows[max(0, at - 4) : at]:
        stronger = max(stronger, row.strength)
    for row in rows[at + 1 : at + 5]:
        stronger = max(stronger, row.strength)
    found += (
        BE_K + ones[at + 1] + word.kind + (not BE.isdisjoint(behind[-2:])),
        STRONGER + 8 * min((stronger + 1) // 3, 6) + (strong + 1) // 3,
        PLACE + 8 * PLACES[sentence.place] + strong // 4,
        POSITION + 8 * min(cue, 6) + min(len(words) - cue, 6),
    )
    if sentence.quotes:
        left, right = QUOTED in words[max(0, cue - 12) : cue], QUOTED in words[cue + 1 : cue + 12]
        found.append(Q_BESIDE + 4 * (strong // 4) + 2 * left + right)
    return found


def likely_cue_keys(reader: Reader, sentence: Sentence, cue: int) -> list[int]:
    """The same by how likely the mentions beside it are the source of anything: that takes long."""
    words, word = sentence.words, sentence.rows[cue + EDGE]
    found: list[int] = []
    before = bisect_right(sentence.endings, cue) - 1
    if before >= 0:
        number, _, last = sentence.mentions[before]
        step = _step(reader.likely(number), 5)
        plain = cue - last < 6 and HELPING.issuperset(words[last:cue])
        how = 2 * plain + reader.mentions[number].governed
        found += (
            L_HOW + 4 * step + how,
            L_DOES + word.does + 2 * step + plain,
            L_STRONG + 32 * ((word.strength + 1) // 3) + 2 * step + plain,
        )
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions) and sentence.openings[after] == cue + 1:
        step = _step(reader.likely(sentence.mentions[after][0]), 5)
        found += (L_AFTER + 32 * ((word.strength + 1) // 3) + step, L_AFTERD + word.does + step)
    return found


T_HEAD, T_ROOT, T_DOES, T_CONTEXT, T_BR, T_F, T_FR, T_BF, T_FF, T_M = (_template() for _ in range(10))
T_CLOSED, T_PDOES = (_template() for _ in range(2))
T_PATH, T_PATHR, T_CROSS, T_PEND, T_OPEN, T_RANK, T_LEFT, T_BACK, T_FAR, T_Q = (
    _template() for _ in range(10)
)
SIDES = (0, spread(1, 8))
"""What makes a feature another one to the right of the cue."""


def start_keys(reader: Reader, sentence: Sentence, cue: int, starts: list[int]) -> list[list[int]]:
    """Of each unit at which what the cue reports may begin."""
    words, rows, ones, twos = sentence.words, sentence.rows, sentence.ones, sentence.twos
    at = cue + EDGE
    word = rows[at]
    firsts = sentence.openings
    ahead = bisect_right(firsts, cue)
    pending = sentence.endings[ahead] if ahead < len(firsts) else -9
    closed = words[cue - 1] in PAUSES if cue else True
    length = min(sentence.end - cue, 8)
    by_root, by_does = T_ROOT + word.root, T_DOES + word.does
    by_context = T_CONTEXT + ones[at - 1] + twos[at + 1]
    found: list[list[int]] = []
    for rank, start in enumerate(starts):
        x = start + EDGE
        here, before, right = ones[x], rows[x - 1], start > cue
        gap = min(start - cue, 9) if right else 0
        head = gap if right else 10 + (start == 0 or (start == 1 and words[0] == ","))
        side = SIDES[right]
        which = bisect_right(firsts, start) - 1
        named = which >= 0 and firsts[which] == start
        keys = [
            T_HEAD + head,
            by_root + head,
            by_does + head,
            by_context + head,
            T_BR + before.number + word.root + right,
            T_F + rows[x].number + right,
            T_FR + here + word.root + right,
            T_BF + ones[x - 1] + twos[x] + side,
            T_FF + here + twos[x + 1] + side,
            T_M + 4 * (kind_of(reader, sentence.mentions[which][0]) if named else KINDS) + min(gap, 2),
        ]
        if right:
            path = _path(ones, cue + 1, start)
            crossed = min(max(0, which + (not named) - ahead), 3)
            keys += (
                T_PATH + path + twos[x],
                T_PATHR + path + word.root,
                T_PDOES + path + word.does,
                T_CLOSED + ones[at + 1] + 16 * closed + head,
                T_CROSS + ones[x - 1] + crossed,
                T_PEND + word.root + (start - pending + 3 if abs(start - pending) < 3 else 9),
            )
        else:
            opens = head - 10
            keys += (
                T_OPEN + ones[at + 1] + 2 * closed + opens,
                T_RANK + 2 * min(rank, 6) + opens,
                T_LEFT + word.root + 4 * (length < 5) + 2 * opens + closed,
                T_BACK + 2 * length + closed,
                T_FAR + here + min((cue - start) // 2, 6),
            )
        if words[start] == QUOTED:
            keys.append(T_Q + before.number + head)
        found.append(keys)
    return found


E_SIDE, E_ROOT, E_STATE, E_NEXT, E_WORD, E_NROOT, E_BS, E_NN, E_NNK, E_LEN, E_RANK, E_KIND = (
    _template() for _ in range(12)
)
E_OPEN, E_LONG = (_template() for _ in range(2))
E_DOES, E_DNEXT, E_AFTER, E_CLOSE, E_ROOTLEN, E_LAST = (_template() for _ in range(6))
E_COMMA, E_SAID, E_MENTION, E_REST, E_FAR, E_FARR, E_M, E_P = (_template() for _ in range(8))


def end_keys(sentence: Sentence, cue: int, start: int, ends: list[int]) -> list[list[int]]:
    """Of each unit before which what begins at `start` may end."""
    words, rows, ones, twos = sentence.words, sentence.rows, sentence.ones, sentence.twos
    word = rows[cue + EDGE]
    right = start > cue
    kind = ones[start + EDGE]
    if words[start] not in OPENERS:
        kind = ones[start + EDGE - 1] if start and words[start - 1] in OPENERS else 0
    by_side = SIDES[right]
    found: list[list[int]] = []
    verbs, seen = 0, start + EDGE
    for rank, end in enumerate(ends):
        x = end + EDGE
        while seen < x:
            verbs += rows[seen].verbal
            seen += 1
        last = end >= sentence.end if right else end == cue
        side = 2 * right + last
        some = min(verbs, 2)
        state = kind + by_side + some
        here, number, size = ones[x], rows[x].number, min(end - start, 12)
        clause = _until_verb(rows, x + 1, BEHIND)
        keys = [
            E_SIDE + side,
            E_ROOT + word.root + side,
            E_STATE + state + 3 * last,
            E_NEXT + state + number,
            E_WORD + number + right,
            E_NROOT + here + word.root + right,
            E_BS + ones[x - 1] + twos[x] + right,
            E_NN + here + twos[x + 1] + right,
            E_NNK + state + here + twos[x + 1],
            E_LEN + state + 3 * size,
            E_RANK + 4 * min(rank, 5) + side,
            E_OPEN + ones[start + EDGE] + 4 * min(rank, 2) + side,
            E_LONG + 4 * size + side,
            E_KIND + state + here + 3 * min(rank, 3),
            E_DOES + word.does + side + 4 * some,
            E_DNEXT + here + word.does + right,
            E_AFTER + here + 4 * clause + side,
            E_CLOSE + rows[x - 1].number + here + right,
            E_ROOTLEN + word.root + 4 * min(end - start, 6) + side,
            E_LAST + number + twos[x + 1] + right,
        ]
        if end < len(words) and words[end] in PAUSES:
            said = -1
            for row in rows[x + 1 : x + 6]:
                said = max(said, row.strength)
            keys += (
                E_COMMA + rows[x + 1].number + 2 * (verbs > 0) + right,
                E_SAID + ones[x + 1] + 2 * ((said + 1) // 4) + right,
                E_MENTION + kind + 4 * (end + 1 in sentence.openings) + 2 * (verbs > 0) + right,
                E_REST + 2 * min(sentence.end - end, 8) + right,
            )
        if not right:
            keys += (
                E_FAR + min(cue - end, 8),
                E_FARR + here + word.root + min(cue - end, 5),
                E_M + number + 2 * (end in sentence.openings) + (end + 1 in sentence.openings),
                E_P + _path(ones, end, cue),
            )
        found.append(keys)
    return found


@dataclass(slots=True, eq=False)
class Source:
    """Who may be the source of what a cue reports."""

    mention: int
    """Index into the mentions, or -1 for words that are none."""
    first: int
    """Its first unit."""
    last: int
    """The unit after it."""


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
        if before in PAUSES or (before in OPENERS and before not in ("of", "in", "for")):
            break
        first -= 1
    if words[first : first + 1] and words[first] == "that":
        first += 1
    return Source(-1, first, last) if first < last else None


def _after(sentence: Sentence, cue: int) -> Source | None:
    """The words right after the cue that follows what it reports."""
    words = sentence.words
    first = cue + 1
    while first < len(words) and words[first] in ("to", "by", "the", "a", "an"):
        first += 1
    last = first
    while last < sentence.end and last - first < 8 and words[last] not in PAUSES and words[last] != QUOTED:
        last += 1
    return Source(-1, first, last) if first < last else None


P_WHERE, P_ROOT, P_LEN, P_PATH, P_LAST, P_FIRST, P_ALONE, P_SHAPE = (_template() for _ in range(8))
C_KIND, C_PATH, C_PATHR, C_ROOT, C_DOES, C_HELP, C_BEFORE, C_RANK, C_SUBJECT = (_template() for _ in range(9))
C_LIKELY, C_STAND = (_template() for _ in range(2))
C_AFTER, C_SAID, C_OWN, C_HEAD, C_BY, C_COMMA, C_COUNT = (_template() for _ in range(7))
N_B, N_R, N_P, N_S, N_BB, N_D, N_BY, N_PLACE = (_template() for _ in range(8))
PLACED = tuple(spread(n, 9) for n in range(12))
"""Where a mention stands: before the cue, behind it or around it, in what is reported or not; and to which
side that stands."""


def source_keys(
    reader: Reader, sentence: Sentence, cue: int, start: int, end: int, sources: list[Source]
) -> list[list[int]]:
    """Of each that may be the source, and last of nobody."""
    words, rows, ones, twos = sentence.words, sentence.rows, sentence.ones, sentence.twos
    at = cue + EDGE
    word = rows[at]
    root = word.root
    side = start > cue
    left = [x for x in sources if x.last <= cue and x.mention >= 0 and (x.last <= start or x.first >= end)]
    found: list[list[int]] = []
    ranked, after = len(left), 0
    for source in sources:
        place = 0 if source.last <= cue else 1 if source.first > cue else 2
        inside = source.last > start and source.first < end
        where = PLACED[4 * place + 2 * inside + side]
        if place == 0:
            path, gap = _path(ones, source.last, cue), cue - source.last
            if source.mention >= 0 and not inside:
                ranked -= 1
            rank = ranked if not inside else 4
        else:
            path, gap = _path(ones, cue + 1, source.first), source.first - cue - 1
            rank = after
        after += source.first > cue
        if source.mention < 0:
            found.append(
                [
                    P_WHERE + where,
                    P_ROOT + root + where,
                    P_LEN + where + source.last - source.first,
                    P_PATH + path,
                    P_LAST + rows[source.last - 1 + EDGE].number + where,
                    P_FIRST + rows[source.first + EDGE].number + where,
                    P_ALONE + where + bool(left),
                    P_SHAPE + ones[source.last - 1 + EDGE] + where,
                ]
            )
            continue
        mention = reader.mentions[source.mention]
        helped = place == 0 and gap < 6 and HELPING.issuperset(words[source.last : cue])
        how = 2 * helped + mention.governed
        keys = [
            C_KIND + where + 4 * kind_of(reader, source.mention) + how,
            C_PATH + path + where,
            C_PATHR + (path if gap < 3 else min(gap, 6)) + root + where,
            C_ROOT + root + where,
            C_DOES + word.does + where,
            C_HELP + where + how,
            C_BEFORE + ones[source.first + EDGE - 1] + where + min(rank, 4),
            C_RANK + where + 4 * min(rank, 4) + how,
            C_SUBJECT + where + 4 * round(4 * mention.subject) + min(rank, 3),
            C_AFTER + rows[source.last + EDGE].number + where,
            C_SAID + where + 8 * said_before(reader, source.mention) + min(rank, 3),
            C_OWN + where + 4 * bool(mention.possessive) + min(gap, 2),
        ]
        if mention.form != "name":
            keys.append(C_HEAD + rows[source.last - 1 + EDGE].number + where)
        else:
            keys.append(C_COUNT + where + min(reader.entities[mention.entity].count, 6))
        if place == 0:
            between = words[source.last : cue]
            crossed = 4 * ("," in between) + 2 * ("who" in between) + ("that" in between)
            keys.append(C_COMMA + where + 4 * crossed + min(rank, 2))
        elif place == 1:
            keys.append(C_BY + where + 4 * (words[source.first - 1] == "by") + how)
        found.append(keys)
    passive = not BE.isdisjoint(words[max(0, cue - 2) : cue])
    alone = 2 * bool(left) + side
    nobody = [
        N_B + alone,
        N_R + root + side,
        N_P + word.kind + 2 * passive + side,
        N_S + ones[at - 1] + alone,
        N_BB + ones[at - 2] + twos[at - 1] + side,
        N_D + word.does + alone,
        N_BY + 4 * ("by" in words[cue : cue + 4]) + 2 * passive + side,
        N_PLACE + 2 * PLACES[sentence.place] + (cue < 2),
    ]
    return [*found, nobody]


def likely_keys(
    reader: Reader, cue: int, start: int, end: int, sources: list[Source], rows: list[list[int]]
) -> list[list[int]]:
    """The same once more, with how likely each mention is the source of anything: that takes long."""
    likely = [reader.likely(x.mention) if x.mention >= 0 else ABSENT for x in sources]
    ranked = sorted(likely, reverse=True)
    found: list[list[int]] = []
    for source, row, value in zip(sources, rows, likely, strict=False):
        place = 0 if source.last <= cue else 1 if source.first > cue else 2
        inside = source.last > start and source.first < end
        where = PLACED[4 * place + 2 * inside + (start > cue)]
        found.append(
            [*row, C_LIKELY + where + _step(value, 5), C_STAND + where + min(ranked.index(value), 3)]
        )
    return [*found, [*rows[-1], C_LIKELY + (_step(ranked[0], 4) if ranked else 31)]]


ABSENT = -1000


def _step(value: int, most: int) -> int:
    """A score in whole steps, above zero."""
    return max(-most, min(most, round(value / model.SCALE))) + most
