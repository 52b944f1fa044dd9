"""What several hints ask of mentions."""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.mentions.mention import Mention


def employer_of(reader: Reader, number: int) -> int:
    """The mention of whose officer, behind a comma, the mention is the name of, or -1."""
    if not 2 <= number < len(reader.mentions):
        return -1
    employer, office, name = reader.mentions[number - 2 : number + 1]
    named = office.form == "noun" and office.being == "person" and name.form == "name"
    beside = office.first == employer.first and name.first == office.last + 1
    return number - 2 if named and beside and reader.tokens.words[office.last] == "," else -1


def is_full_person(reader: Reader, mention: Mention) -> bool:
    """Whether a mention stands for a person with a full name."""
    entity = reader.entities[mention.entity]
    return entity.being == "person" and len(entity.name) > 1
