"""Who may be speaking: the names, pronouns and noun phrases of an article.

    "Mayor Ann Roe said she was glad"  ->  a name with a role, a pronoun

In: the text, its passages and tokens. Out: the mentions in source order; no entity is known yet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from artparse.names.persons import bare
from artparse.quotes.kinds import BELONGING
from artparse.quotes.mentions.capitals import begin
from artparse.quotes.mentions.headings import known_names, scan_heading
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.peeling import add_name
from artparse.quotes.mentions.pronouns import add_pronoun, try_small_word
from artparse.quotes.mentions.reporters import find_reporters
from artparse.quotes.mentions.run_ends import run_end
from artparse.quotes.mentions.runs import run_at
from artparse.quotes.mentions.scanning import Kind, Scan
from artparse.quotes.mentions.subjects import find_subjects
from artparse.quotes.passages import Passage
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

PRONOUNS_ALONE = word_list("pronouns alone")


def find_mentions(text: str, passages: Sequence[Passage], tokens: Tokens) -> list[Mention]:
    """The mentions in source order, inside and outside quotation marks.

    A heading whose words are all capitalised tells no names of its own: only those that the rest of the
    article has are found there.
    """
    scan, parts = begin(text, passages, tokens)
    for first, last in parts.running:
        _scan_passage(scan, first, last)
    if parts.headings:
        known = known_names(scan)
        for first, last in parts.headings:
            scan_heading(scan, first, last, known)
        scan.found.sort(key=lambda m: m.first)
    find_subjects(text, tokens, scan.found)
    find_reporters(tokens, scan.found)
    return scan.found


def _scan_passage(scan: Scan, first: int, last: int) -> None:
    """Find the mentions in the tokens `first:last` of running text."""
    kinds, reached = scan.kinds, first
    words = enumerate(scan.tokens.words[first:last], first)
    for i, kind in [(i, kinds[word]) for i, word in words if word in kinds]:
        if i >= reached:
            reached = READERS[kind](scan, i, first, last)


# --- what begins at a token; the token from which the next may begin -------------------------------


def _read_capital(scan: Scan, i: int, first: int, last: int) -> int:
    words = scan.tokens.words
    word = words[i]
    initialled = word == "I" and i + 1 < last and words[i + 1] == "."
    if word.lower() in PRONOUNS_ALONE and word.istitle() and not initialled:
        add_pronoun(scan, i, word.lower())
        return i + 1
    stop = run_at(scan, i, first, last)
    if stop > i:
        add_name(scan, i, stop, first, last)
        return max(stop, scan.reached)
    try_small_word(scan, i, word.lower(), first, last)
    return i + 1


def _read_ordinal(scan: Scan, i: int, first: int, last: int) -> int:
    """ "9th Circuit Court of Appeals" """
    words = scan.tokens.words
    stop = run_end(scan, i, last)
    if bare(words[stop - 1]).lower() not in scan.lexicon.organization and BELONGING.isdisjoint(words[i:stop]):
        return i + 1
    add_name(scan, i, stop, first, last)
    return stop


def _read_small(scan: Scan, i: int, first: int, last: int) -> int:
    try_small_word(scan, i, scan.tokens.words[i], first, last)
    return i + 1


READERS: dict[Kind, Callable[[Scan, int, int, int], int]] = {
    "capital": _read_capital,
    "ordinal": _read_ordinal,
    "small": _read_small,
}
