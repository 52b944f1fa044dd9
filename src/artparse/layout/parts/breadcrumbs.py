"""The trail that leads to an article on its site: `Home > News > Transport`."""

from __future__ import annotations

from collections.abc import Container, Sequence

from artparse.article import Span
from artparse.layout.lines.trails import homes, steps_in
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

REACH = 12
"""Units before the headline that are searched."""
LONGEST = 160
"""Code points of a trail on one line, without the headline."""
LONGEST_STEP = 40
MOST_STEPS = 6
TRAILS = frozenset(("ariane", "migas", "pfad", "trail"))
"""Words of class names of trails, beside all that have `crumb` in them."""
MENUS = frozenset(("menu", "menubar", "navbar"))
"""Words of class names of menus."""
ALL_LINKED = 0.75
"""Share of linked words from which on a line is a link."""

_ARROW = pattern(r"\s*(?:>{1,2}|›|»|→|/|\||•)\s*", signs=">›»→/|•")
_GAP = pattern(r"\s{2,}|\t|\s*(?:>{1,2}|›|»|→|/|\||•)\s*")


def breadcrumb_of(
    text: str, units: Sequence[Unit], title: int | None, taken: Container[int]
) -> tuple[Span, tuple[str, ...]] | None:
    """Where the trail stands, and its steps without the headline; null where there is none.

    `taken` are the indexes of units that are something else, at which a trail ends.
    """
    if title is None:
        return None
    headline = units[title].text
    for i in range(title - 1, max(-1, title - REACH - 1), -1):
        start, end = units[i].span
        raw = text[start:end]
        if i in taken or len(units[i].text) > LONGEST + len(headline) or "://" in raw or _is_menu(units[i]):
            continue
        if units[i].text.endswith(headline) and (cut := _without(raw, headline)):
            raw = cut
        steps = steps_in(raw, text) or [s for s in _GAP.split(raw) if s]
        if steps[-1:] == [headline]:
            raw, steps = raw[: raw.rindex(headline)], steps[:-1]
        if len(steps) == 1 and raw != text[start:end]:
            steps = raw.split()
        arrows = len(_ARROW.findall(raw))
        home = bool(steps) and steps[0].lower() in homes()
        if not 1 <= len(steps) <= MOST_STEPS or any(len(s) > LONGEST_STEP for s in steps):
            continue
        if (home and (len(steps) > 1 or raw != text[start:end])) or (
            arrows > 1 and len(steps) > 2 and i >= title - 4
        ):
            raw = raw.rstrip(" \t>›»→/|•")
            return (start, start + len(raw)), tuple(" ".join(s.split()) for s in steps)
    for i in range(title - 2, max(-1, title - MOST_STEPS - 1), -1):
        if units[i].text.lower() in homes():
            stop = next((k for k in range(i, title) if k in taken), title)
            trail = [u for u in units[i:stop] if any(map(str.isalnum, u.text)) and u.text != headline]
            trail = list(filter(_is_trail, trail)) or trail
            if (
                all(len(u.text) <= 25 and u.gap == units[i + 1].gap for u in trail[1:])
                and 2 <= len(trail) <= 4
                and not _are_links(trail)
            ):
                return (units[i].span[0], trail[-1].span[1]), tuple(u.text for u in trail)
    return None


def _is_trail(unit: Unit) -> bool:
    """Whether the elements around a unit are there for a trail."""
    return any("crumb" in word or word in TRAILS for word in unit.hints.words)


def _is_menu(unit: Unit) -> bool:
    """Whether the elements around a unit are a menu's."""
    return not MENUS.isdisjoint(unit.hints.words) and not _is_trail(unit)


def _are_links(steps: Sequence[Unit]) -> bool:
    """Whether lines of a web page are links without anything between them, in nothing that is there for a
    trail: the page's menu, which opens with its first page, too."""
    return all(step.hints.links > ALL_LINKED for step in steps) and not any(map(_is_trail, steps))


def _without(raw: str, headline: str) -> str | None:
    """A line without the headline at its end, white space aside."""
    words = headline.split()
    at = raw.rfind(words[0])
    while at >= 0 and raw[at:].split() != words:
        at = raw.rfind(words[0], 0, at)
    return raw[:at].rstrip() if at > 0 else None
