"""What stands right around a stretch, and what its own words look like.

the “Save Our Trams” campaign   ->  is a label      jurors heard: “…”  ->  is heard
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Around, Walk
from artparse.quotes.cues import SURE
from artparse.quotes.kinds import DEFINITE, INDEFINITE, POSSESSIVES
from artparse.quotes.speech.marks import Stretch
from artparse.quotes.tokens import ENDING
from artparse.quotes.words import word_list

FIRST_PERSON_SINGULAR = word_list("first person singular")
FIRST_PERSON_PLURAL = word_list("first person plural")
PREPOSITIONS_OF_SCENES = word_list("prepositions of scenes")
PASSIVE_AUXILIARIES = word_list("passive auxiliaries")
NAMING_WORDS = word_list("naming words")
BEFORE_BODIES = DEFINITE | INDEFINITE | POSSESSIVES | {"new"}

MOST_WORDS = 40
"""Words of a stretch that are counted, at most."""
LENGTHS = ((1, "1"), (2, "2"), (4, "4"), (9, "9"), (20, "20"), (MOST_WORDS + 1, "L"))
"""Up to how many words, and what features see of such a length."""


def _person_telling(words: Sequence[str]) -> str:
    """`I` or `w`, where words are told in the first person, singular or plural."""
    if not FIRST_PERSON_SINGULAR.isdisjoint(words):
        return "I"
    return "" if FIRST_PERSON_PLURAL.isdisjoint(words) else "w"


def is_scene(reader: Reader, number: int) -> bool:
    """Whether the mention only tells where something happens: "in Oslo"."""
    mention = reader.mentions[number]
    if mention.form != "name" or not mention.first or reader.entities[mention.entity].being != "place":
        return False
    return reader.tokens.words[mention.first - 1].lower() in PREPOSITIONS_OF_SCENES


def around_of(
    reader: Reader, stretch: Stretch, first: int, last: int, start: int, stop: int, left: Walk, right: Walk
) -> Around:
    text = reader.text
    words = text[stretch.start : stretch.end].split(None, MOST_WORDS)
    size = len(words)
    length = next(symbol for limit, symbol in LENGTHS if size <= limit)
    capital = words_inside(reader, stretch, first, last, 12)[0][0].isupper()
    final = text[stretch.end - 1]
    if final not in ".,!?":
        following = text[stretch.outer[1] : stretch.outer[1] + 1] if stretch.closed else ""
        if reader.tokens.glossed and reader.tokens.words[last - 2 : last - 1] == [","]:
            final = ","  # put inside the marks: see `glosses`
        else:
            final = ">" + following if following in (",", ".") else "w"
    opens, closes = first <= start, last >= stop
    before = left.symbols[0] if left.symbols else "^"
    after = right.symbols[0] if right.symbols else "$"
    shape = f"{'C' if capital else 'c'}{final}"
    return Around(
        length,
        shape,
        before,
        after,
        opens,
        closes,
        f"{before}{'^' if opens else ''}|{after}",
        size,
        _person_telling(words),
        frozenset(w.strip(".,!?;:") for w in words if w[0].isupper()),
    )


def words_inside(reader: Reader, stretch: Stretch, first: int, last: int, limit: int) -> list[str]:
    """The words of a stretch, from `limit` on in one; the capitals of German nouns made small."""
    text, tokens = reader.text, reader.tokens
    if not tokens.glossed:
        return text[stretch.start : stretch.end].split(None, limit)
    found = [w for w in tokens.words[first:last] if w[0].isalnum()][: limit + 1]
    if not found:
        return text[stretch.start : stretch.end].split(None, limit)
    whole = len(found) > 3 or text[stretch.end - 1] in ".!?…" or not tokens.nouns_capital
    if text[stretch.start].isupper() and whole:
        found[0] = found[0][0].upper() + found[0][1:]
    return found


def is_titled(reader: Reader, stretch: Stretch, first: int) -> bool:
    inside = words_inside(reader, stretch, first, reader.tokens.at(stretch.outer[1]), 40)
    words = [w for w in inside if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    before = reader.tokens.words[first - 1].lower() if first else ""
    return capitals * 2 > len(words) or before in NAMING_WORDS


def is_heard(reader: Reader, left: Walk, right: Walk, first: int, last: int) -> bool:
    """Whether "the court heard" stands before the stretch, with no other speaker between, or after it."""
    words = reader.tokens.words
    for i in range(first - 1, max(0, first - 25), -1):
        if reader.tokens.sentences[i] != reader.tokens.sentences[first - 1] or words[i] in ENDING:
            break
        if hears(reader, i):
            return not any(c > i and reader.strengths.get(words[c].lower(), 0) >= SURE for c, _ in left.cues)
    if right.symbols[:1] != [","]:
        return False
    end = min(len(words), last + 9)
    return any(hears(reader, i) and "." not in words[last + 1 : i] for i in range(last + 2, end))


def hears(reader: Reader, i: int) -> bool:
    """Whether token `i` ends "the court heard", "jurors were told" or the like."""
    words = reader.tokens.words
    if words[i] == "told" and words[i - 1] in PASSIVE_AUXILIARIES:
        i -= 1
    elif words[i] != "heard":
        return False
    return words[i - 1].lower() in lists.words("en/hearings.txt")


def is_label(reader: Reader, stretch: Stretch, first: int, last: int) -> bool:
    words = reader.text[stretch.start : stretch.end].split(None, 8)
    long = [w for w in words if len(w) > 3 or w[0].isupper()]
    if not 0 < len(words) < 8 or not all(w[0].isupper() for w in long) or len(words) == 1:
        return False
    around = reader.tokens.words
    before, after = around[max(0, first - 2) : first], around[last] if last < len(around) else ""
    if before[-1:] and before[-1].lower() in NAMING_WORDS and first > 1:
        return first - 2 not in reader.at or reader.mentions[reader.at[first - 2]].form == "noun"
    opened = bool(before) and before[-1].lower() in BEFORE_BODIES
    return opened and (after in lists.words("en/bodies.txt") or after in lists.words("en/labelled.txt"))
