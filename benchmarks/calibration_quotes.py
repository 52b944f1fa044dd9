"""How often a speaker given with a certain confidence is right.

    python benchmarks/calibration_quotes.py SHARED

PolNeAR's development part tells whether the mention is right, and with its referents whether the name is; the
articles of `newsquotes` tell whether the name is. Only quotes with a named speaker are counted.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from accuracy_quotes import record_of

BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def judged(shared: Path) -> list[tuple[str, str, float, bool]]:
    """Corpus, form of the mention, confidence, and whether the speaker is right."""
    sys.path.insert(0, str(shared / "evaluation"))
    import evaluate_quotes as ev

    found: list[tuple[str, str, float, bool]] = []
    folder = shared / "corpora" / "newsquotes"
    gold = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    for name, stretches in sorted(gold.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        for quote in record_of(name, text)["quotes"]:
            for offsets, who in stretches.items():
                span = tuple(map(int, offsets.split("-")))
                if (
                    who not in ("?", "NONE")
                    and quote["speaker"]
                    and ev.iou(tuple(quote["span"]), span) >= 0.5
                ):
                    right = who != "UNNAMED" and ev.same_person(quote["speaker"], who)
                    found.append(("newsquotes", form(quote), quote["confidence"], right))
    folder = shared / "corpora" / "polnear" / "dev"
    referents = json.loads((folder / "referents.json").read_text(encoding="utf-8"))
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotation = sorted((folder / "attributions").glob(f"{ev.glob_escape(path.stem)}_*.ann"))[0]
        quotes = record_of(path.stem, text)["quotes"]
        for unit in ev.units_of(text, ev.read_attributions(annotation)):
            span = ev.trimmed(text, unit.span)
            for quote in quotes:
                if not quote["speaker"] or ev.iou(ev.trimmed(text, tuple(quote["span"])), span) < 0.5:
                    continue
                mention = quote["mention"] and tuple(quote["mention"]["span"])
                given = ev.Predicted(tuple(quote["span"]), quote["kind"], quote["speaker"], mention)
                right = ev.speaker_is_right(text, unit.source, given)
                who = ev.referent_of(referents, path.stem, unit)
                if who is not None:
                    right = right and ev.same_person(quote["speaker"], who)
                found.append(("polnear", form(quote), quote["confidence"], right))
    return found


def form(quote: dict[str, Any]) -> str:
    """What kind of words the mention is."""
    if quote["mention"] is None:
        return "none"
    words = quote["mention"]["text"]
    if words.lower() in ("he", "she", "they", "it", "who", "which", "that", "i", "we", "his", "her"):
        return "pronoun"
    return "name" if any(w[0].isupper() for w in words.split()[-1:]) else "noun phrase"


def bands(rows: list[tuple[str, str, float, bool]]) -> dict[str, list[str]]:
    """Of each stretch of confidence: quotes, mean confidence, share that is right."""
    found: dict[str, list[str]] = {}
    for low, high in itertools.pairwise(BOUNDS):
        some = [r for r in rows if low <= r[2] < high]
        count = len(some) or 1
        mean, right = sum(r[2] for r in some) / count, sum(r[3] for r in some) / count
        shown = [f"{mean:.2f}", f"{100 * right:.0f} %"] if some else ["", ""]
        found[f"{low:.2f} to {min(high, 1):.2f}"] = [str(len(some)), *shown]
    return found


def main() -> None:
    rows = judged(Path(sys.argv[1]))
    for corpus in ("both", "polnear", "newsquotes"):
        print(f"\n{corpus}\n| confidence | quotes | mean confidence | right |\n| --- | --- | --- | --- |")
        for band, cells in bands([r for r in rows if corpus in ("both", r[0])]).items():
            print(f"| {band} | {' | '.join(cells)} |")
    forms: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for _, kind, confidence, right in rows:
        forms[kind].append((confidence, right))
    for kind, pairs in sorted(forms.items()):
        mean, share = sum(c for c, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs)
        print(f"{kind}: {len(pairs)} quotes, mean confidence {mean:.2f}, right {100 * share:.0f} %")


if __name__ == "__main__":
    main()
