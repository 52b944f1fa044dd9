"""Labels for pages whose gold says only what the body must and must not hold.

A model trained on whole gold articles labels the page, held to what the gold tells: the units with a
wanted segment are of the body, those with an unwanted one are not, the headline is the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from alignment import mark_credits, plain

from artparse.layout.lines.units import Unit
from artparse.layout.models.model import NEVER, Model, Scores, weight_of
from artparse.layout.models.search import best_labels

BODY = ("paragraph", "heading")
LEAST = 2
"""Wanted segments that must be found for a page to be of use."""


def silver_labels(
    units: Sequence[Unit],
    features: Sequence[Sequence[str]],
    gold: dict[str, Any],
    model: Model,
    leaning: Iterable[Mapping[str, int]] = (),
) -> list[str] | None:
    """A label for each unit; null where the dump does not show enough of the article.

    `leaning` is how much more score than the model gives it each label of each unit has.
    """
    words = [plain(u.text) for u in units]
    scores = list(map(list, Scores([weight_of(own, model) for own in features], model)))
    for own, more in zip(scores, leaning, strict=False):
        for label, score in more.items():
            own[model.labels.index(label)] += score
    titles = [plain(t) for t in [gold.get("title"), *gold.get("title_also", [])] if plain(t)]
    if _tie(scores, words, titles, gold, model) < LEAST:
        return None
    exact = [k for k in range(len(units)) if words[k] in titles]
    labels = best_labels(scores, model)
    first = next((k for k, label in enumerate(labels) if label in BODY), len(labels))
    early = [k for k in exact if k < first]
    if early:
        labels[early[-1]] = "title"
    elif exact and labels[exact[0]] not in BODY:
        labels[exact[0]] = "title"
    guessed = list(labels)
    known: list[str] = ["before" if x in ("byline", "published") else x for x in labels]
    last = max((k for k, label in enumerate(known) if label in BODY), default=len(known) - 1)
    mark_credits(units, words, known, gold, first, last)
    missing = [x for x in ("byline", "published") if x not in known]
    return [
        g if g in missing and label == "before" else label for g, label in zip(guessed, known, strict=True)
    ]


def _tie(
    scores: list[list[int]],
    words: Sequence[str],
    titles: Sequence[str],
    gold: dict[str, Any],
    model: Model,
) -> int:
    """Leave each unit the labels that the segments allow; how many wanted segments were found."""
    body = [model.labels.index(label) for label in BODY]
    found = 0
    for segment in map(plain, gold.get("contains", [])):
        holders = [k for k, own in enumerate(words) if segment and segment in own and own not in titles]
        if len(holders) == 1:
            found += 1
            for j in range(len(model.labels)):
                if j not in body:
                    scores[holders[0]][j] = NEVER
    free = [sum(s > NEVER / 2 for s in own) > len(body) for own in scores]
    for segment in map(plain, gold.get("lacks", [])):
        for own, said, open_ in zip(scores, words, free, strict=True):
            if open_ and segment and segment in said:
                for j in body:
                    own[j] = NEVER
    title = model.labels.index("title")
    for own, open_ in zip(scores, free, strict=True):
        if open_:
            own[title] = NEVER
    return found


def follows(labels: Sequence[str], model: Model) -> bool:
    """Whether labels come in an order that whole articles have; a page that is none has no such."""
    at = {label: k for k, label in enumerate(model.labels)}
    return all(model.transitions[at[b]][at[a]] > NEVER for a, b in pairwise(labels))


def known_of(units: Sequence[Unit], gold: dict[str, Any]) -> list[bool | None]:
    """Whether each unit is of the body, where the segments that it must and must not hold tell."""
    words = [plain(u.text) for u in units]
    titles = [plain(t) for t in [gold.get("title"), *gold.get("title_also", [])] if plain(t)]
    known: list[bool | None] = [False if own in titles else None for own in words]
    for segment in map(plain, gold.get("lacks", [])):
        for k, own in enumerate(words):
            if segment and segment in own:
                known[k] = False
    for segment in map(plain, gold.get("contains", [])):
        holders = [k for k, own in enumerate(words) if segment and segment in own and own not in titles]
        if len(holders) == 1:
            known[holders[0]] = True
    return known
