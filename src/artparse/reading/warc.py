"""Web archives (WARC), as crawlers write them: the pages among the responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any, BinaryIO

from artparse.errors import ArtparseError
from artparse.reading.content import Broken, Content
from artparse.reading.document import Evidence
from artparse.reading.files import too_large
from artparse.reading.streams import HEAD

PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?([\w:.+-]+)")


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The HTML pages of an archive, one at a time; records are counted with those that are no page.

    Raises ArtparseError `unsupported` where the library is missing.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        message = "a web archive, which needs a library to be read: pip install 'artparse[warc]'"
        raise ArtparseError("unsupported", message) from None
    records = iter(ArchiveIterator(file, arc2warc=True))
    for number in count(1):
        try:
            record = next(records, None)
        except Exception as error:  # What the library raises for damage is of many kinds.
            reason = " ".join(f"{error}".split())[:200]
            yield Broken(number, "broken", f"the web archive is damaged here: {reason}")
            return
        if record is None:
            return
        if (item := _item(record, number, max_size)) is not None:
            yield item


def _item(record: Any, number: int, max_size: int | None) -> Content | Broken | None:
    """The page of a record; null for a record that holds none."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers or record.rec_headers
    media = headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not media.lower().startswith(PAGES) or status != "200":
        return None
    try:
        data = record.content_stream().read(-1 if max_size is None else max_size + 1)
        if max_size is not None and len(data) > max_size:
            return Broken(number, "too_large", too_large(max_size))
        while record.raw_stream.read(HEAD):
            pass
    except Exception as error:  # What the library raises for damage is of many kinds.
        return Broken(number, "broken", f"damaged in the web archive: {' '.join(f'{error}'.split())[:200]}")
    if record.raw_stream.limit > 0:
        return Broken(number, "broken", "the web archive is cut off here; fetch it again")
    charset = _CHARSET.search(media)
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return Content(
        data,
        format="html",
        record=number,
        encoding=charset[1] if charset else None,
        evidence=Evidence(url=address or None),
        id=record.rec_headers.get_header("WARC-Record-ID"),
    )
