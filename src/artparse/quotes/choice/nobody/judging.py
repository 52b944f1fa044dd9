"""Words in marks that nobody said are let go of.

    His second album, “Salt and Tin”, came in May.   ->  no quote

The first choice of a speaker (see `attribution`) learnt from news, where most words in marks are somebody's.
Here a log-linear model judges once more what that choice holds to be said, by what was learnt from articles
of many kinds: how the words look, what stands around them, how the article uses its marks, and how sure the
choice is.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from artparse.data.tables import path_of
from artparse.languages import packs
from artparse.quotes import model
from artparse.quotes.choice.choosing import TOLD_BY_SENTENCE
from artparse.quotes.choice.nobody.features import features_of
from artparse.quotes.choice.nobody.view import view_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice, take_back

WEIGHTS = "nobody.txt"
OTHERS = "nobody_others.txt"
"""What was learnt for languages that have a pack and no weights of their own."""
RULE = "quote/said"
"""What is named where the model holds words to be somebody's."""
BOUND = 20
"""A stretch whose score is above, in `model.SCALE`ths, is nobody's words: where that is likelier by half."""
BACK = -100
"""What the first choice refused is taken back below this, in languages that it was not learnt on."""
SETTLED = 0.0025
"""Where the first choice gives nobody no more than this, the words are somebody's."""
TOLD_FOR_SURE = 0.8
"""Where a sentence tells the speaker as surely, the words are somebody's."""
BESIDE = 4
"""A verb so few tokens behind the words tells who says them."""


def weights_of(language: str | None, glossed: bool) -> str | None:
    """Which weights hold for a text: its pack's own or those of all packs; none without a pack."""
    if not glossed:
        return WEIGHTS
    own = packs.path_of(language or "", WEIGHTS)
    if os.path.isfile(path_of(own)):
        return own
    return OTHERS if packs.declared(language or "") else None


def judge(reader: Reader, choices: Sequence[Choice], weights: str = WEIGHTS) -> None:
    """Let go of those of an article's `choices` that what was learnt holds for nobody's words."""
    back = weights == OTHERS
    doubtful = [
        number
        for number, choice in enumerate(choices)
        if _is_doubtful(reader, choice) or (back and choice.scores and not choice.taken)
    ]
    if not doubtful:
        return
    table = model.weights(weights)
    view = view_of(reader, choices)
    article = model.score(table, view.article)
    scores = [article + model.score(table, features_of(view, number)) for number in doubtful]
    for number, score in zip(doubtful, scores, strict=True):
        choice = choices[number]
        if not choice.taken and score >= BACK:
            continue
        choice.doubt = score / model.SCALE
        if not choice.taken:
            take_back(choice)
        elif score > BOUND:
            choice.taken = 0


def _is_doubtful(reader: Reader, choice: Choice) -> bool:
    """Whether the words may still be nobody's."""
    weighed = choice.shares[0] > SETTLED if choice.scores else _is_told_weakly(choice)
    return choice.taken > 0 and weighed and not _is_told(reader, choice)


def _is_told_weakly(choice: Choice) -> bool:
    """Whether a sentence tells the speaker by no more than a clause around the words, or tells no name."""
    return choice.rule == TOLD_BY_SENTENCE and (choice.taken == 1 or choice.share < TOLD_FOR_SURE)


def _is_told(reader: Reader, choice: Choice) -> bool:
    """Whether the words beside the marks tell who says it: "“Never,” he replied", "he replied: “Never.”"."""
    situation = choice.situation
    first, last = situation.first, situation.last
    if first > 1 and reader.tokens.words[first - 1] == ":" and reader.says(first - 2):
        return True
    cue = choice.chosen.cue if choice.chosen is not None else -1
    if not 0 <= cue - last < BESIDE or reader.text[situation.stretch.end - 1] not in ",?!":
        return False
    return reader.says(cue)
