"""Who says the words behind a colon: "Ana Bo: «…»", "Ana Bo rió y dijo: «…»".

In: the token of a colon that words in marks follow. Out: the mention that says them, or -1.
"""

from __future__ import annotations

from artparse.quotes.languages.by_verbs.ground import Ground
from artparse.quotes.languages.by_verbs.memory import Memory
from artparse.quotes.languages.by_verbs.subjects import (
    FARTHEST_NAME,
    LONGEST_ASIDE,
    pronoun_before,
    subject_before,
)


def source_before_colon(ground: Ground, memory: Memory, i: int) -> int:
    """The name right before the colon at token `i`, else the subject of the sentence that it ends; or -1."""
    number = ground.reader.at.get(i - 1, -1)
    if number < 0 or ground.reader.mentions[number].form != "name":
        number = _subject_of_verb(ground, i)
    if number < 0 and ground.opens_large(ground.quoted[i + 1]):
        number = _source_of_sentence(ground, memory, i)
    if number < 0 and ground.opens_large(ground.quoted[i + 1]):
        number = _only_subject(ground, memory, i)
    return number


def _subject_of_verb(ground: Ground, i: int) -> int:
    """The subject of the last verb of saying before a colon; or -1."""
    near = range(i - 1, max(-1, i - FARTHEST_NAME), -1)
    verb = next((j for j in near if ground.words[j] in ground.verbs), -1)
    sentences = ground.reader.tokens.sentences
    if verb < 0 or sentences[verb] != sentences[i]:
        return -1
    number = subject_before(ground, verb) if ground.quoted[verb] < 0 else -1
    return pronoun_before(ground, verb) if number < 0 and verb == i - 1 else number


def _source_of_sentence(ground: Ground, memory: Memory, i: int) -> int:
    """The name of whoever is a source in the sentence that a colon ends; or -1.

    "«…», dijo Ana Bo, que rio: «…»"
    """
    source = memory.source
    if source is None or source.sentence != ground.reader.tokens.sentences[i]:
        return -1
    return memory.last_names.get(source.entity, -1)


def _only_subject(ground: Ground, memory: Memory, i: int) -> int:
    """The person who is the subject of the sentence that ends at a colon, if it has no other; or -1.

    "Ferrán le devuelve el elogio: “…”"
    """
    reader, tokens, number, noun = ground.reader, ground.reader.tokens, -1, -1
    at = i - 1
    while at >= max(0, i - LONGEST_ASIDE) and tokens.sentences[at] == tokens.sentences[i]:
        if ground.quoted[at] >= 0:
            return -1
        here = reader.at.get(at, -1)
        if here >= 0:
            mention = reader.mentions[here]
            if mention.form == "name" and not mention.governed:
                if number >= 0:
                    return -1
                number = here
            if mention.form == "noun" and mention.being == "person" and mention.subject == 1:
                noun = here
            at = mention.first
        at -= 1
    if number < 0:
        return noun
    subject = reader.mentions[number].subject == 1
    return number if subject or memory.holds_office(number) else -1
