"""What stands where an author would and names none: a desk, a job, a company, a word of a menu."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from artparse.data import load
from artparse.layout.lines.openers import byline_words
from artparse.names import lists
from artparse.names.signing import odds

LONGEST_JOB = 5
"""Words of a line that says what somebody's work is, at most."""
ARTICLES = ("the ", "die ", "la ", "le ", "les ", "der ", "das ", "el ")
"""What names of papers begin with."""
HARDLY = -3.5
"""Log odds below which nobody goes by a word even behind "By"."""


def is_job(line: str) -> bool:
    """Whether a line says nothing but what somebody's work is: `Rural affairs correspondent`."""
    words = line.lower().split()
    if not words or len(words) > LONGEST_JOB or words[0] in lists.given_names():
        return False
    return words[-1] in byline_words()["press"] and "".join(words).replace("-", "").isalpha()


def is_desk(name: str) -> bool:
    """Whether an author's name is an agency's, a desk's or a site's."""
    words = [w.lower().strip(".,") for w in name.split()]
    data = byline_words()
    return (
        any(w in data["desks"] or w in data["agencies"] for w in words)
        or name.lower().startswith(ARTICLES)
        or ("." in name and re.search(r"\.[^\W\d_]{2,3}$", name) is not None)
    )


def is_nickname(word: str, least: float = HARDLY) -> bool:
    """Whether a word behind "by", or where an author is put, may be what somebody goes by: no "Product"."""
    return not is_desk(word) and odds(word) >= least


def is_nobody(name: str) -> bool:
    """Whether an author in the metadata is a system's account, or a company that made the page."""
    words = [w.strip(".,") for w in name.lower().split()]
    data = byline_words()
    return " ".join(words) in data["nobody"] or any(w in data["companies"] for w in words[1:])


def is_menu_word(word: str) -> bool:
    """Whether lines around an article have a word that no name has."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    """Words that pages have on lines that look like names: `Latest News`, `Artikel Teilen`."""
    cues = load("cues")
    kinds = (kinds.values() for cue, kinds in cues.items() if cue not in ("byline", "agency"))
    words = chain.from_iterable(chain.from_iterable(kinds))
    return frozenset(words).difference(byline_words()["particles"])
