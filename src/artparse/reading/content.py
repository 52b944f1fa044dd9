"""The input of one record, before anything of it is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from artparse.article import FailureKind, KeptField
from artparse.errors import ArtparseError, crash
from artparse.reading.document import NO_EVIDENCE, Evidence
from artparse.values import NamedTuple

SHORT = 1 << 17
"""Bytes that are hashed sooner than OpenSSL's library is loaded, which then takes a tenth of the time."""
TOO_DEEP = "nested too deep to be read"


class Content(NamedTuple):
    """What a reader is given: the bytes, and the text where the caller had it already.

    It can be sent to another process: it holds all that is needed to read the record.
    """

    data: bytes
    text: str | None = None
    """Given instead of bytes by the Python API; `data` is then its UTF-8."""
    name: str | None = None
    """File name, for what the bytes leave open; null for standard input and the API."""
    format: str = "auto"
    """One of the names in `READERS`; `auto` where it is still to be found out."""
    record: int | None = None
    """1-based number inside an input that holds many."""
    encoding: str | None = None
    """What the envelope (an e-mail's or a server's header) says of it."""
    evidence: Evidence = NO_EVIDENCE
    """What the envelope says of the article."""
    id: str | None = None
    """The record's own identifier in the input."""
    own: Mapping[str, Any] | None = None
    """The input's own fields, of which `split` keeps those that are asked for."""
    fields: tuple[KeptField, ...] = ()
    """Those of the input's own fields that were asked for."""
    keep: tuple[str, ...] = ()
    """Names of fields that are asked for, where they are found only when the record is read."""
    given: bool = False
    """Whether the envelope says that this is the article's text, and has its title apart."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal digits."""
        return sha256_of(self.data)


def sha256_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    if len(data) < SHORT:
        try:
            made = _small_sha256()(data)
        except ImportError:  # Left out of this Python.
            pass
        else:
            return str(made.hexdigest())
    from hashlib import sha256

    return sha256(data).hexdigest()


@cache
def _small_sha256() -> Any:
    """What Python has beside OpenSSL."""
    return import_module("_sha256" if sys.version_info < (3, 12) else "_sha2").sha256


class Broken(NamedTuple):
    """A record of an input that holds many, and that cannot be read itself."""

    record: int
    kind: FailureKind
    message: str


Item = TypeVar("Item")


def guarded(record: int, make: Callable[[], Item]) -> Item | Broken:
    """What `make` makes of a record; `Broken` where it fails, so that it costs no other record."""
    try:
        return make()
    except Exception as error:
        return broken_by(error, record)


def broken_by(error: Exception, record: int) -> Broken:
    """What stands in the place of a record that `error` was raised for."""
    if isinstance(error, ArtparseError):
        return Broken(record, error.kind, error.message)
    if isinstance(error, RecursionError):
        return Broken(record, "broken", TOO_DEEP)
    return Broken(record, "crashed", crash(error))
