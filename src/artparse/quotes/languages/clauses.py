"""Sentences of another language in its own words: their items, noun phrases, verbs of saying, and subjects.

What stands in quotation marks is one item of its sentence. Which words are which, the language's
`grammar.Grammar` says. Nothing looks farther than `REACH` items.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from artparse.patterns import pattern
from artparse.quotes.languages.grammar import NONE, Grammar
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch

ITEM = pattern(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[-'’&./][^\W_]+)*|\S")
AGED = pattern(r"\d+-?[A-ZÄÖÜ][^\W\d_]+|\d+[-/][A-ZÄÖÜ][^\W\d_]+|[^\W\d_]+-[A-ZÄÖÜ][^\W\d_]+")
"""Nouns that open with digits or a small letter: "58-Jährige", "taz-Bericht"."""
SMALL = frozenset(
    (
        *("nominative", "oblique", "personal", "preposition", "subordinating", "joining", "opening"),
        *("adverbs", "auxiliary", "before"),
    )
)
"""Kinds of words that have a capital only where they open a sentence."""
REACH = 60
JOINTS = frozenset("/&.-’'")
APPOSITION = 24
ENDS = frozenset(".!?")
STOPS = frozenset(";:")
ROMAN = frozenset("IVX")
"""Letters of the numbers of popes and kings, behind which a full stop ends no sentence."""


class Item(NamedTuple):
    """A word or mark, or a whole stretch in quotation marks."""

    word: str
    start: int
    end: int
    quote: int = -1
    """Number of the stretch."""


class Phrase(NamedTuple):
    """A noun phrase or pronoun: items `first` to `last`, `last` not included."""

    first: int
    last: int
    subject: bool
    """Whether its form lets it be a subject."""
    kind: str
    """`noun`, `pronoun` or `quote`."""
    head: int
    """Item after its first run of capitalised words."""


class Verb(NamedTuple):
    """A verb of saying at item `at`."""

    at: int
    kind: str


class Text:
    """The items of one passage, with what is asked of them."""

    def __init__(self, items: Sequence[Item], grammar: Grammar) -> None:
        self.items, self.grammar = items, grammar
        self._lows = ["" if item.quote >= 0 else item.word.lower().replace("ß", "ss") for item in items]
        """Of each item what `low` says."""
        self._kinds = [grammar.kinds_of.get(low, NONE) for low in self._lows]
        """And the kinds that it is of: both are asked often."""
        self.sentences: list[tuple[int, int]] = []
        self.sentence_of: list[int] = []
        self._cut()

    def _cut(self) -> None:
        first = 0
        for i in range(len(self.items)):
            if self._closes(i):
                self.sentences.append((first, i + 1))
                first = i + 1
        if first < len(self.items):
            self.sentences.append((first, len(self.items)))
        for number, (start, stop) in enumerate(self.sentences):
            self.sentence_of.extend([number] * (stop - start))

    def _closes(self, i: int) -> bool:
        items = self.items
        after = items[i + 1] if i + 1 < len(items) else None
        opens = after is None or after.quote >= 0 or after.word[0].isupper() or after.word[0].isdigit()
        item = items[i]
        if item.quote >= 0:
            return item.word in ENDS and opens and after is not None and after.quote < 0
        if item.word not in ENDS or not opens:
            return False
        before = items[i - 1] if i else item
        short = (
            before.end == item.start
            and before.quote < 0
            and (
                before.word in self.grammar.kinds.get("short", ())
                or (before.word.isdigit() and len(before.word) < 3 and not self._is_function(after))
                or (len(before.word) == 1 and before.word.isalpha() and before.word != "X")
                or (len(before.word) > 1 and ROMAN.issuperset(before.word) and not self._is_function(after))
            )
        )
        return item.word != "." or not short

    def _is_function(self, item: Item | None) -> bool:
        """Whether a small word with a capital follows, that only opens a sentence."""
        if item is None or item.quote >= 0:
            return False
        return not SMALL.isdisjoint(self.grammar.kinds_of.get(item.word.lower(), NONE))

    # --- words -------------------------------------------------------------------------------------------

    def low(self, i: int) -> str:
        """The word of item `i` in small letters; nothing for what stands in marks."""
        return self._lows[i] if 0 <= i < len(self._lows) else ""

    def has(self, kind: str, i: int) -> bool:
        """Whether item `i` is a word of a kind."""
        return 0 <= i < len(self._kinds) and kind in self._kinds[i]

    def is_plain(self, i: int) -> bool:
        """Whether item `i` is a word of no kind, as most words are."""
        return not (0 <= i < len(self._kinds) and self._kinds[i])

    def is_function(self, i: int) -> bool:
        """Whether item `i` is a word of one of the kinds in `SMALL`."""
        return 0 <= i < len(self._kinds) and not SMALL.isdisjoint(self._kinds[i])

    def is_noun(self, i: int) -> bool:
        """Whether item `i` has the capital of a noun or name."""
        if not 0 <= i < len(self.items):
            return False
        item = self.items[i]
        if item.quote >= 0:
            return False
        if not item.word[0].isupper():
            return bool(AGED.fullmatch(item.word))
        return not (self._opens_sentence(i) and self._is_small(i))

    def _opens_sentence(self, i: int) -> bool:
        """Whether item `i` has its capital from its place."""
        start = self.sentences[self.sentence_of[i]][0]
        return i == start or self.items[i - 1].quote >= 0 or self.low(i - 1) in (":", "–", "—", "(", "-", "•")

    def _is_small(self, i: int) -> bool:
        """Whether the word of item `i` is no noun: a small word, or a verb of saying."""
        return self.is_function(i) or self.low(i) in self.grammar.kinds_of_verbs

    def verb(self, i: int) -> Verb | None:
        """The verb of saying that item `i` is, if the words that it needs are there."""
        word = self.low(i)
        kinds = self.grammar.kinds_of_verbs.get(word)
        if not kinds or self.has("unverbal", i):
            return None
        start, stop = self.sentences[self.sentence_of[i]]
        if self.items[i].word[0].isupper() and not self._opens_sentence(i):
            return None
        for kind in kinds:
            needs = self.grammar.verbs[kind][word]
            if needs and not self._beside(i, needs, start, stop):
                continue
            return Verb(i, kind)
        return None

    def _beside(self, i: int, needs: frozenset[str], start: int, stop: int) -> bool:
        """Whether one of `needs` stands behind the verb at `i`, or right before it."""
        around = self.items[i + 1 : min(stop, i + REACH)]
        if "als" in needs and any(self.has("as", k) for k in range(max(start, i - 12), i)):
            return True
        if i > start and (self.items[i - 1].word in needs or self._follows_quote(i)):
            return True
        if any(item.word in needs and item.quote < 0 for item in around[:3]):
            return True
        for at, item in enumerate(around):
            if item.quote < 0 and item.word in needs:
                after = around[at + 1] if at + 1 < len(around) else None
                if after is None or after.quote >= 0 or not after.word[0].isalnum() or item.word[0].isupper():
                    return True
                if self.has("joining", i + 2 + at):
                    return True
        return False

    def _follows_quote(self, i: int) -> bool:
        """Whether a comma and what stands in quotation marks are before item `i`."""
        return i > 1 and self.low(i - 1) == "," and self.items[i - 2].quote >= 0

    # --- phrases -----------------------------------------------------------------------------------------

    def phrase(self, i: int, stop: int, attach: bool = True) -> Phrase | None:
        """The noun phrase or pronoun that opens at item `i`."""
        items = self.items
        if i >= stop:
            return None
        if items[i].quote >= 0:
            return Phrase(i, i + 1, True, "quote", i + 1)
        nominative, oblique = self.has("nominative", i), self.has("oblique", i)
        j = i + (nominative or oblique or (items[i].word.isdigit() and self.is_noun(i + 1)))
        if j < stop and items[j].quote >= 0 and j > i:
            return Phrase(i, j + 1, not oblique, "quote", j + 1)
        if j > i:
            limit = min(stop, j + 8)
            while j < limit and self._is_attribute(j):
                j += 1
        last = self._run(j, stop)
        if last == j:
            if self.has("personal", i) and not self.has("it", i):
                return Phrase(i, i + 1, True, "pronoun", i + 1)
            return None
        subject = not oblique and not (
            self.has("masculine", i) and (self._is_feminine(j) or self._ends_feminine(j, last))
        )
        return Phrase(i, self._attached(last, stop) if attach else last, subject, "noun", last)

    def described(self, i: int, stop: int) -> Phrase | None:
        """The noun phrase at item `i`, also behind words that describe it without an article, or with more
        than adjectives between article and noun: "israelischen Medien", "einer am Montag verlesenen Rede".
        """
        found = self.phrase(i, stop)
        if found is not None and found.kind != "noun":
            return found
        first = i + (self.has("nominative", i) or self.has("oblique", i))
        inner = self.phrase(first + 1, stop, attach=False) if self.has("preposition", first) else None
        j = first if inner is None else inner.last
        while j < min(stop, i + 12) and self.is_adjective(j):
            j += 1
        if j == i or (inner is None and first > i) or (inner is not None and j == inner.last):
            return found
        noun = self.phrase(j, stop)
        return found if noun is None or noun.kind != "noun" else noun._replace(first=i)

    def is_adjective(self, j: int) -> bool:
        """Whether item `j` has the form of a word that describes a noun."""
        word = self.low(j)
        if not word.isalpha() or self.items[j].word[0].isupper() or self.has("preposition", j):
            return False
        return word.endswith(tuple(self.grammar.kinds["adjective endings"])) and not self._is_small(j)

    def _ends_feminine(self, first: int, last: int) -> bool:
        """Whether the last noun tells the gender of a run, as behind adjectives ("Deutsche Bank"); else
        the first does ("der Verein Uferwache").
        """
        adjective = self.low(first).endswith(tuple(self.grammar.kinds["capital adjective endings"]))
        return self._is_feminine(last - 1) and (adjective or last - first == 1)

    def _is_feminine(self, i: int) -> bool:
        word = self.items[i].word
        return self.grammar.has("feminine", word) or self.grammar.has("publications", word)

    def _is_attribute(self, j: int) -> bool:
        """Whether item `j` may stand between an article and its noun."""
        item = self.items[j]
        if item.quote >= 0 or not item.word[0].isalnum():
            return False
        if item.word[0].isupper():
            return False
        if self.has("nominative", j) or self.has("oblique", j):
            return self.has("nominative", j) and item.word.endswith(
                tuple(self.grammar.kinds["plain endings"])
            )
        plain = not self.has("preposition", j) and not self.has("auxiliary", j)
        return plain and (
            self.verb(j) is None or item.word.endswith(tuple(self.grammar.kinds["adjective endings"]))
        )

    def _run(self, j: int, stop: int) -> int:
        """The item after the run of names and nouns from item `j` on."""
        items = self.items
        first = j
        while j < stop and j < first + 16:
            item = items[j]
            if item.quote >= 0:
                break
            if self._goes_on(j, first, stop):
                j += 1
            elif j > first and self._is_shortened(j, stop):
                j += 2
            else:
                break
        return j

    def _is_shortened(self, j: int, stop: int) -> bool:
        """Whether item `j` stands for the end of a compound: "Gesundheits- und Sozialdirektor"."""
        mark = self.items[j]
        glued = mark.word == "-" and mark.start == self.items[j - 1].end
        return glued and j + 2 < stop and self.is_noun(j + 2) and self.has("shortened", j + 1)

    def _goes_on(self, j: int, first: int, stop: int) -> bool:
        """Whether item `j` belongs to the run of names that opens at `first`."""
        item = self.items[j]
        if self.is_noun(j):
            return j == first or not (self.has("nominative", j) or self.has("oblique", j))
        if j == first or j + 1 >= stop:
            return False
        if item.word[0].isdigit():
            return len(item.word) < 3 or "/" in item.word
        if not self.is_noun(j + 1):
            return False
        if item.word in self.grammar.kinds["particles"]:
            article = self.has("nominative", j) or self.has("oblique", j)
            return not article or self._is_given(j - 1)
        return item.word in JOINTS and (item.word in "/&-" or len(self.items[j - 1].word) < 3)

    def _is_given(self, i: int) -> bool:
        from artparse.names import lists

        return self.low(i) in lists.given_names()

    def is_person(self, found: Phrase) -> bool:
        """Whether a phrase holds a given name or a noun for a person."""
        words = range(found.first, found.head)
        return any(self._is_given(k) or (self.is_noun(k) and self._is_role(k)) for k in words)

    def is_named(self, found: Phrase) -> bool:
        """Whether a phrase is or ends with a person's full name."""
        last = range(found.first, found.head - 1)
        return found.kind == "noun" and any(self._is_given(k) and self.is_noun(k + 1) for k in last)

    def _is_role(self, i: int) -> bool:
        return self.grammar.has("persons", self.items[i].word)

    def _attached(self, j: int, stop: int) -> int:
        """The item after the genitives, prepositional phrases and brackets behind a noun."""
        limit = min(stop, j + APPOSITION)
        while j < limit:
            word = self.low(j)
            if word == "(":
                close = next((k for k in range(j, min(stop, j + 10)) if self.low(k) == ")"), -1)
                if close < 0:
                    return j
                j = close + 1
                continue
            joined = self.has("and", j) and self.is_noun(j + 1) and self.is_noun(j - 1)
            inner = None
            if self.has("genitive", j):
                inner = self.phrase(j, stop, attach=False)
            elif joined or self.has("attaching", j):
                inner = self.phrase(j + 1, stop, attach=False)
            if inner is None or inner.kind != "noun":
                return j
            j = inner.last
        return j

    def is_subordinate(self, at: int, start: int) -> bool:
        """Whether the verb at item `at` is that of a clause that hangs on another."""
        first = self.clause(at, start)
        if self.has("subordinating", first):
            return True
        return self.has("relative", first) and first > start and self.low(first - 1) == ","

    # --- subjects ----------------------------------------------------------------------------------------

    def subject(self, at: int) -> Phrase | None:
        """The subject of the verb at item `at`."""
        number = self.sentence_of[at]
        start, stop = self.sentences[number]
        start, stop = max(start, at - REACH), min(stop, at + REACH)
        found = self._before(at, start, stop)
        if found is None:
            return self._behind(at, stop)
        if found.first > at or self._is_certain(found, at):
            return found
        behind = self._behind(at, min(stop, at + 16))
        return behind if behind is not None and self._is_better(found, behind, at) else found

    def _is_certain(self, found: Phrase, at: int) -> bool:
        """Whether a phrase before the verb can only be its subject."""
        if found.kind == "pronoun":
            return self.has("surely pronoun", found.first) or self._is_late(found, at)
        return self.has("masculine", found.first) or self._is_late(found, at)

    def _is_late(self, found: Phrase, at: int) -> bool:
        """Whether the verb ends its clause, so that no subject follows it."""
        return (
            found.first > 0
            and self.has("subordinating", found.first - 1)
            and self.low(at + 1) in (",", ".", "")
        )

    def _is_better(self, found: Phrase, behind: Phrase, at: int) -> bool:
        """Whether the phrase behind the verb is rather its subject than the one before it."""
        if self.is_named(found) and behind.kind == "noun" and not self.is_person(behind):
            return False  # "Michael Kohl sagte der Zeitschrift"
        near = all(self.has("adverbs", k) for k in range(at + 1, behind.first))
        if behind.kind == "pronoun":
            return self.has("surely pronoun", behind.first) and near
        if self.has("masculine", behind.first) and near:
            return True
        many = tuple(self.grammar.kinds["plural endings"])
        several = self.has("plural", found.first) and self.low(found.first + 1).endswith(many)
        if several and not self.low(at).endswith(many):
            return not self.is_noun(found.first + 1)
        bare = found.head - found.first == 1 and self._opens_sentence(found.first)
        return (
            bare
            and near
            and self.items[found.first].word.endswith(tuple(self.grammar.kinds["adverb endings"]))
        )

    def _behind(self, at: int, stop: int) -> Phrase | None:
        """The first phrase behind a verb that may be its subject."""
        j = at + 1
        while j < stop:
            word = self.low(j)
            if not word:
                if j == at + 1 and self._is_source(j):
                    return Phrase(j, j + 1, True, "quote", j + 1)
                j += 1
                continue
            if word in (",", ":", ";", ")", "–", "—") or self.has("joining", j) or word in ENDS:
                return None
            if self.has("preposition", j) and not self.is_noun(j):
                inner = self.phrase(j + 1, stop, attach=False)
                j = inner.last if inner is not None else j + 1
                continue
            if self.has("adverbs", j) and not self.is_noun(j):
                j += 1
                continue
            found = self.phrase(j, stop)
            if found is None:
                j += 1
            elif found.subject and (found.kind != "quote" or self._is_source(found.last - 1)):
                return self.completed(found, stop)
            else:
                j = found.last
        return None

    def _is_source(self, j: int) -> bool:
        """Whether what stands in marks at item `j` looks like a name."""
        return self.items[j].word == "Q"

    def completed(self, found: Phrase, stop: int) -> Phrase:
        """A phrase with the name in commas that follows: "der Sprecher der Bank, Hans Mohr,"."""
        if found.kind != "noun" or self.low(found.last) != ",":
            return found
        if not self.is_noun(found.last + 1):
            return found
        last = self._run(found.last + 1, stop)
        if 1 < last - found.last - 1 < 7 and (self.low(last) in (",", ":", "") or self.low(last) in ENDS):
            return found._replace(last=last)
        return found

    def _before(self, at: int, start: int, stop: int) -> Phrase | None:
        """The subject before the verb at `at`: right before it, or behind the word that opens its clause."""
        if self.low(at - 1) == ",":
            inverted = self._behind(at, min(stop, at + 12))
            near = inverted is not None and inverted.first <= at + 3
            if near and inverted is not None and (self._resumed(inverted) or self._apart(at, start) is None):
                return inverted
        first = self.clause(at, start)
        if self.has("subordinating", first) and not (self.has("as or so", first) and first == start):
            found = self._first(first + 1, at)
            if found is not None:
                return found
        if self.has("relative", first) and first > start and self.low(first - 1) == ",":
            closes = self.low(at + 1) in (",", "", ":", ")") or self.low(at + 1) in ENDS
            if closes and self._is_given(first + 1):
                return self.phrase(first + 1, at)  # "die Marke, die Gerhard Roth genannt hatte"
            known = self.phrase(first, at)
            if closes and (known is None or known.last < at):
                return self._ahead(first - 1, start)
        if self.low(at - 1) in (",", ")", "–", "-") or first == at:
            ahead = self._apart(at, start)
            if ahead is not None:
                return ahead
            inverted = self._behind(at, min(stop, at + 12))
            if inverted is not None and inverted.first <= at + 4 and self.low(at - 1) != ")":
                return inverted
            first = start
        while first < at and (self.has("opening", first) or self.has("joining", first)):
            first += 1
        if first >= at:
            return None
        if first > start and self.has("joining", first - 1) and self.has("adverbs", first):
            return None
        found = self.phrase(first, at)
        if (
            found is None
            or not found.subject
            or (found.kind == "quote" and not self._is_source(found.last - 1))
        ):
            return None
        gap = [k for k in range(found.last, at) if self.items[k].quote < 0]
        if any(self.low(k) == "," for k in gap):
            whole = self.completed(found, at)
            if whole.last < at and self.low(whole.last) == ",":
                named = self._apposed(found.last + 1, at)
                return whole if named is None else found._replace(last=named)
            return whole
        if len(gap) > 8 or any(self.has("preposition", k) or self.is_noun(k) for k in gap):
            return None
        return found

    def _resumed(self, inverted: Phrase) -> bool:
        """Whether a clause goes on behind the aside that ends with a phrase: "Das, sagte Mohr, sei gut"."""
        after = inverted.last + 1
        finite = (
            self.has("auxiliary", after) or self.has("reported", after) or self.has("reported too", after)
        )
        return self.low(inverted.last) == "," and finite

    def _apart(self, at: int, start: int) -> Phrase | None:
        """The phrase that opens the sentence, with an aside in commas between it and its verb."""
        first = start
        while first < at and self.has("opening", first):
            first += 1
        found = self.phrase(first, at)
        if found is None or not found.subject or found.kind != "noun" or self.low(found.last) != ",":
            return None
        whole = self.completed(found, at)
        named = self._apposed(found.last + 1, at)
        return found._replace(last=named) if whole is found and named is not None else whole

    def _apposed(self, first: int, stop: int) -> int | None:
        """Where the run of names ends that stands in commas right before the verb."""
        at = stop - 1 if self.low(stop - 1) == "," else stop
        return at if first < at and stop - first < APPOSITION and self.is_noun(first) else None

    def _first(self, i: int, stop: int) -> Phrase | None:
        """The first phrase from item `i` on that may be a subject."""
        while i < stop:
            if self.has("preposition", i) and not self.is_noun(i):
                inner = self.phrase(i + 1, stop, attach=False)
                i = inner.last if inner is not None else i + 1
                continue
            if self.low(i) in (",", ":"):
                return None
            found = self.phrase(i, stop)
            if found is None:
                i += 1
            elif found.subject and (found.kind != "quote" or self._is_source(found.last - 1)):
                return self.completed(found, stop)
            else:
                i = found.last
        return None

    def _ahead(self, comma: int, start: int) -> Phrase | None:
        """The noun phrase that ends before the comma of a relative clause."""
        first = comma
        while first > start and (
            self.is_noun(first - 1) or self.low(first - 1) in self.grammar.kinds["particles"]
        ):
            first -= 1
        if first == comma:
            return None
        if first > start and (self.has("nominative", first - 1) or self.has("oblique", first - 1)):
            first -= 1
        return Phrase(first, comma, True, "noun", comma)

    def clause(self, at: int, start: int) -> int:
        """The first item of the clause whose verb stands at `at`.

        Commas of asides are passed over where nothing before the verb could be a subject.
        """
        i = at
        while i > start:
            word = self.low(i - 1)
            if word == ")":
                opened = next((k for k in range(i - 2, max(start, i - 12) - 1, -1) if self.low(k) == "("), -1)
                if opened >= 0:
                    i = opened
                    continue
            if word in STOPS or word in ("–", "—", "("):
                return i
            if word == ",":
                if i == at or not self._opens(i, at):
                    earlier = self._opener(i - 1, start)
                    if earlier is not None:
                        return earlier
                return i
            if self.has("clause joining", i - 1) and self._joins(i - 1, start, at):
                return i
            i -= 1
        return start

    def _opens(self, i: int, at: int) -> bool:
        """Whether a clause with a subject of its own may open at item `i`."""
        if self.has("subordinating", i) or self.has("relative", i):
            return True
        return any(self.phrase(k, at, attach=False) is not None for k in range(i, min(i + 4, at)))

    def _opener(self, comma: int, start: int) -> int | None:
        """The word that opens the clause before an aside: "Wie Mohr, der dort wohnt, sagte"."""
        if self.has("subordinating", start):
            return start
        for i in range(comma - 1, max(start, comma - REACH), -1):
            if self.low(i - 1) == "," and self.has("subordinating", i):
                return i
        return None

    def _joins(self, i: int, start: int, at: int) -> bool:
        """Whether the "and" at item `i` joins clauses and no nouns."""
        if i + 1 == at:
            return True
        return not (self.is_noun(i + 1) and self.is_noun(i - 1)) and not self._same(i)

    def _same(self, i: int) -> bool:
        """Whether words of one kind stand on both sides of item `i`: "grüne und rote"."""
        one, two = self.low(i - 1), self.low(i + 1)
        return one[-2:] == two[-2:] and one.isalpha() and not self.is_noun(i - 1)


def texts_of(
    text: str,
    passages: Sequence[Passage],
    stretches: Sequence[Stretch],
    grammar: Grammar,
    named: frozenset[int],
) -> list[Text]:
    """The passages' items; a stretch that is a name (`named`) is `Q`, another `q` or its last mark."""
    outer: list[list[int]] = [[] for _ in passages]
    for number, stretch in enumerate(stretches):
        if not stretch.nested:
            outer[stretch.passage].append(number)
    found = []
    for index, passage in enumerate(passages):
        items: list[Item] = []
        at = passage.span[0]
        for number in outer[index]:
            stretch = stretches[number]
            items.extend(Item(m.group(), *m.span()) for m in ITEM.finditer(text, at, stretch.outer[0]))
            last = text[stretch.end - 1 : stretch.end]
            word = "Q" if number in named else last if last in ENDS else "q"
            items.append(Item(word or "q", *stretch.outer, number))
            at = max(at, stretch.outer[1])
        items.extend(Item(m.group(), *m.span()) for m in ITEM.finditer(text, at, passage.span[1]))
        found.append(Text(items, grammar))
    return found
