"""Whether the words of a stretch are a whole utterance or a part of the reporter's sentence.

“We will rebuild it.”  ->  direct         it was “a disgrace”  ->  partial
“We will,” she said, “but late.”  ->  direct, direct
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import QuoteKind
from artparse.quotes.speech.marks import Stretch

LONGEST_INSERTION = 120
"""Code points, at most, that say who speaks between two pieces of an utterance."""


def is_whole(text: str, stretch: Stretch) -> bool:
    """Whether the words are an utterance: a capital first, and punctuation last or a clause before."""
    first = text[stretch.start]
    caseless = first.isalpha() and first.lower() == first.upper()
    if not first.isupper() and not caseless and first not in "[…¿¡":
        return False
    if text[stretch.end - 1] in ".,!?…—。！？" or not stretch.closed:
        return True
    before = text[max(0, stretch.outer[0] - 8) : stretch.outer[0]].rstrip()[-1:]
    return before in ("", ":", "：", ",", ".", "!", "?", "”", '"', "»", "“")


def kind_of(text: str, stretch: Stretch) -> QuoteKind:
    return "direct" if stretch.label is not None or is_whole(text, stretch) else "partial"


def goes_on_whole(text: str, before: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch goes on with the whole utterance before it, which only says who speaks interrupts."""
    between = text[before.outer[1] : stretch.outer[0]].rstrip()
    broken = text[before.end - 1] in ",–—" or between[:1] in (",", "–", "—")
    return broken and between[-1:] in (",", "–", "—") and len(between) <= LONGEST_INSERTION


def kinds_of(text: str, stretches: Sequence[Stretch], goes_on: Sequence[bool]) -> list[QuoteKind]:
    """The kinds of all stretches, in source order; the pieces of one utterance are of one kind."""
    found: list[QuoteKind] = []
    for number, stretch in enumerate(stretches):
        kind = kind_of(text, stretch)
        if number and goes_on[number] and kind != found[-1] == "direct":
            kind = "direct" if goes_on_whole(text, stretches[number - 1], stretch) else kind
        found.append(kind)
    return found
