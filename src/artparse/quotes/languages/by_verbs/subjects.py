"""Where the subject of a verb of saying stands: behind it, before it, behind an aside.

«…», dijo a Reuters el fiscal Pedro Aldana      behind the verb, over what a preposition governs
Pedro Aldana, fiscal de Lima, dijo que …        before the verb, over an aside
"""

from __future__ import annotations

from artparse.quotes.kinds import BELONGING, CLAUSE_OPENERS, DEFINITE, INDEFINITE, OBJECT_PRONOUNS, POSTS
from artparse.quotes.languages.by_verbs.ground import SENTENCE_ENDS, Ground
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

SUBJECT_PRONOUNS = word_list("subject pronouns")
POSSESSIVES_OF_SEVERAL = word_list("possessives of several")
BETWEEN_VERBS = word_list("words between verbs")
BEFORE_VERBS = word_list("words of manner") | {","}
"""What may stand between a quote and its verb: "«…», como explicó"."""
VOICES = word_list("signs of voices")
"""What stands before whoever speaks for a body."""
CLOSING = {",": ",", ")": "("}
"""What ends an aside, to what opens it."""
LONGEST_ASIDE = 30
"""An aside between a subject and its verb has at most so many tokens."""
LONGEST_ROLE = 8
"""Whoever speaks for a body is named, with the role, in at most so many tokens."""
LONGEST_COMPLEMENT = 4
"""What a noun is of begins at most so many tokens behind it."""
MOST_BETWEEN = 4
"""Between a subject and its verb stand at most so many small words."""
FARTHEST_NAME = 12
"""Behind a verb its subject's name is at most so many tokens away."""


def stretch_before(ground: Ground, i: int) -> int:
    """The stretch that ends right before a verb, or before the pronoun there; or -1."""
    at = i - 1
    while at >= 0 and (
        ground.words[at] in BEFORE_VERBS
        or ground.words[at] in SUBJECT_PRONOUNS
        or ground.words[at] in OBJECT_PRONOUNS
    ):
        if ground.quoted[at] >= 0:
            break
        at -= 1
    same = at >= 0 and ground.reader.tokens.passages[at] == ground.reader.tokens.passages[i]
    return ground.quoted[at] if same and not _is_subject(ground, ground.quoted[at], i) else -1


def _is_subject(ground: Ground, quote: int, i: int) -> bool:
    """Whether words in marks only name the subject of a verb behind: "Le morceau « 6 h » évoque"."""
    if quote < 0 or ground.reader.bounds[quote][1] != i or ground.ends_open(quote):
        return False
    before = ground.reader.bounds[quote][0] - 1
    same = before >= 0 and ground.reader.tokens.passages[before] == ground.reader.tokens.passages[i]
    return same and ground.words[before][0].isalnum() and not ground.reader.stretches[quote].continues


def pronoun_before(ground: Ground, i: int) -> int:
    number = ground.reader.at.get(i - 1, -1)
    is_pronoun = number >= 0 and ground.words[i - 1] in SUBJECT_PRONOUNS
    return number if is_pronoun and ground.reader.mentions[number].form == "pronoun" else -1


def pronoun_over_adverb(ground: Ground, i: int) -> int:
    """The pronoun that one small word parts from its verb: "il avait pourtant juré"; or -1."""
    small = ground.word(i - 1).islower() and ground.word(i - 1) not in ground.verbs
    return pronoun_before(ground, i - 1) if small and ground.quoted[i - 2] < 0 else -1


def subject_behind(ground: Ground, i: int) -> int:
    """The mention that a verb has behind it for its subject; or -1."""
    at, noun = i + 1, -1
    last = min(len(ground.words), i + 1 + FARTHEST_NAME)
    while at < last and ground.reader.tokens.passages[at] == ground.reader.tokens.passages[i]:
        if ground.words[at] in SENTENCE_ENDS or ground.quoted[at] >= 0:
            break
        number = ground.reader.at.get(at, -1)
        mention = ground.reader.mentions[number] if number >= 0 else None
        if ground.words[at] == ",":
            described = noun >= 0 or _is_known(ground, i + 1) or ground.word(i + 1) in INDEFINITE
            named = ground.reader.at.get(at + 1, -1) if described else -1
            if named >= 0 and ground.is_person(named) and ground.reader.mentions[named].first == at + 1:
                return named
            break
        if mention is not None and mention.form != "pronoun":
            free = not mention.governed and not mention.possessive
            if noun < 0 and free:
                if mention.form == "name":
                    return _named_for(ground, i, number)
                noun = number
            elif free and mention.form == "name" and _names_body(ground, noun, mention):
                return number
            at = mention.last
            continue
        if mention is not None:
            break
        at += 1
    return noun


def _names_body(ground: Ground, noun: int, name: Mention) -> bool:
    """Whether a name that small words part from a noun is the body's: "l'association de patients Vivre+"."""
    body = ground.reader.mentions[noun]
    between = ground.words[body.last : name.first]
    return body.being == "organization" and bool(between) and all(word.islower() for word in between)


def _is_known(ground: Ground, i: int) -> bool:
    """Whether what opens at `i` is known or owned: "the member", "their member"."""
    return ground.word(i) in DEFINITE or ground.word(i) in POSSESSIVES_OF_SEVERAL


def _named_for(ground: Ground, i: int, number: int) -> int:
    """Whom a name behind the verb at `i` tells of: "admitió el diputado UDI de Lima, Pablo Toloza"."""
    mention = ground.reader.mentions[number]
    party = len(mention.words) == 1 and mention.words[0].isupper() and ground.word(mention.last) == ","
    if party:
        named = ground.begins_at.get(mention.last + 1, -1)
        if named >= 0 and ground.is_person(named) and len(ground.reader.mentions[named].words) > 1:
            return named  # "la candidate LR, Isabelle Rocher"
    described = _is_known(ground, i + 1) and mention.first > i + 2
    if described and not ground.is_person(number) and ground.word(i + 2).islower():
        named = named_behind(ground, mention)
        return named if named >= 0 else number
    return number


def named_behind(ground: Ground, noun: Mention) -> int:
    """The person whose name stands behind a noun: "its director in Lyon, Anne Roux"; or -1."""
    for at in range(noun.last, noun.last + FARTHEST_NAME):
        here = ground.begins_at.get(at, -1)
        if here >= 0 and ground.is_person(here) and ground.word(at - 1) not in POSTS | DEFINITE:
            return here
        if ground.word(at) == ",":
            number = ground.reader.at.get(at + 1, -1)
            named = number >= 0 and ground.reader.mentions[number].first == at + 1
            return number if named and ground.is_person(number) else -1
        if not ground.word(at)[0].isalnum():
            break
    return -1


def subject_before(ground: Ground, i: int) -> int:
    """The mention that stands right before a verb, or before an aside there, as its subject; or -1."""
    at, near = i - 1, i - 1 - MOST_BETWEEN
    if ground.word(i - 1) in BETWEEN_VERBS:
        return -1  # "Vino con Ana Bo y dijo": see `subject_shared`
    if ground.word(i - 1) in CLOSING:
        apposed = ground.reader.at.get(i - 2, -1)
        first = ground.reader.mentions[apposed].first if apposed >= 0 else 0
        if ground.word(first - 1) == "," and ground.is_person(apposed):
            return apposed  # "The secretary, Piero Nesi, announced"
        if (voice := _voice(ground, i - 1)) >= 0:
            return voice
        opening = CLOSING[ground.word(i - 1)]
        at = next((j for j in range(i - 2, max(-1, i - LONGEST_ASIDE), -1) if ground.word(j) == opening), -1)
        at, near = at - 1, at - 1
    while at >= max(0, near) and ground.quoted[at] < 0 and ground.words[at][0].isalnum():
        number = ground.reader.at.get(at, -1)
        if number >= 0:
            mention = ground.reader.mentions[number]
            if mention.form == "pronoun":
                return -1
            if not mention.governed and not mention.possessive:
                return number if ground.may_speak(mention) else -1
            at = mention.first
            near = min(near, at - LONGEST_COMPLEMENT)  # "Un aliado del presidente de la Cámara dice"
        at -= 1
    return -1


def _voice(ground: Ground, i: int) -> int:
    """The person named before the comma at `i` through whom a body speaks; or -1.

    "The chamber, through its president Anne Roy, asked"
    """
    number = ground.ends_at.get(i, -1)
    through = not VOICES.isdisjoint(ground.words[max(0, i - LONGEST_ROLE) : i])
    return number if through and number >= 0 and ground.is_person(number) else -1


def subject_shared(ground: Ground, i: int) -> int:
    """The subject of the sentence's first verb, for one that "and" joins to it; or -1.

    "La portavoz, Ana Ruiz, descartó un adelanto y calificó de “ruido” las informaciones"
    """
    if ground.word(i - 1) not in BETWEEN_VERBS:
        return -1
    tokens, at, found = ground.reader.tokens, i - 1, -1
    while at >= max(0, i - LONGEST_ASIDE) and tokens.sentences[at] == tokens.sentences[i]:
        number = ground.reader.at.get(at, -1)
        if number >= 0:
            mention = ground.reader.mentions[number]
            if mention.subject == 1 and mention.quoted < 0 and ground.may_speak(mention):
                found = number
            at = mention.first
        at -= 1
    return found


def name_behind(ground: Ground, i: int) -> int:
    """The name right behind a verb that has its subject there: "In a letter wrote Ottens that"; or -1."""
    number = ground.reader.at.get(i + 1, -1)
    if number < 0 or not ground.is_person(number):
        return -1
    mention = ground.reader.mentions[number]
    that = ground.word(mention.last) in CLAUSE_OPENERS
    return number if that and mention.first == i + 1 and mention.quoted < 0 else -1


def owner(ground: Ground, number: int) -> int:
    """The body or person whose document a noun is: "diz o comunicado do STF"; else the mention itself."""
    issuer = issuer_of(ground, ground.reader.mentions[number])
    return issuer if issuer >= 0 else number


def issuer_of(ground: Ground, mention: Mention) -> int:
    """The body or person that stands behind a document as whose it is; or -1."""
    if mention.form != "noun" or mention.being != "document" or ground.word(mention.last) not in BELONGING:
        return -1
    for at in (mention.last + 1, mention.last + 2):
        named = ground.begins_at.get(at, -1)
        if named >= 0 and ground.may_speak(ground.reader.mentions[named]):
            return named
    return -1


def add_noun(ground: Ground, i: int) -> int:
    """A new mention for an unknown noun, at token `i` with its article: "dice la agricultora"."""
    tokens = ground.reader.tokens
    span = (tokens.starts[i], tokens.ends[i + 1])
    mention = Mention(i, i + 2, span, "noun", (ground.words[i + 1],), "person", "u")
    mention.title, mention.subject = ground.words[i], 1.0
    mention.sentence, mention.passage = tokens.sentences[i], tokens.passages[i]
    ground.reader.mentions.append(mention)
    return len(ground.reader.mentions) - 1
