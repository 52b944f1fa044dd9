"""An article as the features see it: its choices, and what many features are made with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from artparse.quotes.choice.nobody.article import of_marks, of_text
from artparse.quotes.choice.nobody.classes import persons_of
from artparse.quotes.choice.nobody.steps import LEAST, odds
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice
from artparse.quotes.choice.situation import Situation
from artparse.values import NamedTuple, dataclass

LONGEST = 60
"""So many tokens of a sentence to either side are looked through for words of saying."""
INSIDE = 40
"""So many words in marks are looked at."""


@dataclass(frozen=True, slots=True)
class View:
    """An article with the choice of each stretch."""

    reader: Reader
    choices: Sequence[Choice]
    article: Sequence[str]
    """The features that hold of all stretches alike."""
    persons: Mapping[str, str]
    """Pronouns of the first and second person to which they are."""
    cues: Sequence[tuple[int, int]]
    """Of each stretch the strongest word of saying before it, and behind it, in the same sentence."""
    odds: Sequence[float]
    """Of each stretch how likely the choice held it to be nobody's, as log odds."""
    total_odds: float
    sizes: Sequence[int]
    """Of each stretch its number of words."""
    total_size: int


class Own(NamedTuple):
    """What many features of a stretch are made with."""

    length: int
    """Its number of words, in five steps."""
    case: str
    """`0` where no capital opens it, `A` where all its long words have one, else `1`."""
    words: list[str]


def view_of(reader: Reader, choices: Sequence[Choice]) -> View:
    """An article with what its features need worked out once."""
    sizes = [choice.situation.size for choice in choices]
    cued = [strongest_cues(reader, choice.situation) for choice in choices]
    likely = [odds(choice.shares[0]) if choice.shares else LEAST for choice in choices]
    persons = persons_of()
    article = [*of_marks(reader, choices, sizes, cued), *of_text(reader, choices, persons), "1"]
    return View(reader, choices, article, persons, cued, likely, sum(likely), sizes, sum(sizes))


def own_of(view: View, number: int) -> Own:
    """The length, the case and the words of a stretch."""
    reader, situation = view.reader, view.choices[number].situation
    size = situation.size
    length = size if size < 5 else 5 if size < 10 else 9
    stretch, tokens = situation.stretch, reader.tokens
    first = tokens.at(stretch.start)
    last = bisect_left(tokens.starts, stretch.end, first)
    words = tokens.words[first : min(last, first + INSIDE)]
    long = [word for word in words if word[0].isalpha() and len(word) > 3]
    if not reader.text[stretch.start].isupper():
        return Own(length, "0", words)
    case = "A" if len(long) > 1 and all(word[0].isupper() for word in long) else "1"
    return Own(length, case, words)


def strongest_cues(reader: Reader, situation: Situation) -> tuple[int, int]:
    """The strongest word of saying before a stretch, and behind it, in the same sentence."""
    tokens, strengths = reader.tokens, reader.strengths
    start, stop = reader.passage_ends[situation.stretch.passage]
    found = []
    for i, step in ((situation.first - 1, -1), (situation.last, 1)):
        best = 0
        end = max(start - 1, i - LONGEST) if step < 0 else min(stop, i + LONGEST)
        sentence = tokens.sentences[i] if start <= i < stop else -1
        for k in range(i, end, step):
            if tokens.sentences[k] != sentence:
                break
            if tokens.quoted[k] < 0 and (strength := strengths.get(tokens.words[k].lower(), 0)) > best:
                best = strength
        found.append(best)
    return found[0], found[1]
