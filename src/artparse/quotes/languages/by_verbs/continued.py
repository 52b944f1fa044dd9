"""Words in marks whose sentence tells nobody who says them, where somebody speaks before in the paragraph.

"…, note aussi l'Ocva. En revanche, « la restauration repart », avec un recul de 8 %."
"""

from __future__ import annotations

from artparse.quotes.languages.by_verbs.ground import LIKELY, Ground
from artparse.quotes.languages.by_verbs.memory import Memory
from artparse.quotes.languages.by_verbs.somebody import Somebody
from artparse.quotes.languages.told import Told


class Continued:
    """Who spoke last before each stretch."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.reader = ground, ground.reader
        self._named: dict[int, int] = {}
        """Entity to its last name so far."""
        self._spoke: dict[int, tuple[Somebody, int]] = {}
        """Stretch to who spoke last before it, and that one's last name before it."""

    def note(self, i: int, memory: Memory) -> None:
        """Note what token `i` tells: a name, or that a stretch opens."""
        number = self.reader.at.get(i, -1)
        if number >= 0 and self.reader.mentions[number].form == "name":
            self._named[self.reader.mentions[number].entity] = number
        quote = self.ground.quoted[i]
        if quote >= 0 and quote not in self._spoke and memory.source is not None:
            named = self._named.get(memory.source.entity, -1)
            if named >= 0:
                self._spoke[quote] = memory.source, named

    def read(self, found: dict[int, Told]) -> None:
        """Words of whoever spoke last in the paragraph, where nothing else tells whose they are."""
        for quote, (somebody, number) in self._spoke.items():
            first, last = self.reader.bounds[quote]
            tokens = self.reader.tokens
            if quote in found or somebody.passage != tokens.passages[first]:
                continue
            if 0 < tokens.sentences[first] - somebody.sentence <= 1 and self._is_mute(first, last):
                found[quote] = Told(number, None, LIKELY, weak=True)

    def _is_mute(self, first: int, last: int) -> bool:
        """Whether the sentence around some words in marks has no verb of saying, and nobody who may speak."""
        sentences = self.reader.tokens.sentences
        before = first - 1
        while before >= 0 and sentences[before] == sentences[first]:
            if self._speaks(before):
                return False
            before -= 1
        while last < len(sentences) and sentences[last] == sentences[first]:
            if self._speaks(last):
                return False
            last += 1
        return True

    def _speaks(self, i: int) -> bool:
        if self.ground.words[i] in self.ground.verbs or self.ground.quoted[i] >= 0:
            return True
        number = self.reader.at.get(i, -1)
        return number >= 0 and self.ground.may_speak(self.reader.mentions[number])
