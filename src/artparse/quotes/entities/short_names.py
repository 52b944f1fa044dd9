"""Single words of names: which of the full names they stand for, by ordered tables of sieves.

    "Ann Roe" … "Roe" … "Harbour Fund" … "HF" … "the Fund"   ->  two entities

In: the names of an article, those of several words with their entities (`full_names.py`). Out: `entity` of
every name; a word that is of no full name is an entity of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.cues import SURE
from artparse.quotes.entities.accounts import owner_of_account, spellings_of_accounts, spelt_out
from artparse.quotes.entities.entity import MOST_NAMESAKES, Entity, folded, gender_of_entity
from artparse.quotes.entities.namesakes import (
    NEARBY_NAMES,
    has_legal_form,
    head_words,
    is_definite,
    is_event,
    is_firm,
    is_of_things,
    is_part,
    meant,
    misspelt,
)
from artparse.quotes.kinds import OWN, PERSON_PRONOUNS
from artparse.quotes.mentions.beside import is_account, word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.values import NamedTuple

CLEAR_PLACE = 3
"""Evidence of a place from which a word alone is one, unless a title stands before it."""
CLEAR_PERSON = 2.0
"""Evidence of a person from which a word is no place, whatever it is elsewhere: "Jordan, 36,"."""
SOON = 2
"""In one of the first passages stands the full name of what the headline has in short."""
PRONOUN_SOON = 15
"""Tokens behind a name among which a pronoun tells that it is a person's."""
HE_OR_SHE = OWN | PERSON_PRONOUNS
CLEARER_PLACE = 3.7
"""Evidence of a place from which a word is nobody's last name."""


class Names(NamedTuple):
    """The names of an article: what does not change, and what was read of them so far."""

    tokens: Tokens
    named: list[Mention]
    entities: list[Entity]
    spelt: Mapping[tuple[str, ...], int]
    """How often each form stands in the article."""
    spellings: Mapping[str, int]
    """How accounts may be spelt, to their owners."""
    by_last: dict[str, list[int]]
    by_first: dict[str, list[int]]
    by_middle: dict[str, list[int]]
    by_initials: dict[str, list[int]]
    people: dict[int, bool]
    """Whether some mention of an entity is a person's rather than anything else's."""
    sure: dict[int, bool]
    """Whether some mention of it is a person's without much doubt."""
    he_or_she: dict[int, bool]
    """Whether a "his" or "she" follows a mention of it in the sentence."""
    bodied: dict[int, bool]
    """Whether its first mention is a body's by its form: "Acme Foods"."""
    acronyms: dict[str, int]
    called: set[int]
    """Persons who were called by their last name alone, or said something, so far."""
    surnamed: set[int]
    """Persons whose last name was printed so far."""
    latest: dict[int, tuple[int, int]]
    """Passage and number of the last mention so far."""
    bodies: dict[str, list[int]]
    """A word such as "college" to the organisations so far that have it in their names."""


class Word(NamedTuple):
    """A name of a single word."""

    mention: Mention
    position: int
    """Its number among the names of the article."""
    folded: str
    is_place: bool


def join_short(tokens: Tokens, named: list[Mention], entities: list[Entity]) -> None:
    """Join single words to the full names that they may stand for."""
    names = _indexed(tokens, named, entities)
    for position in range(len(named)):
        _note_acronym(names, position)
    strengths = cues.strengths()
    for position, mention in enumerate(named):
        _note_acronym(names, position)  # "Bundesgerichtshof (BGH)", which is an entity only now
        account = (
            owner_of_account(tokens, named, position, names.spellings) if is_account(mention.words[0]) else -1
        )
        if account >= 0:
            mention.entity, mention.rule = account, "name/account"
            mention.evidence = (0.0, 0.0, 0.0)
        elif len(mention.words) == 1:
            _join_word(names, mention, position)
        elif not mention.title:
            organizing = lists.words("en/organization_words.txt")
            for word in organizing.intersection(head_words(folded(mention.words))):
                names.bodies.setdefault(word, []).append(mention.entity)
        names.latest[mention.entity] = (mention.passage, position)
        if folded(mention.words)[-1] == folded(entities[mention.entity].name)[-1]:
            names.surnamed.add(mention.entity)
        around = word_at(tokens.words, mention.last), tokens.words[mention.first - 1]
        if mention.quoted < 0 and max(strengths.get(word, 0) for word in around) >= SURE:
            names.called.add(mention.entity)


def _note_acronym(names: Names, position: int) -> None:
    """Note what an acronym stands for whose name stands right before its bracket."""
    mention = names.named[position]
    if len(mention.words) == 1 and position:
        number = spelt_out(names.tokens, names.named[position - 1], mention)
        if number >= 0:
            names.acronyms.setdefault(folded(mention.words)[0], number)


def _indexed(tokens: Tokens, named: list[Mention], entities: list[Entity]) -> Names:
    """The names before any single word is joined."""
    accounts = any(is_account(mention.words[0]) for mention in named)
    spellings = spellings_of_accounts(named) if accounts else {}
    spelt = Counter(mention.words for mention in named)
    names = Names(
        tokens, named, entities, spelt, spellings, {}, {}, {}, {}, {}, {}, {}, {}, {}, set(), set(), {}, {}
    )
    for mention in named:
        number = mention.entity
        if number >= 0:
            person, organization, place = mention.evidence
            names.bodied.setdefault(number, organization > max(person, place) and not mention.title)
            people = names.people.get(number, False)
            names.people[number] = people or person >= max(organization, place)
            sure = names.sure.get(number, False)
            names.sure[number] = sure or person >= max(organization, place, 1.5)
            meant = names.he_or_she.get(number, False)
            names.he_or_she[number] = meant or _is_he_or_she(tokens, mention)
    for number, entity in enumerate(entities):
        _index(names, number, entity)
    return names


def _is_he_or_she(tokens: Tokens, mention: Mention) -> bool:
    """Whether a pronoun for a person follows a name soon, in its sentence."""
    behind = range(mention.last, min(len(tokens.words), mention.last + PRONOUN_SOON))
    return any(tokens.words[i] in HE_OR_SHE for i in behind if tokens.sentences[i] == mention.sentence)


def _index(names: Names, number: int, entity: Entity) -> None:
    """Note the words and initials by which an entity may be called."""
    form = folded(entity.name)
    names.by_last.setdefault(form[-1], []).append(number)
    names.by_first.setdefault(form[0], []).append(number)
    if names.sure.get(number, False):
        parts = form[-1].split("-") if "-" in form[-1] else []
        for word in (*parts, *form[1:-1]):
            names.by_middle.setdefault(word, []).append(number)  # "Pell", of Ann Pell-Roe
    letters = [w for w in entity.name if w[0].isupper()]
    if len(letters) > 1:
        names.by_initials.setdefault("".join(w[0] for w in letters).casefold(), []).append(number)
        if len(letters) < len(form):  # the MoD
            names.by_initials.setdefault("".join(w[:1] for w in form), []).append(number)


def _join_word(names: Names, mention: Mention, position: int) -> None:
    """Find the entity of a name of one word; a new one where it is of none."""
    word = folded(mention.words)[0]
    if word in names.acronyms:
        mention.entity, mention.rule = names.acronyms[word], "name/acronym"
        return
    person, _, place = mention.evidence
    is_place = place >= CLEAR_PLACE and person < CLEAR_PERSON and not mention.title
    found = _candidates(names, Word(mention, position, word, is_place))
    if not found:
        mention.entity = len(names.entities)
        names.entities.append(Entity(mention.words))
        names.by_last.setdefault(word, []).append(mention.entity)
        return
    number = _chosen(names, found, mention.passage)
    mention.entity, mention.rule = number, "name/short"
    names.called.add(number)
    if names.sure.get(number, False) and word == folded(names.entities[number].name)[-1]:
        mention.evidence = (mention.evidence[0], 0.0, 0.0)  # "Phoenix", of Ann Phoenix


def _candidates(names: Names, word: Word) -> Sequence[int]:
    """The entities that a word may stand for: those that the first sieve finds that finds any."""
    mention, entities = word.mention, names.entities
    found = _first_found(PARTS_OF_NAMES, names, word)
    if mention.gender != "u":
        fitting = [n for n in found if {mention.gender, gender_of_entity(entities[n])} != {"m", "f"}]
        found = fitting if fitting or mention.title else found
    found = found or _first_found(LESS_THAN_NAMES, names, word)
    if mention.evidence[2] >= CLEARER_PLACE and any(len(entities[n].name) > 1 for n in found):
        found = [n for n in found if len(entities[n].name) == 1]
    return found


def _chosen(names: Names, found: Sequence[int], passage: int) -> int:
    """One of the entities that a word may stand for."""
    if len(found) > 1:
        found = [n for n in found if not is_part(names.entities[n].name)] or found
    before = [n for n in found if n in names.latest] if len(found) > 1 else []
    before = [n for n in before if n in names.surnamed] or before  # "his wife, Ann" is no "Roe" yet
    return meant(before, names.called, names.latest, passage) if before else found[0]


# --- sieves: the names, a single word -> the entities that it may stand for -----------------------


def by_last_word(names: Names, word: Word) -> Sequence[int]:
    """Those whose name ends so: "Roe", of Ann Roe; before any was named, those whose name begins so."""
    entities, tokens, mention = names.entities, names.tokens, word.mention
    namesakes = names.by_last.get(word.folded, ())[:MOST_NAMESAKES]
    found = [n for n in namesakes if names.people.get(n, True) or len(entities[n].name) == 1]
    ahead = tokens.words[mention.first - 1]
    ahead = ahead if tokens.passages[mention.first - 1] == mention.passage else "."
    often = names.spelt[mention.words]
    rare = [n for n in found if n not in names.latest and often >= names.spelt[entities[n].name]]
    events = {n for n in rare if is_event(entities[n].name) and ahead not in entities[n].name}
    found = [n for n in found if n not in events]
    if found and names.latest.keys().isdisjoint(found):
        firsts = names.by_first.get(word.folded, ())[:MOST_NAMESAKES]
        known = [n for n in firsts if n in names.latest and names.people.get(n, False)]
        found = known or found  # "Dar", of Dar Yasin, before any Yousuf Dar is named
    return found


def by_initials(names: Names, word: Word) -> Sequence[int]:
    """Those of whose words it has the first letters: "HF", of the Harbour Fund."""
    spelt = word.mention.words[0]
    capital = spelt[0].isupper() and spelt[-1].isupper()
    return names.by_initials.get(word.folded, ())[:MOST_NAMESAKES] if capital else ()


def by_first_word(names: Names, word: Word) -> Sequence[int]:
    """Persons whose name begins so: "Ann", of Ann Roe."""
    if word.is_place:
        return ()
    return [n for n in names.by_first.get(word.folded, ())[:MOST_NAMESAKES] if names.sure.get(n, False)]


def by_middle_word(names: Names, word: Word) -> Sequence[int]:
    """Persons who have it in their name: "García", of Ana García Ruiz."""
    return () if word.is_place else names.by_middle.get(word.folded, ())[:MOST_NAMESAKES]


def by_firm(names: Names, word: Word) -> Sequence[int]:
    """The firm whose name begins so: "Acme", of Acme Foods."""
    if word.is_place or word.mention.title:
        return ()
    firsts = names.by_first.get(word.folded, ())[:MOST_NAMESAKES]
    bodied = [n for n in firsts if names.bodied.get(n)]
    known = [n for n in bodied if _is_told(names, word, n) or has_legal_form(names.entities[n].name)]
    if len(known) != 1:
        return ()
    name = names.entities[known[0]].name
    plain = (not is_definite(names.tokens, m) for m in names.named if m.entity == known[0])
    return known if is_firm(name) or (is_of_things(name) and all(plain)) else ()


def by_unlisted_given_name(names: Names, word: Word) -> Sequence[int]:
    """The one whose name begins so, where no list has it: "Shardul", of Shardul Deshpande."""
    common = lists.words("en/common_words.txt")
    if word.is_place or word.mention.title or word.folded in common:
        return ()
    firsts = names.by_first.get(word.folded, ())[:MOST_NAMESAKES]
    known = [n for n in firsts if _is_told(names, word, n)]
    persons = [n for n in known if names.he_or_she.get(n, False) and not names.bodied.get(n)]
    if len(persons) != 1 or word.mention.words[0].isupper():
        return ()
    last = names.entities[persons[0]].name[-1]
    plain = common | lists.words("en/organization_words.txt") | lists.words("en/place_words.txt")
    return persons if last.istitle() and last.isalpha() and last.lower() not in plain else ()


def _is_told(names: Names, word: Word, number: int) -> bool:
    """Whether an entity was named before a word, or right behind the headline that has it."""
    if number in names.latest or word.mention.passage > 0:
        return number in names.latest
    return any(m.entity == number for m in names.named if m.passage <= SOON)


def by_noun(names: Names, word: Word) -> Sequence[int]:
    """The body last named with the noun: "The College", after "the Royal College of Physicians"."""
    if word.folded not in lists.words("en/organization_words.txt"):
        return ()
    bodies = names.bodies.get(word.folded, ())
    several = len(set(bodies)) > 1 and not is_definite(names.tokens, word.mention)
    return () if several else bodies[-1:]  # "Commission officials" after one commission only


def by_misspelling(names: Names, word: Word) -> Sequence[int]:
    """The person named shortly before whose last name differs by a letter: "Wines" for Wimes."""
    if word.is_place or word.folded in lists.given_names():
        return ()
    before = names.named[max(0, word.position - NEARBY_NAMES) : word.position]
    return misspelt(word.mention, word.folded, before, names.entities)


Find = Callable[[Names, Word], Sequence[int]]

PARTS_OF_NAMES: tuple[Find, ...] = (
    by_last_word,
    by_initials,
    by_first_word,
    by_middle_word,
    by_firm,
    by_unlisted_given_name,
)
LESS_THAN_NAMES: tuple[Find, ...] = (by_noun, by_misspelling)


def _first_found(sieves: Sequence[Find], names: Names, word: Word) -> Sequence[int]:
    """What the first sieve finds that finds anything."""
    return next((found for find in sieves if (found := find(names, word))), ())
