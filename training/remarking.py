"""Articles with quotation marks around some words of what they report without any.

What is reported without marks has a source like what is quoted, and there is three times as much of it.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right

from corpus import Annotated

__all__ = ["COPIES", "near", "remarked"]

Span = tuple[int, int]

COPIES = 3
"""Of each article, so many copies have other parts of its reported speech in marks."""
LONGEST = 8
"""So many words at most are put in marks."""
TO_THE_END = 0.7
"""How often the marks that close near the end of what is reported close at it."""
ASIDE = 30
"""Nothing else in marks, nor another paragraph, stands nearer than so many code points."""
MARKED = re.compile(r"[“”\"«»‘’]\B|\B[“”\"«»‘]|``|''|\n")


def near(a: Span, b: Span) -> bool:
    """Whether two spans share anything."""
    return a[0] < b[1] and b[0] < a[1]


def remarked(article: Annotated, number: int, copy: int) -> tuple[Annotated, set[int]]:
    """Copy `copy` of the article, the `number`th of its corpus, and where the marks added in it open."""
    text = article.text
    bounds: list[int] = []
    for start, end in _places(article, random.Random(number * COPIES + copy), copy):
        bounds += [start, end + (text[end : end + 1] in (".", ","))]
    pieces = [text[a:b] for a, b in zip([0, *bounds], [*bounds, len(text)], strict=True)]
    new = pieces[0] + "".join(
        mark + piece for mark, piece in zip("“”" * len(bounds), pieces[1:], strict=False)
    )

    def moved(spans: list[Span]) -> list[Span]:
        return [(start + bisect_left(bounds, start), end + bisect_right(bounds, end)) for start, end in spans]

    attributions = [type(a)(moved(a.source), moved(a.cue), moved(a.content)) for a in article.attributions]
    opened = {start + before for before, start in enumerate(bounds) if before % 2 == 0}
    return Annotated(article.name, new, attributions), opened


def _places(article: Annotated, rng: random.Random, copy: int) -> list[Span]:
    """What is put in marks: some words of every `COPIES`th attribution that has none near."""
    text = article.text
    contents = [span for a in article.attributions for span in a.content]
    places: list[Span] = []
    for i, attribution in enumerate(article.attributions):
        if i % COPIES != copy or len(attribution.content) != 1 or not attribution.source:
            continue
        start, end = attribution.content[0]
        words = [match.span() for match in re.finditer(r"\S*\w", text[start:end])]
        if not words:
            continue
        first = rng.randrange(len(words))
        last = min(len(words), first + 1 + rng.randrange(LONGEST))
        if last > len(words) - 3 and rng.random() < TO_THE_END:
            last = len(words)
        span = start + words[first][0], start + words[last - 1][1]
        alone = sum(s <= span[0] and span[1] <= e for s, e in contents) == 1
        around = text[max(0, span[0] - ASIDE) : span[1] + ASIDE]
        if alone and not MARKED.search(around) and not any(near(span, place) for place in places):
            places.append(span)
    return sorted(places)
