"""The package's own `dataclass` and `NamedTuple` do what the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from artparse import values
from artparse.article import Phrase, Spans


@values.dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    span: tuple[int, int] = (0, 1)

    def doubled(self) -> str:
        return self.name * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """A value."""

    name: str
    span: tuple[int, int] = (0, 1)

    def doubled(self) -> str:
        return self.name * 2


@values.dataclass(slots=True, eq=False)
class Changing:
    count: int = 0
    found: list[int] = values.field(default_factory=list)


class Pair(values.NamedTuple):
    """Two."""

    one: int
    two: str = "b"

    def both(self) -> str:
        return f"{self.one}{self.two}"


def test_as_the_standard_dataclass() -> None:
    def told(kind: Any) -> list[object]:
        value, other = kind("a"), kind("a", span=(2, 3))
        return [
            repr(value).partition("(")[2],
            value == kind("a"),
            value != other,
            value == ("a", (0, 1)),
            hash(value) == hash(kind("a")),
            value.doubled(),
            kind.__doc__,
            kind.__slots__,
            kind.__match_args__,
            dataclasses.asdict(other),
            [(field.name, field.type, field.default) for field in dataclasses.fields(kind)],
            dataclasses.is_dataclass(kind),
            dataclasses.replace(value, name="b").name,
            hasattr(value, "__dict__"),
        ]

    assert told(Ours) == told(Theirs)


def test_frozen() -> None:
    value = Ours("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    with pytest.raises(TypeError):
        Ours("a", (0, 1), 3)  # type: ignore[call-arg]


def test_copied_and_pickled() -> None:
    value = Phrase("words", (3, 8))
    assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)
    assert values.replace(value, text="other") == Phrase("other", (3, 8))
    assert Spans(title=(1, 2)) == values.replace(Spans(), title=(1, 2))


def test_each_object_has_its_own_default() -> None:
    one, other = Changing(), Changing(2, [5])
    one.found.append(1)
    one.count += 1
    assert (one.count, one.found, other.count, other.found, Changing().found) == (1, [1], 2, [5], [])
    assert one != Changing(1, [1]) and one in {one}


def test_named_tuple() -> None:
    pair = Pair(1)
    assert pair == (1, "b") and pair.both() == "1b" and repr(pair) == "Pair(one=1, two='b')"
    assert pair._replace(two="c")._asdict() == {"one": 1, "two": "c"}
    assert (Pair._fields, Pair._field_defaults, Pair.__doc__) == (("one", "two"), {"two": "b"}, "Two.")
    assert Pair.__annotations__ == {"one": "int", "two": "str"}
    assert pickle.loads(pickle.dumps(pair)) == pair
