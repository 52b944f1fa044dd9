"""The words to one side of a stretch as symbols, from the stretch outwards.

“…,” Roe said on Monday.   ->  , M V w C .
"""

from __future__ import annotations

from artparse.quotes.choice.reader import MARKS, Reader
from artparse.quotes.choice.situation import Walk
from artparse.quotes.kinds import SOURCE_OPENERS

MOST_SYMBOLS = 50
"""How many symbols to either side of a stretch are looked at."""
MOST_QUOTES = 8
"""Quotes to one side of a stretch; nothing beyond them is looked at."""


def walk_from(reader: Reader, i: int, step: int, limit: int) -> Walk:
    """The symbols from token `i` on, in steps of 1 or -1, until `limit`."""
    walk = Walk([], [], [])
    symbols = walk.symbols
    quoted = reader.tokens.quoted
    quotes = 0
    while i != limit and len(symbols) < MOST_SYMBOLS:
        here = quoted[i]
        if here >= 0:
            quotes += 1
            if quotes > MOST_QUOTES:
                break
            bounds = reader.bounds[here]
            ends = ends_sentence_behind(reader, bounds[1])
            if ends and step < 0 and symbols:
                symbols.append(".")
            symbols.append("Q")
            if ends and step > 0:
                symbols.append(".")
            i = bounds[1] if step > 0 else bounds[0] - 1
            if (step > 0 and i > limit) or (step < 0 and i < limit):
                break
            continue
        number = reader.at.get(i)
        if number is not None:
            mention = reader.mentions[number]
            verb = mention.first - 1
            inverted = step < 0 and reader.tokens.glossed and is_inverted(reader, verb, limit)
            if inverted:
                walk.cues.append((verb, len(symbols)))
                symbols.append(reader.symbol(verb))
            walk.mentions.append((number, len(symbols)))
            symbols.append("P" if mention.form == "pronoun" else "M")
            i = mention.last if step > 0 else verb - inverted
            continue
        symbol = reader.symbol(i)
        if symbol:
            if symbol[0] in "Vv" and len(symbol) < 3:
                walk.cues.append((i, len(symbols)))
                symbols.append(symbol)
            elif not (symbols and symbols[-1] == symbol):
                symbols.append(symbol)
        i += step
    return walk


def ends_sentence_behind(reader: Reader, after: int) -> bool:
    """Whether the token `after` a stretch opens a sentence of the same passage."""
    tokens = reader.tokens
    if after >= len(tokens.words) or tokens.words[after] in MARKS:
        return False
    return tokens.sentences[after] != tokens.sentences[after - 1]


def is_inverted(reader: Reader, i: int, limit: int) -> bool:
    """Whether token `i` is a verb of saying that only its language puts before its subject."""
    if i <= limit or i <= 0 or reader.symbol(i)[:1] != "V" or reader.tokens.words[i] in SOURCE_OPENERS:
        return False
    words, quoted = reader.tokens.words, reader.tokens.quoted
    at = i - 2 if words[i - 1] == "," else i - 1
    if at <= limit or quoted[at] >= 0 or words[at] in ".!?":
        return False
    sentence = reader.tokens.sentences[i]
    limit = max(limit, i - MOST_SYMBOLS)
    while words[i - 1] != "," and at > limit and quoted[at] < 0 and reader.tokens.sentences[at] == sentence:
        number = reader.at.get(at)
        if number is not None and not reader.mentions[number].governed:
            return False  # the subject stands before the verb, an object after it
        at -= 1
    return True
