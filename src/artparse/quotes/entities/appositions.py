"""Noun phrases set off by commas before or behind a name.

    "Ann Roe, the mayor of Holm, said"   ->  "the mayor of Holm"

In: the tokens, the mentions and the number of a name. Out: the words of the phrase, or nothing.
"""

from __future__ import annotations

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import is_sure
from artparse.quotes.kinds import BOTH, DEFINITE, OWN
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.tokens import Tokens, ends_sentence
from artparse.quotes.words import word_list

PREPOSITIONS_OF_BELONGING = word_list("prepositions of belonging")
PREPOSITIONS_OF_SCENES = word_list("prepositions of scenes")
VERBS_OF_CLAUSES = word_list("verbs of clauses")
WORDS_AFTER_APPOSITIONS = word_list("words after appositions")
NO_APPOSITION = word_list("no apposition")
OPENERS_OF_NO_APPOSITION = word_list("openers of no apposition")
WHO_OR_WHOSE = word_list("who and whose")
FORMS_OF_IS = word_list("is and was")
BELONGING_OR_BOTH = PREPOSITIONS_OF_BELONGING | BOTH
BEFORE_KIN = OWN | DEFINITE


def role_ahead(tokens: Tokens, mentions: list[Mention], index: int) -> Span | None:
    """The noun phrase before a name: "The minister of health, Jane Doe, said". It joins the name."""
    mention = mentions[index]
    comma = mention.first - 1
    comma -= comma > 0 and tokens.words[comma] in DEFINITE  # "One guest, the painter Ida Long, said"
    if comma < 1 or tokens.words[comma] != "," or tokens.quoted[comma] != mention.quoted:
        return None
    for at in range(index - 1, max(-1, index - 5), -1):
        before = mentions[at]
        if before.sentence != mention.sentence or before.quoted != mention.quoted:
            return None
        if before.form == "noun" and before.being == "person" and not before.inside:
            if before.governed and before.title == "another":
                return None  # "While Doe waits for another customer, Roe has left"
            if before.first and tokens.words[before.first - 1].lower() in PREPOSITIONS_OF_SCENES:
                return None  # "In the car outside the dentist, Roe said"
            if at and is_of_another(tokens, mentions[at - 1], before):
                continue
            break
    else:
        return None
    told = before.first > 0 and is_sure(tokens.words[before.first - 1])
    ends = told and word_at(tokens.words, mention.last) in APPOSITION_ENDS
    said = tokens.glossed and told
    if not said and before.last != comma and not is_closed(tokens, mention, before.last, comma, ends):
        return None
    for part in mentions[at:index]:
        part.inside = True
    before.entity = mention.entity
    mention.subject = max(mention.subject, before.subject)
    return before.span[0], tokens.ends[comma - 1]


def is_of_another(tokens: Tokens, head: Mention, before: Mention) -> bool:
    """Whether a noun is only whose officer the noun before it is: "the press secretary to the governor"."""
    nouns = head.form == "noun" and head.being == "person" and not head.inside and before.governed
    return nouns and head.last == before.first - 1 and tokens.words[head.last] in PREPOSITIONS_OF_BELONGING


def is_closed(tokens: Tokens, mention: Mention, first: int, comma: int, ends: bool) -> bool:
    """Whether `first:comma` is what belongs to a noun ("of the town council") and the name no list's part.

    `ends`: a verb of saying stands before the noun and the sentence ends behind the name.
    """
    words = tokens.words
    if words[comma - 3 : comma : 2] == ["(", ")"]:
        comma -= 3  # "of the Harbour Management Agency (HMA), Ann Roe, said"
    if words[first] not in BELONGING_OR_BOTH or comma - first > 12 or not words[comma - 1][0].isalnum():
        return False
    following = word_at(words, mention.last)
    if not (ends or following == "," or is_sure(following)):
        return False
    return all(
        w[0].isalnum() and w.lower() not in VERBS_OF_CLAUSES and not is_sure(w) for w in words[first:comma]
    )


def role_behind(tokens: Tokens, mentions: list[Mention], index: int, person: bool) -> Span | None:
    """The apposition after a name, of a `person` or not; the mentions in it are part of it."""
    found = apposition(tokens, mentions[index])
    if found is None:
        return None
    parts = [m for m in mentions[index + 1 : index + 8] if m.first < found[1]]
    if any(
        m.form == "name" and m.last >= found[1] and (m.role is not None or m.title) and not m.governed
        for m in parts
    ):
        return None  # "In Leeds, police reporter Jane Doe said"
    told = found[1] < len(tokens.words) and is_sure(tokens.words[found[1]])
    if told and (mentions[index].governed or not person):
        return None  # "In the Commons, the MP said", "Appearing on Face the County, the MP said"
    for part in parts:
        part.inside = part.form != "pronoun"
    return tokens.starts[found[0]], tokens.ends[found[1] - 1]


def apposition(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the role after a name: ", the mayor of Oslo,"."""
    words, passages = tokens.words, tokens.passages
    i = mention.last
    if i + 1 >= len(words) or words[i] != "," or tokens.quoted[i] != mention.quoted:
        return None
    if words[i + 1].isdigit() and i + 3 < len(words) and words[i + 2] == ",":
        i += 2
    first = i + 1
    if words[first].endswith("ed") and words[first + 1 : first + 2] and words[first + 1] in BEFORE_KIN:
        return None  # "Jane Doe, 19, texted her mother."
    if words[first] in OPENERS_OF_NO_APPOSITION:
        return None
    if words[first] in WHO_OR_WHOSE and first + 2 < len(words) and words[first + 1] in FORMS_OF_IS:
        first += 2
    known = nouns()
    head = -1
    j = first
    closed = False
    while j < len(words) and j < first + 18 and passages[j] == mention.passage:
        word = words[j]
        low = bare(word).lower()
        if tokens.quoted[j] != mention.quoted:
            break
        short = len(words[j - 1]) == 1 and words[j - 1].isupper()  # "George W. Bush"
        dotted = word == "." and (short or words[j - 1].lower() in lists.words("en/abbreviations.txt"))
        dotted = dotted and not ends_sentence(tokens, j)
        if (word in APPOSITION_ENDS or low in WORDS_AFTER_APPOSITIONS) and not dotted:
            closed = True
            break
        if head < 0 and known.get(low, ("",))[0] == "person":
            head = j
        elif head < 0 and (low in NO_APPOSITION or j > first + 8):
            return None
        j += 1
    if head < 0 or j <= first or not closed:
        return None
    return first, j


APPOSITION_ENDS = frozenset((",", ".", ";", ":", "(", ")", "—", "–"))
