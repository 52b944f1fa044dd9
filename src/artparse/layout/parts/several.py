"""Whether a text holds several articles: several authors, each above an article's worth of prose, or the
same labels again and again, as in the exports of databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

PROSE = 80
"""Code points of a line, at least, that counts as prose; a shorter one may be a byline."""
ARTICLE = 1200
"""Code points of prose, at least, under the byline of an article."""
BRIEF, BRIEF_LINES = 200, 2
"""The same of a short one whose byline has a date beside it, and lines of prose."""
SHARE = 0.4
"""Of the longest article's prose, what the others have at least."""
LEAST_LABELS, LEAST_KNOWN = 3, 2
"""Labels that come as often as each other in an export, and those of them that databases have."""
KNOWN = ("title", "author", "site", "date", "text", "language")
"""What such a label tells."""
_LABEL = pattern(r"([^\W\d_][^:\n]{1,30}?)\s?:(?=\s|$)", signs=":")


def several_in(units: Sequence[Unit]) -> int:
    """How many authors have a line like `By Jane Doe` with an article's worth of prose up to the next.

    What is much shorter than the longest is a teaser or a comment on it.
    """
    longest: dict[frozenset[str], int] = {}
    prose = 0
    for unit in reversed(units):
        if len(unit.text) >= PROSE:
            prose += len(unit.text)
        elif prose and unit.text[0].isupper() and (authors := _authors(unit)):
            longest[authors] = max(prose, longest.get(authors, 0))
            prose = 0
    least = max([ARTICLE, *(SHARE * length for length in longest.values())])
    return max(sum(length >= least for length in longest.values()), _briefs_in(units))


def _briefs_in(units: Sequence[Unit]) -> int:
    """How many bylines have a date right beside them and some paragraphs below, one much like the other: all
    bylines of a text that opens with one. A page with teasers, or with signed comments, has others."""
    lengths: list[int] = []
    start = len(units)
    for i in range(len(units) - 1, -1, -1):
        if len(units[i].text) >= PROSE or not _authors(units[i]):
            continue
        if not any(near.says.dates for near in units[max(0, i - 1) : i + 2]):
            return 0
        prose = _prose_in(units[i:start])
        lengths.append(sum(prose) if len(prose) >= BRIEF_LINES else 0)
        start = i
    least = max([BRIEF, *(SHARE * length for length in lengths)])
    return 0 if _prose_in(units[:start]) else sum(length >= least for length in lengths)


def _prose_in(units: Sequence[Unit]) -> list[int]:
    """Code points of each line of prose."""
    return [len(unit.text) for unit in units if len(unit.text) >= PROSE]


def _authors(unit: Unit) -> frozenset[str]:
    """The persons of a byline; none where the line is no byline."""
    is_byline = unit.says.is_opened and unit.says.is_names
    return frozenset(unit.says.authors) if is_byline else frozenset()


def exported_in(units: Sequence[Unit]) -> int:
    """How many articles there are in a text where each has the same labels (`Title: ...`) and prose below.

    Few texts have labels that come again, and only for those it is looked up which ones databases have.
    """
    matches = (_LABEL.match(unit.text) if ":" in unit.text else None for unit in units)
    labels = [match[1].lower() if match else "" for match in matches]
    counted = Counter(filter(None, labels))
    times, alike = max(
        ((n, names) for n, names in _by_count(counted).items() if n > 1),
        key=lambda item: len(item[1]),
        default=(0, []),
    )
    if len(alike) < LEAST_LABELS or _known(alike) < LEAST_KNOWN:
        return 0
    first = next(label for label in labels if label in alike)
    articles = prose = 0
    for unit, label in zip(reversed(units), reversed(labels), strict=True):
        prose = prose or len(unit.text) >= PROSE
        if label == first:
            articles, prose = articles + bool(prose), 0
    return articles if articles == times else 0


def _by_count(counted: Counter[str]) -> dict[int, list[str]]:
    by_count: dict[int, list[str]] = {}
    for label, count in counted.items():
        by_count.setdefault(count, []).append(label)
    return by_count


def _known(labels: Iterable[str]) -> int:
    """How many kinds of things these labels tell, of those that databases have for an article."""
    from artparse.reading.exports.articles import kind_of  # Only for what has labels.

    kinds = {kind_of(label, base, head=True) for label in labels for base in ("nexis", "proquest")}
    return len(kinds & set(KNOWN))
