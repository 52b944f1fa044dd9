"""Read what one word reports: where that begins and ends, whose it is, and what is measured of it.

Each is chosen by weights that were learnt; what is no content of anything, whoever says it, is refused here.
"""

from __future__ import annotations

import math

from artparse.article import Span
from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import CLAUSE_OPENERS, DASHES
from artparse.quotes.reports.clauses import EDGE, Sentence, ends_of, span_of, starts_of
from artparse.quotes.reports.features.ends import end_keys
from artparse.quotes.reports.features.sources import Source, likely_keys, source_keys, sources_of
from artparse.quotes.reports.features.starts import start_keys
from artparse.quotes.reports.found import Found
from artparse.quotes.reports.measures import Likely, Read, measures_of
from artparse.quotes.reports.weighing import Models, chosen
from artparse.quotes.reports.words import HELPING, OPENERS, PAUSES, QUOTED, Lexicon, no_contents
from artparse.quotes.words import word_list

SETTLED = 0.9
"""A source that is so sure is not chosen again."""
LEAST_LIKELY = 0.24
"""With a lower probability of cue and beginning together it is never likely enough to be a report."""
LONG = 4
"""From so many units on, what follows the words that say who is more of what they say."""
SUBJECT = 3
"""A noun that reports is of the sentence's subject where no more units stand before it."""
JOINING, OWNING = word_list("words that join sentences"), word_list("words that own what is said")
ASIDES = word_list("openers of asides")
"""Words after which it is not."""
DATELINE = 10
"""A dateline ends with a dash before so many units."""
ACTS = word_list("acts upon things")
"""Words for what is done to a thing as well as said: they report only clauses."""
TIMES = word_list("words of time")
"""Words behind a word that reports which tell when, and not what."""
SPARE = word_list("spare words")
"""Words that alone tell nothing of what is said."""
MOST_BEFORE = 4
"""At most so many words stand between a word that joins sentences and who says the second."""
WORDS = 3
"""So many words outside quotation marks make a clause more than a quote."""


def read(
    reader: Reader, models: Models, lexicon: Lexicon, sentence: Sentence, cue: int, score: float
) -> Found | None:
    """What the cue reports, and whose it is; nothing where that is only words in quotation marks."""
    span = _content(reader, models, sentence, cue, score)
    if span is None:
        return None
    start, end, begins, stops = span
    words = sentence.words
    said = words[start:end]
    act = words[cue] in ACTS and not tells_what(sentence, start, end)
    time = start > cue and said[0] in TIMES
    if act or time or is_no_content(said):
        return None
    outside = sum([w != QUOTED and w[0].isalnum() for w in said])
    inside = _quoted(reader, sentence, start, end)
    if inside and outside < WORDS:
        return None
    source, sourced, again = _source(reader, models, sentence, cue, start, end)
    mention = source.mention if source is not None else -1
    phrase = span_of(reader, sentence, source.first, source.last) if source and mention < 0 else None
    one = Found(sentence.firsts[cue], span_of(reader, sentence, start, end), mention, phrase, inside)
    one.rules = (
        "report/cue",
        "report/that" if begins is None else "report/begins",
        "speaker/report-again" if again else "speaker/report",
    )
    if end <= cue:
        one.tail = _tail(reader, sentence, cue, source)
    elif not sentence.quotes:
        lead = _lead(sentence, cue, start, source)
        if lead is not None:
            one.span, one.tail = span_of(reader, sentence, *lead), one.span
    likely = Likely(score, 1.0 if begins is None else begins, stops, sourced)
    one.measures = measures_of(
        reader, lexicon, sentence, Read(cue, start, end, outside, len(inside), source), likely
    )
    return one


def _content(
    reader: Reader, models: Models, sentence: Sentence, cue: int, score: float
) -> tuple[int, int, float | None, float] | None:
    """The first unit of what the cue reports, the unit after it, and how sure the two are.

    Where it can begin at one place alone, nothing is said of how sure that is.
    """
    words = sentence.words
    starts = starts_of(sentence, cue)
    if not starts:
        return None
    start, begins = starts[0], None
    if len(starts) > 1:
        index, begins = chosen(models.starts, start_keys(reader, sentence, cue, starts))
        start = starts[index]
    if not sentence.quotes and (begins or 1.0) / (1 + math.exp(-score)) < LEAST_LIKELY:
        return None
    ends = ends_of(sentence, cue, start)
    if not ends:
        return None
    index, stops = chosen(models.ends, end_keys(sentence, cue, start, ends))
    end = ends[index]
    if start == cue + 1 and words[start] in CLAUSE_OPENERS:
        end = _before_main_verb(sentence, cue, end)
    while end - 1 > start and words[end - 1] in PAUSES:
        end -= 1
    return _behind_dateline(reader, sentence, start, end), end, begins, stops


def _quoted(reader: Reader, sentence: Sentence, start: int, end: int) -> list[int]:
    """The stretches in quotation marks among some units."""
    if not sentence.quotes:
        return []
    firsts, quoted, words = sentence.firsts, reader.tokens.quoted, sentence.words
    return [quoted[firsts[i]] for i in range(start, end) if words[i] == QUOTED]


def _source(
    reader: Reader, models: Models, sentence: Sentence, cue: int, start: int, end: int
) -> tuple[Source | None, float, bool]:
    """Whose it is, how sure that is, and whether it was asked twice."""
    sources = sources_of(reader, sentence, cue, start, end)
    rows = source_keys(reader, sentence, cue, start, end, sources)
    index, sourced = chosen(models.sources, rows)
    again = sourced < SETTLED
    if again:
        rows = likely_keys(reader, cue, start, end, sources, rows)
        index, sourced = chosen(models.again, rows)
    return (sources[index] if index < len(sources) else None), sourced, again


def is_no_content(said: list[str]) -> bool:
    """Whether words are nothing that somebody says: "to comment", "this", "more"; but "no", "Doe"."""
    if len(said) == 1:
        return said[0] in SPARE
    return any(" ".join(said[:size]) in no_contents() for size in (2, 3, 4))


def tells_what(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause, and no thing that something is done to, stands in some units of a sentence."""
    return end - start > 1 and sentence.verbal.find(1, start + EDGE, end + EDGE) >= 0


def _behind_dateline(reader: Reader, sentence: Sentence, start: int, end: int) -> int:
    """Where what is reported begins, where the sentence opens with a dateline: "HARBOR CITY, May 4 —"."""
    if start or not reader.tokens.words[sentence.firsts[0]].isupper() or len(sentence.words[0]) < 3:
        return start
    dash = next((i for i, word in enumerate(sentence.words[: min(end, DATELINE)]) if word in DASHES), -1)
    return dash + 1 if 0 < dash < end - 1 else start


def _tail(reader: Reader, sentence: Sentence, cue: int, source: Source | None) -> Span | None:
    """Where what is reported goes on after cue and source: "The dam, said Brown, is safe"."""
    words = sentence.words
    at = cue + 1 if source is None else max(cue + 1, source.last)
    if at >= sentence.end or words[at] != "," or sentence.end - at < LONG:
        return None
    if words[at + 1] in ASIDES or words[at + 1].endswith("ing") or QUOTED in words[at : sentence.end]:
        return None
    return span_of(reader, sentence, at + 1, sentence.end)


def _lead(sentence: Sentence, cue: int, start: int, source: Source | None) -> tuple[int, int] | None:
    """The units before cue and source, where that is reported too: "The dam, Brown said, is safe"."""
    words = sentence.words
    if source is None:
        return None
    comma, last = min(source.first, cue) - 1, max(source.last, cue + 1)
    if comma < 1 or words[comma] != "," or words[last : last + 1] != [","] or start != last + 1:
        return None
    first = next((i + 1 for i in range(comma - 1, -1, -1) if words[i] in PAUSES and words[i] != ","), 0)
    first += words[first] in JOINING
    return (first, comma) if first < comma and not words[start].endswith("ing") else None


def end_before_others(reader: Reader, one: Found, found: list[Found]) -> None:
    """Let what is reported end before somebody else says something: "Roe said it is dry, but Doe said no"."""
    words, starts, ends = reader.tokens.words, reader.tokens.starts, reader.tokens.ends
    for other in found:
        if other.mention < 0 or not starts[one.cue] < one.span[0] < starts[other.cue] < other.span[0]:
            continue
        first = reader.mentions[other.mention].first
        joins = next(
            (i for i in range(first - 1, max(first - MOST_BEFORE, 1), -1) if words[i] in JOINING), -1
        )
        inside = joins > 0 and one.span[0] < starts[joins] < one.span[1] and first < other.cue
        if inside and words[joins - 1] == "," and ends[joins - 2] > one.span[0]:
            one.span = one.span[0], ends[joins - 2]


def _before_main_verb(sentence: Sentence, cue: int, end: int) -> int:
    """Where the clause of a noun ends, and its sentence goes on: "Her claim that it is dry was denied"."""
    words, verbal = sentence.words, sentence.verbal
    owned = 0 < cue <= SUBJECT and (words[cue - 1] in OWNING or words[cue - 1][-2:] in OWNING)
    if not owned:
        return end
    verbs = [
        i
        for i in range(cue + 2, end)
        if verbal[i + EDGE]
        and (words[i - 1] not in HELPING if words[i] in HELPING else not verbal[i + EDGE - 1])
    ]
    return next((i for i in verbs[1:] if words[i - 1] not in OPENERS and words[i - 1] not in PAUSES), end)
