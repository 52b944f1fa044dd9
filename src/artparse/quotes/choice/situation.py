"""A stretch of quoted words with all that a choice of its speaker looks at."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.parts import Part
from artparse.quotes.speech.marks import Stretch
from artparse.values import NamedTuple, dataclass, field


class Own(NamedTuple):
    """What features see of a mention at a place, wherever the stretch is."""

    parts: list[Part]
    kind: str
    """Its form and what it stands for."""
    who: str
    """What its entity is, and its form."""
    name: str
    """The entity's last name."""


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention that may be the speaker of a stretch."""

    mention: int
    """Index into the mentions."""
    place: str
    """Where it stands: `L`, `R` in the sentence, `l`, `r` in the passage, `p` before it, `n` after it."""
    parts: list[Part]
    """Its features."""
    cue: int
    """Token of the cue that goes with it, or -1."""
    own: Sequence[Part] = ()
    """Features that it has wherever the stretch is, by its place alone (see `Own`)."""


@dataclass(slots=True, eq=False)
class Walk:
    """The symbols of the words to one side of a stretch, from the stretch outwards."""

    symbols: list[str]
    mentions: list[tuple[int, int]]
    """Mention and its place among the symbols."""
    cues: list[tuple[int, int]]
    """Token of a cue and its place among the symbols."""

    def has_cue(self) -> bool:
        return bool(self.cues) and self.cues[0][1] < 12


class Around(NamedTuple):
    """A stretch's length, its shape, and what stands right before and after it."""

    length: str
    shape: str
    before: str
    after: str
    opens: bool
    closes: bool
    edges: str
    size: int
    told: str
    """`I` or `we`, where the words in the stretch are told in the first person."""
    names: frozenset[str]
    """The capitalised words in the stretch."""


@dataclass(slots=True, eq=False)
class Situation:
    """A stretch with its candidates."""

    stretch: Stretch
    first: int
    last: int
    left: Walk
    right: Walk
    around: Around
    titled: bool
    """Whether it looks like the title of a work: words capitalised, or "titled" before it."""
    heard: bool
    """Whether a court is said to have heard it, of nobody knows whom."""
    labels: bool
    """Whether it is a name: "the ‘Save Our Trams’ campaign", "a group called ‘Night Owls’"."""
    candidates: list[Candidate] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)
    """Features of "nobody said this"."""
    unnamed: list[str] = field(default_factory=list)
    """Features of "somebody said this whom no words name"."""

    @property
    def opens(self) -> bool:
        """Whether it opens its passage."""
        return self.around.opens

    @property
    def closes(self) -> bool:
        """Whether it ends it."""
        return self.around.closes

    @property
    def size(self) -> int:
        """Its number of words, 40 at most."""
        return self.around.size

    def forget(self) -> None:
        """Let go of the features, which are many, when the choice is made."""
        self.nobody, self.unnamed = [], []
        self.left = self.right = Walk([], [], [])
        for candidate in self.candidates:
            candidate.parts, candidate.own = [], ()
