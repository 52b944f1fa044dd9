"""Whether memory grows in a long run: one `artparse -j 2` over all corpora, again and again.

python benchmarks/soak.py FOLDER... [--hours 2] [--share 1.0] [--log FILE]

The articles of the folders stand as links in rounds of one folder, so that one run, with the same parent and
the same workers, reads all of them as often as time allows; pages that are sealed (training/splits.json) are
left out. The run is held to `--share` of a core, on average, by stopping its processes in between, so that
others can work; what is measured is memory, not pace. Linux only, as memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TextIO

ROOT = Path(__file__).resolve().parent.parent
ENDINGS = (".txt", ".html.gz", ".html")
ROUNDS = 60
TICK = 0.5
"""Seconds between two looks at what the run has used."""
EVERY = 20
"""Looks between two samples of memory."""
PAGE, CLOCK = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")


class Sample(NamedTuple):
    """What a run takes at one moment; memory in MB."""

    seconds: float
    cpu: float
    records: int
    parent: float
    workers: tuple[float, ...]


def linked(folders: Sequence[Path], place: Path) -> int:
    """Put links to the articles of `folders` into `place`, in rounds; how many there are in one."""
    closed = json.loads((ROOT / "training" / "splits.json").read_text(encoding="utf-8"))["sealed"]
    sealed = {name for names in closed.values() for name in names}
    found = [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.name.endswith(ENDINGS) and path.name.partition(".html")[0].removesuffix(".txt") not in sealed
    ]
    for turn in range(ROUNDS):
        inside = place / f"round{turn:03}"
        inside.mkdir(parents=True)
        for number, path in enumerate(found):
            (inside / f"{number:05}-{path.name}").symlink_to(path.resolve())
    return len(found)


def used(process: int) -> tuple[float, float]:
    """CPU seconds and MB of resident memory of a process."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK, int(fields[21]) * PAGE / 1e6


def children(process: int) -> list[int]:
    """The processes that a process has started, helpers of a few MB among them."""
    return [
        int(child)
        for child in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    ]


def lines_behind(path: Path, begin: int) -> tuple[int, int]:
    """How many lines a file has from `begin` on, and where it ends."""
    count = 0
    with path.open("rb") as file:
        file.seek(begin)
        while piece := file.read(1 << 20):
            count += piece.count(b"\n")
        return count, file.tell()


def samples(run: subprocess.Popen[bytes], output: Path, share: float, most: float) -> Iterator[Sample]:
    """Hold a run to its share until it ends or `most` seconds are over; its samples meanwhile."""
    begin = time.monotonic()
    gone: dict[int, float] = {}
    records = at = looks = 0
    while run.poll() is None and (elapsed := time.monotonic() - begin) < most:
        workers = []
        with suppress(OSError, ValueError):
            every = [run.pid, *children(run.pid)]
            gone |= {process: used(process)[0] for process in every}
            over = sum(gone.values()) > share * elapsed
            for process in every:
                os.kill(process, signal.SIGSTOP if over else signal.SIGCONT)
            workers = [used(process)[1] for process in every[1:]]
        if looks % EVERY == 0:
            with suppress(OSError):
                more, at = lines_behind(output.with_name(output.name + ".part"), at)
                records += more
            with suppress(OSError):
                yield Sample(
                    elapsed, sum(gone.values()), records, used(run.pid)[1], tuple(sorted(workers)[-2:])
                )
        looks += 1
        time.sleep(TICK)


def stopped(run: subprocess.Popen[bytes]) -> None:
    """Have a run end; it is not asked as at Ctrl-C, which a run in the background does not hear."""
    if run.poll() is None:
        for process in [run.pid, *children(run.pid)]:
            with suppress(OSError):
                os.kill(process, signal.SIGCONT)
        run.send_signal(signal.SIGTERM)
    run.wait(60)


def told(found: Sequence[Sample], articles: int, log: TextIO) -> None:
    """Say what memory was, by quarter of the time."""
    last = found[-1]
    print(
        f"{last.seconds / 3600:.2f} hours, {last.cpu / 3600:.2f} hours of CPU, {last.records:,} records, "
        f"{last.records / articles:.1f} rounds of {articles:,} articles",
        file=log,
    )
    for quarter in range(4):
        part = [s for s in found if quarter <= 4 * s.seconds / (last.seconds + 1) < quarter + 1]
        both = [sum(s.workers) for s in part]
        parents = [s.parent for s in part]
        if part:
            of_parent = f"{statistics.median(parents):.0f} MB (most {max(parents):.0f})"
            of_workers = f"{statistics.median(both):.0f} MB (most {max(both):.0f})"
            print(f"quarter {quarter + 1}: parent {of_parent}, workers together {of_workers}", file=log)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--share", type=float, default=2.0, help="of a core, on average")
    parser.add_argument("--log", type=Path, help="where each sample goes, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        articles = linked(options.folders, Path(place) / "in")
        output = Path(place) / "out.jsonl"
        command = [sys.executable, "-m", "artparse", str(Path(place) / "in"), "-o", str(output), "-j", "2"]
        run = subprocess.Popen([*command, "--timeout", "900", "--quiet"], stderr=subprocess.DEVNULL)
        found: list[Sample] = []
        try:
            for sample in samples(run, output, options.share, options.hours * 3600):
                found.append(sample)
                if options.log:
                    with options.log.open("a", encoding="utf-8") as log:
                        print(json.dumps(sample), file=log)
        finally:
            stopped(run)
    told(found, articles, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
