"""The speakers of an article in a language without a pack, where a verb of saying has a name beside it.

In: the reader and the language. Out: by the number of a stretch what its sentence tells; new mentions and
entities for names in scripts without capitals.
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.unread import is_speech
from artparse.quotes.entities.entity import Entity
from artparse.quotes.languages.by_neighbours import signs, spaced
from artparse.quotes.languages.by_neighbours.words import Beside, beside_of
from artparse.quotes.languages.told import Told
from artparse.quotes.mentions.mention import Mention

SURE = 0.85
"""How sure a name beside a verb of saying is."""


def told_by_neighbours(reader: Reader, language: str | None) -> dict[int, Told]:
    """Number of a stretch to its speaker, for those that have a name and a verb of saying beside them."""
    beside = beside_of(language)
    if beside is None:
        return {}
    found: dict[int, Told] = {}
    known: dict[str, int] = {}
    before = 0
    """Where the stretch before ends."""
    for number, stretch in enumerate(reader.stretches):
        if stretch.nested or stretch.label is not None:
            continue
        if stretch.dashed and number - 1 in found and reader.stretches[number - 1].passage == stretch.passage:
            found[number] = found[number - 1]
            continue
        if not beside.surnames:
            mention = spaced.mention_beside(reader, number, beside)
        elif number - 1 in found and signs.goes_on(reader.text[before : stretch.outer[0]], beside):
            mention = found[number - 1].mention
        else:
            name = signs.name_beside(reader, stretch, beside)
            mention = -1 if name is None else _mention_of(reader, name, known)
            last = reader.stretches[number - 1] if number - 1 in found else None
            if name is None and last is not None and last.passage == stretch.passage:
                goes_on = signs.has_pronoun(reader, stretch, beside)
                mention = found[number - 1].mention if goes_on else -1
        before = stretch.outer[1]
        if mention >= 0:
            found[number] = Told(mention, None, SURE)
        elif not beside.surnames and _is_said(reader, number, beside):
            found[number] = Told(-1, None, SURE, unnamed=True)
    return found


def _is_said(reader: Reader, number: int, beside: Beside) -> bool:
    """Whether a verb of saying behind the words tells that somebody says them, where they alone do not."""
    return not is_speech(reader, reader.stretches[number]) and spaced.has_verb(reader, number, beside)


def _mention_of(reader: Reader, name: tuple[int, int], known: dict[str, int]) -> int:
    """A new mention for a name; `known` has the entities of names so far."""
    tokens, printed = reader.tokens, reader.text[slice(*name)]
    first = max(0, tokens.at(name[0] + 1) - 1)
    mention = Mention(first, first + 1, name, "name", (printed,), "person", "u")
    mention.sentence, mention.passage = tokens.sentences[first], tokens.passages[first]
    if printed not in known:
        known[printed] = len(reader.entities)
        reader.entities.append(Entity((printed,), first=first))
    mention.entity = known[printed]
    reader.mentions.append(mention)
    return len(reader.mentions) - 1
