"""Some words of an article that stand for somebody or something that may speak.

"Senator Ann Roe said"  ->  Mention(form="name", words=("Ann", "Roe"), title="senator", …)
"""

from __future__ import annotations

from typing import Literal

from artparse.article import Span
from artparse.values import dataclass

Form = Literal["name", "pronoun", "noun"]
Being = Literal["person", "organization", "group", "document", "place", "other"]


LIKELY_SUBJECT = 0.6
"""How much a mention looks like a subject that a verb follows, but that is not the first of its sentence."""


@dataclass(slots=True, eq=False)
class Mention:
    """Some words that stand for somebody or something that may speak."""

    first: int
    """Its first token, of the title or determiner before the name."""
    last: int
    """The token after it."""
    span: Span
    form: Form
    words: tuple[str, ...]
    """Of a name, without titles; of a noun phrase, its head in lower case; of a pronoun, itself."""
    being: Being
    gender: str
    """`m`, `f`, `n` or `u`."""
    plural: bool = False
    role: Span | None = None
    """The words before a name that tell the person's role."""
    title: str = ""
    """The honorific before a name, lower case, or the determiner of a noun phrase."""
    possessive: bool = False
    governed: bool = False
    """Whether a preposition stands before it: no subject, then."""
    subject: float = 0.0
    """How much it looks like a subject, 0 to 1."""
    shift: float = 0.0
    """What `subject` is more or less for whom "he" means: in "While Doe waits, Roe has left" that is Roe."""
    inside: bool = False
    """Whether it is only part of another's role ("Clinton" in "Clinton spokesman Brian Fallon")."""
    sentence: int = 0
    passage: int = 0
    quoted: int = -1
    evidence: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """For a name: how much speaks for a person, an organisation, a place."""
    entity: int = -1
    """Index of the entity that a name stands for."""
    rule: str = "name/new"
    """The rule of `rules` that found the entity."""
