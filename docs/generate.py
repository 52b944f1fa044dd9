"""Write the parts of the documentation that the program knows best: options and fields.

python docs/generate.py           rewrite what stands between the marks in docs/*.md
python docs/generate.py --check   exit status 1 where a page is out of date

A page holds `<!-- generated: NAME -->` and `<!-- end -->`; what is between them is replaced.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from artparse.command import artparse
from artparse.schema import schema

FOLDER = Path(__file__).parent
MARKED = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def command_help() -> str:
    """What `artparse --help` prints, 80 columns wide."""
    printed = CliRunner().invoke(artparse, ["--help"], prog_name="artparse", terminal_width=80).output
    return f"```text\n{printed}```\n"


def fields() -> str:
    """A table of fields for every object of the record, from its JSON Schema."""
    definitions = schema()["$defs"]
    return "\n".join("".join(_table(name, definitions[name])) for name in definitions if name != "Span")


def _table(name: str, definition: dict[str, Any]) -> Iterator[str]:
    yield f"### {name}\n\n{definition['description']}\n\n| field | type | meaning |\n| --- | --- | --- |\n"
    for field, value in definition["properties"].items():
        meaning = " ".join(value.get("description", "").split())
        yield f"| `{field}` | {_type(value)} | {meaning} |\n"


def _type(value: dict[str, Any]) -> str:
    """A schema's type in words."""
    if "anyOf" in value:
        return ", ".join(map(_type, value["anyOf"]))
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return "span" if name == "Span" else f"[{name}](#{name.lower()})"
    if value["type"] == "array":
        return f"list of {_type(value['items'])}"
    return ", ".join([value["type"]] if isinstance(value["type"], str) else value["type"])


PARTS: dict[str, Callable[[], str]] = {"help": command_help, "fields": fields}


def generated(page: str) -> str:
    """`page` with its generated parts as they should be."""
    return MARKED.sub(lambda found: f"{found[1]}{PARTS[found[2]]()}{found[3]}", page)


def main() -> int:
    stale = []
    for path in sorted(FOLDER.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        if page != generated(page):
            stale.append(path)
            if "--check" not in sys.argv:
                path.write_text(generated(page), encoding="utf-8")
    print(*(f"{path.name} is out of date" for path in stale), sep="\n", end="\n" if stale else "")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
