"""An article's tokens and mentions, with what the features of all stretches need of them worked out once.

reader.symbol(3)    what features see of token 3: `V` for "said", `C` for a capital, `w` for a plain word
reader.likely(0)    how likely mention 0 is the source of anything
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from artparse.data.tables import Numbers
from artparse.names import lists
from artparse.quotes import cues, model
from artparse.quotes.choice import sources
from artparse.quotes.choice.situation import Candidate, Own
from artparse.quotes.cues import CERTAIN, SURE, WEAK
from artparse.quotes.entities.entity import Entity
from artparse.quotes.mentions.headings import is_name_line
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.parts import Sums
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.tokens import Tokens

MARKS = frozenset("!(),.:;?—")
"""Marks that features see as they are."""
DASHES = frozenset("—–―-")


@cache
def symbol_table() -> dict[str, str]:
    table = {word: word for word in MARKS | lists.words("en/small_words.txt")}
    for word, strength in cues.strengths().items():
        if word in table:
            continue
        if strength >= WEAK:
            kind = "V" if strength >= SURE else "v"
            table[word] = kind + ("g" if word.endswith("ing") else "")
    table.update(dict.fromkeys(("the", "a", "an"), ""))
    table.update(dict.fromkeys(DASHES, "—"))
    return table


class Reader:
    """An article's tokens and mentions, with what features need of them worked out once."""

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        tokens: Tokens,
        stretches: list[Stretch],
        mentions: list[Mention],
        entities: list[Entity],
    ) -> None:
        self.text, self.passages, self.tokens, self.stretches = text, passages, tokens, stretches
        self.mentions, self.entities = mentions, entities
        self.firsts = [m.first for m in mentions]
        self.strengths = cues.strengths()
        self.table = symbol_table()
        self.symbols: dict[str, str] = {}
        """Word to its symbol, once that is asked."""
        self.at = {i: n for n, m in enumerate(mentions) if not m.inside for i in range(m.first, m.last)}
        """Token to the mention that it is part of."""
        self.bounds = {
            n: (tokens.at(s.outer[0]), tokens.at(s.outer[1])) for n, s in enumerate(stretches) if not s.nested
        }
        """Outermost stretch to its first token and the token after it."""
        self.passage_ends = _ends_of_passages(tokens, passages)
        """Passage to its first token and the token after it."""
        singles = sum(s.single for s in stretches if not s.nested)
        self.single_main = 2 * singles > sum(not s.nested for s in stretches)
        """Whether single marks are the article's main ones."""
        self.texts = Counter(map(self.key, stretches))
        """Quoted words, folded, to how often they are quoted."""
        self.quotes_in = Counter(s.passage for s in stretches)
        """Passage to how many stretches it has."""
        self.reporting = _times_reporting(tokens.words, mentions, self.strengths)
        """Entity to how often words that report speech stand beside its mentions."""
        self.sourced: dict[int, int] = {}
        """Mention to how likely it is the source of anything, in `model.SCALE`ths, once that is asked."""
        self.hinted: dict[int, int] = {}
        """Mention to the row of `hints` that speaks for or against it wherever the stretch is, once asked."""
        self.known: dict[tuple[int, str], Own] = {}
        """What features see of a mention, by its number and place, wherever the stretch is."""
        self.scored: dict[tuple[int, str], int] = {}
        """What those come to, once that is asked (see `own_score`)."""
        self.sums_of_scored: Sums | None = None
        self._sources: Numbers | None = None
        self._name_lines: Mapping[int, int] | None = None

    @property
    def sources(self) -> Numbers:
        """Weights of what makes a mention the source of anything: read where words are quoted."""
        if self._sources is None:
            self._sources = model.weights("sources.txt")
        return self._sources

    @property
    def name_lines(self) -> Mapping[int, int]:
        """Passages that are nothing but a person's name, and perhaps a role, to the mention."""
        if self._name_lines is None:
            self._name_lines = self._find_name_lines()
        return self._name_lines

    def _find_name_lines(self) -> dict[int, int]:
        found: dict[int, int] = {}
        words = self.tokens.words
        for number, mention in enumerate(self.mentions):
            first, last = self.passage_ends[mention.passage]
            named = mention.form == "name" and first == mention.first and len(mention.words) > 1
            if named and mention.passage not in self.quotes_in:
                person = self.entities[mention.entity].being == "person"
                body = self.passages[mention.passage].place != "title"
                if person and body and is_name_line(words[first:last]):
                    found[mention.passage] = number
        return found

    def key(self, stretch: Stretch) -> str:
        """The words of a stretch for comparison."""
        return " ".join(self.text[stretch.start : stretch.end].split()).rstrip(".,!?").casefold()

    def told_by(self, weights: Numbers) -> None:
        """Use other weights for sources: in training, those learnt without this article."""
        self._sources = weights
        self.sourced.clear()

    def likely(self, number: int) -> int:
        """How likely a mention is the source of anything, in `model.SCALE`ths."""
        found = self.sourced.get(number)
        if found is None:
            found = self.sourced[number] = model.score(self.sources, sources.traits(self, number))
        return found

    def own_score(self, candidate: Candidate, sums: Sums) -> int:
        """What the features that a candidate has wherever the stretch is come to: added up once."""
        if not candidate.own:
            return 0
        if sums is not self.sums_of_scored:
            self.sums_of_scored = sums
            self.scored.clear()
        key = (candidate.mention, candidate.place)
        found = self.scored.get(key)
        if found is None:
            found = self.scored[key] = sums.total(candidate.own)
        return found

    def says(self, i: int) -> bool:
        """Whether token `i` is a verb of saying: a word that mostly reports speech."""
        return self.strengths.get(self.tokens.words[i].lower(), 0) >= SURE

    def symbol(self, i: int) -> str:
        """What features see of token `i`; `^` and `$` before the first and after the last."""
        if not 0 <= i < len(self.tokens.words):
            return "^" if i < 0 else "$"
        word = self.tokens.words[i]
        found = self.symbols.get(word)
        if found is None:
            found = self.symbols[word] = self._symbol(word)
        return found

    def _symbol(self, word: str) -> str:
        low = word.lower()
        known = self.table.get(low)
        if known is not None:
            return known
        if word[0].isdigit():
            return "n"
        if word[0].isupper():
            return "C"
        if low.endswith("ly"):
            return ""
        if low.endswith("ed"):
            return "d"
        if low.endswith("ing"):
            return "g"
        return "w"


def _ends_of_passages(tokens: Tokens, passages: Sequence[Passage]) -> dict[int, tuple[int, int]]:
    """Of each passage the first token and the token after it."""
    found: dict[int, tuple[int, int]] = {}
    start = 0
    for passage, group in groupby(tokens.passages):
        stop = start + len(list(group))
        first, _ = found.get(passage, (start, stop))
        found[passage] = (first, stop)
        start = stop
    for number, one in enumerate(passages):
        if number not in found:  # All of its words are left out, or it has none.
            begin = tokens.at(one.span[0])
            found[number] = (begin, begin)
    return found


def _times_reporting(
    words: list[str], mentions: list[Mention], strengths: Mapping[str, int]
) -> dict[int, int]:
    """Of each entity how often words that report speech stand beside its mentions."""
    found: dict[int, int] = {}
    for mention in mentions:
        if mention.entity >= 0 and mention.quoted < 0 and not mention.inside:
            after = words[mention.last].lower() if mention.last < len(words) else ""
            before = words[mention.first - 1].lower() if mention.first else ""
            if strengths.get(after, 0) >= SURE or strengths.get(before, 0) >= CERTAIN:
                found[mention.entity] = found.get(mention.entity, 0) + 1
    return found
