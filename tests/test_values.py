"""The package's `dataclass` and `NamedTuple` do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

import pytest

from artparse.values import FEW, NamedTuple, dataclass, field


@dataclass(frozen=True, slots=True)
class Frozen:
    name: str
    numbers: tuple[int, ...] = ()


@dataclass(slots=True, eq=False)
class Open:
    name: str
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Loose:
    name: str = "none"


class Row(NamedTuple):
    first: int
    second: str = "b"

    def both(self) -> str:
        return f"{self.first}{self.second}"


def test_values_are_made() -> None:
    """The first few, and those after them, for which methods are compiled."""
    for number in range(2 * FEW):
        make_values(number)


def make_values(number: int) -> None:
    assert Frozen("a", numbers=(number,)).numbers == (number,)
    assert Frozen("a") == Frozen(name="a", numbers=()) != Frozen("b")
    one, other = Open("a"), Open("a")
    one.seen.add("x")
    assert one != other and not other.seen and Open("a", {"y"}).seen == {"y"}
    assert Loose().name == "none" and Loose("a").name == "a"
    assert Row(number) == (number, "b") and Row(second="c", first=1).both() == "1c"
    for kind in (Frozen, Open, Row):
        for given, named in (((), {}), (("a", "b", "c"), {}), (("a",), {"other": 1})):
            with pytest.raises(TypeError):
                kind(*given, **named)  # type: ignore[arg-type]


def test_frozen_values_stay_as_they_are() -> None:
    value = Frozen("a", (1,))
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    assert not hasattr(value, "__dict__") and len({value, Frozen("a", (1,))}) == 1
    assert repr(value) == "Frozen(name='a', numbers=(1,))"


def test_values_are_dataclasses() -> None:
    value = Frozen("a", (1,))
    assert dataclasses.is_dataclass(value)
    assert [(f.name, f.type) for f in dataclasses.fields(value)] == [
        ("name", "str"), ("numbers", "tuple[int, ...]"),
    ]  # fmt: skip
    assert dataclasses.replace(value, name="b") == Frozen("b", (1,))
    assert dataclasses.asdict(value) == {"name": "a", "numbers": (1,)}
    assert list(inspect.signature(Frozen).parameters) == ["name", "numbers"]
    for made in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert made == value


def test_rows_are_tuples() -> None:
    row = Row(1, "x")
    first, second = row
    assert (first, second, row.first, row.second) == (1, "x", 1, "x") and Row._fields == ("first", "second")
    assert row._replace(first=2) == Row(2, "x") and row._asdict() == {"first": 1, "second": "x"}
    assert Row._make([3, "z"]) == (3, "z") and repr(row) == "Row(first=1, second='x')"
    assert type(pickle.loads(pickle.dumps(row))) is Row and not hasattr(row, "__dict__")
    with pytest.raises(ValueError):
        row._replace(third=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Row._make([1])
