"""What stands around the quotation marks and tells a source: each function one way, from sure to less sure.

„…“, sagte Roth | „…“. Das sagte Roth | Roth hatte es „…“ genannt | Roth sagte: „…“ | Es sei „…“, so Roth
"""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.sentences.items import ENDS, REACH, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import completed, phrase_at
from artparse.quotes.languages.by_grammar.sentences.verbs import has_passive_near, is_told_itself, verb_at
from artparse.quotes.languages.by_grammar.sources.frame import Frame, Place, framed
from artparse.quotes.languages.by_grammar.sources.prepositions import source_by_preposition, source_by_thus
from artparse.quotes.languages.by_grammar.sources.verbs import source_behind_verb, source_of_verb

PARTICIPLE = 20
"""A participle stands no more items behind its auxiliary."""
WITHIN = 12
"""The verb that ends the clause of a stretch stands no more items behind it."""
CLOSING = frozenset((",", ".", ";", ":", "!", "?", ")", ""))
"""Marks behind the last word of a clause."""
ASIDE = frozenset((",", "", "–"))
"""What stands before ", sagte Roth": a mark, or the stretch itself."""


def beside(place: Place) -> Frame | None:
    """What is right behind the stretch: "…“, sagte X", "…“, so X", "…“. Das sagte X"."""
    text, i, stop = place.text, place.i, place.stop
    comma = text.low(i + 1) in (",", "–", "—", "-")
    j = i + 1 + comma
    if j >= len(text.items):
        return None
    if j >= stop:
        ends = text.items[i].word in ENDS or text.low(i + 1) in ENDS
        return _in_next_sentence(text, stop) if ends else None
    if text.low(j) in ENDS:
        return _in_next_sentence(text, j + 1)
    if text.has("thus", j):
        return source_by_thus(text, j, stop)
    if verb_at(text, j) is not None:
        inverted = comma or not _is_in_open_clause(text, i)
        return source_behind_verb(text, j) if inverted else source_of_verb(text, j)
    return _of_participle(text, j, stop) if comma and text.has("auxiliary", j) else None


def within(place: Place) -> Frame | None:
    """The verb that ends the clause around the stretch: "X hatte es „…“ genannt"."""
    text, stop = place.text, place.stop
    for j in range(place.i + 1, min(stop, place.i + WITHIN)):
        if text.low(j) in (",", ";", ":", "–") or text.has("subordinating", j):
            return None
        if text.has("and or", j) and j + 1 < len(text.items) and text.items[j + 1].quote < 0:
            return None
        if verb_at(text, j) is not None:
            closes = j + 1 >= stop or text.low(j + 1) in CLOSING
            closes = closes or text.has("auxiliary", j + 1) or text.has("and", j + 1)
            return source_of_verb(text, j) if closes else None
    return None


def left(place: Place) -> Frame | None:
    """The nearest source before the stretch in its sentence."""
    text, i = place.text, place.i
    colon, apart = text.low(i - 1) == ":", False
    inner: Frame | None = None
    """A source that is less sure: its verb is reported itself, or something stands between."""
    for j in range(i - 1, place.start - 1, -1):
        apart = apart or text.low(j) == ";"
        if verb_at(text, j) is not None:
            if apart:
                continue
            found = source_of_verb(text, j)
            if not colon and is_told_itself(text, j):
                inner = inner or found
            elif found is not None or not has_passive_near(text, j, place.start):
                return found
            continue
        found = _of_noun(text, j, i) or _of_thus(text, j, i)
        if found is not None:
            return found
        found = source_by_preposition(text, j)
        if found is None:
            continue
        if not (colon and (found.pronoun or text.has("behind", j))):
            return found
        inner = inner or (found if not found.pronoun else None)
    return inner


def right(place: Place) -> Frame | None:
    """A source behind the clause of the stretch: "Es sei „gut“ gewesen, sagte X"."""
    text, stop = place.text, place.stop
    for j in range(place.i + 1, stop):
        found = None
        if text.low(j - 1) in ASIDE:
            if verb_at(text, j) is not None:
                found = source_behind_verb(text, j)
            if found is None and text.has("thus", j):
                says = text.has("it says", j + 1)
                found = source_of_verb(text, j + 1) if says else source_by_thus(text, j, stop)
        found = found or source_by_preposition(text, j)
        if found is not None:
            return found
    return None


def _is_in_open_clause(text: Text, i: int) -> bool:
    """Whether a clause with its verb at the end is open before the stretch at item `i`."""
    start, _ = text.bounds(i)
    for k in range(i - 1, max(start - 1, i - REACH), -1):
        if text.low(k) in (":", ";"):
            return False
        opens = k == start or text.low(k - 1) == "," or text.has("and", k - 1)
        if text.has("subordinating", k) and opens:
            return True
        if text.has("auxiliary", k):
            return True
        if verb_at(text, k) is not None:
            return False
    return start < i - 1


def _in_next_sentence(text: Text, first: int) -> Frame | None:
    """The source that the sentence after the stretch opens with: "Das sagte X", "So X"."""
    if first >= len(text.items) or not text.has("resuming", first):
        return None
    _, stop = text.bounds(first)
    if verb_at(text, first + 1) is not None:
        return source_behind_verb(text, first + 1)
    if text.has("thus", first) and text.is_noun(first + 1):
        return source_by_thus(text, first, stop)
    if text.has("auxiliary", first + 1):
        for k in range(first + 2, min(stop, first + 1 + REACH)):
            if verb_at(text, k) is not None:
                return source_of_verb(text, k)
    return None


def _of_participle(text: Text, auxiliary: int, stop: int) -> Frame | None:
    """The source of ", hatte X gesagt"."""
    for k in range(auxiliary + 1, min(stop, auxiliary + PARTICIPLE)):
        if verb_at(text, k) is not None:
            return source_of_verb(text, k)
        if text.low(k) in (",", ":"):
            return None
    return None


def _of_noun(text: Text, j: int, i: int) -> Frame | None:
    """Whose word a noun tells: "auf den Vorwurf der Gilde, …"."""
    if not text.is_noun(j) or text.items[j].word not in text.grammar.kinds["words"]:
        return None
    if not text.has("of whom", j + 1):
        return None
    owner = phrase_at(text, j + 1 + text.has("of", j + 1), i)
    if owner is None or owner.kind != "noun" or text.low(owner.last) not in (",", ":"):
        return None
    return framed(text, completed(text, owner, i), j)


def _of_thus(text: Text, j: int, i: int) -> Frame | None:
    """The source of ", so X, …"."""
    aside = text.has("thus", j) and text.low(j - 1) in ASIDE
    return source_by_thus(text, j, i) if aside else None
