"""Who wrote an article in Chinese, Japanese or Korean by its own first or last words.

新华社东湖12月9日电（记者林晓禾）大桥…    (서울=동호뉴스) 한지우 기자 = 다리가…
…通车。（林晓禾）    …開通した。【森田由紀】
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import Labels
from artparse.layout.lines.eastern import is_eastern, is_name, signers_of
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

FIRST, LAST = 2, 2
"""Paragraphs from the first and from the last one that are looked at."""
OPENING = 60
"""Code points of a paragraph in which it says who reported."""
LEAST = 3
"""Signs of a name that ends an article with nothing that says what it is."""

_WITHIN = r"[（(【\[]([^（()）【】\[\]]{2,40})[）)】\]]"
_BRACKETS = pattern(_WITHIN, signs="（(【[")
_CLOSING = pattern(rf"{_WITHIN}\s*$", signs="（(【[")
_CITY = pattern(r"^[\u30a1-\u30fa\u30fc]{2,12}")
_WIRE = pattern(r"(?:[(\[][^)\]]{2,20}[)\]])?\s?([^=]{3,30}?)\s?=\s", signs="=")


def reporters_in(units: Sequence[Unit], labels: Labels) -> tuple[str, ...]:
    """The persons whom a body says in brackets that it is by; none in other languages."""
    body = [unit.text for unit, label in zip(units, labels, strict=True) if label == "paragraph"]
    for paragraph in body[:FIRST]:
        opening = paragraph[:OPENING]
        if not is_eastern(opening):
            continue
        wired = [match[1]] if (match := _WIRE.match(opening)) else []
        for said in (*wired, *(match[1] for match in _BRACKETS.finditer(opening))):
            if (signers := signers_of(said)) and signers.is_told:
                return signers.names
    for paragraph in reversed(body[-LAST:]):
        if (match := _CLOSING.search(paragraph)) and (names := _closing(match[1].strip())):
            return names
    return ()


def _closing(said: str) -> tuple[str, ...]:
    """The names between an article's last brackets: a single one, or those beside what tells, or beside the
    cities that they write from (`エルサレム森田由紀、カイロ金子淳`)."""
    abroad = [_CITY.sub("", part) for part in said.split("、")]
    if _CITY.match(said) and all(map(is_name, abroad)):
        return tuple(abroad)
    signers = signers_of(said)
    if signers is None:
        return ()
    alone = len(signers.names) == 1 and len(said) >= LEAST and is_name(said)
    return signers.names if signers.is_told or alone else ()
