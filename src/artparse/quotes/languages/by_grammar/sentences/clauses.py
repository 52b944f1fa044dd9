"""Clauses: where the one begins that a verb stands in, and whether it hangs on another.

Als der Rat tagte, sagte Roth, die dort wohnt, es regne.   ->  the clause of "sagte" begins behind "tagte,"
"""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.sentences.items import ENDS, REACH, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import phrase_at

STOPS = frozenset((";", ":", "–", "—", "("))
"""Marks that no clause goes on behind."""
BRACKET = 12
"""A bracket in a clause has at most so many items."""
OPENING = 4
"""A clause's first phrase is among its first items, so many."""


def clause_start(text: Text, at: int, start: int) -> int:
    """The first item of the clause whose verb stands at `at`.

    Commas of asides are passed over where nothing before the verb could be a subject.
    """
    i = at
    while i > start:
        word = text.low(i - 1)
        opened = _bracket_start(text, i, start) if word == ")" else -1
        if opened >= 0:
            i = opened
            continue
        if word in STOPS:
            return i
        if word == ",":
            earlier = None if i != at and _may_open(text, i, at) else _opener(text, i - 1, start)
            return i if earlier is None else earlier
        if text.has("clause joining", i - 1) and _joins_clauses(text, i - 1, at):
            return i
        i -= 1
    return start


def is_subordinate(text: Text, at: int, start: int) -> bool:
    """Whether the verb at item `at` is that of a clause that hangs on another."""
    first = clause_start(text, at, start)
    return text.has("subordinating", first) or is_relative(text, first, start)


def is_relative(text: Text, first: int, start: int) -> bool:
    """Whether the clause that begins at item `first` is a relative one."""
    return text.has("relative", first) and first > start and text.low(first - 1) == ","


def hangs(text: Text, first: int, start: int) -> bool:
    """Whether the clause that begins at item `first` hangs on another, as its first word tells."""
    return text.has("subordinating", first) or (first > start and text.has("relative", first))


def closes_clause(text: Text, at: int) -> bool:
    """Whether a mark behind item `at` closes its clause."""
    after = text.low(at + 1)
    return after in (",", "", ":", ")") or after in ENDS


def skip_openers(text: Text, first: int, stop: int) -> int:
    """The first item from `first` on that is no adverb, and no word that only opens a sentence."""
    while first < stop and (text.has("opening", first) or text.has("adverbs", first)):
        first += 1
    return first


def finite_of(text: Text, start: int, stop: int) -> int:
    """The first auxiliary among items, or -1."""
    return next((k for k in range(start, stop) if text.has("auxiliary", k)), -1)


def _bracket_start(text: Text, i: int, start: int) -> int:
    """Where the bracket opens that closes before item `i`, or -1."""
    return next((k for k in range(i - 2, max(start, i - BRACKET) - 1, -1) if text.low(k) == "("), -1)


def _may_open(text: Text, i: int, at: int) -> bool:
    """Whether a clause with a subject of its own may open at item `i`."""
    if text.has("subordinating", i) or text.has("relative", i):
        return True
    return any(phrase_at(text, k, at, attach=False) is not None for k in range(i, min(i + OPENING, at)))


def _opener(text: Text, comma: int, start: int) -> int | None:
    """The word that opens the clause before an aside: "Wie Mohr, der dort wohnt, sagte"."""
    if text.has("subordinating", start):
        return start
    for i in range(comma - 1, max(start, comma - REACH), -1):
        if text.low(i - 1) == "," and text.has("subordinating", i):
            return i
    return None


def _joins_clauses(text: Text, i: int, at: int) -> bool:
    """Whether the "and" at item `i` joins clauses and no nouns."""
    if i + 1 == at:
        return True
    return not (text.is_noun(i + 1) and text.is_noun(i - 1)) and not _is_between_likes(text, i)


def _is_between_likes(text: Text, i: int) -> bool:
    """Whether words of one kind stand on both sides of item `i`: "grüne und rote"."""
    one, two = text.low(i - 1), text.low(i + 1)
    return one[-2:] == two[-2:] and one.isalpha() and not text.is_noun(i - 1)
