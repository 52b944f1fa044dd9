"""Verbs of saying that are set in between the words in marks.

« Non, soupire-t-elle. C'est fini. »
"""

from __future__ import annotations

from artparse.quotes.kinds import DASHES
from artparse.quotes.languages.by_verbs.ground import Ground
from artparse.quotes.languages.by_verbs.subjects import FARTHEST_NAME, MOST_BETWEEN, SUBJECT_PRONOUNS

PUT_BETWEEN = DASHES | {","}
"""What stands before a verb that is set in between the words of a quote."""


def subject_between(ground: Ground, i: int) -> int:
    """The mention that says the words which a verb is set in between; or -1."""
    quote = ground.quoted[i]
    starts = ground.reader.tokens.starts
    pronoun = ground.word(i - 1) in SUBJECT_PRONOUNS and starts[i - 1] > starts[i]
    if ground.word(i - 1 - pronoun) not in PUT_BETWEEN or ground.quoted[i - 1 - pronoun] != quote:
        return -1
    number = ground.number_at.get(i - 1, -1) if pronoun else _inside_behind(ground, i)
    if number < 0:
        return -1
    last = i + 1 if pronoun else ground.reader.mentions[number].last
    return number if _is_closed(ground, last, quote) else -1


def _inside_behind(ground: Ground, i: int) -> int:
    """The name, or else the noun, shortly behind a verb that is set in between; or -1."""
    noun = -1
    for at in range(i + 1, i + 1 + MOST_BETWEEN):
        if not ground.word(at)[0].isalnum():
            break
        number = ground.number_at.get(at, -1)
        if number >= 0 and ground.reader.mentions[number].form == "name":
            return number
        if number >= 0 and ground.reader.mentions[number].form == "noun":
            noun = number
    return noun


def _is_closed(ground: Ground, at: int, quote: int) -> bool:
    """Whether what is set in between the words ends soon: with a comma, a dash, a full stop."""
    for i in range(at, at + FARTHEST_NAME):
        if i >= len(ground.words) or ground.quoted[i] != quote or not ground.words[i][0].isalnum():
            return True
    return False
