"""Comparisons as JSON, and as one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from artparse.values import NamedTuple
from artparse.writing.html import frame, template
from artparse.writing.json import indented, line

LONGEST = 1_000_000
"""Product of the numbers of words of two wordings that are still set against each other word by word."""


class Words(NamedTuple):
    """Some words of a paragraph, or of its other wording."""

    tag: str
    """`del` for those that are gone, `ins` for new ones, empty for those that stay."""
    text: str


def as_line(comparison: dict[str, Any]) -> bytes:
    """A line of JSON Lines."""
    return line(comparison).encode() + b"\n"


def alone(comparison: dict[str, Any]) -> bytes:
    """One comparison as JSON for reading."""
    return (indented(comparison) + "\n").encode()


def in_array(comparison: dict[str, Any]) -> bytes:
    """A comparison of a JSON array, on one line."""
    return line(comparison).encode()


def page(comparisons: Iterable[dict[str, Any]]) -> bytes:
    """One page of all that differs; articles that are the same are counted only."""
    same = 0
    shown = []
    for one in comparisons:
        if one["same"]:
            same += 1
        else:
            paragraphs = [change | {"words": list(_words(change))} for change in one["paragraphs"]]
            shown.append(one | {"paragraphs": paragraphs})
    text = template("comparison.html").render(**frame("comparison.css"), comparisons=shown, same=same)
    return text.encode()


def _words(change: dict[str, Any]) -> Iterator[Words]:
    before, after = (change["before"] or "").split(), (change["after"] or "").split()
    if change["change"] != "reworded" or len(before) * len(after) > LONGEST:
        yield from _whole(change, before, after)
        return
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words("", " ".join(before[i:j]))
        else:
            yield from _some("del", before[i:j])
            yield from _some("ins", after[k:m])


def _whole(change: dict[str, Any], before: Sequence[str], after: Sequence[str]) -> Iterator[Words]:
    if change["change"] == "moved":
        yield from _some("", after)
    else:
        yield from _some("del", before)
        yield from _some("ins", after)


def _some(tag: str, words: Sequence[str]) -> Iterator[Words]:
    if words:
        yield Words(tag, " ".join(words))
