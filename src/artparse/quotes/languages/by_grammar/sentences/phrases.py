"""Noun phrases and pronouns.

die neue Leiterin der Bank, Eva Roth, sagte   ->  die neue Leiterin der Bank | whose head is Leiterin
"""

from __future__ import annotations

from typing import Literal

from artparse.quotes.languages.by_grammar.sentences.cut import NAME
from artparse.quotes.languages.by_grammar.sentences.items import ENDS, Text
from artparse.quotes.languages.by_grammar.sentences.runs import is_given_name, run_end
from artparse.quotes.languages.by_grammar.sentences.verbs import verb_at
from artparse.values import NamedTuple

APPOSITION = 24
"""What belongs to a noun stands no farther behind it, in items."""
BRACKET = 10
"""A bracket of more items does not belong to a noun."""
ATTRIBUTES = 8
"""So many items at most stand between an article and its noun."""
DESCRIPTION = 12
"""And so many between a preposition and its noun, where a phrase of its own describes it."""
NAME_IN_COMMAS = 6
"""Items that a name in commas behind a noun has at most."""


class Phrase(NamedTuple):
    """A noun phrase or pronoun: items `first` to `last`, `last` not included."""

    first: int
    last: int
    subject: bool
    """Whether its form lets it be a subject."""
    kind: Literal["noun", "pronoun", "quote"]
    """`quote`: it stands in quotation marks."""
    head: int
    """Item after its first run of capitalised words."""


def phrase_at(text: Text, i: int, stop: int, attach: bool = True) -> Phrase | None:
    """The noun phrase or pronoun that opens at item `i`; with `attach`, what belongs to its noun, too."""
    items = text.items
    if i >= stop:
        return None
    if items[i].quote >= 0:
        return Phrase(i, i + 1, True, "quote", i + 1)
    oblique = text.has("oblique", i)
    j = i + (oblique or text.has("nominative", i) or (items[i].word.isdigit() and text.is_noun(i + 1)))
    if j < stop and items[j].quote >= 0 and j > i:
        return Phrase(i, j + 1, not oblique, "quote", j + 1)
    if j > i:
        limit = min(stop, j + ATTRIBUTES)
        while j < limit and _is_attribute(text, j):
            j += 1
    last = run_end(text, j, stop)
    if last == j:
        if text.has("personal", i) and not text.has("it", i):
            return Phrase(i, i + 1, True, "pronoun", i + 1)
        return None
    clashes = text.has("masculine", i) and (_is_feminine(text, j) or _ends_feminine(text, j, last))
    return Phrase(
        i, _attached(text, last, stop) if attach else last, not oblique and not clashes, "noun", last
    )


def described_at(text: Text, i: int, stop: int) -> Phrase | None:
    """The noun phrase at item `i`, also behind words that describe it without an article, or with more
    than adjectives between article and noun: "israelischen Medien", "einer am Montag verlesenen Rede".
    """
    found = phrase_at(text, i, stop)
    if found is not None and found.kind != "noun":
        return found
    first = i + text.is_article(i)
    inner = phrase_at(text, first + 1, stop, attach=False) if text.has("preposition", first) else None
    j = first if inner is None else inner.last
    while j < min(stop, i + DESCRIPTION) and is_adjective(text, j):
        j += 1
    if j == i or (inner is None and first > i) or (inner is not None and j == inner.last):
        return found
    noun = phrase_at(text, j, stop)
    return found if noun is None or noun.kind != "noun" else noun._replace(first=i)


def completed(text: Text, found: Phrase, stop: int) -> Phrase:
    """A phrase with the name in commas that follows: "der Sprecher der Bank, Hans Mohr,"."""
    if found.kind != "noun" or text.low(found.last) != "," or not text.is_noun(found.last + 1):
        return found
    last = run_end(text, found.last + 1, stop)
    closed = text.low(last) in (",", ":", "") or text.low(last) in ENDS
    return found._replace(last=last) if 1 < last - found.last - 1 <= NAME_IN_COMMAS and closed else found


def is_adjective(text: Text, j: int) -> bool:
    """Whether item `j` has the form of a word that describes a noun."""
    if not text.low(j).isalpha() or text.items[j].word[0].isupper() or text.has("preposition", j):
        return False
    return text.ends("adjective endings", j) and not text.is_small(j)


def is_person(text: Text, found: Phrase) -> bool:
    """Whether a phrase holds a given name or a noun for a person."""
    return any(
        is_given_name(text, k) or (text.is_noun(k) and text.grammar.has("persons", text.items[k].word))
        for k in range(found.first, found.head)
    )


def is_full_name(text: Text, found: Phrase) -> bool:
    """Whether a phrase is or ends with a person's full name."""
    last = range(found.first, found.head - 1)
    return found.kind == "noun" and any(is_given_name(text, k) and text.is_noun(k + 1) for k in last)


def may_be_subject(text: Text, found: Phrase) -> bool:
    """Whether a phrase may be a subject: words in quotation marks only where they look like a name."""
    return found.subject and (found.kind != "quote" or is_name_in_marks(text, found.last - 1))


def is_name_in_marks(text: Text, i: int) -> bool:
    """Whether what stands in quotation marks at item `i` looks like a name."""
    return text.items[i].word == NAME


def _ends_feminine(text: Text, first: int, last: int) -> bool:
    """Whether the last noun tells the gender of a run, as behind adjectives ("Deutsche Bank"); else
    the first does ("der Verein Uferwache").
    """
    adjective = text.ends("capital adjective endings", first)
    return _is_feminine(text, last - 1) and (adjective or last - first == 1)


def _is_feminine(text: Text, i: int) -> bool:
    word = text.items[i].word
    return text.grammar.has("feminine", word) or text.grammar.has("publications", word)


def _is_attribute(text: Text, j: int) -> bool:
    """Whether item `j` may stand between an article and its noun."""
    item = text.items[j]
    if item.quote >= 0 or not item.word[0].isalnum() or item.word[0].isupper():
        return False
    if text.is_article(j):
        return text.has("nominative", j) and text.ends("plain endings", j)
    if text.has("preposition", j) or text.has("auxiliary", j):
        return False
    return text.ends("adjective endings", j) or verb_at(text, j) is None


def _attached(text: Text, j: int, stop: int) -> int:
    """The item after the genitives, prepositional phrases and brackets behind a noun."""
    limit = min(stop, j + APPOSITION)
    while j < limit:
        last = _bracket_end(text, j, stop) if text.low(j) == "(" else _belonging_end(text, j, stop)
        if last < 0:
            return j
        j = last
    return j


def _bracket_end(text: Text, j: int, stop: int) -> int:
    """The item after the bracket that opens at item `j`, or -1."""
    close = next((k for k in range(j, min(stop, j + BRACKET)) if text.low(k) == ")"), -1)
    return close + 1 if close >= 0 else -1


def _belonging_end(text: Text, j: int, stop: int) -> int:
    """The item after the phrase at item `j` that belongs to the noun before it, or -1."""
    inner = None
    if text.has("genitive", j):
        inner = phrase_at(text, j, stop, attach=False)
    elif text.has("attaching", j) or (text.has("and", j) and text.is_noun(j + 1) and text.is_noun(j - 1)):
        inner = phrase_at(text, j + 1, stop, attach=False)
    return inner.last if inner is not None and inner.kind == "noun" else -1
