"""Which words without a gloss are names: those that are none are written small.

"Die Lage ist ernst", in German   ->  "the lage is ernst"
"""

from __future__ import annotations

from itertools import compress, pairwise

from artparse.names import lists
from artparse.quotes.kinds import BELONGING, DEFINITE, DIRECTIONS, SOURCE_OPENERS
from artparse.quotes.languages.as_english.reading import (
    SENTENCE_ENDS,
    Reading,
    follows_quote,
    is_kind,
    is_known,
    is_name,
    opens_here,
)
from artparse.quotes.languages.as_english.verbs import LONGEST_CLAUSE
from artparse.quotes.languages.glosses import verbs_of_saying
from artparse.quotes.words import word_list
from artparse.values import dataclass

WORDS_BEFORE_NAMES = word_list("words before names")
SUBJECT_PRONOUNS = word_list("subject pronouns")
ARTICLES = word_list("articles and possessives")

BEFORE_OFFICES = BELONGING | DEFINITE | DIRECTIONS
LONGEST_OFFICE = 6
"""Between a noun for a person and what the office is of stand at most so many tokens."""


def tell_openers(reading: Reading) -> None:
    """Words that open a sentence are written small unless something else tells a name."""
    words, given = reading.out.words, lists.given_names()
    starts = {reading.source.starts[i] for i, opens in enumerate(reading.opens) if opens}
    for i, word in enumerate(words):
        if reading.known[i] or not word[0].isupper() or reading.out.starts[i] not in starts:
            continue
        following = words[i + 1] if i + 1 < len(words) else "."
        if word.lower() in reading.language.kind("small") and not following[0].isupper():
            words[i] = word.lower()
            continue
        joined = i + 1 < len(words) and reading.origins[i + 1] == reading.origins[i] + 1
        role = is_kind(reading, word, "roles") and following.lower() in given and word.lower() not in given
        if following[0].isupper() and joined and not is_known(reading, i + 1) and not role:
            continue
        if word in reading.inner or word[:2].isupper() or word.lower() in given:
            continue
        if following.lower() in verbs_of_saying() or following in reading.language.kind("auxiliary"):
            continue
        words[i] = word[0].lower() + word[1:]


def part_offices(reading: Reading) -> None:
    """What an office is of is no part of the name behind it: "la ministre du Commerce Olivia Grégoire"."""
    out, given = reading.out, lists.given_names()
    for person in out.genders:
        at = person + 1
        while at + 1 < len(out.words) and at < person + LONGEST_OFFICE and out.words[at].islower():
            at += 1
        if at + 1 >= len(out.words) or reading.known[at] or out.words[at - 1] not in BEFORE_OFFICES:
            continue
        after = is_kind(reading, out.words[at], "named after")  # "la directrice du Lycée Jean Moulin"
        of = out.words[at].lower() not in given and out.words[at][0].isupper() and not after
        named = out.words[at + 1][0].isupper() and out.words[at + 1].lower() in given
        if of and named and out.passages[at + 1] == out.passages[person]:
            out.words[at] = out.words[at].lower()


@dataclass(slots=True, eq=False)
class Capitals:
    """The capitalised words of a text in a language whose nouns have capitals, and what is known of them."""

    capital: list[bool]
    """Of each token, whether it has a capital and no gloss."""
    doubtful: list[bool]
    """Of each token, whether it is a common noun."""
    things: set[str]
    """Words that stand behind an article or an adjective: nouns, then."""
    surnames: set[str]
    """Words that stand behind a given name."""
    proven: set[str]
    """Words that are names."""


def tell_names(reading: Reading) -> None:
    """Where nouns have capitals, those without any sign of a name are written small."""
    seen = _capitals_of(reading)
    _prove(reading, seen)
    seen.proven |= unlisted_given_names(reading, seen.capital, seen.proven, seen.things)
    seen.proven |= owning_names(reading, seen.capital, seen.things)
    _prove_behind_adjectives(reading, seen)
    seen.surnames &= seen.proven
    words = reading.out.words
    for i in range(len(words) - 1):
        if seen.capital[i] and is_attribute(reading, i):
            seen.capital[i], words[i] = False, _small(words[i])
    _write_small(reading, seen)


def _small(word: str) -> str:
    return word[0].lower() + word[1:]


def _capitals_of(reading: Reading) -> Capitals:
    """The capitalised words, of which nothing is proven so far."""
    words, given = reading.out.words, lists.given_names()
    capital = [w[0].isupper() and not reading.known[i] for i, w in enumerate(words)]
    common = reading.language.kind("common")
    adjectives = reading.language.ends("adjective endings")
    nouns = {
        w for w in set(compress(words, capital)) if w.lower() not in given and is_kind(reading, w, "common")
    }
    doubtful = [capital[i] and (w in common or w in nouns) for i, w in enumerate(words)]
    things = {
        w
        for i, (before, w) in enumerate(pairwise(words), 2)
        if (before in ARTICLES or before.endswith(adjectives)) and not (i < len(words) and capital[i])
    }
    surnames = {
        after
        for i, (before, after) in enumerate(pairwise(words), 1)
        if capital[i]
        and capital[i - 1]
        and before.lower() in given
        and after.lower() not in given
        and not is_kind(reading, before, "common")
    }
    return Capitals(capital, doubtful, things, surnames, set())


def _prove(reading: Reading, seen: Capitals) -> None:
    """Note the words of which their place or their form tells that they are names."""
    for i, word in enumerate(reading.out.words):
        if not seen.capital[i]:
            continue
        joined = i > 0 and reading.out.quoted[i - 1] == reading.out.quoted[i]
        if (
            (joined and _follows_name(reading, seen, i))
            or (joined and is_introduced(reading, i, seen.proven))
            or (not seen.doubtful[i] and looks_named(reading, i))
            or (opens_here(reading, i) and is_pair(reading, i, seen.capital, seen.things))
            or (not seen.doubtful[i] and word not in seen.things and stands_by_verb(reading, i))
        ):
            seen.proven.add(word)


def _follows_name(reading: Reading, seen: Capitals, i: int) -> bool:
    """Whether the word at `i` goes on with the name before it: no third word after a surname does."""
    words, before = reading.out.words, reading.out.words[i - 1]
    if not seen.capital[i - 1]:
        return False
    full = i > 1 and seen.capital[i - 2] and words[i - 2] in seen.proven
    full = full or before in seen.surnames
    return before.lower() in lists.given_names() or (before in seen.proven and not full)


def _prove_behind_adjectives(reading: Reading, seen: Capitals) -> None:
    """Note bodies that an adjective with a capital opens: "Europäische Zentralbank"."""
    words = reading.out.words
    for i, word in enumerate(words[:-1]):
        both = seen.capital[i] and seen.capital[i + 1]
        if both and not opens_here(reading, i) and is_kind(reading, word, "adjectives"):
            seen.proven.update(words[i : i + 2])
            seen.doubtful[i + 1] = False


def _write_small(reading: Reading, seen: Capitals) -> None:
    """Write the words small that are no names, those of owners in full, and nouns for roles as "official"."""
    out, words, proven, surnames = reading.out, reading.out.words, seen.proven, seen.surnames
    roles: list[int] = []
    for i, word in enumerate(words):
        if not seen.capital[i]:
            continue
        role = is_role(reading, i, proven, surnames) and not seen.doubtful[i]
        owner = word[-1] == "s" and word[:-1] in proven and (word not in proven or word[:-1] in surnames)
        if role:
            roles.append(i)
            words[i] = _small(word)
        elif owner:
            words[i] = word[:-1] + "'s"
            out.ends[i] += 1
        elif word not in proven:
            words[i] = _small(word)
    for i in roles:
        out.genders[i] = "f" if words[i].endswith(reading.language.ends("women endings")) else "m"
        words[i] = "official"


def unlisted_given_names(
    reading: Reading, capital: list[bool], proven: set[str], things: set[str]
) -> set[str]:
    """Words that no list of given names has, but that stand before a surname and elsewhere alone."""
    words, given = reading.out.words, lists.given_names()
    before: set[str] = set()
    alone: set[str] = set()
    for i, word in enumerate(words[:-1]):
        if capital[i] and word not in proven and word not in things and "-" not in word:
            after = words[i + 1]
            surname = capital[i + 1] and after in proven and after.lower() not in given
            (before if surname and reading.out.quoted[i] == reading.out.quoted[i + 1] else alone).add(word)
    roles = reading.language.ends("role endings")
    return {w for w in before & alone if not w.endswith(roles) and not is_kind(reading, w, "common")}


def is_attribute(reading: Reading, i: int) -> bool:
    """Whether a word tells more of the noun after it: "Berner Gesundheits- und Sozialminister"."""
    out = reading.out
    hyphen = out.words[i + 1] == "-" and out.starts[i + 1] == out.ends[i]
    return hyphen and i + 2 < len(out.words) and out.starts[i + 2] > out.ends[i + 1]


def owning_names(reading: Reading, capital: list[bool], things: set[str]) -> set[str]:
    """Words that own something without an article, as only names do: "Tiktoks Regeln"."""
    words, adjectives = reading.out.words, reading.language.ends("adjective endings")
    known = {w for i, w in enumerate(words) if capital[i] and w not in things}
    return {
        word[:-1]
        for i, (word, after) in enumerate(pairwise(words))
        if word[-1] == "s"
        and word[:-1] in known
        and capital[i]
        and after[0].isupper()
        and capital[i + 1]
        and not (i and (words[i - 1] in ARTICLES or words[i - 1].endswith(adjectives)))
    }


def is_role(reading: Reading, i: int, proven: set[str], surnames: set[str]) -> bool:
    """Whether a noun tells the role of the person whose name follows: "Fed-Vize Michael Barr"."""
    words = reading.out.words
    word, after = words[i], words[i + 1 : i + 3]
    given = lists.given_names()
    if i > 2 and words[i - 1] == "," and words[i - 2] in proven and words[i - 3].lower() in given:
        # "Jana Pohl, Schleusenwärterin seit 1999"
        return (
            word.endswith(reading.language.ends("role endings"))
            and word not in proven
            and bool(after)
            and not after[0][0].isupper()
        )
    if len(after) < 2 or reading.out.quoted[i] != reading.out.quoted[i + 1] or word.lower() in given:
        return False
    if after[0].lower() in given and after[1] in proven:
        return word not in proven or is_kind(reading, word, "names") or "-" in word
    return after[0] in surnames and "-" in word and word not in surnames  # "Fed-Vize Barr"


def looks_named(reading: Reading, i: int) -> bool:
    """Whether the word itself tells that it is a name."""
    word = reading.out.words[i]
    before = reading.out.words[i - 1] if i else "."
    return (
        (word.lower() in lists.given_names() and before not in ARTICLES)
        or word in lists.entries("places.txt")
        or (any(c.isupper() for c in word[1:]) and "-" not in word)
        or word.replace("-", "").isupper()
        or is_kind(reading, word, "names")
    )


def is_pair(reading: Reading, i: int, capital: list[bool], things: set[str]) -> bool:
    """Whether two words that open a sentence are a name, because an aside or a verb of saying follows."""
    words = reading.out.words
    if not all(capital[i : i + 2]) or i + 2 >= len(words) or not things.isdisjoint(words[i : i + 2]):
        return False
    plain = not any(is_kind(reading, w, "common") for w in words[i : i + 2])
    return plain and (words[i + 2] in (",", "(") or words[i + 2] in verbs_of_saying())


def is_introduced(reading: Reading, i: int, proven: set[str]) -> bool:
    """Whether a role, a title or a small word of names stands before the word."""
    words = reading.out.words
    before = words[i - 1]
    if before in reading.language.kind("particles"):
        return not reading.known[i - 1] or (i > 1 and words[i - 2] in proven)
    return i - 1 in reading.out.genders or before in WORDS_BEFORE_NAMES


def stands_by_verb(reading: Reading, i: int) -> bool:
    """Whether a verb of saying has the word for its subject."""
    words, verbs = reading.out.words, verbs_of_saying()
    before = words[i - 1] if i else "."
    following = words[i + 1] if i + 1 < len(words) else "."
    if i and reading.out.quoted[i - 1] == reading.out.quoted[i]:
        if (before in verbs and not has_subject(reading, i - 1)) or (
            before in DIRECTIONS and words[i - 2] in SOURCE_OPENERS
        ):
            return following.lower() not in lists.given_names()
        if before in DEFINITE and i > 2 and words[i - 3] in SOURCE_OPENERS and words[i - 2] in DIRECTIONS:
            return True  # "Nach Einschätzung der Nordbank"
        if before in DEFINITE and i > 1 and words[i - 2] in verbs:
            return follows_quote(reading, reading.origins[i - 2])  # "… , so die Gebag"
    subject = words[i + 2] if i + 2 < len(words) else "."
    if subject[0].isupper() or subject in SUBJECT_PRONOUNS or subject == "it":
        return False  # "Heute sagt Müller"
    if words[i].endswith(reading.language.ends("adverb endings")):
        return False  # "Gleichzeitig warnten"
    several = words[i].endswith(reading.language.ends("plural endings"))
    return following in verbs and before not in ARTICLES and opens_here(reading, i) and not several


def has_subject(reading: Reading, i: int) -> bool:
    """Whether somebody stands before the verb at token `i`, in its clause."""
    if follows_quote(reading, reading.origins[i]):
        return False
    out = reading.out
    for at in range(i - 1, max(-1, i - LONGEST_CLAUSE), -1):
        if out.words[at] in SENTENCE_ENDS or out.words[at] == "," or out.passages[at] != out.passages[i]:
            break
        if out.quoted[at] < 0 and (
            out.words[at] in SUBJECT_PRONOUNS or at in out.genders or is_name(reading, at)
        ):
            return True
    return False
