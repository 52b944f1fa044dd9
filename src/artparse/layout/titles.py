"""Which line is the headline: the likeliest among those that stand before the body.

The labels of the neighbours decide for most lines; the headline is one of many, so a few candidates are
ranked against each other, by trees over what the labels would lose with each as the title, how much of it
the first paragraphs take up, what stands beside it, where it is said again. In a hard-wrapped text the
first lines of a paragraph are candidates too, as a headline that fills its line looks like one.

C. Burges: From RankNet to LambdaRank to LambdaMART, Microsoft Research MSR-TR-2010-82. The trees are grown by
`training/layout`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from artparse.article import Span
from artparse.layout.datelines import dateline_of
from artparse.layout.facts import facts_of
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.languages import all_common_words
from artparse.layout.look import Look, cued, said_in
from artparse.layout.model import Model
from artparse.layout.trails import is_home, last_step
from artparse.layout.trees import Portions, best_of, portions_of
from artparse.layout.units import Unit
from artparse.layout.words import folded
from artparse.layout.wrapping import WIDEST_WRAP, WITHIN
from artparse.patterns import pattern
from artparse.values import NamedTuple

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
SURE = 99.0
"""Log odds of a break behind a whole unit."""
MARGIN = 5
"""Where in a candidate's measures is what the labels would lose with it as the headline."""
UNKNOWN = -20.0
"""Log odds by a second model where there is none."""
FAR = 99
"""Distance to what is not there."""
BODY = ("paragraph", "heading")
SIGNED = ("byline", "published")
"""The labels of a line of credits."""
BESIDE = 5
"""Lines before and behind a candidate that are looked at for those of a menu."""
MOST_STEPS, LONGEST_STEP = 6, 60
"""Lines of a trail before the headline, and code points of one."""
LONGEST_CUE = 40
"""Code points of a line that says what it is."""
MENU = 25
"""Code points of a line that may stand in a menu."""
ALIKE = 0.6
"""Share of words of the shorter of two lines that the other has, where both say the same."""

LABELS = {
    label: float(k)
    for k, label in enumerate(
        ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
    )
}
ENDS = {end: float(k) for k, end in enumerate((".", '."', "?", ":", "~", '"', ",", ")", "|", "9", "a", "#"))}
_NO_LINE = (-1.0,) * 9
_OPEN = frozenset(":,;")
"""Ends of a line that the same sentence goes on behind."""
_LINE = pattern(r"[^\s][^\r\n]*")
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

LEAST_HEADLINE = 4
"""Words of a headline behind a kicker."""
LONGEST_KICKER = 5
"""Words of a kicker."""
LABEL = "Title:"
"""What archives of papers write before a headline."""
LEAST_KICKER = 10
"""Its letters."""


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


def first_of(labels: Labels) -> int:
    """Index of the first unit of the body; their number where there is none."""
    return next((i for i, label in enumerate(labels) if label in BODY), len(labels))


def reach_of(labels: Labels) -> int:
    """Number of units from the start that a headline may be among."""
    first = first_of(labels)
    return min(len(labels), REACH if first == len(labels) else first + INTO)


def behind_title(labels: Labels) -> list[LineLabel]:
    """`labels` without a body before the line labelled as the headline, where most of it is behind that line:
    what is before is of something else."""
    title = labels.index("title") if "title" in labels else 0
    before, behind = (sum(label in BODY for label in part) for part in (labels[:title], labels[title:]))
    if not before or before >= behind:
        return list(labels)
    return [*("before" if label in BODY else label for label in labels[:title]), *labels[title:]]


def may_be_title(unit: Unit, look: Look, label: str) -> bool:
    """Whether a line may be the headline by itself."""
    return (
        not unit.hints.given
        and len(unit.text) <= LONGEST
        and look.length >= SHORTEST
        and bool(look.content or label == "title")
    )


def _may_open_with_title(unit: Unit) -> bool:
    """Whether the first lines of a wrapped paragraph may be something else than the rest."""
    return not unit.hints.given and any(odds > WITHIN for odds in unit.breaks[:MOST_LINES])


class _Page:
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
        self.seen: dict[int, tuple[float, ...]] = {}
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

    def line(self, i: int) -> tuple[float, ...]:
        """How a line looks."""
        if not 0 <= i < len(self.units):
            return _NO_LINE
        if i not in self.seen:
            self.seen[i] = _line(self.units[i], self.looks[i], self.labels[i])
        return self.seen[i]


def _line(unit: Unit, look: Look, label: str) -> tuple[float, ...]:
    text = unit.text
    return (
        float(len(text)),
        float(look.parts),
        ENDS[unit.says.end],
        look.lower / look.parts,
        LABELS[label],
        float(look.prose),
        look.common / look.count if look.count else 0.0,
        float(bool(look.cues)),
        float(min(unit.gap, 4)),
    )


def _options(page: _Page) -> list[Option]:
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
        if _is_shared(unit.text, looks[i], page):
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


def _is_shared(text: str, look: Look, page: _Page) -> bool:
    """Whether a line shows another to be shared: `Share this story: HEADLINE`."""
    if not any(cue.startswith("kshare^") for cue in look.cues):
        return False
    shared = text.partition(":")[2].strip()
    return any(page.units[i].text == shared for i in page.known)


def _part(text: str, unit: Unit, start: int, end: int) -> Unit:
    return Unit((start, end), folded(text[start:end]), unit.gap, unit.hints)


def _lines(text: str, unit: Unit) -> list[Span]:
    """The first lines of a wrapped paragraph; none where it is one line."""
    if not unit.breaks:
        return []
    start, end = unit.span
    lines = islice(_LINE.finditer(text, start, min(end, start + REACHED)), len(unit.breaks) + 1)
    return [(m.start(), m.start() + len(m[0].rstrip())) for m in lines]


def measured(
    text: str,
    units: Sequence[Unit],
    looks: Sequence[Look],
    labels: Labels,
    margins: Sequence[float],
    odds: Sequence[float] = (),
) -> tuple[list[Option], list[list[float]]]:
    """The candidates, and the measures of each; behind them those of there being no headline.

    `margins` says how much worse than the best each of the first units would be as the title (see
    `model.margins_of`); `odds` what a second model says of each being it, where there is one; `text` is
    the source text, empty where no line of it is to be looked at.
    """
    page = _Page(text, units, looks, labels, margins)
    options = _options(page)
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
    of_page = (
        float("title" in labels),
        max(weights, default=0.0),
        float(page.first),
        float(len(options)),
        float(len(units)),
    )
    said = [odds[o.unit] for o in options] if odds else [UNKNOWN] * len(options)
    likeliest = max(said, default=UNKNOWN)
    rows = []
    for k, (option, look) in enumerate(zip(options, shown, strict=True)):
        i = option.unit
        row = [*of_page, margins[i], favourites[k], *known[k], weights[k], echoes[k]]
        row += _place(page, i)
        row += _look(page, option.head.text, look)
        row += _around(page, option, look)
        row += _repeated(page, options, shown, k)
        row += others.against(i, known[k][0], weights[k])
        row += [said[k], said[k] - likeliest, likeliest]
        rows.append(row)
    rows.append([*of_page, *[-1.0] * (len(rows[0]) - len(of_page) if rows else 0)])
    return options, rows


def _steps(units: Sequence[Unit]) -> list[int]:
    """For each line the number of short lines back to one that names a site's first page, as a trail does."""
    found, steps = [], FAR
    for unit in units:
        found.append(steps if steps <= MOST_STEPS else FAR)
        steps = FAR if len(unit.text) > LONGEST_STEP else 1 if is_home(unit.text) else steps + 1
    return found


def _ranks(values: Sequence[float], among: Sequence[float]) -> list[int]:
    """How many of others are less than each value."""
    order = sorted(among)
    return [bisect_left(order, value) for value in values]


def _place(page: _Page, i: int) -> list[float]:
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


def _look(page: _Page, text: str, look: Look) -> list[float]:
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


def _around(page: _Page, option: Option, look: Look) -> list[float]:
    i, margins, looks = option.unit, page.margins, page.looks
    own = page.line(i)
    if option.tail:
        own = _line(option.head, look, page.labels[i])
        tail = option.tail.says.look
        following = _line(option.tail, tail, page.labels[i]), page.line(i + 1)
        shared = len(look.content & tail.content)
    else:
        following = page.line(i + 1), page.line(i + 2)
        shared = len(look.content & looks[i + 1].content) if i + 1 < len(looks) else -1
    return [
        *own,
        *page.line(i - 1),
        *following[0],
        *page.line(i - 2)[:6],
        *following[1][:6],
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
    """How a line of a wrapped paragraph looks by itself."""
    if not line:
        return _NO_LINE
    said = facts_of(line)
    look = said.look
    words = line.split()
    return (
        float(len(line)),
        float(len(words)),
        ENDS[said.end],
        look.lower / look.parts,
        sum(word[0].isupper() for word in words) / len(words),
        float(look.common),
        float(said.is_names),
        float(any(mark.startswith(_SIGNS) for mark in look.marks)),
        float(any(mark[0] == "k" for mark in look.marks)),
    )


def _repeated(page: _Page, options: Sequence[Option], shown: Sequence[Look], k: int) -> list[float]:
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

    def __init__(self, page: _Page) -> None:
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


def choose(options: Sequence[Option], rows: Sequence[Sequence[float]], model: Model) -> Option | None:
    """The likeliest candidate; null where none is likelier than that there is no headline."""
    if not options:
        return None
    order = sorted(range(len(rows)), key=lambda k: -rows[k][MARGIN])
    while order:
        best = best_of(rows, order, _portions(model))
        if best == len(options):
            return None
        text = options[best].head.text
        start = last_step(text)
        said = text[start:]
        if not start:
            return options[best]
        if own := next((option for option in options if option.head.text == said), None):
            return own  # A trail that leads to it.
        if len(said.split()) >= LEAST_HEADLINE:
            return options[best]
        order.remove(best)
    return None


@cache
def _portions(model: Model) -> Portions:
    return portions_of(model.title)


def headline_in(text: str) -> int:
    """Where in a line the headline begins: behind the trail that leads to it, behind `Title:`, behind a
    kicker in capitals that a copied page runs together with it.
    """
    if start := last_step(text):
        return start
    if text.startswith(LABEL) and len(text.split()) > LEAST_HEADLINE:
        return len(LABEL) + (text[len(LABEL)] == " ")
    words = text.split()
    kicker = next((k for k, word in enumerate(words) if not word.isupper() or len(word) < 2), len(words))
    rest = words[kicker:]
    if (
        len(rest) < LEAST_HEADLINE
        or not 2 <= kicker <= LONGEST_KICKER
        or sum(map(len, words[:kicker])) < LEAST_KICKER
        or not rest[0][0].isupper()
        or not any(map(str.islower, rest))
    ):
        return 0
    return len(text) - len(text.split(maxsplit=kicker)[kicker])
