"""Write `splits.json`: which pages of the corpora may be learned from, and which are sealed.

    python training/splits.py

A site is sealed with all its sister sites, in every corpus. What is sealed is drawn by the hash of a
name, so that nobody chooses it and a new page does not move the others. Publishers of `newsquotes`
are learned from, as their articles were read while rules were written.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "layout"))

from corpora import CORPORA, every_gold_of, group_of

SPLITS = Path(__file__).with_suffix(".json")

PAGES = ("wcxb", "fundus", "trafilatura")
"""The corpora of pages."""

SEALED_SHARE = 0.2
"""Of sites."""


def is_drawn(group: str) -> bool:
    """Whether the hash of a group's name falls into the sealed share."""
    number = int.from_bytes(hashlib.sha256(f"artparse splits {group}".encode()).digest()[:4])
    return number < SEALED_SHARE * 2**32


def main() -> None:
    groups = {
        corpus: {name: group_of(corpus, name, gold) for name, gold in every_gold_of(corpus).items()}
        for corpus in PAGES
    }
    read = {group_of("fundus", path.stem, {}) for path in (CORPORA / "newsquotes/text").iterdir()}
    every = {group for names in groups.values() for group in names.values()}
    sealed = {group for group in every - read if is_drawn(group)}
    result = {
        "sites": {"learn": sorted(every - sealed), "sealed": sorted(sealed)},
        "sealed": {c: sorted(n for n, g in names.items() if g in sealed) for c, names in groups.items()},
    }
    SPLITS.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for corpus, names in groups.items():
        print(corpus, dict(Counter("sealed" if g in sealed else "learn" for g in names.values())))


if __name__ == "__main__":
    main()
