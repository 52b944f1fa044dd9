"""Inputs that once failed, tried again."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[1] / "fuzz"


@pytest.mark.parametrize("path", sorted((FUZZ / "failed").iterdir()), ids=lambda path: path.name)
def test_what_once_failed_holds(path: Path) -> None:
    runpy.run_path(str(FUZZ / "run.py"))["check"](path.read_bytes(), path.suffix[1:])
