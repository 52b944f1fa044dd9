"""Who says what, by the verb of saying beside the words, in languages whose sentences no grammar reads.

    «Es prematuro», resalta el organismo.      the body that spoke before
    « Non, soupire-t-elle. C'est fini. »       the woman who spoke before, although all stands in marks

In: the reader of an article whose words are read as English. Out: the speakers that a verb behind the words,
before them or set in between them tells. Pronouns, left out subjects and nouns that name nobody mean whoever
was a source or a subject last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from artparse.names import lists
from artparse.quotes.choice.features import Reader
from artparse.quotes.entities.entity import Entity, gender_of_entity, is_proven
from artparse.quotes.languages.glosses import language_of, verbs_of_saying
from artparse.quotes.languages.offices import Offices
from artparse.quotes.languages.told import Told
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

CUES_NO_VERBS = word_list("cues that are no verbs")
SUBJECT_PRONOUNS = word_list("subject pronouns")
NOUNS_OF_WORKS = word_list("nouns of works")

SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";", "…"))
BEFORE_VERBS = frozenset((",", "as"))
"""What may stand between a quote and its verb: "«…», como explicó"."""
OBJECT_PRONOUNS = frozenset(("him", "her", "them", "us", "me"))
DASHES = frozenset("—–-")
PUT_BETWEEN = DASHES | {","}
"""What stands before a verb that is set in between the words of a quote."""

JOINING = frozenset((",", "and", "or", "nor", "but"))
SMALL = word_list("articles and possessives") | {"of", "to", "in", "by", "for", "with", "that", "not"}
LONGEST_JOINT = 4
"""Between two stretches of a row stand a word that joins and small words, at most so many tokens."""

CLOSING = {",": ",", ")": "("}
"""What ends an aside, to what opens it."""

LONGEST_ASIDE = 30
"""An aside between a subject and its verb has at most so many tokens."""
MOST_BETWEEN = 4
"""Between a subject and its verb stand at most so many small words."""
LONGEST_OBJECT = 7
"""Words in marks that belong to a verb's object begin at most so many tokens behind it."""
CALLING, FARTHEST_NAMED = "called", 25
"""What calls somebody something has somebody's name before the words in marks: so many tokens."""
SURE = 0.9
"""How often what a verb right behind the words tells is right."""
LIKELY = 0.75
"""How often words in a clause, or beside "according to", are whose the verb or the name tells."""
FARTHEST_NAME = 12
"""Behind a verb its subject's name is at most so many tokens away."""
SHORT_WORD, FEWEST_WORDS = 3, 3
"""An unknown verb of saying has more letters, and words that it follows are so many."""
FARTHEST_PASSAGES, FARTHEST_SENTENCES = 3, 10
"""Whoever spoke or was a subject last is meant by "he" over so many of them."""


class Somebody(NamedTuple):
    """Whoever a sentence had for its source or subject."""

    entity: int
    """-1 for somebody whom nothing names."""
    gender: str
    sentence: int
    passage: int


class Tellers:
    """One article's verbs of saying, from left to right, with who spoke and who was a subject last."""

    def __init__(self, reader: Reader, language: str | None) -> None:
        pack = language_of(language)
        self.men = pack.kind("men") if pack is not None else frozenset()
        self.reader = reader
        self.words, self.quoted = reader.tokens.words, reader.tokens.quoted
        self.verbs = verbs_of_saying() - CUES_NO_VERBS
        self.number_at = {m.first: n for n, m in enumerate(reader.mentions) if m.quoted >= 0}
        self.begins_at = {m.first: n for n, m in enumerate(reader.mentions) if m.form != "pronoun"}
        self.source: Somebody | None = None
        self.topic: Somebody | None = None
        self.body: Somebody | None = None
        self.offices = Offices(reader)
        self.small = SMALL | (pack.kind("genitives") if pack is not None else frozenset())
        self.named: dict[str, Somebody] = {}
        """Gender to the person of it who was named last."""
        self.met: set[int] = set()
        """The entities that were named so far."""

    def told(self) -> dict[int, Told]:
        """Number of a stretch to its speaker, for those that a verb behind or between the words tells."""
        found: dict[int, Told] = {}
        self._spell_bodies()
        self._lengthen_bodies()
        self._set_apart()
        for i, word in enumerate(self.words):
            number = self.reader.at.get(i, -1)
            if number >= 0 and self.reader.mentions[number].first == i:
                self._note_topic(self.reader.mentions[number])
            if word in self.verbs:
                if self.quoted[i] < 0:
                    self._read_verb(i, found)
                elif self.quoted[i] not in found:
                    self._read_inside(i, found)
            elif word == "according" and self._word(i + 1) == "to" and self.quoted[i] < 0:
                self._read_according(i, found)
            elif word == ":" and self.quoted[i] < 0 and i + 1 < len(self.words) and self.quoted[i + 1] >= 0:
                self._read_colon(i, found)
        self._read_unknown_verbs(found)
        self._read_works(found)
        self._read_rows(found)
        return found

    def _spell_bodies(self) -> None:
        """Bodies whose names begin with a small letter are named so: "ministère russe de la Défense"."""
        for mention in self.reader.mentions:
            if mention.form == "name" and " " in mention.words[0] and mention.entity >= 0:
                entity = self.reader.entities[mention.entity]
                if entity.name[:1] == mention.words[:1] and self.reader.text[mention.span[0]].islower():
                    entity.name = (entity.name[0][0].lower() + entity.name[0][1:], *entity.name[1:])

    def _lengthen_bodies(self) -> None:
        """A body's first word alone is the one body named so before: "Alcaldía de Medellín … la Alcaldía"."""
        long: dict[str, set[int]] = {}
        for mention in self.reader.mentions:
            if mention.form != "name" or mention.entity < 0 or mention.quoted >= 0:
                continue
            entity = self.reader.entities[mention.entity]
            words = " ".join(entity.name).split()
            if entity.being != "organization" or not words:
                continue
            if len(words) > 1:
                long.setdefault(words[0], set()).add(mention.entity)
            elif len(known := long.get(words[0], set())) == 1:
                mention.entity = next(iter(known))

    def _set_apart(self) -> None:
        """A person's name between commas is no longer governed by what stands before the first of them."""
        for mention in self.reader.mentions:
            named = mention.form == "name" and mention.governed and mention.entity >= 0
            if named and len(mention.words) > 1 and self._word(mention.first - 1) == ",":
                given = gender_of_entity(self.reader.entities[mention.entity]) != "u"
                if given and self._word(mention.last) in (",", ":"):
                    mention.governed, mention.subject = False, max(mention.subject, 0.6)

    def _read_according(self, i: int, found: dict[int, Told]) -> None:
        """Note whom "according to" names, and that words in marks right before it are theirs."""
        for at in (i + 2, i + 3):
            number = self.reader.at.get(at, self.begins_at.get(at, -1))
            mention = self.reader.mentions[number] if number >= 0 else None
            if mention is not None and mention.form == "noun":
                number = self._named_behind(mention) if mention.title != "a" else -1
                mention = self.reader.mentions[number] if number >= 0 else None
            elif mention is not None and mention.first != at:
                mention = None
            if mention is not None and mention.form == "name":
                self.source = self._somebody(mention)
                stretch = self._stretch_before(i)
                if stretch >= 0 and self._may_speak(mention):
                    if stretch not in found or found[stretch].share < SURE:
                        found[stretch] = Told(number, None, LIKELY)
                elif self._may_speak(mention):
                    self._read_announced(mention, number, found)
                return

    def _read_announced(self, mention: Mention, number: int, found: dict[int, Told]) -> None:
        """Words in marks that follow a name and a comma in its sentence: "Pour Jean Roy, « tout va mal »"."""
        tokens, at = self.reader.tokens, mention.last
        while at < mention.last + LONGEST_OBJECT and self._word(at)[0].isalnum() and self.quoted[at] < 0:
            at += 1
        comma = self._word(at) == "," and at + 1 < len(self.words) and self.quoted[at + 1] >= 0
        if comma and tokens.sentences[at] == mention.sentence:
            found.setdefault(self.quoted[at + 1], Told(number, None, LIKELY))

    def _named_behind(self, noun: Mention) -> int:
        """The person whose name stands behind a noun: "its director in Lyon, Anne Roux"; or -1."""
        for at in range(noun.last, noun.last + FARTHEST_NAME):
            here = self.begins_at.get(at, -1)
            if here >= 0 and self._is_person(here) and self._word(at - 1) not in ("of", "the", "for"):
                return here
            if self._word(at) == ",":
                number = self.reader.at.get(at + 1, -1)
                named = number >= 0 and self.reader.mentions[number].first == at + 1
                return number if named and self._is_person(number) else -1
            if not self._word(at)[0].isalnum():
                break
        return -1

    def _read_colon(self, i: int, found: dict[int, Told]) -> None:
        """A name right before the colon, or the subject of a verb there, tells whose words follow it."""
        number = self.reader.at.get(i - 1, -1)
        if number < 0 or self.reader.mentions[number].form != "name":
            verb = next(
                (j for j in range(i - 1, max(-1, i - FARTHEST_NAME), -1) if self.words[j] in self.verbs), -1
            )
            same = verb >= 0 and self.reader.tokens.sentences[verb] == self.reader.tokens.sentences[i]
            number = self._subject_before(verb) if same and self.quoted[verb] < 0 else -1
        if number < 0 and self._opens_large(self.quoted[i + 1]):
            number = self._only_subject(i)
        if number < 0:
            return
        mention = self.reader.mentions[number]
        apart = mention.governed or mention.possessive or mention.quoted >= 0
        if self._is_person(number) and not apart:
            found.setdefault(self.quoted[i + 1], Told(number, None, SURE))
            self.source = self._somebody(mention)

    def _only_subject(self, i: int) -> int:
        """The person who is the subject of the sentence that ends at a colon, if it has no other; or -1.

        "Ferrán le devuelve el elogio: “…”"
        """
        tokens, number = self.reader.tokens, -1
        at = i - 1
        while at >= max(0, i - LONGEST_ASIDE) and tokens.sentences[at] == tokens.sentences[i]:
            if self.quoted[at] >= 0:
                return -1
            here = self.reader.at.get(at, -1)
            if here >= 0:
                mention = self.reader.mentions[here]
                if mention.form == "name" and not mention.governed:
                    if number >= 0:
                        return -1
                    number = here
                at = mention.first
            at -= 1
        if number < 0:
            return -1
        subject = self.reader.mentions[number].subject == 1
        return number if subject or self._holds_office(number) else -1

    def _holds_office(self, number: int) -> bool:
        """Whether a person's name stands right behind the office: "le ministre de l'Économie Bruno Roy"."""
        mention = self.reader.mentions[number]
        return self._is_person(number) and bool(self.offices.nouns_of(mention.entity))

    def _note_topic(self, mention: Mention) -> None:
        """Remember a person or body whose name is the subject of its sentence, and the person named last."""
        if mention.form == "name" and mention.quoted < 0 and mention.entity >= 0:
            entity = self.reader.entities[mention.entity]
            if entity.being == "person" and (len(entity.name) > 1 or mention.subject == 1):
                somebody = self._somebody(mention)
                self.named[somebody.gender] = somebody
        if mention.form == "pronoun" or mention.quoted >= 0 or mention.inside or mention.possessive:
            return
        if self.topic is not None and self.topic.sentence == mention.sentence:
            return
        if mention.form == "noun":
            holder = self.offices.holder(mention)
            mention.entity = holder if holder >= 0 else mention.entity
            named = mention.entity >= 0 and bool(self.reader.entities[mention.entity].name)
            known = mention.title == "the" and self._opens_passage(mention) and named
            if (mention.title == "a" or known) and mention.being == "person" and mention.subject == 1:
                self.topic = self._somebody(mention)
            return
        if mention.entity < 0:
            return
        entity = self.reader.entities[mention.entity]
        set_apart = self._word(mention.first - 1) == self._word(mention.last) == ","
        introduced = self._is_introduced(mention)
        if entity.being == "person" and (
            set_apart or introduced or (mention.subject == 1 and is_proven(entity))
        ):
            self.topic = self._somebody(mention)
        elif entity.being == "organization" and mention.subject == 1:
            self.body = self._somebody(mention)

    def _opens_passage(self, mention: Mention) -> bool:
        passages = self.reader.tokens.passages
        at = mention.first - 2
        return at < 0 or passages[at] != mention.passage

    def _is_introduced(self, mention: Mention) -> bool:
        """Whether somebody is told of for the first time, and as what: "a Ana Ruiz, pastora jubilada,"."""
        new = mention.entity not in self.met
        self.met.add(mention.entity)
        behind = self._word(mention.last + 1)
        return new and len(mention.words) > 1 and self._word(mention.last) == "," and behind.islower()

    def _read_verb(self, i: int, found: dict[int, Told]) -> None:
        """Note the source of a verb of saying outside quotation marks, and whose words it follows."""
        stretch = self._stretch_before(i)
        number = self._pronoun_before(i)
        if number < 0:
            number = self._subject_behind(i) if stretch >= 0 else self._subject_before(i)
        if number < 0 and stretch < 0:
            number = self._name_behind(i)
        if number < 0 and stretch >= 0 and self._word(i + 2).islower():
            if self._word(i + 1) == "a":
                found[stretch] = Told(-1, None, SURE, True)
                self.source = Somebody(
                    -1, "u", self.reader.tokens.sentences[i], self.reader.tokens.passages[i]
                )
            elif self._word(i + 1) == "the" and self._word(i + 2) not in self.verbs:
                number = self._add_noun(i + 1)
        if number < 0:
            return
        number = self._owner(number)
        mention = self.reader.mentions[number]
        known = self._resolve(mention)
        if known or stretch >= 0:
            self.source = self._somebody(mention)
        if known and stretch < 0:
            self._read_clause(i, number, found)
        if stretch >= 0 and (known or mention.entity >= 0 or mention.form != "pronoun"):
            found[stretch] = Told(number, None, SURE)

    def _owner(self, number: int) -> int:
        """The body or person whose document a noun is: "diz o comunicado do STF"; else the mention itself."""
        mention = self.reader.mentions[number]
        if mention.form != "noun" or mention.being != "document" or self._word(mention.last) != "of":
            return number
        for at in (mention.last + 1, mention.last + 2):
            named = self.begins_at.get(at, -1)
            if named >= 0 and self._may_speak(self.reader.mentions[named]):
                return named
        return number

    def _read_clause(self, i: int, number: int, found: dict[int, Told]) -> None:
        """Words in marks that a clause or object goes on with are the subject's: "dijo que es «grave»"."""
        tokens = self.reader.tokens
        at, that = i + 1, False
        longest = FARTHEST_NAMED if self.words[i] == CALLING else LONGEST_OBJECT
        while at < len(self.words) and tokens.sentences[at] == tokens.sentences[i]:
            quote = self.quoted[at]
            if quote >= 0:
                stretch = self.reader.stretches[quote]
                if (that or at <= i + longest) and self.reader.text[stretch.start : stretch.end].lstrip()[
                    :1
                ].islower():
                    found.setdefault(quote, Told(number, None, LIKELY))
                at = self.reader.bounds[quote][1]
                continue
            that = that or (self.words[at] == "that" and at <= i + MOST_BETWEEN)
            if self.words[at] in self.verbs or self.words[at] in ("according", "so-called", "who"):
                return
            at += 1

    def _read_unknown_verbs(self, found: dict[int, Told]) -> None:
        """A small word that nothing is known of, between a quote and a person's name, is a verb of saying."""
        tokens = self.reader.tokens
        for quote, (_, at) in self.reader.bounds.items():
            at += self._word(at) == ","
            if quote in found or at + 1 >= len(self.words) or not self._opens_large(quote):
                continue
            if not self._ends_open(quote):
                continue
            word, number = self.words[at], self.reader.at.get(at + 1, -1)
            plain = word.islower() and self.reader.text[tokens.starts[at] : tokens.ends[at]] == word
            if plain and number >= 0 and self._is_person(number) and self.quoted[at] < 0:
                mention = self.reader.mentions[number]
                near = tokens.passages[at] == self.reader.stretches[quote].passage
                if near and mention.first == at + 1 and not mention.governed and len(word) > SHORT_WORD:
                    found[quote] = Told(number, (tokens.starts[at], tokens.ends[at]), SURE)

    def _read_works(self, found: dict[int, Told]) -> None:
        """Words in marks right behind "the book" are its title, unless a sentence ends with them."""
        for quote, (first, _) in self.reader.bounds.items():
            stretch = self.reader.stretches[quote]
            words = self.reader.text[stretch.start : stretch.end].strip()
            named = self._word(first - 1) in NOUNS_OF_WORKS and self.quoted[first - 1] < 0
            if (
                quote not in found
                and named
                and words[:1].isupper()
                and words[-1:] not in SENTENCE_ENDS | {","}
            ):
                found[quote] = Told(-1, None, SURE)

    def _read_rows(self, found: dict[int, Told]) -> None:
        """Words in marks in a row are of one speaker: "appelle à la « retenue » et au « calme »"."""
        order = sorted(self.reader.bounds)
        pairs = [(one, two) for one, two in pairwise(order) if self._is_row(one, two)]
        for one, two in pairs:
            if one in found and found[one].mention >= 0:
                found.setdefault(two, found[one]._replace(share=LIKELY))
        for one, two in reversed(pairs):
            if two in found and found[two].mention >= 0:
                found.setdefault(one, found[two]._replace(share=LIKELY))

    def _is_row(self, one: int, two: int) -> bool:
        """Whether two stretches stand in a row: between them are a comma or "and", and small words."""
        first, last = self.reader.bounds[one][1], self.reader.bounds[two][0]
        tokens, stretches = self.reader.tokens, self.reader.stretches
        if stretches[one].passage != stretches[two].passage or not 0 <= last - first <= LONGEST_JOINT:
            return False
        inside = self.reader.text[stretches[one].start : stretches[one].end].rstrip()
        between = self.reader.text[stretches[one].outer[1] : stretches[two].outer[0]].strip()
        small = tokens.words[first:last]
        joined = between[:1] == "," or (small[:1] and small[0] in JOINING)
        return (
            bool(joined)
            and inside[-1:] not in SENTENCE_ENDS
            and all(w in JOINING or w in self.small for w in small)
        )

    def _ends_open(self, quote: int) -> bool:
        """Whether a comma, a "?" or a "!" stands at the end of words in marks or behind them."""
        stretch, text = self.reader.stretches[quote], self.reader.text
        inside, behind = (
            text[stretch.start : stretch.end].rstrip()[-1:],
            text[stretch.outer[1] :][:2].lstrip()[:1],
        )
        return inside in (",", "?", "!", "…") or behind in (",", "-", "–", "—")

    def _opens_large(self, quote: int) -> bool:
        """Whether words in marks are a sentence: they open with a capital and are some."""
        stretch = self.reader.stretches[quote]
        text = self.reader.text[stretch.start : stretch.end].strip()
        return not text[:1].islower() and text.count(" ") + 1 >= FEWEST_WORDS

    def _read_inside(self, i: int, found: dict[int, Told]) -> None:
        """Tell whose words a verb that is set in between them says they are: "« Non, soupire-t-elle."."""
        quote = self.quoted[i]
        starts = self.reader.tokens.starts
        pronoun = self._word(i - 1) in SUBJECT_PRONOUNS and starts[i - 1] > starts[i]
        if self._word(i - 1 - pronoun) not in PUT_BETWEEN or self.quoted[i - 1 - pronoun] != quote:
            return
        number = self.number_at.get(i - 1, -1) if pronoun else self._inside_behind(i)
        if number < 0:
            return
        mention = self.reader.mentions[number]
        if not self._is_closed(mention.last if not pronoun else i + 1, quote):
            return
        self._resolve(mention)
        if mention.entity >= 0:
            found[quote] = Told(number, None, SURE)
            self.source = self._somebody(mention)

    def _inside_behind(self, i: int) -> int:
        """The name, or else the noun, shortly behind a verb that is set in between; or -1."""
        noun = -1
        for at in range(i + 1, i + 1 + MOST_BETWEEN):
            if not self._word(at)[0].isalnum():
                break
            number = self.number_at.get(at, -1)
            if number >= 0 and self.reader.mentions[number].form == "name":
                return number
            if number >= 0 and self.reader.mentions[number].form == "noun":
                noun = number
        return noun

    def _is_closed(self, at: int, quote: int) -> bool:
        """Whether what is set in between the words ends soon: with a comma, a dash, a full stop."""
        for i in range(at, at + FARTHEST_NAME):
            if i >= len(self.words) or self.quoted[i] != quote or not self.words[i][0].isalnum():
                return True
        return False

    def _stretch_before(self, i: int) -> int:
        """The stretch that ends right before a verb, or before the pronoun there; or -1."""
        at = i - 1
        while at >= 0 and (
            self.words[at] in BEFORE_VERBS
            or self.words[at] in SUBJECT_PRONOUNS
            or self.words[at] in OBJECT_PRONOUNS
        ):
            if self.quoted[at] >= 0:
                break
            at -= 1
        same = at >= 0 and self.reader.tokens.passages[at] == self.reader.tokens.passages[i]
        return self.quoted[at] if same and not self._is_subject(self.quoted[at], i) else -1

    def _is_subject(self, quote: int, i: int) -> bool:
        """Whether words in marks only name the subject of a verb behind: "Le morceau « 6 h » évoque"."""
        if quote < 0 or self.reader.bounds[quote][1] != i or self._ends_open(quote):
            return False
        before = self.reader.bounds[quote][0] - 1
        same = before >= 0 and self.reader.tokens.passages[before] == self.reader.tokens.passages[i]
        return same and self.words[before][0].isalnum() and not self.reader.stretches[quote].continues

    def _pronoun_before(self, i: int) -> int:
        number = self.reader.at.get(i - 1, -1)
        is_pronoun = number >= 0 and self.words[i - 1] in SUBJECT_PRONOUNS
        return number if is_pronoun and self.reader.mentions[number].form == "pronoun" else -1

    def _subject_behind(self, i: int) -> int:
        """The mention that a verb has behind it for its subject; or -1."""
        at, noun = i + 1, -1
        last = min(len(self.words), i + 1 + FARTHEST_NAME)
        while at < last and self.reader.tokens.passages[at] == self.reader.tokens.passages[i]:
            if self.words[at] in SENTENCE_ENDS or self.quoted[at] >= 0:
                break
            number = self.reader.at.get(at, -1)
            mention = self.reader.mentions[number] if number >= 0 else None
            if self.words[at] == ",":
                described = noun >= 0 or self._word(i + 1) in ("the", "their", "a")
                named = self.reader.at.get(at + 1, -1) if described else -1
                if named >= 0 and self._is_person(named) and self.reader.mentions[named].first == at + 1:
                    return named
                break
            if mention is not None and mention.form != "pronoun":
                if noun < 0 and not mention.governed and not mention.possessive:
                    if mention.form == "name":
                        return self._named_for(i, number)
                    noun = number
                at = mention.last
                continue
            if mention is not None:
                break
            at += 1
        return noun

    def _named_for(self, i: int, number: int) -> int:
        """Whom a name behind the verb at `i` tells of: "admitió el diputado UDI de Lima, Pablo Toloza"."""
        mention = self.reader.mentions[number]
        described = self._word(i + 1) in ("the", "their") and mention.first > i + 2
        if described and not self._is_person(number) and self._word(i + 2).islower():
            named = self._named_behind(mention)
            return named if named >= 0 else number
        return number

    def _subject_before(self, i: int) -> int:
        """The mention that stands right before a verb, or before an aside there, as its subject; or -1."""
        at, near = i - 1, i - 1 - MOST_BETWEEN
        if self._word(i - 1) in CLOSING:
            apposed = self.reader.at.get(i - 2, -1)
            first = self.reader.mentions[apposed].first if apposed >= 0 else 0
            if self._word(first - 1) == "," and self._is_person(apposed):
                return apposed  # "The secretary, Piero Nesi, announced"
            opening = CLOSING[self._word(i - 1)]
            at = next(
                (j for j in range(i - 2, max(-1, i - LONGEST_ASIDE), -1) if self._word(j) == opening), -1
            )
            at, near = at - 1, at - 1
        while at >= max(0, near) and self.quoted[at] < 0 and self.words[at][0].isalnum():
            number = self.reader.at.get(at, -1)
            if number >= 0:
                mention = self.reader.mentions[number]
                if mention.form == "pronoun":
                    return -1
                if not mention.governed and not mention.possessive:
                    return number if self._may_speak(mention) else -1
                at = mention.first
            at -= 1
        return -1

    def _name_behind(self, i: int) -> int:
        """The name right behind a verb that has its subject there: "In a letter wrote Ottens that"; or -1."""
        number = self.reader.at.get(i + 1, -1)
        if number < 0 or not self._is_person(number):
            return -1
        mention = self.reader.mentions[number]
        that = self._word(mention.last) == "that"
        return number if that and mention.first == i + 1 and mention.quoted < 0 else -1

    def _may_speak(self, mention: Mention) -> bool:
        """Whether a mention stands for a person or a body."""
        if mention.form == "name" and mention.entity >= 0:
            being = self.reader.entities[mention.entity].being
            return being in ("person", "organization") or (being == "other" and mention.subject == 1)
        return mention.form == "noun" and mention.being in ("person", "organization")

    def _add_noun(self, i: int) -> int:
        """A new mention for an unknown noun, at token `i` with its article: "dice la agricultora"."""
        tokens = self.reader.tokens
        span = (tokens.starts[i], tokens.ends[i + 1])
        mention = Mention(i, i + 2, span, "noun", (self.words[i + 1],), "person", "u")
        mention.title, mention.subject = "the", 1.0
        mention.sentence, mention.passage = tokens.sentences[i], tokens.passages[i]
        self.reader.mentions.append(mention)
        return len(self.reader.mentions) - 1

    def _resolve(self, mention: Mention) -> bool:
        """Let a pronoun, or a noun that tells no name, mean whoever was a source or a subject last.

        Tells whether it is sure whom the mention means.
        """
        if mention.form == "name":
            return True
        if mention.form == "pronoun" and mention.words[0] not in ("he", "she"):
            return False
        farthest = FARTHEST_PASSAGES
        if mention.form == "noun":
            if mention.title != "the" or mention.being not in ("person", "organization") or mention.plural:
                return False
            holder = self.offices.holder(mention)
            if holder >= 0:
                mention.entity = holder
                return True
            if mention.entity >= 0 and self.offices.is_another(mention.entity, mention):
                mention.entity = -1
            spoke = self.source
            just = spoke is not None and spoke is self._latest()[0] and self._may_be(spoke, mention, 0)
            if just and spoke is not None and self._is_called(spoke, mention):
                mention.entity = spoke.entity
                return True
            if mention.entity >= 0 and self._is_told(self.reader.entities[mention.entity], mention):
                return True
            if self._word(mention.last) == "of":
                farthest = 1  # "the head of the ministry" may be anybody
        for somebody, reach in self._meant(mention, farthest):
            if self._may_be(somebody, mention, reach):
                mention.entity = somebody.entity
                return True
        return False

    def _meant(self, mention: Mention, farthest: int) -> Iterator[tuple[Somebody, int]]:
        """Whom a mention may mean, the likeliest first, each with how many passages it may be away.

        A noun for a person means whoever has been told to be that before whoever spoke last, else whoever was
        named last.
        """
        person = mention.form == "noun" and mention.being == "person"
        named = sorted(self.named.values(), key=lambda s: -s.sentence) if person else []
        latest = self._latest()
        if person:
            yield from ((s, farthest) for s in (*latest, *named) if self._is_called(s, mention))
        yield from ((s, farthest) for s in latest)
        yield from ((s, 1) for s in named)

    def _is_of_another_kind(self, somebody: Somebody, mention: Mention) -> bool:
        """Whether a noun tells more of somebody than a person, and nothing that the article told."""
        mere = lists.words("en/mere_persons.txt")
        return mention.words[0] not in mere and not self._is_called(somebody, mention)

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
            if self.offices.is_another(somebody.entity, mention):
                return False
            being = self.reader.entities[somebody.entity].being
            if (being == "person") != (mention.being == "person"):
                return False
            if not self.reader.entities[somebody.entity].name and self._is_of_another_kind(somebody, mention):
                return False
        return {somebody.gender, mention.gender} != {"m", "f"}

    def _is_person(self, number: int) -> bool:
        mention = self.reader.mentions[number]
        named = mention.form == "name" and mention.entity >= 0
        return named and self.reader.entities[mention.entity].being == "person"

    def _somebody(self, mention: Mention) -> Somebody:
        gender = mention.gender
        if mention.entity >= 0:
            entity = self.reader.entities[mention.entity]
            gender = gender_of_entity(entity)
            if gender == "u" and len(entity.name) == 1:
                gender = lists.given_names().get(entity.name[0].lower(), "u")
            gender = "m" if entity.name and entity.name[0] in self.men else gender
        return Somebody(mention.entity, gender, mention.sentence, mention.passage)

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else "."
