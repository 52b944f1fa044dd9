"""How much speaks for a person, an organisation or a place in one mention of a name.

"Ann Roe, 44,"  ->  (5.1, 0.0, 0.0)
"""

from __future__ import annotations

from artparse.names import lists
from artparse.names.persons import bare
from artparse.patterns import pattern
from artparse.quotes.kinds import BELONGING, DEFINITE, SEATS
from artparse.quotes.mentions.beside import is_account
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import AGED
from artparse.quotes.mentions.scanning import Scan
from artparse.quotes.words import word_list
from artparse.values import dataclass

PREPOSITIONS_OF_PLACE = word_list("prepositions of place")
VERBS_BEHIND_PERSONS = word_list("verbs behind persons")
NAME_SUFFIXES = word_list("name suffixes")
NAMING = word_list("naming words")
PERSONS_AND_FIRMS = word_list("persons and firms")
DIRECTIONS = word_list("directions")
ENDS_OF_ASIDES = word_list("ends of asides")
INITIALS = pattern(r"[A-Z](\.[A-Z])+\.?")
"""The first word of "J.K. Roe"."""
AREAS = word_list("areas")
SETTLEMENTS = word_list("settlements")
WORDS_BEFORE_PERSONS = word_list("words before persons")
WHO_OR_WHOSE = word_list("who and whose")
PREPOSITIONS_OF_REGIONS = word_list("prepositions of regions")
REPRESENTATIVES = word_list("representatives")
EMPLOYING = SEATS - BELONGING
"""What stands between whoever speaks for a body and the body."""

NAMED_WITH_AN_ARTICLE = 5.0
"""How much an article tells of no person: more than a given name and a last name do of one."""
CALLED_A_PLACE = 3.0
"""What speaks for a place where the text calls it a village."""
TOLD_BY_THE_TEXT = 30
"""What speaks for a body where the text says so, beside what its form says each time."""


@dataclass(slots=True, eq=False)
class Evidence:
    """What speaks for a person, an organisation, a place, summed up in the order in which it is read."""

    person: float = 0.0
    organization: float = 0.0
    place: float = 0.0


def evidence_of(
    scan: Scan, mention: Mention, name: tuple[str, ...], start: int, last: int, begin: int, end: int
) -> tuple[float, float, float]:
    """The evidence of a name in the tokens `start:last` of a passage `begin:end`."""
    found = Evidence()
    low = [w.lower() for w in name]
    _by_title(found, scan, mention, name, start)
    _by_form(found, scan, name, low)
    _by_kind_of_words(found, scan, name, low)
    _by_words_before(found, scan, mention, " ".join(name), (start, last, begin, end))
    if last < end:
        _by_words_behind(found, scan, last, end)
    return found.person, found.organization, found.place


def _by_title(found: Evidence, scan: Scan, mention: Mention, name: tuple[str, ...], start: int) -> None:
    """Add what a title or a role before a name tells; "giant Acme" is no person."""
    words = scan.tokens.words
    if mention.title:
        found.person += 4
    elif mention.role is not None:
        if name == (words[start],) and words[start - 1].lower() in PERSONS_AND_FIRMS:
            found.organization = 1.0
        else:
            found.person += 3


def _by_form(found: Evidence, scan: Scan, name: tuple[str, ...], low: list[str]) -> None:
    """Add what given names, last names, initials and capitals tell."""
    given, lexicon, size = lists.given_names(), scan.lexicon, len(name)
    if size > 1:
        letters = INITIALS.fullmatch(name[0]) is not None and f"{name[0]}." not in lexicon.places
        acronym = len(name[0]) > 2 and name[0].isupper() and not name[1].isupper() and not letters
        if low[0] in given and "&" not in name and not acronym:
            clear = low[0] not in lexicon.common and name[0] not in lexicon.places
            found.person += 2.5 if clear else 1.2
        if low[-1] in lists.words("surnames.txt"):
            found.person += 1
        if size <= 3:
            found.person += 0.6
        if letters or any(len(w) == 1 and w.isalpha() for w in name[1:-1]):
            found.person += 2
        if acronym:
            found.organization += 2  # "NHS Wales"
        if name[-1] in NAME_SUFFIXES:
            found.person += 3
    elif low[0] in given and _is_acronym(scan, name[0]):
        found.organization += 2  # "ISIS", of an article that has no Isis
    elif low[0] in given or low[0] in lists.words("surnames.txt"):
        found.person += 0.7 if low[0] not in lexicon.common else 0.2
    elif name[0].isupper() and 2 <= len(name[0]) <= 6:
        found.organization += 2
    if is_account(name[0]):
        found.person += 1


def _is_acronym(scan: Scan, word: str) -> bool:
    """Whether a word is printed in capitals only, and no last name."""
    capitals = 2 < len(word) < 7 and word.isupper() and word.title() not in scan.printed
    return capitals and word.lower() not in lists.words("surnames.txt")


def _by_kind_of_words(found: Evidence, scan: Scan, name: tuple[str, ...], low: list[str]) -> None:
    """Add what words of bodies and of places in a name tell."""
    lexicon, size = scan.lexicon, len(name)
    given = low[0] in lists.given_names()
    marked = [w for w in low if w in lexicon.organization]
    if marked:
        found.organization += 2.5 if low[-1] in marked or size > 2 or low[0] in marked else 1
        found.organization += 1.5 if low[-1] in marked and low[-1] not in lists.words("surnames.txt") else 0
    if "&" in name or any(w.endswith(("'s", "’s")) for w in name[:-1]):
        found.organization += 3  # "Peel & Stone", "Maria's Kitchen"
    elif size > 3:
        found.organization += 0.5
    if (
        size > 1
        and low[0] in DIRECTIONS
        and not (low[1] in lists.given_names() or name[-1] in lexicon.places)
    ):
        found.organization += 1  # "Northern Crossings"
    demonym = low[-1] in lexicon.demonyms and not (size > 1 and given)
    if " ".join(name) in lexicon.places or demonym:
        found.place += 3
    elif size > 1 and low[-1] in lexicon.place_words and not given:
        found.place += 3  # "Downing Street"


def _by_words_before(
    found: Evidence, scan: Scan, mention: Mention, printed: str, tokens: tuple[int, int, int, int]
) -> None:
    """Add what the words before a name tell: "chief executive of Paris Rolls", "in Radbury"."""
    start, last, begin, end = tokens
    words, lexicon = scan.tokens.words, scan.lexicon
    before = words[start - 1].lower() if start > begin else ""
    if before.endswith(AGED):
        found.person += 3  # "54-year-old Kemal Roe"
    headed = before in BELONGING and start - 1 > begin and bare(words[start - 2]).lower() in lexicon.heading
    if headed and not mention.possessive and printed not in lexicon.places:
        found.organization += TOLD_BY_THE_TEXT
    if before in DEFINITE and start - 1 > begin and words[start - 2] in SEATS:
        before = words[start - 2]
        found.organization += 2
    i = start - 1
    while i > max(begin, start - 5) and words[i].islower() and words[i] not in SEATS:
        i -= 1
    if words[i] in EMPLOYING and i > begin and speaks_for(words[i - 1]):
        found.organization += 4  # "a spokeswoman for builders Harlow"
    elif before in DEFINITE and not (last < end and bare(words[last]) in lexicon.nouns):
        # "the Heather Belle sailed", but not "the Obama administration"
        found.organization += NAMED_WITH_AN_ARTICLE if last - start > 1 else 2
    elif before in BELONGING and start - 1 > begin and _is_kind_of_place(words[start - 2]):
        found.place += CALLED_A_PLACE  # "in the village of San Roque"
    elif before in PREPOSITIONS_OF_PLACE:
        found.place += 0.7
    elif before in WORDS_BEFORE_PERSONS:
        found.person += 0.3
    elif before == "," and is_called_body(scan, start, begin):
        found.organization += 3  # "for the insurer, Northgate Mutual"
    elif before == "," and follows_place(scan, start - 1):
        found.place += 1.5  # "from Radbury, Eastshire,"


def _is_kind_of_place(word: str) -> bool:
    """Whether a word stands before "of" and a place: "village"."""
    return word.lower() in SETTLEMENTS or word.lower() in AREAS


def _by_words_behind(found: Evidence, scan: Scan, last: int, end: int) -> None:
    """Add what the words behind a name tell: an age, "who", a verb of saying, the noun of an aside."""
    words, nouns = scan.tokens.words, scan.lexicon.nouns
    after = words[last]
    following = words[last + 1] if after == "," and last + 1 < end else ""
    if following.isdigit() and len(following) < 3:
        found.person += 2
    elif after in WHO_OR_WHOSE or following in WHO_OR_WHOSE:
        found.person += 1
    elif following == "which":
        found.organization += 0.65  # less than "in Radbury, which" tells of a place
    elif after in VERBS_BEHIND_PERSONS:
        found.person += 0.6
    elif after in AREAS:
        found.place += CALLED_A_PLACE  # "Aklan province"
    if after == "," and words[last + 1 : last + 2] in (["a"], ["an"], ["the"]):
        head = noun_of_aside(scan, last + 2, end)
        kind = nouns[head][0] if head in nouns else ""
        if kind == "organization":
            found.organization += 3  # "Harlow, a residents' group, said"
        elif kind == "person":
            found.person += 2  # "Tran Van Khai, a farmer from Hue, said"


def is_called_body(scan: Scan, start: int, begin: int) -> bool:
    """Whether "the insurer," or "its developer," stands before a name: a noun for a body or a firm.

    But "the spokesman of the association, Ann Roe" is a person, and so is "head of the union, Valdir Roe".
    """
    words, nouns = scan.tokens.words, scan.lexicon.nouns
    if start - 3 < begin or words[start].lower() in lists.given_names():
        return False
    holder = words[start - 5].lower() if start - 5 >= begin and words[start - 4] in SEATS else ""
    if holder in scan.lexicon.people and not speaks_for(holder):
        return False
    noun = words[start - 2]
    body = noun in PERSONS_AND_FIRMS or (noun in nouns and nouns[noun][0] == "organization")
    return body and words[start - 3].lower() in NAMING


def follows_place(scan: Scan, comma: int) -> bool:
    """Whether the name before the comma is where somebody is from."""
    before = scan.found[-2] if len(scan.found) > 1 else None
    if before is None or before.last != comma or before.form != "name" or before.first == 0:
        return False
    return scan.tokens.words[before.first - 1] in PREPOSITIONS_OF_REGIONS


def noun_of_aside(scan: Scan, i: int, end: int) -> str:
    """The last word, in small letters, before the comma or the preposition that ends an aside at `i`."""
    words = scan.tokens.words
    for j in range(i, min(end, i + 8)):
        if not words[j][0].isalnum() and words[j] not in "'’":
            return bare(words[j - 1]).lower()
        if words[j] in ENDS_OF_ASIDES and j > i:
            return words[j - 1].lower()
    return ""


def speaks_for(word: str) -> bool:
    """Whether a word names somebody who speaks for others."""
    low = word.lower()
    return low.startswith("spokes") or low in REPRESENTATIVES
