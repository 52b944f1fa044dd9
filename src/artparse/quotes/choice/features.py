"""What the words around a quoted stretch tell of who may have spoken it.

For each stretch: the candidates (mentions nearby) and, for each of them and for "nobody", the names of the
features that hold. The weights of the features are learnt (see `model.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from artparse.names import lists
from artparse.quotes import cues, model
from artparse.quotes.choice import sources
from artparse.quotes.entities.entity import Entity
from artparse.quotes.mentions.scan import Mention, is_name_line
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.tokens import ENDING, Tokens

REACH = 50
"""How many symbols to either side of a stretch are looked at."""
QUOTES = 8
"""Nothing beyond so many quotes to one side of a stretch is looked at."""
BEFORE, AFTER, FAR = 9, 6, 7
"""At most so many candidates before and after in the same passage, and in the passages before."""
SPEAKERS = 60
"""Of at most so many speakers it is remembered how often they spoke."""
KNOWN = 1000
"""Of at most so many mentions and places what features see is kept."""
ALONE = -300
"""What a source that is alone in its sentence is compared with, in `model.SCALE`ths."""
MARKS = frozenset("!(),.:;?—")
"""Marks that features see as they are."""
SCENE = frozenset(("in", "near", "at", "across", "around", "outside", "inside"))
"""Prepositions before the places where something happens."""
DASHES = frozenset("—–―-")


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention that may be the speaker of a stretch."""

    mention: int
    """Index into the mentions."""
    place: str
    """Where it stands: `L`, `R` in the sentence, `l`, `r` in the passage, `p` before it, `n` after it."""
    features: list[str]
    cue: int
    """Token of the cue that goes with it, or -1."""


@dataclass(slots=True, eq=False)
class Situation:
    """A stretch with its candidates."""

    stretch: Stretch
    first: int
    last: int
    candidates: list[Candidate]
    nobody: list[str]
    """Features of "nobody said this"."""
    unnamed: list[str]
    """Features of "somebody said this whom no words name"."""
    opens: bool
    """Whether it opens its passage."""
    closes: bool
    """Whether it ends it."""
    size: int
    """Its number of words, 40 at most."""
    titled: bool
    """Whether it looks like the title of a work: words capitalised, or "titled" before it."""
    heard: bool
    """Whether a court is said to have heard it, of nobody knows whom."""
    labels: bool
    """Whether it is a name: "the ‘Save Our Trams’ campaign", "a group called ‘Night Owls’"."""

    def forget(self) -> None:
        """Let go of the features, which are many, when the choice is made."""
        self.nobody, self.unnamed = [], []
        for candidate in self.candidates:
            candidate.features = []


@cache
def _symbol_table() -> dict[str, str]:
    table = {word: word for word in MARKS | lists.words("en/grammar.txt")}
    for word, strength in cues.strengths().items():
        if word in table:
            continue
        if strength >= 4:
            kind = "V" if strength >= cues.SURE else "v"
            table[word] = kind + ("g" if word.endswith("ing") else "")
    table.update(dict.fromkeys(("the", "a", "an"), ""))
    table.update(dict.fromkeys(DASHES, "—"))
    return table


class Reader:
    """An article's tokens and mentions, with what features need of them worked out once."""

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        tokens: Tokens,
        stretches: list[Stretch],
        mentions: list[Mention],
        entities: list[Entity],
    ) -> None:
        self.text, self.passages, self.tokens, self.stretches = text, passages, tokens, stretches
        self.mentions, self.entities = mentions, entities
        self.firsts = [m.first for m in mentions]
        self.strengths = cues.strengths()
        self.table = _symbol_table()
        self.symbols: dict[str, str] = {}
        """Word to its symbol, once that is asked."""
        self.at: dict[int, int] = {}
        """Token to the mention that it is part of."""
        for number, mention in enumerate(mentions):
            if not mention.inside:
                for i in range(mention.first, mention.last):
                    self.at[i] = number
        self.bounds: dict[int, tuple[int, int]] = {}
        """Outermost stretch to its first token and the token after it."""
        for number, stretch in enumerate(stretches):
            if not stretch.nested:
                self.bounds[number] = (tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1]))
        self.passage_ends: dict[int, tuple[int, int]] = {}
        for i, passage in enumerate(tokens.passages):
            start, _ = self.passage_ends.get(passage, (i, i))
            self.passage_ends[passage] = (start, i + 1)
        singles = sum(s.single for s in stretches if not s.nested)
        self.single_main = 2 * singles > sum(not s.nested for s in stretches)
        """Whether single marks are the article's main ones."""
        self.texts: dict[str, int] = {}
        """Quoted words, folded, to how often they are quoted."""
        for stretch in stretches:
            key = self.key(stretch)
            self.texts[key] = self.texts.get(key, 0) + 1
        self.reporting: dict[int, int] = {}
        """Entity to how often words that report speech stand beside its mentions."""
        words = tokens.words
        for mention in mentions:
            if mention.entity >= 0 and mention.quoted < 0 and not mention.inside:
                after = words[mention.last].lower() if mention.last < len(words) else ""
                said = self.strengths.get(after, 0) >= cues.SURE
                if said or (mention.first and self.strengths.get(words[mention.first - 1].lower(), 0) >= 9):
                    self.reporting[mention.entity] = self.reporting.get(mention.entity, 0) + 1
        self.sourced: dict[int, int] = {}
        """Mention to how likely it is the source of anything, in `model.SCALE`ths, once that is asked."""
        self.known: dict[tuple[int, str], tuple[list[str], str, str, str]] = {}
        """What features see of a mention, by its number and place, wherever the stretch is."""
        self.quotes_in: dict[int, int] = {}
        for stretch in stretches:
            self.quotes_in[stretch.passage] = self.quotes_in.get(stretch.passage, 0) + 1

    @cached_property
    def sources(self) -> Mapping[str, int]:
        """Weights of what makes a mention the source of anything: read where words are quoted."""
        return model.weights("sources.txt")

    @cached_property
    def name_lines(self) -> Mapping[int, int]:
        """Passages that are nothing but a person's name, and perhaps a role, to the mention."""
        found: dict[int, int] = {}
        words = self.tokens.words
        for number, mention in enumerate(self.mentions):
            first, last = self.passage_ends[mention.passage]
            named = mention.form == "name" and first == mention.first and len(mention.words) > 1
            if named and mention.passage not in self.quotes_in:
                person = self.entities[mention.entity].being == "person"
                body = self.passages[mention.passage].place != "title"
                if person and body and is_name_line(words[first:last]):
                    found[mention.passage] = number
        return found

    def key(self, stretch: Stretch) -> str:
        """The words of a stretch for comparison."""
        return " ".join(self.text[stretch.start : stretch.end].split()).rstrip(".,!?").casefold()

    def told_by(self, weights: Mapping[str, int]) -> None:
        """Use other weights for sources: in training, those learnt without this article."""
        self.sources = weights
        self.sourced.clear()

    def likely(self, number: int) -> int:
        """How likely a mention is the source of anything, in `model.SCALE`ths."""
        found = self.sourced.get(number)
        if found is None:
            found = self.sourced[number] = model.score(self.sources, sources.traits(self, number))
        return found

    def symbol(self, i: int) -> str:
        """What features see of token `i`; `^` and `$` before the first and after the last."""
        if not 0 <= i < len(self.tokens.words):
            return "^" if i < 0 else "$"
        word = self.tokens.words[i]
        found = self.symbols.get(word)
        if found is None:
            found = self.symbols[word] = self._symbol(word)
        return found

    def _symbol(self, word: str) -> str:
        low = word.lower()
        known = self.table.get(low)
        if known is not None:
            return known
        if word[0].isdigit():
            return "n"
        if word[0].isupper():
            return "C"
        if low.endswith("ly"):
            return ""
        if low.endswith("ed"):
            return "d"
        if low.endswith("ing"):
            return "g"
        return "w"

    def walk(self, i: int, step: int, limit: int) -> Walk:
        """The symbols from token `i` on, in steps of 1 or -1, until `limit`."""
        walk = Walk([], [], [])
        symbols = walk.symbols
        quoted = self.tokens.quoted
        quotes = 0
        while i != limit and len(symbols) < REACH:
            here = quoted[i]
            if here >= 0:
                quotes += 1
                if quotes > QUOTES:
                    break
                bounds = self.bounds[here]
                ends = self._ends_sentence(bounds[1])
                if ends and step < 0 and symbols:
                    symbols.append(".")
                symbols.append("Q")
                if ends and step > 0:
                    symbols.append(".")
                i = bounds[1] if step > 0 else bounds[0] - 1
                if (step > 0 and i > limit) or (step < 0 and i < limit):
                    break
                continue
            number = self.at.get(i)
            if number is not None:
                mention = self.mentions[number]
                verb = mention.first - 1
                inverted = step < 0 and self.tokens.glossed and self._is_inverted(verb, limit)
                if inverted:
                    walk.cues.append((verb, len(symbols)))
                    symbols.append(self.symbol(verb))
                walk.mentions.append((number, len(symbols)))
                symbols.append("P" if mention.form == "pronoun" else "M")
                i = mention.last if step > 0 else verb - inverted
                continue
            symbol = self.symbol(i)
            if symbol:
                if symbol[0] in "Vv" and len(symbol) < 3:
                    walk.cues.append((i, len(symbols)))
                    symbols.append(symbol)
                elif not (symbols and symbols[-1] == symbol):
                    symbols.append(symbol)
            i += step
        return walk

    def _ends_sentence(self, after: int) -> bool:
        """Whether the token `after` a stretch opens a sentence of the same passage."""
        tokens = self.tokens
        if after >= len(tokens.words) or tokens.words[after] in MARKS:
            return False
        return tokens.sentences[after] != tokens.sentences[after - 1]

    def _is_inverted(self, i: int, limit: int) -> bool:
        """Whether token `i` is a verb of saying that only its language puts before its subject."""
        if i <= limit or i <= 0 or self.symbol(i)[:1] != "V" or self.tokens.words[i] == "according":
            return False
        words, quoted = self.tokens.words, self.tokens.quoted
        at = i - 2 if words[i - 1] == "," else i - 1
        if at <= limit or quoted[at] >= 0 or words[at] in ".!?":
            return False
        sentence = self.tokens.sentences[i]
        limit = max(limit, i - REACH)
        while words[i - 1] != "," and at > limit and quoted[at] < 0 and self.tokens.sentences[at] == sentence:
            number = self.at.get(at)
            if number is not None and not self.mentions[number].governed:
                return False  # the subject stands before the verb, an object after it
            at -= 1
        return True

    def situation(self, number: int) -> Situation:
        """The candidates of stretch `number` and the features that need no other stretch's speaker."""
        stretch = self.stretches[number]
        tokens = self.tokens
        first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
        start, stop = self.passage_ends[stretch.passage]
        left = self.walk(first - 1, -1, start - 1)
        right = self.walk(last, 1, stop)
        around = self._around(stretch, first, last, start, stop, left, right)
        left.mentions = [m for m in left.mentions if not self._is_scene(m[0])]
        right.mentions = [m for m in right.mentions if not self._is_scene(m[0])]
        candidates: list[Candidate] = []
        subjects = 0
        for rank, (mention, at) in enumerate(left.mentions[:BEFORE]):
            candidates.append(self._left(mention, at, rank, subjects, left, right, around, first))
            subjects += self.mentions[mention].subject >= 0.6
        for rank, (mention, at) in enumerate(right.mentions[:AFTER]):
            candidates.append(self._right(mention, at, rank, left, right, around, last))
        candidates.extend(self._far(stretch, start, stop, around))
        self._mark_rules(candidates, left, right, first, start)
        self._compare(candidates)
        nobody, unnamed = self._nobody(stretch, first, last, left, right, around)
        return Situation(
            stretch,
            first,
            last,
            candidates,
            nobody,
            unnamed,
            around.opens,
            around.closes,
            around.size,
            self._titled(stretch, first),
            self._is_heard(left, right, first, last),
            self._labels(stretch, first, last),
        )

    def _is_scene(self, number: int) -> bool:
        """Whether the mention only tells where something happens: "in Oslo"."""
        mention = self.mentions[number]
        if mention.form != "name" or not mention.first or self.entities[mention.entity].being != "place":
            return False
        return self.tokens.words[mention.first - 1].lower() in SCENE

    def previous(self, number: int, situation: Situation) -> Candidate:
        """The candidate that the last stretch's speaker is, though its mention is far."""
        around = self._around(
            situation.stretch,
            situation.first,
            situation.last,
            *self.passage_ends[situation.stretch.passage],
            Walk([], [], []),
            Walk([], [], []),
        )
        return Candidate(number, "q", self._basic(number, "q", 0, around)[0], -1)

    def _around(
        self, stretch: Stretch, first: int, last: int, start: int, stop: int, left: Walk, right: Walk
    ) -> Around:
        text = self.text
        words = text[stretch.start : stretch.end].split(None, 40)
        size = len(words)
        length = (
            "1"
            if size == 1
            else "2"
            if size == 2
            else "4"
            if size < 5
            else "9"
            if size < 10
            else "20"
            if size < 21
            else "L"
        )
        capital = self._inside(stretch, first, last, 12)[0][0].isupper()
        final = text[stretch.end - 1]
        if final not in ".,!?":
            following = text[stretch.outer[1] : stretch.outer[1] + 1] if stretch.closed else ""
            if self.tokens.glossed and self.tokens.words[last - 2 : last - 1] == [","]:
                final = ","  # put inside the marks: see `glosses`
            else:
                final = ">" + following if following in (",", ".") else "w"
        opens, closes = first <= start, last >= stop
        before = left.symbols[0] if left.symbols else "^"
        after = right.symbols[0] if right.symbols else "$"
        shape = f"{'C' if capital else 'c'}{final}"
        told = {FIRST_PERSON[w] for w in words if w in FIRST_PERSON}
        return Around(
            length,
            shape,
            before,
            after,
            opens,
            closes,
            f"{before}{'^' if opens else ''}|{after}",
            size,
            "I" if "I" in told else "w" if told else "",
            frozenset(w.strip(".,!?;:") for w in words if w[0].isupper()),
        )

    def _mark_rules(
        self, candidates: list[Candidate], left: Walk, right: Walk, first: int, start: int
    ) -> None:
        """Tell the candidates that a plain reading of the sentence takes for the speaker."""
        by_number = {c.mention: c for c in candidates}
        words, strengths = self.tokens.words, self.strengths
        symbols = right.symbols
        skip = 0
        while skip < len(symbols) and symbols[skip] in (",", "—"):
            skip += 1
        led = bool(left.symbols) and left.symbols[0] in (",", ":")
        if skip < len(symbols):
            for cue, at in right.cues[:1]:
                if at == skip:  # "…," said Smith
                    after = [m for m in right.mentions if m[1] > at]
                    if after and after[0][1] <= at + 3:
                        self._mark(
                            by_number, after[0][0], f"VM{led}{strengths.get(words[cue].lower(), 0) // 3}"
                        )
            if right.mentions and right.mentions[0][1] <= skip + 1:  # "…," Smith said
                number, at = right.mentions[0]
                following = [c for c in right.cues if at < c[1] < at + 14]
                if following:
                    gap = symbols[at + 1 : following[0][1]]
                    self._mark(by_number, number, f"MV{led}{min(len(gap), 4)}{'.' in gap}")
        for number, at in right.mentions[1:4] if right.mentions else ():  # … "they", an expert has claimed.
            if symbols[at - 1] == "," and "." not in symbols[:at]:
                ahead = [c for c in right.cues if at < c[1] < at + 5]
                if ahead and symbols[ahead[0][1] + 1 : ahead[0][1] + 2] in ([], ["."], ["n"], ["C"]):
                    self._mark(
                        by_number, number, f"TV{led}{strengths.get(words[ahead[0][0]].lower(), 0) // 3}"
                    )
        for number, at in left.mentions[:3]:  # described by Smith as "…"
            if left.symbols[at + 1 : at + 2] == ["by"] and left.symbols[at + 2 : at + 3] and at < 6:
                self._mark(by_number, number, f"BY{left.symbols[at + 2][0]}{min(at, 3)}")
        for cue, at in left.cues[:3]:  # Smith said, "…"
            between = left.symbols[:at]
            if "." in between:
                break
            before = [m for m in left.mentions if m[1] > at and "." not in left.symbols[at : m[1]]]
            word = words[cue].lower()
            if word == "according" and self.tokens.glossed:
                named = [m for m in left.mentions if m[1] < at]
                if named:
                    self._mark(by_number, named[-1][0], f"SV03{min(at, 3)}")
                    break
            if not before:
                continue
            if word in ("asked", "told") and left.symbols[at + 1 : at + 2] in (["was"], ["were"], ["been"]):
                self._mark(by_number, before[0][0], f"PV{min(at, 3)}")
                continue
            nearest = next((m for m in before if self._governs(m[0])), before[0])
            rank = left.cues.index((cue, at))
            sure = strengths.get(word, 0) // 3
            self._mark(by_number, nearest[0], f"SV{rank}{sure}{min(at, 3)}")
            self._mark(by_number, nearest[0], f"SW{rank}{word}")
            if word.endswith("ing"):
                self._mark(by_number, before[-1][0], f"SG{rank}{sure}{min(at, 3)}")
            if word == "according":
                after = [m for m in left.mentions if m[1] < at]
                if after:
                    self._mark(by_number, after[-1][0], f"AC{rank}")

    def _governs(self, number: int) -> bool:
        """Whether no preposition stands right before the mention."""
        return not self.mentions[number].governed

    @staticmethod
    def _mark(candidates: dict[int, Candidate], number: int, rule: str) -> None:
        candidate = candidates.get(number)
        if candidate is not None:
            candidate.features.append(f"R{rule[:2]}")
            candidate.features.append(f"R{rule}")

    def _compare(self, candidates: list[Candidate]) -> None:
        """Tell each candidate of the paragraph how likely a source it is, and among those of its sentence."""
        candidates = [c for c in candidates if c.place in "LRlr"]
        likely = [self.likely(c.mention) for c in candidates]
        beside = sorted((v for v, c in zip(likely, candidates, strict=True) if c.place in "LR"), reverse=True)
        for value, candidate in zip(likely, candidates, strict=True):
            place, mention = candidate.place, self.mentions[candidate.mention]
            step = max(-6, min(6, round(value / model.SCALE)))
            candidate.features += (
                f"so{place}{step}",
                f"sf{mention.form[0]}{mention.being[:2]}{step // 2}",
            )
            if place in "LR":
                rank = beside.index(value)
                other = beside[0] if rank else beside[1] if len(beside) > 1 else ALONE
                lead = max(-4, min(4, round((value - other) / model.SCALE)))
                candidate.features += f"sr{place}{min(rank, 3)}", f"sd{place}{lead}"

    # --- one candidate -------------------------------------------------------------------------------

    def _basic(self, number: int, place: str, rank: int, around: Around) -> tuple[list[str], str]:
        own = self.known.get((number, place))
        if own is None:
            if len(self.known) > KNOWN:
                self.known.clear()
            own = self.known[number, place] = self._own(number, place)
        features, kind, who, name = own
        near = min(rank, 3)
        subject = self.mentions[number].subject
        found = [
            *features,
            f"pr{place}{min(rank, 5)}",
            f"kr{kind}{place}{near}",
            f"sh{place}{around.shape}",
            f"ed{place}{around.edges}",
            f"ln{place}{around.length}",
            f"sk{place}{subject}{kind}{near}",
        ]
        if around.told:
            found.append(f"fp{around.told}{who}")
        if name in around.names:
            found.append(f"own{kind[:2]}")
        return found, kind

    def _own(self, number: int, place: str) -> tuple[list[str], str, str, str]:
        """What features see of a mention at that place, its kind, its being and form, its last name."""
        mention = self.mentions[number]
        entity = self.entities[mention.entity] if mention.entity >= 0 else None
        words = self.tokens.words
        form = mention.form[0] + mention.form[2]
        being = entity.being if entity is not None and mention.form == "name" else mention.being
        kind = f"{form}{being[:2]}"
        before = words[mention.first - 1].lower() if mention.first else "^"
        after = words[mention.last].lower() if mention.last < len(words) else "$"
        head = mention.words[-1].lower() if mention.form != "name" else ""
        title = mention.title if mention.form == "noun" else "t" if mention.title else ""
        governed = mention.governed
        cued = self.strengths.get(after, 0) >= 7
        features = [
            f"p{place}",
            f"pk{place}{kind}",
            f"k{kind}{title}",
            f"tb{place}{before if before in self.table else self.symbol(mention.first - 1)}",
            f"ta{place}{after if after in self.table else self.symbol(mention.last)}",
            f"gv{place}{governed}{cued}{being[:2]}",
            f"sb{place}{mention.subject}",
            f"gb{governed}{cued}{before if governed else after if cued else ''}",
        ]
        if head:
            features.append(f"h{head}")
            features.append(f"hp{place}{head}")
        if mention.possessive:
            features.append(f"po{place}")
        if mention.plural:
            features.append(f"pl{place}")
        if mention.role is not None:
            features.append(f"ro{place}")
        if entity is not None:
            said = self.reporting.get(mention.entity, 0)
            features.append(f"rp{min(said, 4)}{place}")
            features.append(f"rk{min(said, 2)}{form}{min(entity.count, 3)}{place in 'LRlr'}")
            features.append(f"ct{min(entity.count, 6)}")
            if mention.form != "name":
                features.append(f"rs{form}")
        strength = self.strengths.get(after, 0)
        if strength >= 4:
            features.append(f"va{place}{strength // 3}")
            features.append(f"wa{after}")
        strength = self.strengths.get(before, 0)
        if strength >= 4:
            features.append(f"vb{place}{strength // 3}")
            features.append(f"wb{place}{before}")
        who = (entity.being if entity is not None else mention.being)[:2] + form
        return features, kind, who, entity.name[-1] if entity is not None and entity.name else ""

    def _left(
        self,
        number: int,
        at: int,
        rank: int,
        subjects: int,
        left: Walk,
        right: Walk,
        around: Around,
        first: int,
    ) -> Candidate:
        symbols = left.symbols
        between = symbols[:at]
        crossed = sum(1 for s in between if s in (".", "?", "!"))
        quotes = between.count("Q")
        place = "l" if crossed else "L"
        features, kind = self._basic(number, place, rank, around)
        path = " ".join(reversed(between[:9])) if len(between) < 10 else ""
        cue, cue_at = -1, -1
        inner = [c for c in left.cues if c[1] < at]
        if inner:
            strengths, words = self.strengths, self.tokens.words
            beside = words[inner[0][0]].lower()
            if inner[0][1] == 0 and beside.endswith("ing") and strengths.get(beside, 0) >= cues.SURE:
                cue, cue_at = inner[0]  # "thanked her, saying"
            else:
                cue, cue_at = max(inner, key=lambda c: (strengths.get(words[c[0]].lower(), 0) >= 7, c[1]))
        if path or not between:
            features.append(f"S{place}{path}")
            features.append(f"Sk{place}{kind[:2]}{path}")
        mention = self.mentions[number]
        if mention.possessive or mention.words[0] in ("his", "her", "their", "its"):
            owned = self.tokens.words[mention.last].lower() if mention.last < first else ""
            features.append(f"pw{place}{owned}")
            features.append(f"pd{place}{min(len(between), 4)}{'v' if left.cues else ''}")
        features.extend([f"bw{place}{s}" for s in set(between[:12])])
        after = self.tokens.words[mention.last].lower() if mention.last < first else "Q"
        features.append(f"aw{place}{mention.governed}{after}")
        features.append(f"bs{place}{mention.subject}{min(subjects, 3)}{crossed > 0}")
        features.append(f"e3{place}{' '.join(between[:3])}")
        features.append(f"m3{place}{' '.join(between[-3:])}")
        features.append(f"m2{place}{' '.join(between[-2:])}")
        features.append(f"d{place}{min(len(between) // 2, 12)}")
        features.append(f"x{place}{min(crossed, 3)}q{min(quotes, 3)}")
        features.append(f"om{place}{min(rank, 4)}{'v' if cue >= 0 else ''}")
        if cue >= 0:
            word = self.tokens.words[cue].lower()
            to_cue = between[cue_at + 1 :]
            from_cue = between[:cue_at]
            features.append(f"c{place}{word}")
            features.append(f"cs{place}{self.strengths.get(word, 0)}")
            features.append(f"mc{place}{' '.join(to_cue) if len(to_cue) < 7 else 'long'}")
            features.append(f"cq{place}{' '.join(from_cue) if len(from_cue) < 7 else 'long'}")
            features.append(f"cm{place}{sum(s in 'MP' for s in to_cue)}{sum(s in 'MP' for s in from_cue)}")
        else:
            features.append(f"nc{place}{around.before}")
        if cue < 0:
            before = self.mentions[number].first - 1
            if before >= 0 and self.strengths.get(self.tokens.words[before].lower(), 0) >= 4:
                cue = before
            elif self.tokens.words[self.mentions[number].last : self.mentions[number].last + 1] == [":"]:
                features.append("colon")
        return Candidate(number, place, features, cue)

    def _right(
        self, number: int, at: int, rank: int, left: Walk, right: Walk, around: Around, last: int
    ) -> Candidate:
        symbols = right.symbols
        between = symbols[:at]
        crossed = sum(1 for s in between if s in (".", "?", "!"))
        quotes = between.count("Q")
        place = "r" if crossed else "R"
        features, _ = self._basic(number, place, rank, around)
        path = " ".join(between) if len(between) < 8 else ""
        if path or not between:
            features.append(f"S{place}{path}")
        after = symbols[at + 1 : at + 6]
        features.append(f"a1{place}{path[:12]}|{' '.join(after[:1])}")
        features.append(f"a2{place}{' '.join(after[:2])}")
        features.append(f"e2{place}{' '.join(between[:2])}")
        features.append(f"d{place}{min(len(between), 12)}")
        features.append(f"x{place}{min(crossed, 3)}q{min(quotes, 3)}")
        features.append(f"L{place}{around.before}{'v' if left.has_cue() else ''}")
        strengths, words = self.strengths, self.tokens.words
        cue = -1
        inner = [c for c in right.cues if c[1] < at]
        if inner:
            cue = max(inner, key=lambda c: (strengths.get(words[c[0]].lower(), 0), -c[1]))[0]
            features.append(f"c{place}{words[cue].lower()}")
            features.append(f"cs{place}{strengths.get(words[cue].lower(), 0)}")
        else:
            ahead = [c for c in right.cues if at < c[1] <= at + 7]
            if ahead:
                cue = ahead[0][0]
                gap = symbols[at + 1 : ahead[0][1]]
                features.append(f"f{place}{words[cue].lower()}")
                features.append(f"fs{place}{strengths.get(words[cue].lower(), 0)}")
                features.append(f"fg{place}{' '.join(gap)}")
                features.append(f"fb{place}{path}|{sum(s in 'MPQ.' for s in gap)}")
            else:
                features.append(f"nf{place}{around.after}")
        return Candidate(number, place, features, cue)

    def _far(self, stretch: Stretch, start: int, stop: int, around: Around) -> list[Candidate]:
        found: list[Candidate] = []
        tokens, words, strengths = self.tokens, self.tokens.words, self.strengths
        index = bisect_left(self.firsts, start)
        rank = 0
        seen: set[int] = set()
        subjects = 0
        for number in range(index - 1, max(-1, index - 40), -1):
            mention = self.mentions[number]
            if mention.inside or mention.quoted >= 0:
                continue
            gap = stretch.passage - mention.passage
            if gap > 4 or rank >= FAR:
                break
            features, kind = self._basic(number, "p", rank, around)
            after = words[mention.last].lower() if mention.last < len(words) else "."
            cue = mention.last if strengths.get(after, 0) >= 4 else -1
            ending = words[start - 1]
            features.append(f"g{min(gap, 3)}{min(rank, 3)}{around.edges}")
            features.append(f"gk{min(gap, 3)}{kind}")
            features.append(f"ge{min(gap, 3)}{ending}{'v' if cue >= 0 else ''}")
            features.append(f"gq{min(gap, 3)}{min(self.quotes_in.get(mention.passage, 0), 3)}")
            features.append(f"gj{min(gap, 3)}{mention.subject}{around.edges}")
            features.append(f"gr{min(gap, 3)}{subjects if mention.subject == 1 else '-'}{kind}")
            subjects = min(subjects + (mention.subject == 1), 3)
            same_sentence = mention.first == 0 or tokens.sentences[mention.first - 1] != mention.sentence
            features.append(
                f"gs{min(gap, 3)}{same_sentence}{mention.sentence == tokens.sentences[start - 1]}{ending}"
            )
            if mention.entity >= 0:
                features.append(f"gn{mention.entity in seen}{min(gap, 3)}")
                seen.add(mention.entity)
            found.append(Candidate(number, "p", features, cue))
            rank += 1
        rank = 0
        index = bisect_left(self.firsts, stop)
        for number in range(index, min(len(self.mentions), index + 6)):
            mention = self.mentions[number]
            if mention.inside or mention.quoted >= 0 or mention.passage > stretch.passage + 1:
                continue
            if rank >= 2:
                break
            features, kind = self._basic(number, "n", rank, around)
            features.append(f"ng{rank}{around.edges}{self.quotes_in.get(mention.passage, 0) > 0}")
            following = words[mention.last].lower() if mention.last < len(words) else "."
            said = strengths.get(following, 0) >= cues.SURE
            features.append(f"nv{rank}{said}{around.opens}{around.closes}{stretch.closed}")
            found.append(Candidate(number, "n", features, -1))
            rank += 1
        return found

    def _inside(self, stretch: Stretch, first: int, last: int, limit: int) -> list[str]:
        """The words of a stretch, from `limit` on in one; the capitals of German nouns made small."""
        text, tokens = self.text, self.tokens
        if not tokens.glossed:
            return text[stretch.start : stretch.end].split(None, limit)
        found = [w for w in tokens.words[first:last] if w[0].isalnum()][: limit + 1]
        if not found:
            return text[stretch.start : stretch.end].split(None, limit)
        whole = len(found) > 3 or text[stretch.end - 1] in ".!?…" or not tokens.nouns_capital
        if text[stretch.start].isupper() and whole:
            found[0] = found[0][0].upper() + found[0][1:]
        return found

    def _titled(self, stretch: Stretch, first: int) -> bool:
        inside = self._inside(stretch, first, self.tokens.at(stretch.outer[1]), 40)
        words = [w for w in inside if len(w) > 3]
        capitals = sum(w[0].isupper() for w in words)
        before = self.tokens.words[first - 1].lower() if first else ""
        return capitals * 2 > len(words) or before in TITLED

    def _is_heard(self, left: Walk, right: Walk, first: int, last: int) -> bool:
        """Whether "the court heard" stands before the stretch, with no other speaker between, or after it."""
        words = self.tokens.words
        for i in range(first - 1, max(0, first - 25), -1):
            if self.tokens.sentences[i] != self.tokens.sentences[first - 1] or words[i] in ENDING:
                break
            if self._hears(i):
                return not any(c > i and self.strengths.get(words[c].lower(), 0) >= 7 for c, _ in left.cues)
        if right.symbols[:1] != [","]:
            return False
        end = min(len(words), last + 9)
        return any(self._hears(i) and "." not in words[last + 1 : i] for i in range(last + 2, end))

    def _hears(self, i: int) -> bool:
        """Whether token `i` ends "the court heard", "jurors were told" or the like."""
        words = self.tokens.words
        if words[i] == "told" and words[i - 1] in PASSIVE:
            i -= 1
        elif words[i] != "heard":
            return False
        return words[i - 1].lower() in lists.words("en/hearings.txt")

    def _labels(self, stretch: Stretch, first: int, last: int) -> bool:
        words = self.text[stretch.start : stretch.end].split(None, 8)
        long = [w for w in words if len(w) > 3 or w[0].isupper()]
        if not 0 < len(words) < 8 or not all(w[0].isupper() for w in long) or len(words) == 1:
            return False
        around = self.tokens.words
        before, after = around[max(0, first - 2) : first], around[last] if last < len(around) else ""
        if before[-1:] and before[-1].lower() in TITLED and first > 1:
            return first - 2 not in self.at or self.mentions[self.at[first - 2]].form == "noun"
        opened = bool(before) and before[-1].lower() in ("the", "a", "its", "their", "his", "her", "new")
        return opened and (after in lists.words("en/bodies.txt") or after in lists.words("en/labelled.txt"))

    # --- nobody ----------------------------------------------------------------------------------------

    def _nobody(
        self, stretch: Stretch, first: int, last: int, left: Walk, right: Walk, around: Around
    ) -> tuple[list[str], list[str]]:
        words = self.tokens.words
        place = self.passages[stretch.passage].place
        before = words[first - 1].lower() if not around.opens else "^"
        before2 = words[first - 2].lower() if first > 1 and not around.opens else "^"
        after = words[last].lower() if not around.closes else "$"
        after2 = words[last + 1].lower() if last + 1 < len(words) and not around.closes else "$"
        inside = self._inside(stretch, first, last, 12)
        capitals = sum(w[0].isupper() for w in inside)
        case = (
            "A"
            if capitals == len(inside)
            else "S"
            if capitals > 1 and capitals * 2 > len(inside)
            else "1"
            if inside[0][0].isupper()
            else "0"
        )
        wise = {w.strip(".,!?;:’'").lower() for w in inside}
        pronoun = bool(wise & lists.words("en/personal.txt"))
        verb = bool(wise & lists.words("en/verbs.txt"))
        # headlines have single marks whatever the article has
        other = "h" if place in ("title", "subtitle", "heading") else stretch.single != self.single_main
        near_cue = "v" if any(c[1] < 8 for c in left.cues) else ""
        near_cue += "V" if any(c[1] < 6 for c in right.cues) else ""
        basic = f"{around.length}{case}"
        features = [
            "N",
            f"N{around.length}",
            f"Nc{basic}",
            f"Ns{basic}{around.shape}",
            f"Nb{before}",
            f"Nbb{before2} {before}",
            f"Na{after}",
            f"Naa{after} {after2}",
            f"Nba{before}|{after}",
            f"Nlb{around.length}{around.before}",
            f"Nla{around.length}{around.after}",
            f"Nl3{' '.join(left.symbols[:3])}",
            f"Nr3{' '.join(right.symbols[:3])}",
            f"Ned{around.edges}{around.length}",
            f"Nv{near_cue}",
            f"Nvl{near_cue}{around.length}",
            f"Npr{pronoun}{verb}{around.length}",
            f"Npl{place}{basic}",
            f"Nn{min(self.quotes_in[stretch.passage], 6)}",
            f"Nsi{other}{stretch.closed}",
            f"Nec{min(self.texts[self.key(stretch)], 3)}{around.length}",
            f"Nm{bool(left.mentions)}{bool(right.mentions)}{around.length}",
        ]
        ahead = left.symbols.index(".") if "." in left.symbols else len(left.symbols)
        inner = [c for c, at in left.cues if at < ahead]
        strength = max((self.strengths.get(words[c].lower(), 0) for c in inner), default=0)
        rest = right.symbols.index(".") if "." in right.symbols else len(right.symbols)
        behind = [self.strengths.get(words[c].lower(), 0) for c, at in right.cues if at < rest]
        trailing = bool(behind) and "," in right.symbols[:rest] and right.symbols[rest - 1][0] in "VvMP"
        features.append(f"Nst{strength}{max(behind, default=0)}{around.length}")
        features.append(f"Ntr{trailing}{around.length}{case}")
        features.append(f"Nfp{around.told}{around.length}")
        start, stop = self.passage_ends[stretch.passage]
        features.extend(f"NB{w.lower()}" for w in words[max(start, first - 4) : first])
        features.extend(f"NA{w.lower()}" for w in words[last : min(stop, last + 3)])
        between = (
            before[0].isalpha() and words[first - 1][0].isupper(),
            words[last : last + 1] != [] and words[last][0].isupper(),
        )
        features.append(f"Ncc{between}{case}{around.length}")
        for symbol in left.symbols[:6]:
            features.append(f"Nw{symbol}")
        for cue, at in left.cues[:2]:
            features.append(f"Nq{words[cue].lower()}{'+' if at > 3 else ''}")
        if len(inside) <= 3:
            for word in wise:
                features.append(f"Ni{word}")
                features.append(f"Nx{word[-3:]}{len(inside)}")
        else:
            features.append(f"Nf{inside[0].lower()}")
        unnamed = [
            "U",
            f"U{around.length}",
            f"Ue{around.edges}",
            f"Uc{basic}{around.shape}",
            f"Uv{near_cue}",
            f"Um{bool(left.mentions)}{bool(right.mentions)}",
            f"Ul{' '.join(left.symbols[:2])}",
            f"Ur{' '.join(right.symbols[:2])}",
            f"Ub{before}",
            f"Un{place}",
        ]
        for cue, at in left.cues[:1]:
            passive = words[cue - 1].lower() in PASSIVE
            unnamed.append(f"Uq{words[cue].lower()}{passive and at < 3}")
        return features, unnamed


PASSIVE = frozenset(("was", "were", "been", "being"))
TITLED = frozenset(("titled", "entitled", "called", "named", "headlined", "dubbed"))


@dataclass(slots=True, eq=False)
class Walk:
    """The symbols of the words to one side of a stretch, from the stretch outwards."""

    symbols: list[str]
    mentions: list[tuple[int, int]]
    """Mention and its place among the symbols."""
    cues: list[tuple[int, int]]
    """Token of a cue and its place among the symbols."""

    def has_cue(self) -> bool:
        return any(at < 12 for _, at in self.cues)


@dataclass(slots=True, eq=False)
class Around:
    """A stretch's length, its shape, and what stands right before and after it."""

    length: str
    shape: str
    before: str
    after: str
    opens: bool
    closes: bool
    edges: str
    size: int
    told: str
    """`I` or `we`, where the words in the stretch are told in the first person."""
    names: frozenset[str]
    """The capitalised words in the stretch."""


FIRST_PERSON = {"I": "I", "I'm": "I", "I’m": "I", "I've": "I", "I’ve": "I", "my": "I", "My": "I", "me": "I"}
FIRST_PERSON |= {
    "We": "w",
    "we": "w",
    "our": "w",
    "Our": "w",
    "We’re": "w",
    "we’re": "w",
    "We're": "w",
    "us": "w",
}


def chained(situation: Situation, candidate: Candidate, mention: Mention, state: State) -> list[str]:
    """The features of a candidate that depend on who spoke the stretch before."""
    relation = state.relation(situation)
    spoken = min(state.spoken.get(mention.entity, 0), 3) if mention.entity >= 0 else "-"
    before = f"Dn{spoken}{candidate.place}{mention.form[0]}"
    if state.mention < 0:
        return [f"D{relation}-{candidate.place}", before]
    same = candidate.mention == state.mention
    entity = mention.entity >= 0 and mention.entity == state.entity
    mark = "m" if same else "e" if entity else "o" if mention.entity >= 0 and state.entity >= 0 else "u"
    form = mention.form[0] + mention.form[2]
    return [
        f"D{relation}{mark}",
        f"Dp{relation}{mark}{candidate.place}",
        f"Dk{relation}{mark}{form}{candidate.place}",
        f"Ds{relation}{mark}{state.place}",
        f"Do{situation.opens}{situation.closes}{mark}{relation}{situation.stretch.continues}",
        before,
    ]


@dataclass(slots=True, eq=False)
class State:
    """What is known of the stretches before the one at hand."""

    stretch: Stretch | None = None
    """The last one that somebody said."""
    last: int = 0
    """The token after it."""
    mention: int = -1
    entity: int = -1
    place: str = ""
    """Where the mention of its speaker stands."""
    nobody: bool = False
    """Whether the stretch right before was nobody's."""
    spoken: dict[int, int] = field(default_factory=dict)
    """Entity to how many stretches before it said."""

    def relation(self, situation: Situation) -> str:
        if self.stretch is None:
            return "0"
        stretch = situation.stretch
        gap = stretch.passage - self.stretch.passage
        if gap == 0:
            return "s" if situation.first - self.last < 12 else "S"
        return "1" if gap == 1 else "2" if gap < 4 else "3"


def chained_nobody(situation: Situation, state: State) -> list[str]:
    """The features of "nobody" that depend on the stretch before."""
    relation = state.relation(situation)
    return [f"ND{relation}", f"NDn{state.nobody}{relation}", f"NDo{situation.opens}{relation}"]


def chained_unnamed(situation: Situation, state: State) -> list[str]:
    """The features of "somebody unnamed" that depend on the stretch before."""
    relation = state.relation(situation)
    return [f"UD{relation}{state.mention < 0}"]


def add_previous(reader: Reader, situation: Situation, state: State) -> None:
    """Make the last stretch's speaker a candidate, where it is not one yet."""
    if state.mention < 0 or state.stretch is None:
        return
    if situation.stretch.passage - state.stretch.passage > 5:
        return
    if any(c.mention == state.mention for c in situation.candidates):
        return
    situation.candidates.append(reader.previous(state.mention, situation))


def advance(reader: Reader, situation: Situation, chosen: Candidate | None, state: State) -> State:
    """The state after a stretch that somebody said."""
    number = chosen.mention if chosen is not None else -1
    entity = reader.mentions[number].entity if number >= 0 else -1
    place = chosen.place if chosen is not None else ""
    spoken = state.spoken
    if entity >= 0:
        spoken = {**spoken, entity: spoken.get(entity, 0) + 1}
        if len(spoken) > SPEAKERS:
            del spoken[next(iter(spoken))]
    return State(situation.stretch, situation.last, number, entity, place, False, spoken)


def skip(state: State) -> State:
    """The state after a stretch that nobody said."""
    return State(state.stretch, state.last, state.mention, state.entity, state.place, True, state.spoken)
