"""The publication's name, and its keywords for an article, from the text around it.

Lines near the start and the end of a dump give candidates: whole lines, what stands after a copyright sign,
before or after words such as `Newsletter`, beside a separator, and the domains of addresses. Each is measured
by how it comes (`measured`), and a logistic regression says which is the name; its weights are learnt by
`training/layout/sites.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import log

from artparse.data import load, phrases
from artparse.layout.labels import Labels
from artparse.layout.lines.languages import all_common_words
from artparse.layout.lines.pictures import is_bare_credit
from artparse.layout.lines.signs import announces
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of
from artparse.names.persons import is_person
from artparse.patterns import pattern

LONGEST_NAME, MOST_WORDS = 40, 5
"""Code points and words of a publication's name."""
LONGEST_LINE, LONGEST_FRAME = 300, 80
"""Code points of a line that candidates are taken from, and of one whose words tell where in it one is."""
HEAD, FOOT = 12, 30
"""Lines outside the body, from its start and from its end, that are looked at."""
LONGEST_TAG = 40
"""Code points of a tag that has a line of its own."""
KEPT = 5_000
"""Lines of which is kept what they name: the pages of a site end alike."""
CANDIDATES = 10
"""That are measured."""
RIGHTS = 12
"""Lines, the last ones, that may say whose the rights are."""
LONGEST_MENU = 12
"""Words of a line that is a menu."""
MOST_TIMES = 5
"""That a name is counted."""
LETTERS = range(3, 37)
"""Of a name."""

LINES = ("first line", "second line", "head line", "foot line")
PLACES = (1, 3, HEAD)
"""Of the lines outside the body, from which on each is of the next of these kinds."""
KINDS = (*LINES, "rights", "frame", "part", "domain", "mail")
"""How a candidate comes."""
OF_NAME = (
    *KINDS,
    *("rights and another way", "address and line", "times in frames", "times in parts", "times in domains"),
    *("times alone", "times said", "times said, logarithm", "times in body", "words", "letters"),
    *("only words of menus", "words of menus", "capitals", "full stop", "common words", "ways", "slash"),
    *("word of press", "word of press in first line", "word of press alone"),
)
"""What is measured of a candidate, in order: how it comes, how often, what its words are."""
OF_STAND = (
    *("menu below", "above headline", "among first lines", "rights behind", "capitals of words", "times"),
    "person",
)
"""What is measured of where it stands."""
MEASURES = (*OF_NAME, *OF_STAND)
"""The columns of a row, each with a weight of `site_model.json`."""
_PROMISE: Mapping[str, float] = dict(zip(KINDS, (2, 1, 0.5, 0.5, 3, 1, 1, 2, 2), strict=True))

_RESERVING = (
    *("reserv", "hakları", "haklari", "vorbehalten", "saklı", "sakli"),
    *("riservat", "derechos", "direitos", "droits", "copyright", "rights"),
)
"""One of these is in what says that rights are reserved."""
_DOMAIN = pattern(
    r"(?i)(?<![\w.-])(?:https?://)?(?P<user>[a-z0-9._%+-]{1,40}@)?(?:www\.)?"
    r"(?P<domain>(?:[a-z0-9-]{1,40}\.){0,3}(?P<own>[a-z0-9-]{2,40})\.(?:com?\.[a-z]{2}|[a-z]{2,6}))(?![\w-])"
)
_DOT = pattern(r"[A-Za-z0-9-]{2}\.[A-Za-z]{2}")
"""What every address has; found sooner than one."""
_SEPARATOR = pattern(r"\s+[|–—»›•·:-]+\s+|\s*[|»›•·]\s*|:\s+")
_MAY_SEPARATE = frozenset("|–—»›•·:-")
_LABELLED = " .,|-–—:·&"
_SPLIT = pattern(r"\s*[,;|•·#/]\s*")
_OUTSIDE = ("before", "between", "after")


def site_of(units: Sequence[Unit], labels: Labels) -> str | None:
    """The likeliest candidate as it is printed most often; null where none is likely enough."""
    told = [(u.text, x) for u, x in zip(units, labels, strict=True) if u.hints.given != "metadata"]
    texts, labels = [text for text, _ in told], [label for _, label in told]
    model = load("site_model")
    weights, least = model["weights"], model["least"]
    best, name = least, ""
    for form, row in measured(texts, labels):
        total = model["bias"] + sum(map(float.__mul__, weights, row))
        if total > best:
            best, name = total, form
    return _in_small_letters(name, texts) if name.isupper() else name or None


def _in_small_letters(name: str, texts: Sequence[str]) -> str:
    """A name in capitals as another line prints it, where one does in other letters."""
    for text in texts:
        at = text.lower().find(name.lower())
        if at >= 0 and len(text) == len(text.lower()) and not (found := text[at : at + len(name)]).isupper():
            return name if found.islower() else found
    return name


def measured(texts: Sequence[str], labels: Labels) -> Iterator[tuple[str, list[float]]]:
    """The candidates among lines with these labels: how each is printed, and its measures."""
    outside = [text for text, label in zip(texts, labels, strict=True) if label in _OUTSIDE]
    count = len(outside)
    near = range(count) if count <= HEAD + FOOT else [*range(HEAD), *range(count - FOOT, count)]
    found: dict[str, list[tuple[str, str]]] = {}
    for i in near:
        for core, name, kind in _named_in(outside[i]) if len(outside[i]) <= LONGEST_LINE else ():
            found.setdefault(core, []).append((name, kind or LINES[bisect_right(PLACES, i)]))
    promising = sorted(
        found, key=lambda core: -sum(map(_PROMISE.__getitem__, {kind for _, kind in found[core]}))
    )
    if not promising:
        return
    said = "\n".join([_squeezed(outside[i]) for i in near])
    body = "\n".join([text for text, label in zip(texts, labels, strict=True) if label not in _OUTSIDE])
    stand = _Stand(texts, labels)
    for core in promising[:CANDIDATES]:
        forms: dict[str, int] = {}
        seen = dict.fromkeys(KINDS, 0)
        for name, kind in found[core]:
            forms[name] = forms.get(name, 0) + (2 if kind in LINES else 1)
            seen[kind] += 1
        form = max(forms, key=forms.__getitem__)
        row = _measures(form, core, seen, said.count(core), body.count(form))
        yield form, row + stand.measures(form, core)


class _Stand:
    """Where names stand on a page: worked out once for all candidates."""

    def __init__(self, texts: Sequence[str], labels: Labels) -> None:
        shown = ("title", "paragraph")
        self.top = next((i for i, label in enumerate(labels) if label in shown), len(texts))
        """The line of the headline, or of the first paragraph."""
        self.texts = texts
        self.firsts: dict[str, int] = {}
        """What one of the first lines says, folded, to the first that says it."""
        for i, text in enumerate(texts[: HEAD + 1]):
            if _is_name(text):
                self.firsts.setdefault(folded(text.strip(_LABELLED).lower()), i)
        self.rights = [_squeezed(text) for text in texts[-RIGHTS:] if "©" in text or _reserves(text)]
        self.low = "\n".join(texts).lower()

    def measures(self, form: str, core: str) -> list[float]:
        """The measures `OF_STAND` of a name."""
        at = self.firsts.get(core, -1)
        words = form.split()
        return [
            float(at >= 0 and self._is_menu(at + 1)),
            float(0 <= at < self.top),
            float(0 <= at < PLACES[1]),
            float(any(core in text for text in self.rights)),
            sum(word[0].isupper() for word in words) / len(words),
            float(min(self.low.count(form.lower()), MOST_TIMES)),
            float(is_person(form)),
        ]

    def _is_menu(self, i: int) -> bool:
        """Whether a line has words of a menu, as the one below the name of a publication often has."""
        words = self.texts[i].lower().split() if i < len(self.texts) else []
        return len(words) <= LONGEST_MENU and any(word.strip(_LABELLED) in _menu() for word in words)


def _measures(form: str, core: str, seen: Mapping[str, int], said: int, in_body: int) -> list[float]:
    """The measures `OF_NAME` of a name."""
    words = form.split()
    lows = [word.lower() for word in words]
    menu = sum(map(_menu().__contains__, lows))
    press = any(map(_is_of_press, lows))
    lines = sum([seen[kind] for kind in LINES])
    kinds = [times > 0 for times in seen.values()]
    ways = sum(kinds)
    addressed = seen["domain"] or seen["mail"]
    return [
        *map(float, kinds),
        float(seen["rights"] > 0 and ways > 1),
        float(addressed and lines > 0),
        float(min(seen["frame"], 4)),
        float(min(seen["part"], 4)),
        float(min(seen["domain"], 4)),
        float(min(lines, 4)),
        float(min(said, 8)),
        log(1 + said),
        float(min(in_body, 4)),
        float(len(words)),
        len(core) / 10,
        float(menu == len(words)),
        float(menu > 0),
        float(form.isupper()),
        float("." in form),
        sum(map(all_common_words().__contains__, lows)) / len(words),
        float(ways),
        float("/" in form),
        float(press),
        float(press and seen["first line"] > 0),
        float(press and lines > 0),
    ]


def _squeezed(text: str) -> str:
    """The letters and digits of a line."""
    return "".join(words_of(text)).replace("_", "")


@lru_cache(KEPT)
def _named_in(text: str) -> tuple[tuple[str, str, str], ...]:
    """What may be the publication's name in a line outside the body: folded, as printed, and how it comes."""
    menu = _menu()
    cores = ((folded(name.lower()), name, kind) for name, kind in _candidates(text))
    return tuple(
        (core, name, kind)
        for core, name, kind in cores
        if len(core) in LETTERS
        and not core.isdigit()
        and name.lower() not in menu
        and core not in menu
        and core not in _words("possessives")
    )


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """What may be the publication's name in a line, and how it comes; nothing where it is the line itself."""
    if ("©" in text or "(c)" in text.lower() or "opyright" in text.lower()) and not is_bare_credit(text):
        match = _rights().search(text)
        name = _holder(match["name"]) if match else ""
        if name and not _reserves(name):
            yield name, "rights"
    if "." in text and _DOT.search(text):
        for match in _DOMAIN.finditer(text):
            if match["own"].lower() not in _words("elsewhere") and _is_domain(match["domain"]):
                yield match["domain"], "mail" if match["user"] else "domain"
    if _is_name(text):
        yield text.strip(_LABELLED), ""
    if len(text) > LONGEST_FRAME:
        return
    if not _MAY_SEPARATE.isdisjoint(text):
        parts = _SEPARATOR.split(text)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            if _is_name(part):
                yield part, "part"
    words = text.split()
    first, last = 0, len(words)
    if last > 1 and words[-1].lower() in _words("after"):
        last -= 1
        yield " ".join(words[:last]), "frame"
    if last > 1 and words[0].lower() in _words("before"):
        first = 1
        while first < last - 1 and words[first].lower() in _words("between"):
            first += 1
        yield " ".join(words[first:last]), "frame"


def _holder(name: str) -> str:
    """Who holds the rights, without the form of a company and what is said of it."""
    name, longer = _tail().sub("", name.partition(". ")[0]).strip(_LABELLED), ""
    while name != longer:
        name, longer = _company().sub("", name).strip(_LABELLED), name
    return name


def _reserves(text: str) -> bool:
    """Whether a line speaks of rights that somebody has."""
    low = text.lower()
    return any(word in low for word in _RESERVING)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and text.count(" ") < MOST_WORDS and text[0].isalnum()


def _is_domain(text: str) -> bool:
    return text.rpartition(".")[2].lower() in _words("endings")


def _is_of_press(word: str) -> bool:
    """Whether publications are named by a word, such as `Gazette` or `Rhein-Neckar-Kurier`."""
    return word in _words("press") or word.rpartition("-")[2] in _words("press")


def folded(name: str) -> str:
    """The letters and digits that tell a publication's name, given in small letters, from others."""
    first, _, rest = name.partition(" ")
    if rest and first in _words("articles"):
        name = rest
    while "." in name:
        front, _, ending = name.rpartition(".")
        if ending not in _words("endings"):
            break
        name = front
    name = name.removeprefix("www.").replace(" ", "")
    return name if name.isalnum() else "".join(filter(str.isalnum, name))


def keywords_of(units: Sequence[Unit], labels: Labels) -> tuple[str, ...]:
    """The tags printed after the body, behind a word such as `Tags:`, or on the short lines below it."""
    last = max((i for i, label in enumerate(labels) if label in ("paragraph", "heading")), default=-1)
    signed = [unit.text for unit, label in zip(units, labels, strict=True) if label == "byline"]
    for i in range(last + 1, min(last + 12, len(units))):
        text = units[i].text
        opening = text.lower().rstrip(":").strip()
        if opening in phrases("cues", "tags"):
            words = []
            for follower in units[i + 1 : i + 13]:
                if _ends_tags(follower) or any(follower.text in line for line in signed):
                    break
                words += [w for w in _SPLIT.split(follower.text) if any(map(str.isalnum, w))]
                if "," in follower.text:
                    break
            return tuple(dict.fromkeys(words))
        head, separator, rest = text.partition(":")
        if separator and head.lower().strip() in phrases("cues", "tags") and len(text) < 300:
            return tuple(dict.fromkeys(w.strip() for w in _SPLIT.split(rest) if w.strip()))
    return ()


def _ends_tags(unit: Unit) -> bool:
    """Whether a line below tags is none: a date, a heading or a table's row in markup, or what stands above
    comments and other articles."""
    return (
        len(unit.text) > LONGEST_TAG
        or unit.hints.level > 0
        or unit.hints.tag == "tr"
        or unit.gap > 2
        or unit.text[0].isdigit()
        or unit.text.lower().rstrip(":") in _menu()
        or announces(unit.text)
        or unit.says.plainly == "comment"
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("sites")[kind])


@cache
def _menu() -> frozenset[str]:
    kinds = ("navigation", "subscribe", "share", "related", "footer", "advert", "comment", "home")
    return frozenset(chain.from_iterable(phrases("cues", kind) for kind in kinds))


@cache
def _rights() -> re.Pattern[str]:
    """Who holds the rights, behind a copyright sign."""
    return re.compile(
        r"(?i)(?:©|\(c\)|\bcopyright)\s{0,9}(?:©|\(c\)|copyright|by)?\s{0,9}(?:(?:19|20)\d\d)?(?:\s{0,9}[-–—/]\s{0,9}(?:19|20)\d\d)?"
        r"[\s,|.:–—-]{0,20}(?:by\s{1,9})?(?P<name>[^\W_][^,|·•©(–—:;]{1,48})"
    )


@cache
def _company() -> re.Pattern[str]:
    """The form of a company behind its name."""
    return re.compile(
        r"(?i)[\s,]{1,9}(?:ltd|limited|inc|llc|plc|gmbh|mbh|ag|se|kg|sp|co|corp|corporation|s\.?a|s\.?l|bv|e\.?\s?v|group|media"
        r"|verlag\w*|company|publishing|digital\w*|medien|mediengruppe|holdings?|foundation|network)\b\.?"
        r"(?:[\s&+.]{0,9}(?:co|kg|inc|ltd|gmbh|llc|cie)\b\.?){0,4}\s{0,9}\Z"
    )


@cache
def _tail() -> re.Pattern[str]:
    """What is said behind the name of who holds the rights."""
    return re.compile(
        r"(?i)[\s,.|–-]*(?:\ball rights|\balle rechte|\btous droits|\btodos (?:los|os)|\btutti i|\bdesign"
        r"|\bon the\b.*\btheme|\bbuilt (?:on|with)\b|\btheme by"
        r"|\bpowered|\bis a|\bis part|\bis not|\bor its|\bdie |\bund\b.*\bsind\b|\b(?:19|20)\d\d).*\Z"
    )
