"""What people are reported to have said without quotation marks."""

from __future__ import annotations
