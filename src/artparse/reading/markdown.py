"""Markdown, also as services write it that make Markdown of web pages.

It is rendered as HTML and read as that: headings, lists and quotations get the same hints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from artparse.reading.content import Content
from artparse.reading.decoding import decoded
from artparse.reading.document import Document, merged
from artparse.reading.evidence import evidence_of
from artparse.reading.fields import evidence_in
from artparse.reading.markup import parse

_YAML = re.compile(r"\A\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)


def read(content: Content) -> Document:
    """The text of a Markdown file: links as their words, pictures as captions; front matter is evidence."""
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    def image(
        renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        words = renderer.renderInlineAsText(tokens[index].children, options, env)
        return f"<figcaption>{escape(words)}</figcaption>"

    source = decoded(content)
    text, matter = _without_front_matter(source.text.replace("\r\n", "\n").replace("\r", "\n"))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.add_render_rule("image", image)
    page = parse(f"<body>{parser.render(text)}")
    return Document(
        text="".join(page.text),
        blocks=tuple(page.blocks),
        format="markdown",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
        evidence=merged(evidence_in(matter), evidence_of(page.metadata)),
        parents=tuple(page.parents),
    )


def _without_front_matter(text: str) -> tuple[str, Mapping[str, Any]]:
    """The text, and the fields that stand before it; what is no sound YAML or TOML is text."""
    matter: Any = None
    if match := _YAML.match(text):
        import yaml

        try:
            matter = yaml.safe_load(match[1])
        except (yaml.YAMLError, ValueError, RecursionError):
            matter = None
    elif match := _TOML.match(text):
        import tomllib

        try:
            matter = tomllib.loads(match[1])
        except (tomllib.TOMLDecodeError, RecursionError):
            matter = None
    if match is None or not isinstance(matter, dict):
        return text, {}
    return text[match.end() :], {str(key).lower(): _plain(value) for key, value in matter.items()}


def _plain(value: Any) -> Any:
    """Dates, which YAML and TOML have of their own, as ISO 8601."""
    return value.isoformat() if hasattr(value, "isoformat") else value
