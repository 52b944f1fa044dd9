"""What the words of other languages are read as in English.

`languages/LANGUAGE/glosses.txt` says which English words each word or phrase is read as. What was learnt on
English articles holds for others as far as their small words, their verbs of saying and their nouns for
persons are known.

    language_of("de").phrases["sagte"]  ->  [Gloss(words=(), english=("said",))]
"""

from __future__ import annotations

import os
from functools import cache

from artparse.languages import packs
from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.words import word_list
from artparse.values import NamedTuple, dataclass, field

CUES_NO_VERBS = word_list("cues that are no verbs")
SUBJECT_WORDS = word_list("subjects")

LEAST_CUE = 6
"""From this strength on an English cue makes its gloss a verb of saying."""


class Gloss(NamedTuple):
    """What a word or phrase is read as."""

    words: tuple[str, ...]
    """Its words; of a phrase all that follow the first."""
    english: tuple[str, ...]
    gender: str = ""
    """Of nouns for persons: `m`, `f`, `u`."""
    where: str = ""
    """`,`: only after a comma or a quote; `^`: only where a sentence opens and somebody follows; `+`: only
    behind an auxiliary."""


NO_WORDS: frozenset[str] = frozenset()


class Members(NamedTuple):
    """The words of a kind, and those that stand for compounds which begin or end with them."""

    whole: frozenset[str]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    """In small letters."""


@dataclass(slots=True)
class Language:
    """A language's glosses."""

    code: str
    phrases: dict[str, list[Gloss]] = field(default_factory=dict)
    """First word to the phrases that it opens, the longest first."""
    endings: dict[str, Gloss] = field(default_factory=dict)
    """Last part of a compound to what the compound is read as."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    tells_participles: bool = False
    """Whether some verbs of saying are marked as participles."""
    parted: dict[str, Members] = field(default_factory=dict)
    """Of the kinds that `members` was asked for, what it said."""

    def members(self, name: str) -> Members:
        """The words of a kind by how they stand there: as they are, `anti*` or `*minister`."""
        found = self.parted.get(name)
        if found is None:
            words = self.kind(name)
            tails = tuple(w[1:] for w in words if w[0] == "*")
            heads = tuple(w[:-1] for w in words if w[0] != "*" and w[-1] == "*")
            found = self.parted[name] = Members(words, heads, tails)
        return found

    def ends(self, name: str) -> tuple[str, ...]:
        """How the words of a kind end."""
        return self.members(name).tails

    def kind(self, name: str) -> frozenset[str]:
        return self.kinds.get(name, NO_WORDS)

    def switch(self, name: str) -> bool:
        """Whether its pack declares something."""
        return packs.switch(self.code, name)


@cache
def language_of(code: str | None) -> Language | None:
    """The glosses of a language; None for English and where there are none."""
    path = packs.path_of(code or "", "glosses.txt")
    if not code or not os.path.isfile(path):
        return None
    found = Language(code)
    for line in packs.text_of(path).split("\n"):
        head, separator, tail = line.partition(":")
        if not separator or line[0] == "#":
            continue
        if head[0] == "(":
            kind = head.strip("()")
            found.kinds[kind] = found.kind(kind) | frozenset(tail.split())
            continue
        english = head.split()
        gender = english.pop() if english[-1] in ("m", "f", "u") else ""
        if english == ["-"]:
            english = []
        for entry in tail.split():
            where = entry[0] if entry[0] in ",^+" and len(entry) > 1 else ""
            first, *rest = entry[len(where) :].split("_")
            found.tells_participles = found.tells_participles or where == "+"
            if first[0] == "*":
                found.endings[first[1:].lower()] = Gloss((), tuple(english), gender)
            else:
                gloss = Gloss(tuple(rest), tuple(english), gender, where)
                found.phrases.setdefault(first, []).append(gloss)
    add_plurals(found)
    for glosses in found.phrases.values():
        glosses.sort(key=lambda g: (-len(g.words), g.where == ""))
    return found


def add_plurals(language: Language) -> None:
    """The plurals of the nouns for persons, by the endings that the language gives."""
    endings = [pair.partition(">")[::2] for pair in sorted(language.kind("plurals"))]
    for word, glosses in list(language.phrases.items()):
        person = next((g for g in glosses if g.gender and not g.words and len(g.english) == 1), None)
        changed = (word.removesuffix(one) + many for one, many in endings if word.endswith(one))
        plural = next(changed, None)
        if person is not None and plural is not None and plural not in language.phrases:
            language.phrases[plural] = [Gloss((), (f"{person.english[0]}s",))]


@cache
def verbs_of(code: str | None) -> frozenset[str]:
    """A language's words that are read as verbs of saying, where dashes set off its dialogues."""
    language = language_of(code)
    if language is None or not language.switch("dashes open speech"):
        return frozenset()
    return frozenset(
        word
        for word, found in language.phrases.items()
        if any(
            not g.words and g.english[:1] and g.english[0] in verbs_of_saying() - CUES_NO_VERBS for g in found
        )
    )


def labels_of(code: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """A language's labels of questions and of answers: "P", "R"."""
    language = language_of(code)
    if language is None:
        return frozenset(), frozenset()
    return language.kind("questions"), language.kind("answers")


def is_subject(word: str) -> bool:
    """Whether an English word may be a subject as it stands."""
    return word in SUBJECT_WORDS or word in _nouns()


@cache
def _nouns() -> frozenset[str]:
    people = frozenset(f"{noun}s" for noun in lists.people())
    return lists.words("en/bodies.txt") | lists.words("en/groups.txt") | people


@cache
def verbs_of_saying() -> frozenset[str]:
    return frozenset(w for w, strength in cues.strengths().items() if strength >= LEAST_CUE) | {
        "spoke",
        "called",
    }
