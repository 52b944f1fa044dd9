"""Who may be speaking: the names, pronouns and noun phrases of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from artparse.article import Span
from artparse.names import lists
from artparse.quotes.tokens import Tokens

Form = Literal["name", "pronoun", "noun"]
Being = Literal["person", "organization", "group", "document", "place", "other"]


@dataclass(slots=True)
class Mention:
    """Some words that stand for somebody or something that may speak."""

    span: Span
    first: int
    """Its first token."""
    last: int
    """The token after it."""
    form: Form
    name: tuple[str, ...]
    """The words of the name without titles; for a noun phrase its head, for a pronoun itself."""
    being: Being
    gender: str
    """`m`, `f`, or `u`."""
    plural: bool = False
    role: str | None = None
    """As printed beside the name."""
    entity: int = -1
    """Index of the entity it stands for, once that is decided."""


PRONOUNS: dict[str, tuple[str, bool]] = {
    "he": ("m", False),
    "she": ("f", False),
    "they": ("u", True),
    "it": ("n", False),
    "i": ("u", False),
    "we": ("u", True),
    "who": ("u", False),
    "you": ("u", False),
}
SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))


def find_mentions(text: str, tokens: Tokens) -> list[Mention]:
    """The mentions outside and inside quotation marks, in source order."""
    words = tokens.words
    people, groups = lists.people(), lists.words("en/groups.txt")
    bodies, documents = lists.words("en/bodies.txt"), lists.words("en/documents.txt")
    lower = {w for w in words if w.islower()}
    found: list[Mention] = []
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        if word[0].isupper() or (word[0] == "@" and len(word) > 1):
            if word.lower() in PRONOUNS and (word == "I" or not _name_goes_on(tokens, i)):
                if word == "I" and i + 1 < count and words[i + 1] == ".":
                    pass
                else:
                    gender, plural = PRONOUNS[word.lower()]
                    span = (tokens.starts[i], tokens.ends[i])
                    found.append(
                        Mention(span, i, i + 1, "pronoun", (word.lower(),), _being(word), gender, plural)
                    )
                    i += 1
                    continue
            stop = _run(tokens, i, lower)
            if stop > i:
                found.extend(_from_run(text, tokens, i, stop))
                i = stop
                continue
        elif word in PRONOUNS:
            gender, plural = PRONOUNS[word]
            span = (tokens.starts[i], tokens.ends[i])
            found.append(Mention(span, i, i + 1, "pronoun", (word,), _being(word), gender, plural))
            i += 1
            continue
        noun = word.lower()
        kind: Being | None = None
        plural = False
        gender = "u"
        if noun in people:
            kind, gender = "person", people[noun]
        elif noun in groups:
            kind, plural = "group", True
        elif noun in bodies:
            kind = "organization"
        elif noun in documents:
            kind = "document"
        elif noun.endswith("s") and (noun[:-1] in people or noun[:-3] + "y" in people):
            kind, plural = "group", True
        elif noun.endswith("s") and noun[:-1] in bodies:
            kind, plural = "organization", True
        if kind is not None:
            first = _phrase_start(tokens, i)
            if first < i or plural:
                span = (tokens.starts[first], tokens.ends[i])
                if found and found[-1].form == "noun" and found[-1].first >= first:
                    found.pop()
                found.append(Mention(span, first, i + 1, "noun", (noun,), kind, gender, plural))
        i += 1
    return found


def _being(pronoun: str) -> Being:
    return "other" if pronoun.lower() == "it" else "group" if pronoun.lower() in ("they", "we") else "person"


def _phrase_start(tokens: Tokens, head: int) -> int:
    """First token of the noun phrase whose head is `head`: its determiner, at most five words before."""
    words = tokens.words
    for i in range(head - 1, max(-1, head - 6), -1):
        if tokens.passages[i] != tokens.passages[head] or tokens.quoted[i] != tokens.quoted[head]:
            break
        word = words[i].lower()
        if word in lists.words("en/determiners.txt"):
            return i
        if not word[0].isalnum() or word in lists.words("en/function_words.txt"):
            break
    return head


def _name_goes_on(tokens: Tokens, i: int) -> bool:
    return False


def _run(tokens: Tokens, i: int, lower: set[str]) -> int:
    """Token after the run of capitalised words that starts at `i`; `i` where none starts."""
    words, count = tokens.words, len(tokens.words)
    passage, quoted = tokens.passages[i], tokens.quoted[i]
    word = words[i]
    opening = i == 0 or tokens.sentences[i - 1] != tokens.sentences[i] or not words[i - 1][0].isalnum()
    if opening and (
        word.lower() in lists.words("en/sentence_openers.txt")
        or word.lower() in lists.words("en/function_words.txt")
        or word.lower() in lists.words("en/determiners.txt")
    ):
        return i
    if word.lower() in lists.words("en/determiners.txt") or (
        word.lower() in lists.words("en/function_words.txt") and word != "US"
    ):
        return i
    following = i + 1
    if opening and word.lower() in lower and not (following < count and words[following][0].isupper()):
        return i
    j = i + 1
    end = j
    possessive = False
    while j < count and tokens.passages[j] == passage and tokens.quoted[j] == quoted and not possessive:
        previous = words[j - 1]
        word = words[j]
        if word[0].isupper() or word[0] == "@":
            if previous == "." and not (len(words[j - 2]) == 1 or words[j - 2].lower() in lists.honorifics()):
                break
            end = j + 1
            possessive = word.endswith(("'s", "’s"))
        elif (
            word == "."
            and tokens.starts[j] == tokens.ends[j - 1]
            and (len(previous) == 1 or previous.lower() in lists.honorifics() or previous in SUFFIXES)
        ):
            if previous in SUFFIXES:
                end = j + 1
                break
        elif (
            word in lists.words("en/particles.txt")
            and j + 1 < count
            and words[j + 1][0].isupper()
            and tokens.passages[j + 1] == passage
        ):
            pass
        elif word == "of" and previous.lower() in lists.words("en/organizing.txt"):
            if j + 1 < count and words[j + 1] == "the":
                j += 1
            if not (j + 1 < count and words[j + 1][0].isupper()):
                break
        elif word == "," and j + 1 < count and words[j + 1] in SUFFIXES:
            pass
        else:
            break
        j += 1
    return end


def _from_run(text: str, tokens: Tokens, first: int, last: int) -> list[Mention]:
    """The mention in a run of capitalised words: titles and roles before the name taken off."""
    words = tokens.words
    people, honorific = lists.people(), lists.honorifics()
    gender = "u"
    start = first
    titled = False
    role_end = first
    for i in range(first, last):
        word = words[i].lower().rstrip(".")
        if word in honorific:
            gender = honorific[word] if honorific[word] != "u" else gender
            role_end, titled = i + 1, True
            if i + 1 < last and words[i + 1] == ".":
                role_end = i + 2
        elif word in people or word in ("ceo", "president-elect"):
            role_end = i + 1
            gender = people.get(word, "u") if people.get(word, "u") != "u" else gender
    end_word = words[last - 1]
    end = tokens.ends[last - 1]
    if end_word.endswith(("'s", "’s")):
        end -= 2
    elif end_word.endswith(("'", "’")):
        end -= 1
    if role_end >= last:
        # nothing but a role: "the White House Press Secretary", "Mayor"
        head = words[last - 1].lower().removesuffix("'s").removesuffix("’s")
        start = _phrase_start(tokens, first) if first else first
        span = (tokens.starts[start], end)
        return [Mention(span, start, last, "noun", (head,), "person", people.get(head, "u"))]
    start = role_end
    name = tuple(_clean(words[i]) for i in range(start, last) if words[i] not in (".", ","))
    role = text[tokens.starts[first] : tokens.ends[role_end - 1]] if role_end > first and not titled else None
    low = [n.lower() for n in name]
    being: Being
    given = lists.given_names()
    calendar = lists.words("en/calendar.txt")
    if all(n in calendar for n in low):
        return []
    if gender == "u" and len(name) > 1:
        gender = given.get(low[0], "u")
    if titled or role:
        being = "person"
    elif any(n in lists.words("en/organization_words.txt") for n in low) or (
        len(name) == 1 and name[0].isupper() and len(name[0]) > 1
    ):
        being = "organization"
    elif " ".join(name) in lists.entries("places.txt"):
        being = "place"
    elif len(name) > 1 and (low[0] in given or len(name) < 4):
        being = "person"
    elif len(name) == 1 and first and words[first - 1].lower() == "the":
        being = "organization"
    else:
        being = "person" if len(name) < 4 else "other"
    span = (tokens.starts[first], end)
    return [Mention(span, first, last, "name", name, being, gender, False, role)]


def _clean(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'")
