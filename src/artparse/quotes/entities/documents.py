"""Who issued a document: "the report by the union", "Doe's letter", "a statement read".

In: what the article has told so far and the mention. Out: the number of an entity, or -1.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import POSSIBLE
from artparse.quotes.entities.bodies import is_generic, known_body
from artparse.quotes.entities.discourse import Discourse, is_no_person, speaks
from artparse.quotes.kinds import BELONGING, KNOWN, OWN
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention
from artparse.quotes.words import word_list

NEWSPAPER_PIECES = word_list("newspaper pieces")
ISSUING_VERBS = word_list("issuing verbs")
POSSESSIVES_OF_WRITERS = word_list("possessives of writers")
POSSESSIVES_OF_BODIES = word_list("possessives of bodies")
PRONOUNS_OF_BODIES = word_list("pronouns of bodies")
ISSUED_BY = word_list("signs of an issuer") - BELONGING

MENTIONS_BEFORE, SENTENCES_BEFORE, TOKENS_BEFORE = 30, 8, 200
"""How far back from "the report" it is looked for who issued it."""
MENTIONS_OF_SENTENCE = 4
SENTENCES_OF_ITS_OWN = 3
"""So many sentences before "its report" it is told whose that is."""


def owns_document(so_far: Discourse, owner: Mention) -> bool:
    """Whether a mention before a document's noun tells whose it is: "the Acme report", "Doe's letter"."""
    being = so_far.entities[owner.entity].being
    if owner.form == "pronoun":
        return owner.words[0] in OWN
    person = being == "person" and (owner.possessive or is_no_person(so_far, owner.entity))
    return owner.inside and (being in ("organization", "other") or person)


def names_document(mention: Mention, owner: Mention) -> bool:
    """Whether a name stands right before a document's noun: "the Roe report", of a person or a body."""
    return owner.form == "name" and owner.inside and owner.last == mention.last - 1


def owner(so_far: Discourse, number: int, mention: Mention) -> int:
    """Whose a document is, by what stands before the noun: "a recent Acme report"; or -1."""
    if mention.title in POSSESSIVES_OF_WRITERS:
        return -1  # "our Acme Phone review"
    for other in reversed(so_far.mentions[max(0, number - 4) : number + 3]):
        within = mention.first <= other.first < mention.last and not is_generic(so_far, other)
        if within and other.entity >= 0 and (owns_document(so_far, other) or names_document(mention, other)):
            return other.entity
    return -1


def of_body(so_far: Discourse, number: int, mention: Mention) -> int:
    """The body that owns a document: "the newspaper's editorial"; or -1."""
    words = so_far.tokens.words[mention.first : mention.last - 1]
    owner = next((bare(word).lower() for word in words if word.endswith(("'s", "’s"))), "")
    return known_body(so_far, mention, owner) if owner in so_far.generic else -1


def just_told(so_far: Discourse, number: int, mention: Mention) -> int:
    """The organisation that the sentence before tells of, as "a statement read" follows; or -1."""
    if mention.words[0] != "statement" or mention.title != "a" or mention.subject != 1:
        return -1
    for other in reversed(so_far.recent[-8:]):
        if mention.sentence - other.sentence > 1:
            break
        if other.subject == 1 and mention.sentence - other.sentence == 1:
            return other.entity if is_no_person(so_far, other.entity) else -1
    return -1


def of_its_own(so_far: Discourse, number: int, mention: Mention) -> int:
    """The organisation that the sentences before tell of, as "Their assessment: “…”" follows; or -1.

    That of the sentence itself, as in "the Post, which closed its report".
    """
    if mention.title not in POSSESSIVES_OF_BODIES:
        return -1
    for other in reversed(so_far.recent[-MENTIONS_OF_SENTENCE:]):
        if other.sentence == mention.sentence and other.words[0] in PRONOUNS_OF_BODIES:
            return other.entity if is_no_person(so_far, other.entity) else -1
    if not speaks(so_far, mention):
        return -1
    for other in reversed(so_far.recent[-8:]):
        if mention.sentence - other.sentence > SENTENCES_OF_ITS_OWN:
            break
        if other.subject == 1 and other.sentence < mention.sentence:
            return other.entity if is_no_person(so_far, other.entity) else -1
    return -1


def issuer_behind(so_far: Discourse, number: int, mention: Mention) -> int:
    """Who issued a document: "the lawsuit filed on Monday by Tillis", "a study from the union"; or -1."""
    words = so_far.tokens.words
    for at, other in enumerate(so_far.mentions[number + 1 : number + 4], number + 1):
        if other.first > mention.last + 8 or other.sentence != mention.sentence or other.quoted >= 0:
            break
        i = other.first - 1
        if words[i].lower() in lists.words("en/determiners.txt"):
            i -= 1
        between = words[mention.last : i]
        plain = all(
            w[0].isalnum() and (w in ISSUING_VERBS or so_far.cues.get(w, 0) < POSSIBLE) for w in between
        )
        sent = not between or between[-1] in ISSUING_VERBS
        if words[i] not in ISSUED_BY or not plain or (words[i] == "from" and not sent):
            continue
        if other.form == "noun" and other.entity < 0:
            from artparse.quotes.entities.sieves import noun_meant  # It asks this module in turn.

            other.entity = noun_meant(so_far, at, other)
        return other.entity
    return -1


def issuer_before(so_far: Discourse, number: int, mention: Mention) -> int:
    """Who published the statement that was mentioned before; or -1."""
    head = mention.words[0]
    if mention.title not in KNOWN:
        return -1
    for other in reversed(so_far.recent[-MENTIONS_BEFORE:]):
        if mention.sentence - other.sentence > SENTENCES_BEFORE:
            break
        if other.form == "noun" and other.words == mention.words and so_far.entities[other.entity].name:
            return other.entity
    if head not in lists.words("en/issued.txt"):
        return -1
    for other in reversed(so_far.recent[-6:]):
        named = so_far.entities[other.entity].name
        person = other.form == "noun" and other.being == "person"
        if other.sentence == mention.sentence and other.subject >= LIKELY_SUBJECT and named and not person:
            return other.entity
    return _subject_of_issuing(so_far, mention, _words_of_issuing(head))


def _words_of_issuing(head: str) -> frozenset[str]:
    """The words that tell, before "the report", that it is the one meant: itself, "reported"."""
    pieces = NEWSPAPER_PIECES if head in NEWSPAPER_PIECES else frozenset()
    return pieces | lists.issuing().get(head, frozenset()) | {head}


def _subject_of_issuing(so_far: Discourse, mention: Mention, issuing: frozenset[str]) -> int:
    """The subject of the last sentence that has one of the words, outside quotation marks; or -1."""
    tokens, recent = so_far.tokens, so_far.recent
    for i in range(mention.first - 1, max(0, mention.first - 1 - TOKENS_BEFORE), -1):
        if tokens.sentences[i] <= mention.sentence - SENTENCES_BEFORE:
            break
        if tokens.words[i].lower() in issuing and tokens.quoted[i] < 0:
            those = [m for m in recent[-MENTIONS_BEFORE:] if m.sentence == tokens.sentences[i]]
            subjects = (m for m in those if m.subject == 1 or (m.first < i and m.subject >= LIKELY_SUBJECT))
            subject = next(subjects, None)
            found = subject or _of_members(so_far, those)
            return found.entity if found is not None else -1
    return -1


def _of_members(so_far: Discourse, mentions: Sequence[Mention]) -> Mention | None:
    """The body of whose members a sentence tells: "Nineteen members of the Tide Union signed"."""
    words = so_far.tokens.words
    for mention in mentions:
        before = [w.lower() for w in words[max(0, mention.first - 3) : mention.first + 1]]
        if mention.governed and "members" in before and is_no_person(so_far, mention.entity):
            return mention
    return None
