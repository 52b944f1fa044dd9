"""Find what a sentence reports: the word that reports, where what it reports begins and ends, whose it is.

Only sentences with a word that may report are looked at, and of those words only the likely ones further.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import NamedTuple

from artparse.article import Span
from artparse.quotes import model
from artparse.quotes.choice.features import Reader
from artparse.quotes.reports import features
from artparse.quotes.reports.clauses import (
    PAUSES,
    QUOTED,
    Sentence,
    ends_of,
    sentence_at,
    span_of,
    starts_of,
)

FILES = ("report_cues.txt", "report_starts.txt", "report_ends.txt", "report_sources.txt")
LIKELY, LIKELY_QUOTED = (round(model.SCALE * math.log(p / (1 - p))) for p in (0.33, 0.15))
"""From these scores, in `model.SCALE`ths, a word that may report is looked at further: the first in sentences
without words in quotation marks, the second in those with some."""
GLANCE = -104
"""From this score by the words beside it alone it is looked at at all, as 97 in 100 of the likely are."""
REPORT, CLAUSE = 0.41, 0.25
"""From this confidence a report is given, and the clause of a quote."""
SAME = 0.5
"""Of what overlaps so much (IoU), only the likeliest is given."""
HOPE = 0.2
"""With a lower probability of cue and beginning together it is never likely enough to be a report."""
MOST = 12
"""At most so many things are found in one sentence."""
LONG = 4
"""From so many units on, what follows the words that say who is more of what they say."""
ASIDES = frozenset(
    (
        *("who", "which", "whose", "where", "when", "while", "as", "after", "before", "though", "although"),
        *("and", "but", "a", "an", "the", "in", "on", "at", "during", "of", "with", "citing", "according"),
    )
)
"""Words after which it is not."""
SHORT = 4
"""With fewer words outside quotation marks a sentence only says who said what is in them."""
WORDS = 3
"""So many words outside quotation marks make a clause more than a quote."""


class Models(NamedTuple):
    """The weights of features, in `model.SCALE`ths."""

    cues: Mapping[str, int]
    starts: Mapping[str, int]
    ends: Mapping[str, int]
    sources: Mapping[str, int]


@dataclass(slots=True, eq=False)
class Found:
    """Something that is reported, with words in quotation marks in it or without."""

    cue: int
    """Token of the word that reports."""
    span: Span
    mention: int
    """Index of the mention that is its source, or -1."""
    phrase: Span | None
    """The words that are its source, where they are no mention."""
    quoted: list[int]
    """The stretches in quotation marks that it holds."""
    tail: Span | None = None
    """Where it goes on after the words that say who said it."""
    measures: list[float] = field(default_factory=list)
    confidence: float = 0.0

    @property
    def pieces(self) -> tuple[Span, ...]:
        """What is reported, in its pieces."""
        return (self.span,) if self.tail is None else (self.span, self.tail)

    def mention_span(self, reader: Reader) -> Span | None:
        """The words that say whose it is."""
        return reader.mentions[self.mention].span if self.mention >= 0 else self.phrase


@cache
def _models() -> Models:
    return Models(*map(model.weights, FILES))


def find(reader: Reader) -> list[Found]:
    """What the article reports, in source order, the unlikely too; of what overlaps the likeliest."""
    found = proposed(reader, _models(), features.strengths())
    trees = model.trees("report_review.txt")
    for one in found:
        one.confidence = round(1 / (1 + math.exp(-model.grown(trees, one.measures) / model.SCALE)), 3)
    return [one for sentence in _by_sentence(reader, found) for one in _likeliest(sentence)]


def _by_sentence(reader: Reader, found: list[Found]) -> list[list[Found]]:
    sentences = reader.tokens.sentences
    return [list(group) for _, group in groupby(found, key=lambda f: sentences[f.cue])]


def _likeliest(found: list[Found]) -> list[Found]:
    """Of what overlaps the likeliest, that first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: -f.confidence):
        if len(kept) < MOST and all(overlap(one.span, other.span) < SAME for other in kept):
            kept.append(one)
    return kept


def proposed(reader: Reader, models: Models, table: Mapping[str, int]) -> list[Found]:
    """What the article may report, with what is measured of each."""
    found: list[Found] = []
    for _, group in groupby(_glanced(reader, models.cues, table), key=reader.tokens.sentences.__getitem__):
        found += _in_sentence(reader, list(group), models, table)
    return found


def _glanced(reader: Reader, weights: Mapping[str, int], table: Mapping[str, int]) -> list[int]:
    """The tokens that may report, by themselves and the words beside them."""
    tokens = reader.tokens
    sentences, quoted = tokens.sentences, tokens.quoted
    words = [*map(str.lower, tokens.words)]
    size = len(words)
    known: dict[str, int] = {}
    idioms = features.idioms()
    found: list[int] = []

    def beside(i: int, sentence: int, edge: str) -> str:
        if not 0 <= i < size or sentences[i] != sentence:
            return edge
        return QUOTED if quoted[i] >= 0 else words[i]

    for i, word in enumerate(words):
        if word not in table or quoted[i] >= 0:
            continue
        alone = known.get(word)
        if alone is None:
            alone = known[word] = model.score(weights, features.word_features(word, table[word]))
        here = sentences[i]
        before, before2 = beside(i - 1, here, "^"), beside(i - 2, here, "^")
        after, after2 = beside(i + 1, here, "$"), beside(i + 2, here, "$")
        near = features.nearest_features(word, before, before2, after, after2)
        if alone + model.score(weights, near) >= GLANCE and (word, after) not in idioms:
            found.append(i)
    return found


def _in_sentence(reader: Reader, likely: list[int], models: Models, table: Mapping[str, int]) -> list[Found]:
    sentence = sentence_at(reader, likely[0])
    if QUOTED in sentence.words and sum(w != QUOTED and w[0].isalnum() for w in sentence.words) < SHORT:
        return []
    view = features.view_of(sentence)
    bound = LIKELY_QUOTED if QUOTED in sentence.words else LIKELY
    scored: list[tuple[int, int]] = []
    for token in likely:
        cue = bisect_left(sentence.firsts, token)
        score = model.score(models.cues, features.cue_features(reader, sentence, view, cue, table))
        if score >= bound:
            scored.append((score, cue))
    scored = sorted(scored, key=lambda item: (-item[0], item[1]))[: 2 * MOST]
    found: list[Found] = []
    for rank, (score, cue) in enumerate(scored):
        one = _read(reader, sentence, view, cue, score, models, table)
        if one is None:
            continue
        worst = max((overlap(one.span, other.span) for other in found), default=0.0)
        around = sum(other.span[0] <= one.span[0] and one.span[1] <= other.span[1] for other in found)
        covers = sum(one.span[0] <= other.span[0] and other.span[1] <= one.span[1] for other in found)
        one.measures += [rank, worst, around, covers, scored[0][0] / model.SCALE]
        found.append(one)
    return found


def overlap(one: Span, other: Span) -> float:
    """IoU of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def _best(scores: list[int]) -> tuple[int, float]:
    index = max(range(len(scores)), key=scores.__getitem__)
    return index, model.shares(scores)[index]


def _read(
    reader: Reader,
    sentence: Sentence,
    view: features.View,
    cue: int,
    score: int,
    models: Models,
    table: Mapping[str, int],
) -> Found | None:
    """What the cue reports, and whose it is; nothing where that is only words in quotation marks."""
    starts = starts_of(sentence, cue)
    if not starts:
        return None
    rows = features.start_features(reader, sentence, view, cue, starts)
    index, begins = _best([model.score(models.starts, row) for row in rows])
    start = starts[index]
    if QUOTED not in sentence.words and begins / (1 + math.exp(-score / model.SCALE)) < HOPE:
        return None
    ends = ends_of(sentence, cue, start)
    if not ends:
        return None
    rows = features.end_features(reader, sentence, view, cue, start, ends)
    index, stops = _best([model.score(models.ends, row) for row in rows])
    end = ends[index]
    while end - 1 > start and sentence.words[end - 1] in PAUSES:
        end -= 1
    outside = sum(w != QUOTED and w[0].isalnum() for w in sentence.words[start:end])
    inside = [
        reader.tokens.quoted[sentence.firsts[i]] for i in range(start, end) if sentence.words[i] == QUOTED
    ]
    if inside and outside < WORDS:
        return None
    sources = features.sources_of(reader, sentence, cue, start, end)
    rows, nobody = features.source_features(reader, sentence, view, cue, start, end, sources)
    index, sourced = _best(
        [*(model.score(models.sources, row) for row in rows), model.score(models.sources, nobody)]
    )
    source = sources[index] if index < len(sources) else None
    mention = source.mention if source is not None else -1
    phrase = span_of(reader, sentence, source.first, source.last) if source and mention < 0 else None
    one = Found(sentence.firsts[cue], span_of(reader, sentence, start, end), mention, phrase, inside)
    if end <= cue:
        one.tail = _tail(reader, sentence, cue, source)
    who = reader.mentions[mention] if mention >= 0 else None
    side = 1 if start > cue else 0
    one.measures = [
        score / model.SCALE,
        begins,
        stops,
        sourced,
        end - start,
        outside,
        len(inside),
        side,
        table.get(sentence.words[cue], 0),
        0 if source is None else 1 if who is None else 2 + ("name", "pronoun", "noun").index(who.form),
        _being(reader, mention),
        reader.likely(mention) / model.SCALE if mention >= 0 else -9,
        min(start - cue, 12),
        min(cue - source.last, 12) if source is not None else 13,
        sentence.end - end,
        sentence.end,
        ("p", "t", "s", "h", "l", "b").index(sentence.place),
        sentence.words[start] == "that" or (start > 0 and sentence.words[start - 1] == "that"),
        who is not None and who.governed,
        sentence.words[end : end + 1] == [","],
        any(w in PAUSES for w in sentence.words[start:end]),
    ]
    return one


def _tail(reader: Reader, sentence: Sentence, cue: int, source: features.Source | None) -> Span | None:
    """Where what is reported goes on after cue and source: "The dam, said Brown, is safe"."""
    words = sentence.words
    at = cue + 1 if source is None else max(cue + 1, source.last)
    if at >= sentence.end or words[at] != "," or sentence.end - at < LONG:
        return None
    if words[at + 1] in ASIDES or words[at + 1].endswith("ing") or QUOTED in words[at : sentence.end]:
        return None
    return span_of(reader, sentence, at + 1, sentence.end)


def _being(reader: Reader, mention: int) -> int:
    if mention < 0:
        return -1
    found = reader.mentions[mention]
    being = reader.entities[found.entity].being if found.entity >= 0 and found.form == "name" else found.being
    return ("person", "organization", "group", "document", "place", "other").index(being)
