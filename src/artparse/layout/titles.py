"""Which unit is the headline: the likeliest among those that stand before the body.

The labels of the neighbours decide for most lines; the headline is one of many, so its candidates are
weighed against each other, by a log-linear model over what the labelling model is told and what only
shows once the body is known: how much of the headline the first paragraphs take up, what stands between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from artparse.layout.features import Look
from artparse.layout.units import Unit

REACH = 150
"""Units before the body that are looked at."""
INTO = 2
"""Units of the body that are looked at, as a headline is sometimes taken for its first."""
OPENING = 8
"""Paragraphs that a headline is compared with."""
LONGEST = 260
"""Code points."""
BODY = ("paragraph", "heading")
OWN = frozenset("nwespldSqCkrdtubl")
"""First letters of the features of its look that count for a headline."""

_SHARES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.8, 0.999)
_MARGINS = (-16, -12, -9, -7, -5, -4, -3, -2, -1, -0.0001)
_STEPS = (1, 2, 3, 4, 6, 9, 14, 25, 60)


def first_of(labels: Sequence[str]) -> int:
    """Index of the first unit of the body; their number where there is none."""
    return next((i for i, label in enumerate(labels) if label in BODY), len(labels))


def candidates_of(units: Sequence[Unit], looks: Sequence[Look], labels: Sequence[str]) -> list[int]:
    """Indexes of the units that may be the headline."""
    first = min(first_of(labels), REACH if first_of(labels) == len(units) else len(units))
    return [
        i
        for i in range(max(0, first - REACH), min(len(units), first + INTO))
        if len(units[i].text) <= LONGEST
        and looks[i].length >= 8
        and (looks[i].content or labels[i] == "title")
    ]


def title_features(
    units: Sequence[Unit],
    looks: Sequence[Look],
    labels: Sequence[str],
    margins: Sequence[float],
    candidates: Sequence[int],
) -> list[list[str]]:
    """The features of each candidate.

    `labels` are those of all units, `margins` how much worse than the best
    each of the first would be as the title (see `model.margins_of`).
    """
    n = len(units)
    first = first_of(labels)
    opening = [i for i in range(first, n) if labels[i] == "paragraph"][:OPENING]
    spoken: Counter[str] = Counter()
    for i in opening:
        spoken.update(looks[i].content)
    said, again = set(spoken), {word for word, count in spoken.items() if count > 1}
    dated = {i for i, label in enumerate(labels) if label in ("byline", "published")}
    favourites = {i: min(k, 4) for k, i in enumerate(sorted(candidates, key=lambda i: -margins[i]))}
    heads: dict[str, list[int]] = {}
    tails: dict[str, list[int]] = {}
    for i in candidates:
        words = looks[i].words
        heads.setdefault(words[0], []).append(i)
        tails.setdefault(words[-1], []).append(i)
    shares = {}
    for i in candidates:
        content = looks[i].content
        known = len(content & (said if i < first else again))
        shares[i] = (known / len(content) if content else 0.0, known)
    order = sorted(candidates, key=lambda i: (-shares[i][0] * min(shares[i][1], 6), -i))
    ranks = {i: min(k, 4) for k, i in enumerate(order)}
    better = _better_ahead(candidates, {i: known for i, (_, known) in shares.items()}, first)
    signed = sorted(i for i in dated if i < first)
    deck = max((i for i in range(first) if labels[i] == "subtitle"), default=-1)
    result = []
    for i in candidates:
        look = looks[i]
        share, known = shares[i]
        step = bisect_right(_SHARES, share)
        rank = ranks[i]
        size = look.shape[0]
        own = [f for f in look.features if f[0] in OWN]
        margin = bisect_right(_MARGINS, margins[i])
        favourite = favourites[i]
        after = looks[i + 1] if i + 1 < n else look
        own += (
            f"m{margin}",
            f"f{favourite}",
            f"f{favourite}rank{rank}",
            f"f{favourite}m{margin}",
            f"next{(after.length > look.length) + (after.length > 2 * look.length)}{after.shape[1:]}",
            f"y{labels[i]}",
            f"y+{labels[i + 1] if i + 1 < n else '$'}",
            f"y-{labels[i - 1] if i else '^'}",
            f"o{step}",
            f"o{step}n{size}",
            f"k{min(known, 5)}n{size}",
            f"rank{rank}",
            f"far{bisect_right(_STEPS, first - i)}",
            f"far{bisect_right(_STEPS, first - i)}rank{rank}",
            f"credits{min(len(signed) - bisect_right(signed, i), 2)}",
            f"near{not dated.isdisjoint(range(i + 1, i + 4)):d}",
            f"subtitle{deck > i:d}",
            f"better{better[i]}",
        )
        own += _beside(looks, labels, margins, i)
        words = look.words
        own += _parts(looks, i, heads[words[0]], tails[words[-1]])
        result.append(own)
    return result


def _parts(looks: Sequence[Look], i: int, heads: Sequence[int], tails: Sequence[int]) -> Iterator[str]:
    """Whether a candidate is the start or end of another, or another of it.

    `heads` and `tails` are the candidates that begin, and end, with the same word.
    """
    text = looks[i].text
    ends = [(look.length, look.text) for look in map(looks.__getitem__, tails) if look.text != text]
    starts = [(look.length, look.text) for look in map(looks.__getitem__, heads) if look.text != text]
    if ends and any(other.endswith(text) for _, other in ends):
        yield "ends-other"
    if starts and any(other.startswith(text) for _, other in starts):
        yield "starts-other"
    if ends and any(length > 24 and text.endswith(other) for length, other in ends):
        yield "ends-with-other"
    if starts and any(length > 24 and text.startswith(other) for length, other in starts):
        yield "starts-with-other"


def _better_ahead(candidates: Sequence[int], known: Mapping[int, int], first: int) -> dict[int, int]:
    """For each candidate how many between it and the body, 3 at most, share more words with the body."""
    result = {}
    best: list[int] = []
    for i in reversed(candidates):
        result[i] = sum(x > known[i] for x in best)
        if i < first:
            best = sorted([*best, known[i]], reverse=True)[:3]
    return result


def _beside(looks: Sequence[Look], labels: Sequence[str], margins: Sequence[float], i: int) -> Iterator[str]:
    """How a candidate stands to the lines next to it: a kicker before it, a standfirst after it."""
    look = looks[i]
    for step, name in ((-1, "p"), (1, "q"), (2, "r")):
        j = i + step
        if not 0 <= j < len(looks):
            continue
        other = looks[j]
        longer = ">" if other.length > look.length else "<"
        if step < 2:
            shared = min(len(other.content & look.content), 3)
            yield f"{name}s{shared}{longer}{min(int(other.length) // 30, 3)}"
            yield f"{name}w{min(other.count, 6)}{longer}"
        better = bisect_right(_MARGINS, margins[j] - margins[i]) if j < len(margins) else "-"
        yield f"{name}m{better}{labels[j][:2]}"
        yield f"{name}{other.shape[1:]}{labels[j]}"


NOTHING = ("none",)
"""The features of there being no headline."""


def choose(
    candidates: Sequence[int], features: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> int | None:
    """The likeliest candidate; null where none is likelier than that there is no headline."""
    best, best_score = None, score_of(NOTHING, weights)
    for i, own in zip(candidates, features, strict=True):
        score = score_of(own, weights)
        if score > best_score:
            best, best_score = i, score
    return best


def score_of(features: Sequence[str], weights: Mapping[str, float]) -> float:
    """The score of one candidate."""
    return sum(map(weights.get, features, repeat(0.0)))
