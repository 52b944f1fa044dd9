"""Who says words in a language without a pack, whose words are unknown: only what marks and names tell.

What was learnt on knows none of its words, so that "nobody" wins far too often and the nearest capital too.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.patterns import pattern
from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice
from artparse.quotes.choice.situation import Situation
from artparse.quotes.entities.entity import Entity
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.speech.marks import Stretch

LONG = 5
"""Words in quotation marks that are speech, at least."""
SIGNS = 10
"""Signs in quotation marks that are speech, at least, in scripts without spaces."""
LEAST_SHARE = 0.5
"""With a smaller share nobody is named."""
NEVER = -(10**6)
"""A score that nothing wins with, in `model.SCALE`ths."""
SPACELESS = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
WORD = pattern(r"[^\W_]+")
LATIN = pattern(r"[A-Za-z\u00c0-\u024f]")
CLOSING = tuple(".!?…。！？،؟।")
COLONS = tuple(":：")


def choose_unread(reader: Reader, situation: Situation, scores: list[int]) -> Choice:
    """The speaker of a stretch by the `scores` of nobody, of somebody unnamed and of each candidate."""
    if is_speech(reader, situation.stretch, situation.size):
        scores = [NEVER, *scores[1:]]
    for n, candidate in enumerate(situation.candidates, 2):
        if not named(reader, reader.mentions[candidate.mention]):
            scores[n] = NEVER
    shares = model.shares(scores)
    if shares[0] > LEAST_SHARE:
        return Choice(situation, [], 0, round(shares[0], 3))
    best = max(range(1, len(shares)), key=shares.__getitem__)
    taken = best if shares[best] >= LEAST_SHARE else 1
    return Choice(situation, [], taken, round(shares[taken], 3))


def named(reader: Reader, mention: Mention) -> bool:
    """Whether a mention stands for somebody who has a full name; an article before it is no part of that."""
    if mention.entity < 0:
        return False
    entity = reader.entities[mention.entity]
    if len(entity.name) > 2 and reader.text[mention.span[0] : mention.span[1]][1:2] == " ":
        entity.name = entity.name[1:]  # "Ο Νίκος Ρήγας": a letter without a full stop is no initial
    return is_named(entity)


def is_named(entity: Entity) -> bool:
    """Whether an entity has a name of two words or more that, in Latin letters, begins with a given name.

    Words before the given name ("Przewodniczący Rady Europejskiej Charles Michel") are no part of the name.
    """
    given = lists.given_names()
    if len(entity.name) < 2 or not LATIN.match(entity.name[0]):
        return len(entity.name) > 1
    first = next((n for n, word in enumerate(entity.name[:-1]) if word.lower() in given), None)
    if first:
        entity.name = entity.name[first:]
    return first is not None


def is_speech(reader: Reader, stretch: Stretch, size: int | None = None) -> bool:
    """Whether the words are a sentence, or introduced by a colon; `size`: their number, if that is known."""
    inside = reader.text[stretch.start : stretch.end].strip()
    before = reader.text[max(0, stretch.outer[0] - 2) : stretch.outer[0]].rstrip()
    words = len(WORD.findall(inside)) if size is None else size
    long = words >= LONG or len(SPACELESS.findall(inside)) >= SIGNS
    return long or inside.endswith(CLOSING) or before.endswith(COLONS)
