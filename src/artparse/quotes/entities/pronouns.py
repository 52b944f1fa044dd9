"""Whom "he", "she", "it" and "they" stand for.

    "Ann Roe met Sam Holm. She said"  ->  Ann Roe

In: what the article has told so far and the number of a mention. Out: the number of an entity, or -1.
"""

from __future__ import annotations

from artparse.quotes.entities.discourse import Discourse, is_no_person, speaks
from artparse.quotes.entities.entity import Entity, is_proven
from artparse.quotes.kinds import OWN, PERSON_PRONOUNS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention
from artparse.quotes.mentions.nouns import speaks_for_others
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

ADDRESSING_VERBS = word_list("addressing verbs")
AUTHORS = word_list("writers of articles")
VERBS_OF_ASKING = word_list("verbs of asking")
OBJECTS_OF_CLAUSES = word_list("relative pronouns of objects")
SUBJECTS = PERSON_PRONOUNS

MENTIONS_SINCE_ASKED = 6
"""So many mentions back it is looked for whom the author asked."""
FARTHEST_SENTENCES = 12
"""A pronoun refers at most so many sentences back."""
SENTENCES_BEFORE_THEY = 4
MENTIONS_HERE = 8
"""So many mentions of a paragraph are looked at for the only person in it."""
FARTHEST_MENTIONS = 30
"""A pronoun refers at most so many mentions back."""


class Weights(NamedTuple):
    """What speaks for an antecedent of "he" and "she"; found by search on development articles."""

    sentences: float = -0.65
    """For each sentence between."""
    mentions: float = -0.12
    """For each mention between."""
    passages: float = -0.55
    """For each passage between."""
    same_gender: float = 0.6
    subject: float = 1.0
    """For how much the mention looks like a subject, 0 to 1."""
    possessive: float = -0.7
    same_pronoun: float = 0.35
    mentioned: float = 0.08
    """For each mention of the person in the article, up to `MOST_MENTIONED`."""
    inside: float = -0.5
    """The mention is only part of what is said of somebody."""
    again: float = 0.05
    """A mention nearer by is the same person's."""
    spoke_last: float = 0.05
    both_speak: float = 0.3
    """Both the pronoun and the mention say something: "Roe said. “…,” she said"."""
    asked: float = 2.0
    """The author asks the person something: "I ask Roe why. “To rest,” she says"."""
    unnamed: float = -0.9
    """The person has no name; three times this, where a preposition governs the mention."""
    unproven: float = -1.0
    """Only the form of the name tells that it is a person's."""


WEIGHTS = Weights()
MOST_MENTIONED = 6
MOST_SUBJECT = 1.51
"""How much a mention looks like a subject, with its `shift`, is less."""
MOST_ELSE = (
    WEIGHTS.same_gender
    + WEIGHTS.subject * MOST_SUBJECT
    + WEIGHTS.same_pronoun
    + WEIGHTS.mentioned * MOST_MENTIONED
    + WEIGHTS.again
    + WEIGHTS.spoke_last
    + WEIGHTS.both_speak
    + WEIGHTS.asked
)
"""More does not speak for a mention, beside what its distance speaks against it."""


def whom_he_means(so_far: Discourse, number: int, mention: Mention) -> int:
    """The person, or the body whose spokesman it is, that "he" or "she" most likely means; or -1."""
    best, found = -1e9, -1
    seen: set[int] = set()
    says = speaks(so_far, mention)
    spoken_to = whom_he_speaks_to(so_far, number, mention)
    asked = whom_the_author_asks(so_far, mention)
    told_of = whom_he_tells_of(so_far, mention)
    last = len(so_far.recent) - 1
    for at in range(last, max(-1, last - FARTHEST_MENTIONS), -1):
        other = so_far.recent[at]
        score = WEIGHTS.sentences * (mention.sentence - other.sentence) + WEIGHTS.mentions * (last - at)
        score += WEIGHTS.passages * (mention.passage - other.passage)
        if score + MOST_ELSE < best:
            break  # it stands too far away to win, and those before it, too
        entity = so_far.entities[other.entity]
        if not _may_be_he(mention, other, entity) or other.entity in (spoken_to, told_of):
            continue
        if mention.sentence - other.sentence > FARTHEST_SENTENCES:
            break
        score += WEIGHTS.same_gender if entity.gender == mention.gender != "u" else 0.0
        score += WEIGHTS.subject * (other.subject + other.shift)
        score += WEIGHTS.possessive if other.possessive else 0.0
        same = other.form == "pronoun" and other.gender == mention.gender
        score += WEIGHTS.same_pronoun if same else 0.0
        score += WEIGHTS.mentioned * min(entity.count, MOST_MENTIONED)
        score += WEIGHTS.inside if other.inside else 0.0
        score += WEIGHTS.again if other.entity in seen else 0.0
        score += WEIGHTS.spoke_last if so_far.spoke and so_far.spoke[-1] == other.entity else 0.0
        score += WEIGHTS.both_speak if says and speaks(so_far, other) else 0.0
        score += WEIGHTS.asked if other.entity == asked else 0.0
        score += WEIGHTS.unnamed * (1 + 2 * other.governed) if not (entity.name or entity.familiar) else 0.0
        score += WEIGHTS.unproven if other.form == "name" and not is_proven(entity) else 0.0
        seen.add(other.entity)
        if score > best:
            best, found = score, other.entity
    return found if found >= 0 else _alone_before(so_far, mention)


def _alone_before(so_far: Discourse, mention: Mention) -> int:
    """The only person of the paragraph so far, although the given name tells another gender; or -1."""
    here = [m for m in so_far.recent[-MENTIONS_HERE:] if m.passage == mention.passage]
    persons = {m.entity for m in here if so_far.entities[m.entity].being == "person"}
    named = [m for m in here if m.form == "name" and m.entity in persons]
    return named[0].entity if len(persons) == 1 and named and not any(m.title for m in named) else -1


def whom_the_author_asks(so_far: Discourse, mention: Mention) -> int:
    """The person whom the author asks something in the same sentence or the one before; or -1."""
    words, sentences = so_far.tokens.words, so_far.tokens.sentences
    for other in reversed(so_far.recent[-MENTIONS_SINCE_ASKED:]):
        if mention.sentence - other.sentence > 1:
            break
        verb = other.first - 1
        asks = verb > 0 and words[verb] in VERBS_OF_ASKING and other.words[0] not in OWN
        if asks and words[verb - 1] in AUTHORS and sentences[verb - 1] == other.sentence:
            return other.entity
    return -1


def whom_he_tells_of(so_far: Discourse, mention: Mention) -> int:
    """Who stands before "whom he", and so is another: "Doe, whom he accused of it"; or -1."""
    words, whom = so_far.tokens.words, mention.first - 1
    if whom < 1 or words[whom] not in OBJECTS_OF_CLAUSES or not so_far.recent:
        return -1
    comma = whom - (words[whom - 1] == ",")
    return so_far.recent[-1].entity if so_far.recent[-1].last == comma else -1


def whom_he_speaks_to(so_far: Discourse, number: int, mention: Mention) -> int:
    """Who is the object of the verb that "he" is the subject of, and so another: "he told Doe"; or -1."""
    words = so_far.tokens.words
    if mention.words[0] not in SUBJECTS or word_at(words, mention.last).lower() not in ADDRESSING_VERBS:
        return -1
    following = so_far.mentions[number + 1 : number + 2]
    object_of_it = following and following[0].first == mention.last + 1 and not following[0].possessive
    return following[0].entity if object_of_it else -1


def _may_be_he(mention: Mention, other: Mention, entity: Entity) -> bool:
    """Whether a "he" or "she" may be `other`: a person, or a spokesman, who stands for a body."""
    if other.form == "noun" and other.being == "document":
        return False
    if entity.writes:
        return False  # who says "I" of himself is no "he"
    if entity.being == "person":
        return {entity.gender, mention.gender} != {"m", "f"}
    return other.form == "noun" and speaks_for_others(other.words[0])


def whom_they_mean(so_far: Discourse, number: int, mention: Mention) -> int:
    """The organisation, or whom a spokesperson speaks for, that the sentence before is of; or -1."""
    if not speaks(so_far, mention):
        return -1
    for other in reversed(so_far.mentions[max(0, number - 12) : number]):
        says = other.form != "pronoun" and speaks(so_far, other)
        if other.quoted >= 0 or other.inside or other.governed or not (other.subject == 1 or says):
            continue
        if mention.sentence - other.sentence > 1 or (other.entity < 0 and not other.plural):
            break
        if other.plural:
            return -1  # "Two passengers said it was late. They"
        body = is_no_person(so_far, other.entity) and so_far.entities[other.entity].being != "place"
        return other.entity if body else _last_speaker(so_far, mention)
    return _last_speaker(so_far, mention)


def _last_speaker(so_far: Discourse, mention: Mention) -> int:
    """Who said something last before "they said", if that is named and no sentence long ago; or -1."""
    for other in reversed(so_far.recent[-12:]):
        if mention.sentence - other.sentence > SENTENCES_BEFORE_THEY:
            break
        if speaks(so_far, other) and so_far.entities[other.entity].name:
            return other.entity
    return -1


def what_it_means(so_far: Discourse, number: int, mention: Mention) -> int:
    """An organisation, or a place that speaks as one: a subject nearby, rather one that speaks."""
    best, found = -1e9, -1
    for at in range(len(so_far.recent) - 1, max(-1, len(so_far.recent) - 12), -1):
        other = so_far.recent[at]
        if mention.sentence - other.sentence > 3:
            break
        entity = so_far.entities[other.entity]
        document = other.form == "noun" and other.being == "document"
        if (entity.being == "person" and not document) or other.subject < LIKELY_SUBJECT or other.possessive:
            continue  # but "Her letter came today. It says"
        score = other.subject - 0.4 * (mention.sentence - other.sentence)
        score += 0.4 * speaks(so_far, other) - 0.3 * (other.form == "name" and entity.being == "other")
        if score > best:
            best, found = score, other.entity
    return found
