"""The annotated articles in two halves by site: errors are read in the first, of the second only totals.

    python training/annotations/lay_out.py build/annotated
    python training/halves.py SHARED build/annotated [--errors FILE]

A rule that is written from errors of the first half goes in only if the second does not fall. Judged by the
weights that ship, which have learnt from both: compare these figures with one another, not with new articles.
`--errors` writes those of the first half; there is no way to write those of the second.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from train_nobody import Article, articles_of, record_of

HALVES = ("read", "unread")


def half_of(article: Article) -> str:
    """The half of a publisher, by the hash of its name; `newsquotes` and the first 53 articles were read."""
    if article.corpus != "more":
        return "read"
    number = hashlib.sha256(f"artparse halves {article.site}".encode()).digest()[0]
    return HALVES[number % 2]


@contextlib.contextmanager
def corpus_of(articles: Sequence[Article]) -> Iterator[Path]:
    """A folder as `evaluate_names.py` reads it; what stands outside an article is not scored."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "text").mkdir()
        speakers = {}
        for article in articles:
            (root / f"text/{article.name}.txt").write_bytes(article.text.encode())
            speakers[article.name] = {s: "?" if who == "OUT" else who for s, who in article.speakers.items()}
        (root / "speakers.json").write_text(json.dumps(speakers), encoding="utf-8")
        yield root


def evaluated(articles: Sequence[Article], records: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What `evaluate_names.py` says of some articles: the figures and the errors."""
    import evaluate_names

    errors = io.StringIO()
    with corpus_of(articles) as root, contextlib.redirect_stdout(errors):
        found: dict[str, Any] = evaluate_names.evaluate(records, root, errors=True)
    return found, errors.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--errors", type=Path, help="where to write the errors of the half that is read")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "evaluation"))
    articles = [*articles_of(args.shared, args.annotated)]
    records = {article.name: record_of(article) for article in articles}
    print("| articles | quotes | named F1 | right names | found F1 | mean | nobody |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    parts = {
        "read": [a for a in articles if half_of(a) == "read" and a.corpus == "more"],
        "unread": [a for a in articles if half_of(a) == "unread"],
        "first 53": [a for a in articles if a.corpus == "annotated"],
        "newsquotes": [a for a in articles if a.corpus == "newsquotes"],
    }
    for name, part in parts.items():
        found, errors = evaluated(part, records)
        wrong = sum(line.startswith(("MISSED ", "NAME ")) for line in errors.split("\n"))
        right = found["stretches"] - wrong
        cells = (found["stretches"], found["named"]["F1"], right, found["found"]["F1"])
        shown = (f"{len(part)} {name}", *cells, found["article"], found["nobody"])
        print(f"| {' | '.join(map(str, shown))} |")
        if args.errors is not None and name != "unread":
            with args.errors.open("a", encoding="utf-8") as file:
                file.write(errors)


if __name__ == "__main__":
    main()
