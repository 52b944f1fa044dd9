"""Pages that a reader has labelled line by line, as pages that a model can learn from.

`../annotations/lines.json` has the numbers of lines of the dumps (`../annotations/README.md`).
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from alignment import plain
from corpora import dump_of, gold_of, group_of
from pages import Page, page_of, units_in, variant_for
from variants import WRITTEN

from artparse.layout.lines.units import Unit

LINES = Path(__file__).parents[1] / "annotations/lines.json"
LATER_LINES = LINES.with_name("later_lines.json")
"""Pages that were annotated later: models of web pages and the trees of `web.py` learn from both, labels of
texts from the first file
(`../NOTES.md` says what both together give)."""
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
PLACES = frozenset(("before", "between", "after"))
RUN = 4
"""Words in a row that tell where a dump and its web page say the same."""
LARGEST_GAP = 4_000_000
"""Pairs of words, at most, between such runs that are compared one by one."""


@cache
def annotated(later: bool = False) -> dict[str, dict[str, dict[str, Any]]]:
    """By corpus and page the annotations, of pages that may be learnt from; with those made `later`, too."""
    found: dict[str, dict[str, dict[str, Any]]] = {corpus: {} for corpus in ANNOTATED}
    for path in (LINES, LATER_LINES) if later and LATER_LINES.is_file() else (LINES,):
        for corpus, pages in json.loads(path.read_text(encoding="utf-8")).items():
            found[corpus] |= {name: own for name, own in pages.items() if name in gold_of(corpus)}
    return found


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


def annotated_dumps(
    corpus: str, *, later: bool = False
) -> Iterator[tuple[str, str, str, dict[str, str], dict[str, Any]]]:
    """Name, publisher, dump, annotation and gold of each annotated page, or of those annotated `later`."""
    first = annotated()[corpus]
    pages = annotated(later=True)[corpus] if later else first
    for name, own in pages.items():
        if later and name in first:
            continue
        gold = gold_of(corpus)[name]
        text = dump_of(corpus, name).decode("utf-8")
        if own.get("body") and text.strip():
            yield name, group_of(corpus, name, gold), text, own, gold


def annotated_pages(corpus: str, variants: Sequence[str] = (), *, later: bool = False) -> Iterator[Page]:
    """The annotated pages of a corpus, as they are and each in one of `variants`, if there are any."""
    for name, group, text, own, gold in annotated_dumps(corpus, later=later):
        titles = titles_in(text, own, gold)
        said = gold | {"title": titles[0] if titles else None, "title_also": titles[1:]}
        for variant in ("plain", *([variant_for(name, variants)] if variants else [])):
            source, units = units_in(WRITTEN[variant](text))
            yield page_of(group, source, units, unit_labels(text, source, units, own), said)


def markup_labels(text: str, units: Sequence[Unit], own: dict[str, str]) -> tuple[list[str], float]:
    """A label for each unit of a web page, by the annotated lines of its dump `text`; and the share of the
    annotated body's words that its units have.

    Both are the same words in nearly the same order: a unit is what most of its words are in the dump. One of
    which the dump has none is what the units beside it are, where both are the same, else of its place.
    """
    lines = text.split("\n")
    kinds = line_labels(own, len(lines))
    said = [(word, kind) for line, kind in zip(lines, kinds, strict=True) for word in plain(line).split()]
    told = [(word, i) for i, unit in enumerate(units) for word in plain(unit.text).split()]
    counts = [Counter[str]() for _ in units]
    found = 0
    for k, at in matches([word for word, _ in said], [word for word, _ in told]):
        kind = said[k][1]
        counts[told[at][1]][kind] += 1
        found += kind in BODY
    body = sum(kind in BODY for _, kind in said)
    labels = _whole([max(own, key=own.__getitem__) if own else "" for own in counts])
    return labels, found / body if body else 0.0


def _whole(labels: list[str]) -> list[str]:
    """`labels` of which some are empty, with those that they get from beside them; and of several units that
    are the headline the longest run's first only."""
    body = [i for i, label in enumerate(labels) if label in BODY]
    first, last = (body[0], body[-1]) if body else (len(labels), len(labels))
    titles = [i for i, label in enumerate(labels) if label == "title"]
    result: list[str] = []
    for i, label in enumerate(labels):
        place = "before" if i < first else "after" if i > last else "between"
        if not label:
            beside = {result[-1] if result else "", next(filter(None, labels[i + 1 :]), "")}
            label = "paragraph" if beside == {"paragraph"} else place
        elif label in PLACES or (label == "title" and i != titles[0]) or (label == "subtitle" and i > first):
            label = place
        result.append(label)
    return result


def matches(one: Sequence[str], two: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which words of one text are which of the other: those between runs that both have once, in order, and
    in what is left between these the longest that both share."""
    at = bt = 0
    for a, b in [*_anchors(one, two), (len(one), len(two))]:
        if a < at or b < bt:
            continue
        # As far back from the anchor as the words are the same, then what is between.
        back = 0
        while a - back > at and b - back > bt and one[a - back - 1] == two[b - back - 1]:
            back += 1
        yield from _between(one, two, (at, a - back), (bt, b - back))
        yield from ((a - k, b - k) for k in range(back, 0, -1))
        at, bt = a, b
        while at < len(one) and bt < len(two) and one[at] == two[bt]:
            yield at, bt
            at, bt = at + 1, bt + 1


def _between(
    one: Sequence[str], two: Sequence[str], own: tuple[int, int], other: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    a, b = one[own[0] : own[1]], two[other[0] : other[1]]
    if a and b and len(a) * len(b) < LARGEST_GAP:
        for x, y, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            yield from ((own[0] + x + k, other[0] + y + k) for k in range(size))


def _anchors(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int]]:
    """Places of runs of words that both texts have once, in the order of both, as many as can be."""
    once = _once(two)
    pairs = [(a, once[run]) for run, a in _once(one).items() if run in once]
    pairs.sort()
    ends: list[int] = []
    chain: list[int] = []
    behind: list[int] = []
    for k, (_, b) in enumerate(pairs):
        place = bisect_left(ends, b)
        behind.append(chain[place - 1] if place else -1)
        ends[place : place + 1] = [b]
        chain[place : place + 1] = [k]
    found: list[tuple[int, int]] = []
    k = chain[-1] if chain else -1
    while k >= 0:
        found.append(pairs[k])
        k = behind[k]
    return found[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where runs of words stand that come once."""
    runs = list(zip(*[words[k:] for k in range(RUN)], strict=False))
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}
