"""Train what finds reported speech on PolNeAR's training part.

    python training/train_reports.py SHARED

Deterministic. Writes languages/en/report_words.txt (words that report, with the share of their uses that do)
and, into quotes/data, report_cues.txt (whether such a word reports here), report_starts.txt and
report_ends.txt (where what it reports begins and ends), report_sources.txt (whose it is), report_review.txt
(how likely all of it is right, which is the confidence).
"""

from __future__ import annotations

import argparse
import sys
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice import features as quote_features
from artparse.quotes.reports import features, finding
from artparse.quotes.reports.clauses import Sentence, ends_of, sentence_at, span_of, starts_of
from corpus import Annotated, read_corpus
from remarking import near
from train_attribution import (
    DATA,
    PENALTY,
    RARE,
    TREES,
    Group,
    Sample,
    _written,
    fit,
    fit_binary,
    fit_sources,
    labelled,
    quantized,
    samples_of,
    says,
    write,
)

Span = tuple[int, int]
LEAST = 2
"""So often a word must report to be looked at."""
CLOSE = 0.85
"""What overlaps so much of the best is right too."""


@dataclass(slots=True)
class Article:
    """One article read, its words that report, and what they do."""

    annotated: Annotated
    reader: quote_features.Reader
    reporting: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)


def tokens_of(reader: quote_features.Reader, spans: list[Span]) -> list[int]:
    """The tokens of some spans outside quotation marks."""
    tokens = reader.tokens
    return [i for s, e in spans for i in range(tokens.at(s), tokens.at(e)) if tokens.quoted[i] < 0]


def count(article: Article) -> None:
    """Count which words are used, and which of them report."""
    reader = article.reader
    cues = {i for a in article.annotated.attributions if a.content for i in tokens_of(reader, a.cue)}
    for i, word in enumerate(reader.tokens.words):
        if reader.tokens.quoted[i] < 0 and word[0].isalpha():
            article.used[word.lower()] += 1
            article.reporting[word.lower()] += i in cues


def table_of(reporting: Counter[str], used: Counter[str]) -> dict[str, int]:
    """How surely words report, in twentieths; weak ones left out."""
    found = {}
    for word, times in reporting.items():
        if times >= LEAST:
            strength = round(20 * (times - 0.5) / (used[word] + 1))
            if strength >= features.WEAK:
                found[word] = strength
    return found


def heads(article: Article, table: dict[str, int]) -> dict[int, Any]:
    """The token that reports in each attribution, and the attribution."""
    found: dict[int, Any] = {}
    words = article.reader.tokens.words
    for attribution in article.annotated.attributions:
        inside = tokens_of(article.reader, attribution.cue)
        if attribution.content and inside:
            head = max(inside, key=lambda i: (table.get(words[i].lower(), 0), -i))
            if table.get(words[head].lower(), 0):
                found.setdefault(head, attribution)
    return found


@dataclass(slots=True)
class Rows:
    """What the four models learn from."""

    cues: list[Sample] = field(default_factory=list)
    starts: list[Group] = field(default_factory=list)
    ends: list[Group] = field(default_factory=list)
    sources: list[Group] = field(default_factory=list)


def overlap(pieces: list[Span], span: Span) -> float:
    """IoU of an attribution's content and one span."""
    shared = sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in pieces)
    return shared / max(1, sum(e - s for s, e in pieces) + span[1] - span[0] - shared)


def collect(article: Article, number: int, table: dict[str, int], rows: Rows) -> None:
    """Add an article's rows."""
    reader = article.reader
    reporting = heads(article, table)
    tokens = reader.tokens
    last: tuple[int, Sentence, features.View] | None = None
    for i, word in enumerate(tokens.words):
        if tokens.quoted[i] >= 0 or word.lower() not in table:
            continue
        if last is None or last[0] != tokens.sentences[i]:
            sentence = sentence_at(reader, i)
            last = tokens.sentences[i], sentence, features.view_of(sentence)
        _, sentence, view = last
        cue = bisect_left(sentence.firsts, i)
        names = features.cue_features(reader, sentence, view, cue, table)
        attribution = reporting.get(i)
        rows.cues.append(Sample([sys.intern(n) for n in names], attribution is not None, number))
        if attribution is not None:
            collect_one(article, number, sentence, view, cue, attribution, rows)


def collect_one(
    article: Article,
    number: int,
    sentence: Sentence,
    view: features.View,
    cue: int,
    attribution: Any,
    rows: Rows,
) -> None:
    """Add the rows of a word that reports."""
    import evaluate_quotes as ev

    reader, text = article.reader, article.annotated.text
    starts = starts_of(sentence, cue)
    pieces = attribution.content
    best: dict[int, float] = {}
    for start in starts:
        ends = ends_of(sentence, cue, start)
        best[start] = max(
            (overlap(pieces, span_of(reader, sentence, start, end)) for end in ends), default=0.0
        )
    top = max(best.values(), default=0.0)
    if top < 0.5:
        return
    right = [best[start] >= CLOSE * top and best[start] >= 0.5 for start in starts]
    names = features.start_features(reader, sentence, view, cue, starts)
    rows.starts.append(Group([[sys.intern(n) for n in row] for row in names], right, number))
    start = max(starts, key=lambda s: best[s])
    ends = ends_of(sentence, cue, start)
    values = [overlap(pieces, span_of(reader, sentence, start, end)) for end in ends]
    names = features.end_features(reader, sentence, view, cue, start, ends)
    good = [v >= 0.95 * max(values) for v in values]
    rows.ends.append(Group([[sys.intern(n) for n in row] for row in names], good, number))
    end = ends[values.index(max(values))]
    sources = features.sources_of(reader, sentence, cue, start, end)
    found, nobody = features.source_features(reader, sentence, view, cue, start, end, sources)
    said = [is_source(ev, reader, text, sentence, s, attribution.source) for s in sources]
    if not attribution.source:
        correct = [*said, True]
    elif any(said):
        correct = [*said, False]
    else:
        return
    choices = [[sys.intern(n) for n in row] for row in [*found, nobody]]
    rows.sources.append(Group(choices, correct, number))


def is_source(
    ev: Any,
    reader: quote_features.Reader,
    text: str,
    sentence: Sentence,
    source: features.Source,
    annotated: list[Span],
) -> bool:
    """Whether somebody is the source that is annotated."""
    if source.mention >= 0:
        mention = reader.mentions[source.mention]
        return any(near(mention.span, s) and says(ev, text, mention, s) for s in annotated)
    span = span_of(reader, sentence, source.first, source.last)
    return any(near(span, s) and ev.same_mention(text, span, s) for s in annotated)


ROUNDS = 60
"""Of the search for weights; more of them change nothing that can be seen."""
PENALTY_CUES, PENALTY_PARTS = 3.0, 2.0
PARTS = 3
"""The review learns from what is found by models that have not seen the article, of so many parts."""


def fit_all(rows: Rows, left_out: int | None) -> finding.Models:
    """The four models, learnt from the rows of all articles but those of one part."""

    def kept(number: int) -> bool:
        return left_out is None or number % PARTS != left_out

    cues = fit_binary([s for s in rows.cues if kept(s.article)], PENALTY_CUES, 3, ROUNDS)
    groups = [[g for g in part if kept(g.article)] for part in (rows.starts, rows.ends, rows.sources)]
    fitted = [fit(part, PENALTY_PARTS, 3, ROUNDS) for part in groups]
    return finding.Models(*map(quantized, (cues, *fitted)))


def is_right(article: Article, found: list[finding.Found]) -> list[int]:
    """Of each that was found, whether it is right: what is reported, and whose it is."""
    import evaluate_quotes as ev

    text = article.annotated.text
    attributions = [a for a in article.annotated.attributions if a.content]
    taken: set[int] = set()
    values = [0] * len(found)
    for index in sorted(range(len(found)), key=lambda i: -found[i].measures[0]):
        one = found[index]
        scores = [
            (overlap(a.content, one.span), n)
            for n, a in enumerate(attributions)
            if n not in taken and a.content[0][0] < one.span[1] and one.span[0] < a.content[-1][1]
        ]
        score, best = max(scores, default=(0.0, -1))
        if score >= 0.5:
            taken.add(best)
            mention = one.mention_span(article.reader)
            predicted = ev.Predicted(one.span, "indirect", None, mention)
            values[index] = int(bool(ev.speaker_is_right(text, attributions[best].source, predicted)))
    return values


def read(shared: Path) -> list[Article]:
    """The articles, each told by weights for sources that were learnt without it."""
    articles: list[Article] = []
    samples: list[Sample] = []
    for number, annotated in enumerate(read_corpus(shared, "train")):
        reader, _ = labelled(annotated)
        article = Article(annotated, reader)
        count(article)
        articles.append(article)
        samples += samples_of(reader, annotated.attributions, number)
    fit_sources([(a.reader, []) for a in articles], samples, PENALTY, RARE, ROUNDS)
    return articles


def tables_of(articles: list[Article]) -> tuple[dict[str, int], list[dict[str, int]]]:
    """How surely words report, by all articles, and by those of all parts but one."""
    reporting, used = Counter[str](), Counter[str]()
    for article in articles:
        reporting.update(article.reporting)
        used.update(article.used)
    tables = []
    for part in range(PARTS):
        less, fewer = reporting.copy(), used.copy()
        for article in articles[part::PARTS]:
            less.subtract(article.reporting)
            fewer.subtract(article.used)
        tables.append(table_of(less, fewer))
    return table_of(reporting, used), tables


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    args = parser.parse_args()
    begun = time.process_time()

    def tell(what: str) -> None:
        print(f"{what}, {time.process_time() - begun:.0f} s", file=sys.stderr, flush=True)

    articles = read(args.shared)
    tell("read")
    table, tables = tables_of(articles)
    write_words(table)
    rows = Rows()
    for number, article in enumerate(articles):
        collect(article, number, tables[number % PARTS], rows)
    tell(f"{len(rows.cues)} words, {sum(s.right for s in rows.cues)} of them report")
    models = fit_all(rows, None)
    for name, weights in zip(finding.FILES, models, strict=True):
        write({n: w / model.SCALE for n, w in weights.items()}, DATA / name)
    tell("learnt")
    measured: list[list[float]] = []
    right: list[int] = []
    for part in range(PARTS):
        models = fit_all(rows, part)
        for article in articles[part::PARTS]:
            found = finding.proposed(article.reader, models, tables[part])
            measured += [f.measures for f in found]
            right += is_right(article, found)
    (DATA / "report_review.txt").write_text("\n".join(grow(measured, right)) + "\n", encoding="utf-8")
    tell("reviewed")


def write_words(table: dict[str, int]) -> None:
    """The words by strength."""
    by: dict[int, list[str]] = defaultdict(list)
    for word, strength in table.items():
        by[strength].append(word)
    lines = [f"{strength} {' '.join(sorted(by[strength]))}" for strength in sorted(by)]
    head = "# Words of cues in PolNeAR's training part, after the share of uses that are cues, in twentieths"
    path = packs.path_of("en", "report_words.txt")
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    features.strengths.cache_clear()


TREES_GROWN = 60


def grow(measured: list[list[float]], right: list[int]) -> list[str]:
    """Boosted trees for how likely what was found is right, one a line; the first is the base alone."""
    import lightgbm

    share = sum(right) / len(right)
    base = float(np.log(share / (1 - share)))
    data = lightgbm.Dataset(np.array(measured), label=np.array(right), init_score=np.full(len(right), base))
    options = {
        **TREES,
        "objective": "binary",
        "learning_rate": 0.15,
        "num_leaves": 8,
        "min_data_in_leaf": 100,
    }
    result = lightgbm.cv(
        options, data, TREES_GROWN, nfold=5, stratified=False, seed=1, metrics=["binary_logloss", "auc"]
    )
    print({k: round(v[-1], 4) for k, v in result.items()}, share, len(right), file=sys.stderr)
    data = lightgbm.Dataset(np.array(measured), label=np.array(right), init_score=np.full(len(right), base))
    booster = lightgbm.train(options, data, TREES_GROWN)
    trees = [_written(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return [f"={round(base * model.FINE)}", *trees]


if __name__ == "__main__":
    main()
