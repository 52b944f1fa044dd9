"""Where what a word reports ends."""

from __future__ import annotations

from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import SIDES, templates, until_verb
from artparse.quotes.reports.words import OPENERS, PAUSES

NUMBERS = templates(79)
E_STATE, E_WORD, E_BS, E_NN, E_RANK, E_KIND, E_OPEN, E_AFTER, E_CLOSE, E_ROOT, E_LAST = (
    next(NUMBERS) for _ in range(11)
)
E_COMMA, E_SAID, E_MENTION, E_REST, E_M = (next(NUMBERS) for _ in range(5))
BEHIND = 4
"""So many units behind an end it is looked for a verb."""


def end_keys(sentence: Sentence, cue: int, start: int, ends: list[int]) -> list[list[int]]:
    """Of each unit before which what begins at `start` may end."""
    words, rows, ones, twos = sentence.words, sentence.rows, sentence.ones, sentence.twos
    by_root = E_ROOT + rows[cue + EDGE].root
    right = start > cue
    kind = ones[start + EDGE]
    if words[start] not in OPENERS:
        kind = ones[start + EDGE - 1] if start and words[start - 1] in OPENERS else 0
    opening, by_side = E_OPEN + ones[start + EDGE], SIDES[right]
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
        here, number = ones[x], rows[x].number
        after = E_AFTER + here + 4 * until_verb(rows, x + 1, BEHIND)
        keys = [
            E_STATE + state + 3 * last,
            E_WORD + number + right,
            E_BS + ones[x - 1] + twos[x] + right,
            E_NN + here + twos[x + 1] + right,
            E_RANK + 4 * min(rank, 5) + side,
            opening + 4 * min(rank, 2) + side,
            E_KIND + state + here + 3 * min(rank, 3),
            after + side,
            E_CLOSE + rows[x - 1].number + here + right,
            by_root + 4 * min(end - start, 6) + side,
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
            keys.append(E_M + number + 2 * (end in sentence.openings) + (end + 1 in sentence.openings))
        found.append(keys)
    return found
