"""Where a report was written, and for which agency: what stands before its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.article import Dateline
from artparse.data import load
from artparse.layout.lines.dates import find_date
from artparse.names import lists
from artparse.patterns import pattern

OPENING = 3
"""Paragraphs, the first ones, that may open with a dateline."""
REACH = 110
"""Code points of a paragraph that may hold its dateline."""

_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w.'’]|-(?!-))*"
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ /]{_WORD}|,? (?:de|del|la|am|an der|sur|do|da|upon) (?={_WORD})"
    rf"|, {_WORD}){{0,4}})"
)
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = (
    rf"(?:(?:,? | [–—-]{{1,2}} )(?:(?:le |den |el )?\d{{1,2}}\.?(?: de)? {_MONTH}|{_MONTH} \d{{1,2}})"
    r"(?:,? \d{4})?)?"
)
_OPENED = pattern(
    rf"{_PLACE}(?P<day>{_DAY})"
    r"(?:(?: ?|--)\((?P<brackets>[^()]{2,40})\)| /(?P<slashes>[^/\n]{2,30})/| (?P<bare>[\w/]{2,20}))?"
    r"(?P<mark>,? ?(?:—|–|--)|,? -(?= )|\.[-–—]| ?\.- ?| \||:(?= ))\s*(?P<next>\S)",
    signs="—–-|:",
)
_YEAR = pattern(r"[12][0-9]{3}$")
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{2,}(?:[ ’'-][^\W\d_a-zß-öø-ÿ]{2,}){0,3}"
_BRACKETED = pattern(rf"\((?P<place>{_CAPITALS})\) (?=[«“\"]?[^\W\d_a-z])", signs="(")
LONGEST_PLACE = 3
"""Words of a place before a full stop."""
_PERIOD = pattern(rf"(?P<place>{_WORD}(?: {_WORD}){{0,{LONGEST_PLACE - 1}}})\. (?=[^\W\d_a-z])")


def dateline_of(paragraph: str, title: str | None) -> Dateline | None:
    """The dateline at the start of the first paragraph: `PARIS (AFP) —`, `Berlin (dpa) -`, `Riesa. `.

    A place that is not in capitals needs an agency, a day with its year, or to be named again in the title or
    the paragraph. One that is may stand in brackets: `(BERGEN) `.
    """
    head = paragraph[:REACH]
    if match := _OPENED.match(head):
        place = match["place"].strip(" ,")
        if "," not in place:  # Behind a comma stands a region, shortened: `ELKHORN, Wis.`.
            place = place.rstrip(".")
        brackets, bare = match["brackets"], match["bare"]
        named = (brackets, match["slashes"], bare)
        agency = next((name for name in named if name and _is_agency(name)), None)
        if brackets and not agency:
            place = f"{place} ({brackets})"
        capitals = len(place) > 2 and match["place"].split(",")[0].isupper()
        colon = match["mark"].startswith(":")
        dated = _YEAR.search(match["day"]) is not None
        known = not colon and not bare and (capitals or dated or _again(place, paragraph, title))
        if agency or known:
            return Dateline(place, agency)
    if (
        len(head.partition(". ")[0].split()) <= LONGEST_PLACE
        and (match := _PERIOD.match(head))
        and "." not in match["place"]
        and _again(match["place"], paragraph, title)
    ):
        return Dateline(match["place"], None)
    if match := _BRACKETED.match(head):
        place = match["place"]
        if place.isupper() and not _is_agency(place) and not _is_said_small(place):
            return Dateline(place, None)
    return None


def opening_of(paragraphs: Sequence[str], title: str | None) -> tuple[Dateline | None, str]:
    """The dateline of a body, and the paragraph that it opens: the first, or one of the next with an agency,
    as a notice or a summary may stand above the story."""
    for number, paragraph in enumerate(paragraphs[:OPENING]):
        found = dateline_of(paragraph, title)
        if found is not None and (number == 0 or found.agency):
            return found, paragraph
    return None, paragraphs[0] if paragraphs else ""


def _is_said_small(words: str) -> bool:
    """Whether one of the words is common, such as `UPDATE`, or says what a page has, such as `VIDEO`."""
    never = load("bylines")["never"]
    common = lists.words("en/common_words.txt")
    return any(word in common or word in never for word in words.lower().split())


def day_of(paragraph: str) -> str | None:
    """The day that a paragraph's dateline gives with its year, as ISO 8601: `SEATTLE, March 4, 2024 – `."""
    match = _OPENED.match(paragraph[:REACH])
    return find_date(paragraph[match.end("place") : match.start("mark")]) if match else None


def _again(place: str, paragraph: str, title: str | None) -> bool:
    """Whether a place is named once more."""
    named = re.compile(rf"\b{re.escape(place)}\b")
    return named.search(paragraph, len(place)) is not None or named.search(title or "") is not None


def _is_agency(name: str) -> bool:
    bylines = load("bylines")
    words = re.findall(r"\w+", name.lower())
    if "".join(words) in bylines["wires"]:
        return True
    # Stations sign with their call letters.
    letters = name.isalpha() and name.isupper() and len(name) < 6
    return letters or any(word in bylines["agencies"] or word == "press" for word in words)
