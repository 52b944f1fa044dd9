"""The form of reported speech: "er sei krank", "sie habe Zeit", "dass er dort wohne"."""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.reported.telling import Sentence
from artparse.quotes.languages.by_grammar.sentences.clauses import hangs
from artparse.quotes.languages.by_grammar.sentences.items import Text
from artparse.quotes.languages.by_grammar.sentences.verbs import helper_of, is_finite, is_told_itself


def is_reported(text: Text, first: int, last: int) -> bool:
    """Whether a verb among items outside quotation marks has the form of reported speech."""
    return any(has_form(text, k) for k in range(first, last))


def is_reported_itself(one: Sentence) -> bool:
    """Whether a clause of the sentence that hangs on no other has a verb of that form."""
    text, opened, stated = one.text, one.start, False
    if text.low(one.stop - 1) == "?":
        return False
    for k in range(one.start, one.stop):
        if text.low(k) in (",", ";", "–"):
            opened, stated = k + 1, False
        elif text.has("stating", k):
            stated = True  # "der Damm ist eine globale, …"
        elif not stated and not text.has("also plain", k) and has_form(text, k):
            relative = opened > one.start and text.has("relative", opened + 1)
            if not (hangs(text, opened, one.start) or relative) or not ends_clause(text, k):
                return True
    return False


def is_surely_reported(one: Sentence) -> bool:
    """Whether it is reported itself, by a verb whose form is nothing else."""
    sure = any(one.text.has("surely reported", k) for k in range(one.start, one.stop))
    return sure and is_reported_itself(one)


def is_told_by_another(one: Sentence, at: int) -> bool:
    """Whether the verb at item `at` is itself reported: "er habe gesagt"."""
    helper = helper_of(one.text, at, one.start)
    return is_told_itself(one.text, at) or (helper is not None and has_form(one.text, helper))


def has_form(text: Text, k: int) -> bool:
    """Whether item `k` is a verb in the form of reported speech."""
    if text.has("reported", k) or text.has("reported too", k):
        return not text.is_noun(k)
    return looks_reported(text, k) and (ends_clause(text, k) or _follows_subject(text, k))


def looks_reported(text: Text, k: int) -> bool:
    """Whether a word ends as a verb of reported speech does: "dass er dort wohne"."""
    if not _is_word_written_small(text, k) or not text.ends("reported verbs", k):
        return False
    return not text.ends("past verbs", k) and not text.ends("unreported verbs", k)


def looks_finite(text: Text, k: int) -> bool:
    """Whether a word written small ends as a verb with its subject does."""
    return _is_word_written_small(text, k) and text.ends("finite verbs", k)


def is_second(text: Text, k: int) -> bool:
    """Whether a word stands where the verb of a clause does, behind a noun, and looks like one."""
    return looks_finite(text, k) and text.is_noun(k - 1) and not text.is_noun(k + 1)


def is_verb_of_clause(text: Text, k: int) -> bool:
    """Whether item `k` is a small verb with its subject, or in the form of reported speech."""
    return is_finite(text, k) or has_form(text, k)


def ends_clause(text: Text, k: int) -> bool:
    """Whether item `k` is the last word of its clause."""
    return text.low(k + 1) in (",", ".", ";", "!", "?") or text.has("joining", k + 1)


def _follows_subject(text: Text, k: int) -> bool:
    """Whether item `k` stands where the verb of a clause does: "die Lage bessere sich"."""
    return text.has("personal", k - 1) or (text.is_noun(k - 1) and not text.is_noun(k + 1))


def _is_word_written_small(text: Text, k: int) -> bool:
    """Whether item `k` is written small and no small word, nor one that only ends like a verb."""
    if not text.low(k).isalpha() or text.items[k].word[0].isupper():
        return False
    return not (text.is_function(k) or text.has("ending alike", k))
