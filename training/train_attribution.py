"""Train the choice of each quoted stretch's speaker on PolNeAR's training part.

    python training/train_attribution.py SHARED

Deterministic. Writes src/artparse/quotes/data/attribution.txt.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from artparse.quotes import attribution, coreference, features, model
from artparse.quotes.marks import find_stretches
from artparse.quotes.mentions import Mention, find_mentions
from artparse.quotes.tokens import tokenize
from corpus import Annotated, passages_of, read_corpus

DATA = Path(__file__).parent.parent / "src" / "artparse" / "quotes" / "data"


@dataclass(slots=True)
class Group:
    """One stretch: the feature names of each choice, and which choices are right."""

    choices: list[list[str]]
    right: list[bool]
    article: int
    offsets: list[float] | None = None
    """What is added to each choice's score."""


def labelled(article: Annotated) -> tuple[features.Reader, list[tuple[str, list[int]]]]:
    """The article read, and for each stretch its label: `said` with the right mentions, or `nobody`."""
    import evaluate_quotes as ev

    text = article.text
    passages = passages_of(text)
    stretches, _ = find_stretches(text, passages)
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, passages, tokens)
    entities = coreference.find_entities(tokens, mentions)
    reader = features.Reader(text, passages, tokens, stretches, mentions, entities)
    units = [(ev.trimmed(text, u.span), u) for u in ev.units_of(text, article.attributions)]
    labels: list[tuple[str, list[int]]] = []
    used: set[int] = set()
    for stretch in stretches:
        span = ev.trimmed(text, (stretch.start, stretch.end))
        best, found = 0.0, -1
        for i, (other, _) in enumerate(units):
            if i not in used and other[0] < span[1] and span[0] < other[1]:
                value = ev.iou(span, other)
                if value > best:
                    best, found = value, i
        if best < 0.5:
            labels.append(("nobody", []))
            continue
        used.add(found)
        source = units[found][1].source
        if not source:
            labels.append(("unnamed", []))
            continue
        right = [
            i
            for i, m in enumerate(mentions)
            if not m.inside and any(near(m.span, s) and says(ev, text, m, s) for s in source)
        ]
        if not right:
            last = {w for s in source for w in ev.words(text[s[0] : s[1]])}
            right = [i for i, m in enumerate(mentions) if m.form == "name" and m.words[-1] in last]
        labels.append(("said", right))
    return reader, labels


def says(ev: Any, text: str, mention: Mention, source: tuple[int, int]) -> bool:
    """Whether the mention is the source, or the name that a long one begins with."""
    if (
        mention.form == "name"
        and source[0] <= mention.span[0] <= source[0] + 25
        and mention.span[1] <= source[1]
    ):
        return True
    return bool(ev.same_mention(text, mention.span, source))


def near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


Labels = list[tuple[str, list[int]]]


def groups_of(reader: features.Reader, labels: Labels, number: int) -> tuple[list[Group], Counter[str]]:
    """The training groups of one article, with the right speakers of earlier stretches known."""
    counts: Counter[str] = Counter()
    state = features.State()
    found: list[Group] = []
    for index, (label, right) in enumerate(labels):
        if reader.stretches[index].nested or reader.stretches[index].label is not None:
            continue
        situation = reader.situation(index)
        features.add_previous(reader, situation, state)
        choices = [features.chained_nobody(situation, state) + situation.nobody]
        choices.append(features.chained_unnamed(situation, state) + situation.unnamed)
        correct = [label == "nobody", label == "unnamed"]
        wanted = set(right)
        for candidate in situation.candidates:
            mention = reader.mentions[candidate.mention]
            choices.append(features.chained(situation, candidate, mention, state) + candidate.features)
            correct.append(label == "said" and candidate.mention in wanted)
        counts[label] += 1
        if any(correct):
            found.append(Group(choices, correct, number))
        else:
            counts["unreachable"] += 1
        if label == "said":
            hits = [c for c in situation.candidates if c.mention in wanted]
            if hits:
                state = features.advance(reader, situation, hits[0], state)
            else:
                state = features.advance(reader, situation, None, state)
        elif label == "unnamed":
            state = features.advance(reader, situation, None, state)
        else:
            state = features.skip(state)
    return found, counts


Read = tuple[features.Reader, Labels]
FOLDS = 4


def fit_ahead(read: list[Read], groups: list[Group], penalty: float, rare: int) -> dict[str, float]:
    """Weights of the features of the next stretch's speaker.

    They come on top of the scores, and look at the choices, of models that have not seen the article.
    """
    found: list[Group] = []
    for fold in range(FOLDS):
        weights = quantized(fit([g for g in groups if g.article % FOLDS != fold], penalty, rare))
        for number in range(fold, len(read), FOLDS):
            found += ahead_groups(*read[number], weights, number)
    return fit(found, penalty, rare)


def ahead_groups(
    reader: features.Reader, labels: Labels, weights: dict[str, int], number: int
) -> list[Group]:
    """The groups of one article as `_decide` sees them when it takes a choice again."""
    found: list[Group] = []
    waiting: list[tuple[attribution.Choice, tuple[str, list[int]]]] = []
    state = features.State()

    def settle(following: attribution.Choice | None) -> None:
        later = (following.situation, following.chosen) if following is not None else None
        for choice, (label, right) in waiting:
            if choice.scores and choice.share < attribution.SETTLED:
                named = [label == "said" and c.mention in right for c in choice.situation.candidates]
                correct = [label == "nobody", label == "unnamed", *named]
                if any(correct):
                    ahead = [[], [], *features.ahead(reader, choice.situation, later)]
                    offsets = [score / model.SCALE for score in choice.scores]
                    found.append(Group(ahead, correct, number, offsets))
        waiting.clear()

    for index, label in enumerate(labels):
        stretch = reader.stretches[index]
        if stretch.nested or stretch.label is not None:
            continue
        choice = attribution.choose(reader, index, state, weights)
        if choice.taken > 1 or len(waiting) == attribution.AHEAD:
            settle(choice)
        waiting.append((choice, label))
        state = attribution.after(reader, choice, state)
    settle(None)
    return found


def fit(groups: list[Group], penalty: float, rare: int) -> dict[str, float]:
    """Weights that make the right choices most likely, by L-BFGS with a quadratic penalty."""
    counts: Counter[str] = Counter()
    for group in groups:
        for choice in group.choices:
            counts.update(choice)
    names = sorted(name for name, count in counts.items() if count >= rare)
    index = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    rows = [0]
    starts = []
    right: list[bool] = []
    for group in groups:
        starts.append(len(rows) - 1)
        for choice, correct in zip(group.choices, group.right, strict=True):
            columns.extend(index[f] for f in choice if f in index)
            rows.append(len(columns))
            right.append(correct)
    matrix = csr_matrix(
        (np.ones(len(columns), np.float32), np.array(columns, np.int32), np.array(rows)),
        shape=(len(rows) - 1, len(names)),
    )
    transposed = matrix.T.tocsr()
    begins = np.array(starts)
    sizes = np.diff([*starts, len(rows) - 1])
    owner = np.repeat(np.arange(len(starts)), sizes)
    good = np.array(right)
    offsets = np.array([o for g in groups for o in g.offsets or [0.0] * len(g.choices)])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ x.astype(np.float32)
        scores = scores.astype(np.float64) + offsets
        scores -= np.maximum.reduceat(scores, begins)[owner]
        powers = np.exp(scores)
        total = np.add.reduceat(powers, begins)
        best = np.add.reduceat(np.where(good, powers, 0.0), begins)
        share = powers / total[owner]
        wanted = np.where(good, powers, 0.0) / best[owner]
        gradient = transposed @ (share - wanted).astype(np.float32)
        return float(np.sum(np.log(total) - np.log(best)) + penalty / 2 * x @ x), gradient.astype(
            np.float64
        ) + penalty * x

    result = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200, "maxcor": 6}
    )
    print(f"{len(names)} features, {len(groups)} groups, loss {result.fun:.0f}", file=sys.stderr)
    return dict(zip(names, result.x, strict=True))


def quantized(weights: dict[str, float]) -> dict[str, int]:
    """Whole numbers, small ones left out."""
    return {n: round(w * model.SCALE) for n, w in weights.items() if abs(w * model.SCALE) >= 1.5}


def write(weights: dict[str, float], path: Path) -> None:
    """The names first, then the values in the same order."""
    kept = quantized(weights)
    names = sorted(kept)
    path.write_text(
        "\n".join(names) + "\n\n" + " ".join(str(kept[n]) for n in names) + "\n", encoding="utf-8"
    )
    print(f"{path.name}: {len(names)} weights, {path.stat().st_size:,} bytes", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--penalty", type=float, default=4.0)
    parser.add_argument("--rare", type=int, default=3, help="features seen less often are left out")
    args = parser.parse_args()
    start = time.process_time()
    read: list[Read] = []
    groups: list[Group] = []
    counts: Counter[str] = Counter()
    for number, article in enumerate(read_corpus(args.shared, "train")):
        reader, labels = labelled(article)
        found, seen = groups_of(reader, labels, number)
        read.append((reader, labels))
        groups += found
        counts += seen
    print(dict(counts), f"{time.process_time() - start:.0f} s", file=sys.stderr)
    weights = fit(groups, args.penalty, args.rare)
    weights |= fit_ahead(read, groups, args.penalty, args.rare)
    write(weights, DATA / "attribution.txt")
    print(f"{time.process_time() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
