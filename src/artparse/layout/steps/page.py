"""What is known of a dump's lines: one value that each step of layout takes and returns with more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from artparse.layout.body.doubt import Doubt
from artparse.layout.body.web import Asked
from artparse.layout.evidence.stated import Stated, stated_of
from artparse.layout.labels import Labels
from artparse.layout.lines.look import Look
from artparse.layout.lines.units import Unit
from artparse.layout.models.mixture import Alone
from artparse.layout.models.model import Model, Scores
from artparse.layout.models.opinion import Opinion
from artparse.layout.titles.candidates import Option
from artparse.reading.document import Document
from artparse.values import NamedTuple, dataclass, replace

Scored = Scores | Sequence[Sequence[int]]
"""For each line the score of each label."""


class Second(NamedTuple):
    """What the second model of texts says of each line (see `web`)."""

    model: Model
    opinion: Opinion
    news: Alone
    """The first without the part of it that the second is."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a document, and what has been found out of them so far."""

    document: Document
    model: Model
    units: Sequence[Unit]
    """All there is, in order."""
    heard: Sequence[int]
    """Indexes of the units that say something of where they stand."""
    lines: Sequence[Unit]
    """Those units; from `spread` on, all of them."""
    looks: Sequence[Look] = ()
    """How each line looks."""
    weights: Sequence[int] = ()
    """What the features of each line say for each label, packed (see `model.packed`)."""
    second: Second | None = None
    """What the second model says, where there is one."""
    scores: Scored = ()
    """By the model's weights."""
    leaning: Scored = ()
    """The scores that the labels were found by: with a bias to the body where that was too small."""
    labels: Labels = ()
    """What each line is."""
    by: Sequence[str] = ()
    """The name of the step that each line has its label from."""
    asked: Asked | None = None
    """The lines on which the two models differ."""
    begin: int = 0
    """Where the body begins by the model alone (code point)."""
    title: Option | None = None
    """The line or part of a line that is the headline."""
    doubt: Doubt | None = None
    """How sure the body is, where that is known."""
    given: bool = False
    """Whether all of the text is the article's, as its format says."""
    bare: bool = False
    """Whether the article stands alone, without a page around it."""

    @property
    def stated(self) -> Stated:
        """What the document's metadata says."""
        return stated_of(self.document.evidence)

    def labelled(self, labels: Labels) -> Page:
        """The same lines with these `labels`."""
        return replace(self, labels=labels)


class Step(NamedTuple):
    """One thing that is found out of a page's lines."""

    name: str
    case: str
    """What needs it, as a line or a few of a dump."""
    of: Callable[[Page], Page]


def after(page: Page, steps: Iterable[Step]) -> Page:
    """`page` with all that the `steps` find out, in order; each marks the labels that it changes."""
    for step in steps:
        before, page = page, step.of(page)
        if page.labels != before.labels:
            page = replace(page, by=_marked(before, page, step.name))
    return page


def _marked(before: Page, page: Page, name: str) -> list[str]:
    """Which step each line of `page` has its label from, after the step of that `name`."""
    if not before.labels:
        return [name] * len(page.labels)
    last = zip(before.labels, before.by, strict=True)
    if page.lines is before.lines:
        return [by if own == label else name for label, (own, by) in zip(page.labels, last, strict=True)]
    # A line was parted in two, or lines were put in: the others are where they were.
    known = {unit.span: own for unit, own in zip(before.lines, last, strict=True)}
    return [
        own[1] if (own := known.get(unit.span)) and own[0] == label else name
        for unit, label in zip(page.lines, page.labels, strict=True)
    ]
