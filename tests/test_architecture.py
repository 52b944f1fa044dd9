"""The pipeline's order, kept: no stage imports a later one, and nobody pays for what is not used."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import artparse
from support.command import SEED

ROOT = Path(artparse.__file__).parent

# What each part of the package may import; itself always.
BASE = {"article", "errors", "data", "languages", "patterns", "values"}
MAY_IMPORT = {
    "article": {"records", "values"},  # To read one back, when asked to.
    "errors": {"article"},
    "data": {"values"},
    "languages": {"values"},
    "patterns": set(),
    "trees": set(),
    "values": set(),
    "names": BASE,
    "reading": BASE,
    "layout": BASE | {"names", "reading", "trees"},
    "quotes": BASE | {"names", "reading", "trees", "layout"},
    "writing": BASE | {"", "names", "reading", "layout", "quotes"},  # "": the version, in pages
    "comparing": BASE,
    "schema": BASE,
    "records": BASE | {"schema"},
    "pipeline": BASE | {"reading", "layout", "quotes", "records"},
    "running": BASE | {"reading", "pipeline", "writing", "records", "comparing"},
    "spark": BASE | {"reading", "pipeline", "running"},
    "asked": {"reading", "values"},
    "options": {"", "asked", "reading", "running", "schema", "writing"},
    "command": BASE | {"", "asked", "options", "writing", "running"},
    "": BASE | {"pipeline", "running"},  # artparse/__init__.py
    "__main__": {"command"},
}

LAYOUT = (
    "labels",
    "structure",
    "lines",
    "credits",
    "evidence",
    "markup",
    "models",
    "body",
    "titles",
    "steps",
    "parts",
    "__init__",
)
"""The rooms of `layout`, each of which may import what stands before it."""

HEAVY = {
    "asyncio",
    "bs4",
    "chardet",
    "click",
    "concurrent",
    "dateutil",
    "email",
    "html",
    "http",
    "jinja2",
    "lxml",
    "markdown_it",
    "multiprocessing",
    "pathlib",
    "pyspark",
    "rich",
    "sqlite3",
    "subprocess",
    "tempfile",
    "typing_extensions",
    "xml",
    "zipfile",
}


def part_of(path: Path) -> str:
    """The folder or module right under the package that `path` belongs to."""
    first = path.relative_to(ROOT).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def modules(path: Path) -> Iterator[str]:
    """What of artparse the module at `path` imports, also inside functions, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            names = [module]
            if module == "artparse":
                names = [f"artparse.{alias.name}" for alias in node.names if alias.name != "__version__"]
        else:
            continue
        yield from (name for name in names if name.partition(".")[0] == "artparse")


def imports(path: Path) -> Iterator[str]:
    """The parts of artparse that the module at `path` imports."""
    for name in modules(path):
        part = name.removeprefix("artparse").strip(".").partition(".")[0]
        yield part if (ROOT / part).is_dir() or (ROOT / f"{part}.py").is_file() else ""


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_stage_imports_a_later_one(path: Path) -> None:
    part = part_of(path)
    assert part in MAY_IMPORT, f"say in {Path(__file__).name} what {part} may import"
    assert set(imports(path)) - {part} <= MAY_IMPORT[part]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "layout").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_room_of_layout_imports_a_later_one(path: Path) -> None:
    room = path.relative_to(ROOT / "layout").parts[0].removesuffix(".py")
    asked = {name.split(".")[2] for name in modules(path) if name.startswith("artparse.layout.")}
    assert asked <= set(LAYOUT[: LAYOUT.index(room) + 1])


def test_the_rooms_of_layout_are_documented_in_their_order() -> None:
    told = (ROOT.parents[1] / "docs/layout.md").read_text(encoding="utf-8")
    folders = [room for room in LAYOUT if (ROOT / "layout" / room).is_dir()]
    assert re.findall(r"^\| `([a-z]+)/` \|", told, re.MULTILINE) == folders


@pytest.mark.parametrize(
    "code",
    [
        "import artparse",
        "from artparse.command import asked_for, run; run(asked_for(sys.argv[1:]))",
        f"import artparse; artparse.parse_file({str(SEED)!r}).to_json()",
    ],
    ids=["import", "command", "parse"],
)
def test_a_text_file_does_not_pay_for_other_things(code: str) -> None:
    script = f"""
import sys
before = set(sys.modules)
sys.argv = ["artparse", {str(SEED)!r}]
try:
    {code}
finally:
    names = {{name.partition(".")[0] for name in set(sys.modules) - before}}
    print(*names, file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(result.stderr.split()) & HEAVY == set()


def constants(body: list[ast.stmt]) -> Iterator[str]:
    """The names in capitals that statements of a module bind, each as often as it is bound."""
    for node in body:
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign) and node.value:
            targets = [node.target]
        else:
            continue
        for target in targets:
            for name in ast.walk(target):
                if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store) and name.id.isupper():
                    yield name.id


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_constant_of_a_module_is_bound_twice(path: Path) -> None:
    """Functions read the last value, whichever stands above them."""
    bound = Counter(constants(ast.parse(path.read_text(encoding="utf-8")).body))
    assert [name for name, times in bound.items() if times > 1] == []


LONGEST_FILE = 394
"""Lines of the longest module. A ratchet: it only falls, as the next two do."""
LONGEST_FUNCTIONS = {"quotes": 50, "layout": 54}
"""Lines of the longest function of each of the stages that are hardest to enter."""
LONGEST_FUNCTION = 103
"""The same of all others."""


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_and_no_function_is_longer_than_the_longest(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert len(code.splitlines()) <= LONGEST_FILE
    most = LONGEST_FUNCTIONS.get(part_of(path), LONGEST_FUNCTION)
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= most] == []
