"""Find what a sentence reports: the word that reports, where what it reports begins and ends, whose it is.

Only sentences with a word that may report are looked at, and of those words only the likely ones further.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache
from itertools import groupby

from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.forest import Forest
from artparse.quotes.reports.clauses import sentence_at
from artparse.quotes.reports.features.cues import cue_keys, likely_cue_keys, nearest_weights, word_keys
from artparse.quotes.reports.found import Found, overlap
from artparse.quotes.reports.headlines import headlines
from artparse.quotes.reports.reading import end_before_others, read
from artparse.quotes.reports.weighing import FINE, ZERO, Models, shipped, total
from artparse.quotes.reports.words import MOST_KNOWN, QUOTED, Lexicon, idioms, lexicon

LIKELY, LIKELY_QUOTED = (math.log(p / (1 - p)) for p in (0.26, 0.18))
"""From these scores a word that may report is looked at further: the first in sentences without words in
quotation marks, the second in those with some."""
ALONE, GLANCE = -3.3, -1.6
"""From these scores, by itself and by the words beside it, a word is looked at at all."""
DOUBT = 0.5
"""So much below those bounds it is asked how likely the mentions beside it are the source of anything."""
REPORT, CLAUSE = 0.35, 0.3
"""From this confidence a report is given, and the clause of a quote."""
SAME = 0.5
"""Of what overlaps so much (IoU), only the likeliest is given."""
MOST = 12
"""At most so many things are found in one sentence."""
SHORT = 4
"""With fewer words outside quotation marks a sentence only says who said what is in them."""


class Alone(dict[str, tuple[str, float] | None]):
    """Words as they are printed, with their small letters and what each alone tells of whether it reports.

    `None` stands for words that are not looked at. Of the words that were met last it is kept.
    """

    def __init__(self, models: Models, lexicon: Lexicon) -> None:
        self.cues, self.lexicon = models.cues, lexicon

    def __missing__(self, word: str) -> tuple[str, float] | None:
        if len(self) >= MOST_KNOWN:
            self.clear()
        low = word.lower()
        found = None
        if self.lexicon.strengths.get(low) is not None:
            score = total(self.cues, word_keys(self.lexicon.read(low)))
            found = (low, score) if score >= ALONE else None
        self[word] = found
        return found


@cache
def _alone() -> Alone:
    return Alone(shipped(), lexicon())


def find(reader: Reader) -> list[Found]:
    """What the article reports, in source order, the unlikely too; of what overlaps the likeliest."""
    found = Finder(reader, shipped(), lexicon(), _alone()).proposed()
    trees = review_trees()
    for one in found:
        one.confidence = round(1 / (1 + math.exp(-model.grown(trees, one.measures) / model.SCALE)), 3)
    told = headlines(reader)
    found = [one for one in found if not any(_is_told(one, other) for other in told)]
    found = sorted(found + told, key=lambda one: one.cue)
    kept: list[Found] = []
    for sentence in _by_sentence(reader, found):
        for one in sentence if len(sentence) > 1 else []:
            end_before_others(reader, one, sentence)
        kept += _likeliest(sentence)
    return kept


def _is_told(one: Found, other: Found) -> bool:
    """Whether the form of a heading told something else than what was found in it."""
    assert other.word is not None
    first, last = other.span
    around = min(first, other.word[0]), max(last, other.word[1])
    inside = first <= one.span[0] and one.span[1] <= last
    near = (one.span[0] < around[1] and around[0] < one.span[1]) or one.cue == other.cue
    return overlap(one.span, other.span) >= SAME or (near and not inside)


def review_trees() -> Forest:
    """The trees that tell how likely a report is right."""
    return model.trees("report_review.txt")


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


def _beside(one: Found, found: list[Found]) -> tuple[float, int, int]:
    """How much one overlaps with others at most, how many of them hold it, and how many it holds."""
    worst, around, covers = 0.0, 0, 0
    first, last = one.span
    for other in found:
        start, end = other.span
        if start < last and first < end:
            worst = max(worst, overlap(one.span, other.span))
            around += start <= first and last <= end
            covers += first <= start and end <= last
    return worst, around, covers


class Finder:
    """Finds what an article may report."""

    def __init__(
        self, reader: Reader, models: Models, lexicon: Lexicon, alone: Alone, glance: float = GLANCE
    ) -> None:
        self.reader, self.models, self.lexicon, self.glance = reader, models, lexicon, glance
        self.alone = alone
        """Word that may report to its score wherever it stands."""
        self.words = lexicon.known

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
        likely = {text: told for text in set(tokens.words) if (told := alone[text]) is not None}
        sentences, quoted, texts = tokens.sentences, tokens.quoted, tokens.words
        start, end = self.words.before[1], self.words.behind[0]
        size, unknown = len(texts), idioms()
        found: list[tuple[int, float]] = []
        known, inside = self.words, self.words.quoted
        nothing = 4 * ZERO
        for i in [i for i, text in enumerate(texts) if text in likely and quoted[i] < 0]:
            (low, own), here = likely[texts[i]], sentences[i]
            before, after = start, end
            if i and sentences[i - 1] == here:
                text = texts[i - 1]
                before = inside if quoted[i - 1] >= 0 else known[text]
            if i + 1 < size and sentences[i + 1] == here:
                text = texts[i + 1]
                after = inside if quoted[i + 1] >= 0 else known[text]
            beside = nearest_weights(table, known[texts[i]], before, after)
            score = own + (beside - nothing) / FINE
            if score >= self.glance and (low, after.text) not in unknown:
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
            score = glance + total(self.models.cues, cue_keys(self.reader, sentence, cue))
            if score >= bound - DOUBT:
                score += total(self.models.cues, likely_cue_keys(self.reader, sentence, cue))
                if score >= bound:
                    scored.append((score, cue))
        scored = sorted(scored, key=lambda item: (-item[0], item[1]))[: 2 * MOST]
        found: list[Found] = []
        for rank, (score, cue) in enumerate(scored):
            one = read(self.reader, self.models, self.lexicon, sentence, cue, score)
            if one is not None:
                one.measures += [rank, *_beside(one, found), scored[0][0]]
                found.append(one)
        return found
