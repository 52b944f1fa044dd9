"""Learn which words in marks are nobody's in German, from pages whose every stretch a reader judged.

    python training/annotations/lay_out.py build/annotated
    python training/train_nobody_german.py SHARED build/annotated --cross

Reads `annotations/speakers_german.json`. Deterministic. Writes src/artparse/languages/de/nobody.txt. Prints,
with `--cross`, what models that have not seen a page's site make of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import artparse
import train_nobody
from artparse.article import plain
from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice import review
from artparse.quotes.choice.nobody import judging
from artparse.quotes.choice.nobody.view import view_of
from artparse.quotes.choice.reader import Reader
from train_nobody import Article, Sample, fold_of

FOLDS = train_nobody.FOLDS
WEIGHTS = packs.path_of("de", judging.WEIGHTS)


def articles_of(annotated: Path) -> list[Article]:
    """The pages; a stretch outside the article is not known to be anybody's."""
    path = Path(__file__).parent / "annotations" / "speakers_german.json"
    found = []
    for name, speakers in json.loads(path.read_text(encoding="utf-8")).items():
        text = (annotated / f"text/{name}.txt").read_bytes().decode()
        known = {offsets: "?" if who == "OUT" else who for offsets, who in speakers.items()}
        found.append(Article("annotated", name, site_of(name), text, known))
    return found


def site_of(name: str) -> str:
    """The publisher of a page, as far as its name tells."""
    corpus, _, rest = name.partition("_")
    return "_".join(rest.split("_")[:2]) if corpus == "fundus" else rest.split("-")[0]


def samples_of(article: Article) -> list[Sample]:
    """The stretches of an article whose annotation is known, whether or not they were taken for speech."""
    found: list[Sample] = []

    def look(reader: Reader, choices: Sequence[review.Choice], *_: Any) -> None:
        view = view_of(reader, choices)
        for number, choice in enumerate(choices):
            found.extend(train_nobody.known_of(article, view, number, choice))

    with patch.object(judging, "judge", look), patch.object(judging, "weights_of", lambda *_: WEIGHTS):
        record_of(article)
    return found


def record_of(article: Article) -> dict[str, Any]:
    record: dict[str, Any] = plain(artparse.parse(article.text))
    return record


def figures(articles: Sequence[Article], folds: Sequence[dict[str, int]] | None) -> str:
    """What `evaluate_names.py` says of the pages, each told by the model of its fold, or by none."""
    read, records = model.weights, {}
    for article in articles:
        weights = folds[fold_of(article)] if folds else {}
        with (
            patch.object(model, "weights", lambda n, w=weights: w if n == WEIGHTS else read(n)),
            patch.object(judging, "weights_of", lambda *_: WEIGHTS),
        ):
            records[article.name] = record_of(article)
    return train_nobody.figures(articles, records)


def main() -> None:
    args = train_nobody.arguments(__doc__)
    articles = articles_of(args.annotated)
    samples = [sample for article in articles for sample in samples_of(article)]
    if args.cross:
        folds = [train_nobody.fit([s for s in samples if s.fold != fold]) for fold in range(FOLDS)]
        print("| German | named F1 | found F1 | article | nobody |\n| --- | --- | --- | --- | --- |")
        print(f"| without | {figures(articles, None)} |")
        print(f"| folds | {figures(articles, folds)} |")
    train_nobody.write(train_nobody.fit(samples), Path(WEIGHTS))


if __name__ == "__main__":
    main()
