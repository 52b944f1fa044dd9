"""Speakers that are not sure, chosen again with the whole article in view.

When all stretches of an article have a first choice, small regression trees (see `model.trees`) correct the
scores of "somebody unnamed" and of the best candidates by what the first choice could not know: who says
the next stretch, how often somebody speaks in the article, how likely a mention is the source of anything.
What is nobody's stays so: what writers put in marks differs too much from publisher to publisher.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Situation
from artparse.quotes.mentions.mention import Mention
from artparse.values import dataclass, field

NOBODY = 0.3
"""A stretch that nobody said with more than this share is no quote."""
SETTLED = 0.85
"""A choice of this share is not taken again."""
BEST = 5
"""Candidates that are looked at again."""
ABSENT = -9.0
"""What stands for a measure that the choice does not have."""
PLACES = {place: float(i) for i, place in enumerate("LRlrpnq")}
FORMS = {"name": 0.0, "pronoun": 1.0, "noun": 2.0}
BEINGS = {"person": 0.0, "organization": 1.0, "place": 2.0, "document": 3.0, "group": 4.0}
OF_CANDIDATE = (
    *("rank", "score", "share", "share of whom it stands for", "place", "form", "being", "subject"),
    *("likely a source", "same as speaker before", "same as speaker behind", "times named"),
    *("times beside words of saying", "stretches taken", "strength of cue", "tokens between", "governed"),
    *("strength of word behind", "has a name"),
)
"""What is measured of a candidate, in order."""
OF_STRETCH = (
    *("words", "opens passage", "closes passage", "title of a work", "capital", "last mark", "times quoted"),
    *("stretches of passage", "stretches of article", "share of nobody in article"),
    *("share of nobody before", "share of nobody behind"),
    *("passages since speaker before", "tokens since speaker before"),
    *("passages to speaker behind", "tokens to speaker behind"),
    *("share of nobody", "share of unnamed", "share of best", "candidates"),
)
"""What is measured of the stretch, in order."""
MEASURES = (*OF_CANDIDATE, *OF_STRETCH)
"""The columns of a row."""
ENDS = {",": 1.0, ".": 2.0, "?": 3.0, "!": 3.0}


@dataclass(slots=True, eq=False)
class Choice:
    """One stretch's candidates, what speaks for each, and which is taken."""

    situation: Situation
    scores: list[int]
    """Of "nobody", of "somebody unnamed" and of each candidate, in `model.SCALE`ths; none if it is sure."""
    taken: int
    """Index of the taken one, as in `scores`."""
    share: float
    """Its share among all that said it."""
    shares: list[float] = field(default_factory=list)
    """The probabilities that the scores give."""
    rule: str = "speaker/model"
    """Which of `rules` took it."""
    doubt: float | None = None
    """Log odds that the words are nobody's, where `nobody` looked at them."""

    @property
    def chosen(self) -> Candidate | None:
        """The candidate that is taken, if it is one."""
        return self.situation.candidates[self.taken - 2] if self.taken > 1 else None


def take(choice: Choice) -> None:
    """Take the best by the first scores."""
    nobody = choice.shares[0]
    if nobody > NOBODY:
        choice.taken, choice.share = 0, nobody
        return
    choice.taken = max(range(1, len(choice.shares)), key=choice.shares.__getitem__)
    choice.share = round(choice.shares[choice.taken] / (1 - nobody), 3)


def take_back(choice: Choice) -> None:
    """Take the best of those that may have said what was held to be nobody's."""
    choice.taken = max(range(1, len(choice.shares)), key=choice.shares.__getitem__)
    choice.share = round(choice.shares[choice.taken] / max(1e-9, 1 - choice.shares[0]), 3)


def review(reader: Reader, choices: Sequence[Choice]) -> None:
    """Take those of an article's `choices` again that somebody said and that are not sure."""
    open_ones = [
        n
        for n, c in enumerate(choices)
        if c.taken and c.scores and c.share < SETTLED and not _introduces(reader, c)
    ]
    if not open_ones:
        return
    trees = model.trees("review.txt")
    view = View(reader, choices)
    for number in open_ones:
        choice = choices[number]
        indexes, rows = view.measured(number)
        corrections = [model.grown(trees, row) for row in rows]
        shares = model.shares([choice.scores[i] + c for i, c in zip(indexes, corrections, strict=True)])
        best = max(range(len(shares)), key=shares.__getitem__)
        choice.taken, choice.share = indexes[best], round(shares[best], 3)
        choice.rule = "speaker/review"


def _introduces(reader: Reader, choice: Choice) -> bool:
    """Whether the taken mention is the one that introduces the stretch."""
    chosen = choice.chosen
    return chosen is not None and is_introduced(reader, choice.situation, reader.mentions[chosen.mention])


def is_introduced(reader: Reader, situation: Situation, mention: Mention) -> bool:
    """Whether the mention, a word and a colon stand before the stretch: "Her brother objected: …"."""
    colon = situation.first - 1
    return mention.last == colon - 1 and reader.tokens.words[colon] == ":"


class View:
    """An article with the first choice of each stretch."""

    def __init__(self, reader: Reader, choices: Sequence[Choice]) -> None:
        self.reader, self.choices = reader, choices
        self.speakers: list[tuple[int, int]] = []
        """The mention and the entity that each choice took; -1 where it took none."""
        for choice in choices:
            mention = choice.chosen.mention if choice.chosen is not None else -1
            self.speakers.append((mention, reader.mentions[mention].entity if mention >= 0 else -1))
        self.spoken = Counter(entity for _, entity in self.speakers if entity >= 0)
        self.unspoken = [c.shares[0] if c.shares else 0.0 for c in choices]
        self.scarcity = sum(self.unspoken) / max(1, len(choices))
        """The mean share of "nobody"."""
        self.before: list[int] = []
        """The choice before each that took somebody, or -1."""
        self.behind: list[int] = []
        """The one after it, or -1."""
        forwards = range(len(choices))
        for numbers, nearest in ((forwards, self.before), (reversed(forwards), self.behind)):
            last = -1
            for number in numbers:
                nearest.append(last)
                last = number if choices[number].taken else last
        self.behind.reverse()

    def measured(self, number: int) -> tuple[list[int], list[list[float]]]:
        """Which scores of a choice are looked at again, and the `MEASURES` of each."""
        choice = self.choices[number]
        candidates, mentions = choice.situation.candidates, self.reader.mentions
        common = self._common(number, choice)
        together: dict[int, float] = {}
        owners = []
        for candidate, share in zip(candidates, choice.shares[2:], strict=True):
            entity = mentions[candidate.mention].entity
            owners.append(entity if entity >= 0 else -1 - candidate.mention)
            together[owners[-1]] = together.get(owners[-1], 0.0) + share
        top = max(choice.scores)
        order = sorted(range(2, len(choice.shares)), key=choice.shares.__getitem__, reverse=True)
        indexes = [1, *order[:BEST]]
        rows: list[list[float]] = []
        for rank, i in enumerate(indexes):
            score, share = float(choice.scores[i] - top), choice.shares[i]
            if i == 1:
                own = [0.0, score, share, share, *[ABSENT] * (len(OF_CANDIDATE) - 4)]
            else:
                own = [
                    float(rank),
                    score,
                    share,
                    together[owners[i - 2]],
                    *self._own(number, candidates[i - 2]),
                ]
            rows.append(own + common)
        return indexes, rows

    def _own(self, number: int, candidate: Candidate) -> list[float]:
        """The measures `OF_CANDIDATE` of a candidate, behind those of its share."""
        reader, situation = self.reader, self.choices[number].situation
        words = reader.tokens.words
        mention = reader.mentions[candidate.mention]
        entity = reader.entities[mention.entity] if mention.entity >= 0 else None
        being = entity.being if entity is not None and mention.form == "name" else mention.being
        beside = mention.last <= situation.first
        cue = reader.strengths.get(words[candidate.cue].lower(), 0) if candidate.cue >= 0 else -1
        after = words[mention.last].lower() if mention.last < len(words) else ""
        return [
            PLACES[candidate.place],
            FORMS[mention.form],
            BEINGS.get(being, 5.0),
            float(mention.subject),
            reader.likely(candidate.mention) / model.SCALE,
            self._same(candidate.mention, mention.entity, self.before[number]),
            self._same(candidate.mention, mention.entity, self.behind[number]),
            float(entity.count if entity is not None else 0),
            float(reader.reporting.get(mention.entity, 0)),
            float(self.spoken[mention.entity]),
            float(cue),
            situation.first - mention.last if beside else mention.first - situation.last + 0.5,
            float(mention.governed),
            float(reader.strengths.get(after, 0)),
            float(entity is not None and bool(entity.name)),
        ]

    def _same(self, mention: int, entity: int, other: int) -> float:
        """How near a candidate is to the speaker of another stretch: the same mention, the same entity."""
        if other < 0:
            return -1.0
        its_mention, its_entity = self.speakers[other]
        if its_mention == mention:
            return 3.0
        if entity >= 0 and its_entity == entity:
            return 2.0
        return 1.0 if its_mention >= 0 else 0.0

    def _common(self, number: int, choice: Choice) -> list[float]:
        """The measures `OF_STRETCH` of the stretch."""
        reader, situation = self.reader, choice.situation
        stretch = situation.stretch
        last = len(self.choices) - 1
        return [
            float(situation.size),
            float(situation.opens),
            float(situation.closes),
            float(situation.titled),
            float(reader.text[stretch.start].isupper()),
            ENDS.get(reader.text[stretch.end - 1], 0.0),
            float(reader.texts[reader.key(stretch)]),
            float(reader.quotes_in[stretch.passage]),
            float(min(last + 1, 60)),
            self.scarcity,
            self.unspoken[number - 1] if number else -1.0,
            self.unspoken[number + 1] if number < last else -1.0,
            *self._apart(self.before[number], number),
            *self._apart(number, self.behind[number]),
            choice.shares[0],
            choice.shares[1],
            max(choice.shares[2:], default=0.0),
            float(len(situation.candidates)),
        ]

    def _apart(self, one: int, two: int) -> tuple[float, float]:
        """How many passages and tokens two choices are apart."""
        if one < 0 or two < 0:
            return -1.0, -1.0
        first, second = self.choices[one].situation, self.choices[two].situation
        passages = second.stretch.passage - first.stretch.passage
        return float(min(passages, 4)), float(41 if passages else min(second.first - first.last, 40))
