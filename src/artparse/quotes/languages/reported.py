"""What the sentences of the language itself report, and whose it is.

Nothing is learnt here: the frames (`frames.py`) tell who says something, and the form of the clauses around
the word that says so tells what: a clause behind "dass", "ob" or a colon, one whose verb has the form of
reported speech, an infinitive, the clause before ", sagte X" or ", so X", the sentence around "laut X".
Sentences whose verb has the form of reported speech and that name no source go on with that of the one
before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from artparse.article import Span
from artparse.quotes.languages.clauses import ENDS, REACH, Text
from artparse.quotes.languages.frames import BACK, Frame, Frames, Verdict

THAT, REPORTED, AROUND, AHEAD = 0.9, 0.85, 0.8, 0.8
PLAIN, EARLIER, INFINITIVE, CARRIED, FORM = 0.7, 0.7, 0.65, 0.65, 0.6
"""How sure a report is, by what tells its clause: see `_Sentences`."""
LONGEST = 160
"""Nothing beyond so many items of a sentence is looked at."""
MOST = 12
"""At most so many things are found in one sentence."""
WORDS = 3
"""With fewer words outside quotation marks nothing is reported but what is in them."""
EDGES = frozenset(",;:–—-().!?…„“”\"'»«")
"""Marks that a clause neither begins nor ends with."""


class Telling(NamedTuple):
    """What a sentence reports."""

    pieces: tuple[Span, ...]
    frame: Frame | None
    """The words for its source."""
    cue: Span | None
    quoted: tuple[int, ...]
    """The stretches in quotation marks that it holds."""
    sure: float


class Cue(NamedTuple):
    """Words that say that something is reported: items `first` to `last` (not included), with its source."""

    first: int
    last: int
    frame: Frame | None
    kind: str
    """`verb`, `aside` ("laut X"), `behind` (", so X")."""
    at: int


class Piece(NamedTuple):
    """Items `first` to `last`, not included."""

    first: int
    last: int


class Content(NamedTuple):
    """The items of what is reported."""

    pieces: tuple[Piece, ...]
    sure: float


def read(frames: Frames, verdicts: dict[int, Verdict], skipped: frozenset[int]) -> list[Telling]:
    """What an article reports, in source order; nothing in the passages `skipped`."""
    found: list[Telling] = []
    reading = _Reading(frames, verdicts)
    for index, text in enumerate(frames.texts):
        if index in skipped:
            continue
        for number in range(len(text.sentences)):
            found += reading.sentence(index, number)
    return found


class _Reading:
    """One article from sentence to sentence."""

    def __init__(self, frames: Frames, verdicts: dict[int, Verdict]) -> None:
        self.frames, self.verdicts = frames, verdicts
        self.speaking: Frame | None = None
        """Whoever speaks, while sentences of reported speech go on."""
        self.since = 0
        """How many sentences ago somebody was named as that."""
        self.before: tuple[Text, int] | None = None
        """The sentence before, where it reports nothing by itself."""

    def sentence(self, index: int, number: int) -> list[Telling]:
        text = self.frames.texts[index]
        one = _Sentence(self.frames, text, number)
        found = list(one.tellings())
        earlier = self._earlier(one) if not found else None
        if earlier is not None:
            found.append(earlier)
        named = self._named(index, number, one, found)
        if found or named is not None:
            self.speaking = named
            self.since = 0
        elif one.follows() is not None:
            found = self._following(one)
        elif self.speaking is None and self.before is not None and one.is_surely_reported():
            self.speaking, self.since = self.frames.topic(*self.before), 0
            found = self._carried(one)
        elif self.speaking is not None and one.is_reported_itself():
            self.since += 1
            found = self._carried(one)
        elif not one.is_quoted():
            self.speaking = None
        self.before = None if found else (text, number)
        return found

    def _carried(self, one: _Sentence) -> list[Telling]:
        """The sentence as words of whoever speaks, not too far behind where that is told."""
        if self.speaking is None or self.since > BACK + 1:
            return []
        told = one.telling(Content((Piece(one.start, one.stop),), CARRIED), self.speaking, None)
        return [] if told is None else [told]

    def _following(self, one: _Sentence) -> list[Telling]:
        """The sentence around "demnach", as words of whoever speaks."""
        at = one.follows()
        if at is None:
            return []
        pieces = (Piece(one.start, at), Piece(at + 1, one.stop))
        told = one.telling(Content(pieces, CARRIED), self.speaking, one.span(at))
        return [] if told is None else [told]

    def _earlier(self, one: _Sentence) -> Telling | None:
        """What the sentence before says, where this one tells whose it was: "Das teilte die Bank mit"."""
        cue = one.resumed() if self.before is not None else None
        if cue is None or self.before is None:
            return None
        earlier = _Sentence(self.frames, *self.before)
        if any(earlier.text.items[k].quote >= 0 for k in range(earlier.start, earlier.stop)):
            return None
        return earlier.telling(
            Content((Piece(earlier.start, earlier.stop),), EARLIER), cue.frame, one.span(cue.at)
        )

    def _named(self, index: int, number: int, one: _Sentence, found: list[Telling]) -> Frame | None:
        """Who speaks in the sentence, so that the next may go on with it."""
        for told in reversed(found):
            if told.frame is not None:
                return told.frame
        for k in range(one.stop - 1, one.start - 1, -1):
            verdict = self.verdicts.get(one.text.items[k].quote)
            if verdict is not None and verdict.frame is not None:
                return verdict.frame
        return None if one.is_reported() and found else self.frames.source(index, number)


class _Sentence:
    """One sentence; holds what the methods share."""

    def __init__(self, frames: Frames, text: Text, number: int) -> None:
        self.frames, self.text = frames, text
        self.start, stop = text.sentences[number]
        self.stop = min(stop, self.start + LONGEST)

    def tellings(self) -> Iterator[Telling]:
        """What the sentence reports."""
        taken: list[Content] = []
        for cue in self._cues():
            for content in self._contents(cue):
                told = self.telling(content, cue.frame, self.span(cue.at))
                if told is None:
                    continue
                if not any(_overlaps(content, other) for other in taken):
                    taken.append(content)
                    yield told
                break
            if len(taken) == MOST:
                return
        if not taken:
            yield from self._by_form()

    def _by_form(self) -> Iterator[Telling]:
        """A clause whose verb has the form of reported speech, where no known word says that it is."""
        text = self.text
        comma = next((k for k in range(self.start, self.stop - 1) if text.low(k) == ","), -1)
        if comma < 0 or self.is_reported(self.start, comma):
            return
        opens = self._opens_that(comma + 1)
        stop = next((m for m in range(comma + 1, self.stop) if text.low(m) in (",", ";")), self.stop)
        hangs = text.has("subordinating", comma + 1) and not opens
        if hangs or text.has("purposes", comma + 1) or text.has("joining", comma + 1):
            return
        if not any(
            text.has("reported", k) or (self._looks_reported(k) and self._is_form(k))
            for k in range(comma, stop)
        ):
            return
        finite = next((k for k in range(self.start, comma) if text.has("auxiliary", k)), -1)
        found = text.subject(finite) if finite >= 0 else None
        if found is None:
            first = self.start
            while first < comma and (text.has("opening", first) or text.has("adverbs", first)):
                first += 1
            found = text.phrase(first, comma)
        if found is None or not found.subject or found.kind == "quote":
            return
        frame = self.frames.framed(text, found, comma - 1)
        told = self.telling(
            Content((Piece(comma + 1, self._end(comma + 1)),), FORM), frame, self.span(comma - 1)
        )
        if told is not None:
            yield told

    def telling(self, content: Content, frame: Frame | None, cue: Span | None) -> Telling | None:
        """The content in code points; none where it is hardly more than words in quotation marks."""
        items = self.text.items
        pieces = [piece for piece in map(self._trimmed, content.pieces) if piece is not None]
        inside = [items[k] for piece in pieces for k in range(*piece)]
        outside = sum(item.quote < 0 and item.word[0].isalnum() for item in inside)
        if outside < WORDS:
            return None
        spans = tuple((items[p.first].start, items[p.last - 1].end) for p in pieces)
        quoted = tuple(item.quote for item in inside if item.quote >= 0)
        return Telling(spans, frame, cue, quoted, content.sure)

    def span(self, at: int) -> Span:
        item = self.text.items[at]
        return item.start, item.end

    def _trimmed(self, piece: Piece) -> Piece | None:
        """A piece without marks at its ends; brackets that it closes stay."""
        first, last = piece
        items = self.text.items
        while first < last and items[first].quote < 0 and items[first].word in EDGES:
            first += 1
        while last > first and items[last - 1].quote < 0 and items[last - 1].word in EDGES:
            if items[last - 1].word == ")" and any(items[k].word == "(" for k in range(first, last)):
                break
            last -= 1
        return Piece(first, last) if first < last else None

    # --- the form of reported speech ---------------------------------------------------------------------

    def is_reported(self, first: int | None = None, last: int | None = None) -> bool:
        """Whether a verb outside quotation marks has the form of reported speech."""
        first, last = self.start if first is None else first, self.stop if last is None else last
        return any(self._is_form(k) for k in range(first, last))

    def is_reported_itself(self) -> bool:
        """Whether that is so of a clause that hangs on no other."""
        text = self.text
        opened, stated = self.start, False
        if text.low(self.stop - 1) == "?":
            return False
        for k in range(self.start, self.stop):
            if text.low(k) in (",", ";", "–"):
                opened, stated = k + 1, False
            elif text.has("stating", k):
                stated = True  # "der Damm ist eine globale, …"
            elif not stated and not text.has("also plain", k) and self._is_form(k):
                hangs = text.has("subordinating", opened) or (
                    opened > self.start and (text.has("relative", opened) or text.has("relative", opened + 1))
                )
                if not hangs or not self._ends_clause(k):
                    return True
        return False

    def _is_form(self, k: int) -> bool:
        text = self.text
        if text.has("reported", k) or text.has("reported too", k):
            return not text.is_noun(k)
        return self._looks_reported(k) and (self._ends_clause(k) or self._follows_subject(k))

    def _ends_clause(self, k: int) -> bool:
        return self.text.low(k + 1) in (",", ".", ";", "!", "?") or self.text.has("joining", k + 1)

    def _follows_subject(self, k: int) -> bool:
        """Whether item `k` stands where the verb of a clause does: "die Lage bessere sich"."""
        return self.text.has("personal", k - 1) or (self.text.is_noun(k - 1) and not self.text.is_noun(k + 1))

    def _looks_reported(self, k: int) -> bool:
        """Whether a word ends as a verb of reported speech does: "dass er dort wohne"."""
        word = self.text.low(k)
        if not word.isalpha() or self.text.items[k].word[0].isupper():
            return False
        if not word.endswith(self._endings("reported")):
            return False
        small = self.text.is_function(k) or self.text.has("ending alike", k)
        return not small and not word.endswith((*self._endings("past"), *self._endings("unreported")))

    def _endings(self, form: str) -> tuple[str, ...]:
        return tuple(self.text.grammar.kinds[f"{form} verbs"])

    def is_surely_reported(self) -> bool:
        """Whether it is reported itself, by a verb whose form is nothing else."""
        text = self.text
        sure = any(text.has("surely reported", k) for k in range(self.start, self.stop))
        return sure and self.is_reported_itself()

    def follows(self) -> int | None:
        """The word that says that the sentence follows from what somebody says: "demnach"."""
        found = (k for k in range(self.start, self.stop) if self.text.has("accordingly", k))
        return next(found, None)

    def is_quoted(self) -> bool:
        return any(self.text.items[k].quote >= 0 for k in range(self.start, self.stop))

    # --- cues --------------------------------------------------------------------------------------------

    def _cues(self) -> Iterator[Cue]:
        text, frames = self.text, self.frames
        asides: list[Cue] = []
        for j in range(self.start, self.stop):
            if not text.low(j):
                continue
            if text.has("thus", j) and text.low(j - 1) in (",", "–") and j > self.start + 1:
                found = frames.so(text, j, self.stop)
                if found is not None:
                    yield Cue(j, self._after(found), found, "behind", j)
                    continue
            verb = text.verb(j)
            if verb is not None:
                if verb.kind != "call" and not self._is_told(j):
                    yield self._of_verb(j)
                continue
            found = None if text.has("for", j) else frames.by_preposition(text, j, self.stop)
            if found is not None and found.cue is None:
                behind = text.has("before", j + 2)
                asides.append(
                    Cue(j - text.has("before", j - 1), j + 2 + behind, found, "aside", j + 2 * behind)
                )
            if found is None or found.cue is None:
                continue
            at = self._item(found.cue[0])
            if text.has("holding", at):
                yield Cue(j, j + 1, found, "verb", at)
            elif (
                text.has("before", at)
                or text.has("behind", at)
                or (at == self.start and text.has("of which", at))
            ):
                first = min(at, self._item(found.source[0]))
                asides.append(Cue(first, max(at + 1, self._after(found)), found, "aside", at))
        yield from asides

    def _is_told(self, j: int) -> bool:
        """Whether the verb at item `j` is itself reported: "er habe gesagt"."""
        helper = self.frames.helper(self.text, j, self.start, self.stop)
        return self.frames.is_told_itself(self.text, j) or (helper is not None and self._is_form(helper))

    def _of_verb(self, j: int) -> Cue:
        text = self.text
        found = self.frames.of_verb(text, j)
        finite = j - 1 if text.has("auxiliary", j - 1) else j
        helper = self.frames.helper(text, j, self.start, self.stop)
        if helper is not None and helper < j:
            finite = helper
        resumes = text.has("resuming", finite - 1) and text.low(finite - 2) == ","
        behind = (resumes or text.low(finite - 1) in (",", "–", "")) and finite > self.start + 1
        behind = behind and (found is None or found.source[0] > text.items[finite].start)
        return Cue(finite if behind else j, j + 1, found, "verb inverted" if behind else "verb", j)

    def _item(self, offset: int) -> int:
        return bisect_left(self.text.items, offset, self.start, self.stop, key=lambda item: item.start)

    def _after(self, frame: Frame) -> int:
        """The item after the words for a source."""
        return self._item(frame.source[1])

    def resumed(self) -> Cue | None:
        """The verb of saying of "Das teilte die Bank mit", which says who said what was before."""
        text = self.text
        if (
            not text.has("resuming", self.start)
            or text.has("thus", self.start)
            or text.low(self.stop - 1) == ":"
        ):
            return None
        if any(text.low(k) in (",", ":") or not text.low(k) for k in range(self.start, self.stop)):
            return None
        for k in range(self.start + 1, self.stop):
            if text.verb(k) is not None:
                return (
                    self._of_verb(k) if k == self.start + 1 or text.has("auxiliary", self.start + 1) else None
                )
        return None

    # --- what they report --------------------------------------------------------------------------------

    def _contents(self, cue: Cue) -> Iterator[Content]:
        """What the cue may report, the likeliest first."""
        found: list[Content | None] = []
        if cue.kind == "behind":
            found = [self._ahead(cue)]
        elif cue.kind == "aside":
            found = [self._around(cue)]
        else:
            found = [self._as_aside(cue), self._complement(cue.at)]
            if cue.kind == "verb inverted":
                opening = self.text.has("subordinating", self.start) and not self._opens_that(self.start)
                after = found[1]
                first = opening and after is not None and not self._is_finite(after.pieces[0].first)
                found.insert(2 if first else 1, self._ahead(cue))
        yield from (content for content in found if content is not None)

    def _ahead(self, cue: Cue) -> Content | None:
        """The clause before ", sagte X" and ", so X", with what goes on behind it."""
        text, first, last = self.text, self._begin(cue.first), cue.first
        if text.has("resuming", last - 1) and text.low(last - 2) == ",":
            last -= 2  # ", das teilte die Bank mit"
        if last - first < 2:
            return None
        pieces = [Piece(first, last)]
        after = (
            cue.last if cue.kind == "behind" or cue.frame is None else max(cue.last, self._after(cue.frame))
        )
        comma = next((k for k in range(after, min(self.stop, after + 10)) if text.low(k) == ","), -1)
        if comma > 0 and (
            self._is_finite(comma + 1) or (cue.kind == "behind" and text.has("that", comma + 1))
        ):
            pieces.append(Piece(comma + 1, self.stop))
        elif not self._is_clause(first, last):
            return None
        return Content(tuple(pieces), AHEAD)

    def _is_clause(self, first: int, last: int) -> bool:
        """Whether a clause opens at item `first` that hangs on none before `last`, and no mere phrase."""
        text = self.text
        if self._opens_that(first):
            return True
        if text.has("subordinating", first) or text.has("purposes", first):
            return False
        end = next((k for k in range(first, last) if text.low(k) == ","), last)
        if any(text.items[k].quote >= 0 for k in range(first, end)):
            return True
        return any(
            self._is_finite(k) or self._is_form(k) or text.verb(k) is not None or self._is_second(k)
            for k in range(first, end)
        )

    def _is_second(self, k: int) -> bool:
        """Whether a small word stands where the verb of a clause does, and looks like one."""
        text = self.text
        return self._looks_finite(k) and text.is_noun(k - 1) and not text.is_noun(k + 1)

    def _looks_finite(self, k: int) -> bool:
        """Whether a word written small ends as a verb with its subject does, and is none of `SMALL`."""
        text = self.text
        word = text.low(k)
        if (
            not word.isalpha()
            or text.items[k].word[0].isupper()
            or not word.endswith(self._endings("finite"))
        ):
            return False
        return not (text.is_function(k) or text.has("ending alike", k))

    def _begin(self, before: int) -> int:
        """Where the clauses before item `before` begin that no other cue has."""
        text = self.text
        for k in range(before - 1, self.start, -1):
            if text.low(k) in (";", ":"):
                return k + 1
        return self.start

    def _is_finite(self, k: int) -> bool:
        text = self.text
        return text.has("auxiliary", k) or text.has("reported", k) or text.has("reported too", k)

    def _around(self, cue: Cue) -> Content | None:
        """The sentence or clause around "laut X"."""
        text = self.text
        first = cue.first
        while first > self.start and text.has("opening", first - 1):
            first -= 1
        after = cue.last
        if text.low(after) == "," and not self._is_finite(after + 1):
            closing = next((k for k in range(after + 1, self.stop) if text.low(k) == ","), -1)
            if closing > 0 and (text.has("relative", after + 1) or self._is_finite(closing + 1)):
                after = closing + 1  # "laut Mohr, der dort wohnt, ist"
        if first <= self.start + 1 or text.low(first - 1) in (";", ":"):
            return Content((Piece(after, self._end(after)),), AROUND)
        begin = self._clause(first)
        hangs = text.has("subordinating", begin) or (begin > self.start and text.has("relative", begin))
        end = self._end(after)
        if hangs:
            end = next((k for k in range(after, end) if text.low(k) == "," and self._is_finite(k + 1)), end)
        return Content((Piece(begin, first), Piece(after, end)), AROUND)

    def _clause(self, at: int) -> int:
        """Where the clause begins that item `at` stands in."""
        text = self.text
        for k in range(at - 1, self.start, -1):
            if text.low(k) in (";", ":"):
                return k + 1
            if text.low(k) == ",":
                opens = text.has("subordinating", k + 1) or text.has("relative", k + 1)
                if opens or any(text.has("auxiliary", m) for m in range(k + 2, at)):
                    return k + 1
        return self.start

    def _as_aside(self, cue: Cue) -> Content | None:
        """What stands around "wie X sagte", in commas."""
        text = self.text
        first = next(
            (k for k in range(cue.at - 1, max(self.start, cue.at - 40) - 1, -1) if text.has("how", k)), -1
        )
        if first < 0 or not (first == self.start or text.low(first - 1) in (",", "–", "(")):
            return None
        commas = [k for k in range(first + 1, cue.at) if text.low(k) == ","]
        if len(commas) == 1:
            return None
        close = next((k for k in range(cue.at + 1, self.stop) if text.low(k) in (",", "–", ")")), self.stop)
        if close - cue.at > 12 or (first > self.start and self._is_told_before(first)):
            return None
        if first == self.start:
            return Content((Piece(close + 1, self.stop),), AHEAD) if close < self.stop - 1 else None
        pieces = [Piece(self._begin(first), first)]
        if close < self.stop - 2 and (self._is_finite(close + 1) or text.low(close) == ")"):
            pieces.append(Piece(close + 1, self.stop))
        return Content(tuple(pieces), AHEAD)

    def _is_told_before(self, first: int) -> bool:
        """Whether a verb of saying before item `first` has what follows for its object."""
        return any(self.text.verb(k) is not None and not self._is_told(k) for k in range(self.start, first))

    def _complement(self, at: int) -> Content | None:
        """The clause behind the word that reports, item `at`."""
        text = self.text
        tight = True
        for k in range(at + 1, min(self.stop, at + REACH)):
            word = text.low(k)
            if word == ":":
                plain = self.is_reported(k + 1, self.stop) and text.items[k + 1].quote < 0
                return Content((Piece(k + 1, self.stop),), PLAIN) if plain else None
            if word == ";" or word in ENDS:
                return None
            if word == "," and k + 1 < self.stop:
                sure = self._opens(k + 1, at, tight)
                if sure is not None:
                    end = self._end(k + 1)
                    if self.text.has("subordinating", self.start) and self._hangs(at):
                        end = self._resumes(k + 1, end)
                    return Content((Piece(k + 1, end),), sure)
                tight = False
        return None

    def _hangs(self, at: int) -> bool:
        """Whether item `at` is in the clause that hangs on the main clause and opens the sentence."""
        return not any(self.text.low(k) == "," for k in range(self.start, at))

    def _resumes(self, first: int, end: int) -> int:
        """Where the main clause goes on behind clauses that hang on it: ", dass er kommt, hatte sie"."""
        text = self.text
        for k in range(first + 2, end - 1):
            if text.low(k) == "," and not any(text.has(kind, k + 1) for kind in ("relative", "joining")):
                plain = self._is_finite(k + 1) and not text.has("subordinating", k + 2)
                if plain or text.verb(k + 1) is not None or self._is_verb(k + 1):
                    return k
        return end

    def _is_verb(self, k: int) -> bool:
        """Whether a small word right behind a comma looks like a verb: its subject follows."""
        if not self._looks_finite(k):
            return False
        return self.text.phrase(k + 1, self.stop) is not None or self.text.has("reflexive", k + 1)

    def _opens_that(self, k: int) -> bool:
        return self.text.has("that", k) or self.text.has("asking", k)

    def _opens(self, k: int, at: int, tight: bool) -> float | None:
        """How surely a clause that is reported opens at item `k`; none where none does."""
        text = self.text
        if self._opens_that(k):
            return THAT
        if text.has("purposes", k) or text.has("joining", k):
            return None
        if text.has("subordinating", k):
            reported = self.is_reported(k, self._end(k))
            return REPORTED if reported and not text.has("how", k) and not text.has("as", k) else None
        phrase = text.phrase(k, self.stop, attach=False)
        follows = phrase.last if phrase is not None else k
        stop = next((m for m in range(k, self.stop) if text.low(m) in (",", ";")), self.stop)
        if text.has("relative", k) and phrase is None and not self.is_reported(k, stop):
            return None
        if tight and self._is_infinitive(k, stop):
            return INFINITIVE
        if phrase is not None and text.low(follows) == "," and tight:
            return None  # "sagte Mohr, Leiter der Bank, …"
        if self.is_reported(k, self._end(k)):
            return REPORTED
        if not tight or phrase is None or phrase.kind == "quote":
            return None
        if text.low(follows + 1) in (",", ".", "") or text.has("joining", follows + 1):
            return None  # "die noch Platz haben"
        finite = self._is_finite(follows) or text.verb(follows) is not None or self._is_second(follows)
        return PLAIN if finite else None

    def _is_infinitive(self, k: int, stop: int) -> bool:
        """Whether the clause ends with an infinitive with "zu"."""
        text = self.text
        for m in range(k, min(stop, k + REACH)):
            ends = m + 1 >= stop or text.low(m + 1) in (".", "!", "?") or text.has("joining", m + 1)
            word = text.low(m)
            if not ends or not word.endswith(self._endings("infinitive")) or text.is_noun(m):
                continue
            if text.has("infinitive sign", m - 1) or any(
                sign in word[2:-3] for sign in text.grammar.kinds["infinitive sign"]
            ):
                return True
        return False

    def _end(self, first: int) -> int:
        """Where a clause ends that begins at item `first`: before the next that says who says something."""
        text = self.text
        for k in range(first + 2, self.stop):
            joined = text.has("and", k)
            if text.low(k) == ":" and k + 1 < self.stop and text.items[k + 1].quote >= 0:
                return k
            if text.low(k) not in (",", "–") and not joined:
                continue
            if text.has("reasoning", k + 1) and not self.is_reported(k + 1, self.stop):
                return k
            if text.has("thus", k + 1) and not joined and self.frames.so(text, k + 1, self.stop) is not None:
                return k
            verb = text.verb(k + 1)
            if verb is not None and not self._is_form(k + 1) and not self._ends_clause(k + 1):
                return k
        return self.stop


def _overlaps(one: Content, other: Content) -> bool:
    """Whether two contents share more than half of both."""
    size = sum(p.last - p.first for p in one.pieces), sum(p.last - p.first for p in other.pieces)
    shared = sum(
        max(0, min(a.last, b.last) - max(a.first, b.first)) for a in one.pieces for b in other.pieces
    )
    return 2 * shared > sum(size) - shared
