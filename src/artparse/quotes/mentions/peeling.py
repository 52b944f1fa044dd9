"""A run of capitalised words as a mention: its titles and role taken off.

    "Former South Carolina Sen. Ann Roe MP"  ->  name "Ann Roe", role "Former South Carolina Sen."

In: the scan and the tokens of a run. Out: a mention in `scan.found`, or none where the run is only a day.
"""

from __future__ import annotations

from itertools import islice

from artparse.names import lists
from artparse.names.persons import bare, gender_of
from artparse.quotes.cues import SURE
from artparse.quotes.kinds import BELONGING, DEFINITE, POSTS
from artparse.quotes.mentions.bodies import governs, is_office
from artparse.quotes.mentions.evidence import evidence_of
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.noun_phrases import phrase_start
from artparse.quotes.mentions.roles import is_lettered, is_role, is_title, role_before
from artparse.quotes.mentions.scanning import Scan, add_mention, opens_sentence, says
from artparse.quotes.words import word_list
from artparse.values import dataclass

NAME_SUFFIXES = word_list("name suffixes")
RULERS_TITLES = word_list("rulers titles")
TITLES_BEFORE_SURNAMES = word_list("titles before surnames")
TITLES_THAT_ARE_NAMES = word_list("titles that are names")
COMPOUND_TAILS = word_list("compound tails")
DIRECTIONS = word_list("directions")
HOUSES_OF_FOUNDERS = word_list("houses of founders")
OPENERS_OF_NAMES = word_list("openers of names")
PAPERS = word_list("papers")
TITLES_OF_PLACES = word_list("titles of places")


@dataclass(slots=True, eq=False)
class Peel:
    """A run of capitalised words, and what was taken off it so far."""

    scan: Scan
    first: int
    last: int
    """The token after it."""
    begin: int
    end: int
    """Its passage: first token, and the token after it."""
    start: int
    """Where the name begins."""
    title: str = ""
    gender: str = "u"
    in_role: bool = False
    """Whether words of a role stand in the run."""
    called: bool = False
    """Whether the noun of a body stands before it: "the charity Fair Justice"."""
    office: bool = False
    """Whether it is the "Department of Justice", whose last word is a role too."""
    institution: bool = False


def add_name(scan: Scan, first: int, last: int, begin: int, end: int) -> None:
    """Add the mention in the run of capitalised words `first:last`, its titles and role taken off."""
    peel = _begun(scan, first, last, begin, end)
    if not peel.called:
        _take_titles(peel)
    _take_opening_role(peel)
    peel.start = split_affiliation(scan, peel.start, last)
    _keep_surname(peel)
    name = words_of_name(scan, peel.start, last, scan.tokens.quoted[peel.first])
    name = _with_country(peel, name)
    if not name:
        add_role_only(scan, peel.first, last, begin)
        return
    while len(name) > 2 and name[-1] in lists.words("en/postnominals.txt"):
        name = name[:-1]
    if peel.title in RULERS_TITLES and len(name) == 1 and not _has_office(peel):
        name = (peel.title.title(), *name)
    if _is_no_name(peel, [w.lower() for w in name]):
        return
    if len(name) > 1:
        scan.surnames.add(name[-2] if name[-1] in NAME_SUFFIXES else name[-1])
    name = _without_openers(peel, name)
    role_first = _role_first(peel)
    mention = add_mention(scan, min(first, role_first), last, "name", name, "person", peel.gender)
    if role_first < peel.start and (peel.in_role or role_first < peel.first):
        _set_role(peel, mention, role_first)
    mention.title = peel.title
    if mention.gender == "u" and len(name) > 1 and peel.title not in RULERS_TITLES:
        mention.gender = gender_of(name)
    mention.evidence = evidence_of(scan, mention, name, peel.start, last, begin, end)
    if peel.called and peel.start == peel.first:
        person, organization, place = mention.evidence
        mention.evidence = (person, organization + 2, place)


def _has_office(peel: Peel) -> bool:
    """Whether a role stands between a title and the name, which so needs no title: "Lord Justice Roe"."""
    before = peel.scan.tokens.words[peel.start - 1].lower()
    return peel.in_role and before not in peel.scan.lexicon.honorifics


def _begun(scan: Scan, first: int, last: int, begin: int, end: int) -> Peel:
    """The run without the compound that it begins with, and what kind of name it looks like."""
    words, lexicon = scan.tokens.words, scan.lexicon
    for i in range(last - 2, first, -1):
        if "-" in words[i] and words[i].rpartition("-")[2] in COMPOUND_TAILS:
            first = i + 1  # "South African-based Acme"
            break
    peel = Peel(scan, first, last, begin, end, first)
    final, opening = bare(words[last - 1]).lower(), words[first].lower()
    owner = lexicon.nouns.get(words[first - 1]) if first > begin else None
    called = owner is not None and owner[0] == "organization" and words[first - 1].islower()
    titled = opening in lexicon.roles or opening in lexicon.honorifics or is_role(scan, opening)
    peel.called = called and not titled
    office = not BELONGING.isdisjoint(words[first + 1 : first + 2]) and opening in lexicon.organizing
    peel.office = office and opening not in lexicon.people
    body = final in lexicon.organization and final not in lexicon.people
    peel.institution = body or peel.called or peel.office
    return peel


def _take_titles(peel: Peel) -> None:
    """Take off the titles and roles, each up to its last word."""
    scan, words, last = peel.scan, peel.scan.tokens.words, peel.last
    honorifics, people = scan.lexicon.honorifics, scan.lexicon.people
    surname = last - 1
    while surname > peel.first and (words[surname] in NAME_SUFFIXES or words[surname] == "."):
        surname -= 1  # "Martin Luther King Jr.": no king
    for i in range(peel.first, surname if surname < last - 1 else last):
        word = words[i] if words[i] in honorifics else words[i].lower()
        if word in honorifics and not (word in TITLES_THAT_ARE_NAMES or i + 1 == last):
            if peel.institution and i > peel.first:
                break
            peel.start, peel.title = i + 1, word
            if honorifics[word] != "u":
                peel.gender = honorifics[word]
            if i + 1 < last and words[i + 1] == ".":
                peel.start = i + 2
        elif word[-2:] in ("'s", "’s") and i + 1 < last and words[i + 1].lower() in HOUSES_OF_FOUNDERS:
            break  # "King's College Leith"
        elif i == last - 1 and is_lettered(scan, peel.start, i):
            continue  # "Ruth Penhale MP"
        elif is_role(scan, word) and not _is_role_of_name(peel, i, word):
            peel.start, peel.in_role = i + 1, True
            gender = people.get(bare(word), "u")
            peel.gender = gender if gender != "u" else peel.gender


def _is_role_of_name(peel: Peel, i: int, word: str) -> bool:
    """Whether a noun for a role is a surname ("Judge Ed Marshal", "Dr Baker") or a word of a body's name."""
    words, last, given = peel.scan.tokens.words, peel.last, lists.given_names()
    titled = peel.start == i and peel.title in TITLES_BEFORE_SURNAMES and i + 1 == last
    if titled and word in lists.words("surnames.txt"):
        return True
    if i == peel.first and word in given and word not in RULERS_TITLES and not _opens_name(peel, i + 1):
        return True  # "Marine Le Pen", but not "Marine Jon Tolland"
    ends = peel.start < i == last - 1
    if ends and words[i - 1].lower() in given:
        return True
    if peel.scan.tokens.glossed and not peel.scan.tokens.nouns_capital and words[i][0].isupper():
        return True  # "Guy Marty", in French: its own roles are read as small words
    inside = peel.institution and (peel.office or i + 1 < last)
    return inside and words[min(i + 1, last - 1)].lower() not in given


def _opens_name(peel: Peel, i: int) -> bool:
    """Whether the token at `i` of a run is a given name that another word follows."""
    word = peel.scan.tokens.words[i].lower() if i + 1 < peel.last else ""
    return word in lists.given_names() and word not in peel.scan.lexicon.particles


def _take_opening_role(peel: Peel) -> None:
    """Take off the word before a given name that is no name: "Conductor Helen Marlow"."""
    scan, first, words = peel.scan, peel.first, peel.scan.tokens.words
    given, common = lists.given_names(), scan.lexicon.common
    opening = words[first].lower()
    if peel.start != first or peel.last - first < 3 or peel.institution or opening in given:
        return
    following = words[first + 1].lower()
    particle = following in scan.lexicon.particles and opening not in common
    proven = following in given and following not in common and not particle
    proven = proven and words[first + 1] not in scan.lexicon.places
    proven = proven and not words[first].endswith("ing")  # "Celebrating Ann Roe"
    if proven and (opens_sentence(scan, first, peel.begin) or opening in common):
        peel.start, peel.in_role = first + 1, True


def _keep_surname(peel: Peel) -> None:
    """Let a role alone be a name that the article has as a last name: "King said", of Martin Luther King."""
    first, words = peel.first, peel.scan.tokens.words
    alone = peel.start == peel.last == first + 1 and bare(words[first]) in peel.scan.surnames
    if alone and not (first and words[first - 1].lower() in DEFINITE):
        peel.start, peel.in_role, peel.gender = first, False, "u"


def _with_country(peel: Peel, name: tuple[str, ...]) -> tuple[str, ...]:
    """The name of an office with the country before it: "South Africa's Ministry of Foreign Affairs"."""
    scan, words, start = peel.scan, peel.scan.tokens.words, peel.start
    owned = start == peel.first and start > peel.begin and words[start - 1].endswith(("'s", "’s"))
    if not (name and owned and is_office(name) and governs(scan, start - 1)):
        return name
    before = start - 1
    while before > peel.begin and words[before - 1][0].isupper():
        if opens_sentence(scan, before, peel.begin):
            break
        before -= 1
    if words[before].lower() in scan.lexicon.openers or words[before].lower() in scan.lexicon.determiners:
        before = start - 1
    peel.first = peel.start = before
    while scan.found and scan.found[-1].first >= before:
        scan.found.pop()
    return (*words[before:start], *name)


def _is_no_name(peel: Peel, low: list[str]) -> bool:
    """Whether a run, in small letters, is of days, of people by their country, or of half a name."""
    scan, words, first, last = peel.scan, peel.scan.tokens.words, peel.first, peel.last
    lexicon, final = scan.lexicon, low[-1]
    demonym = final in lexicon.demonyms
    given = len(low) == 2 and low[0] in lists.given_names()
    told = all(w in lexicon.calendar or w in lexicon.demonyms for w in low)
    if told or (demonym and len(low) < 3 and not given):
        after = words[last].lower() if last < peel.end else "."
        definite = first > peel.begin and words[first - 1].lower() in DEFINITE
        if lexicon.cues.get(after, 0) < SURE or final in lexicon.calendar or definite:
            if demonym and len(low) == 1 and says(scan, after) and final[-1] != "s":
                add_mention(scan, first - 1, last, "noun", (final,), "person", "u").title = "the"
            elif demonym and final.endswith("s"):
                add_mention(scan, first, last, "noun", (final,), "group", "u").plural = True
            return True  # "the Portuguese said", "Germans"
    return len(low) == 1 and (low[0] in OPENERS_OF_NAMES or low[0] in lexicon.place_words)


def _without_openers(peel: Peel, name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without the group before it ("Republicans Doe and Roe") and the day ("Monday Ann Roe")."""
    lexicon, given = peel.scan.lexicon, lists.given_names()
    low = [w.lower() for w in name]
    if len(low) > 1 and low[0][-1] == "s" and low[0] not in given:
        people = low[0] in lexicon.demonyms and low[1] not in lexicon.common
        twins = low[1] in given and lexicon.nouns.get(low[0], ("",))[0] == "group"
        if people or twins:
            name, low, peel.start = name[1:], low[1:], peel.start + 1
    named = low[-1] in lexicon.organization or "&" in low  # "Easter Appeal", "Friday & Sons"
    named = named or low[0] in DIRECTIONS  # "Northern Crossings"
    while len(low) > 1 and low[0] in lexicon.calendar and low[0] not in given and not named:
        name, low, peel.start = name[1:], low[1:], peel.start + 1
    return name


def _role_first(peel: Peel) -> int:
    """The first token of the role before the name; of the run, where there is none."""
    words, people, begin = peel.scan.tokens.words, peel.scan.lexicon.people, peel.begin
    first = peel.first
    if peel.start == peel.first or peel.in_role or peel.title:
        first = role_before(peel.scan, peel.first, begin)
    if _is_of_office(peel, first):
        return first - 2
    if not peel.in_role:
        return first
    if first > begin and words[first - 1].endswith(("'s", "’s")):
        return first - 1
    if (
        first > begin + 2
        and words[first - 2] in BELONGING
        and words[first - 1] in DEFINITE
        and words[first - 3].lower() in people
    ):
        return first - 3  # "Leader of the Council Jane Doe"
    return first


def _is_of_office(peel: Peel, first: int) -> bool:
    """Whether an office stands before what it is for: "Minister of Health Jane Doe"."""
    words = peel.scan.tokens.words
    if first < peel.begin + 2 or words[first - 2].lower() not in peel.scan.lexicon.people:
        return False
    field = peel.start > peel.first and not peel.title and words[first - 2][0].isupper()
    return words[first - 1] in (POSTS if field else BELONGING if peel.in_role else ())


def _set_role(peel: Peel, mention: Mention, role_first: int) -> None:
    """Set the role of a mention, which begins at `role_first`; the mentions in it are part of it."""
    scan, tokens = peel.scan, peel.scan.tokens
    role_end = peel.start if peel.start > peel.first else peel.first
    while role_end > role_first + 1 and (
        is_title(scan, role_end - 1) or tokens.words[role_end - 1] in DEFINITE
    ):
        role_end -= 1  # "local GP Dr", "Senator the Hon."
    mention.role = (tokens.starts[role_first], tokens.ends[role_end - 1])
    for other in islice(reversed(scan.found), 1, None):
        if other.last <= role_first:
            break
        other.inside = True
    if peel.gender == "u":
        told = scan.lexicon.people.get(bare(tokens.words[role_end - 1]).lower(), "u")
        mention.gender = tokens.genders.get(role_end - 1, told)


def words_of_name(scan: Scan, start: int, last: int, level: int) -> tuple[str, ...]:
    """The words of a name, without a nickname in quotation marks."""
    found: list[str] = []
    for i in range(start, last):
        word = scan.tokens.words[i]
        if scan.tokens.quoted[i] != level:
            continue
        if (word in "'’" and found and i + 1 < last) or (word == "." and found[-1:] == ["St"]):
            found[-1] += word
        elif word[0].isalnum() or word[0] == "@" or (word in "&," and found):
            found.append(bare(word) if i + 1 == last and word not in scan.whole else word)
    return tuple(found)


def split_affiliation(scan: Scan, start: int, last: int) -> int:
    """Where the person's name starts in "PM Imran Khan"; `start` if all is name."""
    words, given = scan.tokens.words, lists.given_names()
    if words[start : start + 1] and words[start].lower() in given:
        return start
    for i in range(start + 1, last - 1):
        word = words[i]
        if (
            word.lower() in given
            and word not in scan.lexicon.places
            and word.lower() not in scan.lexicon.common
            and 2 <= last - i <= 4
            and (not words[i - 1].islower() or words[i - 1] in scan.lexicon.particles)
        ):  # but no "Holm and Lindsay", of a commission "between Holm and Lindsay"
            before = [w for w in words[start:i] if w[0].isalpha()]
            if (
                any(
                    w.lower() in scan.lexicon.organization
                    or w.lower() in scan.lexicon.demonyms
                    or (w.isupper() and len(w) > 1)
                    or w in scan.lexicon.places
                    or w.lower() in scan.lexicon.common
                    for w in before
                )
                and bare(words[last - 1]).lower() not in scan.lexicon.organization
            ):
                return i
    return start


def _is_paper(scan: Scan, first: int, last: int, begin: int) -> bool:
    """Whether a noun for a person behind a "The" that opens no sentence is what a paper is called."""
    words = scan.tokens.words
    the = first - 1
    if bare(words[last - 1]).lower() not in PAPERS or the < begin or words[the] != "The":
        return False
    inside = the > begin and words[the - 1].islower() and not opens_sentence(scan, the, begin)
    return inside or ("The", bare(words[first])) in scan.pairs


def add_role_only(scan: Scan, first: int, last: int, begin: int) -> None:
    """Add a role without a name: "the Senator"; "Witness 3" and "the Duke of Rutland" are names."""
    words = scan.tokens.words
    if last < len(words) and words[last].isdigit() and len(words[last]) < 4:
        add_mention(scan, first, last + 1, "name", (*words[first:last], words[last]), "person", "u")
        return  # "Witness 3", "Local 90"
    if _is_paper(scan, first, last, begin):
        add_mention(
            scan, first, last, "name", (*words[first : last - 1], bare(words[last - 1])), "person", "u"
        )
        scan.found[-1].evidence = (0.0, 2.0, 0.0)
        return  # "the editors of The Advocate"
    if (
        words[last - 1].lower() in TITLES_OF_PLACES
        and not BELONGING.isdisjoint(words[last : last + 1])
        and last + 1 < len(words)
    ):
        stop = last + 1
        while stop < len(words) and words[stop][0].isupper() and stop < last + 4:
            stop += 1
            if words[stop - 1].endswith(("'s", "’s")):
                break
        if stop > last + 1:
            seat = bare(words[stop - 1])
            name = (*words[last - 1 : stop - 1], seat)
            gender = scan.lexicon.people.get(words[last - 1].lower(), "u")
            mention = add_mention(scan, first, stop, "name", name, "person", gender)
            mention.evidence = (4.0, 0.0, 0.0)
            scan.reached = stop
            return  # "the Duke of Rutland"
    head = bare(words[last - 1]).lower()
    start = phrase_start(scan, last - 1, begin)
    mention = add_mention(
        scan, min(start, first), last, "noun", (head,), "person", scan.lexicon.people.get(head, "u")
    )
    mention.title = words[start].lower() if start < first else ""
