"""Where what a word reports ends."""

from __future__ import annotations

from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import SIDES, templates
from artparse.quotes.reports.words import OPENERS, PAUSES

NUMBERS = templates(79)
E_STATE, E_WORD, E_BS, E_NN, E_RANK, E_KIND, E_AFTER, E_ROOT, E_LAST = (next(NUMBERS) for _ in range(9))
E_COMMA, E_SAID, E_REST, E_HELD, E_PAST = (next(NUMBERS) for _ in range(5))
BEHIND = 4
"""So many units behind an end it is looked for a verb."""


def end_keys(sentence: Sentence, cue: int, start: int, ends: list[int]) -> list[list[int]]:
    """Of each unit before which what begins at `start` may end."""
    words, numbers, ones, twos = sentence.words, sentence.numbers, sentence.ones, sentence.twos
    verbal, size = sentence.verbal, len(sentence.verbal)
    by_root = E_ROOT + sentence.rows[cue + EDGE].root
    right = start > cue
    kind = ones[start + EDGE]
    if words[start] not in OPENERS:
        kind = ones[start + EDGE - 1] if start and words[start - 1] in OPENERS else 0
    by_side = SIDES[right]
    found: list[list[int]] = []
    first = start + EDGE
    for rank, end in enumerate(ends):
        x = end + EDGE
        last = end >= sentence.end if right else end == cue
        side = 2 * right + last
        verbs = verbal.count(1, first, x)
        state = kind + by_side + (verbs if verbs < 2 else 2)
        here, number = ones[x], numbers[x]
        limit = min(x + 1 + BEHIND, size)
        verb = verbal.find(1, x + 1, limit)
        after = E_AFTER + here + 4 * ((limit if verb < 0 else verb) - x - 1)
        pause = end < len(words) and words[end] in PAUSES
        held = 16 * min(words[start:end].count(","), 2) + 4 * min(verbs, 2)
        keys = [
            E_STATE + state + 3 * last,
            E_WORD + number + right,
            E_BS + ones[x - 1] + twos[x] + right,
            E_NN + here + twos[x + 1] + right,
            E_RANK + 4 * min(rank, 5) + side,
            E_KIND + state + here + 3 * min(rank, 3),
            after + side,
            by_root + 4 * min(end - start, 6) + side,
            E_LAST + number + twos[x + 1] + right,
            E_HELD + held + 2 * last + (pause and words[end] == ","),
            E_PAST + numbers[x + pause] + min(sentence.end - end, 7),
        ]
        if pause:
            said = max(sentence.strengths[x + 1 : x + 6])
            keys += (
                E_COMMA + numbers[x + 1] + 2 * (verbs > 0) + right,
                E_SAID + ones[x + 1] + 2 * ((said + 1) // 4) + right,
                E_REST + 2 * min(sentence.end - end, 8) + right,
            )
        found.append(keys)
    return found
