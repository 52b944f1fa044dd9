"""How far the name of a body goes in the words of the source: "Cour des comptes" is one name.

    "la Cour des comptes critique"   ->  the token "comptes"

In: what was read so far and the token at which a word of bodies stands. Out: the last token of the name; the
name becomes one token.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.kinds import DEFINITE
from artparse.quotes.languages.as_english.reading import Reading

READ_AS_THE = frozenset((word,) for word in DEFINITE)
LONGEST_BODY = 10
"""The name of a body and the bracket behind it are so many tokens at most."""


def end_of_organization(reading: Reading, i: int) -> int:
    """The last token of an organisation's name that has small words: "Cour des comptes"; or `i`.

    The name becomes one token.
    """
    words, quoted = reading.source.words, reading.source.quoted
    if words[i] not in reading.language.kind("organizations") or i + 1 >= len(words):
        return i
    at, end = i + 1, i
    if quoted[at] != quoted[i]:
        return i
    if (shortened := end_by_initials(reading, i)) > i:
        return shortened
    while at + 1 < len(words) and _is_attribute(reading, words[at], words[i][0].isupper()):
        at, end = at + 1, at
    named = end
    while end == named or words[at][:1].islower():
        first = at
        while at < min(first + 2, len(words) - 1) and words[at] in reading.language.kind("genitives"):
            at += 1
        if at == first and words[at] in reading.language.kind("purposes"):
            at += 1 + _is_definite(reading, words[at + 1])
            if at >= len(words) or (at == first + 1 and not words[at][0].isupper()):
                return end
        if at == first or at >= len(words) or quoted[at] != quoted[i] or not words[at][0].isalpha():
            return end
        proper = named > i if words[i][0].islower() else not reading.opens[i]  # "agence régionale de santé"
        whole = proper and end == named and may_be_of(reading, words[at])
        if not words[at][0].isupper() and not whole:
            return end
        if reading.source.passages[at] != reading.source.passages[i]:
            return end
        at, end = at + 1, at
        if whole and at + 1 < len(words) and _tells_whose(reading, words[at], words[i][0].isupper()):
            at, end = at + 1, at  # "Association des maires ruraux"
        if at >= len(words) or not words[end][0].isupper():
            return end
    return end


def _is_attribute(reading: Reading, word: str, capital: bool) -> bool:
    """Whether a word tells more of the body before it; behind a capital its end alone may tell so."""
    whole, _, tails = reading.language.members("attributes")
    low = word.lower() if capital else word  # "Policía Nacional"
    return low in whole or (capital and word.islower() and word.endswith(tails))


def _is_definite(reading: Reading, word: str) -> bool:
    return any(gloss.english in READ_AS_THE for gloss in reading.language.phrases.get(word, ()))


def _tells_whose(reading: Reading, word: str, capital: bool) -> bool:
    """Whether a word, not known as anything else, tells more of whom a body is of: "des maires ruraux"."""
    return word not in reading.language.phrases and _is_attribute(reading, word, capital)


def end_by_initials(reading: Reading, i: int) -> int:
    """The last word of a body's name that its initials in brackets tell; or `i`.

    "Commission des libertés numériques (CLN)"
    """
    words, small = reading.source.words, reading.language.kind("genitives")
    last = min(i + LONGEST_BODY, len(words) - 2)
    opening = next((at for at in range(i + 2, last) if words[at] == "("), -1)
    if opening < 0 or words[opening + 2] != ")" or not words[opening + 1].isupper():
        return i
    initials = "".join(w[0] for w in words[i:opening] if w not in small)
    same = reading.source.passages[opening] == reading.source.passages[i]
    return opening - 1 if same and initials.upper() == words[opening + 1] else i


def may_be_of(reading: Reading, word: str) -> bool:
    """Whether a body may be of what a small word tells: nothing known, or persons ("des bergers")."""
    glosses = reading.language.phrases.get(word, ())
    return all(g.english and (g.gender or g.english[0].removesuffix("s") in lists.people()) for g in glosses)
