"""Which office an article tells somebody to hold, in the words of the text.

    "le ministre de la Santé, Roman Prymula, … le ministre de la Santé"   ->  the latter is Roman Prymula
    "le Premier ministre Andrej Babiš … le ministre de la Santé"          ->  the latter is somebody else

In: the reader of an article whose words are read as English. Out: the entity that holds the office of a noun.
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import BELONGING
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

ARTICLES = word_list("articles and possessives")
OF = BELONGING
"""What stands between a noun for a person and what the office is of."""
LONGEST = 7
"""Between a noun and the name of whoever holds the office stand at most so many tokens."""


class Office(NamedTuple):
    """A noun for a person, with what the office is of."""

    noun: str
    of: str
    """In small letters, as the text has it."""


class Offices:
    """The offices of an article's persons."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.held: dict[Office, dict[int, int]] = {}
        """Office to whoever holds it, and how often the article says so."""
        self.kinds: dict[int, dict[Office, str]] = {}
        """Person to the offices that the article tells, each with its noun as the text has it."""
        for mention in reader.mentions:
            if mention.form == "noun" and mention.being == "person" and not mention.plural:
                self._note(mention)

    def office_of(self, mention: Mention) -> Office | None:
        """The office that a noun with its complement tells: "ministre de la Santé"."""
        at, words = mention.last, self.reader.tokens.words
        if at + 1 < len(words) and words[at] not in OF and words[at].islower() and words[at + 1] in OF:
            at += 1  # "le ministre russe de la Défense"
        if not at < len(words) or words[at] not in OF:
            return None
        while at < len(words) and (words[at] in OF or words[at].lower() in ARTICLES):
            at += 1
        known = at < len(words) and words[at][0].isalpha()
        same = known and self.reader.tokens.passages[at] == mention.passage
        return Office(mention.words[0], self._spelt(at)) if same else None

    def holder(self, mention: Mention) -> int:
        """Whoever holds the office that a noun tells; -1 where nobody or more than one does."""
        office = self.office_of(mention)
        holders = self.held.get(office, {}) if office is not None else {}
        return next(iter(holders)) if len(holders) == 1 else -1

    def is_held(self, entity: int, mention: Mention) -> bool:
        """Whether the office that a noun tells is somebody's; so it is where it tells none."""
        office = self.office_of(mention)
        return office is None or entity in self.held.get(office, ())

    def nouns_of(self, entity: int) -> frozenset[str]:
        """The nouns of somebody's offices."""
        return frozenset(office.noun for office in self.kinds.get(entity, ()))

    def is_another(self, entity: int, mention: Mention) -> bool:
        """Whether somebody holds an office of the noun's kind, but not this one."""
        office = self.office_of(mention)
        kinds = self.kinds.get(entity)
        if office is None or not kinds or office in kinds:
            return False
        spelt = self._spelt(mention.last - 1)  # "rapporteur" and "député" are read as one word
        return any(kind.noun == office.noun and word == spelt for kind, word in kinds.items())

    def _spelt(self, at: int) -> str:
        tokens = self.reader.tokens
        return self.reader.text[tokens.starts[at] : tokens.ends[at]].lower()

    def _note(self, mention: Mention) -> None:
        office = self.office_of(mention)
        if office is None:
            return
        entity = self._named_behind(mention)
        if entity < 0:
            entity = self._named_before(mention)
        if entity >= 0:
            holders = self.held.setdefault(office, {})
            holders[entity] = holders.get(entity, 0) + 1
            self.kinds.setdefault(entity, {})[office] = self._spelt(mention.last - 1)

    def _named_behind(self, mention: Mention) -> int:
        """The person named right behind an office: "le ministre de la Santé, Roman Prymula"."""
        words = self.reader.tokens.words
        for at in range(mention.last + 1, min(mention.last + LONGEST, len(words))):
            number = self.reader.at.get(at, -1)
            if number >= 0 and self._is_person(number):
                named = self.reader.mentions[number]
                close = words[named.first - 1] not in OF and len(named.words) > 1
                apart = words[named.first - 1] == "," or close  # not "the athlete of the team Vélor"
                return named.entity if named.first == at and apart else -1
            if not words[at][0].isalnum() and words[at] != ",":
                break
        return -1

    def _named_before(self, mention: Mention) -> int:
        """The person named right before an office: "Roman Prymula, ministre de la Santé"."""
        words, at = self.reader.tokens.words, mention.first - 1
        while at > 0 and words[at].lower() in ARTICLES:
            at -= 1
        number = self.reader.at.get(at - 1, -1) if at > 0 and words[at] == "," else -1
        return self.reader.mentions[number].entity if number >= 0 and self._is_person(number) else -1

    def _is_person(self, number: int) -> bool:
        mention = self.reader.mentions[number]
        named = mention.form == "name" and mention.entity >= 0 and mention.quoted < 0
        return named and self.reader.entities[mention.entity].being == "person"
