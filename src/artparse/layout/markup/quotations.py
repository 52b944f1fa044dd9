"""Quotations that elements set off: who said them, and those that say again what the article says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel
from artparse.layout.lines.units import Unit
from artparse.layout.markup.rules import above, body_kind
from artparse.patterns import pattern

LONGEST_SIGNATURE = 160
"""Code points of a line that says who said the words above it."""
LEAST_REPEATED = 20
"""Code points of words that a page sets off, and has in a paragraph as well."""
INNERMOST = 6
"""Words of the elements around a unit that are looked at."""
SET_OFF = frozenset(("<aside>", "<blockquote>", "<figure>", "pullquote"))
"""Words around what a page sets off from its text."""
MARKS = " \"'“”„‘’«»‹›"
_DASH = pattern(r"[—–―-]{1,2}\s?[^\W\d_]")


def is_signature(unit: Unit, quoted: Unit, parents: Sequence[int]) -> bool:
    """Whether a unit says who said what is `quoted` above it: a `cite`, the `footer` or what a dash opens in
    it or right below it, the caption of its figure."""
    words, text = unit.hints.words[-INNERMOST:], unit.text
    if body_kind(quoted) != "blockquote" or len(text) > LONGEST_SIGNATURE:
        return False
    if "<blockquote>" in words:
        return words[-1] in ("<cite>", "<footer>") or _DASH.match(text) is not None
    if unit.hints.tag == "figcaption":
        return parents[unit.hints.element] in above(quoted.hints.element, parents)
    return _DASH.match(text) is not None and not unit.says.is_ended


def with_signatures(labels: Labels, units: Sequence[Unit], parents: Sequence[int]) -> list[LineLabel]:
    """`labels`, where a line that says whose words a quotation of the body is, is of it."""
    result = list(labels)
    for i in range(1, len(units)):
        quoted = result[i - 1] == "paragraph" and result[i] != "paragraph"
        if quoted and is_signature(units[i], units[i - 1], parents):
            result[i] = "paragraph"
    return result


def without_repeated(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where what a page sets off in large letters is not of the body, which has it, too."""
    set_off = [i for i, label in enumerate(labels) if label in BODY_LINES and is_set_off(units[i])]
    if not set_off:
        return list(labels)
    said = said_in(unit.text for i, unit in enumerate(units) if labels[i] in BODY_LINES and i not in set_off)
    repeated = {i for i in set_off if is_repeated(units[i].text, said)}
    return ["between" if i in repeated else label for i, label in enumerate(labels)]


def said_in(texts: Iterable[str]) -> str:
    """What paragraphs say, to be compared with `is_repeated`."""
    return "\n".join(texts).lower()


def is_set_off(unit: Unit) -> bool:
    """Whether an element around a unit sets it off from the text."""
    words = unit.hints.words[-INNERMOST:]
    return not SET_OFF.isdisjoint(words) or ("pull" in words and "quote" in words)


def is_repeated(text: str, said: str) -> bool:
    """Whether `said`, in small letters, has the words of a line, marks around them aside."""
    words = text.strip(MARKS).lower()
    return len(words) >= LEAST_REPEATED and words in said
