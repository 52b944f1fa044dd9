"""Lay out the articles to annotate: each a text, and the stretches between quotation marks in it.

    python training/annotations/lay_out.py build/annotated

writes `text/NAME.txt` (title, empty line, body, of `wcxb`'s gold) and `stretches/NAME.txt`, a line each:
start and end (code points), tab, the words. `speakers.json` beside this script has the answers in the
form of `newsquotes`: with it copied beside `text`, the folder is a corpus that `evaluate_names.py` reads.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

CORPORA = Path(__file__).parents[3] / "shared/corpora"
STRETCH = re.compile(r"“([^“”\n]{1,3000})”|\"([^\"\n]{1,3000})\"")
"""Words between double quotation marks inside a paragraph."""
FEWEST_STRETCHES = 3
LONGEST_ARTICLE = 14_000
"""Code points."""


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the words between each pair of marks."""
    for found in STRETCH.finditer(text):
        group = 1 if found[1] is not None else 2
        if found[group].strip():
            yield found.span(group)


def articles() -> Iterator[tuple[str, str]]:
    """Name and text of every English article with stretches enough."""
    gold = json.loads((CORPORA / "wcxb/gold.json").read_text(encoding="utf-8"))
    for name, article in sorted(gold.items()):
        if article["language"] != "en" or not article.get("body"):
            continue
        text = f"{article['title']}\n\n{article['body']}\n"
        if len(text) <= LONGEST_ARTICLE and sum(1 for _ in stretches(text)) >= FEWEST_STRETCHES:
            yield f"wcxb_{name}", text


def main() -> None:
    root = Path(sys.argv[1])
    for folder in ("text", "stretches"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in articles():
        (root / f"text/{name}.txt").write_bytes(text.encode())
        lines = [f"{start}-{end}\t{text[start:end]}\n" for start, end in stretches(text)]
        (root / f"stretches/{name}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
