"""A byline to the persons it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import inf

from artparse.layout.lines.dates import dates_in, is_month, weekdays
from artparse.layout.lines.desks import HARDLY, is_desk, is_job, is_menu_word
from artparse.layout.lines.eastern import OPENS, is_eastern, signers_of, without_eastern
from artparse.layout.lines.openers import (
    before_cues,
    before_helpers,
    byline_words,
    helps,
    openers,
    without_opener,
)
from artparse.layout.lines.pictures import parted_before_takers, without_takers
from artparse.names import lists
from artparse.names.persons import is_person
from artparse.names.signing import odds
from artparse.patterns import pattern

LONGEST_NAME = 6
"""Words."""
LONGEST_UNKNOWN = 3
"""A name of so many words has one that is known in it, where nothing says that somebody wrote."""
MOST_BEFORE_ROLE = 3
"""Words that may stand before a role: `Local Democracy Reporter`."""
UNSIGNED, UNLIKELY, BESIDE_OTHERS, PAIRED = -1.05, -2.0, -1.9, -2.5
"""Log odds below which words are no person's name: where nothing says that somebody wrote; behind "By";
behind the name of another; a given name behind another's and "and"."""
LEAST_TOLD = 2
"""Spaces in what a sentence goes on to tell of whom it names, at least."""
MARKS_OF_GOODS = frozenset("™®©")
"""What no person's name has."""
_SEPARATOR = pattern(r"\s*(?:[|•·∙;:/\n—»›]|,|(?<!\bQ)&|\s[-–—]\s|[()\[\]]|\s{2,})\s*")
_PARTING = frozenset("|•·∙;:/\n—»›,&-–()[]")
"""Signs of which one parts a line, unless spaces do."""
_WORD = pattern(r"[\w&-]+")
_TOLD = pattern(r", (?P<first>[a-zß-ÿ][\w'’-]*) (?P<rest>[^.,:;!?()]{8,})\.(?:$|(?=[A-ZÀ-Þ]))", signs=",")
"""What stands behind somebody's name where a sentence tells what a picture shows, or of that one."""
_ADDRESS = pattern(r"\S*@\S+|https?://\S+|www\.\S+")
_GLUED = pattern(r"(?<=[a-zß-ÿ.])(?=[A-ZÀ-Þ][a-zß-ÿ])")


@cache
def _east() -> re.Pattern[str]:
    """A name in Chinese, Japanese or Korean; wide ranges take long to compile, so where it is needed."""
    return re.compile(
        r"([\u4e00-\u9fff\u3040-\u30ff々]{2,8}|[\uac00-\ud7af]{2,4})\s*(?:기자|記者|特派員|특파원)?(?:\s|$)"
    )


def authors_of(byline: str, *, stated: bool = False) -> tuple[str, ...]:
    """The persons of a byline as printed, without roles; a desk or agency where no person is named.

    Where it is `stated` whose the article is, by metadata or a field, names count whatever they look like.
    """
    if not stated and _greets(byline):
        return ()
    if is_eastern(byline):
        if signers := signers_of(byline):
            return signers.names
        if not stated:
            byline = without_eastern(byline)
    return _written_in_letters(byline, stated=stated)


def _written_in_letters(byline: str, *, stated: bool) -> tuple[str, ...]:
    """The authors of a byline whose names are not of Chinese, Japanese or Korean signs."""
    for printed in reversed(list(dates_in(byline))):
        byline = _without_weekday(byline[: printed.span[0]]) + "|" + byline[printed.span[1] :]
    byline, opened = without_opener(_without_addresses(byline).strip(" ,|"))
    byline = before_helpers(before_cues(without_takers(parted_before_takers(byline))))
    persons: list[str] = []
    others: list[str] = []
    helped = False
    parts = list(_parts(byline))
    for part, following in pairwise([*parts, ""]):
        if helped or part.lower() in openers():
            helped = False
            continue
        if helps(part):
            helped = part.lower().endswith(" by")  # "Reviewed By | Jane Doe"
            continue
        part = without_opener(part)[0]
        if _is_of_company(part, following):
            continue
        if any(w in byline_words()["never"] for w in _WORD.findall(part.lower())[:2]):
            continue
        if stated and part and max(part) >= "々" and (match := _east().match(part)):
            persons.append(match[1])
        elif name := _name(part):
            if persons and _is_job(name, part):
                continue
            told = opened or is_job(following)
            least = -inf if stated else BESIDE_OTHERS if persons else UNLIKELY if told else UNSIGNED
            if name.lower() in _nobody() or not (
                told or stated or persons or is_desk(part) or _may_sign(name)
            ):
                continue
            if " " in name and not is_desk(name) and not _is_thing(name, part) and may_be(name, least):
                persons.append(name)
            else:
                others.append(part if is_desk(part) else name)
        elif part and any(c.isalpha() for c in part) and len(part) < 60 and part.lower() not in _nobody():
            others.append(_before_closer(part) if opened else part)
    if any(not p.isupper() for p in persons[:1]):
        persons = [p for p in persons if not p.isupper()]
    if persons:
        return tuple(dict.fromkeys(persons))
    agencies = [o for o in others if is_desk(o)]
    return tuple(dict.fromkeys(agencies or (_signed(others, byline) if opened else ())))


def _signed(others: Sequence[str], byline: str) -> Sequence[str]:
    """Of what may be names that are no person's full ones, those that sign: the first, or a pair."""
    if not others or odds(others[0]) < HARDLY:
        return ()
    return others[: 2 if _are_two(others, byline) else 1]


def _before_closer(name: str) -> str:
    """What somebody goes by in a forum, without `on` of the date behind it."""
    words = name.split()
    return name if len(words) < 2 or words[-1] not in byline_words()["closers"] else " ".join(words[:-1])


def _are_two(others: Sequence[str], byline: str) -> bool:
    """Whether two sign by their given names: `Nora and Tom`."""
    one, *more = others[:2]
    return bool(more) and " " not in more[0] and odds(more[0]) >= PAIRED and _pair(one, more[0], byline)


def _pair(one: str, other: str, byline: str) -> bool:
    """Whether nothing but `and` or its like stands between two names that open a byline."""
    between = byline.strip()[len(one) :].partition(other)
    joint = between[0].strip()
    return (
        byline.strip().startswith(one)
        and bool(between[1])
        and (joint == "&" or joint in byline_words()["joiners"])
    )


def _without_weekday(before: str) -> str:
    """What stands before a date without the day of the week that is of it: `Jane Doe Friday, `."""
    kept, _, last = before.rstrip(" ,.").rpartition(" ")
    return kept if last.lower() in weekdays() else without_place(before)


def without_place(before: str) -> str:
    """What stands before a date without where it was written: `Jane Doe London `; but somebody is called
    Jack London."""
    kept, _, last = before.rstrip(" ,.").rpartition(" ")
    name = _SEPARATOR.split(kept)[-1]
    return kept if last in lists.entries("places.txt") and is_person(without_opener(name)[0]) else before


def names_in(text: str) -> bool:
    """Whether `text` is nothing but names of persons and what bylines have around them."""
    if is_eastern(text):
        signers = signers_of(text)
        return signers is not None and signers.rest <= OPENS
    bare = _without_addresses(without_opener(text.strip())[0])
    words = bare.split(maxsplit=2)
    if len(words) < 2 or (bare[0].isalpha() and not _may_go_on(words[1])) or _greets(bare):
        return False
    part = next(_parts(bare), "")
    name = _name(part)
    return (
        name is not None
        and "!" not in bare
        and not _is_told_of(bare[len(name) :])
        and 1 < name.count(" ") + 1 <= 4
        and not is_desk(name)
        and len(part) - len(name) < 50
        and _covers(part, name)
        and not any(map(is_menu_word, name.lower().split()))
    )


def _is_told_of(rest: str) -> bool:
    """Whether what stands behind a name is the rest of a sentence: `Jane Doe, on the quay at dusk.`"""
    match = _TOLD.match(rest)
    return (
        match is not None
        and match["first"] not in byline_words()["roles"]
        and match["rest"].count(" ") >= LEAST_TOLD
    )


def _greets(text: str) -> bool:
    """Whether a line opens with a greeting: `Hello Jane, ...`."""
    return text.partition(" ")[0].lower() in byline_words()["greetings"]


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub("|", text) if "@" in text or "http" in text or "www." in text else text


def _covers(part: str, name: str) -> bool:
    """Whether what follows a name in `part` is a role, or nothing."""
    rest = part[len(name) :].lower().strip(" ,").split()
    return (
        not rest
        or rest[0].strip(".,") in byline_words()["roles"]
        or rest[0] in byline_words()["closers"]
        or part[len(name)] != " "
        or (rest[-1] in byline_words()["press"] and is_person(name))
    )


def _parts(byline: str) -> Iterator[str]:
    # Most lines have nothing to part them, which the searches take long to find out.
    whole = _PARTING.isdisjoint(byline) and "  " not in byline and byline.isprintable()
    joiners = byline_words()["joiners"]
    for joined in (byline,) if whole else _split(_SEPARATOR, byline):
        one = joiners.isdisjoint(joined.split())
        for part in (joined,) if one else _split(_joiner(), joined):
            if bare := part.strip(" .,*–-"):
                yield bare
                if helps(bare):
                    break  # "Edited by Jane Doe and Tom Roe"


def _split(separator: re.Pattern[str], text: str) -> Iterator[str]:
    """What stands between separators, as far as it is asked for."""
    start = 0
    for match in separator.finditer(text):
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _name(part: str) -> str | None:
    """The name at the start of `part`, without a role behind it; null where it is no name."""
    if not _may_begin(part):
        return None
    data = byline_words()
    words = _words_of_name(_before_region(_behind_role(_unglued(part).split(), data["roles"])))
    if len(words) > 2 and is_month(words[-1]):
        words.pop()
    while words and words[-1].lower() in data["particles"] and words[-1].islower():
        words.pop()
    codes = len(words) > 2 and all(len(w) < 3 and w.isalpha() and w.isupper() for w in words)
    if not words or len(words) > LONGEST_NAME or codes:  # "FR IT EN"
        return None
    return " ".join(words).strip(",:")


def _unglued(part: str) -> str:
    """`part` without a role that is printed on to the name: `Jane DoeHealth Reporter`."""
    glued = _GLUED.split(part)
    for k in range(1, len(glued)):
        rest = "".join(glued[k:]).split()
        if any(w.lower().strip(",.") in byline_words()["roles"] for w in rest):
            return "".join(glued[:k])
    return part


def _words_of_name(part: list[str]) -> list[str]:
    """The first words of a part that may be a name; none where a question or call is printed with them."""
    words: list[str] = []
    for word in part:
        if _ends_name(words, word) or not _goes_on(words, word):
            break
        if word[-1] in "!?…":
            return []
        if any(map(str.isdigit, word)):
            break
        words.append(word)
    return words


def _ends_name(words: list[str], word: str) -> bool:
    """Whether a word is of what stands behind a name of these words: a role, a desk, an agency."""
    data, low = byline_words(), word.lower().strip(".,")
    if len(words) > 1 and (low in data["roles"] or low in data["never"]):
        return True
    if len(words) > 1 and (low in data["desks"] or low in data["agencies"]) and is_person(" ".join(words)):
        return True
    return low in data["closers"] and not (low in data["particles"] and word != low)


def _goes_on(words: list[str], word: str) -> bool:
    """Whether a word may be the next of a name: one with a capital, or a particle behind another."""
    particle = word.lower().strip(".,") in byline_words()["particles"]
    return _may_begin(word) or (particle and bool(words))


def _behind_role(words: list[str], roles: Collection[str]) -> list[str]:
    """The words of a name and what is behind it, without a role in front: `Health Reporter Jane Doe`."""
    for role in range(min(MOST_BEFORE_ROLE, len(words) - 3), -1, -1):
        said = words[role].lower().strip(".,")
        rest = words[role + 1 :]
        if (said in roles or said.endswith(("'s", "’s"))) and all(map(_may_begin, rest[:2])):
            return rest if is_person(" ".join(rest)) and not is_person(" ".join(words[: role + 1])) else words
    return words


def _is_of_company(part: str, following: str) -> bool:
    """Whether a part of a byline is a company's form, or the name before it: `Oxley Mills, Inc.`"""
    companies = byline_words()["companies"]
    return part.lower() in companies or (following.lower() in companies and not is_person(part))


def _before_region(words: list[str]) -> list[str]:
    """The words of a part up to the part of the world that somebody's work is about: `Jane Doe West Africa
    correspondent`, `Tom Roe North of England editor`."""
    if len(words) > MOST_BEFORE_ROLE and words[-1].lower() in byline_words()["press"]:
        for k, word in enumerate(words[2:-1], 2):
            if word.lower() in byline_words()["regions"] or word in lists.entries("places.txt"):
                return words[:k]
    return words


def _is_job(name: str, part: str) -> bool:
    """Whether what looks like a person's name behind another's is that one's work: `Water Quality Expert`."""
    rest = part[len(name) :].split(maxsplit=1)
    return bool(rest) and rest[0].strip(".,").lower() in byline_words()["jobs"] and not is_person(name)


def _is_thing(name: str, part: str) -> bool:
    """Whether what looks like a person's name is a place, a role, or the beginning of a desk's name."""
    words = name.lower().split()
    roles = byline_words()["roles"]
    if words[-1].strip(".") in byline_words()["jobs"]:
        return True
    is_place = name in lists.entries("places.txt")
    if is_person(name):
        return is_place and len(words) > 1  # `Asia Pacific`; but there are persons called Austin.
    return is_place or all(w in roles for w in words) or is_desk(part)


def _may_begin(word: str) -> bool:
    """Whether a name may have such a word by its first letter, particles aside."""
    return word[:1].isupper() or (not word[:1].isascii() and word[:1].isalpha())


def _may_go_on(word: str) -> bool:
    """Whether a name may have such a word behind its first."""
    return _may_begin(word) or word.lower().strip(".,") in byline_words()["particles"]


def closes(word: str) -> bool:
    """Whether a word ends what a byline says of the authors, as it is no part of a name."""
    low = word.rstrip(":").lower()
    return low in byline_words()["closers"] and low not in byline_words()["particles"]


def may_be(name: str, least: float) -> bool:
    """Whether a name may be a person's: it begins with a given name, or looks like one with such odds."""
    if not MARKS_OF_GOODS.isdisjoint(name) or _owns(name):
        return False
    return is_person(name) or odds(name) >= least


def _may_sign(name: str) -> bool:
    """Whether words may be whose article it is where nothing says that somebody wrote it.

    Not "Winter Outfit" nor "Radtouren Berlin", though a name is in them, nor a row of words without any.
    """
    *before, last = (word.lower() for word in name.split())
    if not before:
        return True
    surname = last in lists.words("surnames.txt") or last in lists.given_names()
    if last in lists.words("en/common_words.txt") and not surname:
        return False
    place = name.split()[-1] in lists.entries("places.txt") and before[0] not in lists.given_names()
    return not place and (len(before) < LONGEST_UNKNOWN or is_person(name))


def _owns(name: str) -> bool:
    """Whether words tell what somebody has: `Vera Holm's Journal`."""
    return any(word.endswith(("'s", "’s")) for word in name.split()[1:-1])


def _nobody() -> frozenset[str]:
    found: frozenset[str] = byline_words()["nobody"]
    return found


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, byline_words()["joiners"])))
    return re.compile(rf"(?:^|\s)(?:{words})\s(?=\S)")
