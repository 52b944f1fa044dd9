"""Accuracy and speed of the layout stage on the development corpora.

    python benchmarks/layout.py accuracy [--folds DIR] [--corpus fundus] [--language en] [--errors]
    python benchmarks/layout.py variants [--folds DIR]
    python benchmarks/layout.py excerpts [--folds DIR] [--errors]
    python benchmarks/layout.py written [--folds DIR] [--errors]
    python benchmarks/layout.py kept
    python benchmarks/layout.py speed

`--folds DIR` holds the models of `training/layout/train.py --folds DIR`; each page is then judged
by the model that has not seen its publisher (where DIR has none of a name, by the one that ships). Sealed
pages take no part. Needs the evaluation scripts and corpora beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import chain, compress
from operator import itemgetter, not_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT / "training/layout"), str(SHARED / "evaluation")]

from alignment import labels_of  # noqa: E402
from corpora import CORPORA, dump_of, gold_of, group_of  # noqa: E402
from evaluate_structure import Tally, bag, evaluate  # noqa: E402
from excerpts import excerpt  # noqa: E402
from pages import units_in  # noqa: E402
from train import FOLDS, fold_of  # noqa: E402
from variants import VARIANTS  # noqa: E402
from written import Lines, dump_in  # noqa: E402
from written import group_of as kind_of  # noqa: E402
from written import written as dumps  # noqa: E402

from artparse.layout import lay_out  # noqa: E402
from artparse.layout.lines.words import words_of  # noqa: E402
from artparse.layout.models.model import Model, model_of, shipped_model  # noqa: E402
from artparse.layout.structure import Layout  # noqa: E402
from artparse.reading import read  # noqa: E402
from artparse.reading.document import Document  # noqa: E402

TIMES = 8
LOST = 20
"""Words of an article that are missed."""
SHORT_DUMP = 60
"""Lines of a written dump that is no whole page."""
SHORT = "".join(f"line {k % 977} of {k}\n" for k in range(30_000))


def models_in(folder: Path | None) -> list[Callable[[str], Model]]:
    """For each fold the models of `folder` by their names, or those that come with the package."""
    if folder is None:
        return [shipped_model]
    return [_models_of(folder, fold) for fold in range(FOLDS)]


def _models_of(folder: Path, fold: int) -> Callable[[str], Model]:
    paths = folder.glob(f"*/{fold}.json")
    found = {p.parent.name: model_of(json.loads(p.read_text(encoding="utf-8"))) for p in paths}
    # A dump that is taken for Markdown would ask for the model of web pages, which are judged elsewhere.
    return lambda name: found.get("layout_model" if name == "markup_model" else name) or shipped_model(name)


def record_of(layout: Layout) -> dict[str, Any]:
    """The fields of a record that are scored."""
    sections = [
        {"heading": s.heading, "paragraphs": [{"text": p.text} for p in s.paragraphs]}
        for s in layout.sections
    ]
    return {
        "title": layout.title,
        "authors": layout.authors,
        "published": layout.published,
        "sections": sections,
        "body": "\n\n".join(
            text for s in layout.sections for text in [s.heading or "", *(p.text for p in s.paragraphs)]
        ),
    }


def records(
    corpus: str, models: list[Callable[[str], Model]], rewrite: Callable[[str], str]
) -> dict[str, dict[str, Any]]:
    """A record for each page of a corpus."""
    found = {}
    for name, gold in gold_of(corpus).items():
        text = dump_of(corpus, name).decode("utf-8")
        if text.strip():
            model = models[fold_of(group_of(corpus, name, gold), len(models))]
            found[name] = record_of(lay_out(read(rewrite(text)), model))
    return found


def brief(result: dict[str, Any]) -> str:
    """One line of figures."""
    parts = []
    for key in ("title", "published"):
        parts.append(f"{key} {result.get(key, '-').split()[0]}")
    for key in ("authors", "body", "headings", "paragraphs", "segments"):
        if key in result:
            f = result[key]
            parts.append(f"{key} {f['F1']} ({f['P']}/{f['R']})")
    return ", ".join(parts)


def accuracy(args: argparse.Namespace, variant: str = "plain") -> None:
    found = records(args.corpus, models_in(args.folds), VARIANTS[variant])
    with TemporaryDirectory() as folder:
        opened = Path(folder)
        gold = {name: page for name, page in gold_of(args.corpus).items() if name in found}
        (opened / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        (opened / "text").symlink_to(CORPORA / args.corpus / "text")
        for language in [args.language] if args.language or args.corpus != "fundus" else ["en", None]:
            result = evaluate(found, opened, language, html=False, errors=args.errors and not language)
            print(f"{args.corpus} {language or 'all':4} {variant:16} {brief(result)}", flush=True)


def variants(args: argparse.Namespace) -> None:
    for name in VARIANTS:
        accuracy(args, name)


def excerpts(args: argparse.Namespace) -> None:
    """Shorter copies of the pages, other ones than those that are learnt from."""
    models = models_in(args.folds)
    tallies = {key: Tally() for key in ("title", "paragraphs", "headings", "bylines")}
    for name, gold in gold_of("fundus").items():
        dump = dump_of("fundus", name).decode("utf-8")
        units = units_in(dump)[1] if dump.strip() else []
        labels = labels_of(units, gold) if units else None
        model = models[fold_of(group_of("fundus", name, gold), len(models))]
        for copy in range(3 if labels else 0):
            found = excerpt(units, labels or [], f"asked {name} {copy}")
            if not found:
                continue
            text = "".join("\n" * unit.gap + unit.text for unit in found[0]).strip()
            layout = lay_out(read(text), model)
            wanted = {
                label: [u.text for u, x in zip(*found, strict=True) if x == label] for label in found[1]
            }
            given = {
                "title": [layout.title or ""],
                "paragraphs": [p.text for s in layout.sections for p in s.paragraphs],
                "headings": [s.heading or "" for s in layout.sections],
                "bylines": ["yes"] * bool(layout.byline),
            }
            wanted = {
                "title": wanted.get("title", []),
                "paragraphs": wanted.get("paragraph", []),
                "headings": wanted.get("heading", []),
                "bylines": ["yes"] * ("byline" in wanted),
            }
            for key, tally in tallies.items():
                tally.add(bag(wanted[key]), bag(given[key]))
                if args.errors and key in ("title", "paragraphs") and bag(wanted[key]) != bag(given[key]):
                    print(f"{key:11}{name}: {wanted[key]}, got {given[key]}"[:1000])
    print("excerpts:", ", ".join(f"{key} {f['F1']} ({f['P']}/{f['R']} of {f['gold']})"
                                 for key, tally in tallies.items() for f in [tally.figures()]))  # fmt: skip


class Written(NamedTuple):
    """How a written dump was read: words right, given and wanted in its body; headings; its title."""

    body: tuple[int, int, int]
    headings: tuple[int, int, int]
    title: bool


def judged(lines: Lines, model: Callable[[str], Model]) -> Written:
    """A written dump against its own labels."""
    record = record_of(lay_out(read(dump_in(lines)), model))
    said = [words_of(line) for letter, line in lines if letter and letter in "PH"]
    wanted, given = Counter(chain.from_iterable(said)), Counter(words_of(record["body"]))
    heads = Counter(" ".join(words_of(line)) for letter, line in lines if letter == "H")
    found = Counter(" ".join(words_of(s["heading"])) for s in record["sections"] if s["heading"])
    title = [word for letter, line in lines if letter == "T" for word in words_of(line)]
    return Written(
        ((wanted & given).total(), given.total(), wanted.total()),
        ((heads & found).total(), found.total(), heads.total()),
        words_of(record["title"] or "") == title,
    )


def written(args: argparse.Namespace) -> None:
    """The dumps that were written for training, and those that nothing is learnt from (by what ships)."""
    models = models_in(args.folds)
    for unseen, whole, label in (
        (False, False, "short ones learnt from"),
        (False, True, "whole pages learnt from"),
        (True, False, "short ones not learnt from"),
        (True, True, "whole pages not learnt from"),
    ):
        results = {
            name: judged(lines, shipped_model if unseen else models[fold_of(kind_of(name), len(models))])
            for name, lines in dumps(unseen)
            if (sum(map(bool, map(itemgetter(0), lines))) > SHORT_DUMP) == whole
        }
        scores = {name: 200 * r / max(1, g + w) for name, ((r, g, w), *_) in results.items()}
        right, given, wanted = (sum(x.headings[k] for x in results.values()) for k in range(3))
        lost = sum(w - r >= LOST for (r, _, w), *_ in results.values())
        print(
            f"{len(results)} {label}: body F1 {sum(scores.values()) / len(scores):.1f}, "
            f"of 95 or more {sum(score >= 95 for score in scores.values())}, "
            f"{LOST} words lost {lost}; headings F1 {200 * right / max(1, given + wanted):.1f}; "
            f"titles right {sum(x.title for x in results.values())}"
        )
        for name, score in sorted(scores.items(), key=itemgetter(1)) if args.errors else ():
            print(f"  {score:5.1f} {name} {results[name]}")


def kept(args: argparse.Namespace) -> None:
    whole = body = 0
    models = models_in(args.folds)
    for path in sorted((CORPORA / "polnear/dev/text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        layout = lay_out(read(text), models[fold_of(path.name.split("_")[0], len(models))])
        parts = [s.heading or "" for s in layout.sections] + [
            p.text for s in layout.sections for p in s.paragraphs
        ]
        count = len("".join("".join([layout.title or "", *parts]).split()))
        total = len("".join(text.split()))
        if args.errors and count < 0.99 * total:
            print(path.name, f"{count / total:.3f}", [r.text[:60] for r in layout.removed])
        whole += total
        body += count
    print(f"polnear dev: {100 * body / whole:.2f} % of the characters kept in title and body")


def speed(args: argparse.Namespace) -> None:
    gold = {name: pages for name, pages in gold_of("fundus").items() if dump_of("fundus", name).strip()}
    documents = [read(dump_of("fundus", name).decode()) for name in gold]
    publishers = [group_of("fundus", name, pages) for name, pages in gold.items()]
    lay_out(documents[0])
    print(f"{len(documents)} dumps of {len(set(publishers))} publishers")
    runs = [[spent_on(document) for document in documents] for _ in range(TIMES)]
    known = [publisher in publishers[:i] for i, publisher in enumerate(publishers)]
    everything = [True] * len(documents)
    for name, spent, of in (
        ("first run", runs[0], everything),
        ("- a publisher's first", runs[0], list(map(not_, known))),
        ("- its further ones", runs[0], known),
        ("best of each dump", list(map(min, zip(*runs, strict=True))), everything),
    ):
        seconds = sum(compress(spent, of))
        lines = sum(len(document.blocks) for document in compress(documents, of))
        letters = sum(len(document.text) for document in compress(documents, of))
        print(f"{name:22} {seconds:.3f} s, {seconds / lines * 160 * 1000:.2f} ms for 160 lines, "
              f"{seconds / letters * 10_000 * 1000:.2f} ms for 10,000 characters")  # fmt: skip
    for name, text in {
        "a page": dump_of("fundus", "uk_BBC_2024_08_01").decode(),
        "one line of 1 MB": "word and word, " * 70_000,
        "30,000 short lines": SHORT,
        "100,000 empty lines": "A headline\n" + "\n" * 100_000 + "A sentence of an article, and more of it.",
    }.items():
        times = []
        for factor in (1, 10):
            times.append(spent_on(read(text * factor)))
        print(f"{name}: {times[0]:.3f} s, ten times {times[1]:.3f} s, ratio {times[1] / times[0]:.1f}")
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def spent_on(document: Document) -> float:
    """Seconds of processor time that the layout of a document takes."""
    start = time.process_time()
    lay_out(document)
    return time.process_time() - start


RUNS: dict[str, Callable[[argparse.Namespace], None]] = {
    "accuracy": accuracy,
    "variants": variants,
    "excerpts": excerpts,
    "written": written,
    "kept": kept,
    "speed": speed,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", choices=sorted(RUNS))
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--corpus", default="fundus")
    parser.add_argument("--language")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    RUNS[args.run](args)


if __name__ == "__main__":
    main()
