"""Verbs of saying that nobody knows: a small word between words in marks and whoever may have said them.

« Oui », bougonne Anne Roy.      « Oui », finit par lâcher l'accusé.
"""

from __future__ import annotations

from artparse.quotes.kinds import BELONGING, DEFINITE, DIRECTIONS, MAKERS, POSTS
from artparse.quotes.languages.by_verbs.ground import Ground
from artparse.quotes.languages.by_verbs.subjects import stretch_before
from artparse.quotes.words import word_list

SHORT_WORD = 3
"""An unknown verb of saying has more letters."""
LONGEST_VERB = 4
"""It and the small words with it ("tente d'expliquer") are so many tokens at most."""
WITHIN_VERB = word_list("within verbs")
LEADS = BELONGING | DIRECTIONS | MAKERS | POSTS
"""What stands between a verb and the infinitive that goes on with it."""


def subject_of_unknown(ground: Ground, i: int) -> tuple[int, int]:
    """The stretch that an unknown verb at `i` follows, and the mention that it has for its subject; or -1."""
    if ground.quoted[i] >= 0 or not is_unknown(ground, i) or len(ground.words[i]) <= SHORT_WORD:
        return -1, -1
    elided = (
        ground.word(i - 1) in DEFINITE and ground.reader.tokens.ends[i - 1] == ground.reader.tokens.starts[i]
    )
    quote = stretch_before(ground, i - elided)  # "« Non », l'interrompt la procureure"
    if quote < 0 or not ground.ends_open(quote):
        return -1, -1
    if not ground.opens_large(quote) and not tries_to_say(ground, i):
        return -1, -1
    for at in range(i + 1, min(i + 1 + LONGEST_VERB, len(ground.words))):
        number = ground.begins_at.get(at, -1)
        if number >= 0 and ground.quoted[at] < 0:
            mention = ground.reader.mentions[number]
            fits = ground.is_person(number) or (mention.form == "noun" and mention.being == "person")
            return (quote, number) if fits and not (mention.governed or mention.possessive) else (-1, -1)
        if ground.words[at] not in WITHIN_VERB and not is_unknown(ground, at):
            break
    return -1, -1


def tries_to_say(ground: Ground, i: int) -> bool:
    """Whether an infinitive goes on with the verb: "tente d'expliquer", "aime à répéter"."""
    infinitive = ground.word(i + 2)
    joined = ground.word(i + 1) in LEADS and infinitive.endswith(ground.infinitives or ("\n",))
    return joined and is_unknown(ground, i + 2)


def is_unknown(ground: Ground, i: int) -> bool:
    """Whether a small word stands as the source has it, not read as anything else."""
    tokens = ground.reader.tokens
    word = ground.words[i]
    return word.islower() and ground.reader.text[tokens.starts[i] : tokens.ends[i]] == word
