"""Web archives (WARC), as crawlers write them: the pages among the responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from artparse.errors import ArtparseError
from artparse.reading.content import Broken, Content
from artparse.reading.document import Evidence
from artparse.reading.files import too_large

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
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        message = "a web archive, which needs a library to be read: pip install 'artparse[warc]'"
        raise ArtparseError("unsupported", message) from None
    number = 0
    try:
        for record in ArchiveIterator(file, arc2warc=True):
            number += 1
            if (item := _item(record, number, name, max_size)) is not None:
                yield item
    except (ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
        yield Broken(
            number + 1, "broken", f"the web archive is damaged here: {' '.join(str(error).split())[:200]}"
        )


def _item(record: Any, number: int, name: str | None, max_size: int | None) -> Content | Broken | None:
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers or record.rec_headers
    media = headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not media.lower().startswith(PAGES) or status != "200":
        return None
    data = record.content_stream().read() if max_size is None else record.content_stream().read(max_size + 1)
    if max_size is not None and len(data) > max_size:
        return Broken(number, "too_large", too_large(max_size))
    charset = _CHARSET.search(media)
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return Content(
        data,
        name=None,
        format="html",
        record=number,
        encoding=charset[1] if charset else None,
        evidence=Evidence(url=address or None),
    )
