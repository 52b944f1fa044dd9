"""What a line's words say that it is: `Advertisement`, `Read more`, `Contact`."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise

from artparse.article import Reason
from artparse.data import load
from artparse.layout.lines.eastern_signs import reason_in_east
from artparse.layout.lines.notices import notice_of
from artparse.layout.lines.pictures import ENDS, has_credit
from artparse.layout.lines.words import add_kind, words_of
from artparse.patterns import pattern

LONGEST_OPENER = 60
"""Code points of a line that says what the lines below it are."""
LONGEST_TOLD = 400
"""Code points of a line whose words may say what it is; further ones are not searched for credits."""
FIRST_WORDS = 3
"""Words of a line that are looked up as what it says of itself."""
MENU_WORDS = 2
"""Words of a line that says hardly anything else, if one of them says what it is."""
LONGEST_ITEM = 30
"""Code points of an item of a menu."""
LONGEST_ABOVE = 40
"""Code points of a line that stands above other articles."""
SOURCE = "SOURCE "
LONGEST_SIGN = 80
"""Code points of a line that says that an advert or an offer breaks the article."""
LONGEST_POINTER = 200
"""Code points of the headline of another article that a line points to."""
SIGNS = frozenset(("advert", "share", "subscribe", "related"))
"""The kinds of cues that are signs of what is not of the article where a line is nothing else."""
OPENING = (2, 3)
"""Words at the start of a line that an advert breaks the article at, where they are such a cue."""

_SLUG = pattern(r"[A-Z]{2,3}-[A-Z]{2,3}--?\S|[^.!?]{1,80}\b(?:[0-9]{1,2}(?:st|nd|rd|th) Ld\b|Ld-Writethru\b)")
_FOR_DESKS = ("Eds:", "EDS:", "Eds.:", "(Eds:", "Editors:", "EDITORS:")
_KINDS: dict[str, Reason] = {
    "share": "share",
    "related": "related",
    "advert": "advert",
    "subscribe": "navigation",
    "footer": "footer",
    "comment": "comment",
    "navigation": "navigation",
    "byline": "metadata",
    "dated": "metadata",
    "tags": "metadata",
    "caption": "caption",
}
"""The reason for a unit that opens with a cue of a kind, the first kind that is found."""


def told_by(text: str) -> Reason | None:
    """What the words of a line say that it is."""
    words = words_of(text[:LONGEST_TOLD])
    if has_credit(text, words):
        return "caption"
    if len(text) > LONGEST_TOLD:
        return None
    if "©" in text or (len(text) < 100 and "copyright" in text.lower()):
        return "footer"
    if (notice := notice_of(text, words)) is not None:
        return notice.reason
    if is_wire_note(text):
        return "metadata"
    if (eastern := reason_in_east(text)) is not None:
        return eastern
    short = len(text) <= LONGEST_OPENER
    words = (words if short else words_of(text[:LONGEST_OPENER]))[:FIRST_WORDS]
    known, first_words = _kinds()
    if first_words.isdisjoint(words):
        return None
    opening = [*map(" ".join, pairwise(words)), *words]
    for phrase in opening:
        for kind in known.get(phrase, ()):
            if short or " " in phrase or kind in ("related", "advert", "comment"):
                return _KINDS[kind]
    return None


def tells_plainly(text: str, reason: Reason | None) -> bool:
    """Whether what a line says that it is stands in its first word or its only two, or in more than one: in
    `Photo of the port`, `View image` and `Leave a comment`, not in `What happens next`."""
    words, known = words_of(text), _kinds()[0]
    if reason is None or len(text) > LONGEST_OPENER or len(words) <= MENU_WORDS or words[0] in known:
        return reason is not None
    # Without any word that is a cue alone it says so otherwise: by a sign, a credit, a notice.
    single = any(word in known for word in words[:FIRST_WORDS])
    return not single or any(map(known.__contains__, map(" ".join, pairwise(words[:FIRST_WORDS]))))


def is_sign(text: str) -> bool:
    """Whether a line is nothing but a sign of what is not of the article: `Advertisement`, `Read more`,
    `Story continues below advertisement`."""
    if len(text) > LONGEST_SIGN:
        return False
    words = words_of(text)
    known = _kinds()[0]
    if len(text) <= LONGEST_ITEM and not SIGNS.isdisjoint(known.get(" ".join(words), ())):
        return True
    if " / " in text and "share" in known.get(" ".join(words_of(text.rpartition(" / ")[2])[:1]), ()):
        return True  # "Scotland / Heritage / Share on Facebook"
    openings = (" ".join(words[:count]) for count in OPENING)
    return text[-1] not in ENDS and any("advert" in known.get(phrase, ()) for phrase in openings)


def announces(text: str) -> bool:
    """Whether a line is nothing but what stands above other articles: `Read also:`, `Mehr zum Thema`."""
    return len(text) <= LONGEST_ABOVE and " ".join(words_of(text)) in _announcing()


def says_source(text: str) -> bool:
    """Whether a line says whom a press release is of, as wires print it below: `SOURCE Oxley Weir Trust`."""
    return (
        len(text) <= LONGEST_SIGN
        and text.startswith(SOURCE)
        and text[-1] not in "!?"
        and text[len(SOURCE)].isupper()
    )


def goes_on(text: str) -> bool:
    """Whether a line says that the article goes on below it."""
    if len(text) > LONGEST_OPENER:
        return False
    words = words_of(text)
    return not _continuing()[1].isdisjoint(words[:1]) and " ".join(words).startswith(_continuing()[0])


def is_wire_note(text: str) -> bool:
    """Whether a line is for the desks that a wire's story goes to: its slug (`AP-US--Bridge Collapse,5th
    Ld-Writethru`), or what is new in it (`Eds: UPDATES with comment.`)."""
    if text.startswith(_FOR_DESKS):
        return True
    return ("Ld" in text or "--" in text) and len(text) <= LONGEST_SIGN and _SLUG.match(text) is not None


def is_pointer(text: str) -> bool:
    """Whether a line points to another article: `Read also: The bridge is open`."""
    head, _, headline = text.partition(":")
    if len(head) > LONGEST_OPENER or not headline or len(headline) > LONGEST_POINTER:
        return False
    words = words_of(head)
    return len(words) > 1 and "related" in _kinds()[0].get(" ".join(words), ())


@cache
def _kinds() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The kinds of cue that each phrase is, and the first words of the phrases."""
    known: dict[str, tuple[str, ...]] = {}
    cues = load("cues")
    for kind in _KINDS:
        add_kind(known, set(chain.from_iterable(map(_without_signs, cues[kind].values()))), kind)
    return known, frozenset(phrase.partition(" ")[0] for phrase in known)


def _without_signs(phrases: list[str]) -> list[str]:
    """Phrases as `words_of` has them; most lists of them have no signs."""
    if "".join(phrases).replace(" ", "").isalpha():
        return phrases
    plain = (phrase.replace(" ", "").isalpha() for phrase in phrases)
    pairs = zip(phrases, plain, strict=True)
    return [phrase if is_plain else " ".join(words_of(phrase)) or phrase for phrase, is_plain in pairs]


@cache
def _announcing() -> frozenset[str]:
    """What stands above other articles."""
    return frozenset(" ".join(words_of(phrase)) for some in load("announces").values() for phrase in some)


@cache
def _continuing() -> tuple[tuple[str, ...], frozenset[str]]:
    """How lines begin that say that the article goes on below them, and their first words."""
    phrases = tuple(" ".join(words_of(phrase)) for some in load("continues").values() for phrase in some)
    return phrases, frozenset(phrase.partition(" ")[0] for phrase in phrases)
