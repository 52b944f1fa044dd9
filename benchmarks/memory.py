"""How much memory documents take that are made to take much, each in a process of its own.

python benchmarks/memory.py [NAME...]    table; exit status 1 where one is over its bound

No document takes more than 1 GB; articles take at most 60 times their size and 100 MB. Linux only, as the
most that a process had is read from /proc.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

MB = 1_000_000
MOST = 1000 * MB
TIMES, BESIDE = 60, 100 * MB
SECONDS = 600
PROSE = (
    "The council met on Monday to vote on the plan, which “nobody wants,” said Jane Doe, the mayor. "
    "It was approved by a majority of those who were there.\n\n"
)
LETTER = "From: a <a@b.example>\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"


def filled(piece: str) -> Callable[[int], str]:
    """A maker of texts of so many characters that repeat a piece."""
    return lambda size: piece * (size // len(piece))


class Kind(NamedTuple):
    """What one document is made of."""

    form: str
    make: Callable[[int], str]
    size: int
    ordinary: bool = False
    """Whether it is like an article, so that the closer bound holds, too."""


KINDS = {
    "an article of 20 KB": Kind("text", filled(PROSE), 20_000, True),
    "an article of 200 KB": Kind("text", filled(PROSE), 200_000, True),
    "a page of 200 KB": Kind("html", filled(f"<p>{PROSE.strip()}</p>\n"), 200_000, True),
    "a letter of 200 KB": Kind("email", lambda n: LETTER + filled(PROSE)(n), 200_000, True),
    "short lines": Kind("text", filled("Share it now\n"), MB),
    "as many lines as may be": Kind("text", filled("a\n"), 399_000),
    "too many lines": Kind("text", filled("a\n"), 8 * MB),
    "a letter of short lines": Kind("email", lambda n: LETTER + filled("a b\n")(n), 20 * MB),
    "a letter of long lines": Kind("email", lambda n: LETTER + filled("word " * 15 + "\n")(n), 20 * MB),
    "elements without an end": Kind("html", filled("<p>a"), 8 * MB),
    "elements in elements": Kind("html", filled("<div>"), MB),
    "one long line": Kind("text", filled("word "), MB),
    "quotation marks": Kind("text", filled('"a" "b" '), 200_000),
    "links": Kind("markdown", filled("[a](b) "), 200_000),
}

SCRIPT = """
import sys
import artparse
data = open(sys.argv[1], "rb").read()
try:
    found = f"{artparse.parse(data, input_format=sys.argv[2]).words:,} words"
except artparse.ArtparseError as error:
    found = f"{error.kind}: {error.message}"
print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0], found)
"""


def main() -> int:
    over = []
    with tempfile.TemporaryDirectory() as place:
        for name in sys.argv[1:] or KINDS:
            kind = KINDS[name]
            path = Path(place) / "document"
            path.write_text(kind.make(kind.size), encoding="utf-8")
            size = path.stat().st_size
            try:
                result = subprocess.run(
                    [sys.executable, "-c", SCRIPT, str(path), kind.form],
                    capture_output=True, text=True, check=True, timeout=SECONDS,
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                print(f"{name:24} {size / MB:6.2f} MB: not done after {SECONDS} s", flush=True)
                over.append(name)
                continue
            peak, _, found = result.stdout.strip().partition(" ")
            taken = int(peak) * 1024
            most = min(MOST, TIMES * size + BESIDE) if kind.ordinary else MOST
            print(
                f"{name:24} {size / MB:6.2f} MB: {taken / MB:5.0f} MB, at most {most / MB:.0f}; {found}",
                flush=True,
            )
            if taken > most:
                over.append(name)
    for name in over:
        print(f"over its bound: {name}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
