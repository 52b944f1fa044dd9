"""The input of one record, before anything is known of its format."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader is given: the bytes, and the text where the caller had it already."""

    data: bytes
    text: str | None = None
    """Given instead of bytes by the Python API; `data` is then its UTF-8."""
    name: str | None = None
    """File name, for what the bytes leave open; null for standard input and the API."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal digits."""
        return sha256(self.data).hexdigest()
