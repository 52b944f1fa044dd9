"""Whether the words of a stretch are a whole utterance or a part of the reporter's sentence.

“We will rebuild it.”  ->  direct         it was “a disgrace”  ->  partial
"""

from __future__ import annotations

from artparse.article import QuoteKind
from artparse.quotes.speech.marks import Stretch


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
