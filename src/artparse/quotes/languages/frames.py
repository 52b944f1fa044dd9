"""Who is said to have said what, told by the sentences of the language itself.

For each stretch in quotation marks: whether it is a mere name ("die Zeitung „Die Welt“"), or the words for
its source, where the sentence around it says so: a verb of saying with its subject, "laut X", "so X",
"X zufolge", "nach Angaben von X"; and sentences whose verb has the form of reported speech, which go on with
whoever spoke.
Where nothing of this is there, nothing is said of the stretch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from artparse.article import Span
from artparse.patterns import pattern
from artparse.quotes.languages.clauses import ENDS, REACH, Phrase, Text, texts_of
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch

TITLE = 14
"""Names of things have at most so many words."""
ATTRIBUTES = 4
"""At most so many words describe a noun before it."""
BACK = 4
"""Reported speech goes on over so many sentences."""
WORD = pattern(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class Frame(NamedTuple):
    """The words for a source."""

    source: Span
    head: Span
    """Its first run of names and nouns, with what stands before it."""
    cue: Span | None
    pronoun: bool = False
    carried: bool = False
    """Whether an earlier sentence tells it."""


class Verdict(NamedTuple):
    """What the sentence tells of a stretch: nobody's words (no frame), or its source."""

    frame: Frame | None
    said: bool = True
    """Whether somebody says the words."""


class Frames:
    """One article; holds what the methods share."""

    def __init__(
        self, text: str, passages: Sequence[Passage], stretches: Sequence[Stretch], grammar: Grammar
    ) -> None:
        self.text, self.passages, self.stretches, self.grammar = text, passages, stretches, grammar
        self._inflected = tuple(grammar.kinds["adjective endings"])
        self._pronouns = grammar.kinds["personal"] - grammar.kinds["relative"]
        titles = frozenset(n for n, s in enumerate(stretches) if self._is_titled(s))
        self.titles = titles
        self.texts = texts_of(text, passages, stretches, grammar, titles)
        self.names: set[int] = set()
        """Stretches that turned out to be names."""
        self.told: dict[tuple[int, int], Frame | None] = {}
        """The source of a sentence, once that is asked."""

    def run(self) -> dict[int, Verdict]:
        found: dict[int, Verdict] = {}
        titles = self.titles
        for index, passage in enumerate(self.texts):
            for i, item in enumerate(passage.items):
                if item.quote < 0:
                    continue
                stretch = self.stretches[item.quote]
                if stretch.label is not None or stretch.dashed:
                    continue
                if self._is_name(passage, i) or self._is_term(passage, i):
                    self.names.add(item.quote)
                    found[item.quote] = Verdict(None, said=False)
                    continue
                frame = self._frame(index, i)
                if frame is not None or self._is_told(passage, i):
                    found[item.quote] = Verdict(frame)
                elif item.quote in titles and self._is_bare(passage, i):
                    found[item.quote] = Verdict(None, said=False)
        self._repeat_names(found)
        return found

    def _is_bare(self, text: Text, i: int) -> bool:
        """Whether nothing tells that the words, which look like a name, are speech."""
        return text.low(i - 1) != ":" and not self._is_said(text, i)

    def _repeat_names(self, found: dict[int, Verdict]) -> None:
        """What is a name in one place is no speech in another."""
        known = {self._words(number) for number in self.names}
        for number, verdict in found.items():
            if verdict.said and self._words(number) in known:
                found[number] = Verdict(None, said=False)

    def _words(self, number: int) -> str:
        stretch = self.stretches[number]
        return self.text[stretch.start : min(stretch.end, stretch.start + 200)].casefold()

    # --- names -------------------------------------------------------------------------------------------

    def _is_titled(self, stretch: Stretch) -> bool:
        """Whether the words look like a name: few, the first and last with capitals, no sentence."""
        inner = self.text[stretch.start : min(stretch.end, stretch.start + 120)].strip()
        words = WORD.findall(inner)
        if not words or len(words) > TITLE or inner[-1] in ".!?,…" or not inner[0].isalnum():
            return False
        named = any(self.grammar.has("publications", word) for word in (words[0], words[-1]))
        if named and (words[0][0].isupper() or "." in words[-1]):
            return True
        clause = any(self._is_clausal(word) for word in words[1:]) or words[0].lower() in self._pronouns
        return (words[0][0].isupper() or words[0][0].isdigit()) and not clause

    def _is_clausal(self, word: str) -> bool:
        """Whether a word makes a sentence of a name."""
        kinds = self.grammar.kinds
        return word in kinds["auxiliary"] or word in self._pronouns or word in kinds["clausal"]

    def _is_strict(self, stretch: Stretch) -> bool:
        """Whether nothing but nouns, and what stands between nouns, is in the words."""
        words = WORD.findall(self.text[stretch.start : stretch.end])
        small = self.grammar.kinds["preposition"] | self.grammar.kinds["particles"]
        small |= (
            self.grammar.kinds["nominative"] | self.grammar.kinds["oblique"] | self.grammar.kinds["joining"]
        )
        plain = (
            w[0].isupper() or w[0].isdigit() or w in small or w.endswith(self._inflected) or len(w) < 4
            for w in words
        )
        foreign = all(w.isascii() for w in words) and words[-1][0].isupper()
        return all(plain) or foreign

    def _is_published(self, stretch: Stretch) -> bool:
        words = WORD.findall(self.text[stretch.start : min(stretch.end, stretch.start + 60)])
        shouted = bool(words) and words[0].isupper() and self.grammar.has("publications", words[0])
        return 0 < len(words) < 6 and (
            shouted
            or self.grammar.has("publications", words[-1])
            or " ".join(words[:2]) in ("Die Welt", "Die Zeit")
        )

    def _is_name(self, text: Text, i: int) -> bool:
        """Whether the stretch at item `i` only names something."""
        item = text.items[i]
        stretch = self.stretches[item.quote]
        inner = self.text[stretch.start : min(stretch.end, stretch.start + 200)]
        short = len(WORD.findall(inner)) <= TITLE and stretch.end - stretch.start < 200
        if not short:
            return False
        after = text.items[i + 1] if i + 1 < len(text.items) else None
        if after is not None and after.word[0] == "-" and after.start == item.end:
            return True
        titled = item.quote in self.titles
        if text.has("so called", i - 1) or (titled and text.has("to whom", i - 1)):
            return True
        before = text.items[i - 1].word if i and text.items[i - 1].quote < 0 else ""
        if before and text.is_noun(i - 1) and self._is_named(before):
            return item.word not in ENDS or self.grammar.has("titled", before)
        determined = text.has("nominative", i - 1) or text.has("oblique", i - 1)
        if titled and (determined or text.has("preposition", i - 1)) and self._is_published(stretch):
            return True
        if not titled or self._is_said(text, i):
            return False
        if self._speaks(text, i):
            return True
        if not self._is_strict(stretch):
            return False
        next_word = after.word if after is not None else ""
        if before == "(" and next_word in (")", ",") and i > 1:
            return True
        if before == ":" and text.is_noun(i - 2) and self._is_named(text.items[i - 2].word):
            return True
        if self._is_published(stretch) and not text.has("subordinating", i - 1):
            return True
        if next_word == "(" and i + 3 < len(text.items):
            short_form = text.items[i + 2].word
            if short_form[:2].isupper() and text.items[i + 3].word == ")":
                return True
        opens = text.sentences[text.sentence_of[i]][0] == i
        if opens and (text.has("auxiliary", i + 1) or text.has("and", i + 1)):
            return True
        if (before == "," or text.has("listing", i - 1)) and i > 1 and text.items[i - 2].quote in self.names:
            return True
        if determined and (text.has("before", i - 2) or text.has("towards", i - 2)):
            return True
        if text.has("before", i - 1) or self._names(text, i):
            return True
        if text.has("of", i - 1) and text.is_noun(i - 2):
            return True
        first = WORD.match(inner)
        if first is not None and self._is_named(first.group()) and len(WORD.findall(inner)) > 2:
            return True
        return self._is_placed(text, i, stretch)

    def _is_said(self, text: Text, i: int) -> bool:
        """Whether a comma and a verb of saying follow: no name has that."""
        if text.low(i + 1) not in (",", "–", "—"):
            return False
        return text.has("thus", i + 2) or text.verb(i + 2) is not None if i + 2 < len(text.items) else False

    def _is_named(self, word: str) -> bool:
        """Whether a noun is one that stands before the names of things, inflected or not."""
        low = word.lower()
        return any(
            low.endswith(ending) and self.grammar.has("named", low[: len(low) - len(ending)])
            for ending in ("", *self.grammar.kinds["noun endings"])
        )

    def _is_placed(self, text: Text, i: int, stretch: Stretch) -> bool:
        """Whether a name of several words stands where no speech does: "vom „Bund der Türmer“"."""
        words = WORD.findall(self.text[stretch.start : stretch.end])
        if len(words) < 2 or not (words[-1][0].isupper() and words[0][0].isupper()):
            return False
        determined = text.has("definite", i - 1)
        determined = determined and not text.has("said of", i - 2)
        if not determined and not text.has("beside", i - 1):
            return False
        start, stop = text.sentences[text.sentence_of[i]]
        joined = text.has("contracted", i - 1)
        if not joined and self.is_reported(text, text.sentence_of[i]):
            return False
        if any(text.has("that", k) for k in range(max(start, i - 30), i)) or text.has("along", i - 2):
            return False
        if any(self.by_preposition(text, k, i) is not None for k in range(max(start, i - 30), i)):
            return False
        around = (text.verb(k) for k in range(max(start, i - 30), min(stop, i + 30)))
        return not any(verb is not None and verb.kind == "call" for verb in around)

    def _is_term(self, text: Text, i: int) -> bool:
        """Whether the words are what all call something: "als „X“ bezeichnet wird"."""
        item = text.items[i]
        if item.word in ENDS:
            return False
        start, stop = text.sentences[text.sentence_of[i]]
        start, stop = max(start, i - REACH), min(stop, i + REACH)
        for at in (*range(i + 1, min(stop, i + 4)), *range(i - 1, max(start, i - 8) - 1, -1)):
            verb = text.verb(at)
            if verb is None:
                continue
            if text.has("anyone", at + 1) or text.has("anyone", at - 1):
                return True
            if verb.kind != "call":
                return False
            if at == i + 1 and text.is_noun(at + 1):
                return item.quote in self.titles  # "als „X“ bezeichnete Lage"
            helper = self.helper(text, at, start, stop)
            if helper is not None and self._is_suffered(text, helper, at):
                return item.quote in self.titles and self._agent(text, helper, at, start, stop) is None
            return False
        return False

    def _names(self, text: Text, i: int) -> bool:
        """Whether "genannt wird", "heißt" tell that the stretch is what somebody is called by all."""
        for k in range(i + 1, min(i + 8, len(text.items))):
            if text.has("naming", k):
                return any(text.has("naming around", j) for j in range(i - 12, k + 3))
            if not text.low(k) or text.low(k) in ".:;":
                break
        if text.has("by name", i - 1):
            return True
        for k in range(i - 1, max(-1, i - 7), -1):
            if text.low(k) == ":" or text.has("it", k):
                return False
            if text.has("being called", k):
                return not text.has("it", k - 1)
        return False

    def _speaks(self, text: Text, i: int) -> bool:
        """Whether the stretch is itself the subject of a verb of saying: "teilte die „Nordkette“ mit"."""
        first = i - 1 if text.has("nominative", i - 1) else i
        if first == i:
            return False
        start, stop = text.sentences[text.sentence_of[i]]
        for at in range(max(start, i - 3), min(stop, i + 14)):
            verb = text.verb(at)
            if verb is not None:
                found = text.subject(at)
                if found is not None and found.first <= i < found.last and found.kind == "quote":
                    return True
        return False

    # --- frames ------------------------------------------------------------------------------------------

    def _frame(self, index: int, i: int) -> Frame | None:
        text = self.texts[index]
        start, stop = text.sentences[text.sentence_of[i]]
        start, stop = max(start, i - REACH), min(stop, i + REACH)
        return (
            self._beside(text, i, stop)
            or self._named(text, i, start)
            or self._within(text, i, start, stop)
            or self._left(text, i, start)
            or self._right(text, i, stop)
            or self._worded(text, i, start, stop)
            or self._written(text, i, start, stop)
            or self._announced(index, i, start)
            or self._meant(text, i, start)
            or self._introduced(text, i)
            or self._carried(index, i, start, stop)
        )

    def _beside(self, text: Text, i: int, stop: int) -> Frame | None:
        """The frame right behind the stretch: "…“, sagte X", "…“, so X", "…“. Das sagte X"."""
        j = i + 1
        comma = text.low(j) in (",", "–", "—", "-")
        j += comma
        if j >= len(text.items):
            return None
        if j >= stop:
            if text.items[i].word in ENDS or text.low(i + 1) in ENDS:
                return self._next(text, min(j, stop))
            return None
        if text.low(j) in ENDS:
            return self._next(text, j + 1)
        if text.has("thus", j):
            return self.so(text, j, stop)
        inverted = comma or not self._ends_clause(text, i)
        if text.verb(j) is not None:
            return self.of_verb(text, j, behind=inverted)
        if comma and text.has("auxiliary", j):
            for k in range(j + 1, min(stop, j + 20)):
                if text.verb(k) is not None:
                    return self.of_verb(text, k)
                if text.low(k) in (",", ":"):
                    break
        return None

    def _ends_clause(self, text: Text, i: int) -> bool:
        """Whether a clause with its verb at the end is open before the stretch at item `i`."""
        start, _ = text.sentences[text.sentence_of[i]]
        for k in range(i - 1, max(start - 1, i - REACH), -1):
            if text.low(k) in (":", ";"):
                return False
            if text.has("subordinating", k) and (
                k == start or (text.low(k - 1) == "," or text.has("and", k - 1))
            ):
                return True
            if text.has("auxiliary", k) or text.verb(k) is not None:
                return text.has("auxiliary", k)
        return start < i - 1

    def so(self, text: Text, j: int, stop: int) -> Frame | None:
        found = text.phrase(j + 1, stop)
        if found is None or not found.subject or found.kind == "quote":
            return None
        if (
            self.grammar.has("words", text.items[found.head - 1].word)
            or text.has("that", found.first)
            or text.has("it", found.first)
        ):
            inner = text.phrase(found.head, stop)
            return self.framed(text, inner, j) if inner is not None else None
        return self.framed(text, text.completed(found, stop), j)

    def _next(self, text: Text, first: int) -> Frame | None:
        """The frame that the sentence after the stretch opens with: "Das sagte X", "So X"."""
        if first >= len(text.items):
            return None
        _, stop = text.sentences[text.sentence_of[first]]
        if text.has("resuming", first):
            j = first + 1
            if text.verb(j) is not None:
                return self.of_verb(text, j, behind=True)
            if text.has("thus", first) and text.is_noun(j):
                return self.so(text, first, stop)
            if text.has("auxiliary", j):
                for k in range(j + 1, min(stop, j + REACH)):
                    if text.verb(k) is not None:
                        return self.of_verb(text, k)
        return None

    def _within(self, text: Text, i: int, start: int, stop: int) -> Frame | None:
        """The verb that ends the clause around the stretch: "X hatte es „…“ genannt"."""
        for j in range(i + 1, min(stop, i + 12)):
            if text.low(j) in (",", ";", ":", "–") or self.grammar.has("subordinating", text.low(j) or "."):
                return None
            if text.has("and or", j) and text.items[j + 1 : j + 2] and text.items[j + 1].quote < 0:
                return None
            verb = text.verb(j)
            if verb is not None:
                closes = j + 1 >= stop or text.low(j + 1) in (",", ".", ";", ":", "!", "?", ")", "")
                closes = closes or text.has("auxiliary", j + 1) or text.has("and", j + 1)
                return self.of_verb(text, j) if closes else None
        return None

    def _left(self, text: Text, i: int, start: int) -> Frame | None:
        """The nearest frame before the stretch in its sentence."""
        inner: Frame | None = None
        for j in range(i - 1, start - 1, -1):
            verb = text.verb(j)
            if verb is not None:
                if not self._governs(text, j, i):
                    continue
                found = self.of_verb(text, j)
                if text.low(i - 1) != ":" and self.is_told_itself(text, j):
                    inner = inner or found  # reported itself
                    continue
                if found is not None or not self._is_passive(text, j, start):
                    return found
                continue
            found = self._owned(text, j, i)
            if found is not None:
                return found
            if text.has("thus", j) and text.low(j - 1) in (",", "", "–"):
                found = self.so(text, j, i)
                if found is not None:
                    return found
            found = self.by_preposition(text, j, i)
            late = text.low(i - 1) == ":" and found is not None and (found.pronoun or text.has("behind", j))
            if found is not None and not late:
                return found
            inner = inner or (found if found is not None and not found.pronoun else None)
        return inner

    def _owned(self, text: Text, j: int, i: int) -> Frame | None:
        """Whose word a noun tells: "auf den Vorwurf der Gilde, …"."""
        if not text.is_noun(j) or text.items[j].word not in self.grammar.kinds["words"]:
            return None
        if not text.has("of whom", j + 1):
            return None
        inner = text.phrase(j + 1 + (text.has("of", j + 1)), i)
        if inner is None or inner.kind != "noun" or text.low(inner.last) not in (",", ":"):
            return None
        return self.framed(text, text.completed(inner, i), j)

    def _governs(self, text: Text, verb: int, i: int) -> bool:
        """Whether the verb may have the stretch at `i` in what it reports."""
        return not any(text.low(k) == ";" for k in range(verb + 1, i))

    def _is_passive(self, text: Text, at: int, start: int) -> bool:
        return any(text.has("passive", k) for k in range(max(start, at - 20), at + 3))

    def _right(self, text: Text, i: int, stop: int) -> Frame | None:
        """A frame behind the clause of the stretch: "Es sei „gut“ gewesen, sagte X"."""
        for j in range(i + 1, stop):
            if text.verb(j) is not None and text.low(j - 1) in (",", "", "–"):
                found = self.of_verb(text, j, behind=True)
                if found is not None:
                    return found
            if text.has("thus", j) and text.low(j - 1) in (",", "", "–"):
                behind = text.has("it says", j + 1)
                found = self.of_verb(text, j + 1) if behind else self.so(text, j, stop)
                if found is not None:
                    return found
            found = self.by_preposition(text, j, i)
            if found is not None:
                return found
        return None

    def by_preposition(self, text: Text, j: int, i: int) -> Frame | None:
        """ "laut X", "nach Angaben von X", "nach Ansicht der X", "X zufolge"."""
        if text.is_plain(j) and text.is_plain(j - 1):
            return None  # All that is told here is told by one of both.
        _, stop = text.sentences[text.sentence_of[j]]
        if text.has("behind", j):
            return self._zufolge(text, j)
        if text.has("for", j):
            return self._for_whom(text, j, stop)
        if text.has("whose", j) and self._is_view(text, j + 1):
            return self._owner(text, j)
        view = j
        if text.has("nominative", view) or text.has("oblique", view):
            view += 1
        while text.has("viewed", j - 1) and view < min(stop, j + ATTRIBUTES) and text.is_adjective(view):
            view += 1
        if self._is_view(text, view) or (text.has("before", j - 1) and self._is_document(text, view)):
            if text.has("article", j) and j > 0:
                held = self._held(text, j)
                if held is not None:
                    return held
            if not text.has("viewed", j - 1):
                return None
            owner = view + 1
            owner += text.has("viewed of", owner)
            found = text.phrase(owner, stop)
            if found is not None and found.kind == "noun":
                return self.framed(text, text.completed(found, stop), j - 1)
            if found is not None and found.kind == "quote":
                return self.framed(text, found, j - 1)
            return self.framed(text, Phrase(j, view + 1, True, "noun", view + 1), j - 1)
        if text.has("citing", j) and not text.is_noun(j - 1):
            found = text.described(j + 1, stop)
            if found is not None and not self._is_view(text, found.head - 1):
                return self.framed(text, text.completed(found, stop), j)
        return None

    def _for_whom(self, text: Text, j: int, stop: int) -> Frame | None:
        """For whom something is so: "Für Hans Mohr ist das „ein Witz“"."""
        if j != text.sentences[text.sentence_of[j]][0]:
            return None
        found = text.phrase(j + 1, stop)
        if found is None or found.kind != "noun" or not text.has("auxiliary", found.last):
            return None
        return self.framed(text, found, j) if text.is_person(found) else None

    def _is_view(self, text: Text, i: int) -> bool:
        return text.is_noun(i) and self.grammar.has("views", text.items[i].word)

    def _is_document(self, text: Text, i: int) -> bool:
        return text.is_noun(i) and self.grammar.has("documents", text.items[i].word)

    def _held(self, text: Text, j: int) -> Frame | None:
        """Who "is of the opinion" or "takes the view"."""
        start, _ = text.sentences[text.sentence_of[j]]
        for k in range(j - 1, max(start, j - 8) - 1, -1):
            if text.has("holding", k):
                found = text.subject(k)
                return self.framed(text, found, k) if found is not None else None
            if text.has("preposition", k):
                return None
        return None

    def _owner(self, text: Text, j: int) -> Frame | None:
        """Whose "his view" is."""
        item = text.items[j]
        return Frame((item.start, item.end), (item.start, item.end), None, pronoun=True)

    def _zufolge(self, text: Text, j: int) -> Frame | None:
        start, _ = text.sentences[text.sentence_of[j]]
        best: Phrase | None = None
        for k in range(j - 1, max(start, j - 14) - 1, -1):
            found = text.phrase(k, j)
            if found is not None and found.last == j and found.kind == "noun":
                best = found
                if text.has("oblique", k) or text.has("nominative", k):
                    break
        if best is None:
            return None
        return self.framed(text, best, j)

    def of_verb(self, text: Text, at: int, behind: bool = False) -> Frame | None:
        """The source that the verb of saying at item `at` has."""
        start, stop = text.sentences[text.sentence_of[at]]
        start, stop = max(start, at - REACH), min(stop, at + REACH)
        verb = text.verb(at)
        if verb is None:
            return None
        if text.has("it says", at):
            return self._told_in(text, at, start, stop)
        if behind:
            found = text._behind(at, stop)
            if found is not None:
                return self.framed(text, found, at)
            return None
        joined = text.has("sharing", at - 1)
        if joined and at - 1 > start and not self._has_own(text, at):
            shared = self._shared(text, at, start)
            if shared is not None:
                return self.framed(text, shared, at)
        helper = self.helper(text, at, start, stop)
        if helper is not None:
            if self._is_suffered(text, helper, at) and verb.kind != "quote":
                return self._agent(text, helper, at, start, stop)
            found = text.subject(helper)
        elif verb.kind == "quote":
            found = self._quoted(text, at, stop)
        else:
            found = text.subject(at)
        if found is None and text.has("sharing also", at - 1):
            found = self._shared(text, at, start)
        return self.framed(text, found, at) if found is not None else None

    def _has_own(self, text: Text, at: int) -> bool:
        """Whether a subject that can be nothing else follows the verb behind an "and"."""
        return text.has("surely subject", at + 1)

    def _is_suffered(self, text: Text, helper: int, at: int) -> bool:
        """Whether the participle at item `at` is passive with its finite verb at `helper`."""
        if not text.has("passive", helper):
            return text.has("been", at + 1)
        if text.has("passive past", helper):
            return True
        word = text.low(at)
        return not word.endswith(self._endings("infinitive")) or self._is_participle(word)

    def _endings(self, form: str) -> tuple[str, ...]:
        """How the verbs of a form end; participles: how they begin."""
        return tuple(self.grammar.kinds[f"{form} verbs"])

    def _is_participle(self, word: str) -> bool:
        return any(syllable in word[:6] for syllable in self._endings("participle"))

    def is_told_itself(self, text: Text, at: int) -> bool:
        """Whether the verb at item `at` has the form of reported speech, so that another reports it."""
        word = text.low(at)
        return word.endswith(self._endings("reported")) and not word.endswith(self._endings("past"))

    def helper(self, text: Text, at: int, start: int, stop: int) -> int | None:
        """The finite verb of a participle or infinitive at item `at`, before it or right behind it."""
        word = text.low(at)
        if word.endswith(self._endings("past")) and not word.startswith(self._endings("participle")):
            return None
        if text.has("auxiliary", at + 1):
            return at + 1
        j = at - 1
        while j >= start:
            if text.low(j) in (";", ":"):
                return None
            if text.low(j) == "," and not self._is_aside(text, j, at):
                return None
            if text.has("auxiliary", j):
                return j
            if text.verb(j) is not None:
                return None
            j -= 1
        return None

    def _is_aside(self, text: Text, comma: int, at: int) -> bool:
        """Whether the comma ends an apposition: names alone stand before it, after another comma."""
        return text.is_noun(comma - 1) and any(text.low(k) == "," for k in range(max(0, comma - 12), comma))

    def _agent(self, text: Text, helper: int, at: int, start: int, stop: int) -> Frame | None:
        """By whom something was called so: "wurde von X „…“ genannt"."""
        begins = max(start, at - REACH)
        for k in range(begins, at):
            if text.low(k) in (",", ";") or text.has("and", k):
                begins = k
        for k in range(begins, at):
            if text.has("agent", k):
                found = text.phrase(k + 1, at)
                if found is not None and found.kind != "quote":
                    return self.framed(text, found, at)
        return None

    def _quoted(self, text: Text, at: int, stop: int) -> Phrase | None:
        """Who is quoted: "zitiert die Zeitung X", "wird X zitiert"."""
        phrases: list[Phrase] = []
        j = at + 1
        while j < stop and j < at + 20 and len(phrases) < 2:
            if text.low(j) in (",", ":") or text.low(j) in ENDS:
                break
            if text.has("preposition", j):
                inner = text.phrase(j + 1, stop, attach=False)
                j = inner.last if inner is not None else j + 1
                continue
            found = text.phrase(j, stop, attach=False)
            if found is None:
                j += 1
                continue
            if found.kind != "quote":
                phrases.append(found)
            j = found.last
        before = text._before(at, max(0, at - REACH), stop) if text.low(at - 1) not in (",", "") else None
        if before is not None and phrases:
            return phrases[0]
        return phrases[-1] if phrases else before

    def _shared(self, text: Text, at: int, start: int) -> Phrase | None:
        """The subject of the verb before, which "and" joins to this one."""
        for k in range(at - 2, start - 1, -1):
            if text.verb(k) is not None or text.has("auxiliary", k):
                if text.is_subordinate(k, start):
                    continue
                found = text.subject(k)
                if found is not None:
                    return found
        first = start
        if text.has("subordinating", start):
            comma = next((k for k in range(start, at - 1) if text.low(k) == ","), start)
            first = comma + 1
        while first < at - 1:
            found = text.phrase(first, at - 1)
            if found is not None and found.kind != "quote":
                if found.subject and not text.has("preposition", first - 1):
                    return found
                first = found.last
            else:
                first += 1
        return None

    def _is_told(self, text: Text, i: int) -> bool:
        """Whether "it says" something around the stretch, nobody knows where: "So heißt es"."""
        if text.is_noun(i - 1) and text.items[i - 1].word in self.grammar.kinds["words"]:
            return True
        start, stop = text.sentences[text.sentence_of[i]]
        around = range(max(start, i - REACH), min(stop, i + REACH))
        return any(text.has("it says", k) and text.verb(k) is not None for k in around)

    def _told_in(self, text: Text, at: int, start: int, stop: int) -> Frame | None:
        """Where "it says": "heißt es in der Mitteilung der Bank"."""
        if not (text.has("it", at + 1) or text.has("it", at - 1)):
            return None
        behind = min(stop, at + 8)
        behind = next((k for k in range(at + 1, behind) if text.low(k) in (",", ":")), behind)
        for k in (*range(at + 1, behind), *range(start, at)):
            if text.has("told in", k):
                found = text.phrase(k + 1, stop)
                if found is not None and found.kind == "noun":
                    if text.has("of whom", found.head):
                        owner = text.phrase(found.head + (text.has("of", found.head)), stop)
                        found = owner if owner is not None and owner.kind == "noun" else found
                    return self.framed(text, found, at)
        return None

    def _worded(self, text: Text, i: int, start: int, stop: int) -> Frame | None:
        """Who does something "mit den Worten „…“", "mit der Parole „…“": the subject of the sentence."""
        if not (text.is_noun(i - 1) and text.items[i - 1].word in self.grammar.kinds["words"]):
            return None
        if not any(text.has("with", k) for k in (i - 2, i - 3, i - 4)):
            return None
        finite = next((k for k in range(start, stop) if text.has("auxiliary", k)), -1)
        found = text.subject(finite) if finite >= 0 else None
        if found is None and text.low(i + 1) == ",":
            found = text.phrase(i + 3, stop)  # "Mit den Worten „…“, begann er"
        if found is None or not found.subject or found.kind == "quote":
            return None
        return self.framed(text, found, i - 1)

    def _written(self, text: Text, i: int, start: int, stop: int) -> Frame | None:
        """Where the words stand: "In dem Entwurf steht: …", "Auf dem Schild war „…“ zu lesen"."""
        verb = next((k for k in range(i - 1, start - 1, -1) if text.has("written", k)), -1)
        if verb < 0 or text.low(i - 1) != ":":
            verb = next((k for k in range(i + 1, min(stop, i + 4)) if text.has("written", k)), -1)
        if verb < 0:
            return None
        for k in range(start, i):
            if text.has("places", k) and k + 1 < i:
                found = text.phrase(k + 1, i)
                if found is not None and found.kind == "noun":
                    return self.framed(text, found, verb)
        return None

    def _announced(self, index: int, i: int, start: int) -> Frame | None:
        """Whose words a noun before a colon announces: "Die Antwort des Sprechers: …"."""
        text = self.texts[index]
        if text.low(i - 1) != ":":
            return None
        for j in range(start, i - 1):
            if text.is_noun(j) and text.items[j].word in self.grammar.kinds["words"]:
                inner = text.phrase(j + 1, i)
                if inner is not None and inner.kind == "noun" and text.has("of whom", j + 1):
                    return self.framed(text, inner, j)
                if text.has("of", j + 1):
                    inner = text.phrase(j + 2, i)
                    if inner is not None and inner.kind == "noun":
                        return self.framed(text, text.completed(inner, i), j)
        return None

    def _meant(self, text: Text, i: int, start: int) -> Frame | None:
        """Who wants what the words in marks say: "Mohr will „noch einmal prüfen“"."""
        at = i - 1
        if not text.has("wanting", at):
            return None
        found = text.subject(at)
        if found is None or found.kind == "quote" or found.first > at:
            return None
        framed = self.framed(text, found, at)
        return None if framed is None else framed._replace(cue=None)

    def _named(self, text: Text, i: int, start: int) -> Frame | None:
        """Whose name opens a bracket or a colon: "gratulierten Eva Roth („…“) und Hans Mohr: „…“"."""
        if text.low(i - 1) not in ("(", ":"):
            return None
        for k in range(i - 2, max(start, i - 12), -1):
            if text.low(k) != "," and not text.has("and", k):
                continue
            found = text.phrase(k + 1, i - 1)
            fits = found is not None and found.subject and found.last == i - 1 and text.is_named(found)
            return self.framed(text, found, i - 1) if fits and found is not None else None
        return None

    def _introduced(self, text: Text, i: int) -> Frame | None:
        """Of whom a sentence tells something that ends with a colon: "Roth sieht sich bestätigt: „…“"."""
        if text.low(i - 1) != ":":
            return None
        found = self.topic(text, text.sentence_of[i])
        return None if found is None else found._replace(cue=None)

    # --- reported speech that goes on ------------------------------------------------------------------

    def _carried(self, index: int, i: int, start: int, stop: int) -> Frame | None:
        text = self.texts[index]
        number = text.sentence_of[i]
        if not self.is_reported(text, number) and not self._stands_alone(text, i, start, stop):
            return None
        for _ in range(BACK):
            number -= 1
            if number < 0:
                index -= 1
                if index < 0 or not self.texts[index].sentences:
                    return None
                text = self.texts[index]
                number = len(text.sentences) - 1
            found = self.source(index, number)
            if found is not None:
                return found._replace(cue=None, carried=True)
            if not self.is_reported(text, number):
                return None
        return None

    def _stands_alone(self, text: Text, i: int, start: int, stop: int) -> bool:
        """Whether the stretch is a sentence of its own behind one of reported or quoted speech."""
        if i != start or stop > i + 2 or not text.sentence_of[i]:
            return False
        before = text.sentence_of[i] - 1
        first, last = text.sentences[before]
        quoted = any(text.items[k].quote >= 0 for k in range(first, min(last, first + REACH)))
        return quoted or self.is_reported(text, before)

    def is_reported(self, text: Text, number: int) -> bool:
        """Whether a verb outside quotation marks has the form of reported speech."""
        start, stop = text.sentences[number]
        return any(text.has("reported", k) for k in range(start, min(stop, start + REACH)))

    def source(self, index: int, number: int) -> Frame | None:
        """Who speaks in a sentence, as its verb of saying tells."""
        key = (index, number)
        if key in self.told:
            return self.told[key]
        text = self.texts[index]
        start, stop = text.sentences[number]
        found: Frame | None = None
        for j in range(start, min(stop, start + REACH)):
            if text.verb(j) is not None:
                found = self.of_verb(text, j) or found
            elif found is None:
                found = self.by_preposition(text, j, stop)
            if found is None and text.has("thus", j) and text.low(j - 1) in (",", ""):
                found = self.so(text, j, stop)
        self.told[key] = found
        return found

    def topic(self, text: Text, number: int) -> Frame | None:
        """The person or body that a sentence tells something of, by its subject."""
        start, stop = text.sentences[number]
        stop = min(stop, start + REACH)
        finite = next((k for k in range(start, stop) if text.has("auxiliary", k)), -1)
        found = text.subject(finite) if finite >= 0 else None
        first = start
        while found is None and first < stop and (text.has("opening", first) or text.has("adverbs", first)):
            first += 1
        found = found or text.phrase(first, stop)
        if found is None or found.kind != "noun" or not found.subject:
            return None
        body = self.grammar.has("bodies", text.items[found.head - 1].word)
        return self.framed(text, found, first) if body or text.is_person(found) else None

    def framed(self, text: Text, phrase: Phrase, at: int) -> Frame | None:
        """A frame with the phrase for its source; none for "man" and what stands in marks."""
        items = text.items
        if text.has("anyone", phrase.first):
            return None
        if phrase.kind == "quote" and items[phrase.last - 1].word != "Q":
            return None
        source = (items[phrase.first].start, items[phrase.last - 1].end)
        head = (items[phrase.first].start, items[max(phrase.first, phrase.head - 1)].end)
        cue = (items[at].start, items[at].end) if items[at].quote < 0 else None
        return Frame(source, head, cue, phrase.kind == "pronoun")
