"""The source that a verb of saying has.

sagte Roth                          ->  Roth
hat die Bank gestern mitgeteilt     ->  die Bank
wurde von Roth „Unfug“ genannt      ->  Roth
heißt es in der Mitteilung der Bank ->  der Bank
"""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes.languages.by_grammar.sentences.clauses import is_subordinate
from artparse.quotes.languages.by_grammar.sentences.items import ENDS, REACH, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import Phrase, phrase_at
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_before, subject_behind, subject_of
from artparse.quotes.languages.by_grammar.sentences.verbs import helper_of, is_passive, verb_at
from artparse.quotes.languages.by_grammar.sources.frame import Frame, framed

QUOTED = 20
"""Who is quoted stands no more items behind the verb."""
PLACE = 8
"""Nor does the document where "it says" something."""


def source_of_verb(text: Text, at: int) -> Frame | None:
    """The source that the verb of saying at item `at` has."""
    verb = verb_at(text, at)
    if verb is None:
        return None
    start, stop = text.around(at)
    if text.has("it says", at):
        return _document_that_says(text, at, start, stop)
    found = _shared_by_and(text, at, start)
    if found is None:
        helper = helper_of(text, at, start)
        if helper is not None and verb.kind != "quote" and is_passive(text, helper, at):
            return agent_of(text, at, start)
        if helper is not None:
            found = subject_of(text, helper)
        else:
            found = _who_is_quoted(text, at, stop) if verb.kind == "quote" else subject_of(text, at)
    if found is None and text.has("sharing also", at - 1):
        found = _subject_of_verb_before(text, at, start)
    return framed(text, found, at)


def source_behind_verb(text: Text, at: int) -> Frame | None:
    """The source of the verb of saying at item `at`, where that stands behind it: ", sagte Roth"."""
    start, stop = text.around(at)
    if text.has("it says", at):
        return _document_that_says(text, at, start, stop)
    return framed(text, subject_behind(text, at, stop), at)


def agent_of(text: Text, at: int, start: int) -> Frame | None:
    """By whom something was called so: "wurde von X „…“ genannt"."""
    begins = max(start, at - REACH)
    for k in range(begins, at):
        if text.low(k) in (",", ";") or text.has("and", k):
            begins = k
    for k in range(begins, at):
        if text.has("agent", k):
            found = phrase_at(text, k + 1, at)
            if found is not None and found.kind != "quote":
                return framed(text, found, at)
    return None


def _shared_by_and(text: Text, at: int, start: int) -> Phrase | None:
    """The subject that an "and" right before the verb shares with the verb before."""
    joined = text.has("sharing", at - 1) and at - 1 > start
    if not joined or text.has("surely subject", at + 1):
        return None
    return _subject_of_verb_before(text, at, start)


def _subject_of_verb_before(text: Text, at: int, start: int) -> Phrase | None:
    """The subject of the verb before, which "and" joins to this one."""
    for k in range(at - 2, start - 1, -1):
        if (verb_at(text, k) is not None or text.has("auxiliary", k)) and not is_subordinate(text, k, start):
            found = subject_of(text, k)
            if found is not None:
                return found
    first = start
    if text.has("subordinating", start):
        comma = next((k for k in range(start, at - 1) if text.low(k) == ","), start)
        first = comma + 1
    while first < at - 1:
        found = phrase_at(text, first, at - 1)
        if found is None or found.kind == "quote":
            first += 1
        elif found.subject and not text.has("preposition", first - 1):
            return found
        else:
            first = found.last
    return None


def _who_is_quoted(text: Text, at: int, stop: int) -> Phrase | None:
    """Who is quoted: "zitiert die Zeitung X", "wird X zitiert"."""
    phrases = list(_phrases_behind(text, at, stop))
    before = None
    if text.low(at - 1) not in (",", ""):
        before = subject_before(text, at, max(0, at - REACH), stop)
    if before is not None and phrases:
        return phrases[0]
    return phrases[-1] if phrases else before


def _phrases_behind(text: Text, at: int, stop: int) -> Iterator[Phrase]:
    """The first two phrases behind a verb that stand neither in marks nor behind a preposition."""
    j, left = at + 1, 2
    while j < stop and j < at + QUOTED and left:
        if text.low(j) in (",", ":") or text.low(j) in ENDS:
            return
        governed = text.has("preposition", j)
        found = phrase_at(text, j + governed, stop, attach=False)
        if found is None:
            j += 1
            continue
        if not governed and found.kind != "quote":
            left -= 1
            yield found
        j = found.last


def _document_that_says(text: Text, at: int, start: int, stop: int) -> Frame | None:
    """Where "it says": "heißt es in der Mitteilung der Bank"; the body whose document it is."""
    if not (text.has("it", at + 1) or text.has("it", at - 1)):
        return None
    behind = min(stop, at + PLACE)
    behind = next((k for k in range(at + 1, behind) if text.low(k) in (",", ":")), behind)
    for k in (*range(at + 1, behind), *range(start, at)):
        if text.has("told in", k):
            found = phrase_at(text, k + 1, stop)
            if found is not None and found.kind == "noun":
                return framed(text, _owner(text, found, stop) or found, at)
    return None


def _owner(text: Text, found: Phrase, stop: int) -> Phrase | None:
    """The phrase for whom a noun belongs to, if one follows it."""
    if not text.has("of whom", found.head):
        return None
    owner = phrase_at(text, found.head + text.has("of", found.head), stop)
    return owner if owner is not None and owner.kind == "noun" else None
