"""Runs of capitalised words that may be names: where they begin and end.

    "At the Ministry of Environment, Forestry and Tourism on"  ->  "Ministry … Tourism"

In: the scan and a token. Out: the token after the run; the token itself where none begins.
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.kinds import DEFINITE, POSTS
from artparse.quotes.mentions.beside import is_account, word_at
from artparse.quotes.mentions.bodies import (
    owner_belongs,
)
from artparse.quotes.mentions.run_ends import run_end
from artparse.quotes.mentions.scanning import Scan, opens_sentence, says
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

CONTRACTIONS = word_list("contractions")
COMPOUND_TAILS = word_list("compound tails")
CAMPAIGN_VERBS = word_list("campaign verbs")
DIRECTIONS = word_list("directions")
SMALL_OPENERS = word_list("small openers")
NEVER_OF_NAMES = word_list("never of names")
CAPITALS_OF_NAMES = word_list("small words in capitals that are names")
LETTERS_OF_PARTIES = word_list("letters of parties")
ENDS_OF_PLAIN_WORDS = ("ly", "ing", "ists", "ians", "ments")


class Opening(NamedTuple):
    """A capitalised word with which a name may begin."""

    scan: Scan
    i: int
    begin: int
    end: int
    """The first token of its passage, and the token after it."""
    word: str
    low: str
    """The word in small letters, without what an owner's has."""


def run_at(scan: Scan, i: int, begin: int, end: int) -> int:
    """The token after the run of capitalised words that starts at `i`; `i` where none starts."""
    word = scan.tokens.words[i]
    if is_account(word):
        return i + 1 if len(word) > 1 else i
    opening = Opening(scan, i, begin, end, word, bare(word).lower())
    for is_no_name in NO_NAMES:
        if is_no_name(opening):
            return i
    if i in scan.spelt:
        return scan.spelt[i]
    if is_only_opener(opening):
        return i
    if word.endswith(("'s", "’s")) and not owner_belongs(scan, i, i, end):
        return i + 1
    return over_nickname(scan, run_end(scan, i, end), end)


# --- what begins no name, whatever stands around it ------------------------------------------------


def is_compound(one: Opening) -> bool:
    """ "State-owned Acme" """
    return "-" in one.low and one.low.rpartition("-")[2] in COMPOUND_TAILS


def is_count(one: Opening) -> bool:
    """ "Fifty-three percent", "Nineteen members" """
    if not lists.words("en/numbers.txt").issuperset(one.low.split("-")):
        return False
    words, i = one.scan.tokens.words, one.i
    return "-" in one.low or (
        opens_sentence(one.scan, i, one.begin) and i + 1 < one.end and words[i + 1].islower()
    )


def is_seat_of_party(one: Opening) -> bool:
    """ "Ann Roe (R-Texas)" """
    beside = one.word[1:2] == "-" and one.scan.tokens.words[one.i - 1 : one.i] in (["("], [","])
    return beside and one.word[0] in LETTERS_OF_PARTIES


def is_letter(one: Opening) -> bool:
    """ "plan B failed", but "J. Roe" and "X Corp" """
    if len(one.word) > 1:
        return False
    following = one.scan.tokens.words[one.i + 1] if one.i + 1 < one.end else ""
    return not (following == "." or following[:1].isupper())


def is_small_word(one: Opening) -> bool:
    """ "The", "He", but "The Hague" where that stands inside sentences, and "councillor A Roe" """
    scan, i, word = one.scan, one.i, one.word
    small = one.low in scan.lexicon.determiners
    if not small and (one.low not in scan.lexicon.stops or word in CAPITALS_OF_NAMES):
        return False
    following = scan.tokens.words[i + 1] if i + 1 < one.end else ""
    if following and one.low not in NEVER_OF_NAMES and (word, bare(following)) in scan.pairs:
        return False
    titled = word == "A" and i > one.begin and scan.tokens.words[i - 1].lower() in scan.lexicon.people
    return not (opens_initials(one) or (titled and len(following) == 1))


def is_drawn_together(one: Opening) -> bool:
    """ "He’ll", "That’s" """
    if "’" not in one.word and "'" not in one.word:
        return False
    stem, _, ending = one.word.replace("’", "'").partition("'")
    return ending in CONTRACTIONS or (ending == "s" and stem.lower() in one.scan.lexicon.openers)


NO_NAMES: tuple[Callable[[Opening], bool], ...] = (
    is_compound,
    is_count,
    is_seat_of_party,
    is_letter,
    is_small_word,
    is_drawn_together,
)


# --- what begins none unless something else tells a name -------------------------------------------


def is_only_opener(one: Opening) -> bool:
    """Whether a word has its capital only because a sentence or a clause begins with it."""
    scan, i, word, low = one.scan, one.i, one.word, one.low
    tokens, openers = scan.tokens, scan.lexicon.openers
    same = i + 1 < one.end and tokens.quoted[i + 1] == tokens.quoted[i]
    following = tokens.words[i + 1] if same else "."
    if opens_sentence(scan, i, one.begin) and not is_proven(one, following):
        if (word, bare(following)) in scan.pairs or is_month_as_name(one, following):
            return False
        return low in openers or not names_after_all(one, following)
    return low in openers and not following[0].isupper() and word != "WHO" and not opens_initials(one)


def is_proven(one: Opening, following: str) -> bool:
    """Whether the article has a word with a capital where no sentence begins, too."""
    scan, name = one.scan, bare(one.word)
    if name in scan.surnames or (one.word in scan.acronyms and one.word in scan.alone):
        return True  # "CREW sued", "by CREW was"
    proven = scan.inner if following[0].isupper() or one.low not in scan.lexicon.common else scan.alone
    return name in proven and one.low not in scan.lexicon.nouns


def is_month_as_name(one: Opening, following: str) -> bool:
    """Whether a word of the calendar is a given name before a last name: "May Chen"."""
    lexicon, last = one.scan.lexicon, following.lower()
    given = one.low in lexicon.calendar and one.low in lists.given_names()
    return given and last in lists.words("surnames.txt") and last not in lexicon.common


def opens_initials(one: Opening) -> bool:
    """Whether an "A" is the first of several initials: "A. D. Roe", but not "grade A. Roe"."""
    i, tokens = one.i, one.scan.tokens
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if one.word != "A" or i == one.begin or i + 4 >= one.end:
        return False
    if words[i + 1] != "." or starts[i + 1] != ends[i] or words[i + 3] != ".":
        return False
    return len(words[i + 2]) == 1 and words[i + 2].isupper() and words[i + 4][0].isupper()


def names_after_all(one: Opening, following: str) -> bool:
    """Whether a word that opens a sentence belongs to a name although its capital proves nothing."""
    if following[0].isupper():
        return _goes_on_with_capital(one, following)
    if following == "&" and one.i + 2 < one.end and one.scan.tokens.words[one.i + 2][0].isupper():
        return True  # "Marks & Spencer"
    lexicon = one.scan.lexicon
    if following in POSTS and one.low in lexicon.organizing and one.low not in lexicon.people:
        return _is_body_of(one)
    if following in DEFINITE and one.low in CAMPAIGN_VERBS:
        return run_end(one.scan, one.i, one.end) > one.i + 2  # "Save the Meadow"
    return _is_name_alone(one, following)


def _goes_on_with_capital(one: Opening, following: str) -> bool:
    """Whether a word that opens a sentence is of a name with the capitalised word behind it.

    "Amnesty International", "Local Government Association", but not "Meanwhile Harvard University"
    """
    scan, low, lexicon, words = one.scan, one.low, one.scan.lexicon, one.scan.tokens.words
    given = low in lists.given_names()
    if low not in lexicon.common:
        return given or not low.endswith("ly")
    if given or low in lexicon.people or low in lexicon.roles or low in lexicon.honorifics:
        return True
    if low in DIRECTIONS and bare(following).lower() not in lexicon.demonyms:
        return True  # "Northern Crossings", but not "Northern Europeans"
    first = one.i + 1
    stop = run_end(scan, first, one.end)
    if stop == first + 1 and bare(following) in lexicon.places and says(scan, word_at(words, stop)):
        return True  # "Age Scotland said"
    if stop > first + 1 and bare(words[stop - 1]) in lexicon.places:
        return True  # "Cancer Research UK"
    return low in lexicon.organization or any(
        word.lower() in lexicon.organization or (word[0].isupper() and word.lower() in SMALL_OPENERS)
        for word in words[first:stop]
    )


def _is_body_of(one: Opening) -> bool:
    """ "Bank of Leith", but not "Friends of Doe" or of "Mr Doe" """
    scan, nouns = one.scan, one.scan.lexicon.nouns
    stop = run_end(scan, one.i, one.end)
    people = one.low in nouns and nouns[one.low][0] == "group"
    named = word_at(scan.tokens.words, one.i + 2).lower()
    known = people and (named in scan.lexicon.honorifics or named in lists.given_names())
    return stop > one.i + (3 if people else 2) and not known


def _is_name_alone(one: Opening, following: str) -> bool:
    """Whether a word that opens a sentence, before a small one or a mark, is no plain word."""
    low, lexicon, given = one.low, one.scan.lexicon, one.low in lists.given_names()
    plain = low in lexicon.common or low in lexicon.nouns or low.removesuffix("s") in lexicon.common
    if plain or (low.endswith(ENDS_OF_PLAIN_WORDS) and not given):
        return False
    if not given and low not in lists.words("surnames.txt") and _is_word_after_all(one, following):
        return False
    return not one.word.isupper() or len(low) < 6 or following.islower()  # no "WATCH: …"


def _is_word_after_all(one: Opening, following: str) -> bool:
    """Whether a word that opens a sentence is a participle, a compound of plain words, or printed small too.

    "Intrigued, she", "First-time buyers", "Mana?" of an article that has "mana"
    """
    scan, low = one.scan, one.low
    if low.endswith("ed") and following == ",":
        return True
    _, dash, tail = bare(one.word).rpartition("-")
    if dash and tail.islower() and (tail in scan.lexicon.common or tail in scan.printed):
        return True
    return low in scan.printed and low not in scan.lexicon.organization and not says(scan, following)


def over_nickname(scan: Scan, stop: int, end: int) -> int:
    """A run goes on over a nickname in quotation marks: Samson ‘John’ Tollet."""
    tokens, words = scan.tokens, scan.tokens.words
    j = stop
    if j < end and words[j] == "." and len(words[j - 1]) == 1:
        j += 1
    opening = j
    if j >= end or tokens.quoted[j] < 0 or words[j][0].isalnum():
        return stop
    number = tokens.quoted[j]
    while j < end and j < opening + 5 and tokens.quoted[j] == number:
        j += 1
    if j < end and j - opening in (3, 4) and words[j][0].isupper() and words[opening + 1][0].isupper():
        return j + 1
    return stop
