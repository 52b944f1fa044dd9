"""Train what finds reported speech on PolNeAR's training part.

    python training/annotations/lay_out.py build/annotated
    python training/train_reports.py SHARED build/annotated

Deterministic. Writes languages/en/report_words.txt (words that report, with the share of their uses that do)
and, into quotes/data, report_cues.txt (whether such a word reports here), report_starts.txt and
report_ends.txt (where what it reports begins and ends), report_sources.txt (whose it is), report_review.txt
(how likely all of it is right, which is the confidence).
"""

from __future__ import annotations

import argparse
import sys
import time
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import annotators
import elsewhere
import pack
from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports import finding, weighing, words
from artparse.quotes.reports.clauses import EDGE, Sentence, ends_of, sentence_at, span_of, starts_of
from artparse.quotes.reports.features.cues import cue_keys, likely_cue_keys, nearest_keys, word_keys
from artparse.quotes.reports.features.ends import end_keys
from artparse.quotes.reports.features.sources import Source, likely_keys, source_keys, sources_of
from artparse.quotes.reports.features.starts import start_keys
from artparse.quotes.reports.found import Found
from corpus import Annotated, read_corpus
from remarking import near
from train_attribution import (
    DATA,
    PENALTY,
    TREES,
    Sample,
    _written,
    fit_sources,
    labelled,
    samples_of,
    says,
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
    reader: Reader
    reporting: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)


def tokens_of(reader: Reader, spans: list[Span]) -> list[int]:
    """The tokens of some spans outside quotation marks."""
    tokens = reader.tokens
    return [i for s, e in spans for i in range(tokens.at(s), tokens.at(e)) if tokens.quoted[i] < 0]


def count(article: Article) -> None:
    """Count which words are used, and which of them report."""
    reader = article.reader
    cues = {i for a in article.annotated.attributions if a.content for i in tokens_of(reader, a.cue)}
    for i, word in enumerate(reader.tokens.words):
        if reader.tokens.quoted[i] < 0 and (word[0].isalpha() or word == ":"):
            article.used[word.lower()] += 1
            article.reporting[word.lower()] += i in cues


def table_of(reporting: Counter[str], used: Counter[str]) -> dict[str, int]:
    """How surely words report, in twentieths; weak ones left out, but for words of saying."""
    found = dict.fromkeys(forms_of_saying(), 0)
    for word, times in reporting.items():
        strength = max(0, round(20 * (times - 0.5) / (used[word] + 1)))
        if word in found or (times >= LEAST and strength >= words.WEAK):
            found[word] = strength
    for word in [w for w in found if found[w] < words.WEAK and used[w] >= COMMON]:
        del found[word]
    return found


def forms_of_saying() -> list[str]:
    """The words of saying as they may be used."""
    found: list[str] = []
    for row in words.table("saying.txt"):
        for word in row[1:]:
            base = word[:-1] if word[-1] == "e" else word
            past = base[:-1] + "i" if base[-1] == "y" and base[-2] not in "aeiou" else base
            several = past + "es" if past != base or base[-2:] in ("ch", "sh", "ss") else word + "s"
            found += (word, several, past + "ed", base + "ing")
            if len(base) < 7 and base[-1] not in "aeioywxlhkd" and base[-2] in "aeiou":
                found += (base + base[-1] + "ed", base + base[-1] + "ing")
    return found


def heads(article: Article, known: words.Words) -> dict[int, Any]:
    """The token that reports in each attribution, and the attribution."""
    found: dict[int, Any] = {}
    texts = article.reader.tokens.words
    for attribution in article.annotated.attributions:
        inside = tokens_of(article.reader, attribution.cue)
        if attribution.content and inside:
            head = max(inside, key=lambda i: (known[texts[i]].strength, -i))
            if known[texts[head]].strength >= 0:
                found.setdefault(head, attribution)
    return found


class Table:
    """Rows of numbers of features, one for each choice, in groups of which some choice is right."""

    def __init__(self) -> None:
        self.keys = array("q")
        self.lengths = array("i")
        self.right = array("b")
        self.sizes = array("i")
        self.article = array("i")
        self.weight = array("f")

    def add(self, choices: list[list[int]], right: list[bool], article: int, weight: float = 1.0) -> None:
        """Add a group, of one choice where it is only asked whether that is right."""
        for keys in choices:
            self.keys.extend(keys)
            self.lengths.append(len(keys))
        self.right.extend(right)
        self.sizes.append(len(choices))
        self.article.append(article)
        self.weight.append(weight)


@dataclass(slots=True)
class Rows:
    """What the models learn from."""

    glances: Table = field(default_factory=Table)
    """The words of `cues` by themselves and the words beside them."""
    cues: Table = field(default_factory=Table)
    starts: Table = field(default_factory=Table)
    ends: Table = field(default_factory=Table)
    sources: Table = field(default_factory=Table)
    again: Table = field(default_factory=Table)


def overlap(pieces: list[Span], *spans: Span) -> float:
    """IoU of an attribution's content and what was found."""
    shared = sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in pieces for span in spans)
    return shared / max(1, sum(e - s for s, e in [*pieces, *spans]) - shared)


def collect(article: Article, number: int, lexicon: words.Lexicon, rows: Rows) -> None:
    """Add an article's rows."""
    reader = article.reader
    known = lexicon.known
    reporting = heads(article, known)
    tokens = reader.tokens
    last: tuple[int, Sentence] | None = None
    for i, text in enumerate(tokens.words):
        if tokens.quoted[i] >= 0 or known[text].strength < 0:
            continue
        if last is None or last[0] != tokens.sentences[i]:
            last = tokens.sentences[i], sentence_at(reader, i, known)
        sentence = last[1]
        cue = bisect_left(sentence.firsts, i)
        attribution = reporting.get(i)
        add_cue(rows, reader, sentence, cue, attribution is not None, number)
        if attribution is not None:
            collect_one(article, number, sentence, cue, attribution, rows)


def add_cue(
    rows: Rows,
    reader: Reader,
    sentence: Sentence,
    cue: int,
    right: bool,
    number: int,
    weight: float = 1.0,
) -> None:
    """Add all features of a word that may report."""
    before, word, after = sentence.rows[cue + EDGE - 1 : cue + EDGE + 2]
    glance = [*word_keys(word), *nearest_keys(word, before, after)]
    rows.glances.add([glance], [right], number, weight)
    further = [*cue_keys(reader, sentence, cue), *likely_cue_keys(reader, sentence, cue)]
    rows.cues.add([[*glance, *further]], [right], number, weight)


BROAD = frozenset(("blame", "praise", "oppose", "urge", "pledge", "refuse", "call"))
"""What words do that report things, too, not clauses alone."""
ELSEWHERE = 0.2
"""How much a word counts that reports nothing in another kind of text."""


def collect_elsewhere(shared: Path, lexicons: list[words.Lexicon], rows: Rows) -> None:
    """Add words that report nothing in texts of other kinds."""
    broad = {number for number, row in enumerate(words.table("saying.txt"), 1) if row[0] in BROAD}
    for number, document in enumerate(elsewhere.documents(shared / "corpora" / "gum")):
        reader = elsewhere.read(document.text)
        tokens = reader.tokens
        known = lexicons[number % PARTS].known
        for i, text in enumerate(tokens.words):
            word = document.words.get(tokens.starts[i])
            if tokens.quoted[i] >= 0 or word is None or known[text].strength < 0:
                continue
            if elsewhere.reports_nothing(word, known[text].told[0] in broad):
                sentence = sentence_at(reader, i, known)
                add_cue(rows, reader, sentence, bisect_left(sentence.firsts, i), False, number, ELSEWHERE)


def collect_one(
    article: Article,
    number: int,
    sentence: Sentence,
    cue: int,
    attribution: Any,
    rows: Rows,
) -> None:
    """Add the rows of a word that reports."""
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
    rows.starts.add(start_keys(reader, sentence, cue, starts), right, number)
    start = max(starts, key=lambda s: best[s])
    ends = ends_of(sentence, cue, start)
    values = [overlap(pieces, span_of(reader, sentence, start, end)) for end in ends]
    good = [v >= 0.95 * max(values) for v in values]
    rows.ends.add(end_keys(sentence, cue, start, ends), good, number)
    end = ends[values.index(max(values))]
    sources = sources_of(reader, sentence, cue, start, end)
    said = [is_source(reader, text, sentence, s, attribution.source) for s in sources]
    if not attribution.source:
        correct = [*said, True]
    elif any(said):
        correct = [*said, False]
    else:
        return
    keys = source_keys(reader, sentence, cue, start, end, sources)
    rows.sources.add(keys, correct, number)
    rows.again.add(likely_keys(reader, cue, start, end, sources, keys), correct, number)


def is_source(
    reader: Reader,
    text: str,
    sentence: Sentence,
    source: Source,
    annotated: list[Span],
) -> bool:
    """Whether somebody is the source that is annotated."""
    if source.mention >= 0:
        mention = reader.mentions[source.mention]
        return any(near(mention.span, s) and says(text, mention, s) for s in annotated)
    span = span_of(reader, sentence, source.first, source.last)
    return any(near(span, s) and annotators.same_mention(text, span, s) for s in annotated)


ROUNDS = 50
"""Of the search for weights; more of them change nothing that can be seen."""
PENALTY_GLANCES, PENALTY_CUES, PENALTY_ENDS, PENALTY_PARTS = 6.0, 10.0, 5.0, 2.0
RARE, RARE_SOURCES = 3, 4
"""Features seen less often are left out: here, and by what tells sources."""
SMALL = 2
"""Weights of fewer steps are left out."""
COMMON = 60
"""Words of saying that are used so often and hardly ever report are not looked at."""
GLANCE = -2.0
"""From this score of a word and those beside it the review learns of it; at run time fewer are looked at."""
KNOWN = 5
"""Words used so often have numbers."""
PARTS = 3
"""The review learns from what is found by models that have not seen the article, of so many parts."""


def fit(
    table: Table, kept: np.ndarray, penalty: float, choice: bool, given: dict[int, float] | None = None
) -> dict[int, float]:
    """Weights of a choice in each group that is kept, or of what is right alone; by L-BFGS.

    Those that are `given` stay as they are, and the others tell what they do not.
    """
    sizes = np.array(table.sizes)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    lengths = np.array(table.lengths)
    rows_kept = kept[owner]
    keys = np.array(table.keys)[np.repeat(rows_kept, lengths)]
    names, columns, times = np.unique(keys, return_inverse=True, return_counts=True)
    settled = np.array([(given or {}).get(name, np.nan) for name in names.tolist()])
    known = (times >= RARE) & np.isnan(settled)
    index = np.cumsum(known) - 1
    used = known[columns]
    lengths = lengths[rows_kept]
    row = np.repeat(np.arange(len(lengths)), lengths)
    before = np.bincount(row, np.nan_to_num(settled)[columns], len(lengths))
    row = row[used]
    begins = np.searchsorted(row, np.arange(len(lengths) + 1))
    matrix = csr_matrix(
        (np.ones(len(row), np.float32), index[columns[used]].astype(np.int32), begins),
        shape=(len(lengths), int(known.sum())),
    )
    transposed = matrix.T.tocsr()
    good = np.array(table.right)[rows_kept].astype(bool)
    weight = np.array(table.weight, float)[kept]
    firsts = np.concatenate([[0], np.cumsum(sizes[kept])[:-1]])
    group = np.repeat(np.arange(len(firsts)), sizes[kept])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        scores = (matrix @ x.astype(np.float32)).astype(np.float64) + before
        if choice:
            scores -= np.maximum.reduceat(scores, firsts)[group]
            powers = np.exp(scores)
            total = np.add.reduceat(powers, firsts)
            best = np.where(good, powers, 0.0)
            some = np.add.reduceat(best, firsts)
            value = np.sum(weight * np.log(total / some))
            error = (powers / total[group] - best / some[group]) * weight[group]
        else:
            value = np.sum(weight * (np.logaddexp(0, scores) - good * scores))
            error = (1 / (1 + np.exp(-scores)) - good) * weight
        return float(value + penalty / 2 * x @ x), (transposed @ error.astype(np.float32)).astype(
            np.float64
        ) + penalty * x

    result = minimize(
        loss,
        np.zeros(matrix.shape[1]),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": ROUNDS, "maxcor": 6},
    )
    print(f"{matrix.shape[1]} features, {len(firsts)} examples, loss {result.fun:.0f}", file=sys.stderr)
    return {**(given or {}), **dict(zip(names[known].tolist(), result.x.tolist(), strict=True))}


def packed(weights: dict[int, float]) -> bytes:
    """A byte for each number of a feature; small weights left out."""
    table = bytearray([weighing.ZERO]) * words.WIDE
    for key, weight in weights.items():
        step = round(weight * weighing.FINE)
        if abs(step) >= SMALL:
            table[key] = weighing.ZERO + max(-128, min(127, step))
    return bytes(table)


def fit_all(rows: Rows, left_out: int | None) -> weighing.Models:
    """The models, learnt from the rows of all articles but those of one part."""

    def kept(table: Table) -> np.ndarray:
        articles = np.array(table.article)
        return np.ones(len(articles), bool) if left_out is None else articles % PARTS != left_out

    glances = fit(rows.glances, kept(rows.glances), PENALTY_GLANCES, False)
    fitted = [fit(rows.cues, kept(rows.cues), PENALTY_CUES, False, glances)]
    for part in choices_of(rows):
        penalty = PENALTY_ENDS if part is rows.ends else PENALTY_PARTS
        fitted.append(fit(part, kept(part), penalty, True))
    return weighing.Models(*map(packed, fitted))


def choices_of(rows: Rows) -> tuple[Table, ...]:
    """The rows of which one in each group is chosen."""
    return rows.starts, rows.ends, rows.sources, rows.again


def write_review(trees: Sequence[str]) -> None:
    """The trees that tell how likely a report is right."""
    path = DATA / "report_review.txt"
    path.write_text("\n".join(trees) + "\n", encoding="utf-8")
    pack.renew(path)


def write(table: bytes, path: Path) -> None:
    """A table, deflated (see `pack`)."""
    path.write_text(pack.deflated(table), encoding="ascii")
    pack.renew(path)
    used = words.WIDE - table.count(weighing.ZERO)
    print(f"{path.name}: {used} weights, {path.stat().st_size:,} bytes", file=sys.stderr)


def is_right(article: Article, found: list[Found]) -> list[int]:
    """Of each that was found, whether it is right: what is reported, and whose it is."""
    text = article.annotated.text
    attributions = [a for a in article.annotated.attributions if a.content]
    taken: set[int] = set()
    values = [0] * len(found)
    for index in sorted(range(len(found)), key=lambda i: -found[i].measures[0]):
        one = found[index]
        scores = [
            (overlap(a.content, *one.pieces), n)
            for n, a in enumerate(attributions)
            if n not in taken and a.content[0][0] < one.pieces[-1][1] and one.span[0] < a.content[-1][1]
        ]
        score, best = max(scores, default=(0.0, -1))
        if score >= 0.5:
            taken.add(best)
            mention = one.mention_span(article.reader)
            predicted = annotators.Predicted(one.span, "indirect", None, mention)
            values[index] = int(annotators.speaker_is_right(text, attributions[best].source, predicted))
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
    fit_sources([(a.reader, []) for a in articles], samples, PENALTY, RARE_SOURCES, ROUNDS)
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


def write_vocabulary(articles: list[Article]) -> None:
    """The words that features know."""
    used = Counter[str]()
    for article in articles:
        used.update(word.lower() for word in article.reader.tokens.words)
    known = sorted(w for w, times in used.items() if times >= KNOWN and w not in words.SPECIAL)
    head = "# Words that features of reports know: those used often in PolNeAR's training part"
    lines = [" ".join(known[i : i + 20]) for i in range(0, len(known), 20)]
    path = Path(packs.path_of("en", "report_vocabulary.txt"))
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    pack.renew(path)


def lexicons_of(table: dict[str, int], tables: list[dict[str, int]]) -> list[words.Lexicon]:
    """What is known of words by the articles of all parts but one, numbered as by all."""
    found = []
    for part in tables:
        found.append(words.Lexicon(table, words.roots_of(table)))
        found[-1].strengths = {**dict.fromkeys(table, 0), **part}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "annotated", type=Path, nargs="?", help="without it the review learns from news alone"
    )
    args = parser.parse_args()
    learn(read(args.shared), args.shared, args.annotated)


def learn(articles: list[Article], shared: Path, annotated: Path | None) -> None:
    """Learn from the articles and from texts of other kinds, and write what was learnt."""
    begun = time.process_time()

    def tell(what: str) -> None:
        print(f"{what}, {time.process_time() - begun:.0f} s", file=sys.stderr, flush=True)

    table, tables = tables_of(articles)
    write_words(table)
    write_vocabulary(articles)
    lexicons = lexicons_of(table, tables)
    rows = Rows()
    for number, article in enumerate(articles):
        collect(article, number, lexicons[number % PARTS], rows)
    collect_elsewhere(shared, lexicons, rows)
    tell(f"{len(rows.cues.right)} words, {sum(rows.cues.right)} of them report")
    shipped = fit_all(rows, None)
    for name, weights in zip(weighing.FILES, shipped, strict=True):
        write(bytes(weights), DATA / name)
    tell("learnt")
    measured: list[list[float]] = []
    right: list[int] = []
    of: list[int] = []
    for part in range(PARTS):
        models = fit_all(rows, part)
        alone = finding.Alone(models, lexicons[part])
        for number, article in [*enumerate(articles)][part::PARTS]:
            found = finding.Finder(article.reader, models, lexicons[part], alone, GLANCE).proposed()
            measured += [f.measures for f in found]
            right += is_right(article, found)
            of += [number] * len(found)
    if annotated is None:
        news = np.array(measured)
        write_review(grow(news, np.array(right), weights_of_news(news)))
        return
    rows_of_web = of_web(annotated, shipped, words.Lexicon(table, words.roots_of(table)))
    np.savez(
        annotated / "review_rows.npz",
        news=np.array(measured, np.float32),
        news_right=right,
        news_article=of,
        web=np.array([row.measures for row in rows_of_web], np.float32),
        web_right=[row.right for row in rows_of_web],
        web_article=[row.article for row in rows_of_web],
    )
    trees = review_without(annotated, None)
    write_review(trees)
    tell("reviewed")


WEB = 4.0
"""How much counts what is found in an annotated web article."""
MARKED = 2.0
"""How much counts what is found with words in quotation marks: a clause of a quote depends on it."""
IN_MARKS = 6
"""Which of the measures tells how many stretches in quotation marks it holds."""
FOLDS = 5
"""Of web articles, for trees that have not seen the article that they judge."""


class OfWeb(NamedTuple):
    """What is found in an annotated web article."""

    article: int
    measures: list[float]
    right: int


def of_web(annotated: Path, models: weighing.Models, lexicon: words.Lexicon) -> list[OfWeb]:
    """What is found in the annotated web articles, by weights that have not seen them."""
    import annotated_reports  # It needs the benchmarks.

    rows: list[OfWeb] = []
    alone = finding.Alone(models, lexicon)
    for number, article in enumerate(annotated_reports.read(annotated)):
        proposed = finding.Finder(article.reader, models, lexicon, alone, GLANCE).proposed()
        found = [one for one in proposed if not one.quoted]
        right = annotated_reports.is_right(article, found)
        rows += [OfWeb(number, one.measures, r) for one, r in zip(found, right, strict=True)]
    return rows


def review_without(annotated: Path, fold: int | None) -> list[str]:
    """The review's trees, grown from all rows that were kept but those of one fold of the web articles."""
    kept = np.load(annotated / "review_rows.npz")
    seen = np.ones(len(kept["web_right"]), bool) if fold is None else kept["web_article"] % FOLDS != fold
    measured = np.concatenate([kept["news"], kept["web"][seen]])
    right = np.concatenate([kept["news_right"], kept["web_right"][seen]])
    weight = np.concatenate([weights_of_news(kept["news"]), np.full(int(seen.sum()), WEB)])
    return grow(measured, right, weight)


def weights_of_news(measured: np.ndarray) -> np.ndarray:
    """How much counts each that is found in PolNeAR's articles."""
    return np.where(measured[:, IN_MARKS] > 0, MARKED, 1.0)


def write_words(table: dict[str, int]) -> None:
    """The words by strength."""
    by: dict[int, list[str]] = defaultdict(list)
    for word, strength in table.items():
        by[strength].append(word)
    lines = [f"{strength} {' '.join(sorted(by[strength]))}" for strength in sorted(by)]
    head = "# Words of cues in PolNeAR's training part, after the share of uses that are cues, in twentieths"
    path = Path(packs.path_of("en", "report_words.txt"))
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    pack.renew(path)
    roots = list(words.roots_of(table))
    head = "# The stems of the words of report_words.txt"
    lines = [" ".join(roots[i : i + 20]) for i in range(0, len(roots), 20)]
    path = Path(packs.path_of("en", "report_roots.txt"))
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    pack.renew(path)


TREES_GROWN = 60
REVIEW = {
    **TREES,
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 16,
    "min_data_in_leaf": 100,
}


def grow(measured: np.ndarray, right: np.ndarray, weight: np.ndarray) -> list[str]:
    """Boosted trees for how likely what was found is right, one a line; the first is the base alone."""
    import lightgbm

    share = float((weight * right).sum() / weight.sum())
    base = float(np.log(share / (1 - share)))
    starts = np.full(len(right), base)
    data = lightgbm.Dataset(measured, label=right, weight=weight, init_score=starts)
    booster = lightgbm.train(REVIEW, data, TREES_GROWN)
    trees = [_written(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return [f"={round(base * model.FINE)}", *trees]


if __name__ == "__main__":
    main()
