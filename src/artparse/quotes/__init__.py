"""Paragraphs to quotes and speakers: which words were said, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.passages import Attributions, Passage

__all__ = ["Attributions", "Passage", "attribute"]


def attribute(
    text: str, passages: Sequence[Passage], language: str | None = None, authors: Sequence[str] = ()
) -> Attributions:
    """The quotes in `passages` of the source text `text`, with their speakers.

    `passages` are in source order and do not overlap; every span that comes back counts in
    code points of `text`. Where one of `authors` alone wrote the article, that is who says `I` outside
    quotation marks. Nothing outside the passages is looked at.
    """
    from artparse.quotes import attribution

    return attribution.attribute(text, passages, language, authors)
