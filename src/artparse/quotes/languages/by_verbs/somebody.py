"""Somebody whom a sentence tells of, and whom an article names most often."""

from __future__ import annotations

from artparse.values import NamedTuple


class Somebody(NamedTuple):
    """Whoever a sentence had for its source or subject."""

    entity: int
    """-1 for somebody whom nothing names."""
    gender: str
    sentence: int
    passage: int


class MostNamed:
    """Whom an article named most often so far, of each gender."""

    def __init__(self) -> None:
        self.times: dict[int, int] = {}
        """Person to how often the article named them."""
        self.first: dict[str, list[Somebody]] = {}
        """Gender to the persons of it who were named most often."""

    def count(self, somebody: Somebody) -> None:
        """Note that the article named a person once more."""
        entity, first = somebody.entity, self.first.get(somebody.gender, ())
        times = self.times[entity] = self.times.get(entity, 0) + 1
        most = max((self.times[s.entity] for s in first), default=0)
        if times >= most:
            same = [s for s in first[:2] if s.entity != entity and times == most]
            self.first[somebody.gender] = [somebody, *same]

    def of(self, gender: str) -> list[Somebody]:
        """The person of a gender whom the article named most often, if that is one, and twice or more."""
        first = self.first.get(gender, [])
        return first if len(first) == 1 and self.times[first[0].entity] > 1 else []
