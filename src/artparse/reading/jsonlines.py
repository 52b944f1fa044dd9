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
from artparse.reading.detecting import suffix_of
from artparse.reading.files import too_large
from artparse.reading.rows import content_of, records_in
from artparse.reading.streams import HEAD, lines


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The records of a JSON file; one that is no JSON, or has no text, is `Broken`, and the others go on."""
    wrapped = values(file, name, max_size)
    records = (inner for value in wrapped for inner in ([value] if field else records_in(value)))
    for record, value in enumerate(records, 1):
        if isinstance(value, Fault):
            yield Broken(record, "too_large" if value.large else "broken", value.message)
        else:
            yield guarded(record, partial(content_of, value, record, field))


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
        # Some of the messages end with the word that says where.
        return Fault(f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos}")
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
                reason = getattr(error, "msg", str(error)).removesuffix(" at")
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
