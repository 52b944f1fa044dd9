"""What is asked for on the command line, as the program takes it."""

from __future__ import annotations

from artparse.reading import MAX_SIZE
from artparse.values import NamedTuple


class UsageError(Exception):
    """What is asked for cannot be done."""


class Asked(NamedTuple):
    """The paths and the value of each option; what an option is where it is not given."""

    paths: tuple[str, ...]
    """One at least."""
    output_format: str | None = None
    output: str | None = None
    input_format: str = "auto"
    keep_text: bool = False
    max_size: int = MAX_SIZE
    """Bytes."""
    jobs: int | None = None
    timeout: float = 60.0
    """Seconds."""
    max_memory: int | None = None
    """MiB."""
    resume: bool = False
    field: str | None = None
    keep: tuple[str, ...] = ()
    explain: bool = False
    site: str | None = None
    summary: str | None = None
    compare: str | None = None
    removed: bool = False
    quiet: bool = False
