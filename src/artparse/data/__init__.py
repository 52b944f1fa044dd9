"""The package's data files: one JSON file each, read once, when first asked for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> Any:
    """The content of `NAME.json` beside this file."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
