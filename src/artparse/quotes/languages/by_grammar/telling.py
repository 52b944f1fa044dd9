"""Who says what, by the sentences of the language itself, in languages whose pack has a grammar.

    „Es ist weg“, sagte Eva Roth. Der Damm sei sicher.   ->  a quote and a report of the mention "Eva Roth"

In: the reader and the grammar. Out: the speakers that sentences tell (`sources/` finds the words for them,
which are mentions of the article here), and what they report without quotation marks (`reported/`).
"""

from __future__ import annotations

from bisect import bisect_left

from artparse.article import Span
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.languages.by_grammar.nouns import Nouns
from artparse.quotes.languages.by_grammar.reported.reading import tellings_in
from artparse.quotes.languages.by_grammar.sources.frame import Frame
from artparse.quotes.languages.by_grammar.sources.verdicts import sentences_of, verdicts_of
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.languages.told import Told
from artparse.quotes.mentions.mention import Form, Mention
from artparse.quotes.passages import HEADINGS
from artparse.quotes.reports.found import Found

SURE, CARRIED, NOBODY = 0.9, 0.8, 0.9
"""How often what a frame tells is right."""

LONGEST = 6
"""Names of bodies have at most so many words."""
PURPOSE = 3
"""A body, "for", and what it is for are so many words."""
BEFORE = 60
"""A mention that stands for a source starts at most so many code points before it."""


class Sources:
    """One article's sentences, and which mentions their sources are."""

    def __init__(self, reader: Reader, grammar: Grammar) -> None:
        self.reader, self.grammar = reader, grammar
        self.sentences = sentences_of(reader.text, reader.passages, reader.stretches, grammar)
        self.verdicts = verdicts_of(self.sentences)
        self._known = sorted((m.span[0], n) for n, m in enumerate(reader.mentions))
        self._added: dict[Span, int] = {}
        self._nouns = Nouns(reader, grammar)

    def told(self) -> dict[int, Told]:
        """Number of a stretch to its speaker, for those whose sentence tells it."""
        found: dict[int, Told] = {}
        for number, verdict in self.verdicts.items():
            frame = verdict.frame
            if frame is None:
                found[number] = Told(-1, None, CARRIED if verdict.said else NOBODY, verdict.said)
            else:
                found[number] = Told(self.mention(frame), frame.cue, CARRIED if frame.carried else SURE)
        return found

    def reports(self) -> list[Found]:
        """What is reported without quotation marks, and the clauses of what stands in some."""
        reader = self.reader
        headings = frozenset(n for n, p in enumerate(reader.passages) if p.place in HEADINGS)
        found = []
        for told in tellings_in(self.sentences, self.verdicts, headings):
            span, *more = told.pieces
            one = Found(
                reader.tokens.at(span[0]),
                span,
                self.mention(told.frame) if told.frame is not None else -1,
                None,
                list(told.quoted),
                more[0] if more else None,
                confidence=told.sure,
                told=True,
                word=told.cue,
            )
            found.append(one)
        return found

    def mention(self, frame: Frame) -> int:
        """The mention that stands for a frame's source; a new one where none does."""
        number = self._mention(frame)
        mention = self.reader.mentions[number]
        if self._is_open(mention):
            found = self._nouns.meant(frame, mention)
            if found >= 0:
                mention.entity = found
        self._nouns.remember(mention)
        return number

    def _is_open(self, mention: Mention) -> bool:
        """Whether it is not known whom a noun means, or only by what stands near: "die Gemeinde"."""
        if mention.form == "name":
            name = self.reader.entities[mention.entity].name
            return len(name) == 1 and self.grammar.has("named behind", name[0])
        return mention.form == "noun" and (
            mention.entity < 0
            or not self.reader.entities[mention.entity].name
            or mention.rule == "name/spokesperson"
        )

    def _mention(self, frame: Frame) -> int:
        reader, grammar = self.reader, self.grammar
        mention = _mention(reader, self._known, frame, grammar)
        if mention >= 0:
            _tell_nominative(reader, reader.mentions[mention], grammar)
            _tell_purpose(reader, reader.mentions[mention], frame, grammar)
            return mention
        mention = self._added.get(frame.source, -1)
        if mention < 0:
            mention = self._added[frame.source] = _add(reader, frame)
            if not frame.pronoun:
                _name_body(reader, reader.mentions[mention], frame, grammar)
        return mention


def _mention(reader: Reader, known: list[tuple[int, int]], frame: Frame, grammar: Grammar) -> int:
    """The mention that stands for a frame's source, or -1; `known` has the mentions by where they start."""
    best, value = -1, 0
    at = bisect_left(known, (frame.source[0] - BEFORE, -1))
    while at < len(known) and known[at][0] < frame.source[1]:
        number = known[at][1]
        score = _fit(reader, reader.mentions[number], frame, grammar)
        if score > value:
            best, value = number, score
        at += 1
    return best


def _fit(reader: Reader, mention: Mention, frame: Frame, grammar: Grammar) -> int:
    """How well a mention stands for a frame's source; nothing where it is only part of it."""
    start, end = mention.span
    if end <= frame.source[0] or start == end or mention.quoted >= 0 or mention.inside:
        return 0
    if frame.pronoun:
        return 3 if mention.form == "pronoun" and start == frame.source[0] else 0
    if mention.possessive:
        return 0
    inside = start <= frame.head[1] and end > frame.head[0]
    if mention.form == "name":
        if _is_office_of(reader.text[frame.source[0] : start], grammar):
            return 0
        person = mention.entity >= 0 and reader.entities[mention.entity].being == "person"
        if inside and end >= frame.head[1] - 1:
            return 6
        if person and not mention.governed:
            return 5 if not inside else 4
        return 1 if inside and not mention.governed else 0
    if mention.form == "noun" and inside:
        return 3
    return 0


def _is_office_of(before: str, grammar: Grammar) -> bool:
    """Whether what stands before a name is an office of the body: "der Chef von", "die Leiterin des"."""
    words = before.split()
    if len(words) < 2 or words[-1].lower() not in grammar.kinds["of whom"]:
        return False
    return grammar.has("persons", words[-2]) and not grammar.has("spokespersons", words[-2])


def _add(reader: Reader, frame: Frame) -> int:
    """A new mention for a source that no mention stands for."""
    tokens = reader.tokens
    first, last = tokens.at(frame.source[0]), tokens.at(frame.source[1])
    words = (reader.text[slice(*frame.head)].split() or [""])[-1:]
    form: Form = "pronoun" if frame.pronoun else "noun"
    mention = Mention(first, last, frame.source, form, (words[0].lower(),), "other", "u")
    if first < len(tokens.words):
        mention.sentence, mention.passage = tokens.sentences[first], tokens.passages[first]
    reader.mentions.append(mention)
    return len(reader.mentions) - 1


def _tell_nominative(reader: Reader, mention: Mention, grammar: Grammar) -> None:
    """Name the entity of a mention in the genitive as it is called: "des Rechnungshofs", "Kai Momsens"."""
    if mention.form != "name" or mention.entity < 0:
        return
    before = reader.text[max(0, mention.span[0] - BEFORE) : mention.span[0]].split()
    inside = reader.text[slice(*mention.span)].split()
    article = inside[0] if len(inside) > 1 else before[-1] if before else ""
    entity = reader.entities[mention.entity]
    viewed = bool(before) and grammar.has("views", before[-1])
    owning = article.lower() in grammar.kinds.get("owning", ())
    if not (owning or (viewed and len(inside) > 1)) or len(entity.names) != 1:
        return
    last = entity.name[-1]
    for ending in sorted(grammar.kinds.get("genitive endings", ()), key=len, reverse=True):
        if last.endswith(ending) and len(last) > len(ending) + 3:
            entity.name = (*entity.name[:-1], last[: -len(ending.lstrip("tdgkfp"))])
            return


def _tell_purpose(reader: Reader, mention: Mention, frame: Frame, grammar: Grammar) -> None:
    """Name a body with what it is for: "Bundesamt für Energie"."""
    if mention.form != "name" or mention.entity < 0:
        return
    entity, printed = reader.entities[mention.entity], reader.text[mention.span[0] : frame.source[1]].split()
    told = len(printed) == PURPOSE and printed[1] in grammar.kinds["for"] and printed[2][0].isupper()
    if told and entity.name == (printed[0],) and grammar.has("bodies", printed[0]):
        entity.name = tuple(printed)


def _without_aside(words: list[str], grammar: Grammar) -> list[str]:
    """The words of a body's name, without where it says something: "in seiner Antwort"."""
    places, kinds = grammar.kinds["preposition"] - grammar.kinds["for"], grammar.kinds
    for k in range(1, len(words) - 1):
        if words[k] in places and words[k + 1] in kinds["oblique"]:
            return words[:k]
    return words


def _name_body(reader: Reader, mention: Mention, frame: Frame, grammar: Grammar) -> None:
    """Let a new mention of a body be named as it is called: "Das Landesamt für Wege"."""
    before = reader.text[max(0, frame.source[0] - BEFORE) : frame.source[0]].split()[-1:]
    article, *words = [*before, *reader.text[slice(*frame.source)].split()]
    if words and words[0].lower() in grammar.kinds["nominative"]:
        article, *words = words
    head = reader.text[slice(*frame.head)].split()[-1:]
    words = _without_aside(words, grammar)
    if len(words) < 2 or len(words) > LONGEST or article.lower() not in grammar.kinds["nominative"]:
        return
    if not head or not grammar.has("bodies", head[0]) or not words[0][0].isupper():
        return
    name = tuple(words)
    known = (n for n, e in enumerate(reader.entities) if folded(e.name) == folded(name))
    mention.entity = next(known, len(reader.entities))
    if mention.entity == len(reader.entities):
        reader.entities.append(Entity(name, "organization", True, first=mention.first))
