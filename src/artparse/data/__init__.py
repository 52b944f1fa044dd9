"""The package's data files: one JSON file each, read once, when first asked for."""

from __future__ import annotations

import json
import os
from functools import cache
from itertools import chain
from typing import Any

FOLDER = os.path.dirname(__file__)


@cache
def load(name: str) -> Any:
    """The content of `NAME.json` beside this file."""
    with open(os.path.join(FOLDER, f"{name}.json"), "rb") as file:
        return json.loads(file.read())


@cache
def phrases(name: str, kind: str) -> frozenset[str]:
    """All phrases of a `kind` in `NAME.json`, which has them by language."""
    return frozenset(chain.from_iterable(load(name)[kind].values()))
