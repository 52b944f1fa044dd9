"""Web pages: accuracy and CPU time beside trafilatura and newspaper4k, in the same run.

    pip install trafilatura newspaper4k
    python benchmarks/web_pages.py accuracy [--corpus fundus] [--folds DIR]
    python benchmarks/web_pages.py speed [--pages 132]
    python benchmarks/web_pages.py memory FILE.warc.gz [--every 10]

`--folds DIR` holds the models of `training/layout/markup.py --folds DIR`; each page is then judged
by the model that has not seen its publisher. Needs the evaluation scripts and corpora beside the
checkout.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT / "training/layout"), str(SHARED / "evaluation")]

from corpora import CORPORA, gold_of, group_of  # noqa: E402
from evaluate_structure import evaluate  # noqa: E402

import artparse  # noqa: E402
from artparse.layout import lay_out  # noqa: E402
from artparse.layout.models.model import model_of  # noqa: E402
from artparse.pipeline import record_of  # noqa: E402
from artparse.reading import MAX_SIZE, read, split  # noqa: E402

FOLDS = 5


def page_of(corpus: str, name: str) -> bytes:
    """The HTML of a page."""
    return gzip.decompress((CORPORA / corpus / "html" / f"{name}.html.gz").read_bytes())


def by_artparse(page: bytes) -> dict[str, Any]:
    """The record that artparse gives."""
    return artparse.parse(page, input_format="html").to_dict()


def by_trafilatura(page: bytes) -> dict[str, Any]:
    """trafilatura's answer, its text's lines as headings and paragraphs."""
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True)
    if found is None:
        return {"sections": []}
    paragraphs: list[str] = []
    sections: list[dict[str, Any]] = [{"heading": None, "paragraphs": paragraphs}]
    for element in found.body.iter("p", "head", "item", "quote", "cell"):
        text = " ".join("".join(element.itertext()).split())
        if element.tag == "head":
            paragraphs = []
            sections.append({"heading": text, "paragraphs": paragraphs})
        elif text and not any(isinstance(child.tag, str) and child.tag in ("p", "item") for child in element):
            paragraphs.append(text)
    return {
        "title": found.title,
        "authors": re.split(r"\s*;\s*", found.author) if found.author else [],
        "published": found.date,
        "sections": sections,
        "body": found.text,
    }


def by_newspaper(page: bytes) -> dict[str, Any]:
    """newspaper4k's answer; it has no headings."""
    from newspaper import Article

    article = Article("https://example.org/", fetch_images=False)
    article.download(input_html=page.decode("utf-8", "replace"))
    article.parse()
    paragraphs = [p for p in article.text.split("\n") if p.strip()]
    return {
        "title": article.title,
        "authors": article.authors,
        "published": article.publish_date.isoformat() if article.publish_date else None,
        "sections": [{"heading": None, "paragraphs": paragraphs}],
    }


SYSTEMS: dict[str, Callable[[bytes], dict[str, Any]]] = {
    "artparse": by_artparse,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
}


def cross_validated(folder: Path, corpus: str) -> Callable[[str], dict[str, Any]]:
    """A function from a page's name to what the model makes of it that has not seen its publisher."""
    from train import fold_of

    models = [model_of(json.loads(p.read_text(encoding="utf-8"))) for p in sorted(folder.glob("*.json"))]

    def answer_of(name: str) -> dict[str, Any]:
        group = group_of(corpus, name, gold_of(corpus)[name])
        layout = lay_out(
            read(page_of(corpus, name), input_format="html"), lambda _: models[fold_of(group, len(models))]
        )
        return {
            "title": layout.title,
            "authors": layout.authors,
            "published": layout.published,
            "sections": [
                {"heading": s.heading, "paragraphs": [p.text for p in s.paragraphs]} for s in layout.sections
            ],
            "body": "\n\n".join(
                text for s in layout.sections for text in (s.heading, *(p.text for p in s.paragraphs)) if text
            ),
        }

    return answer_of


def answered(make: Callable[[bytes], dict[str, Any]], corpus: str, name: str) -> dict[str, Any]:
    return make(page_of(corpus, name))


def accuracy(args: argparse.Namespace) -> None:
    judged: dict[str, Callable[[str], dict[str, Any]]] = {
        f"{system} {version(system)}": partial(answered, make, args.corpus)
        for system, make in SYSTEMS.items()
        if not (system == "artparse" and args.folds)
    }
    if args.folds:
        judged = {"artparse, cross-validated": cross_validated(args.folds, args.corpus)} | judged
    for system, answer_of in judged.items():
        records = {}
        for name in gold_of(args.corpus):
            try:
                records[name] = answer_of(name)
            except Exception as error:
                print(f"{system}: {name}: {type(error).__name__}: {error}"[:100], file=sys.stderr)
        with open_part(args.corpus) as folder:
            result = evaluate(records, folder, None, html=True, errors=args.errors)
        print(f"{system:28} {args.corpus}: {brief(result)}", flush=True)


@contextmanager
def open_part(corpus: str) -> Iterator[Path]:
    """The corpus without its sealed pages, which would count as missing."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "gold.json").write_text(json.dumps(gold_of(corpus)), encoding="utf-8")
        (folder / "text").symlink_to(CORPORA / corpus / "text")
        yield folder


def brief(result: dict[str, Any]) -> str:
    """One line of figures."""
    parts = [f"{key} {result[key].split()[0]}" for key in ("title", "published") if key in result]
    for key in ("authors", "body", "headings", "paragraphs", "segments"):
        if key in result:
            figures = result[key]
            parts.append(f"{key} {figures['F1']} ({figures['P']}/{figures['R']})")
    return ", ".join(parts)


def speed(args: argparse.Namespace) -> None:
    import trafilatura

    names = list(gold_of("fundus"))[:: max(1, 132 // args.pages)]
    pages = [page_of("fundus", name) for name in names]
    timed: dict[str, Callable[[bytes], Any]] = {
        "artparse, whole record": lambda page: artparse.parse(page, input_format="html"),
        "artparse, reading": lambda page: read(page, input_format="html"),
        "artparse, reading and layout": lambda page: lay_out(read(page, input_format="html")),
        "trafilatura bare_extraction": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
    }
    totals = dict.fromkeys(timed, 0.0)
    for work in timed.values():
        work(pages[0])
    for page in pages:  # In turn, so that what else the machine does falls on all alike.
        for name, work in timed.items():
            start = time.process_time()
            work(page)
            totals[name] += time.process_time() - start
    base = totals["trafilatura bare_extraction"]
    for name, total in totals.items():
        milliseconds = 1000 * total / len(pages)
        print(f"{name:30} {milliseconds:6.1f} ms of CPU a page, {total / base:.2f} of trafilatura's")


def memory(args: argparse.Namespace) -> None:
    count = parsed = failed = 0
    start = time.process_time()
    with args.file.open("rb") as file:
        for item in split(file, max_size=MAX_SIZE):
            count += 1
            if count % args.every == 0:
                failed += isinstance(record_of(item), artparse.ErrorRecord)
                parsed += 1
            if count % 1000 == 0:
                print(f"{count} records, peak {peak():.0f} MB", flush=True)
    size = args.file.stat().st_size
    print(f"{size / 1e9:.2f} GB: {count} records, {parsed} of them parsed, {failed} failed;", end=" ")
    print(f"peak {peak():.0f} MB, {time.process_time() - start:.0f} s of CPU")


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("accuracy")
    command.add_argument("--corpus", default="fundus")
    command.add_argument("--folds", type=Path)
    command.add_argument("--errors", action="store_true")
    command.set_defaults(run=accuracy)
    command = commands.add_parser("speed")
    command.add_argument("--pages", type=int, default=132)
    command.set_defaults(run=speed)
    command = commands.add_parser("memory")
    command.add_argument("file", type=Path)
    command.add_argument("--every", type=int, default=1, help="parse one record in so many; all are read")
    command.set_defaults(run=memory)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
