"""What is known of an article while its mentions are looked for.

    scan.inner     {"Roe", "Harbour", …}    words that have capitals inside sentences
    scan.lexicon   the word lists of the language, read once
    scan.found     the mentions so far, to which `add_mention` adds

`capitals.py` sets what capital letters tell; the other files of the room only look at it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Literal

from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.cues import SURE
from artparse.quotes.mentions.mention import Being, Form, Mention
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.passages import Passage
from artparse.quotes.tokens import Tokens
from artparse.values import NamedTuple, dataclass, field

LONGEST_NAME = 14
"""Names have at most so many tokens."""

Words = Collection[str]
Kind = Literal["capital", "ordinal", "small"]
"""How a word is read with which a mention may begin; small words stand for somebody."""


class Lexicon(NamedTuple):
    """Word lists by which names and noun phrases are found."""

    common: frozenset[str]
    openers: frozenset[str]
    """Words that have capitals at the beginning of sentences only."""
    determiners: frozenset[str]
    stops: frozenset[str]
    """Function words, which end noun phrases."""
    verbs: frozenset[str]
    people: Mapping[str, str]
    """Noun for a person to its gender."""
    heading: frozenset[str]
    """Nouns for whoever heads a body."""
    honorifics: Mapping[str, str]
    roles: frozenset[str]
    particles: frozenset[str]
    organizing: frozenset[str]
    """Words of bodies that an "of" may follow."""
    calendar: frozenset[str]
    demonyms: frozenset[str]
    nouns: Mapping[str, tuple[Being, str, bool]]
    organization: frozenset[str]
    abbreviations: frozenset[str]
    place_words: frozenset[str]
    places: frozenset[str]
    cues: Mapping[str, int]


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    return Lexicon(
        common=lists.words("en/common_words.txt"),
        openers=lists.words("en/sentence_openers.txt") | lists.words("en/function_words.txt"),
        determiners=lists.words("en/determiners.txt"),
        stops=lists.words("en/function_words.txt"),
        verbs=lists.words("en/past_verbs.txt"),
        people=lists.people(),
        heading=lists.words("en/heads_of_bodies.txt"),
        honorifics=lists.honorifics(),
        roles=lists.words("en/role_words.txt"),
        particles=lists.words("en/particles.txt"),
        organizing=lists.words("en/organizing.txt"),
        calendar=lists.words("en/calendar.txt"),
        demonyms=lists.words("en/demonyms.txt"),
        nouns=nouns(),
        organization=lists.words("en/organization_words.txt"),
        abbreviations=lists.words("en/abbreviations.txt"),
        place_words=lists.words("en/place_words.txt"),
        places=lists.entries("places.txt") | lists.entries("en/places.txt"),
        cues=cues.strengths(),
    )


@dataclass(slots=True, eq=False)
class Scan:
    """One pass over the tokens of an article."""

    text: str
    passages: Sequence[Passage]
    tokens: Tokens
    lexicon: Lexicon
    printed: frozenset[str]
    """All words of the article."""
    kinds: Mapping[str, Kind]
    """Those of them with which a mention may begin, to how they are read."""
    acronyms: frozenset[str]
    inner: set[str] = field(default_factory=set)
    """Words capitalised after a small one, for no sentence's sake."""
    alone: set[str] = field(default_factory=set)
    """Those of them that no capitalised word follows."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Two capitalised words in a row, of which the first is one of `inner`."""
    whole: set[str] = field(default_factory=set)
    """Names that end like an owner's: `Moody's`."""
    spelt: dict[int, int] = field(default_factory=dict)
    """First token of a name that an acronym in brackets spells out to the token after it."""
    surnames: set[str] = field(default_factory=set)
    """Last words of the names of several words so far."""
    reached: int = 0
    """The token after the latest name that goes on after its run of capitalised words."""
    found: list[Mention] = field(default_factory=list)


def add_mention(
    scan: Scan, first: int, last: int, form: Form, name: tuple[str, ...], being: Being, gender: str
) -> Mention:
    """Add the mention in the tokens `first:last`; what its form alone does not tell is set by the caller."""
    tokens = scan.tokens
    end = tokens.ends[last - 1]
    word = tokens.words[last - 1]
    possessive = word.endswith(("'s", "’s")) and word not in scan.whole
    if possessive:
        end -= 2
    elif len(word) > 1 and word[-1] in "'’":
        end -= 1
    mention = Mention(first, last, (tokens.starts[first], end), form, name, being, gender)
    mention.possessive = possessive
    mention.sentence, mention.passage = tokens.sentences[first], tokens.passages[first]
    mention.quoted = tokens.quoted[first]
    scan.found.append(mention)
    return mention


def says(scan: Scan, word: str) -> bool:
    """Whether a word, as it is printed, mostly reports speech."""
    return scan.lexicon.cues.get(word, 0) >= SURE


def opens_sentence(scan: Scan, i: int, begin: int) -> bool:
    """Whether token `i` of a passage that begins at `begin` has its capital for a sentence's sake."""
    if i == begin or scan.tokens.sentences[i - 1] != scan.tokens.sentences[i]:
        return True
    before = scan.tokens.words[i - 1]
    return not (before[0].isalnum() or before in (",", "(", "-", "/", "&", "@", ";", "’", "'")) or (
        before in "’'" and scan.tokens.starts[i] == scan.tokens.ends[i - 1]
    )
