"""Regular expressions that are compiled when they are first used.

Compiling all that the package knows takes longer than reading a short text; most inputs need few of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at its first use."""
    return cast("re.Pattern[AnyStr]", Later(source, flags))


class Later:
    """A regular expression not yet compiled; from its first use on, its methods are the compiled one's."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self.given = flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is no attribute yet: the methods before the first use."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.given)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
