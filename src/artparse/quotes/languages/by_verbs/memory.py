"""Who was a source, or the subject of a sentence, last, and whom pronouns and nouns mean by that."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.names import lists
from artparse.quotes.entities.entity import Entity, gender_of_entity, is_proven
from artparse.quotes.kinds import (
    BELONGING,
    DEFINITE,
    DEMONSTRATIVES,
    INDEFINITE,
    PERSON_PRONOUNS,
    POSSESSIVES,
)
from artparse.quotes.languages.by_verbs.ground import SENTENCE_ENDS, Ground
from artparse.quotes.languages.by_verbs.offices import Offices
from artparse.quotes.languages.by_verbs.somebody import MostNamed, Somebody
from artparse.quotes.languages.by_verbs.subjects import issuer_of
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

ARTICLES = DEFINITE | DEMONSTRATIVES
AUXILIARIES = word_list("auxiliaries of one")
OPPOSED = word_list("roles that shut out each other")
FORMER = word_list("words for what is over")
"""Who was a player may be the trainer."""
FARTHEST_PASSAGES, FARTHEST_SENTENCES = 3, 10
"""Whoever spoke or was a subject last is meant by "he" over so many of them."""
LONGEST_EPITHET = 3
"""So far behind a noun a comma may open the name of whom it is for."""
LONGEST_APPOSED = 8
"""Between a noun and the comma before the name of whom it is for stand at most so many tokens."""
FARTHEST_MAIN = 100
"""So many passages away somebody whom the article is about is meant by "the woman"."""


class Memory:
    """Who spoke and who was a subject last, while an article is read from left to right."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.reader = ground, ground.reader
        self.offices = Offices(ground.reader)
        self._source: Somebody | None = None
        self.spoke: dict[str, Somebody] = {}
        """Gender to the source of it that was one last."""
        self.topic: Somebody | None = None
        self.bodies: dict[str, set[int]] = {}
        """First word of a body's name to the bodies named so far."""
        self.writer = -1
        """The mention of the body, or of what else is no person, that was a subject last: a newspaper's."""
        self.body: Somebody | None = None
        self.named: dict[str, Somebody] = {}
        """Gender to the person of it who was named last."""
        self.latest_name: Somebody | None = None
        """The person named last, with how many names so ever."""
        self.called: dict[int, set[str]] = {}
        """Whoever a noun was held to mean, to these nouns."""
        self.met: set[int] = set()
        """The entities that were named so far."""
        self.most_named = MostNamed()
        self.last_names: dict[int, int] = {}
        """Entity to the mention that named it last so far."""
        self.deaf_until = -1
        """Before this token nobody is noted: "Asked about the bill of Guy Fay, he said"."""

    @property
    def source(self) -> Somebody | None:
        """Whoever was a source last."""
        return self._source

    @source.setter
    def source(self, somebody: Somebody) -> None:
        self._source = self.spoke[somebody.gender] = somebody

    def note_topic(self, mention: Mention) -> None:
        """Remember a person or body whose name is the subject of its sentence, and the person named last."""
        if mention.form == "name" and mention.quoted < 0 and mention.entity >= 0:
            entity = self.reader.entities[mention.entity]
            self.last_names[mention.entity] = self.reader.at[mention.first]
            if entity.being == "person":
                self.latest_name = self.somebody(mention)
            if entity.being == "person" and (len(entity.name) > 1 or mention.subject == 1):
                somebody = self.somebody(mention)
                self.named[somebody.gender] = somebody
                self.most_named.count(somebody)
        if mention.form == "pronoun" or mention.quoted >= 0 or mention.inside or mention.possessive:
            return
        if mention.first < self.deaf_until:
            return
        if self.topic is not None and self.topic.sentence == mention.sentence:
            return
        if mention.form == "noun" and mention.being == "document":
            issuer = issuer_of(self.ground, mention) if mention.subject == 1 else -1
            if issuer >= 0:
                whose = self.reader.mentions[issuer].entity
                self.topic = Somebody(whose, "u", mention.sentence, mention.passage)
            return
        if mention.form == "noun":
            self._note_noun(mention)
            return
        if mention.entity < 0:
            return
        entity = self.reader.entities[mention.entity]
        set_apart = self.ground.word(mention.first - 1) == self.ground.word(mention.last) == ","
        introduced = self._is_introduced(mention)
        if entity.being == "person" and (
            set_apart
            or introduced
            or self._is_apposed(mention)
            or (mention.subject == 1 and self._is_proven(entity))
        ):
            self.topic = self.somebody(mention)
        elif entity.being == "organization" and mention.subject == 1:
            self.body = self.somebody(mention)

    def _note_noun(self, mention: Mention) -> None:
        """Remember the person for whom a noun is the subject of its sentence, named or new."""
        holder = self.offices.holder(mention)
        mention.entity = holder if holder >= 0 else mention.entity
        if mention.entity >= 0 and self._is_another(mention.entity, mention):
            mention.entity = -1
        named = self._has_name(mention)
        known = mention.title in DEFINITE and self._opens_passage(mention) and named
        apart = any(self.ground.word(mention.last + k) == "," for k in range(LONGEST_EPITHET))
        if not known and mention.title in ARTICLES and not (named and apart):
            known = mention.subject == 1 and self.resolve(mention) and self._has_name(mention)
        new = mention.title in DEFINITE and mention.entity < 0 and not mention.plural
        told = mention.title in INDEFINITE or known or new
        if told and mention.being == "person" and mention.subject == 1:
            self.topic = self.somebody(mention)

    def note_writer(self, number: int) -> None:
        """Remember a name that may be that of a newspaper: the subject of its sentence, and no person's."""
        mention = self.reader.mentions[number]
        if mention.form == "name" and mention.quoted < 0 and mention.entity >= 0:
            entity = self.reader.entities[mention.entity]
            words = " ".join(entity.name).lower().split()
            if entity.being == "organization" and len(words) > 1:
                self.bodies.setdefault(words[0], set()).add(mention.entity)
        subject = mention.form == "name" and mention.quoted < 0 and mention.subject == 1
        speaks = subject and not mention.governed and self.ground.may_speak(mention)
        if speaks and not self.ground.is_person(number):
            self.writer = number

    def _has_name(self, mention: Mention) -> bool:
        return mention.entity >= 0 and bool(self.reader.entities[mention.entity].name)

    def _opens_passage(self, mention: Mention) -> bool:
        passages = self.reader.tokens.passages
        at = mention.first - 2
        return at < 0 or passages[at] != mention.passage

    def _is_introduced(self, mention: Mention) -> bool:
        """Whether somebody is told of for the first time, and as what: "a Ana Ruiz, pastora jubilada,"."""
        new = mention.entity not in self.met
        self.met.add(mention.entity)
        behind = self.ground.word(mention.last + 1)
        acts = mention.governed and (
            behind in AUXILIARIES or behind in self.ground.verbs
        )  # "diretta da Marco Bini, ha detto"
        apposed = self.ground.word(mention.last) == "," and behind.islower() and not acts
        return new and len(mention.words) > 1 and apposed

    def _is_proven(self, entity: Entity) -> bool:
        """Whether a name is a person's: the text tells so, or a given name before another word."""
        given = len(entity.name) > 1 and entity.name[0].lower() in lists.given_names()
        return given or is_proven(entity)

    def _is_apposed(self, mention: Mention) -> bool:
        """Whether a name ends the sentence behind the noun for whom it has: "acudió la edil, Ana Ruiz."."""
        before, behind = self.ground.word(mention.first - 1), self.ground.word(mention.last)
        if before != "," or behind not in SENTENCE_ENDS or len(mention.words) < 2:
            return False
        for at in range(mention.first - 2, mention.first - 2 - LONGEST_APPOSED, -1):
            number = self.reader.at.get(at, -1)
            noun = self.reader.mentions[number] if number >= 0 else None
            if noun is not None and noun.form == "noun" and noun.being == "person":
                return noun.subject > 0 and not noun.governed and noun.title in DEFINITE
            if not self.ground.word(at)[0].isalnum():
                break
        return False

    def resolve(self, mention: Mention) -> bool:
        """Let a pronoun, or a noun that tells no name, mean whoever was a source or a subject last.

        Tells whether it is sure whom the mention means.
        """
        known = self._resolve(mention)
        if known and mention.form == "noun" and mention.entity >= 0:
            self.called.setdefault(mention.entity, set()).add(mention.words[0])
        return known

    def _resolve(self, mention: Mention) -> bool:
        if mention.form == "name":
            return True
        if mention.form == "pronoun" and mention.words[0] not in PERSON_PRONOUNS:
            return False
        if mention.title in DEMONSTRATIVES and self._is_just_named(mention):
            return True
        if mention.form == "noun" and mention.being == "document":
            return self._resolve_document(mention)
        farthest = FARTHEST_PASSAGES
        if mention.form == "noun":
            if not self._may_be_known(mention):
                return False
            if self._is_known(mention):
                return True
            if self.ground.word(mention.last) in BELONGING:
                if mention.being == "organization":
                    return False  # "the minister's cabinet" is none that was named
                farthest = 1  # "the head of the ministry" may be anybody
        for somebody, reach in self._meant(mention, farthest):
            if self._may_be(somebody, mention, reach):
                mention.entity = somebody.entity
                return True
        return False

    def _may_be_known(self, mention: Mention) -> bool:
        """Whether a noun is for one person or body that the article may have told of."""
        apt = mention.title in ARTICLES and not mention.plural
        return apt and mention.being in ("person", "organization")

    def _is_known(self, mention: Mention) -> bool:
        """Let a noun mean whoever the article tells to be that, and tell whether it does."""
        holder = self.offices.holder(mention)
        if holder < 0 and mention.being == "organization":
            holder = self._body_called(mention)
        if holder >= 0:
            mention.entity = holder
            return True
        if mention.entity >= 0 and self._is_another(mention.entity, mention):
            mention.entity = -1
        spoke = self.source
        just = spoke is not None and spoke is self._latest()[0] and self._may_be(spoke, mention, 0)
        if just and spoke is not None and self._is_called(spoke, mention):
            mention.entity = spoke.entity
            return True
        told = mention.entity >= 0 and self._is_told(self.reader.entities[mention.entity], mention)
        if told and just and spoke is not None and self._is_plain(spoke, mention):
            return False
        return told and (mention.entity in self.last_names or not self._may_be_near(mention))

    def _is_plain(self, spoke: Somebody, mention: Mention) -> bool:
        """Whether whoever just spoke in the paragraph has no role yet, so that the noun may tell it."""
        if spoke.entity < 0 or spoke.entity == mention.entity or spoke.passage != mention.passage:
            return False
        tokens = self.reader.tokens
        noun = self.reader.text[tokens.starts[mention.last - 1] : tokens.ends[mention.last - 1]].lower()
        if noun in self.reader.text[: mention.span[0]].lower():
            return False  # the article has called somebody just so
        return not self.reader.entities[spoke.entity].heads and not self.offices.nouns_of(spoke.entity)

    def _may_be_near(self, mention: Mention) -> bool:
        """Whether somebody who was named already may be meant: whoever is named later then is not."""
        near = [*self._latest(), *self.named.values()] if mention.being == "person" else []
        return any(self._may_be(somebody, mention, FARTHEST_PASSAGES) for somebody in near)

    def _body_called(self, mention: Mention) -> int:
        """The one body whose name begins with a noun: "la fédération"; or -1."""
        spelt = self.reader.text[slice(*mention.span)].split()[-1].rpartition("'")[2].lower()
        bodies = self.bodies.get(spelt, ())
        return next(iter(bodies)) if len(bodies) == 1 else -1

    def _is_just_named(self, mention: Mention) -> bool:
        """Let a noun for a person mean whoever the sentence before names last, and tell whether it may."""
        just = self.latest_name
        if just is None or mention.sentence - just.sentence != 1 or mention.being != "person":
            return False
        fits = {just.gender, mention.gender} != {"m", "f"}
        mention.entity = just.entity if fits else mention.entity
        return fits

    def _resolve_document(self, mention: Mention) -> bool:
        """Let "the statement" mean whoever issued it: the source just before."""
        issued = mention.words[0] in lists.words("en/issued.txt") and (
            mention.title in DEFINITE or mention.title in POSSESSIVES
        )
        latest = self._latest()[:1]
        if not issued or not latest or mention.passage - latest[0].passage > 1 or latest[0].entity < 0:
            return False
        mention.entity = latest[0].entity
        return True

    def _meant(self, mention: Mention, farthest: int) -> Iterator[tuple[Somebody, int]]:
        """Whom a mention may mean, the likeliest first, each with how many passages it may be away.

        A noun for a person means whoever has been told to be that before whoever spoke last, else whoever was
        named last.
        """
        person = mention.being == "person"
        named = sorted(self.named.values(), key=lambda s: -s.sentence) if person else []
        latest = self._latest()
        if person and (mention.form == "pronoun" or self._is_mere(mention)):
            yield from ((s, farthest) for s in (*latest, *named) if self._is_called(s, mention))
        vague = [s for s in latest if mention.form == "pronoun" and self._is_vague(s)]
        yield from ((s, farthest) for s in latest if s not in vague)
        yield from ((s, 1) for s in named)
        if mention.form == "pronoun" and mention.gender in self.spoke:
            yield self.spoke[mention.gender], 0
        yield from ((s, farthest) for s in vague)
        if person and (mention.form == "pronoun" or self._is_mere(mention)):
            yield from ((s, FARTHEST_MAIN) for s in self.most_named.of(mention.gender))

    def _is_vague(self, somebody: Somebody) -> bool:
        """Whether nothing tells what a source is, nor its gender: "according to Chekhov"."""
        if somebody.entity < 0 or somebody.gender != "u":
            return False
        entity = self.reader.entities[somebody.entity]
        return entity.being == "other" and bool(entity.name)

    def _is_mere(self, mention: Mention) -> bool:
        return mention.words[0] in lists.words("en/mere_persons.txt")

    def _is_called(self, spoke: Somebody, mention: Mention) -> bool:
        """Whether a noun may be for whoever spoke just before: one of the own role."""
        if spoke.entity < 0:
            return False
        entity = self.reader.entities[spoke.entity]
        noun = mention.words[0]
        roles = {noun, *lists.same_roles().get(noun, ())}
        return not roles.isdisjoint(entity.heads) or not roles.isdisjoint(self.offices.nouns_of(spoke.entity))

    def _is_told(self, entity: Entity, mention: Mention) -> bool:
        """Whether the article calls somebody by that noun beside the name."""
        if mention.being == "organization":
            return bool(entity.name)
        held = self.offices.is_held(mention.entity, mention)
        return bool(entity.name) and mention.words[0] in entity.heads and held

    def _latest(self) -> list[Somebody]:
        both = [s for s in (self.source, self.topic) if s is not None]
        latest = sorted(both, key=lambda s: -s.sentence)
        return [*latest, self.body] if self.body is not None else latest

    def _may_be(self, somebody: Somebody, mention: Mention, farthest: int) -> bool:
        if mention.passage - somebody.passage > farthest:
            return False
        if mention.sentence - somebody.sentence > FARTHEST_SENTENCES:
            return False
        if mention.form == "noun" and somebody.entity >= 0:
            if self._is_another(somebody.entity, mention):
                return False
            being = self.reader.entities[somebody.entity].being
            if (being == "person") != (mention.being == "person"):
                return False
        return {somebody.gender, mention.gender} != {"m", "f"}

    def _is_another(self, entity: int, mention: Mention) -> bool:
        """Whether somebody has an office or role that shuts out the noun's: no lawyer is the prosecutor."""
        if self.offices.is_another(entity, mention):
            return True
        noun = mention.words[0]
        if noun not in OPPOSED or self.ground.word(mention.last - 2) in FORMER:
            return False
        called = {*self.called.get(entity, ()), *self.reader.entities[entity].heads}
        return noun not in called and not called.isdisjoint(OPPOSED)

    def holds_office(self, number: int) -> bool:
        """Whether a person's name stands right behind the office: "le ministre de l'Économie Bruno Roy"."""
        mention = self.reader.mentions[number]
        return self.ground.is_person(number) and bool(self.offices.nouns_of(mention.entity))

    def somebody(self, mention: Mention) -> Somebody:
        gender = mention.gender
        if mention.entity >= 0:
            entity = self.reader.entities[mention.entity]
            gender = gender_of_entity(entity)
            if gender == "u" and len(entity.name) == 1:
                gender = lists.given_names().get(entity.name[0].lower(), "u")
            if len(entity.name) > 1 and entity.being == "person":
                gender = self.ground.gender_of_name(entity.name[0], gender)
            if entity.being != "person" and gender == "u" and mention.form == "name":
                gender = self.ground.gender_by_article(mention)
        return Somebody(mention.entity, gender, mention.sentence, mention.passage)
