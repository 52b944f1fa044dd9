"""What goes wrong, as exceptions that carry their kind and one line for the reader."""

from __future__ import annotations

from artparse.article import FailureKind


class ArtparseError(Exception):
    """An input that gives no article.

    `kind` is the error record's `error.kind`; the message is one line that says what is
    wrong and what to do about it.
    """

    def __init__(self, kind: FailureKind, message: str) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind
        self.message = message


def crash(error: Exception) -> str:
    """One line that reports a bug of artparse's own."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    return f"artparse failed on it, please report this: {reason}"
