"""What holds of all stretches of an article alike: how it uses its marks, whom it talks to and about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from artparse.quotes import cues
from artparse.quotes.choice.nobody.classes import ME, YOU
from artparse.quotes.choice.nobody.steps import COUNTS, RATES, SHARES, SIZES, steps
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import Choice
from artparse.quotes.kinds import PERSON_PRONOUNS


def of_marks(
    reader: Reader, choices: Sequence[Choice], sizes: Sequence[int], cued: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """How many stretches there are, how long they are, and how many have a speaker."""
    count = max(1, len(choices))
    ordered = sorted(sizes)
    yield from steps("Ac", count, COUNTS)
    yield from steps("Am", ordered[len(ordered) // 2] if ordered else 0, SIZES)
    yield from steps("Aq", sum(any(pair) for pair in cued) / count, SHARES)
    yield from steps("At", sum(c.taken > 0 for c in choices) / count, SHARES)
    chosen = [c.chosen for c in choices if c.chosen is not None]
    named = sum(reader.mentions[one.mention].form != "noun" for one in chosen)
    yield from steps("An", named / count, SHARES)


def of_text(reader: Reader, choices: Sequence[Choice], pronouns: Mapping[str, str]) -> Iterator[str]:
    """Whom the article talks to and about, how often somebody says something, what it is made of."""
    tokens, strengths = reader.tokens, reader.strengths
    outside = [word for word, inside in zip(tokens.words, tokens.quoted, strict=True) if inside < 0]
    seen = Counter(outside)
    of: Counter[str] = Counter()
    for word, times in seen.items():
        low = word.lower()
        if low in pronouns:
            of[pronouns[low]] += times
        elif low in PERSON_PRONOUNS:
            of["he"] += times
        elif strengths.get(low, 0) >= cues.SURE:
            of["said"] += times
    of["people"] = sum(e.being == "person" and len(e.name) > 1 for e in reader.entities)
    of["marks"] = len(choices)
    thousands = max(1, len(outside)) / 1000
    for name in (YOU, ME, "he", "said", "people", "marks"):
        yield from steps(f"A{name}", of[name] / thousands, RATES)
    places = Counter(p.place for p in reader.passages)
    for place in ("list_item", "heading"):
        yield from steps(f"A{place}", places[place] / max(1, len(reader.passages)), SHARES)
