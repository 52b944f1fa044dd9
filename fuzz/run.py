"""Look for input that breaks a promise.

python fuzz/run.py try [TARGET...] [--count N] [--seed S] [--first I]  N damaged inputs for each target
python fuzz/run.py explore TARGET [options of libFuzzer]               by what is new in the program (atheris)
python fuzz/run.py replay TARGET FILE...                               one input again

`try` gives the same inputs on every machine; each that fails is written to `fuzz/found/`, one for each place
in the program, and what to call to see it again is printed. Without a target, all of them are tried.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
HANGS = 60.0
"""Seconds after which an input of a few kilobytes will never be done."""
MEMORY = 4 << 30


def place_of(error: BaseException) -> str:
    """Where it went wrong, so that a fault is told once."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "artparse" in frame.filename] or frames
    return f"{type(error).__name__} in {Path(own[-1].filename).name}:{own[-1].lineno}, {str(error)[:40]!r}"


def attempt(target: str, data: bytes) -> BaseException | None:
    """What went wrong with an input, if anything did."""
    from artparse.running.limits import TimeLimit, time_limit
    from targets import TARGETS

    try:
        with time_limit(HANGS):
            TARGETS[target](data)
    except (Exception, TimeLimit) as error:
        return error
    return None


def try_target(target: str, count: int, seed: int, first: int) -> bool:
    """Whether `count` cases of a target hold."""
    from cases import case

    seen: Counter[str] = Counter()
    begin = time.monotonic()
    for number in range(first, first + count):
        data = case(target, seed, number)
        error = attempt(target, data)
        if error is None:
            continue
        place = place_of(error)
        seen[place] += 1
        if seen[place] == 1:
            tell(target, data, error, f"--seed {seed} --first {number} --count 1")
    taken = time.monotonic() - begin
    print(
        f"{target:10} {count:9,} inputs, {sum(seen.values())} failed in {len(seen)} places, {taken:.1f} s",
        flush=True,
    )
    for place, times in seen.most_common():
        print(f"    {times:6} times {place}", flush=True)
    return not seen


def tell(target: str, data: bytes, error: BaseException, case: str) -> None:
    """Say what failed, with the input, and how to see it again."""
    found = HERE / "found"
    found.mkdir(exist_ok=True)
    path = found / f"{case.split()[3]}-{type(error).__name__}.{target}"
    path.write_bytes(data)
    print("".join(traceback.format_exception(error)[-6:]), end="", flush=True)
    print(f"input of {len(data)} bytes: {data[:1000]!r}{'...' if len(data) > 1000 else ''}")
    print(f"again: python fuzz/run.py replay {target} {path}")
    print(f"   or: python fuzz/run.py try {target} {case}", flush=True)


def replay(target: str, paths: Sequence[str]) -> None:
    """Try inputs that once failed; raises what they raise."""
    from targets import replay

    for path in paths:
        replay(Path(path).read_bytes(), target)


def import_all() -> None:
    """Import what else is imported only when it is used: later, nobody would see what is new in it."""
    import artparse

    for module in pkgutil.walk_packages(artparse.__path__, "artparse."):
        if not module.name.endswith(("__main__", "spark")):
            importlib.import_module(module.name)


def explore(target: str, arguments: Sequence[str]) -> None:
    """Run until something breaks; libFuzzer then writes the input to a file and says which."""
    import atheris

    with atheris.instrument_imports(include=["artparse"]):
        import_all()
        from targets import TARGETS
    from cases import KINDS, seeds_of, tokens_of

    kinds = [target] if target in KINDS else list(KINDS)
    with tempfile.TemporaryDirectory() as begins:
        for kind in kinds:
            for number, data in enumerate(seeds_of(kind)):
                (Path(begins) / f"{kind}{number}").write_bytes(KINDS[kind].wrap(data))
        words = Path(begins) / "words.dict"
        escaped = {"".join(f"\\x{byte:02x}" for byte in token) for kind in kinds for token in tokens_of(kind)}
        words.write_text("".join(f'"{token}"\n' for token in sorted(escaped)), encoding="utf-8")
        options = [f"-dict={words}", "-timeout=60", "-max_len=6000", *arguments]
        atheris.Setup([sys.argv[0], *options, begins], TARGETS[target])
        atheris.Fuzz()


def limit_memory() -> None:
    """Have what takes gigabytes fail."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def main() -> int:
    if sys.argv[1:2] == ["explore"] and len(sys.argv) > 2:
        explore(sys.argv[2], sys.argv[3:])
        return 0
    if sys.argv[1:2] == ["replay"] and len(sys.argv) > 3:
        replay(sys.argv[2], sys.argv[3:])
        return 0
    from artparse.running.limits import collect_seldom
    from targets import TARGETS

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["try"])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--count", type=int, default=1000, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    limit_memory()
    collect_seldom()
    held = [
        try_target(target, options.count, options.seed, options.first)
        for target in options.targets or TARGETS
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
