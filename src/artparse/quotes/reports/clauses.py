"""Sentences in which a word may report speech, cut into units, and where what it reports may begin and end.

A unit is a word outside quotation marks, or all that stands between two of them. Nothing here grows with the
length of a sentence but its units: every list of places is bounded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import CLAUSE_OPENERS, DIRECTIONS, SOURCE_OPENERS, STOPS
from artparse.quotes.reports.words import OPENERS, PAUSES, QUOTED, Word, Words
from artparse.values import dataclass

NEAR = 4
"""Every unit up to so many after the cue may begin what is reported."""
FAR = 9
"""Up to so many after it those that follow a comma or a small word may."""
LATE = 20
"""What is reported stands before a cue only where no more follows it, or a comma stands before it."""
BEHIND = 4
"""At most so many places before the cue, and the sentence's first, may begin it."""
ENDS = 8
"""At most so many places, and the sentence's last, may end it."""
EDGE = 2
"""So many units stand before the first, and one more behind the last, in what features see."""


@dataclass(slots=True, eq=False)
class Sentence:
    """The units of one sentence."""

    words: list[str]
    """Of each unit, its word, lower case, or `Q`."""
    rows: list[Word]
    """Of each unit, what is known of its word; with edges."""
    numbers: tuple[int, ...]
    """Of each unit, the number of its word; with edges."""
    verbal: bytes
    """Of each unit, 1 where it may be a clause's verb, or 0; with edges."""
    ones: list[int]
    """Of each unit, its shape (see `Word`): a mention, a pronoun, or that of its word; with edges."""
    twos: list[int]
    """The same as the second of two."""
    strengths: tuple[int, ...]
    """Of each unit, how surely its word reports; with edges."""
    reporting: list[tuple[int, int]]
    """Of those that may report, the place in `strengths`, and what stands there."""
    firsts: list[int]
    """Of each unit, its first token."""
    lasts: list[int]
    """Of each unit, the token after it."""
    mentions: list[tuple[int, int, int]]
    """Each mention outside quotation marks, its first unit and the unit after it."""
    openings: list[int]
    """Of each of them, its first unit."""
    endings: list[int]
    """Of each of them, the unit after it."""
    place: str
    end: int
    """The unit after the last that is no full stop."""
    quotes: bool
    """Whether words stand in quotation marks."""


def sentence_at(reader: Reader, token: int, known: Words) -> Sentence:
    """The sentence that holds `token`."""
    tokens = reader.tokens
    first = bisect_left(tokens.sentences, tokens.sentences[token])
    last = bisect_right(tokens.sentences, tokens.sentences[token])
    firsts = [*range(first, last)]
    held = max(tokens.quoted[first:last]) >= 0
    if held:
        firsts = _outside(reader, first, last)
    here = [tokens.words[i] for i in firsts] if held else tokens.words[first:last]
    middle = [*map(known.__getitem__, here)]
    if held:
        middle = [
            known.quoted if tokens.quoted[i] >= 0 else row for i, row in zip(firsts, middle, strict=True)
        ]
    rows = [*known.before, *middle, *known.behind]
    texts, numbers, one, two, verbal, strengths, *_ = zip(*rows, strict=True)  # As `Word` has them.
    words, ones, twos = [*texts[EDGE : EDGE + len(middle)]], [*one], [*two]
    mentions: list[tuple[int, int, int]] = []
    named = [(unit, number) for unit, number in enumerate(map(reader.at.get, firsts)) if number is not None]
    before: tuple[int, int] | None = None
    for unit, number in named:
        mention = reader.mentions[number]
        if words[unit] != QUOTED:
            if (unit - 1, number) != before:
                mentions.append((number, unit, min(unit + mention.last - firsts[unit], len(firsts))))
            form = known.pronoun if mention.form == "pronoun" else known.mention
            ones[unit + EDGE], twos[unit + EDGE] = form.one, form.two
        before = unit, number
    end = len(words)
    while end and words[end - 1] in STOPS:
        end -= 1
    return Sentence(
        words,
        rows,
        numbers,
        bytes(verbal),
        ones,
        twos,
        strengths,
        [(x, strength) for x, strength in enumerate(strengths) if strength >= 0],
        firsts,
        [*firsts[1:], last],
        mentions,
        [m[1] for m in mentions],
        [m[2] for m in mentions],
        reader.passages[tokens.passages[token]].place[0],
        end,
        held,
    )


def _outside(reader: Reader, first: int, last: int) -> list[int]:
    """The first tokens of the units, where some stand in quotation marks."""
    found: list[int] = []
    i = first
    while i < last:
        found.append(i)
        quoted = reader.tokens.quoted[i]
        i = i + 1 if quoted < 0 else max(i + 1, reader.bounds[quoted][1])
    return found


def starts_of(sentence: Sentence, cue: int) -> list[int]:
    """The units at which what the cue reports may begin, those after it first."""
    words = sentence.words
    if not CLAUSE_OPENERS.isdisjoint(words[cue + 1 : cue + 2]):
        return [cue + 1]
    found = list(range(cue + 1, min(sentence.end, cue + 1 + NEAR)))
    for i in range(cue + 1 + NEAR, min(sentence.end, cue + 1 + FAR)):
        if words[i - 1] in PAUSES or words[i] in OPENERS or words[i - 1] in OPENERS or words[i] == QUOTED:
            found.append(i)
    found = [i for i in found if words[i] not in PAUSES]
    if cue == 0 and words[0] in SOURCE_OPENERS and not DIRECTIONS.isdisjoint(words[1:2]):
        found = _behind_source(sentence, found)
    before: list[int] = []
    if sentence.end - cue > LATE and words[cue - 1 : cue] != [","]:
        return found
    for i in range(cue - 1, max(0, cue - 60), -1):
        if len(before) == BEHIND:
            break
        if words[i] in PAUSES:
            continue
        if words[i - 1] in PAUSES or words[i] == QUOTED or words[i - 1] in OPENERS or words[i] in OPENERS:
            before.append(i)
    if cue > 0:
        opening = next((i for i in range(cue) if words[i] not in PAUSES), 0)
        if opening not in before:
            before.append(opening)
    return found + before


def _behind_source(sentence: Sentence, starts: list[int]) -> list[int]:
    """Those of `starts` behind the comma that ends a source: "According to a memo seen by us, the dam"."""
    words = sentence.words
    comma = next((i for i in range(2, min(sentence.end, LATE)) if words[i] == ","), -1)
    if comma < 0 or comma + 1 >= sentence.end:
        return starts
    return [i for i in starts if i > comma] or [comma + 1]


def ends_of(sentence: Sentence, cue: int, start: int) -> list[int]:
    """The units before which what begins at `start` may end."""
    words = sentence.words
    limit = sentence.end if start > cue else cue
    found: list[int] = []
    for i in range(start + 1, limit):
        if len(found) == ENDS:
            break
        closes = words[i] in PAUSES or words[i] in OPENERS or words[i] == QUOTED or words[i - 1] == QUOTED
        if (closes and words[i - 1] not in PAUSES) or (start < cue and i >= cue - 4):
            found.append(i)
    if start < cue and len(found) == ENDS:
        found += [i for i in range(max(found[-1] + 1, cue - 6), cue) if words[i - 1] not in PAUSES]
    if limit > start:
        found.append(limit)
    return found


def span_of(reader: Reader, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The code points of some units."""
    tokens = reader.tokens
    return tokens.starts[sentence.firsts[start]], tokens.ends[sentence.lasts[end - 1] - 1]
