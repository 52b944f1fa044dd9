"""artparse's own JSON as an input: one record, an array of them, or a record on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from artparse.reading.content import Broken, Content
from artparse.reading.jsonlines import Fault, values


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """Each record as its JSON; one that is no JSON is `Broken`, and the others go on."""
    for number, value in enumerate(values(file, name, max_size), 1):
        if isinstance(value, Fault):
            yield Broken(number, "too_large" if value.large else "broken", value.message)
        else:
            data = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield Content(data, name=name, format="records", record=number)


def holds_one(head: bytes) -> bool:
    """Whether a file that begins with `head` is a single record over several lines, or on one line."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first, _, rest = start.partition(b"\n")
    return start.startswith(b"{") and (first.strip() == b"{" or not rest.strip())
