"""Whether CPU time grows with the length of the input, patterns and libraries included.

python benchmarks/linear.py            table; exit status 1 where ten times the input takes 25 times as long
python benchmarks/linear.py NAME...    only these kinds of input
python benchmarks/linear.py attacks [FORMAT...]    those of fuzz/attacks.py, 10 and 100 KB: at most 12 times
python benchmarks/linear.py tokens [FORMAT...]     each token that fuzzers put in, likewise

`tests/test_linear.py` counts steps of Python, which is steady; this measures what that cannot see. A kind
that fails is measured twice again, as timings on a busy machine are noisy.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import artparse
from support.hard import HARD, HARD_FORMATS

SHORT, TIMES, MOST = 20_000, 10, 25.0
ATTACK, MOST_OF_ATTACK = 10_000, 12.0
LEAST, LEAST_OF_ATTACK = 0.005, 0.03
"""What takes fewer seconds is not worth a ratio; a text of 10 KB may still be looked at as short ones are."""


def seconds(text: str, input_format: str) -> float:
    """CPU time of a parse: the best of two."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        artparse.parse(text, input_format=input_format)
        times.append(time.process_time() - begin)
    return min(times)


def attacks(which: str, forms: Sequence[str]) -> int:
    """Try each attack, or each token of `fuzz/cases.py` again and again, as the format that it is of."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
    from attacks import ATTACKS, Attack
    from cases import KINDS

    tokens = [
        Attack(form, token)
        for form in ("text", "markdown", "html", "email", "rtf")
        for token in KINDS[form].tokens
    ]
    chosen = [
        attack for attack in (ATTACKS if which == "attacks" else tokens) if not forms or attack.form in forms
    ]
    slow = 0
    for attack in chosen:
        short, long = attack.made(ATTACK), attack.made(10 * ATTACK)
        taken(attack.made(ATTACK // 10), attack.form)  # What is loaded for it is not of the first alone.
        ratios: list[float] = []
        while len(ratios) < 3 and min(ratios, default=MOST_OF_ATTACK) >= MOST_OF_ATTACK:
            first = max(taken(short, attack.form), LEAST_OF_ATTACK)
            second = taken(long, attack.form)
            # Openings and wholes make it more or less than ten times as long.
            ratios.append(second / first * 10 * len(short) / len(long))
        if min(ratios) >= MOST_OF_ATTACK:
            slow += 1
            print(
                f"{attack.form:9} {attack.piece!r:40} {first:8.3f} s {second:8.3f} s {min(ratios):6.1f}",
                flush=True,
            )
    print(f"{len(chosen)} {which}, {slow} take more than {MOST_OF_ATTACK:.0f} times for ten times the length")
    return 1 if slow else 0


def taken(data: bytes, form: str) -> float:
    """CPU time of reading and parsing all that is in an input, which may be refused."""
    from attacks import worked

    begin = time.process_time()
    worked(data, form)
    return time.process_time() - begin


def main() -> int:
    if sys.argv[1:2] in (["attacks"], ["tokens"]):
        return attacks(sys.argv[1], sys.argv[2:])
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
