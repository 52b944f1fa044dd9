"""Verbs of saying, and the finite verbs that go with them.

hat die Bank gestern mitgeteilt, dass …   ->  mitgeteilt, with the finite verb "hat"
"""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.sentences.items import REACH, Item, Text
from artparse.values import NamedTuple

NEAR = 3
"""A word that a verb needs may stand anywhere among so many items behind it."""
COMPARED = 12
"""So many items before it, an "as" that a verb needs may stand."""
PASSIVE = 20
"""And so many a verb of the passive."""
ASIDE = 12
"""An aside between finite verb and participle opens no farther back, in items."""
SYLLABLES = 6
"""The syllable that makes a participle is among so many letters at its beginning."""


class Verb(NamedTuple):
    """A verb of saying at item `at`."""

    at: int
    kind: str
    """One of `grammar.VERBS`."""


def verb_at(text: Text, i: int) -> Verb | None:
    """The verb of saying that item `i` is, if the words that it needs are there."""
    word = text.low(i)
    kinds = text.grammar.kinds_of_verbs.get(word)
    if not kinds or text.has("unverbal", i):
        return None
    if text.items[i].word[0].isupper() and not text.opens_sentence(i):
        return None
    start, stop = text.bounds(i)
    for kind in kinds:
        needs = text.grammar.verbs[kind][word]
        if not needs or _has_beside(text, i, needs, start, stop):
            return Verb(i, kind)
    return None


def helper_of(text: Text, at: int, start: int) -> int | None:
    """The finite verb of a participle or infinitive at item `at`, before it or right behind it."""
    grammar, word = text.grammar, text.low(at)
    if word.endswith(grammar.endings["past verbs"]) and not word.startswith(
        grammar.endings["participle verbs"]
    ):
        return None
    if text.has("auxiliary", at + 1):
        return at + 1
    for j in range(at - 1, start - 1, -1):
        if text.low(j) in (";", ":") or (text.low(j) == "," and not _ends_aside(text, j)):
            return None
        if text.has("auxiliary", j):
            return j
        if verb_at(text, j) is not None:
            return None
    return None


def is_passive(text: Text, helper: int, at: int) -> bool:
    """Whether the participle at item `at` is passive with its finite verb at `helper`."""
    if not text.has("passive", helper):
        return text.has("been", at + 1)
    if text.has("passive past", helper):
        return True
    return not text.ends("infinitive verbs", at) or _is_participle(text, at)


def has_passive_near(text: Text, at: int, start: int) -> bool:
    """Whether any verb of the passive stands near the verb at item `at`."""
    return any(text.has("passive", k) for k in range(max(start, at - PASSIVE), at + 3))


def is_told_itself(text: Text, at: int) -> bool:
    """Whether the verb at item `at` has the form of reported speech, so that another reports it."""
    return text.ends("reported verbs", at) and not text.ends("past verbs", at)


def is_finite(text: Text, i: int) -> bool:
    """Whether item `i` is one of the small verbs that have a subject, in whatever form."""
    return text.has("auxiliary", i) or text.has("reported", i) or text.has("reported too", i)


def _is_participle(text: Text, at: int) -> bool:
    word = text.low(at)[:SYLLABLES]
    return any(syllable in word for syllable in text.grammar.endings["participle verbs"])


def _ends_aside(text: Text, comma: int) -> bool:
    """Whether the comma ends an apposition: names alone stand before it, after another comma."""
    before = range(max(0, comma - ASIDE), comma)
    return text.is_noun(comma - 1) and any(text.low(k) == "," for k in before)


def _has_beside(text: Text, i: int, needs: frozenset[str], start: int, stop: int) -> bool:
    """Whether one of `needs` stands behind the verb at `i`, or right before it."""
    items = text.items
    compared = not needs.isdisjoint(text.grammar.kinds["as"])
    if compared and any(text.has("as", k) for k in range(max(start, i - COMPARED), i)):
        return True
    if i > start and (items[i - 1].word in needs or _follows_quote(text, i)):
        return True
    around = items[i + 1 : min(stop, i + REACH)]
    if any(item.word in needs and item.quote < 0 for item in around[:NEAR]):
        return True
    for at, item in enumerate(around):
        if item.quote < 0 and item.word in needs:
            after = around[at + 1] if at + 1 < len(around) else None
            if _closes_clause(item, after) or text.has("joining", i + 2 + at):
                return True
    return False


def _closes_clause(item: Item, after: Item | None) -> bool:
    """Whether a word that a verb needs is the last of its clause, or a noun."""
    return after is None or after.quote >= 0 or not after.word[0].isalnum() or item.word[0].isupper()


def _follows_quote(text: Text, i: int) -> bool:
    """Whether a comma and what stands in quotation marks are before item `i`."""
    return i > 1 and text.low(i - 1) == "," and text.items[i - 2].quote >= 0
