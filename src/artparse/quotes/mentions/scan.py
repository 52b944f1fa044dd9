"""Who may be speaking: the names, pronouns and noun phrases of an article.

    "Mayor Ann Roe said she was glad"  ->  a name with a role, a pronoun

In: the text, its passages and tokens. Out: the mentions in source order; no entity is known yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names.persons import bare
from artparse.quotes.mentions.beside import has_arabic_article, is_account
from artparse.quotes.mentions.capitals import begin
from artparse.quotes.mentions.headings import known_names, scan_heading
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.peeling import add_name
from artparse.quotes.mentions.pronouns import add_pronoun, try_small_word
from artparse.quotes.mentions.reporters import find_reporters
from artparse.quotes.mentions.run_ends import run_end
from artparse.quotes.mentions.runs import run_at
from artparse.quotes.mentions.scanning import Scan
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
    words = scan.tokens.words
    i = first
    while i < last:
        word = words[i]
        initial = word[0]
        if initial.isupper() or is_account(word) or (initial == "a" and has_arabic_article(word)):
            initialled = word == "I" and i + 1 < last and words[i + 1] == "."
            if word.lower() in PRONOUNS_ALONE and word.istitle() and not initialled:
                add_pronoun(scan, i, word.lower())
            else:
                stop = run_at(scan, i, first, last)
                if stop > i:
                    add_name(scan, i, stop, first, last)
                    i = max(stop, scan.reached)
                    continue
                try_small_word(scan, i, word.lower(), first, last)
        elif initial.isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
            stop = run_end(scan, i, last)
            if bare(words[stop - 1]).lower() in scan.lexicon.organization or "of" in words[i:stop]:
                add_name(scan, i, stop, first, last)  # "9th Circuit Court of Appeals"
                i = stop
                continue
        elif word in scan.telling:
            try_small_word(scan, i, word, first, last)
        i += 1
