"""Titles and roles before a name, in capitals or not: "Senator the Hon.", "campaign manager"."""

from __future__ import annotations

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import WEAKEST
from artparse.quotes.kinds import BELONGING, DEFINITE
from artparse.quotes.mentions.bodies import capitals_end
from artparse.quotes.mentions.scanning import Scan
from artparse.quotes.words import word_list

SHORT_TITLES_OF_OFFICES = word_list("short titles of offices")
NEWSPAPER_TAILS = word_list("newspaper tails")
PARTICIPLES_IN_ROLES = word_list("participles in roles")
ENDS_OF_ADJECTIVES = ("al", "ic", "ary", "ive", "-based", "ent", "ial")
LONGEST_ROLE, LONGEST_FIELD = 8, 4
"""A role before a name has at most so many tokens, and what an office is of, with its "of", so many."""


def second_role_follows(scan: Scan, i: int, end: int) -> bool:
    """Whether a second role and a full name follow at `i`: "Lead Planner Erin Vance"."""
    words = scan.tokens.words
    after = capitals_end(scan, i, end)
    role = next((at for at in range(i, after) if is_role(scan, words[at].lower())), after)
    return role + 3 <= after and words[role + 1].lower() in lists.given_names()


def is_double_office(scan: Scan, j: int, end: int) -> bool:
    """Whether the "and" at `j` joins what an office is for: "Police and Crime Commissioner"."""
    words = scan.tokens.words
    before, after = words[j - 1].lower(), words[j + 1].lower()
    if (
        j + 3 >= end
        or not {before, after} <= scan.lexicon.common
        or is_role(scan, before)
        or is_role(scan, after)
    ):
        return False
    named = words[j + 3][0].isupper() and words[j + 3].lower() not in scan.lexicon.common
    return named and words[j + 2][0].isupper() and is_role(scan, words[j + 2].lower())


def is_lettered(scan: Scan, start: int, i: int) -> bool:
    """Whether the token at `i` is nothing but letters behind the full name that begins at `start`."""
    words = scan.tokens.words
    known = words[start].lower() in lists.given_names() or bare(words[i - 1]) in scan.surnames
    return i - start > 1 and bare(words[i]) in lists.words("en/postnominals.txt") and known


def is_title(scan: Scan, i: int) -> bool:
    """Whether the token at `i` is an honorific or its full stop."""
    word = scan.tokens.words[i - (scan.tokens.words[i] == ".")]
    return (
        word[0].isupper()
        and word.lower() in scan.lexicon.honorifics
        and word.lower() not in SHORT_TITLES_OF_OFFICES
    )


def is_role(scan: Scan, word: str) -> bool:
    """Whether a word, in small letters, tells a role: `senator`, `editor-in-chief`."""
    word = bare(word)
    if word in scan.lexicon.people:
        return True
    head, _, tail = word.partition("-")
    if tail in NEWSPAPER_TAILS:
        return False  # "the Spokesman-Review"
    return bool(tail) and (head in scan.lexicon.people or tail.rpartition("-")[2] in scan.lexicon.people)


def role_before(scan: Scan, first: int, begin: int) -> int:
    """First token of a role in small letters before a name: "campaign manager Robby Mook"."""
    tokens, i = scan.tokens, first - 1
    if i < begin or tokens.quoted[i] != tokens.quoted[first]:
        return first
    word = tokens.words[i]
    noun = word in scan.lexicon.people or (word in scan.lexicon.roles and is_between(scan, i, begin))
    start = i if noun else head_of_field(scan, first, begin)
    if start == first:
        return first
    while start > begin and first - start < LONGEST_ROLE:
        beside = tokens.quoted[start - 1] == tokens.quoted[first]
        if not beside or not may_modify(scan, start - 1, begin):
            break
        start -= 1
    return start


def head_of_field(scan: Scan, first: int, begin: int) -> int:
    """The noun for a person before what its office is of; `first` where there is none.

    "leader of opposition Jane Doe", "director of public health Jane Doe"
    """
    words, lexicon, i = scan.tokens.words, scan.lexicon, first - 1
    if scan.tokens.glossed and words[i] in DEFINITE:
        return first  # "minister of the Economía"
    while i > max(begin, first - LONGEST_FIELD) and words[i] in lexicon.common:
        if words[i] in lexicon.determiners:
            return first
        if words[i] in lexicon.stops:
            break
        i -= 1
    headed = words[i] in BELONGING and words[i - 1].lower() in lexicon.people
    return i - 1 if headed and first - 1 > i > begin else first


def may_modify(scan: Scan, i: int, begin: int) -> bool:
    """Whether the word at `i` may tell more of the role behind it: "former", "Acme", "Norwegian"."""
    word, lexicon = scan.tokens.words[i], scan.lexicon
    low = word.lower()
    if low in lexicon.determiners or low in lexicon.stops or not word[0].isalnum():
        return False
    if low in lexicon.people or low in lexicon.roles or low in lexicon.nouns or low in lexicon.demonyms:
        return True
    if word[0].isupper() and (low not in lexicon.openers or bare(word) in scan.inner):
        return True
    adjective = low in lexicon.common and low.endswith(ENDS_OF_ADJECTIVES)
    owner = word.endswith(("'s", "’s"))
    return adjective or owner or low in PARTICIPLES_IN_ROLES or (word == low and is_between(scan, i, begin))


def is_between(scan: Scan, i: int, begin: int) -> bool:
    """Whether the noun at `i` stands between a name and a role: "Doe communication director Ann Roe"."""
    words = scan.tokens.words
    word, before = words[i], words[i - 1] if i > begin else "."
    plain = word in scan.lexicon.common and word not in scan.lexicon.verbs and not word.endswith(("ed", "s"))
    return (
        plain
        and scan.lexicon.cues.get(word, 0) < WEAKEST
        and before[0].isupper()
        and before.lower() not in scan.lexicon.openers
    )
