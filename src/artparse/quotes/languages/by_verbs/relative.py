"""The subject of a verb of saying in a relative clause, and of one that its subject is set apart from.

"le préfet, qui parle d'« un palier »"      the prefect
"L'Ocva, elle, conclut à un effet « nul »"  the Ocva
"""

from __future__ import annotations

from artparse.quotes.kinds import OBJECT_PRONOUNS, RELATIVE_PERSONS
from artparse.quotes.languages.by_verbs.ground import Ground

LONGEST_BRACKET = 6
"""A bracket between somebody and "who" has at most so many tokens."""
LONGEST_COMPLEMENT = 4
"""What a noun is of, between it and "who", has at most so many tokens."""


def subject_of_relative(ground: Ground, i: int) -> int:
    """Whom "who" right before the verb at `i` stands for; or -1."""
    at = i - 1
    while ground.word(at) in OBJECT_PRONOUNS:
        at -= 1
    if ground.word(at) not in RELATIVE_PERSONS or ground.quoted[at] >= 0:
        return -1
    sentence = ground.reader.tokens.sentences[at]
    at -= 1
    if ground.word(at) == ",":
        at -= 1
    if ground.word(at) == ")":
        at = next((j for j in range(at - 1, at - LONGEST_BRACKET, -1) if ground.word(j) == "("), at) - 1
    for here in range(at, max(-1, at - LONGEST_COMPLEMENT), -1):
        if ground.reader.tokens.sentences[here] != sentence or not ground.word(here)[0].isalnum():
            return -1
        number = ground.reader.at.get(here, -1)
        if number >= 0 and ground.may_speak(ground.reader.mentions[number]):
            return number
    return -1


def subject_apart(ground: Ground, i: int) -> int:
    """The subject that a pronoun between commas parts from the verb at `i`, and that is not read; or -1."""
    if ground.word(i - 1) != "," or i < 2 or ground.quoted[i - 1] >= 0:
        return -1
    number, tokens = ground.reader.at.get(i - 2, -1), ground.reader.tokens
    if number < 0 or tokens.sentences[i - 2] != tokens.sentences[i]:
        return -1
    mention = ground.reader.mentions[number]
    between = ground.reader.text[tokens.ends[i - 2] : tokens.starts[i]]
    passed = any(c.isalpha() for c in between) and between.count(",") == 2
    return number if passed and not mention.governed and ground.may_speak(mention) else -1
