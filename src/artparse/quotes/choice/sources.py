"""How likely a mention is the source of anything said, quoted or not.

Reported speech is far more common than quotes, so that who "argued that …" or "according to …" names can be
learnt from all of it. The score is one of the measures by which unsure choices are taken again (`review`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artparse.quotes.choice.reader import Reader

REPORTING = frozenset(("V", "v", "Vg", "vg"))
"""The symbols of words that report speech."""
TOKENS_BESIDE = 14
"""How many tokens to either side of a mention are looked at."""
SYMBOLS_BESIDE, SYMBOLS_FROM_CUE = 4, 3
"""Symbols next to a mention that tell something, and those from the first word that reports on."""


def traits(reader: Reader, number: int) -> list[str]:
    """The names of the features of a mention: what stands around it in its sentence."""
    mention = reader.mentions[number]
    words, passages = reader.tokens.words, reader.tokens.passages
    first, last = mention.first, mention.last
    passage = mention.passage
    before = words[first - 1].lower() if first and passages[first - 1] == passage else "^"
    before2 = words[first - 2].lower() if first > 1 and passages[first - 2] == passage else "^"
    end = len(words)
    after = words[last].lower() if last < end and passages[last] == passage else "$"
    after2 = words[last + 1].lower() if last + 1 < end and passages[last + 1] == passage else "$"
    ahead, cue, cue_at = _outward(reader, last, 1, mention.sentence)
    behind, back, back_at = _outward(reader, first - 1, -1, mention.sentence)
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    kind = f"{mention.form[0]}{mention.form[2]}{being[:2]}"
    said = min(reader.reporting.get(mention.entity, 0), 4)
    found = ["B", f"k{mention.governed}{kind}", f"s{mention.subject}{kind}", f"r{said}"]
    if entity is not None:
        found.append(f"t{min(entity.count, 6)}")
    found += (
        f"a{after}",
        f"a{after} {after2}",
        f"b{before}",
        f"b{before2} {before}",
        f"A{' '.join(ahead[:2])}",
        f"F{' '.join(ahead[:4])}",
        f"P{' '.join(behind[:2])}",
        f"M{behind[0] if behind else ''}|{ahead[0] if ahead else ''}",
    )
    if mention.form != "name":
        found.append(f"h{mention.words[-1].lower()}")
    found += _by_cue_ahead(words, cue, cue_at, ahead)
    found += _by_cue_behind(words, back, back_at, behind)
    return found


def _by_cue_ahead(words: list[str], cue: int, at: int, symbols: list[str]) -> tuple[str, ...]:
    """What the first word of saying behind a mention tells, `at` so many of the symbols from it."""
    if cue < 0:
        return ("n",)
    word = words[cue].lower()
    beyond = words[cue + 1].lower() if cue + 1 < len(words) else "$"
    return (
        f"c{word}",
        f"y{word} {beyond}",
        f"p{words[cue - 1].lower()}",
        f"d{' '.join(symbols[:at]) if at < 8 else '-'}",
        f"z{' '.join(symbols[at + 1 : at + 3])}",
    )


def _by_cue_behind(words: list[str], cue: int, at: int, symbols: list[str]) -> tuple[str, ...]:
    """What the first word of saying before it tells."""
    if cue < 0:
        return ("m",)
    return (
        f"v{words[cue].lower()}",
        f"o{words[cue - 1].lower() if cue else '^'}",
        f"e{' '.join(symbols[:at]) if at < 8 else '-'}",
        f"u{' '.join(symbols[at + 1 : at + 3])}",
    )


def _outward(reader: Reader, i: int, step: int, sentence: int) -> tuple[list[str], int, int]:
    """The symbols from token `i` on in its sentence, the first word that reports there, and its place."""
    tokens = reader.tokens
    quoted, sentences, words = tokens.quoted, tokens.sentences, tokens.words
    at_mention, known = reader.at, reader.symbols
    symbols: list[str] = []
    last = ""
    cue, at = -1, -1
    left, end = TOKENS_BESIDE, len(words)
    while left and 0 <= i < end and sentences[i] == sentence:
        left -= 1
        if quoted[i] >= 0:
            bounds = reader.bounds[quoted[i]]
            symbol, following = "Q", bounds[1] if step > 0 else bounds[0] - 1
        elif i in at_mention:
            mention = reader.mentions[at_mention[i]]
            symbol = "P" if mention.form == "pronoun" else "M"
            following = mention.last if step > 0 else mention.first - 1
        else:
            word = words[i]
            symbol, following = known[word] if word in known else reader.symbol(i), i + step
            if cue < 0 and symbol in REPORTING:
                cue, at = i, len(symbols)
        if symbol and symbol != last:
            symbols.append(symbol)
            last = symbol
            if cue >= 0 and len(symbols) >= SYMBOLS_BESIDE and len(symbols) >= at + SYMBOLS_FROM_CUE:
                break
        i = following
    return symbols, cue, at
