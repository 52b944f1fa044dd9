"""Whom the sentences of an article tell to say something, by as much as is known of its language.

    “…”, zei Anna Visser.   ->  {0: the mention "Anna Visser"}

Nothing of English, which the models were learnt on. The rooms are imported where they are asked: no other
text pays for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artparse.quotes.choice.reader import Reader
from artparse.quotes.languages.told import Told
from artparse.values import NamedTuple

if TYPE_CHECKING:
    from artparse.quotes.languages.by_grammar.telling import Sources


class Telling(NamedTuple):
    """What the sentences of an article tell."""

    told: dict[int, Told]
    """Number of a stretch to its speaker, for those whose sentence tells it."""
    sources: Sources | None = None
    """What tells what is reported without quotation marks, too; null where no grammar does."""


def telling_of(reader: Reader, language: str | None) -> Telling:
    """What the sentences of an article tell; new mentions and entities may come to the reader."""
    if reader.tokens.unread:
        from artparse.quotes.languages.by_neighbours.telling import told_by_neighbours

        return Telling(told_by_neighbours(reader, language))
    if not reader.tokens.glossed:
        return Telling({})
    from artparse.quotes.languages.grammar import grammar_of

    grammar = grammar_of(language)
    if grammar is None:
        from artparse.quotes.languages.by_verbs.telling import told_by_verbs

        return Telling(told_by_verbs(reader, language))
    from artparse.quotes.languages.by_grammar.telling import Sources

    sources = Sources(reader, grammar)
    return Telling(sources.told(), sources)
