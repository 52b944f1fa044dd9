"""What the words of a sentence tell of whether one of them reports speech, what it reports, and whose.

Each function gives the numbers of features that hold; their weights are learnt. A feature's number is made of
that of its template and of what it sees, at most two numbers below 2 ** 20: no text is put together here, as
this is done for every word that may report.
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
    Word,
)

SOURCES = 4
"""At most so many mentions to either side of a cue may be its source."""
TOP, HIGH, LOW = 40, 20, 10
"""A template's number stands above so many bits, the first thing it sees above so many; shapes take so many."""
MASK = (1 << HIGH) - 1
AWAY = MASK
"""The path between two units that are far apart."""
FORMS = {"name": 0, "pronoun": 1, "noun": 2}
BEINGS = {"person": 0, "organization": 1, "group": 2, "document": 3, "place": 4}
PLACES = {"p": 0, "t": 1, "s": 2, "h": 3, "l": 4, "b": 5}
_numbers = count(1)


def _template() -> int:
    return next(_numbers) << TOP


def _path(shapes: Sequence[int], first: int, last: int, most: int = 6) -> int:
    """The shapes from one unit to another, as a number."""
    if last - first > most:
        return AWAY
    number = 0
    for shape in shapes[first + EDGE : last + EDGE]:
        number = (number * 1021 + shape + 1) & MASK
    return number


def kind_of(reader: Reader, number: int) -> int:
    """The form of a mention and what it is, as a number below 18."""
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    return FORMS[mention.form] * 6 + BEINGS.get(being, 5)


def _step(value: int, most: int) -> int:
    """A score in whole steps, above zero."""
    return max(-most, min(most, round(value / model.SCALE))) + most


W, R, E, S, D, K, DK = (_template() for _ in range(7))
B1, A1, B2, A2, B1R, A1R = (_template() for _ in range(6))


def word_keys(word: Word) -> tuple[int, ...]:
    """Of a word that may report, wherever it stands."""
    return (
        W | word.number,
        R | word.root,
        E | word.ending,
        S | word.strength,
        D | word.does,
        K | word.kind,
        DK | word.does << HIGH | word.kind,
    )


def nearest_keys(word: Word, before: Word, before2: Word, after: Word, after2: Word) -> tuple[int, ...]:
    """Of a word that may report, by the words right beside it."""
    return (
        B1 | before.number,
        A1 | after.number,
        B2 | before2.number,
        A2 | after2.number,
        B1R | before.number << HIGH | word.root,
        A1R | after.number << HIGH | word.root,
    )


(S_B, S_A, S_BKA, S_BB, S_AA, S_AAR, S_BBR, S_BAS, S_BK, S_BDA, S_BBK, S_AAK, S_DB, S_DA) = (
    _template() for _ in range(14)
)
M_PATH, M_ROOT, M_KIND, M_WORD, M_LIKELY, M_NONE, M_DOES, M_DOESK = (_template() for _ in range(8))
O_AT, O_ROOT, O_DOES, F_PATH, F_ROOT, F_DOES = (_template() for _ in range(6))
N_ANY, N_ROOT, BE_K, STRONGER, Q_BESIDE, PLACE, POSITION = (_template() for _ in range(7))
V_DOES, V_ROOT, V_KIND = (_template() for _ in range(3))
AHEAD = 7
"""So many units ahead it is looked for a clause."""


def cue_keys(reader: Reader, sentence: Sentence, cue: int, verbal: frozenset[int]) -> list[int]:
    """Of a word that may report: what speaks for it and against, beside what the words beside it tell."""
    words, rows, shapes = sentence.words, sentence.rows, sentence.shapes
    at = cue + EDGE
    word = rows[at]
    root, does, kind, strong = word.root, word.does, word.kind, word.strength
    b1, b2, a1, a2 = shapes[at - 1], shapes[at - 2], shapes[at + 1], shapes[at + 2]
    before2, after2, around = b2 << LOW | b1, a1 << LOW | a2, b1 << LOW | a1
    found = [
        S_B | b1 << HIGH | root,
        S_A | a1 << HIGH | root,
        S_BKA | around << HIGH | kind,
        S_BB | before2,
        S_AA | after2,
        S_AAR | after2 << HIGH | root,
        S_BBR | before2 << HIGH | root,
        S_BAS | around << HIGH | strong // 4,
        S_BK | b1 << HIGH | kind,
        S_BDA | around << HIGH | does,
        S_BBK | before2 << HIGH | kind,
        S_AAK | after2 << HIGH | kind,
        S_DB | b1 << HIGH | does << LOW | kind,
        S_DA | a1 << HIGH | does << LOW | kind,
    ]
    before = bisect_right(sentence.endings, cue) - 1
    if before >= 0:
        number, _, last = sentence.mentions[before]
        what = kind_of(reader, number)
        plain = cue - last < 6 and all(g in HELPING for g in words[last:cue])
        how = plain << 1 | (reader.mentions[number].governed)
        path = _path(shapes, last, cue)
        found += (
            M_PATH | path,
            M_ROOT | root << HIGH | how,
            M_KIND | (strong + 1) // 3 << HIGH | what << LOW | how,
            M_WORD | (path if cue - last < 3 else AWAY) << HIGH | what << LOW | kind,
            M_LIKELY | _step(reader.likely(number), 4) << LOW | plain,
            M_DOES | does << HIGH | what << LOW | how,
            M_DOESK | does << HIGH | kind << LOW | how,
        )
    else:
        found.append(M_NONE | root)
    ahead = words[cue + 1 : cue + 1 + AHEAD]
    for n, opener in enumerate(("that", "whether", "if")):
        if opener in ahead:
            place = min(ahead.index(opener), 3)
            found += (
                O_AT | n << LOW | place,
                O_ROOT | root << HIGH | n << LOW | place,
                O_DOES | does << HIGH | kind << LOW | n << 2 | place,
            )
    clause = AHEAD
    for n, shape in enumerate(shapes[at + 1 : at + 1 + AHEAD]):
        if shape in verbal:
            clause = n
            break
    found += (
        V_DOES | does << HIGH | kind << LOW | clause,
        V_ROOT | root << HIGH | clause,
        V_KIND | around << HIGH | clause,
    )
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions):
        number, first, _ = sentence.mentions[after]
        path = _path(shapes, cue + 1, first, 4)
        found += (
            F_PATH | path << HIGH | kind_of(reader, number),
            F_ROOT | path << HIGH | root,
            F_DOES | path << HIGH | does << LOW | kind,
        )
    behind = words[max(0, cue - 4) : cue]
    if not DENIALS.isdisjoint(behind) or any(b.endswith(("n't", "n’t")) for b in behind):
        found += (N_ANY | does, N_ROOT | root)
    found.append(BE_K | a1 << HIGH | kind << 1 | (not BE.isdisjoint(behind[-2:])))
    stronger = max(row.strength for row in (*rows[max(0, at - 4) : at], *rows[at + 1 : at + 5]))
    found.append(STRONGER | min((stronger + 1) // 3, 6) << LOW | (strong + 1) // 3)
    if sentence.quotes:
        left, right = QUOTED in words[max(0, cue - 12) : cue], QUOTED in words[cue + 1 : cue + 12]
        found.append(Q_BESIDE | strong // 4 << LOW | left << 1 | right)
    found += (
        PLACE | PLACES[sentence.place] << LOW | strong // 4,
        POSITION | min(cue, 6) << LOW | min(len(words) - cue, 6),
    )
    return found


(T_SIDE, T_ROOT, T_HEAD, T_CONTEXT, T_PATH, T_PATHR, T_B, T_BR, T_F, T_FR, T_BF, T_FF, T_M) = (
    _template() for _ in range(13)
)
T_CROSS, T_PEND, T_CLOSED, T_OPEN, T_RANK, T_LAST, T_LEFT, T_BACK, T_DOES, T_PDOES, T_Q = (
    _template() for _ in range(11)
)


def start_keys(reader: Reader, sentence: Sentence, cue: int, starts: list[int]) -> list[list[int]]:
    """Of each unit at which what the cue reports may begin."""
    words, rows, s = sentence.words, sentence.rows, sentence.shapes
    at = cue + EDGE
    root, does = rows[at].root, rows[at].does << LOW | rows[at].kind
    after = s[at + 1]
    context = s[at - 1] << LOW | after
    firsts = sentence.openings
    ahead = bisect_right(firsts, cue)
    pending = sentence.endings[ahead] if ahead < len(firsts) else -9
    closed = words[cue - 1] in PAUSES if cue else True
    length = min(sentence.end - cue, 8)
    found: list[list[int]] = []
    for rank, start in enumerate(starts):
        x = start + EDGE
        here, before, right = s[x], s[x - 1], start > cue
        gap = min(start - cue, 9) if right else 0
        head = gap if right else 10 + (start == 0 or (start == 1 and words[0] == ","))
        keys = [
            T_SIDE | head,
            T_ROOT | root << HIGH | head,
            T_DOES | does << HIGH | head,
            T_CONTEXT | context << HIGH | head,
            T_B | rows[x - 1].number << HIGH | right,
            T_BR | rows[x - 1].number << HIGH | root << 1 | right,
            T_F | rows[x].number << HIGH | right,
            T_FR | here << HIGH | root << 1 | right,
            T_BF | (before << LOW | here) << HIGH | right,
            T_FF | (here << LOW | s[x + 1]) << HIGH | right,
        ]
        which = bisect_right(firsts, start) - 1
        what = kind_of(reader, sentence.mentions[which][0]) if which >= 0 and firsts[which] == start else 31
        keys.append(T_M | what << LOW | min(gap, 2))
        if right:
            path = _path(s, cue + 1, start)
            keys += (
                T_PATH | path << HIGH | here,
                T_PATHR | path << HIGH | root,
                T_PDOES | path << HIGH | does,
                T_CROSS | min(max(0, which + (what == 31) - ahead), 3) << LOW | before,
                T_PEND | root << HIGH | (start - pending + 3 if abs(start - pending) < 3 else 9),
                T_CLOSED | after << LOW | closed,
                T_LAST | (sentence.end - start < 2),
            )
        else:
            opens = head - 10
            keys += (
                T_OPEN | after << LOW | closed << 1 | opens,
                T_RANK | min(rank, 6) << LOW | opens,
                T_LEFT | root << HIGH | (length < 5) << 2 | opens << 1 | closed,
                T_BACK | length << LOW | closed,
                T_HEAD | here << HIGH | min((cue - start) // 2, 6),
            )
        if words[start] == QUOTED:
            keys.append(T_Q | rows[x - 1].number << HIGH | head)
        found.append(keys)
    return found


(
    E_SIDE,
    E_ROOT,
    E_LAST,
    E_NEXT,
    E_WORD,
    E_NROOT,
    E_BS,
    E_NN,
    E_NNK,
    E_LEN,
    E_LENK,
    E_RANK,
    E_OPEN,
    E_KIND,
) = (_template() for _ in range(14))
E_COMMA, E_SAID, E_MENTION, E_REST, E_DOES, E_D, E_DR, E_M, E_P = (_template() for _ in range(9))


def end_keys(
    reader: Reader, sentence: Sentence, cue: int, start: int, ends: list[int], verbal: frozenset[int]
) -> list[list[int]]:
    """Of each unit before which what begins at `start` may end."""
    words, rows, s = sentence.words, sentence.rows, sentence.shapes
    word = rows[cue + EDGE]
    root, does = word.root, word.does << LOW | word.kind
    right = start > cue
    opener = s[start + EDGE]
    kind = opener
    if words[start] not in OPENERS:
        kind = s[start + EDGE - 1] if start and words[start - 1] in OPENERS else 0
    found: list[list[int]] = []
    verbs, seen = 0, start
    for rank, end in enumerate(ends):
        x = end + EDGE
        for shape in s[seen + EDGE : x]:
            verbs += shape in verbal
        seen = end
        last = end >= sentence.end if right else end == cue
        side = right << 1 | last
        state = (kind << 3 | min(verbs, 2) << 1 | right) << HIGH
        here, number = s[x], rows[x].number
        length = min(end - start, 12)
        keys = [
            E_SIDE | side,
            E_ROOT | root << HIGH | side,
            E_DOES | does << HIGH | side,
            E_LAST | state | last,
            E_NEXT | state | number,
            E_WORD | number << HIGH | right,
            E_NROOT | here << HIGH | root << 1 | right,
            E_BS | (s[x - 1] << LOW | here) << HIGH | right,
            E_NN | (here << LOW | s[x + 1]) << HIGH | right,
            E_NNK | state | here << LOW | s[x + 1],
            E_LEN | length << LOW | side,
            E_LENK | state | length,
            E_RANK | min(rank, 5) << LOW | side,
            E_OPEN | opener << HIGH | min(rank, 2) << 2 | side,
            E_KIND | state | here << 2 | min(rank, 3),
        ]
        if words[end : end + 1] and words[end] in PAUSES:
            some = min(verbs, 1)
            said = max(row.strength for row in rows[x + 1 : x + 6])
            opens = end + 1 in sentence.openings
            keys += (
                E_COMMA | rows[x + 1].number << HIGH | some << 1 | right,
                E_SAID | (said + 1) // 4 << HIGH | s[x + 1] << 1 | right,
                E_MENTION | kind << HIGH | opens << 2 | some << 1 | right,
                E_REST | min(sentence.end - end, 8) << LOW | right,
            )
        if not right:
            keys += (
                E_D | min(cue - end, 8),
                E_DR | here << HIGH | root << 3 | min(cue - end, 5),
                E_M | number << HIGH | (end in sentence.openings) << 1 | (end + 1 in sentence.openings),
                E_P | _path(s, end, cue),
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


(P_WHERE, P_ROOT, P_LEN, P_PATH, P_LAST, P_FIRST, P_ALONE, P_SHAPE) = (_template() for _ in range(8))
C_WHERE, C_KIND, C_PATH, C_PATHR, C_ROOT, C_HELP, C_BEFORE, C_BEFORER, C_RANK = (
    _template() for _ in range(9)
)
C_SUBJECT, C_GAP, C_AFTER, C_LIKELY, C_STAND, C_END, C_OWN, C_HEAD, C_BY = (_template() for _ in range(9))
C_COMMA, C_DOES = (_template() for _ in range(2))
N_B, N_R, N_P, N_L, N_S, N_BB, N_D, N_BY, N_LIKELY, N_PLACE = (_template() for _ in range(10))


def source_keys(
    reader: Reader, sentence: Sentence, cue: int, start: int, end: int, sources: list[Source]
) -> list[list[int]]:
    """Of each that may be the source, and last of nobody."""
    words, rows, s = sentence.words, sentence.rows, sentence.shapes
    at = cue + EDGE
    word = rows[at]
    root = word.root
    does = word.does << LOW | word.kind
    side = start > cue
    likely = [reader.likely(x.mention) if x.mention >= 0 else 0 for x in sources]
    outside = [x.last <= start or x.first >= end for x in sources]
    ranked = sorted((v for v, out in zip(likely, outside, strict=True) if out), reverse=True)
    left = [i for i, x in enumerate(sources) if x.last <= cue and x.mention >= 0 and outside[i]]
    found: list[list[int]] = []
    after = 0
    for i, source in enumerate(sources):
        place = 0 if source.last <= cue else 1 if source.first > cue else 2
        where = (place << 1 | (not outside[i])) << 1 | side
        if place == 0:
            path, gap = _path(s, source.last, cue), cue - source.last
            rank = len(left) - 1 - left.index(i) if i in left else 9
        else:
            path, gap = _path(s, cue + 1, source.first), source.first - cue - 1
            rank = after
        after += source.first > cue
        if source.mention < 0:
            found.append(
                [
                    P_WHERE | where,
                    P_ROOT | root << HIGH | where,
                    P_LEN | (source.last - source.first) << LOW | where,
                    P_PATH | path,
                    P_LAST | rows[source.last - 1 + EDGE].number << HIGH | where,
                    P_FIRST | rows[source.first + EDGE].number << HIGH | where,
                    P_ALONE | where << 1 | bool(left),
                    P_SHAPE | s[source.last - 1 + EDGE] << HIGH | where,
                ]
            )
            continue
        mention = reader.mentions[source.mention]
        before = s[source.first + EDGE - 1]
        between = words[source.last : cue] if place == 0 else ()
        helped = place == 0 and gap < 6 and all(b in HELPING for b in between)
        standing = min(ranked.index(likely[i]), 3) if outside[i] else 4
        keys = [
            C_WHERE | where,
            C_KIND | kind_of(reader, source.mention) << LOW | where,
            C_PATH | path << HIGH | where,
            C_PATHR | (path if gap < 3 else min(gap, 6)) << HIGH | root << 5 | where,
            C_ROOT | root << HIGH | where,
            C_DOES | does << HIGH | where,
            C_HELP | helped << LOW | mention.governed << 5 | where,
            C_BEFORE | before << HIGH | min(rank, 9) << 5 | where,
            C_BEFORER | before << HIGH | root << 5 | where,
            C_RANK | min(rank, 4) << LOW | mention.governed << 5 | where,
            C_SUBJECT | round(4 * mention.subject) << LOW | min(rank, 3) << 5 | where,
            C_GAP | min(gap, 9) << LOW | where,
            C_AFTER | rows[source.last + EDGE].number << HIGH | where,
            C_LIKELY | _step(likely[i], 5) << LOW | where,
            C_STAND | standing << LOW | where,
            C_END | word.ending << HIGH | helped << 5 | where,
            C_OWN | min(gap, 2) << LOW | bool(mention.possessive) << 5 | where,
            C_BY | (place == 1 and words[source.first - 1] == "by") << LOW | helped << 5 | where,
        ]
        if mention.form != "name":
            keys.append(C_HEAD | rows[source.last - 1 + EDGE].number << HIGH | where)
        if place == 0:
            crossed = ("," in between) << 2 | ("who" in between) << 1 | ("that" in between)
            keys.append(C_COMMA | crossed << LOW | min(rank, 2) << 5 | where)
        found.append(keys)
    passive = any(x in BE for x in words[max(0, cue - 2) : cue])
    nearest = s[at - 1]
    nobody = [
        N_B,
        N_R | root << HIGH | side,
        N_P | word.kind << LOW | passive << 1 | side,
        N_L | bool(left) << 1 | side,
        N_S | nearest << 1 | side,
        N_BB | (s[at - 2] << LOW | nearest) << HIGH | side,
        N_D | does << HIGH | bool(left) << 1 | side,
        N_BY | ("by" in words[cue : cue + 4]) << 2 | passive << 1 | side,
        N_LIKELY | (_step(ranked[0], 4) if ranked else 31),
        N_PLACE | PLACES[sentence.place] << 1 | (cue < 2),
    ]
    return [*found, nobody]
