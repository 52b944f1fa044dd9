"""Models in a form that is used as it lies in the file: nothing is parsed when the package starts.

The readable form of each model stands beside it (`X.json`, `X.txt`); `python training/pack.py` makes the
packed one (`X.packed`) of it, and the wheel holds that alone. A packed table of names and numbers has the
names in the order of their checksums. Behind a head of four numbers stand: for each first bits of a checksum
(see `_bits`) how many names come before those; where each name begins; the numbers; the names, one a line;
and what else the model has, as JSON. All numbers are little-endian.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from struct import Struct
from typing import Any
from zlib import crc32

HEAD = Struct("<4I")
"""How many names there are, the bytes of a number, the bytes of all names, the bytes of the rest."""
WORD = 4
"""Bytes of a count, and of a place."""
CHECKSUM = 32
"""Bits of a checksum."""
CODES = {1: "b", 2: "h", 4: "i", 8: "q"}
"""Bytes of a number to the code of an array of such numbers."""
WHOLE = 8
"""Where one name in eight is looked up, that takes as long as unpacking all names of the table."""


class Table:
    """Names and their numbers. Each is found in the file until so many were asked for that unpacking all of
    them takes no longer: from then on `get` is a dictionary's."""

    __slots__ = (
        "_data",
        "_first",
        "_known",
        "_left",
        "_numbers",
        "_places",
        "_rest_of_sum",
        "_starts",
        "_values",
        "_width",
        "get",
        "rest",
    )

    def __init__(self, data: bytes | mmap.mmap) -> None:
        view = memoryview(data)
        self._data = data
        count, self._width, length, rest = HEAD.unpack_from(data)
        bits = _bits(count)
        self._rest_of_sum = CHECKSUM - bits
        at = HEAD.size
        starts = WORD * ((1 << bits) + 1)
        self._starts = _array("I", view[at : at + starts])
        at += starts
        self._places = _array("I", view[at : at + WORD * count])
        at += WORD * count
        self._numbers = view[at : at + self._width * count]
        self._values = _array(CODES[self._width], self._numbers) if self._width in CODES else None
        """The numbers, unless they are too wide for an array."""
        at += self._width * count
        self._first = at
        """Where the names begin."""
        self.rest = data[at + length : at + length + rest]
        """The JSON of what else the model has."""
        self._known: dict[str, int | None] = {}
        self._left = count // WHOLE + 1
        self.get: Callable[..., Any] = self._found
        """The number of a name, or what else is given, as `dict.get`."""

    def _found(self, name: str, default: Any = None) -> Any:
        known = self._known
        if name in known:
            number = known[name]
            return default if number is None else number
        left = self._left = self._left - 1
        if left <= 0:
            if left == 0:
                self._known = dict(self.items())
                self.get = self._known.get
            return self.get(name, default)  # Whoever took `get` before all were unpacked still has this.
        line = f"{name}\n".encode("utf-8", "surrogatepass")
        first = crc32(line) >> self._rest_of_sum
        k, end = self._starts[first], self._starts[first + 1]
        while k < end:
            at = self._first + self._places[k]
            if self._data[at : at + len(line)] == line:
                values = self._values
                number = self._known[name] = self._number(k) if values is None else values[k]
                return number
            k += 1
        self._known[name] = None
        return default

    def _number(self, k: int) -> int:
        width = self._width
        return int.from_bytes(self._numbers[k * width : (k + 1) * width], "little", signed=True)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __getitem__(self, name: str) -> int:
        number: int | None = self.get(name)
        if number is None:
            raise KeyError(name)
        return number

    def __len__(self) -> int:
        return len(self._places)

    def items(self) -> Iterator[tuple[str, int]]:
        """All names, each with its number."""
        width, end = self._width, len(self._data) - len(self.rest)
        names = self._data[self._first : end].decode().split("\n")[:-1]
        if self._values is not None:
            return zip(names, self._values, strict=True)
        parts = range(0, len(self._numbers), width)
        numbers = [int.from_bytes(self._numbers[k : k + width], "little", signed=True) for k in parts]
        return zip(names, numbers, strict=True)


def _bits(count: int) -> int:
    """The bits of checksums by which so many names are looked up: hardly two names share all of them."""
    return count.bit_length()


def _array(code: str, data: memoryview) -> Sequence[int]:
    """The numbers in `data`, where they lie if the machine has them so."""
    if sys.byteorder == "little":
        numbers: Sequence[int] = data.cast(code)  # type: ignore[call-overload]
        return numbers
    swapped = array(code, data.tobytes())
    swapped.byteswap()
    return swapped


def pack(numbers: Mapping[str, int], rest: Any = None) -> bytes:
    """The content of a packed file with a table of names, none of which has a line break, and anything else
    that JSON can hold."""
    rows = sorted((crc32(line), line, numbers[name]) for name in numbers for line in [name.encode() + b"\n"])
    least = max((number.bit_length() // 8 + 1 for number in numbers.values()), default=1)
    width = next((width for width in CODES if width >= least), least)
    bits = _bits(len(rows))
    each = Counter(checksum >> (CHECKSUM - bits) for checksum, _, _ in rows)
    starts = array("I", accumulate((each[first] for first in range(1 << bits)), initial=0))
    places = array("I", accumulate((len(line) for _, line, _ in rows), initial=0))
    length = places.pop()
    if sys.byteorder == "big":
        starts.byteswap()
        places.byteswap()
    other = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode()
    parts = [
        HEAD.pack(len(rows), width, length, len(other)),
        starts.tobytes(),
        places.tobytes(),
        *(number.to_bytes(width, "little", signed=True) for *_, number in rows),
        *(line for _, line, _ in rows),
        other,
    ]
    return b"".join(parts)


Numbers = Table | Mapping[str, int]
"""Names and their numbers, packed or not."""


def path_of(path: str) -> str:
    """Where the packed form of a readable file stands."""
    return f"{os.path.splitext(path)[0]}.packed"


def packed_table(path: str) -> Table:
    """The packed table of the readable file at `path`."""
    return Table(mapped(path))


def mapped(path: str) -> mmap.mmap:
    """The packed bytes of the readable file at `path`, of which only what is used is ever read."""
    with open(path_of(path), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
