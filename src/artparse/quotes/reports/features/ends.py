"""Where what a word reports ends."""

from __future__ import annotations

from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import SIDES, path_of, templates, until_verb
from artparse.quotes.reports.words import OPENERS, PAUSES

NUMBERS = templates(79)
E_SIDE, E_ROOT, E_STATE, E_NEXT, E_WORD, E_NROOT, E_BS, E_NN, E_NNK, E_LEN, E_RANK, E_KIND = (
    next(NUMBERS) for _ in range(12)
)
E_OPEN, E_LONG = (next(NUMBERS) for _ in range(2))
E_DOES, E_DNEXT, E_AFTER, E_CLOSE, E_ROOTLEN, E_LAST = (next(NUMBERS) for _ in range(6))
E_COMMA, E_SAID, E_MENTION, E_REST, E_FAR, E_FARR, E_M, E_P = (next(NUMBERS) for _ in range(8))
BEHIND = 4
"""So many units behind an end it is looked for a verb."""


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
        clause = until_verb(rows, x + 1, BEHIND)
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
                E_P + path_of(ones, end, cue),
            )
        found.append(keys)
    return found
