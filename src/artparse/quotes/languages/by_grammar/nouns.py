"""Whom a noun means that is the source of a frame: "der Experte", "ein Feuerwehrsprecher", "die Gemeinde".

    "Die Gemeinde Au baut. Die Gemeinde teilte mit"   ->  "Gemeinde Au"

In: the reader, the grammar, and frames from left to right. Out: the number of an entity, or -1. A spokesman
is whom they speak for; a person is who has such a role, else who spoke last; a body is the one whose printed
name has the noun. What stands alone, without an article, before a verb in the singular is a name itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.languages.by_grammar.sources.frame import WORD, Frame
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention

BACK = 80
"""So many mentions before a noun are looked through."""
NEAR = 1
"""Whoever spoke so many passages ago may be meant by a noun for a person."""
BEFORE_NAME, BEHIND_NAME = 5, 10
"""So many words beside a name may tell a role."""
SHARED = 4
"""So many letters at their ends tell that two nouns are alike."""
LONGEST_WORD = 40
"""Code points."""
MOST_MENTIONS = 10
"""The words beside so many mentions of a person are looked at."""


class Nouns:
    """One article, and who spoke so far."""

    def __init__(self, reader: Reader, grammar: Grammar) -> None:
        self.reader, self.grammar = reader, grammar
        self.spoke: tuple[int, int] | None = None
        """The last source that is a person with a name, and its passage."""
        known = (m for m in reader.mentions if m.entity >= 0 and m.quoted < 0)
        self._known = sorted(
            (m for m in known if reader.entities[m.entity].name), key=lambda m: (m.span[1], m.span[0])
        )
        self._ends = [m.span[1] for m in self._known]
        self._names: dict[tuple[str, ...], int] = {}
        self._bodies: dict[str, list[int]] = {}
        for number, entity in enumerate(reader.entities):
            self._list(number, entity)
        self._beside: dict[int, frozenset[str]] = {}
        self._by_entity: dict[int, list[Mention]] = {}
        for mention in self._known:
            if mention.form == "name":
                self._by_entity.setdefault(mention.entity, []).append(mention)
        self._pairs: dict[str, Counter[str]] | None = None
        self._articles: dict[str, bool] | None = None
        """Whether an article stands before a word anywhere in the text."""

    def _list(self, number: int, entity: Entity) -> None:
        """Note an entity by its name, and a body by the words of it."""
        name = folded(entity.name)
        self._names.setdefault(name, number)
        if entity.being != "person":
            for word in name:
                self._bodies.setdefault(word, []).append(number)

    def remember(self, mention: Mention) -> None:
        """Note the source of a frame."""
        entity = self.reader.entities[mention.entity] if mention.entity >= 0 else None
        if entity is not None and entity.name and entity.being == "person":
            self.spoke = mention.entity, mention.passage

    def meant(self, frame: Frame, mention: Mention) -> int:
        """Whom the noun that is the source of a frame means, or -1."""
        words = WORD.findall(self.reader.text[slice(*frame.head)])
        if not words:
            return -1
        noun = words[-1]
        if self._has("spokespersons", noun):
            return self._spoken_for(frame, noun)
        gender = self._gender(frame, noun)
        if gender is not None:
            article = words[0].lower() if len(words) > 1 else ""
            if article in self.grammar.kinds["known"] or "-" in noun or not article:
                return self._person(noun, gender, mention)
            return -1
        return self._body(frame, words)

    def _has(self, kind: str, word: str) -> bool:
        return self.grammar.has(kind, word)

    # --- spokespersons -----------------------------------------------------------------------------------

    def _spoken_for(self, frame: Frame, noun: str) -> int:
        for mention in self._known[bisect_left(self._ends, frame.head[1]) :]:
            if mention.span[1] > frame.source[1]:
                break
            if mention.form == "name" and mention.span[0] >= frame.head[1]:
                return mention.entity
        low = noun.casefold()
        tail = max((t for t in self.grammar.tails["spokespersons"] if low.endswith(t)), key=len)
        part = noun[: len(noun) - len(tail)].rstrip("-")
        if not part:
            return self._nearest_body(frame)
        for word in (part, part.removesuffix("s")):
            found = self._called(word)
            if found >= 0:
                return found
        if "-" in noun and self._is_bare(part):
            return self._new((part,))
        if self._has("any body", part) or self._has("any body", part.removesuffix("s")):
            return self._nearest_body(frame)
        return -1

    def _nearest_body(self, frame: Frame) -> int:
        """The body named last before a frame, in its passage or the one before."""
        reader = self.reader
        here = reader.tokens.at(frame.source[0])
        passage = reader.tokens.passages[here] if here < len(reader.tokens.words) else -1
        for mention in reversed(self._earlier(frame.source[0])):
            if mention.passage < passage - NEAR:
                break
            being = reader.entities[mention.entity].being
            if being in ("organization", "other") and mention.form == "name":
                return mention.entity
        return -1

    def _earlier(self, start: int) -> list[Mention]:
        """The named mentions before a place, not too far."""
        at = bisect_right(self._ends, start)
        return self._known[max(0, at - BACK) : at]

    # --- bodies ------------------------------------------------------------------------------------------

    def _body(self, frame: Frame, words: list[str]) -> int:
        noun = words[-1]
        determined = words[0].lower() in self.grammar.kinds["nominative"] and len(words) > 1
        if not determined or words[0].lower() in self.grammar.kinds["known"]:
            found = self._called(noun)
            if found >= 0:
                return found
        if not determined and self._is_bare_name(frame, words):
            return self._new(tuple(words))
        return -1

    def _called(self, noun: str) -> int:
        """The body whose name has a noun: "Gemeinde Au", of "die Gemeinde"; or -1."""
        entities = self.reader.entities
        known = (n for n in self._bodies.get(noun.casefold(), ()) if self._is_called(entities[n], noun))
        best = max(known, key=lambda n: entities[n].count, default=-1)
        if best >= 0:
            return best
        printed = self._printed(noun)
        return self._new(tuple(printed.split())) if printed else -1

    def _is_called(self, entity: Entity, noun: str) -> bool:
        """Whether a body's name is more than a noun with a capital."""
        return len(entity.name) > 1 or (entity.name == (noun,) and not self._has("named behind", noun))

    def _printed(self, noun: str) -> str:
        """The name that a noun is printed in most: "Berliner Feuerwehr", "Gemeinde Au"; or nothing."""
        if self._pairs is None:
            self._pairs = {}
            for name, word in self._names_in_text():
                self._pairs.setdefault(word, Counter())[name] += 1
        found = self._pairs.get(noun)
        return max(found, key=lambda name: (found[name], -len(name))) if found else ""

    def _names_in_text(self) -> Iterator[tuple[str, str]]:
        """Pairs of words that are a name, each with the noun in it."""
        reader, tokens = self.reader, self.reader.tokens
        last: tuple[int, int] = (0, 0)
        opens = True
        for i, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            if end <= start or start < last[1]:
                continue
            joined = last[1] > 0 and reader.text[last[1] : start] == " " and tokens.quoted[i] < 0
            before, word = reader.text[slice(*last)], reader.text[start:end]
            if joined and before[:1].isupper() and word[:1].isupper():
                if self._has("from places", before) and len(before) > SHARED and not opens:
                    yield f"{before} {word}", word
                elif self._has("named behind", before):
                    yield f"{before} {word}", before
            opens = i == 0 or tokens.sentences[i] != tokens.sentences[i - 1]
            last = start, end

    def _is_bare_name(self, frame: Frame, words: list[str]) -> bool:
        """Whether a source without an article is a name: its verb is in the singular, and it is no role."""
        if frame.cue is None or any(not word[0].isupper() for word in words) or len(words) > 3:
            return False
        verb = self.reader.text[slice(*frame.cue)]
        plural = verb.endswith(self.grammar.endings["plural verbs"])
        if plural or any(self._has("no name", word) for word in words):
            return False
        if frame.cue[1] + 1 != frame.source[0] and self._is_determined(frame.source[0]):
            return False
        return self._is_bare(words[-1])

    def _is_determined(self, start: int) -> bool:
        """Whether an article, a preposition with one or an adjective stands right before a place."""
        before = WORD.findall(self.reader.text[max(0, start - LONGEST_WORD) : start])[-1:]
        low = before[0].lower() if before else ""
        kinds = self.grammar.kinds
        if low in kinds["nominative"] or low in kinds["oblique"] or low in kinds["contracted"]:
            return True
        return low.endswith(self.grammar.endings["adjective endings"]) and before[0].islower()

    def _is_bare(self, word: str) -> bool:
        """Whether a word is in the text, and never behind an article."""
        if self._articles is None:
            kinds = self.grammar.kinds
            articles = kinds["nominative"] | kinds["oblique"] | kinds["contracted"]
            self._articles = {}
            for before, after in pairwise(["", *WORD.findall(self.reader.text)]):
                self._articles[after] = self._articles.get(after, False) or before.lower() in articles
        return not self._articles.get(word, True)

    def _new(self, name: tuple[str, ...]) -> int:
        """The entity of a name, a new one where there is none."""
        entities = self.reader.entities
        number = self._names.get(folded(name), len(entities))
        if number == len(entities):
            entities.append(Entity(name, "organization", True, count=1))
            self._list(number, entities[number])
        elif entities[number].being == "person":
            entities[number].being = "organization"  # "Gemeinde Au" looks like a given name and a surname
        return number

    # --- persons -----------------------------------------------------------------------------------------

    def _gender(self, frame: Frame, noun: str) -> str | None:
        """The gender of a noun for a person; None of others."""
        tokens = self.reader.tokens
        start = self.reader.text.rfind(noun, *frame.head)
        at = tokens.at(start) if start >= 0 else -1
        told = tokens.genders.get(at)
        if told is None and not self._has("persons", noun):
            return None
        article = self.reader.text[frame.source[0] : frame.source[1]].split()[0].lower()
        if article in self.grammar.kinds["masculine"]:
            return "m"
        if noun.endswith(self.grammar.endings["women endings"]):
            return "f"
        return told or "u"

    def _person(self, noun: str, gender: str, mention: Mention) -> int:
        entities = self.reader.entities
        near: list[int] = []
        for other in reversed(self._earlier(mention.span[0])):
            entity = entities[other.entity]
            if entity.being != "person" or {entity.gender, gender} == {"m", "f"}:
                continue
            if any(_alike(noun.casefold(), word) for word in self._told_beside(other.entity)):
                return other.entity
            if other.passage >= mention.passage - NEAR:
                near.append(other.entity)
            if other.sentence == mention.sentence and other.subject >= LIKELY_SUBJECT:
                return other.entity
        last, passage = self.spoke if self.spoke is not None else (-1, 0)
        if last >= 0 and mention.passage - passage <= NEAR and {entities[last].gender, gender} != {"m", "f"}:
            return last
        return near[0] if len({*near}) == 1 else -1

    def _told_beside(self, number: int) -> frozenset[str]:
        """The words that tell a person's role, in small letters."""
        if number not in self._beside:
            mentions = self._by_entity.get(number, [])[:MOST_MENTIONS]
            self._beside[number] = frozenset(w for m in mentions for w in self._around(m))
        return self._beside[number]

    def _around(self, mention: Mention) -> Iterator[str]:
        tokens = self.reader.tokens
        last = mention.last - 1  # a title is part of the mention
        for i in range(last, max(-1, last - len(mention.words) - BEFORE_NAME), -1):
            word = self._printed_at(i)
            if tokens.passages[i] != mention.passage or (word and not word[0].isalnum()):
                break
            if word[:1].isupper():
                yield word.casefold()
        if self._printed_at(mention.last) not in (",", "("):
            return
        for i in range(mention.last + 1, min(mention.last + BEHIND_NAME, len(tokens.words))):
            word = self._printed_at(i)
            if tokens.passages[i] != mention.passage or (word and not word[0].isalnum()):
                break
            if word[:1].isupper():
                yield word.casefold()

    def _printed_at(self, i: int) -> str:
        tokens = self.reader.tokens
        return self.reader.text[tokens.starts[i] : tokens.ends[i]] if 0 <= i < len(tokens.words) else ""


def _alike(noun: str, other: str) -> bool:
    """Whether two nouns for a role are the same but for the first part of one, or have it in common."""
    if noun == other:
        return True
    head, dash, _ = noun.partition("-")
    if dash and other.startswith(head + dash):
        return True
    short, long = sorted((noun, other), key=len)
    return len(short) >= SHARED and long.endswith(short)
