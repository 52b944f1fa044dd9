"""The weights that were learnt of reports, and how features of a word or place are weighed by them."""

from __future__ import annotations

import math
import zlib
from binascii import a2b_base64
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from artparse.quotes import model
from artparse.quotes.reports.words import WIDE

FILES = (
    *("report_cues.txt", "report_starts.txt", "report_ends.txt"),
    *("report_sources.txt", "report_sources_again.txt"),
)
ZLIB_HEAD, ZLIB_SUM = 2, 4
"""Bytes that zlib puts before and behind what is deflated."""
FINE, ZERO = 32, 128
"""So many steps of a weight make one; what stands for a weight of nothing."""


class Models(NamedTuple):
    """Of each number of a feature its weight, in `FINE`ths, `ZERO` added."""

    cues: bytes
    starts: bytes
    ends: bytes
    sources: bytes
    again: bytes
    """Of the same where that was not sure, with how likely somebody is the source of anything."""


@cache
def shipped() -> Models:
    """The models of the package."""
    return Models(*map(weights, FILES))


def weights(name: str) -> bytes:
    """The weights of one of the models in `data`, which are packed there (see `packed`)."""
    path = Path(model.__file__).parent / "data" / name
    return zlib.decompress(a2b_base64(path.read_bytes()), -zlib.MAX_WBITS, WIDE)


def packed(table: bytes) -> bytes:
    """The content of a file for some weights: deflated, without a checksum, which every start would check."""
    deflated = zlib.compress(table, 9)
    from base64 import encodebytes  # Training's alone.

    return encodebytes(deflated[ZLIB_HEAD:-ZLIB_SUM])


def total(table: bytes, keys: Sequence[int]) -> float:
    """The sum of the weights of some features: `itemgetter` takes all at once, in half the time."""
    if len(keys) < 2:  # Of one key `itemgetter` would make no tuple.
        return sum([table[key] - ZERO for key in keys]) / FINE
    weights: tuple[int, ...] = itemgetter(*keys)(table)
    return (sum(weights) - ZERO * len(keys)) / FINE


def chosen(table: bytes, rows: list[list[int]]) -> tuple[int, float]:
    """Which of some choices is the likeliest, and how likely it is; each has several features."""
    scores = [sum(itemgetter(*row)(table)) - ZERO * len(row) for row in rows]
    best = max(scores)
    return scores.index(best), 1 / sum([math.exp((score - best) / FINE) for score in scores])
