"""Learn which words in marks are nobody's in languages without weights of their own.

    python training/annotations/lay_out.py build/annotated
    python training/train_nobody_languages.py SHARED build/annotated --cross

Reads the open pages of `annotations/speakers_languages.json`, `annotations/speakers_german.json` and the
invented articles of `fixtures/quotes/news.txt`. Deterministic. Writes
src/artparse/quotes/data/nobody_others.txt. Prints, with `--cross`, what models that have not seen a page's
site make of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import train_nobody
import train_nobody_german
from artparse.article import plain
from artparse.quotes import attribute, model
from artparse.quotes.choice import review
from artparse.quotes.choice.nobody import judging
from artparse.quotes.choice.nobody.features import features_of
from artparse.quotes.choice.nobody.view import view_of
from artparse.quotes.choice.reader import Reader
from train_attribution import DATA
from train_nobody import Article, Sample, fold_of
from train_nobody_german import site_of

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from corpora import sealed

from support.languages import passages_of, read_told

FOLDS = train_nobody.FOLDS
PAGE_WEIGHS = 2
"""A stretch of a real page in one of the languages counts so often as one of an invented or a German one."""
OTHERS = DATA / judging.OTHERS


def articles_of(annotated: Path) -> Iterator[Article]:
    """The open pages; a stretch outside the article is not known to be anybody's."""
    path = Path(__file__).parent / "annotations" / "speakers_languages.json"
    for name, speakers in json.loads(path.read_text(encoding="utf-8")).items():
        corpus, _, page = name.partition("_")
        if page not in sealed(corpus):
            text = (annotated / f"text/{name}.txt").read_bytes().decode()
            yield Article("pages", name, site_of(name), text, speakers)


def invented() -> Iterator[Article]:
    """The invented articles: what is nobody's has no speaker behind it."""
    for told in read_told():
        speakers = {f"{start + 1}-{end - 1}": who or "UNNAMED" for (start, end), who in told.expected}
        yield Article("invented", told.name, told.name, told.article, speakers)


def told_of(article: Article) -> Any:
    """What is recorded of an article."""
    if article.corpus == "invented":
        return attribute(article.text, passages_of(article.text), article.name.partition("_")[0])
    return train_nobody_german.record_of(article)


def samples_of(article: Article) -> list[Sample]:
    """The stretches of an article whose annotation is known, whether or not they were taken for speech."""
    found: list[Sample] = []

    def look(reader: Reader, choices: Sequence[review.Choice], *_: Any) -> None:
        view = view_of(reader, choices)
        for number, choice in enumerate(choices):
            known = train_nobody.known_of(article, view, number, choice)
            if not known and article.corpus == "invented":
                traits = sorted({*features_of(view, number), *view.article})
                known = [Sample(traits, True, fold_of(article))]
            found.extend(known)

    with patch.object(judging, "judge", look), patch.object(judging, "weights_of", lambda *_: judging.OTHERS):
        told_of(article)
    return found


def figures(articles: Sequence[Article], folds: Sequence[dict[str, int]] | None) -> str:
    """What `evaluate_names.py` says of the pages, each told by the model of its fold, or by none."""
    read, records = model.weights, {}
    for article in articles:
        weights = folds[fold_of(article)] if folds else {}
        with (
            patch.object(model, "weights", lambda n, w=weights: w if n == judging.OTHERS else read(n)),
            patch.object(judging, "weights_of", lambda *_: judging.OTHERS),
        ):
            found = told_of(article)
        if article.corpus == "invented":
            found = {
                "source": {"path": article.name},
                "quotes": plain(found.quotes),
                "speakers": plain(found.speakers),
            }
        records[article.name] = found
    return train_nobody.figures(articles, records)


def main() -> None:
    args = train_nobody.arguments(__doc__)
    pages, made = [*articles_of(args.annotated)], [*invented()]
    own = [sample for article in pages for sample in samples_of(article)]
    others = [sample for article in made for sample in samples_of(article)]
    others += [
        sample
        for article in train_nobody_german.articles_of(args.annotated)
        for sample in train_nobody_german.samples_of(article)
    ]
    samples = own * PAGE_WEIGHS + others
    if args.cross:
        folds = [train_nobody.fit([s for s in samples if s.fold != fold]) for fold in range(FOLDS)]
        print("| articles | named F1 | found F1 | article | nobody |\n| --- | --- | --- | --- | --- |")
        parts = {"pages": pages}
        for tag in ("fr", "es", "it", "pt", "nl"):
            parts[f"invented, {tag}"] = [article for article in made if article.name.startswith(f"{tag}_")]
        for part, chosen in parts.items():
            print(f"| {part}, without | {figures(chosen, None)} |")
            print(f"| {part}, folds | {figures(chosen, folds)} |")
    train_nobody.write(train_nobody.fit(samples), OTHERS)


if __name__ == "__main__":
    main()
