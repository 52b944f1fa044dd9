"""A name as the article prints it, where its dots are no part of its words.

    "K.T. Roe", "Peel & Co."     but     "R Sai Holm", "Tom Roe Jnr"

In: the tokens and a mention. Out: the name's words with their dots and spaces, or nothing where no word of
them may have a dot.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.entities.entity import Entity
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens, ends_sentence
from artparse.quotes.words import word_list

SHORTENED = word_list("shortened ends of names")


def print_names(tokens: Tokens, named: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Set how the names are printed that have initials, or end in a shortened word."""
    for mention in named:
        entity = entities[mention.entity]
        if mention.words == entity.name and not entity.printed:
            entity.printed = printed_of(tokens, mention)


def printed_of(tokens: Tokens, mention: Mention) -> str:
    """The name of a mention as it is printed; empty where no dot may be of it."""
    words = mention.words
    initials = any(_is_initial(word) for word in words[:-1])
    if len(words) < 2 or not (initials or words[-1] in SHORTENED):
        return ""
    i = mention.last - 1
    within = tokens.words[i] == "."  # of the mention, as that of "Jr." is
    found, i = words[-1] + ("." if within or _is_dotted(tokens, mention) else ""), i - within
    for word in reversed(words[:-1]):
        following = i
        while i > mention.first and tokens.words[i - 1] != word:
            i -= 1
        i -= 1
        if i < mention.first:
            return ""
        dot = "." if _is_initial(word) and tokens.words[i + 1] == "." else ""
        apart = tokens.starts[following] > tokens.ends[i + len(dot)]
        found = f"{word}{dot}{' ' if apart else ''}{found}"
    return found


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_dotted(tokens: Tokens, mention: Mention) -> bool:
    """Whether the dot behind a shortened last word is its own, as the sentence goes on behind it."""
    dot = mention.last
    if mention.words[-1] not in SHORTENED or dot >= len(tokens.words) or tokens.words[dot] != ".":
        return False
    return tokens.starts[dot] == tokens.ends[dot - 1] and not ends_sentence(tokens, dot)
