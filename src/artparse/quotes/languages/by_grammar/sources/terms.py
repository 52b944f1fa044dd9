"""Words in quotation marks that all call something, and nobody says: "was als „Unfug“ bezeichnet wird"."""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.languages.by_grammar.sentences.items import ENDS
from artparse.quotes.languages.by_grammar.sentences.verbs import helper_of, is_passive, verb_at
from artparse.quotes.languages.by_grammar.sources.frame import Place
from artparse.quotes.languages.by_grammar.sources.verbs import agent_of

BEHIND, BEFORE = 3, 8
"""The verb of calling stands no more items behind the words, or before them."""


def is_term(place: Place) -> bool:
    """Whether the nearest verb of saying tells that the words are what all call something."""
    text, i = place.text, place.i
    if text.items[i].word in ENDS:
        return False
    behind = range(i + 1, min(place.stop, i + 1 + BEHIND))
    before = range(i - 1, max(place.start, i - BEFORE) - 1, -1)
    for at in (*behind, *before):
        verb = verb_at(text, at)
        if verb is not None:
            anyone = text.has("anyone", at + 1) or text.has("anyone", at - 1)
            return anyone or (verb.kind == "call" and _is_called_by_nobody(place, at))
    return False


def _is_called_by_nobody(place: Place, at: int) -> bool:
    """Whether the verb of calling at item `at` has nobody who calls it so."""
    text = place.text
    if place.number not in place.sentences.titles:
        return False
    if at == place.i + 1 and text.is_noun(at + 1) and text.low(at + 1) not in lists.given_names():
        return True  # "als „X“ bezeichnete Lage"
    helper = helper_of(text, at, place.start)
    passive = helper is not None and is_passive(text, helper, at)
    return passive and agent_of(text, at, place.start) is None
