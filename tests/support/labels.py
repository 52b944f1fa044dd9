"""Labels of lines, written as words."""

from __future__ import annotations

from typing import cast, get_args

from artparse.layout.labels import LineLabel


def line_labels(words: str) -> list[LineLabel]:
    """The labels that `words` are, with `body` short for a paragraph."""
    labels = words.replace("body", "paragraph").split()
    assert set(labels) <= set(get_args(LineLabel))
    return cast(list[LineLabel], labels)
