"""Whether a word reports speech: what is seen of it alone, of the words beside it, of its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import (
    PLACES,
    kind_of,
    path_of,
    said_before,
    step_of,
    templates,
)
from artparse.quotes.reports.weighing import Weights
from artparse.quotes.reports.words import BE, DENIALS, HELPING, Word

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


def nearest_weights(table: Weights, word: Word, before: Word, after: Word) -> int:
    """What those weigh in `table`, which is asked of every word that may report."""
    root, left, right = word.root, before.number, after.number
    return table[B1 + left] + table[A1 + right] + table[B1R + left + root] + table[A1R + right + root]


S_B, S_A, S_BKA, S_BB, S_AA, S_BAS, M_PATH, M_KIND, M_SAID, M_NONE, O_AT, O_ROOT = (
    next(NUMBERS) for _ in range(12)
)
O_DOES, F_PATH, F_ROOT, B2, A2, S_BK, F_DOES, L_HOW, L_STRONG, L_AFTER, L_AFTERD, R_SIDES = (
    next(NUMBERS) for _ in range(12)
)
R_NEAR, R_RANK, N_ANY, N_ROOT, BE_K, STRONGER, PLACE, POSITION = (next(NUMBERS) for _ in range(8))
AHEAD = 7
"""So many units ahead it is looked for a clause."""
NEAR, AROUND = 4, 40
"""So many units to either side it is looked for words that report more surely."""


def cue_keys(reader: Reader, sentence: Sentence, cue: int) -> list[int]:
    """Of a word that may report: what speaks for it and against, beside what the words beside it tell."""
    words, numbers, ones, twos = sentence.words, sentence.numbers, sentence.ones, sentence.twos
    at = cue + EDGE
    word = sentence.rows[at]
    root, does, strong = word.root, word.does, word.strength
    before2, after2 = ones[at - 2] + twos[at - 1], ones[at + 1] + twos[at + 2]
    around = ones[at - 1] + twos[at + 1]
    found = [
        S_B + ones[at - 1] + root,
        S_A + ones[at + 1] + root,
        S_BKA + around + word.kind,
        S_BB + before2,
        S_AA + after2,
        S_BAS + around + strong // 4,
        S_BK + ones[at - 1] + word.kind,
        B2 + numbers[at - 2],
        A2 + numbers[at + 2],
    ]
    found += _of_mentions(reader, sentence, cue)
    behind = words[max(0, cue - 4) : cue]
    if not DENIALS.isdisjoint(behind) or any(b[-3:] in ("n't", "n’t") for b in behind):
        found += (N_ANY + does, N_ROOT + root)
    left, right, near_left, near_right, more_left, more_right = _stronger(sentence, at, strong)
    own, stronger = (strong + 1) // 3, max(near_left, near_right)
    found += (
        R_SIDES + 64 * own + 8 * ((left + 1) // 3) + (right + 1) // 3,
        R_NEAR + 64 * own + 8 * ((near_left + 1) // 3) + (near_right + 1) // 3,
        R_RANK + 64 * own + 8 * min(more_left, 7) + min(more_right, 7),
        BE_K + ones[at + 1] + word.kind + (not BE.isdisjoint(behind[-2:])),
        STRONGER + 8 * min((stronger + 1) // 3, 6) + own,
        PLACE + 8 * PLACES[sentence.place] + strong // 4,
        POSITION + 8 * min(cue, 6) + min(len(words) - cue, 6),
    )
    return found


def _of_mentions(reader: Reader, sentence: Sentence, cue: int) -> list[int]:
    """By the mention before the word, what may open a clause behind it, and the mention behind it."""
    words, ones, word = sentence.words, sentence.ones, sentence.rows[cue + EDGE]
    root, does, strong = word.root, word.does, word.strength
    found: list[int] = []
    before = bisect_right(sentence.endings, cue) - 1
    if before >= 0:
        number, _, last = sentence.mentions[before]
        plain = cue - last < 6 and HELPING.issuperset(words[last:cue])
        how = 2 * plain + reader.mentions[number].governed
        what = 4 * kind_of(reader, number) + how
        path = path_of(ones, last, cue)
        found += (
            M_PATH + path,
            M_KIND + 8 * what + (strong + 1) // 3,
            M_SAID + 4 * said_before(reader, number) + how,
        )
    else:
        found.append(M_NONE + root)
    ahead = words[cue + 1 : cue + 1 + AHEAD]
    for n, opener in enumerate(("that", "whether", "if")):
        if opener in ahead:
            place = 4 * n + min(ahead.index(opener), 3)
            found += (O_AT + place, O_ROOT + root + place, O_DOES + does + place)
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions):
        number, first, _ = sentence.mentions[after]
        path = path_of(ones, cue + 1, first, 4)
        found += (F_PATH + path + kind_of(reader, number), F_ROOT + path + root, F_DOES + path + does)
    return found


def _stronger(sentence: Sentence, at: int, strong: int) -> tuple[int, int, int, int, int, int]:
    """How surely the words to the left and right report at most, those right beside, how many more surely."""
    left = right = near_left = near_right = -1
    more_left = more_right = 0
    reporting = sentence.reporting
    near = bisect_left(reporting, (at - AROUND, 0)), bisect_left(reporting, (at + AROUND + 1, 0))
    for x, strength in reporting[slice(*near)]:
        if x < at:
            left = max(left, strength)
            more_left += strength > strong
            if at - x <= NEAR:
                near_left = max(near_left, strength)
        elif x > at:
            right = max(right, strength)
            more_right += strength > strong
            if x - at <= NEAR:
                near_right = max(near_right, strength)
    return left, right, near_left, near_right, more_left, more_right


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
            L_STRONG + 32 * ((word.strength + 1) // 3) + 2 * step + plain,
        )
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions) and sentence.openings[after] == cue + 1:
        step = step_of(reader.likely(sentence.mentions[after][0]), 5)
        found += (L_AFTER + 32 * ((word.strength + 1) // 3) + step, L_AFTERD + word.does + step)
    return found
