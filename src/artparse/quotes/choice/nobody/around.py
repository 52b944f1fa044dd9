"""What stands around words in marks: the kinds of words beside them, words of saying, who is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from artparse.quotes import cues
from artparse.quotes.choice.nobody.classes import ME, WE, YOU, class_of
from artparse.quotes.choice.nobody.view import Own, View
from artparse.quotes.words import word_list

NAMING_WORDS = word_list("naming words")

WINDOW = 25
"""So many tokens to either side, of the same sentence, are looked through for persons."""
NAMES = 30
"""So many mentions around a stretch are looked at."""


def around(view: View, number: int, own: Own) -> Iterator[str]:
    """The words to either side, and those of saying in the sentence."""
    length, situation = own.length, view.choices[number].situation
    passage, first, last = situation.stretch.passage, situation.first, situation.last
    before, before2 = _seen(view, first - 1, passage), _seen(view, first - 2, passage)
    after, after2 = _seen(view, last, passage), _seen(view, last + 1, passage)
    yield from (f"b{before}", f"b1{before2}", f"bb{before} {before2}", f"bs{before}{length}")
    yield from (
        f"a{after}",
        f"a1{after2}",
        f"aa{after} {after2}",
        f"as{after}{length}",
        f"ba{before} {after}",
    )
    if before != "^" and view.reader.tokens.words[first - 1].lower() in NAMING_WORDS:
        yield "called"
    left, right = view.cues[number]
    yield from (
        f"cl{left // 3}",
        f"cr{right // 3}",
        f"clr{left >= cues.SURE}{right >= cues.SURE}{length}",
    )


def named(view: View, number: int, own: Own) -> Iterator[str]:
    """Where a noun stands before its name: what stands before words with a capital, or none."""
    reader, situation = view.reader, view.choices[number].situation
    if not reader.tokens.glossed:
        return
    passage, first = situation.stretch.passage, situation.first
    before, before2 = _seen(view, first - 1, passage), _seen(view, first - 2, passage)
    closes = reader.text[situation.stretch.end - 1] in ".,!?…"
    yield from (f"bc{before}{own.case}", f"bcl{before}{own.case}{own.length}{closes}")
    yield f"bbc{before} {before2} {own.case}"


def people(view: View, number: int, own: Own) -> Iterator[str]:
    """Who is named or spoken to in the sentence."""
    reader, situation = view.reader, view.choices[number].situation
    tokens, first, last = reader.tokens, situation.first, situation.last
    start, stop = reader.passage_ends[situation.stretch.passage]
    low, high = max(start, first - WINDOW), min(stop, last + WINDOW)
    sentences = {tokens.sentences[i] for i in (first - 1, last) if start <= i < stop}
    told = set()
    for i in (*range(low, first), *range(last, high)):
        if tokens.quoted[i] < 0 and tokens.sentences[i] in sentences:
            told.add(view.persons.get(tokens.words[i].lower(), ""))
    yield from (f"y{ME in told}{WE in told}{YOU in told}", f"y{ME in told}{YOU in told}{own.length}")
    named_persons = names = 0
    begin = bisect_left(reader.firsts, low)
    for mention in reader.mentions[begin : begin + NAMES]:
        if mention.first >= high:
            break
        if mention.quoted >= 0 or mention.sentence not in sentences:
            continue
        named = mention.form == "name"
        names += named
        being = reader.entities[mention.entity].being if named else mention.being
        named_persons += being == "person" and mention.form != "noun"
    left, right = view.cues[number]
    said = left >= cues.SURE or right >= cues.SURE
    yield from (
        f"nn{min(names, 2)}",
        f"ne{min(named_persons, 2)}",
        f"nes{named_persons > 0}{own.length}",
        f"nel{named_persons > 0}{said}",
    )


def _seen(view: View, i: int, passage: int) -> str:
    """The class of the token at `i`; `^` where it is of another passage, `Q` in marks."""
    tokens = view.reader.tokens
    if not 0 <= i < len(tokens.words) or tokens.passages[i] != passage:
        return "^"
    return "Q" if tokens.quoted[i] >= 0 else class_of(tokens.words[i])
