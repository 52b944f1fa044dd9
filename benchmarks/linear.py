"""Whether CPU time grows with the length of the input, patterns and libraries included.

python benchmarks/linear.py            table; exit status 1 where ten times the input takes 25 times as long
python benchmarks/linear.py NAME...    only these kinds of input

`tests/test_linear.py` counts steps of Python, which is steady; this measures what that cannot see. A kind
that fails is measured twice again, as timings on a busy machine are noisy.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import artparse
from support.hard import HARD, HARD_FORMATS

SHORT, TIMES, MOST = 20_000, 10, 25.0
LEAST = 0.005
"""What takes fewer seconds is not worth a ratio."""


def seconds(text: str, input_format: str) -> float:
    """CPU time of a parse: the best of two."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        artparse.parse(text, input_format=input_format)
        times.append(time.process_time() - begin)
    return min(times)


def main() -> int:
    slow = []
    kinds = HARD | HARD_FORMATS
    for name in sys.argv[1:] or kinds:
        short, long = kinds[name](SHORT), kinds[name](TIMES * SHORT)
        input_format = "text" if name in HARD else "auto"
        for _ in range(3):
            first, second = max(seconds(short, input_format), LEAST), seconds(long, input_format)
            if second < MOST * first:
                break
        else:
            slow.append(name)
        print(f"{name:30} {first:8.3f} s {second:8.3f} s {second / first:6.1f}", flush=True)
    for name in slow:
        print(f"more than linear: {name}", file=sys.stderr)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
