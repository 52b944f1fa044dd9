"""Where what a word reports begins."""

from __future__ import annotations

from bisect import bisect_right

from artparse.quotes.choice.features import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import KINDS, SIDES, kind_of, path_of, templates
from artparse.quotes.reports.words import PAUSES, QUOTED

NUMBERS = templates(57)
T_HEAD, T_ROOT, T_DOES, T_CONTEXT, T_BR, T_F, T_FR, T_BF, T_FF, T_M = (next(NUMBERS) for _ in range(10))
T_CLOSED, T_PDOES = (next(NUMBERS) for _ in range(2))
T_PATH, T_PATHR, T_CROSS, T_PEND, T_OPEN, T_RANK, T_LEFT, T_BACK, T_FAR, T_Q = (
    next(NUMBERS) for _ in range(10)
)


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
            path = path_of(ones, cue + 1, start)
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
