"""Noun phrases that may stand for a speaker: "the mayor", "a company statement", "residents".

In: the scan and the place of a noun. Out: a mention with its determiner and what stands between.
"""

from __future__ import annotations

from itertools import islice

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import POSSIBLE
from artparse.quotes.kinds import BELONGING, DEFINITE, MANNER
from artparse.quotes.mentions.nouns import AGED
from artparse.quotes.mentions.scanning import Scan, add_mention, opens_sentence, says
from artparse.quotes.words import word_list

THINGS_MORE_OFTEN = word_list("things more often")
PARTS_OF_THE_BODY = word_list("parts of the body")
OWNERS = word_list("owners")
BEFORE_KINDS = MANNER | BELONGING
"""Behind these a noun alone tells a kind: "as mayor"."""


def try_noun(scan: Scan, i: int, begin: int) -> None:
    """A noun phrase whose head is token `i`, unless the phrase goes on after it."""
    tokens, words = scan.tokens, scan.tokens.words
    word = bare(words[i]).lower()
    known = scan.lexicon.nouns.get(word, ("person", "u", False) if word.endswith(AGED) else None)
    if known is None:
        return
    following = words[i + 1] if i + 1 < len(words) and tokens.passages[i + 1] == tokens.passages[i] else "."
    if (
        following in scan.lexicon.nouns
        and tokens.quoted[i] == tokens.quoted[i + 1]
        and scan.lexicon.nouns[following][0] == "person"
    ):
        return  # "campaign manager": the head comes later
    if word in THINGS_MORE_OFTEN and not says(scan, following) and not _is_said_by(scan, i):
        return  # "the model", of the climate
    if word in lists.words("en/adjectives.txt") and _is_noun(scan, following):
        return  # "the local mosque"
    if _is_verb(scan, i, word, following):
        return
    being, gender, plural = known
    gender = tokens.genders.get(i, gender)
    first = phrase_start(scan, i, begin)
    if (
        word in PARTS_OF_THE_BODY
        and first < i
        and words[i - 1].lower() in OWNERS
        and following not in BELONGING
    ):
        return  # "shook his head"
    if first == i and not plural:
        if being in ("document", "organization"):
            return
        before = words[i - 1] if i > begin else "."
        if before in BEFORE_KINDS or before.lower() in scan.lexicon.stops:
            return
    mention = add_mention(scan, first, i + 1, "noun", (word,), being, gender)
    mention.plural = plural
    mention.title = words[first].lower() if first < i else ""
    for other in islice(reversed(scan.found), 1, None):
        if not first <= other.first <= i:
            break
        other.inside = True


def _is_said_by(scan: Scan, i: int) -> bool:
    """Whether a verb of saying stands before the noun at `i`, perhaps with an article between."""
    words = scan.tokens.words
    i -= i > 1 and words[i - 1] in DEFINITE
    return i > 0 and says(scan, words[i - 1])


def _is_noun(scan: Scan, following: str) -> bool:
    """Whether the word after an adjective is what that tells of, not a verb: "a major setback"."""
    if not (following.isalpha() and following.islower()) or following.endswith("ed"):
        return False
    lexicon = scan.lexicon
    return not (following in lexicon.stops or following in lexicon.verbs or following in lexicon.cues)


def _is_verb(scan: Scan, i: int, word: str, following: str) -> bool:
    """Whether a noun in form is the verb of the name before it: "Acme states on its pages"."""
    before = scan.found[-1] if scan.found else None
    named = before is not None and before.last == i and before.form == "name" and not before.possessive
    verb = word.endswith("s") and scan.lexicon.cues.get(word, 0) >= POSSIBLE
    return named and verb and not says(scan, following)


def phrase_start(scan: Scan, head: int, begin: int) -> int:
    """First token of the noun phrase whose head is `head`: its determiner, at most six words before."""
    tokens, words = scan.tokens, scan.tokens.words
    first = head
    for i in range(head - 1, max(begin - 1, head - 7), -1):
        if tokens.quoted[i] != tokens.quoted[head]:
            break
        word = words[i].lower()
        if word in scan.lexicon.determiners:
            return i
        if not word[0].isalnum() or word in scan.lexicon.stops or scan.lexicon.cues.get(word, 0) >= POSSIBLE:
            break
        if words[i] in scan.lexicon.verbs or (
            word.endswith("ed")
            and i > begin
            and (words[i - 1] in scan.lexicon.nouns or (words[i - 1][0].isupper() and "-" not in word))
        ):
            break  # "the conference brought readers", "Jane Doe received reports"
        if word.endswith(("'s", "’s")):
            first = i
            continue
        capital = words[i][0].isupper() and (
            not opens_sentence(scan, i, begin) or (first == i + 1 and words[first][0].isupper())
        )
        if capital or word in scan.lexicon.nouns or word in scan.lexicon.roles:
            first = i
    return first
