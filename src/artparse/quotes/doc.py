"""An article on its way through the stage: one value, to which each step adds its layer.

Doc(text, passages, "en", ())  ->  … with stretches  ->  … with tokens  ->  … with mentions  ->  …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.entity import Entity
from artparse.quotes.languages.telling import Telling
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.tokens import Tokens
from artparse.values import NamedTuple

if TYPE_CHECKING:
    from artparse.quotes.reports.found import Found


class Doc(NamedTuple):
    """What is known of an article; a layer is null until its step was taken."""

    text: str
    passages: Sequence[Passage]
    language: str | None
    authors: Sequence[str]
    stretches: list[Stretch]
    """The words that somebody may say."""
    unclosed: list[int]
    """Where marks open that nothing closes."""
    tokens: Tokens | None = None
    mentions: list[Mention] | None = None
    """What may stand for a speaker; sentences read in their own language add some that were overlooked."""
    entities: list[Entity] | None = None
    """Who or what the mentions are; speaker labels add those that nothing else names."""
    reader: Reader | None = None
    """Tokens, mentions and entities, with what features need of them."""
    telling: Telling | None = None
    """Whom the sentences themselves tell to say something."""
    decisions: list[Decision] | None = None
    """Who says each stretch that somebody says."""
    reported: list[Found] | None = None
    """What is reported, in quotation marks or not."""
