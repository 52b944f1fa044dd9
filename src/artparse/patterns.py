"""Regular expressions that are compiled when they are first used.

Compiling all that the package knows takes longer than reading a short text; most inputs need few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")
NOTHING: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(("match", "search", "fullmatch"), lambda *_: None),
    "finditer": lambda *_: iter(()),
    "findall": lambda *_: [],
}
"""What methods give for a text in which the expression is not found."""


def pattern(source: AnyStr, flags: int = 0, *, signs: str = "") -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at its first use.

    Whatever it finds holds one of `signs`, if there are any: it is not compiled for a text without them.
    """
    return cast("re.Pattern[AnyStr]", Later(source, flags, signs))


class Later:
    """A regular expression not yet compiled; from its first use on, its methods are the compiled one's."""

    def __init__(self, source: str | bytes, flags: int, signs: str = "") -> None:
        self.pattern = source
        self.given = flags
        self.signs = frozenset(signs)

    def __getattr__(self, name: str) -> Any:
        """Called for what is no attribute yet: the methods before the first use."""
        if name.startswith("_"):
            raise AttributeError(name)
        if self.signs and name in NOTHING:

            def found(text: str, start: int = 0, end: int | None = None) -> Any:
                if self.signs.isdisjoint(text[start:end]):
                    return NOTHING[name]()
                return getattr(self.compiled(), name)(text, start, len(text) if end is None else end)

            return found
        return getattr(self.compiled(), name)

    def compiled(self) -> re.Pattern[Any]:
        """The expression, whose methods are from now on this one's."""
        compiled = re.compile(self.pattern, self.given)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return compiled
