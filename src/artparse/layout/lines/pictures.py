"""Pictures, and whose they are: `Photo: Jane Doe`, `Image caption The harbour`, `Photos by Sam Oduya`."""

from __future__ import annotations

from collections.abc import Iterable

from artparse.layout.lines.openers import byline_words
from artparse.layout.lines.words import words_of
from artparse.patterns import pattern

LONGEST = 400
"""Code points of a line that are searched for credits."""
OPENING = 16
"""Code points of a line in which the word stands that it opens with, a bracket before it or not."""
ENDS = frozenset(".!?")
"""What sentences end with."""

WORDS = (
    *("photo", "image", "foto", "bild", "picture", "video", "illustration", "grafik"),
    *("fotoğraf", "фото", "fot"),
)
"""What credits call a picture, whose colon stands before a name: `Foto: Jane Doe`."""
_KNOWN = frozenset((*WORDS, *(f"{word}s" for word in WORDS), "getty", "ap"))
"""Words without one of which there is no credit: looked up in less time than the whole search takes."""
_STEMS = (
    *("photo", "image", "fot", "bild", "picture", "video", "illustration", "grafik"),
    *("фото", "media", "getty", "via ap"),
)
"""In any line with a credit, and in any that says who took the pictures, is one of these."""
_CREDIT = pattern(
    rf"(?i)\(?\b(?:{'|'.join(WORDS)})s?\b(?:\s(?:credits?|source|copyright))?\s*[:/|](?!\s*\d)"
    r"|^(?:image|media|photo)\s(?:caption|copyright|source)\b"
    r"|\b(?:photo|foto|picture|image)s?\s+(?:by|courtesy|di|par|de|von)\s|\bfot\.\s"
    r"|\bgetty images\b|\bvia ap\b"
)
_OF_HEADING = pattern(
    r"(?i)\bcredits?\s?:\s|\((?-i:[A-Z\u00c0-\u00de][^()/,\d]{1,25}\s[A-Z\u00c0-\u00de][^()/,\d]{1,25}/[A-Z\u00c0-\u00de][^()/,\d]{1,40})\)\Z",
    signs=":(",
)
"""What no heading has: `The bell in 1931. Credit: Oxley Archive`, `Boats in the harbour (Jane Doe/AP)`."""
_TAKEN = pattern(
    r"(?i)\s(?=(?:photo(?:graph(?:y|ie)?)?s?|fotos?|bilder|pictures|illustrations?)\s(?:by|von|par|de|di|por)\b)"
)
"""Before the words for who took an article's pictures."""
_TAKER = pattern(
    r"(?i)[^,;/|()]+\((?:photos?|photography|pictures|photographies|photographe|fotos?|bilder|fotografías?|fotografias?"
    r"|fotografie|imágenes|imagens)\)",
    signs="(",
)
"""Who took them, with brackets behind the name: `and Sam Oduya (pictures)`."""
_QUOTES = frozenset('“”„«»"')
"""Quotation marks, which no byline has."""


def has_credit(text: str, words: Iterable[str]) -> bool:
    """Whether a line of these `words` says whose a picture is."""
    return not _KNOWN.isdisjoint(words) and _CREDIT.search(text, 0, LONGEST) is not None


def is_credited(text: str) -> bool:
    """Whether a line says whose a picture is: `Boats in the harbour. Photo: Jane Doe`."""
    if "©" in text or (_may_credit(text) and _CREDIT.search(text, 0, LONGEST) is not None):
        return True
    return _OF_HEADING.search(text, 0, LONGEST) is not None


def is_bare_credit(text: str) -> bool:
    """Whether a line opens with whose a picture is, and is no sentence: `(Photo: Jane Doe, ANP)`, `Image
    caption The harbour`."""
    may = len(text) <= LONGEST and text[-1] not in ENDS and _may_credit(text[:OPENING])
    return may and _CREDIT.match(text) is not None


def names_picture(text: str) -> bool:
    """Whether a line has a word for pictures, or for who sells them: no byline of an article's author has."""
    return (
        "©" in text or "(c)" in text.lower() or not byline_words()["of pictures"].isdisjoint(words_of(text))
    )


def is_foreign(text: str) -> bool:
    """Whether a line has what no byline has that nothing opens: words of pictures, quotation marks."""
    return not _QUOTES.isdisjoint(text) or names_picture(text)


def parted_before_takers(byline: str) -> str:
    """`byline`, parted before who took the pictures: `Jane Doe Photographs by Sam Oduya`."""
    return _TAKEN.sub(" | ", byline) if _may_credit(byline) else byline


def without_takers(byline: str) -> str:
    """`byline` without who took the pictures, where it names others: `Jane Doe (text), Sam Roe (photos)`."""
    return (_TAKER.sub("", byline).strip(" ,;|/") or byline) if "(" in byline else byline


def _may_credit(text: str) -> bool:
    """Whether a line has what is looked up in less time than a search for credits takes."""
    return any(map(text.lower().__contains__, _STEMS))
