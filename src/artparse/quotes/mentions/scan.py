"""Who may be speaking: the names, pronouns and noun phrases of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare, gender_of
from artparse.quotes import cues
from artparse.quotes.passages import Passage
from artparse.quotes.tokens import Tokens

Form = Literal["name", "pronoun", "noun"]
Being = Literal["person", "organization", "group", "document", "place", "other"]


@dataclass(slots=True, eq=False)
class Mention:
    """Some words that stand for somebody or something that may speak."""

    first: int
    """Its first token, of the title or determiner before the name."""
    last: int
    """The token after it."""
    span: Span
    form: Form
    words: tuple[str, ...]
    """Of a name, without titles; of a noun phrase, its head in lower case; of a pronoun, itself."""
    being: Being
    gender: str
    """`m`, `f`, `n` or `u`."""
    plural: bool = False
    role: Span | None = None
    """The words before a name that tell the person's role."""
    title: str = ""
    """The honorific before a name, lower case, or the determiner of a noun phrase."""
    possessive: bool = False
    governed: bool = False
    """Whether a preposition stands before it: no subject, then."""
    subject: float = 0.0
    """How much it looks like a subject, 0 to 1."""
    shift: float = 0.0
    """What `subject` is more or less for whom "he" means: in "While Doe waits, Roe has left" that is Roe."""
    inside: bool = False
    """Whether it is only part of another's role ("Clinton" in "Clinton spokesman Brian Fallon")."""
    sentence: int = 0
    passage: int = 0
    quoted: int = -1
    evidence: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """For a name: how much speaks for a person, an organisation, a place."""
    entity: int = -1
    """Index of the entity that a name stands for."""
    rule: str = "name/new"
    """The rule of `rules` that found the entity."""


PRONOUNS: dict[str, tuple[Being, str, bool]] = {
    "he": ("person", "m", False),
    "she": ("person", "f", False),
    "they": ("group", "u", True),
    "it": ("other", "n", False),
    "i": ("person", "u", False),
    "we": ("group", "u", True),
    "who": ("person", "u", False),
    "you": ("person", "u", False),
    "his": ("person", "m", False),
    "her": ("person", "f", False),
    "him": ("person", "m", False),
    "which": ("other", "n", False),
    "that": ("other", "n", False),
    "one": ("person", "u", False),
    "another": ("person", "u", False),
    "some": ("group", "u", True),
    "many": ("group", "u", True),
    "others": ("group", "u", True),
    "both": ("group", "u", True),
    "those": ("group", "u", True),
}
BARE_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "you", "others"))
DRAWN = {
    f"{pronoun}{mark}{verb}": pronoun
    for pronoun in ("he", "she", "they", "we", "who")
    for mark in "'’"
    for verb in ("s", "d", "ll", "ve", "re")
}
"""A pronoun that a verb is drawn to ("she's said") to the pronoun; an "it's" mostly means nobody."""
SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
AGED = "-year-old"
CONTRACTED = frozenset(("d", "ll", "m", "ve", "re", "t"))
AUXILIARIES = frozenset(
    ("is", "was", "has", "had", "will", "would", "are", "were", "did", "does", "also", "could")
)
ADDRESSING = frozenset(("told", "tells", "asked", "asks", "telling", "asking"))
ROYAL = frozenset(
    (
        "sheikh",
        "shaikh",
        "mullah",
        "ayatollah",
        "emperor",
        "prince",
        "princess",
        "king",
        "queen",
        "pope",
        "lord",
        "lady",
        "baron",
        "baroness",
        "duke",
        "duchess",
    )
)
"""Titles that stay with a name of one word."""
CALLED = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady"))
"""Titles after which a noun for a role is a surname, if it can be one."""
TELLING = frozenset(
    ("based", "maker", "owner", "owned", "born", "led", "listed", "backed", "run", "controlled", "trained")
)
"""What the last part of a compound before a name may be that is no part of it: "London-based"."""
OWNED = frozenset(
    (
        "office",
        "department",
        "association",
        "college",
        "council",
        "union",
        "club",
        "foundation",
        "trust",
        "institute",
        "fund",
        "guild",
        "federation",
        "league",
        "hospital",
    )
)
"""Bodies that are named for the people whose they are: "Sheriff's Office"."""
FOUNDED = frozenset(
    (
        "bakery",
        "bank",
        "bar",
        "bistro",
        "brewery",
        "cafe",
        "café",
        "cathedral",
        "church",
        "college",
        "deli",
        "diner",
        "distillery",
        "farm",
        "foods",
        "hospital",
        "hotel",
        "inn",
        "kitchen",
        "magazine",
        "motors",
        "museum",
        "pizza",
        "pub",
        "restaurant",
        "school",
        "stores",
        "supermarket",
        "supermarkets",
        "theatre",
        "university",
        "weekly",
    )
)
"""Firms and houses that bear the name of an owner who is nobody in the article: "Harper's Brewery"."""
WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
THINGS = frozenset(("model", "rear", "agent", "chair", "fan", "conductor", "driver", "guard"))
"""Nouns for persons that are more often things, unless a verb of saying stands beside them."""
PARTS = frozenset(("head", "chest"))
"""Nouns for persons or things that are of somebody's body after "his" or "her"."""
OWNING = frozenset(("his", "her", "my", "their", "your", "our"))
HALVES = frozenset(("new", "north", "south", "east", "west", "great", "grand", "royal", "national"))
"""Words that only open names."""
ELECTED = frozenset(("sen", "rep", "gov"))
"""Short forms of offices, which belong to the role before them: "South Carolina Sen."."""
PAPERS = frozenset(("review", "post", "press", "news", "tribune", "times", "record", "star", "herald"))
"""Last parts of the names of newspapers."""
CALLING = frozenset(("save", "stop", "protect", "defend", "reclaim", "free", "reform"))
"""Verbs that open the names of campaigns, before "the": "Save the Meadow"."""
REPORTING = frozenset(
    ("said", "says", "claimed", "claims", "alleged", "alleges", "recalled", "recalls", "quoted")
)
REACHED = 40
"""A quote begins so many tokens at most after who said it."""
TOLD = ADDRESSING | {"said", "announced", "replied", "shouted", "warned", "promised", "texted", "wrote"}
"""Verbs of whoever reports what another said, and of the other."""
HELD = {
    "sen": ("senator", "lawmaker"),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "gov": ("governor",),
    "gen": ("general",),
    "prof": ("professor",),
    "dr": ("doctor",),
    "cllr": ("councillor",),
    "rev": ("reverend", "pastor"),
}
"""Titles before a name to the nouns that they stand for."""
SEATED = frozenset(
    (
        "prince",
        "princess",
        "duke",
        "duchess",
        "earl",
        "countess",
        "marquess",
        "bishop",
        "archbishop",
        "sultan",
    )
)
"""Titles that are a name with the place after them: "the Duke of Rutland"."""
OFFICES = frozenset(
    ("ministry", "department", "embassy", "army", "navy", "parliament", "government", "treasury")
)
JOINT = frozenset(("police", "council", "association", "constabulary", "foundation", "partners"))
"""Last words of an organisation named for two places."""
SUBORDINATING = frozenset(
    (
        "while",
        "as",
        "when",
        "after",
        "before",
        "because",
        "although",
        "though",
        "once",
        "since",
        "until",
        "if",
    )
)
"""Words that open a clause before the sentence's subject."""
SHORT_OPENING = 6
"""Such a word stands so many tokens at most before the first mention."""
DATELINE = re.compile(
    r"[^\W\d_a-z][\w.,'’/ -]{1,50}?(?:\([^()\n]{2,30}\)\s*)?(?:—|–|--|-)\s|[A-Z][A-Z .,]{2,40}:\s"
)
INNER = frozenset(("to", "up", "stop", "for", "against", "on", "at", "the", "and", "of", "out", "off", "not"))
"""Words that open sentences and stand in names too, with a capital there."""
SMALL = frozenset(("of", "for", "and", "to", "on", "in", "at", "up", "&"))
"""Small words inside the names of organisations."""
PROOF = 30
"""What speaks for a body where the text says so, beside what its form says each time."""
NAME_LINE = 16
"""A line of a name and a role has so many tokens at most."""
SIGNED = 40
"""Shorter lines, in code points, are no wrapped text."""
LONGEST = 14
"""Names have at most so many tokens."""
ASIDE = 12
"""Longest aside between a name and its verb, in tokens."""
TITLE_CASE = 0.6
"""Share of capitalised words from which a heading's capitals tell nothing of names."""


@cache
def nouns() -> dict[str, tuple[Being, str, bool]]:
    """Noun that may be a source, lower case, to what it stands for, gender, and whether it is a plural."""
    found: dict[str, tuple[Being, str, bool]] = {}
    for noun in lists.words("en/documents.txt"):
        plural = noun.endswith("s") and not noun.endswith(("ss", "is", "ews"))
        found[noun] = ("document", "n", plural)
    for noun in lists.words("en/bodies.txt"):
        found[noun] = ("organization", "n", False)
        found[_plural(noun)] = ("organization", "n", True)
    for noun in lists.people():
        found[_plural(noun)] = ("group", "u", True)
    for noun, gender in lists.people().items():
        found[noun] = ("person", gender, False)
    for noun in lists.words("en/groups.txt"):
        found[noun] = ("group", "u", True)
    return found


@cache
def _tellers() -> frozenset[str]:
    """Words in small letters that may stand for somebody."""
    return frozenset((*PRONOUNS, *DRAWN, *nouns()))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def find_mentions(text: str, passages: Sequence[Passage], tokens: Tokens) -> list[Mention]:
    """The mentions in source order, inside and outside quotation marks.

    A heading whose words are all capitalised tells no names of its own: only those that the rest of the
    article has are found there.
    """
    finder = _Finder(text, passages, tokens)
    finder.scan()
    _find_subjects(text, tokens, finder.found)
    _find_reports(tokens, finder.found)
    return finder.found


def _find_reports(tokens: Tokens, mentions: list[Mention]) -> None:
    """Let who only reports what another said be no speaker.

    That is Doe in "Doe said Roe told her: “…”", and the Post in "Doe called it “…”, according to the Post".
    """
    words, quoted, strengths = tokens.words, tokens.quoted, cues.strengths()
    own = [m for m in mentions if m.quoted < 0 and m.words != ("that",)]
    speaker: Mention | None = None
    for mention, following in pairwise(own):
        after = word_at(words, mention.last)
        if after in REPORTING and _reports(tokens, mention, following):
            mention.inside = True
        elif mention.subject == 1 and not mention.inside and mention.shift >= 0:
            speaker = mention if strengths.get(after_aside(words, mention.last), 0) >= 7 else None
        if not following.governed or speaker is None or speaker.sentence != following.sentence:
            continue
        before = following.first - 1 - (words[following.first - 1].lower() in ("the", "a"))
        if words[before].lower() == "to" and words[before - 1].lower() == "according":
            near = min(before, speaker.last + REACHED)
            opening = next((i for i in range(speaker.last, near) if quoted[i] >= 0), before)
            following.inside = opening < before and "," not in words[speaker.last : opening]


def _reports(tokens: Tokens, outer: Mention, inner: Mention) -> bool:
    """Whether `outer` tells what `inner` said in the marks that open next."""
    words = tokens.words
    between, i = words[outer.last : inner.first], inner.last
    if between == ["quoted"]:
        return words[i : i + 2] in (["as", "saying"], ["as", "telling"])
    if between[1:] not in ([], ["that"]):
        return False
    while i + 1 < len(words) and words[i] in ("had", "has", "then", "later", "once"):
        i += 1
    if i + 4 >= len(words) or words[i] not in TOLD:
        return False
    i += 1 + (words[i + 1].lower() in PRONOUNS)
    i += words[i] in (":", ",", "that")
    return tokens.quoted[i] >= 0


def _find_subjects(text: str, tokens: Tokens, mentions: list[Mention]) -> None:
    """Set `governed` and `subject`: the first mention of a sentence, or one with a verb right after it."""
    words = tokens.words
    prepositions = lists.words("en/prepositions.txt")
    determiners = lists.words("en/determiners.txt")
    strengths = cues.strengths()
    sentence = -1
    waiting = False
    """Whether the sentence opens with a clause such as "While Doe waits" and its subject is to come."""
    previous: Mention | None = None
    for mention in mentions:
        i = mention.first - 1
        if tokens.nouns_capital and i > 0 and words[i].islower() and _is_noun(text, tokens, i):
            i -= 1  # "of the Direktbank ING"
        if i >= 0 and words[i].lower() in determiners:
            i -= 1
        before = words[i].lower() if i >= 0 else ""
        mention.governed = before in prepositions and tokens.sentences[i] == mention.sentence
        if previous is not None and previous.governed and previous.last == i and before == ",":
            # "from Tynemouth, North Tyneside, said"
            # (but not the person of "one of the owners, Jane Doe, said")
            named = mention.form == "name" and previous.form == "name"
            mention.governed = named and words[mention.last : mention.last + 1] == [","]
        previous = mention
        if mention.inside or mention.quoted >= 0 or mention.governed or mention.possessive:
            continue
        after = after_aside(words, mention.last)
        cleft = after == "who" and before in ("was", "is") and words[i - 1].lower() == "it"
        if mention.sentence != sentence or cleft:
            waiting = _opens_clause(tokens, mention)
            mention.subject = 1.0
            mention.shift = 0.5 if cleft else -0.2 if waiting else 0.0
            sentence = mention.sentence
            continue
        if (strengths.get(after, 0) >= 5 or after in AUXILIARIES) and before not in ADDRESSING:
            mention.subject = 0.6
        if waiting and before == "," and after != ",":
            mention.shift, waiting = 1.0 - mention.subject, False


def _opens_clause(tokens: Tokens, mention: Mention) -> bool:
    """Whether a sentence's first mention is in a clause before its subject: "Since naming Doe, Roe has"."""
    i = mention.first
    while i and tokens.sentences[i - 1] == mention.sentence and mention.first - i < SHORT_OPENING:
        i -= 1
        if tokens.words[i] == ",":
            return False
    return tokens.words[i].lower() in SUBORDINATING


def _is_noun(text: str, tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a noun that is read as itself, in a language whose nouns have capitals."""
    return (
        text[tokens.starts[i]].isupper()
        and text[tokens.starts[i] + 1 : tokens.ends[i]] == tokens.words[i][1:]
    )


def word_at(words: Sequence[str], i: int) -> str:
    """Word `i`, or a full stop behind the last."""
    return words[i] if i < len(words) else "."


def after_aside(words: list[str], i: int) -> str:
    """The word at token `i`, in small letters, or that after the brackets or commas that start there."""
    closing = {"(": ")", ",": ","}.get(words[i] if i < len(words) else ".")
    if closing is not None and closing in words[i + 1 : i + ASIDE]:
        i = words.index(closing, i + 1) + 1
    return words[i].lower() if i < len(words) else "."


def is_name_line(words: Sequence[str]) -> bool:
    """Whether the words of a passage are a full name, and perhaps a role behind a comma or dash."""
    first = words[0].lower() if words else ""
    if (
        len(words) > NAME_LINE
        or first not in lists.given_names()
        or first in lists.words("en/common_words.txt")
    ):
        return False
    stop = 1
    while stop < len(words) and stop < 5 and (words[stop][0].isupper() or words[stop] == "."):
        stop += 1
    rest = words[stop:]
    strengths = cues.strengths()
    told = any(strengths.get(w.lower(), 0) >= cues.SURE or w in AUXILIARIES or w in ".?!:" for w in rest)
    name = [word for word in words[:stop] if word != "."]
    return 1 < len(name) < 4 and not told and (not rest or (rest[0] in ",(|–—-" and len(rest) > 1))


def capital_after(words: Sequence[str], j: int, end: int) -> bool:
    """Whether a capitalised word follows token `j`, or an article and one."""
    i = j + 2 if j + 1 < end and words[j + 1] == "the" else j + 1
    return i < end and words[i][0].isupper()


class _Finder:
    """One pass over the tokens; holds what the methods share."""

    def __init__(self, text: str, passages: Sequence[Passage], tokens: Tokens) -> None:
        self.text, self.passages, self.tokens = text, passages, tokens
        self.found: list[Mention] = []
        self.inner: set[str] = set()
        self.alone: set[str] = set()
        """`inner`: words capitalised after a small one, for no sentence's sake; `alone`: on their own."""
        self.pairs: set[tuple[str, str]] = set()
        """Two capitalised words in a row, of which the first is one of `inner`."""
        self.surnames: set[str] = set()
        """Last words of the names of several words so far."""
        self.whole: set[str] = set()
        """Names that end like an owner's: `Moody's`."""
        self.reached = 0
        """The token after the latest name that goes on after its run of capitalised words."""
        self.printed = frozenset(tokens.words)
        self.acronyms = {w for w in self.printed if 2 < len(w) < 7 and w.isupper() and w.isalpha()}
        self.spelt: dict[int, int] = {}
        """First token of a name that an acronym in brackets spells out to the token after it."""
        self.common = lists.words("en/common_words.txt")
        self.openers = lists.words("en/sentence_openers.txt") | lists.words("en/function_words.txt")
        self.determiners = lists.words("en/determiners.txt")
        self.stops = lists.words("en/function_words.txt")
        self.verbs = lists.words("en/past_verbs.txt")
        self.people = lists.people()
        self.heading = lists.words("en/heads_of_bodies.txt")
        self.honorifics = lists.honorifics()
        self.roles = lists.words("en/role_words.txt")
        self.particles = lists.words("en/particles.txt")
        self.organizing = lists.words("en/organizing.txt")
        self.calendar = lists.words("en/calendar.txt")
        self.demonyms = lists.words("en/demonyms.txt")
        self.nouns = nouns()
        aged = {w for w in self.printed if w.endswith(AGED)} if AGED in text or tokens.glossed else set()
        self.telling = self.printed & _tellers() | aged
        """Words in small letters that may stand for somebody."""
        self.organization = lists.words("en/organization_words.txt")
        self.abbreviations = lists.words("en/abbreviations.txt")
        self.place_words = lists.words("en/place_words.txt")
        self.places = lists.entries("places.txt") | lists.entries("en/places.txt")
        self.cues = cues.strengths()

    def scan(self) -> None:
        tokens, words = self.tokens, self.tokens.words
        headings: list[tuple[int, int]] = []
        running: list[tuple[int, int]] = []
        owning: set[str] = set()
        for index, passage in enumerate(self.passages):
            first, last = tokens.at(passage.span[0]), tokens.at(passage.span[1])
            if first == last:
                continue
            titled = self._is_title_case(words[first:last], passage.place in ("title", "subtitle", "heading"))
            if titled and (passage.place == "title" or not is_name_line(words[first:last])):
                headings.append((first, last))
                continue
            dateline = DATELINE.match(self.text, *passage.span) if index < 4 else None
            if dateline and (dateline.group()[:3].isupper() or "(" in dateline.group()):
                first = tokens.at(dateline.end())
            running.append((first, last))
            self.alone.update(
                bare(words[i])
                for i in range(first + 1, last)
                if words[i][0].isupper()
                and words[i - 1].islower()
                and not (i + 1 < last and words[i + 1][0].isupper())
            )
            for i, (before, after) in enumerate(pairwise(words[first:last]), first + 2):
                if (
                    before[-1] == "s"
                    and before[0].isupper()
                    and before[-2:-1] in ("'", "’")
                    and self._says(after)
                ):
                    owning.add(before)
                if after[0].isupper() and before.islower():
                    self.inner.add(bare(after))
                    if i < last and words[i][0].isupper():
                        self.pairs.add((after, bare(words[i])))
                elif before == "(" and after[:2].isupper() and words[i : i + 1] == [")"]:
                    self._spell_out(after, i - 2, first)
        if owning:
            owning = {w for w in owning if bare(w).lower() not in self.openers}
            self.whole = owning - {f"{w}{end}" for w in set(words) for end in ("'s", "’s")}
        for first, last in running:
            self._scan(first, last)
        if headings:
            known = self._known()
            for first, last in headings:
                self._scan_heading(first, last, known)
            self.found.sort(key=lambda m: m.first)

    def _spell_out(self, acronym: str, bracket: int, begin: int) -> None:
        """Find the name whose initials an acronym in brackets is: "Parks and Works Canada (PWC)"."""
        words, letters = self.tokens.words, [c.casefold() for c in acronym if c.isalpha()]
        i = bracket
        while letters and i > begin and bracket - i < LONGEST:
            i -= 1
            word = words[i]
            if word[0].casefold() == letters[-1] and word[0].isupper():
                letters.pop()
            elif word[0].casefold() == letters[-1] and word in SMALL and len(letters) > 1:
                letters.pop()  # the "o" of "Department of Defense (DoD)"
            elif word not in SMALL and word not in ("the", ","):
                return
        if not letters and len(acronym) > 1 and i < bracket - 1:
            self.spelt[i] = bracket

    @staticmethod
    def _is_title_case(words: list[str], heading: bool) -> bool:
        long = [w for w in words if len(w) > 3 and w[0].isalpha()]
        if heading and long and all(w.isupper() for w in long):
            return True
        if len(long) < 3 or (
            not heading and (len(words) > 25 or len(long) < 5 or "." in words or words[-1] == ":")
        ):
            return False
        return sum(w[0].isupper() for w in long) > TITLE_CASE * len(long)

    def _known(self) -> dict[str, set[tuple[str, ...]]]:
        """First word, folded, of the names found so far to those names; last words are names too."""
        known: dict[str, set[tuple[str, ...]]] = {}
        for name in {m.words for m in self.found if m.form == "name"}:
            folded = tuple(w.casefold() for w in name)
            known.setdefault(folded[0], set()).add(folded)
            known.setdefault(folded[-1], set()).add(folded[-1:])
        return known

    def _scan_heading(self, first: int, last: int, known: dict[str, set[tuple[str, ...]]]) -> None:
        words = [bare(w) for w in self.tokens.words[first:last]]
        folded = [w.casefold() for w in words]
        i = 0
        while i < len(words):
            names = known.get(folded[i], ())
            stop = min(len(words), i + LONGEST) if names else i
            while stop > i and tuple(folded[i:stop]) not in names:
                stop -= 1
            if stop == i and self._is_full_name(words, folded, i, known):
                stop = i + 2
            if stop > i and not (stop == i + 1 and folded[i] in self.openers):
                name = tuple(w.title() if w.isupper() and len(w) > 4 else w for w in words[i:stop])
                self._add(first + i, first + stop, "name", name, "person", "u")
                i = stop
            else:
                self._try_noun(first + i, first)
                i += 1

    def _is_full_name(
        self, words: list[str], folded: list[str], i: int, known: dict[str, set[tuple[str, ...]]]
    ) -> bool:
        """Whether a given name stands before a last name that the article has by itself: "Ann Doe Goes"."""
        if i + 1 == len(words) or folded[i] not in lists.given_names() or folded[i] in self.common:
            return False
        last = folded[i + 1]
        return words[i][0].isupper() and last not in self.common and (last,) in known.get(last, ())

    def _scan(self, first: int, last: int) -> None:
        words = self.tokens.words
        i = first
        while i < last:
            word = words[i]
            initial = word[0]
            if initial.isupper() or initial == "@" or (initial == "a" and _is_prefixed(word)):
                if word in ("I", "We", "He", "She", "They", "It", "Who", "You", "Others") and not (
                    word == "I" and i + 1 < last and words[i + 1] == "."
                ):
                    self._add_pronoun(i, word.lower())
                else:
                    stop = self._run(i, first, last)
                    if stop > i:
                        self._name(i, stop, first, last)
                        i = max(stop, self.reached)
                        continue
                    self._try_lower(i, word.lower(), first, last)
            elif initial.isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
                stop = self._run_end(i, last)
                if bare(words[stop - 1]).lower() in self.organization or "of" in words[i:stop]:
                    self._name(i, stop, first, last)  # "9th Circuit Court of Appeals"
                    i = stop
                    continue
            elif word in self.telling:
                self._try_lower(i, word, first, last)
            i += 1

    def _try_lower(self, i: int, word: str, first: int, last: int) -> None:
        if word in PRONOUNS:
            if word in BARE_PRONOUNS:
                self._add_pronoun(i, word)
            elif word in ("one", "another", "some", "many", "both", "those"):
                following = self.tokens.words[i + 1].lower() if i + 1 < last else "."
                if (
                    not following[0].isalnum()
                    or following in self.stops
                    or following in ("told", "told", "argued", "wrote", "added", "say", "of", "called")
                ):
                    self._add_pronoun(i, word)
            elif word in ("his", "her", "which", "that") and not self._is_excellency(i + 1, last):
                self._add_pronoun(i, word)
        elif word in self.nouns or word.endswith(AGED):
            self._try_noun(i, first)
        elif word in DRAWN and self.tokens.quoted[i] < 0 and word_at(self.tokens.words, i + 1) != "be":
            self._add_pronoun(i, DRAWN[word])

    def _is_excellency(self, i: int, last: int) -> bool:
        """Whether a title stands at `i`, as behind "Her" in "Her Excellency Ann Roe"."""
        word = self.tokens.words[i] if i < last else "."
        return word[0].isupper() and word.lower() in self.honorifics

    def _add_pronoun(self, i: int, word: str) -> None:
        being, gender, plural = PRONOUNS[word]
        gender = self.tokens.genders.get(i, gender)
        self._add(i, i + 1, "pronoun", (word,), being, gender).plural = plural

    def _add(
        self, first: int, last: int, form: Form, name: tuple[str, ...], being: Being, gender: str
    ) -> Mention:
        tokens = self.tokens
        end = tokens.ends[last - 1]
        word = tokens.words[last - 1]
        possessive = word.endswith(("'s", "’s")) and word not in self.whole
        if possessive:
            end -= 2
        elif len(word) > 1 and word[-1] in "'’":
            end -= 1
        mention = Mention(first, last, (tokens.starts[first], end), form, name, being, gender)
        mention.possessive = possessive
        mention.sentence, mention.passage = tokens.sentences[first], tokens.passages[first]
        mention.quoted = tokens.quoted[first]
        self.found.append(mention)
        return mention

    def _try_noun(self, i: int, begin: int) -> None:
        """A noun phrase whose head is token `i`, unless the phrase goes on after it."""
        tokens, words = self.tokens, self.tokens.words
        word = bare(words[i]).lower()
        known = self.nouns.get(word, ("person", "u", False) if word.endswith(AGED) else None)
        if known is None:
            return
        following = (
            words[i + 1] if i + 1 < len(words) and tokens.passages[i + 1] == tokens.passages[i] else "."
        )
        if (
            following in self.nouns
            and tokens.quoted[i] == tokens.quoted[i + 1]
            and self.nouns[following][0] == "person"
        ):
            return  # "campaign manager": the head comes later
        if word in THINGS and not self._says(following) and not self._says(words[i - 1] if i else "."):
            return  # "the model", of the climate
        being, gender, plural = known
        gender = tokens.genders.get(i, gender)
        first = self._phrase_start(i, begin)
        if word in PARTS and first < i and words[i - 1].lower() in OWNING and following != "of":
            return  # "shook his head"
        if first == i and not plural:
            if being in ("document", "organization"):
                return
            before = words[i - 1] if i > begin else "."
            if before in ("as", "of") or before.lower() in self.stops:
                return
        mention = self._add(first, i + 1, "noun", (word,), being, gender)
        mention.plural = plural
        mention.title = words[first].lower() if first < i else ""
        for other in reversed(self.found[:-1]):
            if not first <= other.first <= i:
                break
            other.inside = True

    def _phrase_start(self, head: int, begin: int) -> int:
        """First token of the noun phrase whose head is `head`: its determiner, at most six words before."""
        tokens, words = self.tokens, self.tokens.words
        first = head
        for i in range(head - 1, max(begin - 1, head - 7), -1):
            if tokens.quoted[i] != tokens.quoted[head]:
                break
            word = words[i].lower()
            if word in self.determiners:
                return i
            if not word[0].isalnum() or word in self.stops or self.cues.get(word, 0) >= 5:
                break
            if words[i] in self.verbs or (
                word.endswith("ed")
                and i > begin
                and (words[i - 1] in self.nouns or (words[i - 1][0].isupper() and "-" not in word))
            ):
                break  # "the conference brought readers", "Jane Doe received reports"
            if word.endswith(("'s", "’s")):
                first = i
                continue
            capital = words[i][0].isupper() and (
                not self._opens_sentence(i, begin) or (first == i + 1 and words[first][0].isupper())
            )
            if capital or word in self.nouns or word in self.roles:
                first = i
        return first

    # --- names -------------------------------------------------------------------------------------

    def _opens_sentence(self, i: int, begin: int) -> bool:
        if i == begin or self.tokens.sentences[i - 1] != self.tokens.sentences[i]:
            return True
        before = self.tokens.words[i - 1]
        return not (before[0].isalnum() or before in (",", "(", "-", "/", "&", "@", ";", "’", "'")) or (
            before in "’'" and self.tokens.starts[i] == self.tokens.ends[i - 1]
        )

    def _run(self, i: int, begin: int, end: int) -> int:
        """The token after the run of capitalised words that starts at `i`; `i` where none starts."""
        tokens, words = self.tokens, self.tokens.words
        word = words[i]
        low = bare(word).lower()
        if word[0] == "@":
            return i + 1 if len(word) > 1 else i
        if low.rpartition("-")[2] in TELLING and "-" in low:
            return i  # "State-owned Acme"
        if "-" in low and lists.words("en/numbers.txt").issuperset(low.split("-")):
            return i  # "Fifty-three percent"
        if word[1:2] == "-" and words[i - 1 : i] in (["("], [","]) and word[0] in "RDI":
            return i  # "R-Texas"
        if len(word) == 1 and not (i + 1 < end and (words[i + 1] == "." or words[i + 1][0].isupper())):
            return i
        if low in self.determiners or (low in self.stops and word not in ("US", "IT", "WHO")):
            again = low in SMALL and i + 1 < end and (word, bare(words[i + 1])) in self.pairs
            initial = word == "A" and i > begin and words[i - 1].lower() in self.people
            if not (again or (initial and i + 1 < end and len(words[i + 1]) == 1)):
                return i
        if "’" in word or "'" in word:
            stem, _, ending = word.replace("’", "'").partition("'")
            if ending in CONTRACTED or (ending == "s" and stem.lower() in self.openers):
                return i
        following = words[i + 1] if i + 1 < end and tokens.quoted[i + 1] == tokens.quoted[i] else "."
        proven = self.inner if following[0].isupper() or low not in self.common else self.alone
        unproven = bare(word) not in self.surnames and (bare(word) not in proven or low in self.nouns)
        if i in self.spelt:
            return self.spelt[i]
        if self._opens_sentence(i, begin) and unproven:
            again = (word, bare(following)) in self.pairs or (
                low in self.calendar
                and low in lists.given_names()
                and following.lower() in lists.words("surnames.txt")
                and following.lower() not in self.common
            )  # "May Chen"
            if not again and (low in self.openers or not self._names_after_all(i, low, following, end)):
                return i
        elif low in self.openers and not following[0].isupper() and word != "WHO":
            return i
        if word.endswith(("'s", "’s")) and not self._owns(i, i, end):
            return i + 1
        return self._over_nickname(self._run_end(i, end), end)

    def _names_after_all(self, i: int, low: str, following: str, end: int) -> bool:
        """Whether a word that opens a sentence belongs to a name although its capital proves nothing."""
        if following[0].isupper():
            if low not in self.common:
                return low in lists.given_names() or not low.endswith("ly")
            if (
                low in self.people
                or low in self.roles
                or low in self.honorifics
                or low in lists.given_names()
            ):
                return True
            # "Amnesty International", "Local Government Association", but not "Meanwhile Harvard University"
            stop = self._run_end(i + 1, end)
            if (
                stop == i + 2
                and bare(following) in self.places
                and self._says(word_at(self.tokens.words, stop))
            ):
                return True  # "Age Scotland said"
            if stop > i + 2 and bare(self.tokens.words[stop - 1]) in self.places:
                return True  # "Cancer Research UK"
            return low in self.organization or any(
                w.lower() in self.organization or (w[0].isupper() and w.lower() in INNER)
                for w in self.tokens.words[i + 1 : stop]
            )
        if following == "&" and i + 2 < end and self.tokens.words[i + 2][0].isupper():
            return True  # "Marks & Spencer"
        if following in ("of", "for") and low in self.organizing and low not in self.people:
            stop = self._run_end(i, end)  # "Bank of Leith", but not "Friends of Doe" or of "Mr Doe"
            people = low in self.nouns and self.nouns[low][0] == "group"
            named = word_at(self.tokens.words, i + 2).lower()
            known = people and (named in self.honorifics or named in lists.given_names())
            return stop > i + (3 if people else 2) and not known
        if following == "the" and low in CALLING:
            return self._run_end(i, end) > i + 2  # "Save the Meadow"
        plain = low in self.common or low in self.nouns or low.removesuffix("s") in self.common
        given = low in lists.given_names()
        if plain or (low.endswith(("ly", "ing", "ists", "ians", "ments")) and not given):
            return False
        return not self.tokens.words[i].isupper() or len(low) < 6 or following.islower()  # no "WATCH: …"

    def _run_end(self, i: int, end: int) -> int:
        """The token after the run of capitalised words that starts at `i`, whatever opens it."""
        tokens, words = self.tokens, self.tokens.words
        quoted = tokens.quoted[i]
        stop = j = i + 1
        office = False
        """Whether the run has an "of" after a word such as "Ministry"."""
        while j < end and tokens.quoted[j] == quoted and j < i + LONGEST:
            previous, word = words[j - 1], words[j]
            capital = j + 1 < end and words[j + 1][0].isupper() and tokens.quoted[j + 1] == quoted
            if self._is_signed_off(j):
                break
            if word[0].isupper():
                if (
                    previous == "."
                    and len(words[j - 2]) > 1
                    and words[j - 2].lower() not in self.abbreviations
                ):
                    break
                if word in WEEKDAYS and previous.lower() not in self.common:
                    break  # "in New Hampshire Monday"
                initial = len(word) == 1 and words[j + 1 : j + 2] == ["."]  # "Anna A. Pryor"
                if word.lower() in self.openers and word != "US" and not initial and not self._closes(j, end):
                    # "Stand Up To Racism"
                    low = words[j + 1].lower() if capital else ""
                    if not (capital and word.lower() in INNER and (low in INNER or low not in self.openers)):
                        break
                stop = j + 1
                if word.endswith(("'s", "’s")) and not self._owns(j, i, end):
                    break
            elif word == "." and tokens.starts[j] == tokens.ends[j - 1]:
                if previous in SUFFIXES:
                    stop = j + 1
                    break
                if not (len(previous) == 1 or previous.lower() in self.abbreviations):
                    break
            elif _is_prefixed(word):
                stop = j + 1
            elif word in self.particles:
                if not (capital or (j + 1 < end and words[j + 1] in self.particles)):
                    break
            elif word in ("of", "for") and previous.lower() in self.organizing:
                office = True
                if j + 1 < end and words[j + 1] == "the":
                    j += 1
                if not (j + 1 < end and words[j + 1][0].isupper()):
                    break
            elif word == "on" and capital_after(words, j, end) and previous.lower() in self.organizing:
                if previous.lower() in self.people or self._is_day(j + 1 + (words[j + 1] == "the")):
                    break
                office = True  # "Joint Commission on the Safety of Bridges"
                j += words[j + 1] == "the"
            elif word == "of" and office and capital and stop == j:
                pass
            elif word == "between" and office and capital and words[j + 2 : j + 3] == ["and"]:
                pass  # "Commission on Trade between Holm and Lindsay"
            elif word == "at" and capital and self._is_seat(j, end):
                pass  # "Tide Institute at Torrey College"
            elif word == "and" and capital and self._is_institution(previous) and self._shares_seat(j, end):
                pass  # "Harbour Fund and Tide Institute at Torrey College"
            elif word == "and" and capital and self._is_role(previous.lower()) and self._leads(j + 1, end):
                pass  # "Acme Co-Owner and Lead Planner Erin Vance"
            elif word == "and" and capital and self._is_double_office(j, end):
                pass  # "Police and Crime Commissioner Ann Roe"
            elif word == "the" and capital and j == i + 1 and previous.lower() in CALLING:
                pass
            elif word == "the" and capital and words[j + 1] in ("Hon", "Rt", "Right", "Honourable"):
                pass  # "Senator the Hon. Ann Roe"
            elif word == "," and capital and words[j + 1] in SUFFIXES:
                pass
            elif word in "'’" and previous.endswith("s") and tokens.starts[j] == tokens.ends[j - 1]:
                after = j  # "Citizens' Independent Trust"
                while after + 1 < min(end, j + 5) and words[after + 1][0].isupper():
                    after += 1
                if bare(words[after]).lower() not in self.organization:
                    break
            elif word == "," and office and capital and self._list_goes_on(j + 2, end):
                pass
            elif word == "&" or (word == "and" and office):
                if not capital:
                    break
            elif word == "and" and capital and self._is_spelt(i, j, end):
                pass  # "University and College Union", where UCU is printed too
            elif word == "and" and capital and (j == i + 1 or self._is_field(previous)):
                # "Devon and Cornwall Police", "Food and Drug Administration"
                after = self._run_end(j + 1, end)
                final = bare(words[after - 1]).lower()
                fields = all(map(self._is_field, words[i:j])) or self._is_field(words[j + 1])
                if after < j + 3 or not (
                    (final in JOINT and j == i + 1)
                    or (final in self.organization and self._is_field(previous) and fields)
                ):
                    break
            else:
                break
            j += 1
        return stop

    def _is_signed_off(self, j: int) -> bool:
        """Whether a short line ends before token `j`, as below a letter: its name does not go on there."""
        text, end = self.text, self.tokens.ends[j - 1]
        if text[end : end + 1] != "\n":
            return False
        return text.rfind("\n", max(0, end - SIGNED), end) >= 0

    def _closes(self, j: int, end: int) -> bool:
        """Whether the word at `j`, which opens sentences too, ends a body's name: "Clean Water Watch"."""
        low = self.tokens.words[j].lower()
        return low in self.organization and not (j + 1 < end and self.tokens.words[j + 1][0].isupper())

    def _is_day(self, i: int) -> bool:
        return bare(self.tokens.words[i]).lower() in self.calendar

    def _is_institution(self, word: str) -> bool:
        low = bare(word).lower()
        return low in self.organization and low not in self.people

    def _capitals(self, i: int, end: int) -> int:
        """The token after the capitalised words at `i`."""
        words = self.tokens.words
        stop = i
        while stop < min(end, i + LONGEST) and words[stop][0].isupper():
            stop += 1
        return stop

    def _is_seat(self, j: int, end: int) -> bool:
        """Whether an institution stands on both sides of the "at" at `j`."""
        words = self.tokens.words
        after = self._capitals(j + 1, end)
        return self._is_institution(words[j - 1]) and self._is_institution(words[after - 1])

    def _shares_seat(self, j: int, end: int) -> bool:
        """Whether an institution that has its seat at another follows the "and" at `j`."""
        after = self._capitals(j + 1, end)
        return after < end and self.tokens.words[after] == "at" and self._is_seat(after, end)

    def _leads(self, i: int, end: int) -> bool:
        """Whether a second role and a full name follow at `i`: "Lead Planner Erin Vance"."""
        words = self.tokens.words
        after = self._capitals(i, end)
        role = next((at for at in range(i, after) if self._is_role(words[at].lower())), after)
        return role + 3 <= after and words[role + 1].lower() in lists.given_names()

    def _is_double_office(self, j: int, end: int) -> bool:
        """Whether the "and" at `j` joins what an office is for: "Police and Crime Commissioner"."""
        words = self.tokens.words
        before, after = words[j - 1].lower(), words[j + 1].lower()
        if (
            j + 3 >= end
            or not {before, after} <= self.common
            or self._is_role(before)
            or self._is_role(after)
        ):
            return False
        named = words[j + 3][0].isupper() and words[j + 3].lower() not in self.common
        return named and words[j + 2][0].isupper() and self._is_role(words[j + 2].lower())

    def _owns(self, j: int, i: int, end: int) -> bool:
        """Whether the owner at `j` is part of a name: "St. Mary's Hospital", "Children's Trust"."""
        words = self.tokens.words
        if j + 1 >= end or not words[j + 1][0].isupper():
            return False
        if bare(words[j + 1]).lower() in FOUNDED and self._is_founder(words[j]):
            return True
        if bare(words[j + 1]).lower() not in self.organization:
            return False
        owner = bare(words[j]).lower()
        at = j - 2 if words[j - 1] == "." else j - 1
        saint = at >= i and words[at] == "St"
        people = owner in self.people or (owner in self.nouns and self.nouns[owner][0] == "group")
        return saint or (people and bare(words[j + 1]).lower() in OWNED)

    def _is_founder(self, owner: str) -> bool:
        """Whether an owner is nothing but a word of a name: "Harper's Brewery", but not "Leith's Brewery"."""
        stem = bare(owner)
        return stem not in self.printed and stem not in self.places and stem.lower() not in self.demonyms

    def _is_spelt(self, i: int, j: int, end: int) -> bool:
        """Whether the initials of the words on both sides of the "and" at `j` are an acronym of the text."""
        if not self.acronyms:
            return False
        words = self.tokens.words
        letters = "".join(w[0] for w in words[i:j] if w[0].isupper())
        stop = j + 1
        while stop < end and (words[stop][0].isupper() or words[stop] in SMALL):
            letters += words[stop][0] if words[stop][0].isupper() else ""
            if letters in self.acronyms:
                return True
            if len(letters) > 6:
                return False
            stop += 1
        return False

    def _is_field(self, word: str) -> bool:
        """Whether the first of two words joined by "and" is only part of an office's name, as "Food" is."""
        low = word.lower()
        known = low in self.organization or low in self.nouns or low in self.demonyms or low in OFFICES
        common = low in self.common or low.endswith(("al", "ic"))
        return common and not known and word not in self.alone

    def _list_goes_on(self, j: int, end: int) -> bool:
        """Whether "and Tourism" follows, as in "Ministry of Environment, Forestry and Tourism"."""
        words = self.tokens.words
        return j + 1 < end and words[j] == "and" and words[j + 1][0].isupper()

    def _over_nickname(self, stop: int, end: int) -> int:
        """A run goes on over a nickname in quotation marks: Samson ‘John’ Tollet."""
        tokens, words = self.tokens, self.tokens.words
        j = stop
        if j < end and words[j] == "." and len(words[j - 1]) == 1:
            j += 1
        opening = j
        if j >= end or tokens.quoted[j] < 0 or words[j][0].isalnum():
            return stop
        number = tokens.quoted[j]
        while j < end and j < opening + 5 and tokens.quoted[j] == number:
            j += 1
        if j < end and j - opening in (3, 4) and words[j][0].isupper() and words[opening + 1][0].isupper():
            return j + 1
        return stop

    def _name(self, first: int, last: int, begin: int, end: int) -> None:
        """Add the mention in the run of capitalised words `first:last`, its titles and role taken off."""
        tokens, words = self.tokens, self.tokens.words
        people, honorifics = self.people, self.honorifics
        lead = first
        for i in range(last - 2, first, -1):
            if "-" in words[i] and words[i].rpartition("-")[2] in TELLING:
                first = i + 1  # "South African-based Acme"
                break
        final = bare(words[last - 1]).lower()
        opening = words[first].lower()
        owner = self.nouns.get(words[first - 1]) if first > begin else None
        called = owner is not None and owner[0] == "organization" and words[first - 1].islower()
        called = called and opening not in self.roles | honorifics.keys() and not self._is_role(opening)
        office = (
            words[first + 1 : first + 2] == ["of"] and opening in self.organizing and opening not in people
        )
        """Whether it is the "Department of Justice", whose last word is a role too."""
        institution = (final in self.organization and final not in people) or called or office
        start, title, gender, in_role = first, "", "u", False
        surname = last - 1
        while surname > first and words[surname] in {*SUFFIXES, "."}:
            surname -= 1  # "Martin Luther King Jr.": no king
        for i in () if called else range(first, surname if surname < last - 1 else last):
            word = words[i] if words[i] in honorifics else words[i].lower()
            if word in honorifics and not (word in ("st", "may", "count", "sec") or i + 1 == last):
                if institution and i > first:
                    break
                start, title = i + 1, word
                if honorifics[word] != "u":
                    gender = honorifics[word]
                if i + 1 < last and words[i + 1] == ".":
                    start = i + 2
            elif word[-2:] in ("'s", "’s") and i + 1 < last and words[i + 1].lower() in FOUNDED:
                break  # "King's College Leith"
            elif i == last - 1 and self._is_lettered(start, i):
                continue  # "Ruth Penhale MP"
            elif self._is_role(word):
                # a surname that is a role too ("Clay Marshal"), a word of an institution's name
                named = start == i and title in CALLED and i + 1 == last  # "Dr Baker"
                named = (named and word in lists.words("surnames.txt")) or (
                    i > first
                    and i == last - 1
                    and not in_role
                    and words[i - 1].lower() in lists.given_names()
                )
                if named or (
                    institution
                    and (office or i + 1 < last)
                    and words[min(i + 1, last - 1)].lower() not in lists.given_names()
                ):
                    continue
                start, in_role = i + 1, True
                if people.get(bare(word), "u") != "u":
                    gender = people[bare(word)]
        given = lists.given_names()
        if start == first and last - first > 2 and not institution and words[first].lower() not in given:
            following = words[first + 1].lower()
            particle = following in self.particles and words[first].lower() not in self.common
            proven = following in given and following not in self.common and not particle
            proven = proven and words[first + 1] not in self.places
            proven = proven and not words[first].endswith("ing")  # "Celebrating Ann Roe"
            if proven and (self._opens_sentence(first, begin) or words[first].lower() in self.common):
                start, in_role = first + 1, True  # "Conductor Helen Marlow"
        start = self._split_affiliation(start, last)
        is_surname = start == last and last == first + 1 and bare(words[first]) in self.surnames
        if is_surname and not (first and words[first - 1].lower() == "the"):
            start, in_role, gender = first, False, "u"  # "King said", after "Martin Luther King"
        name = self._words_of(start, last, tokens.quoted[first])
        owned = start == first and start > begin and words[start - 1].endswith(("'s", "’s"))
        if name and owned and self._is_office(name) and self._governs(start - 1):
            before = start - 1  # "South Africa's Ministry of Foreign Affairs"
            while (
                before > begin and words[before - 1][0].isupper() and not self._opens_sentence(before, begin)
            ):
                before -= 1
            if words[before].lower() in self.openers or words[before].lower() in self.determiners:
                before = start - 1
            name = (*words[before:start], *name)
            first = start = before
            while self.found and self.found[-1].first >= first:
                self.found.pop()
        if not name:
            self._add_role_only(first, last, begin)
            return
        while len(name) > 2 and name[-1] in lists.words("en/postnominals.txt"):
            name = name[:-1]
        if title in ROYAL and len(name) == 1:
            name = (title.title(), *name)
        low = [w.lower() for w in name]
        after = words[last].lower() if last < end else "."
        if (
            all(w in self.calendar or w in self.demonyms for w in low)
            or (low[-1] in self.demonyms and len(low) < 3 and not (len(low) == 2 and low[0] in given))
        ) and (
            self.cues.get(after, 0) < 7
            or low[-1] in self.calendar
            or (first > begin and words[first - 1].lower() == "the")
        ):
            if low[-1] in self.demonyms and len(low) == 1 and self._says(after) and low[-1][-1] != "s":
                self._add(first - 1, last, "noun", (low[-1],), "person", "u").title = "the"
                return  # "the Portuguese said"
            if low[-1] in self.demonyms and low[-1].endswith("s"):
                self._add(first, last, "noun", (low[-1],), "group", "u").plural = True
            return
        if len(name) == 1 and (low[0] in HALVES or low[0] in self.place_words):
            return
        if len(name) > 1:
            self.surnames.add(name[-2] if name[-1] in SUFFIXES else name[-1])
        several = len(low) > 1 and low[0][-1] == "s" and low[0] not in given
        several = several and (
            (low[0] in self.demonyms and low[1] not in self.common)
            or (low[1] in given and self.nouns.get(low[0], ("",))[0] == "group")
        )
        if several:
            name, low, start = name[1:], low[1:], start + 1  # "Republicans Doe and Roe", "Twins Ann and Bea"
        named = low[-1] in self.organization or "&" in low  # "Northern Rail", "Northern Trust & Savings"
        while len(low) > 1 and low[0] in self.calendar and low[0] not in lists.given_names() and not named:
            name, low, start = name[1:], low[1:], start + 1
        role_first = first
        if start == first or in_role or title:
            role_first = self._role_before(first, begin)
        if in_role and role_first > begin and words[role_first - 1].endswith(("'s", "’s")):
            role_first -= 1
        elif (
            in_role
            and role_first > begin + 1
            and words[role_first - 1] == "of"
            and words[role_first - 2].lower() in people
        ):
            role_first -= 2  # "Minister of Health Jane Doe"
        elif in_role and role_first > begin + 2 and words[role_first - 2 : role_first] == ["of", "the"]:
            role_first -= (
                3 if words[role_first - 3].lower() in people else 0
            )  # "Leader of the Council Jane Doe"
        mention = self._add(min(lead, role_first), last, "name", name, "person", gender)
        if role_first < start and (in_role or role_first < first):
            role_end = start if start > first else first
            while role_end > role_first + 1 and (
                self._is_title(role_end - 1) or words[role_end - 1] == "the"
            ):
                role_end -= 1  # "local GP Dr", "Senator the Hon."
            mention.role = (tokens.starts[role_first], tokens.ends[role_end - 1])
            for other in reversed(self.found[:-1]):
                if other.last <= role_first:
                    break
                other.inside = True
            if gender == "u":
                told = people.get(bare(words[role_end - 1]).lower(), "u")
                mention.gender = tokens.genders.get(role_end - 1, told)
        mention.title = title
        if mention.gender == "u" and len(name) > 1 and title not in ROYAL:
            mention.gender = gender_of(name)
        mention.evidence = self._evidence(mention, name, low, start, last, begin, end)
        if called and start == first:
            person, organization, place = mention.evidence
            mention.evidence = (person, organization + 2, place)  # "the charity Fair Justice"

    def _is_lettered(self, start: int, i: int) -> bool:
        """Whether the token at `i` is nothing but letters behind the full name that begins at `start`."""
        words = self.tokens.words
        known = words[start].lower() in lists.given_names() or bare(words[i - 1]) in self.surnames
        return i - start > 1 and bare(words[i]) in lists.words("en/postnominals.txt") and known

    def _says(self, word: str) -> bool:
        return self.cues.get(word, 0) >= 7

    def _is_title(self, i: int) -> bool:
        """Whether the token at `i` is an honorific or its full stop."""
        word = self.tokens.words[i - (self.tokens.words[i] == ".")]
        return word[0].isupper() and word.lower() in self.honorifics and word.lower() not in ELECTED

    def _is_role(self, word: str) -> bool:
        """Whether a word, in small letters, tells a role: `senator`, `editor-in-chief`."""
        word = bare(word)
        if word in self.people:
            return True
        head, _, tail = word.partition("-")
        if tail in PAPERS:
            return False  # "the Spokesman-Review"
        return bool(tail) and (head in self.people or tail.rpartition("-")[2] in self.people)

    def _governs(self, i: int) -> bool:
        """Whether the owner at `i` is a place: "Norway's" Ministry of Justice, but not "Doe's"."""
        stem = bare(self.tokens.words[i])
        return stem in self.places or f"{self.tokens.words[i - 1]} {stem}" in self.places

    def _is_office(self, name: tuple[str, ...]) -> bool:
        """Whether a name is of an office that every country has."""
        return len(name) > 1 and (name[0].lower() in OFFICES or name[-1].lower() in OFFICES)

    def _words_of(self, start: int, last: int, level: int) -> tuple[str, ...]:
        """The words of a name, without a nickname in quotation marks."""
        found: list[str] = []
        for i in range(start, last):
            word = self.tokens.words[i]
            if self.tokens.quoted[i] != level:
                continue
            if (word in "'’" and found and i + 1 < last) or (word == "." and found[-1:] == ["St"]):
                found[-1] += word
            elif word[0].isalnum() or word[0] == "@" or (word in "&," and found):
                found.append(bare(word) if i + 1 == last and word not in self.whole else word)
        return tuple(found)

    def _split_affiliation(self, start: int, last: int) -> int:
        """Where the person's name starts in "PM Imran Khan"; `start` if all is name."""
        words, given = self.tokens.words, lists.given_names()
        if words[start : start + 1] and words[start].lower() in given:
            return start
        for i in range(start + 1, last - 1):
            word = words[i]
            if (
                word.lower() in given
                and word not in self.places
                and word.lower() not in self.common
                and 2 <= last - i <= 4
                and (not words[i - 1].islower() or words[i - 1] in self.particles)
            ):  # but no "Holm and Lindsay", of a commission "between Holm and Lindsay"
                before = [w for w in words[start:i] if w[0].isalpha()]
                if (
                    any(
                        w.lower() in self.organization
                        or w.lower() in self.demonyms
                        or (w.isupper() and len(w) > 1)
                        or w in self.places
                        or w.lower() in self.common
                        for w in before
                    )
                    and bare(words[last - 1]).lower() not in self.organization
                ):
                    return i
        return start

    def _role_before(self, first: int, begin: int) -> int:
        """First token of a role in small letters before a name: "campaign manager Robby Mook"."""
        tokens, words = self.tokens, self.tokens.words
        i = first - 1
        if i < begin or tokens.quoted[i] != tokens.quoted[first]:
            return first
        if words[i] not in self.people and not (words[i] in self.roles and self._is_between(i, begin)):
            # "leader of opposition Jane Doe", "director of public health Jane Doe"
            if tokens.glossed and words[i] == "the":
                return first  # "minister of the Economía"
            while i > max(begin, first - 4) and words[i] in self.common and words[i] not in self.stops:
                if words[i] in self.determiners:
                    return first
                i -= 1
            if not (first - 1 > i > begin and words[i] == "of" and words[i - 1].lower() in self.people):
                return first
            i -= 1
        while i - 1 >= begin and first - i < 8 and tokens.quoted[i - 1] == tokens.quoted[first]:
            word = words[i - 1]
            low = word.lower()
            if low in self.determiners or low in self.stops or not word[0].isalnum():
                break
            if not (
                low in self.people
                or low in self.roles
                or low in self.nouns
                or low in self.demonyms
                or (word[0].isupper() and (low not in self.openers or bare(word) in self.inner))
                or word.endswith(("'s", "’s"))
                or (low in self.common and low.endswith(("al", "ic", "ary", "ive", "-based", "ent", "ial")))
                or low in SERVING
                or (word == low and self._is_between(i - 1, begin))
            ):
                break
            i -= 1
        return i

    def _is_between(self, i: int, begin: int) -> bool:
        """Whether the noun at `i` stands between a name and a role: "Doe communication director Ann Roe"."""
        words = self.tokens.words
        word, before = words[i], words[i - 1] if i > begin else "."
        plain = word in self.common and word not in self.verbs and not word.endswith(("ed", "s"))
        return (
            plain
            and self.cues.get(word, 0) < 3
            and before[0].isupper()
            and before.lower() not in self.openers
        )

    def _add_role_only(self, first: int, last: int, begin: int) -> None:
        words = self.tokens.words
        if last < len(words) and words[last].isdigit() and len(words[last]) < 4:
            self._add(first, last + 1, "name", (*words[first:last], words[last]), "person", "u")
            return  # "Witness 3", "Local 90"
        if words[last - 1].lower() in SEATED and words[last : last + 1] == ["of"] and last + 1 < len(words):
            stop = last + 1
            while stop < len(words) and words[stop][0].isupper() and stop < last + 4:
                stop += 1
                if words[stop - 1].endswith(("'s", "’s")):
                    break
            if stop > last + 1:
                seat = bare(words[stop - 1])
                name = (*words[last - 1 : stop - 1], seat)
                gender = self.people.get(words[last - 1].lower(), "u")
                mention = self._add(first, stop, "name", name, "person", gender)
                mention.evidence = (4.0, 0.0, 0.0)
                self.reached = stop
                return  # "the Duke of Rutland"
        head = bare(words[last - 1]).lower()
        start = self._phrase_start(last - 1, begin)
        mention = self._add(min(start, first), last, "noun", (head,), "person", self.people.get(head, "u"))
        mention.title = words[start].lower() if start < first else ""

    def _evidence(
        self,
        mention: Mention,
        name: tuple[str, ...],
        low: list[str],
        start: int,
        last: int,
        begin: int,
        end: int,
    ) -> tuple[float, float, float]:
        words = self.tokens.words
        given = lists.given_names()
        person = organization = place = 0.0
        if mention.title:
            person += 4
        elif mention.role is not None:
            trade = name == (words[start],) and words[start - 1].lower() in TRADES
            person, organization = (person + 3, 0.0) if not trade else (person, 1.0)
        size = len(name)
        if size > 1:
            if low[0] in given and "&" not in name:
                person += 2.5 if low[0] not in self.common and name[0] not in self.places else 1.2
            if low[-1] in lists.words("surnames.txt"):
                person += 1
            if size <= 3:
                person += 0.6
            if any(len(w) == 1 and w.isalpha() for w in name[1:-1]):
                person += 2
            if len(name[0]) > 2 and name[0].isupper() and not name[1].isupper() and low[0] not in given:
                organization += 2  # "NHS Wales"
            if name[-1] in SUFFIXES:
                person += 3
        elif low[0] in given or low[0] in lists.words("surnames.txt"):
            person += 0.7 if low[0] not in self.common else 0.2
        elif name[0].isupper() and 2 <= len(name[0]) <= 6:
            organization += 2
        if name[0][0] == "@":
            person += 1
        marked = [w for w in low if w in self.organization]
        if marked:
            organization += 2.5 if low[-1] in marked or size > 2 or low[0] in marked else 1
        if "&" in name or any(w.endswith(("'s", "’s")) for w in name[:-1]):
            organization += 3  # "Peel & Stone", "Maria's Kitchen"
        elif size > 3:
            organization += 0.5
        printed = " ".join(name)
        if printed in self.places or (low[-1] in self.demonyms and not (size > 1 and low[0] in given)):
            place += 3
        elif size > 1 and low[-1] in self.place_words and low[0] not in given:
            place += 3  # "Downing Street"
        before = words[start - 1].lower() if start > begin else ""
        if before.endswith(AGED):
            person += 3  # "54-year-old Kemal Roe"
        headed = before == "of" and start - 1 > begin and bare(words[start - 2]).lower() in self.heading
        if headed and not mention.possessive and printed not in self.places:
            organization += PROOF  # "chief executive of Paris Rolls"
        if before == "the" and start - 1 > begin and words[start - 2] in ("for", "of", "from", "at"):
            before = words[start - 2]
            organization += 2
        i = start - 1
        while (
            i > max(begin, start - 5) and words[i].islower() and words[i] not in ("for", "from", "at", "of")
        ):
            i -= 1
        if words[i] in ("for", "from", "at") and i > begin and _speaks_for(words[i - 1]):
            organization += 4  # "a spokeswoman for builders Harlow"
        elif before == "the" and not (last < end and bare(words[last]) in self.nouns):
            organization += 2  # but not of "the Obama administration"
        elif before in ("in", "near", "at", "across", "from"):
            place += 0.7
        elif before in ("told", "with"):
            person += 0.3
        elif before == "," and self._follows_place(start - 1):
            place += 1.5  # "from Radbury, Eastshire,"
        if last < end:
            after = words[last]
            if after == "," and last + 1 < end and words[last + 1].isdigit() and len(words[last + 1]) < 3:
                person += 2
            elif after in ("who", "whose") or (
                after == "," and last + 1 < end and words[last + 1] in ("who", "whose")
            ):
                person += 1
            elif after in ("said", "says", "told", "added", "wrote"):
                person += 0.6
            if after == "," and words[last + 1 : last + 2] in (["a"], ["an"], ["the"]):
                head = self._noun_of_aside(last + 2, end)
                kind = self.nouns[head][0] if head in self.nouns else ""
                if kind == "organization":
                    organization += 3  # "Harlow, a residents' group, said"
                elif kind == "person":
                    person += 2  # "Tran Van Khai, a farmer from Hue, said"
        return person, organization, place

    def _follows_place(self, comma: int) -> bool:
        """Whether the name before the comma is where somebody is from."""
        before = self.found[-2] if len(self.found) > 1 else None
        if before is None or before.last != comma or before.form != "name" or before.first == 0:
            return False
        return self.tokens.words[before.first - 1] in ("from", "in", "near")

    def _noun_of_aside(self, i: int, end: int) -> str:
        """The last word, in small letters, before the comma or the preposition that ends an aside at `i`."""
        words = self.tokens.words
        for j in range(i, min(end, i + 8)):
            if not words[j][0].isalnum() and words[j] not in "'’":
                return bare(words[j - 1]).lower()
            if words[j] in BELONGING and j > i:
                return words[j - 1].lower()
        return ""


def _is_prefixed(word: str) -> bool:
    """Whether a word is an Arabic name with its article: `al-Rashid`."""
    return (
        len(word) > 4
        and word[2] == "-"
        and word[:2] in ("al", "el", "ad", "ar", "as", "at", "ul")
        and word[3].isupper()
    )


SERVING = frozenset(
    (
        "acting",
        "aspiring",
        "consulting",
        "engineering",
        "founding",
        "incoming",
        "leading",
        "managing",
        "marketing",
        "outgoing",
        "presiding",
        "reigning",
        "retiring",
        "ruling",
        "serving",
        "sitting",
        "visiting",
    )
)
"""Words in -ing that stand in roles."""
TRADES = frozenset(
    ("contractor", "developer", "builder", "supplier", "provider", "giant", "maker", "publisher", "producer")
)
"""Nouns of persons and firms."""
BELONGING = frozenset(("of", "in", "at", "for", "to", "that", "which", "based", "from", "with"))


def _speaks_for(word: str) -> bool:
    """Whether a word names somebody who speaks for others."""
    low = word.lower()
    return low.startswith("spokes") or low in ("representative", "representatives", "statement")
