"""What is known of each word: its number, what kind of word it may be, how surely it reports.

A word is looked up once in a document (`Words.of`); features are made of these numbers alone.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from artparse.languages import packs
from artparse.names import lists

WEAK = 2
"""From this strength a word is looked at."""
DENIALS = frozenset(("not", "never", "n't", "no", "nor", "cannot", "without", "declined", "refused"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s"))
HELPING = BE | frozenset(
    (
        *("has", "have", "had", "having", "will", "would", "can", "could", "may", "might", "must"),
        *("should", "do", "does", "did", "also", "not", "never", "now", "still", "already", "often"),
        *("once", "repeatedly", "recently", "reportedly", "previously", "to"),
        *("n't", "'d", "’d", "'ve", "’ve", "'ll", "’ll"),
    )
)
"""Words that stand between a subject and its verb."""
NO_VERBS = frozenset(("also", "not", "never", "now", "still", "already", "often", "once", "to", "n't")) | {
    *("repeatedly", "recently", "reportedly", "previously", "having", "be", "been", "being")
}
FINITE = {"md", "vz", "vd"}
PAUSES = frozenset(",;:—–-()")
OPENERS = frozenset(
    (
        *("that", "if", "whether", "how", "why", "what", "when", "where", "who", "which", "because", "to"),
        *("for", "on", "about", "with", "in", "at", "as", "from", "by", "over", "against", "into", "toward"),
        *("and", "but", "or", "while", "although", "though", "since", "after", "before", "until", "unless"),
        *("of", "during", "than", "despite", "amid", "so", "through", "under", "without", "within", "like"),
    )
)
"""Small words beside which a clause or phrase may begin or end."""
QUOTED = "Q"
"""The symbol of what stands in quotation marks."""
ENDINGS = (4, 3, 2)
"""The kind of a word that is not known is that of its longest known ending."""
LAST = 1 << 15
"""Numbers of words, kinds and endings are below it."""
IRREGULAR = {
    "said": "say",
    "told": "tell",
    "thought": "think",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "knew": "know",
    "known": "know",
    "felt": "feel",
    "found": "find",
    "heard": "hear",
    "meant": "mean",
    "swore": "swear",
    "sworn": "swear",
    "saw": "see",
    "seen": "see",
    "understood": "understand",
    "held": "hold",
    "foresaw": "foresee",
    "sought": "seek",
    "made": "make",
    "gave": "give",
    "given": "give",
    "went": "go",
    "took": "take",
    "taken": "take",
    "put": "put",
    "left": "leave",
    "kept": "keep",
    "began": "begin",
    "learnt": "learn",
    "pled": "plead",
}


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "claims", "claimed" and "claiming" are one."""
    word = IRREGULAR.get(word, word)
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


class Word(NamedTuple):
    """What is known of a word."""

    text: str
    """Lower case."""
    number: int
    """Among the words that features know; 0 for others."""
    shape: int
    """A small word as it is, of others the kind and whether they report."""
    kind: int
    """What kind of word it may be."""
    ending: int
    root: int
    """That of the words that may report; 0 for others."""
    strength: int
    """How surely it reports, in twentieths; -1 for words that never may."""
    does: int
    """What it does if it reports (`saying.txt`), or 0."""


SPECIAL = {"^^": 1, "^": 2, "$": 3, "M": 4, "P": 5, QUOTED: 6}
"""What stands beyond the ends of a sentence, and for mentions and quotations."""


def _table(name: str) -> list[list[str]]:
    path = packs.path_of("en", name)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and line[0] != "#"]


class Lexicon:
    """All that is known of words."""

    def __init__(self, strengths: dict[str, int]) -> None:
        self.strengths = strengths
        self.kinds: dict[str, int] = {}
        """Word, or `-` and an ending, to the number of its kind."""
        self.names: list[str] = []
        """Of the kinds."""
        for number, (kind, *words) in enumerate(_table("word_kinds.txt"), 1):
            self.names.append(kind)
            self.kinds.update(dict.fromkeys(words, number))
        self.other = len(self.names) + 1
        self.numbers = {w: n for n, w in enumerate((*SPECIAL, *vocabulary()), 1)}
        self.small: dict[str, int] = {w: n for n, w in enumerate(sorted(_shown()), len(SPECIAL) + 1)}
        self.past = len(SPECIAL) + 1 + len(self.small)
        self.does: dict[str, int] = {}
        for number, (_, *words) in enumerate(_table("saying.txt"), 1):
            for word in words:
                self.does.setdefault(stem(word), number)
        finite = [n for n, kind in enumerate(self.names, 1) if FINITE & {*kind.split("+")}]
        self.verbal = frozenset(
            [self.past + 3 * n + more for n in finite for more in range(3)]
            + [self.small[w] for w in HELPING - NO_VERBS]
        )
        """The shapes of words that may be a clause's verb."""
        self.roots = {r: n for n, r in enumerate(sorted({stem(w) for w in strengths} | set(self.does)), 1)}

    def kind(self, low: str, capital: bool) -> int:
        """The number of a word's kind."""
        found = self.kinds.get(low)
        if found is not None:
            return found
        if low[0].isdigit():
            return self.other + 1
        if capital:
            return self.other + 2
        if not low[0].isalpha():
            return self.other + 3
        for size in ENDINGS:
            found = self.kinds.get("-" + low[-size:])
            if found is not None:
                return found
        return self.other

    def read(self, word: str) -> Word:
        """What is known of a word."""
        low = word.lower()
        kind = self.kind(low, word[0].isupper())
        root = stem(low)
        does = self.does.get(root, 0)
        strength = self.strengths.get(low, 0 if does else -1)
        small = self.small.get(low)
        shape = small if small is not None else self.past + 3 * kind + (strength >= 4) + (strength >= 12)
        return Word(
            low,
            self.numbers.get(low, 0),
            shape,
            kind,
            ending_of(low),
            self.roots.get(root, 0) if strength >= 0 else 0,
            strength,
            does,
        )

    def special(self, symbol: str) -> Word:
        """What stands beyond an end, or for a mention or quotation."""
        number = SPECIAL[symbol]
        return Word(symbol, number, number, self.other + 3 + number, 0, 0, -1, 0)


def ending_of(word: str) -> int:
    """The number of a word's last three letters."""
    number = 0
    for letter in word[-3:]:
        number = number * 31 + ord(letter)
    return number % LAST


@cache
def _shown() -> frozenset[str]:
    return lists.words("en/small_words.txt") | OPENERS | PAUSES | HELPING | DENIALS | frozenset(".!?")


@cache
def vocabulary() -> tuple[str, ...]:
    """The words that features know, in the order of their numbers."""
    return tuple(word for row in _table("report_vocabulary.txt") for word in row)


@cache
def strengths() -> dict[str, int]:
    """Word, lower case, to how surely it reports something, in twentieths of its uses."""
    return {word: int(strength) for strength, *words in _table("report_words.txt") for word in words}


@cache
def idioms() -> frozenset[tuple[str, str]]:
    """A word that may report and the word after it, lower case, that together report nothing."""
    return frozenset((word, after) for *words, after in _table("no_reports.txt") for word in words)


@cache
def lexicon() -> Lexicon:
    """What the package knows of words."""
    return Lexicon(strengths())
