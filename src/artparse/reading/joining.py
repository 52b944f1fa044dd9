"""Two texts of a page without a space between them: one word, or two things that only style sets apart."""

from __future__ import annotations

TOGETHER, BEGUN, ENDED, APART = range(4)
"""Between two texts: no element's edge, an element's beginning, its end, its end and another's beginning."""
LEAST_LINK = 3
"""Letters, at least, of a link that is more than a piece of a word."""


def is_another(last: str, text: str, parted: int, links: bool) -> bool:
    """Whether two texts without a space between them are two things, which only style sets apart:
    `<b>Jane Doe</b><i>Reporter</i>`, `<b>Date:</b>3 May 2024`, `<i>03.05.24</i><i>10:15</i>`,
    `<b>Holm 2</b><b>Lee 1</b>`; two links are, but for letters of one word that was linked in pieces."""
    end, first = last[-1], text[0]
    if links and parted == APART and min(len(last), len(text)) >= LEAST_LINK:
        return end.isalnum() and first.isalnum()
    if end.islower():
        return first.isupper()
    if end == ":":
        return first.isalnum() and last[-2:-1].isalpha()
    return (
        parted == APART and end.isdigit() and (first.isdigit() or (first.isupper() and text[1:2].islower()))
    )
