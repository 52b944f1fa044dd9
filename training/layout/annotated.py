"""Pages that a reader has labelled line by line, as pages that a model can learn from.

`../annotations/lines.json` has the numbers of lines of the dumps (`../annotations/README.md`).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from alignment import plain
from corpora import dump_of, gold_of, group_of
from pages import Page, page_of, units_in, variant_for
from variants import WRITTEN

from artparse.layout.units import Unit

LINES = Path(__file__).parents[1] / "annotations/lines.json"
ANNOTATED = ("wcxb", "trafilatura")
"""Corpora that have annotated pages."""
KINDS = (
    ("title", "title"),
    ("headings", "heading"),
    ("body", "paragraph"),
    ("standfirst", "subtitle"),
    ("byline", "byline"),
    ("published", "published"),
)
"""What a line may be by its annotation, and the label that it then gets; the first that holds."""
BODY = ("paragraph", "heading")


@cache
def annotated() -> dict[str, dict[str, dict[str, Any]]]:
    """By corpus and page the annotations, of pages that may be learnt from."""
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(LINES.read_text(encoding="utf-8"))
    return {
        corpus: {name: own for name, own in pages.items() if name in gold_of(corpus)}
        for corpus, pages in found.items()
    }


def lines_in(ranges: str) -> set[int]:
    """The numbers that `12-14 20` names."""
    parts = [part.split("-") for part in ranges.split()]
    return {n for part in parts for n in range(int(part[0]), int(part[-1]) + 1)}


def line_labels(own: dict[str, str], count: int) -> list[str]:
    """A label for each of `count` lines of a dump."""
    known = [(lines_in(own.get(kind, "")), label) for kind, label in KINDS]
    body = lines_in(own["body"]) | lines_in(own.get("headings", ""))
    first, last = min(body), max(body)
    ended = next((label for lines, label in known if label == "title" and lines), None)
    labels = []
    for n in range(count):
        label = next((label for lines, label in known if n in lines), "")
        if label == "title" and ended is None:
            label = ""
        elif label == "title":
            # A headline broken over lines: its first stands for it.
            ended = None
        if not label or (label == "subtitle" and n > first):
            label = "before" if n < first else "after" if n > last else "between"
        labels.append(label)
    return labels


def unit_labels(text: str, source: str, units: Sequence[Unit], own: dict[str, str]) -> list[str]:
    """A label for each unit of `source`, the dump `text` as it was read or re-written.

    A unit is what most of its signs are; they are counted in the dump, and a re-written one has the same.
    """
    lines = text.split("\n")
    labels = line_labels(own, len(lines))
    ends = list(accumulate(len("".join(line.split())) for line in lines))
    found = []
    at = reached = 0
    for unit in units:
        reached += len("".join(source[at : unit.span[0]].split()))
        size = len("".join(source[unit.span[0] : unit.span[1]].split()))
        counts: dict[str, int] = {}
        n = bisect_right(ends, reached)
        while n < len(ends) and (ends[n - 1] if n else 0) < reached + size:
            shared = min(ends[n], reached + size) - max(ends[n - 1] if n else 0, reached)
            counts[labels[n]] = counts.get(labels[n], 0) + shared
            n += 1
        found.append(max(counts, key=lambda label: counts[label]) if counts else "between")
        reached += size
        at = unit.span[1]
    return found


def titles_in(text: str, own: dict[str, str], gold: dict[str, Any]) -> list[str]:
    """The wordings of the headline: the annotated line's, the gold's."""
    lines = text.split("\n")
    numbers = sorted(lines_in(own.get("title", "")))
    said = [lines[n] for n in numbers] + [" ".join(lines[n] for n in numbers)]
    return [t for t in [*said, gold.get("title"), *gold.get("title_also", [])] if plain(t)]


def annotated_dumps(corpus: str) -> Iterator[tuple[str, str, str, dict[str, str], dict[str, Any]]]:
    """Name, publisher, dump, annotation and gold of each annotated page."""
    for name, own in annotated()[corpus].items():
        gold = gold_of(corpus)[name]
        text = dump_of(corpus, name).decode("utf-8")
        if own.get("body") and text.strip():
            yield name, group_of(corpus, name, gold), text, own, gold


def annotated_pages(corpus: str, variants: Sequence[str] = ()) -> Iterator[Page]:
    """The annotated pages of a corpus, as they are and each in one of `variants`, if there are any."""
    for name, group, text, own, gold in annotated_dumps(corpus):
        titles = titles_in(text, own, gold)
        said = gold | {"title": titles[0] if titles else None, "title_also": titles[1:]}
        for variant in ("plain", *([variant_for(name, variants)] if variants else [])):
            source, units = units_in(WRITTEN[variant](text))
            yield page_of(group, source, units, unit_labels(text, source, units, own), said)
