"""What the words around a quoted stretch tell of who may have spoken it.

For each stretch: the candidates (mentions nearby) and, for each of them and for "nobody", the names of the
features that hold. The weights of the features are learnt (see `model.py`).

    look_near(reader, situation_of(reader, 0))  ->  the candidates "Ann Roe" and "she", each with its features

Mentions further away and those of other passages are many and seldom right, so that they are candidates only
if asked (`look_everywhere`).
"""

from __future__ import annotations

from itertools import chain

from artparse.quotes.choice.around import around_of, is_heard, is_label, is_scene, is_titled
from artparse.quotes.choice.candidates import (
    FEW_BEFORE,
    FEW_BEHIND,
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
    """Stretch `number` with what stands around it; nobody is its candidate yet."""
    stretch = reader.stretches[number]
    tokens = reader.tokens
    first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
    start, stop = reader.passage_ends[stretch.passage]
    left = walk_from(reader, first - 1, -1, start - 1)
    right = walk_from(reader, last, 1, stop)
    around = around_of(reader, stretch, first, last, start, stop, left, right)
    left.mentions = [m for m in left.mentions if not is_scene(reader, m[0])]
    right.mentions = [m for m in right.mentions if not is_scene(reader, m[0])]
    return Situation(
        stretch,
        first,
        last,
        left,
        right,
        around,
        is_titled(reader, stretch, first),
        is_heard(reader, left, right, first, last),
        is_label(reader, stretch, first, last),
    )


def look_near(
    reader: Reader, situation: Situation, most_before: int = FEW_BEFORE, most_behind: int = FEW_BEHIND
) -> None:
    """Make the next mentions of the passage candidates, so many before the stretch and behind it at most."""
    left, right, around, first = situation.left, situation.right, situation.around, situation.first
    candidates: list[Candidate] = []
    subjects = 0
    for rank, (mention, at) in enumerate(left.mentions[:most_before]):
        candidates.append(left_candidate(reader, mention, at, rank, subjects, left, around, first))
        subjects += reader.mentions[mention].subject >= LIKELY_SUBJECT
    for rank, (mention, at) in enumerate(right.mentions[:most_behind]):
        candidates.append(right_candidate(reader, mention, at, rank, left, right, around))
    mark_readings(reader, candidates, left, right)
    compare(reader, candidates)
    situation.candidates = candidates


def look_everywhere(reader: Reader, situation: Situation) -> None:
    """Make more mentions of the passage candidates, and those of the passages before and of the next."""
    look_near(reader, situation, MOST_BEFORE, MOST_BEHIND)
    start, stop = reader.passage_ends[situation.stretch.passage]
    situation.candidates += far_candidates(reader, situation.stretch, start, stop, situation.around)


def candidate_of(reader: Reader, situation: Situation, number: int) -> Candidate:
    """The candidate that a mention is, whatever else may be one."""
    left, right, around = situation.left, situation.right, situation.around
    start, stop = reader.passage_ends[situation.stretch.passage]
    known = chain(
        situation.candidates,
        (
            left_candidate(reader, number, at, 0, 0, left, around, situation.first)
            for mention, at in left.mentions[:MOST_BEFORE]
            if mention == number
        ),
        (
            right_candidate(reader, number, at, 0, left, right, around)
            for mention, at in right.mentions[:MOST_BEHIND]
            if mention == number
        ),
        far_candidates(reader, situation.stretch, start, stop, around),
    )
    return next((one for one in known if one.mention == number), Candidate(number, "L", [], -1))


def look_at_nobody(reader: Reader, situation: Situation) -> None:
    """Tell the features of "nobody" and of "somebody unnamed"."""
    situation.nobody, situation.unnamed = nobody_features(reader, situation)
