"""What a page costs beyond JSON; exit status 1 where it is over 60 ms while `import click` takes 40."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "000_800c86e4d8e1ea9c.txt"


def seconds(*arguments: str) -> float:
    """CPU time of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    command = shutil.which("artparse", path=sysconfig.get_path("scripts"))
    assert command, "artparse is not installed beside this Python: run pip install -e ."
    more, unit = [], []
    for _ in range(7):
        unit.append(seconds(sys.executable, "-c", "import click"))
        page = seconds(command, str(SEED), "-f", "html")
        more.append(page - seconds(command, str(SEED), "-f", "json"))
    cost, click = statistics.median(more), statistics.median(unit)
    print(f"a page: {1000 * cost:.0f} ms more than JSON; import click: {1000 * click:.0f} ms")
    return 0 if cost <= 60 / 40 * click else 1


if __name__ == "__main__":
    sys.exit(main())
