"""Whether a page says that more of the article follows for subscribers: `Subscribe to continue reading`.

Pieces of a text in, yes or no out. The words alone do not tell, since sites ask for subscriptions everywhere:
the line counts where the body breaks off, which is where at most a paragraph or two of it follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from artparse.article import Span
from artparse.data import load
from artparse.layout.labels import BODY, Piece
from artparse.patterns import pattern

LONGEST = 300
"""Code points of a line that says so."""
NEAR = 600
"""Code points of removed lines between the body's end and the line."""
BEHIND = 2
"""Paragraphs of the body behind the line, at most: more, and it is an advert between them."""
LONGEST_TAG = 3
"""Words."""
COMMENTS = "of comments"
"""Words of lines that say who may comment, not who may read."""
QUOTES = frozenset('"“”„«»')
"""What is said within marks is not the site's."""
_WORD = pattern(r"\w+")


def has_paywall(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the source text `text` with these pieces breaks off at a line that asks for a subscription."""
    body = [k for k, piece in enumerate(pieces) if piece.part in BODY]
    if not body:
        return False
    breaks_off = body[max(len(body) - 1 - BEHIND, 0)]
    passed = 0
    for k, piece in enumerate(pieces[breaks_off:], breaks_off):
        if _asks(text, piece.span) and not _is_tag(text, piece.span, pieces):
            return True
        if k > body[-1]:
            passed += piece.span[1] - piece.span[0]
        if passed > NEAR:
            return False
    return False


def _is_tag(text: str, span: Span, pieces: Sequence[Piece]) -> bool:
    """Whether a line only marks other articles: a few words on several lines: `Members only`."""
    line = text[slice(*span)]
    if line.count(" ") >= LONGEST_TAG:
        return False
    return sum(text[slice(*piece.span)] == line for piece in pieces) > 1


def _asks(text: str, span: Span) -> bool:
    """Whether a line asks for a subscription to read on."""
    start, end = span
    if end - start > LONGEST:
        return False
    line = text[start:end].casefold()
    words = set(_WORD.findall(line))
    if (
        words.isdisjoint(_first_words())
        or not QUOTES.isdisjoint(line)
        or not words.isdisjoint(load("paywalls")[COMMENTS])
    ):
        return False
    return any(phrase <= words for phrase in _phrases())


def _listed() -> list[str]:
    """The phrases of all languages."""
    return [phrase for kind, phrases in load("paywalls").items() if kind != COMMENTS for phrase in phrases]


@cache
def _phrases() -> list[frozenset[str]]:
    """Words that say it together, in any order."""
    return [frozenset(phrase.split()) for phrase in _listed()]


@cache
def _first_words() -> frozenset[str]:
    """Words of which a line that says it has one."""
    return frozenset(phrase.split()[0] for phrase in _listed())
