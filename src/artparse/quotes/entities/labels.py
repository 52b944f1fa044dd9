"""Speaker labels of a transcript: whose name is it?

labelled(entities, "AR")        ->  the number of Ann Roe
titled("HOST JOAN MARSH")       ->  ("Joan", "Marsh")
role_alone("ANNOUNCER")         ->  "announcer"
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.quotes.entities.entity import Entity, folded


def labelled(entities: Sequence[Entity], label: str) -> int:
    """Whose name a speaker label of a transcript is: `ROE`, `Ann`, `AR`; or -1."""
    people = [n for n, e in enumerate(entities) if e.being == "person" and e.name]
    word = folded(label.split())[-1]
    named = [n for n in people if folded(entities[n].name)[-1] == word]
    if not named and " " not in label:
        full = [n for n in people if len(entities[n].name) > 1]
        named = [n for n in full if folded(entities[n].name)[0] == word] or [
            n for n in full if label.isupper() and "".join(w[0] for w in entities[n].name) == label
        ]
    found = max(named, key=lambda n: len(entities[n].name), default=-1)
    name = titled(label)
    if found >= 0 and len(entities[found].name) == 1 < len(name) and name[0].lower() in lists.given_names():
        entities[found].name = name  # the text has only "Roe"
    return found


def titled(label: str) -> tuple[str, ...]:
    """The words of a speaker label, with small letters where it is printed in capitals."""
    whole = label.isupper() and " " in label
    words = label.split()
    while (
        len(words) > 1 and words[0].lower() in lists.people() and words[0].lower() not in lists.given_names()
    ):
        words = words[1:]  # "HOST JOAN MARSH"
    return tuple(w.title() if w.isupper() and (len(w) > 3 or whole) else w for w in words)


def role_alone(label: str) -> str:
    """The noun of a label without a name: `ANNOUNCER`, `Audience Member`; or ""."""
    words = label.split()
    noun = words[-1].lower()
    named = noun in lists.words("surnames.txt") or noun in lists.given_names()
    if named and noun not in lists.words("en/voices.txt"):
        return ""
    return noun if all(_is_voice(word.lower()) for word in words) else ""


def _is_voice(word: str) -> bool:
    """Whether a word, in small letters, tells of a person without naming them."""
    return word in lists.people() or word in lists.words("en/voices.txt")


def bearer(entities: Sequence[Entity], role: str) -> int:
    """The one person who has a role with that noun; or -1."""
    found = [n for n, e in enumerate(entities) if e.being == "person" and e.name and role in e.heads]
    return found[0] if len(found) == 1 else -1
