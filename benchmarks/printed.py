"""PDF: news pages printed by a browser, beside the text that a select-all copy of them gives.

    python benchmarks/printed.py print FOLDER [--browser /usr/bin/chromium]
    python benchmarks/printed.py accuracy FOLDER [--errors]

Pages of `fundus` in English that the models may learn from. Needs the evaluation scripts and corpora
beside the checkout; the browser fetches nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import artparse

from web_pages import brief, page_of  # isort: skip  # Puts the corpora's folders in the path.
from corpora import CORPORA, gold_of  # isort: skip
from evaluate_structure import evaluate  # isort: skip

DESCRIBED = re.compile(rb"""\salt=(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL)
LONGEST = 60
"""Seconds that a page may take to be printed."""


def names() -> list[str]:
    """The pages that are in English."""
    return [name for name, page in gold_of("fundus").items() if page.get("language") == "en"]


def print_all(args: argparse.Namespace) -> None:
    args.folder.mkdir(parents=True, exist_ok=True)
    for name in names():
        target = args.folder / f"{name}.pdf"
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            # Pictures, which are not there, would be printed as their descriptions; scripts, which cannot
            # fetch what they need, would go to other pages.
            page.write_bytes(SCRIPT.sub(b"", DESCRIBED.sub(b"", page_of("fundus", name))))
            command = [
                args.browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--timeout=8000",
                f"--user-data-dir={folder}/browser", f"--print-to-pdf={target}", page.as_uri(),
            ]  # fmt: skip
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
            except (subprocess.SubprocessError, OSError) as error:
                print(f"{name}: {error}"[:200])


def accuracy(args: argparse.Namespace) -> None:
    printed = {name: args.folder / f"{name}.pdf" for name in names()}
    printed = {name: path for name, path in printed.items() if path.exists()}
    inputs: dict[str, Any] = {
        "PDF": lambda name: printed[name].read_bytes(),
        "text": lambda name: (CORPORA / "fundus" / "text" / f"{name}.txt").read_bytes(),
    }
    with tempfile.TemporaryDirectory() as folder:
        corpus = part_of_corpus(Path(folder), list(printed))
        for kind, bytes_of in inputs.items():
            records = {}
            for name in printed:
                try:
                    records[name] = artparse.parse(bytes_of(name)).to_dict()
                except artparse.ArtparseError as error:
                    print(f"{kind}: {name}: {error}"[:200])
            result = evaluate(records, corpus, None, html=True, errors=args.errors)
            print(f"{kind:5} {len(records)} of {len(printed)} pages: {brief(result)}", flush=True)


def part_of_corpus(folder: Path, pages: list[str]) -> Path:
    """The corpus with these pages only, as the evaluation takes all that there are."""
    gold = gold_of("fundus")
    (folder / "gold.json").write_text(json.dumps({name: gold[name] for name in pages}), encoding="utf-8")
    (folder / "text").symlink_to(CORPORA / "fundus" / "text")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for name, run in (("print", print_all), ("accuracy", accuracy)):
        command = commands.add_parser(name)
        command.add_argument("folder", type=Path)
        command.add_argument("--browser", default="chromium")
        command.add_argument("--errors", action="store_true")
        command.set_defaults(run=run)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
