"""Which candidates a plain reading of the sentence takes for the speaker, as features.

“…,” said Roe    ->  Roe has the feature `RVM…`      Roe said: “…”  ->  Roe has `RSV…`
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Walk


def mark_readings(
    reader: Reader, candidates: list[Candidate], left: Walk, right: Walk, first: int, start: int
) -> None:
    """Tell the candidates that a plain reading of the sentence takes for the speaker."""
    by_number = {c.mention: c for c in candidates}
    words, strengths = reader.tokens.words, reader.strengths
    symbols = right.symbols
    skip = 0
    while skip < len(symbols) and symbols[skip] in (",", "—"):
        skip += 1
    led = bool(left.symbols) and left.symbols[0] in (",", ":")
    if skip < len(symbols):
        for cue, at in right.cues[:1]:
            if at == skip:  # "…," said Smith
                after = [m for m in right.mentions if m[1] > at]
                if after and after[0][1] <= at + 3:
                    mark(by_number, after[0][0], f"VM{led}{strengths.get(words[cue].lower(), 0) // 3}")
        if right.mentions and right.mentions[0][1] <= skip + 1:  # "…," Smith said
            number, at = right.mentions[0]
            following = [c for c in right.cues if at < c[1] < at + 14]
            if following:
                gap = symbols[at + 1 : following[0][1]]
                mark(by_number, number, f"MV{led}{min(len(gap), 4)}{'.' in gap}")
    for number, at in right.mentions[1:4] if right.mentions else ():  # … "they", an expert has claimed.
        if symbols[at - 1] == "," and "." not in symbols[:at]:
            ahead = [c for c in right.cues if at < c[1] < at + 5]
            if ahead and symbols[ahead[0][1] + 1 : ahead[0][1] + 2] in ([], ["."], ["n"], ["C"]):
                mark(by_number, number, f"TV{led}{strengths.get(words[ahead[0][0]].lower(), 0) // 3}")
    for number, at in left.mentions[:3]:  # described by Smith as "…"
        if left.symbols[at + 1 : at + 2] == ["by"] and left.symbols[at + 2 : at + 3] and at < 6:
            mark(by_number, number, f"BY{left.symbols[at + 2][0]}{min(at, 3)}")
    for cue, at in left.cues[:3]:  # Smith said, "…"
        between = left.symbols[:at]
        if "." in between:
            break
        before = [m for m in left.mentions if m[1] > at and "." not in left.symbols[at : m[1]]]
        word = words[cue].lower()
        if word == "according" and reader.tokens.glossed:
            named = [m for m in left.mentions if m[1] < at]
            if named:
                mark(by_number, named[-1][0], f"SV03{min(at, 3)}")
                break
        if not before:
            continue
        if word in ("asked", "told") and left.symbols[at + 1 : at + 2] in (["was"], ["were"], ["been"]):
            mark(by_number, before[0][0], f"PV{min(at, 3)}")
            continue
        nearest = next((m for m in before if governs(reader, m[0])), before[0])
        rank = left.cues.index((cue, at))
        sure = strengths.get(word, 0) // 3
        mark(by_number, nearest[0], f"SV{rank}{sure}{min(at, 3)}")
        mark(by_number, nearest[0], f"SW{rank}{word}")
        if word.endswith("ing"):
            mark(by_number, before[-1][0], f"SG{rank}{sure}{min(at, 3)}")
        if word == "according":
            after = [m for m in left.mentions if m[1] < at]
            if after:
                mark(by_number, after[-1][0], f"AC{rank}")


def governs(reader: Reader, number: int) -> bool:
    """Whether no preposition stands right before the mention."""
    return not reader.mentions[number].governed


def mark(candidates: dict[int, Candidate], number: int, rule: str) -> None:
    candidate = candidates.get(number)
    if candidate is not None:
        candidate.features.append(f"R{rule[:2]}")
        candidate.features.append(f"R{rule}")
