"""Lay out the articles to annotate: each a text, and the stretches between quotation marks in it.

    python training/annotations/lay_out.py build/annotated

writes `text/NAME.txt` and `stretches/NAME.txt`, a line each: start and end (code points), tab, the words.
Texts of `wcxb` are title, empty line and body of its gold; those of `polnear` are its own; those of
`trafilatura` and `fundus` are whole dumps, since their gold has no text. `speakers.json` beside this script
has the answers in the form of `newsquotes`: with it copied beside `text`, the folder is a corpus that
`evaluate_names.py` reads. So is it with `more_speakers.json` and
`speakers_german.json`, once each `OUT` in them is a `?`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CORPORA = Path(__file__).parents[3] / "shared/corpora"
STRETCH = re.compile(
    r"“([^“”\n]{1,3000})”|\"([^\"\n]{1,3000})\"|«([^«»\n]{1,3000})»|„([^„“”\n]{1,3000})[“”]|``([^`\n]{1,3000}?)''"
)
"""Words between double quotation marks inside a paragraph."""
GERMAN = re.compile(STRETCH.pattern + r"|»([^«»\n]{1,3000})«")
"""The same in German, whose books and some papers turn the marks inwards."""
FEWEST_STRETCHES = 3
LONGEST_ARTICLE = 14_000
"""Code points."""
EVERY_NTH_OF_POLNEAR = 7
LANGUAGES_OF_DUMPS = {"en", "de", "fr", "es", "it", "pt", "nl"}


def stretches(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Start and end of the words between each pair of marks."""
    for found in (GERMAN if language == "de" else STRETCH).finditer(text):
        group = found.lastindex or 1
        if found[group].strip():
            yield found.span(group)


def has_enough(text: str, language: str) -> bool:
    return sum(1 for _ in stretches(text, language)) >= FEWEST_STRETCHES


def gold_of(corpus: str) -> dict[str, dict[str, str]]:
    gold: dict[str, dict[str, str]] = json.loads((CORPORA / corpus / "gold.json").read_text(encoding="utf-8"))
    return dict(sorted(gold.items()))


@cache
def annotated_later() -> frozenset[str]:
    """Articles that are laid out whatever their length and number of stretches."""
    return frozenset(json.loads((Path(__file__).parent / "more_speakers.json").read_text(encoding="utf-8")))


def web_articles() -> Iterator[tuple[str, str, str]]:
    for name, article in gold_of("wcxb").items():
        if article["language"] != "en" or not article.get("body"):
            continue
        text = f"{article['title']}\n\n{article['body']}\n"
        if len(text) <= LONGEST_ARTICLE or f"wcxb_{name}" in annotated_later():
            yield f"wcxb_{name}", text, "en"


def news_articles() -> Iterator[tuple[str, str, str]]:
    """Every seventh article of PolNeAR's training part, and those that were annotated later."""
    known = annotated_later()
    for number, file in enumerate(sorted((CORPORA / "polnear/train/text").glob("*.txt"))):
        name = f"polnear_{file.stem}"
        if number % EVERY_NTH_OF_POLNEAR == 0 or name in known:
            yield name, file.read_bytes().decode(), "en"


def dumps(corpus: str) -> Iterator[tuple[str, str, str]]:
    for name, article in gold_of(corpus).items():
        if article["language"] in LANGUAGES_OF_DUMPS:
            text = (CORPORA / corpus / "text" / f"{name}.txt").read_bytes().decode()
            short = article["language"] != "en" or len(text) <= LONGEST_ARTICLE
            if short or f"{corpus}_{name}" in annotated_later():
                yield f"{corpus}_{name}", text, article["language"]


def articles() -> Iterator[tuple[str, str, str]]:
    """Name, text and language of every article with stretches enough."""
    for source in (web_articles(), news_articles(), dumps("trafilatura"), dumps("fundus")):
        yield from (one for one in source if one[0] in annotated_later() or has_enough(*one[1:]))


def main() -> None:
    root = Path(sys.argv[1])
    for folder in ("text", "stretches"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text, language in articles():
        (root / f"text/{name}.txt").write_bytes(text.encode())
        lines = [f"{start}-{end}\t{text[start:end]}\n" for start, end in stretches(text, language)]
        (root / f"stretches/{name}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
