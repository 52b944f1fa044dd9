"""Measure `speakers[].pronoun` on the annotated articles: precision and recall.

    python training/annotations/lay_out.py build/annotated
    python benchmarks/accuracy_pronouns.py SHARED build/annotated [--errors]

Nobody annotated pronouns. But annotators said, by full name, whose words a stretch in marks is; where
the article itself has "he said" or "she added" right beside the stretch, that tells whom it calls so. On
PolNeAR the source of a stretch that is one pronoun is annotated as well; `dev/referents.json` says whom it
means. What is had so is the gold: persons of an article, each with one of "he" and "she" (those with both
are left out). No output of the program is asked for it.

precision  share of the pronouns given to persons of the gold that are theirs
recall     share of the persons of the gold who are in the record and have their pronoun there
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

sys.path.append(str(Path(__file__).parent.parent / "training"))

from accuracy_quotes import passages_of
from annotators import Unit, iou, read_attributions, trimmed, units_of
from artparse.article import plain
from artparse.quotes import attribute
from train_nobody import articles_of, told_of

SAYS = (
    "said|says|added|adds|told|tells|wrote|writes|asked|asks|explained|explains|continued|continues|recalled|recalls|"
    "replied|tweeted|posted|insisted|insists|noted|notes|argued|argues|claimed|claims|warned|warns|admitted|admits"
)
BEHIND = re.compile(rf"\W{{0,4}}\s(he|she) (?:\w+ly )?(?:{SAYS})\b")
"""What follows a stretch: its mark, and who says so: `,” she added`."""
BEFORE = re.compile(rf"(?:^|[.”\"]\s+|\n)(He|She) (?:\w+ly )?(?:also )?(?:{SAYS})(?: that)?[:,]?\s\W{{0,2}}$")
"""What stands before one: `He said: “`."""
REACH = 40
PRONOUNS = frozenset(("he", "she"))

Gold = dict[str, set[str]]
"""Full name to the pronouns that the article has for it."""


class Judged(NamedTuple):
    """An article: the persons whose pronoun is known, and the record's speakers."""

    name: str
    known: Mapping[str, str]
    speakers: list[dict[str, Any]]


def beside(text: str, start: int, end: int) -> str | None:
    """The "he" or "she" right beside the words in marks `start:end`."""
    behind = BEHIND.match(text, end)
    if behind:
        return behind[1]
    before = BEFORE.search(text[max(0, start - REACH) : start])
    return before[1].lower() if before else None


def add(gold: Gold, who: str, pronoun: str | None) -> None:
    if pronoun in PRONOUNS and who not in ("UNNAMED", "NONE", "?", "OUT"):
        gold.setdefault(who, set()).add(str(pronoun))


def notes_of(folder: Path, name: str) -> list[Path]:
    """The attributions of an article of PolNeAR."""
    return sorted(folder.glob(f"{name}_*.ann"))


def pronoun_of(text: str, unit: Unit) -> str | None:
    """The source of a stretch, where it is one word."""
    words = [text[slice(*piece)].lower() for piece in unit.source]
    return words[0] if len(words) == 1 else None


def settled(gold: Gold) -> dict[str, str]:
    return {who: next(iter(found)) for who, found in gold.items() if len(found) == 1}


def of_annotated(shared: Path, annotated: Path) -> Iterator[Judged]:
    """The annotated articles that may be learnt from."""
    folder = shared / "corpora/polnear/train/attributions"
    for article in articles_of(shared, annotated):
        gold: Gold = {}
        spans: dict[tuple[int, int], str] = {}
        for offsets, who in article.speakers.items():
            first, _, last = offsets.partition("-")
            spans[int(first), int(last)] = who
        for (start, end), who in spans.items():
            add(gold, who, beside(article.text, start, end))
        corpus, _, name = article.name.partition("_")
        notes = notes_of(folder, name) if corpus == "polnear" else []
        for unit in units_of(article.text, read_attributions(notes[0])) if notes else ():
            whose = [who for span, who in spans.items() if iou(trimmed(article.text, span), unit.span) >= 0.5]
            if len(whose) == 1:
                add(gold, whose[0], pronoun_of(article.text, unit))
        yield Judged(article.name, settled(gold), plain(told_of(article).speakers))


def of_referents(folder: Path) -> Iterator[Judged]:
    """PolNeAR's development part, by whom the pronouns mean that are the source of a stretch."""
    referents = json.loads((folder / "referents.json").read_text(encoding="utf-8"))
    for name, meant in referents.items():
        text = (folder / f"text/{name}.txt").read_bytes().decode()
        gold: Gold = {}
        for unit in units_of(text, read_attributions(notes_of(folder / "attributions", name)[0])):
            if (who := meant.get(f"{unit.span[0]}-{unit.span[1]}")) is not None:
                add(gold, who, pronoun_of(text, unit))
        found = attribute(text, passages_of(text), "en")
        yield Judged(name, settled(gold), plain(found.speakers))


def report(title: str, articles: list[Judged], errors: bool) -> str:
    """A row of the table: given to persons of the gold, right, in the record, in the gold."""
    from evaluate_quotes import same_person

    given = right = listed = known = 0
    for article in articles:
        for who, pronoun in article.known.items():
            known += 1
            own = next((s for s in article.speakers if same_person(s["name"], who)), None)
            if own is None:
                continue
            listed += 1
            given += own["pronoun"] is not None
            right += own["pronoun"] == pronoun
            if errors and own["pronoun"] != pronoun:
                print(f"{article.name}: {who} is {pronoun}, got {own['pronoun']}")
    precision, recall = 100 * right / max(given, 1), 100 * right / max(listed, 1)
    return f"| {title} | {known} | {listed} | {right} of {given}, {precision:.1f} % | {recall:.1f} % |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--errors", action="store_true", help="print whose pronoun is wrong or missing")
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "evaluation"))
    annotated = [*of_annotated(args.shared, args.annotated)]
    corpora = ("polnear", "wcxb", "trafilatura", "fundus")
    parts = {corpus: [a for a in annotated if a.name.startswith(f"{corpus}_")] for corpus in corpora}
    parts["newsquotes"] = [a for a in annotated if not a.name.startswith(tuple(f"{c}_" for c in corpora))]
    rows = [report(corpus, part, args.errors) for corpus, part in parts.items()]
    rows.append(report("all annotated", annotated, False))
    development = [*of_referents(args.shared / "corpora/polnear/dev")]
    rows.append(report("polnear/dev, by its referents", development, args.errors))
    print("| articles | persons whose pronoun is known | of these speakers | precision | recall |")
    print("| --- | --- | --- | --- | --- |", *rows, sep="\n")


if __name__ == "__main__":
    main()
