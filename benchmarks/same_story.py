"""Near-duplicates: how many made pairs are found as one story, and how many found pairs are right.

    pip install 'artparse[dedupe]'
    python benchmarks/same_story.py

Of each page of `fundus` that may be learned from, three texts are made: a wire copy (another
headline and byline, a line of the agency before it), a shortened one (the first 40 to 70 per cent of
its paragraphs) and a later version (a new first paragraph, up to a fifth of the paragraphs taken out
and others' put in). Page and texts are parsed, all articles are compared at once, and two articles
that get one story are right where they are of one page. Nothing of the texts is kept. Needs the
corpora beside the checkout.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "training/layout")]

from corpora import gold_of, markup_of  # noqa: E402

import artparse  # noqa: E402
from artparse.writing.stories import signature, stories  # noqa: E402

KINDS = ("page", "wire copy", "shortened", "later version")


def paragraphs_of(gold: dict[str, Any]) -> list[str]:
    """The body's paragraphs."""
    return [words for section in gold["sections"] for words in section["paragraphs"]]


def copies(paragraphs: list[str], others: list[str], draw: random.Random) -> dict[str, str]:
    """The three texts, by kind."""
    lead = draw.choice(others)
    shortened = paragraphs[: max(1, round(len(paragraphs) * draw.uniform(0.4, 0.7)))]
    changes = max(1, len(paragraphs) // 5)
    kept = set(range(len(paragraphs))) - set(draw.sample(range(len(paragraphs)), draw.randint(0, changes)))
    later = [paragraphs[i] for i in sorted(kept)]
    for _ in range(draw.randint(1, changes)):
        later.insert(draw.randint(0, len(later)), draw.choice(others))
    bodies = {
        "wire copy": [
            "By our own correspondents",
            "NEWTOWN (AGENCY) - What follows is the agency's report.",
            *paragraphs,
        ],
        "shortened": shortened,
        "later version": [lead, *later],
    }
    return {
        kind: "\n\n".join(("Other words stand on top of this one", *body)) for kind, body in bodies.items()
    }


def main() -> None:
    draw = random.Random(20)
    gold = gold_of("fundus")
    texts = {name: paragraphs_of(one) for name, one in gold.items()}
    labels: list[tuple[str, str]] = []
    signatures = []
    for name, paragraphs in texts.items():
        others = [words for other, some in texts.items() if other != name for words in some]
        inputs: dict[str, str | bytes] = {"page": markup_of("fundus", name)}
        inputs |= copies(paragraphs, others, draw) if paragraphs else {}
        for kind, text in inputs.items():
            try:
                found = artparse.parse(text, input_format="html" if kind == "page" else "text")
            except artparse.ArtparseError:
                continue
            labels.append((name, kind))
            signatures.append(signature(found))
    groups = [story for story, _ in stories(signatures)]
    pairs: Counter[tuple[str, bool]] = Counter()
    right = wrong = 0
    for (i, (name, kind)), (j, (other, other_kind)) in combinations(enumerate(labels), 2):
        together = groups[i] == groups[j]
        if name == other:
            pairs[f"{kind} and {other_kind}", together] += 1
            right += together
        elif together:
            wrong += 1
            print(f"wrong: {name} ({kind}) and {other} ({other_kind})")
    made = sum(pairs.values())
    without = sum(one is None for one in signatures)
    print(f"{len(gold)} pages, {len(labels)} articles, {without} too short to be compared; {made} made pairs")
    for kind in dict.fromkeys(kind for kind, _ in pairs):
        number = pairs[kind, True] + pairs[kind, False]
        print(f"{kind}: {pairs[kind, True]} of {number} ({pairs[kind, True] / number:.1%})")
    print(f"recall {right / made:.1%} (target 90), precision {right / (right + wrong):.1%} (target 98)")


if __name__ == "__main__":
    main()
