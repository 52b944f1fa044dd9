"""What the labelling model is told of each unit: how it looks, what stands around it, where it stands.

A feature is a short string; the model has a weight for it and each label, or ignores it. No feature
holds a word of the text: words count only by their kind (stop word, cue of `data/cues.json`, repeated
elsewhere in the article), so that the model does not learn what some site writes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from artparse.data import load
from artparse.layout.markup import markup_features
from artparse.layout.units import Unit
from artparse.reading.document import Document

PROSE = 70
"""Letters, at least, of a unit that counts as prose by its look."""
HEAD = 240
"""Code points at the start of a unit that are searched for cues and shapes."""
KEPT = 10_000
"""Combinations whose features are kept made."""
WIDE_SCRIPT = 2.5
"""Letters of an alphabet that one Chinese, Japanese or Korean sign says as much as."""

_WORD = re.compile(r"\w+")
_WIDE = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
"""First and last of the scripts that have no spaces between words, or few."""
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]?\s+[\"'“„«‘(\[]?[^\W\d_a-z]|[。！？]")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d\b")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\.com\b|@\w")
_BULLET = re.compile(r"(?:[-*•–▪·‣]|\d{1,2}[.)])\s")
_LABEL = re.compile(r"[^\s:：]+(?: [^\s:：]+){0,2}\s?[:：]")
_NAMES = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*(?:,? (?:and|und|et|y|e|en|i) |,? |$)){2,6}$")
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
_OPENERS = frozenset("\"'“„«‘‹»「『")
_LENGTHS = (4, 8, 14, 22, 32, 45, 60, 80, 110, 150, 210, 300, 450, 700, 1200)
_COARSE = (14, 32, 60, 110, 210, 450)
_COUNTS = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
_SHARES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95)
_FAR = (1, 2, 3, 4, 6, 9, 14, 25, 60)
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)


@dataclass(slots=True, eq=False)
class Look:
    """What a unit looks like by itself."""

    length: float
    """Letters, signs of Chinese, Japanese and Korean counted more."""
    words: list[str]
    content: set[str]
    """The words that may tell what the unit is about."""
    prose: bool
    shape: str
    cues: list[str]
    features: list[str]


def looks_of(units: Sequence[Unit]) -> list[Look]:
    """The look of each unit."""
    looks = [look_at(u) for u in units]
    lines = Counter(u.text for u in units)
    for unit, look in zip(units, looks, strict=True):
        if lines[unit.text] > 2:
            look.prose = False
    return looks


def features_of(
    units: Sequence[Unit], looks: Sequence[Look], document: Document | None = None
) -> list[list[str]]:
    """The features of each unit, with those of its markup where `document` has any."""
    features = [list(look.features) for look in looks]
    if units:
        _add_gaps(units, looks, features)
        _add_surroundings(looks, features)
        _add_places(looks, features)
        _add_repeats(units, looks, features)
    if document and document.parents:
        for own, more in zip(features, markup_features(units, document), strict=True):
            own += more
    return features


def _wide(text: str) -> int:
    """How many characters of `text` are of the wide scripts."""
    if max(text) < _WIDE[0][0]:
        return 0
    return sum(any(first <= character <= last for first, last in _WIDE) for character in text)


def look_at(unit: Unit) -> Look:
    """The look of one unit."""
    text = unit.text
    head = text[:HEAD]
    plain = text.isascii()
    wide = 0 if plain else _wide(head)
    length = len(text) * (1 + (WIDE_SCRIPT - 1) * wide / len(head))
    words = _WORD.findall(text.lower())
    first = words[:6]
    count = len(words) or 1
    size = bisect_right(_LENGTHS, length)
    coarse = bisect_right(_COARSE, length)
    tail = text[-1]
    end = _ENDS.get(tail) or ("9" if tail.isdigit() else "a" if tail.isalpha() else "#")
    if end == '"' and len(text) > 1 and text[-2] in ".!?…,。！？":
        end = '."'
    start = text[0]
    opening = _opening(start)
    stop = bisect_right(_SHARES, sum(map(_stopwords().__contains__, words)) / count)
    originals = text.split()
    lower = bisect_right(_SHARES, sum(map(str.islower, originals)) / len(originals))
    figures = len(_DIGIT.findall(head))
    digits = bisect_right(_SHARES, figures / len(head))
    sentences = bisect_right(_COUNTS, len(_SENTENCE.findall(text)))
    commas = bisect_right(_COUNTS, text.count(",") if plain else sum(map(text.count, ",，、،")))
    quotes = bisect_right(_COUNTS, text.count('"') if plain else sum(map(text.count, '"“”„«»「')))
    prose = length >= PROSE and (end in '."?~' or length > 3 * PROSE) and (stop > 1 or lower > 5 or wide > 20)
    capitals = length > 3 and text.isupper() and len(text) > 3
    found = list(
        _shape_features(
            size,
            coarse,
            bisect_right(_COUNTS, count),
            end,
            opening,
            stop,
            lower,
            digits,
            sentences,
            commas,
            quotes,
            capitals,
        )
    )
    short = "s" if length < 32 else "m" if length < 110 else "l"
    cues: list[str] = []
    known = _cues()
    pairs = [f"{a} {b}" for a, b in pairwise(first)]
    if not known.keys().isdisjoint(first) or not known.keys().isdisjoint(pairs):
        for k, word in enumerate((*first[:1], *pairs[:1], *first[1:], *pairs[1:])):
            for cue in known.get(word, ()):
                where = "^" if k < 2 and (k == 1 or not pairs or word == first[0]) else "~"
                name = f"k{cue}{where}{short}"
                if name not in cues:
                    cues.append(name)
    later = words[6:40]
    if later and not known.keys().isdisjoint(later):
        for word in later:
            for cue in known.get(word, ()):
                name = f"k{cue}>{short}"
                if name not in cues:
                    cues.append(name)
    if "©" in head:
        cues.append(f"kfooter©{short}")
    found += cues
    if figures > 2 and _DATE.search(head):
        found.append(f"date{short}")
    if figures > 2 and _TIME.search(head):
        found.append(f"time{short}")
    if ("@" in text or "www." in text or "http" in text or ".com" in text) and _ADDRESS.search(text):
        found.append(f"url{short}")
    if "|" in head or "•" in head or "·" in head:
        found.append(f"bar{short}")
    if _BULLET.match(head):
        found.append(f"bullet{short}")
    if (m := _LABEL.match(head)) and len(text) > m.end():
        found.append(f"label{short}")
    if short != "l" and _NAMES.match(head):
        found.append(f"names{short}")
    if "(" in text and ")" in text:
        found.append(f"(){short}{end}")
    content = {w for w in words if len(w) > 3} if wide < 5 else {a + b for a, b in pairwise(text)}
    shape = f"{coarse}{end if end in _TELLING_ENDS else '-'}"
    return Look(length, words, content, prose, shape, cues, found)


@lru_cache(KEPT)
def _shape_features(
    size: int,
    coarse: int,
    words: int,
    end: str,
    opening: str,
    stop: int,
    lower: int,
    digits: int,
    sentences: int,
    commas: int,
    quotes: int,
    capitals: bool,
) -> tuple[str, ...]:
    """The features of how a unit looks, all of them steps of a scale or kinds of a sign."""
    found = (
        "b",
        f"n{size}",
        f"w{words}",
        f"e{end}",
        f"e{end}n{coarse}",
        f"s{opening}",
        f"s{opening}n{coarse}",
        f"p{stop}",
        f"p{stop}n{coarse}",
        f"l{lower}",
        f"l{lower}n{coarse}",
        f"d{digits}",
        f"S{sentences}",
        f",{commas}",
        f"q{quotes}",
    )
    return (*found, f"CAPS{coarse}") if capitals else found


def _opening(start: str) -> str:
    """The kind of a unit's first character."""
    if start.isupper():
        return "A"
    if start.islower():
        return "a"
    if start.isdigit():
        return "9"
    return "o" if start in _OPENERS else "c" if start.isalpha() else "#"


def _add_gaps(units: Sequence[Unit], looks: Sequence[Look], features: list[list[str]]) -> None:
    """Blank lines around a unit, against what is usual in this text, and between its paragraphs."""
    gaps = [u.gap for u in units[1:]]
    least = min(gaps, default=1)
    loose = [g > least for g in gaps]
    share = sum(loose) / len(loose) if loose else 0.0
    kind = "0" if share < 0.02 or share > 0.98 else "1" if share < 0.4 else "2"
    around = [True, *loose, True]
    start, end = core(looks)
    prose = [around[i] for i in range(start, end + 1) if looks[i].prose]
    usual = sum(prose) / len(prose) if prose else 0.5
    habit = "l" if usual > 0.85 else "t" if usual < 0.15 else "-"
    for own, look, before, after in zip(features, looks, around, around[1:], strict=False):
        if kind == "0":
            own.append("g0")
        else:
            own.append(f"g{kind}{before:d}{after:d}")
            own.append(f"g{habit}{before:d}{after:d}{look.shape[0]}")


def _add_surroundings(looks: Sequence[Look], features: list[list[str]]) -> None:
    """The looks of the units around, near and further away."""
    n = len(looks)
    shapes = ["^^", "^", *(x.shape for x in looks), "$", "$$"]
    total = [0]
    for x in looks:
        total.append(total[-1] + x.prose)
    back = _distances([x.prose for x in looks])
    ahead = _distances([x.prose for x in reversed(looks)])[::-1]
    long_back = _distances([x.length > 60 for x in looks])
    long_ahead = _distances([x.length > 60 for x in reversed(looks)])[::-1]
    for i, own in enumerate(features):
        own += _shapes_around(*shapes[i : i + 5])
        own += _prose_around(
            shapes[i + 2],
            total[i] - total[max(0, i - 4)],
            total[min(n, i + 5)] - total[i + 1],
            total[i] - total[max(0, i - 10)],
            total[min(n, i + 11)] - total[i + 1],
            back[i],
            ahead[i],
            long_back[i],
            long_ahead[i],
        )
        if i:
            own += [f"-{c}" for c in looks[i - 1].cues]
        if i + 1 < n:
            own += [f"+{c}" for c in looks[i + 1].cues]


@lru_cache(KEPT)
def _shapes_around(before: str, last: str, shape: str, following: str, after: str) -> tuple[str, ...]:
    return (
        f"-1{last}",
        f"+1{following}",
        f"-2{before}",
        f"+2{after}",
        f"{last}<{shape}",
        f"{shape}>{following}",
        f"{last}<{shape[0]}>{following}",
    )


@lru_cache(KEPT)
def _prose_around(
    shape: str,
    near: int,
    coming: int,
    before: int,
    after: int,
    back: int,
    ahead: int,
    long_back: int,
    long_ahead: int,
) -> tuple[str, ...]:
    kind = shape[0]
    return (
        f"P-{near}",
        f"P+{coming}",
        f"P={before}{kind}",
        f"P_{after}{kind}",
        f"D-{back}{kind}",
        f"D+{ahead}{kind}",
        f"D{min(back, 4)}|{min(ahead, 4)}|{shape}",
        f"L-{long_back}",
        f"L+{long_ahead}",
    )


def _distances(flags: Sequence[bool]) -> list[int]:
    """For each place the distance back to the nearest flag before it, as a step of `_FAR`."""
    result, last = [], -1000
    for i, flag in enumerate(flags):
        result.append(bisect_right(_FAR, i - last))
        if flag:
            last = i
    return result


def _add_places(looks: Sequence[Look], features: list[list[str]]) -> None:
    """Where a unit stands in the text, and against the run that reads most like an article."""
    n = len(looks)
    start, end = core(looks)
    clean = bisect_right(_SHARES, sum(x.prose for x in looks) / n)
    mass = [min(x.length, 800.0) if x.prose else 0.0 for x in looks]
    whole = sum(mass) or 1.0
    before = 0.0
    for i, (own, look) in enumerate(zip(features, looks, strict=True)):
        b = bisect_right(_PLACES, before / whole)
        a = bisect_right(_PLACES, (whole - before - mass[i]) / whole)
        before += mass[i]
        place = bisect_right(_PLACES, i / n)
        if i < start:
            side = f"<{bisect_right(_FAR, start - i)}"
        elif i > end:
            side = f">{bisect_right(_FAR, i - end)}"
        else:
            side = "=" + ("0" if i == start else "9" if i == end else "5")
        own += _place_features(b, a, place, side, look.shape, clean)
        if i < 3:
            own.append(f"i{i}")
            own.append(f"i{i}X{clean}")
        if i > n - 4:
            own.append(f"j{n - i}")


@lru_cache(KEPT)
def _place_features(
    before: int, after: int, place: int, side: str, shape: str, clean: int
) -> tuple[str, ...]:
    kind = shape[0]
    return (
        f"M{before}",
        f"m{after}",
        f"M{before}{kind}",
        f"m{after}{kind}",
        f"@{place}",
        f"C{side}",
        f"C{side}{kind}",
        f"C{side[0]}{shape}",
        f"X{clean}{shape}",
    )


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


def _add_repeats(units: Sequence[Unit], looks: Sequence[Look], features: list[list[str]]) -> None:
    """Whether a unit is said elsewhere too, and how much of what it speaks of the prose speaks of."""
    lines = Counter(u.text for u in units)
    spoken: Counter[str] = Counter()
    start, end = core(looks)
    for look in looks[start : end + 1]:
        if look.prose:
            spoken.update(look.content)
    keys = {w for w, count in spoken.items() if count > 2}
    seen: set[str] = set()
    best, best_share = -1, 0.0
    for i, (unit, look) in enumerate(zip(units, looks, strict=True)):
        own = features[i]
        kind = look.shape[0]
        if lines[unit.text] > 1:
            own.append(f"r{'2' if unit.text in seen else '1'}{kind}")
            if lines[unit.text] > 2:
                own.append(f"r3{kind}")
        seen.add(unit.text)
        counted = start <= i <= end and look.prose
        if look.content:
            known = sum(spoken[w] > counted for w in look.content)
            share = known / len(look.content)
            step = bisect_right(_SHARES, share)
            central = min(len(look.content & keys), 4)
            side = "<=>"[(i >= start) + (i > end)]
            own += (f"o{step}{kind}", f"o{step}{side}{kind}", f"K{central}{kind}", f"K{central}{side}{kind}")
            weight = share * min(known, 6)
            if i < start + 3 and not look.prose and 20 < look.length < 220 and weight >= best_share:
                best, best_share = i, weight
    if best >= 0:
        told = looks[best].content
        for i in range(max(0, best - 6), min(len(units), best + 8)):
            features[i].append(f"T{i - best}")
            features[i].append(f"T{i - best}{looks[i].shape}")
        for own, look in zip(features, looks, strict=True):
            own.append(f"t{min(len(look.content & told), 3)}{look.shape[0]}")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(word for words in load("stopwords").values() for word in words)


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for cue, languages in load("cues").items():
        if cue == "home":
            continue
        for words in languages.values():
            for word in words:
                kinds = known.setdefault(
                    word if word.isalnum() else " ".join(_WORD.findall(word)) or word, []
                )
                if cue not in kinds:
                    kinds.append(cue)
    return {word: tuple(kinds) for word, kinds in known.items()}
