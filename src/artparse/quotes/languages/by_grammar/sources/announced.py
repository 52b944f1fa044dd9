"""What announces the words in quotation marks without a verb of saying: a noun, a sign, a colon.

mit den Worten „…“ | auf dem Schild steht: „…“ | Die Antwort der Bank: „…“ | Roth sieht sich bestätigt: „…“
"""

from __future__ import annotations

from artparse.quotes.languages.by_grammar.sentences.clauses import finite_of
from artparse.quotes.languages.by_grammar.sentences.items import Text
from artparse.quotes.languages.by_grammar.sentences.phrases import completed, is_full_name, phrase_at
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_of
from artparse.quotes.languages.by_grammar.sentences.verbs import verb_at
from artparse.quotes.languages.by_grammar.sources.carried import topic_of
from artparse.quotes.languages.by_grammar.sources.frame import Frame, Place, framed

NAME = 12
"""A name before a bracket or a colon opens no more items before the stretch."""
WRITTEN = 4
"""The verb of "war „…“ zu lesen" stands among so many items behind the stretch."""


def is_told(place: Place) -> bool:
    """Whether the words are somebody's, nobody knows whose: "So heißt es", "mit den Worten"."""
    text = place.text
    if _is_word(text, place.i - 1):
        return True
    around = range(place.start, place.stop)
    return any(text.has("it says", k) and verb_at(text, k) is not None for k in around)


def named(place: Place) -> Frame | None:
    """Whose name opens a bracket or a colon: "gratulierten Eva Roth („…“) und Hans Mohr: „…“"."""
    text, mark = place.text, place.i - 1
    if text.low(mark) not in ("(", ":"):
        return None
    for k in range(mark - 1, max(place.start, place.i - NAME), -1):
        if text.low(k) == "," or text.has("and", k):
            found = phrase_at(text, k + 1, mark)
            fits = found is not None and found.subject and found.last == mark and is_full_name(text, found)
            return framed(text, found, mark) if fits else None
    return None


def worded(place: Place) -> Frame | None:
    """Who does something "mit den Worten „…“", "mit der Parole „…“": the subject of the sentence."""
    text, i = place.text, place.i
    if not _is_word(text, i - 1) or not any(text.has("with", k) for k in (i - 2, i - 3, i - 4)):
        return None
    finite = finite_of(text, place.start, place.stop)
    found = subject_of(text, finite) if finite >= 0 else None
    if found is None and text.low(i + 1) == ",":
        found = phrase_at(text, i + 3, place.stop)  # "Mit den Worten „…“, begann er"
    if found is None or not found.subject or found.kind == "quote":
        return None
    return framed(text, found, i - 1)


def written(place: Place) -> Frame | None:
    """Where the words stand: "In dem Entwurf steht: …", "Auf dem Schild war „…“ zu lesen"."""
    text, i = place.text, place.i
    before = range(i - 1, place.start - 1, -1) if text.low(i - 1) == ":" else ()
    behind = range(i + 1, min(place.stop, i + WRITTEN))
    verb = next((k for k in (*before, *behind) if text.has("written", k)), -1)
    if verb < 0:
        return None
    for k in range(place.start, i - 1):
        if text.has("places", k):
            found = phrase_at(text, k + 1, i)
            if found is not None and found.kind == "noun":
                return framed(text, found, verb)
    return None


def announced(place: Place) -> Frame | None:
    """Whose words a noun before a colon announces: "Die Antwort des Sprechers: …"."""
    text, i = place.text, place.i
    if text.low(i - 1) != ":":
        return None
    for j in range(place.start, i - 1):
        if not _is_word(text, j):
            continue
        found = phrase_at(text, j + 1, i)
        if found is not None and found.kind == "noun" and text.has("of whom", j + 1):
            return framed(text, found, j)
        if text.has("of", j + 1):
            found = phrase_at(text, j + 2, i)
            if found is not None and found.kind == "noun":
                return framed(text, completed(text, found, i), j)
    return None


def wanted(place: Place) -> Frame | None:
    """Who wants what the words in marks say: "Mohr will „noch einmal prüfen“"."""
    text, at = place.text, place.i - 1
    if not text.has("wanting", at):
        return None
    found = subject_of(text, at)
    if found is None or found.kind == "quote" or found.first > at:
        return None
    return _uncued(framed(text, found, at))


def introduced(place: Place) -> Frame | None:
    """Of whom a sentence tells something that ends with a colon: "Roth sieht sich bestätigt: „…“"."""
    if place.text.low(place.i - 1) != ":":
        return None
    return _uncued(topic_of(place.text, place.sentence))


def _is_word(text: Text, i: int) -> bool:
    """Whether item `i` is a noun for what somebody says: "Antwort", "Worte"."""
    return text.is_noun(i) and text.items[i].word in text.grammar.kinds["words"]


def _uncued(frame: Frame | None) -> Frame | None:
    """The frame without words that tell it."""
    return None if frame is None else frame._replace(cue=None)
