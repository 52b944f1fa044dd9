"""Whether a word reports speech: what is seen of it alone, of the words beside it, of its sentence."""

from __future__ import annotations

from bisect import bisect_right

from artparse.quotes.choice.features import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import (
    FAR_APART,
    PLACES,
    kind_of,
    path_of,
    said_before,
    step_of,
    templates,
    until_verb,
)
from artparse.quotes.reports.words import BE, DENIALS, HELPING, QUOTED, Word

NUMBERS = templates(1)
W, R, E, S, D, K = (next(NUMBERS) for _ in range(6))
B1, A1, B1R, A1R = (next(NUMBERS) for _ in range(4))


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


def nearest_weights(table: bytes, word: Word, before: Word, after: Word) -> int:
    """What those weigh in `table`, which is asked of every word that may report."""
    root, left, right = word.root, before.number, after.number
    return table[B1 + left] + table[A1 + right] + table[B1R + left + root] + table[A1R + right + root]


S_B, S_A, S_BKA, S_BB, S_AA, S_AAR, S_BBR, S_BAS, S_BDA, S_BBD, S_AAD = (next(NUMBERS) for _ in range(11))
M_PATH, M_ROOT, M_KIND, M_WORD, M_SAID, M_NONE, M_DOES = (next(NUMBERS) for _ in range(7))
O_AT, O_ROOT, O_DOES, F_PATH, F_ROOT = (next(NUMBERS) for _ in range(5))
B2, A2 = (next(NUMBERS) for _ in range(2))
S_BD, S_AD, S_BK, F_DOES, M_HEAD, M_HEADD = (next(NUMBERS) for _ in range(6))
L_HOW, L_DOES, L_STRONG, L_AFTER, L_AFTERD = (next(NUMBERS) for _ in range(5))
N_ANY, N_ROOT, BE_K, STRONGER, Q_BESIDE, PLACE, POSITION, V_DOES, V_ROOT, V_SIDE = (
    next(NUMBERS) for _ in range(10)
)
AHEAD = 7
"""So many units ahead it is looked for a clause."""


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
        path = path_of(ones, last, cue)
        found += (
            M_PATH + path,
            M_ROOT + root + how,
            M_KIND + 8 * what + (strong + 1) // 3,
            M_WORD + (path if cue - last < 3 else FAR_APART) + what + word.kind,
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
    clause = until_verb(rows, at + 1, AHEAD)
    found += (V_DOES + does + clause, V_ROOT + root + clause, V_SIDE + around + clause)
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions):
        number, first, _ = sentence.mentions[after]
        path = path_of(ones, cue + 1, first, 4)
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
        step = step_of(reader.likely(number), 5)
        plain = cue - last < 6 and HELPING.issuperset(words[last:cue])
        how = 2 * plain + reader.mentions[number].governed
        found += (
            L_HOW + 4 * step + how,
            L_DOES + word.does + 2 * step + plain,
            L_STRONG + 32 * ((word.strength + 1) // 3) + 2 * step + plain,
        )
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions) and sentence.openings[after] == cue + 1:
        step = step_of(reader.likely(sentence.mentions[after][0]), 5)
        found += (L_AFTER + 32 * ((word.strength + 1) // 3) + step, L_AFTERD + word.does + step)
    return found
