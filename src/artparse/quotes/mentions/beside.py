"""Words beside a mention: what stands right behind it, or behind the aside that follows it.

after_aside(["Roe", ",", "44", ",", "said"], 1)  ->  "said"
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.kinds import DEFINITE
from artparse.quotes.words import word_list

ARABIC_ARTICLES = word_list("Arabic articles")

LONGEST_ASIDE = 12
"""Longest aside between a name and its verb, in tokens."""


def word_at(words: Sequence[str], i: int) -> str:
    """Word `i`, or a full stop behind the last."""
    return words[i] if i < len(words) else "."


def after_aside(words: list[str], i: int) -> str:
    """The word at token `i`, in small letters, or that after the brackets or commas that start there."""
    closing = {"(": ")", ",": ","}.get(words[i] if i < len(words) else ".")
    if closing is not None and closing in words[i + 1 : i + LONGEST_ASIDE]:
        i = words.index(closing, i + 1) + 1
    return words[i].lower() if i < len(words) else "."


def capital_after(words: Sequence[str], j: int, end: int) -> bool:
    """Whether a capitalised word follows token `j`, or an article and one."""
    i = j + 2 if j + 1 < end and words[j + 1] in DEFINITE else j + 1
    return i < end and words[i][0].isupper()


def has_arabic_article(word: str) -> bool:
    """Whether a word is an Arabic name with its article: `al-Rashid`."""
    article = word[:2] in ARABIC_ARTICLES
    return article and len(word) > 4 and word[2] == "-" and word[3].isupper()


def is_account(word: str) -> bool:
    """Whether a word is the name of a user's account: "@annroe", "u/ann_roe"."""
    return word[0] == "@" or word[:2] == "u/"
