"""What the sentences tell of each stretch in quotation marks: a mere name, or who says it.

    „Die Welt“ schreibt: „Es regnet“, sagte Eva Roth.   ->  a name; the words of Eva Roth

In: the text, its passages and stretches, and a grammar. Out: by the number of a stretch a `Verdict`; none
where the sentences tell nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from artparse.quotes.languages.by_grammar.sentences.cut import texts_of
from artparse.quotes.languages.by_grammar.sources.announced import (
    announced,
    introduced,
    is_told,
    named,
    wanted,
    worded,
    written,
)
from artparse.quotes.languages.by_grammar.sources.beside import beside, left, right, within
from artparse.quotes.languages.by_grammar.sources.carried import carried
from artparse.quotes.languages.by_grammar.sources.frame import Frame, Place, Sentences, Verdict, place_of
from artparse.quotes.languages.by_grammar.sources.names import is_name, is_said, is_titled
from artparse.quotes.languages.by_grammar.sources.terms import is_term
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch

FRAMES: tuple[Callable[[Place], Frame | None], ...] = (
    beside,
    named,
    within,
    left,
    right,
    worded,
    written,
    announced,
    wanted,
    introduced,
    carried,
)
"""How a source may be told; the first that finds one is right most."""
UNSAID = Verdict(None, said=False)
"""Of words that nobody says."""
SAME = 200
"""Code points in which two stretches are compared."""


def sentences_of(
    text: str, passages: Sequence[Passage], stretches: Sequence[Stretch], grammar: Grammar
) -> Sentences:
    """An article's sentences, with each stretch in quotation marks as one item of its sentence."""
    titles = frozenset(n for n, s in enumerate(stretches) if is_titled(text[s.start : s.end], grammar))
    return Sentences(text, stretches, texts_of(text, passages, stretches, grammar, titles), titles, {})


def verdicts_of(sentences: Sentences) -> dict[int, Verdict]:
    """What the sentences tell of each stretch."""
    found: dict[int, Verdict] = {}
    names: set[int] = set()
    for place in _places(sentences):
        if is_name(place, names) or is_term(place):
            names.add(place.number)
            found[place.number] = UNSAID
            continue
        verdict = _verdict_on(place)
        if verdict is not None:
            found[place.number] = verdict
    return _with_names_repeated(sentences, found, names)


def _places(sentences: Sentences) -> Iterator[Place]:
    """The stretches in their sentences; those apart that a label or a dash opens."""
    for index, text in enumerate(sentences.texts):
        for i, item in enumerate(text.items):
            if item.quote >= 0:
                stretch = sentences.stretches[item.quote]
                if stretch.label is None and not stretch.dashed:
                    yield place_of(sentences, index, i)


def _verdict_on(place: Place) -> Verdict | None:
    """The verdict on words that are no name in this place."""
    frame = next((found for tell in FRAMES if (found := tell(place)) is not None), None)
    if frame is not None or is_told(place):
        return Verdict(frame)
    text, i = place.text, place.i
    titled = place.number in place.sentences.titles
    # What looks like a name is none's words unless something tells that they are speech.
    return UNSAID if titled and text.low(i - 1) != ":" and not is_said(text, i) else None


def _with_names_repeated(
    sentences: Sentences, found: dict[int, Verdict], names: Collection[int]
) -> dict[int, Verdict]:
    """The verdicts, where what is a name in one place is no speech in another."""

    def words_of(number: int) -> str:
        stretch = sentences.stretches[number]
        return sentences.text[stretch.start : min(stretch.end, stretch.start + SAME)].casefold()

    known = {words_of(number) for number in names}
    return {n: UNSAID if words_of(n) in known else verdict for n, verdict in found.items()}
