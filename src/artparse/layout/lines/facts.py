"""What a line says by its words alone: one value of each unit, which every step of layout reads.

Nothing else is known here, neither where the line stands nor what is around it, so a fact never changes. Each
is found out when a step first asks for it, since most lines are asked for few.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from artparse.article import Reason
from artparse.layout.lines import authors, desks, eastern, openers, signs
from artparse.layout.lines.dates import PrintedDate, dates_in
from artparse.layout.lines.look import SENTENCE_ENDS, Look, kind_of_end, look_at
from artparse.layout.lines.notices import Notice, notice_of
from artparse.layout.lines.words import plain, words_of
from artparse.patterns import pattern

KEPT = 15_000
"""Short lines whose facts are kept from one document to the next: the pages of a site have the same menus."""
LONGEST_KEPT = 80
"""Code points of such a line."""
COMPARED = 400
"""Code points of a line that are compared with metadata."""
LONGEST_OPENER = 60
"""Code points of a line that may be nothing but what opens a byline."""

_PARTED = pattern(r"[|•·—]|\s[–-]\s", signs="|•·—–-")

_Value = TypeVar("_Value")


class Fact(Generic[_Value]):
    """A property that is found out once.

    `functools.cached_property` takes a lock as well before Python 3.12: longer than most facts take.
    """

    def __init__(self, of: Callable[[Any], _Value]) -> None:
        self.of = of
        self.__doc__ = of.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, line: Any, owner: type) -> _Value:
        """Called while the instance has no attribute of that name."""
        found = self.of(line)
        object.__setattr__(line, self.name, found)  # Frozen values too; takes no dictionary.
        return found


class Facts:
    """What the words of one line say."""

    def __init__(self, text: str) -> None:
        self.text: Final = text

    @Fact
    def look(self) -> Look:
        """How it looks."""
        return look_at(self.text)

    @Fact
    def end(self) -> str:
        """The kind of its last character."""
        return kind_of_end(self.text)

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a whole sentence does."""
        return self.end in SENTENCE_ENDS

    @property
    def is_sentence(self) -> bool:
        """Whether it ends so, and has two words at least."""
        return self.is_ended and " " in self.text

    @Fact
    def plain(self) -> str:
        """Letters and digits of its beginning, one space between words, case folded."""
        return plain(self.text[:COMPARED])

    @Fact
    def reason(self) -> Reason | None:
        """Why it is not of the article, if it says so itself: `Advertisement`."""
        return signs.told_by(self.text)

    @Fact
    def plainly(self) -> Reason | None:
        """The same where it says hardly anything else: not of a line that has a word of that kind in it."""
        return self.reason if signs.tells_plainly(self.text, self.reason) else None

    @Fact
    def notice(self) -> Notice | None:
        """The notice that it is, of those in which a site speaks of itself."""
        return notice_of(self.text, words_of(self.text))

    @Fact
    def dates(self) -> tuple[PrintedDate, ...]:
        """The dates printed on it."""
        return tuple(dates_in(self.text))

    @Fact
    def authors(self) -> tuple[str, ...]:
        """The persons, or the desk or agency, that it names if it is a byline."""
        return () if signs.says_source(self.text) else authors.authors_of(self.text)

    @Fact
    def is_names(self) -> bool:
        """Whether it is nothing but names of persons and what bylines have around them."""
        if self.signers is not None and not self.signers.is_told:
            return False  # A short name in Chinese signs: words of menus look the same.
        return not signs.says_source(self.text) and authors.names_in(self.text)

    @Fact
    def is_opened(self) -> bool:
        """Whether it begins with what opens a byline: `By`."""
        if self.signers is not None:
            return self.signers.is_opened
        return openers.without_opener(self.text)[1]

    @Fact
    def signers(self) -> eastern.Signers | None:
        """Whom a line in Chinese, Japanese or Korean names as those who wrote."""
        return eastern.signers_of(self.text)

    @Fact
    def has_byline(self) -> bool:
        """Whether a later part of it is what opens a byline and names: `3 May 2024 | By Jo Doe`, `Posted on
        3 May 2024 by Jo Doe`."""
        if self.signers is not None:
            return self.signers.is_told and not self.is_opened
        if self.is_opened or not (_PARTED.search(self.text) or self.dates):
            return False
        texts = [self.text, *(self.text[printed.span[1] :] for printed in self.dates[:1])]
        parts = [Facts(part.strip(" ,")) for text in texts for part in _PARTED.split(text)]
        return any(part.is_opened and part.names_somebody for part in parts)

    @property
    def names_somebody(self) -> bool:
        """Whether it is nothing but names of persons, or names a desk."""
        return self.is_names or any(map(desks.is_desk, self.authors))

    @Fact
    def is_opener(self) -> bool:
        """Whether it is nothing but what opens a byline: `By`, `Author of the article:`."""
        if len(self.text) > LONGEST_OPENER:
            return False
        line = self.text.rstrip(":").strip()
        return len(line) < LONGEST_OPENER / 2 and openers.without_opener(line + " X")[0] == "X"


class _Kept(dict[str, Facts]):
    """The facts of short lines, by their text."""

    def __missing__(self, text: str) -> Facts:
        if len(self) >= KEPT:
            self.clear()
        found = self[text] = Facts(text)
        return found


_KEPT = _Kept()


def facts_of(text: str) -> Facts:
    """What a line says; the same value for short lines that are the same."""
    return _KEPT[text] if len(text) <= LONGEST_KEPT else Facts(text)
