"""Somebody whom only the next paragraphs name.

"An expert has claimed the pier is safe." … "Ann Roe, of the harbour trust, said"  ->  the expert is Ann Roe
"""

from __future__ import annotations

from bisect import bisect_left

from artparse.quotes.cues import LIKELY, SURE
from artparse.quotes.entities.discourse import Discourse, speaks
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

EXPERTS_TO_COME = word_list("experts to come")
CONTRASTING_OPENERS = word_list("contrasting openers")
VERBS_OF_CLAUSES = word_list("verbs of clauses")
A_OR_AN = word_list("a and an")
PERFECT_AUXILIARIES = word_list("has and had")
PREPOSITIONS_OF_HOMES = word_list("prepositions of homes")

MENTIONS_AHEAD = 40
"""Among so many mentions somebody is looked for whom "an expert" introduces."""


def look_ahead(so_far: Discourse) -> None:
    """Let "an expert has claimed" be the expert, "a report" its issuer, whom a later passage names."""
    named: dict[int, int] = {}
    for number, mention in enumerate(so_far.mentions):
        opens = mention.title in A_OR_AN or (not mention.title and mention.passage == 0)
        if mention.form != "noun" or not opens or mention.quoted >= 0 or mention.inside or mention.plural:
            continue
        if mention.entity >= 0 and so_far.entities[mention.entity].name:
            continue
        if speaks(so_far, mention) or speaks_behind(so_far, mention):
            found = introduced(so_far, number, mention)
            if found >= 0 and mention.entity >= 0:
                named[mention.entity] = found
            elif found >= 0:
                mention.entity, mention.rule = found, "name/ahead"
    for mention in so_far.mentions if named else ():
        if mention.entity in named:
            mention.entity, mention.rule = named[mention.entity], "name/ahead"


def speaks_behind(so_far: Discourse, mention: Mention) -> bool:
    """Whether a verb of saying follows a little later: "an expert has said", "a leader of Acme said"."""
    words, i = so_far.tokens.words, mention.last
    first = word_at(words, i)
    if first in PERFECT_AUXILIARIES:
        return so_far.cues.get(word_at(words, i + 1), 0) >= LIKELY
    if first not in PREPOSITIONS_OF_HOMES:
        return False
    for word in words[i + 1 : i + 9]:
        if not word[0].isalnum() or word in VERBS_OF_CLAUSES:
            return False
        if so_far.cues.get(word, 0) >= SURE:
            return True
    return False


def introduced(so_far: Discourse, number: int, mention: Mention) -> int:
    """Who is named in one of the next passages as what the mention says; or -1."""
    head = mention.words[0]
    for other in so_far.mentions[number + 1 : number + MENTIONS_AHEAD]:
        if other.passage > mention.passage + 2:
            break
        if other.passage == mention.passage or other.entity < 0 or other.quoted >= 0:
            continue
        entity = so_far.entities[other.entity]
        if mention.being == "document":
            if other.form == "noun" and other.words == mention.words and entity.name:
                return other.entity
            continue
        new = other.form == "name" and entity.being == "person" and entity.first == other.first
        if not new or len(entity.name) < 2 or {entity.gender, mention.gender} == {"m", "f"}:
            continue
        opening = so_far.tokens.words[bisect_left(so_far.tokens.passages, other.passage)].lower()
        next_to = other.passage == mention.passage + 1 and opening not in CONTRASTING_OPENERS
        if head in entity.heads or (head in EXPERTS_TO_COME and next_to and other.subject == 1):
            return other.entity
    return -1
