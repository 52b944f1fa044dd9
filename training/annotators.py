"""What annotators of attributions marked (brat standoff), and when a program's answer is the same.

An attribution has a source, a cue and a content, each in pieces. What a reader sees in quotation marks within
a content is a unit: whose words it is, the source says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

Span = tuple[int, int]

OPENING = ("“", "«", "``")
CLOSING = ("”", "»")
MARK = re.compile(r"``|''|[“”\"«»]|\n\s*\n")
"""A quotation mark of either direction, or the end of a paragraph."""
GERMAN = str.maketrans("„“»«‚‘", "“”“”‘’")
"""German marks, turned to English ones."""

SAME_STRETCH = 0.5
SAME_MENTION = 0.3
"""Two mentions that share so much are the same."""
LONGER = 8
"""A mention within the source's, or around it, is the same up to so many words more."""
GAP = 12
"""Pieces of a content that so many code points without a word keep apart are one."""


@dataclass
class Attribution:
    """Who says what, and by which words that is told."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    optional: bool = False
    """Whether words in marks in it need not be found."""


@dataclass
class Unit:
    """A stretch between quotation marks, and the pieces that name whose words it is."""

    span: Span
    source: list[Span]
    optional: bool = False


class Predicted(NamedTuple):
    """A quote or report of the program's."""

    span: Span
    kind: str
    name: str | None
    mention: Span | None


def read_attributions(path: Path) -> list[Attribution]:
    """The attributions of one `.ann` file."""
    pieces: dict[str, list[Span]] = {}
    found: list[Attribution] = []
    # The words of an entry may go over lines.
    for entry in re.split(r"\n(?=[TE]\d)", path.read_text(encoding="utf-8")):
        key, _, rest = entry.partition("\t")
        if key[:1] == "T":
            offsets = rest.partition("\t")[0].partition(" ")[2]
            if offsets:
                pieces[key] = [_span(piece) for piece in offsets.split(";")]
        elif key[:1] == "E":
            parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for argument in rest.split():
                role, _, target = argument.partition(":")
                parts.get(role.rstrip("0123456789"), []).extend(pieces.get(target, []))
            source, cue, content = (sorted(part) for part in parts.values())
            found.append(Attribution(source, cue, content, rest.startswith("Optional")))
    return found


def _span(offsets: str) -> Span:
    start, end = offsets.split()
    return int(start), int(end)


def units_of(text: str, attributions: Sequence[Attribution]) -> list[Unit]:
    """The units of a text, in order; where two attributions hold one, the sources of both are right."""
    units: dict[Span, Unit] = {}
    for attribution in sorted(attributions, key=lambda a: a.optional):
        for content in _joined(text, attribution.content):
            for stretch in _stretches(text, content):
                unit = Unit(stretch, [], attribution.optional)
                unit = units.setdefault(trimmed(text, stretch), unit)
                if unit.optional == attribution.optional:
                    unit.source.extend(attribution.source)
    return sorted(units.values(), key=lambda unit: unit.span)


def _joined(text: str, pieces: Sequence[Span]) -> list[Span]:
    """Pieces, those joined that only space and punctuation keep apart."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined:
            first, last = joined[-1]
            if start - last <= GAP and not re.search(r"\w", text[last:start]):
                joined[-1] = first, max(last, end)
                continue
        joined.append((start, end))
    return joined


def _stretches(text: str, content: Span) -> list[Span]:
    """The stretches between quotation marks in a content; a paragraph's end ends one."""
    start, end = content
    words = text[start:end]
    if "„" in words or re.search(r"»\w", words):
        words = words.translate(GERMAN)
    marked = any(mark in words for mark in (*OPENING, *CLOSING, '"', "''"))
    found = _between(words) if marked else _in_single_marks(words)
    return [(start + a, start + b) for a, b in found if re.search(r"\w", words[a:b])]


def _in_single_marks(words: str) -> Iterator[Span]:
    """All of a content that begins with a single mark, to the last mark that only punctuation follows."""
    if len(words) > 2 and words[0] in "‘'":
        closing = re.search(r"['’](?=\W*$)", words[1:])
        yield 1, closing.start() + 1 if closing else len(words)


def _between(words: str) -> Iterator[Span]:
    opened: int | None = None
    any_yet = False
    for found in MARK.finditer(words):
        mark, before = found[0], opened
        if mark in OPENING:
            opened = found.end() if opened is None else opened
            continue
        if mark in CLOSING and opened is None and not any_yet:
            # The mark that opens stands before the content.
            before = 0
        opened = None
        if before is not None:
            any_yet = True
            yield before, found.start()
        elif mark in ('"', "''"):
            opened = found.end()
    if opened is not None:
        yield opened, len(words)


def trimmed(text: str, span: Span) -> Span:
    """A span without what is neither letter nor digit at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def iou(a: Span, b: Span) -> float:
    """What two spans share, of all from the first to the last of both."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def words(name: str) -> list[str]:
    """The words of a name that begin with a capital, without "'s"."""
    found = re.findall(r"[\w’'-]+", name)
    return [re.sub(r"['’]s$", "", word) for word in found if word[:1].isupper()]


def same_mention(text: str, mention: Span, source: Span) -> bool:
    """Whether a mention is a piece of an annotated source, more or less."""
    if iou(mention, source) >= SAME_MENTION:
        return True
    inner, outer = sorted((mention, source), key=lambda span: span[1] - span[0])
    longer = len(text[slice(*outer)].split()) - len(text[slice(*inner)].split())
    return outer[0] <= inner[0] and inner[1] <= outer[1] and longer <= LONGER


def speaker_is_right(text: str, source: Sequence[Span], predicted: Predicted) -> bool:
    """Whether an answer names the annotated source, or nobody where none is annotated."""
    mention = predicted.mention
    if not source:
        return mention is None and not predicted.name
    if mention and any(same_mention(text, mention, span) for span in source):
        return True
    last = words(predicted.name or "")[-1:]
    return bool(last) and last[0] in words(" ".join(text[slice(*span)] for span in source))


def pieces_iou(one: Sequence[Span], other: Sequence[Span]) -> float:
    """What two sets of pieces share, in code points, of all that either has."""
    first, second = ({i for span in pieces for i in range(*span)} for pieces in (one, other))
    return len(first & second) / max(1, len(first | second))


TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister pope king queen prince
    princess president vice prime minister premier chancellor senator sen representative rep congressman
    congresswoman governor gov mayor secretary sec judge justice general gen colonel col captain capt sergeant
    sgt lieutenant lt officer detective ambassador commissioner director chairman chairwoman chair chief
    executive attorney coach spokesman spokeswoman spokesperson us u.s. uk former state
    """.split()  # noqa: SIM905
)
"""Words before a name that are no part of it."""
SMALL = ("the", "of", "and", "for")
NAME_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w&])?")


def bare_name(name: str | None) -> list[str]:
    """The words of a name in lower case, without titles before it, articles and "'s"."""
    found = [re.sub(r"['’]s?$", "", word).rstrip(".") for word in NAME_WORD.findall((name or "").casefold())]
    bare = [word for word in found if word not in SMALL]
    while len(bare) > 1 and bare[0] in TITLES:
        del bare[0]
    return bare


def same_person(name: str | None, known: str) -> bool:
    """Whether a name is the full name that an annotator wrote, but for titles, middle names, and letters
    that stand for words."""
    own, other = sorted((bare_name(name), bare_name(known)), key=len)
    if not own:
        return False
    if own == other:
        return True
    if len(own) == 1:
        return len(other) > 1 and own[0] == "".join(word[0] for word in other)
    return (own[0], own[-1]) == (other[0], other[-1]) and (set(own) <= set(other) or set(other) <= set(own))
