"""Find what a sentence reports: the word that reports, where what it reports begins and ends, whose it is.

Only sentences with a word that may report are looked at, and of those words only the likely ones further.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, groupby, repeat
from pathlib import Path
from typing import NamedTuple

from artparse.article import Span
from artparse.quotes import model
from artparse.quotes.choice.features import Reader
from artparse.quotes.reports import features
from artparse.quotes.reports.clauses import (
    EDGE,
    Sentence,
    Words,
    ends_of,
    sentence_at,
    span_of,
    starts_of,
)
from artparse.quotes.reports.words import PAUSES, QUOTED, Lexicon, Word, idioms, lexicon

FILES = ("report_cues.txt", "report_starts.txt", "report_ends.txt", "report_sources.txt")
LIKELY, LIKELY_QUOTED = (round(model.SCALE * math.log(p / (1 - p))) for p in (0.33, 0.15))
"""From these scores, in `model.SCALE`ths, a word that may report is looked at further: the first in sentences
without words in quotation marks, the second in those with some."""
ALONE = -200
"""From this score by itself a word is looked at in its sentences."""
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

    cues: Mapping[int, int]
    starts: Mapping[int, int]
    ends: Mapping[int, int]
    sources: Mapping[int, int]


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
    told: bool = False
    """Whether the sentence itself told all of this, with `word` for the word that reports."""
    word: Span | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """What is reported, in its pieces."""
        return (self.span,) if self.tail is None else (self.span, self.tail)

    def mention_span(self, reader: Reader) -> Span | None:
        """The words that say whose it is."""
        return reader.mentions[self.mention].span if self.mention >= 0 else self.phrase


@cache
def _models() -> Models:
    return Models(*map(weights, FILES))


def weights(name: str) -> Mapping[int, int]:
    """The number of a feature to its weight: each line has a weight, then numbers, each less the one before."""
    path = Path(model.__file__).parent / "data" / name
    found: dict[int, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        weight, *steps = line.split()
        found.update(zip(accumulate(int(step, 36) for step in steps), repeat(int(weight))))
    return found


def _sum(table: Mapping[int, int], keys: Iterable[int]) -> int:
    return sum(map(table.get, keys, repeat(0)))


def find(reader: Reader) -> list[Found]:
    """What the article reports, in source order, the unlikely too; of what overlaps the likeliest."""
    found = Finder(reader, _models(), lexicon()).proposed()
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


def overlap(one: Span, other: Span) -> float:
    """IoU of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def _best(scores: list[int]) -> tuple[int, float]:
    index = max(range(len(scores)), key=scores.__getitem__)
    return index, model.shares(scores)[index]


class Finder:
    """Finds what an article may report."""

    def __init__(self, reader: Reader, models: Models, lexicon: Lexicon) -> None:
        self.reader, self.models, self.lexicon = reader, models, lexicon
        self.words = Words(lexicon)

    def proposed(self) -> list[Found]:
        """What the article may report, with what is measured of each."""
        found: list[Found] = []
        sentences = self.reader.tokens.sentences
        for _, group in groupby(self._glanced(), key=lambda item: sentences[item[0]]):
            found += self._in_sentence(list(group))
        return found

    def _glanced(self) -> list[tuple[int, int]]:
        """The tokens that may report, by themselves and the words beside them, with their scores so far."""
        tokens, words, table = self.reader.tokens, self.words, self.models.cues
        sentences, quoted = tokens.sentences, tokens.quoted
        texts = tokens.words
        looked: dict[str, int] = {}
        """Word that may report to the score it has wherever it stands."""
        for text in set(texts):
            word = words.of(text)
            if word.strength >= 0:
                alone = _sum(table, features.word_keys(word))
                if alone >= ALONE:
                    looked[text] = alone
        unknown = idioms()
        size = len(texts)
        found: list[tuple[int, int]] = []

        def beside(i: int, sentence: int, edge: Word) -> Word:
            if not 0 <= i < size or sentences[i] != sentence:
                return edge
            return words.quoted if quoted[i] >= 0 else words.of(texts[i])

        start, end = words.before[1], words.behind[0]
        for i in [i for i, text in enumerate(texts) if text in looked]:
            if quoted[i] >= 0:
                continue
            here, word = sentences[i], words.of(texts[i])
            after = beside(i + 1, here, end)
            near = features.nearest_keys(
                word, beside(i - 1, here, start), beside(i - 2, here, start), after, beside(i + 2, here, end)
            )
            score = looked[texts[i]] + _sum(table, near)
            if score >= GLANCE and (word.text, after.text) not in unknown:
                found.append((i, score))
        return found

    def _in_sentence(self, likely: list[tuple[int, int]]) -> list[Found]:
        sentence = sentence_at(self.reader, likely[0][0], self.words)
        if sentence.quotes and sum(w != QUOTED and w[0].isalnum() for w in sentence.words) < SHORT:
            return []
        bound = LIKELY_QUOTED if sentence.quotes else LIKELY
        scored: list[tuple[int, int]] = []
        for token, glance in likely:
            cue = bisect_left(sentence.firsts, token)
            keys = features.cue_keys(self.reader, sentence, cue, self.lexicon.verbal)
            score = glance + _sum(self.models.cues, keys)
            if score >= bound:
                scored.append((score, cue))
        scored = sorted(scored, key=lambda item: (-item[0], item[1]))[: 2 * MOST]
        found: list[Found] = []
        for rank, (score, cue) in enumerate(scored):
            one = self._read(sentence, cue, score)
            if one is None:
                continue
            worst = max((overlap(one.span, other.span) for other in found), default=0.0)
            around = sum(other.span[0] <= one.span[0] and one.span[1] <= other.span[1] for other in found)
            covers = sum(one.span[0] <= other.span[0] and other.span[1] <= one.span[1] for other in found)
            one.measures += [rank, worst, around, covers, scored[0][0] / model.SCALE]
            found.append(one)
        return found

    def _read(self, sentence: Sentence, cue: int, score: int) -> Found | None:
        """What the cue reports, and whose it is; nothing where that is only words in quotation marks."""
        reader, models = self.reader, self.models
        starts = starts_of(sentence, cue)
        if not starts:
            return None
        table = models.starts
        rows = features.start_keys(reader, sentence, cue, starts)
        index, begins = _best([_sum(table, row) for row in rows])
        start = starts[index]
        if not sentence.quotes and begins / (1 + math.exp(-score / model.SCALE)) < HOPE:
            return None
        ends = ends_of(sentence, cue, start)
        if not ends:
            return None
        table = models.ends
        rows = features.end_keys(reader, sentence, cue, start, ends, self.lexicon.verbal)
        index, stops = _best([_sum(table, row) for row in rows])
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
        table = models.sources
        rows = features.source_keys(reader, sentence, cue, start, end, sources)
        index, sourced = _best([_sum(table, row) for row in rows])
        source = sources[index] if index < len(sources) else None
        mention = source.mention if source is not None else -1
        phrase = span_of(reader, sentence, source.first, source.last) if source and mention < 0 else None
        one = Found(sentence.firsts[cue], span_of(reader, sentence, start, end), mention, phrase, inside)
        if end <= cue:
            one.tail = _tail(reader, sentence, cue, source)
        who = reader.mentions[mention] if mention >= 0 else None
        side = 1 if start > cue else 0
        word = sentence.rows[cue + EDGE]
        one.measures = [
            score / model.SCALE,
            begins,
            stops,
            sourced,
            end - start,
            outside,
            len(inside),
            side,
            word.strength,
            0 if source is None else 1 if who is None else 2 + features.FORMS[who.form],
            _being(reader, mention),
            reader.likely(mention) / model.SCALE if mention >= 0 else -9,
            min(start - cue, 12),
            min(cue - source.last, 12) if source is not None else 13,
            sentence.end - end,
            sentence.end,
            features.PLACES[sentence.place],
            sentence.words[start] == "that" or (start > 0 and sentence.words[start - 1] == "that"),
            who is not None and who.governed,
            sentence.words[end : end + 1] == [","],
            any(w in PAUSES for w in sentence.words[start:end]),
            word.does,
            word.kind,
            any(shape in self.lexicon.verbal for shape in sentence.shapes[start + EDGE : end + EDGE]),
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
