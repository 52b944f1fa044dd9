"""Distil a word list from WordNet 3.0: which nouns are persons.

    python training/distil_nouns.py WORDNET

WORDNET is the folder that has `data.noun`. Deterministic. Writes in
src/artparse/languages/en

    persons.txt     nouns for whoever has a calling, with the gender they tell
    adjectives.txt  nouns for persons that are adjectives more often: "the local mosque"
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import wordnet
from artparse.names import lists

PACK = Path(__file__).parent.parent / "src" / "artparse" / "languages" / "en"
SHARE = 0.6
"""A noun is a person if it was tagged as one in this share of its uses."""
MORE_OFTEN = 2
"""So many times as often something is an adjective."""
SHORTEST = 4
UNTAGGED = 0.5
"""What a sense that was never met counts, less for each sense before it."""
GENDERS = {"m": ("male", "man", "male_sibling"), "f": ("female", "woman")}
"""First words of synsets that tell a gender of all that are kinds of them."""
ENDINGS = {"f": ("woman", "girl", "maid"), "m": ("man", "boy")}
OF_WOMEN = ("a female ", "a woman ", "female ", "woman ")
"""Beginnings of glosses."""

CALLINGS = (
    "adjudicator", "advocate", "capitalist", "combatant", "contestant", "creator", "engineer", "entertainer",
    "expert", "leader", "military_officer", "official", "party", "professional", "ruler", "scholar",
    "scientist", "worker",
)  # fmt: skip
"""First words of synsets whose kinds are callings and offices."""
LOW = ("bad_person", "commoner", "cyberpunk", "prostitute", "slave", "unwelcome_person")
"""First words of synsets whose kinds nobody calls a speaker by, or by rude words."""


class Parts(NamedTuple):
    """WordNet's parts of speech."""

    noun: wordnet.WordNet
    verb: wordnet.WordNet
    adj: wordnet.WordNet
    adv: wordnet.WordNet

    def others(self) -> Sequence[wordnet.WordNet]:
        return self.verb, self.adj, self.adv


class Meaning(NamedTuple):
    """The first sense of a noun that is a person."""

    above: set[str]
    """First words of all synsets that it is a kind of."""
    gloss: str


def share_of(parts: Parts, word: str, kind: str) -> float:
    """The share of a word's uses, as any part of speech, in which it is a noun of a kind."""
    told = [(k == kind, weight(times, at)) for at, (k, times) in enumerate(parts.noun.kinds(word))]
    rest = [weight(t, at) for part in parts.others() for at, (_, t) in enumerate(part.kinds(word))]
    whole = sum(w for _, w in told) + sum(rest)
    return sum(w for is_kind, w in told if is_kind) / whole if whole else 0.0


def weight(times: int, place: int) -> float:
    return times + UNTAGGED / (1 + place)


def passed() -> frozenset[str]:
    """Words that are known as something else: bodies, documents, groups, names."""
    files = ("bodies", "documents", "groups", "role_heads", "honorifics", "function_words")
    known = frozenset[str]().union(*(lists.words(f"en/{name}.txt") for name in files))
    return known | lists.genders_of_names().keys() | lists.words("surnames.txt")


def persons(parts: Parts) -> Iterator[tuple[str, Meaning]]:
    """Each noun for whoever has a calling, in small letters, that is mostly a person."""
    for word in parts.noun.senses:
        meant = meaning_of(parts.noun, word) if is_plain(word) else None
        if meant is None or meant.above.isdisjoint(CALLINGS) or not meant.above.isdisjoint(LOW):
            continue
        if share_of(parts, word, "person") >= SHARE:
            yield word, meant


def qualifies(parts: Parts, word: str) -> bool:
    """Whether a noun for a person is an adjective at least twice as often: "major", "local"."""
    person = sum(weight(t, at) for at, (kind, t) in enumerate(parts.noun.kinds(word)) if kind == "person")
    other = sum(weight(t, at) for at, (_, t) in enumerate(parts.adj.kinds(word)))
    return other > 0 and other >= MORE_OFTEN * person


def is_plain(word: str) -> bool:
    """Whether a word may be in a list: one word, no participle ("the accused")."""
    return (
        len(word) >= SHORTEST
        and word.isascii()
        and word.replace("-", "").isalpha()
        and not word.endswith("ed")
    )


def meaning_of(noun: wordnet.WordNet, word: str) -> Meaning | None:
    """The first sense in which a word is a person of no name."""
    for sense in noun.senses[word]:
        meant = noun.synsets[sense.synset]
        if meant.kind == "person" and word in meant.words and not meant.instance:
            above = {noun.synsets[one].words[0] for one in noun.with_all_above(sense.synset)}
            return Meaning(above, meant.gloss)
    return None


def gender_of(word: str, meant: Meaning) -> str:
    """The gender that a noun for a person tells, by its ending, its gloss, or what it is a kind of."""
    for gender, endings in ENDINGS.items():
        if word.endswith(endings):
            return gender
    if meant.gloss.startswith(OF_WOMEN):
        return "f"
    told = [gender for gender, heads in GENDERS.items() if not meant.above.isdisjoint(heads)]
    return told[0] if len(told) == 1 else "u"


def write(name: str, heading: str, lines: list[str]) -> None:
    text = f"# {heading}\n" + "\n".join(lines) + "\n"
    (PACK / name).write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=Path)
    folder = parser.parse_args().wordnet
    parts = Parts(*(wordnet.read(folder, part) for part in Parts._fields))
    found: dict[str, list[str]] = {"m": [], "f": [], "u": []}
    known = passed()
    for word, meant in persons(parts):
        if word not in known:
            found[gender_of(word, meant)].append(word)
    write(
        "persons.txt",
        "WordNet 3.0 (training/distil_nouns.py): nouns for whoever has a calling, after the gender they tell",
        [f"{gender} {' '.join(sorted(words))}" for gender, words in found.items()],
    )
    adjectives = sorted(word for word in lists.people() if qualifies(parts, word))
    write(
        "adjectives.txt",
        "WordNet 3.0 (training/distil_nouns.py): nouns for persons that are adjectives more often",
        [" ".join(adjectives)],
    )


if __name__ == "__main__":
    main()
