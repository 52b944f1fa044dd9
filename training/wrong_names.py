"""Where wrong names of speakers come from, by class: a table over the annotated articles, no text.

    python training/annotations/lay_out.py build/annotated
    python training/wrong_names.py SHARED build/annotated

Reads what `train_nobody.py` reads, and judges with the weights that ship. The right entity is one whose name
the annotators' name is; each class says what was given, by the form of the mention, and how far away in
sentences the right entity is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from unittest.mock import patch

import train_nobody
from annotators import trimmed
from artparse.quotes import attribution
from artparse.quotes.choice.decision import Decision
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.entity import Entity, display
from artparse.quotes.record import assemble

FAR, FARTHER = 3, 10
"""Sentences."""


class Quote(NamedTuple):
    """A quote that was found, what was decided of it, and whose words annotators hold it to be."""

    decision: Decision
    given: str | None
    who: str


def quotes_of(article: train_nobody.Article) -> tuple[Reader, list[Quote]] | None:
    """The quotes of an article whose speaker annotators know; None where it has none."""
    seen: list[tuple[Reader, list[Decision]]] = []

    def look(reader: Reader, decisions: list[Decision], *rest: Any) -> Any:
        seen.append((reader, decisions))
        return assemble(reader, decisions, *rest)

    with patch.object(attribution, "assemble", look):
        found = train_nobody.told_of(article)
    if not seen:
        return None
    reader, decisions = seen[0]
    quotes: list[Quote] = []
    for decision, quote in zip(decisions, found.quotes, strict=True):
        who = train_nobody.whose(article, trimmed(article.text, quote.span))
        if who is not None:
            quotes.append(Quote(decision, quote.speaker, who))
    return reader, quotes


def classes_of(reader: Reader, quotes: Sequence[Quote]) -> Iterator[str]:
    """The class of each quote; `right` where the name is."""
    import evaluate_quotes as scoring

    for decision, given, who in quotes:
        form = decision.mention.form if decision.mention is not None else "nothing"
        if who == "NONE":
            yield f"nobody's words, {'somebody' if given else 'nobody'} named"
        elif who == "UNNAMED":
            yield "right" if given is None else f"somebody named though nobody is: by a {form}"
        elif given is not None and scoring.same_person(given, who):
            yield "right"
        else:
            same = [n for n, e in enumerate(reader.entities) if _is(scoring, e, who)]
            like = [n for n, e in enumerate(reader.entities) if _is_like(scoring, e, who)]
            yield _class_of(reader, decision, given, form, same, like)


def _class_of(
    reader: Reader,
    decision: Decision,
    given: str | None,
    form: str,
    same: Sequence[int],
    like: Sequence[int],
) -> str:
    """The class of a wrong name, by the entities that have the right name or words of it."""
    if decision.entity in like:
        return "the right one by another name" + (", which is an entity of its own" if same else "")
    what = "nobody given" if given is None else "somebody else given"
    if same:
        return f"{what} by {form}, the right one named within {_distance(reader, decision, same)}"
    return f"{what}, {'only words of the right name' if like else 'nothing like the right name'} found"


def _distance(reader: Reader, decision: Decision, entities: Sequence[int]) -> str:
    tokens = reader.tokens
    sentence = tokens.sentences[min(tokens.at(decision.stretch.start), len(tokens.sentences) - 1)]
    apart = min(
        (abs(m.sentence - sentence) for m in reader.mentions if m.entity in entities), default=FARTHER + 1
    )
    return f"{FAR} sentences" if apart <= FAR else f"{FARTHER}" if apart <= FARTHER else "the article"


def _is(scoring: Any, entity: Entity, who: str) -> bool:
    return bool(entity.name) and bool(scoring.same_person(display(entity), who))


def _is_like(scoring: Any, entity: Entity, who: str) -> bool:
    """Whether an entity has another name with a word of the right one."""
    if not entity.name or _is(scoring, entity, who):
        return False
    return not set(scoring.bare_name(display(entity))).isdisjoint(scoring.bare_name(who))


def main() -> None:
    args = train_nobody.arguments(__doc__)
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for article in train_nobody.articles_of(args.shared, args.annotated):
        read = quotes_of(article)
        found = list(classes_of(*read)) if read is not None else []
        counts.update(found)
        wrong[article.name] = sum(name != "right" and not name.startswith("nobody's") for name in found)
    print("| class | quotes |\n| --- | --- |")
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"| {name} | {count} |")
    most = [count for _, count in wrong.most_common(5)]
    print(f"\nwrong names: {wrong.total()}, of these in the five articles with most: {sum(most)}")


if __name__ == "__main__":
    main()
