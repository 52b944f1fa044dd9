"""What is measured of each line that may be the headline: what the labels would lose with it as the title,
how much of it the first paragraphs take up, how it and the lines beside it look, where it is said again.

The candidates come from `candidates`; trees over these measures choose one (`choice`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from artparse.layout.labels import NUMBER_OF_LABEL, Labels
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.languages import all_common_words
from artparse.layout.lines.look import NUMBER_OF_END, Look, cued
from artparse.layout.lines.units import Unit
from artparse.layout.lines.wrapping import WITHIN
from artparse.layout.titles.candidates import BESIDE, FAR, Option, Setting, options_of
from artparse.trees import named

SURE = 99.0
"""Log odds of a break behind a whole unit."""
UNKNOWN = -20.0
"""Log odds by a second model where there is none."""
ALIKE = 0.6
"""Share of words of the shorter of two lines that the other has, where both say the same."""
_CUES = (
    "kshare",
    "kcaption",
    "krelated",
    "kbyline",
    "kadvert",
    "kfooter",
    "date",
    "time",
    "url",
    "names",
    "label",
)
_SIGNS = ("kbyline", "date", "time", "names")
"""What marks of a line begin with that is a byline or a date."""
_NO_CUES = (False,) * len(_CUES)

OF_PAGE = ("labelled", "most of body's start", "first of body", "candidates", "units")
"""What is measured of all of a page, in order; all that is of there being no headline."""
LOOKS = (
    *("code points", "words", "end", "small letters", "label", "prose", "common words", "cues"),
    "gap",
)
"""What is measured of a line and of those beside it, in order; of those two lines away the first `FEW`."""
FEW = 6
JOINTS = (
    *("code points", "words", "end", "small letters", "capitals of words", "common words", "names"),
    *("signs of byline", "cues"),
)
"""What is measured of a line of a wrapped paragraph."""
MEASURES = (
    *OF_PAGE,
    *("margin", "rank of margin", "words known", "share of words known", "weight of words known"),
    *("rank of weight", "before body", "place", "before byline below", "behind byline above"),
    *("bylines below", "steps", "short lines above", "short lines below"),
    *("key words", "words of lead", "capitals", "capitals of words", "colon", "bars", "copyright", "digits"),
    *named("mark", _CUES),
    *LOOKS,
    *named("above", LOOKS),
    *named("below", LOOKS),
    *named("two above", LOOKS[:FEW]),
    *named("two below", LOOKS[:FEW]),
    *("margin above", "margin below", "words shared above", "words shared below", "trail above", "tail"),
    *named("last", JOINTS),
    *named("following", JOINTS),
    *("odds of its break", "most odds of a break in it", "breaks in it", "ends with a common word"),
    *("said alike above", "said alike below", "times alike above", "times alike below"),
    *("within another", "has another", "times", "times before", "times among candidates"),
    *("likelier known above", "likelier known below", "weightier below"),
    *("odds", "odds to best", "best odds"),
)
"""The columns of a row."""
MARGIN = MEASURES.index("margin")
"""Where in a row is what the labels would lose with the candidate as the headline."""
_NO_LINE = (-1.0,) * len(LOOKS)


def measured(
    text: str,
    units: Sequence[Unit],
    looks: Sequence[Look],
    labels: Labels,
    margins: Sequence[float],
    odds: Sequence[float] = (),
) -> tuple[list[Option], list[list[float]]]:
    """The candidates, and the `MEASURES` of each; behind them those of there being no headline.

    `margins` says how much worse than the best each of the first units would be as the title (see
    `model.margins_of`); `odds` what a second model says of each being it, where there is one; `text` is
    the source text, empty where no line of it is to be looked at.
    """
    page = Setting(text, units, looks, labels, margins)
    options = options_of(page)
    page.times = dict.fromkeys((o.head.text for o in options), 0)
    for unit in units:
        if unit.text in page.times:
            page.times[unit.text] += 1
    shown = [o.head.says.look if o.tail else looks[o.unit] for o in options]
    known = [page.known_of(look.content, o.unit) for o, look in zip(options, shown, strict=True)]
    weights = [share * min(count, 6) for count, share in known]
    favourites = _ranks([-margins[o.unit] for o in options], [-margins[i] for i in page.known])
    others = _Others(page)
    echoes = _ranks([-w for w in weights], [-w for w in others.weights])
    of_page = (  # `OF_PAGE`
        float("title" in labels),
        max(weights, default=0.0),
        float(page.first),
        float(len(options)),
        float(len(units)),
    )
    said = [odds[o.unit] for o in options] if odds else [UNKNOWN] * len(options)
    likeliest = max(said, default=UNKNOWN)
    lines = _Lines(page)
    rows = []
    for k, (option, look) in enumerate(zip(options, shown, strict=True)):
        i = option.unit
        row = [*of_page, margins[i], favourites[k], *known[k], weights[k], echoes[k]]
        row += _place(page, i)
        row += _look(page, option.head.text, look)
        row += _around(page, lines, option, look)
        row += _repeated(page, options, shown, k)
        row += others.against(i, known[k][0], weights[k])
        row += [said[k], said[k] - likeliest, likeliest]
        rows.append(row)
    rows.append([*of_page, *[-1.0] * (len(rows[0]) - len(of_page) if rows else 0)])
    return options, rows


class _Lines:
    """How the lines of a page look, each measured once."""

    def __init__(self, page: Setting) -> None:
        self.page = page
        self.seen: dict[int, tuple[float, ...]] = {}

    def __getitem__(self, i: int) -> tuple[float, ...]:
        page = self.page
        if not 0 <= i < len(page.units):
            return _NO_LINE
        if i not in self.seen:
            self.seen[i] = _line(page.units[i], page.looks[i], page.labels[i])
        return self.seen[i]


def _line(unit: Unit, look: Look, label: str) -> tuple[float, ...]:
    """The measures `LOOKS`."""
    text = unit.text
    return (
        float(len(text)),
        float(look.parts),
        NUMBER_OF_END[unit.says.end],
        look.lower / look.parts,
        NUMBER_OF_LABEL[label],
        float(look.prose),
        look.common / look.count if look.count else 0.0,
        float(bool(look.cues)),
        float(min(unit.gap, 4)),
    )


def _ranks(values: Sequence[float], among: Sequence[float]) -> list[int]:
    """How many of others are less than each value."""
    order = sorted(among)
    return [bisect_left(order, value) for value in values]


def _place(page: Setting, i: int) -> list[float]:
    """From "before body" to "short lines below"."""
    signed, short = page.signed, page.short
    before, after = bisect_left(signed, i), bisect_right(signed, i)
    return [
        page.first - i,
        i,
        signed[after] - i if after < len(signed) else FAR,
        i - signed[before - 1] if before else FAR,
        len(signed) - after,
        page.steps[i] if i < len(page.steps) else FAR,
        sum(short[max(0, i - BESIDE) : i]),
        sum(short[i + 1 : i + 1 + BESIDE]),
    ]


def _look(page: Setting, text: str, look: Look) -> list[float]:
    """From "key words" to the marks."""
    words = text.split()
    return [
        len(look.content & page.keys),
        len(look.content & page.lead),
        text.isupper(),
        sum(word[0].isupper() for word in words) / len(words),
        ":" in text[1:-1],
        "|" in text or ">" in text,
        "©" in text,
        0 if text.replace(" ", "").isalpha() else sum(map(str.isdigit, text)),
        *(cued(look.marks, _CUES) if look.marks else _NO_CUES),
    ]


def _around(page: Setting, lines: _Lines, option: Option, look: Look) -> list[float]:
    """How it and the lines beside it look, to "ends with a common word"."""
    i, margins, looks = option.unit, page.margins, page.looks
    own = lines[i]
    if option.tail:
        own = _line(option.head, look, page.labels[i])
        tail = option.tail.says.look
        following = _line(option.tail, tail, page.labels[i]), lines[i + 1]
        shared = len(look.content & tail.content)
    else:
        following = lines[i + 1], lines[i + 2]
        shared = len(look.content & looks[i + 1].content) if i + 1 < len(looks) else -1
    return [
        *own,
        *lines[i - 1],
        *following[0],
        *lines[i - 2][:FEW],
        *following[1][:FEW],
        margins[i - 1] - margins[i] if i else -50,
        margins[i + 1] - margins[i] if i + 1 < len(margins) else -50,
        len(look.content & looks[i - 1].content) if i else -1,
        shared,
        i > 0 and page.units[i - 1].text[-1] in ">›/|»",
        option.tail is not None,
        *_joint(option.last),
        *_joint(option.following),
        *_odds(option, page.units[i].breaks),
        option.head.text.rsplit(None, 1)[-1].lower() in all_common_words(),
    ]


def _odds(option: Option, breaks: Sequence[float]) -> tuple[float, ...]:
    """Log odds of the break behind a part of a wrapped paragraph being a true one, and of those in it."""
    k = option.breaks
    return breaks[k] if option.tail else SURE, max(breaks[:k], default=2 * WITHIN), float(k)


def _joint(line: str) -> tuple[float, ...]:
    """How a line of a wrapped paragraph looks by itself: `JOINTS`."""
    if not line:
        return _NO_LINE
    said = facts_of(line)
    look = said.look
    words = line.split()
    return (
        float(len(line)),
        float(len(words)),
        NUMBER_OF_END[said.end],
        look.lower / look.parts,
        sum(word[0].isupper() for word in words) / len(words),
        float(look.common),
        float(said.is_names),
        float(any(mark.startswith(_SIGNS) for mark in look.marks)),
        float(any(mark[0] == "k" for mark in look.marks)),
    )


def _repeated(page: Setting, options: Sequence[Option], shown: Sequence[Look], k: int) -> list[float]:
    """Where a candidate is said again, in the same words or in others."""
    text, content = options[k].head.text, shown[k].content
    ahead = behind = 0.0
    alike = [0, 0]
    own = options[k].unit
    for j in {j for word in content for j in page.saying.get(word, ())}:
        if j != own:
            other = page.looks[j].content
            share = len(content & other) / min(len(content), len(other))
            if j < own:
                ahead = max(ahead, share)
            else:
                behind = max(behind, share)
            alike[j > own] += share >= ALIKE
    within = has = 0
    for option in options:
        line = option.head.text
        if line != text and option.unit != own:
            if len(line) > len(text):
                within = within or (1 if line.endswith(text) else 2 if line.startswith(text) else 0)
            elif len(line) > 24:
                has = has or (1 if text.endswith(line) else 2 if text.startswith(line) else 0)
    same = [o.unit for o in options if o.head.text == text]
    return [ahead, behind, *alike, within, has, page.times[text], same.index(own), len(same)]


class _Others:
    """The lines that may be the headline, in order, and how many words each shares with the body's start."""

    def __init__(self, page: Setting) -> None:
        self.lines = list(page.known)
        self.counts = [count for count, _ in page.known.values()]
        self.weights = [share * min(count, 6) for count, share in page.known.values()]
        self.first = bisect_left(self.lines, page.first)

    def against(self, i: int, known: int, weight: float) -> list[float]:
        """How many of them before and behind a candidate share more."""
        before, after = bisect_left(self.lines, i), bisect_right(self.lines, i)
        return [
            sum(map(known.__lt__, self.counts[:before])),
            sum(map(known.__lt__, self.counts[after : self.first])),
            sum(map(weight.__le__, self.weights[after : self.first])),
        ]
