"""How likely a mention is the source of anything said, quoted or not.

Reported speech is far more common than quotes, so that who "argued that …" or "according to …" names can be
learnt from all of it. The score is one of the measures by which unsure choices are taken again (`review`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from artparse.quotes.parts import Part

if TYPE_CHECKING:
    from artparse.quotes.choice.reader import Reader

REPORTING = frozenset(("V", "v", "Vg", "vg"))
"""The symbols of words that report speech."""
TOKENS_BESIDE = 14
"""How many tokens to either side of a mention are looked at."""
SYMBOLS_BESIDE, SYMBOLS_FROM_CUE = 4, 3
"""Symbols next to a mention that tell something, and those from the first word that reports on."""


def traits(reader: Reader, number: int) -> list[Part]:
    """The features of a mention: what stands around it in its sentence."""
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
    count = min(entity.count, 6) if entity is not None else -1
    found: list[Part] = [
        (_standing, kind, mention.governed, mention.subject, said, count),
        (_behind, after, after2),
        (_before, before, before2),
        (_ahead, *ahead[:4]),
        (_between, tuple(behind[:2]), tuple(ahead[:1])),
    ]
    if mention.form != "name":
        found.append((_head, mention.words[-1].lower()))
    if cue >= 0:
        beyond = words[cue + 1].lower() if cue + 1 < end else "$"
        found.append((_cue_ahead, words[cue].lower(), beyond, words[cue - 1].lower()))
        found.append((_way_ahead, cue_at, tuple(ahead[: cue_at + 3])))
    else:
        found.append((_none, "n"))
    if back >= 0:
        found.append((_cue_behind, words[back].lower(), words[back - 1].lower() if back else "^"))
        found.append((_way_behind, back_at, tuple(behind[: back_at + 3])))
    else:
        found.append((_none, "m"))
    return found


# --- names of features: what each is made of stands in `traits` -------------------------------------


def _standing(kind: str, governed: bool, subject: float, said: int, count: int) -> Iterable[str]:
    found = ["B", f"k{governed}{kind}", f"s{subject}{kind}", f"r{said}"]
    return [*found, f"t{count}"] if count >= 0 else found


def _behind(after: str, after2: str) -> Iterable[str]:
    return f"a{after}", f"a{after} {after2}"


def _before(before: str, before2: str) -> Iterable[str]:
    return f"b{before}", f"b{before2} {before}"


def _ahead(*symbols: str) -> Iterable[str]:
    return f"A{' '.join(symbols[:2])}", f"F{' '.join(symbols)}"


def _between(behind: Sequence[str], ahead: Sequence[str]) -> Iterable[str]:
    return f"P{' '.join(behind)}", f"M{' '.join(behind[:1])}|{' '.join(ahead)}"


def _head(word: str) -> Iterable[str]:
    return (f"h{word}",)


def _cue_ahead(word: str, beyond: str, before: str) -> Iterable[str]:
    return f"c{word}", f"y{word} {beyond}", f"p{before}"


def _way_ahead(at: int, symbols: Sequence[str]) -> Iterable[str]:
    return f"d{' '.join(symbols[:at]) if at < 8 else '-'}", f"z{' '.join(symbols[at + 1 :])}"


def _cue_behind(word: str, before: str) -> Iterable[str]:
    return f"v{word}", f"o{before}"


def _way_behind(at: int, symbols: Sequence[str]) -> Iterable[str]:
    return f"e{' '.join(symbols[:at]) if at < 8 else '-'}", f"u{' '.join(symbols[at + 1 :])}"


def _none(name: str) -> Iterable[str]:
    return (name,)


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
