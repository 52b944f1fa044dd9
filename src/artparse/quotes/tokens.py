"""The words of an article's passages, and which of them stand in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from artparse.article import Span
from artparse.languages import packs
from artparse.names import lists
from artparse.patterns import pattern
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch
from artparse.values import dataclass, field, replace

TOKEN = pattern(
    r"[a-zA-Z]++(?!\w|[-'’&\u00ad‘./])|[,.]"  # As most are: what follows could not be found, either.
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]+\.(?:com|org)\b|[^\W\d_]/[^\W\d_]\b|\d+(?:[.,:]\d+)+"
    r"|@\w+|\bu/\w[\w-]*|[^\W_]+(?:[-'’&\u00ad_][^\W_]+|‘s\b)*|``|''|\S"
)
ENDING = frozenset(".!?")
SOFT_HYPHEN = "\u00ad"
"""What a long word may be broken at: no part of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Parallel lists, one entry for each token, in source order."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    passages: list[int]
    """Index of the passage that holds the token."""
    quoted: list[int]
    """Index of the outermost stretch that holds the token (or whose mark it is), or -1."""
    sentences: list[int]
    """Number of the sentence; what stands in quotation marks ends none, except by its last mark."""
    genders: dict[int, str] = field(default_factory=dict)
    """Token of a person's noun to the gender that the word told which it is the gloss of."""
    moved: dict[int, Span] = field(default_factory=dict)
    """Token that a verb was moved to, to where the verb stands in the source."""
    glossed: bool = False
    """Whether the words are glosses of another language's."""
    nouns_capital: bool = False
    """Whether that language writes all nouns with capitals."""
    unread: bool = False
    """Whether the words are of a language without a pack."""

    def at(self, offset: int) -> int:
        """Index of the first token that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


def tokenize(
    text: str, passages: Sequence[Passage], stretches: Sequence[Stretch], language: str | None = None
) -> Tokens:
    """The tokens of `passages`; those of another language than English as their glosses."""
    tokens = Tokens([], [], [], [], [], [])
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    turned, soft = "‘s" in text, SOFT_HYPHEN in text
    for index, passage in enumerate(passages):
        before = len(words)
        spans = [match.span() for match in TOKEN.finditer(text, *passage.span)]
        found = [text[start:end] for start, end in spans]
        if soft:
            found = [word.replace(SOFT_HYPHEN, "") or word for word in found]
        words.extend([word.replace("‘s", "’s") for word in found] if turned else found)
        if spans:
            of_words = zip(*spans, strict=True)
            starts.extend(next(of_words))
            ends.extend(next(of_words))
        tokens.passages.extend([index] * (len(words) - before))
    quoted = tokens.quoted
    quoted.extend([-1] * len(words))
    for number, stretch in enumerate(stretches):
        if not stretch.nested:
            first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
            quoted[first:last] = [number] * (last - first)
    if packs.switch(language, "learnt on"):
        _number_sentences(tokens, None)
        return tokens
    return _read(tokens, language)


def _read(tokens: Tokens, language: str | None) -> Tokens:
    """The tokens as their glosses, where the language has any."""
    from artparse.quotes.languages import glosses  # See `marks.find_stretches`.

    glosses_of = glosses.language_of(language)
    if glosses_of is None:
        _number_sentences(tokens, None)
        return replace(tokens, unread=True)
    from artparse.quotes.languages.as_english.reading import Words
    from artparse.quotes.languages.as_english.steps import read_as_english

    source = Words(tokens.words, tokens.starts, tokens.ends, tokens.passages, tokens.quoted)
    read = read_as_english(source, language)
    found = Tokens(
        read.words,
        read.starts,
        read.ends,
        read.passages,
        read.quoted,
        [],
        read.genders,
        read.moved,
        True,
        packs.switch(language, "nouns have capitals"),
    )
    _number_sentences(found, read.capitals)
    return found


def _number_sentences(tokens: Tokens, capitals: list[bool] | None) -> None:
    """Set `sentences`; `capitals` tells where the source has capitals, if the words do not."""
    words, quoted, passages, numbers = tokens.words, tokens.quoted, tokens.passages, tokens.sentences
    sentence, previous, ending = 0, -1, False
    last = -1
    for i, word in enumerate(words):
        inside = quoted[i]
        if passages[i] != previous:
            sentence += 1
            previous, ending = passages[i], False
        elif (
            ending
            and (inside < 0 or inside != last)
            and ((capitals[i] if capitals else word[0].isupper()) or inside >= 0 or word[0].isdigit())
        ):
            sentence += 1
            ending = False
        elif inside < 0:
            ending = False
        numbers.append(sentence)
        if inside < 0:
            if word in ENDING:
                shortens = word == "." and i and tokens.ends[i - 1] == tokens.starts[i]
                ending = ending or not (shortens and is_short(words, i - 1))
        else:
            # a full stop just inside the closing mark ends the sentence around it too
            ending = i + 1 < len(words) and quoted[i + 1] != inside and i > 0 and words[i - 1] in ENDING
        last = inside


def is_short(words: list[str], i: int) -> bool:
    """Whether a word is an abbreviation, or the initial behind a given name."""
    word = words[i]
    initial = len(word) == 1 and word.isupper() and word != "I" and i > 0 and words[i - 1][0].isupper()
    return initial or word.lower() in lists.words("en/abbreviations.txt")


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether a full stop that shortens a word ends the sentence, too: "at Acme Inc. The firm grew"."""
    after = tokens.words[i + 1] if i + 1 < len(tokens.words) else "."
    low = after.lower()
    opens = low in lists.words("en/function_words.txt") or low in lists.words("en/determiners.txt")
    return not after[0].isalnum() or (after[0].isupper() and opens and len(after) > 1)
