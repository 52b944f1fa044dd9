"""How a line looks by itself: how long it is, how it begins and ends, what its words and signs are like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, pairwise

from artparse.data import load
from artparse.layout.lines.languages import all_common_words
from artparse.layout.lines.words import add_kind, parted
from artparse.patterns import pattern
from artparse.values import NamedTuple, dataclass, replace

PROSE = 70
"""Letters, at least, of a unit that counts as prose by its look."""
HEAD = 240
"""Code points at the start of a unit that are searched for cues and shapes."""
LONGEST = 50_000
"""Code points of a unit that are looked at: any more of a line tells nothing."""
CUED = 40
"""Words at the start of a unit that are searched for cues."""
MOST_NAMES = 12
"""Words of a unit that is nothing but names, those between them counted."""
WIDE_SCRIPT = 2.5
"""Letters of an alphabet that one Chinese, Japanese or Korean sign says as much as."""
SHARES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95)
"""Where the steps of a share lie."""

SENTENCE_ENDS = (".", '."', "?", "~")
"""The kinds of ends (see `kind_of_end`) that a whole sentence has."""
BULLET = pattern(r"(?:[-*•–▪·‣◦]|\d{1,2}[.)])\s+(?=\S)", signs="-*•–▪·‣◦.)")
"""The marker of a list item."""

# What begins with one set of signs is searched for faster than what begins with several, or with `\b`.
_WORD = pattern(r"\w+")
_WIDE = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
"""First and last of the scripts that have no spaces between words, or few."""
_SENTENCE = pattern(r"[.!?…。！？](?:(?<=[。！？])|[\"'”’»)\]]?\s+[\"'“„«‘(\[]?[^\W\d_a-z])")
_DATE = pattern(r"\d(?<!\w\d)(?:(?<=1)9\d\d\b|(?<=2)0\d\d\b|\d?[./]\d{1,2}[./]\d\d\b)")
_TIME = pattern(r"\d(?<!\w\d)\d?[:.h]\d\d\b")
_ADDRESS = pattern(r"https?://|www\.|\w@\w|\.com\b|@\w")
_STOPS = frozenset(".!?…。！？")
_BARS = frozenset("|•·")
_LABEL = pattern(r"[^\s:：]+(?: [^\s:：]+){0,2}\s?[:：]")
_NAMES = pattern(r"(?:[^\W\d_a-z][\w.'’-]*(?:,? (?:and|und|et|y|e|en|i) |,? |$)){2,6}$")
_ENDS = {
    **dict.fromkeys(".。", "."),
    **dict.fromkeys("!?！？", "?"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys("…", "~"),
    **dict.fromkeys("\"'”’»«“‘」』", '"'),
    **dict.fromkeys(",;，；、", ","),
    **dict.fromkeys(")]）】", ")"),
    **dict.fromkeys("|>›»→•·/-–—", "|"),
}
NUMBER_OF_END = {
    end: float(k) for k, end in enumerate((".", '."', "?", ":", "~", '"', ",", ")", "|", "9", "a", "#"))
}
"""The kinds of ends as numbers, which trees compare."""
NUMBER_OF_OPENING = {sign: float(k) for k, sign in enumerate("aA9#oc")}
"""The kinds of first characters as numbers; all others are below them."""
_TELLING_ENDS = frozenset([".", '."', "?", ":"])
_NO_SIGNS = (0, 0, 0, 0)
_OPENERS = frozenset("\"'“„«‘‹»「『")
_LENGTHS = (4, 8, 14, 22, 32, 45, 60, 80, 110, 150, 210, 300, 450, 700, 1200)
_COARSE = (14, 32, 60, 110, 210, 450)
_COUNTS = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
"""Where the steps of a length in letters, of a coarser one, and of a number lie."""
_COARSE_OF = tuple(bisect_right(_COARSE, length) for length in (0, *_LENGTHS))
"""For each step of `_LENGTHS` that of `_COARSE`."""
_SHORT, _MIDDLE = bisect_right(_LENGTHS, 31), bisect_right(_LENGTHS, 109)
"""Steps up to which a unit is short, and of middle length."""


class Form(NamedTuple):
    """What the features of a unit's length and ends depend on (see `groups`)."""

    size: int
    """The step of its length."""
    coarse: int
    """The same in fewer steps."""
    words: int
    """The step of the number of its words."""
    end: str
    """The kind of its last sign (see `kind_of_end`)."""
    opening: str
    """The kind of its first."""


class Lean(NamedTuple):
    """What the features of its words depend on."""

    coarse: int
    """The step of its length, of few."""
    common: int
    """The step of the share of words that are common in some language."""
    lower: int
    """The step of the share of words in small letters."""
    capitals: bool
    """Whether all letters are capitals."""


class Counted(NamedTuple):
    """What the features of its signs depend on: the steps of how many there are."""

    digits: int
    """Of their share of the unit."""
    sentences: int
    commas: int
    quotes: int


_FORMS: dict[tuple[int, int, int, str, str], Form] = {}
_LEANS: dict[tuple[int, int, int, bool], Lean] = {}
_COUNTED: dict[tuple[int, int, int, int], Counted] = {}
"""What units look like, held once for all that look alike; as many as the steps of scales allow."""


@dataclass(slots=True, eq=False)
class Look:
    """What a unit looks like by itself."""

    text: str
    length: float
    """Letters, signs of Chinese, Japanese and Korean counted more."""
    count: int
    """Its words."""
    common: int
    """How many of them are common in some language."""
    parts: int
    """What white space parts in it."""
    lower: int
    """How many of those are in lower case."""
    content: set[str]
    """The words that may tell what the unit is about."""
    prose: bool
    shape: str
    cues: tuple[str, ...]
    form: Form
    lean: Lean
    counted: Counted
    marks: tuple[str, ...]
    """Features that few units have: cues, and things like dates and addresses."""


def _wide(text: str) -> int:
    """How many characters of `text` are of the wide scripts."""
    return len(_wide_signs().findall(text)) if max(text) >= _WIDE[0][0] else 0


@cache
def _wide_signs() -> re.Pattern[str]:
    """Such a character; the ranges take long to compile, so where they are needed."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in _WIDE) + "]")


def look_at(text: str) -> Look:
    """The look of one unit."""
    if len(text) > LONGEST:
        # Its beginning and its end.
        look = look_at(text[: LONGEST - 2] + text[-2:])
        return replace(look, text=text, length=look.length / LONGEST * len(text))
    count = len(text)
    head = text[:HEAD]
    words, signs, western = parted(text)
    wide = 0 if western else _wide(head)
    length = count * (1 + (WIDE_SCRIPT - 1) * wide / len(head)) if wide else count
    originals = text.split()
    size = bisect_right(_LENGTHS, length)
    coarse = _COARSE_OF[size]
    short = "s" if size <= _SHORT else "m" if size <= _MIDDLE else "l"
    end = kind_of_end(text)
    start = text[0]
    opening = _opening(start)
    common = sum(map(all_common_words().__contains__, words))
    stop = bisect_right(SHARES, common / (len(words) or 1))
    small = sum(map(str.islower, originals))
    lower = bisect_right(SHARES, small / len(originals))
    # Most lines have no sign, and so nothing that is told by one.
    figures = _figures(signs, head, count) if signs else 0
    capitals = length > 3 and count > 3 and text.isupper()
    form = (size, coarse, bisect_right(_COUNTS, len(words) or 1), end, opening)
    lean = (coarse, stop, lower, capitals)
    counted = _counted(text, signs, figures / len(head)) if signs else _NO_SIGNS
    prose = length >= PROSE and (end in '."?~' or length > 3 * PROSE) and (stop > 1 or lower > 5 or wide > 20)
    cues = _cues_in(words, short)
    if "©" in signs and "©" in head:
        cues += (f"kfooter©{short}",)
    marks = _marks(text, head, signs, figures, opening, short) if signs else []
    if (
        short != "l"
        and 1 < len(originals) <= MOST_NAMES
        and not "a" <= start <= "z"
        and not "a" <= originals[-1][0] <= "z"
        and _NAMES.match(head)
    ):
        marks.append(f"names{short}")
    if "(" in signs and ")" in signs:
        marks.append(f"(){short}{end}")
    content = {w for w in words if len(w) > 3} if wide < 5 else {a + b for a, b in pairwise(text)}
    shape = f"{coarse}{end if end in _TELLING_ENDS else '-'}"
    return Look(
        text, length, len(words), common, len(originals), small, content, prose, shape, cues,
        _FORMS.get(form) or _FORMS.setdefault(form, Form(*form)),
        _LEANS.get(lean) or _LEANS.setdefault(lean, Lean(*lean)),
        _COUNTED.get(counted) or _COUNTED.setdefault(counted, Counted(*counted)),
        (*cues, *marks) if marks else cues,
    )  # fmt: skip


def _figures(signs: str, head: str, count: int) -> int:
    """How many digits a unit of `count` code points has in its `head`."""
    figures = sum(map(str.isdecimal, signs))
    if figures and count > HEAD:
        return sum(map(head.count, set(filter(str.isdecimal, signs))))
    return figures


def _counted(text: str, signs: str, figures: float) -> tuple[int, int, int, int]:
    """Steps of the share of digits, and of the numbers of sentences, commas and quotation marks."""
    return (
        bisect_right(SHARES, figures) if figures else 0,
        0 if _STOPS.isdisjoint(signs) else bisect_right(_COUNTS, len(_SENTENCE.findall(text))),
        bisect_right(_COUNTS, _count(signs, ",，、،")),
        bisect_right(_COUNTS, _count(signs, '"“”„«»「')),
    )


def _marks(text: str, head: str, signs: str, figures: int, opening: str, short: str) -> list[str]:
    """The features of what signs tell: dates, times, addresses, bars, bullets, labels before a colon."""
    marks: list[str] = []
    if figures > 2:
        if _DATE.search(head):
            marks.append(f"date{short}")
        if _TIME.search(head):
            marks.append(f"time{short}")
    if ("@" in signs or "." in signs or ":" in signs) and _may_address(text) and _ADDRESS.search(text):
        marks.append(f"url{short}")
    if ("|" in signs or "•" in signs or "·" in signs) and not _BARS.isdisjoint(head):
        marks.append(f"bar{short}")
    if opening in "#9" and BULLET.match(head):
        marks.append(f"bullet{short}")
    if (":" in signs or "：" in signs) and (m := _LABEL.match(head)) and len(text) > m.end():
        marks.append(f"label{short}")
    return marks


def _count(signs: str, kinds: str) -> int:
    """How many of `signs` are one of `kinds`, the first of which alone is in ASCII."""
    return signs.count(kinds[0]) if signs.isascii() else sum(map(signs.count, kinds))


def _may_address(text: str) -> bool:
    """Whether a line has what addresses have: quicker than the whole search."""
    return "@" in text or "www." in text or "http" in text or ".com" in text


def _cues_in(words: Sequence[str], short: str) -> tuple[str, ...]:
    """The features of the cues in a unit's words: its first, near its start, and further on."""
    single, double, opening = _cues()
    found: list[str] = []
    for k in compress(range(CUED), map(opening.__contains__, words)):
        where = ">" if k >= 6 else "~" if k else "^"
        found += [f"k{cue}{where}{short}" for cue in single.get(words[k], ())]
        if k < 5 and words[k] in double and k + 1 < len(words):
            found += [f"k{cue}{where}{short}" for cue in double[words[k]].get(words[k + 1], ())]
    return tuple(dict.fromkeys(found)) if found else ()


def kind_of_end(text: str) -> str:
    """The kind of a line's last character, with the stop before a closing quotation mark."""
    tail = text[-1]
    end = _ENDS.get(tail) or ("9" if tail.isdigit() else "a" if tail.isalpha() else "#")
    return '."' if end == '"' and len(text) > 1 and text[-2] in ".!?…,。！？" else end


def _opening(start: str) -> str:
    """The kind of a unit's first character."""
    if start.isupper():
        return "A"
    if start.islower():
        return "a"
    if start.isdigit():
        return "9"
    return "o" if start in _OPENERS else "c" if start.isalpha() else "#"


@lru_cache(1_000)
def cued(marks: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[bool, ...]:
    """Which of some kinds of marks a unit with these `marks` has."""
    return tuple(any(mark.startswith(kind) for mark in marks) for kind in kinds)


def said_in(contents: Iterable[set[str]]) -> tuple[set[str], set[str], set[str]]:
    """The words that several units speak of: all, those of two at least, and those of three at least."""
    once: set[str] = set()
    twice: set[str] = set()
    thrice: set[str] = set()
    for content in contents:
        thrice |= twice & content
        twice |= once & content
        once |= content
    return once, twice, thrice


@cache
def _cues() -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]], frozenset[str]]:
    """The kinds of cue that a word is, those that two words are, and the first words of both."""
    single: dict[str, tuple[str, ...]] = {}
    double: dict[str, dict[str, tuple[str, ...]]] = {}
    for cue, languages in load("cues").items():
        if cue == "home":
            continue
        phrases = set(chain.from_iterable(languages.values()))
        alone = set(filter(str.isalpha, phrases))
        add_kind(single, alone, cue)
        for phrase in phrases - alone:
            words = phrase.split()
            if not "".join(words).isalpha():
                words = _WORD.findall(phrase)
            if 1 <= len(words) <= 2:
                known = single if len(words) == 1 else double.setdefault(words[0], {})
                kinds = known.get(words[-1], ())
                if cue not in kinds:
                    known[words[-1]] = (*kinds, cue)
    return single, double, frozenset((*single, *double))
