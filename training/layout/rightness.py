"""When a title, an author, a day or a body that was found is the right one."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable

from alignment import plain

RUN = 4
"""Words in a row by which two texts are compared."""
NO_PERSON = re.compile(
    r"\b(?:afp|ap|dpa|sda|sid|ssi|pa|ani|tpn|associated press|reuters|bloomberg|agence france presse"
    r"|press association|redaktion|redaction|staff|team|desk|reporter|online|editor|editors|newsroom|euronews"
    r"|figaro)\b|\w\.(?:com|de|at|be|is|tr|org|net|co)\b|^[a-z]{2,5}$|^srf"
)


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words of a text; of a shorter one all its words."""
    words = text.split()
    starts = range(max(1, len(words) - RUN + 1)) if words else range(0)
    return Counter(tuple(words[k : k + RUN]) for k in starts)


def bag(texts: Iterable[str]) -> Counter[str]:
    """Texts, folded, with how often each occurs; those without letter or digit are left out."""
    return Counter(folded for folded in map(plain, texts) if folded)


def agreement(known: str, found: str) -> float:
    """F1 of the runs of words of two texts: 1 where both are the same."""
    one, other = runs(known), runs(found)
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 1.0


def same_day(published: str | None, known: str) -> bool:
    """Whether two dates (ISO 8601) are a day apart at most, as time zones may make them."""
    try:
        first, second = (datetime.date.fromisoformat(day[:10]) for day in (published or "", known))
    except ValueError:
        return False
    return abs((first - second).days) <= 1


def shows_day(dump: str, day: str) -> bool:
    """Whether a dump has the year of a day with the day of the month near it."""
    year, _, date = day[:10].split("-")
    number = rf"\b0?{int(date)}(?:st|nd|rd|th)?\b"
    return re.search(rf"{number}.{{1,24}}\b{year}\b|\b{year}\b.{{1,14}}{number}", dump) is not None


def no_person(author: str) -> bool:
    """Whether an author is an agency, a desk, a site or initials: the gold may have them or not."""
    return NO_PERSON.search(author.casefold()) is not None and not re.fullmatch(r"[A-Z][a-z]+", author)
