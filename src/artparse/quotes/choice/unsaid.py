"""Features of "nobody said this" (a title, a scare quote) and of "somebody said this whom nothing names".

    the so-called “Save Our Trams” plan   ->  nobody: "Nbso-called", "Nl3", … ; unnamed: "U", …

In: a stretch and the walks to both sides. Out: the names of the features of both, whose weights are learnt.
"""

from __future__ import annotations

from collections.abc import Iterator

from artparse.names import lists
from artparse.quotes.choice.around import words_inside
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Around, Situation, Walk
from artparse.quotes.passages import HEADINGS
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

PASSIVE_AUXILIARIES = word_list("passive auxiliaries")
MOST_INSIDE = 12
"""Only so many words of a stretch, and the rest in one, are looked at."""
NEAR_BEFORE, NEAR_BEHIND = 8, 6
"""A cue so many symbols before a stretch, or behind it, is near."""
FEW = 3
"""Of stretches of so many words each is seen, of longer ones the first."""


class Setting(NamedTuple):
    """A stretch with what stands beside it, as both kinds of features see it."""

    reader: Reader
    stretch: Stretch
    first: int
    last: int
    left: Walk
    right: Walk
    around: Around
    place: str
    """Where its passage stands: `title`, `paragraph`, …"""
    before: str
    """The word before it, in small letters; `^` where it opens its passage."""
    after: str
    """The word behind it; `$` where it ends its passage."""
    inside: list[str]
    case: str
    """Which of its words have capitals: `A` all, `S` most, `1` the first, `0` fewer."""
    near: str
    """`v` where a cue is near before it, `V` where one is near behind."""


def nobody_features(reader: Reader, situation: Situation) -> tuple[list[str], list[str]]:
    """The features of "nobody" and those of "somebody unnamed"."""
    stretch, first, last = situation.stretch, situation.first, situation.last
    left, right, around = situation.left, situation.right, situation.around
    words = reader.tokens.words
    place = reader.passages[stretch.passage].place
    before = words[first - 1].lower() if not around.opens else "^"
    after = words[last].lower() if not around.closes else "$"
    inside = words_inside(reader, stretch, first, last, MOST_INSIDE)
    near = "v" if any(at < NEAR_BEFORE for _, at in left.cues) else ""
    near += "V" if any(at < NEAR_BEHIND for _, at in right.cues) else ""
    one = Setting(
        reader, stretch, first, last, left, right, around, place, before, after, inside, case_of(inside), near
    )
    nobody = [*_beside(one), *_of_cues(one), *_of_words(one)]
    return nobody, [*_unnamed(one)]


def case_of(words: list[str]) -> str:
    """Which of the words have capitals (see `Setting.case`)."""
    capitals = sum(word[0].isupper() for word in words)
    if capitals == len(words):
        return "A"
    if capitals > 1 and capitals * 2 > len(words):
        return "S"
    return "1" if words[0][0].isupper() else "0"


def _beside(one: Setting) -> Iterator[str]:
    """How a stretch looks, and what stands beside it."""
    reader, stretch, first, last, left, right, around, place, before, after, inside, case, near = one
    words, length, basic = reader.tokens.words, around.length, f"{around.length}{case}"
    before2 = words[first - 2].lower() if first > 1 and not around.opens else "^"
    after2 = words[last + 1].lower() if last + 1 < len(words) and not around.closes else "$"
    low = _low(inside)
    pronoun = not lists.words("en/personal.txt").isdisjoint(low)
    verb = not lists.words("en/verbs.txt").isdisjoint(low)
    # headlines have single marks whatever the article has
    other = "h" if place in HEADINGS else stretch.single != reader.single_main
    yield "N"
    yield f"N{length}"
    yield f"Nc{basic}"
    yield f"Ns{basic}{around.shape}"
    yield f"Nb{before}"
    yield f"Nbb{before2} {before}"
    yield f"Na{after}"
    yield f"Naa{after} {after2}"
    yield f"Nba{before}|{after}"
    yield f"Nlb{length}{around.before}"
    yield f"Nla{length}{around.after}"
    yield f"Nl3{' '.join(left.symbols[:3])}"
    yield f"Nr3{' '.join(right.symbols[:3])}"
    yield f"Ned{around.edges}{length}"
    yield f"Nv{near}"
    yield f"Nvl{near}{length}"
    yield f"Npr{pronoun}{verb}{length}"
    yield f"Npl{place}{basic}"
    yield f"Nn{min(reader.quotes_in[stretch.passage], 6)}"
    yield f"Nsi{other}{stretch.closed}"
    yield f"Nec{min(reader.texts[reader.key(stretch)], 3)}{length}"
    yield f"Nm{bool(left.mentions)}{bool(right.mentions)}{length}"


def _of_cues(one: Setting) -> Iterator[str]:
    """How surely the words of the sentence report speech, to either side of a stretch."""
    reader, left, right, around = one.reader, one.left, one.right, one.around
    words, strengths = reader.tokens.words, reader.strengths
    ahead = left.symbols.index(".") if "." in left.symbols else len(left.symbols)
    inner = [c for c, at in left.cues if at < ahead]
    strength = max((strengths.get(words[c].lower(), 0) for c in inner), default=0)
    rest = right.symbols.index(".") if "." in right.symbols else len(right.symbols)
    behind = [strengths.get(words[c].lower(), 0) for c, at in right.cues if at < rest]
    trailing = bool(behind) and "," in right.symbols[:rest] and right.symbols[rest - 1][0] in "VvMP"
    yield f"Nst{strength}{max(behind, default=0)}{around.length}"
    yield f"Ntr{trailing}{around.length}{one.case}"
    yield f"Nfp{around.told}{around.length}"


def _of_words(one: Setting) -> Iterator[str]:
    """The words and symbols around a stretch, one by one, and those in it."""
    words, first, last, inside = one.reader.tokens.words, one.first, one.last, one.inside
    start, stop = one.reader.passage_ends[one.stretch.passage]
    for word in words[max(start, first - 4) : first]:
        yield f"NB{word.lower()}"
    for word in words[last : min(stop, last + 3)]:
        yield f"NA{word.lower()}"
    between = (
        one.before[0].isalpha() and words[first - 1][0].isupper(),
        words[last : last + 1] != [] and words[last][0].isupper(),
    )
    yield f"Ncc{between}{one.case}{one.around.length}"
    for symbol in one.left.symbols[:6]:
        yield f"Nw{symbol}"
    for cue, at in one.left.cues[:2]:
        yield f"Nq{words[cue].lower()}{'+' if at > 3 else ''}"
    if len(inside) <= FEW:
        for word in _low(inside):
            yield f"Ni{word}"
            yield f"Nx{word[-3:]}{len(inside)}"
    else:
        yield f"Nf{inside[0].lower()}"


def _low(inside: list[str]) -> set[str]:
    """The words in small letters, without marks."""
    return {word.strip(".,!?;:’'").lower() for word in inside}


def _unnamed(one: Setting) -> Iterator[str]:
    """The features of "somebody unnamed"."""
    words, left, right, around = one.reader.tokens.words, one.left, one.right, one.around
    yield "U"
    yield f"U{around.length}"
    yield f"Ue{around.edges}"
    yield f"Uc{around.length}{one.case}{around.shape}"
    yield f"Uv{one.near}"
    yield f"Um{bool(left.mentions)}{bool(right.mentions)}"
    yield f"Ul{' '.join(left.symbols[:2])}"
    yield f"Ur{' '.join(right.symbols[:2])}"
    yield f"Ub{one.before}"
    yield f"Un{one.place}"
    for cue, at in left.cues[:1]:
        passive = words[cue - 1].lower() in PASSIVE_AUXILIARIES
        yield f"Uq{words[cue].lower()}{passive and at < 3}"
