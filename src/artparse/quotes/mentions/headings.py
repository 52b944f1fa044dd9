"""Headings whose words all have capitals: only names that the rest of the article has are found there.

"Roe Backs New Pier", where the text names Ann Roe  ->  the mention "Roe"
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes import cues
from artparse.quotes.mentions.noun_phrases import try_noun
from artparse.quotes.mentions.scanning import LONGEST_NAME, Scan, add_mention
from artparse.quotes.words import word_list

AUXILIARIES = word_list("auxiliaries")

TITLE_CASE_SHARE = 0.6
"""Share of capitalised words from which a heading's capitals tell nothing of names."""
LONG_ENOUGH = 3
LONGEST_NAME_LINE = 24
"""A line of a name and a role has so many tokens at most."""
LONGEST_TITLE = 25
"""Words of a line in title case that is marked as no heading, at most."""


def is_name_line(words: Sequence[str]) -> bool:
    """Whether the words of a passage are a full name, and perhaps a role behind a comma or dash."""
    first = words[0].lower() if words else ""
    if (
        len(words) > LONGEST_NAME_LINE
        or not (first in lists.given_names() or _tells_office(words))
        or first in lists.words("en/common_words.txt")
    ):
        return False
    stop = 1
    while stop < len(words) and stop < 5 and (words[stop][0].isupper() or words[stop] == "."):
        stop += 1
    rest = words[stop:]
    strengths = cues.strengths()
    told = any(strengths.get(w.lower(), 0) >= cues.SURE or w in AUXILIARIES or w in ".?!:" for w in rest)
    name = [word for word in words[:stop] if word != "."]
    return 1 < len(name) < 4 and not told and (not rest or (rest[0] in ",(|–—-" and len(rest) > 1))


def _tells_office(words: Sequence[str]) -> bool:
    """Whether two capitalised words, a comma and a noun for a person open a line: "Aiman Ezzat, CEO of"."""
    named = len(words) > LONG_ENOUGH and words[0].istitle() and words[1].istitle() and words[2] == ","
    return named and words[3].lower() in lists.people()


def is_title_case(words: list[str], heading: bool, capitals: bool = False) -> bool:
    """Whether words are in title case, or all in capitals; where `capitals` tell names, only the latter."""
    if not heading and (capitals or len(words) > LONGEST_TITLE or "." in words or words[-1:] == [":"]):
        return False
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    if heading and long and all(w.isupper() for w in long):
        return True
    if capitals or len(long) < (3 if heading else 5):
        return False
    return sum(w[0].isupper() for w in long) > TITLE_CASE_SHARE * len(long)


def known_names(scan: Scan) -> dict[str, set[tuple[str, ...]]]:
    """First word, folded, of the names found so far to those names; last words are names too."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for name in {m.words for m in scan.found if m.form == "name"}:
        folded = tuple(w.casefold() for w in name)
        known.setdefault(folded[0], set()).add(folded)
        known.setdefault(folded[-1], set()).add(folded[-1:])
    return known


def scan_heading(scan: Scan, first: int, last: int, known: dict[str, set[tuple[str, ...]]]) -> None:
    words = [bare(w) for w in scan.tokens.words[first:last]]
    folded = [w.casefold() for w in words]
    i = 0
    while i < len(words):
        names = known.get(folded[i], ())
        stop = min(len(words), i + LONGEST_NAME) if names else i
        while stop > i and tuple(folded[i:stop]) not in names:
            stop -= 1
        if stop == i and is_full_name(scan, words, folded, i, known):
            stop = i + 2
        if stop > i and not (stop == i + 1 and folded[i] in scan.lexicon.openers):
            name = tuple(w.title() if w.isupper() and len(w) > 4 else w for w in words[i:stop])
            add_mention(scan, first + i, first + stop, "name", name, "person", "u")
            i = stop
        else:
            try_noun(scan, first + i, first)
            i += 1


def is_full_name(
    scan: Scan, words: list[str], folded: list[str], i: int, known: dict[str, set[tuple[str, ...]]]
) -> bool:
    """Whether a given name stands before a last name that the article has by itself: "Ann Doe Goes"."""
    if i + 1 == len(words) or folded[i] not in lists.given_names() or folded[i] in scan.lexicon.common:
        return False
    last = folded[i + 1]
    return words[i][0].isupper() and last not in scan.lexicon.common and (last,) in known.get(last, ())
