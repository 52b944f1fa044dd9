"""Measure quotes and speakers on the invented articles in other languages than English.

    python benchmarks/accuracy_languages.py [--errors]

Found F1 counts a quote with the same words as found; speaker is the share of those found with the right
name (or none). Every second article was kept aside while the glosses were written: `kept aside`. Then the
articles of `news.txt`, of `press.txt` and of `press_measured.txt`, whose errors nobody reads, so none are
shown: named F1 counts a quote with the right speaker.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from artparse.quotes import attribute  # noqa: E402
from support.languages import Case, counts_of, f1_of, passages_of, read_cases, read_told  # noqa: E402

NAMES = {"de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}


def count(case: Case, show: bool) -> Counter[str]:
    """Expected quotes, those found, and those of the found that have the right speaker."""
    found = list(attribute(case.article, passages_of(case.article), case.language).quotes)
    counts = Counter(expected=len(case.expected), predicted=len(found))
    for speaker, words, mention, cue in case.expected:
        quote = next((q for q in found if q.text == words), None)
        if quote is None:
            print(f"{case.name}: missed: {words}" if show else "", end="\n" if show else "")
            continue
        found.remove(quote)
        counts["found"] += 1
        counts["right"] += quote.speaker == speaker
        own = quote.mention.text.casefold() if quote.mention else ""
        counts["mention"] += own.endswith((mention or "").casefold()) and bool(own) == bool(mention)
        counts["cue"] += (quote.cue.text if quote.cue else None) == cue
        if show and quote.speaker != speaker:
            print(f"{case.name}: {quote.speaker} for {speaker}: {words}")
    for quote in found:
        print(f"{case.name}: nobody's: {quote.text}" if show else "", end="\n" if show else "")
    return counts


def row(counts: Counter[str]) -> list[str]:
    """The cells of a table behind the language's name."""
    f1 = 200 * counts["found"] / (counts["expected"] + counts["predicted"])
    shares = (100 * counts[kind] / counts["found"] for kind in ("right", "mention", "cue"))
    return [str(counts["expected"]), f"{f1:.1f}", *(f"{share:.1f} %" for share in shares)]


def rows(show: bool = False) -> dict[str, list[str]]:
    """Of each language and half: quotes, found F1, speaker, mention, cue."""
    parts: dict[tuple[str, str], Counter[str]] = {}
    number: Counter[str] = Counter()
    for case in read_cases():
        number[case.language] += 1
        half = "kept aside" if number[case.language] % 2 == 0 else "developed on"
        counts = count(case, show)
        for key in ((case.language, half), ("", half)):
            parts.setdefault(key, Counter()).update(counts)
    names = {**NAMES, "": "all"}
    return {
        f"{names[language]}, {half}": row(parts[language, half])
        for half in ("developed on", "kept aside")
        for language in names
    }


MEASURED = "press_measured.txt"
"""Its errors are never shown."""


def rows_of_news(show: bool = False, file: str = "news.txt") -> dict[str, list[str]]:
    """Of each language, on articles in the manner of real ones: articles, quotes, found F1, named F1."""
    counts: dict[str, Counter[str]] = {}
    for case in read_told(file):
        found = attribute(case.article, passages_of(case.article), case.language).quotes
        counts.setdefault(case.language, Counter()).update(counts_of(case, found))
        if show and file != MEASURED:
            print(*(f"{case.name}: {told}" for told in case.wrong(found)), sep="\n")
    return {NAMES[language]: row_of_news(of) for language, of in counts.items()}


def row_of_news(of: Counter[str]) -> list[str]:
    figures = (f"{f1_of(of, kind):.1f}" for kind in ("found", "named"))
    return [str(of["articles"]), str(of["quotes"]), *figures]


def main() -> None:
    show = "--errors" in sys.argv[1:]
    print("| language | quotes | found F1 | speaker | mention | cue |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, cells in rows(show).items():
        print(f"| {name} | {' | '.join(cells)} |")
    print()
    for file in ("news.txt", "press.txt", MEASURED):
        print(f"| {file} | articles | quotes | found F1 | named F1 |")
        print("| --- | --- | --- | --- | --- |")
        for name, cells in rows_of_news(show, file).items():
            print(f"| {name} | {' | '.join(cells)} |")
        print()


if __name__ == "__main__":
    main()
