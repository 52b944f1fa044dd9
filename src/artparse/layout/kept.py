"""What short lines come to, kept: the pages of a site have the same menus, and several stages ask the same of
a line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

KEPT = 15_000
"""Lines of which is kept what they come to."""
LONGEST_KEPT = 80
"""Code points of such a line."""

_Value = TypeVar("_Value")


class Known(dict[str, _Value], Generic[_Value]):
    """What lines come to, found out when first asked for."""

    __slots__ = ("of",)

    def __init__(self, of: Callable[[str], _Value]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, text: str) -> _Value:
        if len(self) >= KEPT:
            self.clear()
        found = self[text] = self.of(text)
        return found


def kept(of: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """`of`, which depends on nothing but a line's text, asked once of short lines that say the same."""
    known = Known(of)

    @wraps(of)
    def asked(text: str) -> _Value:
        return known[text] if len(text) <= LONGEST_KEPT else of(text)

    return asked
