"""How words in marks look: their length, capitals and marks, what they talk of, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from artparse.names import lists
from artparse.quotes.choice.nobody.classes import class_of
from artparse.quotes.choice.nobody.steps import SIZES, steps
from artparse.quotes.choice.nobody.view import Own, View


def looks(view: View, number: int, own: Own) -> Iterator[str]:
    """Length, capitals, marks."""
    text, situation = view.reader.text, view.choices[number].situation
    stretch = situation.stretch
    length, case, words = own
    following = text[stretch.outer[1] : stretch.outer[1] + 1]
    ending = text[stretch.end - 1]
    if ending not in ".,!?…":
        ending = f">{following}" if following in (",", ".", ";", ")", ":") else ">"
    yield from steps("s", situation.size, SIZES)
    yield from (
        f"e{ending}",
        f"c{case}",
        f"ce{case}{ending}",
        f"ces{case}{ending}{length}",
        f"cs{case}{length}",
    )
    if situation.titled:
        yield from ("titled", f"titled{length}")
    inner = words[:-1]
    if "[" in words or "…" in words:
        yield "cut"
    if any(word in ".!?" for word in inner):
        yield "sentences"
    if "," in inner:
        yield "comma"
    if any(word[0].isdigit() for word in words):
        yield "digit"


def talks(view: View, number: int, own: Own) -> Iterator[str]:
    """Whom the words talk of, and what they begin and end with."""
    length, _, words = own
    lows = [word.lower() for word in words]
    persons = {view.persons[low] for low in lows if low in view.persons}
    told = "".join(sorted(persons))
    yield from (f"p{told}", f"p{told}{length}")
    clause = any(w in lists.words("en/verbs.txt") or w in lists.words("en/personal.txt") for w in lows)
    yield f"v{clause}{length}"
    if words:
        yield from (f"w0{class_of(words[0])}", f"w9{class_of(words[-1])}")


def stands(view: View, number: int, own: Own) -> Iterator[str]:
    """Where the stretch stands, and with which marks."""
    reader, situation = view.reader, view.choices[number].situation
    stretch = situation.stretch
    length, case, _ = own
    if stretch.single:
        yield f"single{reader.single_main}"
    if stretch.continues:
        yield "goes on"
    if not stretch.closed:
        yield "open"
    if reader.texts[reader.key(stretch)] > 1:
        yield f"again{length}"
    place = reader.passages[stretch.passage].place
    whole = f"{situation.opens}{situation.closes}"
    yield from (f"pl{place}", f"pl{place}{case}{length}", f"oc{whole}", f"oc{whole}{length}")
