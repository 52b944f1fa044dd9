"""Sentences in which a word may report speech, cut into units, and where what it reports may begin and end.

A unit is a word outside quotation marks, or all that stands between two of them. Nothing here grows with the
length of a sentence but its units: every list of places is bounded.
"""

from __future__ import annotations

from dataclasses import dataclass

from artparse.quotes.choice.features import Reader

QUOTED = "Q"
"""The symbol of a unit in quotation marks."""
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
PAUSES = frozenset(",;:—–-()")
OPENERS = frozenset(
    (
        *(
            "that",
            "if",
            "whether",
            "how",
            "why",
            "what",
            "when",
            "where",
            "who",
            "which",
            "because",
            "to",
            "of",
        ),
        *("for", "on", "about", "with", "in", "at", "as", "from", "by", "over", "against", "into", "toward"),
        *("and", "but", "or", "while", "although", "though", "since", "after", "before", "until", "unless"),
        *("of", "during", "than", "despite", "amid", "so", "through", "under", "without", "within", "like"),
    )
)
"""Small words beside which a clause or phrase may begin or end."""
STOPS = frozenset(".!?…")


@dataclass(slots=True, eq=False)
class Sentence:
    """The units of one sentence."""

    words: list[str]
    """Of each unit, its word, lower case, or `Q`."""
    symbols: list[str]
    """Of each unit, what features see of it."""
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


def sentence_at(reader: Reader, token: int) -> Sentence:
    """The sentence that holds `token`."""
    tokens = reader.tokens
    numbers = tokens.sentences
    first = token
    while first and numbers[first - 1] == numbers[token]:
        first -= 1
    words: list[str] = []
    symbols: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    mentions: list[tuple[int, int, int]] = []
    i, size, open_mention = first, len(tokens.words), -1
    while i < size and numbers[i] == numbers[token]:
        unit = len(words)
        quoted = tokens.quoted[i]
        following = i + 1
        if quoted >= 0:
            following = max(following, reader.bounds[quoted][1])
            words.append(QUOTED)
            symbols.append(QUOTED)
        else:
            words.append(tokens.words[i].lower())
            number = reader.at.get(i, -1)
            symbols.append(_symbol(reader, i, number))
            if number >= 0 and number != open_mention:
                mention = reader.mentions[number]
                mentions.append((number, unit, unit + mention.last - i))
            open_mention = number
        firsts.append(i)
        lasts.append(following)
        i = following
    end = len(words)
    while end and words[end - 1] in STOPS:
        end -= 1
    place = reader.passages[tokens.passages[token]].place
    openings, endings = [m[1] for m in mentions], [m[2] for m in mentions]
    return Sentence(words, symbols, firsts, lasts, mentions, openings, endings, place[0], end)


def _symbol(reader: Reader, i: int, number: int) -> str:
    if number >= 0:
        return "P" if reader.mentions[number].form == "pronoun" else "M"
    return reader.symbol(i) or "-"


def starts_of(sentence: Sentence, cue: int) -> list[int]:
    """The units at which what the cue reports may begin, those after it first."""
    words = sentence.words
    found = list(range(cue + 1, min(sentence.end, cue + 1 + NEAR)))
    for i in range(cue + 1 + NEAR, min(sentence.end, cue + 1 + FAR)):
        if words[i - 1] in PAUSES or words[i] in OPENERS or words[i - 1] in OPENERS or words[i] == QUOTED:
            found.append(i)
    found = [i for i in found if words[i] not in PAUSES]
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
