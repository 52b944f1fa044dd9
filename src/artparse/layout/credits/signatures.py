"""Who wrote an article by a page's small print, where no byline and no metadata say it.

Weblogs, forums and press offices name their authors on the line of the date (`3 May 2024 by Jo`), below
the text (`Text: Jo Doe`) or in an element made for it, and often by one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from artparse.article import Span
from artparse.layout.credits.bylines import COMMENTED
from artparse.layout.credits.dated import says
from artparse.layout.labels import Labels
from artparse.layout.lines.authors import UNSIGNED, authors_of, closes, names_in
from artparse.layout.lines.dates import dates_in
from artparse.layout.lines.desks import is_nickname
from artparse.layout.lines.openers import helps, without_opener
from artparse.layout.lines.pictures import names_picture
from artparse.layout.lines.units import Unit
from artparse.names.persons import is_person
from artparse.patterns import pattern

LONGEST = 120
"""Code points of a line that is looked at."""
LONGEST_NAME = 40
"""Code points of a name that has an element of its own."""
LONGEST_NAMES = 60
"""Code points of a line that ends a body with the names of who wrote it."""
ABOVE, INTO, BEFORE_END, BELOW = 6, 3, 3, 8
"""Units above the headline, into the body, before its end and below it."""
SIGNED = frozenset(("author", "authorname", "autor", "auteur", "byline", "username", "vcard"))
"""Words of the innermost elements that are there for an author."""
ELSEWHERE = COMMENTED | {"<aside>", "<button>", "<label>", "<nav>", "related"}
"""Words of elements that are not of the article itself; of the innermost ones `teaser` is too."""
INNERMOST = 4
OPENING = 40
"""Code points of a line in which it says that somebody changed the page."""

_PART = pattern(r"[^|•·●»«/\n\t]+")
_SAID = pattern(
    r"(?i)(?:^|(?<=\s))(?:von:?|vom|by:?|par|por|door|av|af|autor(?:in|en)?:?|author:?|text:?|verfasser(?:in)?:?"
    r"|redaktion:|auteur\s?:|thread\s?starter|themenstarter)\s+(?=\S)"
)
_NICKNAME = pattern(r"[^\W\d_][\w.-]{1,24}")


def signature_of(
    text: str, units: Sequence[Unit], labels: Labels
) -> tuple[int, Span, tuple[str, ...]] | None:
    """The unit that names the authors, the span of what it says of them, and their names."""
    last = max((i for i, label in enumerate(labels) if label == "paragraph"), default=-1)
    for i in _near(labels):
        unit = units[i]
        if len(unit.text) > LONGEST or not ELSEWHERE.isdisjoint(unit.hints.words):
            continue
        if "teaser" in unit.hints.words[-INNERMOST:] or unit.hints.given == "metadata":
            continue
        if i > last and says(unit.text[:OPENING], "modified"):
            continue  # "Last updated on 11 February 2025 by mei"
        line = text[slice(*unit.span)]
        made_for = labels[i] == "byline" or not SIGNED.isdisjoint(unit.hints.words[-INNERMOST:])
        if i == last and (named := _closing_names(line)):
            return i, unit.span, named
        dated = [printed.span for printed in dates_in(line)]
        of_body = labels[i] in ("paragraph", "heading", "subtitle", "title")
        for a, b in _parts(line, dated):
            part = line[a:b]
            match = _SAID.search(part)
            sure = not of_body and (made_for or bool(dated))
            if match and helps(part[: match.end()]):
                continue
            if match and not names_picture(part) and (sure or not match.start()):
                if names := _names(part[match.end() :], sure or part[: match.end()].rstrip().endswith(":")):
                    return i, (unit.span[0] + a + match.start(), unit.span[0] + b), names
            elif without_opener(part)[1] and names_in(part) and not names_picture(part):
                return i, (unit.span[0] + a, unit.span[0] + b), authors_of(part)
            elif not of_body and not names_picture(part) and len(part) < LONGEST_NAME:
                if names_in(part) and sure:
                    return i, (unit.span[0] + a, unit.span[0] + b), authors_of(part)
                if made_for and _NICKNAME.fullmatch(part) and is_nickname(part, UNSIGNED):
                    return i, (unit.span[0] + a, unit.span[0] + b), (part,)
    return None


def _closing_names(line: str) -> tuple[str, ...]:
    """The persons whom the last line of a body names, if it says only that: `— Jo Doe`, `(Jo Roe, dpa)`."""
    bare = line.strip(" —–-()[].")
    if len(bare) > LONGEST_NAMES or not names_in(bare):
        return ()
    named = authors_of(bare)
    return named if all(map(is_person, named)) else ()


def _near(labels: Labels) -> Iterator[int]:
    body = [i for i, label in enumerate(labels) if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (len(labels), len(labels))
    top = labels.index("title") if "title" in labels else first
    yield from range(top + 1, min(first, top + 40))
    yield from range(top - 1, max(-1, top - ABOVE - 1), -1)
    yield from range(first, min(first + INTO, last))
    yield from range(last, max(first, last - BEFORE_END), -1) if body else ()
    yield from range(last + 1, min(last + 1 + BELOW, len(labels)))


def _parts(line: str, holes: Sequence[Span]) -> Iterator[Span]:
    """What stands between the dates and separators of a line."""
    reached = 0
    for start, end in (*holes, (len(line), len(line))):
        for match in _PART.finditer(line, reached, start):
            a, b = match.span()
            while a < b and (line[a].isspace() or line[a] in ",;:–—-("):
                a += 1
            while b > a and (line[b - 1].isspace() or line[b - 1] in ",;:–—-("):
                b -= 1
            if a < b:
                yield a, b
        reached = max(reached, end)


def _names(words: str, by_one_word: bool) -> tuple[str, ...]:
    """The persons that what follows an opener names, be it by one word: up to a word that ends bylines."""
    bare = " ".join(takewhile(lambda word: not closes(word), without_opener(words)[0].split()))
    if names_in(bare):
        return authors_of(bare)
    return (bare,) if by_one_word and _NICKNAME.fullmatch(bare) and is_nickname(bare) else ()
