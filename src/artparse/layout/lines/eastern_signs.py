"""What lines in Chinese, Japanese and Korean say that they are: `责任编辑：林晓禾`, `相关阅读`, `周明远 摄`.

There are no spaces to part words by, so a line is known by how it begins and ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from artparse.article import Reason
from artparse.data import load
from artparse.layout.lines.dates import dates_in
from artparse.layout.lines.eastern import SIGN, is_eastern
from artparse.patterns import pattern

LONGEST_NOTE = 80
"""Code points of a line that says whose an article is, or where it was first."""
LONGEST_PROMPT = 30
"""Code points of a line that opens what is not of the article."""
LONGEST_CAPTION = 100
"""Code points of a line that says what a picture shows."""
LEAST_PROSE = 20
"""Signs of a line of prose, which are as many as ten words."""
LEAST_UNSPACED = 30
"""Letters of a line of prose in Thai, Lao, Burmese or Khmer."""
LONGEST_NUMBER = 2
"""Figures of a heading that is nothing but its number."""
DASHES = frozenset("—－-–")
"""What no heading opens with."""
ENDS = frozenset("。．.！？!?…")
"""What sentences end with."""
CLOSING = "”’」』）)】\"' "
"""What may stand behind the end of a sentence."""
OPENING = "（(【[「『<＜ 　"
"""What may stand before the word that a line is known by."""

_COLON = pattern(r"\s?[:：|｜丨/／《]")
_UNSPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SIGNED = pattern(r"[（【(][^（）【】()]{2,30}[）】)]$")
"""Who wrote, in brackets at the end of the last paragraph."""


def reason_in_east(text: str) -> Reason | None:
    """What such a line says that it is; null for all others, and where it says nothing."""
    if not is_eastern(text):
        return None
    words, bare = _words(), text.lstrip(OPENING)
    if len(text) <= LONGEST_NOTE and _is_note(bare):
        return "metadata"
    if text[0].isdigit() and len(text) <= LONGEST_NOTE and _is_dated_note(text):
        return "metadata"
    if any(map(text.__contains__, words["registered"])):
        return "footer"
    if len(text) <= LONGEST_NOTE and any(map(text.__contains__, words["gated"])):
        return "navigation"
    if _counted().match(text):
        return "comment"
    for reason, openings in words["prompts"].items():
        longest = LONGEST_NOTE if reason == "navigation" or text[-1] in ">＞" else LONGEST_PROMPT
        if len(text) <= longest and text.startswith(openings):
            found: Reason = reason
            return found
    return "caption" if _is_caption(text) else None


def _is_note(text: str) -> bool:
    """Whether a text begins with what says whose an article is: `来源：东湖日报`."""
    return any(_COLON.match(text, len(word)) for word in _words()["metadata"] if text.startswith(word))


def _is_dated_note(text: str) -> bool:
    """Whether a line has its day, and then that: `2024年5月3日08:12 来源：东湖日报`."""
    printed = next(dates_in(text), None)
    return printed is not None and printed.span[0] == 0 and _is_note(text[printed.span[1] :].lstrip())


def names_editor(text: str) -> bool:
    """Whether a line says who edited the article, which stands behind it: `责任编辑：林晓禾`."""
    bare = text.lstrip(OPENING)
    return (
        len(text) <= LONGEST_NOTE
        and bare.startswith(_words()["editors"])
        and reason_in_east(text) == "metadata"
    )


def _is_caption(text: str) -> bool:
    """Whether a line says what a picture shows, or whose it is: `周明远 摄`, `（视频截图）`."""
    if len(text) > LONGEST_CAPTION:
        return False
    words = _words()
    if text.startswith(words["opens"]) or any(map(text.__contains__, words["within"])):
        return True
    bare = text.rstrip("。）)】 ")
    return bare.endswith(words["ends"])


def is_prose_in_east(text: str) -> bool:
    """Whether a line is a sentence or more of prose; who wrote may stand behind it, in brackets."""
    said = _SIGNED.sub("", text)
    if text.isascii() or said.rstrip(CLOSING)[-1:] not in ENDS:
        return False
    return sum(1 for _ in SIGN.finditer(text)) >= LEAST_PROSE


def is_in_east(text: str) -> bool:
    """Whether a text has signs of Chinese, Japanese or Korean, or letters of a script that puts no spaces."""
    return is_eastern(text) or (not text.isascii() and _UNSPACED.search(text) is not None)


def is_long_without_spaces(text: str) -> bool:
    """Whether a line has as much as a sentence in Thai, Lao, Burmese or Khmer, which end none with a stop."""
    return not text.isascii() and sum(1 for _ in _UNSPACED.finditer(text)) >= LEAST_UNSPACED


def is_headed_in_east(text: str) -> bool:
    """Whether a line may be a heading: a few signs, and no mark that goes on or ends behind them; or its
    number."""
    if text.isdigit():
        return len(text) <= LONGEST_NUMBER
    if not text or text[0] in DASHES or ">" in text or not is_eastern(text):
        return False
    return text[-1].isalnum() or (text[-1] in "”」』》" and text.rstrip(CLOSING)[-1:] not in ENDS)


@cache
def _counted() -> re.Pattern[str]:
    """How many comments there are: `12条评论`."""
    return re.compile(rf"[\d,，]+\s?(?:{'|'.join(load('eastern')['counted'])})")


@cache
def _words() -> dict[str, Any]:
    data = load("eastern")
    return {
        "metadata": sorted(data["metadata"], key=len, reverse=True),
        "prompts": {reason: tuple(openings) for reason, openings in data["prompts"].items()},
        "editors": tuple(data["editors"]),
        "registered": data["registered"],
        "gated": data["gated"],
        "opens": tuple(data["captions"]["opens"]),
        "within": data["captions"]["within"],
        "ends": tuple(data["captions"]["ends"]),
    }
