"""Learn how sure a German quote's speaker is, from the pages whose every stretch a reader judged.

    python training/annotations/lay_out.py build/annotated
    python training/calibrate_german.py build/annotated

Reads `annotations/speakers_german.json`. Writes src/artparse/languages/de/confidence.txt, as
`calibrate_quotes.py` writes that of English: there most quotes are weighed, here most are told by their
sentences. Which words are nobody's is told by a model that has not seen the page's site. Prints what each
fifth of the pages gives with the numbers that the other four give.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import calibrate_quotes as english
import train_nobody_german as german
from annotators import iou
from artparse.languages import packs
from artparse.quotes import attribution, model, record
from artparse.quotes.choice.decision import Decision
from train_nobody import Article, fit, fold_of

PATH = Path(packs.path_of("de", record.CONFIDENCE))


def judged(annotated: Path) -> Iterator[english.Judged]:
    """The quotes of the pages whose speaker the reader knows."""
    articles = german.articles_of(annotated)
    samples = [sample for article in articles for sample in german.samples_of(article)]
    weights = [fit([s for s in samples if s.fold != fold]) for fold in range(german.FOLDS)]
    for article in articles:
        for quote, doubt in quotes_of(article, weights[fold_of(article)]):
            for offsets, who in article.speakers.items():
                start, end = map(int, offsets.split("-"))
                if who != "?" and iou(tuple(quote["span"]), (start, end)) >= 0.5:
                    right = english._is_right(quote["speaker"], who)
                    yield english._judged(article.site, quote, doubt, right)


def quotes_of(article: Article, weights: Mapping[str, int]) -> Iterator[tuple[dict[str, Any], float]]:
    """The quotes of a page, each with the share of its choice as `confidence`, and its doubt."""
    decided: list[tuple[Decision, ...]] = []
    read = model.weights

    def look(reader: Any, decisions: list[Decision], *rest: Any) -> Any:
        decided.append(tuple(decisions))
        return record.assemble(reader, decisions, *rest)

    plain = {"named": model.Line(0.0, 1.0), "nobody": model.Line(0.0, 1.0)}
    with (
        patch.object(attribution, "assemble", look),
        patch.object(model, "lines", lambda _: plain),
        patch.object(model, "weights", lambda name: weights if name == german.WEIGHTS else read(name)),
    ):
        quotes = german.record_of(article)["quotes"]
    for quote, decision in zip(quotes, decided[0] if decided else (), strict=True):
        yield quote, record.DOUBT_OF_UNJUDGED if decision.doubt is None else decision.doubt


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("annotated", type=Path)
    args = parser.parse_args()
    rows = list(judged(args.annotated))
    with patch.object(english, "PRIOR", (0, 0.5)):
        for named in (True, False):
            given = []
            for fold in range(english.FOLDS):
                line = english.fitted([row for row in rows if english._fold(row.article) != fold], named)
                own = [row for row in rows if english._fold(row.article) == fold and row.named == named]
                given += [(model.straightened(row.share, line, row.doubt), row.right) for row in own]
            print(f"\n{'somebody' if named else 'nobody'} named, {len(given)} quotes")
            print("| confidence | quotes | mean confidence | right |\n| --- | --- | --- | --- |")
            for low, high in itertools.pairwise(english.BOUNDS):
                some = [g for g in given if low <= g[0] < high]
                if some:
                    mean, right = sum(g[0] for g in some) / len(some), sum(g[1] for g in some) / len(some)
                    print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {mean:.2f} | {right:.0%} |")
        lines = [" ".join(map(str, english.fitted(rows, named))) for named in (True, False)]
    PATH.write_text(
        "# How sure a speaker is, from the share of the choice: level and slope of its log odds, and"
        " what doubt in the words takes away (training/calibrate_german.py)\n"
        f"named {lines[0]}\nnobody {lines[1]}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
