"""Markdown, also as services write it that make Markdown of web pages.

It is rendered as HTML and read as that: headings, lists and quotations get the same hints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from html import escape
from typing import Any

from artparse.patterns import pattern
from artparse.reading.content import Content
from artparse.reading.decoding import decoded
from artparse.reading.document import Block, Document, check_blocks, merged
from artparse.reading.evidence import evidence_of
from artparse.reading.fields import evidence_in
from artparse.reading.markup import parse

_YAML = pattern(r"\A\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = pattern(r"([\w-]{1,40}):(?:[ \t]+(.*))?")
_TOML = pattern(r"\A\s*\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)

LONGEST = 64 * 1024
"""Code points of front matter that are read as YAML."""
LONGEST_TOML = 256 * 1024
"""The same for TOML, which takes a tenth of the time."""
DEEPEST = 50
"""Brackets around a value of YAML."""
MOST_DOTS = 200
"""Dots on a line of TOML."""


def read(content: Content) -> Document:
    """The text of a Markdown file: links as their words, pictures as captions; front matter is evidence."""
    source = decoded(content)
    check_blocks(max(map(source.text.count, "\n\r")))
    text, matter = _without_front_matter(source.text.replace("\r\n", "\n").replace("\r", "\n"))
    page = parse(f"<body>{_renderer()(text)}")
    linear = "".join(page.text)
    blocks = page.blocks
    generator = matter.get("generator")
    if isinstance(generator, str) and generator.startswith("artparse "):
        blocks = list(_told(blocks, linear, matter))
        matter = {name: value for name, value in matter.items() if name != "title"}  # It is among the blocks.
    return Document(
        text=linear,
        blocks=tuple(blocks),
        format="markdown",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
        evidence=merged(evidence_in(matter), evidence_of(page.metadata)),
        parents=tuple(page.parents),
        given="title" in matter,
    )


@cache
def _renderer() -> Callable[[str], str]:
    """What makes HTML of Markdown; to put it together takes as long as a short text does."""
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    def image(
        renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        words = renderer.renderInlineAsText(tokens[index].children, options, env)
        return f"<figcaption>{escape(words)}</figcaption>"

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.add_render_rule("image", image)
    return parser.render


def _without_front_matter(text: str) -> tuple[str, Mapping[str, Any]]:
    """The text, and the fields that stand before it; what is no sound YAML or TOML is text."""
    matter: Any = None
    if match := _YAML.match(text):
        try:
            matter = _yaml(match[1])
        except Exception:  # What the library raises for what is no sound YAML is of many kinds.
            matter = _plain_fields(match[1])
    elif match := _TOML.match(text):
        import tomllib

        # A key of many parts takes the square of its length.
        if (
            len(match[1]) <= LONGEST_TOML
            and max(line.count(".") for line in match[1].split("\n")) <= MOST_DOTS
        ):
            with suppress(ValueError, RecursionError):
                matter = tomllib.loads(match[1])
    if match is None or not isinstance(matter, dict):
        return text, {}
    return text[match.end() :], {str(key).lower(): _plain(value) for key, value in matter.items()}


def _yaml(matter: str) -> Any:
    """The value of a YAML document without aliases, which can stand for more than any memory holds.

    At each sign, the library looks at every bracket that is open.
    """
    import yaml

    if len(matter) > LONGEST:
        raise ValueError("too long")
    depth = 0
    for token in yaml.scan(matter, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken):
            raise ValueError("aliases")
        depth += isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken)
        depth -= isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken)
        if depth > DEEPEST:
            raise ValueError("too deep")
    return yaml.safe_load(matter)


def _plain_fields(lines: str) -> dict[str, str] | None:
    """The fields of lines that are meant as YAML and are none: `title: One clock: a story`."""
    found: dict[str, str] = {}
    for line in lines.splitlines():
        if match := _FIELD.fullmatch(line):
            found[match[1]] = _unquoted((match[2] or "").strip())
        elif line.strip() and line[0] not in " \t-#":
            return None
    return found


def _unquoted(value: str) -> str:
    """`value` without the marks around all of it; those inside stay, and so do theirs."""
    mark = value[:1]
    inside = value[1:-1]
    around = len(value) > 1 and mark in ("'", '"') and value.endswith(mark) and mark not in inside
    return inside.strip() if around else value


def _told(blocks: Iterable[Block], text: str, matter: Mapping[str, Any]) -> Iterator[Block]:
    """The blocks of artparse's own Markdown, which says what each of them is: nothing is to be guessed."""
    waiting = {
        " ".join(value.split()): name
        for name in ("subtitle", "byline")
        if isinstance(value := matter.get(name), str)
    }
    is_titled = "title" not in matter
    for block in blocks:
        words = " ".join(text[block.span[0] : block.span[1]].split())
        if "<footer>" in block.hints.words:
            given = "metadata"
        elif block.hints.level == 1 and not is_titled:
            is_titled = True
            given = "title"
        elif words in waiting:
            given = waiting.pop(words)
        else:
            given = "heading" if block.hints.level else "paragraph"
        if given in ("heading", "paragraph"):
            waiting = {}
        yield block._replace(hints=block.hints._replace(given=given))


def _plain(value: Any) -> Any:
    """Dates, which YAML and TOML have of their own, as ISO 8601."""
    if hasattr(value, "isoformat"):
        try:
            return value.isoformat()
        except (ValueError, OverflowError):
            return None
    return value
