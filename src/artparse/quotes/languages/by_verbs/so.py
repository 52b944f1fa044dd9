"""A sentence of its own that tells who said the words in marks before it: "«…». Lo ha detto Ana Bo"."""

from __future__ import annotations

import re

from artparse.quotes.languages.by_verbs.ground import Ground
from artparse.quotes.languages.by_verbs.subjects import subject_behind

FARTHEST_VERB = 4
"""The verb is at most so many tokens behind the words in marks."""
WORDS = re.compile(r"[^\W\d_]+")


def stretch_of_so(ground: Ground, i: int) -> tuple[int, int]:
    """The stretch whose words the verb at token `i` says to be somebody's, and that one's mention; or -1."""
    at = i - 1
    while at >= max(0, i - FARTHEST_VERB) and ground.quoted[at] < 0:
        at -= 1
    tokens = ground.reader.tokens
    if at < 0 or ground.quoted[at] < 0 or tokens.passages[at] != tokens.passages[i]:
        return -1, -1
    stretch = ground.reader.stretches[ground.quoted[at]]
    between = ground.reader.text[stretch.outer[1] : tokens.ends[i]]
    words = [word.lower() for word in WORDS.findall(between)][:-1]
    closed = "." in between or ground.reader.text[stretch.start : stretch.end].rstrip()[-1:] in ".!?…"
    if not words or not closed or not ground.so.issuperset(words):
        return -1, -1
    number = subject_behind(ground, i)
    return (ground.quoted[at], number) if number >= 0 else (-1, -1)
