"""The clause behind a word that reports: ", dass es regnet", ", es regne", ", zu kommen", ": Es regne"."""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.reported.ends import content_end, main_clause_behind, opens_that
from artparse.quotes.languages.by_grammar.reported.forms import is_reported, is_second
from artparse.quotes.languages.by_grammar.reported.telling import Content, Piece, Sentence
from artparse.quotes.languages.by_grammar.sentences.items import ENDS, REACH
from artparse.quotes.languages.by_grammar.sentences.phrases import phrase_at
from artparse.quotes.languages.by_grammar.sentences.verbs import is_finite, verb_at

THAT = 0.9
"""How sure a report is that "dass" or "ob" opens."""
REPORTED = 0.85
"""Whose verb has the form of reported speech."""
PLAIN = 0.7
"""That is a clause like any, right behind the verb."""
INFINITIVE = 0.65
"""That ends with an infinitive."""


def complement_of(one: Sentence, at: int) -> Content | None:
    """The clause behind the word that reports, item `at`."""
    text, tight = one.text, True
    for k in range(at + 1, min(one.stop, at + REACH)):
        word = text.low(k)
        if word == ":":
            reported = is_reported(text, k + 1, one.stop) and text.items[k + 1].quote < 0
            return Content((Piece(k + 1, one.stop),), PLAIN) if reported else None
        if word == ";" or word in ENDS:
            return None
        if word == "," and k + 1 < one.stop:
            sure = _opens(one, k + 1, tight)
            if sure is not None:
                return Content((Piece(k + 1, _end(one, k + 1, at)),), sure)
            tight = False
    return None


def _end(one: Sentence, first: int, at: int) -> int:
    """Where the clause ends that begins at item `first` behind the word `at` that reports it."""
    end = content_end(one, first)
    opens_sentence = not any(one.text.low(k) == "," for k in range(one.start, at))
    if one.text.has("subordinating", one.start) and opens_sentence:
        return main_clause_behind(one, first, end)
    return end


def _opens(one: Sentence, k: int, tight: bool) -> float | None:
    """How surely a clause that is reported opens at item `k`; none where none does.

    `tight`: whether it is behind the first comma after the word that reports.
    """
    text = one.text
    if opens_that(one, k):
        return THAT
    if text.has("purposes", k) or text.has("joining", k):
        return None
    if text.has("subordinating", k):
        bare = not text.has("how", k) and not text.has("as", k)
        return REPORTED if bare and is_reported(text, k, content_end(one, k)) else None
    return _opens_without_word(one, k, tight)


def _opens_without_word(one: Sentence, k: int, tight: bool) -> float | None:
    """The same of a clause that no conjunction opens: "sagte Mohr, es regne"."""
    text = one.text
    phrase = phrase_at(text, k, one.stop, attach=False)
    follows = phrase.last if phrase is not None else k
    stop = next((m for m in range(k, one.stop) if text.low(m) in (",", ";")), one.stop)
    if text.has("relative", k) and phrase is None and not is_reported(text, k, stop):
        return None
    if tight and _is_infinitive(one, k, stop):
        return INFINITIVE
    if phrase is not None and text.low(follows) == "," and tight:
        return None  # "sagte Mohr, Leiter der Bank, …"
    if is_reported(text, k, content_end(one, k)):
        return REPORTED
    plain = tight and phrase is not None and phrase.kind != "quote" and _is_verb_second(one, follows)
    return PLAIN if plain else None


def _is_verb_second(one: Sentence, k: int) -> bool:
    """Whether item `k`, behind the first phrase of a clause, is its verb, and more follows."""
    text = one.text
    if text.low(k + 1) in (",", ".", "") or text.has("joining", k + 1):
        return False  # "die noch Platz haben"
    return is_finite(text, k) or verb_at(text, k) is not None or is_second(text, k)


def _is_infinitive(one: Sentence, k: int, stop: int) -> bool:
    """Whether the clause ends with an infinitive with "zu"."""
    text = one.text
    signs = text.grammar.kinds["infinitive sign"]
    for m in range(k, min(stop, k + REACH)):
        ends = m + 1 >= stop or text.low(m + 1) in (".", "!", "?") or text.has("joining", m + 1)
        if not ends or not text.ends("infinitive verbs", m) or text.is_noun(m):
            continue
        if text.has("infinitive sign", m - 1) or any(sign in text.low(m)[2:-3] for sign in signs):
            return True
    return False
