"""Sources in brackets behind the words: "“…” (Doe and Roe, 2024)", "“…” (Doe et al., 2021, p. 14)"."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Situation

LONGEST = 24
"""Tokens between the brackets, at most."""
YEARS = range(1500, 2100)


def cited(reader: Reader, situation: Situation) -> Candidate | None:
    """The first name in brackets with a year right behind the stretch."""
    words, last = reader.tokens.words, situation.last
    introduced = situation.first > 0 and words[situation.first - 1] == ":"
    if introduced or not is_citation(words, last):
        return None
    for candidate in situation.candidates:
        mention = reader.mentions[candidate.mention]
        if mention.first == last + 1 and mention.form == "name":
            return candidate
    return None


def is_citation(words: Sequence[str], opening: int) -> bool:
    """Whether brackets that open at a token hold a name first, and a year behind it."""
    inside = words[opening : opening + LONGEST]
    if inside[:1] != ["("] or ")" not in inside or not inside[1][0].isupper():
        return False
    return any(_is_year(word) for word in inside[2 : inside.index(")")])


def _is_year(word: str) -> bool:
    """Whether a word is a year, or one of several works of a year: "2014a"."""
    digits = word[:4]
    return (
        digits.isdecimal()
        and len(word) in (4, 5)
        and int(digits) in YEARS
        and word[4:].isalpha() == (len(word) > 4)
    )
