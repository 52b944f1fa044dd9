"""Measure reports on web articles of other kinds than PolNeAR's, by what two readers noted.

    python training/annotations/lay_out.py build/annotated
    python benchmarks/accuracy_reports.py ../shared build/annotated [--errors] [--least 0.5] [--sealed]

`training/annotations/reports.json` has the answers. Articles of sealed sites are measured with `--sealed`
alone. A report counts as right as in evaluate_quotes.py. One reader measured by the other is told, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from accuracy_quotes import passages_of
from artparse.quotes import attribute

TRAINING = Path(__file__).parent.parent / "training"
Span = tuple[int, int]


class Noted(NamedTuple):
    """A report."""

    pieces: list[Span]
    source: list[Span]
    name: str | None


def noted(rows: list[dict[str, Any]]) -> list[Noted]:
    """What a reader noted."""
    return [
        Noted(
            [(start, end) for start, end in row["content"]],
            [(row["source"][0], row["source"][1])] if row["source"] else [],
            row["speaker"],
        )
        for row in rows
    ]


def given(text: str, least: float = 0.0) -> list[Noted]:
    """What artparse gives."""
    found = []
    for report in attribute(text, passages_of(text), "en").reports:
        if report.confidence >= least:
            mention = [report.mention.span] if report.mention else []
            found.append(Noted(list(report.spans), mention, report.speaker))
    return found


def articles(annotated: Path, sealed: bool) -> Iterator[tuple[str, str, dict[str, list[Noted]]]]:
    """Name, text and what each reader noted, of the open articles or of the sealed ones."""
    closed = json.loads((TRAINING / "splits.json").read_text(encoding="utf-8"))["sealed"]["wcxb"]
    read = json.loads((TRAINING / "annotations/reports.json").read_text(encoding="utf-8"))
    for name, sides in read.items():
        if (name.removeprefix("wcxb_") in closed) == sealed:
            text = (annotated / "text" / f"{name}.txt").read_bytes().decode("utf-8")
            yield name, text, {side: noted(rows) for side, rows in sides.items()}


def matched(
    ev: Any, text: str, gold: list[Noted], others: list[Noted]
) -> tuple[int, int, set[int], set[int]]:
    """How many are right, in content alone and with the source; and the numbers of those that match."""
    content = right = 0
    taken: dict[int, int] = {}
    for number, one in enumerate(gold):
        scores = [(ev.pieces_iou(one.pieces, o.pieces), i) for i, o in enumerate(others) if i not in taken]
        score, best = max(scores, default=(0.0, -1))
        if score >= 0.5:
            taken[best] = number
            other = others[best]
            mention = other.source[0] if other.source else None
            said = ev.Predicted(other.pieces[0], "indirect", other.name, mention)
            content += 1
            right += bool(ev.speaker_is_right(text, one.source, said))
    return content, right, set(taken), set(taken.values())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--sealed", action="store_true")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "evaluation"))
    import evaluate_quotes as ev

    tallies: dict[str, list[int]] = {}
    for name, text, read in articles(args.annotated, args.sealed):
        predicted = given(text, args.least)
        pairs = [(f"artparse by {side}", gold, predicted) for side, gold in read.items()]
        (one, first), (two, second) = read.items()
        pairs.append((f"{two} by {one}", first, second))
        for key, gold, others in pairs:
            content, right, taken, found = matched(ev, text, gold, others)
            tally = tallies.setdefault(key, [0] * 5)
            for i, value in enumerate((1, len(gold), len(others), content, right)):
                tally[i] += value
            if args.errors and key == f"artparse by {one}":
                tell(name, text, gold, others, taken, found)
    for key, (count, gold_count, given_count, content, right) in tallies.items():
        print(key, f"{count} articles, {gold_count} noted, {given_count} given;", end=" ")
        print("content", ev.f1(content, given_count, gold_count), end=" ")
        print("with source", ev.f1(right, given_count, gold_count))


def tell(
    name: str, text: str, gold: list[Noted], others: list[Noted], taken: set[int], found: set[int]
) -> None:
    """Print what is missed and what is too much."""
    for i, one in enumerate(gold):
        if i not in found:
            print(f"MISSED {name}: {' … '.join(text[s:e] for s, e in one.pieces)!r} by {one.name!r}")
    for i, one in enumerate(others):
        if i not in taken:
            print(f"EXTRA  {name}: {' … '.join(text[s:e] for s, e in one.pieces)!r} by {one.name!r}")


if __name__ == "__main__":
    main()
