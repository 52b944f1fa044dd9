"""Which candidates a plain reading of the sentence takes for the speaker, as features.

“…,” said Roe    ->  Roe has the feature `RVM…`      Roe said: “…”  ->  Roe has `RSV…`
"""

from __future__ import annotations

from artparse.quotes.choice import named
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Walk
from artparse.quotes.kinds import MAKERS, SOURCE_OPENERS
from artparse.quotes.words import word_list

ASKED_OR_TOLD = word_list("asked and told")
PASSIVE = word_list("auxiliaries of who is asked")
Numbered = dict[int, Candidate]
"""Candidates of a stretch, by the number of their mention."""


def mark_readings(reader: Reader, candidates: list[Candidate], left: Walk, right: Walk) -> None:
    """Tell the candidates that a plain reading of the sentence takes for the speaker."""
    by_number = {c.mention: c for c in candidates}
    led = bool(left.symbols) and left.symbols[0] in (",", ":")
    _mark_behind(reader, by_number, right, led)
    _mark_later(reader, by_number, right, led)
    for number, at in left.mentions[:3]:  # described by Smith as "…"
        if not MAKERS.isdisjoint(left.symbols[at + 1 : at + 2]) and left.symbols[at + 2 : at + 3] and at < 6:
            mark(by_number, number, f"BY{left.symbols[at + 2][0]}{min(at, 3)}")
    for rank, (cue, at) in enumerate(left.cues[:3]):  # Smith said, "…"
        if "." in left.symbols[:at] or _mark_before(reader, by_number, left, rank, cue, at):
            break


def _sureness(reader: Reader, cue: int) -> int:
    """How surely the token reports speech, in three steps."""
    return reader.strengths.get(reader.tokens.words[cue].lower(), 0) // 3


def _mark_behind(reader: Reader, by_number: Numbered, right: Walk, led: bool) -> None:
    """Mark who stands right behind a stretch with a verb: "…," said Smith; "…," Smith said."""
    symbols = right.symbols
    skip = 0
    while skip < len(symbols) and symbols[skip] in (",", "—"):
        skip += 1
    if skip >= len(symbols):
        return
    for cue, at in right.cues[:1]:
        if at == skip:
            after = [m for m in right.mentions if m[1] > at]
            if after and after[0][1] <= at + 3:
                mark(by_number, after[0][0], f"VM{led}{_sureness(reader, cue)}")
    if right.mentions and right.mentions[0][1] <= skip + 1:
        number, at = right.mentions[0]
        following = [c for c in right.cues if at < c[1] < at + 14]
        if following:
            gap = symbols[at + 1 : following[0][1]]
            mark(by_number, number, f"MV{led}{min(len(gap), 4)}{'.' in gap}")


def _mark_later(reader: Reader, by_number: Numbered, right: Walk, led: bool) -> None:
    """Mark who stands behind the rest of the sentence: … "they", an expert has claimed."""
    symbols = right.symbols
    for number, at in right.mentions[1:4]:
        if symbols[at - 1] == "," and "." not in symbols[:at]:
            ahead = [c for c in right.cues if at < c[1] < at + 5]
            if ahead and symbols[ahead[0][1] + 1 : ahead[0][1] + 2] in ([], ["."], ["n"], ["C"]):
                mark(by_number, number, f"TV{led}{_sureness(reader, ahead[0][0])}")


def _mark_before(reader: Reader, by_number: Numbered, left: Walk, rank: int, cue: int, at: int) -> bool:
    """Mark who stands before a stretch with the cue there; whether no other cue is to be looked at."""
    word = reader.tokens.words[cue].lower()
    behind = [m for m in left.mentions if m[1] < at]
    if word in SOURCE_OPENERS and reader.tokens.glossed and behind:
        mark(by_number, behind[-1][0], f"SV03{min(at, 3)}")
        return True
    before = [m for m in left.mentions if m[1] > at and "." not in left.symbols[at : m[1]]]
    if not before:
        return False
    if word in ASKED_OR_TOLD and not PASSIVE.isdisjoint(left.symbols[at + 1 : at + 2]):
        mark(by_number, before[0][0], f"PV{min(at, 3)}")
        return False
    nearest = next((m for m in before if governs(reader, m[0])), before[0])
    sure = _sureness(reader, cue)
    mark(by_number, nearest[0], f"SV{rank}{sure}{min(at, 3)}")
    mark(by_number, nearest[0], f"SW{rank}{word}")
    if word.endswith("ing"):
        mark(by_number, before[-1][0], f"SG{rank}{sure}{min(at, 3)}")
    if word in SOURCE_OPENERS and behind:
        mark(by_number, behind[-1][0], f"AC{rank}")
    return False


def governs(reader: Reader, number: int) -> bool:
    """Whether no preposition stands right before the mention."""
    return not reader.mentions[number].governed


def mark(candidates: dict[int, Candidate], number: int, rule: str) -> None:
    candidate = candidates.get(number)
    if candidate is not None:
        candidate.parts.append((named.reading, rule))
