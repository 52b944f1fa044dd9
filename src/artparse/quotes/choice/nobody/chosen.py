"""What the first choice of a speaker was: how sure, whom, by what; and those of the stretches around."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes import model
from artparse.quotes.choice.choosing import TOLD_BY_SENTENCE
from artparse.quotes.choice.nobody.steps import ODDS, ROUGH_ODDS, ROUGH_SIZES, SHARES, SIZES, odds, steps
from artparse.quotes.choice.nobody.view import Own, View
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice
from artparse.quotes.words import word_list

LISTING = word_list("words between items")
"""What stands between the items of a row."""
ROW = 4
"""Fewer tokens stand between the items of a row."""


def chosen(view: View, number: int, own: Own) -> Iterator[str]:
    """How sure the choice is, and whom it took."""
    reader, choice = view.reader, view.choices[number]
    situation = choice.situation
    if choice.rule == TOLD_BY_SENTENCE:
        yield from _told(reader, choice)
        return
    yield from steps("o", odds(choice.shares[0]), ODDS)
    yield from steps("ou", odds(choice.shares[1]), ODDS)
    said = max(1e-6, 1 - choice.shares[0])
    yield from steps("ot", max(choice.shares[2:], default=0.0) / said, SHARES)
    yield from steps("sh", choice.share, SHARES)
    if situation.labels:
        yield "label"
    if situation.heard:
        yield "heard"
    yield f"r{choice.rule}"
    taken = choice.chosen
    if taken is None:
        yield "unnamed"
        return
    mention = reader.mentions[taken.mention]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None else mention.being
    word = reader.tokens.words[taken.cue].lower() if taken.cue >= 0 else ""
    strength, form = reader.strengths.get(word, 0) // 3, mention.form[0]
    yield from (f"kf{form}{being}", f"kp{taken.place}", f"kfp{form}{taken.place}")
    yield from (f"kc{strength}", f"kcp{strength}{taken.place}{form}")
    yield from (
        f"kn{entity is not None and len(entity.name) > 1}{being}",
        f"kg{mention.governed}{mention.possessive}",
    )
    yield from steps("kl", reader.likely(taken.mention) / model.SCALE, (-4, -2, -1, 0, 1, 2, 4))
    yield from steps("kr", reader.reporting.get(mention.entity, 0), (1, 2, 4))


def _told(reader: Reader, choice: Choice) -> Iterator[str]:
    """How sure the sentence itself tells the speaker, and by what words."""
    form = reader.mentions[choice.chosen.mention].form if choice.chosen is not None else "unnamed"
    yield from (f"t{choice.share}", f"t{form}", f"t{form}{choice.share}")


def neighbours(view: View, number: int, own: Own) -> Iterator[str]:
    """The stretches before and after, and all others."""
    here, rows = view.choices[number].situation, 0
    for name, other in (("B", number - 1), ("F", number + 1)):
        if not 0 <= other < len(view.choices):
            yield f"{name}none"
            continue
        there = view.choices[other].situation
        one, two = (there, here) if other < number else (here, there)
        between = view.reader.tokens.words[one.last : min(two.first, one.last + ROW)]
        same = one.stretch.passage == two.stretch.passage
        row = same and len(between) < ROW and all(word.lower() in LISTING for word in between)
        rows += row
        apart = min(two.stretch.passage - one.stretch.passage, 3)
        yield f"{name}g{apart}"
        yield f"{name}t{min(view.choices[other].taken, 2)}{apart}"
        yield from steps(f"{name}o{row}", view.odds[other], ROUGH_ODDS)
        yield from steps(f"{name}s{same}", view.sizes[other], ROUGH_SIZES)
    yield f"row{rows}"
    yield from steps("qp", view.reader.quotes_in[here.stretch.passage], (2, 3, 4, 6))
    others = max(1, len(view.choices) - 1)
    yield from steps("Om", (view.total_size - view.sizes[number]) / others, SIZES)
    yield from steps("Oo", (view.total_odds - view.odds[number]) / others, ODDS)
