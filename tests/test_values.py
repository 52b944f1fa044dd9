"""Classes made by `artparse.values` do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import typing
from typing import Any

import pytest

from artparse import values
from artparse.patterns import pattern


@values.dataclass(frozen=True, slots=True)
class Ours:
    """A book."""

    title: str
    pages: int = 3
    tags: list[str] = dataclasses.field(default_factory=list)

    def thick(self) -> bool:
        return self.pages > 500


@values.dataclass(slots=True, eq=False)
class Loose:
    """A leaf."""

    number: int


@values.dataclass(frozen=True, slots=True)
class One:
    """One field."""

    number: int


class Row(values.NamedTuple):
    """A row."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


def standard() -> Any:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Ours:
        title: str
        pages: int = 3
        tags: list[str] = dataclasses.field(default_factory=list)

    return Ours


def test_a_class_is_called_and_shown_as_a_dataclass_is() -> None:
    theirs = standard()
    shown = repr(Ours("Sea", tags=["a"]))
    assert shown == repr(theirs("Sea", tags=["a"])).replace(theirs.__qualname__, "Ours")
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]
    assert Ours("a").tags is not Ours("a").tags
    assert not hasattr(Ours("a"), "__dict__")
    assert Ours.__doc__ == "A book."
    assert Ours("a", 600).thick()


def test_values_are_equal_by_their_fields() -> None:
    assert Ours("a", 1, []) == Ours("a", 1, [])
    assert Ours("a", 1, []) != Ours("b", 1, [])
    assert One(1) == One(1)
    assert hash(One(1)) == hash(One(1))
    assert Loose(1) != Loose(1)
    assert len({Loose(1), Loose(1)}) == 2


def test_a_frozen_value_stays() -> None:
    one = One(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.number = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.number
    assert one.number == 1
    loose = Loose(1)
    loose.number = 2
    assert loose.number == 2


def test_what_asks_for_fields_is_answered() -> None:
    theirs = dataclasses.fields(standard())
    ours = dataclasses.fields(Ours)
    assert [(f.name, f.type, f.default) for f in ours] == [(f.name, f.type, f.default) for f in theirs]
    assert dataclasses.replace(Ours("a", 1), pages=2) == Ours("a", 2)
    assert dataclasses.asdict(Ours("a", 1)) == {"title": "a", "pages": 1, "tags": []}
    assert dataclasses.is_dataclass(Ours)
    assert typing.get_type_hints(Ours)["pages"] is int
    match Ours("a", 1):
        case Ours(title, pages):
            assert (title, pages) == ("a", 1)


@pytest.mark.parametrize("value", [Ours("a", 1, ["b"]), One(1)])
def test_a_value_travels(value: Any) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value


def test_a_loose_value_travels() -> None:
    assert pickle.loads(pickle.dumps(Loose(4))).number == 4


def test_a_named_tuple_is_one() -> None:
    row = Row(1)
    assert row == (1, "b")
    assert row._replace(second="c") == Row(1, "c")
    assert (row.both, Row._fields, Row.__doc__) == ("1b", ("first", "second"), "A row.")
    assert pickle.loads(pickle.dumps(row)) == row
    assert typing.get_type_hints(Row) == {"first": int, "second": str}


def test_a_pattern_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noted(source: Any, flags: int = 0) -> Any:
        compiled.append(source)
        return real(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    word = pattern(r"(?P<w>[a-z]+)", re.IGNORECASE)
    assert word.pattern == r"(?P<w>[a-z]+)"
    assert not compiled
    assert word.findall("Ab c") == ["Ab", "c"]
    assert word.sub("x", "Ab c") == "x x"
    assert word.groupindex == {"w": 1}
    assert compiled.count(word.pattern) <= 2
    with pytest.raises(AttributeError):
        _ = word.nothing  # type: ignore[attr-defined]
