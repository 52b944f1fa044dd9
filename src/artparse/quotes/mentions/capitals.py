"""What capital letters tell, all over an article, before any name is looked for.

    "on Monday the Roe family"     "Roe" has a capital inside a sentence: it is `inner`, so that
    "Roe said"                     is a name although every sentence opens with a capital

In: the passages. Out: the scan with `inner`, `alone`, `pairs`, `whole`, `spelt`; which passages are running
text, and which are headings whose capitals tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from artparse.names.persons import bare
from artparse.patterns import pattern
from artparse.quotes.mentions.beside import has_arabic_article, is_account
from artparse.quotes.mentions.headings import is_name_line, is_title_case
from artparse.quotes.mentions.nouns import AGED
from artparse.quotes.mentions.pronouns import drawn_pronoun, tellers
from artparse.quotes.mentions.scanning import LONGEST_NAME, Kind, Scan, lexicon, says
from artparse.quotes.passages import HEADINGS, Passage
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

SMALL_WORDS_IN_NAMES = word_list("small words in names")
ENDS_OF_ORDINALS = word_list("ends of ordinals")
LONGEST_PLACE = 52
"""Code points of the place of a dateline, with a bracket behind it."""
DATELINE = pattern(
    r"[^\W\d_a-z][\w.,'’/ -]{1,50}?(?:\([^()\n]{2,30}\)\s*)?(?:—|–|--|-)\s|[A-Z][A-Z .,]{2,40}:\s"
)
DATELINES = 4
"""Only so many first passages may open with a dateline."""
LONGEST_ENTRY = 8
"""A list's entry that is nothing but a name has so many tokens at most, with its number."""


class Parts(NamedTuple):
    """The passages of an article, by their tokens."""

    running: list[tuple[int, int]]
    headings: list[tuple[int, int]]
    """Those whose words are all capitalised."""


def begin(text: str, passages: Sequence[Passage], tokens: Tokens) -> tuple[Scan, Parts]:
    """An article in which no mention was found so far, and its parts."""
    printed = frozenset(tokens.words)
    aged = {w for w in printed if w.endswith(AGED)} if AGED in text or tokens.glossed else set()
    drawn = {w for w in printed if ("'" in w or "’" in w) and drawn_pronoun(w)}
    acronyms = frozenset(w for w in printed if 2 < len(w) < 7 and w.isupper() and w.isalpha())
    telling = printed & tellers() | aged | drawn
    kinds = {word: kind for word in printed if (kind := _kind_of(word, word in telling))}
    scan = Scan(text, passages, tokens, lexicon(), printed, kinds, acronyms)
    parts = _parts(scan)
    owning: set[str] = set()
    capitals = {word for word in printed if word[0].isupper() or word[:2].isupper()}
    for first, last in parts.running:
        _note_capitals(scan, first, last, capitals, owning)
    owning = {w for w in owning if bare(w).lower() not in scan.lexicon.openers}
    if owning:
        scan.whole = owning - {f"{w}{end}" for w in printed for end in ("'s", "’s")}
    return scan, parts


def _parts(scan: Scan) -> Parts:
    """Which passages are running text, without their datelines, and which are headings in title case."""
    tokens, words = scan.tokens, scan.tokens.words
    parts = Parts([], [])
    for index, passage in enumerate(scan.passages):
        first, last = tokens.at(passage.span[0]), tokens.at(passage.span[1])
        if first == last:
            continue
        titled = is_title_case(words[first:last], passage.place in HEADINGS, tokens.glossed)
        if titled and (passage.place == "title" or not is_name_line(words[first:last])):
            parts.headings.append((first, last))
            continue
        if index < DATELINES:
            first = tokens.at(_behind_dateline(scan.text, *passage.span))
        parts.running.append((first, last))
    return parts


def _behind_dateline(text: str, start: int, end: int) -> int:
    """Where a passage begins behind its dateline, with its place in capitals or an agency in brackets."""
    capitals = text[start : start + 3].isupper()
    if not capitals and "(" not in text[start : start + LONGEST_PLACE]:
        return start
    dateline = DATELINE.match(text, start, end)
    return dateline.end() if dateline and (capitals or "(" in dateline.group()) else start


def _kind_of(word: str, tells: bool) -> Kind | None:
    """How a word is read with which a mention may begin; `tells`: it may stand for somebody as it is."""
    initial = word[0]
    if initial.isupper() or is_account(word) or (initial == "a" and has_arabic_article(word)):
        return "capital"
    if initial.isdigit() and word[-2:] in ENDS_OF_ORDINALS:
        return "ordinal"
    return "small" if tells else None


def _note_capitals(scan: Scan, first: int, last: int, capitals: Set[str], owning: set[str]) -> None:
    """Note the capitalised words of a passage; those that look like owners before a verb are `owning`."""
    words = scan.tokens.words
    if last - first <= LONGEST_ENTRY:
        _note_entry(scan, first, last)
    for i in [i for i, word in enumerate(words[first:last], first) if word in capitals]:
        word, before = words[i], words[i - 1] if i > first else ""
        capital = word[0].isupper()
        after = words[i + 1] if i + 1 < last else "."
        if capital and before.islower():
            scan.inner.add(bare(word))
            if after[0].isupper():
                scan.pairs.add((word, bare(after)))
            else:
                scan.alone.add(bare(word))
        elif before == "(" and word[:2].isupper() and words[i + 1 : i + 2] == [")"]:
            _spell_out(scan, word, i - 1, first)
        if capital and i + 1 < last and word[-2:] in ("'s", "’s") and says(scan, after):
            owning.add(word)


def _note_entry(scan: Scan, first: int, last: int) -> None:
    """Note the words of a list's entry that is nothing but a name: "7. Perfect Harbours"."""
    words = scan.tokens.words
    if words[first].isdigit() and words[first + 1 : first + 2] == ["."]:
        row = words[first + 2 : last]
        if len(row) > 1 and all(word[0].isupper() for word in row):
            scan.pairs.update((before, bare(after)) for before, after in pairwise(row))


def _spell_out(scan: Scan, acronym: str, bracket: int, begin: int) -> None:
    """Find the name whose initials an acronym in brackets is: "Parks and Works Canada (PWC)"."""
    words, letters = scan.tokens.words, [c.casefold() for c in acronym if c.isalpha()]
    i = bracket
    while letters and i > begin and bracket - i < LONGEST_NAME:
        i -= 1
        word = words[i]
        if word[0].casefold() == letters[-1] and word[0].isupper():
            letters.pop()
        elif word[0].casefold() == letters[-1] and word in SMALL_WORDS_IN_NAMES and len(letters) > 1:
            letters.pop()  # the "o" of "Department of Defense (DoD)"
        elif word not in SMALL_WORDS_IN_NAMES and word not in ("the", ","):
            return
    if not letters and len(acronym) > 1 and i < bracket - 1:
        scan.spelt[i] = bracket
