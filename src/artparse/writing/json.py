"""Records as JSON: one line each, indented for reading, or coloured for a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TextIO

from artparse.article import Article, ErrorRecord

Record = Article | ErrorRecord

SHORT = 80
"""Characters of a list that is not spread over lines, where JSON is indented."""

_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""A value as `json.dumps` writes it, which makes an encoder for each."""


def whole_line(record: Record) -> bytes:
    """A line of JSON Lines."""
    return in_array(record) + b"\n"


def in_array(record: Record) -> bytes:
    """A record of a JSON array, on one line."""
    return line(record.to_dict()).encode()


def alone(record: Record) -> bytes | None:
    """An article's record as a file of its own, for reading; nothing for an error record."""
    return (indented(record.to_dict()) + "\n").encode() if isinstance(record, Article) else None


def indented(record: dict[str, Any]) -> str:
    """`record` as JSON for reading: indented by two, short lists on one line."""
    return visible("".join(_indented(record, "\n")))


def coloured(article: Article, terminal: TextIO) -> None:
    """Print the article's record, indented, in colour; lines run on as they are, so they can be copied."""
    from rich.console import Console
    from rich.highlighter import JSONHighlighter
    from rich.text import Text

    console = Console(file=terminal, highlight=False)
    console.print(JSONHighlighter()(Text(indented(article.to_dict()))), soft_wrap=True)


def line(record: dict[str, Any] | list[Any]) -> str:
    """A record, or a part of one, as JSON without a line break."""
    return visible(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def _indented(value: Any, newline: str) -> Iterator[str]:
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    if not isinstance(value, dict | list) or not value or _is_short(value):
        yield _encoded(value)
        return
    inner = newline + "  "
    separator = opening
    for key in value:
        yield separator + inner
        if isinstance(value, dict):
            yield _encoded(key) + ": "
            yield from _indented(value[key], inner)
        else:
            yield from _indented(key, inner)
        separator = ","
    yield newline + closing


def _is_short(value: Any) -> bool:
    """Whether `value` is a list for one line: a span, some names."""
    if not isinstance(value, list) or any(isinstance(item, dict | list) for item in value):
        return False
    return sum(len(str(item)) for item in value) <= SHORT


@cache
def _unsafe() -> re.Pattern[str]:
    """Characters that break lines, steer terminals, turn text round, or have no UTF-8."""
    return re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""`text`, which is JSON, with unsafe characters as `\uXXXX`: the same value, safe to print."""
    if text.replace("\n", "").isprintable():
        return text  # As nearly all are; nothing unsafe is printable.
    return _unsafe().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def storable_line(record: Article | ErrorRecord) -> bytes | None:
    """An article as a line of JSON whose texts all have UTF-8; nothing for an error record."""
    if isinstance(record, ErrorRecord):
        return None
    return json.dumps(_storable(record.to_dict()), ensure_ascii=False).encode() + b"\n"


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        # What has no UTF-8 (half a character, in the name of a file) stands as an escape.
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return value
