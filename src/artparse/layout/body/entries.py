"""The entries of a live report: a clock time on a line of its own, often a heading, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from artparse.layout.labels import NOISE, Labels, LineLabel, below_title
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

LEAST = 3
"""Times in a row that make a live report."""
LONGEST_HEADING = 120
"""Code points."""
FARTHEST = 40
"""Units from one time to the next, at most."""
DAY = 24 * 60
"""Minutes."""
QUOTES = "'\"‘“«„"
"""What may open a heading that quotes somebody."""
APART = ("caption", "advert", "footer")
"""What the words of a sentence may say that it is, so that it is not of an entry."""

_TIME = pattern(
    r"(?i)(?:at |um )?([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s?([ap])\.?m\.?)?(?:\s(?:[A-Z]{2,4}|Uhr))?",
    signs="012345",
)


def with_entries(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where behind each time of a live report stands its heading and its paragraphs.

    The times run one way, down or up. An entry ends at the next time, the last one with the body.
    """
    result = list(labels)
    times = _row(units, below_title(labels))
    if len(times) < LEAST:
        return result
    end = max(times[-1], max((i for i, label in enumerate(labels) if label == "paragraph"), default=-1)) + 1
    if end == times[-1] + 1 and _heads(units, end):
        end += 1
    while end < len(units) and units[end].says.is_sentence and units[end].says.reason is None:
        end += 1
    for time, following in zip(times, [*times[1:], end], strict=True):
        result[time] = "between"
        for i in range(time + 1, following):
            if units[i].says.is_sentence:
                if result[i] in NOISE and units[i].says.reason not in APART:
                    result[i] = "paragraph"
            elif i == time + 1 and i + 1 < following and _may_head(units[i]):
                result[i] = "heading"
    return result


def _heads(units: Sequence[Unit], i: int) -> bool:
    """Whether a line right below the last time heads the sentences below it."""
    below = units[i + 1 : i + 2]
    return (
        i < len(units)
        and _may_head(units[i])
        and units[i].says.plainly is None
        and any(unit.says.is_sentence and unit.says.reason is None for unit in below)
    )


def begun(units: Sequence[Unit]) -> int:
    """The first time of a live report; the number of units where there is none."""
    times = _row(units, 0)
    return times[0] if len(times) >= LEAST else len(units)


def _may_head(unit: Unit) -> bool:
    """Whether a line begins with a word, be it the first in quotation marks, and does not say who wrote."""
    opens = unit.text.lstrip(QUOTES)[:1].isalnum()
    return opens and len(unit.text) <= LONGEST_HEADING and not unit.says.is_names


def _row(units: Sequence[Unit], start: int) -> list[int]:
    """The units that are times of one live report; empty where there are fewer than it takes, or no order."""
    found: list[int] = []
    minutes: list[int] = []
    for i in range(start, len(units)):
        text = units[i].text
        if len(text) > 14 or not (match := _TIME.fullmatch(text)):
            continue
        if found and i - found[-1] > FARTHEST:
            break
        hour = int(match[1]) % 12 + 12 * (match[3].lower() == "p") if match[3] else int(match[1])
        found.append(i)
        minutes.append(60 * hour + int(match[2]))
    ordered = _is_one_way(minutes) or _is_one_way(_past_midnight(minutes))
    return found if ordered and all(b - a > 1 for a, b in pairwise(found)) else []


def _is_one_way(minutes: Sequence[int]) -> bool:
    return list(minutes) in (sorted(minutes), sorted(minutes, reverse=True))


def _past_midnight(minutes: Sequence[int]) -> list[int]:
    """The same times where one that is nearer to the last across midnight is of the next day, or of the day
    before: `00:14`, `23:58`."""
    counted: list[int] = []
    for time in minutes:
        last = counted[-1] if counted else time
        counted.append(last + (time - last + DAY // 2) % DAY - DAY // 2)
    return counted
