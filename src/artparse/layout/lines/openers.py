"""What opens a byline, and what stands in it beside the authors: `By`, `Medically reviewed by`, `Updated`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from artparse.data import load, phrases
from artparse.patterns import pattern

LONGEST_BARE = 30
"""Code points of a line that is nothing but what opens a byline."""
LONGEST_OPENER = 5
"""Words that open a byline, at most: `This post was written by`."""
LONGEST_HELP = 40
"""Code points in which a line says what somebody did."""
MANNERS = ("medically", "clinically", "scientifically", "legally", "expert", "fact", "peer")
"""What stands before a word for checking."""
GLUED = ("By", "by", "Par", "von", "Von")
"""Openers that copied pages run together with the name."""
_BY = pattern(r"(?i)(?<![\w-])(?P<word>[\w-]+)\s(?:by|von|par)\b")
"""What somebody did, and before whose name: `reviewed by`."""
FROM = "Aus "
"""What stands before where an article was written, where that opens its byline."""


def helps(text: str) -> bool:
    """Whether a line begins with what somebody else than the author did: `Medically reviewed by`."""
    match = _BY.search(text[:LONGEST_HELP])
    return match is not None and match["word"].lower() in byline_words()["helpers"]


def before_helpers(byline: str) -> str:
    """`byline`, parted before what others did: `Jane Doe, MD. Reviewed by John Roe`."""
    for match in reversed(list(_BY.finditer(byline))):
        if match["word"].lower() in byline_words()["helpers"]:
            head = byline[: match.start()].rstrip()
            head, _, word = head.rpartition(" ") if head.lower().endswith(MANNERS) else (head, "", "")
            byline = f"{head} | {word} {byline[match.start() :]}"
    return byline


def before_cues(byline: str) -> str:
    """`byline`, parted before the word for its date, which copied pages run together with the name."""
    low = byline.lower()
    if "ed" in low and any(map(low.__contains__, _cues())):
        return _cue().sub(" | ", byline)
    return byline


@cache
def _cues() -> list[str]:
    """Words for a date, such as `updated`."""
    return sorted(
        {c for kind in ("published", "modified") for c in load("dates")[kind]["en"] if c[-2:] == "ed"}
    )


@cache
def _cue() -> re.Pattern[str]:
    cues = _cues()
    small, large = ("|".join(form(c) for c in cues) for form in (str.capitalize, str.upper))
    glued = rf"(?<=[a-zß-ÿ])(?=(?:Last )?(?:{small})\b)|(?<=[A-ZÀ-Þ])(?=(?:LAST )?(?:{large})\b)"
    return re.compile(rf"{glued}|\s(?=(?:Last|LAST) (?:{large}|(?i:{small}))\b)")


def without_opener(text: str) -> tuple[str, bool]:
    """`text` without the words that open a byline (`By`, `Ein Kommentar von`), and whether there were any."""
    if "：" in text:
        head, _, rest = text.partition("：")
        if head.strip().lower() in openers():
            return rest.strip(), True
    if text.startswith(FROM) and (match := _from().match(text)):
        return text[match.end() :], True
    if not may_open(text):
        return text, False
    words = text.replace(":", ": ", 1).split(maxsplit=6)
    if not words or words[0].lower().rstrip(":.") not in _first_words():
        words = []
    for count in range(min(LONGEST_OPENER, len(words) - 1), 0, -1):
        opening = " ".join(words[:count]).lower().rstrip(":.")
        if opening in openers():
            if _labels_another(words[count - 1], words[count]):
                return text, False
            match = re.match(r"\s*" + r"\s+".join(map(re.escape, words[:count])) + r"[\s:]*", text)
            return (text[match.end() :] if match else text), True
    for opener in GLUED if text.startswith(GLUED) else ():
        if text.startswith(opener) and text[len(opener) : len(opener) + 1].isupper():
            return text[len(opener) :], True
    return text, False


def _labels_another(opener: str, following: str) -> bool:
    """Whether a noun that opens bylines is only the first word of another label: `Text size: A A A`.

    Its colon does not stand right behind it, but behind the next word, or no name opens with that.
    """
    if opener.lower() not in byline_words()["labels"]:
        return False
    return following.endswith(":") or (
        following[0].islower() and following not in byline_words()["particles"]
    )


@cache
def _from() -> re.Pattern[str]:
    """What opens a byline with where it was written: `Aus Kiel berichtet`, `Aus Kiel von`."""
    verbs = "|".join(sorted(byline_words()["reporting"]))
    return re.compile(rf"{FROM.strip()}(?:\s[A-ZÄÖÜ][\w.-]+){{1,3}}\s(?:(?:{verbs}):?|von)\s(?=[A-ZÄÖÜ])")


def is_bare_opener(text: str) -> bool:
    """Whether a line is nothing but what opens a byline, and its colon: `Written by`, `Author:`."""
    return len(text) <= LONGEST_BARE and text.rstrip(": ").lower() in openers()


def may_open(text: str) -> bool:
    """Whether a line begins with the first letters of what opens a byline, or white space."""
    start, starts = text[:2], _starts()
    # A word of one letter ends behind it.
    return start in starts or (start[:1] in starts and not start[1:].isalnum()) or start[:1].isspace()


@cache
def byline_words() -> dict[str, Any]:
    data = {key: value if key == "openers" else frozenset(value) for key, value in load("bylines").items()}
    return data | {"roles": data["roles"] | data["jobs"]}


@cache
def openers() -> frozenset[str]:
    """What opens a byline, in all languages."""
    return phrases("bylines", "openers")


@cache
def _first_words() -> frozenset[str]:
    """What an opener may begin with."""
    return frozenset(form for o in openers() for form in (o, o.split()[0], o.split()[0].rstrip(":.")))


@cache
def _starts() -> frozenset[str]:
    """The first two letters of what an opener may begin with, small and large."""
    starts = {word[:2].lower() for word in (*_first_words(), *GLUED)}
    return frozenset(form for s in starts for form in (s, s.upper(), s.capitalize(), s[0] + s[1:].upper()))
