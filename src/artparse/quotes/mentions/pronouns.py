"""Pronouns, as mentions: "she", "who", "others" where it stands alone."""

from __future__ import annotations

from functools import cache
from typing import cast

from artparse.quotes.cues import CERTAIN
from artparse.quotes.kinds import BELONGING, CLAUSE_OPENERS, DIRECTIONS, OBJECT_PRONOUNS, OWN, SOURCE_OPENERS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Being
from artparse.quotes.mentions.noun_phrases import try_noun
from artparse.quotes.mentions.nouns import AGED, nouns
from artparse.quotes.mentions.scanning import Scan, add_mention
from artparse.quotes.words import word_list, word_table

PRONOUNS_ALONE = word_list("pronouns alone")

PRONOUNS = word_table("pronouns")
"""A pronoun to what it stands for (`Being`), its gender, and `one` or `several`."""
PRONOUNS_BEFORE_CONTRACTIONS = word_list("pronouns before contractions")
VERBS_DRAWN_TO_PRONOUNS = word_list("verbs drawn to pronouns")
COUNTING_PRONOUNS = word_list("counting pronouns")
VERBS_BEHIND_COUNTING_PRONOUNS = word_list("verbs behind counting pronouns")
OWN_OR_RELATIVE = OWN | CLAUSE_OPENERS | {"which"}


def drawn_pronoun(word: str) -> str:
    """The pronoun of "she's said"; nothing in "it's", which mostly means nobody."""
    pronoun, mark, verb = word.replace("’", "'").partition("'")
    is_one = mark and pronoun in PRONOUNS_BEFORE_CONTRACTIONS and verb in VERBS_DRAWN_TO_PRONOUNS
    return pronoun if is_one else ""


@cache
def tellers() -> frozenset[str]:
    """Words in small letters that may stand for somebody."""
    return frozenset(nouns()).union(PRONOUNS)


def try_small_word(scan: Scan, i: int, word: str, first: int, last: int) -> None:
    """Add the pronoun or noun phrase whose head is token `i`, which is `word` in small letters."""
    if word in PRONOUNS:
        following = scan.tokens.words[i + 1] if i + 1 < last else "."
        if word in OBJECT_PRONOUNS and scan.lexicon.cues.get(following, 0) >= CERTAIN:
            return  # "The trust that owns her says": she does not
        if word in PRONOUNS_ALONE:
            add_pronoun(scan, i, word)
        elif word in COUNTING_PRONOUNS:
            following = scan.tokens.words[i + 1].lower() if i + 1 < last else "."
            if (
                not following[0].isalnum()
                or following in scan.lexicon.stops
                or following in VERBS_BEHIND_COUNTING_PRONOUNS
                or following in BELONGING
            ):
                add_pronoun(scan, i, word)
        elif (word in OWN_OR_RELATIVE and not is_excellency(scan, i + 1, last)) or (
            word in OBJECT_PRONOUNS and is_asked_for(scan, i, first)
        ):
            add_pronoun(scan, i, word)
    elif word in scan.lexicon.nouns or word.endswith(AGED):
        try_noun(scan, i, first)
    elif scan.tokens.quoted[i] < 0 and word_at(scan.tokens.words, i + 1) != "be":
        pronoun = drawn_pronoun(word)
        if pronoun:
            add_pronoun(scan, i, pronoun)


def is_asked_for(scan: Scan, i: int, first: int) -> bool:
    """Whether "according to" stands before the pronoun at `i`."""
    before = scan.tokens.words[max(first, i - 2) : i]
    return len(before) == 2 and before[1] in DIRECTIONS and before[0].lower() in SOURCE_OPENERS


def is_excellency(scan: Scan, i: int, last: int) -> bool:
    """Whether a title stands at `i`, as behind "Her" in "Her Excellency Ann Roe"."""
    word = scan.tokens.words[i] if i < last else "."
    return word[0].isupper() and word.lower() in scan.lexicon.honorifics


def add_pronoun(scan: Scan, i: int, word: str) -> None:
    """Add the pronoun at token `i`, unless the word list has none such."""
    if word in PRONOUNS:
        being, gender, number = PRONOUNS[word]
        gender = scan.tokens.genders.get(i, gender)
        mention = add_mention(scan, i, i + 1, "pronoun", (word,), cast(Being, being), gender)
        mention.plural = number == "several"
