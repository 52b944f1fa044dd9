"""Texts in other languages, read as if they were English, word by word.

    „Nein“, sagte die Bürgermeisterin.   ->  „Nein,“ said the mayor.

In: tokens and the code of their language. Out: the tokens as English, in the same places of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from artparse.quotes.languages.as_english.additions import add_speakers, add_subjects
from artparse.quotes.languages.as_english.bodies import end_of_organization
from artparse.quotes.languages.as_english.lookup import (
    add_gloss,
    elides_into_name,
    gloss_at,
    may_be_read,
    tells_more,
)
from artparse.quotes.languages.as_english.names import part_offices, tell_names, tell_openers
from artparse.quotes.languages.as_english.nouns import join_nouns
from artparse.quotes.languages.as_english.reading import Reading, Words, append, begin, copy
from artparse.quotes.languages.as_english.verbs import (
    add_verbs,
    join_verbs,
    put_pronouns_first,
    tell_inverted,
)
from artparse.quotes.languages.glosses import Gloss, Language, language_of

MARKS_MOVED_INSIDE = frozenset((",",))


def read_as_english(source: Words, code: str | None) -> Words:
    """The tokens of a text in language `code` as English; `source` itself where no glosses are known."""
    language = language_of(code)
    if language is None:
        return source
    split = split_words(source, language)
    move_marks(split)
    return glossed(begin(split, language))


def split_words(source: Words, language: Language) -> Words:
    """Elided words ("l'élu") and pronouns after verbs ("dit-elle") as tokens of their own."""
    elisions, inverted = language.kind("elisions"), language.kind("inverted")
    if not elisions and not inverted:
        return source
    out = Words([], [], [], [], [])
    for word, start, end, passage, quoted in zip(
        source.words, source.starts, source.ends, source.passages, source.quoted, strict=True
    ):
        for piece, at in pieces_of(word, elisions, inverted):
            out.words.append(piece)
            out.starts.append(start + at)
            out.ends.append(start + at + len(piece) if at + len(piece) < len(word) else end)
            out.passages.append(passage)
            out.quoted.append(quoted)
    return out


def pieces_of(word: str, elisions: frozenset[str], inverted: frozenset[str]) -> Iterator[tuple[str, int]]:
    at = 0
    for i, c in enumerate(word[:8]):
        if c in "'’" and word[:i].lower() in elisions and i + 1 < len(word):
            yield word[:i] + "'", 0
            at = i + 1
            break
    if "-" in word and inverted:
        verb, _, pronoun = word.rpartition("-")
        if pronoun in inverted and len(verb) > at:
            stem = verb.removesuffix("-t")
            yield stem[at:], at
            yield pronoun, len(verb) + 1
            return
    yield word[at:], at


def move_marks(tokens: Words) -> None:
    """Put commas and full stops inside the closing quotation marks before them, as in American English."""
    words, starts, ends, quoted = tokens.words, tokens.starts, tokens.ends, tokens.quoted
    for i in range(1, len(words)):
        mark = words[i - 1]
        if (
            words[i] in MARKS_MOVED_INSIDE
            and quoted[i] < 0 <= quoted[i - 1]
            and starts[i] == ends[i - 1]
            and not mark[0].isalnum()
        ):
            words[i - 1], words[i] = words[i], mark
            starts[i], ends[i] = starts[i - 1], ends[i - 1]
            quoted[i] = quoted[i - 1]


def glossed(reading: Reading) -> Words:
    """The tokens of the source as English, after each of `STEPS` that the language needs."""
    _gloss_words(reading)
    for needs, step in STEPS:
        if needs(reading.language):
            step(reading)
    reading.out.capitals = [
        reading.source.words[i][0].isupper() or i in reading.opened for i in reading.origins
    ]
    return reading.out


def _gloss_words(reading: Reading) -> None:
    """Put the gloss of each word or phrase in its place; the words of a body's name become one token."""
    source, words = reading.source, reading.source.words
    asked = {word for word in set(words) if may_be_read(reading, word)}
    last = 0
    for i in [i for i, word in enumerate(words) if word in asked]:
        if i < last:
            continue
        name, end = _name_at(reading, i)
        gloss = None if name else gloss_at(reading, i)
        if name:
            copy(reading, last, i)
            append(reading, name, source.starts[i], source.ends[end], i, False)
            last = end + 1
        elif gloss is not None:
            copy(reading, last, i)
            last = _put_gloss(reading, i, gloss)
    copy(reading, last, len(words))


def _name_at(reading: Reading, i: int) -> tuple[str, int]:
    """The name of several words at token `i`, and the last of them; nothing where none stands there."""
    words = reading.source.words
    last = end_of_organization(reading, i)
    if last > i:
        name = " ".join(words[i : last + 1]).replace("' ", "'")
        return name[0].upper() + name[1:], last
    if elides_into_name(reading, i):
        return f"{words[i][0].upper()}{words[i][1:]}{words[i + 1]}", i + 1
    return "", i


def _put_gloss(reading: Reading, i: int, gloss: Gloss) -> int:
    """Put the gloss of the word or phrase at token `i` in its place; the token behind it."""
    words, last = reading.source.words, i + 1 + len(gloss.words)
    if gloss.english or not reading.opens[i]:
        if not (gloss.gender and tells_more(reading, i)):
            add_gloss(reading, i, gloss)
        return last
    last += last < len(words) and words[last] == ","
    reading.opened.add(last)
    return last


def _every(language: Language) -> bool:
    return True


def _has_capital_nouns(language: Language) -> bool:
    return language.switch("nouns have capitals")


def _has_small_nouns(language: Language) -> bool:
    return not language.switch("nouns have capitals")


def _has_inverted_pronouns(language: Language) -> bool:
    return bool(language.kind("inverted"))


def _may_lack_subjects(language: Language) -> bool:
    return language.switch("subject may be missing")


def _has_reported_forms(language: Language) -> bool:
    return bool(language.kind("reported"))


STEPS: tuple[tuple[Callable[[Language], bool], Callable[[Reading], None]], ...] = (
    (_has_capital_nouns, tell_names),
    (_has_small_nouns, tell_openers),
    (_has_small_nouns, part_offices),
    (_every, join_nouns),
    (_every, join_verbs),
    (_has_inverted_pronouns, tell_inverted),
    (_every, put_pronouns_first),
    (_every, add_verbs),
    (_may_lack_subjects, add_subjects),
    (_has_reported_forms, add_speakers),
)
"""What is done to the glossed words, in this order, and of which languages."""
