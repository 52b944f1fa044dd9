"""Packed models say what the readable ones beside them say."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from artparse.data import tables

sys.path.append(str(Path(__file__).parents[1] / "training"))

import pack


@pytest.mark.parametrize("name", pack.MODELS)
def test_packed_anew(name: str) -> None:
    path = pack.PACKAGE / name
    assert Path(tables.path_of(str(path))).read_bytes() == pack.of(path), "run python training/pack.py"


def test_a_table_gives_what_was_packed() -> None:
    numbers = {f"w={n}": n * n * (-1) ** n for n in range(500)} | {"é\u2028": 2**90, "": -(2**90), "zero": 0}
    table = tables.Table(tables.pack(numbers, {"trees": [1, 2.5, "ü"]}))
    assert json.loads(table.rest) == {"trees": [1, 2.5, "ü"]}
    # Twice: at first names are found one by one, later all are unpacked.
    for _ in range(2):
        assert [table.get(name) for name in numbers] == list(numbers.values())
        assert table.get("w=500") is None and table.get("w=", 7) == 7
    assert dict(table.items()) == numbers and len(table) == len(numbers)
    assert table["zero"] == 0 and "zero" in table and "one" not in table
    with pytest.raises(KeyError):
        table["one"]


def test_names_of_one_checksum_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "crc32", len)
    numbers = {"ab": 1, "cd": 2, "efg": 3, "hi": 4}
    table = tables.Table(tables.pack(numbers))
    table._left = 100
    assert [table.get(name) for name in ("hi", "ab", "cd", "efg", "xy")] == [4, 1, 2, 3, None]


def test_a_small_table() -> None:
    table = tables.Table(tables.pack({"one": 1}))
    assert [table.get(name) for name in ("none", "one", "none")] == [None, 1, None]


def test_an_empty_table() -> None:
    table = tables.Table(tables.pack({}))
    assert len(table) == 0 and table.get("any") is None and table.rest == b"null"


def test_all_are_unpacked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    table = tables.Table(tables.pack({str(n): n for n in range(200)}))
    times, items = 0, tables.Table.items

    def counted(self: tables.Table) -> Iterator[tuple[str, int]]:
        nonlocal times
        times += 1
        return items(self)

    monkeypatch.setattr(tables.Table, "items", counted)
    get = table.get  # Held before and after.
    assert [get(str(n), -1) for n in range(300)] == [n if n < 200 else -1 for n in range(300)]
    assert [table.get(str(n), -1) for n in range(300)] == [n if n < 200 else -1 for n in range(300)]
    assert times == 1
