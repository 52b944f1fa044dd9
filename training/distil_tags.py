"""Write what kinds of word a word may be, as GUM's annotators saw it used.

    python training/distil_tags.py SHARED

Deterministic. Writes src/artparse/languages/en/word_kinds.txt: a kind, then the words, lower case, that are
mostly of it; and the kinds of endings, for words that are not in it. "ns+vz" is a word that is now a plural
noun, now a verb. GUM: Zeldes 2017, annotations CC BY 4.0.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pack

OUTPUT = Path(__file__).parent.parent / "src" / "artparse" / "languages" / "en" / "word_kinds.txt"
KINDS = {
    "NN": "n",
    "NNS": "ns",
    "NNP": "p",
    "NNPS": "p",
    "VB": "v",
    "VBP": "v",
    "VBZ": "vz",
    "VBD": "vd",
    "VBN": "vn",
    "VBG": "vg",
    "MD": "md",
    "CD": "c",
    "IN": "i",
    "RP": "i",
    "TO": "to",
}
FAMILIES = {"J": "j", "R": "r", "W": "w", "D": "d", "P": "q", "C": "k"}
SHARE = 0.15
"""From this share on a word is of a second kind, too."""
LEAST = 2
"""A word must be used so often to have kinds of its own."""
ENDINGS = (4, 3, 2)
"""How many letters an ending has."""
USUAL = 8
"""An ending must be that of so many words."""


def kind_of(tag: str) -> str:
    """The kind of word that a tag of the Penn Treebank is of."""
    return KINDS.get(tag) or FAMILIES.get(tag[:1], "x")


def tokens_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every word of the corpus, lower case, and its kind."""
    for path in sorted(folder.glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit() and columns[1][0].isalpha():
                yield columns[1].lower(), kind_of(columns[4])


def kinds_of(counts: Counter[str]) -> str:
    """The kinds of a word or ending, by name."""
    counts = Counter({kind: count for kind, count in counts.items() if kind != "p"}) or counts
    best = counts.most_common(2)
    total = sum(counts.values())
    kinds = {kind for kind, count in best if count >= SHARE * total}
    if kinds & {"vd", "vn"} and kinds <= {"vd", "vn"}:
        kinds = {"vd", "vn"}
    return "+".join(sorted(kinds))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    args = parser.parse_args()
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, kind in tokens_of(args.shared / "corpora" / "gum"):
        words[word][kind] += 1
    endings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, counts in words.items():
        kind = kinds_of(counts)
        if sum(counts.values()) < 10 and kind != "p":
            for size in ENDINGS:
                if len(word) > size + 1:
                    endings["-" + word[-size:]].update(kind.split("+"))
    table: defaultdict[str, list[str]] = defaultdict(list)
    for word, counts in words.items():
        if sum(counts.values()) >= LEAST:
            table[kinds_of(counts)].append(word)
    for ending, counts in endings.items():
        if sum(counts.values()) >= USUAL:
            table[kinds_of(counts)].append(ending)
    lines = [f"{kind} {' '.join(sorted(table[kind]))}" for kind in sorted(table) if len(table[kind]) > 3]
    head = "# Kinds of word, and the words and endings that are of them (see training/distil_tags.py)"
    OUTPUT.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    pack.renew(OUTPUT)


if __name__ == "__main__":
    main()
