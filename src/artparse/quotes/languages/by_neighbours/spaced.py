"""Names beside verbs of saying in scripts with spaces and capitals.

”Nej”, säger Anna Lind.      Anna Lind frågar: ”Varför?”      «Да, — говорит Анна Север, — конечно»
Ayşe Yılmaz, “Hayır” dedi.   where the verb ends the sentence
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.unread import named
from artparse.quotes.languages.by_neighbours.words import Beside

BETWEEN = frozenset((",", "–", "—", "-", ".", "!", "?"))
"""Marks between the words and what says whose they are."""
DASHES = frozenset(("–", "—", "-"))
STOPS = frozenset(".!?:;")
VERB = 3
"""The verb is among so many words beside the quotation marks."""
NAME = 7
"""The name begins among so many words behind the verb."""
SENTENCE = 40
"""So many tokens of a sentence before the words are looked through."""


def mention_beside(reader: Reader, number: int, beside: Beside) -> int:
    """The mention of the name that stands beside a stretch with a verb of saying, or -1."""
    stretch, tokens = reader.stretches[number], reader.tokens
    first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
    verb = _verb_behind(reader, number, beside)
    if verb >= 0:
        found = _name_behind(reader, verb, reader.passage_ends[stretch.passage][1])
        if found < 0 and beside.verb_last:
            found = _only_name(reader, first, stretch.passage)
        if found >= 0:
            return found
    if tokens.words[first - 1 : first] == [":"] and _has_verb_before(reader, first, stretch.passage, beside):
        return _only_name(reader, first, stretch.passage)
    return _name_inside(reader, first, last, beside)


def has_verb(reader: Reader, number: int, beside: Beside) -> bool:
    """Whether a verb of saying is right behind a stretch: the first word there."""
    verb, words = _verb_behind(reader, number, beside), reader.tokens.words
    return verb >= 0 and (beside.verb_last or not words[verb - 1][0].isalpha())


def _verb_behind(reader: Reader, number: int, beside: Beside) -> int:
    """The verb of saying behind a stretch, and perhaps a comma or dash and words written small; or -1."""
    stretch, tokens = reader.stretches[number], reader.tokens
    end = reader.passage_ends[stretch.passage][1]
    last = j = tokens.at(stretch.outer[1])
    while j < min(end, last + 2) and tokens.words[j] in BETWEEN:
        j += 1
    for k in range(j, min(end, j + VERB)):
        if tokens.quoted[k] >= 0 or not tokens.words[k][0].isalpha():
            return -1
        if tokens.words[k].lower() in beside.verbs:
            return k
        if tokens.words[k][0].isupper():
            return -1  # who says it stands before the verb
    return -1


def _name_behind(reader: Reader, verb: int, end: int) -> int:
    """The mention of the name that begins soon behind a verb, with no mark between, or -1."""
    words = reader.tokens.words
    stop = verb + 1
    while stop < min(end, verb + 1 + NAME) and words[stop][0].isalnum():
        stop += 1
    return next(_named(reader, verb + 1, stop), -1)


def _name_inside(reader: Reader, first: int, last: int, beside: Beside) -> int:
    """The name between two dashes within the words, behind a verb of saying, or -1."""
    words = reader.tokens.words
    for k in range(first + 2, last - 3):
        if words[k] in DASHES and words[k - 1] in BETWEEN and words[k + 1].lower() in beside.verbs:
            return _name_behind(reader, k + 1, last)
    return -1


def _has_verb_before(reader: Reader, first: int, passage: int, beside: Beside) -> bool:
    """Whether a verb of saying is in the sentence before the words."""
    words = reader.tokens.words
    return any(words[k].lower() in beside.verbs for k in range(_begin(reader, first, passage), first))


def _only_name(reader: Reader, first: int, passage: int) -> int:
    """The only full name in the sentence before the words, or -1."""
    found = list(_named(reader, _begin(reader, first, passage), first))
    return found[0] if len(found) == 1 else -1


def _begin(reader: Reader, first: int, passage: int) -> int:
    """The token that the sentence before the words begins with."""
    tokens = reader.tokens
    start = max(reader.passage_ends[passage][0], first - SENTENCE)
    k = first - 1
    while k > start and not (tokens.words[k - 1] in STOPS or tokens.quoted[k - 1] >= 0):
        k -= 1
    return k


def _named(reader: Reader, first: int, stop: int) -> Iterator[int]:
    """The mentions of full names that begin among tokens."""
    begin = bisect_left(reader.firsts, first)
    for number in range(begin, len(reader.firsts)):
        mention = reader.mentions[number]
        if mention.first >= stop:
            return
        if mention.form == "name" and named(reader, mention):
            yield number
