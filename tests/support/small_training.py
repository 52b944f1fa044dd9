"""Runs training scripts with few rounds, one after the other: small_training.py "SCRIPT ARGUMENTS" ...

A few pages are learnt in a dozen rounds; the scripts' hundred are for thousands. Each script runs in a
process of its own, split off from this one, which has loaded what all of them import.
"""

from __future__ import annotations

import os
import runpy
import shlex
import sys
from pathlib import Path
from typing import Any

import lightgbm  # noqa: F401
import scipy.optimize
import trafilatura  # noqa: F401

ROUNDS = 12
"""Of scipy, for a field of labels."""
LARGE = 5_000
"""Weights from which on it is such a field that scipy learns."""

minimize = scipy.optimize.minimize


def minimized_in_few_rounds(loss: Any, start: Any, **options: Any) -> Any:
    if len(start) >= LARGE:
        options["options"] = {**options.get("options", {}), "maxiter": ROUNDS}
    return minimize(loss, start, **options)


def run(line: str) -> None:
    """Run a script as Python would."""
    sys.argv[:] = shlex.split(line)
    sys.path[0] = str(Path(sys.argv[0]).parent)
    runpy.run_path(sys.argv[0], run_name="__main__")


def main() -> int:
    scipy.optimize.minimize = minimized_in_few_rounds
    for line in sys.argv[1:]:
        print(f"== {line}", flush=True)
        pid = os.fork()
        if not pid:
            run(line)
            return 0
        if status := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
