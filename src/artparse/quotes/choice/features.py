"""What the words around a quoted stretch tell of who may have spoken it.

For each stretch: the candidates (mentions nearby) and, for each of them and for "nobody", the names of the
features that hold. The weights of the features are learnt (see `model.py`).

    situation_of(reader, 0)  ->  the candidates "Ann Roe" and "she", each with its features

Those of other passages are many and seldom right, so that they are looked at only if asked (`look_far`).
"""

from __future__ import annotations

from artparse.quotes.choice.around import around_of, is_heard, is_label, is_scene, is_titled
from artparse.quotes.choice.candidates import (
    MOST_BEFORE,
    MOST_BEHIND,
    compare,
    far_candidates,
    left_candidate,
    right_candidate,
)
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.readings import mark_readings
from artparse.quotes.choice.situation import Candidate, Situation
from artparse.quotes.choice.unsaid import nobody_features
from artparse.quotes.choice.walks import walk_from
from artparse.quotes.mentions.mention import LIKELY_SUBJECT


def situation_of(reader: Reader, number: int) -> Situation:
    """Stretch `number` with its candidates in the same passage."""
    stretch = reader.stretches[number]
    tokens = reader.tokens
    first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
    start, stop = reader.passage_ends[stretch.passage]
    left = walk_from(reader, first - 1, -1, start - 1)
    right = walk_from(reader, last, 1, stop)
    around = around_of(reader, stretch, first, last, start, stop, left, right)
    left.mentions = [m for m in left.mentions if not is_scene(reader, m[0])]
    right.mentions = [m for m in right.mentions if not is_scene(reader, m[0])]
    candidates: list[Candidate] = []
    subjects = 0
    for rank, (mention, at) in enumerate(left.mentions[:MOST_BEFORE]):
        candidates.append(left_candidate(reader, mention, at, rank, subjects, left, around, first))
        subjects += reader.mentions[mention].subject >= LIKELY_SUBJECT
    for rank, (mention, at) in enumerate(right.mentions[:MOST_BEHIND]):
        candidates.append(right_candidate(reader, mention, at, rank, left, right, around))
    return Situation(
        stretch,
        first,
        last,
        candidates,
        left,
        right,
        around,
        is_titled(reader, stretch, first),
        is_heard(reader, left, right, first, last),
        is_label(reader, stretch, first, last),
    )


def look_around(reader: Reader, situation: Situation) -> None:
    """Tell what needs all candidates of the passage, and the features of "nobody" and "somebody unnamed"."""
    one = situation
    mark_readings(reader, one.candidates, one.left, one.right)
    compare(reader, one.candidates)
    one.nobody, one.unnamed = nobody_features(
        reader, one.stretch, one.first, one.last, one.left, one.right, one.around
    )


def look_far(reader: Reader, situation: Situation) -> None:
    """Make those of the passages before, and of the next, candidates too."""
    situation.far = True
    start, stop = reader.passage_ends[situation.stretch.passage]
    situation.candidates.extend(far_candidates(reader, situation.stretch, start, stop, situation.around))
