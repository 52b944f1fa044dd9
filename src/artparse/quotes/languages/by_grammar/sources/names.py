"""Words in quotation marks that only name something: "die Zeitung „Die Welt“", "der „Bund der Türmer“".

In: a stretch in its sentence. Out: whether it is a name. `RULES` are asked in their order; each says yes, no,
or nothing, and then the next is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from artparse.quotes.languages.by_grammar.sentences.items import ENDS, Text
from artparse.quotes.languages.by_grammar.sentences.subjects import subject_of
from artparse.quotes.languages.by_grammar.sentences.verbs import verb_at
from artparse.quotes.languages.by_grammar.sources.carried import is_reported
from artparse.quotes.languages.by_grammar.sources.frame import WORD, Place
from artparse.quotes.languages.by_grammar.sources.prepositions import source_by_preposition
from artparse.quotes.languages.grammar import Grammar
from artparse.quotes.speech.marks import Stretch
from artparse.values import NamedTuple

LONGEST_TITLE = 14
"""Words."""
LONGEST_NAME = 200
"""Code points."""
TITLE_SEEN, PUBLICATION_SEEN = 120, 60
"""How much of a stretch is looked at, in code points, where few words decide."""
PUBLICATION = 5
"""Words that the name of a newspaper has at most."""
SHORT_WORD = 4
"""Shorter words stand in names, whatever they are."""
AROUND = 30
"""So far from a name, in items, a verb or a preposition may make it speech after all."""
CALLED_BEFORE, CALLED_BEHIND = 12, 8
"""So far from a stretch "wird … genannt" may stand, in items."""
CALLED = 7
"""And so far before it "heißt"."""


class Marked(NamedTuple):
    """A stretch as the rules look at it."""

    text: Text
    i: int
    place: Place
    stretch: Stretch
    words: Sequence[str]
    titled: bool
    """Whether its words look like a name."""
    determined: bool
    """Whether an article stands before it."""
    names: Collection[int]
    """Stretches before it that are names."""


def is_titled(inner: str, grammar: Grammar) -> bool:
    """Whether words look like a name: few, the first and last with capitals, no sentence."""
    inner = inner[:TITLE_SEEN].strip()
    words = WORD.findall(inner)
    if not words or len(words) > LONGEST_TITLE or inner[-1] in ".!?,…" or not inner[0].isalnum():
        return False
    named = any(grammar.has("publications", word) for word in (words[0], words[-1]))
    if named and (words[0][0].isupper() or "." in words[-1]):
        return True
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    kinds = grammar.kinds
    pronouns = kinds["personal"] - kinds["relative"]
    clausal = (w in kinds["auxiliary"] or w in pronouns or w in kinds["clausal"] for w in words[1:])
    return words[0].lower() not in pronouns and not any(clausal)


def is_name(place: Place, names: Collection[int]) -> bool:
    """Whether a stretch only names something; `names` has the stretches before it that do."""
    text, i, number = place.text, place.i, place.number
    stretch = place.sentences.stretches[number]
    if stretch.end - stretch.start >= LONGEST_NAME:
        return False
    words = WORD.findall(place.sentences.text[stretch.start : stretch.end])
    if len(words) > LONGEST_TITLE:
        return False
    titled, determined = number in place.sentences.titles, text.is_article(i - 1)
    marked = Marked(text, i, place, stretch, words, titled, determined, names)
    return next((told for rule in RULES if (told := rule(marked)) is not None), False)


def is_said(text: Text, i: int) -> bool:
    """Whether a comma and a verb of saying follow: no name has that."""
    if text.low(i + 1) not in (",", "–", "—") or i + 2 >= len(text.items):
        return False
    return text.has("thus", i + 2) or verb_at(text, i + 2) is not None


# --- the rules, in their order ---------------------------------------------------------------------------


def _in_compound(one: Marked) -> bool | None:
    """„Erst-recht“-Haltung."""
    items, i = one.text.items, one.i
    glued = one.text.low(i + 1)[:1] == "-" and items[i + 1].start == items[i].end
    return True if glued else None


def _so_called(one: Marked) -> bool | None:
    """Der sogenannte „Deckel“."""
    so_called = one.text.has("so called", one.i - 1)
    return True if so_called or (one.titled and one.text.has("to whom", one.i - 1)) else None


def _behind_its_kind(one: Marked) -> bool | None:
    """Die Zeitung „Die Welt“; no name where it ends as a sentence does, but for titles."""
    before = one.text.items[one.i - 1].word if one.i else ""
    if not one.text.is_noun(one.i - 1) or not _is_named(before, one.text.grammar):
        return None
    small = not any(word[0].isupper() for word in one.words)
    if small and one.text.is_article(one.i - 2) and one.text.has("auxiliary", one.i - 3):
        return None  # "war der Zug „völlig überfüllt“"
    return one.text.items[one.i].word not in ENDS or one.text.grammar.has("titled", before)


def _newspaper_with_article(one: Marked) -> bool | None:
    """Der „Sonntagsbote“."""
    determined = one.determined or one.text.has("preposition", one.i - 1)
    return True if one.titled and determined and _is_newspaper(one) else None


def _no_title(one: Marked) -> bool | None:
    """What does not look like a name is none, and what has a verb of saying behind it."""
    return False if not one.titled or is_said(one.text, one.i) else None


def _speaks(one: Marked) -> bool | None:
    """Who speaks is a name: "teilte die „Nordkette“ mit"."""
    text, i = one.text, one.i
    if not text.has("nominative", i - 1):
        return None
    for at in range(max(one.place.start, i - 3), min(one.place.stop, i + 14)):
        if verb_at(text, at) is not None:
            found = subject_of(text, at)
            if found is not None and found.first <= i < found.last and found.kind == "quote":
                return True
    return None


def _loose(one: Marked) -> bool | None:
    """No name has words that nouns have not between them, unless it is of another language."""
    kinds = one.text.grammar.kinds
    plain = all(
        word[0].isupper()
        or word[0].isdigit()
        or any(word in kinds[kind] for kind in BETWEEN_NOUNS)
        or word.endswith(one.text.grammar.endings["adjective endings"])
        or len(word) < SHORT_WORD
        for word in one.words
    )
    foreign = all(word.isascii() for word in one.words) and one.words[-1][0].isupper()
    return None if plain or foreign else False


BETWEEN_NOUNS = ("preposition", "particles", "nominative", "oblique", "joining")
"""Kinds of words that may stand between the nouns of a name."""


def _in_brackets(one: Marked) -> bool | None:
    """Die Zunft („Gilde der Türmer“)."""
    brackets = one.text.low(one.i - 1) == "(" and one.text.low(one.i + 1) in (")", ",")
    return True if brackets and one.i > 1 else None


def _behind_colon(one: Marked) -> bool | None:
    """Der Titel: „Das Boot“."""
    text, i = one.text, one.i
    colon = text.low(i - 1) == ":" and text.is_noun(i - 2)
    return True if colon and _is_named(text.items[i - 2].word, text.grammar) else None


def _newspaper(one: Marked) -> bool | None:
    return True if _is_newspaper(one) and not one.text.has("subordinating", one.i - 1) else None


def _with_acronym(one: Marked) -> bool | None:
    """„Gilde der Türmer“ (GDT)."""
    text, i = one.text, one.i
    if text.low(i + 1) != "(" or text.low(i + 3) != ")":
        return None
    return True if text.items[i + 2].word[:2].isupper() else None


def _opening_subject(one: Marked) -> bool | None:
    """„Das Boot“ wurde verkauft."""
    text, i = one.text, one.i
    follows = text.has("auxiliary", i + 1) or text.has("and", i + 1)
    return True if one.place.start == i and follows else None


def _listed(one: Marked) -> bool | None:
    """„Adler“ und „Bär“, where the first is a name."""
    text, i = one.text, one.i
    listing = text.low(i - 1) == "," or text.has("listing", i - 1)
    return True if listing and i > 1 and text.items[i - 2].quote in one.names else None


def _source_with_article(one: Marked) -> bool | None:
    """Laut der „Nordkette“."""
    text, i = one.text, one.i
    source = text.has("before", i - 2) or text.has("towards", i - 2)
    return True if one.determined and source else None


def _source(one: Marked) -> bool | None:
    """Laut „Nordkette“."""
    return True if one.text.has("before", one.i - 1) else None


def _called(one: Marked) -> bool | None:
    """Wird „Adler“ genannt; heißt „Adler“."""
    return True if _is_called(one.text, one.i) else None


def _of_noun(one: Marked) -> bool | None:
    """Die Besatzung von „Adler“."""
    return True if one.text.has("of", one.i - 1) and one.text.is_noun(one.i - 2) else None


def _opens_with_its_kind(one: Marked) -> bool | None:
    """„Verein der Türmer“."""
    opens = one.words and _is_named(one.words[0], one.text.grammar)
    return True if opens and len(one.words) > 2 else None


def _placed(one: Marked) -> bool | None:
    """A name of several words that stands where no speech does: "vom „Bund der Türmer“"."""
    text, i, words = one.text, one.i, one.words
    if len(words) < 2 or not (words[-1][0].isupper() and words[0][0].isupper()):
        return None
    determined = text.has("definite", i - 1) and not text.has("said of", i - 2)
    if not determined and (not text.has("beside", i - 1) or verb_at(text, i - 2) is not None):
        return None  # "sprach von „Zuständen wie im Krieg“"
    if not text.has("contracted", i - 1) and is_reported(text, one.place.sentence):
        return None
    start, stop = max(one.place.start, i - AROUND), min(one.place.stop, i + AROUND)
    before = range(start, i)
    if any(text.has("that", k) for k in before) or text.has("along", i - 2):
        return None
    if any(source_by_preposition(text, k) is not None for k in before):
        return None
    verbs = (verb_at(text, k) for k in range(start, stop))
    return None if any(verb is not None and verb.kind == "call" for verb in verbs) else True


RULES: tuple[Callable[[Marked], bool | None], ...] = (
    _in_compound,
    _so_called,
    _behind_its_kind,
    _newspaper_with_article,
    _no_title,
    _speaks,
    _loose,
    _in_brackets,
    _behind_colon,
    _newspaper,
    _with_acronym,
    _opening_subject,
    _listed,
    _source_with_article,
    _source,
    _called,
    _of_noun,
    _opens_with_its_kind,
    _placed,
)


# --- what they ask ---------------------------------------------------------------------------------------


def _is_named(word: str, grammar: Grammar) -> bool:
    """Whether a noun is one that stands before the names of things, inflected or not."""
    low = word.lower()
    return any(
        low.endswith(ending) and grammar.has("named", low[: len(low) - len(ending)])
        for ending in ("", *grammar.endings["noun endings"])
    )


def _is_newspaper(one: Marked) -> bool:
    """Whether the words are the name of a newspaper or broadcaster."""
    stretch, grammar = one.stretch, one.text.grammar
    inner = one.place.sentences.text[stretch.start : min(stretch.end, stretch.start + PUBLICATION_SEEN)]
    words = WORD.findall(inner)
    if not 0 < len(words) <= PUBLICATION:
        return False
    if grammar.has("publications", words[-1]):
        return True
    if words[0].isupper():
        return grammar.has("publications", words[0])
    article, name = grammar.kinds["article of publications"], grammar.kinds["publications with article"]
    return len(words) > 1 and words[0] in article and words[1] in name


def _is_called(text: Text, i: int) -> bool:
    """Whether "genannt wird", "heißt" tell that the stretch is what somebody is called by all."""
    for k in range(i + 1, min(i + CALLED_BEHIND, len(text.items))):
        if text.has("naming", k):
            return any(text.has("naming around", j) for j in range(i - CALLED_BEFORE, k + 3))
        if not text.low(k) or text.low(k) in ".:;":
            break
    if text.has("by name", i - 1):
        return True
    for k in range(i - 1, max(-1, i - CALLED), -1):
        if text.low(k) == ":" or text.has("it", k):
            return False
        if text.has("being called", k):
            return not text.has("it", k - 1)
    return False
