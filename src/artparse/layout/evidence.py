"""Metadata against what is printed: one order for every field.

| field | order |
| --- | --- |
| title | the printed line that says what the metadata says, the last one before the body; else the printed headline where it shares half its words with the metadata; else the metadata alone, without a span |
| published, modified | the metadata, with the span of a printed date of the same day; else the printed date |
| authors | the printed persons where they name one of the metadata's and more; else the metadata's persons; else the printed persons; else the metadata's desk or agency; else the printed one |
| site, language, keywords | the metadata; else the text |

Metadata never gives body text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from artparse.layout.authors import authors_of, is_desk
from artparse.layout.units import Unit
from artparse.reading.document import Evidence

SHARED = 0.5
"""Share of a printed headline's words that the metadata's must have."""

_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:-]|::|//)\s+[^|–—·•»]{2,60}$")


def words_of(text: str) -> str:
    """Letters and digits of `text`, case folded: what two wordings are compared by."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def printed_title(units: Sequence[Unit], first: int, evidence: Evidence) -> int | None:
    """The unit that says what the metadata gives as title: the last before `first`, else the next one."""
    if not evidence.title:
        return None
    wanted = {words_of(w) for w in wordings(evidence.title)} - {""}
    found = [i for i, unit in enumerate(units) if words_of(unit.text) in wanted]
    return max((i for i in found if i < first), default=min(found, default=None))


def wordings(title: str) -> list[str]:
    """A metadata title as it is, and without a site's name behind it."""
    return [title, _SUFFIX.sub("", title)]


def agreed_title(printed: str | None, evidence: Evidence) -> tuple[str | None, bool]:
    """The title, and whether the printed one stands."""
    if evidence.title is None:
        return printed, True
    own, other = set(words_of(printed or "").split()), set(words_of(evidence.title).split())
    if own and len(own & other) >= SHARED * len(own):
        return printed, True
    title = " ".join(evidence.title.split())
    bare = _SUFFIX.sub("", title)
    return (bare if evidence.site and words_of(evidence.site) == words_of(title[len(bare) :]) else title), False


def agreed_authors(printed: Sequence[str], evidence: Evidence) -> tuple[str, ...]:
    """The authors (see the table above)."""
    told = tuple(dict.fromkeys(name for author in evidence.authors for name in authors_of(author) or (author.strip(),)))
    persons = tuple(p for p in printed if not is_desk(p) and " " in p)
    named = tuple(t for t in told if not is_desk(t) and " " in t)
    if persons and named:
        shared = {words_of(p) for p in persons} & {words_of(t) for t in named}
        return persons if shared and len(persons) > len(named) else named
    return named or persons or told or tuple(printed)


def agreed_date(printed: str | None, told: str | None) -> str | None:
    """A date (see the table above)."""
    return told or printed


def same_day(printed: str | None, told: str | None) -> bool:
    """Whether a printed date may stand for the metadata's."""
    return told is None or (printed is not None and printed[:10] == told[:10])
