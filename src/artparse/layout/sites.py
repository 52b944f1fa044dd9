"""The publication's name, and its keywords for an article, from the text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from artparse.data import load
from artparse.layout.units import Unit

LONGEST_NAME = 50
"""Code points of a publication's name."""
LONGEST_MENTION = 120
"""Code points of a line that speaks of the publication."""
EARLY = 2
"""Units at the start of which one may be the publication's name."""

_RIGHTS = re.compile(
    r"(?i)(?:©|\(c\)|\bcopyright)\s*(?:©|copyright|by)?\s*(?:(?:19|20)\d\d)?(?:\s*[-–]\s*(?:19|20)\d\d)?[\s,|]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^,.|·•©(]{2,48})"
)
_COMPANY = re.compile(
    r"(?i)\b(?:ltd|limited|inc|llc|plc|gmbh|ag|se|co|corp|s\.?a\.?|bv|subsidiary|company|companies|powered|us)\b"
)
_TAIL = re.compile(
    r"(?i)[\s,.|–-]*(?:all rights|alle rechte|tous droits|todos los|tutti i|alle rechten|\b(?:19|20)\d\d).*$"
)
_LABELLED = re.compile(r"[^:：]{2,40}[:：]\s*(.+)")
_SPLIT = re.compile(r"\s*[,;|•·#/]\s*")


def site_of(units: Sequence[Unit], labels: Sequence[str]) -> str | None:
    """The name after a copyright sign, or that of an early line which another line speaks of; else null."""
    outside = [u.text for u, label in zip(units, labels, strict=True) if label in ("before", "after")]
    held = None
    for text in reversed(outside):
        if len(text) < 300 and _may_claim(text) and (match := _RIGHTS.search(text)):
            name = _TAIL.sub("", match["name"]).strip()
            if 2 < len(name) <= LONGEST_NAME and name[0].isupper() and not _COMPANY.search(name):
                held = name
                said = (t for t in outside if " ".join(t.lower().split()) == name.lower())
                if line := next(said, None):
                    return line
                break
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if i >= EARLY or label != "before":
            break
        name = unit.text
        if 2 < len(name) <= LONGEST_NAME and " " in name and not name.endswith((".", "?", "!", ":")):
            mentions = [
                t for t in outside if name.lower() in t.lower() and t != name and len(t) < LONGEST_MENTION
            ]
            if mentions and not any(w in _menu() for w in name.lower().split()):
                at = mentions[0].lower().index(name.lower())
                return mentions[0][at : at + len(name)]
    return held


def _may_claim(text: str) -> bool:
    """Whether a line has a sign or word of copyright: quicker than the whole search."""
    return "©" in text or "(c)" in (low := text.lower()) or "copyright" in low


def keywords_of(units: Sequence[Unit], labels: Sequence[str]) -> tuple[str, ...]:
    """The tags printed after the body, behind a word such as `Tags:`, or on the short lines below it."""
    last = max((i for i, label in enumerate(labels) if label in ("paragraph", "heading")), default=-1)
    for i in range(last + 1, min(last + 12, len(units))):
        text = units[i].text
        opening = text.lower().rstrip(":").strip()
        if opening in _tags():
            words = []
            for follower in units[i + 1 : i + 13]:
                if (
                    len(follower.text) > 40
                    or follower.gap > 2
                    or follower.text.lower().rstrip(":") in _menu()
                ):
                    break
                words += [w for w in _SPLIT.split(follower.text) if w]
                if "," in follower.text:
                    break
            return tuple(dict.fromkeys(words))
        head, separator, rest = text.partition(":")
        if separator and head.lower().strip() in _tags() and len(text) < 300:
            return tuple(dict.fromkeys(w.strip() for w in _SPLIT.split(rest) if w.strip()))
    return ()


@cache
def _tags() -> frozenset[str]:
    return frozenset(word for words in load("cues")["tags"].values() for word in words)


@cache
def _menu() -> frozenset[str]:
    cues = load("cues")
    return frozenset(
        w for cue in ("navigation", "subscribe", "share", "related") for ws in cues[cue].values() for w in ws
    )
