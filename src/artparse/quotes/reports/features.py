"""What the words of a sentence tell of whether one of them reports speech, what it reports, and whose.

Each function gives names of features that hold; their weights are learnt (see `model.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from artparse.languages import packs
from artparse.names import lists
from artparse.quotes import model
from artparse.quotes.choice.features import Reader
from artparse.quotes.reports.clauses import OPENERS, PAUSES, QUOTED, Sentence

WEAK = 2
"""From this strength a word is looked at."""
DENIALS = frozenset(("not", "never", "n't", "no", "nor", "cannot", "without", "declined", "refused"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s"))
HELPING = BE | frozenset(
    (
        *("has", "have", "had", "having", "will", "would", "can", "could", "may", "might", "must"),
        *("should", "do", "does", "did", "also", "not", "never", "now", "still", "already", "often"),
        *("once", "repeatedly", "recently", "reportedly", "previously", "to"),
        *("n't", "'d", "’d", "'ve", "’ve", "'ll", "’ll"),
    )
)
"""Words that stand between a subject and its verb."""
LOOK = 12
"""How many units to either side of a cue are looked at for mentions."""
SOURCES = 6
"""At most so many mentions to either side of a cue may be its source."""


@cache
def strengths() -> dict[str, int]:
    """Word, lower case, to how surely it reports something, in twentieths of its uses."""
    path = packs.path_of("en", "report_words.txt")
    found: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            strength, *words = line.split()
            found.update(dict.fromkeys(words, int(strength)))
    return found


@cache
def idioms() -> frozenset[tuple[str, str]]:
    """A word that may report and the word after it, lower case, that together report nothing."""
    path = packs.path_of("en", "no_reports.txt")
    found: set[tuple[str, str]] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            *words, after = line.split()
            found.update((word, after) for word in words)
    return frozenset(found)


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "claims", "claimed" and "claiming" are one."""
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            found = word[: -len(ending)] + put
            return found[:-1] if len(found) > 3 and found[-1] == "e" else found
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


@cache
def _shown() -> frozenset[str]:
    return lists.words("en/small_words.txt") | OPENERS | PAUSES | BE | HELPING | DENIALS


def _shape(word: str, symbol: str) -> str:
    """A small word as it is, of others the symbol and what they end with."""
    if word in _shown() or symbol in ("M", "P", QUOTED):
        return word if symbol not in ("M", QUOTED) else symbol
    return f"{symbol}{word[-2:]}" if symbol in ("w", "d", "g") else symbol


class View(NamedTuple):
    """What features see of a sentence: the units with two beyond either end."""

    words: list[str]
    shapes: list[str]
    shift: int


def view_of(sentence: Sentence) -> View:
    """The sentence as features see it."""
    shapes = [_shape(w, s) for w, s in zip(sentence.words, sentence.symbols, strict=True)]
    return View(["^^", "^", *sentence.words, "$", "$$", "$$$"], ["^^", "^", *shapes, "$", "$$", "$$$"], 2)


def _mention_before(sentence: Sentence, unit: int) -> int:
    """Index of the last mention that ends at `unit` or before it, or -1."""
    return bisect_right(sentence.endings, unit) - 1


def _path(sentence: Sentence, first: int, last: int, most: int = 6) -> str:
    if last - first > most:
        return "~"
    return " ".join(sentence.symbols[first:last])


def _kind(reader: Reader, number: int) -> str:
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    return f"{mention.form[0]}{mention.form[2]}{being[:2]}"


def word_features(word: str, strength: int) -> tuple[str, ...]:
    """Of a word that may report, wherever it stands."""
    return "B", f"w{word}", f"r{stem(word)}", f"e{word[-3:]}", f"s{strength}"


def nearest_features(word: str, before: str, before2: str, after: str, after2: str) -> tuple[str, ...]:
    """Of a word that may report, by the words right beside it."""
    root = stem(word)
    return (
        f"-1{before}",
        f"+1{after}",
        f"-2{before2}",
        f"+2{after2}",
        f"pw{before} {root}",
        f"nw{root} {after}",
    )


def cue_features(
    reader: Reader, sentence: Sentence, view: View, cue: int, table: Mapping[str, int]
) -> list[str]:
    """Of a word that may report: what speaks for it and against."""
    w, s, at = view.words, view.shapes, cue + view.shift
    word = w[at]
    root = stem(word)
    strong = table.get(word, 0)
    b1, b2, a1, a2 = s[at - 1], s[at - 2], s[at + 1], s[at + 2]
    found = [
        *word_features(word, strong),
        *nearest_features(word, w[at - 1], w[at - 2], w[at + 1], w[at + 2]),
        f"b{b1} {root}",
        f"a{root} {a1}",
        f"ba{b1} {root[-2:]}{word[-2:]} {a1}",
        f"bb{b2} {b1}",
        f"aa{a1} {a2}",
        f"aw{root} {a1} {a2}",
        f"bw{b2} {b1} {root}",
        f"ab{b1}|{a1}{strong // 4}",
        f"e2{word[-2:]}{b1}",
    ]
    before = _mention_before(sentence, cue)
    if before >= 0:
        number, _, last = sentence.mentions[before]
        kind = _kind(reader, number)
        gap = sentence.words[last:cue][:6]
        plain = all(g in HELPING for g in gap) and cue - last < 6
        path = _path(sentence, last, cue)
        governed = reader.mentions[number].governed
        found += (
            f"m{path}",
            f"mr{root}{plain}{governed}",
            f"mk{kind}{plain}{governed}{strong // 3}",
            f"mw{kind}{path if cue - last < 3 else ''}{word[-2:]}",
            f"ml{max(-4, min(4, round(reader.likely(number) / model.SCALE)))}{plain}",
        )
    else:
        found.append(f"nm{root}")
    ahead = sentence.words[cue + 1 : cue + 7]
    for opener in ("that", "whether", "if"):
        if opener in ahead:
            found += f"o{opener}{min(ahead.index(opener), 3)}", f"or{opener}{root}"
    after = bisect_right(sentence.openings, cue)
    if after < len(sentence.mentions):
        following = sentence.mentions[after]
        path = _path(sentence, cue + 1, following[1], 4)
        found += f"f{path}{_kind(reader, following[0])}", f"fr{root}{path}"
    behind = sentence.words[max(0, cue - 4) : cue]
    if any(b in DENIALS or b.endswith(("n't", "n’t")) for b in behind):
        found += "not", f"not{root}"
    helped = any(b in BE for b in behind[-2:])
    found.append(f"be{helped}{word[-2:]}{a1}")
    nearby = sentence.words[max(0, cue - 4) : cue + 5]
    stronger = max((table.get(n, 0) for i, n in enumerate(nearby, max(0, cue - 4)) if i != cue), default=0)
    found.append(f"st{min(stronger // 3, 6)}{strong // 3}")
    left = QUOTED in sentence.words[max(0, cue - 12) : cue]
    right = QUOTED in sentence.words[cue + 1 : cue + 12]
    found.append(f"q{left}{right}{strong // 4}")
    found.append(f"pl{sentence.place}{strong // 4}")
    found.append(f"ps{min(cue, 6)}{min(len(sentence.words) - cue, 6)}")
    return found


def start_features(
    reader: Reader, sentence: Sentence, view: View, cue: int, starts: list[int]
) -> list[list[str]]:
    """Of each unit at which what the cue reports may begin."""
    w, s, shift = view.words, view.shapes, view.shift
    word = w[cue + shift]
    root = stem(word)
    firsts = {first: number for number, first, _ in sentence.mentions}
    after = s[cue + shift + 1]
    context = f"{s[cue + shift - 1]}|{after}"
    pending = [last for _, first, last in sentence.mentions if first > cue][:1]
    closed = sentence.words[cue - 1] in PAUSES if cue else True
    found = []
    for rank, start in enumerate(starts):
        at = start + shift
        right = start > cue
        side = "R" if right else "L"
        gap = min(start - cue, 9) if right else 0
        path = _path(sentence, cue + 1, start) if right else ""
        opens = start == 0 or (w[at - 1] == "," and start == 1)
        head = f"{side}{gap}" if right else f"{side}{opens}"
        features = [
            head,
            f"{side}r{root}",
            f"{head}r{root}",
            f"{head}c{context}",
            f"{side}p{path}|{s[at]}",
            f"{side}pr{path}{root}",
            f"{side}b{w[at - 1]}",
            f"{side}bw{w[at - 1]}{root}",
            f"{side}f{w[at]}",
            f"{side}fr{s[at]}{root}",
            f"{side}bf{s[at - 1]} {s[at]}",
            f"{side}ff{s[at]} {s[at + 1]}",
            f"{side}m{_kind(reader, firsts[start]) if start in firsts else ''}{min(gap, 2)}",
        ]
        if right:
            crossed = sum(cue < first < start for first in firsts)
            features.append(f"x{min(crossed, 3)}{s[at - 1]}")
            if pending:
                features.append(f"pe{start - pending[0] if abs(start - pending[0]) < 3 else 'n'}{root}")
            features.append(f"cl{closed}{after}")
            features.append(f"en{sentence.end - start < 2}")
        else:
            features += (
                f"Lc{closed}{opens}{after}",
                f"Ln{min(rank, 6)}{opens}",
                f"Lq{sentence.end - cue < 5}{opens}{closed}{root}",
                f"Lt{min(sentence.end - cue, 8)}{closed}",
                f"Ld{min((cue - start) // 2, 6)}{s[at]}",
            )
        if w[at] == QUOTED:
            features.append(f"{head}Q{w[at - 1]}")
        found.append(features)
    return found


def end_features(
    reader: Reader, sentence: Sentence, view: View, cue: int, start: int, ends: list[int]
) -> list[list[str]]:
    """Of each unit before which what begins at `start` may end."""
    w, s, shift = view.words, view.shapes, view.shift
    root = stem(w[cue + shift])
    right = start > cue
    side = "R" if right else "L"
    opener = s[start + shift]
    strong = strengths()
    firsts = {first: number for number, first, _ in sentence.mentions}
    kind = (
        opener if opener in OPENERS else f"{w[start + shift - 1] if w[start + shift - 1] in OPENERS else ''}"
    )
    found = []
    verbs = 0
    seen = start
    for rank, end in enumerate(ends):
        at = end + shift
        verbs += sum(x in BE or x in HELPING or x[-2:] == "ed" for x in sentence.words[seen:end])
        seen = end
        last = end >= sentence.end if right else end == cue
        length = min(end - start, 12)
        state = f"{side}{kind}{min(verbs, 2)}"
        features = [
            f"{side}{last}",
            f"{side}{last}r{root}",
            f"{state}{last}",
            f"{state}n{w[at]}",
            f"{side}n{w[at]}",
            f"{side}nr{s[at]}{root}",
            f"{side}b{s[at - 1]}{s[at]}",
            f"{side}nn{s[at]} {s[at + 1]}",
            f"{state}nn{s[at]} {s[at + 1]}",
            f"{side}l{length}{last}",
            f"{state}l{length}",
            f"{side}k{min(rank, 5)}{last}",
            f"{side}ko{opener}{min(rank, 2)}{last}",
            f"{state}nk{s[at]}{min(rank, 3)}",
        ]
        if w[at] in PAUSES:
            following = w[at + 1 : at + 3]
            said = max((strong.get(x, 0) for x in w[at + 1 : at + 6]), default=0)
            features.append(f"{side}c{' '.join(following[:1])}{min(verbs, 1)}")
            features.append(f"{side}cs{said // 4}{s[at + 1]}")
            features.append(f"{side}cm{end + 1 in firsts}{min(verbs, 1)}{kind}")
            features.append(f"{side}cn{min(sentence.end - end, 8)}")
        if not right:
            features.append(f"Ld{min(cue - end, 8)}")
            features.append(f"Ldm{min(cue - end, 5)}{s[at]}{root}")
            features.append(f"Lm{end in firsts}{end + 1 in firsts}{w[at]}")
            features.append(f"Lp{_path(sentence, end, cue)}")
        found.append(features)
    return found


@dataclass(slots=True, eq=False)
class Source:
    """Who may be the source of what a cue reports."""

    mention: int
    """Index into the mentions, or -1 for words that are none."""
    first: int
    """Its first unit."""
    last: int
    """The unit after it."""


def sources_of(reader: Reader, sentence: Sentence, cue: int, start: int, end: int) -> list[Source]:
    """The mentions of the sentence that may be the source, and a phrase beside the cue that is no mention."""
    before: list[Source] = []
    after: list[Source] = []
    for number, first, last in sentence.mentions:
        if reader.mentions[number].inside or (start <= first and last <= end):
            continue
        (before if first < cue else after).append(Source(number, first, last))
    found = before[-SOURCES:] + after[:SOURCES]
    phrase = _subject(sentence, cue) if start > cue else _after(sentence, cue, end)
    if phrase is not None and not any(s.first < phrase.last and phrase.first < s.last for s in found):
        found.append(phrase)
    return found


def _subject(sentence: Sentence, cue: int) -> Source | None:
    """The words right before the cue, its helping verbs left out."""
    words = sentence.words
    last = cue
    while last and words[last - 1] in HELPING:
        last -= 1
    first = last
    while first and last - first < 8 and words[first - 1] != QUOTED:
        before = words[first - 1]
        if before in PAUSES or (before in OPENERS and before not in ("of", "in", "for")):
            break
        first -= 1
    if words[first : first + 1] and words[first] == "that":
        first += 1
    return Source(-1, first, last) if first < last else None


def _after(sentence: Sentence, cue: int, end: int) -> Source | None:
    """The words right after the cue that follows what it reports."""
    words = sentence.words
    first = cue + 1
    while first < len(words) and words[first] in ("to", "by", "the", "a", "an"):
        first += 1
    last = first
    while last < sentence.end and last - first < 8 and words[last] not in PAUSES and words[last] != QUOTED:
        last += 1
    return Source(-1, first, last) if first < last else None


def source_features(
    reader: Reader, sentence: Sentence, view: View, cue: int, start: int, end: int, sources: list[Source]
) -> tuple[list[list[str]], list[str]]:
    """Of each that may be the source, and of nobody."""
    w, s, shift = view.words, view.shapes, view.shift
    word = w[cue + shift]
    root = stem(word)
    side = "R" if start > cue else "L"
    likely = [reader.likely(x.mention) if x.mention >= 0 else 0 for x in sources]
    outside = [x.last <= start or x.first >= end for x in sources]
    ranked = sorted((v for v, out in zip(likely, outside, strict=True) if out), reverse=True)
    left = [i for i, x in enumerate(sources) if x.last <= cue and x.mention >= 0 and outside[i]]
    found = []
    for i, source in enumerate(sources):
        place = "l" if source.last <= cue else "r" if source.first > cue else "o"
        inside = "" if outside[i] else "i"
        where = f"{side}{place}{inside}"
        if place == "l":
            path, gap = _path(sentence, source.last, cue), cue - source.last
            rank = len(left) - 1 - left.index(i) if i in left else 9
        else:
            path, gap = _path(sentence, cue + 1, source.first), source.first - cue - 1
            rank = sum(1 for x in sources[:i] if x.first > cue)
        if source.mention < 0:
            features = [
                f"F{where}",
                f"F{where}r{root}",
                f"F{where}l{source.last - source.first}",
                f"Fp{path}",
            ]
            features += [f"F{where}w{w[source.last - 1 + shift]}", f"F{where}f{w[source.first + shift]}"]
            features += [f"Fn{bool(left)}{where}", f"F{where}s{s[source.last - 1 + shift]}"]
            found.append(features)
            continue
        mention = reader.mentions[source.mention]
        kind = _kind(reader, source.mention)
        before = w[source.first + shift - 1]
        between = sentence.words[source.last : cue] if place == "l" else ()
        helped = place == "l" and gap < 6 and all(b in HELPING for b in between)
        step = max(-5, min(5, round(likely[i] / model.SCALE)))
        standing = min(ranked.index(likely[i]), 3) if outside[i] else 4
        features = [
            where,
            f"{where}k{kind}",
            f"{where}p{path}",
            f"{where}pr{path if gap < 3 else min(gap, 6)}{root}",
            f"{where}r{root}",
            f"{where}h{helped}{mention.governed}",
            f"{where}b{before if before in _shown() else ''}{rank}",
            f"{where}br{before if before in _shown() else ''}{root}",
            f"{where}n{min(rank, 4)}{mention.governed}",
            f"{where}s{mention.subject}{min(rank, 3)}",
            f"{where}g{min(gap, 9)}",
            f"{where}a{w[source.last + shift] if source.last < len(sentence.words) else ''}",
            f"{where}v{step}",
            f"vr{standing}{where}",
            f"{where}e{word[-3:]}{helped}",
            f"po{mention.possessive}{where}{min(gap, 2)}",
            f"{where}w{mention.words[-1].lower() if mention.form != 'name' else ''}",
        ]
        passive = place == "r" and before == "by"
        features.append(f"by{passive}{helped}{where}")
        if place == "l":
            features.append(f"{where}c{',' in between}{'who' in between}{'that' in between}{min(rank, 2)}")
        found.append(features)
    passive = any(x in BE for x in sentence.words[max(0, cue - 2) : cue])
    nobody = [
        "N",
        f"N{side}r{root}",
        f"N{side}p{passive}{word[-2:]}",
        f"N{side}l{bool(left)}",
        f"N{side}b{s[cue + shift - 1]}",
        f"N{side}bb{s[cue + shift - 2]} {s[cue + shift - 1]}",
        f"N{side}e{word[-3:]}{bool(left)}",
        f"N{side}by{'by' in sentence.words[cue : cue + 4]}{passive}",
        f"N{side}m{max(-4, min(4, round(ranked[0] / model.SCALE))) if ranked else '-'}",
        f"N{sentence.place}{cue < 2}",
    ]
    return found, nobody
