"""Words that belong to the name of a body, although a name could end before them.

"Tide Institute at Torrey College", "Food and Drug Administration", "St. Mary's Hospital"
"""

from __future__ import annotations

from artparse.names.persons import bare
from artparse.quotes.mentions.scanning import LONGEST_NAME, Scan
from artparse.quotes.words import word_list

BODIES_OF_PEOPLE = word_list("bodies of people")
HOUSES_OF_FOUNDERS = word_list("houses of founders")
OFFICES = word_list("offices")
SMALL_WORDS_IN_NAMES = word_list("small words in names")


def is_institution(scan: Scan, word: str) -> bool:
    low = bare(word).lower()
    return low in scan.lexicon.organization and low not in scan.lexicon.people


def capitals_end(scan: Scan, i: int, end: int) -> int:
    """The token after the capitalised words at `i`."""
    words = scan.tokens.words
    stop = i
    while stop < min(end, i + LONGEST_NAME) and words[stop][0].isupper():
        stop += 1
    return stop


def is_seat(scan: Scan, j: int, end: int) -> bool:
    """Whether an institution stands on both sides of the "at" at `j`."""
    words = scan.tokens.words
    after = capitals_end(scan, j + 1, end)
    return is_institution(scan, words[j - 1]) and is_institution(scan, words[after - 1])


def shares_seat(scan: Scan, j: int, end: int) -> bool:
    """Whether an institution that has its seat at another follows the "and" at `j`."""
    after = capitals_end(scan, j + 1, end)
    return after < end and scan.tokens.words[after] == "at" and is_seat(scan, after, end)


def owner_belongs(scan: Scan, j: int, i: int, end: int) -> bool:
    """Whether the owner at `j` is part of a name: "St. Mary's Hospital", "Children's Trust"."""
    words = scan.tokens.words
    if j + 1 >= end or not words[j + 1][0].isupper():
        return False
    if bare(words[j + 1]).lower() in HOUSES_OF_FOUNDERS and is_founder(scan, words[j]):
        return True
    if bare(words[j + 1]).lower() not in scan.lexicon.organization:
        return False
    owner = bare(words[j]).lower()
    at = j - 2 if words[j - 1] == "." else j - 1
    saint = at >= i and words[at] == "St"
    people = owner in scan.lexicon.people or (
        owner in scan.lexicon.nouns and scan.lexicon.nouns[owner][0] == "group"
    )
    return saint or (people and bare(words[j + 1]).lower() in BODIES_OF_PEOPLE)


def is_founder(scan: Scan, owner: str) -> bool:
    """Whether an owner is nothing but a word of a name: "Harper's Brewery", but not "Leith's Brewery"."""
    stem = bare(owner)
    return (
        stem not in scan.printed
        and stem not in scan.lexicon.places
        and stem.lower() not in scan.lexicon.demonyms
    )


def is_spelt(scan: Scan, i: int, j: int, end: int) -> bool:
    """Whether the initials of the words on both sides of the "and" at `j` are an acronym of the text."""
    if not scan.acronyms:
        return False
    words = scan.tokens.words
    letters = "".join(w[0] for w in words[i:j] if w[0].isupper())
    stop = j + 1
    while stop < end and (words[stop][0].isupper() or words[stop] in SMALL_WORDS_IN_NAMES):
        letters += words[stop][0] if words[stop][0].isupper() else ""
        if letters in scan.acronyms:
            return True
        if len(letters) > 6:
            return False
        stop += 1
    return False


def is_field(scan: Scan, word: str) -> bool:
    """Whether the first of two words joined by "and" is only part of an office's name, as "Food" is."""
    low = word.lower()
    known = (
        low in scan.lexicon.organization
        or low in scan.lexicon.nouns
        or low in scan.lexicon.demonyms
        or low in OFFICES
    )
    common = low in scan.lexicon.common or low.endswith(("al", "ic"))
    return common and not known and word not in scan.alone


def is_trade(scan: Scan, word: str) -> bool:
    """Whether a word may tell whom a union unites: "Bakers", "Rail", but not "Reuters" or "Leeds"."""
    low, lexicon = word.lower(), scan.lexicon
    one = low.removesuffix("s")
    known = low in lexicon.common or low in lexicon.organization or one in lexicon.people
    apart = word in scan.alone or word in lexicon.places or low in OFFICES
    return known and not word.isupper() and not apart


def is_office(name: tuple[str, ...]) -> bool:
    """Whether a name is of an office that every country has."""
    return len(name) > 1 and (name[0].lower() in OFFICES or name[-1].lower() in OFFICES)


def governs(scan: Scan, i: int) -> bool:
    """Whether the owner at `i` is a place: "Norway's" Ministry of Justice, but not "Doe's"."""
    stem = bare(scan.tokens.words[i])
    return stem in scan.lexicon.places or f"{scan.tokens.words[i - 1]} {stem}" in scan.lexicon.places
