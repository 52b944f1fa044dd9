"""The source that a preposition or an adverb tells.

laut Roth | nach Angaben von Roth | Roth zufolge | in den Augen der Bank | für Roth ist das „Unfug“
…, so Roth
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.quotes.languages.by_grammar.sentences.items import SOURCING, Text
from artparse.quotes.languages.by_grammar.sentences.phrases import (
    Phrase,
    completed,
    described_at,
    is_adjective,
    is_person,
    phrase_at,
)
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_of
from artparse.quotes.languages.by_grammar.sources.frame import Frame, framed

ATTRIBUTES = 4
"""At most so many words describe a noun before it."""
HOLDING = 8
"""The verb of "is of the opinion" stands no more items before the opinion."""
BEFORE = 14
"""A source opens no more items before the "zufolge" behind it."""


def source_by_preposition(text: Text, j: int) -> Frame | None:
    """The source that is told by item `j`, or by the one before it with what opens at `j`."""
    if text.is_none(SOURCING, j) and not text.has("viewed", j - 1):
        return None
    for kind, source_by in BY_KIND:
        if text.has(kind, j):
            return source_by(text, j)
    if text.has("whose", j) and _is_view(text, j + 1):
        return _whose(text, j)
    view = _view_at(text, j)
    if view >= 0:
        return _holder(text, j) or _viewer(text, j, view)
    if text.has("citing", j) and not text.is_noun(j - 1):
        _, stop = text.bounds(j)
        found = described_at(text, j + 1, stop)
        if found is not None and not _is_view(text, found.head - 1):
            return framed(text, completed(text, found, stop), j)
    return None


def source_by_thus(text: Text, j: int, stop: int) -> Frame | None:
    """The source of ", so X" at item `j`; of "so das Urteil des Gerichts" whose words these are."""
    found = phrase_at(text, j + 1, stop)
    if found is None or not found.subject or found.kind == "quote":
        return None
    words = text.grammar.has("words", text.items[found.head - 1].word)
    if words or text.has("that", found.first) or text.has("it", found.first):
        return framed(text, phrase_at(text, found.head, stop), j)
    return framed(text, completed(text, found, stop), j)


def _behind_source(text: Text, j: int) -> Frame | None:
    """Who stands before "zufolge" at item `j`."""
    start, _ = text.bounds(j)
    best: Phrase | None = None
    for k in range(j - 1, max(start, j - BEFORE) - 1, -1):
        found = phrase_at(text, k, j)
        if found is not None and found.last == j and found.kind == "noun":
            best = found
            if text.is_article(k):
                break
    return framed(text, best, j)


def _for_whom(text: Text, j: int) -> Frame | None:
    """For whom something is so: "Für Hans Mohr ist das „ein Witz“"."""
    start, stop = text.bounds(j)
    if j != start:
        return None
    found = phrase_at(text, j + 1, stop)
    if found is None or found.kind != "noun" or not text.has("auxiliary", found.last):
        return None
    return framed(text, found, j) if is_person(text, found) else None


BY_KIND: tuple[tuple[str, Callable[[Text, int], Frame | None]], ...] = (
    ("behind", _behind_source),
    ("for", _for_whom),
)
"""Words of these kinds tell a source alone."""


def _is_view(text: Text, i: int) -> bool:
    return text.is_noun(i) and text.grammar.has("views", text.items[i].word)


def _is_document(text: Text, i: int) -> bool:
    return text.is_noun(i) and text.grammar.has("documents", text.items[i].word)


def _whose(text: Text, j: int) -> Frame:
    """Whose "his view" is, with "his" at item `j`."""
    item = text.items[j]
    return Frame((item.start, item.end), (item.start, item.end), None, pronoun=True)


def _view_at(text: Text, j: int) -> int:
    """The noun of the phrase at item `j`, if it is a view, or a document that is cited; else -1."""
    _, stop = text.bounds(j)
    noun = j + text.is_article(j)
    if text.has("viewed", j - 1):
        while noun < min(stop, j + ATTRIBUTES) and is_adjective(text, noun):
            noun += 1
    cited = text.has("before", j - 1) and _is_document(text, noun)
    return noun if cited or _is_view(text, noun) else -1


def _holder(text: Text, j: int) -> Frame | None:
    """Who "is of the opinion" or "takes the view", whose article is item `j`."""
    if not text.has("article", j) or j == 0:
        return None
    start, _ = text.bounds(j)
    for k in range(j - 1, max(start, j - HOLDING) - 1, -1):
        if text.has("holding", k):
            return framed(text, subject_of(text, k), k)
        if text.has("preposition", k):
            return None
    return None


def _viewer(text: Text, j: int, view: int) -> Frame | None:
    """Whose the view is whose phrase opens at item `j`; else the document that is cited."""
    if not text.has("viewed", j - 1):
        return None
    _, stop = text.bounds(j)
    owner = view + 1
    owner += text.has("viewed of", owner)
    found = phrase_at(text, owner, stop)
    if found is not None and found.kind == "noun":
        return framed(text, completed(text, found, stop), j - 1)
    if found is not None and found.kind == "quote":
        return framed(text, found, j - 1)
    return framed(text, Phrase(j, view + 1, True, "noun", view + 1), j - 1)
