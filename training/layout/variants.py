"""The same dump as other tools and habits write it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable


def wrapped(width: int) -> Callable[[str], str]:
    """Lines longer than `width` columns broken at spaces."""

    def rewrite(text: str) -> str:
        lines = []
        for line in text.split("\n"):
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
        return "\n".join(lines)

    return rewrite


def doubled(text: str) -> str:
    """A blank line after every line."""
    return text.replace("\n", "\n\n")


def dense(text: str) -> str:
    """No blank lines."""
    return re.sub(r"\n\s*\n+", "\n", text)


def indented(text: str) -> str:
    """Every line four columns in."""
    return re.sub(r"(?m)^(?=.)", "    ", text)


def first_line_indented(text: str) -> str:
    """Every long line three columns in."""
    return re.sub(r"(?m)^(?=.{80})", "   ", text)


def bulleted(mark: str) -> Callable[[str], str]:
    """Lines of a menu or list with a bullet before them, other bullets made the same."""

    def rewrite(text: str) -> str:
        text = re.sub(r"(?m)^(\s*)[-*•–▪·‣]\s+", rf"\1{mark} ", text)
        return re.sub(r"(?m)^(?=\w.{2,40}\n\w.{2,40}\n\w.{2,40}\n)", f"{mark} ", text)

    return rewrite


def windows(text: str) -> str:
    """What is left of a text in windows-1252, where its language can be written in it."""
    kept = text.encode("cp1252", "ignore")
    return text if len(kept) < 0.995 * len(text) else text.encode("cp1252", "replace").decode("cp1252")


VARIANTS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "wrapped72": wrapped(72),
    "wrapped78": wrapped(78),
    "doubled": doubled,
    "dense": dense,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "windows-1252": windows,
    "star": bulleted("*"),
    "bullet": bulleted("•"),
    "indented": indented,
    "first-line": first_line_indented,
    "wrapped72-dense": lambda text: wrapped(72)(dense(text)),
}
"""By name, a function from a dump to the dump re-written."""

WRITTEN = VARIANTS | {"wrapped66": wrapped(66)}
"""The same, with one that is learnt from but not asked for."""
