"""Runs of capitalised words that may be names: where they begin and end.

    "At the Ministry of Environment, Forestry and Tourism on"  ->  "Ministry … Tourism"

In: the scan and a token. Out: the token after the run; the token itself where none begins.
"""

from __future__ import annotations

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

CONTRACTIONS = word_list("contractions")
COMPOUND_TAILS = word_list("compound tails")
CAMPAIGN_VERBS = word_list("campaign verbs")
DIRECTIONS = word_list("directions")
SMALL_OPENERS = word_list("small openers")
NEVER_OF_NAMES = word_list("never of names")


def run_at(scan: Scan, i: int, begin: int, end: int) -> int:
    """The token after the run of capitalised words that starts at `i`; `i` where none starts."""
    tokens, words = scan.tokens, scan.tokens.words
    word = words[i]
    low = bare(word).lower()
    if is_account(word):
        return i + 1 if len(word) > 1 else i
    if low.rpartition("-")[2] in COMPOUND_TAILS and "-" in low:
        return i  # "State-owned Acme"
    counts = lists.words("en/numbers.txt").issuperset(low.split("-"))
    if counts and ("-" in low or (opens_sentence(scan, i, begin) and i + 1 < end and words[i + 1].islower())):
        return i  # "Fifty-three percent", "Nineteen members"
    if word[1:2] == "-" and words[i - 1 : i] in (["("], [","]) and word[0] in "RDI":
        return i  # "R-Texas"
    if len(word) == 1 and not (i + 1 < end and (words[i + 1] == "." or words[i + 1][0].isupper())):
        return i
    initials = word == "A" and i > begin and opens_initials(scan, i, end)
    if low in scan.lexicon.determiners or (low in scan.lexicon.stops and word not in ("US", "IT", "WHO")):
        again = low not in NEVER_OF_NAMES and i + 1 < end and (word, bare(words[i + 1])) in scan.pairs
        initial = word == "A" and i > begin and words[i - 1].lower() in scan.lexicon.people
        if not (again or initials or (initial and i + 1 < end and len(words[i + 1]) == 1)):
            return i
    if "’" in word or "'" in word:
        stem, _, ending = word.replace("’", "'").partition("'")
        if ending in CONTRACTIONS or (ending == "s" and stem.lower() in scan.lexicon.openers):
            return i
    following = words[i + 1] if i + 1 < end and tokens.quoted[i + 1] == tokens.quoted[i] else "."
    proven = scan.inner if following[0].isupper() or low not in scan.lexicon.common else scan.alone
    unproven = bare(word) not in scan.surnames and (bare(word) not in proven or low in scan.lexicon.nouns)
    unproven = unproven and not (word in scan.acronyms and word in scan.alone)  # "CREW sued", "by CREW was"
    if i in scan.spelt:
        return scan.spelt[i]
    if opens_sentence(scan, i, begin) and unproven:
        again = (word, bare(following)) in scan.pairs or (
            low in scan.lexicon.calendar
            and low in lists.given_names()
            and following.lower() in lists.words("surnames.txt")
            and following.lower() not in scan.lexicon.common
        )  # "May Chen"
        if not again and (low in scan.lexicon.openers or not names_after_all(scan, i, low, following, end)):
            return i
    elif low in scan.lexicon.openers and not following[0].isupper() and word != "WHO" and not initials:
        return i
    if word.endswith(("'s", "’s")) and not owner_belongs(scan, i, i, end):
        return i + 1
    return over_nickname(scan, run_end(scan, i, end), end)


def opens_initials(scan: Scan, i: int, end: int) -> bool:
    """Whether the letter at `i` is the first of several: "A. D. Roe", but not "grade A. Roe"."""
    words, starts, ends = scan.tokens.words, scan.tokens.starts, scan.tokens.ends
    if i + 4 >= end or words[i + 1] != "." or starts[i + 1] != ends[i]:
        return False
    return (
        words[i + 3] == "."
        and len(words[i + 2]) == 1
        and words[i + 2].isupper()
        and words[i + 4][0].isupper()
    )


def names_after_all(scan: Scan, i: int, low: str, following: str, end: int) -> bool:
    """Whether a word that opens a sentence belongs to a name although its capital proves nothing."""
    if following[0].isupper():
        if low not in scan.lexicon.common:
            return low in lists.given_names() or not low.endswith("ly")
        if (
            low in scan.lexicon.people
            or low in scan.lexicon.roles
            or low in scan.lexicon.honorifics
            or low in lists.given_names()
        ):
            return True
        if low in DIRECTIONS and bare(following).lower() not in scan.lexicon.demonyms:
            return True  # "Northern Crossings", but not "Northern Europeans"
        # "Amnesty International", "Local Government Association", but not "Meanwhile Harvard University"
        stop = run_end(scan, i + 1, end)
        if (
            stop == i + 2
            and bare(following) in scan.lexicon.places
            and says(scan, word_at(scan.tokens.words, stop))
        ):
            return True  # "Age Scotland said"
        if stop > i + 2 and bare(scan.tokens.words[stop - 1]) in scan.lexicon.places:
            return True  # "Cancer Research UK"
        return low in scan.lexicon.organization or any(
            w.lower() in scan.lexicon.organization or (w[0].isupper() and w.lower() in SMALL_OPENERS)
            for w in scan.tokens.words[i + 1 : stop]
        )
    if following == "&" and i + 2 < end and scan.tokens.words[i + 2][0].isupper():
        return True  # "Marks & Spencer"
    if following in POSTS and low in scan.lexicon.organizing and low not in scan.lexicon.people:
        stop = run_end(scan, i, end)  # "Bank of Leith", but not "Friends of Doe" or of "Mr Doe"
        people = low in scan.lexicon.nouns and scan.lexicon.nouns[low][0] == "group"
        named = word_at(scan.tokens.words, i + 2).lower()
        known = people and (named in scan.lexicon.honorifics or named in lists.given_names())
        return stop > i + (3 if people else 2) and not known
    if following in DEFINITE and low in CAMPAIGN_VERBS:
        return run_end(scan, i, end) > i + 2  # "Save the Meadow"
    plain = (
        low in scan.lexicon.common
        or low in scan.lexicon.nouns
        or low.removesuffix("s") in scan.lexicon.common
    )
    given = low in lists.given_names()
    if plain or (low.endswith(("ly", "ing", "ists", "ians", "ments")) and not given):
        return False
    if not given and low not in lists.words("surnames.txt") and _is_word_after_all(scan, i, low, following):
        return False
    return not scan.tokens.words[i].isupper() or len(low) < 6 or following.islower()  # no "WATCH: …"


def _is_word_after_all(scan: Scan, i: int, low: str, following: str) -> bool:
    """Whether a word that opens a sentence is a participle, a compound of plain words, or printed small too.

    "Intrigued, she", "First-time buyers", "Mana?" of an article that has "mana"
    """
    if low.endswith("ed") and following == ",":
        return True
    _, dash, tail = bare(scan.tokens.words[i]).rpartition("-")
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
