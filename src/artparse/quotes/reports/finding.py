"""Find what a sentence reports: the word that reports, where what it reports begins and ends, whose it is.

Only sentences with a word that may report are looked at, and of those words only the likely ones further.
"""

from __future__ import annotations

import math
import zlib
from binascii import a2b_base64
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
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
from artparse.quotes.reports.words import PAUSES, QUOTED, WIDE, Lexicon, idioms, lexicon, no_contents
from artparse.quotes.words import word_list

FILES = (
    *("report_cues.txt", "report_starts.txt", "report_ends.txt"),
    *("report_sources.txt", "report_sources_again.txt"),
)
LIKELY, LIKELY_QUOTED = (math.log(p / (1 - p)) for p in (0.33, 0.15))
"""From these scores a word that may report is looked at further: the first in sentences without words in
quotation marks, the second in those with some."""
ALONE, GLANCE = -4.0, -1.2
"""From these scores, by itself and by the words beside it, a word is looked at at all."""
DOUBT = 1.2
"""So much below those bounds it is asked how likely the mentions beside it are the source of anything."""
SETTLED = 0.9
"""A source that is so sure is not chosen again."""
ZLIB_HEAD, ZLIB_SUM = 2, 4
"""Bytes that zlib puts before and behind what is deflated."""
FINE, ZERO = 32, 128
"""So many steps of a weight make one; what stands for a weight of nothing."""
REPORT, CLAUSE = 0.42, 0.3
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
DATELINE = 10
"""A dateline ends with a dash before so many units."""
CLAUSES = frozenset(("that", "how", "why", "whether", "what"))
"""Words with which a clause begins that tells what is said."""
ACTS = word_list("acts upon things")
"""Words for what is done to a thing as well as said: they report only clauses."""
SPARE = word_list("spare words")
"""Words that alone tell nothing of what is said."""
DASHES = frozenset("—–-")
SHORT = 4
"""With fewer words outside quotation marks a sentence only says who said what is in them."""
WORDS = 3
"""So many words outside quotation marks make a clause more than a quote."""


class Models(NamedTuple):
    """Of each number of a feature its weight, in `FINE`ths, `ZERO` added."""

    cues: bytes
    starts: bytes
    ends: bytes
    sources: bytes
    again: bytes
    """Of the same where that was not sure, with how likely somebody is the source of anything."""


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
    rules: tuple[str, ...] = ()
    """The names of what decided of it (see `rules.REPORTS`)."""
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


class Alone(dict[str, float]):
    """Words that may report to what each of them alone tells, added up when it is first met: an article has
    few of them."""

    def __init__(self, models: Models, lexicon: Lexicon) -> None:
        self.cues, self.lexicon = models.cues, lexicon

    def __missing__(self, word: str) -> float:
        score = self[word] = total(self.cues, features.word_keys(self.lexicon.read(word)))
        return score


@cache
def _alone() -> Alone:
    return Alone(_models(), lexicon())


def weights(name: str) -> bytes:
    """The weights of one of the models in `data`, which are packed there (see `packed`)."""
    path = Path(model.__file__).parent / "data" / name
    return zlib.decompress(a2b_base64(path.read_bytes()), -zlib.MAX_WBITS, WIDE)


def packed(table: bytes) -> bytes:
    """The content of a file for some weights: deflated, without a checksum, which every start would check."""
    deflated = zlib.compress(table, 9)
    from base64 import encodebytes  # Training's alone.

    return encodebytes(deflated[ZLIB_HEAD:-ZLIB_SUM])


def total(table: bytes, keys: Collection[int]) -> float:
    """The sum of the weights of some features."""
    return (sum(map(table.__getitem__, keys)) - ZERO * len(keys)) / FINE


def chosen(table: bytes, rows: list[list[int]]) -> tuple[int, float]:
    """Which of some choices is the likeliest, and how likely it is."""
    weight = table.__getitem__
    scores = [sum(map(weight, row)) - ZERO * len(row) for row in rows]
    best = max(scores)
    return scores.index(best), 1 / sum([math.exp((score - best) / FINE) for score in scores])


def find(reader: Reader) -> list[Found]:
    """What the article reports, in source order, the unlikely too; of what overlaps the likeliest."""
    found = Finder(reader, _models(), lexicon(), _alone()).proposed()
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


class Finder:
    """Finds what an article may report."""

    def __init__(self, reader: Reader, models: Models, lexicon: Lexicon, alone: Alone) -> None:
        self.reader, self.models, self.lexicon = reader, models, lexicon
        self.alone = alone
        """Word that may report to its score wherever it stands."""
        self.words = Words(lexicon)

    def proposed(self) -> list[Found]:
        """What the article may report, with what is measured of each."""
        found: list[Found] = []
        sentences = self.reader.tokens.sentences
        for _, group in groupby(self._glanced(), key=lambda item: sentences[item[0]]):
            found += self._in_sentence(list(group))
        return found

    def _glanced(self) -> list[tuple[int, float]]:
        """The tokens that may report, by themselves and the words beside them, with their scores so far."""
        tokens, table, alone = self.reader.tokens, self.models.cues, self.alone
        strengths = self.lexicon.strengths
        likely: dict[str, str] = {}
        """Words of the article that are looked at, as they are printed, in small letters."""
        for text in set(tokens.words):
            low = text.lower()
            if low in strengths and alone[low] >= ALONE:
                likely[text] = low
        sentences, quoted, texts = tokens.sentences, tokens.quoted, tokens.words
        start, end = self.words.before[1], self.words.behind[0]
        size, unknown = len(texts), idioms()
        found: list[tuple[int, float]] = []
        known, of, inside = self.words.usual, self.words.of, self.words.quoted
        for i in [i for i, text in enumerate(texts) if text in likely and quoted[i] < 0]:
            low, here = likely[texts[i]], sentences[i]
            before, after = start, end
            if i and sentences[i - 1] == here:
                text = texts[i - 1]
                before = inside if quoted[i - 1] >= 0 else known[text] if text in known else of(text)
            if i + 1 < size and sentences[i + 1] == here:
                text = texts[i + 1]
                after = inside if quoted[i + 1] >= 0 else known[text] if text in known else of(text)
            score = alone[low] + total(table, features.nearest_keys(of(texts[i]), before, after))
            if score >= GLANCE and (low, after.text) not in unknown:
                found.append((i, score))
        return found

    def _in_sentence(self, likely: list[tuple[int, float]]) -> list[Found]:
        sentence = sentence_at(self.reader, likely[0][0], self.words)
        if sentence.quotes and sum([w != QUOTED and w[0].isalnum() for w in sentence.words]) < SHORT:
            return []
        bound = LIKELY_QUOTED if sentence.quotes else LIKELY
        scored: list[tuple[float, int]] = []
        for token, glance in likely:
            cue = bisect_left(sentence.firsts, token)
            score = glance + total(self.models.cues, features.cue_keys(self.reader, sentence, cue))
            if score >= bound - DOUBT:
                score += total(self.models.cues, features.likely_cue_keys(self.reader, sentence, cue))
                if score >= bound:
                    scored.append((score, cue))
        scored = sorted(scored, key=lambda item: (-item[0], item[1]))[: 2 * MOST]
        found: list[Found] = []
        for rank, (score, cue) in enumerate(scored):
            one = self._read(sentence, cue, score)
            if one is None:
                continue
            worst = max([overlap(one.span, other.span) for other in found], default=0.0)
            around = sum(other.span[0] <= one.span[0] and one.span[1] <= other.span[1] for other in found)
            covers = sum(one.span[0] <= other.span[0] and other.span[1] <= one.span[1] for other in found)
            one.measures += [rank, worst, around, covers, scored[0][0]]
            found.append(one)
        return found

    def _read(self, sentence: Sentence, cue: int, score: float) -> Found | None:
        """What the cue reports, and whose it is; nothing where that is only words in quotation marks."""
        reader, models, words = self.reader, self.models, sentence.words
        starts = starts_of(sentence, cue)
        if not starts:
            return None
        start, begins = starts[0], 1.0
        if len(starts) > 1:
            index, begins = chosen(models.starts, features.start_keys(reader, sentence, cue, starts))
            start = starts[index]
        if not sentence.quotes and begins / (1 + math.exp(-score)) < HOPE:
            return None
        ends = ends_of(sentence, cue, start)
        if not ends:
            return None
        index, stops = chosen(models.ends, features.end_keys(sentence, cue, start, ends))
        end = ends[index]
        while end - 1 > start and words[end - 1] in PAUSES:
            end -= 1
        start = _behind_dateline(reader, sentence, start, end)
        said = words[start:end]
        act = words[cue] in ACTS and not tells_what(sentence, start, end)
        if act or is_no_content(said):
            return None
        outside = sum([w != QUOTED and w[0].isalnum() for w in said])
        inside: list[int] = []
        if sentence.quotes:
            firsts, quoted = sentence.firsts, reader.tokens.quoted
            inside = [quoted[firsts[i]] for i in range(start, end) if words[i] == QUOTED]
        if inside and outside < WORDS:
            return None
        sources = features.sources_of(reader, sentence, cue, start, end)
        rows = features.source_keys(reader, sentence, cue, start, end, sources)
        index, sourced = chosen(models.sources, rows)
        unsure = sourced < SETTLED
        if unsure:
            rows = features.likely_keys(reader, cue, start, end, sources, rows)
            index, sourced = chosen(models.again, rows)
        source = sources[index] if index < len(sources) else None
        mention = source.mention if source is not None else -1
        phrase = span_of(reader, sentence, source.first, source.last) if source and mention < 0 else None
        one = Found(sentence.firsts[cue], span_of(reader, sentence, start, end), mention, phrase, inside)
        one.rules = (
            "report/cue",
            "report/begins" if len(starts) > 1 else "report/that",
            "speaker/report-again" if unsure else "speaker/report",
        )
        if end <= cue:
            one.tail = _tail(reader, sentence, cue, source)
        who = reader.mentions[mention] if mention >= 0 else None
        word = sentence.rows[cue + EDGE]
        one.measures = [
            score,
            begins,
            stops,
            sourced,
            end - start,
            outside,
            len(inside),
            start > cue,
            word.strength,
            0 if source is None else 1 if who is None else 2 + features.FORMS[who.form],
            _being(reader, mention),
            features.said_before(reader, mention) if mention >= 0 else -1,
            reader.likely(mention) / model.SCALE if mention >= 0 else -9,
            min(start - cue, 12),
            min(cue - source.last, 12) if source is not None else 13,
            sentence.end - end,
            sentence.end,
            features.PLACES[sentence.place],
            words[start] == "that" or (start > 0 and words[start - 1] == "that"),
            who is not None and who.governed,
            words[end : end + 1] == [","],
            not PAUSES.isdisjoint(said),
            *word.told,
            any(row.verbal for row in sentence.rows[start + EDGE : end + EDGE]),
        ]
        return one


def is_no_content(said: list[str]) -> bool:
    """Whether words are nothing that somebody says: "to comment", "this", "more"; but "no", "Doe"."""
    if len(said) == 1:
        return said[0] in SPARE
    return any(" ".join(said[:size]) in no_contents() for size in (2, 3, 4))


def tells_what(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause, and no thing that something is done to, stands in some units of a sentence."""
    rows = sentence.rows[start + EDGE : end + EDGE]
    return sentence.words[start] in CLAUSES or (len(rows) > 1 and any(row.verbal for row in rows))


def _behind_dateline(reader: Reader, sentence: Sentence, start: int, end: int) -> int:
    """Where what is reported begins, where the sentence opens with a dateline: "HARBOR CITY, May 4 —"."""
    if start or not reader.tokens.words[sentence.firsts[0]].isupper() or len(sentence.words[0]) < 3:
        return start
    dash = next((i for i, word in enumerate(sentence.words[: min(end, DATELINE)]) if word in DASHES), -1)
    return dash + 1 if 0 < dash < end - 1 else start


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
