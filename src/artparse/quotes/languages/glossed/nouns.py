"""Nouns for roles and kinds, joined with the names behind them as in English.

"El líder opositor Ernesto Garza"  ->  "leader Ernesto Garza"
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.languages.glossed.reading import Reading, keep
from artparse.quotes.languages.glosses import verbs_of_saying
from artparse.quotes.words import word_list

NOUNS_OF_BODIES = word_list("nouns of bodies")
ARTICLES = word_list("articles and possessives")

LONGEST_ROLE = 9
"""A role and the body that it is of have at most so many words."""


def join_nouns(reading: Reading) -> None:
    """Leave out what stands between a noun and the name that it tells the role or kind of.

    "El líder opositor Ernesto Garza" is read as "leader Ernesto Garza", "el sindicato UTN" as "the UTN".
    """
    out = reading.out
    words, quoted = out.words, out.quoted
    leave: set[int] = set()
    verbs = verbs_of_saying()
    for i in range(len(words) - 1):
        if words[i] == "the" and reading.known[i] and quoted[i] < 0:
            following = words[i + 1]
            role = i + 1 in out.genders and i + 2 < len(words) and words[i + 2][0].isupper()
            clitic = not reading.capital_nouns and reading.known[i + 1] and following in verbs
            if (role and not reading.known[i + 2]) or clitic:
                leave.add(i)
                continue
        if words[i] == "minister" and words[i + 1] == "of":
            write_small(reading, i + 2)  # "ministre de la Défense" tells no name
        if words[i] == "(" and is_person(reading, i - 1) and ")" in words[i + 2 : i + 4]:
            leave.update(range(i, words.index(")", i) + 1))  # "Eva Zoller (SPD)"
        elif i in out.genders and (at := name_behind_body(reading, i)) > 0:
            leave.update(range(i + 1, at))
        elif i in out.genders and reading.language.switch("particles join names"):
            at = i + 1
            while at < len(words) and at < i + 3 and words[at].islower() and not reading.known[at]:
                at += 1
            if i + 1 < at < len(words) and words[at][0].isupper() and quoted[at] == quoted[i]:
                leave.update(range(i + 1, at))
                if i and words[i - 1] == "the":
                    leave.add(i - 1)
        elif (
            words[i] in NOUNS_OF_BODIES
            and reading.known[i]
            and words[i + 1][0].isupper()
            and not reading.known[i + 1]
        ):
            spelt = reading.source.words[reading.origins[i]]
            if not reading.capital_nouns:
                leave.add(i)
            elif words[i + 1] in lists.entries("places.txt"):
                words[i], reading.known[i] = spelt, False
            elif words[i - 1] in ARTICLES:
                leave.add(i)
    if leave:
        keep(reading, [i for i in range(len(words)) if i not in leave])


def name_behind_body(reading: Reading, i: int) -> int:
    """Where the name of a person starts whose role ends with the name of a place or body; or -1.

    "La sindaca di Altavalle Claudia Morandini": the name is Claudia Morandini's.
    """
    words, quoted, given = reading.out.words, reading.out.quoted, lists.given_names()
    at = i + 1
    if at >= len(words) or words[at] not in ("of", "to", "for") or quoted[at] != quoted[i]:
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
    i += i < len(words) and words[i] == "the"
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
