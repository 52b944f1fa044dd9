"""What a person's name tells: where it begins, the gender of the given name, whether two are one."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists

LAST_LETTERS = "s'’"
"""What words end in that may have a possessive ending."""
INITIAL = 1
"""Length of a given name that is only an initial."""


def bare(word: str) -> str:
    """`word` without a possessive ending: `Trump` for `Trump's`."""
    if word[-1:] not in LAST_LETTERS:
        return word  # As most words.
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("'’")


def gender_of(name: Sequence[str]) -> str:
    """`m`, `f` or `u`, by the given name of a full name."""
    if len(name) < 2 or (name[0].lower() in lists.words("family_names_first.txt") and _is_family_first(name)):
        return "u"
    return lists.given_names().get(name[0].lower(), "u")


def _is_family_first(name: Sequence[str]) -> bool:
    """Whether a name that begins with a family name goes on as one of East Asia: `Kim Min-ji`, `Li Wei`."""
    return len(name) == 3 or "-" in name[1] or name[1].lower() not in lists.words("surnames.txt")


def is_person(name: str) -> bool:
    """Whether a full name begins with a given name: `Jane Doe`, but not `Associated Press`."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in lists.given_names()


def same_given_name(one: str, other: str) -> bool:
    """Whether two given names may be one person's: equal, an initial, or a short form."""
    a, b = one.lower().rstrip("."), other.lower().rstrip(".")
    if a == b:
        return True
    if INITIAL in (len(a), len(b)):
        return a[0] == b[0]
    if a in lists.nicknames().get(b, ()) or b in lists.nicknames().get(a, ()):
        return True
    # J.D. for James David and the like
    return "." in one + other and a[0] == b[0]
