"""Dumps that were written for this project, with a label before each line: `../annotations/written`.

Each is in the manner of a kind of page that the corpora have few of (a council's notice, a pattern for a hat,
a call with analysts), short as what people copy by hand or long as whole pages from a browser. `@@@ NAME`
opens one; a line is a letter, a space and what the dump shows:

    T  headline          S  standfirst        B  byline       D  day of publication
    P  of the body       H  heading           N  not of the article

All text is invented, so it may be learnt from, shown and changed by anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import unit_labels
from pages import Page, page_of, units_in, variant_for
from variants import WRITTEN

FOLDER = Path(__file__).parents[1] / "annotations/written"
UNSEEN = "unseen"
"""How the names of the files begin whose dumps nothing is learnt from: they are for measuring."""
OPENER = "@@@ "
KINDS = {"T": "title", "S": "standfirst", "B": "byline", "D": "published", "P": "body", "H": "headings"}
"""A line's letter, and what an annotation calls such lines (`annotated.py`); `N` has no name there."""
Lines = Sequence[tuple[str, str]]
"""The letter of each line of a dump, and the line; an empty line has no letter."""


def written(unseen: bool = False) -> Iterator[tuple[str, Lines]]:
    """Name and lines of each dump that is learnt from, or of those that are not."""
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem.startswith(UNSEEN) == unseen:
            for part in path.read_text(encoding="utf-8").split(OPENER)[1:]:
                name, *lines = part.rstrip("\n").split("\n")
                yield name, [(line[:1], line[2:]) for line in lines]


def dump_in(lines: Lines) -> str:
    """The dump itself."""
    return "".join(f"{line}\n" for _, line in lines)


def annotation_of(lines: Lines) -> dict[str, str]:
    """The numbers of its lines by what they are, as those of annotated pages are given."""
    found: dict[str, list[str]] = {}
    for number, (letter, _) in enumerate(lines):
        if letter in KINDS:
            found.setdefault(KINDS[letter], []).append(str(number))
    return {kind: " ".join(numbers) for kind, numbers in found.items()}


def written_pages(variants: Sequence[str] = ()) -> Iterator[Page]:
    """The dumps that are learnt from, as they are and each in one of `variants`, if there are any.

    Those whose names begin alike are of one kind, and are learnt from or judged together.
    """
    for name, lines in written():
        yield from pages_in(name, group_of(name), lines, variants)


def pages_in(name: str, group: str, lines: Lines, variants: Sequence[str]) -> Iterator[Page]:
    """A dump as it is, and in one of `variants`, which its name draws, if there are any."""
    text, own = dump_in(lines), annotation_of(lines)
    said = {"title": next((line for letter, line in lines if letter == "T"), None)}
    for variant in ("plain", *([variant_for(name, variants)] if variants else [])):
        source, units = units_in(WRITTEN[variant](text))
        yield page_of(group, source, units, unit_labels(text, source, units, own), said)


def group_of(name: str) -> str:
    """The kind of a dump, by its name: `recipe` of `recipe_blog`, but `de_recipe` stays whole."""
    kind = name.partition("_")[0]
    return f"written {name if len(kind) == 2 else kind}"
