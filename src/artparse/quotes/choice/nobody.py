"""Words in marks that nobody said: examples, terms, titles, what a reader might say or type.

The first choice of a speaker (see `attribution`) learnt from news, where most words in marks are somebody's.
Here a log-linear model judges once more what that choice holds to be said, by what was learnt from articles
of many kinds: how the words look, what stands around them, how the article uses its marks, and how sure the
choice is. The features are classes of words, never words: there are too few articles to learn words from.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from artparse.data.tables import path_of
from artparse.languages import packs
from artparse.names import lists
from artparse.quotes import cues, model
from artparse.quotes.choice.choosing import TOLD_BY_SENTENCE
from artparse.quotes.choice.features import Reader, Situation
from artparse.quotes.choice.review import Choice, take_back
from artparse.quotes.words import word_list

NAMING_WORDS = word_list("naming words")

WEIGHTS = "nobody.txt"
OTHERS = "nobody_others.txt"
"""What was learnt for languages that have a pack and no weights of their own."""
RULE = "quote/said"
"""What is named where the model holds words to be somebody's."""
BOUND = 20
"""A stretch whose score is above, in `model.SCALE`ths, is nobody's words: where that is likelier by half."""
BACK = -100
"""What the first choice refused is taken back below this, in languages that it was not learnt on."""
SETTLED = 0.0025
"""Where the first choice gives nobody no more than this, the words are somebody's."""
TOLD_FOR_SURE = 0.8
"""Where a sentence tells the speaker as surely, the words are somebody's."""
LONGEST = 60
"""Tokens of the sentence, to either side, that are looked through for words of saying."""
WINDOW = 25
"""Tokens of the sentence, to either side, that are looked through for persons."""
BESIDE = 4
"""Tokens, at most, between the words and a verb behind them that tells who says them."""
INSIDE = 40
"""Words in marks that are looked at."""
NAMES = 30
"""Mentions around a stretch that are looked at."""
LISTING = frozenset((",", "and", "or", "nor", ";", "/", "vs", "versus", "not", "instead", "of", "(", ")"))
"""What stands between the items of a row."""
ROW = 4
"""Fewer tokens stand between the items of a row."""
CLASSES = (
    "determiners",
    "personal",
    "prepositions",
    "function_words",
    "works",
    "labelled",
    "exemplified",
    "documents",
    "people",
    "past_verbs",
    "verbs",
    "numbers",
    "organization_words",
)
"""The lists of words that features see: a word is of the first that has it."""
ENDINGS = frozenset(("ed", "ng", "ly"))
"""Of the words of no list, those that end so are told from others."""
ME, WE, YOU = "i", "we", "you"
SIZES = (1, 2, 3, 4, 6, 9, 14, 20, 30)
COUNTS = (1, 2, 3, 5, 8, 12, 20, 40)
SHARES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
ODDS = (-9.0, -7.5, -6.0, -5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0)
ROUGH_ODDS = (-5.0, -3.0, -2.0, -1.0, 0.0)
ROUGH_SIZES = (3, 6, 14, 30)
RATES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Bounds that numbers are told from each other by; rates are of a thousand words outside marks."""
LEAST = -12.0
"""No log odds are less."""


def weights_of(language: str | None, glossed: bool) -> str | None:
    """Which weights hold for a text: its pack's own or those of all packs; none without a pack."""
    if not glossed:
        return WEIGHTS
    own = packs.path_of(language or "", WEIGHTS)
    if path_of(own).is_file():
        return str(own)
    return OTHERS if packs.declared(language or "") else None


def judge(reader: Reader, choices: Sequence[Choice], weights: str = WEIGHTS) -> None:
    """Let go of those of an article's `choices` that what was learnt holds for nobody's words."""
    back = weights == OTHERS
    doubtful = [
        number
        for number, choice in enumerate(choices)
        if _is_doubtful(reader, choice) or (back and choice.scores and not choice.taken)
    ]
    if not doubtful:
        return
    table = model.weights(weights)
    view = View(reader, choices)
    article = model.score(table, view.article)
    scores = [article + model.score(table, view.of_stretch(number)) for number in doubtful]
    for number, score in zip(doubtful, scores, strict=True):
        choice = choices[number]
        if not choice.taken and score >= BACK:
            continue
        choice.doubt = score / model.SCALE
        if not choice.taken:
            take_back(choice)
        elif score > BOUND:
            choice.taken = 0


def _is_doubtful(reader: Reader, choice: Choice) -> bool:
    """Whether the words may still be nobody's."""
    weighed = choice.shares[0] > SETTLED if choice.scores else _is_told_weakly(choice)
    return choice.taken > 0 and weighed and not _is_told(reader, choice)


def _is_told_weakly(choice: Choice) -> bool:
    """Whether a sentence tells the speaker by no more than a clause around the words, or tells no name."""
    return choice.rule == TOLD_BY_SENTENCE and (choice.taken == 1 or choice.share < TOLD_FOR_SURE)


def _is_told(reader: Reader, choice: Choice) -> bool:
    """Whether the words beside the marks tell who says it: "“Never,” he replied", "he replied: “Never.”"."""
    situation, words, strengths = choice.situation, reader.tokens.words, reader.strengths
    first, last = situation.first, situation.last
    if first > 1 and words[first - 1] == ":" and strengths.get(words[first - 2].lower(), 0) >= cues.SURE:
        return True
    cue = choice.chosen.cue if choice.chosen is not None else -1
    if not 0 <= cue - last < BESIDE or reader.text[situation.stretch.end - 1] not in ",?!":
        return False
    return strengths.get(words[cue].lower(), 0) >= cues.SURE


@cache
def _classes() -> Mapping[str, str]:
    """Word to the first of `CLASSES` that has it."""
    table: dict[str, str] = {}
    for kind in CLASSES:
        for word in lists.words(f"en/{kind}.txt"):
            table.setdefault(word, kind)
    return table


@cache
def _persons() -> Mapping[str, str]:
    """Pronouns of the first and second person, and what is drawn to them ("I’m"), to which they are."""
    own: dict[str, tuple[str, ...]] = {
        ME: ("i", "my", "me", "myself", "mine"),
        WE: ("we", "our", "us", "ourselves", "ours"),
        YOU: ("you", "your", "yourself", "yours"),
    }
    table = {word: person for person, words in own.items() for word in words}
    for person in (ME, WE, YOU):
        for drawn in ("m", "ve", "ll", "d", "re"):
            table.update({f"{person}{mark}{drawn}": person for mark in "'’"})
    return table


def _steps(name: str, value: float, bounds: tuple[float, ...]) -> Sequence[str]:
    """A feature for each bound that the value reaches."""
    return _names_of(name, bounds)[: bisect_right(bounds, value)]


@cache
def _names_of(name: str, bounds: tuple[float, ...]) -> tuple[str, ...]:
    """The features of all bounds; few names are asked for."""
    return tuple(f"{name}>{bound:g}" for bound in bounds)


def _odds(share: float) -> float:
    """The log odds of a share, unlike `model.log_odds` far into the sure."""
    return max(LEAST, math.log(max(share, 1e-9) / max(1e-9, 1 - share)))


class Own(NamedTuple):
    """What many features of a stretch are made with."""

    length: int
    """Its number of words, in five steps."""
    case: str
    """`0` where no capital opens it, `A` where all its long words have one, else `1`."""
    words: list[str]


class View:
    """An article with the choice of each stretch, and how it uses its marks."""

    def __init__(self, reader: Reader, choices: Sequence[Choice]) -> None:
        self.reader, self.choices = reader, choices
        self.sizes = [c.situation.size for c in choices]
        self.total = sum(self.sizes)
        self.cues = [self._cues(c.situation) for c in choices]
        self.odds = [_odds(c.shares[0]) if c.shares else LEAST for c in choices]
        self.sum_of_odds = sum(self.odds)
        self.article = [*self._of_marks(), *self._of_text(), "1"]
        """What holds of all stretches alike."""
        self.known: dict[str, str] = {}
        """Word to its class, once that is asked."""

    # --- the article ---------------------------------------------------------------------------------

    def _of_marks(self) -> Iterator[str]:
        """How many stretches there are, how long they are, and how many have a speaker."""
        count = max(1, len(self.choices))
        sizes = sorted(self.sizes)
        yield from _steps("Ac", count, COUNTS)
        yield from _steps("Am", sizes[len(sizes) // 2] if sizes else 0, SIZES)
        yield from _steps("Aq", sum(any(pair) for pair in self.cues) / count, SHARES)
        yield from _steps("At", sum(c.taken > 0 for c in self.choices) / count, SHARES)
        chosen = [c.chosen for c in self.choices if c.chosen is not None]
        named = sum(self.reader.mentions[one.mention].form != "noun" for one in chosen)
        yield from _steps("An", named / count, SHARES)

    def _of_text(self) -> Iterator[str]:
        """Whom the article talks to and about, how often somebody says something, what it is made of."""
        reader = self.reader
        tokens, persons, strengths = reader.tokens, _persons(), reader.strengths
        seen = Counter(tokens.words)
        for first, last in reader.bounds.values():
            seen.subtract(tokens.words[first:last])
        of: Counter[str] = Counter()
        for word, times in seen.items():
            low = word.lower()
            if low in persons:
                of[persons[low]] += times
            elif low in ("he", "she"):
                of["he"] += times
            elif strengths.get(low, 0) >= cues.SURE:
                of["said"] += times
        of["people"] = sum(e.being == "person" and len(e.name) > 1 for e in reader.entities)
        of["marks"] = len(self.choices)
        thousands = max(1, seen.total()) / 1000
        for name in (YOU, ME, "he", "said", "people", "marks"):
            yield from _steps(f"A{name}", of[name] / thousands, RATES)
        places = Counter(p.place for p in reader.passages)
        for place in ("list_item", "heading"):
            yield from _steps(f"A{place}", places[place] / max(1, len(reader.passages)), SHARES)

    def _cues(self, situation: Situation) -> tuple[int, int]:
        """The strongest word of saying before a stretch, and behind it, in the same sentence."""
        tokens, strengths = self.reader.tokens, self.reader.strengths
        start, stop = self.reader.passage_ends[situation.stretch.passage]
        found = []
        for i, step in ((situation.first - 1, -1), (situation.last, 1)):
            best = 0
            end = max(start - 1, i - LONGEST) if step < 0 else min(stop, i + LONGEST)
            sentence = tokens.sentences[i] if start <= i < stop else -1
            while i != end and start <= i < stop and tokens.sentences[i] == sentence:
                if tokens.quoted[i] < 0:
                    best = max(best, strengths.get(tokens.words[i].lower(), 0))
                i += step
            found.append(best)
        return found[0], found[1]

    # --- one stretch ---------------------------------------------------------------------------------

    def of_stretch(self, number: int) -> list[str]:
        """The names of the features of a stretch, beside those of its article."""
        situation = self.choices[number].situation
        size, own = situation.size, self._own(situation)
        length = size if size < 5 else 5 if size < 10 else 9
        return [
            *self._looks(situation, Own(length, *own)),
            *self._talks(Own(length, *own)),
            *self._stands(situation, Own(length, *own)),
            *self._around(number, length),
            *self._named(number, Own(length, *own)),
            *self._people(number, length),
            *self._chosen(self.choices[number]),
            *self._beside(number),
        ]

    def _own(self, situation: Situation) -> tuple[str, list[str]]:
        """The case of a stretch, and its words."""
        stretch, tokens = situation.stretch, self.reader.tokens
        first = tokens.at(stretch.start)
        last = bisect_left(tokens.starts, stretch.end, first)
        words = tokens.words[first : min(last, first + INSIDE)]
        long = [word for word in words if word[0].isalpha() and len(word) > 3]
        if not self.reader.text[stretch.start].isupper():
            return "0", words
        return "A" if len(long) > 1 and all(word[0].isupper() for word in long) else "1", words

    def _looks(self, situation: Situation, own: Own) -> Iterator[str]:
        """Length, capitals, marks."""
        text, stretch = self.reader.text, situation.stretch
        length, case, words = own
        following = text[stretch.outer[1] : stretch.outer[1] + 1]
        ending = text[stretch.end - 1]
        if ending not in ".,!?…":
            ending = f">{following}" if following in (",", ".", ";", ")", ":") else ">"
        yield from _steps("s", situation.size, SIZES)
        yield from (
            f"e{ending}",
            f"c{case}",
            f"ce{case}{ending}",
            f"ces{case}{ending}{length}",
            f"cs{case}{length}",
        )
        if situation.titled:
            yield from ("titled", f"titled{length}")
        inner = words[:-1]
        if "[" in words or "…" in words:
            yield "cut"
        if any(word in ".!?" for word in inner):
            yield "sentences"
        if "," in inner:
            yield "comma"
        if any(word[0].isdigit() for word in words):
            yield "digit"

    def _talks(self, own: Own) -> Iterator[str]:
        """Whom the words talk of, and what they begin and end with."""
        length, _, words = own
        lows = [word.lower() for word in words]
        persons = {_persons()[low] for low in lows if low in _persons()}
        told = "".join(sorted(persons))
        yield from (f"p{told}", f"p{told}{length}")
        clause = any(w in lists.words("en/verbs.txt") or w in lists.words("en/personal.txt") for w in lows)
        yield f"v{clause}{length}"
        if words:
            yield from (f"w0{self._class(words[0])}", f"w9{self._class(words[-1])}")

    def _stands(self, situation: Situation, own: Own) -> Iterator[str]:
        """Where the stretch stands, and with which marks."""
        reader, stretch = self.reader, situation.stretch
        length, case, _ = own
        if stretch.single:
            yield f"single{reader.single_main}"
        if stretch.continues:
            yield "goes on"
        if not stretch.closed:
            yield "open"
        if reader.texts[reader.key(stretch)] > 1:
            yield f"again{length}"
        place = reader.passages[stretch.passage].place
        whole = f"{situation.opens}{situation.closes}"
        yield from (f"pl{place}", f"pl{place}{case}{length}", f"oc{whole}", f"oc{whole}{length}")

    # --- around it -----------------------------------------------------------------------------------

    def _class(self, word: str) -> str:
        """The class of a word; a mark is its own."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._class_of(word)
        return found

    def _class_of(self, word: str) -> str:
        low = word.lower()
        if not word[0].isalnum():
            return word
        strength = self.reader.strengths.get(low, 0)
        if strength >= 4:
            return f"V{strength // 3}"
        if low in _classes():
            return _classes()[low]
        if word[0].isdigit():
            return "n"
        return "C" if word[0].isupper() else f"-{low[-2:]}" if low[-2:] in ENDINGS else "w"

    def _seen(self, i: int, passage: int) -> str:
        """The class of the token at `i`; `^` where it is of another passage, `Q` in marks."""
        tokens = self.reader.tokens
        if not 0 <= i < len(tokens.words) or tokens.passages[i] != passage:
            return "^"
        return "Q" if tokens.quoted[i] >= 0 else self._class(tokens.words[i])

    def _around(self, number: int, length: int) -> Iterator[str]:
        """The words to either side, and those of saying in the sentence."""
        situation = self.choices[number].situation
        passage, first, last = situation.stretch.passage, situation.first, situation.last
        before, before2 = self._seen(first - 1, passage), self._seen(first - 2, passage)
        after, after2 = self._seen(last, passage), self._seen(last + 1, passage)
        yield from (f"b{before}", f"b1{before2}", f"bb{before} {before2}", f"bs{before}{length}")
        yield from (
            f"a{after}",
            f"a1{after2}",
            f"aa{after} {after2}",
            f"as{after}{length}",
            f"ba{before} {after}",
        )
        if before != "^" and self.reader.tokens.words[first - 1].lower() in NAMING_WORDS:
            yield "called"
        left, right = self.cues[number]
        yield from (
            f"cl{left // 3}",
            f"cr{right // 3}",
            f"clr{left >= cues.SURE}{right >= cues.SURE}{length}",
        )

    def _named(self, number: int, own: Own) -> Iterator[str]:
        """Where a noun stands before its name: what stands before words with a capital, or none."""
        reader, situation = self.reader, self.choices[number].situation
        if not reader.tokens.glossed:
            return
        passage, first = situation.stretch.passage, situation.first
        before, before2 = self._seen(first - 1, passage), self._seen(first - 2, passage)
        closes = reader.text[situation.stretch.end - 1] in ".,!?…"
        yield from (f"bc{before}{own.case}", f"bcl{before}{own.case}{own.length}{closes}")
        yield f"bbc{before} {before2} {own.case}"

    def _people(self, number: int, length: int) -> Iterator[str]:
        """Who is named or spoken to in the sentence."""
        reader, situation = self.reader, self.choices[number].situation
        tokens, first, last = reader.tokens, situation.first, situation.last
        start, stop = reader.passage_ends[situation.stretch.passage]
        low, high = max(start, first - WINDOW), min(stop, last + WINDOW)
        sentences = {tokens.sentences[i] for i in (first - 1, last) if start <= i < stop}
        told = set()
        for i in (*range(low, first), *range(last, high)):
            if tokens.quoted[i] < 0 and tokens.sentences[i] in sentences:
                told.add(_persons().get(tokens.words[i].lower(), ""))
        yield from (f"y{ME in told}{WE in told}{YOU in told}", f"y{ME in told}{YOU in told}{length}")
        persons = names = 0
        begin = bisect_left(reader.firsts, low)
        for mention in reader.mentions[begin : begin + NAMES]:
            if mention.first >= high:
                break
            if mention.quoted >= 0 or mention.sentence not in sentences:
                continue
            named = mention.form == "name"
            names += named
            being = reader.entities[mention.entity].being if named else mention.being
            persons += being == "person" and mention.form != "noun"
        left, right = self.cues[number]
        said = left >= cues.SURE or right >= cues.SURE
        yield from (
            f"nn{min(names, 2)}",
            f"ne{min(persons, 2)}",
            f"nes{persons > 0}{length}",
            f"nel{persons > 0}{said}",
        )

    # --- the choices ---------------------------------------------------------------------------------

    def _chosen(self, choice: Choice) -> Iterator[str]:
        """How sure the choice is, and whom it took."""
        reader, situation = self.reader, choice.situation
        if choice.rule == TOLD_BY_SENTENCE:
            yield from self._told(choice)
            return
        yield from _steps("o", _odds(choice.shares[0]), ODDS)
        yield from _steps("ou", _odds(choice.shares[1]), ODDS)
        said = max(1e-6, 1 - choice.shares[0])
        yield from _steps("ot", max(choice.shares[2:], default=0.0) / said, SHARES)
        yield from _steps("sh", choice.share, SHARES)
        if situation.labels:
            yield "label"
        if situation.heard:
            yield "heard"
        yield f"r{choice.rule}"
        taken = choice.chosen
        if taken is None:
            yield "unnamed"
            return
        mention = reader.mentions[taken.mention]
        entity = reader.entities[mention.entity] if mention.entity >= 0 else None
        being = entity.being if entity is not None else mention.being
        word = reader.tokens.words[taken.cue].lower() if taken.cue >= 0 else ""
        strength, form = reader.strengths.get(word, 0) // 3, mention.form[0]
        yield from (f"kf{form}{being}", f"kp{taken.place}", f"kfp{form}{taken.place}")
        yield from (f"kc{strength}", f"kcp{strength}{taken.place}{form}")
        yield from (
            f"kn{entity is not None and len(entity.name) > 1}{being}",
            f"kg{mention.governed}{mention.possessive}",
        )
        yield from _steps("kl", reader.likely(taken.mention) / model.SCALE, (-4, -2, -1, 0, 1, 2, 4))
        yield from _steps("kr", reader.reporting.get(mention.entity, 0), (1, 2, 4))

    def _told(self, choice: Choice) -> Iterator[str]:
        """How sure the sentence itself tells the speaker, and by what words."""
        form = self.reader.mentions[choice.chosen.mention].form if choice.chosen is not None else "unnamed"
        yield from (f"t{choice.share}", f"t{form}", f"t{form}{choice.share}")

    def _beside(self, number: int) -> Iterator[str]:
        """The stretches before and after, and all others."""
        here, rows = self.choices[number].situation, 0
        for name, other in (("B", number - 1), ("F", number + 1)):
            if not 0 <= other < len(self.choices):
                yield f"{name}none"
                continue
            there = self.choices[other].situation
            one, two = (there, here) if other < number else (here, there)
            between = self.reader.tokens.words[one.last : min(two.first, one.last + ROW)]
            same = one.stretch.passage == two.stretch.passage
            row = same and len(between) < ROW and all(word.lower() in LISTING for word in between)
            rows += row
            apart = min(two.stretch.passage - one.stretch.passage, 3)
            yield f"{name}g{apart}"
            yield f"{name}t{min(self.choices[other].taken, 2)}{apart}"
            yield from _steps(f"{name}o{row}", self.odds[other], ROUGH_ODDS)
            yield from _steps(f"{name}s{same}", self.sizes[other], ROUGH_SIZES)
        yield f"row{rows}"
        yield from _steps("qp", self.reader.quotes_in[here.stretch.passage], (2, 3, 4, 6))
        others = max(1, len(self.choices) - 1)
        yield from _steps("Om", (self.total - self.sizes[number]) / others, SIZES)
        yield from _steps("Oo", (self.sum_of_odds - self.odds[number]) / others, ODDS)
