"""Train the choice of each quoted stretch's speaker on PolNeAR's training part.

    python training/train_attribution.py SHARED

Deterministic. Writes src/artparse/quotes/data/sources.txt (whether a mention is the source of anything),
attribution.txt (which of the mentions around a stretch says it) and review.txt (the same once
more in view of the whole article, where that is not sure).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import annotators
from artparse.data.tables import Numbers
from artparse.quotes import model
from artparse.quotes.choice import choosing, deciding, review, sources
from artparse.quotes.choice.chain import (
    State,
    advance,
    chained,
    chained_nobody,
    chained_unnamed,
    link_of,
    skip,
)
from artparse.quotes.choice.choosing import with_others
from artparse.quotes.choice.features import look_at_nobody, situation_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities import coreference
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.parts import Sums, names_of
from artparse.quotes.passages import HEADINGS
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize
from corpus import Annotated, passages_of, read_corpus
from pack import renew
from remarking import COPIES, near, remarked

DATA = Path(__file__).parent.parent / "src" / "artparse" / "quotes" / "data"
COPIED = 0.4
"""How much a stretch counts that was put in marks by `remarked`."""
OWN = "~"
"""Begins the names of features that only such stretches have: in what they differ from quotes; not kept."""
OWN_PENALTY = 2
"""How many times the penalty these weigh."""


@dataclass(slots=True)
class Group:
    """One stretch: the feature names of each choice, and which choices are right."""

    choices: list[list[str]]
    right: list[bool]
    article: int
    weight: float = 1.0


@dataclass(slots=True)
class Sample:
    """One mention: the names of its features, and whether it is the source of anything."""

    traits: list[str]
    right: bool
    article: int


def samples_of(reader: Reader, attributions: list[annotators.Attribution], number: int) -> list[Sample]:
    """The mentions of one article outside quotation marks."""
    source = [span for a in attributions if a.content for span in a.source]
    found: list[Sample] = []
    for i, mention in enumerate(reader.mentions):
        if not mention.inside and mention.quoted < 0:
            right = any(near(mention.span, s) and says(reader.text, mention, s) for s in source)
            found.append(Sample(sources.traits(reader, i), right, number))
    return found


def labelled(article: Annotated) -> tuple[Reader, list[tuple[str, list[int]]]]:
    """The article read, and for each stretch its label: `said` with the right mentions, or `nobody`."""
    text = article.text
    passages = passages_of(text)
    stretches, _ = find_stretches(text, passages)
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, passages, tokens)
    entities = coreference.find_entities(tokens, mentions)
    reader = Reader(text, passages, tokens, stretches, mentions, entities)
    units = [(annotators.trimmed(text, u.span), u) for u in annotators.units_of(text, article.attributions)]
    labels: list[tuple[str, list[int]]] = []
    used: set[int] = set()
    for stretch in stretches:
        span = annotators.trimmed(text, (stretch.start, stretch.end))
        best, found = 0.0, -1
        for i, (other, _) in enumerate(units):
            if i not in used and other[0] < span[1] and span[0] < other[1]:
                value = annotators.iou(span, other)
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
            if not m.inside and any(near(m.span, s) and says(text, m, s) for s in source)
        ]
        if not right:
            last = {w for s in source for w in annotators.words(text[s[0] : s[1]])}
            right = [i for i, m in enumerate(mentions) if m.form == "name" and m.words[-1] in last]
        labels.append(("said", right))
    return reader, labels


def says(text: str, mention: Mention, source: tuple[int, int]) -> bool:
    """Whether the mention is the source, or the name that a long one begins with."""
    if (
        mention.form == "name"
        and source[0] <= mention.span[0] <= source[0] + 25
        and mention.span[1] <= source[1]
    ):
        return True
    return annotators.same_mention(text, mention.span, source)


Labels = list[tuple[str, list[int]]]


def groups_of(
    reader: Reader, labels: Labels, number: int, opened: set[int] | None = None
) -> tuple[list[Group], Counter[str]]:
    """The training groups of one article, with the right speakers of earlier stretches known.

    With `opened`, of a re-marked article, only of the marks added there, which are never nobody's.
    """
    counts: Counter[str] = Counter()
    state = State()
    found: list[Group] = []
    for index, (label, right) in enumerate(labels):
        if reader.stretches[index].nested or reader.stretches[index].label is not None:
            continue
        situation = situation_of(reader, index)
        look_at_nobody(reader, situation)
        with_others(reader, situation, state)
        choices = [chained_nobody(situation, state) + situation.nobody]
        choices.append(chained_unnamed(situation, state) + situation.unnamed)
        correct = [label == "nobody", label == "unnamed"]
        wanted = set(right)
        for candidate in situation.candidates:
            mention = reader.mentions[candidate.mention]
            linked = chained(situation, link_of(candidate, mention, state), state)
            choices.append(names_of([linked, *candidate.own, *candidate.parts]))
            correct.append(label == "said" and candidate.mention in wanted)
        choices = [[*map(intern, choice)] for choice in choices]
        counts[label] += 1
        if opened is not None:
            if reader.stretches[index].outer[0] in opened and any(correct[2:]):
                doubled = [[*choice, *(intern(OWN + name) for name in choice)] for choice in choices[1:]]
                found.append(Group(doubled, correct[1:], number, COPIED))
        elif any(correct):
            found.append(Group(choices, correct, number))
        else:
            counts["unreachable"] += 1
        if label == "said":
            hits = [c for c in situation.candidates if c.mention in wanted]
            if hits:
                state = advance(reader, situation, hits[0], state)
            else:
                state = advance(reader, situation, None, state)
        elif label == "unnamed":
            state = advance(reader, situation, None, state)
        else:
            state = skip(state)
    return found, counts


def copied_groups(article: Annotated, number: int, told: Numbers) -> list[Group]:
    """The training groups of the article's re-marked copies, told sources by `told`."""
    found: list[Group] = []
    for copy in range(COPIES):
        copied, opened = remarked(article, number, copy)
        if opened:
            reader, labels = labelled(copied)
            reader.told_by(told)
            found += groups_of(reader, labels, number, opened)[0]
    return found


Read = tuple[Reader, Labels]
FOLDS = 4
"""What a model's score is a feature of another is learnt from models that have not seen the article."""


PENALTY, RARE = 3.0, 4
"""As below, for sources."""


def fit_sources(
    read: list[Read], samples: list[Sample], penalty: float, rare: int, rounds: int = 200
) -> dict[str, float]:
    """Weights that tell sources; each article's reader gets those of the other folds."""
    for fold in range(FOLDS):
        others = [s for s in samples if s.article % FOLDS != fold]
        told = quantized(fit_binary(others, penalty, rare, rounds))
        for number in range(fold, len(read), FOLDS):
            read[number][0].told_by(told)
    return fit_binary(samples, penalty, rare, rounds)


def fit_binary(samples: list[Sample], penalty: float, rare: int, rounds: int = 200) -> dict[str, float]:
    """Weights of a logistic regression, by L-BFGS with a quadratic penalty."""
    counts = Counter(name for sample in samples for name in sample.traits)
    names = sorted(name for name, count in counts.items() if count >= rare)
    matrix = _matrix([s.traits for s in samples], {name: i for i, name in enumerate(names)})
    transposed = matrix.T.tocsr()
    right = np.array([s.right for s in samples], float)

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        scores = (matrix @ x.astype(np.float32)).astype(np.float64)
        value = np.sum(np.logaddexp(0, scores) - right * scores) + penalty / 2 * x @ x
        error = (1 / (1 + np.exp(-scores)) - right).astype(np.float32)
        return float(value), (transposed @ error).astype(np.float64) + penalty * x

    return _minimum(loss, names, len(samples), rounds)


def _matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    """One row for each list of features."""
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(index[f] for f in row if f in index)
        ends.append(len(columns))
    return csr_matrix(
        (np.ones(len(columns), np.float32), np.array(columns, np.int32), np.array(ends)),
        shape=(len(rows), len(index)),
    )


def _minimum(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], names: list[str], count: int, rounds: int
) -> dict[str, float]:
    result = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6}
    )
    print(f"{len(names)} features, {count} examples, loss {result.fun:.0f}", file=sys.stderr)
    return dict(zip(names, result.x, strict=True))


def fit_review(read: list[Read], groups: list[Group], penalty: float, rare: int) -> list[str]:
    """Trees that correct first choices; these are made by models that have not seen the article."""
    found: list[Reviewed] = []
    for fold in range(FOLDS):
        weights = quantized(fit([g for g in groups if g.article % FOLDS != fold], penalty, rare))
        for number in range(fold, len(read), FOLDS):
            found += reviewed(*read[number], weights)
    return grow(found)


Reviewed = tuple[list[list[float]], list[bool], list[float]]
"""Of one stretch, for each choice: what is measured, whether it is right, its first score."""


def reviewed(reader: Reader, labels: Labels, weights: dict[str, int]) -> list[Reviewed]:
    """The stretches of one article that somebody said, as `review` sees them, the sure ones too."""
    choices: list[review.Choice] = []
    answers: list[list[int]] = []
    state, sums = State(), Sums(weights)
    for index, (label, right) in enumerate(labels):
        stretch = reader.stretches[index]
        heading = reader.passages[stretch.passage].place in HEADINGS
        if stretch.nested or stretch.label is not None or heading:
            continue
        choice = choosing.choose(reader, index, state, sums)
        choices.append(choice)
        said = [i for i, c in enumerate(choice.situation.candidates, 2) if c.mention in right]
        answers.append(said if label == "said" else [1] if label == "unnamed" else [])
        state = deciding.after(reader, choice, state)
    found: list[Reviewed] = []
    view = review.View(reader, choices)
    for number, (choice, answer) in enumerate(zip(choices, answers, strict=True)):
        if choice.scores and answer:
            indexes, rows = view.measured(number)
            correct = [i in answer for i in indexes]
            if any(correct):
                found.append((rows, correct, [choice.scores[i] / model.SCALE for i in indexes]))
    return found


def grow(found: list[Reviewed]) -> list[str]:
    """Boosted trees that make the right choices more likely than the first scores do, one a line."""
    import lightgbm

    rows = np.array([row for stretch in found for row in stretch[0]])
    good = np.array([right for stretch in found for right in stretch[1]])
    begins = np.array([0, *accumulate(len(stretch[1]) for stretch in found)][:-1])
    owner = np.repeat(np.arange(len(found)), np.diff([*begins, len(good)]))

    def objective(scores: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        powers = np.exp(scores - np.maximum.reduceat(scores, begins)[owner])
        share = powers / np.add.reduceat(powers, begins)[owner]
        best = np.where(good, powers, 0.0)
        wanted = best / np.add.reduceat(best, begins)[owner]
        return share - wanted, np.maximum(share * (1 - share), 1e-3)

    data = lightgbm.Dataset(rows, label=good, init_score=[s for stretch in found for s in stretch[2]])
    booster = lightgbm.train({**TREES, "objective": objective}, data, ROUNDS)
    return [_written(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


ROUNDS = 75
TREES = {
    "learning_rate": 0.08,
    "num_leaves": 8,
    "min_data_in_leaf": 80,
    "lambda_l2": 20.0,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}


def _written(node: dict[str, Any]) -> str:
    if "leaf_value" in node:
        return f"={round(node['leaf_value'] * model.FINE)}"
    branches = f"{_written(node['left_child'])} {_written(node['right_child'])}"
    return f"{node['split_feature']}:{node['threshold']:.6g} {branches}"


def fit(groups: list[Group], penalty: float, rare: int, rounds: int = 200) -> dict[str, float]:
    """Weights that make the right choices most likely, by L-BFGS with a quadratic penalty."""
    counts: Counter[str] = Counter()
    for group in groups:
        for choice in group.choices:
            counts.update(choice)
    names = sorted(name for name, count in counts.items() if count >= rare)
    rows = [choice for group in groups for choice in group.choices]
    starts = [0, *accumulate(len(group.choices) for group in groups)][:-1]
    matrix = _matrix(rows, {name: i for i, name in enumerate(names)})
    transposed = matrix.T.tocsr()
    begins = np.array(starts)
    sizes = np.diff([*starts, len(rows)])
    owner = np.repeat(np.arange(len(starts)), sizes)
    good = np.array([correct for group in groups for correct in group.right])
    weight = np.array([group.weight for group in groups])
    dear = np.array([penalty * OWN_PENALTY if name.startswith(OWN) else penalty for name in names])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ x.astype(np.float32)
        scores = scores.astype(np.float64)
        scores -= np.maximum.reduceat(scores, begins)[owner]
        powers = np.exp(scores)
        total = np.add.reduceat(powers, begins)
        best = np.add.reduceat(np.where(good, powers, 0.0), begins)
        share = powers / total[owner]
        wanted = np.where(good, powers, 0.0) / best[owner]
        gradient = transposed @ ((share - wanted) * weight[owner]).astype(np.float32)
        value = float(np.sum((np.log(total) - np.log(best)) * weight) + dear @ x**2 / 2)
        return value, gradient.astype(np.float64) + dear * x

    found = _minimum(loss, names, len(groups), rounds)
    return {name: weight for name, weight in found.items() if not name.startswith(OWN)}


def quantized(weights: dict[str, float]) -> dict[str, int]:
    """Whole numbers, small ones left out."""
    return {n: round(w * model.SCALE) for n, w in weights.items() if abs(w * model.SCALE) >= 1.5}


def write(weights: dict[str, float], path: Path) -> None:
    """The names by weight, then how many have which (see `pack.weights_of`)."""
    kept = quantized(weights)
    names = sorted(kept, key=lambda name: (kept[name], name))
    runs = [f"{weight}:{len(list(run))}" for weight, run in groupby(map(kept.__getitem__, names))]
    path.write_text("\n".join(names) + "\n\n" + " ".join(runs) + "\n", encoding="utf-8")
    renew(path)
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
    articles = list(read_corpus(args.shared, "train"))
    read: list[Read] = []
    samples: list[Sample] = []
    for number, article in enumerate(articles):
        reader, labels = labelled(article)
        read.append((reader, labels))
        samples += samples_of(reader, article.attributions, number)
    told = fit_sources(read, samples, PENALTY, RARE)
    groups: list[Group] = []
    counts: Counter[str] = Counter()
    for number, (reader, labels) in enumerate(read):
        found, seen = groups_of(reader, labels, number)
        groups += found
        counts += seen
    for number, article in enumerate(articles):
        groups += copied_groups(article, number, read[number][0].sources)
    print(dict(counts), f"{time.process_time() - start:.0f} s", file=sys.stderr)
    weights = fit(groups, args.penalty, args.rare)
    trees = fit_review(read, groups, args.penalty, args.rare)
    write(told, DATA / "sources.txt")
    write(weights, DATA / "attribution.txt")
    (DATA / "review.txt").write_text("\n".join(trees) + "\n", encoding="utf-8")
    renew(DATA / "review.txt")
    print(f"{time.process_time() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
