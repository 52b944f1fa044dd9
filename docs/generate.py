"""Write the parts of the documentation that the program knows best: options and fields; and, under
`share/`, the manual page and the completions for shells, which a wheel installs.

python docs/generate.py           rewrite them, and what stands between the marks in docs/*.md
python docs/generate.py --check   exit status 1 where a file is out of date

A page holds `<!-- generated: NAME -->` and `<!-- end -->`; what is between them is replaced.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class
from click.testing import CliRunner

from artparse.command import COMPLETE
from artparse.options import artparse
from artparse.schema import schema

FOLDER = Path(__file__).parent
SHARE = FOLDER.parent / "share"
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


def completion(shell: str) -> str:
    """The script with which a shell completes the command's options and their values."""
    kind = get_completion_class(shell)
    assert kind
    script = kind(artparse, {}, "artparse", COMPLETE)
    return f"{(script.source_template % script.source_vars()).strip()}\n"


def manual() -> str:
    """The manual page, in the macros of man(7)."""
    context = click.Context(artparse, info_name="artparse")
    paragraphs = (artparse.help or "").split("\n\n")
    lines = [
        '.TH ARTPARSE 1 "" "artparse" "User Commands"',
        ".SH NAME",
        r"artparse \- turn raw article dumps into structured JSON",
        ".SH SYNOPSIS",
        ".B artparse",
        r"[\fIOPTION\fR]... [\fIPATH\fR]...",
        ".SH DESCRIPTION",
        *("\n.PP\n".join(_roff(" ".join(one.split())) for one in paragraphs).split("\n")),
        ".SH OPTIONS",
    ]
    for heading, options in artparse.groups(context):
        lines.append(f'.SS "{_roff(heading)}"')
        for option in options:
            record = option.get_help_record(context)
            if record:
                lines += [".TP", _names(record[0]), _roff(record[1])]
    sections = (artparse.epilog or "").replace("\b\n", "").split("\n\n")
    for section in sections:
        heading, _, rest = section.partition(":")
        lines.append(f'.SH "{heading.upper()}"')
        if heading == "Examples":
            lines += [".nf", *(_roff(line) for line in rest.strip("\n").split("\n")), ".fi"]
        else:
            lines.append(_roff(" ".join(rest.split())))
    return "\n".join((*lines, ""))


def _names(shown: str) -> str:
    """What the help shows of an option's names, and of what it takes."""
    names = [name.rstrip(",") for name in shown.split() if name.startswith("-")]
    takes = " ".join(word for word in shown.split() if not word.startswith("-"))
    printed = ", ".join(rf"\fB{_roff(name)}\fR" for name in names)
    return rf"{printed} \fI{_roff(takes)}\fR" if takes else printed


def _roff(text: str) -> str:
    """Text in which nothing steers the page."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


FILES: dict[str, Callable[[], str]] = {
    "man/man1/artparse.1": manual,
    "bash-completion/completions/artparse": lambda: completion("bash"),
    "zsh/site-functions/_artparse": lambda: completion("zsh"),
    "fish/vendor_completions.d/artparse.fish": lambda: completion("fish"),
}
"""What is written under `share/`."""

PARTS: dict[str, Callable[[], str]] = {"help": command_help, "fields": fields}


def generated(page: str) -> str:
    """`page` with its generated parts as they should be."""
    return MARKED.sub(lambda found: f"{found[1]}{PARTS[found[2]]()}{found[3]}", page)


def files() -> dict[Path, str]:
    """Every file that is generated, wholly or in part, as it should be."""
    pages = {path: generated(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))}
    return pages | {SHARE / name: made() for name, made in FILES.items()}


def main() -> int:
    stale = []
    for path, wanted in files().items():
        if not path.exists() or path.read_text(encoding="utf-8") != wanted:
            stale.append(path)
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(wanted, encoding="utf-8")
    print(*(f"{path.name} is out of date" for path in stale), sep="\n", end="\n" if stale else "")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
