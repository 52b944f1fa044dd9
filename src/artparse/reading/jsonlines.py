"""JSON Lines and JSON: many articles in one file, as crawlers and data sets ship them.

A record is a JSON object: on a line of its own, or one after the other (an array, or objects
over several lines). Its text stands in one of its fields; others are evidence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from artparse.reading.content import Broken, Content, guarded
from artparse.reading.detecting import is_page, suffix_of
from artparse.reading.fields import evidence_in
from artparse.reading.files import too_large
from artparse.reading.streams import HEAD, lines

TEXT = (
    "text", "maintext", "content", "body", "article_body", "articlebody", "article_text", "full_text",
    "fulltext", "plain_text", "cleaned_text", "raw_text", "page_content", "article", "story", "markdown",
    "html", "raw_html", "html_content", "content_html", "body_html", "raw_content", "page",
)  # fmt: skip
"""Fields that may hold the article, the first that does."""
IDENTIFIER = (
    "id", "_id", "uuid", "guid", "article_id", "articleid", "doc_id", "document_id", "accession_number",
    "stories_id", "message_id",
)  # fmt: skip
"""Fields that may hold the record's own identifier, the first that does."""
PAGES = frozenset(("raw_text", "page_content", "raw_content", "page", "html", "raw_html", "html_content"))
"""Those that hold a page as it was fetched, with what stands around the article."""
WITHIN = ("_source", "article", "data", "doc", "document", "fields", "item")
"""Fields whose object may hold the record itself."""


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The records of a JSON file; one that is no JSON, or has no text, is `Broken`, and the others go on."""
    for record, value in enumerate(values(file, name, max_size), 1):
        if isinstance(value, Fault):
            yield Broken(record, "too_large" if value.large else "broken", value.message)
        else:
            yield guarded(record, partial(_content, value, record, field))


def values(file: BinaryIO, name: str | None, max_size: int | None) -> Iterator[Any]:
    """The values in a JSON file, a `Fault` for what is none."""
    head = file.peek(HEAD) if hasattr(file, "peek") else b""
    return (_lines if _is_lines(head, name) else _values)(file, max_size)


def _is_lines(head: bytes, name: str | None) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        return False
    if suffix_of(name) in (".jsonl", ".ndjson"):
        return True
    first, end, rest = start.partition(b"\n")
    if not end or not rest.strip():
        return False
    try:
        json.loads(first)
    except ValueError:
        # A broken first line, or an object over several lines: those are indented.
        return first.rstrip().endswith(b"}") and len(first) > 2
    return True


class Fault:
    """A value that cannot be had."""

    def __init__(self, message: str, large: bool = False) -> None:
        self.message, self.large = message, large


def _lines(file: BinaryIO, max_size: int | None) -> Iterator[Any]:
    for line in lines(file, max_size):
        if line is None:
            yield Fault(too_large(max_size or 0), large=True)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _loaded(line)


def _loaded(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig", "replace"), strict=False)
    except RecursionError:
        return Fault("JSON that is nested too deep")
    except json.JSONDecodeError as error:
        return Fault(f"not JSON: {error.msg} at character {error.pos}")
    except ValueError as error:  # A number of thousands of digits.
        return Fault(f"not JSON that can be read: {error}")


def _values(file: BinaryIO, max_size: int | None) -> Iterator[Any]:
    """The values of an array, or values one after the other; ends at the first that is no JSON."""
    import codecs

    decoder = json.JSONDecoder(strict=False)
    decode: Callable[..., str] = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    text, position, ended = "", 0, False
    while True:
        found = re.compile(r"[^\s,\[\]]").search(text, position)
        if found is None:
            if ended:
                return
            piece = file.read(HEAD)
            text, position, ended = decode(piece, not piece), 0, not piece
            continue
        position = found.start()
        try:
            value, position = decoder.raw_decode(text, position)
        except RecursionError:
            yield Fault("JSON that is nested too deep")
            return
        except ValueError as error:
            if ended:
                reason = getattr(error, "msg", str(error))
                yield Fault(f"not JSON: {reason}; what follows in the file is not read")
                return
            if max_size is not None and len(text) - position > max_size:
                yield Fault(f"{too_large(max_size)}; what follows in the file is not read", large=True)
                return
            # As much again as there is: a long value is looked at a few times only.
            piece = file.read(max(HEAD, len(text) - position))
            text, position, ended = text[position:] + decode(piece, not piece), 0, not piece
            continue
        yield value
        if position > HEAD:
            text, position = text[position:], 0


def _content(value: Any, record: int, field: str | None) -> Content | Broken:
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        return Broken(record, "broken", f"a JSON {_kind(value)} where an object with an article was expected")
    fields = _fields(value)
    name, text = _text(value, fields, field)
    if text is None:
        wanted = f"field {field!r}" if field else "field with a text"
        there = ", ".join(list(value)[:8])
        return Broken(record, "broken", f"no {wanted}; name one with --field (there are: {there})"[:300])
    kind = "html" if is_page(text.lstrip()) else "auto" if "markdown" in fields else "text"
    # Escapes can make a text of what is none.
    evidence = evidence_in(fields)
    return Content(
        text.encode("utf-8", "surrogatepass"),
        text,
        format=kind,
        record=record,
        id=_identifier(fields),
        own=value,
        evidence=evidence,
        given=kind == "text" and name not in PAGES and bool(evidence.title),
    )


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


def _fields(value: dict[str, Any]) -> dict[str, Any]:
    """The record's fields by lower-case name, those of an object inside it beside its own."""
    fields = {key.lower(): item for key, item in value.items()}
    for name in WITHIN:
        inner = fields.get(name)
        if isinstance(inner, dict):
            fields = {key.lower(): item for key, item in inner.items()} | {
                key: item for key, item in fields.items() if key != name
            }
    return fields


def _text(value: dict[str, Any], fields: dict[str, Any], field: str | None) -> tuple[str, str | None]:
    """The name of the text's field, and the text."""
    if field is not None:
        inner: Any = value
        for step in field.split(".") if field not in value else [field]:
            inner = inner.get(step) if isinstance(inner, dict) else None
        return field.rpartition(".")[2].lower(), _joined(inner)
    return next(
        ((name, text) for name in TEXT if (text := _joined(fields.get(name))) and not text.isspace()),
        ("", None),
    )


def _joined(value: Any) -> str | None:
    """A text, or a list of paragraphs as one."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) else None
