"""What the labelling model is told of each unit: how it looks, what stands around it, where it stands.

A feature is a short string; the model has a weight for it and each label, or ignores it. No feature
holds a word of the text: words count only by their kind (stop word, cue of `data/cues.json`, repeated
elsewhere in the article), so that the model does not learn what some site writes.

Features come in groups, each of which depends on a few steps of scales and kinds of signs. What a
group comes to (for training its names, for a model the sum of their weights) is looked up by those.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, chain, compress, pairwise, repeat
from operator import add, sub
from typing import Any, Generic, TypeVar

from artparse.data import load
from artparse.layout.kept import kept
from artparse.layout.languages import all_common_words
from artparse.layout.markup import markup_worth
from artparse.layout.units import Unit
from artparse.layout.words import parted
from artparse.patterns import pattern
from artparse.reading.document import Document

PROSE = 70
"""Letters, at least, of a unit that counts as prose by its look."""
HEAD = 240
"""Code points at the start of a unit that are searched for cues and shapes."""
KEPT = 10_000
"""Combinations of a group of features of which is kept what they come to."""
LONGEST = 50_000
"""Code points of a unit that are looked at: any more of a line tells nothing."""
CUED = 40
"""Words at the start of a unit that are searched for cues."""
MOST_NAMES = 12
"""Words of a unit that is nothing but names, those between them counted."""
WIDE_SCRIPT = 2.5
"""Letters of an alphabet that one Chinese, Japanese or Korean sign says as much as."""

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
_TELLING_ENDS = frozenset([".", '."', "?", ":"])
_NO_SIGNS = (0, 0, 0, 0)
_OPENERS = frozenset("\"'“„«‘‹»「『")
_LENGTHS = (4, 8, 14, 22, 32, 45, 60, 80, 110, 150, 210, 300, 450, 700, 1200)
_COARSE = (14, 32, 60, 110, 210, 450)
_COUNTS = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
_SHARES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95)
_FAR = (1, 2, 3, 4, 6, 9, 14, 25, 60)
_COARSE_OF = tuple(bisect_right(_COARSE, length) for length in (0, *_LENGTHS))
"""For each step of `_LENGTHS` that of `_COARSE`."""
_SHORT, _MIDDLE = bisect_right(_LENGTHS, 31), bisect_right(_LENGTHS, 109)
"""Steps up to which a unit is short, and of middle length."""
_STEPS = tuple(bisect_right(_FAR, distance) for distance in range(_FAR[-1] + 1))
"""For each distance, the last standing for all larger ones, its step of `_FAR`."""
_BEFORE, _BEHIND = (tuple(f"{side}{step}" for step in _STEPS) for side in "<>")
"""The same before and behind the run that reads most like an article."""
_NEAR, _AROUND = 4, 10
"""Units before, and after, whose prose is counted."""
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)


_Value = TypeVar("_Value")


class Group(dict[Any, _Value], Generic[_Value]):
    """What the features of a group come to, by what they depend on; made when first asked for."""

    __slots__ = ("names", "worth")

    def __init__(self, names: Callable[..., Iterable[str]], worth: Callable[[Iterable[str]], _Value]) -> None:
        super().__init__()
        self.names = names
        self.worth = worth

    def __missing__(self, key: tuple[Hashable, ...]) -> _Value:
        if len(self) >= KEPT:
            self.clear()
        found = self[key] = self.worth(self.names(*key))
        return found

    def of(self, *columns: Iterable[Hashable]) -> list[_Value]:
        """The values of many keys, whose first parts are the first column, and so on."""
        return list(map(self.__getitem__, zip(*columns, strict=False)))

    def some(self, keys: Sequence[tuple[Hashable, ...]], beside: int = 0) -> Iterator[tuple[int, _Value]]:
        """The values of the `keys` that are not empty, each with its place, or one so far beside it."""
        places = compress(range(beside, beside + len(keys)), keys)
        return zip(places, map(self.__getitem__, filter(None, keys)), strict=True)


class Groups(Generic[_Value]):
    """All groups of features, for one use of them: `worth` tells what names come to."""

    __slots__ = (
        "after", "around", "before", "beyond", "counted", "distance", "edges", "gaps", "lean",
        "marks", "mass", "near", "none", "page", "place", "prose", "repeats", "shape", "shared", "told",
        "topic", "worth",
    )  # fmt: skip

    def __init__(self, worth: Callable[[Iterable[str]], _Value]) -> None:
        self.worth = worth
        self.none = worth(())
        self.shape = Group(_shape_names, worth)
        self.lean = Group(_lean_names, worth)
        self.counted = Group(_counted_names, worth)
        self.marks = Group(_own_names, worth)
        self.gaps = Group(_gap_names, worth)
        self.around = Group(_around_names, worth)
        self.beyond = Group(_beyond_names, worth)
        self.near = Group(_near_names, worth)
        self.prose = Group(_prose_names, worth)
        self.distance = Group(_distance_names, worth)
        self.before = Group(_before_names, worth)
        self.after = Group(_after_names, worth)
        self.mass = Group(_mass_names, worth)
        self.place = Group(_place_names, worth)
        self.page = Group(_page_names, worth)
        self.edges = Group(_edge_names, worth)
        self.repeats = Group(_repeat_names, worth)
        self.shared = Group(_shared_names, worth)
        self.topic = Group(_topic_names, worth)
        self.told = Group(_told_names, worth)


_FORMS: dict[tuple[int, int, int, str, str], tuple[int, int, int, str, str]] = {}
_LEANS: dict[tuple[int, int, int, bool], tuple[int, int, int, bool]] = {}
_COUNTED: dict[tuple[int, int, int, int], tuple[int, int, int, int]] = {}
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
    form: tuple[int, int, int, str, str]
    """What its features of length and ends depend on (see `_shape_names`)."""
    lean: tuple[int, int, int, bool]
    """What those of its words depend on (see `_lean_names`)."""
    counted: tuple[int, int, int, int]
    """What those of its signs depend on (see `_counted_names`)."""
    marks: tuple[str, ...]
    """Features that few units have: cues, and things like dates and addresses."""

    @property
    def features(self) -> tuple[str, ...]:
        """Its features by itself."""
        own = _shape_names(*self.form) + _lean_names(*self.lean) + _counted_names(*self.counted)
        return own + self.marks


def looks_of(units: Sequence[Unit]) -> list[Look]:
    """The look of each unit."""
    looks = [look_at(u.text) for u in units]
    lines = Counter([look.text for look in looks if look.prose])
    if max(lines.values(), default=0) > 2:
        return [replace(look, prose=False) if lines[look.text] > 2 else look for look in looks]
    return looks


def features_of(
    units: Sequence[Unit], looks: Sequence[Look], document: Document | None = None
) -> list[list[str]]:
    """The features of each unit, with those of its markup where `document` has any."""
    return [list(own) for own in worth_of(units, looks, document, _names())]


def worth_of(
    units: Sequence[Unit], looks: Sequence[Look], document: Document | None, groups: Groups[_Value]
) -> list[_Value]:
    """What the features of each unit come to, with those of its markup where `document` has any."""
    if not units:
        return []
    middle = core(looks)
    clean = bisect_right(_SHARES, sum([x.prose for x in looks]) / len(looks))  # the share of prose, as a step
    found, best = _shared(looks, middle, groups)
    for column in chain(
        _own(looks, groups),
        _gaps(units, looks, middle, groups),
        _surroundings(looks, groups),
        _places(looks, middle, clean, groups),
        [_told(looks, best, groups)] if best >= 0 else [],
        _markup(units, document, groups),
    ):
        found = list(map(add, found, column))
    for i, value in chain(
        groups.marks.some([x.marks for x in looks]),
        _cues_beside(looks, groups),
        _edges(len(looks), clean, groups),
        _said_again(looks, groups),
        _beside(looks, best, groups) if best >= 0 else (),
    ):
        found[i] = add(found[i], value)
    return found


def _markup(
    units: Sequence[Unit], document: Document | None, groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    if document and document.parents:
        yield markup_worth(units, document, groups.worth)


@cache
def _names() -> Groups[tuple[str, ...]]:
    return Groups(tuple)


def _wide(text: str) -> int:
    """How many characters of `text` are of the wide scripts."""
    return len(_wide_signs().findall(text)) if max(text) >= _WIDE[0][0] else 0


@cache
def _wide_signs() -> re.Pattern[str]:
    """Such a character; the ranges take long to compile, so where they are needed."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in _WIDE) + "]")


@kept
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
    stop = bisect_right(_SHARES, common / (len(words) or 1))
    small = sum(map(str.islower, originals))
    lower = bisect_right(_SHARES, small / len(originals))
    # Most lines have no sign, and so nothing that is told by one.
    figures = sum(map(str.isdecimal, signs)) if signs else 0
    if figures and count > HEAD:
        figures = sum(map(head.count, set(filter(str.isdecimal, signs))))
    capitals = length > 3 and count > 3 and text.isupper()
    form = (size, coarse, bisect_right(_COUNTS, len(words) or 1), end, opening)
    lean = (coarse, stop, lower, capitals)
    counted = (
        (
            bisect_right(_SHARES, figures / len(head)) if figures else 0,
            0 if _STOPS.isdisjoint(signs) else bisect_right(_COUNTS, len(_SENTENCE.findall(text))),
            bisect_right(_COUNTS, _count(signs, ",，、،")),
            bisect_right(_COUNTS, _count(signs, '"“”„«»「')),
        )
        if signs
        else _NO_SIGNS
    )
    prose = length >= PROSE and (end in '."?~' or length > 3 * PROSE) and (stop > 1 or lower > 5 or wide > 20)
    cues = _cues_in(words, short)
    if "©" in signs and "©" in head:
        cues += (f"kfooter©{short}",)
    marks: list[str] = []
    if signs:
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
        if (":" in signs or "：" in signs) and (m := _LABEL.match(head)) and count > m.end():
            marks.append(f"label{short}")
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
        _FORMS.setdefault(form, form), _LEANS.setdefault(lean, lean), _COUNTED.setdefault(counted, counted),
        (*cues, *marks) if marks else cues,
    )  # fmt: skip


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


def _shape_names(size: int, coarse: int, words: int, end: str, opening: str) -> tuple[str, ...]:
    """The features of a unit's length and of its first and last signs."""
    return (
        "b",
        f"n{size}",
        f"w{words}",
        f"e{end}",
        f"e{end}n{coarse}",
        f"s{opening}",
        f"s{opening}n{coarse}",
    )


def _lean_names(coarse: int, stop: int, lower: int, capitals: bool) -> tuple[str, ...]:
    """The features of what its words are like."""
    found = (f"p{stop}", f"p{stop}n{coarse}", f"l{lower}", f"l{lower}n{coarse}")
    return (*found, f"CAPS{coarse}") if capitals else found


def _counted_names(digits: int, sentences: int, commas: int, quotes: int) -> tuple[str, ...]:
    """The features of the signs within it."""
    return (f"d{digits}", f"S{sentences}", f",{commas}", f"q{quotes}")


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


def _own(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[list[_Value]]:
    """How each unit looks."""
    yield list(map(groups.shape.__getitem__, [x.form for x in looks]))
    yield list(map(groups.lean.__getitem__, [x.lean for x in looks]))
    yield list(map(groups.counted.__getitem__, [x.counted for x in looks]))


def _gaps(
    units: Sequence[Unit], looks: Sequence[Look], core: tuple[int, int], groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    """Blank lines around a unit, against what is usual in this text, and between its paragraphs."""
    gaps = [u.gap for u in units[1:]]
    least = min(gaps, default=1)
    loose = [g > least for g in gaps]
    share = sum(loose) / len(loose) if loose else 0.0
    kind = "0" if share < 0.02 or share > 0.98 else "1" if share < 0.4 else "2"
    if kind == "0":
        yield [groups.gaps[kind,]] * len(units)
        return
    around = [True, *loose, True]
    prose = [around[i] for i in range(core[0], core[1] + 1) if looks[i].prose]
    usual = sum(prose) / len(prose) if prose else 0.5
    habit = "l" if usual > 0.85 else "t" if usual < 0.15 else "-"
    yield groups.gaps.of(repeat(kind), around, around[1:], repeat(habit), [x.shape[0] for x in looks])


def _gap_names(
    kind: str, before: bool = False, after: bool = False, habit: str = "", size: str = ""
) -> tuple[str, ...]:
    if kind == "0":
        return ("g0",)
    return (f"g{kind}{before:d}{after:d}", f"g{habit}{before:d}{after:d}{size}")


def _surroundings(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[list[_Value]]:
    """The looks of the units around, near and further away."""
    shapes = ["^^", "^", *[x.shape for x in looks], "$", "$$"]
    sizes = [x.shape[0] for x in looks]
    own = shapes[2:-2]
    yield groups.around.of(shapes[1:], own, shapes[3:])
    yield groups.beyond.of(shapes, shapes[4:])
    flags = [x.prose for x in looks]
    long = [x.length > 60 for x in looks]
    total = list(accumulate(flags, initial=0))
    # Prose before each place, from so many before the first unit to so many after the last.
    total = [0] * _AROUND + total + total[-1:] * _AROUND
    here, past = total[_AROUND:], total[_AROUND + 1 :]
    yield groups.near.of(
        map(sub, here, total[_AROUND - _NEAR :]),
        map(sub, total[_AROUND + 1 + _NEAR :], past),
        _distances(long),
        _distances(long[::-1])[::-1],
    )
    yield groups.prose.of(map(sub, here, total), map(sub, total[2 * _AROUND + 1 :], past), sizes)
    yield groups.distance.of(_distances(flags), _distances(flags[::-1])[::-1], own)


def _cues_beside(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """The cues of the units before and behind."""
    cues = [x.cues for x in looks]
    return chain(groups.before.some(cues[:-1], 1), groups.after.some(cues[1:], 0))


def _around_names(last: str, shape: str, following: str) -> tuple[str, ...]:
    return (
        f"-1{last}",
        f"{last}<{shape}",
        f"+1{following}",
        f"{shape}>{following}",
        f"{last}<{shape[0]}>{following}",
    )


def _beyond_names(before: str, after: str) -> tuple[str, ...]:
    return (f"-2{before}", f"+2{after}")


def _near_names(near: int, coming: int, long_back: int, long_ahead: int) -> tuple[str, ...]:
    return (f"P-{near}", f"P+{coming}", f"L-{long_back}", f"L+{long_ahead}")


def _prose_names(before: int, after: int, size: str) -> tuple[str, ...]:
    return (f"P={before}{size}", f"P_{after}{size}")


def _distance_names(back: int, ahead: int, shape: str) -> tuple[str, ...]:
    size = shape[0]
    return (f"D-{back}{size}", f"D+{ahead}{size}", f"D{min(back, 4)}|{min(ahead, 4)}|{shape}")


def _own_names(*names: str) -> tuple[str, ...]:
    return names


def _before_names(*cues: str) -> tuple[str, ...]:
    return tuple(f"-{cue}" for cue in cues)


def _after_names(*cues: str) -> tuple[str, ...]:
    return tuple(f"+{cue}" for cue in cues)


def _distances(flags: Sequence[bool]) -> list[int]:
    """For each place the distance back to the nearest flag before it, as a step of `_FAR`."""
    result = []
    furthest = distance = len(_STEPS) - 1
    for flag in flags:
        result.append(_STEPS[distance])
        if flag:
            distance = 1
        elif distance < furthest:
            distance += 1
    return result


def _places(
    looks: Sequence[Look], core: tuple[int, int], clean: int, groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    """Where a unit stands in the text, and against the run that reads most like an article."""
    n = len(looks)
    start, end = core
    mass = [min(x.length, 800.0) if x.prose else 0.0 for x in looks]
    whole = sum(mass) or 1.0
    done = 0.0
    before, after = [], []
    b, a = 0, len(_PLACES)
    for own in mass:
        if own:
            before.append(b)
            after.append(bisect_right(_PLACES, (whole - done - own) / whole))
            done += own
            b, a = bisect_right(_PLACES, done / whole), bisect_right(_PLACES, (whole - done) / whole)
        else:
            before.append(b)
            after.append(a)
    sides = _steps_to(start, _BEFORE)[::-1] + ["=5"] * (end + 1 - start)
    sides[end], sides[start] = "=9", "=0"
    sides += _steps_to(n - 1 - end, _BEHIND)
    shapes = [x.shape for x in looks]
    sizes = [shape[0] for shape in shapes]
    yield groups.mass.of(before, after, sizes)
    yield groups.place.of([bisect_right(_PLACES, i / n) for i in range(n)], sides, sizes)
    yield groups.page.of([side[0] for side in sides], shapes, repeat(clean))


def _edges(n: int, clean: int, groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """The first and last of `n` units."""
    for i in {*range(min(3, n)), *range(max(0, n - 3), n)}:
        yield i, groups.edges[min(i, 3), min(n - i, 4), clean]


def _steps_to(furthest: int, steps: Sequence[str]) -> list[str]:
    """What `steps` has for the distances from 1 to `furthest`."""
    return [*steps[1 : furthest + 1], *repeat(steps[-1], furthest + 1 - len(steps))]


def _mass_names(before: int, after: int, size: str) -> tuple[str, ...]:
    return (f"M{before}", f"m{after}", f"M{before}{size}", f"m{after}{size}")


def _place_names(place: int, side: str, size: str) -> tuple[str, ...]:
    return (f"@{place}", f"C{side}", f"C{side}{size}")


def _page_names(side: str, shape: str, clean: int) -> tuple[str, ...]:
    return (f"C{side}{shape}", f"X{clean}{shape}")


def _edge_names(index: int, left: int, clean: int) -> tuple[str, ...]:
    first = (f"i{index}", f"i{index}X{clean}") if index < 3 else ()
    return (*first, f"j{left}") if left < 4 else first


def core(looks: Sequence[Look]) -> tuple[int, int]:
    """First and last index of the run with most prose, short lines between counted against it."""
    best, best_run = 0.0, (0, len(looks) - 1)
    total, start = 0.0, 0
    for i, look in enumerate(looks):
        if total <= 0:
            total, start = 0.0, i
        total += min(look.length, 600) / 100 if look.prose else -0.5 if look.length < 110 else -0.1
        if total > best:
            best, best_run = total, (start, i)
    return best_run


def _shared(looks: Sequence[Look], core: tuple[int, int], groups: Groups[_Value]) -> tuple[list[_Value], int]:
    """How much of what a unit speaks of the prose speaks of; which line before it says most, -1 for none."""
    start, end = core
    said, again, keys = said_in(look.content for look in looks[start : end + 1] if look.prose)
    shared = []
    best, best_share = -1, 0.0
    for i, look in enumerate(looks):
        content = look.content
        if not content:
            shared.append(groups.none)
            continue
        # A unit of the prose itself has said each of its words once.
        common = content & (again if look.prose and start <= i <= end else said)
        side = "<" if i < start else "=" if i <= end else ">"
        known, share, step, central = len(common), 0.0, 0, 0
        if known:
            share = known / len(content)
            step, central = bisect_right(_SHARES, share), min(len(common & keys), 4)
        shared.append(groups.shared[step, side, central, look.shape[0]])
        if i < start + 3 and not look.prose and 20 < look.length < 220:
            weight = share * min(known, 6)
            if weight >= best_share:
                best, best_share = i, weight
    return shared, best


def _beside(looks: Sequence[Look], best: int, groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """What stands near the line `best`."""
    for i in range(max(0, best - 6), min(len(looks), best + 8)):
        yield i, groups.topic[i - best, looks[i].shape]


def _told(looks: Sequence[Look], best: int, groups: Groups[_Value]) -> list[_Value]:
    """What has words of the line `best`."""
    told = looks[best].content
    return groups.told.of(
        [0 if told.isdisjoint(x.content) else min(len(told & x.content), 3) for x in looks],
        [x.shape[0] for x in looks],
    )


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


def _said_again(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """Whether the same line came before, or comes again."""
    lines = Counter([x.text for x in looks])
    if len(lines) == len(looks):
        return
    seen: set[str] = set()
    for i, look in enumerate(looks):
        text = look.text
        times = lines[text]
        if times > 1:
            yield i, groups.repeats[text in seen, times > 2, look.shape[0]]
            seen.add(text)


def _repeat_names(seen: bool, often: bool, size: str) -> tuple[str, ...]:
    first = f"r{'2' if seen else '1'}{size}"
    return (first, f"r3{size}") if often else (first,)


def _shared_names(step: int, side: str, central: int, size: str) -> tuple[str, ...]:
    return (f"o{step}{size}", f"o{step}{side}{size}", f"K{central}{size}", f"K{central}{side}{size}")


def _topic_names(distance: int, shape: str) -> tuple[str, ...]:
    return (f"T{distance}", f"T{distance}{shape}")


def _told_names(shared: int, size: str) -> tuple[str, ...]:
    return (f"t{shared}{size}",)


@cache
def _cues() -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]], frozenset[str]]:
    """The kinds of cue that a word is, those that two words are, and the first words of both."""
    single: dict[str, tuple[str, ...]] = {}
    double: dict[str, dict[str, tuple[str, ...]]] = {}
    for cue, languages in load("cues").items():
        if cue == "home":
            continue
        for phrase in chain.from_iterable(languages.values()):
            words = [phrase] if phrase.isalpha() else _WORD.findall(phrase)
            if 1 <= len(words) <= 2:
                known = single if len(words) == 1 else double.setdefault(words[0], {})
                kinds = known.get(words[-1], ())
                if cue not in kinds:
                    known[words[-1]] = (*kinds, cue)
    return single, double, frozenset((*single, *double))
