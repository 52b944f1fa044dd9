"""The names of the features of candidates: each function names those that are made of the same few things.

What they are made of is told in `candidates`, `readings` and `chain`; see `quotes/parts.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Symbols = Sequence[str]
"""Symbols of the words between a stretch and a mention or a cue."""


def ranked(place: str, rank: int, kind: str, subject: float) -> Iterable[str]:
    """How many candidates stand nearer, with its kind."""
    near = min(rank, 3)
    return f"pr{place}{rank}", f"kr{kind}{place}{near}", f"sk{place}{subject}{kind}{near}"


def beside(place: str, shape: str, edges: str, length: str) -> Iterable[str]:
    """What the stretch looks like."""
    return f"sh{place}{shape}", f"ed{place}{edges}", f"ln{place}{length}"


def told(person: str, who: str) -> Iterable[str]:
    """A stretch told by "I" or "we"."""
    return (f"fp{person}{who}",)


def owned(form: str) -> Iterable[str]:
    """A stretch that has the candidate's own name."""
    return (f"own{form}",)


# --- wherever the stretch is -----------------------------------------------------------------------


def of_kind(place: str, kind: str, title: str) -> Iterable[str]:
    return f"p{place}", f"pk{place}{kind}", f"k{kind}{title}"


def between(place: str, before: str, after: str) -> Iterable[str]:
    """The words, or their symbols, that the mention stands between."""
    return f"tb{place}{before}", f"ta{place}{after}"


def standing(place: str, governed: bool, cued: bool, being: str, subject: float, guide: str) -> Iterable[str]:
    """Whether it is a subject; `guide`: its preposition, or the word of saying behind it."""
    return f"gv{place}{governed}{cued}{being}", f"sb{place}{subject}", f"gb{governed}{cued}{guide}"


def headed(place: str, head: str) -> Iterable[str]:
    return (f"h{head}", f"hp{place}{head}") if head else ()


def marked(place: str, possessive: bool, plural: bool, role: bool) -> Iterable[str]:
    marks = (("po", possessive), ("pl", plural), ("ro", role))
    return [f"{mark}{place}" for mark, holds in marks if holds]


def known(place: str, form: str, said: int, count: int) -> Iterable[str]:
    """How often what it stands for is named, and how often words of saying stand beside it."""
    found = [f"rp{said}{place}", f"rk{min(said, 2)}{form}{min(count, 3)}{place in 'LRlr'}", f"ct{count}"]
    return found if form == "nm" else [*found, f"rs{form}"]


def cue_behind(place: str, word: str, strength: int) -> Iterable[str]:
    return f"va{place}{strength // 3}", f"wa{word}"


def cue_before(place: str, word: str, strength: int) -> Iterable[str]:
    return f"vb{place}{strength // 3}", f"wb{place}{word}"


# --- before the stretch ----------------------------------------------------------------------------


def way_from(place: str, form: str, between: Symbols) -> Iterable[str]:
    """The symbols from the stretch back to the mention."""
    found = [f"bw{place}{symbol}" for symbol in set(between[:12])]
    if len(between) < 10:
        path = " ".join(reversed(between))
        found += (f"S{place}{path}", f"Sk{place}{form}{path}")
    found += (
        f"e3{place}{' '.join(between[:3])}",
        f"m3{place}{' '.join(between[-3:])}",
        f"m2{place}{' '.join(between[-2:])}",
        f"d{place}{min(len(between) // 2, 12)}",
        _crossed(place, between),
    )
    return found


def owner(place: str, owned: str, distance: int, cued: bool) -> Iterable[str]:
    return f"pw{place}{owned}", f"pd{place}{distance}{'v' if cued else ''}"


def left_word(place: str, governed: bool, after: str) -> Iterable[str]:
    return (f"aw{place}{governed}{after}",)


def left_rank(
    place: str, subject: float, subjects: int, crossed: bool, rank: int, cued: bool
) -> Iterable[str]:
    return f"bs{place}{subject}{subjects}{crossed}", f"om{place}{rank}{'v' if cued else ''}"


def cue_between(place: str, word: str, strength: int, to_cue: Symbols, from_cue: Symbols) -> Iterable[str]:
    """A word of saying between mention and stretch, and what is between it and either."""
    mentions = (sum(symbol in "MP" for symbol in symbols) for symbols in (to_cue, from_cue))
    return (
        f"c{place}{word}",
        f"cs{place}{strength}",
        f"mc{place}{' '.join(to_cue) if len(to_cue) < 7 else 'long'}",
        f"cq{place}{' '.join(from_cue) if len(from_cue) < 7 else 'long'}",
        f"cm{place}{''.join(map(str, mentions))}",
    )


def no_cue_between(place: str, before: str) -> Iterable[str]:
    return (f"nc{place}{before}",)


def colon() -> Iterable[str]:
    return ("colon",)


# --- behind it -------------------------------------------------------------------------------------


def way_to(place: str, between: Symbols, after: Symbols) -> Iterable[str]:
    """The symbols from the stretch to the mention, and two behind that."""
    found = [f"S{place}{_path(between)}"] if len(between) < 8 else []
    found += (
        f"a1{place}{_path(between)[:12]}|{' '.join(after[:1])}",
        f"a2{place}{' '.join(after)}",
        f"e2{place}{' '.join(between[:2])}",
        f"d{place}{min(len(between), 12)}",
        _crossed(place, between),
    )
    return found


def led(place: str, before: str, cued: bool) -> Iterable[str]:
    return (f"L{place}{before}{'v' if cued else ''}",)


def cue_inside(place: str, word: str, strength: int) -> Iterable[str]:
    return f"c{place}{word}", f"cs{place}{strength}"


def cue_ahead(place: str, word: str, strength: int, gap: Symbols, between: Symbols) -> Iterable[str]:
    """A word of saying behind the mention, and what is between."""
    return (
        f"f{place}{word}",
        f"fs{place}{strength}",
        f"fg{place}{' '.join(gap)}",
        f"fb{place}{_path(between)}|{sum(symbol in 'MPQ.' for symbol in gap)}",
    )


def no_cue_ahead(place: str, after: str) -> Iterable[str]:
    return (f"nf{place}{after}",)


def _path(between: Symbols) -> str:
    return " ".join(between) if len(between) < 8 else ""


def _crossed(place: str, between: Symbols) -> str:
    """How many sentences end between, and how many quotes stand there."""
    stops = sum(map(between.count, ".?!"))
    return f"x{place}{min(stops, 3)}q{min(between.count('Q'), 3)}"


# --- in other passages -----------------------------------------------------------------------------


def far_rank(gap: int, rank: int, edges: str, subject: float) -> Iterable[str]:
    return f"g{gap}{rank}{edges}", f"gj{gap}{subject}{edges}"


def far_kind(gap: int, kind: str, subjects: int) -> Iterable[str]:
    """`subjects`: those that stand nearer, -1 where it is none itself."""
    return f"gk{gap}{kind}", f"gr{gap}{subjects if subjects >= 0 else '-'}{kind}"


def far_sentence(gap: int, ending: str, cued: bool, opens: bool, ends: bool) -> Iterable[str]:
    """Where it stands in its sentence; `ending`: the last word before the stretch's passage."""
    return f"ge{gap}{ending}{'v' if cued else ''}", f"gs{gap}{opens}{ends}{ending}"


def far_quotes(gap: int, quotes: int, again: bool | None) -> Iterable[str]:
    """How many quotes its passage has; `again`: whether what it stands for was met nearer."""
    quoted = f"gq{gap}{quotes}"
    return (quoted,) if again is None else (quoted, f"gn{again}{gap}")


def behind(
    rank: int, edges: str, quotes: bool, said: bool, opens: bool, closes: bool, closed: bool
) -> Iterable[str]:
    return f"ng{rank}{edges}{quotes}", f"nv{rank}{said}{opens}{closes}{closed}"


# --- by what else is known -------------------------------------------------------------------------


def likely(place: str, form: str, being: str, step: int) -> Iterable[str]:
    """How likely the mention is the source of anything."""
    return f"so{place}{step}", f"sf{form}{being}{step // 2}"


def likelier(place: str, rank: int, lead: int) -> Iterable[str]:
    """How likely it is beside the others of its sentence."""
    return f"sr{place}{rank}", f"sd{place}{lead}"


def reading(rule: str) -> Iterable[str]:
    return f"R{rule[:2]}", f"R{rule}"


def first_link(relation: str, spoken: int | str, place: str, form: str) -> Iterable[str]:
    """Where nobody who is known spoke before."""
    return f"D{relation}-{place}", f"Dn{spoken}{place}{form[0]}"


def link(
    relation: str,
    spoken: int | str,
    place: str,
    form: str,
    mark: str,
    before: str,
    whole: tuple[bool, bool, bool],
) -> Iterable[str]:
    """How it goes with who spoke before, whose mention stands at `before`."""
    opens, closes, goes_on = whole
    return (
        f"D{relation}{mark}",
        f"Dp{relation}{mark}{place}",
        f"Dk{relation}{mark}{form[0]}{form[2]}{place}",
        f"Ds{relation}{mark}{before}",
        f"Do{opens}{closes}{mark}{relation}{goes_on}",
        f"Dn{spoken}{place}{form[0]}",
    )
