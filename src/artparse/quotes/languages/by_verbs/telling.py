"""Who says what, by the verb of saying beside the words, in languages whose sentences no grammar reads.

    «Es prematuro», resalta el organismo.      the body that spoke before
    « Non, soupire-t-elle. C'est fini. »       the woman who spoke before, although all stands in marks

In: the reader of an article whose words are read as English. Out: the speakers that a verb behind the words,
before them or set in between them tells. Pronouns, left out subjects and nouns that name nobody mean whoever
was a source or a subject last.
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.article import Span
from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import (
    CLAUSE_OPENERS,
    DEFINITE,
    DIRECTIONS,
    INDEFINITE,
    PERSON_PRONOUNS,
    RELATIVE_PERSONS,
    SOURCE_OPENERS,
)
from artparse.quotes.languages.by_verbs.asked import Answers
from artparse.quotes.languages.by_verbs.between import subject_between
from artparse.quotes.languages.by_verbs.bodies import prepare
from artparse.quotes.languages.by_verbs.called import read_called
from artparse.quotes.languages.by_verbs.colons import source_before_colon
from artparse.quotes.languages.by_verbs.continued import Continued
from artparse.quotes.languages.by_verbs.ground import LIKELY, SURE, Ground
from artparse.quotes.languages.by_verbs.interview import read_interview
from artparse.quotes.languages.by_verbs.memory import Memory
from artparse.quotes.languages.by_verbs.relative import subject_apart, subject_of_relative
from artparse.quotes.languages.by_verbs.rows import read_rows
from artparse.quotes.languages.by_verbs.so import stretch_of_so
from artparse.quotes.languages.by_verbs.somebody import Somebody
from artparse.quotes.languages.by_verbs.subjects import (
    MOST_BETWEEN,
    add_noun,
    name_behind,
    named_behind,
    owner,
    pronoun_before,
    pronoun_over_adverb,
    stretch_before,
    subject_before,
    subject_behind,
    subject_shared,
)
from artparse.quotes.languages.by_verbs.unknown import subject_of_unknown
from artparse.quotes.languages.by_verbs.works import read_works
from artparse.quotes.languages.told import Told
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import speaks_for_others
from artparse.quotes.words import word_list

Find = Callable[[Ground, int], int]

LONGEST_OBJECT = 7
"""Words in marks that belong to a verb's object begin at most so many tokens behind it."""
CALLING, FARTHEST_NAMED = "called", 25
"""What calls somebody something has somebody's name before the words in marks: so many tokens."""
ANYBODY = word_list("pronouns of anybody")
FARTHEST_ANYBODY = 5
"""The body where anybody says so begins at most so many tokens behind "one"."""
BESIDE_WORDS: tuple[Find, ...] = (pronoun_before, subject_behind)
ELSEWHERE: tuple[Find, ...] = (
    subject_apart,
    pronoun_before,
    subject_before,
    name_behind,
    subject_shared,
    pronoun_over_adverb,
)
"""How the subject of a verb is told, right behind words in marks and elsewhere, in this order."""
CLAUSE_ENDS = word_list("ends of objects")
"""Where the words that a verb has for its object end, besides the next verb of saying."""


def told_by_verbs(reader: Reader, language: str | None) -> dict[int, Told]:
    """Number of a stretch to its speaker, for those that a verb of saying tells."""
    return Tellers(reader, language).told()


class Tellers:
    """One article's verbs of saying, from left to right, with who spoke and who was a subject last."""

    def __init__(self, reader: Reader, language: str | None) -> None:
        self.reader = reader
        self.ground = Ground(reader, language)
        self.words, self.quoted = self.ground.words, self.ground.quoted
        self.memory = Memory(self.ground)

    def told(self) -> dict[int, Told]:
        """Number of a stretch to its speaker, for those that a verb behind or between the words tells."""
        found: dict[int, Told] = {}
        prepare(self.ground)
        continued, answers = Continued(self.ground), Answers(self.ground)
        for i, word in enumerate(self.words):
            answers.note(i, self.memory)
            number = self.reader.at.get(i, -1)
            if number >= 0 and self.reader.mentions[number].first == i:
                self.memory.note_topic(self.reader.mentions[number])
                self.memory.note_writer(number)
            continued.note(i, self.memory)
            if word in self.ground.verbs:
                if self.quoted[i] < 0:
                    self._read_verb(i, found)
                elif self.quoted[i] not in found:
                    self._read_inside(i, found)
            elif word in SOURCE_OPENERS and self.ground.word(i + 1) in DIRECTIONS and self.quoted[i] < 0:
                self._read_according(i, found)
            elif word == ":" and self.quoted[i] < 0 and i + 1 < len(self.words) and self.quoted[i + 1] >= 0:
                self._read_colon(i, found)
            else:
                self._read_unknown(i, found)
        read_interview(self.ground, found)
        read_works(self.ground, found)
        read_called(self.ground, self.memory, found)
        answers.read(found)
        read_rows(self.ground, found)
        continued.read(found)
        return found

    def _read_verb(self, i: int, found: dict[int, Told]) -> None:
        """Note the source of a verb of saying outside quotation marks, and whose words it follows."""
        stretch = stretch_before(self.ground, i)
        if stretch >= 0 and self._read_nameless(i, stretch, found):
            return
        if stretch < 0 and (self._read_gerund(i, found) or self._read_so(i, found)):
            return
        relative = subject_of_relative(self.ground, i) if stretch < 0 else -1
        number = relative if relative >= 0 else self._subject(i, stretch)
        if number < 0 and stretch < 0 and self.ground.word(i - 1) == ",":
            self._note_inverted(i)
        if number < 0 and stretch >= 0 and self.ground.word(i + 2).islower():
            if self.ground.word(i + 1) in INDEFINITE:
                found[stretch] = Told(-1, None, SURE, True)
                self.memory.source = Somebody(
                    -1, "u", self.reader.tokens.sentences[i], self.reader.tokens.passages[i]
                )
            elif self.ground.word(i + 1) in DEFINITE and self.ground.word(i + 2) not in self.ground.verbs:
                number = add_noun(self.ground, i + 1)
        if number < 0:
            return
        number = owner(self.ground, number)
        mention = self.reader.mentions[number]
        known = self.memory.resolve(mention)
        if known or stretch >= 0:
            self.memory.source = self.memory.somebody(mention)
        if known and stretch < 0:
            self._read_clause(i, number, found)
        elif (
            mention.form == "noun"
            and mention.being == "person"
            and (relative >= 0 or self._is_anybody(mention))
        ):
            self._read_clause(i, -1, found)
        if stretch >= 0 and (known or mention.entity >= 0 or mention.form != "pronoun"):
            found[stretch] = Told(number, None, SURE)

    def _read_so(self, i: int, found: dict[int, Told]) -> bool:
        """Note whose the words before a sentence of its own are, and tell whether it is: "Lo ha detto Bo"."""
        stretch, number = stretch_of_so(self.ground, i)
        if stretch < 0:
            return False
        mention = self.reader.mentions[number]
        if not self.memory.resolve(mention) and mention.entity < 0:
            return False
        found[stretch] = Told(number, None, SURE)
        self.memory.source = self.memory.somebody(mention)
        return True

    def _read_gerund(self, i: int, found: dict[int, Told]) -> bool:
        """Note words in marks behind "adding", whose subject is the sentence's, and tell whether it is so."""
        source, tokens = self.memory.source, self.reader.tokens
        if not self.ground.gerunds or not self.ground.spelt(i).endswith(self.ground.gerunds):
            return False
        if source is None or source.sentence != tokens.sentences[i]:
            return False
        number = self.memory.last_names.get(source.entity, -1)
        if number >= 0:
            self._read_clause(i, number, found)
        return number >= 0

    def _is_anybody(self, mention: Mention) -> bool:
        """Whether a noun stands for somebody whom nothing names: "un aliado del presidente"."""
        unnamed = mention.title in INDEFINITE and mention.subject > 0 and not mention.governed
        return unnamed and not speaks_for_others(mention.words[0])

    def _subject(self, i: int, stretch: int) -> int:
        """The mention that a verb has for its subject, by the first of the ways that tells one; or -1."""
        told = (find(self.ground, i) for find in (BESIDE_WORDS if stretch >= 0 else ELSEWHERE))
        return next((number for number in told if number >= 0), -1)

    def _read_nameless(self, i: int, stretch: int, found: dict[int, Told]) -> bool:
        """Note whose the words before a verb without a subject of its own are, and tell whether it is one.

        "…, peut-on lire": the newspaper's. "…, indique-t-on à la préfecture": the prefecture's.
        """
        if self.ground.spelt(i) in self.ground.read and self.memory.writer >= 0:
            found[stretch] = Told(self.memory.writer, None, SURE)
            return True
        if self.ground.word(i + 1) not in ANYBODY:
            return False
        found[stretch] = Told(-1, None, SURE, True)
        for at in range(i + 2, i + 2 + FARTHEST_ANYBODY):
            number = self.reader.at.get(at, -1)
            if number >= 0 and self.ground.may_speak(self.reader.mentions[number]):
                mention = self.reader.mentions[number]
                noun = mention.form == "noun" and self.memory.resolve(mention) and mention.entity >= 0
                if noun or self.ground.is_body(number):
                    found[stretch] = Told(number, None, SURE)
                break
        return True

    def _note_inverted(self, i: int) -> None:
        """Note the source of a sentence that ends with its verb of saying: "…, a annoncé le procureur"."""
        number = subject_behind(self.ground, i)
        if number >= 0 and (self.ground.is_person(number) or self.ground.is_body(number)):
            self.memory.source = self.memory.somebody(self.reader.mentions[number])

    def _read_unknown(self, i: int, found: dict[int, Told]) -> None:
        """Note whose words an unknown verb of saying follows."""
        stretch, number = subject_of_unknown(self.ground, i)
        if number < 0 or stretch in found:
            return
        mention = self.reader.mentions[number]
        if mention.form == "noun" and mention.title in INDEFINITE:
            found[stretch] = Told(-1, None, SURE, True)
        elif self.memory.resolve(mention) or mention.entity >= 0:
            found[stretch] = Told(number, self._span(i), SURE)
        if stretch in found:
            self.memory.source = self.memory.somebody(mention)

    def _span(self, i: int) -> Span:
        return self.reader.tokens.starts[i], self.reader.tokens.ends[i]

    def _read_clause(self, i: int, number: int, found: dict[int, Told], that: bool = False) -> None:
        """Words in marks that a clause or object goes on with are the subject's: "dijo que es «grave»"."""
        tokens = self.reader.tokens
        at = i + 1
        longest = FARTHEST_NAMED if self.words[i] == CALLING else LONGEST_OBJECT
        while at < len(self.words) and tokens.sentences[at] == tokens.sentences[i]:
            quote = self.quoted[at]
            if quote >= 0:
                stretch = self.reader.stretches[quote]
                if (that or at <= i + longest) and self.reader.text[stretch.start : stretch.end].lstrip()[
                    :1
                ].islower():
                    found.setdefault(quote, Told(number, None, LIKELY, number < 0))
                at = self.reader.bounds[quote][1]
                continue
            that = that or (self.words[at] in CLAUSE_OPENERS and at <= i + MOST_BETWEEN)
            if self.words[at] in self.ground.verbs or self.words[at] in CLAUSE_ENDS:
                return
            at += 1

    def _read_according(self, i: int, found: dict[int, Told]) -> None:
        """Note whom "according to" names, and that words in marks right before it are theirs."""
        if self._read_according_to_known(i, found):
            return
        for at in (i + 2, i + 3):
            number = self.reader.at.get(at, self.ground.begins_at.get(at, -1))
            mention = self.reader.mentions[number] if number >= 0 else None
            if mention is not None and mention.form == "noun":
                number = named_behind(self.ground, mention) if mention.title not in INDEFINITE else -1
                mention = self.reader.mentions[number] if number >= 0 else None
            elif mention is not None and mention.first != at:
                mention = None
            if mention is not None and mention.form == "name":
                self.memory.source = self.memory.somebody(mention)
                stretch = stretch_before(self.ground, i)
                if stretch >= 0 and self.ground.may_speak(mention):
                    if stretch not in found or found[stretch].share < SURE:
                        found[stretch] = Told(number, None, LIKELY)
                elif self.ground.may_speak(mention):
                    self._read_announced(i, mention, number, found)
                return
        self._read_according_to_noun(i, found)

    def _read_according_to_known(self, i: int, found: dict[int, Told]) -> bool:
        """The same of "according to what he said", and of "according to whom" behind a name: whether so."""
        number, source = -1, self.memory.source
        if self.ground.word(i + 2) == "," and self._opens_sentence(i) and source is not None:
            near = self.reader.tokens.passages[i] - source.passage <= 1
            number = self.memory.last_names.get(source.entity, -1) if near else -1
        elif self.ground.word(i + 2) in PERSON_PRONOUNS:
            pronoun = self.reader.mentions[self.reader.at[i + 2]] if i + 2 in self.reader.at else None
            if pronoun is not None and self.memory.resolve(pronoun):
                number = self.memory.last_names.get(pronoun.entity, -1)
        elif self.ground.word(i + 2) in RELATIVE_PERSONS:
            number = self.ground.ends_at.get(i - (self.ground.word(i - 1) == ","), -1)
            number = number if number >= 0 and self.ground.may_speak(self.reader.mentions[number]) else -1
        if number >= 0:
            self._read_clause(i + 2, number, found, True)
        return number >= 0

    def _read_according_to_noun(self, i: int, found: dict[int, Told]) -> None:
        """The same of "the author", known or not: "Pour l'ancien talonneur, ce résultat « fait du bien »"."""
        at = i + 3
        number = self.reader.at.get(at, -1)
        if number < 0 and self.ground.word(i + 2) in DEFINITE and self._opens_sentence(i):
            number = add_noun(self.ground, i + 2) if self.ground.word(at + 1) == "," else -1
        if number < 0 or self.reader.mentions[number].form != "noun" or self.quoted[at] >= 0:
            self._read_according_to_nobody(i, found)
            return
        mention = self.reader.mentions[number]
        if not self.memory.resolve(mention):
            self._read_according_to_nobody(i, found)
        elif mention.entity >= 0:
            self.memory.source = self.memory.somebody(mention)
            stretch = stretch_before(self.ground, i)
            if stretch >= 0:
                found.setdefault(stretch, Told(number, None, LIKELY))
            else:
                self._read_announced(i, mention, number, found)

    def _read_according_to_nobody(self, i: int, found: dict[int, Told]) -> None:
        """Words in marks right before "according to" a noun without a name are somebody's unnamed."""
        article, noun = self.ground.word(i + 2), self.ground.word(i + 3)
        stretch = stretch_before(self.ground, i)
        if stretch >= 0 and article in DEFINITE | INDEFINITE and noun.islower() and self.quoted[i + 3] < 0:
            found.setdefault(stretch, Told(-1, None, LIKELY, True))

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or self.reader.tokens.sentences[i - 1] != self.reader.tokens.sentences[i]

    def _read_announced(self, i: int, mention: Mention, number: int, found: dict[int, Told]) -> None:
        """Words in marks that follow a name and a comma in its sentence: "Pour Jean Roy, « tout va mal »"."""
        if self._opens_sentence(i):
            self._read_clause(mention.last - 1, number, found, True)
        tokens, at = self.reader.tokens, mention.last
        while (
            at < mention.last + LONGEST_OBJECT and self.ground.word(at)[0].isalnum() and self.quoted[at] < 0
        ):
            at += 1
        comma = self.ground.word(at) == "," and at + 1 < len(self.words) and self.quoted[at + 1] >= 0
        if comma and tokens.sentences[at] == mention.sentence:
            found.setdefault(self.quoted[at + 1], Told(number, None, LIKELY))

    def _read_colon(self, i: int, found: dict[int, Told]) -> None:
        """Note whose words follow a colon: a name's right before it, or of the subject of a verb there."""
        number = source_before_colon(self.ground, self.memory, i)
        if number < 0:
            return
        mention = self.reader.mentions[number]
        apart = mention.quoted >= 0 or (
            (mention.governed or mention.possessive) and mention.sentence == self.reader.tokens.sentences[i]
        )
        told = mention.form != "name" and self.memory.resolve(mention) and mention.entity >= 0
        if told or (self.ground.is_person(number) and not apart):
            found.setdefault(self.quoted[i + 1], Told(number, None, SURE))
            self.memory.source = self.memory.somebody(mention)

    def _read_inside(self, i: int, found: dict[int, Told]) -> None:
        """Tell whose words a verb that is set in between them says they are: "« Non, soupire-t-elle."."""
        number = subject_between(self.ground, i)
        if number < 0:
            return
        mention = self.reader.mentions[number]
        self.memory.resolve(mention)
        if mention.entity >= 0:
            found[self.quoted[i]] = Told(number, None, SURE)
            self.memory.source = self.memory.somebody(mention)
