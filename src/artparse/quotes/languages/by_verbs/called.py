"""What somebody is called by another: "qualifiée de « reine » par un producteur"."""

from __future__ import annotations

from artparse.quotes.kinds import INDEFINITE
from artparse.quotes.languages.by_verbs.ground import LIKELY, Ground
from artparse.quotes.languages.by_verbs.memory import Memory
from artparse.quotes.languages.told import Told

FARTHEST_VERB = 4
"""The participle stands at most so many tokens before the words in marks."""
FARTHEST_AGENT = 3
"""Whoever calls somebody so begins at most so many tokens behind "by"."""


def read_called(ground: Ground, memory: Memory, found: dict[int, Told]) -> None:
    """Words in marks that somebody is called are whose "by" behind them names."""
    for quote, (first, last) in ground.reader.bounds.items():
        before = {ground.spelt(i) for i in range(max(0, first - FARTHEST_VERB), first)}
        if ground.agents.isdisjoint((ground.spelt(last), ground.spelt(last + 1))) or ground.called.isdisjoint(
            before
        ):
            continue
        for at in range(last + 1, last + 1 + FARTHEST_AGENT):
            number = ground.begins_at.get(at, ground.reader.at.get(at, -1))
            if number < 0 or not ground.may_speak(mention := ground.reader.mentions[number]):
                continue
            if mention.form == "noun" and (mention.title in INDEFINITE or mention.plural):
                found[quote] = Told(-1, None, LIKELY, True)
            elif memory.resolve(mention) and mention.entity >= 0:
                found[quote] = Told(number, None, LIKELY)
            break
