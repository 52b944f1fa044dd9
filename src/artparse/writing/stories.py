"""The same story in several articles: wire copies, later versions, shortened ones.

Two articles are of one story where at least `LEAST_SHARE` of the four-word sequences of the shorter
one are in the other, as their MinHash signatures estimate it. Signatures need `artparse[dedupe]`;
without it there are none, and nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from artparse.article import Article
from artparse.values import NamedTuple

WORDS_OF_SEQUENCE = 4
"""Of a sequence."""
LEAST_SEQUENCES = 24
"""Sequences that an article must have to be compared: less is said in many ways alike."""
LEAST_SHARE = 0.5
PERMUTATIONS = 128
BAND = 2
"""Values of a signature that two articles must have alike at some place to be compared."""
MOST_COMPARED = 8
"""Articles of a band's value that the next one of it is compared with."""
SEED = 20
BYTES_OF_VALUE = 4
"""Bytes of a value."""


class Signature(NamedTuple):
    """What is kept of an article to compare it."""

    values: bytes
    sequences: int
    """How many it has, repeated ones once."""


def comparable() -> bool:
    """Whether the library is there."""
    return _minhash() is not None


def signature(article: Article) -> Signature | None:
    """The signature of the article's body; null for a short one, or without the library."""
    minhash = _minhash()
    words = re.findall(r"\w+", article.body.casefold())
    sequences = {
        " ".join(words[i : i + WORDS_OF_SEQUENCE]) for i in range(len(words) - WORDS_OF_SEQUENCE + 1)
    }
    if minhash is None or len(sequences) < LEAST_SEQUENCES:
        return None
    made = minhash(PERMUTATIONS, SEED)
    made.update([sequence.encode("utf-8", "surrogatepass") for sequence in sequences])
    values = b"".join(value.to_bytes(BYTES_OF_VALUE, "big") for value in made.digest())
    return Signature(values, len(sequences))


def share(one: Signature, other: Signature) -> float:
    """Of the sequences of the shorter article, how many the other has, 0 to 1."""
    equal = sum(
        one.values[i : i + BYTES_OF_VALUE] == other.values[i : i + BYTES_OF_VALUE]
        for i in range(0, BYTES_OF_VALUE * PERMUTATIONS, BYTES_OF_VALUE)
    )
    alike = equal / PERMUTATIONS
    common = alike / (1 + alike) * (one.sequences + other.sequences)
    return min(common / min(one.sequences, other.sequences), 1.0)


def stories(signatures: Sequence[Signature | None]) -> list[tuple[int, float | None]]:
    """Of each article the index of the first one of its story, and the largest share that it has with
    another of it; itself and null for one that is alone."""
    first = list(range(len(signatures)))
    shares: list[float | None] = [None] * len(signatures)

    def root(i: int) -> int:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for i, j in _candidates(signatures):
        one, other = signatures[i], signatures[j]
        assert one and other
        common = share(one, other)
        if common >= LEAST_SHARE:
            for k in (i, j):
                shares[k] = max(shares[k] or 0.0, round(common, 2))
            a, b = sorted((root(i), root(j)))
            first[b] = a
    return [(root(i), common) for i, common in enumerate(shares)]


def _candidates(signatures: Sequence[Signature | None]) -> Iterator[tuple[int, int]]:
    """Pairs that have a band alike, each once; few of those that very many have alike."""
    seen: set[tuple[int, int]] = set()
    for place in range(0, BYTES_OF_VALUE * PERMUTATIONS, BYTES_OF_VALUE * BAND):
        buckets: dict[bytes, list[int]] = {}
        for i, one in enumerate(signatures):
            if one is None:
                continue
            bucket = buckets.setdefault(one.values[place : place + BYTES_OF_VALUE * BAND], [])
            for j in bucket:
                if (j, i) not in seen:
                    seen.add((j, i))
                    yield j, i
            if len(bucket) < MOST_COMPARED:
                bucket.append(i)


@cache
def _minhash() -> Any:
    """The class of the library, where it is installed."""
    try:
        from rensa import RMinHash
    except ImportError:
        return None
    return RMinHash
