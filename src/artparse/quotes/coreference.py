"""Which mentions are one and the same: an entity for each person, organisation or document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare, same_given_name
from artparse.quotes.mentions import Being, Mention, nouns
from artparse.quotes.tokens import Tokens


@dataclass(slots=True)
class Entity:
    """One person, organisation or document of the article."""

    name: tuple[str, ...]
    """The fullest name."""
    being: Being = "person"
    gender: str = "u"
    role: Span | None = None
    """The words that say who a person is, as printed."""
    heads: set[str] = field(default_factory=set)
    """The nouns that such words had: `senator`, `spokesman`."""
    qualifiers: set[str] = field(default_factory=set)
    """The other words of roles, in lower case: `vermont`, `former`."""
    names: dict[str, int] = field(default_factory=dict)
    """Every form of the name, with its number of mentions."""
    count: int = 0
    evidence: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    genders: dict[str, float] = field(default_factory=dict)


def folded(name: Sequence[str]) -> tuple[str, ...]:
    """A name's words for comparison: small letters, no dots."""
    return tuple(word.replace(".", "").casefold() for word in name)


def find_entities(text: str, tokens: Tokens, mentions: list[Mention]) -> list[Entity]:
    """The entities behind the names of `mentions`; sets the `entity` of every mention that it can resolve."""
    entities: list[Entity] = []
    named = [m for m in mentions if m.form == "name"]
    _join_long(named, entities)
    _join_short(tokens, named, entities)
    for mention in named:
        _count(mention, entities[mention.entity])
    for entity in entities:
        _decide(entity)
    _read_roles(text, tokens, mentions, entities)
    _Resolver(tokens, mentions, entities).run()
    return entities


# --- names -----------------------------------------------------------------------------------------


def _join_long(named: list[Mention], entities: list[Entity]) -> None:
    """Join names of two words and more: one entity for names that may be one person's."""
    forms: dict[tuple[str, ...], list[Mention]] = {}
    for mention in named:
        if len(mention.words) > 1:
            forms.setdefault(folded(mention.words), []).append(mention)
    by_last: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), forms[f][0].first)):
        group = forms[form]
        match = -1
        gender = next((m.gender for m in group if m.title and m.gender != "u"), "u")
        for number, other in by_last.get(form[-1], ())[:20]:
            if {gender, entities[number].gender} == {"m", "f"}:
                continue
            if other[-len(form) :] == form or (
                same_given_name(form[0], other[0])
                and (len(form) == 2 or len(other) == 2 or form[1] == other[1])
            ):
                match = number
                break
        if match < 0 and len(form) > 2:
            match = next((n for n, other in by_first.get(form[0], ())[:20] if other[: len(form)] == form), -1)
        if match < 0:
            match = len(entities)
            longest = max(group, key=lambda m: len(" ".join(m.words)))
            entities.append(Entity(longest.words, gender=gender))
        elif gender != "u":
            entities[match].gender = gender
        by_last.setdefault(form[-1], []).append((match, form))
        by_first.setdefault(form[0], []).append((match, form))
        for mention in group:
            mention.entity = match


def _join_short(tokens: Tokens, named: list[Mention], entities: list[Entity]) -> None:
    """Join single words to the full names that they may stand for, the nearest first."""
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    people: dict[int, bool] = {}
    latest: dict[int, int] = {}
    for mention in named:
        number = mention.entity
        if number < 0:
            continue
        person, organization, place = mention.evidence
        people[number] = people.get(number, False) or person >= max(organization, place)
    for number, entity in enumerate(entities):
        form = folded(entity.name)
        by_last.setdefault(form[-1], []).append(number)
        by_first.setdefault(form[0], []).append(number)
        letters = [w for w in entity.name if w[0].isupper()]
        if len(letters) > 1:
            by_initials.setdefault("".join(w[0] for w in letters).casefold(), []).append(number)
    for position, mention in enumerate(named):
        if len(mention.words) == 1:
            word = folded(mention.words)[0]
            found = [n for n in by_last.get(word, ()) if people.get(n, True) or len(entities[n].name) == 1]
            place = mention.evidence[2] >= 3 and not mention.title
            if not found and not place:
                found = [n for n in by_first.get(word, ()) if people.get(n, False)]
            if not found and mention.words[0].isupper():
                found = by_initials.get(word, [])
            if mention.gender != "u":
                fitting = [n for n in found if {mention.gender, _gender(entities[n])} != {"m", "f"}]
                found = fitting if fitting or mention.title else found
            if mention.evidence[2] >= 3.7 and any(len(entities[n].name) > 1 for n in found):
                found = [n for n in found if len(entities[n].name) == 1]
            if len(found) > 1:
                before = [n for n in found if n in latest]
                found = [max(before, key=lambda n: latest[n])] if before else found[:1]
            if found:
                mention.entity = found[0]
            else:
                mention.entity = len(entities)
                entities.append(Entity(mention.words))
                by_last.setdefault(word, []).append(mention.entity)
        latest[mention.entity] = position


def _gender(entity: Entity) -> str:
    if entity.gender != "u":
        return entity.gender
    return lists.given_names().get(entity.name[0].lower(), "u") if len(entity.name) > 1 else "u"


def _count(mention: Mention, entity: Entity) -> None:
    entity.count += 1
    printed = " ".join(mention.words)
    entity.names[printed] = entity.names.get(printed, 0) + 1
    for kind, value in enumerate(mention.evidence):
        entity.evidence[kind] += value
    if mention.gender != "u":
        weight = 3.0 if mention.title or mention.role else 1.0
        entity.genders[mention.gender] = entity.genders.get(mention.gender, 0.0) + weight


def _decide(entity: Entity) -> None:
    """What the entity is, and its gender, by what all its mentions tell."""
    person, organization, place = entity.evidence
    if organization > person and organization >= place:
        entity.being = "organization"
    elif place > person:
        entity.being = "place"
    if entity.being == "person" and entity.genders:
        entity.gender = max(sorted(entity.genders), key=lambda g: entity.genders[g])


def _read_roles(text: str, tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
    """Roles before a name, and those set off by commas after or before it."""
    for index, mention in enumerate(mentions):
        if mention.form != "name" or mention.entity < 0:
            continue
        entity = entities[mention.entity]
        if entity.being not in ("person", "organization"):
            continue
        span = mention.role
        if span is None:
            span = _apposition(tokens, mention)
            before = mentions[index - 1] if index else None
            if span is None and before is not None and before.form == "noun" and before.being == "person":
                comma = before.last == mention.first - 1 and tokens.words[before.last] == ","
                if comma and tokens.quoted[before.first] == mention.quoted:
                    before.entity = mention.entity
                    span = before.span
        if span is None:
            continue
        words = [bare(w).lower() for w in tokens.words[tokens.at(span[0]) : tokens.at(span[1])]]
        heads = [w for w in words if w in lists.people()]
        if not heads:
            continue
        entity.heads.update(heads)
        entity.qualifiers.update(w for w in words if w not in heads)
        if entity.role is None or (mention.role is not None and entity.role != mention.role and False):
            entity.role = span
        if entity.gender == "u":
            told = {lists.people()[h] for h in heads} - {"u"}
            if len(told) == 1:
                entity.gender = told.pop()


def _apposition(tokens: Tokens, mention: Mention) -> Span | None:
    """The role after a name: ", the mayor of Oslo,"."""
    words, passages = tokens.words, tokens.passages
    i = mention.last
    if i + 1 >= len(words) or words[i] != "," or tokens.quoted[i] != mention.quoted:
        return None
    if words[i + 1].isdigit() and i + 3 < len(words) and words[i + 2] == ",":
        i += 2
    first = i + 1
    if words[first] in ("who", "whose") and first + 2 < len(words) and words[first + 1] in ("is", "was"):
        first += 2
    known = nouns()
    head = -1
    j = first
    while (
        j < len(words)
        and j < first + 16
        and passages[j] == mention.passage
        and tokens.quoted[j] == mention.quoted
    ):
        word = words[j]
        low = bare(word).lower()
        if word in (",", ".", ";", ":", "(", ")", "—", "–") or low in (
            "who",
            "said",
            "says",
            "told",
            "whose",
            "and",
            "but",
        ):
            if not (word == "." and words[j - 1].lower() in lists.words("en/abbreviations.txt")):
                break
        if head < 0 and known.get(low, ("",))[0] == "person":
            head = j
        elif head < 0 and (
            low in ("is", "was", "has", "had", "will", "were", "are", "to", "at") or j > first + 8
        ):
            return None
        j += 1
    if head < 0 or j <= first:
        return None
    return tokens.starts[first], tokens.ends[j - 1]


# --- pronouns and noun phrases ---------------------------------------------------------------------


class _Resolver:
    """Left to right over the mentions; remembers who was mentioned where."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
        self.tokens, self.mentions, self.entities = tokens, mentions, entities
        self.recent: list[Mention] = []
        """Resolved mentions outside quotation marks, in order."""
        self.quoted: list[Mention] = []

    def run(self) -> None:
        previous: Mention | None = None
        for mention in self.mentions:
            if mention.entity < 0 and not mention.inside:
                if mention.form == "pronoun" and mention.quoted < 0:
                    mention.entity = self._pronoun(mention, previous)
                elif mention.form == "noun" and mention.quoted < 0:
                    mention.entity = self._noun(mention)
            if mention.entity >= 0:
                (self.recent if mention.quoted < 0 else self.quoted).append(mention)
            previous = mention

    def _pronoun(self, mention: Mention, previous: Mention | None) -> int:
        word = mention.words[0]
        if word in ("who", "which", "that"):
            close = previous is not None and mention.first - previous.last <= 1
            return previous.entity if close and previous is not None else -1
        if word not in ("he", "she", "his", "her"):
            return -1
        best, found = -1e9, -1
        seen: set[int] = set()
        for back, other in enumerate(reversed(self.recent[-24:])):
            entity = self.entities[other.entity]
            if other.entity in seen or entity.being != "person":
                continue
            if entity.gender not in ("u", mention.gender):
                continue
            seen.add(other.entity)
            gap = mention.sentence - other.sentence
            score = -0.35 * gap - 0.12 * back - 0.3 * (mention.passage - other.passage)
            score += 1.0 if entity.gender == mention.gender else 0.0
            score += 0.8 if self._is_subject(other) else 0.0
            score -= 0.8 if other.possessive else 0.0
            score += 0.4 if other.form == "pronoun" and other.gender == mention.gender else 0.0
            score += min(entity.count, 6) * 0.08
            score -= 0.4 if other.inside else 0.0
            if score > best:
                best, found = score, other.entity
        return found

    def _is_subject(self, mention: Mention) -> bool:
        """Whether no mention stands before it in its sentence, nor a preposition right before it."""
        i = mention.first
        if i and self.tokens.sentences[i - 1] == mention.sentence:
            before = self.tokens.words[i - 1].lower()
            if before in lists.words("en/prepositions.txt"):
                return False
        after = self.tokens.words[mention.last] if mention.last < len(self.tokens.words) else "."
        return after[0].isalnum() or after == ","

    def _noun(self, mention: Mention) -> int:
        if mention.being == "person" and mention.title in ("the", "his", "her", "this", "that", ""):
            head = mention.words[0]
            words = {bare(w).lower() for w in self.tokens.words[mention.first : mention.last]}
            best, found = 0.0, -1
            for back, other in enumerate(reversed(self.recent[-60:])):
                entity = self.entities[other.entity]
                if entity.being != "person" or head not in entity.heads:
                    continue
                if mention.gender != "u" and entity.gender not in ("u", mention.gender):
                    continue
                score = 2 + len(words & entity.qualifiers) - 0.02 * back
                if score > best:
                    best, found = score, other.entity
            return found
        if mention.being == "organization" and mention.title in ("the", "this", "that"):
            head = mention.words[0]
            for other in reversed(self.recent[-40:]):
                entity = self.entities[other.entity]
                if entity.being == "organization" and head in folded(entity.name):
                    return other.entity
        return -1


def display(entity: Entity) -> str:
    """The entity's name as the record gives it."""
    words = [
        f"{w}." if len(w) == 1 and w.isalpha() and 0 < i < len(entity.name) - 1 else w
        for i, w in enumerate(entity.name)
    ]
    return " ".join(words)
