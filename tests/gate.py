"""Quality gate: the accuracy on the project's own fixtures, against pinned floors.

python tests/gate.py            table; exit status 1 when a figure is below its floor
python tests/gate.py --update   pin the present figures and known failures
python tests/gate.py NAME...    what is wrong with these fixtures, field by field
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter

from support import fixtures

BASELINE = fixtures.FOLDER / "baseline.json"
KNOWN = fixtures.FOLDER / "known_failures.json"


def main() -> int:
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if arguments.names:
        for name in arguments.names:
            print(f"{name}: {fixtures.expected(name)['why']}")
            for field, difference in fixtures.failures(name).items():
                print(f" {field} ({': '.join(fixtures.judgement(name, field))})\n{difference}")
        return 0

    names = fixtures.names()
    figures = {"fixtures": float(len(names))}
    for measure, figure in fixtures.scores(names).items():
        figures[measure] = math.floor(10 * figure + 1e-6) / 10
    floors = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    fallen = [measure for measure in figures if figures[measure] < floors.get(measure, 0.0)]
    print(f"{'measure':12} {'figure':>7} {'floor':>7}")
    for measure, figure in figures.items():
        floor = floors.get(measure, 0.0)
        print(f"{measure:12} {figure:7.1f} {floor:7.1f}{'  FELL' if measure in fallen else ''}")
    if arguments.update:
        failures = {name: sorted(found) for name in names if (found := fixtures.failures(name))}
        BASELINE.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        KNOWN.write_text(json.dumps(failures, indent=2) + "\n", encoding="utf-8")
        print("pinned")
    kinds = Counter(
        fixtures.judgement(name, field).kind
        for name, fields in json.loads(KNOWN.read_text(encoding="utf-8")).items()
        for field in fields
    )
    print(f"known to be wrong: {kinds['bug']} fields that are bugs, {kinds['open']} that are open questions")
    if arguments.update:
        return 0
    if fallen:
        print(f"gate: {', '.join(fallen)} fell below fixtures/baseline.json", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
