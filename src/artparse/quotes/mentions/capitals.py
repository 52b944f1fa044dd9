"""What capital letters tell, all over an article, before any name is looked for.

    "on Monday the Roe family"     "Roe" has a capital inside a sentence: it is `inner`, so that
    "Roe said"                     is a name although every sentence opens with a capital

In: the passages. Out: the scan with `inner`, `alone`, `pairs`, `whole`, `spelt`; which passages are running
text, and which are headings whose capitals tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from artparse.names.persons import bare
from artparse.patterns import pattern
from artparse.quotes.mentions.headings import is_name_line, is_title_case
from artparse.quotes.mentions.nouns import AGED
from artparse.quotes.mentions.pronouns import drawn_pronoun, tellers
from artparse.quotes.mentions.scanning import LONGEST_NAME, Scan, lexicon, says
from artparse.quotes.passages import Passage
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

SMALL_WORDS_IN_NAMES = word_list("small words in names")
HEADINGS = frozenset(("title", "subtitle", "heading"))
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
    scan = Scan(text, passages, tokens, lexicon(), printed, telling, acronyms)
    parts = _parts(scan)
    owning: set[str] = set()
    for first, last in parts.running:
        _note_capitals(scan, first, last, owning)
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
        dateline = DATELINE.match(scan.text, *passage.span) if index < DATELINES else None
        if dateline and (dateline.group()[:3].isupper() or "(" in dateline.group()):
            first = tokens.at(dateline.end())
        parts.running.append((first, last))
    return parts


def _note_capitals(scan: Scan, first: int, last: int, owning: set[str]) -> None:
    """Note the capitalised words of a passage; those that look like owners before a verb are `owning`."""
    words = scan.tokens.words
    scan.alone.update(
        bare(words[i])
        for i in range(first + 1, last)
        if words[i][0].isupper()
        and words[i - 1].islower()
        and not (i + 1 < last and words[i + 1][0].isupper())
    )
    if last - first <= LONGEST_ENTRY:
        _note_entry(scan, first, last)
    for i, (before, after) in enumerate(pairwise(words[first:last]), first + 2):
        if before[-1] == "s" and before[0].isupper() and before[-2:-1] in ("'", "’") and says(scan, after):
            owning.add(before)
        if after[0].isupper() and before.islower():
            scan.inner.add(bare(after))
            if i < last and words[i][0].isupper():
                scan.pairs.add((after, bare(words[i])))
        elif before == "(" and after[:2].isupper() and words[i : i + 1] == [")"]:
            _spell_out(scan, after, i - 2, first)


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
