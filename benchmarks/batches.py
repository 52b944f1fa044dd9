"""What batches cost and survive; every figure of docs/scale.md is one of these commands.

python benchmarks/batches.py workers     two workers against one, 2,000 articles
python benchmarks/batches.py memory      memory of parent and worker along 100,000 small articles
python benchmarks/batches.py database    `-o NAME.db` against `-o NAME.jsonl`, 2,000 articles
python benchmarks/batches.py tables      memory of Excel and Parquet files of 20,000 articles, read back
python benchmarks/batches.py kills       kill -9 at 20 random moments, then --resume, for each output
python benchmarks/batches.py failures    1,000 files, 50 of them bad in ten ways
python benchmarks/batches.py spark       Spark on two cores against --jobs 2, 20,000 articles
python benchmarks/batches.py cost        seconds, memory and bytes of 1,000, 10,000 and 100,000 articles

Articles are this project's fixtures over and over (about 2,300 characters), each with a line of its
own; small ones are invented (about 500 characters). Times are of the wall clock, as workers are about
that, so run it on a quiet machine; what is compared runs in turns, and the medians are compared.
Linux only, as memory is read from /proc. `--count N` makes any of them smaller.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import shutil
import signal
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.batches import (  # noqa: E402
    bad_files,
    check_database,
    fixture_articles,
    forget,
    result_of,
    small_articles,
    workers_of,
)

COMMAND = shutil.which("artparse", path=sysconfig.get_path("scripts")) or "artparse"


def main() -> None:
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument("what", choices=list(MEASURES))
    parser.add_argument("--count", type=int, help="articles")
    parser.add_argument("--repeat", type=int, default=3, help="times that each is measured")
    parser.add_argument("--output", help="the one output that is killed; all four without it")
    parser.add_argument("--seed", type=int, help="of the random moments; another each time without it")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} before\n")
    with tempfile.TemporaryDirectory() as place:
        MEASURES[options.what](Path(place), options)


def run(*arguments: str | Path) -> float:
    """Seconds that the command takes."""
    begin = time.perf_counter()
    line = [COMMAND, *map(str, arguments), "-q"]
    subprocess.run(line, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def workers(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 2000
    folder = fixture_articles(place / "in", count)
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(options.repeat):
        for jobs, found in times.items():
            found.append(run(folder, "-o", place / "out.jsonl", "--jobs", str(jobs)))
    ratios = [one / two for one, two in zip(times[1], times[2], strict=True)]
    for jobs, found in times.items():
        print(f"--jobs {jobs}: {seconds(found)} s, {count / statistics.median(found):,.0f} articles a second")
    print(f"two workers have {statistics.median(ratios):.2f} times the throughput (each round: "
          f"{', '.join(f'{ratio:.2f}' for ratio in ratios)}; target 1.8)")  # fmt: skip


def memory(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 100_000
    folder = small_articles(place / "in", count)
    target = place / "out.jsonl"
    points = sorted({count // 100, count // 20, *(count // 10 * i for i in range(1, 11))})
    arguments = [COMMAND, str(folder), "-o", str(target), "--jobs", "1", "-q"]
    with subprocess.Popen(arguments, stdin=subprocess.DEVNULL) as process:
        print("articles   parent MB  worker MB   (resident)")
        written = offset = 0
        peaks = (0.0, 0.0)
        part = target.with_name("out.jsonl.part")
        while process.poll() is None:
            time.sleep(0.2)
            if part.exists():
                with part.open("rb") as file:
                    file.seek(offset)
                    for chunk in iter(lambda: file.read(1 << 20), b""):
                        written += chunk.count(b"\n")
                        offset += len(chunk)
            children = workers_of(process.pid)
            now = resident(process.pid), sum(map(resident, children))
            peaks = max(peaks[0], now[0]), max(peaks[1], now[1])
            while points and written >= points[0] and now[1]:
                print(f"{points.pop(0):8,} {now[0]:10.1f} {now[1]:10.1f}", flush=True)
    print(f"peak: parent {peaks[0]:.1f} MB, worker {peaks[1]:.1f} MB, both {sum(peaks):.1f} MB (target 250)")


def database(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 2000
    folder = fixture_articles(place / "in", count)
    for jobs in ("1", "2"):
        runs: dict[str, list[Cost]] = {"out.jsonl": [], "out.db": []}
        for _ in range(options.repeat):
            for name, found in runs.items():
                forget(place / name)
                found.append(watched([str(folder), "-o", str(place / name), "--jobs", jobs, "-q"]))
        for name, found in runs.items():
            print(f"--jobs {jobs} -o {name}: {seconds([cost.seconds for cost in found])} s; "
                  f"CPU s: parent {seconds([cost.parent for cost in found])}, "
                  f"workers {seconds([cost.cpu - cost.parent for cost in found])}")  # fmt: skip
        pairs = list(zip(runs["out.jsonl"], runs["out.db"], strict=True))
        clock = statistics.median(db.seconds / lines.seconds for lines, db in pairs) - 1
        cpu = statistics.median(db.cpu / lines.cpu for lines, db in pairs) - 1
        print(f"overhead of the database: {clock:+.1%} of time, {cpu:+.1%} of CPU time (target +25 %)\n")


def tables(place: Path, options: argparse.Namespace) -> None:
    """Memory of what writes them, in a process of its own, and what others read in them.

    Articles are parsed and rendered once, and written again and again. Beside it the command has
    what it needs for reading and for workers (see `memory`).
    """
    import artparse
    from artparse.running.destination import WHOLE
    from artparse.writing.formats import function

    count = options.count or 20_000
    articles = [
        artparse.parse_file(path, input_format="text", keep_text=True)
        for path in sorted(fixture_articles(place / "in", 200).rglob("*.txt"))
    ]
    for ending, form in WHOLE.items():
        rendered, target = place / "rendered", place / f"out{ending}"
        rendered.write_bytes(pickle.dumps([function(form.render)(article) for article in articles]))
        script = WRITE.format(rendered=str(rendered), target=str(target), writer=form.writer, count=count)
        peak = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout
        print(f"{target.name}: {count:,} articles, {int(peak) / 1024:.0f} MB at most (target 250), "
              f"{target.stat().st_size / 1e6:.1f} MB written", flush=True)  # fmt: skip
        for reader, found in read_back(target):
            print(f"    {reader}: {found:,} articles", flush=True)


WRITE = """
import pickle
from pathlib import Path
from artparse.writing.formats import function
contents = pickle.loads(Path({rendered!r}).read_bytes())
file = function({writer!r})(Path({target!r}))
for number in range({count}):
    file.add(contents[number % len(contents)])
file.end()
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
"""What is measured. The most memory is asked of /proc: the other figure is handed on from parent to child."""


def read_back(path: Path) -> Iterator[tuple[str, int]]:
    """How many articles each program finds."""
    if path.suffix == ".xlsx":
        import openpyxl
        import pandas

        book = openpyxl.load_workbook(path, read_only=True)
        yield "openpyxl", sum(1 for _ in book["articles"].rows) - 1
        yield "pandas", len(pandas.read_excel(path, sheet_name="articles", usecols=["file"]))
        return
    import duckdb
    import pandas
    import pyarrow.parquet

    read = pyarrow.parquet.ParquetFile(path)
    yield "pyarrow", read.metadata.num_rows
    yield "pandas", len(pandas.read_parquet(path, columns=["title", "quotes"]))
    yield "DuckDB", duckdb.execute("SELECT count(title) FROM read_parquet(?)", [str(path)]).fetchall()[0][0]


def kills(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 400
    folder = small_articles(place / "in", count)
    (folder / "000" / "000007.txt").write_text("", encoding="utf-8")
    draw = random.Random(options.seed)
    for output in [options.output] if options.output else ["out.jsonl", "out.json", "out/", "out.db"]:
        arguments = [str(folder), "-o", f"{place}/{output}", *(["-f", "json"] * output.endswith("json"))]
        target = place / output.rstrip("/")
        whole = run(*arguments)
        wanted = result_of(target)
        same = 0
        for _ in range(20):
            forget(target)
            moment = draw.uniform(0, whole)
            process = subprocess.Popen([COMMAND, *arguments, "-q"], stdin=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)  # fmt: skip
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
            subprocess.run([COMMAND, *arguments, "-q", "--resume"], stderr=subprocess.DEVNULL, check=False)
            if output == "out.db":
                check_database(target)
            same += result_of(target) == wanted
        print(f"-o {output}: {same} of 20 the same final output", flush=True)


def failures(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 1000
    folder = small_articles(place / "in", count - count // 20)
    bad_files(folder / "000", count // 20)
    arguments = [COMMAND, str(folder), "--max-size", "1MiB", "-q"]
    result = subprocess.run(arguments, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    kinds = Counter(record["error"]["kind"] for record in records if "error" in record)
    print(f"{len(records) - kinds.total()} records, {kinds.total()} error records {dict(kinds)}, "
          f"exit status {result.returncode}")  # fmt: skip


def spark(place: Path, options: argparse.Namespace) -> None:
    count = options.count or 20_000
    folder = fixture_articles(place / "in", count)
    with local_spark() as session:
        from artparse.spark import parse_column

        pages = session.createDataFrame(
            ((str(path), path.read_bytes()) for path in sorted(folder.rglob("*.txt"))),
            "path string, page binary",
        )
        pages.repartition(16).write.parquet(f"{place}/pages")
        times: dict[str, list[float]] = {"--jobs 2": [], "Spark": []}
        for i in range(options.repeat):
            times["--jobs 2"].append(run(folder, "-o", place / "out.jsonl", "--jobs", "2"))
            begin = time.perf_counter()
            parsed = parse_column(session.read.parquet(f"{place}/pages"), "page")
            parsed.write.parquet(f"{place}/articles{i}")
            times["Spark"].append(time.perf_counter() - begin)
        found = session.read.parquet(f"{place}/articles0").filter("article IS NOT NULL").count()
        print(f"{found:,} articles of {count:,}")
    for name, taken in times.items():
        print(f"{name}: {seconds(taken)} s, {count / statistics.median(taken):,.0f} articles a second")
    ratios = [a / b for a, b in zip(times["--jobs 2"], times["Spark"], strict=True)]
    print(f"Spark has {statistics.median(ratios):.2f} of the throughput (target 0.6)")


@contextmanager
def local_spark() -> Iterator[Any]:
    """Spark with two cores of this machine."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield session
    finally:
        session.stop()


def costs(place: Path, options: argparse.Namespace) -> None:
    counts = [options.count] if options.count else [1000, 10_000, 100_000]
    print("articles  output     seconds  articles/s  CPU s  ms each  peak MB, all   input MB  output MB")
    for count in counts:
        folder = fixture_articles(place / f"in{count}", count)
        size = sum(path.stat().st_size for path in folder.rglob("*.txt"))
        for output in ("out.jsonl", "out.db"):
            target = place / output
            forget(target)
            cost = watched([str(folder), "-o", str(target), "-q"])
            row = f"{count:8,}  {output:9} {cost.seconds:8.1f} {count / cost.seconds:11,.0f} {cost.cpu:6.0f}"
            size_out = target.stat().st_size
            row += (
                f" {cost.cpu / count * 1e3:8.1f} {cost.peak:13.0f} {size / 1e6:10.1f} {size_out / 1e6:10.1f}"
            )
            print(row, flush=True)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of the command takes: seconds, and the MB that its processes have at once at most."""

    seconds: float
    cpu: float
    """CPU seconds of all its processes."""
    parent: float
    """Those of the first process, without its workers; up to a tenth of a second short."""
    peak: float
    parent_peak: float = 0.0
    """MB of the first process alone."""


def watched(arguments: Sequence[str]) -> Cost:
    before = os.times()
    begin = time.perf_counter()
    peak = parent = parent_peak = 0.0
    with subprocess.Popen([COMMAND, *arguments], stdin=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, resident(process.pid) + sum(map(resident, workers_of(process.pid))))
            parent = max(parent, own_cpu(process.pid))
            parent_peak = max(parent_peak, resident(process.pid))
            time.sleep(0.1)
    taken = time.perf_counter() - begin
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(taken, cpu, parent, peak, parent_peak)


def own_cpu(pid: int) -> float:
    """CPU seconds of a process so far, without its children; 0 for one that has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> float:
    """MB that a process has in memory; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def seconds(times: Sequence[float]) -> str:
    """Median and range."""
    return f"{statistics.median(times):.1f} ({min(times):.1f} to {max(times):.1f})"


MEASURES = {
    "workers": workers,
    "memory": memory,
    "database": database,
    "tables": tables,
    "kills": kills,
    "failures": failures,
    "spark": spark,
    "cost": costs,
}

if __name__ == "__main__":
    main()
