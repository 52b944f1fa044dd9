"""Measure reports on articles of other kinds than PolNeAR's, by what readers noted.

    python benchmarks/accuracy_reports.py SHARED ANNOTATED [--errors] [--least 0.5]

ANNOTATED holds `articles/NAME.txt`, `readers/SIDE/NAME.json` (each report's `content` in its pieces, `cue`,
`source` or null, the number of its `line`) and `parts.json`; only articles under `open` there are looked at.
A report counts as right as in evaluate_quotes.py. One reader measured by the other is told, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from accuracy_quotes import passages_of
from artparse.quotes import attribute

Span = tuple[int, int]


class Noted(NamedTuple):
    """A report."""

    pieces: list[Span]
    source: list[Span]
    name: str | None


def noted(text: str, rows: list[dict[str, Any]]) -> list[Noted]:
    """What a reader noted, as places in the text."""
    found = []
    begins = [0]
    for line in text.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    for row in rows:
        first, last = begins[row["line"] - 1], begins[row["line"]]
        pieces: list[Span] = []
        for piece in row["content"]:
            at = text.find(piece, pieces[-1][1] if pieces else first, last)
            if at >= 0:
                pieces.append((at, at + len(piece)))
        if pieces:
            found.append(Noted(pieces, sources(text, row["source"], pieces, first, last), row["speaker"]))
    return found


def sources(text: str, words: str | None, pieces: list[Span], first: int, last: int) -> list[Span]:
    """The place of the source that is nearest to what is reported, if it is named."""
    found: list[Span] = []
    at = text.find(words, first, last) if words else -1
    while words and at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1, last)
    return sorted(found, key=lambda s: min(abs(s[0] - pieces[-1][1]), abs(pieces[0][0] - s[1])))[:1]


def given(text: str, least: float) -> list[Noted]:
    """What artparse gives."""
    found = []
    for report in attribute(text, passages_of(text), "en").reports:
        if report.confidence >= least:
            mention = [report.mention.span] if report.mention else []
            found.append(Noted(list(report.spans), mention, report.speaker))
    return found


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
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "evaluation"))
    import evaluate_quotes as ev

    names = json.loads((args.annotated / "parts.json").read_text())["open"]
    sides = sorted(p.name for p in (args.annotated / "readers").iterdir() if p.is_dir())
    tallies: dict[str, list[int]] = {}
    for name in names:
        text = (args.annotated / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        predicted = given(text, args.least)
        read: dict[str, list[Noted]] = {}
        for side in sides:
            path = args.annotated / "readers" / side / f"{name}.json"
            if path.exists():
                read[side] = noted(text, json.loads(path.read_text(encoding="utf-8")))
        pairs = [(f"artparse by {side}", gold, predicted) for side, gold in read.items()]
        if len(read) == 2:
            (one, first), (two, second) = read.items()
            pairs.append((f"{two} by {one}", first, second))
        for key, gold, others in pairs:
            content, right, taken, found = matched(ev, text, gold, others)
            tally = tallies.setdefault(key, [0] * 5)
            for i, value in enumerate((1, len(gold), len(others), content, right)):
                tally[i] += value
            if args.errors and key == f"artparse by {sides[0]}":
                tell(name, text, gold, others, taken, found)
    for key, (articles, gold_count, count, content, right) in tallies.items():
        print(key, f"{articles} articles, {gold_count} noted, {count} given;", end=" ")
        print("content", ev.f1(content, count, gold_count), "with source", ev.f1(right, count, gold_count))


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
