"""JSON-LD to the article it describes, also where the JSON is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import Any

from artparse.patterns import pattern

ARTICLES = frozenset(
    [
        "advertisercontentarticle",
        "analysisnewsarticle",
        "article",
        "askpublicnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "interview",
        "liveblogposting",
        "newsarticle",
        "opinionnewsarticle",
        "report",
        "reportagenewsarticle",
        "reviewnewsarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "socialmediaposting",
        "techarticle",
    ]
)
"""Types of schema.org that are articles, lower case."""
SIMILAR = frozenset(["creativework", "recipe", "review", "videoobject", "webpage"])
"""Types that describe the article where nothing else does."""
DEEPEST = 12
"""Levels of nesting that are searched for articles."""
MOST = 2000
"""Nodes of a page that are looked at; what comes after is no article's description."""

_BEFORE = pattern(r"(?:\s|<!--|<!\[CDATA\[|//|/\*|\*/|;)*")
_BEHIND = pattern(r"(?:\s|>--|>\]\]|//|\*/|/\*|;)*")
"""What scripts wrap around JSON; what stands behind it is read from the end."""
_TRAILING = pattern(r",(?=\s*[}\]])")
_FIELD = pattern(r'"(headline|datePublished|dateModified|dateCreated)"\s*:\s*"([^"\\\n]{1,500})"')
_AUTHOR = pattern(r'"author"\s*:[\[\s]*\{[^{}]{0,500}?"name"\s*:\s*"([^"\\\n]{1,200})"')

Node = dict[str, Any]


def nodes_of(scripts: Iterable[str]) -> list[Node]:
    """Every JSON-LD object of the page's scripts, those inside others after them."""
    found: list[Node] = []
    for script in scripts:
        for value in values_of(script):
            found.extend(islice(_nodes(value), MOST - len(found)))
            if len(found) >= MOST:
                return found
    return found


def values_of(script: str) -> list[Any]:
    """The JSON values that a script holds; of one that is no JSON, what can be made out."""
    for repair in (str, _unwrapped, unescape):
        script = repair(script)
        try:
            return [json.loads(script, strict=False)]
        except RecursionError:
            return []
        except ValueError:
            continue
    return list(_first_values(script)) or list(_salvaged(script))


def _unwrapped(script: str) -> str:
    script = script[_BEFORE.match(script).end() :]  # type: ignore[union-attr]
    behind = _BEHIND.match(script[::-1]).end()  # type: ignore[union-attr]
    return _TRAILING.sub("", script[: len(script) - behind])


def _first_values(script: str) -> Iterator[Any]:
    """The values that stand one after the other, as far as they are sound."""
    decoder = json.JSONDecoder(strict=False)
    position = 0
    while (match := re.compile(r"[{\[]").search(script, position)) and not script[
        position : match.start()
    ].strip(" \n\r\t,;"):
        try:
            value, position = decoder.raw_decode(script, match.start())
        except (ValueError, RecursionError):
            return
        yield value


def _salvaged(script: str) -> Iterator[Node]:
    """Fields that stand plainly in a script that is no JSON (a lost comma, an unescaped quotation mark)."""
    node: Node = {}
    for match in _FIELD.finditer(script):
        node.setdefault(match[1], match[2])
    authors = [match[1] for match in _AUTHOR.finditer(script)]
    if node:
        yield {"@type": "Article", **node, **({"author": authors} if authors else {})}


def _nodes(value: Any) -> Iterator[Node]:
    """`value` and the objects inside it, breadth first."""
    level = [value]
    for _ in range(DEEPEST):
        inside: list[Any] = []
        for item in level:
            if isinstance(item, list):
                inside.extend(item)
            elif isinstance(item, dict):
                yield item
                inside.extend(part for part in item.values() if isinstance(part, dict | list))
        level = inside


def types_of(node: Node) -> set[str]:
    """The names of a node's types, lower case and without their vocabulary."""
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names if isinstance(name, str)}


def article_in(nodes: list[Node]) -> Node | None:
    """The description of the page's article: the first of an article's type, else of a similar one."""
    for wanted in (ARTICLES, SIMILAR):
        for node in nodes:
            if types_of(node) & wanted and ("headline" in node or "datePublished" in node):
                return node
    return None


def texts(value: Any) -> list[str]:
    """The strings that a property holds: itself, a list of them, or `@value`s."""
    items = value if isinstance(value, list) else [value]
    found = [item.get("@value") if isinstance(item, dict) else item for item in items]
    return [" ".join(unescape(item).split()) for item in found if isinstance(item, str) and item.strip()]


def names(value: Any, nodes: list[Node]) -> list[tuple[str, bool]]:
    """The names of persons or organisations that a property holds, and whether it is a person's.

    A reference (`{"@id": ...}`) is looked up among `nodes`.
    """
    items = value if isinstance(value, list) else [value]
    found: list[tuple[str, bool]] = []
    named = {
        node["@id"]: node for node in reversed(nodes) if "name" in node and isinstance(node.get("@id"), str)
    }
    for item in items:
        if isinstance(item, dict):
            if "name" not in item and isinstance(item.get("@id"), str):
                item = named.get(item["@id"], item)
            is_person = "organization" not in types_of(item) and "newsmediaorganization" not in types_of(item)
            found += [(name, is_person) for name in texts(item.get("name"))]
        else:
            found += [(name, True) for name in texts(item)]
    return found
