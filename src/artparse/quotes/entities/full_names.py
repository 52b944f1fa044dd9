"""Names of several words that are of one person or body: an ordered table of sieves, the most certain first.

    "Senator Ann B. Roe" … "Ann Roe" … "Annie Roe"   ->  one entity, named by the fullest form

In: the names of an article. Out: an entity for each that is no other's, and `entity` of each such name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from artparse.names import lists
from artparse.names.persons import same_given_name
from artparse.quotes.entities.entity import MOST_NAMESAKES, Entity, folded
from artparse.quotes.kinds import BELONGING, BOTH
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

RULERS_TITLES = word_list("rulers titles")

PREPOSITIONS_OF_BELONGING = word_list("prepositions of belonging")
NOBLES = word_list("nobles")

FIELDS_OF_FIRMS = word_list("fields of firms")

Form = tuple[str, ...]
"""The words of a name, as `folded` gives them."""


class Known(NamedTuple):
    """A form that was read, and the number of its entity."""

    entity: int
    form: Form


class Forms(NamedTuple):
    """The forms read so far, by their last word and by their first."""

    by_last: dict[str, list[Known]]
    by_first: dict[str, list[Known]]

    def add(self, known: Known) -> None:
        self.by_last.setdefault(known.form[-1], []).append(known)
        self.by_first.setdefault(known.form[0], []).append(known)


def share_last_names(tokens: Tokens, named: list[Mention]) -> None:
    """Give the first of "Leo and Nora Holm" the last name of both."""
    given, surnames = lists.given_names(), lists.words("surnames.txt")
    for mention, other in pairwise(named):
        if len(mention.words) != 1 or len(other.words) != 2 or other.first != mention.last + 1:
            continue
        first = mention.words[0].lower()
        both = first in given and first not in surnames and other.words[0].lower() in given
        if both and tokens.words[mention.last] in BOTH and not other.title:
            mention.words, mention.evidence = (mention.words[0], other.words[1]), other.evidence


def part_runs(named: Sequence[Mention]) -> None:
    """Let a run of two full names be the last, where the article has that by itself.

    "For this our reporter Carla Esk Tobias Holm met" and "Tobias Holm said"
    """
    given = lists.given_names()
    printed = {mention.words for mention in named if len(mention.words) == 2}
    for mention in named:
        words = mention.words
        if len(words) != 4 or words[0].lower() not in given:
            continue
        if words[2:] in printed and words[2].lower() in given and words[1].lower() not in given:
            mention.words = words[2:]


def bracketed_forms(tokens: Tokens, named: Sequence[Mention]) -> dict[Form, Form]:
    """Short forms in brackets to the names before them: "Torrey School of Design (Torrey SOD)"."""
    found: dict[Form, Form] = {}
    for before, mention in pairwise(named):
        beside = before.last == mention.first - 1 and tokens.words[before.last] == "("
        if beside and len(mention.words) > 1 and mention.words[-1].isupper():
            long, short = folded(before.words), folded(mention.words)
            if long[0] == short[0] and len(long) > len(short):
                found.setdefault(short, long)
    return found


def join_long(tokens: Tokens, named: list[Mention], entities: list[Entity]) -> None:
    """Join names of two words and more: one entity for names that may be one person's."""
    groups: dict[Form, list[Mention]] = {}
    for mention in named:
        if len(mention.words) > 1:
            groups.setdefault(folded(mention.words), []).append(mention)
    forms = Forms({}, {})
    short = bracketed_forms(tokens, named)
    numbers: dict[Form, int] = {}
    for form in sorted(groups, key=lambda f: (-len(f), groups[f][0].first)):
        group = groups[form]
        gender = next((m.gender for m in group if m.title and m.gender != "u"), "u")
        namesakes = [
            known
            for known in forms.by_last.get(form[-1], ())[:MOST_NAMESAKES]
            if {gender, entities[known.entity].gender} != {"m", "f"}
        ]
        number = numbers.get(short.get(form, ()), -1)
        if number < 0:
            number = next((n for find in SIEVES if (n := find(forms, namesakes, form)) >= 0), len(entities))
        if number == len(entities):
            longest = max(group, key=lambda m: (len(" ".join(m.words)), not " ".join(m.words).isupper()))
            entities.append(Entity(longest.words, gender=gender))
        else:
            _join(entities[number], group[0].words, gender)
        forms.add(Known(number, form))
        numbers[form] = number
        for mention in group:
            mention.entity, mention.rule = number, "name/full"


def _join(entity: Entity, spelt: Sequence[str], gender: str) -> None:
    """Let one more form be an entity's; of two given names the longer is kept: William rather than Bill."""
    entity.gender = gender if gender != "u" else entity.gender
    is_given = spelt[0].replace(".", "").casefold() in lists.given_names()
    if len(spelt) == len(entity.name) and is_given and len(spelt[0]) > len(entity.name[0]):
        entity.name = tuple(spelt)


# --- sieves: forms read so far, those of them with the same last word, a form -> an entity or -1 ---


def by_end(forms: Forms, namesakes: Sequence[Known], form: Form) -> int:
    """Whose longer name ends in the form: "Roe Holm", of Ann Roe Holm; or -1."""
    for number, other in namesakes:
        if other[-len(form) :] == form and other[-len(form) - 1 :][0] not in PREPOSITIONS_OF_BELONGING:
            return number  # but no "South Carolina" for the "University of South Carolina"
    return -1


def by_given_name(forms: Forms, namesakes: Sequence[Known], form: Form) -> int:
    """Whose given name is the same or a form of it, or stands behind the name of an outlet; or -1."""
    given, organization = lists.given_names(), lists.words("en/organization_words.txt")
    for number, other in namesakes:
        short = len(form) == 2 or len(other) == 2 or form[1] == other[1]
        if short and (same_given_name(form[0], other[0]) or (form[0] in NOBLES and other[0] in given)):
            return number
        bodies = organization.intersection(form[:-1] + other[:-1])
        if (form[0] in given) != (other[0] in given) and bodies:
            return number  # "Daily Mail Lacerda"
    return -1


def by_royal_title(forms: Forms, namesakes: Sequence[Known], form: Form) -> int:
    """Whose first name stands behind a title: "Sheikh Mohammed"; or -1."""
    if len(form) != 2 or form[0] not in RULERS_TITLES:
        return -1
    return next((n for n, _ in forms.by_first.get(form[1], ())), -1)


def by_beginning(forms: Forms, namesakes: Sequence[Known], form: Form) -> int:
    """Which body's longer name begins so: "Police Federation", of the Police Federation of Mercia; or -1."""
    closing = lists.words("en/organization_words.txt")
    if len(form) == 2 and form[-1] not in closing:
        return _by_all_but_end(forms, form)
    for number, other in forms.by_first.get(form[0], ())[:MOST_NAMESAKES]:
        if other[: len(form)] == form and (len(form) > 2 or not BELONGING.isdisjoint(other[2:3])):
            return number
    return -1


def _by_all_but_end(forms: Forms, form: Form) -> int:
    """Which body's name is the form and one word: "Northern Light", of Northern Light Health; or -1."""
    ends = lists.words("en/organization_words.txt") | FIELDS_OF_FIRMS
    if form[0] in lists.given_names() or " ".join(form).title() in lists.entries("places.txt"):
        return -1
    for number, other in forms.by_first.get(form[0], ())[:MOST_NAMESAKES]:
        if other[:2] == form and len(other) == 3 and other[2] in ends:
            return number
    return -1


SIEVES: tuple[Callable[[Forms, Sequence[Known], Form], int], ...] = (
    by_end,
    by_given_name,
    by_royal_title,
    by_beginning,
)
