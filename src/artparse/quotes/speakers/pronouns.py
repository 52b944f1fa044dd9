"""Which pronoun an article has for a person: as it states, by its titles, and by its "he" and "she".

Nothing is guessed from a name. A pronoun counts as proof only where it can hardly mean somebody else; one
that contradicts leaves the person without.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from artparse.article import Pronoun
from artparse.languages import packs
from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.entities.entity import Entity
from artparse.quotes.kinds import PERSON_PRONOUNS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

NEWCOMERS = word_list("openers of newcomers")
BEFORE_VERBS = word_list("words before verbs")

PRONOUN_OF_GENDER: Mapping[str, Pronoun] = {"m": "he", "f": "she"}
GENDER_OF_WORD = {"he": "m", "his": "m", "she": "f", "her": "f"}
SUBJECT_FORMS = PERSON_PRONOUNS
"""Of other languages only these tell: their possessives mostly have the gender of what is owned."""
MOST_MENTIONS_BACK = 40
"""Mentions before a pronoun among which its name is looked for."""
STATEMENT = 8
"""Words between a name and "they/them pronouns", at most."""


@cache
def _forms() -> dict[str, Pronoun]:
    """Form of a pronoun, as people state theirs, to what the record calls it."""
    kinds: Mapping[str, Pronoun] = {"she": "she", "he": "he", "they": "they", "other": "other"}
    rows = map(str.split, packs.lines(packs.path_of("en", "pronouns.txt")))
    return {form: kinds[kind] for kind, *forms in rows for form in reversed(forms)}


def pronouns_of(
    persons: Collection[int], tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> dict[int, Pronoun]:
    """The pronoun of each of the entities `persons` that the article tells it of."""
    genders: dict[int, set[str]] = {number: set() for number in persons}
    proven: set[int] = set()
    for at, mention in enumerate(mentions):
        if mention.entity not in genders:
            continue
        if mention.form == "name":
            gender = _of_title(tokens, mention)
            sure = gender is not None
        else:
            gender = _of_word(tokens, mention)
            may_prove = gender is not None and not _may_be_thing(tokens, entities[mention.entity])
            sure = may_prove and mention.entity not in proven and _is_sure(tokens, mentions, entities, at)
        if gender is not None:
            genders[mention.entity].add(gender)
        if sure:
            proven.add(mention.entity)
    found = {n: PRONOUN_OF_GENDER[min(genders[n])] for n in proven if len(genders[n]) == 1}
    return found | _stated(genders, tokens, mentions)


def _of_title(tokens: Tokens, mention: Mention) -> str | None:
    """The gender that the title right before a name tells: "Ms", but not the "Lord" of "Lord Mayor".

    A title that is part of a name ("Duke Fuqua") tells none.
    """
    gender = lists.honorifics().get(mention.title, "u")
    if gender == "u" or mention.title == "messrs":
        return None
    words, first = tokens.words, mention.first
    while first < mention.last and words[first].lower() != mention.title:
        first += 1
    name = first + 1 + (words[first + 1 : first + 2] == ["."])
    printed = words[name] if name < mention.last else ""
    return gender if printed.startswith(mention.words[0]) else None


def _of_word(tokens: Tokens, mention: Mention) -> str | None:
    """The gender that a pronoun of the reporter's tells; of those that a language leaves out, none."""
    if mention.form != "pronoun" or mention.quoted >= 0 or mention.span[0] >= mention.span[1]:
        return None
    word = mention.words[0]
    return GENDER_OF_WORD.get(word) if word in SUBJECT_FORMS or not tokens.glossed else None


def _may_be_thing(tokens: Tokens, entity: Entity) -> bool:
    """Whether a "he" or "she" proves no person, because things have genders in the language, too."""
    return tokens.glossed and len(entity.name) < 2


def _is_sure(tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity], at: int) -> bool:
    """Whether between the name and the pronoun at `at` nobody is mentioned whom it may mean instead.

    The name stands in the pronoun's passage or in the one before. Where both are subjects and the verb of the
    pronoun is one of saying, it means no object between them: "Roe met Doe. She said", but perhaps "a diver".
    """
    pronoun = mentions[at]
    gender = GENDER_OF_WORD[pronoun.words[0]]
    says = pronoun.subject == 1 and _says(tokens, pronoun)
    over = False
    for other in reversed(mentions[max(0, at - MOST_MENTIONS_BACK) : at]):
        if other.passage < pronoun.passage - 1:
            return False
        if other.quoted >= 0:
            continue
        if other.entity == pronoun.entity:
            if other.form == "name" and (other.subject == 1 or not over):
                return True
        else:
            same = other.form == "pronoun" and GENDER_OF_WORD.get(other.words[0]) == gender
            if same or _may_be(entities, other, gender):
                over = says and not same and other.subject < 1 and other.title not in NEWCOMERS
                if not over:
                    return False
    return False


def _says(tokens: Tokens, mention: Mention) -> bool:
    """Whether a verb of saying stands beside a mention: "she said", "she also said", "said she"."""
    words, after = tokens.words, word_at(tokens.words, mention.last)
    after = word_at(words, mention.last + 1) if after in BEFORE_VERBS else after
    return cues.is_sure(after) or (mention.first > 0 and cues.is_sure(words[mention.first - 1]))


def _may_be(entities: Sequence[Entity], mention: Mention, gender: str) -> bool:
    """Whether a mention is of a person whom a pronoun of that gender may mean."""
    if mention.entity >= 0:
        entity = entities[mention.entity]
        return entity.being == "person" and {entity.gender, gender} != {"m", "f"}
    fits = {mention.gender, gender} != {"m", "f"}
    return mention.form == "noun" and mention.being == "person" and not mention.inside and fits


def _stated(persons: Collection[int], tokens: Tokens, mentions: Sequence[Mention]) -> dict[int, Pronoun]:
    """What the article states: "Robin Doe (they/them)", "Doe, who uses she/they pronouns"."""
    words, forms = tokens.words, _forms()
    found: dict[int, Pronoun] = {}
    if "/" not in words:
        return found
    starts = [mention.first for mention in mentions]
    slashes = [i for i, word in enumerate(words) if word == "/" and 0 < i < len(words) - 1]
    for i in slashes:
        one, other = words[i - 1].lower(), words[i + 1].lower()
        if one not in forms or other not in forms or words[i - 2] == "/":
            continue
        first = i - 2 if words[i - 2] == "(" else i - 1
        last = i + 2
        while words[last : last + 1] == ["/"]:
            last += 2
        pronouns = words[last : last + 1] == ["pronouns"]
        after = bisect_left(starts, first)
        for mention in reversed(mentions[max(0, after - STATEMENT) : after]):
            if not first - STATEMENT <= mention.last <= first:
                continue
            near = mention.last == first if not pronouns else mention.sentence == tokens.sentences[first]
            if mention.form == "name" and mention.entity in persons and near:
                found.setdefault(mention.entity, forms[one])
                break
    return found
