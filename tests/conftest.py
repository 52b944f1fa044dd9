"""No test measures time, not even by a library's default; and what many of them share."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import settings

from support.browser import browser, opened, site

__all__ = ["browser", "opened", "site"]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Hundreds of processes are started here; where a container forbids Python to keep what it compiles, each
# of them would compile the whole program.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests run first, so that what is left for the last is short and workers end together."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
