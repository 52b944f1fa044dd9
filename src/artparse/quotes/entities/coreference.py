"""Which mentions are one and the same: an entity for each person, organisation or document.

    "Ann Roe said … Roe added … she said"  ->  one entity, whose names are "Ann Roe" and "Roe"

In: tokens and mentions. Out: the entities; each mention's `entity` is the number of its own, and its `rule`
says what decided so. Names come first, the longest before the short; what stands for a name comes after them.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.quotes.entities.author import let_write
from artparse.quotes.entities.beings import count, decide, tell_bodies
from artparse.quotes.entities.descriptions import read_roles
from artparse.quotes.entities.entity import Entity
from artparse.quotes.entities.full_names import join_long, part_runs, share_last_names
from artparse.quotes.entities.genders import tell_genders, tell_persons
from artparse.quotes.entities.printed import print_names
from artparse.quotes.entities.short_names import join_short
from artparse.quotes.entities.sieves import resolve
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens


def find_entities(tokens: Tokens, mentions: list[Mention], authors: Sequence[str] = ()) -> list[Entity]:
    """The entities behind the names of `mentions`; sets the `entity` of every mention that it can resolve.

    Where one of `authors` alone wrote the article, `I` means that person outside quotation marks.
    """
    entities: list[Entity] = []
    named = [m for m in mentions if m.form == "name"]
    share_last_names(tokens, named)
    part_runs(named)
    join_long(tokens, named, entities)
    join_short(tokens, named, entities)
    for mention in named:
        count(mention, entities[mention.entity])
    learnt_on = not tokens.glossed and not tokens.unread
    for entity in entities:
        decide(entity, learnt_on)
    print_names(tokens, named, entities)
    tell_persons(tokens, mentions, entities)
    read_roles(tokens, mentions, entities)
    let_write(authors, mentions, entities)
    tell_genders(mentions, entities)
    resolve(tokens, mentions, entities)
    tell_bodies(mentions, entities)
    return entities
