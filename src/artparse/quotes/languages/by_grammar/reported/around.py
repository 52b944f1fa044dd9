"""What is reported around the words that say so: before ", sagte X", around "laut X" and "wie X sagte"."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes.languages.by_grammar.reported.complements import complement_of
from artparse.quotes.languages.by_grammar.reported.ends import (
    clause_around,
    content_end,
    content_start,
    opens_that,
)
from artparse.quotes.languages.by_grammar.reported.forms import (
    is_second,
    is_told_by_another,
    is_verb_of_clause,
)
from artparse.quotes.languages.by_grammar.reported.telling import Content, Cue, Piece, Sentence
from artparse.quotes.languages.by_grammar.sentences.clauses import hangs
from artparse.quotes.languages.by_grammar.sentences.verbs import is_finite, verb_at

AROUND, AHEAD = 0.8, 0.8
"""How sure a report is around "laut X", and before ", sagte X"."""
GOES_ON = 10
"""The comma behind which a clause goes on is no more items behind the source."""
BEFORE, BEHIND = 40, 12
"""The "wie" of "wie X sagte" stands no more items before the verb, the mark that closes it no more behind."""


def contents_of(one: Sentence, cue: Cue) -> Iterator[Content]:
    """What the cue may report, the likeliest first."""
    found: list[Content | None] = []
    if cue.kind == "behind":
        found = [_before(one, cue)]
    elif cue.kind == "aside":
        found = [_around(one, cue)]
    else:
        behind = complement_of(one, cue.at)
        found = [_around_as(one, cue), behind]
        if cue.kind == "verb inverted":
            opening = one.text.has("subordinating", one.start) and not opens_that(one, one.start)
            rather = opening and behind is not None and not is_finite(one.text, behind.pieces[0].first)
            found.insert(2 if rather else 1, _before(one, cue))
    yield from (content for content in found if content is not None)


def _before(one: Sentence, cue: Cue) -> Content | None:
    """The clause before ", sagte X" and ", so X", with what goes on behind it."""
    text, first, last = one.text, content_start(one, cue.first), cue.first
    if text.has("resuming", last - 1) and text.low(last - 2) == ",":
        last -= 2  # ", das teilte die Bank mit"
    if last - first < 2:
        return None
    after = cue.last
    if cue.kind != "behind" and cue.frame is not None:
        after = max(after, one.behind(cue.frame))
    comma = next((k for k in range(after, min(one.stop, after + GOES_ON)) if text.low(k) == ","), -1)
    that = cue.kind == "behind" and text.has("that", comma + 1)
    if comma > 0 and (is_finite(text, comma + 1) or that):
        return Content((Piece(first, last), Piece(comma + 1, one.stop)), AHEAD)
    return Content((Piece(first, last),), AHEAD) if _is_clause(one, first, last) else None


def _is_clause(one: Sentence, first: int, last: int) -> bool:
    """Whether a clause opens at item `first` that hangs on none before `last`, and no mere phrase."""
    text = one.text
    if opens_that(one, first):
        return True
    if text.has("subordinating", first) or text.has("purposes", first):
        return False
    end = next((k for k in range(first, last) if text.low(k) == ","), last)
    if any(text.items[k].quote >= 0 for k in range(first, end)):
        return True
    return any(
        is_verb_of_clause(text, k) or verb_at(text, k) is not None or is_second(text, k)
        for k in range(first, end)
    )


def _around(one: Sentence, cue: Cue) -> Content:
    """The sentence or clause around "laut X"."""
    text, first = one.text, cue.first
    while first > one.start and text.has("opening", first - 1):
        first -= 1
    after = _behind_relative_clause(one, cue.last)
    end = content_end(one, after)
    if first <= one.start + 1 or text.low(first - 1) in (";", ":"):
        return Content((Piece(after, end),), AROUND)
    begin = clause_around(one, first)
    if hangs(text, begin, one.start):
        end = next((k for k in range(after, end) if text.low(k) == "," and is_finite(text, k + 1)), end)
    return Content((Piece(begin, first), Piece(after, end)), AROUND)


def _behind_relative_clause(one: Sentence, after: int) -> int:
    """Where it goes on behind a clause on the source that ends at item `after`: ", der dort wohnt, ist"."""
    text = one.text
    if text.low(after) != "," or is_finite(text, after + 1):
        return after
    closing = next((k for k in range(after + 1, one.stop) if text.low(k) == ","), -1)
    clause = text.has("relative", after + 1) or is_finite(text, closing + 1)
    return closing + 1 if closing > 0 and clause else after


def _around_as(one: Sentence, cue: Cue) -> Content | None:
    """What stands around "wie X sagte", in commas."""
    text = one.text
    before = range(cue.at - 1, max(one.start, cue.at - BEFORE) - 1, -1)
    first = next((k for k in before if text.has("how", k)), -1)
    if first < 0 or not (first == one.start or text.low(first - 1) in (",", "–", "(")):
        return None
    if [text.low(k) for k in range(first + 1, cue.at)].count(",") == 1:
        return None
    close = next((k for k in range(cue.at + 1, one.stop) if text.low(k) in (",", "–", ")")), one.stop)
    if close - cue.at > BEHIND or (first > one.start and _is_told_before(one, first)):
        return None
    if first == one.start:
        return Content((Piece(close + 1, one.stop),), AHEAD) if close < one.stop - 1 else None
    pieces = [Piece(content_start(one, first), first)]
    if close < one.stop - 2 and (is_finite(text, close + 1) or text.low(close) == ")"):
        pieces.append(Piece(close + 1, one.stop))
    return Content(tuple(pieces), AHEAD)


def _is_told_before(one: Sentence, first: int) -> bool:
    """Whether a verb of saying before item `first` has what follows for its object."""
    return any(
        verb_at(one.text, k) is not None and not is_told_by_another(one, k) for k in range(one.start, first)
    )
