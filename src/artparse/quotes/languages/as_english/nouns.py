"""Nouns for roles and kinds, joined with the names behind them as in English.

"El líder opositor Ernesto Garza"  ->  "leader Ernesto Garza"
"""

from __future__ import annotations

from collections.abc import Collection

from artparse.names import lists
from artparse.quotes.kinds import BELONGING, DEFINITE, DIRECTIONS, POSTS
from artparse.quotes.languages.as_english.reading import Reading, keep
from artparse.quotes.languages.glosses import verbs_of_saying
from artparse.quotes.words import word_list

NOUNS_OF_BODIES = word_list("nouns of bodies")
ARTICLES = word_list("articles and possessives")

BEFORE_BODIES = BELONGING | DIRECTIONS | POSTS
LONGEST_ROLE = 9
"""A role and the body that it is of have at most so many words."""


def join_nouns(reading: Reading) -> None:
    """Leave out what stands between a noun and the name that it tells the role or kind of.

    "El líder opositor Ernesto Garza" is read as "leader Ernesto Garza", "el sindicato UTN" as "the UTN".
    """
    words = reading.out.words
    leave: set[int] = set()
    for i in range(len(words) - 1):
        if _is_idle_article(reading, i):
            leave.add(i)
            continue
        if words[i] == "minister" and words[i + 1] in BELONGING:
            write_small(reading, i + 2)  # "ministre de la Défense" tells no name
        leave.update(_left_out(reading, i))
    if leave:
        keep(reading, [i for i in range(len(words)) if i not in leave])


def _is_idle_article(reading: Reading, i: int) -> bool:
    """Whether the token at `i` is an article before a role and its name, or a pronoun before a verb."""
    out, known = reading.out, reading.known
    if out.words[i] not in DEFINITE or not known[i] or out.quoted[i] >= 0:
        return False
    if i and out.words[i - 1] in lists.words("en/documents.txt"):
        return False  # "dijo en un comunicado el ministro Juan Paz"
    role = i + 1 in out.genders and i + 2 < len(out.words) and out.words[i + 2][0].isupper()
    if role and not known[i + 2]:
        return True
    return not reading.capital_nouns and known[i + 1] and out.words[i + 1] in verbs_of_saying()


def _left_out(reading: Reading, i: int) -> Collection[int]:
    """The tokens that are left out for the noun, or the bracket, at token `i`."""
    words, genders = reading.out.words, reading.out.genders
    if words[i] == "(" and is_person(reading, i - 1) and ")" in words[i + 2 : i + 4]:
        return range(i, words.index(")", i) + 1)  # "Eva Zoller (SPD)"
    if i in genders:
        at = name_behind_body(reading, i)
        if at > 0:
            return range(i + 1, at)
        if reading.language.switch("particles join names"):
            return _between_role_and_name(reading, i)
    return (i,) if _is_kind_of_name(reading, i) else ()


def _between_role_and_name(reading: Reading, i: int) -> Collection[int]:
    """What stands between the role at token `i` and the name behind it, and the article before the role."""
    words, quoted = reading.out.words, reading.out.quoted
    at = i + 1
    while at < len(words) and at < i + 3 and words[at].islower() and not reading.known[at]:
        at += 1
    if not (i + 1 < at < len(words) and words[at][0].isupper() and quoted[at] == quoted[i]):
        return ()
    article = (i - 1,) if i and words[i - 1] in DEFINITE else ()
    return (*article, *range(i + 1, at))


def _is_kind_of_name(reading: Reading, i: int) -> bool:
    """Whether the token at `i` is a noun for a kind of bodies that the name behind it does without.

    Where nouns have capitals, a place stays with its noun, which is then read as it is spelt.
    """
    words, known = reading.out.words, reading.known
    following = words[i + 1]
    if words[i] not in NOUNS_OF_BODIES or not known[i] or not following[0].isupper() or known[i + 1]:
        return False
    if not reading.capital_nouns:
        return True
    if following in lists.entries("places.txt"):
        words[i], known[i] = reading.source.words[reading.origins[i]], False
        return False
    return words[i - 1] in ARTICLES


def name_behind_body(reading: Reading, i: int) -> int:
    """Where the name of a person starts whose role ends with the name of a place or body; or -1.

    "La sindaca di Altavalle Claudia Morandini": the name is Claudia Morandini's.
    """
    words, quoted, given = reading.out.words, reading.out.quoted, lists.given_names()
    at = i + 1
    if at >= len(words) or words[at] not in BEFORE_BODIES or quoted[at] != quoted[i]:
        return -1
    last = min(len(words) - 1, i + LONGEST_ROLE)
    while (
        at < last
        and words[at][0].isalpha()
        and quoted[at] == quoted[i]
        and words[at] not in verbs_of_saying()
    ):
        name = words[at].lower() in given and words[at + 1][0].isupper() and not reading.known[at]
        if name and not reading.known[at + 1]:
            before = words[at - 1]
            placed = before[0].isupper() and before.lower() not in given
            bodies = reading.language.kind("named after") | NOUNS_OF_BODIES
            return at if placed and before.split()[0] not in bodies else -1
        at += 1
    return -1


def write_small(reading: Reading, i: int) -> None:
    """Write the word at token `i`, or after the article there, small."""
    words = reading.out.words
    i += i < len(words) and words[i] in DEFINITE
    if i < len(words) and words[i][0].isupper() and not reading.known[i]:
        words[i] = words[i][0].lower() + words[i][1:]


def is_person(reading: Reading, i: int) -> bool:
    """Whether the token at `i` is the last of a person's name: after a given name or a role."""
    words = reading.out.words
    before = words[i - 1] if i > 0 else "."
    named = i > 0 and words[i][0].isupper() and not reading.known[i] and before[0].isalpha()
    return named and (
        before.lower() in lists.given_names() or i - 1 in reading.out.genders or i - 2 in reading.out.genders
    )
