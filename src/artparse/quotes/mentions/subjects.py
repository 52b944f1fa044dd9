"""Which mentions look like subjects of their sentences.

In: the mentions. Out: the same, with `governed`, `subject` and `shift`.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.cues import POSSIBLE
from artparse.quotes.mentions.beside import after_aside
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

AUXILIARIES = word_list("auxiliaries")
ADDRESSING_VERBS = word_list("addressing verbs")
CLAUSE_OPENERS = word_list("clause openers")
FORMS_OF_IS = word_list("is and was")

LONGEST_OPENING = 6
"""Such a word stands so many tokens at most before the first mention."""


def find_subjects(text: str, tokens: Tokens, mentions: list[Mention]) -> None:
    """Set `governed` and `subject`: the first mention of a sentence, or one with a verb right after it."""
    words = tokens.words
    prepositions = lists.words("en/prepositions.txt")
    determiners = lists.words("en/determiners.txt")
    strengths = cues.strengths()
    sentence = -1
    waiting = False
    """Whether the sentence opens with a clause such as "While Doe waits" and its subject is to come."""
    previous: Mention | None = None
    for mention in mentions:
        i = mention.first - 1
        if tokens.nouns_capital and i > 0 and words[i].islower() and is_untranslated_noun(text, tokens, i):
            i -= 1  # "of the Direktbank ING"
        if i >= 0 and words[i].lower() in determiners:
            i -= 1
        before = words[i].lower() if i >= 0 else ""
        mention.governed = before in prepositions and tokens.sentences[i] == mention.sentence
        if previous is not None and previous.governed and previous.last == i and before == ",":
            # "from Tynemouth, North Tyneside, said"
            # (but not the person of "one of the owners, Jane Doe, said")
            named = mention.form == "name" and previous.form == "name"
            alone = not mention.title and mention.role is None  # no "of the Tide Board, Cllr Jane Doe,"
            mention.governed = named and alone and words[mention.last : mention.last + 1] == [","]
        previous = mention
        if mention.inside or mention.quoted >= 0 or mention.governed or mention.possessive:
            continue
        after = after_aside(words, mention.last)
        cleft = after == "who" and before in FORMS_OF_IS and words[i - 1].lower() == "it"
        if mention.sentence != sentence or cleft:
            waiting = opens_clause(tokens, mention)
            mention.subject = 1.0
            mention.shift = 0.5 if cleft else -0.2 if waiting else 0.0
            sentence = mention.sentence
            continue
        if (strengths.get(after, 0) >= POSSIBLE or after in AUXILIARIES) and before not in ADDRESSING_VERBS:
            mention.subject = LIKELY_SUBJECT
        if waiting and before == "," and after != ",":
            mention.shift, waiting = 1.0 - mention.subject, False


def opens_clause(tokens: Tokens, mention: Mention) -> bool:
    """Whether a sentence's first mention is in a clause before its subject: "Since naming Doe, Roe has"."""
    i = mention.first
    while i and tokens.sentences[i - 1] == mention.sentence and mention.first - i < LONGEST_OPENING:
        i -= 1
        if tokens.words[i] == ",":
            return False
    return tokens.words[i].lower() in CLAUSE_OPENERS


def is_untranslated_noun(text: str, tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a noun that is read as itself, in a language whose nouns have capitals."""
    return (
        text[tokens.starts[i]].isupper()
        and text[tokens.starts[i] + 1 : tokens.ends[i]] == tokens.words[i][1:]
    )
