"""The features of a stretch, in their order: a table of functions of one signature.

They are classes of words, never words: there are too few articles to learn words from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from artparse.quotes.choice.nobody.around import around, named, people
from artparse.quotes.choice.nobody.chosen import chosen, neighbours
from artparse.quotes.choice.nobody.looks import looks, stands, talks
from artparse.quotes.choice.nobody.view import Own, View, own_of

FEATURES: tuple[Callable[[View, int, Own], Iterator[str]], ...] = (
    looks,
    talks,
    stands,
    around,
    named,
    people,
    chosen,
    neighbours,
)


def features_of(view: View, number: int) -> list[str]:
    """The names of the features of a stretch, beside those of its article."""
    own = own_of(view, number)
    return [name for features in FEATURES for name in features(view, number, own)]
