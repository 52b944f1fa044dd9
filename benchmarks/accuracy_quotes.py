"""Measure the quotes stage on annotated corpora, also re-written in other styles.

    python benchmarks/accuracy_quotes.py SHARED [polnear newsquotes] [--variants] [--errors FILE]

SHARED is the folder with `corpora` and `evaluation`. The texts are clean, so each paragraph is a passage and
the first line the title. Variants: `straight` (straight marks), `single` (single marks as the main ones),
`wrapped` (lines broken at 78), `crlf`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from artparse.article import plain
from artparse.quotes import Passage, attribute

VARIANTS = ("plain", "straight", "single", "wrapped", "crlf")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"'})


def passages_of(text: str) -> list[Passage]:
    """A passage for each paragraph; the first is the title, a short one without full stop a heading."""
    found: list[Passage] = []
    section, paragraph = 0, 0
    for number, match in enumerate(re.finditer(r"\S(?:.*?\S)??(?=\s*?\n\s*?\n|\s*\Z)", text, re.S)):
        span = match.span()
        words = match.group().split()
        if number == 0:
            found.append(Passage(span, "title", None, None))
        elif len(words) < 12 and match.group().rstrip("”\"'’»")[-1:] not in tuple(".!?…:;,)"):
            section, paragraph = section + 1, 0
            found.append(Passage(span, "heading", section, None))
        else:
            found.append(Passage(span, "paragraph", section, paragraph))
            paragraph += 1
    return found


def record_of(name: str, text: str) -> dict[str, Any]:
    """The part of the record that the evaluation looks at."""
    found = attribute(text, passages_of(text), "en")
    return {"source": {"path": name}, "quotes": plain(found.quotes), "speakers": plain(found.speakers)}


def wrap(text: str, width: int = 78) -> str:
    """`text` with line breaks instead of spaces, so that no line is longer than `width` where it can be."""
    out: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > width and " " in rest:
            cut = rest.rfind(" ", 0, width + 1)
            cut = cut if cut > 0 else rest.find(" ")
            out.append(rest[:cut])
            rest = rest[cut + 1 :]
        out.append(rest)
    return "\n".join(out)


def straight(text: str) -> tuple[str, list[int]]:
    """`text` with straight marks only; doubled ones become one character."""
    new = text.translate(STRAIGHT).replace("``", '"').replace("''", '"')
    if len(new) == len(text):
        return new, list(range(len(text) + 1))
    moved, out, where = [], "", 0
    for piece in re.split(r"(``|'')", text):
        replaced = '"' if piece in ("``", "''") else piece.translate(STRAIGHT)
        moved += [where + min(i, len(replaced) - 1) for i in range(len(piece))]
        out += replaced
        where += len(replaced)
    return out, [*moved, len(out)]


def single(text: str) -> tuple[str, list[int]]:
    """`text` with single marks, and double ones inside them."""
    swapped = {"“": "‘", "”": "’", "‘": "“", "«": "‘", "»": "’"}
    chars = list(text)
    opened = nested = False
    for i, c in enumerate(chars):
        if c == "\n" and text[i : i + 2] == "\n\n":
            opened = nested = False
        if c == '"':
            chars[i] = "’" if opened else "‘"
            opened = not opened
        elif c in "“”«»":
            chars[i] = swapped[c]
            opened = c in "“«"
        elif c == "‘" and opened:
            chars[i], nested = "“", True
        elif c in "’'" and nested and not text[i + 1 : i + 2].isalnum():
            chars[i], nested = "”", False
    return "".join(chars), list(range(len(text) + 1))


def crlf(text: str) -> tuple[str, list[int]]:
    """`text` with two characters at the end of each line."""
    moved, written, where = [], [], 0
    for c in text:
        moved.append(where)
        written.append("\r\n" if c == "\n" else c)
        where += len(written[-1])
    return "".join(written), [*moved, where]


def wrapped(text: str) -> tuple[str, list[int]]:
    """`text` in short lines."""
    return wrap(text), list(range(len(text) + 1))


STYLES = {"straight": straight, "single": single, "crlf": crlf, "wrapped": wrapped}


def rewrite(text: str, variant: str) -> tuple[str, list[int]]:
    """`text` in another style, and where each of its characters (and its end) went."""
    return STYLES[variant](text) if variant in STYLES else (text, list(range(len(text) + 1)))


def back(record: dict[str, Any], moved: list[int]) -> dict[str, Any]:
    """The record with spans counted in the text as it was before `rewrite`."""
    origin: dict[int, int] = {}
    for old, new in enumerate(moved):
        origin.setdefault(new, old)
    last = 0
    table = []
    for new in range(moved[-1] + 1):
        last = origin.get(new, last)
        table.append(last)
    for quote in record["quotes"]:
        _move(quote, table)
    return record


def _move(said: Any, table: list[int]) -> None:
    """Replace each `span` and `spans` in `said`, however deep."""
    if isinstance(said, list):
        for item in said:
            _move(item, table)
    elif isinstance(said, dict):
        for name, value in said.items():
            if name == "span" and value is not None:
                said[name] = [table[at] for at in value]
            elif name == "spans":
                said[name] = [[table[at] for at in span] for span in value]
            else:
                _move(value, table)


def records_of(folder: Path, variant: str) -> tuple[dict[str, dict[str, Any]], float, int]:
    """Records by name, CPU seconds and characters."""
    records, seconds, characters = {}, 0.0, 0
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        new, moved = rewrite(text, variant)
        start = time.process_time()
        record = record_of(path.name, new)
        seconds += time.process_time() - start
        characters += len(new)
        records[path.stem] = back(record, moved) if variant != "plain" else record
    return records, seconds, characters


def folder_of(shared: Path, corpus: str, part: str = "dev") -> Path:
    """The articles of `corpus`, and in `sys.path` the scripts that score them."""
    sys.path.insert(0, str(shared / "evaluation"))
    folder = shared / "corpora" / corpus
    return folder / part if (folder / part).is_dir() else folder


def scores_of(records: dict[str, dict[str, Any]], folder: Path, errors: bool = False) -> dict[str, Any]:
    """What the scripts of `folder_of` say of `records` of the articles in `folder`."""
    import evaluate_names
    import evaluate_quotes

    if (folder / "speakers.json").exists():
        scores: dict[str, Any] = evaluate_names.evaluate(records, folder, errors)
        return scores
    referents = folder / "referents.json"
    known = json.loads(referents.read_text(encoding="utf-8")) if referents.exists() else None
    scores = evaluate_quotes.evaluate(records, folder, known, errors)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("corpora", nargs="*", default=["polnear", "newsquotes"])
    parser.add_argument("--part", default="dev", help="of polnear: dev or train")
    parser.add_argument("--variants", action="store_true")
    parser.add_argument("--errors", type=Path, help="write the errors of the plain text to this file")
    args = parser.parse_args()
    for corpus in args.corpora:
        folder = folder_of(args.shared, corpus, args.part)
        for variant in VARIANTS if args.variants else ("plain",):
            records, seconds, characters = records_of(folder, variant)
            wanted = args.errors is not None and variant == "plain"
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                result = scores_of(records, folder, wanted)
            if wanted:
                with args.errors.open("a", encoding="utf-8") as file:
                    file.write(output.getvalue())
            shown = {k: v for k, v in result.items() if k not in ("missing", "indirect", "exact")}
            print(f"{corpus} {variant} {characters / seconds:,.0f} chars/s {json.dumps(shown)}", flush=True)


if __name__ == "__main__":
    main()
