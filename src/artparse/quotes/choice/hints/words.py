"""Whether words in marks are nobody's, by what stands beside them: names, examples, titles, charges.

    known locally as “the Deeps”      songs like “Harbour”      Ask: “Who pays?”

In: the reader and a stretch. Each row of `OF_NOBODY` looks at the token before it.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Situation
from artparse.quotes.kinds import POSTS
from artparse.quotes.words import word_list, word_table

OPENERS_OF_QUESTIONS = word_list("openers of questions")
CHARGES = word_table("charges")
PASSIVE_AUXILIARIES = word_list("passive auxiliaries")
NAMING_WORDS = word_list("naming words")
TITLING_WORDS = word_list("titling words")
DEFINITE_OR_NOT = word_list("articles")
MANNER = word_list("words of manner")
WORDS_FOR_WORDS = word_list("words for words")
LIKENESS, LIKE, SUCH = word_list("signs of likeness"), word_list("like"), word_list("such")
BETWEEN_EXAMPLES = word_list("words between examples")
BETWEEN_PROPOSED = word_list("words between proposals")

PROPOSED = 60
"""A verb that proposes words stands so many tokens before the last of them at most."""
TITLE = 12
"""More words, at most, are no title."""
EXAMPLE = 16
"""More words, at most, are no example."""
SAYING = 8
"""A verb of saying so few tokens before an example makes it somebody's words."""
NAMED = 6
"""More words, at most, are never only a name."""


def is_put_to(reader: Reader, situation: Situation) -> bool:
    """Whether the stretch is what somebody was asked or told: "When Doe was asked, “…”"."""
    words, quoted = reader.tokens.words, reader.tokens.quoted
    i = situation.first - 1
    if i < 1 or reader.tokens.passages[i] != situation.stretch.passage:
        return False
    i -= words[i] in OPENERS_OF_QUESTIONS
    if quoted[i] >= 0 or not i or reader.text[situation.stretch.end - 1] == ",":
        return False  # who told it follows: "Doe was told that “…,” the statement said"
    return words[i].lower() in lists.words("en/asked.txt") and words[i - 1].lower() in PASSIVE_AUXILIARIES


def is_of_nobody(reader: Reader, situation: Situation) -> bool:
    """Whether the words are only named, or only proposed to the reader, by the first row that holds."""
    i, first = situation.first - 1, reader.passage_ends[situation.stretch.passage][0]
    return i > first and any(holds(reader, situation, i) for holds in OF_NOBODY)


def _is_called(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether something is called so: "known locally as “…”", "which means “…”"; `i`: the token before."""
    words = reader.tokens.words
    if situation.size > NAMED:
        return False
    if words[i].lower() in lists.words("en/naming.txt"):
        return True
    i -= words[i] in DEFINITE_OR_NOT
    if words[i].lower() not in MANNER:
        return False
    i -= words[i - 1].endswith("ly")
    return words[i - 1].lower() in lists.words("en/known_as.txt")


def _is_example(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether the words are an example, or one more of a list: "goals such as “…” or “…”", "(e.g., “…”)"."""
    words, sentences = reader.tokens.words, reader.tokens.sentences
    i = _before_list(reader, i)
    behind = f"{words[i - 1]}_{words[i]}".lower()
    markers = lists.words("en/example.txt")
    noun = words[i - 1].lower() if words[i] in LIKENESS else words[i].lower()
    if (
        words[i].lower() not in markers
        and behind not in markers
        and noun not in lists.words("en/exemplified.txt")
    ):
        return False
    near = range(max(0, i - SAYING), i - 1)
    said = any(reader.says(j) for j in near if sentences[j] == sentences[i])
    return situation.size <= EXAMPLE and not said


def _before_list(reader: Reader, i: int) -> int:
    """The token before the first of a row of stretches, and before what may stand between it and that."""
    words, quoted = reader.tokens.words, reader.tokens.quoted
    limit = max(1, i - PROPOSED)
    while i > limit and (quoted[i] >= 0 or words[i] in BETWEEN_EXAMPLES):
        i -= 1
    return i


def _is_title(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is the title of a work of a kind: "songs like “…”"."""
    words = reader.tokens.words
    like = words[i] in LIKE or (words[i] in MANNER and words[i - 1] in SUCH)
    kind = words[i - 1 - (words[i] in MANNER)].lower()
    return like and situation.size <= NAMED and kind in lists.words("en/works.txt")


def _is_work(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is the title of a work that stands before it: "her second album, “Salt and Tin”"."""
    words = reader.tokens.words
    noun = words[i - (words[i] == ",")].lower()
    return situation.titled and situation.size <= TITLE and noun in lists.words("en/works.txt")


def _is_titled(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether a work has that title: "a talk entitled “…”", "a film called “…”"."""
    words = reader.tokens.words
    if words[i] in NAMING_WORDS and words[i - 1].lower() in lists.words("en/works.txt"):
        return situation.size <= TITLE
    return words[i] in TITLING_WORDS and situation.size <= TITLE


def _is_proposed(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether the reader is told to say it: "Ask, “…?” or “…?”"."""
    tokens, words = reader.tokens, reader.tokens.words
    limit = max(1, i - PROPOSED)
    while i > limit and (tokens.quoted[i] >= 0 or words[i] in BETWEEN_PROPOSED):
        i -= 1
    before = words[i - 1] if tokens.sentences[i - 1] == tokens.sentences[i] else "."
    return words[i] in lists.words("en/proposing.txt") and not before[0].isalnum()


def _is_kind(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether the kind of thing that it is the name of stands behind it: "the “In case of war” brochure"."""
    words, quoted, last = reader.tokens.words, reader.tokens.quoted, situation.last
    kinds = lists.words("en/labelled.txt"), lists.words("en/works.txt")
    behind = [w for w, q in zip(words[last : last + 2], quoted[last : last + 2], strict=True) if q < 0]
    named = situation.size <= TITLE and words[last - 2 : last - 1] != [","]
    return named and bool(behind) and behind[0].islower() and any(not k.isdisjoint(behind) for k in kinds)


def _is_programme(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is a programme of the station before it: "CNN’s “New Day”"."""
    word = bare(reader.tokens.words[i])
    station = word.isupper() and 1 < len(word) <= NAMED and word != reader.tokens.words[i]
    return station and situation.titled and situation.size <= NAMED


def _is_charge(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is a charge: "pleaded guilty to “…”"."""
    words = reader.tokens.words
    return situation.size <= TITLE and words[i] in CHARGES.get(words[i - 1], ())


def _is_word(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether words are spoken of as words: "the term “…” is new"."""
    return situation.size <= NAMED and reader.tokens.words[i] in WORDS_FOR_WORDS


def _is_authors(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is the title of a work whose author or editor is named: "the author of “…”"."""
    words = reader.tokens.words
    if words[i] not in POSTS or not situation.titled or situation.size > TITLE:
        return False
    return words[i - 1].lower() in lists.words("en/makers.txt")


OF_NOBODY = (
    _is_called,
    _is_example,
    _is_title,
    _is_work,
    _is_titled,
    _is_proposed,
    _is_kind,
    _is_programme,
    _is_charge,
    _is_word,
    _is_authors,
)
