"""Gold articles to labelled units: what the layout model learns from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from artparse.layout.lines.dates import find_date
from artparse.layout.lines.units import Unit

LONGEST_SPLIT = 8
"""Units that one gold paragraph may be spread over."""
COVERED = 0.7
"""Share of a unit's words in the gold body that makes it a part of the body, between two others."""


class Item(NamedTuple):
    """A part of a gold article: its words, folded, and the label they get."""

    words: str
    label: str


def plain(text: str | None) -> str:
    """Letters and digits of `text`, one space between words, case folded."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


def labels_of(units: Sequence[Unit], gold: dict[str, Any]) -> list[str] | None:
    """A label for each unit; null where the dump does not show the gold article.

    Units of the body are `heading` and `paragraph`; what stands before, between and after
    them is `before`, `between` and `after`, unless it is `title`, `subtitle`, `byline` or
    `published`.
    """
    words = [plain(u.text) for u in units]
    items = list(_items(gold.get("sections") or []))
    placed = _place(words, items)
    if sum(len(items[g].words) for g, _, _ in placed) < sum(len(i.words) for i in items) / 2:
        return None
    labels: list[str] = [""] * len(units)
    for g, start, stop in placed:
        for i in range(start, stop):
            labels[i] = items[g].label
    first, last = min(s for _, s, _ in placed), max(e for _, _, e in placed) - 1
    known = set(" ".join(i.words for i in items).split())
    for i in range(len(units)):
        if not labels[i]:
            labels[i] = "before" if i < first else "after" if i > last else "between"
            own = words[i].split()
            if first < i < last and len(own) > 7 and _within(words[i], items, known):
                labels[i] = "paragraph"
    _mark_title(words, labels, gold, first)
    _mark_subtitle(words, labels, gold, first)
    mark_credits(units, words, labels, gold, first, last)
    return labels


def _items(sections: Sequence[dict[str, Any]]) -> Iterator[Item]:
    for section in sections:
        if plain(section.get("heading")):
            yield Item(plain(section["heading"]), "heading")
        for paragraph in section["paragraphs"]:
            if plain(paragraph):
                yield Item(plain(paragraph), "paragraph")


def _end_of(words: Sequence[str], i: int, item: Item) -> int | None:
    """The unit after an item that begins at unit `i`, or lies in it; null where it does not."""
    own = words[i]
    if own == item.words:
        return i + 1
    if not item.words.startswith(own + " "):
        return i + 1 if len(own) > len(item.words) > 60 and item.words in own else None
    joined = own
    for j in range(i + 1, min(i + LONGEST_SPLIT, len(words))):
        joined = f"{joined} {words[j]}" if words[j] else joined
        if joined == item.words:
            return j + 1
        if not item.words.startswith(joined + " "):
            break
    return None


def _place(words: Sequence[str], items: Sequence[Item]) -> list[tuple[int, int, int]]:
    """Where each item lies: (item, first unit, end), as the heaviest common subsequence."""
    matches = [
        (g, i, end)
        for i, own in enumerate(words)
        if own
        for g, item in enumerate(items)
        if (end := _end_of(words, i, item)) is not None
    ]
    matches.sort(key=lambda m: (m[1], m[0]))
    best: list[float] = []
    previous: list[int] = []
    for k, (g, start, _) in enumerate(matches):
        score, back = 0.0, -1
        for j in range(k):
            if matches[j][0] < g and matches[j][2] <= start and best[j] > score:
                score, back = best[j], j
        near = 0.5 / (1 + start - matches[back][2]) if back >= 0 else 0.0
        best.append(score + len(items[g].words.split()) + near)
        previous.append(back)
    chain: list[tuple[int, int, int]] = []
    k = max(range(len(matches)), key=lambda k: best[k], default=-1)
    while k >= 0:
        chain.append(matches[k])
        k = previous[k]
    return chain[::-1]


def _within(words: str, items: Sequence[Item], known: set[str]) -> bool:
    own = words.split()
    if sum(w in known for w in own) < COVERED * len(own):
        return False
    body = " ".join(i.words for i in items)
    threes = [" ".join(own[k : k + 3]) for k in range(len(own) - 2)]
    return sum(t in body for t in threes) >= COVERED * len(threes)


def _mark_title(words: Sequence[str], labels: list[str], gold: dict[str, Any], first: int) -> None:
    """The last headline before the body; all others are said more than once."""
    wordings = [plain(t) for t in [gold.get("title"), *gold.get("title_also", [])] if plain(t)]
    free = [i for i in range(len(words)) if labels[i] in ("before", "after", "between")]
    exact = [i for i in free if words[i] in wordings]
    early = [i for i in exact if i < first]
    if early:
        labels[early[-1]] = "title"
    elif exact:
        labels[exact[0]] = "title"


def _mark_subtitle(words: Sequence[str], labels: list[str], gold: dict[str, Any], first: int) -> None:
    for summary in map(plain, gold.get("summary") or []):
        for i in range(min(first, len(words)) - 1, -1, -1):
            if (
                labels[i] == "before"
                and words[i]
                and (words[i] == summary or (len(words[i]) > 40 and words[i] in summary))
            ):
                labels[i] = "subtitle"
                break


def mark_credits(
    units: Sequence[Unit],
    words: Sequence[str],
    labels: list[str],
    gold: dict[str, Any],
    first: int,
    last: int,
) -> None:
    """Label the lines near the title and the edges of the body that name the authors and the day."""
    title = labels.index("title") if "title" in labels else 0
    authors = [a for a in map(plain, gold.get("authors") or []) if a]
    near = [i for i in range(max(0, title - 6), first) if labels[i] == "before"]
    inside = [i for i in range(first, min(last, first + 8)) if labels[i] == "between"]
    after = [i for i in range(last + 1, min(len(units), last + 8)) if labels[i] == "after"]
    for author in authors:
        for i in [
            *[n for n in near if n > title],
            *reversed([n for n in near if n < title]),
            *inside,
            *after,
        ]:
            if labels[i] == "byline" and author in words[i]:
                break
            named = (
                f" {author} " in f" {words[i]} " or words[i].startswith(author) or words[i].endswith(author)
            )
            noise = labels[i] in ("before", "between", "after")
            if named and noise and len(words[i]) < 60 + len(" ".join(authors)):
                labels[i] = "byline"
                break
    day = (gold.get("published") or "")[:10]
    for i in [*[n for n in near if n > title], *reversed([n for n in near if n < title]), *inside, *after]:
        if day and len(units[i].text) < 160 and find_date(units[i].text) == day:
            if labels[i] != "byline":
                labels[i] = "published"
            break
