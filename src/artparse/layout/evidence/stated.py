"""What the metadata says of an article, in the form in which layout compares it with the page.

One value for each document. Nothing else in layout takes the metadata apart; what of it holds against the
visible text is told by `evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from artparse.layout.lines.authors import authors_of, names_in
from artparse.layout.lines.desks import is_nobody
from artparse.layout.lines.facts import Fact
from artparse.layout.lines.words import plain
from artparse.names.persons import is_person
from artparse.patterns import pattern
from artparse.reading.document import Evidence

LONGEST_NAME = 4
"""Words of a name in the metadata."""
MOST_MARKS = 8
"""Marks at either end of a title at which it is cut in two: to look at each half takes the title's length."""
RUN = 5
"""Words that a unit begins with, by which it is looked for in the article's text."""
LEAST_BODY = 40
"""Words of an article's text in the metadata; fewer are a teaser."""

_NICKNAME = pattern(r"[^\W_][\w.-]{1,28}")
_NUMBER = pattern(r"\d+(?: [a-zA-Z]+)?$")
"""An account, or how long it takes to read, in the place of an author: `262588213`, `7 minutes`."""
_ENDING = pattern(r"\.[a-z]{2,4}$")
_DOMAIN = pattern(r"https?://(?:www\.)?([^/]*?)(?:\.[a-z]{2,4})?(?:[/:?#].*)?$", re.DOTALL)
_SEPARATOR = pattern(
    r"\s+[|·•»«–—:/-]+\s+|\s*[|»｜：]\s*|:\s+|--+|(?<=[\u3040-\u9fff])[-_—]+(?=[\u3040-\u9fff])"
)


class Stated:
    """What one document's metadata says. `plain` words are folded letters and digits (see `words.plain`)."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence: Final = evidence

    @Fact
    def titles(self) -> frozenset[str]:
        """Every wording of the title, plain."""
        return frozenset(map(plain, self.evidence.titles)) - {""}

    @Fact
    def titles_in_one(self) -> str:
        """The same on a line each, to be searched at once."""
        return "\n".join(self.titles)

    @Fact
    def wordings(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The same in order, each with its parts before and after what may set off the site's name."""
        return tuple(
            (plain(title), frozenset(plain(part) for part in _parts(title))) for title in self.evidence.titles
        )

    @Fact
    def own_title(self) -> str | None:
        """The first title, without the site's name, as the metadata or the address has it."""
        title = self.evidence.title
        if title and self.sites:
            for match in _separators(title):
                if squeezed(title[match.end() :]) in self.sites:
                    return title[: match.start()]
                if squeezed(title[: match.start()]) in self.sites:
                    return title[match.end() :]
        return title

    @Fact
    def authors(self) -> tuple[str, ...]:
        """Its entries for authors, plain, but for those of few letters."""
        return tuple(name for name in map(plain, self.evidence.authors) if len(name) > 3)

    @Fact
    def names(self) -> tuple[str, ...]:
        """Whom it names as authors: neither the site, nor who made it, nor an account of nobody's."""
        entries = map(_without_role, self.evidence.authors)
        found = dict.fromkeys(name for entry in entries for name in _named(entry))
        named = (name for name in found if not is_nobody(name))
        return tuple(name for name in named if self.evidence.site_writes or not self.is_site(name))

    @Fact
    def sites(self) -> frozenset[str]:
        """What the site is called, squeezed."""
        site, address = self.evidence.site or "", self.evidence.url or ""
        return frozenset((squeezed(site), squeezed(_DOMAIN.sub(r"\1", address)))) - {""}

    def is_site(self, name: str) -> bool:
        """Whether an author is only the site's name, unless that is a person's, whose site it is."""
        return squeezed(name) in self.sites and not is_person(name)

    def closes_title(self, name: str) -> bool:
        """Whether a title ends with a name, as it does with the site's."""
        return any(title.endswith(f" {plain(name)}") for title in self.titles)

    @Fact
    def summary(self) -> str:
        """Its description, plain."""
        return plain(self.evidence.description or "")

    @Fact
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of `RUN` plain words of the article's text, where it has that."""
        words = plain(self.evidence.body or "").split()
        starts = range(len(words) - RUN if len(words) > LEAST_BODY else 0)
        return frozenset(tuple(words[i : i + RUN]) for i in starts)


@lru_cache(maxsize=1)
def stated_of(evidence: Evidence) -> Stated:
    """What metadata says; one value for as long as one document is laid out."""
    return Stated(evidence)


def squeezed(name: str) -> str:
    """The letters and digits of a name, without what addresses end in."""
    return plain(_ENDING.sub("", name)).replace(" ", "")


def _parts(title: str) -> Iterator[str]:
    """What stands before and after the marks that part a title from the site's name."""
    for match in _separators(title):
        yield title[: match.start()]
        yield title[match.end() :]


def _separators(title: str) -> list[re.Match[str]]:
    """The marks that may part a title from the site's name: of very many, those at its ends."""
    found = list(_SEPARATOR.finditer(title))
    return found if len(found) <= 2 * MOST_MARKS else found[:MOST_MARKS] + found[-MOST_MARKS:]


def _named(entry: str) -> tuple[str, ...]:
    """Whom an author in the metadata names: persons, a desk or agency, or somebody by one word."""
    word = entry.strip()
    if word.islower() and " " in word and is_person(word.title()):
        return (word.title(),)
    if _NUMBER.match(word):
        return ()
    return authors_of(entry, stated=True) or ((word,) if _NICKNAME.fullmatch(word) else ())


def _without_role(entry: str) -> str:
    """An author without what follows the name, where that is too long to be another name."""
    name, _, rest = entry.partition(",")
    roles = (part for part in rest.split(",") if len(part.split()) > LONGEST_NAME)
    return name if any(not names_in(part) for part in roles) else entry
