"""The words of a sentence that say that something is reported: verbs of saying, ", so X", "laut X"."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.quotes.languages.by_grammar.reported.forms import is_told_by_another
from artparse.quotes.languages.by_grammar.reported.telling import Cue, Sentence
from artparse.quotes.languages.by_grammar.sentences.verbs import helper_of, verb_at
from artparse.quotes.languages.by_grammar.sources.frame import Frame
from artparse.quotes.languages.by_grammar.sources.prepositions import source_by_preposition, source_by_thus
from artparse.quotes.languages.by_grammar.sources.verbs import source_of_verb


def cues_of(one: Sentence) -> Iterator[Cue]:
    """The cues in their order, but asides such as "laut X" behind all others."""
    asides: list[Cue] = []
    for j in one.text.telling(one.start, one.stop):
        if not one.text.low(j):
            continue
        thus = _thus(one, j)
        if thus is not None:
            yield thus
            continue
        verb = verb_at(one.text, j)
        if verb is not None:
            if verb.kind != "call" and not is_told_by_another(one, j):
                yield _of_verb(one, j)
            continue
        cue = _by_preposition(one, j)
        if cue is not None and cue.kind == "aside":
            asides.append(cue)
        elif cue is not None:
            yield cue
    yield from asides


def cue_of_sentence_before(one: Sentence) -> Cue | None:
    """The verb of saying of "Das teilte die Bank mit", which says who said what was before."""
    text, start = one.text, one.start
    if not text.has("resuming", start) or text.has("thus", start) or text.low(one.stop - 1) == ":":
        return None
    if any(text.low(k) in (",", ":", "") for k in range(start, one.stop)):
        return None
    verb = next((k for k in range(start + 1, one.stop) if verb_at(text, k) is not None), -1)
    near = verb == start + 1 or text.has("auxiliary", start + 1)
    return _of_verb(one, verb) if verb >= 0 and near else None


def accordingly(one: Sentence) -> int | None:
    """The word that says that the sentence follows from what somebody says: "demnach"."""
    return next((k for k in range(one.start, one.stop) if one.text.has("accordingly", k)), None)


def _thus(one: Sentence, j: int) -> Cue | None:
    """ ", so X" at item `j`."""
    text = one.text
    if not text.has("thus", j) or text.low(j - 1) not in (",", "–") or j <= one.start + 1:
        return None
    found = source_by_thus(text, j, one.stop)
    return None if found is None else Cue(j, one.behind(found), found, "behind", j)


def _of_verb(one: Sentence, j: int) -> Cue:
    """The verb of saying at item `j`."""
    text = one.text
    found = source_of_verb(text, j)
    finite = j - 1 if text.has("auxiliary", j - 1) else j
    helper = helper_of(text, j, one.start)
    if helper is not None and helper < j:
        finite = helper
    resumes = text.has("resuming", finite - 1) and text.low(finite - 2) == ","
    inverted = (resumes or text.low(finite - 1) in (",", "–", "")) and finite > one.start + 1
    if inverted and (found is None or found.source[0] > text.items[finite].start):
        return Cue(finite, j + 1, found, "verb inverted", j)
    return Cue(j, j + 1, found, "verb", j)


def _by_preposition(one: Sentence, j: int) -> Cue | None:
    """What a preposition at item `j` or right before it says: "laut X", "nach seinen Angaben"."""
    text = one.text
    found = None if text.has("for", j) else source_by_preposition(text, j)
    if found is None:
        return None
    if found.cue is None:
        late = text.has("before", j + 2)  # "seinen Angaben nach"
        return Cue(j - text.has("before", j - 1), j + 2 + late, found, "aside", j + 2 * late)
    at = one.item_at(found.cue[0])
    if text.has("holding", at):
        return Cue(j, j + 1, found, "verb", at)
    return _aside(one, found, at) if _is_aside(one, at) else None


def _is_aside(one: Sentence, at: int) -> bool:
    """Whether the word at item `at` and its source stand apart from what the sentence says."""
    text = one.text
    apart = text.has("before", at) or text.has("behind", at)
    return apart or (at == one.start and text.has("of which", at))


def _aside(one: Sentence, found: Frame, at: int) -> Cue:
    first = min(at, one.item_at(found.source[0]))
    return Cue(first, max(at + 1, one.behind(found)), found, "aside", at)
