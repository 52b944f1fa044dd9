"""The features of the labelling model, by name.

They come in groups, each of which depends on a few steps of scales and kinds of signs. What a group comes to
(for training its names, for a model the sum of their weights) is looked up by those.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any, Generic, TypeVar

KEPT = 2_000
"""Combinations of a group of features of which is kept what they come to."""

_Value = TypeVar("_Value")


class Group(dict[Any, _Value], Generic[_Value]):
    """What the features of a group come to, by what they depend on; made when first asked for."""

    __slots__ = ("names", "worth")

    def __init__(self, names: Callable[..., Iterable[str]], worth: Callable[[Iterable[str]], _Value]) -> None:
        super().__init__()
        self.names = names
        self.worth = worth

    def __missing__(self, key: tuple[Hashable, ...]) -> _Value:
        if len(self) >= KEPT:
            self.clear()
        found = self[key] = self.worth(self.names(*key))
        return found

    def of(self, *columns: Iterable[Hashable]) -> list[_Value]:
        """The values of many keys, whose first parts are the first column, and so on."""
        return list(map(self.__getitem__, zip(*columns, strict=False)))

    def some(self, keys: Sequence[tuple[Hashable, ...]], beside: int = 0) -> Iterator[tuple[int, _Value]]:
        """The values of the `keys` that are not empty, each with its place, or one so far beside it."""
        places = compress(range(beside, beside + len(keys)), keys)
        return zip(places, map(self.__getitem__, filter(None, keys)), strict=True)


class Groups(Generic[_Value]):
    """All groups of features, for one use of them: `worth` tells what names come to."""

    __slots__ = (
        "after", "around", "before", "beyond", "counted", "distance", "edges", "gaps", "lean",
        "marks", "mass", "near", "none", "page", "place", "prose", "repeats", "shape", "shared", "told",
        "topic", "worth",
    )  # fmt: skip

    def __init__(self, worth: Callable[[Iterable[str]], _Value]) -> None:
        self.worth = worth
        self.none = worth(())
        self.shape = Group(_shape_names, worth)
        self.lean = Group(_lean_names, worth)
        self.counted = Group(_counted_names, worth)
        self.marks = Group(_own_names, worth)
        self.gaps = Group(_gap_names, worth)
        self.around = Group(_around_names, worth)
        self.beyond = Group(_beyond_names, worth)
        self.near = Group(_near_names, worth)
        self.prose = Group(_prose_names, worth)
        self.distance = Group(_distance_names, worth)
        self.before = Group(_before_names, worth)
        self.after = Group(_after_names, worth)
        self.mass = Group(_mass_names, worth)
        self.place = Group(_place_names, worth)
        self.page = Group(_page_names, worth)
        self.edges = Group(_edge_names, worth)
        self.repeats = Group(_repeat_names, worth)
        self.shared = Group(_shared_names, worth)
        self.topic = Group(_topic_names, worth)
        self.told = Group(_told_names, worth)


def _shape_names(size: int, coarse: int, words: int, end: str, opening: str) -> tuple[str, ...]:
    """The features of a unit's length and of its first and last signs."""
    return (
        "b",
        f"n{size}",
        f"w{words}",
        f"e{end}",
        f"e{end}n{coarse}",
        f"s{opening}",
        f"s{opening}n{coarse}",
    )


def _lean_names(coarse: int, stop: int, lower: int, capitals: bool) -> tuple[str, ...]:
    """The features of what its words are like."""
    found = (f"p{stop}", f"p{stop}n{coarse}", f"l{lower}", f"l{lower}n{coarse}")
    return (*found, f"CAPS{coarse}") if capitals else found


def _counted_names(digits: int, sentences: int, commas: int, quotes: int) -> tuple[str, ...]:
    """The features of the signs within it."""
    return (f"d{digits}", f"S{sentences}", f",{commas}", f"q{quotes}")


def _gap_names(
    kind: str, before: bool = False, after: bool = False, habit: str = "", size: str = ""
) -> tuple[str, ...]:
    if kind == "0":
        return ("g0",)
    return (f"g{kind}{before:d}{after:d}", f"g{habit}{before:d}{after:d}{size}")


def _around_names(last: str, shape: str, following: str) -> tuple[str, ...]:
    return (
        f"-1{last}",
        f"{last}<{shape}",
        f"+1{following}",
        f"{shape}>{following}",
        f"{last}<{shape[0]}>{following}",
    )


def _beyond_names(before: str, after: str) -> tuple[str, ...]:
    return (f"-2{before}", f"+2{after}")


def _near_names(near: int, coming: int, long_back: int, long_ahead: int) -> tuple[str, ...]:
    return (f"P-{near}", f"P+{coming}", f"L-{long_back}", f"L+{long_ahead}")


def _prose_names(before: int, after: int, size: str) -> tuple[str, ...]:
    return (f"P={before}{size}", f"P_{after}{size}")


def _distance_names(back: int, ahead: int, shape: str) -> tuple[str, ...]:
    size = shape[0]
    return (f"D-{back}{size}", f"D+{ahead}{size}", f"D{min(back, 4)}|{min(ahead, 4)}|{shape}")


def _own_names(*names: str) -> tuple[str, ...]:
    return names


def _before_names(*cues: str) -> tuple[str, ...]:
    return tuple(f"-{cue}" for cue in cues)


def _after_names(*cues: str) -> tuple[str, ...]:
    return tuple(f"+{cue}" for cue in cues)


def _mass_names(before: int, after: int, size: str) -> tuple[str, ...]:
    return (f"M{before}", f"m{after}", f"M{before}{size}", f"m{after}{size}")


def _place_names(place: int, side: str, size: str) -> tuple[str, ...]:
    return (f"@{place}", f"C{side}", f"C{side}{size}")


def _page_names(side: str, shape: str, clean: int) -> tuple[str, ...]:
    return (f"C{side}{shape}", f"X{clean}{shape}")


def _edge_names(index: int, left: int, clean: int) -> tuple[str, ...]:
    first = (f"i{index}", f"i{index}X{clean}") if index < 3 else ()
    return (*first, f"j{left}") if left < 4 else first


def _repeat_names(seen: bool, often: bool, size: str) -> tuple[str, ...]:
    first = f"r{'2' if seen else '1'}{size}"
    return (first, f"r3{size}") if often else (first,)


def _shared_names(step: int, side: str, central: int, size: str) -> tuple[str, ...]:
    return (f"o{step}{size}", f"o{step}{side}{size}", f"K{central}{size}", f"K{central}{side}{size}")


def _topic_names(distance: int, shape: str) -> tuple[str, ...]:
    return (f"T{distance}", f"T{distance}{shape}")


def _told_names(shared: int, size: str) -> tuple[str, ...]:
    return (f"t{shared}{size}",)
