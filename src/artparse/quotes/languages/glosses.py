"""Texts in other languages, read as if they were English, word by word.

What was learnt on English articles holds for others as far as their small words, their verbs of saying
and their nouns for persons are known: `data/LANGUAGE/glosses.txt` says which English words each is read as.
The tokens keep their places in the source; only what the stages after this one see of them changes. A word
that is read as several gives tokens without width; one that English has no use for ("sich") gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from artparse.names import lists
from artparse.quotes import cues

CLAUSE = 16
"""A verb's other part (auxiliary, particle) stands at most so many words away."""
SENTENCE = 60
"""No subject is looked for farther away than so many words."""
LONGEST = 60
"""Longer words are no compounds, in code points."""
ENDS = frozenset((".", "!", "?", ":", ";"))
OPENERS = frozenset("—–-•¿¡([+…/|")
CLOSING = frozenset((",",))
AGED = re.compile(r"(\d{1,3})-[Jj]ährige[rn]?$")
SPEECH = 6
"""From this strength on an English cue makes its gloss a verb of saying."""
UNSPOKEN = frozenset(("according", "so-called", "titled", "nicknamed"))
"""Words among the cues that are no verbs."""
SUBJECTS = frozenset(("he", "she", "it", "they", "we", "I", "who", "one", "analysts", "organizers"))
KINDS = frozenset(("Mr", "Mrs", "Dr", "Prof", "company", "club", "group", "association"))
"""What stands before names of persons and organisations."""
ADVERB = ("ig", "lich", "weise", "dings", "falls")
ROLE = ("er", "in", "or", "ist", "ent", "ant", "eur", "chef", "mann", "frau")
ADJECTIVE = ("liche", "lichen", "iges", "igen", "ische", "ischen", "eigenes", "neue", "neuen")
POSSESSIVES = frozenset((("his",), ("her",)))
PRONOUNS = frozenset(("he", "she", "they", "we", "I"))
BODIES = frozenset(
    (
        "union",
        "association",
        "company",
        "club",
        "party",
        "group",
        "agency",
        "court",
        "university",
        "city",
        "police",
    )
)
VERBS = frozenset(("are", "were", "will", "would", "could"))
NAMED = frozenset(("the", "a", "his", "her", "their", "this", "its"))


class Gloss(NamedTuple):
    """What a word or phrase is read as."""

    words: tuple[str, ...]
    """Its words; of a phrase all that follow the first."""
    english: tuple[str, ...]
    gender: str = ""
    """Of nouns for persons: `m`, `f`, `u`."""
    where: str = ""
    """`,`: only after a comma or a quote; `^`: only where a sentence opens and somebody follows."""


@dataclass(slots=True)
class Language:
    """A language's glosses."""

    phrases: dict[str, list[Gloss]] = field(default_factory=dict)
    """First word to the phrases that it opens, the longest first."""
    endings: dict[str, Gloss] = field(default_factory=dict)
    """Last part of a compound to what the compound is read as."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)

    def kind(self, name: str) -> frozenset[str]:
        return self.kinds.get(name, frozenset())


@cache
def language_of(code: str | None) -> Language | None:
    """The glosses of a language; None for English and where there are none."""
    path = Path(__file__).parents[1] / "data" / (code or "") / "glosses.txt"
    if not code or not path.is_file():
        return None
    found = Language()
    for line in path.read_text(encoding="utf-8").split("\n"):
        head, separator, tail = line.partition(":")
        if not separator or line[0] == "#":
            continue
        if head[0] == "(":
            found.kinds[head.strip("()")] = frozenset(tail.split())
            continue
        english = head.split()
        gender = english.pop() if english[-1] in ("m", "f", "u") else ""
        if english == ["-"]:
            english = []
        for entry in tail.split():
            where = entry[0] if entry[0] in ",^" and len(entry) > 1 else ""
            first, *rest = entry[len(where) :].split("_")
            if first[0] == "*":
                found.endings[first[1:].lower()] = Gloss((), tuple(english), gender)
            else:
                gloss = Gloss(tuple(rest), tuple(english), gender, where)
                found.phrases.setdefault(first, []).append(gloss)
    _add_plurals(found)
    for glosses in found.phrases.values():
        glosses.sort(key=lambda g: (-len(g.words), g.where == ""))
    return found


def _add_plurals(language: Language) -> None:
    """The plurals of the nouns for persons, by the endings that the language gives."""
    endings = [pair.partition(">")[::2] for pair in sorted(language.kind("plurals"))]
    for word, glosses in list(language.phrases.items()):
        person = next((g for g in glosses if g.gender and not g.words and len(g.english) == 1), None)
        changed = (word.removesuffix(one) + many for one, many in endings if word.endswith(one))
        plural = next(changed, None)
        if person is not None and plural is not None and plural not in language.phrases:
            language.phrases[plural] = [Gloss((), (f"{person.english[0]}s",))]


@cache
def verbs_of(code: str | None) -> frozenset[str]:
    """A language's words that are read as verbs of saying, where dashes set off its dialogues."""
    language = language_of(code)
    if language is None or not language.kind("dialogues"):
        return frozenset()
    return frozenset(
        word
        for word, found in language.phrases.items()
        if any(not g.words and g.english[:1] and g.english[0] in _verbs() - UNSPOKEN for g in found)
    )


@cache
def _subjects() -> frozenset[str]:
    return SUBJECTS | lists.words("en/bodies.txt") | lists.words("en/groups.txt")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(w for w, strength in cues.strengths().items() if strength >= SPEECH) | {
        "spoke",
        "called",
    }


@dataclass(slots=True, eq=False)
class Words:
    """Parallel lists, one entry for each token; see `tokens.Tokens`."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    passages: list[int]
    quoted: list[int]
    genders: dict[int, str] = field(default_factory=dict)
    """Token of a person's noun to the gender that its word told."""
    moved: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Token that a verb was moved to, to where the verb stands; an empty span for a verb that was added."""
    capitals: list[bool] = field(default_factory=list)
    """Whether the source has a capital there."""


def read(source: Words, code: str | None) -> Words:
    """The tokens of a text in language `code` as English; `source` itself where no glosses are known."""
    language = language_of(code)
    if language is None:
        return source
    split = _split(source, language)
    _move_marks(split)
    return _Reading(split, language).run()


def _split(source: Words, language: Language) -> Words:
    """Elided words ("l'élu") and pronouns after verbs ("dit-elle") as tokens of their own."""
    elisions, inverted = language.kind("elisions"), language.kind("inverted")
    if not elisions and not inverted:
        return source
    out = Words([], [], [], [], [])
    for word, start, end, passage, quoted in zip(
        source.words, source.starts, source.ends, source.passages, source.quoted, strict=True
    ):
        for piece, at in _pieces(word, elisions, inverted):
            out.words.append(piece)
            out.starts.append(start + at)
            out.ends.append(start + at + len(piece) if at + len(piece) < len(word) else end)
            out.passages.append(passage)
            out.quoted.append(quoted)
    return out


def _pieces(word: str, elisions: frozenset[str], inverted: frozenset[str]) -> Iterator[tuple[str, int]]:
    at = 0
    for i, c in enumerate(word[:8]):
        if c in "'’" and word[:i].lower() in elisions and i + 1 < len(word):
            yield word[:i] + "'", 0
            at = i + 1
            break
    if "-" in word and inverted:
        verb, _, pronoun = word.rpartition("-")
        if pronoun in inverted and len(verb) > at:
            stem = verb.removesuffix("-t")
            yield stem[at:], at
            yield pronoun, len(verb) + 1
            return
    yield word[at:], at


def _move_marks(tokens: Words) -> None:
    """Put commas and full stops inside the closing quotation marks before them, as in American English."""
    words, starts, ends, quoted = tokens.words, tokens.starts, tokens.ends, tokens.quoted
    for i in range(1, len(words)):
        mark = words[i - 1]
        if (
            words[i] in CLOSING
            and quoted[i] < 0 <= quoted[i - 1]
            and starts[i] == ends[i - 1]
            and not mark[0].isalnum()
        ):
            words[i - 1], words[i] = words[i], mark
            starts[i], ends[i] = starts[i - 1], ends[i - 1]
            quoted[i] = quoted[i - 1]


class _Reading:
    """One pass over the tokens; holds what the methods share."""

    def __init__(self, source: Words, language: Language) -> None:
        self.source, self.language = source, language
        self.out = Words([], [], [], [], [])
        self.known: list[bool] = []
        """Whether the token is read as something else."""
        self.origins: list[int] = []
        """The token of the source."""
        self.opened: set[int] = set()
        """Tokens of the source that open a sentence because the words before them are passed over."""
        self.opens = [self._opens(i) for i in range(len(source.words))]
        self.capital_nouns = bool(language.kind("capital nouns"))
        self.inner = {
            w
            for i, w in enumerate(source.words)
            if w[0].isupper() and not self.opens[i] and source.words[i - 1].islower()
        }
        """Words with a capital inside a sentence."""

    def run(self) -> Words:
        words = self.source.words
        i = 0
        while i < len(words):
            last = self._organization(i)
            if last > i:
                source = self.source
                name = " ".join(words[i : last + 1]).replace("' ", "'")
                self._append(name, source.starts[i], source.ends[last], i, False)
                i = last + 1
                continue
            gloss = self._gloss(i)
            if gloss is not None and not gloss.english and self.opens[i]:
                i += 1 + len(gloss.words)
                i += i < len(words) and words[i] == ","
                self.opened.add(i)
            elif gloss is None:
                self._copy(i)
                i += 1
            else:
                self._add(i, gloss)
                i += 1 + len(gloss.words)
        if self.capital_nouns:
            self._tell_names()
        else:
            self._tell_openers()
        self._join_nouns()
        self._join_verbs()
        self._put_pronouns_first()
        self._add_verbs()
        if self.language.kind("no pronouns"):
            self._add_subjects()
        if self.language.kind("reported"):
            self._add_speakers()
        self.out.capitals = [self.source.words[i][0].isupper() or i in self.opened for i in self.origins]
        return self.out

    def _organization(self, i: int) -> int:
        """The last token of an organisation's name that has small words: "Cour des comptes"; or `i`.

        The name becomes one token.
        """
        words, quoted, phrases = self.source.words, self.source.quoted, self.language.phrases
        if words[i] not in self.language.kind("organizations") or i + 1 >= len(words):
            return i
        at = i + 1
        if quoted[at] != quoted[i]:
            return i
        if words[at] in self.language.kind("attributes"):
            return at
        first = at
        while at < min(first + 2, len(words) - 1) and words[at] in self.language.kind("genitives"):
            at += 1
        if at == first or quoted[at] != quoted[i] or not words[at][0].isalpha():
            return i
        if words[i][0].isupper() and not self.opens[i]:
            return at if words[at] not in phrases else i
        return at if words[at][0].isupper() else i

    # --- glosses ---------------------------------------------------------------------------------------

    def _opens(self, i: int) -> bool:
        """Whether token `i` opens a sentence, so that its capital tells nothing."""
        source = self.source
        if i == 0 or source.passages[i - 1] != source.passages[i]:
            return True
        before = source.words[i - 1]
        if before == "." and i > 1 and source.starts[i - 1] == source.ends[i - 2]:
            shortened = source.words[i - 2]
            dotted = any(g.words == (".",) for g in self.language.phrases.get(shortened, ()))
            if dotted or (len(shortened) == 1 and shortened.isalpha()):
                return False
        return before in ENDS or before in OPENERS or source.quoted[i - 1] != source.quoted[i]

    def _gloss(self, i: int) -> Gloss | None:
        words, phrases = self.source.words, self.language.phrases
        word = words[i]
        if not word[0].isalpha():
            aged = AGED.match(word) if word[0].isdigit() else None
            if aged:
                before = words[i - 1].lower() if i else ""
                return Gloss((), (f"{aged[1]}-year-old",), "f" if before in ("die", "eine", "la") else "m")
            return None
        if word in self.language.kind("particles") and self._in_name(i):
            return None
        found = self._fitting(i, phrases.get(word, ()))
        if found is not None and found.english == ("you",) and self.opens[i]:
            found = self._fitting(i, phrases.get(word.lower(), ())) or found  # "Sie sagte"
        if found is not None and found.english == ("she",) and self.capital_nouns and self._is_plural(i + 1):
            return Gloss((), ("they",))
        if found is None and word[0].isupper():
            low = word[0].lower() + word[1:]
            opens = self.opens[i]
            if not opens or self.capital_nouns:
                candidates = [
                    g for g in phrases.get(low, ()) if opens or (g.gender and not self.capital_nouns)
                ]
            else:
                candidates = phrases.get(low, [])
            found = self._fitting(i, candidates)
        if found is None and self.language.endings and (word[0].isupper() or "-" in word):
            return self._compound(word)
        return found

    def _is_plural(self, i: int) -> bool:
        """Whether a verb in the plural stands at token `i`: "waren", after "sie"."""
        word = self.source.words[i] if i < len(self.source.words) else "."
        found = next((g.english for g in self.language.phrases.get(word, ()) if not g.words), None)
        plural = word in ("sind", "waren") or (word.endswith("en") and word.islower())
        return plural and (found is None or not found or found[0] in VERBS or found[0] in _verbs())

    def _fitting(self, i: int, glosses: list[Gloss] | tuple[Gloss, ...]) -> Gloss | None:
        source = self.source
        words, quoted = source.words, source.quoted
        for gloss in glosses:
            last = i + len(gloss.words)
            if last >= len(words) or quoted[last] != quoted[i] or source.passages[last] != source.passages[i]:
                continue
            if any(words[i + 1 + k] != w for k, w in enumerate(gloss.words)):
                continue
            if gloss.where == "," and not (i and (words[i - 1] == "," or quoted[i - 1] != quoted[i])):
                continue
            if gloss.english in POSSESSIVES and last + 1 < len(words) and not words[last + 1][0].isalnum():
                continue  # "wird besser sein."
            if gloss.where == "^" and not (self.opens[i] and self._is_somebody(last + 1)):
                continue
            return gloss
        return None

    def _is_somebody(self, i: int) -> bool:
        """Whether a name or a noun for a person stands at `i`, or right after an article there."""
        words = self.source.words
        for at in range(i, min(i + 2, len(words))):
            gloss = next((g for g in self.language.phrases.get(words[at], ()) if not g.words), None)
            if gloss is not None and gloss.gender:
                return True
            if words[at][0].isupper() and gloss is None:
                return not self.capital_nouns or self._compound(words[at]) is not None
            if gloss is not None and gloss.english in (("he",), ("she",), ("him",), ("her",), ("they",)):
                return True
            if gloss is None or not (gloss.english and gloss.english[0] in NAMED):
                return False
        return False

    def _compound(self, word: str) -> Gloss | None:
        endings = self.language.endings
        if len(word) > LONGEST:
            return None
        low = word.lower()
        for start in range(1, len(low) - 2):
            gloss = endings.get(low[start:])
            if gloss is not None and (gloss.gender or not self._is_kind(word, "names")):
                return gloss
        if "-" in word:
            tail = word.rpartition("-")[2]
            plain = [g for g in self.language.phrases.get(tail, ()) if g.gender and not g.words]
            if plain:
                return plain[0]
        return None

    def _in_name(self, i: int) -> bool:
        """Whether the small word at `i` is inside a person's name: after a given name or a name's part."""
        words = self.source.words
        if i == 0 or i + 1 >= len(words) or self.opens[i]:
            return False
        before, after = words[i - 1], words[i + 1]
        if after in self.language.kind("particles") and i + 2 < len(words):
            after = words[i + 2]
        if (
            not after[0].isupper()
            or after[:2].isupper()
            or self.source.quoted[i] != self.source.quoted[i + 1]
        ):
            return False
        if not words[i][0].isupper() and before.islower() and before not in self.language.kind("particles"):
            article = any(g.english == ("the",) for g in self.language.phrases.get(words[i], ()))
            glosses = self.language.phrases.get(before, ()) if self.capital_nouns and not article else ()
            return self._follows_quote(i - 1) and any(g.english[:1] == ("said",) for g in glosses)
        if words[i][0].isupper():
            return True
        if self.capital_nouns and (self._compound(after) or after in self.language.phrases):
            return False  # "Yu vom Vermögensverwalter BNY"
        if before in self.language.kind("particles"):
            return self._in_name(i - 1)
        if self.language.kind("joining"):
            return not self.opens[i - 1] or before not in self.language.phrases
        return before.lower() in lists.given_names() or (i > 1 and self._is_title(i - 2))

    def _is_title(self, i: int) -> bool:
        """Whether the word at `i` is a person's role or title, or the full stop of one."""
        word = self.source.words[i]
        found = self.language.phrases.get(word, ())
        gloss = self._compound(word) if self.capital_nouns and word[0].isupper() else None
        return word == "." or any(
            g.gender or g.english in (("Mr",), ("Mrs",)) for g in [*found, *filter(None, [gloss])]
        )

    def _is_kind(self, word: str, kind: str) -> bool:
        """Whether a word is one of a kind, whose members may be the first or the last part of a compound."""
        low = word.lower()
        for member in self.language.kind(kind):
            if member[0] == "*":
                tail = member[1:]
                if low.endswith(tail) and len(low) > len(tail):
                    return True
            elif member[-1] == "*":
                if word.startswith(member[:-1]) and len(word) > len(member):
                    return True
            elif word == member:
                return True
        return False

    def _append(self, word: str, start: int, end: int, i: int, known: bool) -> None:
        out, source = self.out, self.source
        out.words.append(word)
        out.starts.append(start)
        out.ends.append(end)
        out.passages.append(source.passages[i])
        out.quoted.append(source.quoted[i])
        self.known.append(known)
        self.origins.append(i)

    def _copy(self, i: int) -> None:
        self._append(self.source.words[i], self.source.starts[i], self.source.ends[i], i, False)

    def _add(self, i: int, gloss: Gloss) -> None:
        start, end = self.source.starts[i], self.source.ends[i + len(gloss.words)]
        english = gloss.english
        if english and english[0] in _verbs() and english[0] not in UNSPOKEN and self._follows_quote(i):
            english = ("said", *english[1:])  # "… , criticized the union": English inverts this verb alone
        if len(english) == 1 + len(gloss.words):
            for at, word in enumerate(english, i):
                self._append(word, self.source.starts[at], self.source.ends[at], at, True)
            english = ()
        cue = len(english) > 1 and (english[0] in _verbs() or english[0] == "according")
        for number, word in enumerate(english):
            wide = number == (0 if cue else len(english) - 1)
            at = end if cue and number else start
            self._append(word, at, end if wide else at, i, True)
        if gloss.gender and gloss.english:
            self.out.genders[len(self.out.words) - 1] = self._gender(gloss, i)

    def _gender(self, gloss: Gloss, i: int) -> str:
        if gloss.gender != "u" or not i:
            return gloss.gender
        before = self.source.words[i - 1].lower()
        return "m" if before in self.language.kind("m") else "f" if before in self.language.kind("f") else "u"

    def _follows_quote(self, i: int) -> bool:
        """Whether a quote ends right before token `i`, or before the comma there."""
        source = self.source
        if source.quoted[i] >= 0:
            return False
        at = i - 2 if i > 1 and source.words[i - 1] == "," else i - 1
        return at >= 0 and source.quoted[at] >= 0 and source.passages[at] == source.passages[i]

    # --- names -------------------------------------------------------------------------------------------

    def _tell_openers(self) -> None:
        """Words that open a sentence are written small unless something else tells a name."""
        words, given = self.out.words, lists.given_names()
        starts = {self.source.starts[i] for i, opens in enumerate(self.opens) if opens}
        for i, word in enumerate(words):
            if self.known[i] or not word[0].isupper() or self.out.starts[i] not in starts:
                continue
            following = words[i + 1] if i + 1 < len(words) else "."
            if following[0].isupper() and not self._known(i + 1):
                continue
            if word in self.inner or word[:2].isupper() or word.lower() in given:
                continue
            if following.lower() in _verbs() or following in self.language.kind("auxiliary"):
                continue
            words[i] = word[0].lower() + word[1:]

    def _known(self, i: int) -> bool:
        return i < len(self.known) and self.known[i]

    def _tell_names(self) -> None:
        """Where nouns have capitals, those without any sign of a name are written small."""
        words, quoted, genders = self.out.words, self.out.quoted, self.out.genders
        given = lists.given_names()
        proven: set[str] = set()
        capital = [w[0].isupper() and not self.known[i] for i, w in enumerate(words)]
        common = self.language.kind("common")
        doubtful = [
            capital[i] and (w in common or (w.lower() not in given and self._is_kind(w, "common")))
            for i, w in enumerate(words)
        ]
        things = {
            w
            for i, (before, w) in enumerate(pairwise(words), 2)
            if (before in NAMED or before.endswith(ADJECTIVE)) and not (i < len(words) and capital[i])
        }
        surnames = {
            after
            for i, (before, after) in enumerate(pairwise(words), 1)
            if before.lower() in given
            and capital[i]
            and capital[i - 1]
            and not self._is_kind(before, "common")
        } - {w for w in words if w.lower() in given}
        for i, word in enumerate(words):
            if capital[i]:
                joined = i > 0 and quoted[i - 1] == quoted[i]
                full = i > 1 and capital[i - 2] and words[i - 2] in proven  # no third word after a surname
                full = full or words[i - 1] in surnames
                after_name = (
                    joined
                    and capital[i - 1]
                    and (words[i - 1].lower() in given or (words[i - 1] in proven and not full))
                )
                if (
                    after_name
                    or (joined and self._is_introduced(i, proven))
                    or (not doubtful[i] and self._looks_named(i))
                    or (self._opens_here(i) and self._is_pair(i, capital, things))
                    or (not doubtful[i] and word not in things and self._speaks(i))
                ):
                    proven.add(word)
        proven |= self._given_names(capital, proven, things) | self._owners(capital, things)
        for i, word in enumerate(words[:-1]):
            if (
                capital[i]
                and capital[i + 1]
                and not self._opens_here(i)
                and self._is_kind(word, "adjectives")
            ):
                proven.update(words[i : i + 2])  # "Europäische Zentralbank"
                doubtful[i + 1] = False
        surnames &= proven
        roles: list[int] = []
        for i in range(len(words) - 1):
            if capital[i] and self._is_attribute(i):
                capital[i], words[i] = False, words[i][0].lower() + words[i][1:]
        for i, word in enumerate(words):
            role = capital[i] and self._is_role(i, proven, surnames) and not doubtful[i]
            owner = word[-1] == "s" and word[:-1] in proven and (word not in proven or word[:-1] in surnames)
            if not capital[i] or (word in proven and not role and not owner):
                continue
            if owner and not role:
                self.out.words[i] = word[:-1] + "'s"
                self.out.ends[i] += 1
                continue
            if role:
                roles.append(i)
            words[i] = word[0].lower() + word[1:]
        for i in roles:
            genders[i] = "f" if words[i].endswith("in") else "m"
            words[i] = "official"

    def _given_names(self, capital: list[bool], proven: set[str], things: set[str]) -> set[str]:
        """Words that no list of given names has, but that stand before a surname and elsewhere alone."""
        words, given = self.out.words, lists.given_names()
        before: set[str] = set()
        alone: set[str] = set()
        for i, word in enumerate(words[:-1]):
            if capital[i] and word not in proven and word not in things and "-" not in word:
                after = words[i + 1]
                surname = capital[i + 1] and after in proven and after.lower() not in given
                (before if surname and self.out.quoted[i] == self.out.quoted[i + 1] else alone).add(word)
        return {w for w in before & alone if not w.endswith(ROLE) and not self._is_kind(w, "common")}

    def _is_attribute(self, i: int) -> bool:
        """Whether a word tells more of the noun after it: "Berner Gesundheits- und Sozialminister"."""
        out = self.out
        word, after = out.words[i], out.words[i + 1]
        if after == "-" and out.starts[i + 1] == out.ends[i]:
            return i + 2 < len(out.words) and out.starts[i + 2] > out.ends[i + 1]
        return (
            word.endswith("er") and self.known[i + 1] and i + 1 in out.genders and i > 0 and self.known[i - 1]
        )

    def _owners(self, capital: list[bool], things: set[str]) -> set[str]:
        """Words that own something without an article, as only names do: "Tiktoks Regeln"."""
        words = self.out.words
        known = {w for i, w in enumerate(words) if capital[i] and w not in things}
        return {
            word[:-1]
            for i, (word, after) in enumerate(pairwise(words))
            if word[-1] == "s"
            and word[:-1] in known
            and capital[i]
            and after[0].isupper()
            and capital[i + 1]
            and not (i and (words[i - 1] in NAMED or words[i - 1].endswith(ADJECTIVE)))
        }

    def _is_role(self, i: int, proven: set[str], surnames: set[str]) -> bool:
        """Whether a noun tells the role of the person whose name follows: "Fed-Vize Michael Barr"."""
        words = self.out.words
        word, after = words[i], words[i + 1 : i + 3]
        given = lists.given_names()
        if i > 2 and words[i - 1] == "," and words[i - 2] in proven and words[i - 3].lower() in given:
            # "Jana Pohl, Schleusenwärterin seit 1999"
            return word.endswith(ROLE) and word not in proven and bool(after) and not after[0][0].isupper()
        if len(after) < 2 or self.out.quoted[i] != self.out.quoted[i + 1] or word.lower() in given:
            return False
        if after[0].lower() in given and after[1] in proven:
            return word not in proven or self._is_kind(word, "names") or "-" in word
        return after[0] in surnames and "-" in word and word not in surnames  # "Fed-Vize Barr"

    def _looks_named(self, i: int) -> bool:
        """Whether the word itself tells that it is a name."""
        word = self.out.words[i]
        before = self.out.words[i - 1] if i else "."
        return (
            (word.lower() in lists.given_names() and before not in NAMED)
            or word in lists.entries("places.txt")
            or (any(c.isupper() for c in word[1:]) and "-" not in word)
            or word.replace("-", "").isupper()
            or self._is_kind(word, "names")
        )

    def _is_pair(self, i: int, capital: list[bool], things: set[str]) -> bool:
        """Whether two words that open a sentence are a name, because an aside or a verb of saying follows."""
        words = self.out.words
        if not all(capital[i : i + 2]) or i + 2 >= len(words) or not things.isdisjoint(words[i : i + 2]):
            return False
        plain = not any(self._is_kind(w, "common") for w in words[i : i + 2])
        return plain and (words[i + 2] in (",", "(") or words[i + 2] in _verbs())

    def _is_introduced(self, i: int, proven: set[str]) -> bool:
        """Whether a role, a title or a small word of names stands before the word."""
        words = self.out.words
        before = words[i - 1]
        if before in self.language.kind("particles"):
            return not self.known[i - 1] or (i > 1 and words[i - 2] in proven)
        return i - 1 in self.out.genders or before in KINDS

    def _speaks(self, i: int) -> bool:
        """Whether a verb of saying has the word for its subject."""
        words, verbs = self.out.words, _verbs()
        before = words[i - 1] if i else "."
        following = words[i + 1] if i + 1 < len(words) else "."
        if i and self.out.quoted[i - 1] == self.out.quoted[i]:
            if (before in verbs and not self._has_subject(i - 1)) or (
                before == "to" and words[i - 2] == "according"
            ):
                return following.lower() not in lists.given_names()
            if before == "the" and i > 2 and words[i - 3 : i - 1] == ["according", "to"]:
                return True  # "Nach Einschätzung der Nordbank"
            if before == "the" and i > 1 and words[i - 2] in verbs:
                return self._follows_quote(self.origins[i - 2])  # "… , so die Gebag"
        subject = words[i + 2] if i + 2 < len(words) else "."
        if subject[0].isupper() or subject in PRONOUNS or subject == "it":
            return False  # "Heute sagt Müller"
        if words[i].endswith(ADVERB):
            return False  # "Gleichzeitig warnten"
        return following in verbs and before not in NAMED and self._opens_here(i) and words[i][-2:] != "en"

    def _has_subject(self, i: int) -> bool:
        """Whether somebody stands before the verb at token `i`, in its clause."""
        if self._follows_quote(self.origins[i]):
            return False
        out = self.out
        for at in range(i - 1, max(-1, i - CLAUSE), -1):
            if out.words[at] in ENDS or out.words[at] == "," or out.passages[at] != out.passages[i]:
                break
            if out.quoted[at] < 0 and (out.words[at] in PRONOUNS or at in out.genders or self._is_name(at)):
                return True
        return False

    def _opens_here(self, i: int) -> bool:
        out = self.out
        return (
            i == 0
            or out.passages[i - 1] != out.passages[i]
            or out.words[i - 1] in ENDS
            or (out.quoted[i - 1] != out.quoted[i])
        )

    def _join_nouns(self) -> None:
        """Leave out what stands between a noun and the name that it tells the role or kind of.

        "El líder opositor Ernesto Garza" is read as "leader Ernesto Garza", "el sindicato UTN" as "the UTN".
        """
        out = self.out
        words, quoted = out.words, out.quoted
        leave: set[int] = set()
        verbs = _verbs()
        for i in range(len(words) - 1):
            if words[i] == "the" and self.known[i] and quoted[i] < 0:
                following = words[i + 1]
                role = i + 1 in out.genders and i + 2 < len(words) and words[i + 2][0].isupper()
                clitic = not self.capital_nouns and self.known[i + 1] and following in verbs
                if (role and not self.known[i + 2]) or clitic:
                    leave.add(i)
                    continue
            if words[i] == "minister" and words[i + 1] == "of":
                self._write_small(i + 2)  # "ministre de la Défense" tells no name
            if words[i] == "(" and self._is_person(i - 1) and ")" in words[i + 2 : i + 4]:
                leave.update(range(i, words.index(")", i) + 1))  # "Eva Zoller (SPD)"
            elif i in out.genders and self.language.kind("joining"):
                at = i + 1
                while at < len(words) and at < i + 3 and words[at].islower() and not self.known[at]:
                    at += 1
                if i + 1 < at < len(words) and words[at][0].isupper() and quoted[at] == quoted[i]:
                    leave.update(range(i + 1, at))
                    if i and words[i - 1] == "the":
                        leave.add(i - 1)
            elif words[i] in BODIES and self.known[i] and words[i + 1][0].isupper() and not self.known[i + 1]:
                spelt = self.source.words[self.origins[i]]
                if not self.capital_nouns:
                    leave.add(i)
                elif words[i + 1] in lists.entries("places.txt"):
                    words[i], self.known[i] = spelt, False
                elif words[i - 1] in NAMED:
                    leave.add(i)
        if leave:
            self._keep([i for i in range(len(words)) if i not in leave])

    def _write_small(self, i: int) -> None:
        """Write the word at token `i`, or after the article there, small."""
        words = self.out.words
        i += i < len(words) and words[i] == "the"
        if i < len(words) and words[i][0].isupper() and not self.known[i]:
            words[i] = words[i][0].lower() + words[i][1:]

    def _is_person(self, i: int) -> bool:
        """Whether the token at `i` is the last of a person's name: after a given name or a role."""
        words = self.out.words
        before = words[i - 1] if i > 0 else "."
        named = i > 0 and words[i][0].isupper() and not self.known[i] and before[0].isalpha()
        return named and (
            before.lower() in lists.given_names() or i - 1 in self.out.genders or i - 2 in self.out.genders
        )

    def _put_pronouns_first(self) -> None:
        """ "Sagte er" is read as "he said"."""
        out = self.out
        words, quoted = out.words, out.quoted
        verbs = _verbs()
        i = 1
        while i < len(words):
            if (
                words[i] in PRONOUNS
                and words[i - 1] in verbs
                and words[i - 1] not in UNSPOKEN
                and self.known[i - 1]
                and quoted[i] == quoted[i - 1]
                and out.passages[i] == out.passages[i - 1]
                and i not in out.genders
                and not (i > 1 and self._is_name(i - 2))  # "Müller nannte sie"
            ):
                for column in self._columns():
                    column[i - 1], column[i] = column[i], column[i - 1]
                i += 1
            i += 1

    def _is_name(self, i: int) -> bool:
        """Whether the token at `i` is a name of the reporter's own words."""
        return self.out.words[i][0].isupper() and not self.known[i] and self.out.quoted[i] < 0

    # --- verbs -------------------------------------------------------------------------------------------

    def _join_verbs(self) -> None:
        """Leave out auxiliaries and particles that belong to a verb of saying.

        A verb that its auxiliary has behind a quote is put in the place of the auxiliary.
        """
        out, language = self.out, self.language
        words, quoted = out.words, out.quoted
        leave: set[int] = set()
        for i, at in enumerate(self.origins):
            if quoted[i] >= 0:
                continue
            spelt = self.source.words[at].lower()
            if spelt in language.kind("auxiliary"):
                verb = self._verb(i, 1)
                if verb < 0:
                    words[i], self.known[i] = "has", True
                elif max(quoted[i + 1 : verb], default=-1) >= 0:
                    words[i], self.known[i] = self._plain(verb), True
                    out.moved[i] = (out.starts[verb], out.ends[verb])
                    leave.add(verb)
                else:
                    leave.add(i)
            elif spelt in language.kind("particle"):
                ends = i + 1 == len(words) or not words[i + 1][0].isalnum() or quoted[i + 1] >= 0
                if (ends or out.passages[i] != out.passages[i + 1]) and self._verb(i, -1) >= 0:
                    leave.add(i)
        if leave:
            self._keep([i for i in range(len(words)) if i not in leave])

    def _plain(self, i: int) -> str:
        """What the verb at token `i` is read as where no quote stands before it."""
        spelt = self.source.words[self.origins[i]]
        glosses = self.language.phrases.get(spelt, ())
        return next((g.english[0] for g in glosses if not g.words and g.english), self.out.words[i])

    def _verb(self, i: int, step: int) -> int:
        """The verb of saying in the clause of token `i`, before or after it (over one quote), or -1."""
        out = self.out
        words = out.words
        verbs = _verbs()
        at, quote = i, -1
        for _ in range(CLAUSE):
            at += step
            while 0 <= at < len(words) and out.quoted[at] >= 0 and quote in (-1, out.quoted[at]):
                quote = out.quoted[at]
                at += step
            if not 0 <= at < len(words) or out.passages[at] != out.passages[i] or out.quoted[at] >= 0:
                return -1
            if words[at] in verbs and self.known[at] and words[at] not in UNSPOKEN:
                return at if self.source.words[self.origins[at]] != "so" else -1
            if words[at] in ENDS or words[at] in (",", "and", "(", "—", "–"):
                return -1
        return -1

    def _keep(self, kept: list[int]) -> None:
        out = self.out
        places = {old: new for new, old in enumerate(kept)}
        out.genders = {places[i]: g for i, g in out.genders.items() if i in places}
        out.moved = {places[i]: span for i, span in out.moved.items() if i in places}
        for column in self._columns():
            column[:] = [column[i] for i in kept]

    def _columns(self) -> tuple[list[Any], ...]:
        out = self.out
        return out.words, out.starts, out.ends, out.passages, out.quoted, self.known, self.origins

    def _add_verbs(self) -> None:
        """Where no verb of saying is known, what stands before the colon and the quote is one."""
        out = self.out
        words, quoted = out.words, out.quoted
        leave: set[int] = set()
        for i in range(2, len(words) - 1):
            if (
                words[i] != ":"
                or quoted[i] >= 0
                or quoted[i + 1] < 0
                or out.passages[i - 1] != out.passages[i]
            ):
                continue
            if self.known[i - 1] or not words[i - 1].islower() or self._verb(i, -1) >= 0:
                continue
            at = i - 1
            while at > 0 and words[at - 1] not in ENDS and quoted[at - 1] < 0:
                at -= 1
                if out.passages[at] != out.passages[i] or at < i - CLAUSE:
                    break
                if words[at][0].isupper() or words[at] in PRONOUNS:
                    words[i - 1], self.known[i - 1] = "said", True
                    out.moved[i - 1] = (0, 0)
                    if words[i - 2] in ("is", "was", "are", "were", "has"):
                        leave.add(i - 2)
                    break
        if leave:
            self._keep([i for i in range(len(words)) if i not in leave])

    def _add_subjects(self) -> None:
        """Add the pronoun that English would have to verbs of saying without a subject, without width."""
        out = self.out
        missing = [
            i
            for i, w in enumerate(out.words)
            if self.known[i] and w in _verbs() and w not in UNSPOKEN and self._lacks(i)
        ]
        if not missing:
            return
        before = out
        known, origins = list(self.known), list(self.origins)
        self.out = Words([], [], [], [], [])
        self.known, self.origins = [], []
        wanted = set(missing)
        for i, word in enumerate(before.words):
            at = origins[i]
            if i in wanted:
                self.out.genders[len(self.out.words)] = "u"
                self._append("he", before.starts[i], before.starts[i], at, True)
            if i in before.moved:
                self.out.moved[len(self.out.words)] = before.moved[i]
            if i in before.genders:
                self.out.genders[len(self.out.words)] = before.genders[i]
            self._append(word, before.starts[i], before.ends[i], at, known[i])
            self.out.quoted[-1] = before.quoted[i]

    def _add_speakers(self) -> None:
        """Let a sentence whose verb has the form of reported speech begin with "he said", without width.

        "Die Lage sei „ernst“" is read as "he said the Lage be „ernst“".
        """
        out = self.out
        words, quoted = out.words, out.quoted
        first, openings = 0, set()
        while first < len(words):
            last = first + 1
            while last < len(words) and out.passages[last] == out.passages[first]:
                if words[last - 1] in ENDS - {":"} and quoted[last - 1] < 0:
                    break
                last += 1
            if self._is_reported(first, last):
                openings.add(first)
            first = last
        if not openings:
            return
        before, known, origins = out, self.known, self.origins
        self.out = Words([], [], [], [], [])
        self.known, self.origins = [], []
        for i, word in enumerate(before.words):
            at, start = origins[i], before.starts[i]
            if i in openings:
                self.out.genders[len(self.out.words)] = "u"
                self._append("he", start, start, at, True)
                self.out.moved[len(self.out.words)] = (0, 0)
                self._append("said", start, start, at, True)
            if i in before.moved:
                self.out.moved[len(self.out.words)] = before.moved[i]
            if i in before.genders:
                self.out.genders[len(self.out.words)] = before.genders[i]
            self._append(word, start, before.ends[i], at, known[i])
            self.out.quoted[-1] = before.quoted[i]

    def _is_reported(self, first: int, last: int) -> bool:
        """Whether the sentence has words in quotation marks, a verb in reported form, and none of saying."""
        out, verbs, forms = self.out, _verbs(), self.language.kind("reported")
        if out.quoted[first] >= 0 or max(out.quoted[first:last]) < 0:
            return False
        found = False
        for i in range(first, last):
            if out.quoted[i] < 0:
                if (out.words[i] in verbs or out.words[i] in ("according", "I")) and self.known[i]:
                    return False
                found = found or self.source.words[self.origins[i]] in forms
        return found

    def _lacks(self, i: int) -> bool:
        """Whether no subject stands before or after the verb at token `i`."""
        out = self.out
        words, quoted = out.words, out.quoted
        if quoted[i] >= 0:
            return False
        after = words[i + 1] if i + 1 < len(words) and out.passages[i + 1] == out.passages[i] else "."
        if quoted[min(i + 1, len(words) - 1)] < 0 and (
            after in NAMED or after[0].isupper() or i + 1 in out.genders or after in _subjects()
        ):
            return False
        at = i - 1
        first = max(-1, i - SENTENCE)
        while at > first and out.passages[at] == out.passages[i] and words[at] not in ENDS and quoted[at] < 0:
            if words[at][0].isupper() or at in out.genders or words[at] in _subjects():
                return False
            at -= 1
        return True
