"""Words of which it is known that they report nothing, in texts of many kinds: GUM's documents.

PolNeAR is political news, where nearly whoever "adds", "charges" or "shows" says something. In GUM (Zeldes
2017) it is known of each word what depends on it: a verb of saying on which no clause depends, or a noun
without one, reports nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from artparse.quotes import Passage
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities import coreference
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize
from corpus import passages_of

CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "parataxis", "acl", "advcl", "dislocated", "appos"))
"""How what is reported may depend on the word that reports."""
OBJECTS = frozenset(("obj", "obl", "nsubj:pass", "nmod"))
"""How it may where it is no clause, as PolNeAR has it of verbs of blame, praise and the like."""
BLANK = " "


@dataclass(slots=True)
class Told:
    """A word of GUM."""

    kind: str
    relation: str
    below: set[str] = field(default_factory=set)
    """How other words depend on it."""


@dataclass(slots=True)
class Document:
    """A document's text, and its words by where they start."""

    text: str
    words: dict[int, Told]


def documents(folder: Path) -> Iterator[Document]:
    """The documents of the corpus."""
    for path in sorted(folder.glob("*.conllu")):
        yield document(path.read_text(encoding="utf-8"))


def document(source: str) -> Document:
    """One document, its text put together from its words."""
    text = ""
    words: dict[int, Told] = {}
    for block in source.split("\n\n"):
        if "\n# newpar" in f"\n{block}" and text:
            text = text.rstrip() + "\n\n"
        numbered: dict[str, Told] = {}
        heads: defaultdict[str, set[str]] = defaultdict(set)
        for line in block.split("\n"):
            columns = line.split("\t")
            if len(columns) != 10 or not columns[0].isdigit():
                continue
            words[len(text)] = numbered[columns[0]] = Told(columns[3], columns[7])
            heads[columns[6]].add(columns[7])
            text += columns[1]
            if "SpaceAfter=No" not in columns[9]:
                text += BLANK
        for number, relations in heads.items():
            if number in numbered:
                numbered[number].below = relations
    return Document(text, words)


def read(text: str, passages: list[Passage] | None = None) -> Reader:
    """A text read as an article is."""
    passages = passages_of(text) if passages is None else passages
    stretches, _ = find_stretches(text, passages)
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, passages, tokens)
    entities = coreference.find_entities(tokens, mentions)
    return Reader(text, passages, tokens, stretches, mentions, entities)


def reports_nothing(word: Told, broad: bool) -> bool:
    """Whether a word surely reports nothing; with `broad`, objects may be what it reports."""
    if word.kind not in ("VERB", "NOUN"):
        return word.kind not in ("SCONJ", "ADP", "PUNCT")
    if word.relation.split(":")[0] in ("parataxis", "case", "mark"):
        return False
    below = {relation.split(":")[0] for relation in word.below} | word.below
    return not below & CLAUSES and not (broad and below & OBJECTS)
