"""Which visible line says the title that the metadata states (the order is in `weighing`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from artparse.article import Span
from artparse.layout.evidence.stated import Stated
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import plain

ALIKE = 0.5
"""Share of the words of the shorter of two titles that the other must have, to be the same title."""
LIKE = 0.3
"""Share of the words of the longer one, which may be a paragraph that opens with a title's words."""
ALL_LINKED = 0.8
"""Share of linked words from which on a line of the largest kind is the site's name, which leads home."""
LONGEST = 400
"""Code points of a line that may be a title."""


def with_headline(labels: Labels, units: Sequence[Unit], stated: Stated) -> list[LineLabel]:
    """The model's labels of `units`, with the title where the metadata's stands, or nowhere."""
    chosen = labels.index("title") if "title" in labels else None
    wordings = stated.wordings
    if not wordings:
        return list(labels)
    known = {words for whole, parts in wordings for words in (whole, *parts)}
    words = [unit.says.plain if len(unit.text) < LONGEST else "" for unit in units]
    first = next((i for i, label in enumerate(labels) if label in ("paragraph", "heading")), len(units))
    homes = {said for said, unit in zip(words, units, strict=True) if _leads_home(unit)}

    def says_part(i: int, parts: Collection[str]) -> bool:
        """Whether a unit is a headline by its looks, and says a title without the site's name or section."""
        level = units[i].hints.level
        heads = level > 0 and (words[i].count(" ") > 2 or not homes.isdisjoint(parts))
        return words[i] in parts and (i == chosen or level == 1 or heads)

    def rank(i: int) -> tuple[int, bool, bool, int, int]:
        """How well a unit says one of the titles; a headline that says a later one beats other lines, and a
        link that says a part of one, the site's name on top of a page, is none."""
        said, leads_home = 0, False
        for order, (whole, parts) in enumerate(wordings if words[i] in known else ()):
            if words[i] and (words[i] == whole or says_part(i, parts)):
                headline = units[i].hints.level == 1 and not _leads_home(units[i])
                said = len(wordings) - order + (len(wordings) if headline else 0)
                leads_home = words[i] != whole and words[i] in homes
                break
        return said, not leads_home, i == chosen, -(i > first), -abs(first - i)

    title: int | None = max(range(len(units)), key=rank, default=None)
    if title is not None and not rank(title)[0]:
        wholes = [whole for whole, _ in wordings]
        headlines = [i for i in range(first) if units[i].hints.level == 1]
        if chosen is not None and (units[chosen].hints.level or not units[chosen].text.endswith(".")):
            headlines.append(chosen)
        alike = [i for i in headlines[::-1] if _alike(words[i], wholes)]
        title = alike[0] if alike else None
    chosen_labels: list[LineLabel] = ["before" if label == "title" else label for label in labels]
    if chosen is not None and "paragraph" not in labels and units[chosen].text.endswith("."):
        chosen_labels[chosen] = "paragraph"  # A sentence that is all there is.
    if title is not None:
        chosen_labels[title] = "title"
    if title is not None and rank(title)[0] and units[title].hints.level:
        return _from(title, chosen_labels, units)
    return chosen_labels


def _from(title: int, labels: Labels, units: Sequence[Unit]) -> list[LineLabel]:
    """`labels` without a body above the headline that the metadata names, unless most of it is there."""
    sizes = [len(u.text) if label == "paragraph" else 0 for u, label in zip(units, labels, strict=True)]
    if sum(sizes[:title]) > sum(sizes[title:]):
        return list(labels)
    return [
        "before" if i < title and label in ("paragraph", "heading", "between") else label
        for i, label in enumerate(labels)
    ]


def headline_at(text: str, span: Span, stated: Stated) -> Span:
    """Where on the title's line the headline stands: all of it, or its end, after a kicker or section."""
    start, end = span
    title = stated.evidence.title
    if title and len(title) < end - start and text.endswith(title, start, end):
        return end - len(title), end
    return span


def joined(units: Sequence[Unit], stated: Stated) -> list[Unit]:
    """`units`, where two lines that a title in the metadata says as one (kicker and headline) are one."""
    titles = stated.titles
    if not titles:
        return list(units)
    result: list[Unit] = []
    for unit in units:
        last = result[-1] if result else None
        levels = (last.hints.level, unit.hints.level) if last else ()
        if last and 1 in levels and not _leads_home(last) and len(last.text) + len(unit.text) < LONGEST:
            text = f"{last.text} {unit.text}"
            if plain(text) in titles and unit.says.plain not in titles:
                hints = unit.hints if unit.hints.level == 1 else last.hints
                result[-1] = Unit((last.span[0], unit.span[1]), text, last.gap, hints)
                continue
        result.append(unit)
    return result


def _leads_home(unit: Unit) -> bool:
    """Whether a line of the largest kind is all link, as the site's name is on top of a page."""
    return unit.hints.level == 1 and unit.hints.links >= ALL_LINKED


def _alike(words: str, titles: Sequence[str]) -> bool:
    own = set(words.split())
    for title in titles:
        other = set(title.split())
        least, most = sorted((len(own), len(other)))
        if least > 1 and len(own & other) >= max(ALIKE * least, LIKE * most):
            return True
    return False
