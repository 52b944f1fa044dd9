"""Web archives (WARC), as crawlers write them: the pages among the responses."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from artparse.article import FailureKind
from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading.content import Broken, Content
from artparse.reading.document import Evidence
from artparse.reading.files import hushed, too_large
from artparse.reading.streams import HEAD
from artparse.values import NamedTuple

PAGES = ("text/html", "application/xhtml+xml")
START = b"WARC/"
MOST_HEADER = 64 * 1024
"""Bytes of a record's header, and of the server's before a page."""
_CHARSET = pattern(r"(?i)charset\s*=\s*[\"']?([\w:.+-]+)")


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
    hushed("warcio")
    for number, raw in enumerate(_framed(file, max_size), 1):
        if isinstance(raw, _Fault):
            yield Broken(number, raw.kind, raw.message)
            continue
        try:
            archive = ArchiveIterator(BytesIO(raw))
            record = next(archive, None)
            item = None if record is None else _item(record, number, max_size)
            # It holds itself, and the record, until the garbage is collected.
            archive.the_iter, archive.record = iter(()), None
        except (AttributeError, TypeError):  # The library looks at fields that each record should have.
            item = Broken(
                number, "broken", "a record without a header field that it needs, such as its address"
            )
        except Exception as error:  # What the library raises for damage is of many kinds.
            reason = " ".join(f"{error}".split())[:200]
            item = Broken(number, "broken", f"damaged in the web archive: {reason}")
        if item is not None:
            yield item


class _Fault(NamedTuple):
    """A record that cannot be had."""

    kind: FailureKind
    message: str


def _framed(file: BinaryIO, max_size: int | None) -> Iterator[bytes | _Fault]:
    """The bytes of each record, with its header; one without a sound length ends where the next begins."""
    line = file.readline(HEAD)
    while line:
        if not line.startswith(START):
            if line.strip():
                yield _Fault("broken", "the web archive is damaged here, up to the next record")
            line = _next_start(file)
            continue
        header = [line]
        size = len(line)
        while (line := file.readline(HEAD)).strip() and size < MOST_HEADER:
            header.append(line)
            size += len(line)
        header.append(b"\r\n")
        length = _length(header)
        if length is None:
            yield _Fault("broken", "a record without a sound Content-Length; passed over")
            line = _next_start(file)
            continue
        most = length if max_size is None else min(length, max_size + MOST_HEADER)
        body = file.read(most)
        if len(body) < most:
            yield _Fault("broken", "the web archive is cut off here; fetch it again")
            return
        left = length - most
        while left and (piece := file.read(min(left, HEAD))):
            left -= len(piece)
        if left:
            yield _Fault("broken", "the web archive is cut off here; fetch it again")
            return
        yield b"".join((*_sized(header, len(body)), body, b"\r\n\r\n"))
        line = _next_line(file)


def _length(header: list[bytes]) -> int | None:
    """The length that a header states; null where it states none that can be."""
    for line in header:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            value = value.strip()
            return int(value) if value.isdigit() and len(value) < 16 else None
    return None


def _sized(header: list[bytes], length: int) -> Iterator[bytes]:
    """`header`, with the length of what was read."""
    for line in header:
        yield b"Content-Length: %d\r\n" % length if line.lower().startswith(b"content-length") else line


def _next_line(file: BinaryIO) -> bytes:
    """The next line that is not empty."""
    while (line := file.readline(HEAD)) and not line.strip():
        pass
    return line


def _next_start(file: BinaryIO) -> bytes:
    """The line that the next record begins with; empty for none."""
    while (line := file.readline(HEAD)) and not line.startswith(START):
        pass
    return line


def _item(record: Any, number: int, max_size: int | None) -> Content | Broken | None:
    """The page of a record; null for a record that holds none."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers or record.rec_headers
    media = headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not media.lower().startswith(PAGES) or status != "200":
        return None
    data = record.content_stream().read(None if max_size is None else max_size + 1)
    if max_size is not None and len(data) > max_size:
        return Broken(number, "too_large", too_large(max_size))
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
