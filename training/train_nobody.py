"""Learn which words in marks are nobody's, from articles whose every stretch annotators judged.

    python training/annotations/lay_out.py build/annotated
    python training/train_nobody.py SHARED build/annotated

Reads the open part of `annotations/speakers.json`, `annotations/more_speakers.json` and `newsquotes`.
Deterministic. Writes
src/artparse/quotes/data/nobody.txt. Prints what models that have not seen an article's site make of it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

from artparse.article import plain
from artparse.layout import lay_out
from artparse.pipeline import passages_of as passages_of_layout
from artparse.quotes import attribute, model
from artparse.quotes.choice import review
from artparse.quotes.choice.nobody import judging
from artparse.quotes.choice.nobody.features import features_of
from artparse.quotes.choice.nobody.view import View, view_of
from artparse.quotes.choice.reader import Reader
from artparse.reading import read

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
sys.path.append(str(Path(__file__).parent / "layout"))

from corpora import gold_of, group_of

from accuracy_quotes import passages_of
from annotators import iou, trimmed
from train_attribution import DATA, _matrix

FOLDS = 10
PENALTY, RARE = 10.0, 3
"""On the squares of the weights; features seen less often are left out."""


SINGLE_MARKS = frozenset(
    json.loads((Path(__file__).parent / "annotations/single_marks.json").read_text(encoding="utf-8"))
)
"""Annotated articles that have spoken words in single marks, too, which nobody annotated."""


class Article(NamedTuple):
    """An annotated article."""

    corpus: str
    name: str
    site: str
    text: str
    speakers: dict[str, str]
    """Offsets of a stretch to whose words it is, as in `newsquotes`."""


class Sample(NamedTuple):
    """A stretch that the first choice weighed: its features, and whether it is nobody's words."""

    traits: list[str]
    nobody: bool
    fold: int


def articles_of(shared: Path, annotated: Path) -> Iterator[Article]:
    """The articles that may be learnt from."""
    annotations = Path(__file__).parent / "annotations"
    for corpus, file in (("annotated", "speakers.json"), ("more", "more_speakers.json")):
        for name, speakers in json.loads((annotations / file).read_text(encoding="utf-8")).items():
            site = _open_site(name)
            if site is not None:
                text = (annotated / f"text/{name}.txt").read_bytes().decode()
                yield Article(corpus, name, site, text, speakers)
    folder = shared / "corpora/newsquotes"
    if not folder.is_dir():
        print(f"without newsquotes: no folder {folder}", file=sys.stderr)
        return
    for name, speakers in json.loads((folder / "speakers.json").read_text(encoding="utf-8")).items():
        text = (folder / f"text/{name}.txt").read_bytes().decode()
        yield Article("newsquotes", name, _site("fundus", name), text, speakers)


def _open_site(name: str) -> str | None:
    """The publisher of an annotated article; None where it is sealed."""
    corpus, _, page = name.partition("_")
    if corpus == "polnear":
        return page.partition("_")[0]
    return _site(corpus, page) if page in gold_of(corpus) else None


def _site(corpus: str, page: str) -> str:
    """The publisher of a page: the same for `newsquotes` and `fundus`, many of whose pages are one."""
    return group_of(corpus, page, gold_of(corpus).get(page, {}))


def told_of(article: Article) -> Any:
    """What the stage gives for an article; of a whole dump, what its layout calls the article is read."""
    if article.name.startswith(("trafilatura_", "fundus_")):
        layout = lay_out(read(article.text))
        return attribute(article.text, [*passages_of_layout(layout)], layout.language, layout.authors)
    return attribute(article.text, passages_of(article.text), "en")


def record_of(article: Article) -> dict[str, Any]:
    """The part of an article's record that `evaluate_names.py` looks at."""
    found = told_of(article)
    quotes = [quote for quote in plain(found.quotes) if _is_listed(article, quote["span"])]
    return {"source": {"path": article.name}, "quotes": quotes, "speakers": plain(found.speakers)}


def _is_listed(article: Article, span: Sequence[int]) -> bool:
    """Whether a quote is one of the stretches that annotators were shown: not so in menus or single marks."""
    if article.corpus != "more":
        return True
    if article.name not in SINGLE_MARKS and not article.name.startswith(("trafilatura_", "fundus_")):
        return True
    bounds = (tuple(map(int, offsets.split("-"))) for offsets in article.speakers)
    return any(start < span[1] and span[0] < end for start, end in bounds)


def fold_of(article: Article) -> int:
    return hashlib.sha256(article.site.encode()).digest()[0] % FOLDS


def samples_of_all(articles: Sequence[Article]) -> list[Sample]:
    """What is learnt from: all but PolNeAR, on whose other articles less is found with it than without."""
    own = (article for article in articles if not article.name.startswith("polnear_"))
    return [sample for article in own for sample in samples_of(article)]


def samples_of(article: Article) -> list[Sample]:
    """The stretches of an article whose annotation is known."""
    found: list[Sample] = []

    def look(reader: Reader, choices: Sequence[review.Choice], *_: Any) -> None:
        view = view_of(reader, choices)
        for number, choice in enumerate(choices):
            if choice.scores:
                found.extend(known_of(article, view, number, choice))

    with patch.object(judging, "judge", look):
        told_of(article)
    return found


def known_of(article: Article, view: View, number: int, choice: review.Choice) -> list[Sample]:
    """A stretch as something to learn from; none where nobody has said whose words it is."""
    stretch = choice.situation.stretch
    who = whose(article, trimmed(article.text, (stretch.start, stretch.end)))
    if who is None:
        return []
    traits = sorted({*features_of(view, number), *view.article})
    return [Sample(traits, who == "NONE", fold_of(article))]


def whose(article: Article, span: tuple[int, int]) -> str | None:
    """Whose words a stretch is, if that is known."""
    for offsets, who in article.speakers.items():
        start, end = map(int, offsets.split("-"))
        apart = end <= span[0] or span[1] <= start or who in ("?", "OUT")
        if not apart and iou(trimmed(article.text, (start, end)), span) >= 0.5:
            return who
    return None


def fit(samples: Sequence[Sample]) -> dict[str, int]:
    """Weights of a logistic regression, as whole numbers."""
    counts = Counter(name for sample in samples for name in sample.traits)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    matrix = _matrix([s.traits for s in samples], {name: i for i, name in enumerate(names)}).astype(float)
    transposed = matrix.T.tocsr()
    right = np.array([s.nobody for s in samples], float)

    def loss(x: Any) -> tuple[float, Any]:
        scores = matrix @ x
        value = np.sum(np.logaddexp(0, scores) - right * scores) + PENALTY / 2 * x @ x
        return float(value), transposed @ (1 / (1 + np.exp(-scores)) - right) + PENALTY * x

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    rounded = {name: round(weight * model.SCALE) for name, weight in zip(names, found, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}


Weights = Mapping[str, int]


def told(articles: Sequence[Article], weights_of: Callable[[Article], Weights]) -> dict[str, Any]:
    """The record of each article by the model that `weights_of` has for it."""
    records = {}
    read = model.weights
    for article in articles:
        weights = weights_of(article)
        with patch.object(model, "weights", lambda n, w=weights: w if n == judging.WEIGHTS else read(n)):
            records[article.name] = record_of(article)
    return records


def figures(articles: Sequence[Article], records: dict[str, Any]) -> str:
    """What `evaluate_names.py` says of the records."""
    import evaluate_names as names

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "text").mkdir()
        for article in articles:
            (root / f"text/{article.name}.txt").write_bytes(article.text.encode())
        speakers = {
            article.name: {span: "?" if who == "OUT" else who for span, who in article.speakers.items()}
            for article in articles
        }
        (root / "speakers.json").write_text(json.dumps(speakers), encoding="utf-8")
        found = names.evaluate(records, root)
    shown = [found["named"]["F1"], found["found"]["F1"], found["article"], found["nobody"]]
    return " | ".join(map(str, shown))


def arguments(description: str | None) -> argparse.Namespace:
    """The corpora, the annotated articles, and whether to print figures; the scripts that score are found."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--cross", action="store_true", help="print the figures of the folds, too")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "evaluation"))
    return args


def main() -> None:
    args = arguments(__doc__)
    articles = [*articles_of(args.shared, args.annotated)]
    samples = samples_of_all(articles)
    if args.cross:
        folds = [fit([s for s in samples if s.fold != fold]) for fold in range(FOLDS)]
        print("| corpus | named F1 | found F1 | article | nobody |\n| --- | --- | --- | --- | --- |")
        for corpus in ("annotated", "more", "newsquotes"):
            own = [article for article in articles if article.corpus == corpus]
            print(f"| {corpus}, without | {figures(own, told(own, lambda _: {}))} |")
            print(f"| {corpus}, folds | {figures(own, told(own, lambda a: folds[fold_of(a)]))} |")
    write(fit(samples), DATA / judging.WEIGHTS)


def write(weights: dict[str, int], path: Path) -> None:
    """The weights, as the other models have them (see `pack.weights_of`)."""
    import train_attribution

    scaled = {name: weight / model.SCALE for name, weight in weights.items()}
    with patch.object(train_attribution, "quantized", lambda _: weights):
        train_attribution.write(scaled, path)


if __name__ == "__main__":
    main()
