"""Measure the figures of the documentation that take a minute of CPU time together, and write them there.

    python benchmarks/figures.py SHARED           which rows of tables are other than measured
    python benchmarks/figures.py SHARED --write   write what was measured, with the day

SHARED is the folder with `corpora` and `evaluation`. A page holds tables between `<!-- measured: NAME -->`
and `<!-- end -->`. A row is known by its first cells; rows that are not measured (of other systems, of former
days) stay as they are.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import artparse
from accuracy_languages import rows, rows_of_news
from accuracy_quotes import VARIANTS, folder_of, records_of, scores_of
from calibration_quotes import bands, judged

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("accuracy.md", "quotes.md", "languages.md")
MEASURED = re.compile(r"(<!-- measured: (\w+) -->\n)(.*?)\n(Measured on )[^.]*(\.\n<!-- end -->)", re.DOTALL)
BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Least confidence of reports."""

Rows = dict[tuple[str, ...], list[str]]
"""The cells behind the first ones of a row, by those."""


def whole_records(folder: Path) -> dict[str, dict[str, Any]]:
    """What the command gives for each text of `folder`, by name."""
    return {
        path.stem: artparse.parse_file(path).to_dict() for path in sorted((folder / "text").glob("*.txt"))
    }


def speakers(shared: Path) -> Rows:
    """Found F1, speaker, quotes F1, referent, named F1, nobody's words left out."""
    folder = folder_of(shared, "polnear")
    polnear = scores_of(whole_records(folder), folder)
    folder = folder_of(shared, "newsquotes")
    names = scores_of(whole_records(folder), folder)
    own = "**artparse**"
    found, quotes = (f"{polnear[name]['F1']:.1f}" for name in ("found", "quotes"))
    right = [f"{polnear['speaker']} %", quotes, f"{polnear['referent'].split()[0]} %"]
    named, of_names = (f"{names[name]['F1']:.1f}" for name in ("named", "found"))
    return {
        (own, "PolNeAR dev"): [found, *right, "", ""],
        (own, "newsquotes, learnt from"): [of_names, "", "", "", named, names["nobody"]],
    }


def three(scores: dict[str, float]) -> list[str]:
    return [f"{scores[name]:.1f}" for name in ("P", "R", "F1")]


def reports(shared: Path) -> Rows:
    """Precision, recall and F1 of reports and of clauses."""
    folder = folder_of(shared, "polnear")
    scores = scores_of(whole_records(folder), folder)
    return {
        ("**reports** in the record",): three(scores["indirect"]),
        ("**clauses**",): three(scores["clauses"]),
    }


def bounds(shared: Path) -> Rows:
    """Reports, and their precision, recall and F1, by their least confidence."""
    folder = folder_of(shared, "polnear")
    records = whole_records(folder)
    found: Rows = {}
    for bound in BOUNDS:
        number = 0
        for record in records.values():
            record["reports"] = [report for report in record["reports"] if report["confidence"] >= bound]
            number += len(record["reports"])
        found[f"{bound:.2f}",] = [str(number), *three(scores_of(records, folder)["indirect"])]
    return found


def variants(shared: Path) -> Rows:
    """The quotes stage alone: quotes or named F1, found F1, speaker or name, referent, nobody."""
    found: Rows = {}
    for corpus in ("polnear", "newsquotes"):
        folder = folder_of(shared, corpus)
        for variant in VARIANTS:
            scores = scores_of(records_of(folder, variant)[0], folder)
            both, right = scores.get("quotes") or scores["named"], scores.get("speaker") or scores["name"]
            referent = f"{scores['referent'].split()[0]} %" if "referent" in scores else ""
            cells = [f"{both['F1']:.1f}", f"{scores['found']['F1']:.1f}", f"{right:.1f} %"]
            found[corpus, variant] = [*cells, referent, scores.get("nobody", "")]
    return found


def calibration(shared: Path) -> Rows:
    return {(band,): cells for band, cells in bands(judged(shared)).items()}


def languages(_: Path) -> Rows:
    return {(name,): cells for name, cells in rows().items()}


def news(_: Path) -> Rows:
    return {(name,): cells for name, cells in rows_of_news().items()}


PARTS = {"dev, errors read": None, "train, first half, errors read": 0, "train, second half, now": 1}


def of_wikinews(shared: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Number of articles and scores of each part of `wikinews_de`."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for part, half in PARTS.items():
        folder = folder_of(shared, "wikinews_de", "dev" if half is None else "train")
        with tempfile.TemporaryDirectory() as place:
            chosen = Path(place)
            for path in folder.glob("*/*"):
                if half is None or half_of(re.split(r"[_.]", path.name)[0]) == half:
                    (chosen / path.parent.name).mkdir(exist_ok=True)
                    shutil.copy(path, chosen / path.parent.name)
            records = whole_records(chosen)
            found[part] = str(len(records)), scores_of(records, chosen)
    return found


def half_of(article: str) -> int:
    """0 or 1, by the SHA-1 of an article's number."""
    return hashlib.sha1(article.encode()).digest()[0] % 2


def german(shared: Path) -> Rows:
    """Articles, quotes F1, found F1, speaker."""
    return {
        (part,): [
            number,
            f"{scores['quotes']['F1']:.1f}",
            f"{scores['found']['F1']:.1f}",
            f"{scores['speaker']} %",
        ]
        for part, (number, scores) in of_wikinews(shared).items()
    }


def german_reports(shared: Path) -> Rows:
    """Articles, precision, recall and F1 of reports, F1 of clauses."""
    return {
        (part,): [number, *three(scores["indirect"]), f"{scores['clauses']['F1']:.1f}"]
        for part, (number, scores) in of_wikinews(shared).items()
    }


MEASURES: dict[str, Callable[[Path], Rows]] = {
    measure.__name__: measure
    for measure in (
        speakers, reports, bounds, variants, calibration, languages, news, german, german_reports
    )
}  # fmt: skip


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def updated(table: str, rows: Rows) -> str:
    """`table` with the cells of `rows`; every one of them has to be there."""
    left = dict(rows)
    lines = []
    for line in table.split("\n"):
        cells = cells_of(line)
        for key in left:
            if tuple(cells[: len(key)]) == key:
                line = "".join(f"| {cell} " if cell else "|  " for cell in [*key, *left.pop(key)]) + "|"
                break
        lines.append(line)
    if left:
        raise SystemExit(f"no row of the table begins with {next(iter(left))}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    today = datetime.date.today()
    day = f"{today.day} {today:%B %Y}"

    def anew(match: re.Match[str]) -> str:
        head, name, table, measured, end = match.groups()
        now = updated(table, MEASURES[name](args.shared))
        for before, after in zip(table.split("\n"), now.split("\n"), strict=True):
            if before != after:
                print(f"{name}: {after}\n    for: {before}")
        return f"{head}{now}\n{measured}{day}{end}"

    for page in PAGES:
        text = (DOCS / page).read_text(encoding="utf-8")
        measured = MEASURED.sub(anew, text)
        if args.write:
            (DOCS / page).write_text(measured, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
