"""Which lines may be the headline: those before the body that are likeliest by their labels, those that its
first paragraphs take up most, those right above it.

In a hard-wrapped text the first lines of a paragraph are candidates too, as a headline that fills its line
looks like one. What is measured of each is in `title_measures`, which one is taken in `titles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from artparse.article import Span
from artparse.layout.labels import Labels, first_of
from artparse.layout.lines.datelines import dateline_of
from artparse.layout.lines.eastern_signs import reason_in_east
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.look import Look, said_in
from artparse.layout.lines.shown import shows_picture
from artparse.layout.lines.signs import is_wire_note
from artparse.layout.lines.trails import is_home
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import folded
from artparse.layout.lines.wrapping import WIDEST_WRAP, WITHIN
from artparse.patterns import pattern
from artparse.values import NamedTuple, replace

REACH = 150
"""Units before the body that are looked at."""
INTO = 2
"""Units of the body that are looked at, as a headline is sometimes taken for its first."""
OPENING = 8
"""Paragraphs that a headline is compared with."""
LONGEST = 260
"""Code points."""
SHORTEST = 8
"""Letters of a candidate whose words do not tell what it is about."""
FAVOURITES, ECHOES, NEAREST = 8, 6, 3
"""Candidates that are ranked: those that the labels speak for most, those that share most words with the
body's start, those right before it."""
MOST_LINES = 3
"""Lines of a wrapped paragraph that may be a headline of their own."""
REACHED = (MOST_LINES + 2) * WIDEST_WRAP
"""Code points of a wrapped paragraph that are searched for its lines."""
FAR = 99
"""Distance to what is not there."""
SIGNED = ("byline", "published")
"""The labels of a line of credits."""
BESIDE = 5
"""Lines before and behind a candidate that are looked at for those of a menu."""
MOST_STEPS, LONGEST_STEP = 6, 60
"""Lines of a trail before the headline, and code points of one."""
LONGEST_CUE = 40
"""Code points of a line that says what it is."""
NO_TITLE = frozenset(("metadata", "share", "comment", "footer", "navigation"))
"""What lines in Chinese, Japanese and Korean say that they are that are no headlines."""
MENU = 25
"""Code points of a line that may stand in a menu."""
BELOW_SIGNED = 8
"""Lines above one that tells what a picture shows that may be the byline."""
_OPEN = frozenset(":,;")
"""Ends of a line that the same sentence goes on behind."""
_TIMED = pattern(r"[0-9]{1,2}[.:][0-9]{2}\s")
"""What an entry of a live report, or a list of them, opens with: `14.40 Lower town is told to leave`."""
_LINE = pattern(r"[^\s][^\r\n]*")


class Option(NamedTuple):
    """A line, or the first lines of a wrapped paragraph, that may be the headline."""

    unit: int
    head: Unit
    """The line itself, or the part of the unit."""
    tail: Unit | None
    """What is left of the unit."""
    breaks: int = 0
    """Line breaks in the head."""
    last: str = ""
    """The last line of a head of several."""
    following: str = ""
    """The line behind the head, in the same unit."""


def reach_of(labels: Labels) -> int:
    """Number of units from the start that a headline may be among."""
    first = first_of(labels)
    return min(len(labels), REACH if first == len(labels) else first + INTO)


def may_be_title(unit: Unit, look: Look, label: str) -> bool:
    """Whether a line may be the headline by itself."""
    return (
        not unit.hints.given
        and len(unit.text) <= LONGEST
        and look.length >= SHORTEST
        and bool(look.content or label == "title")
        and not is_wire_note(unit.text)
        and not _TIMED.match(unit.text)
        and reason_in_east(unit.text) not in NO_TITLE
    )


def _may_open_with_title(unit: Unit) -> bool:
    """Whether the first lines of a wrapped paragraph may be something else than the rest."""
    return not unit.hints.given and any(odds > WITHIN for odds in unit.breaks[:MOST_LINES])


class Setting:
    """What the candidates of a page are measured against."""

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        looks: Sequence[Look],
        labels: Labels,
        margins: Sequence[float],
    ) -> None:
        self.text = text
        self.units, self.looks, self.labels, self.margins = units, looks, labels, margins
        self.first = first_of(labels)
        paragraphs = (i for i in range(self.first, len(units)) if labels[i] == "paragraph")
        opening = list(islice(paragraphs, OPENING))
        self.said, self.again, self.keys = said_in(looks[i].content for i in opening)
        self.lead = looks[opening[0]].content if opening else set()
        self.signed = [i for i in range(self.first) if labels[i] in SIGNED]
        self.short = [len(unit.text) < MENU for unit in units[: self.first + INTO + BESIDE]]
        """Whether each of the first units may stand in a menu."""
        self.steps = _steps(units[: self.first + INTO])
        self.known: dict[int, tuple[int, float]] = {}
        """Of each line that may be the headline, what it shares with the body's start (see `known_of`)."""
        self.times: dict[str, int] = {}
        """Of each candidate's text, how many lines say just that."""
        self.saying: dict[str, list[int]] = {}
        """Of each word, the lines that may be the headline and have it."""
        self._texts: set[str] | None = None

    @property
    def texts(self) -> set[str]:
        """What the lines say; asked of hard-wrapped text alone."""
        if self._texts is None:
            self._texts = {unit.text for unit in self.units}
        return self._texts

    def known_of(self, content: set[str], i: int) -> tuple[int, float]:
        """How many words of a line, and which share, the body's start has too."""
        known = len(content & (self.said if i < self.first else self.again))
        return known, known / len(content) if content else 0.0


def _steps(units: Sequence[Unit]) -> list[int]:
    """For each line the number of short lines back to one that names a site's first page, as a trail does."""
    found, steps = [], FAR
    for unit in units:
        found.append(steps if steps <= MOST_STEPS else FAR)
        steps = FAR if len(unit.text) > LONGEST_STEP else 1 if is_home(unit.text) else steps + 1
    return found


def options_of(page: Setting) -> list[Option]:
    """The candidates that are ranked, in order."""
    text, units, looks, labels, margins = page.text, page.units, page.looks, page.labels, page.margins
    start = max(0, page.first - REACH)
    free = [
        i
        for i in range(start, min(reach_of(labels), len(margins)))
        if may_be_title(units[i], looks[i], labels[i]) or _may_open_with_title(units[i])
    ]
    for i in free:
        page.known[i] = page.known_of(looks[i].content, i)
        for word in looks[i].content:
            page.saying.setdefault(word, []).append(i)
    echo = {i: -page.known[i][1] * min(page.known[i][0], 6) for i in free}
    chosen = set(sorted(free, key=lambda i: -margins[i])[:FAVOURITES])
    chosen.update(sorted(free, key=lambda i: (echo[i], -i))[:ECHOES])
    chosen.update([i for i in free if i < page.first][-NEAREST:])
    found = []
    for i in sorted(chosen):
        unit = units[i]
        if unit.text[-1] == "." and dateline_of(unit.text, None):
            continue  # the first sentence of a wire story
        if _is_shared(unit.text, looks[i], page) or _is_of_picture(page, i):
            continue
        lines = _lines(text, unit)
        heads: list[Option] = []
        for k, (line, following) in enumerate(pairwise(lines[: MOST_LINES + 1])):
            head = _part(text, unit, unit.span[0], line[1])
            if (
                unit.breaks[k] > WITHIN
                and head.text[-1] not in _OPEN
                and SHORTEST <= len(head.text) <= LONGEST
            ):
                tail = replace(_part(text, unit, following[0], unit.span[1]), gap=1)
                last = text[slice(*line)] if k else ""
                heads.append(Option(i, head, tail, k, last, text[slice(*following)]))
        whole = [Option(i, unit, None, len(unit.breaks), text[slice(*lines[-1])] if lines else "")]
        # What stands alone as well ends there; a last line that says what it is is no part of it.
        alone = [option for option in heads if option.head.text in page.texts or _says_what(option)]
        found += alone or [*(whole if len(unit.text) <= LONGEST else []), *heads]
    return found


def _says_what(option: Option) -> bool:
    """Whether all that is left of a candidate's unit is a line such as `Getty Images` or `Advertisement`."""
    left = option.tail.text if option.tail else ""
    return left == folded(option.following) and len(left) <= LONGEST_CUE and facts_of(left).reason is not None


def _is_shared(text: str, look: Look, page: Setting) -> bool:
    """Whether a line shows another to be shared: `Share this story: HEADLINE`."""
    if not any(cue.startswith("kshare^") for cue in look.cues):
        return False
    shared = text.partition(":")[2].strip()
    return any(page.units[i].text == shared for i in page.known)


def _is_of_picture(page: Setting, i: int) -> bool:
    """Whether a line below the byline tells what a picture shows."""
    return any(i - BELOW_SIGNED <= k < i for k in page.signed) and shows_picture(page.units, i)


def _part(text: str, unit: Unit, start: int, end: int) -> Unit:
    return Unit((start, end), folded(text[start:end]), unit.gap, unit.hints)


def _lines(text: str, unit: Unit) -> list[Span]:
    """The first lines of a wrapped paragraph; none where it is one line."""
    if not unit.breaks:
        return []
    start, end = unit.span
    lines = islice(_LINE.finditer(text, start, min(end, start + REACHED)), len(unit.breaks) + 1)
    return [(m.start(), m.start() + len(m[0].rstrip())) for m in lines]
