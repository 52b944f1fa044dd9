"""What somebody answers who was asked: "Preguntado por el acta de Ana Ruiz, fue tajante. «…»"."""

from __future__ import annotations

from artparse.quotes.languages.by_verbs.ground import LIKELY, Ground
from artparse.quotes.languages.by_verbs.memory import Memory
from artparse.quotes.languages.told import Told

LONGEST_QUESTION = 30
"""What somebody is asked about has at most so many tokens."""
FARTHEST_ANSWER = 2
"""The answer begins at most so many sentences behind."""


class Answers:
    """The answers of an article whose question stands before them, each with whoever spoke last."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._asked: list[tuple[int, int]] = []
        """Where a question opens, and the mention of whoever was asked."""

    def note(self, i: int, memory: Memory) -> None:
        """Note whether "asked" opens a sentence at token `i`.

        Whoever is named before the comma is not asked.
        """
        tokens = self.ground.reader.tokens
        opens = i == 0 or tokens.sentences[i - 1] != tokens.sentences[i]
        if not opens or self.ground.quoted[i] >= 0 or self.ground.spelt(i) not in self.ground.asked:
            return
        last = min(len(tokens.words), i + LONGEST_QUESTION)
        comma = next((at for at in range(i, last) if tokens.words[at] == ","), -1)
        if comma >= 0 and tokens.sentences[comma] == tokens.sentences[i]:
            memory.deaf_until = comma
        source = memory.source or memory.topic
        if source is not None and source.entity in memory.last_names:
            self._asked.append((i, memory.last_names[source.entity]))

    def read(self, found: dict[int, Told]) -> None:
        """Whoever was asked says the next words in marks of the paragraph, where nothing else tells it."""
        tokens = self.ground.reader.tokens
        for i, number in self._asked:
            behind = [q for q, (first, _) in self.ground.reader.bounds.items() if first > i]
            quote = min(behind, key=lambda q: self.ground.reader.bounds[q][0], default=-1)
            if quote < 0 or quote in found:
                continue
            first = self.ground.reader.bounds[quote][0]
            near = tokens.sentences[first] - tokens.sentences[i] <= FARTHEST_ANSWER
            if near and tokens.passages[first] == tokens.passages[i] and self._is_free(i, first):
                found[quote] = Told(number, None, LIKELY)

    def _is_free(self, i: int, first: int) -> bool:
        """Whether nobody is the subject of what stands between the question and the words."""
        tokens, reader = self.ground.reader.tokens, self.ground.reader
        comma = next((at for at in range(i, first) if tokens.words[at] == ","), i)
        numbers = {reader.at[at] for at in range(comma, first) if at in reader.at}
        mentions = [reader.mentions[number] for number in numbers]
        return not any(m.form != "pronoun" and m.subject == 1 and self.ground.may_speak(m) for m in mentions)
