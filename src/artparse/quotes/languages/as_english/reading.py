"""The tokens of a text in another language while they are read as English.

The tokens keep their places in the source; only what the stages after this one see of them changes. A word
that is read as several gives tokens without width; one that English has no use for ("sich") gives none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from artparse.names import lists
from artparse.quotes.languages.glosses import Language
from artparse.values import dataclass, field

SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";"))
SENTENCE_OPENERS = frozenset("—–-•¿¡([+…/|")


@dataclass(slots=True, eq=False)
class Words:
    """Parallel lists, one entry for each token; see `tokens.Tokens`."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    passages: list[int]
    quoted: list[int]
    genders: dict[int, str] = field(default_factory=dict)
    """Token of a person's noun to the gender that its word told."""
    moved: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Token that a verb was moved to, to where the verb stands; an empty span for a verb that was added."""
    capitals: list[bool] = field(default_factory=list)
    """Whether the source has a capital there."""


@dataclass(slots=True, eq=False)
class Reading:
    """One pass over the tokens of a text, and what was made of them so far."""

    source: Words
    language: Language
    opens: list[bool]
    """Whether a token of the source opens a sentence."""
    capital_nouns: bool
    inner: set[str]
    """Words with a capital inside a sentence."""
    joined: set[tuple[str, str]]
    """Small words that join names, with the word behind them: ("del", "Pópolo")."""
    surnames: set[str] = field(default_factory=set)
    """Words with a capital behind a given name."""
    out: Words = field(default_factory=lambda: Words([], [], [], [], []))
    known: list[bool] = field(default_factory=list)
    """Whether a token of `out` is read as something else."""
    origins: list[int] = field(default_factory=list)
    """The token of the source that a token of `out` comes from."""
    opened: set[int] = field(default_factory=set)
    """Tokens of the source that open a sentence because the words before them are passed over."""


def begin(source: Words, language: Language) -> Reading:
    """A text of which nothing was read so far."""
    opens = [opens_in_source(source, language, i) for i in range(len(source.words))]
    inner = {
        w
        for i, w in enumerate(source.words)
        if w[0].isupper() and not opens[i] and source.words[i - 1].islower()
    }
    capital_nouns = language.switch("nouns have capitals")
    joined: set[tuple[str, str]] = set()
    surnames: set[str] = set()
    given = lists.given_names()
    if not capital_nouns:
        for i, (before, word) in enumerate(pairwise(source.words), 1):
            named = before[0].isupper() and (not opens[i - 1] or before.lower() in given)
            if named and word[0].isupper() and not opens[i]:
                inner.add(word)  # "Muratov", of "Dmitry Muratov"
                if before.lower() in given:
                    surnames.add(word)
            elif i > 1 and word[0].isupper() and source.words[i - 2][0].isupper():
                joined.add((before, word))
    return Reading(source, language, opens, capital_nouns, inner, joined, surnames)


def opens_in_source(source: Words, language: Language, i: int) -> bool:
    """Whether token `i` opens a sentence, so that its capital tells nothing."""
    if i == 0 or source.passages[i - 1] != source.passages[i]:
        return True
    before = source.words[i - 1]
    if before == "." and i > 1 and source.starts[i - 1] == source.ends[i - 2]:
        shortened = source.words[i - 2]
        dotted = any(g.words == (".",) for g in language.phrases.get(shortened, ()))
        if dotted or (len(shortened) == 1 and shortened.isalpha()):
            return False
    return before in SENTENCE_ENDS or before in SENTENCE_OPENERS or source.quoted[i - 1] != source.quoted[i]


def is_kind(reading: Reading, word: str, kind: str) -> bool:
    """Whether a word is one of a kind, whose members may be the first or the last part of a compound."""
    whole, heads, tails = reading.language.members(kind)
    if word in whole and "*" not in word:
        return True
    low = word.lower()
    if low.endswith(tails) and any(low.endswith(tail) and len(low) > len(tail) for tail in tails):
        return True
    return word.startswith(heads) and any(
        word.startswith(head) and len(word) > len(head) + 1 for head in heads
    )


def append(reading: Reading, word: str, start: int, end: int, i: int, known: bool) -> None:
    out, source = reading.out, reading.source
    out.words.append(word)
    out.starts.append(start)
    out.ends.append(end)
    out.passages.append(source.passages[i])
    out.quoted.append(source.quoted[i])
    reading.known.append(known)
    reading.origins.append(i)


def copy(reading: Reading, first: int, last: int) -> None:
    """Take tokens of the source as they are."""
    out, source = reading.out, reading.source
    out.words += source.words[first:last]
    out.starts += source.starts[first:last]
    out.ends += source.ends[first:last]
    out.passages += source.passages[first:last]
    out.quoted += source.quoted[first:last]
    reading.known += [False] * (last - first)
    reading.origins += range(first, last)


def is_known(reading: Reading, i: int) -> bool:
    return i < len(reading.known) and reading.known[i]


def opens_here(reading: Reading, i: int) -> bool:
    out = reading.out
    return (
        i == 0
        or out.passages[i - 1] != out.passages[i]
        or out.words[i - 1] in SENTENCE_ENDS
        or (out.quoted[i - 1] != out.quoted[i])
    )


def is_name(reading: Reading, i: int) -> bool:
    """Whether the token at `i` is a name of the reporter's own words."""
    return reading.out.words[i][0].isupper() and not reading.known[i] and reading.out.quoted[i] < 0


def follows_quote(reading: Reading, i: int) -> bool:
    """Whether a quote ends right before token `i`, or before the comma there."""
    source = reading.source
    if source.quoted[i] >= 0:
        return False
    at = i - 2 if i > 1 and source.words[i - 1] == "," else i - 1
    return at >= 0 and source.quoted[at] >= 0 and source.passages[at] == source.passages[i]


def keep(reading: Reading, kept: list[int]) -> None:
    """Keep these tokens only; what follows a dropped one that opens a sentence opens it."""
    out = reading.out
    for left, i in zip([-1, *kept], kept, strict=False):
        if i > left + 1 and any(reading.opens[at] for at in reading.origins[left + 1 : i]):
            reading.opened.add(
                reading.origins[i]
            )  # "O porteiro Severino Matias", read as "worker Severino Matias"
    places = {old: new for new, old in enumerate(kept)}
    out.genders = {places[i]: g for i, g in out.genders.items() if i in places}
    out.moved = {places[i]: span for i, span in out.moved.items() if i in places}
    for column in columns(reading):
        column[:] = [column[i] for i in kept]


def columns(reading: Reading) -> tuple[list[Any], ...]:
    out = reading.out
    return out.words, out.starts, out.ends, out.passages, out.quoted, reading.known, reading.origins
