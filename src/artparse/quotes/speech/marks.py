"""Quotation marks to stretches of quoted words, passage by passage.

    “It is gone,” she said. “All of it.”   ->  two stretches

Of each passage: is it speech by its layout (a transcript's label, a dialogue's dash)? Else its double marks
are paired (`doubles`), then the single ones inside what those left whole (`singles`). A quote may go on over
several passages, each of which opens with a mark; only the last closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from artparse.article import Span
from artparse.languages import packs
from artparse.patterns import pattern
from artparse.quotes.passages import Passage
from artparse.quotes.speech import layouts
from artparse.quotes.speech.doubles import Mark, Pair, pair_doubles
from artparse.quotes.speech.singles import pair_singles
from artparse.values import NamedTuple


class Stretch(NamedTuple):
    """The words between two quotation marks, within one passage."""

    start: int
    """First code point after the opening mark (after the space that French sets inside it)."""
    end: int
    """Code point of the closing mark; the end of the passage where nothing closes the stretch."""
    outer: Span
    """With the marks."""
    passage: int
    """Index into the passages."""
    single: bool
    nested: bool
    """Whether it lies inside another stretch."""
    continues: bool
    """Whether it goes on from the stretch that ends the passage before."""
    closed: bool
    label: Span | None = None
    """The speaker's label that opens the passage, in a transcript."""
    dashed: bool = False
    """Whether a dash opens it, as in Spanish dialogues."""


# Apostrophes inside a word are not matched at all: there are too many of them to look at each.
MARKS = pattern(r"``|''|,,|[“”„‟\"«»‹›「」『』]|(?<!\w)['‘’‚‛]|['‘’](?!\w)")
SEEN = 80
"""Most stretches have a letter or digit among so many code points at their beginning."""


def find_stretches(
    text: str, passages: Sequence[Passage], language: str | None = None
) -> tuple[list[Stretch], list[int]]:
    """The quoted stretches of `passages` in source order, and where marks open that nothing closes.

    A quote over several paragraphs (each opening with a mark, only the last closing) gives one
    stretch for each paragraph.
    """
    stretches: list[Stretch] = []
    unclosed: list[int] = []
    open_before: Mark | None = None
    labels, verbs = _labels_in(text, passages, language), _verbs_in_dialogues(language)
    for index, passage in enumerate(passages):
        laid_out = _speech_by_layout(text, passage, index, labels.get(index), verbs)
        marks = [] if laid_out else [(m.start(), m.group()) for m in MARKS.finditer(text, *passage.span)]
        if not marks:
            stretches.extend(stretch for stretch in laid_out if _has_words(text, stretch.start, stretch.end))
            open_before = None
            continue
        continues = open_before is not None and _continues(text, passage, marks[0], open_before)
        if continues:
            unclosed.pop()
        pairs, open_before = _pairs(text, passages, index, marks)
        if open_before is not None:
            unclosed.append(open_before[0])
        stretches.extend(_stretches_of(text, index, pairs, marks[0][0] if continues else -1))
    return stretches, unclosed


def _labels_in(text: str, passages: Sequence[Passage], language: str | None) -> dict[int, Span]:
    """Passages that the label of a speaker opens, or that of questions and answers: "P. ¿Y ahora?"."""
    labels = layouts.speaker_labels(text, passages)
    if packs.switch(language, "learnt on") or not packs.declared(language or packs.DEFAULT):
        return labels
    from artparse.quotes.languages import glosses

    asked, answered = glosses.labels_of(language)
    return {**labels, **layouts.interview_labels(text, passages, asked, answered)}


def _verbs_in_dialogues(language: str | None) -> frozenset[str]:
    """The verbs of saying of a language in which a dash may open speech."""
    if not packs.switch(language, "dashes open speech"):
        if not packs.declared(language or packs.DEFAULT):
            from artparse.quotes.languages.by_neighbours.words import verbs_behind_dashes

            return verbs_behind_dashes(language)
        return frozenset()
    from artparse.quotes.languages import glosses  # English has no use for it, nor for the time to import it.

    return glosses.verbs_of(language)


def _speech_by_layout(
    text: str, passage: Passage, index: int, label: Span | None, verbs: frozenset[str]
) -> list[Stretch]:
    """The stretches of a passage that is speech by its layout; nothing of others."""
    whole = _laid_out(text, passage, index, label)
    if whole is not None:
        return [whole]
    return [_spoken(text, span, index) for span in layouts.dialogue(text, passage, verbs)] if verbs else []


def _pairs(
    text: str, passages: Sequence[Passage], index: int, marks: list[Mark]
) -> tuple[list[tuple[Pair, bool]], Mark | None]:
    """The pairs of a passage's marks in source order, each with whether its marks are single; and the opening
    mark that nothing closes, which is one of them.
    """
    start, end = passages[index].span
    doubles, left_open = pair_doubles(text, start, end, marks)
    goes_on = left_open is None and _goes_on(text, passages, index)
    singles, last_single = pair_singles(text, start, end, marks, doubles, goes_on)
    if goes_on and last_single is not None:
        left_open = last_single
        singles.append(Pair(last_single[0], end, last_single[1], False))
    elif left_open is not None:
        doubles.append(Pair(left_open[0], end, left_open[1], False))
    found = [(pair, False) for pair in doubles] + [(pair, True) for pair in singles]
    found.sort(key=lambda one: (one[0].opened, -one[0].closed))
    return found, left_open


def _stretches_of(
    text: str, index: int, pairs: list[tuple[Pair, bool]], continuing: int
) -> Iterator[Stretch]:
    """The stretches between pairs of marks; what opens at the code point `continuing` goes on from before."""
    furthest = -1
    for pair, single in pairs:
        start, stop = pair.opened + len(pair.mark), pair.closed
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        nested = pair.opened < furthest
        after = pair.closed + (_width(text, pair.closed, single) if pair.is_closed else 0)
        furthest = max(furthest, pair.closed)
        if _has_words(text, start, stop):
            outer, follows = (pair.opened, after), pair.opened == continuing
            yield Stretch(start, stop, outer, index, single, nested, follows, pair.is_closed)


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether any letter or digit is between two code points."""
    seen = text[start : min(end, start + SEEN)]
    return any(c.isalnum() for c in seen) or bool(re.search(r"\w", text[start:end]))


def _laid_out(text: str, passage: Passage, index: int, label: Span | None) -> Stretch | None:
    """The stretch of a passage that is speech by its layout; marks in it are part of what is said."""
    span = layouts.unmarked(text, passage)
    if label is not None:
        pointed = text[label[1]] in layouts.POINTS
        start = label[1] if pointed else text.index(":", label[1]) + 1
        while start < passage.span[1] and (
            text[start].isspace() or (pointed and text[start] in layouts.POINTS)
        ):
            start += 1
        span = (start, passage.span[1])
        if text[start : start + 1] in ("“", '"', "‘", "«") and text[span[1] - 1] in '”"’»':
            span = (start + 1, span[1] - 1)
    if span is None or not re.search(r"\w", text[slice(*span)]):
        return None
    return Stretch(*span, span, index, False, False, False, True, label)


def _spoken(text: str, span: Span, index: int) -> Stretch:
    """The stretch of speech that a dash opens."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in '¿¡«“"('):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end, (span[0], end), index, False, False, False, True, dashed=True)


def _width(text: str, at: int, single: bool) -> int:
    return 2 if not single and text[at : at + 2] in ("''", "``") else 1


def _continues(text: str, passage: Passage, mark: Mark, open_before: Mark) -> bool:
    """Whether a passage goes on, with its first mark, from the stretch left open before."""
    if passage.section is None:
        return False
    return _starts_with(text, passage.span[0], mark[0]) and _same_style(open_before[1], mark[1])


def _starts_with(text: str, start: int, mark: int) -> bool:
    return not text[start:mark].strip(" \t-–—•*>…")


def _same_style(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"»", "«"} or (one in '“"' and other in '“"')


def _goes_on(text: str, passages: Sequence[Passage], index: int) -> bool:
    """Whether the next passage opens with a single mark, as a quote over several paragraphs does."""
    if index + 1 >= len(passages):
        return False
    start = passages[index + 1].span[0]
    return text[start : start + 1] in ("‘", "'") and text[start + 1 : start + 2].isalnum()
