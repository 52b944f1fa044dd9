"""The labelling model: a linear-chain conditional random field, and how its best labels are found.

J. Lafferty, A. McCallum, F. Pereira: Conditional Random Fields: Probabilistic Models for Segmenting
and Labeling Sequence Data, ICML 2001. It is trained by `training/layout`; here it is only asked, in
plain Python, as importing a library for it costs more time than labelling a page.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from artparse.data import FOLDER
from artparse.data.tables import Numbers, Table, packed_table
from artparse.values import dataclass

UNIT = 100
"""Scores are whole hundredths: they add up exactly, and the weights of all labels add up at once."""
SHORT = 60
"""A text of so many units at most has a model of its own, which learnt from shortened pages as well: people
copy an article by hand with little around it. Whole pages are labelled better by one that saw only such."""
NEVER = -(10**11)
"""The score of what cannot be."""
FEW = 1_000
"""Units whose scores are held unpacked."""
FIELD = 16
"""Bits of a label's weight among those of a feature: scores by a unit's own features stay below 327, which
is a hundred features of the largest weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights for each feature and label, and for each label after another."""

    labels: tuple[str, ...]
    states: Numbers
    """Of each feature, the weights for all labels (see `packed`)."""
    transitions: tuple[tuple[int, ...], ...]
    """`transitions[b][a]`: of label `b` after label `a`."""
    title: list[Any]
    """The trees that rank candidates for the headline (see `titles`); empty where only the labels tell."""
    admission: list[Any]
    """The trees that weigh this model's word and the first's (see `web`); empty where it is the first."""
    byline: tuple[float, ...]
    """The weights that choose the byline (see `bylines`)."""
    second: Sequence[Any] = ()
    """The trees that look at units of web pages a second time (see `second_look`); empty where none do."""
    heads: Sequence[Any] = ()
    """The trees that tell the body's headings from its paragraphs (see `headings`); empty where none do."""


def packed(weights: Sequence[float]) -> int:
    """One number for a feature's weights: hundredths, the first label's in the lowest bits."""
    return sum(round(UNIT * weight) << (FIELD * k) for k, weight in enumerate(weights))


def model_of(data: dict[str, Any], states: Table | None = None) -> Model:
    """The model that `data` (a loaded data file) holds, and the weights of features where it lacks them."""
    return Model(
        tuple(data["labels"]),
        data["states"] if states is None else states,
        tuple(tuple(round(UNIT * x) for x in row) for row in data["transitions"]),
        data.get("title", []),
        data.get("admission", []),
        tuple(data.get("byline", ())),
        data.get("second", ()),
        data.get("heads", ()),
    )


LONG, SHORTENED = "layout_model", "short_model"
"""The names of the models for long texts and for short ones."""
WEB, SHORT_WEB = "web_model", "short_web_model"
"""The names of the second models that they have (see `web`)."""
SECOND = {LONG: WEB, SHORTENED: SHORT_WEB}


def model_for(units: int, *, markup: bool) -> str:
    """The name of the model that labels a document of so many units."""
    return "markup_model" if markup else SHORTENED if units <= SHORT else LONG


@cache
def shipped_model(name: str) -> Model:
    """A model that comes with the package."""
    table = packed_table(os.path.join(FOLDER, f"{name}.json"))
    return model_of(json.loads(table.rest), table)


def weight_of(features: Iterable[str], model: Model) -> int:
    """The weights of several features together, packed."""
    return sum(filter(None, map(model.states.get, features)))


class Scores:
    """The score of each label in the packed weights of each unit, unpacked once where the units are few, else
    while they are gone through."""

    __slots__ = ("model", "page", "unpacked", "weights")

    def __init__(
        self,
        weights: Sequence[int],
        model: Model,
        unpacked: list[tuple[int, ...]] | None = None,
        page: int = 0,
    ) -> None:
        self.weights = weights
        self.model = model
        self.unpacked = unpacked
        self.page = page or len(weights)
        """Units of the page that these are of."""

    def __len__(self) -> int:
        return len(self.weights)

    def __getitem__(self, part: slice) -> Scores:
        return Scores(self.weights[part], self.model, self.unpacked and self.unpacked[part], self.page)

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        if self.unpacked is None and len(self.weights) <= FEW:
            self.unpacked = list(self._unpacked())
        return self._unpacked() if self.unpacked is None else iter(self.unpacked)

    def _unpacked(self) -> Iterator[tuple[int, ...]]:
        fields = struct.Struct(f"<{len(self.model.labels)}h")
        size, unpack, high = fields.size, fields.unpack, _highest(len(self.model.labels))
        for own in self.weights:
            yield unpack((own + high ^ high).to_bytes(size, "little"))


@cache
def _highest(count: int) -> int:
    """The highest bits of so many fields: with them flipped sums, some below zero, are two's complements."""
    return packed([2 ** (FIELD - 1) / UNIT] * count)
