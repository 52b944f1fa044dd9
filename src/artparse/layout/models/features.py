"""What the labelling model is told of each unit: how it looks, what stands around it, where it stands.

A feature is a short string (see `groups`); the model has a weight for it and each label, or ignores it. No
feature holds a word of the text: words count only by their kind (stop word, cue of `data/cues.json`, repeated
elsewhere in the article), so that the model does not learn what some site writes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, repeat
from operator import add, sub
from typing import TypeVar

from artparse.layout.lines.look import SHARES, Look, said_in
from artparse.layout.lines.units import Unit
from artparse.layout.models.groups import Groups
from artparse.reading.document import Document
from artparse.values import replace

_Value = TypeVar("_Value")

_FAR = (1, 2, 3, 4, 6, 9, 14, 25, 60)
_STEPS = tuple(bisect_right(_FAR, distance) for distance in range(_FAR[-1] + 1))
"""For each distance, the last standing for all larger ones, its step of `_FAR`."""
_BEFORE, _BEHIND = (tuple(f"{side}{step}" for step in _STEPS) for side in "<>")
"""The same before and behind the run that reads most like an article."""
_NEAR, _AROUND = 4, 10
"""Units before, and after, whose prose is counted."""
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)


def looks_of(units: Sequence[Unit]) -> list[Look]:
    """The look of each unit."""
    looks = [unit.says.look for unit in units]
    lines = Counter([look.text for look in looks if look.prose])
    if max(lines.values(), default=0) > 2:
        return [replace(look, prose=False) if lines[look.text] > 2 else look for look in looks]
    return looks


def features_of(
    units: Sequence[Unit], looks: Sequence[Look], document: Document | None = None
) -> list[list[str]]:
    """The features of each unit, with those of its markup where `document` has any."""
    return [list(own) for own in worth_of(units, looks, document, _names())]


def worth_of(
    units: Sequence[Unit], looks: Sequence[Look], document: Document | None, groups: Groups[_Value]
) -> list[_Value]:
    """What the features of each unit come to, with those of its markup where `document` has any."""
    if not units:
        return []
    middle = core(looks)
    clean = bisect_right(SHARES, sum([x.prose for x in looks]) / len(looks))  # the share of prose, as a step
    found, best = _shared(looks, middle, groups)
    for column in chain(
        _own(looks, groups),
        _gaps(units, looks, middle, groups),
        _surroundings(looks, groups),
        _places(looks, middle, clean, groups),
        [_told(looks, best, groups)] if best >= 0 else [],
        _markup(units, document, groups),
    ):
        found = list(map(add, found, column))
    for i, value in chain(
        groups.marks.some([x.marks for x in looks]),
        _cues_beside(looks, groups),
        _edges(len(looks), clean, groups),
        _said_again(looks, groups),
        _beside(looks, best, groups) if best >= 0 else (),
    ):
        found[i] = add(found[i], value)
    return found


def _markup(
    units: Sequence[Unit], document: Document | None, groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    if document and document.has_elements:
        from artparse.layout.markup.elements import markup_worth  # Only for pages.

        yield markup_worth(units, document, groups.worth)


@cache
def _names() -> Groups[tuple[str, ...]]:
    return Groups(tuple)


def _own(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[list[_Value]]:
    """How each unit looks."""
    yield list(map(groups.shape.__getitem__, [x.form for x in looks]))
    yield list(map(groups.lean.__getitem__, [x.lean for x in looks]))
    yield list(map(groups.counted.__getitem__, [x.counted for x in looks]))


def _gaps(
    units: Sequence[Unit], looks: Sequence[Look], core: tuple[int, int], groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    """Blank lines around a unit, against what is usual in this text, and between its paragraphs."""
    gaps = [u.gap for u in units[1:]]
    least = min(gaps, default=1)
    loose = [g > least for g in gaps]
    share = sum(loose) / len(loose) if loose else 0.0
    kind = "0" if share < 0.02 or share > 0.98 else "1" if share < 0.4 else "2"
    if kind == "0":
        yield [groups.gaps[kind,]] * len(units)
        return
    around = [True, *loose, True]
    prose = [around[i] for i in range(core[0], core[1] + 1) if looks[i].prose]
    usual = sum(prose) / len(prose) if prose else 0.5
    habit = "l" if usual > 0.85 else "t" if usual < 0.15 else "-"
    yield groups.gaps.of(repeat(kind), around, around[1:], repeat(habit), [x.shape[0] for x in looks])


def _surroundings(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[list[_Value]]:
    """The looks of the units around, near and further away."""
    shapes = ["^^", "^", *[x.shape for x in looks], "$", "$$"]
    sizes = [x.shape[0] for x in looks]
    own = shapes[2:-2]
    yield groups.around.of(shapes[1:], own, shapes[3:])
    yield groups.beyond.of(shapes, shapes[4:])
    flags = [x.prose for x in looks]
    long = [x.length > 60 for x in looks]
    total = list(accumulate(flags, initial=0))
    # Prose before each place, from so many before the first unit to so many after the last.
    total = [0] * _AROUND + total + total[-1:] * _AROUND
    here, past = total[_AROUND:], total[_AROUND + 1 :]
    yield groups.near.of(
        map(sub, here, total[_AROUND - _NEAR :]),
        map(sub, total[_AROUND + 1 + _NEAR :], past),
        _distances(long),
        _distances(long[::-1])[::-1],
    )
    yield groups.prose.of(map(sub, here, total), map(sub, total[2 * _AROUND + 1 :], past), sizes)
    yield groups.distance.of(_distances(flags), _distances(flags[::-1])[::-1], own)


def _cues_beside(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """The cues of the units before and behind."""
    cues = [x.cues for x in looks]
    return chain(groups.before.some(cues[:-1], 1), groups.after.some(cues[1:], 0))


def _distances(flags: Sequence[bool]) -> list[int]:
    """For each place the distance back to the nearest flag before it, as a step of `_FAR`."""
    result = []
    furthest = distance = len(_STEPS) - 1
    for flag in flags:
        result.append(_STEPS[distance])
        if flag:
            distance = 1
        elif distance < furthest:
            distance += 1
    return result


def _places(
    looks: Sequence[Look], core: tuple[int, int], clean: int, groups: Groups[_Value]
) -> Iterator[list[_Value]]:
    """Where a unit stands in the text, and against the run that reads most like an article."""
    n = len(looks)
    start, end = core
    mass = [min(x.length, 800.0) if x.prose else 0.0 for x in looks]
    whole = sum(mass) or 1.0
    done = 0.0
    before, after = [], []
    b, a = 0, len(_PLACES)
    for own in mass:
        if own:
            before.append(b)
            after.append(bisect_right(_PLACES, (whole - done - own) / whole))
            done += own
            b, a = bisect_right(_PLACES, done / whole), bisect_right(_PLACES, (whole - done) / whole)
        else:
            before.append(b)
            after.append(a)
    sides = _steps_to(start, _BEFORE)[::-1] + ["=5"] * (end + 1 - start)
    sides[end], sides[start] = "=9", "=0"
    sides += _steps_to(n - 1 - end, _BEHIND)
    shapes = [x.shape for x in looks]
    sizes = [shape[0] for shape in shapes]
    yield groups.mass.of(before, after, sizes)
    yield groups.place.of([bisect_right(_PLACES, i / n) for i in range(n)], sides, sizes)
    yield groups.page.of([side[0] for side in sides], shapes, repeat(clean))


def _edges(n: int, clean: int, groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """The first and last of `n` units."""
    for i in {*range(min(3, n)), *range(max(0, n - 3), n)}:
        yield i, groups.edges[min(i, 3), min(n - i, 4), clean]


def _steps_to(furthest: int, steps: Sequence[str]) -> list[str]:
    """What `steps` has for the distances from 1 to `furthest`."""
    return [*steps[1 : furthest + 1], *repeat(steps[-1], furthest + 1 - len(steps))]


def core(looks: Sequence[Look]) -> tuple[int, int]:
    """First and last index of the run with most prose, short lines between counted against it."""
    best, best_run = 0.0, (0, len(looks) - 1)
    total, start = 0.0, 0
    for i, look in enumerate(looks):
        if total <= 0:
            total, start = 0.0, i
        total += min(look.length, 600) / 100 if look.prose else -0.5 if look.length < 110 else -0.1
        if total > best:
            best, best_run = total, (start, i)
    return best_run


def _shared(looks: Sequence[Look], core: tuple[int, int], groups: Groups[_Value]) -> tuple[list[_Value], int]:
    """How much of what a unit speaks of the prose speaks of; which line before it says most, -1 for none."""
    start, end = core
    said, again, keys = said_in(look.content for look in looks[start : end + 1] if look.prose)
    shared = []
    best, best_share = -1, 0.0
    for i, look in enumerate(looks):
        content = look.content
        if not content:
            shared.append(groups.none)
            continue
        # A unit of the prose itself has said each of its words once.
        common = content & (again if look.prose and start <= i <= end else said)
        side = "<" if i < start else "=" if i <= end else ">"
        known, share, step, central = len(common), 0.0, 0, 0
        if known:
            share = known / len(content)
            step, central = bisect_right(SHARES, share), min(len(common & keys), 4)
        shared.append(groups.shared[step, side, central, look.shape[0]])
        if i < start + 3 and not look.prose and 20 < look.length < 220:
            weight = share * min(known, 6)
            if weight >= best_share:
                best, best_share = i, weight
    return shared, best


def _beside(looks: Sequence[Look], best: int, groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """What stands near the line `best`."""
    for i in range(max(0, best - 6), min(len(looks), best + 8)):
        yield i, groups.topic[i - best, looks[i].shape]


def _told(looks: Sequence[Look], best: int, groups: Groups[_Value]) -> list[_Value]:
    """What has words of the line `best`."""
    told = looks[best].content
    return groups.told.of(
        [0 if told.isdisjoint(x.content) else min(len(told & x.content), 3) for x in looks],
        [x.shape[0] for x in looks],
    )


def _said_again(looks: Sequence[Look], groups: Groups[_Value]) -> Iterator[tuple[int, _Value]]:
    """Whether the same line came before, or comes again."""
    lines = Counter([x.text for x in looks])
    if len(lines) == len(looks):
        return
    seen: set[str] = set()
    for i, look in enumerate(looks):
        text = look.text
        times = lines[text]
        if times > 1:
            yield i, groups.repeats[text in seen, times > 2, look.shape[0]]
            seen.add(text)
