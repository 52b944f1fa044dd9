"""The subject of a verb: before it or behind it, as word order, articles and marks tell.

Am Montag sagte die Leiterin der Bank, …   ->  die Leiterin der Bank
Roth, die dort wohnt, sagte …              ->  Roth
"""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.sentences.clauses import clause_start, closes_clause, is_relative
from artparse.quotes.languages.by_grammar.sentences.items import ENDS, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import (
    APPOSITION,
    Phrase,
    completed,
    is_full_name,
    is_name_in_marks,
    is_person,
    may_be_subject,
    phrase_at,
)
from artparse.quotes.languages.by_grammar.sentences.runs import is_given_name
from artparse.quotes.languages.by_grammar.sentences.verbs import is_finite

RIVAL = 16
"""A subject behind the verb, in place of one before it, ends within so many items."""
INVERTED = 12
"""And so far behind a verb that opens its clause."""
GAP = 8
"""More items between subject and verb tell that it is not its subject."""
CLOSING = frozenset((",", ":", ";", ")", "–", "—"))
"""Marks behind which no subject of a verb before them is looked for."""


def subject_of(text: Text, at: int) -> Phrase | None:
    """The subject of the verb at item `at`."""
    start, stop = text.around(at)
    found = subject_before(text, at, start, stop)
    if found is None:
        return subject_behind(text, at, stop)
    if found.first > at or _is_certain(text, found, at):
        return found
    behind = subject_behind(text, at, min(stop, at + RIVAL))
    return behind if behind is not None and _is_rather(text, behind, found, at) else found


# --- which of two ----------------------------------------------------------------------------------------


def _is_certain(text: Text, found: Phrase, at: int) -> bool:
    """Whether a phrase before the verb can only be its subject."""
    sure = "surely pronoun" if found.kind == "pronoun" else "masculine"
    return text.has(sure, found.first) or _is_verb_last(text, found, at)


def _is_verb_last(text: Text, found: Phrase, at: int) -> bool:
    """Whether the verb ends the clause that a phrase opens, so that no subject follows it."""
    opens = found.first > 0 and text.has("subordinating", found.first - 1)
    return opens and text.low(at + 1) in (",", ".", "")


def _is_rather(text: Text, behind: Phrase, found: Phrase, at: int) -> bool:
    """Whether the phrase behind the verb is rather its subject than the one `found` before it."""
    if is_full_name(text, found) and behind.kind == "noun" and not is_person(text, behind):
        return False  # "Michael Kohl sagte der Zeitschrift"
    near = all(text.has("adverbs", k) for k in range(at + 1, behind.first))
    if behind.kind == "pronoun":
        return text.has("surely pronoun", behind.first) and near
    if text.has("masculine", behind.first) and near:
        return True
    several = text.has("plural", found.first) and text.ends("plural endings", found.first + 1)
    if several and not text.ends("plural endings", at):
        return not text.is_noun(found.first + 1)
    bare = found.head - found.first == 1 and text.opens_sentence(found.first)
    adverb = text.items[found.first].word.endswith(text.grammar.endings["adverb endings"])
    return bare and near and adverb  # "Abends sagte Roth"


# --- behind the verb -------------------------------------------------------------------------------------


def subject_behind(text: Text, at: int, stop: int) -> Phrase | None:
    """The first phrase behind a verb that may be its subject."""
    j = at + 1
    if j < stop and not text.low(j) and is_name_in_marks(text, j):
        return Phrase(j, j + 1, True, "quote", j + 1)
    while j < stop:
        word = text.low(j)
        if word in CLOSING or word in ENDS or text.has("joining", j):
            return None
        if _is_preposition(text, j):
            j = _behind_preposition(text, j, stop)
        elif not word or (text.has("adverbs", j) and not text.is_noun(j)):
            j += 1
        else:
            found = phrase_at(text, j, stop)
            if found is not None and may_be_subject(text, found):
                return completed(text, found, stop)
            j = j + 1 if found is None else found.last
    return None


def _is_preposition(text: Text, j: int) -> bool:
    return text.has("preposition", j) and not text.is_noun(j)


def _behind_preposition(text: Text, j: int, stop: int) -> int:
    """The item behind the preposition at item `j` and its noun phrase."""
    inner = phrase_at(text, j + 1, stop, attach=False)
    return inner.last if inner is not None else j + 1


# --- before the verb -------------------------------------------------------------------------------------


def subject_before(text: Text, at: int, start: int, stop: int) -> Phrase | None:
    """The subject of a verb that stands before it, or belongs before it: behind the word that opens its
    clause, before the comma of a relative clause, around an aside; else at the clause's beginning.
    """
    inverted = _inverted_in_aside(text, at, start, stop)
    if inverted is not None:
        return inverted
    first = clause_start(text, at, start)
    if text.has("subordinating", first) and not (text.has("as or so", first) and first == start):
        found = _first_subject(text, first + 1, at)
        if found is not None:
            return found
    if is_relative(text, first, start) and closes_clause(text, at):
        if is_given_name(text, first + 1):
            return phrase_at(text, first + 1, at)  # "die Marke, die Gerhard Roth genannt hatte"
        known = phrase_at(text, first, at)
        if known is None or known.last < at:
            return _before_comma(text, first - 1, start)
    if text.low(at - 1) in (",", ")", "–", "-") or first == at:
        around = _around_aside(text, at, start) or _inverted(text, at, stop)
        if around is not None:
            return around
        first = start
    return _opening_subject(text, first, at, start)


def _inverted_in_aside(text: Text, at: int, start: int, stop: int) -> Phrase | None:
    """The subject right behind a verb that a comma goes before: "Das, sagte Mohr, sei gut"."""
    if text.low(at - 1) != ",":
        return None
    found = subject_behind(text, at, min(stop, at + INVERTED))
    if found is None or found.first > at + 3:
        return None
    return found if _goes_on_behind(text, found) or _around_aside(text, at, start) is None else None


def _inverted(text: Text, at: int, stop: int) -> Phrase | None:
    """The subject right behind a verb that opens its clause."""
    if text.low(at - 1) == ")":
        return None
    found = subject_behind(text, at, min(stop, at + INVERTED))
    return found if found is not None and found.first <= at + 4 else None


def _goes_on_behind(text: Text, inverted: Phrase) -> bool:
    """Whether a clause goes on behind the aside that ends with a phrase: "Das, sagte Mohr, sei gut"."""
    return text.low(inverted.last) == "," and is_finite(text, inverted.last + 1)


def _around_aside(text: Text, at: int, start: int) -> Phrase | None:
    """The phrase that opens the sentence, with an aside in commas between it and its verb."""
    first = start
    while first < at and text.has("opening", first):
        first += 1
    found = phrase_at(text, first, at)
    if found is None or not found.subject or found.kind != "noun" or text.low(found.last) != ",":
        return None
    whole = completed(text, found, at)
    named = _name_before_verb(text, found.last + 1, at)
    return found._replace(last=named) if whole is found and named is not None else whole


def _name_before_verb(text: Text, first: int, stop: int) -> int | None:
    """Where the run of names ends that stands in commas right before the verb."""
    at = stop - 1 if text.low(stop - 1) == "," else stop
    return at if first < at and stop - first < APPOSITION and text.is_noun(first) else None


def _opening_subject(text: Text, first: int, at: int, start: int) -> Phrase | None:
    """The phrase that opens a clause at item `first`, where only adverbs stand between it and the verb."""
    while first < at and (text.has("opening", first) or text.has("joining", first)):
        first += 1
    if first >= at or (first > start and text.has("joining", first - 1) and text.has("adverbs", first)):
        return None
    found = phrase_at(text, first, at)
    if found is None or not may_be_subject(text, found):
        return None
    gap = [k for k in range(found.last, at) if text.items[k].quote < 0]
    if any(text.low(k) == "," for k in gap):
        whole = completed(text, found, at)
        named = _name_before_verb(text, found.last + 1, at)
        apart = whole.last < at and text.low(whole.last) == "," and named is not None
        return found._replace(last=named) if apart and named is not None else whole
    full = len(gap) > GAP or any(text.has("preposition", k) or text.is_noun(k) for k in gap)
    return None if full else found


def _first_subject(text: Text, i: int, stop: int) -> Phrase | None:
    """The first phrase from item `i` on that may be a subject."""
    while i < stop:
        if _is_preposition(text, i):
            i = _behind_preposition(text, i, stop)
            continue
        if text.low(i) in (",", ":"):
            return None
        found = phrase_at(text, i, stop)
        if found is not None and may_be_subject(text, found):
            return completed(text, found, stop)
        i = i + 1 if found is None else found.last
    return None


def _before_comma(text: Text, comma: int, start: int) -> Phrase | None:
    """The noun phrase that ends before the comma of a relative clause."""
    first = comma
    while first > start and (
        text.is_noun(first - 1) or text.low(first - 1) in text.grammar.kinds["particles"]
    ):
        first -= 1
    if first == comma:
        return None
    if first > start and text.is_article(first - 1):
        first -= 1
    return Phrase(first, comma, True, "noun", comma)
