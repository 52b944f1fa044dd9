"""The ground that the verbs of saying of an article are read on: its tokens and where its mentions stand."""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.choice.reader import Reader
from artparse.quotes.languages.glosses import language_of, verbs_of_saying
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

CUES_NO_VERBS = word_list("cues that are no verbs")
SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";", "…"))
ARTICLES, SMALL = word_list("articles and possessives"), word_list("small words between marks")
FEWEST_WORDS = 3
"""A sentence in marks has at least so many words."""

SURE = 0.9
"""How often what a verb right behind the words tells is right."""
LIKELY = 0.75
"""How often words in a clause, or beside "according to", are whose the verb or the name tells."""
NAMES = (("men", "m"), ("women", "f"))
"""Kinds of given names in a pack, with the gender that they tell."""


class Ground:
    """One article's tokens, the words that its language has for small ones, and where mentions stand."""

    def __init__(self, reader: Reader, language: str | None) -> None:
        pack = language_of(language)
        self.given = [(gender, pack.members(kind)) for kind, gender in NAMES] if pack is not None else []
        self.reader = reader
        self.words, self.quoted = reader.tokens.words, reader.tokens.quoted
        self.verbs = verbs_of_saying() - CUES_NO_VERBS
        self.number_at = {m.first: n for n, m in enumerate(reader.mentions) if m.quoted >= 0}
        self.begins_at = {m.first: n for n, m in enumerate(reader.mentions) if m.form != "pronoun"}
        self.infinitives = pack.ends("infinitives") if pack is not None else ()
        self.called = pack.kind("called") if pack is not None else frozenset()
        self.agents = pack.kind("agents") if pack is not None else frozenset()
        self.asked = pack.kind("asked") if pack is not None else frozenset()
        self.so = pack.kind("so") | pack.kind("auxiliary") if pack is not None else frozenset()
        self.gerunds = pack.ends("gerunds") if pack is not None else ()
        self.genders = [(gender, pack.kind(gender)) for gender in "mf"] if pack is not None else []
        """Gender to the articles and the like that tell it."""
        self.read = pack.kind("read") if pack is not None else frozenset()
        self.ends_at = {m.last: n for n, m in enumerate(reader.mentions) if m.form == "name"}
        self.small = ARTICLES | SMALL | (pack.kind("genitives") if pack is not None else frozenset())

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else "."

    def spelt(self, i: int) -> str:
        """What the source has for a token, in small letters, its words joined: "peut_on_lire"."""
        tokens = self.reader.tokens
        if not 0 <= i < len(self.words):
            return ""
        words = self.reader.text[tokens.starts[i] : tokens.ends[i]].lower()
        return "_".join(words.replace("-", " ").split())

    def is_person(self, number: int) -> bool:
        mention = self.reader.mentions[number]
        named = mention.form == "name" and mention.entity >= 0
        return named and self.reader.entities[mention.entity].being == "person"

    def is_body(self, number: int) -> bool:
        mention = self.reader.mentions[number]
        named = mention.form == "name" and mention.entity >= 0
        return named and self.reader.entities[mention.entity].being == "organization"

    def may_speak(self, mention: Mention) -> bool:
        """Whether a mention stands for a person or a body."""
        if mention.form == "name" and mention.entity >= 0:
            being = self.reader.entities[mention.entity].being
            return being in ("person", "organization") or mention.subject == 1
        return mention.form == "noun" and mention.being in ("person", "organization")

    def ends_open(self, quote: int) -> bool:
        """Whether a comma, a "?" or a "!" stands at the end of words in marks or behind them."""
        stretch, text = self.reader.stretches[quote], self.reader.text
        inside, behind = (
            text[stretch.start : stretch.end].rstrip()[-1:],
            text[stretch.outer[1] :][:2].lstrip()[:1],
        )
        return inside in (",", "?", "!", "…") or behind in (",", "-", "–", "—")

    def opens_large(self, quote: int) -> bool:
        """Whether words in marks are a sentence: they open with a capital and are some."""
        stretch = self.reader.stretches[quote]
        text = self.reader.text[stretch.start : stretch.end].strip()
        return not text[:1].islower() and text.count(" ") + 1 >= FEWEST_WORDS

    def gender_by_article(self, mention: Mention) -> str:
        """The gender that the article before a name tells, or the one that it begins with: "Le Courrier"."""
        spelt = mention.words[0].lower().split()[0]
        own = len(mention.words) > 1 and any(spelt in kind for _, kind in self.genders)
        article = spelt if own else self.spelt(mention.first - 1)
        return next((gender for gender, kind in self.genders if article in kind), "u")

    def gender_of_name(self, name: str, gender: str) -> str:
        """The gender that a given name tells in the language, where the article tells `gender`."""
        told = next((told for told, names in self.given if name in names.whole), gender)
        if told != "u":
            return told
        first, joined, _ = name.lower().partition("-")
        gender = lists.given_names().get(first, "u")
        if joined and gender != "u":
            return gender  # "Anne-Lise"
        return next((told for told, names in self.given if name.endswith(names.tails)), "u")
