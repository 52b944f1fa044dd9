"""Headings that report by their form alone, which sentences of an article hardly ever have.

    "Mayor: No new taxes"     ->  the mayor, "No new taxes"
    "Dam is safe, says Roe"   ->  Roe, "Dam is safe"
    "Dam is safe – Roe"       ->  Roe, "Dam is safe"

In: a heading of the article. Out: what it reports, and whose that is, or nothing. "Review: A night at the
opera" has nobody before its colon, "Roe: A life in pictures" says nothing behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import DASHES, STOPS
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.reports.found import Found, entity_named
from artparse.quotes.reports.words import DENIALS, lexicon
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

RULE = "report/headline"
"""What decided that a heading reports something (see `rules.REPORTS`)."""
SAYS = 10
"""From this strength a verb behind the last comma tells that what stands before it is said."""
LONGEST = 8
"""At most so many words tell who says it."""
LEAST = 2
"""So many words at least are said."""
LABELS = word_list("labels of headings")
ASKING = word_list("openers of headings that ask")
RELATIVE = word_list("words that open clauses of persons")
BEHIND_SOURCES = word_list("words behind sources of headings")


class Parts(NamedTuple):
    """Tokens of a heading: from the first, up to the second of each pair."""

    source: tuple[int, int]
    cue: int
    content: tuple[int, int]
    sure: float
    """How often headings of this form, in articles not seen, say what is read from them."""


class Source(NamedTuple):
    """Who says what a heading reports."""

    words: tuple[int, int]
    mention: int = -1
    entity: int = -1
    """Whom words stand for that are no mention."""


def headlines(reader: Reader) -> list[Found]:
    """What the headings of the article report."""
    found = []
    for number, passage in enumerate(reader.passages):
        if passage.place in ("title", "heading"):
            one = _headline(reader, *reader.passage_ends[number])
            if one is not None:
                found.append(one)
    return found


def _headline(reader: Reader, first: int, last: int) -> Found | None:
    """What a heading reports, by the first form that fits."""
    tokens = reader.tokens
    while last > first and tokens.words[last - 1] in STOPS:
        last -= 1
    for form in FORMS:
        for parts in form(reader, first, last):
            source = _source(reader, *parts.source)
            if source is not None and _says_something(reader, *parts.content):
                return _found(reader, parts, source)
    return None


def _found(reader: Reader, parts: Parts, source: Source) -> Found:
    starts, ends = reader.tokens.starts, reader.tokens.ends
    first, last = parts.content
    phrase = None
    if source.mention < 0:
        phrase = starts[source.words[0]], ends[source.words[1] - 1]
    one = Found(parts.cue, (starts[first], ends[last - 1]), source.mention, phrase, [])
    one.rules, one.confidence, one.entity = (RULE,), parts.sure, source.entity
    one.told, one.word = True, (starts[parts.cue], ends[parts.cue])
    return one


def colon_behind_source(reader: Reader, first: int, last: int) -> Iterator[Parts]:
    """Roe: Dam is safe."""
    words = reader.tokens.words
    for colon in range(first + 1, min(first + LONGEST + 2, last)):
        if (
            words[colon] == ":"
            and colon + 1 < last
            and reader.tokens.starts[colon + 1] > reader.tokens.ends[colon]
        ):
            yield Parts((first, colon), colon, (colon + 1, last), 0.9)
            return


def verb_behind_comma(reader: Reader, first: int, last: int) -> Iterator[Parts]:
    """Dam is safe, says Roe; dam is safe, Roe says."""
    words = reader.tokens.words
    comma = next((i for i in range(last - 1, max(first, last - LONGEST - 3), -1) if words[i] == ","), -1)
    if comma < 0 or last - comma < 3:
        return
    for cue, source in ((comma + 1, (comma + 2, last)), (last - 1, (comma + 1, last - 1))):
        word = lexicon().read(words[cue])
        if word.strength >= SAYS and word.verbal:
            yield Parts(source, cue, (first, comma), 0.85)


def mark_behind_content(reader: Reader, first: int, last: int) -> Iterator[Parts]:
    """Dam is safe – Roe; dam is safe: Roe."""
    words = reader.tokens.words
    for mark in range(last - 2, max(first, last - LONGEST - 2), -1):
        spaced = reader.tokens.ends[mark] < reader.tokens.starts[mark + 1]
        if spaced and (words[mark] in DASHES or words[mark] == ":"):
            if _is_somebody(reader, mark + 1, last):
                yield Parts((mark + 1, last), mark, (first, mark), 0.6)
            return


def _is_somebody(reader: Reader, first: int, last: int) -> bool:
    """Whether words are nothing but a person's name or a noun for somebody, and so no name of the outlet."""
    number = reader.at.get(last - 1, -1)
    if number < 0 or first not in reader.at or reader.mentions[number].last != last:
        return False
    mention = reader.mentions[number]
    named = mention.form == "name" and mention.entity >= 0
    return (reader.entities[mention.entity].being if named else mention.being) == "person" or not named


FORMS: tuple[Callable[[Reader, int, int], Iterator[Parts]], ...] = (
    verb_behind_comma,
    colon_behind_source,
    mark_behind_content,
)


def _source(reader: Reader, first: int, last: int) -> Source | None:
    """Who some words are, if all of them only tell who: "Clinton", "the mayor at a meeting"; or None."""
    words = reader.tokens.words
    if not 0 < last - first <= LONGEST or words[last - 1].lower() in LABELS:
        return None
    at = next((i for i in range(first, last) if i in reader.at), last)
    if any(lexicon().read(word).verbal for word in words[first:at]):
        return None
    if at == last:
        return _no_mention(reader, first, last)
    number = reader.at[at]
    while reader.mentions[number].last in reader.at and reader.mentions[number].last < last:
        number = reader.at[reader.mentions[number].last]
    mention = reader.mentions[number]
    behind = words[mention.last : last]
    if behind and behind[0].lower() not in BEHIND_SOURCES:
        return None
    entity = reader.entities[mention.entity] if mention.entity >= 0 and mention.form == "name" else None
    being = entity.being if entity is not None else mention.being
    if being in ("place", "other") or mention.form == "pronoun":
        return None
    return Source((first, last), number)


def _no_mention(reader: Reader, first: int, last: int) -> Source | None:
    """Who words are that are no mention: a noun that may be a source ("Poll"), a name of the article's."""
    words = reader.tokens.words
    if words[last - 1].lower() in nouns():
        return Source((first, last))
    entity = entity_named(reader, words[first:last])
    return Source((first, last), -1, entity) if entity >= 0 else None


def _says_something(reader: Reader, first: int, last: int) -> bool:
    """Whether some words are a clause, or deny something: "No new taxes"."""
    tokens = reader.tokens
    words = [word.lower() for word in tokens.words[first:last]]
    if last - first < LEAST or words[0] in ASKING or max(tokens.quoted[first:last]) >= 0:
        return False
    if words[0] in DENIALS:
        return True
    verb = next((i for i, word in enumerate(words) if lexicon().read(word).verbal), -1)
    return verb > 0 and words[verb - 1] not in RELATIVE
