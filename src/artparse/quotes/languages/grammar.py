"""What a language's pack says its words are, for the stages that read sentences in the language itself.

`languages/LANGUAGE/grammar.txt` has one kind of words a line, `(kind): word word …`; a kind may have several
lines. `*` before a word stands for the rest of a compound. Among verbs, a stem that ends in `-` is a regular
verb, whose forms are made here, and `gab|bekannt|zu` one that reports speech only beside one of these words.
"ß" is read as "ss", as in Switzerland.
"""

from __future__ import annotations

import os
from functools import cache

from artparse.languages import packs
from artparse.values import dataclass, field

VERBS = ("say", "call", "quote")
"""Kinds of verbs of saying: "sagte", "nannte", "zitierte"."""
PARTS = (" endings", " verbs")
"""How the names of those kinds end whose words are parts of words."""
UNPREFIXED = ("be", "ge", "er", "ver", "ent", "zer", "miss", "wider", "unter", "über", "emp")
"""Syllables after which a participle has no other."""
NONE: frozenset[str] = frozenset()
"""The kinds of a word that is of none."""
LONGEST_COMPOUND = 60
"""Code points."""


@dataclass(slots=True)
class Grammar:
    """The kinds of words of one language."""

    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    kinds_of: dict[str, frozenset[str]] = field(default_factory=dict)
    """Word to all kinds that it is of."""
    tails: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each kind the last parts of its compounds, in small letters."""
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of kinds that are no words but parts of words, such as "plural endings" and "past verbs", the parts."""
    verbs: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    """Of each kind of verbs the forms, each with the words of which one has to stand beside it."""
    kinds_of_verbs: dict[str, list[str]] = field(default_factory=dict)
    """Form of a verb to the kinds that it is of, in their order."""

    def has(self, kind: str, word: str) -> bool:
        """Whether `word` is one of a kind, itself or as a compound."""
        word = word.replace("ß", "ss")
        known = self.kinds.get(kind, frozenset())
        if word in known or (word.isupper() and word.capitalize() in known):
            return True
        tails = self.tails.get(kind)
        if not tails or len(word) > LONGEST_COMPOUND:
            return False
        low = word.casefold()
        return low in tails or any(low[at:] in tails for at in range(1, len(low) - 1))


@cache
def grammar_of(code: str | None) -> Grammar | None:
    """The grammar of a language, or None where its pack has none."""
    path = packs.path_of(code or "", "grammar.txt")
    if not code or not os.path.isfile(path):
        return None
    kinds: dict[str, set[str]] = {}
    for line in packs.text_of(path).split("\n"):
        head, separator, tail = line.partition(":")
        if separator and head[:1] == "(":
            kinds.setdefault(head.strip("()"), set()).update(tail.replace("ß", "ss").split())
    found = Grammar()
    for kind, words in kinds.items():
        if kind in VERBS:
            found.verbs[kind] = _forms(words)
            for form in found.verbs[kind]:
                found.kinds_of_verbs.setdefault(form, []).append(kind)
        else:
            found.kinds[kind] = frozenset(w for w in words if w[0] != "*")
            if kind.endswith(PARTS):
                found.endings[kind] = tuple(sorted(found.kinds[kind]))
            found.tails[kind] = frozenset(w[1:].casefold() for w in words if w[0] == "*")
    for kind, members in found.kinds.items():
        for word in members:
            found.kinds_of[word] = found.kinds_of.get(word, NONE) | {kind}
    return found


def _forms(entries: set[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        word, *beside = entry.split("|")
        for form in _regular(word[:-1]) if word[-1] == "-" else (word,):
            known = found.get(form)
            needs = frozenset(beside)
            found[form] = needs if known is None else known | needs if known and needs else frozenset()
    return found


def _regular(stem: str) -> tuple[str, ...]:
    """The forms of a regular verb: "sag", "antworte"."""
    past = f"{stem}te"
    plural = f"{stem}n" if stem.endswith(("e", "er", "el")) else f"{stem}en"
    third = f"{stem}t"
    bare = stem.startswith(UNPREFIXED) or stem.endswith("ier")
    participle = third if bare else f"ge{third}"
    return (third, past, f"{past}n", plural, stem if stem.endswith("e") else f"{stem}e", participle)
