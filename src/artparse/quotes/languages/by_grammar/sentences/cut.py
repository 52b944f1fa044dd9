"""Passages cut into items and sentences.

In: the text, its passages, and the stretches in quotation marks. Out: of each passage its `Text`. A full stop
behind an abbreviation, an ordinal, an initial or the number of a pope ends no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.patterns import pattern
from artparse.quotes.languages.by_grammar.sentences.items import ENDS, SMALL, Item, Text, kinds_of, low_of
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch

ITEM = pattern(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[-'’&./][^\W_]+)*|\S")
ROMAN = frozenset("IVX")
"""Letters of the numbers of popes and kings."""
NAME, SPEECH = "Q", "q"
"""The word of an item that stands for a name in quotation marks, and for other words there."""


def texts_of(
    text: str,
    passages: Sequence[Passage],
    stretches: Sequence[Stretch],
    grammar: Grammar,
    named: frozenset[int],
) -> list[Text]:
    """The passages' items; a stretch that is a name (`named`) is `Q`, another `q` or its last mark."""
    outer: list[list[int]] = [[] for _ in passages]
    for number, stretch in enumerate(stretches):
        if not stretch.nested:
            outer[stretch.passage].append(number)
    found = []
    for index, passage in enumerate(passages):
        items: list[Item] = []
        at = passage.span[0]
        for number in outer[index]:
            stretch = stretches[number]
            items.extend(Item(m.group(), *m.span()) for m in ITEM.finditer(text, at, stretch.outer[0]))
            last = text[stretch.end - 1 : stretch.end]
            word = NAME if number in named else last if last in ENDS else SPEECH
            items.append(Item(word or SPEECH, *stretch.outer, number))
            at = max(at, stretch.outer[1])
        items.extend(Item(m.group(), *m.span()) for m in ITEM.finditer(text, at, passage.span[1]))
        found.append(text_of(items, grammar))
    return found


def text_of(items: list[Item], grammar: Grammar) -> Text:
    """The items with their kinds, cut into sentences."""
    lows = [low_of(item) for item in items]
    kinds = [kinds_of(low, grammar) for low in lows]
    closed = [i + 1 for i in range(len(items)) if _closes(items, i, grammar)]
    if items and closed[-1:] != [len(items)]:
        closed.append(len(items))
    sentences = list(zip([0, *closed], closed, strict=False))
    sentence_of = [number for number, (start, stop) in enumerate(sentences) for _ in range(start, stop)]
    return Text(items, grammar, lows, kinds, sentences, sentence_of)


def _closes(items: list[Item], i: int, grammar: Grammar) -> bool:
    """Whether a sentence ends with item `i`."""
    item = items[i]
    if item.word not in ENDS:
        return False
    after = items[i + 1] if i + 1 < len(items) else None
    opens = after is None or after.quote >= 0 or after.word[0].isupper() or after.word[0].isdigit()
    if item.quote >= 0:
        return opens and after is not None and after.quote < 0
    return opens and (item.word != "." or not _is_shortened(items, i, after, grammar))


def _is_shortened(items: list[Item], i: int, after: Item | None, grammar: Grammar) -> bool:
    """Whether the full stop at `i` shortens the word before it: "Dr.", "am 3. Mai", "A. Roth", "Pius X."."""
    before = items[i - 1] if i else items[i]
    if before.end != items[i].start or before.quote >= 0:
        return False
    word = before.word
    if word in grammar.kinds.get("short", ()):
        return True
    if len(word) == 1 and word.isalpha() and word != "X":
        return True
    number = (word.isdigit() and len(word) < 3) or (len(word) > 1 and ROMAN.issuperset(word))
    return number and not _is_small(after, grammar)


def _is_small(item: Item | None, grammar: Grammar) -> bool:
    """Whether a small word follows, that has a capital only because it opens a sentence."""
    if item is None or item.quote >= 0:
        return False
    return not SMALL.isdisjoint(kinds_of(item.word.lower(), grammar))
