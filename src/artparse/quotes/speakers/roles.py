"""What the record calls somebody's role: the whole phrase beside the name, an office before anything else.

`coreference` finds phrases as far as they tell who is who. Here they get all of their words ("senior food
editor", not "editor"), what else stands beside the name joins them ("Gov.", "(head of piers)"), and the
best is chosen: an office before a rank, a rank before whose sister somebody is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes import cues
from artparse.quotes.entities.appositions import APPOSITION_ENDS
from artparse.quotes.entities.entity import Entity
from artparse.quotes.kinds import BELONGING, BOTH, JOINING, MANNER, POSTS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens, ends_sentence, is_short
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

CLAUSE_WORDS = word_list("clause words")
OWNERS_OF_PERSONS = word_list("owners of persons")
WORDS_IN_ROLES = word_list("words in roles")
ARTICLES_OF_ROLES = word_list("articles of roles")
ENDS_OF_ROLES = word_list("ends of roles")

PARTICIPLES_IN_ROLES = word_list("participles in roles")
BEFORE_ROLES = (JOINING | MANNER) - {"nor"}

OFFICE, RANK, RELATIVE, NONE = range(4)
"""What a phrase tells, the best first; `NONE` is not printed: "a man", "friend"."""
LONGEST_ROLE = 20
"""Tokens of a role behind a name, at most."""
BEFORE_HEAD = 9
"""Tokens before its noun, at most: "one of the oldest harbour engineers"."""
ADDED = 4
"""Words that a role before a name gets at most: "Acme green hydrogen pipelines executive"."""
SIGNED = 25
"""A passage with no more tokens may be a signature, whose end ends the role."""
OF = POSTS


class Phrase(NamedTuple):
    """Tokens of a role."""

    first: int
    last: int


@cache
def _heads() -> frozenset[str]:
    """Nouns that a role may have."""
    return frozenset(lists.people()) | lists.words("en/role_heads.txt")


@cache
def _offices() -> frozenset[str]:
    """Nouns for persons that tell what somebody does."""
    return frozenset(lists.people()) - lists.words("en/relations.txt") - lists.words("en/mere_persons.txt")


@cache
def _no_modifiers() -> frozenset[str]:
    """Words that belong to no role before a name."""
    other = ("function_words", "determiners", "past_verbs", "verbs", "calendar", "personal", "prepositions")
    return frozenset[str]().union(*(lists.words(f"en/{name}.txt") for name in other))


def role_of(tokens: Tokens, mentions: Sequence[Mention], entity: Entity, own: Sequence[int]) -> Span | None:
    """The span of a person's role; `own` are the indexes of the mentions that name them."""
    if entity.being != "person":
        return entity.role
    if tokens.glossed:
        return _printed(tokens, _until_dash(tokens, entity.role), RELATIVE) if entity.role else None
    phrases = [_owned(tokens, _whole(tokens, _until_dash(tokens, s))) for s in entity.roles]
    for index in own:
        phrases.extend(_beside(tokens, mentions, index))
    ranked = [(_rank(tokens, phrase), number) for number, phrase in enumerate(phrases)]
    best, number = min(ranked, default=(NONE, -1))
    if best == NONE:
        return None
    first, last = phrases[number]
    last = max([last, *(p.last for p in phrases if p.first == first)])
    return _printed(tokens, Phrase(first, last), best)


def _printed(tokens: Tokens, phrase: Phrase, told: int) -> Span:
    """The span of a role without its article, and without "his" unless it tells whose relative that is."""
    first, last = phrase
    opening = ARTICLES_OF_ROLES if told == RELATIVE else ARTICLES_OF_ROLES | OWNERS_OF_PERSONS
    while first < last - 1 and tokens.words[first].lower() in opening:
        first += 1
    return tokens.starts[first], tokens.ends[last - 1]


def _owned(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase with whose it is: "his sister"."""
    before = tokens.words[phrase.first - 1].lower() if phrase.first else ""
    if before not in OWNERS_OF_PERSONS or tokens.words[phrase.first].lower() not in lists.words(
        "en/relations.txt"
    ):
        return phrase
    return Phrase(phrase.first - 1, phrase.last)


def _until_dash(tokens: Tokens, span: Span) -> Phrase:
    """The tokens of a span, up to a dash that stands by itself."""
    first, last = tokens.at(span[0]), tokens.at(span[1])
    dash = next((i for i in range(first + 1, last) if tokens.words[i] == "-"), last)
    return Phrase(first, dash)


def of_label(text: str, label: Span) -> Span | None:
    """What stands before the name in a speaker label of a transcript: the `HOST` of `HOST JOAN MARSH`."""
    end = label[0]
    words = text[slice(*label)].split()
    for word in words[:-1]:
        if word.lower() not in lists.people() or word.lower() in lists.given_names():
            break
        end = text.index(word, end) + len(word)
    return (label[0], end) if end > label[0] else None


def _rank(tokens: Tokens, phrase: Phrase) -> int:
    """What a phrase tells, by its noun: the last of those before a comma or a word such as "of"."""
    head, words = "", [bare(w).lower() or w for w in tokens.words[phrase.first : phrase.last]]
    for word in words:
        if word in _heads() or word.rpartition("-")[2] in _heads():
            head = word
        elif word in lists.words("en/prepositions.txt") or not word[0].isalnum():
            if head:
                break
            if word[0].isalnum() and word not in BELONGING:
                return NONE  # "swimming with a diver"
    if head in lists.words("en/mere_persons.txt"):
        return NONE
    if head in lists.words("en/relations.txt"):
        printed = tokens.words[phrase.first : phrase.last]
        owned = words[0] in OWNERS_OF_PERSONS or any(word.endswith(("'s", "’s")) for word in printed)
        return (
            RELATIVE
            if owned or (not BELONGING.isdisjoint(words) and any(w[0].isupper() for w in printed[1:]))
            else NONE
        )
    if words[0] == "another":
        return RELATIVE
    return RANK if head in lists.words("en/ranks.txt") and len(words) < 4 else OFFICE


def _beside(tokens: Tokens, mentions: Sequence[Mention], index: int) -> Iterator[Phrase]:
    """The roles beside one mention of a name that `coreference` does not tell."""
    mention = mentions[index]
    if mention.quoted >= 0:
        return
    if mention.title in lists.words("en/office_titles.txt") and mention.role is None:
        last = mention.first
        while last < mention.last and tokens.words[last].lower() != mention.title:
            last += 1
        last += 1 + (word_at(tokens.words, last + 1) == ".")
        if last < mention.last:
            yield _whole(tokens, Phrase(mention.first, last))
    elif mention.role is None and not mention.title:
        before = _with_of(tokens, mention)
        if before is not None:
            yield before
    behind = _behind(tokens, mentions, index)
    if behind is not None:
        yield behind


# --- before the name -------------------------------------------------------------------------------


def _whole(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase with the words before it that belong to it: "senior food" before "editor"."""
    words, first = tokens.words, phrase.first
    if words[first].lower() in lists.words("en/determiners.txt"):
        return phrase
    added = 0
    owned = words[first].endswith(("'s", "’s"))  # "until Roe’s son"
    while first and added < ADDED and (_modifies(tokens, first - 1, first) or _is_of_body(tokens, first)):
        if owned and words[first - 1].islower():
            break
        first -= 1 + _is_of_body(tokens, first)
        added += 1
    while first < phrase.first and words[first].endswith("ing") and words[first] not in PARTICIPLES_IN_ROLES:
        first += 1  # "without naming opposition leader Jane Doe"
    verbs = [i for i in range(first, phrase.first) if words[i].endswith("ed") and words[i].islower()]
    if verbs and not (verbs == [first] and _opens(tokens, first)):
        first = verbs[-1] + 1  # "Warren grilled harbour chief Jane Doe", but "said retired chief Jane Doe"
    doubtful = any(words[i].endswith("s") and words[i].islower() for i in range(first, phrase.first))
    if added == ADDED or (doubtful and not _opens(tokens, first)):
        return phrase  # "The film features director Jane Doe"
    return Phrase(first, phrase.last)


def _is_of_body(tokens: Tokens, first: int) -> bool:
    """Whether a body's word and "of" stand before what it is of: "Bureau of Tides senior engineer"."""
    words = tokens.words
    if (
        first < 2
        or words[first - 1] not in BELONGING
        or tokens.sentences[first - 2] != tokens.sentences[first]
    ):
        return False
    body = words[first - 2].lower() in lists.words("en/organizing.txt")
    return body and words[first - 2][0].isupper() and words[first][0].isupper()


def _modifies(tokens: Tokens, i: int, following: int) -> bool:
    """Whether the word at `i` belongs to the role that goes on at `following`."""
    word = tokens.words[i]
    low = word.lower()
    beside = tokens.passages[i] == tokens.passages[following] and tokens.quoted[i] == tokens.quoted[following]
    if not beside or tokens.sentences[i] != tokens.sentences[following] or not word[0].isalpha():
        return False
    if (
        low in _no_modifiers()
        or low in CLAUSE_WORDS
        or low.endswith("ly")
        or cues.strengths().get(low, 0) >= cues.WEAK
    ):
        return False
    if word == low and low in lists.words("en/abbreviations.txt"):
        return False  # "complaints vs vice president Jane Doe"
    if word[0].isupper():
        before = tokens.words[i - 1].lower() if i else "."
        return before not in lists.words("en/prepositions.txt") or word not in lists.entries("places.txt")
    return True


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether nothing that a word at `first` may be the verb of stands before it."""
    if not first or tokens.sentences[first - 1] != tokens.sentences[first]:
        return True
    before = tokens.words[first - 1].lower()
    if before in lists.words("en/determiners.txt"):
        return False
    sure = before in lists.words("en/prepositions.txt") or before in BEFORE_ROLES
    return sure or not before[0].isalnum() or cues.is_sure(before)


def _with_of(tokens: Tokens, mention: Mention) -> Phrase | None:
    """A role with "of" right before a name: "leader of the council Jane Doe"."""
    words, determiners = tokens.words, lists.words("en/determiners.txt")
    i = mention.first - 1
    while i > 1 and mention.first - i < BEFORE_HEAD and words[i] not in OF:
        word = words[i]
        plain = word[0].isalnum() and not cues.is_sure(word)
        if not plain or tokens.sentences[i] != mention.sentence or word.lower() in CLAUSE_WORDS:
            return None
        i -= 1
    head = bare(words[i - 1]).lower() if i > 0 and words[i] in OF else ""
    if head not in _offices() or tokens.sentences[i - 1] != mention.sentence or mention.first - i < 2:
        return None
    ends = words[mention.first - 1]
    if not ends.islower() or ends in lists.words("en/function_words.txt") or ends in determiners:
        return None  # "the president of France Jane Doe" is rarer than "mother of Ann and Jane Doe"
    return _whole(tokens, Phrase(i - 1, mention.first))


# --- behind the name -------------------------------------------------------------------------------


def _behind(tokens: Tokens, mentions: Sequence[Mention], index: int) -> Phrase | None:
    """The role behind a name: ", R.D.N., author of The Pier,", "(head of piers)"."""
    mention = mentions[index]
    words = tokens.words
    mark = word_at(words, mention.last)
    if mark not in (",", "(") or mention.possessive or tokens.quoted[mention.last] != mention.quoted:
        return None
    first = _past_letters(tokens, mention.last + 1)
    last = _end(tokens, mention, first)
    head = next((i for i in range(first, min(last, first + BEFORE_HEAD)) if _is_head(tokens, i)), -1)
    if head < 0 or (mark == "(" and word_at(words, last) != ")"):
        return None
    if any(_is_no_noun(words[i].lower()) or words[i].endswith("ed") for i in range(first, head)):
        return None
    for other in mentions[index + 1 : index + 8]:
        if other.first >= last:
            break
        listed = other.form == "name" and not other.governed and other.last >= last and other.first > head
        if listed and (other.role is not None or other.title):
            return None  # "In Leeds, police reporter Jane Doe said"
    return Phrase(first, last)


def _is_no_noun(word: str) -> bool:
    """Whether a word, in small letters, stands before no noun of a role behind a name."""
    small = word in lists.words("en/function_words.txt") or word in lists.words("en/past_verbs.txt")
    return small and word not in WORDS_IN_ROLES and word not in BOTH


def _is_head(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i` is a role's noun."""
    word = bare(tokens.words[i]).lower()
    if word in lists.people() or word.rpartition("-")[2] in lists.people():
        return True
    return word in lists.words("en/role_heads.txt") and word_at(tokens.words, i + 1) in ENDS_OF_ROLES


def _past_letters(tokens: Tokens, first: int) -> int:
    """The token after an age and the letters of degrees that stand between a name and a role."""
    words = tokens.words
    for _ in range(3):
        word = word_at(words, first)
        letters = word in lists.words("en/postnominals.txt") or word.replace(".", "").isupper()
        after = first + 1 + (word_at(words, first + 1) == ".")
        if not (letters or word.isdigit()) or word_at(words, after) != ",":
            break
        first = after + 1
    return first


def _behind_title(tokens: Tokens, first: int) -> int:
    """The token after the stretch in marks that begins at `first`."""
    i = first
    while i < len(tokens.words) and tokens.quoted[i] == tokens.quoted[first]:
        i += 1
    return i


def _end(tokens: Tokens, mention: Mention, first: int) -> int:
    """The token after the phrase that begins at `first`; `first` where nothing ends it."""
    words, i = tokens.words, first
    while i < min(len(words), first + LONGEST_ROLE) and tokens.passages[i] == mention.passage:
        word = words[i]
        if tokens.quoted[i] != mention.quoted and i > first and words[i - 1] in POSTS:
            i = _behind_title(tokens, i)  # "author of “The Pier”"
            continue
        if tokens.quoted[i] != mention.quoted or bare(word).lower() in CLAUSE_WORDS:
            return i
        if word.islower() and cues.is_sure(word) and i > first:
            return i
        if word == "." and tokens.ends[i - 1] == tokens.starts[i] and is_short(words, i - 1):
            if ends_sentence(tokens, i):
                return i + 1
        elif word in APPOSITION_ENDS or word == "-":
            return i
        i += 1
    if i < len(words) and tokens.passages[i] == mention.passage:
        return first
    opening = bisect_left(tokens.passages, mention.passage)
    return i if i - opening <= SIGNED else first
