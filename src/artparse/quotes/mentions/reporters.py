"""Who only reports what another said, and is no speaker.

"Doe said Roe told her: “…”"  ->  Doe is `inside`
"""

from __future__ import annotations

from itertools import pairwise

from artparse.quotes import cues
from artparse.quotes.cues import SURE
from artparse.quotes.kinds import CLAUSE_OPENERS, DIRECTIONS, SOURCE_OPENERS
from artparse.quotes.mentions.beside import after_aside, word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.pronouns import PRONOUNS
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

VERBS_OF_REPORTERS = word_list("verbs of reporters")
VERBS_OF_THE_REPORTED = word_list("verbs of the reported")
ARTICLES = word_list("articles")
BEFORE_VERBS_OF_THE_REPORTED = word_list("words before verbs of the reported")
BEFORE_WORDS = CLAUSE_OPENERS | {":", ","}

FARTHEST_OPENING = 40
"""A quote begins so many tokens at most after who said it."""


def find_reporters(tokens: Tokens, mentions: list[Mention]) -> None:
    """Let who only reports what another said be no speaker.

    That is Doe in "Doe said Roe told her: “…”", and the Post in "Doe called it “…”, according to the Post".
    """
    words, quoted, strengths = tokens.words, tokens.quoted, cues.strengths()
    own = [m for m in mentions if m.quoted < 0 and CLAUSE_OPENERS.isdisjoint(m.words)]
    speaker: Mention | None = None
    for mention, following in pairwise(own):
        after = word_at(words, mention.last)
        if after in VERBS_OF_REPORTERS and reports_words_of(tokens, mention, following):
            mention.inside = True
        elif mention.subject == 1 and not mention.inside and mention.shift >= 0:
            speaker = mention if strengths.get(after_aside(words, mention.last), 0) >= SURE else None
        if not following.governed or speaker is None or speaker.sentence != following.sentence:
            continue
        before = following.first - 1 - (words[following.first - 1].lower() in ARTICLES)
        if words[before].lower() in DIRECTIONS and words[before - 1].lower() in SOURCE_OPENERS:
            near = min(before, speaker.last + FARTHEST_OPENING)
            opening = next((i for i in range(speaker.last, near) if quoted[i] >= 0), before)
            following.inside = opening < before and "," not in words[speaker.last : opening]


def reports_words_of(tokens: Tokens, outer: Mention, inner: Mention) -> bool:
    """Whether `outer` tells what `inner` said in the marks that open next."""
    words = tokens.words
    between, i = words[outer.last : inner.first], inner.last
    if between == ["quoted"]:
        return words[i : i + 2] in (["as", "saying"], ["as", "telling"])
    if between[2:] or not CLAUSE_OPENERS.issuperset(between[1:]):
        return False
    while i + 1 < len(words) and words[i] in BEFORE_VERBS_OF_THE_REPORTED:
        i += 1
    if i + 4 >= len(words) or words[i] not in VERBS_OF_THE_REPORTED:
        return False
    i += 1 + (words[i + 1].lower() in PRONOUNS)
    i += words[i] in BEFORE_WORDS
    return tokens.quoted[i] >= 0
