"""What speaks for or against a speaker beside what was learnt: a table; the first row that holds counts.

What was learnt sees symbols of the words around a stretch; these rows see what the symbols leave out: that
a newspaper is only spoken to, that somebody was asked, that an office only tells where a person is from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes import cues
from artparse.quotes.choice.features import Reader, Situation
from artparse.quotes.choice.review import is_introduced
from artparse.quotes.entities.descriptions import LONGEST_BRACKET
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.words import word_list, word_table

PREPOSITIONS_OF_HOMES = word_list("prepositions of homes")
OPENERS_OF_QUESTIONS = word_list("openers of questions")
CHARGES = word_table("charges")

PASSIVE_AUXILIARIES = word_list("passive auxiliaries")
NAMING_WORDS = word_list("naming words")
TITLING_WORDS = word_list("titling words")

PROPOSED = 60
"""Tokens, at most, from a verb that proposes words to the last of them."""
TITLE = 12
"""More words, at most, are no title."""
EXAMPLE = 16
"""More words, at most, are no example."""
SAYING = 8
"""Tokens, at most, from a verb of saying to an example that it makes somebody's words."""
NAMED = 6
"""More words, at most, are never only a name."""
ANNOUNCING = 4
"""A line of more tokens does not only announce what follows."""
SPEAKERS_BEFORE = 4
"""Mentions before "according to the Echo" among which somebody is looked for who says it."""
SHORTEST_HEADING = 4
"""Tokens, at least, of a heading and its colon before words."""
WITHIN = 6
"""Tokens, at most, from the preposition before an outlet to what was found of its name."""


class Hint(NamedTuple):
    """One row of the table."""

    name: str
    holds: Callable[[Reader, Situation, int], bool]
    """Whether it is so of the mention with that number."""
    points: int
    """What it adds to the mention's score, in `model.SCALE`ths."""
    of: Literal["mention", "colon", "stretch"]
    """What it looks at: the mention alone; a stretch behind a colon; any stretch."""


def points(reader: Reader, situation: Situation, number: int) -> int:
    """What the first row that holds of mention `number` adds to its score."""
    alone = reader.hinted.get(number)
    if alone is None:
        alone = reader.hinted[number] = _row_of_mention(reader, situation, number)
    colon = reader.tokens.words[situation.first - 1] == ":"
    for row, hint in BEHIND_COLON if colon else ELSEWHERE:
        if row > alone:
            break
        if hint.holds(reader, situation, number):
            return hint.points
    return HINTS[alone].points if alone < len(HINTS) else 0


def _row_of_mention(reader: Reader, situation: Situation, number: int) -> int:
    """The first row that looks at the mention alone and holds, or the number of rows."""
    for row, hint in OF_MENTION:
        if hint.holds(reader, situation, number):
            return row
    return len(HINTS)


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
    i -= words[i] in ("the", "a")
    if words[i].lower() != "as":
        return False
    i -= words[i - 1].endswith("ly")
    return words[i - 1].lower() in lists.words("en/known_as.txt")


def _is_example(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether the words are an example, or one more of a list: "goals such as “…” or “…”", "(e.g., “…”)"."""
    words, sentences = reader.tokens.words, reader.tokens.sentences
    i = _before_list(reader, i)
    behind = f"{words[i - 1]}_{words[i]}".lower()
    markers = lists.words("en/example.txt")
    noun = words[i - 1].lower() if words[i] in ("like", "of") else words[i].lower()
    if (
        words[i].lower() not in markers
        and behind not in markers
        and noun not in lists.words("en/exemplified.txt")
    ):
        return False
    near = range(max(0, i - SAYING), i - 1)
    said = any(
        reader.strengths.get(words[j].lower(), 0) >= cues.SURE for j in near if sentences[j] == sentences[i]
    )
    return situation.size <= EXAMPLE and not said


def _before_list(reader: Reader, i: int) -> int:
    """The token before the first of a row of stretches, and before what may stand between it and that."""
    words, quoted = reader.tokens.words, reader.tokens.quoted
    limit = max(1, i - PROPOSED)
    while i > limit and (quoted[i] >= 0 or words[i] in ("or", ",", "and", ":", "(", "an", "a", "the")):
        i -= 1
    return i


def _is_title(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether it is the title of a work of a kind: "songs like “…”"."""
    words = reader.tokens.words
    like = words[i] == "like" or (words[i] == "as" and words[i - 1] == "such")
    kind = words[i - 1 - (words[i] == "as")].lower()
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
    while i > limit and (tokens.quoted[i] >= 0 or words[i] in ("or", ",", "and", ":")):
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
)


def _is_aside(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells where the person before it is from, or in what somebody said something.

    "Jane Doe of the weather office said", "the bank said in a statement".
    """
    mention, words = reader.mentions[number], reader.tokens.words
    if not number or not mention.governed or mention.being == "person":
        return False
    if mention.being == "document" and words[mention.first - 1] == "in":
        return reader.strengths.get(words[mention.first - 2].lower(), 0) >= cues.SURE
    before = reader.mentions[number - 1]
    person = before.form == "name" and reader.entities[before.entity].being == "person"
    return person and before.last == mention.first - 1 and words[before.last] in PREPOSITIONS_OF_HOMES


def _is_asked(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is who was asked or told the words of the stretch: "Doe was told: “…”"."""
    mention, words, sentences = reader.mentions[number], reader.tokens.words, reader.tokens.sentences
    verb = mention.last + 1
    if not situation.first - 3 <= verb < situation.first or sentences[verb] != sentences[situation.first - 1]:
        return False
    return words[mention.last].lower() in PASSIVE_AUXILIARIES and words[verb].lower() in lists.words(
        "en/asked.txt"
    )


def _is_of_others(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells whose relatives, friends or lawyers speak: "the family of Jane Doe"."""
    mention, words = reader.mentions[number], reader.tokens.words
    before = reader.mentions[number - 1] if number else mention
    group = before.form == "noun" and (before.being == "group" or before.plural)
    return group and before.last == mention.first - 1 and words[before.last] in ("of", "for")


def _is_topic(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is a common word in a line that only announces what follows: "The Concept:"."""
    mention = reader.mentions[number]
    if mention.form != "name" or len(mention.words) > 1 or mention.passage == situation.stretch.passage:
        return False
    first, last = reader.passage_ends[mention.passage]
    if last - first > ANNOUNCING or reader.entities[mention.entity].count > 1:
        return False
    word = mention.words[0].lower()
    common = lists.words("en/common_words.txt")
    speaks = word in lists.words("en/organization_words.txt") or word in lists.people()
    given = word in lists.given_names()
    return not speaks and not given and (word in common or word.removesuffix("s") in common)


def _is_employer(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells whose officer speaks: "Acme’s chief officer, Jane Doe"."""
    return reader.mentions[number].possessive and _employer(reader, number + 2) == number


def _employer(reader: Reader, number: int) -> int:
    """The mention of whose officer, behind a comma, the mention is the name of, or -1."""
    if not 2 <= number < len(reader.mentions):
        return -1
    employer, office, name = reader.mentions[number - 2 : number + 1]
    named = office.form == "noun" and office.being == "person" and name.form == "name"
    beside = office.first == employer.first and name.first == office.last + 1
    return number - 2 if named and beside and reader.tokens.words[office.last] == "," else -1


def _is_spoken_to(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention is the outlet that was spoken to or saw a paper, or to whom a letter went.

    "Speaking on Morning Wave, he said", "in an interview with the Echo", "in a letter to Jane Doe".
    """
    mention, words = reader.mentions[number], reader.tokens.words
    i = mention.first - 1
    if mention.form != "name" or mention.quoted >= 0:
        return False
    while i > 1 and mention.first - i < WITHIN and (words[i][0].isupper() or words[i] in ("the", "a")):
        i -= 1
    if i < 1 or reader.tokens.sentences[i] != mention.sentence:
        return False
    verb = words[i - 1].lower()
    if words[i] == "to" and verb in lists.words("en/sent_to.txt"):
        return True
    if words[i] in ("by", "with") and verb in lists.words("en/seen_by.txt"):
        return True
    place = words[i] in ("to", "with", "on", "at") and verb in lists.words("en/spoken_on.txt")
    return place and not _is_person(reader, mention)


def _is_person(reader: Reader, mention: Mention) -> bool:
    entity = reader.entities[mention.entity]
    return entity.being == "person" and len(entity.name) > 1


def _says_it(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention and a verb of saying, and perhaps brackets between, lead up to the stretch.

    "Jane Doe (Lab, Oldbury) replied: “…”"
    """
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    if mention.governed or mention.possessive or words[first - 1] != ":" or mention.last >= first - 1:
        return False
    verb = first - 2
    if verb - mention.last >= LONGEST_BRACKET or reader.strengths.get(words[verb].lower(), 0) < cues.SURE:
        return False
    bracket = words[mention.last : verb]
    closed = bracket[-1:] == [")"] and bracket.count(")") == 1
    return mention.last == verb or (closed and bracket[0] == "(")


def _is_quoted(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is whom another quotes: "She quotes the miller Jane Doe: “…”"."""
    mention, words = reader.mentions[number], reader.tokens.words
    if words[situation.first - 1] != ":" or mention.last != situation.first - 1 or not mention.first:
        return False
    i = mention.first - 1
    quoting = lists.words("en/quoting.txt")
    while i and mention.first - i < WITHIN and words[i].islower() and words[i] not in quoting:
        i -= 1
    return words[i] in quoting


def _is_said_by(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether a verb of saying right behind the stretch has the mention right behind it: "…?" asked Doe."""
    words, verb, employer = reader.tokens.words, situation.last, _employer(reader, number)
    mention = reader.mentions[employer if employer >= 0 else number]
    verb += verb < len(words) and words[verb] == ","
    return mention.first == verb + 1 and reader.strengths.get(words[verb].lower(), 0) >= cues.SURE


def _introduces(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention, a word and a colon stand before the stretch: "Her brother objected: …"."""
    mention = reader.mentions[number]
    return not mention.governed and is_introduced(reader, situation, mention)


def _is_reporter(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is where it was read: "“…,” the pope told them, according to the Echo"."""
    mention, words = reader.mentions[number], reader.tokens.words
    i = mention.first - (words[mention.first - 1] == "the")
    named = mention.form == "name" and not _is_person(reader, mention)
    if not named or i < situation.last or words[i - 2 : i] != ["according", "to"]:
        return False
    for other in reader.mentions[max(0, number - SPEAKERS_BEFORE) : number]:
        if situation.last <= other.first and other.being == "person" and other.sentence == mention.sentence:
            return any(reader.strengths.get(word, 0) >= cues.SURE for word in words[other.last : i - 2])
    return False


def _sentence(reader: Reader, i: int) -> int:
    return reader.tokens.sentences[i]


def _has_cue(reader: Reader, first: int, last: int) -> bool:
    """Whether a verb of saying is among the tokens `first:last`."""
    return any(reader.strengths.get(w.lower(), 0) >= cues.SURE for w in reader.tokens.words[first:last])


def _is_in_heading(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is a noun of a heading and colon before words: "Less pressure on buyers: “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    begin = reader.passage_ends[situation.stretch.passage][0]
    headed = first - begin >= SHORTEST_HEADING and words[first - 1] == ":" and situation.closes
    first_noun = mention.first == begin and (not mention.plural or mention.title)  # "The family of Roe: “…”"
    if not headed or mention.form != "noun" or first_noun or not begin <= mention.first < first:
        return False
    return not any(reader.strengths.get(w.lower(), 0) >= cues.WEAK for w in words[begin:first])


def _is_of_statement(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether it is said in a statement of the mention: "a statement by actor Jane Doe that “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    if mention.form != "name" or mention.last >= first or words[mention.last] != "that":
        return False
    if mention.sentence != _sentence(reader, first - 1) or _has_cue(reader, mention.last, first):
        return False
    i = mention.first - 1
    document = words[i] in ("by", "from", "of") and nouns().get(words[i - 1].lower(), ("",))[0] == "document"
    return i > 0 and document


def _is_cited(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is the first of the authors of a note: "Doe et al., Section 4: “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    here = mention.passage == situation.stretch.passage and mention.last < first <= mention.last + PROPOSED
    return here and words[first - 1] == ":" and words[mention.last : mention.last + 2] == ["et", "al"]


HINTS = (
    Hint("reporter", _is_reporter, -200, "stretch"),
    Hint("aside", _is_aside, -40, "mention"),
    Hint("asked", _is_asked, -150, "stretch"),
    Hint("of others", _is_of_others, -150, "mention"),
    Hint("employer", _is_employer, -200, "mention"),
    Hint("topic", _is_topic, -250, "stretch"),
    Hint("heading", _is_in_heading, -200, "colon"),
    Hint("statement", _is_of_statement, 400, "stretch"),
    Hint("et al", _is_cited, 250, "colon"),
    Hint("spoken to", _is_spoken_to, -150, "mention"),
    Hint("says it", _says_it, 100, "colon"),
    Hint("said by", _is_said_by, 150, "stretch"),
    Hint("quoted", _is_quoted, 200, "colon"),
    Hint("introduces", _introduces, 50, "colon"),
)
OF_MENTION, BEHIND_COLON, ELSEWHERE = (
    [(row, hint) for row, hint in enumerate(HINTS) if hint.of in kinds]
    for kinds in (("mention",), ("colon", "stretch"), ("stretch",))
)
"""Rows with their numbers: of a mention alone, of stretches behind a colon, and of others."""
