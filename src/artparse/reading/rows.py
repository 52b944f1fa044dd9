"""A record of named fields (of JSON, of a table's row) to the article it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from artparse.patterns import pattern
from artparse.reading.content import Broken, Content
from artparse.reading.detecting import is_page
from artparse.reading.fields import (
    IDENTIFIER,
    PAGES,
    TEXT,
    TITLE,
    URL,
    WITHIN,
    WRAPPING,
    by_name,
    evidence_in,
)

DEEPEST = 3
"""Objects around the list of what a search gives, at most."""
MOST_NAMED = 8
"""Fields that a message names."""
OPENING = 4000
"""Code points at the beginning of a text in which its tags show."""
LEAST_TAGS = 2
"""Line breaks or ends of paragraphs that a text of HTML has, where it does not begin with a tag."""
_TAGS = "p|div|h[1-6]|article|section|main|ul|ol|table|blockquote|figure|span|strong|em|b|i|a|img|br|hr"
_BEGINS = pattern(rf"\s*<(?:!--|(?P<name>{_TAGS})(?:\s[^<>]{{0,2000}})?/?>)", re.IGNORECASE)
_LINKED = pattern(r"<(?:a\s[^<>]{0,200}href|img\s[^<>]{0,200}src)\s*=", re.IGNORECASE)
_BROKEN = pattern(r"<br\s*/?>|</(?:p|div|h[1-6]|li)>", re.IGNORECASE)


def content_of(value: Any, record: int, field: str | None) -> Content | Broken:
    """The article in a record; `Broken` where it has no text."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        return Broken(record, "broken", f"a JSON {_kind(value)} where an object with an article was expected")
    fields = fields_of(value)
    name, text = _text(value, fields, field)
    if text is None:
        if empty := _empty(value, fields, field):
            link = None if field else _link(fields)
            message = f"the field {empty!r} is empty" + (f"; its link is not fetched: {link}" if link else "")
            return Broken(record, "empty", message[:300])
        return Broken(record, "broken", _without_text(value, fields, field)[:300])
    kind = "html" if is_markup(text) else "auto" if "markdown" in fields else "text"
    # Escapes can make a text of what is none.
    evidence = evidence_in(fields)
    around = name in PAGES if kind == "text" else kind == "auto" or is_page(text.lstrip(), parts=False)
    return Content(
        text.encode("utf-8", "surrogatepass"),
        text,
        format=kind,
        record=record,
        id=_identifier(fields),
        own=value,
        evidence=evidence,
        given=not around and bool(evidence.title),
    )


def records_in(value: Any, depth: int = 0) -> list[Any]:
    """The records in what a search gives: those of the list that it has in place of a text, else itself."""
    if not isinstance(value, dict) or depth > DEEPEST or _text(value, fields_of(value), None)[1] is not None:
        return [value]
    fields = by_name(value)
    for name in WRAPPING:
        inner = fields.get(name)
        if isinstance(inner, list) and inner and all(isinstance(item, dict) for item in inner):
            return inner
        if isinstance(inner, dict) and (found := records_in(inner, depth + 1)) != [inner]:
            return found
    return [value]


def is_markup(text: str) -> bool:
    """Whether text is HTML: a page, or a part of one that begins with a tag, links, or ends its lines."""
    start = text[:OPENING].lstrip()
    if is_page(start):
        return True
    begins = _BEGINS.match(start)
    if begins and (begins["name"] is None or "</" in text or begins["name"].lower() in ("br", "hr", "img")):
        return True
    return bool(_LINKED.search(start)) or len(_BROKEN.findall(start)) >= LEAST_TAGS


def holds_text(names: Mapping[str, Any]) -> bool:
    """Whether records with these fields (by lower-case name) may have a text, and something to go with it."""
    return any(name in names for name in TEXT) and any(name in names for name in (*TITLE, *URL))


def _without_text(value: dict[str, Any], fields: dict[str, Any], field: str | None) -> str:
    there = ", ".join(list(value)[:MOST_NAMED])
    url = None if field else _link(fields)
    if url:
        return (
            f"no field with a text, but a link, which is not fetched: {url}; name one with --field ({there})"
        )
    wanted = f"field {field!r}" if field else "field with a text"
    return f"no {wanted}; name one with --field (there are: {there})"


def _link(fields: dict[str, Any]) -> str | None:
    return next((url for name in URL if isinstance(url := fields.get(name), str) and "://" in url), None)


def _empty(value: dict[str, Any], fields: dict[str, Any], field: str | None) -> str | None:
    """The name of the field that is there for the text and holds nothing."""
    if field is not None:
        there, inner = _inner(value, field)
        return field if there and _is_nothing(inner) else None
    found = next((name for name in TEXT if name in fields and _is_nothing(fields[name])), None)
    return next((str(name) for name in value if found in by_name({name: None})), found)


def _is_nothing(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _identifier(fields: dict[str, Any]) -> str | None:
    """What the first of the fields for identifiers holds, as text; numbers are texts too."""
    for name in IDENTIFIER:
        value = fields.get(name)
        if isinstance(value, dict) and isinstance(value.get("$oid"), str):
            value = value["$oid"]  # As MongoDB writes them.
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def _kind(value: Any) -> str:
    names_ = {list: "array", bool: "truth value", int: "number", float: "number"}
    return names_.get(type(value), "null")


def fields_of(value: dict[str, Any]) -> dict[str, Any]:
    """The record's fields by lower-case name, those of an object inside it beside its own."""
    fields = by_name(value)
    for name in WITHIN:
        inner = fields.get(name)
        if isinstance(inner, dict):
            fields = by_name(inner) | {key: item for key, item in fields.items() if key != name}
    return fields


def _text(value: dict[str, Any], fields: dict[str, Any], field: str | None) -> tuple[str, str | None]:
    """The name of the text's field, and the text."""
    if field is not None:
        return field.rpartition(".")[2].lower(), _joined(_inner(value, field)[1])
    return next(
        ((name, text) for name in TEXT if (text := _joined(fields.get(name))) and not text.isspace()),
        ("", None),
    )


def _inner(value: dict[str, Any], field: str) -> tuple[bool, Any]:
    """Whether there is a field of that name, `a.b` being one inside another, and what it holds."""
    inner: Any = value
    for step in field.split(".") if field not in value else [field]:
        if not isinstance(inner, dict) or step not in inner:
            return False, None
        inner = inner[step]
    return True, inner


def _joined(value: Any) -> str | None:
    """A text, or a list of paragraphs as one."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else None
