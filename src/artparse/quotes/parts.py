"""Features in parts: some that go together, told by what their names are made of.

    (ranked, "L", 0, "pe")   ->  the part whose features are those that `ranked("L", 0, "pe")` names

A text has far fewer different parts than features. So what a part comes to is worked out once (`Sums`),
and no name is made of a part that was met before; training asks for all names (`names_of`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from artparse.data.tables import Numbers

Part = tuple[Callable[..., Iterable[str]], *tuple[Any, ...]]
"""What names the features, and what it makes the names of: all of one type at each place, as `1` and `True`
are the same part and not the same name."""
MOST_PARTS = 50_000
"""Parts of which the sum is kept."""


def names_of(parts: Iterable[Part]) -> list[str]:
    """The names of the features of all parts."""
    return [name for names, *made_of in parts for name in names(*made_of)]


class Sums(dict[Part, int]):
    """Parts and what the weights of their features come to."""

    def __init__(self, weights: Numbers) -> None:
        self.weights = weights

    def __missing__(self, part: Part) -> int:
        if len(self) >= MOST_PARTS:
            self.clear()
        weight = self.weights.get
        found = self[part] = sum([weight(name, 0) for name in part[0](*part[1:])])
        return found

    def total(self, parts: Iterable[Part]) -> int:
        """What all parts come to."""
        return sum(map(self.__getitem__, parts))
