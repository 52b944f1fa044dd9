"""No test measures time, not even by a library's default; and what many of them share."""

from __future__ import annotations

from hypothesis import settings

from support.browser import browser, opened, site

__all__ = ["browser", "opened", "site"]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
