"""Where clauses begin and end, between words that say who says something."""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.reported.forms import (
    ends_clause,
    has_form,
    is_reported,
    looks_finite,
)
from artparse.quotes.languages.by_grammar.reported.telling import Sentence
from artparse.quotes.languages.by_grammar.sentences.clauses import hangs
from artparse.quotes.languages.by_grammar.sentences.phrases import phrase_at
from artparse.quotes.languages.by_grammar.sentences.verbs import is_finite, verb_at
from artparse.quotes.languages.by_grammar.sources.prepositions import source_by_thus


def content_end(one: Sentence, first: int) -> int:
    """Where a clause ends that begins at item `first`: before the next that says who says something."""
    text = one.text
    for k in range(first + 2, one.stop):
        if text.low(k) == ":" and k + 1 < one.stop and text.items[k + 1].quote >= 0:
            return k
        joined = text.has("and", k)
        if (joined or text.low(k) in (",", "–")) and _is_told_behind(one, k, joined):
            return k
    return one.stop


def content_start(one: Sentence, before: int) -> int:
    """Where the clauses before item `before` begin that no other cue has."""
    for k in range(before - 1, one.start, -1):
        if one.text.low(k) in (";", ":"):
            return k + 1
    return one.start


def clause_around(one: Sentence, at: int) -> int:
    """Where the clause begins that item `at` stands in."""
    text = one.text
    for k in range(at - 1, one.start, -1):
        if text.low(k) in (";", ":"):
            return k + 1
        if text.low(k) == ",":
            opens = hangs(text, k + 1, one.start)
            if opens or any(text.has("auxiliary", m) for m in range(k + 2, at)):
                return k + 1
    return one.start


def main_clause_behind(one: Sentence, first: int, end: int) -> int:
    """Where the main clause goes on behind clauses that hang on it: ", dass er kommt, hatte sie"."""
    text = one.text
    for k in range(first + 2, end - 1):
        if text.low(k) == "," and not (text.has("relative", k + 1) or text.has("joining", k + 1)):
            plain = is_finite(text, k + 1) and not text.has("subordinating", k + 2)
            if plain or verb_at(text, k + 1) is not None or _is_verb_first(one, k + 1):
                return k
    return end


def opens_that(one: Sentence, k: int) -> bool:
    """Whether item `k` opens a clause that says what is said or asked: "dass", "ob"."""
    return one.text.has("that", k) or one.text.has("asking", k)


def _is_told_behind(one: Sentence, k: int, joined: bool) -> bool:
    """Whether a new clause opens behind item `k` that says who says something, or why."""
    text = one.text
    if text.has("reasoning", k + 1) and not is_reported(text, k + 1, one.stop):
        return True
    if text.has("thus", k + 1) and not joined and source_by_thus(text, k + 1, one.stop) is not None:
        return True
    verb = verb_at(text, k + 1) is not None
    return verb and not has_form(text, k + 1) and not ends_clause(text, k + 1)


def _is_verb_first(one: Sentence, k: int) -> bool:
    """Whether a small word right behind a comma looks like a verb: its subject follows."""
    if not looks_finite(one.text, k):
        return False
    return phrase_at(one.text, k + 1, one.stop) is not None or one.text.has("reflexive", k + 1)
