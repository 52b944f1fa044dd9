"""Where what a word reports begins."""

from __future__ import annotations

from bisect import bisect_right

from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import FAR_APART, KINDS, LONGEST, SIDES, kind_of, templates
from artparse.quotes.reports.words import SPREAD

NUMBERS = templates(57)
T_HEAD, T_ROOT, T_CONTEXT, T_BR, T_F, T_FR, T_BF, T_FF, T_M, T_PATH, T_CROSS = (
    next(NUMBERS) for _ in range(11)
)


def start_keys(reader: Reader, sentence: Sentence, cue: int, starts: list[int]) -> list[list[int]]:
    """Of each unit at which what the cue reports may begin."""
    words, numbers, ones, twos = sentence.words, sentence.numbers, sentence.ones, sentence.twos
    at = cue + EDGE
    firsts = sentence.openings
    ahead = bisect_right(firsts, cue)
    root = sentence.rows[at].root
    by_root, by_pair, by_first = T_ROOT + root, T_BR + root, T_FR + root
    by_context = T_CONTEXT + ones[at - 1] + twos[at + 1]
    path, passed = 0, cue + 1
    found: list[list[int]] = []
    for start in starts:
        x = start + EDGE
        here, right = ones[x], start > cue
        gap = min(start - cue, 9) if right else 0
        head = gap if right else 10 + (start == 0 or (start == 1 and words[0] == ","))
        side = SIDES[right]
        which = bisect_right(firsts, start) - 1
        named = which >= 0 and firsts[which] == start
        keys = [
            T_HEAD + head,
            by_root + head,
            by_context + head,
            by_pair + numbers[x - 1] + right,
            T_F + numbers[x] + right,
            by_first + here + right,
            T_BF + ones[x - 1] + twos[x] + side,
            T_FF + here + twos[x + 1] + side,
            T_M + 4 * (kind_of(reader, sentence.mentions[which][0]) if named else KINDS) + min(gap, 2),
        ]
        if right:
            for shape in ones[passed + EDGE : x]:  # As `path_of`, from the beginning before this one on.
                path = (5 * path + shape) % SPREAD
            passed = start
            if start - cue - 1 > LONGEST:
                path = FAR_APART
            crossed = min(max(0, which + (not named) - ahead), 3)
            keys += (
                T_PATH + path + twos[x],
                T_CROSS + ones[x - 1] + crossed,
            )
        found.append(keys)
    return found
