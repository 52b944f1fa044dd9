"""What an input is: by its content first, by its name second."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection

from artparse.article import FailureKind
from artparse.errors import ArtparseError
from artparse.patterns import pattern

TO_TEXT = "make text of it first, with "
SIGNATURES: tuple[tuple[bytes, FailureKind, str], ...] = (
    (b"PK\x03\x04", "unsupported", f"a ZIP file or Office document, which is not read; {TO_TEXT}pandoc"),
    (b"\xd0\xcf\x11\xe0", "unsupported", f"an old Office document, which is not read; {TO_TEXT}antiword"),
    (b"BZh", "unsupported", "compressed, which is not read; decompress it first, with bunzip2"),
    (b"\xfd7zXZ\0", "unsupported", "compressed, which is not read; decompress it first, with unxz"),
    (b"\x28\xb5\x2f\xfd", "unsupported", "compressed, which is not read; decompress it first, with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "unsupported", "compressed, which is not read; decompress it first, with 7z"),
    (b"\x1f\x8b", "unsupported", "compressed more than once; decompress it first, with gunzip"),
    (b"\x89PNG", "binary", "not text: a PNG image"),
    (b"\xff\xd8\xff", "binary", "not text: a JPEG image"),
    (b"GIF8", "binary", "not text: a GIF image"),
    (b"\x7fELF", "binary", "not text: a program"),
)
NAMES = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".eml": "email",
    ".mbox": "mbox",
    ".json": "jsonl",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".parquet": "csv",
    ".warc": "warc",
    ".docx": "docx",
    ".rtf": "rtf",
    ".pdf": "pdf",
}
"""Formats by how file names end, `.gz` left out."""
PARQUET = b"PAR1"
DELIMITERS = ",;\t|"
"""What may stand between the cells of a table."""
SAMPLE = 4096
"""Bytes at the beginning of which some hold a page's first tags."""


def refuse_binary(data: bytes, name: str | None = None) -> None:
    """Raises ArtparseError, `binary`, `unsupported` or `broken`, for bytes that are known to be no text."""
    for signature, kind, message in SIGNATURES:
        if data.startswith(signature) and _is_word(data):
            return
        if data.startswith(signature) and data.startswith(b"PK") and suffix_of(name) == ".docx":
            raise ArtparseError(
                "broken", "a Word document that is damaged or cut off; save or fetch it again"
            )
        if data.startswith(signature):
            raise ArtparseError(kind, message)


def detect(head: bytes, name: str | None, among: Collection[str] | None = None) -> str:
    """The format of an input that begins with `head` and has the file name `name`.

    Only those in `among` are looked for, where it is given; the result is empty for none of them.
    """
    for format_, shown in (
        ("docx", _is_word(head)),
        ("rtf", head[:5] == b"{\\rtf"),
        ("pdf", head[:5] == b"%PDF-"),
        ("csv", head[:4] == PARQUET),
    ):
        if shown and (among is None or format_ in among):
            return format_
    # NULs out, so that a page in UTF-16 shows its tags, too.
    start = head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n\f")
    for format_, shows in TESTS:
        if (among is None or format_ in among) and shows(start):
            return format_
    named = NAMES.get(suffix_of(name), "text")
    return named if among is None or named in among else ""


def _is_word(data: bytes) -> bool:
    """Whether bytes begin as a Word document does: a ZIP file with Word's parts among the first."""
    return data.startswith(b"PK\x03\x04") and (
        b"word/" in data[: 16 * SAMPLE] or b"word/" in data[-2 * SAMPLE :]
    )


def suffix_of(name: str | None) -> str:
    """How a file name ends, lower case, without `.gz`: `.html` for `page.HTML.gz`."""
    if name is None:
        return ""
    return os.path.splitext(name.lower().removesuffix(".gz"))[1]


def _is_warc(start: str) -> bool:
    return start.startswith("WARC/")


def is_page(start: str, parts: bool = True) -> bool:
    """Whether text is an HTML page; with `parts`, or a part of one."""
    if not start.startswith("<"):
        return False
    start = start[:SAMPLE].lower()
    if any(tag in start for tag in ("<!doctype html", "<html", "<head", "<body")):
        return True
    return parts and len(re.findall(r"</(?:p|div|h[1-6]|article|section|ul|table)>", start)) > 1


def _headers(start: str) -> set[str]:
    """Names of the header lines that an e-mail begins with, lower case."""
    names: set[str] = set()
    for line in start[: 4 * SAMPLE].splitlines():
        if line[:1] in (" ", "\t") and names:
            continue
        name, colon, _ = line.partition(":")
        if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{1,60}", name):
            break
        names.add(name.lower())
    return names


_MAIL = frozenset(("mime-version", "message-id", "received", "return-path", "delivered-to", "content-type"))
_LETTER = frozenset(("from", "to", "subject", "date"))


def _is_mhtml(start: str) -> bool:
    found = _headers(start)
    return "mime-version" in found and "multipart/related" in start[:SAMPLE].lower() and "to" not in found


def _is_mbox(start: str) -> bool:
    first, _, rest = start.partition("\n")
    return re.match(r"From \S.*\d\d:\d\d", first[:200]) is not None and len(_headers(rest)) > 1


def _is_email(start: str) -> bool:
    found = _headers(start)
    return len(found & _LETTER) > 1 and bool(found & _MAIL)


_OBJECT = pattern(r'\[?\s*\{\s*"[^"\n]{1,100}"\s*:', signs="{")
_RECORD = pattern(
    r'\[?\s*\{\s*(?:"schema_version"\s*:\s*\d+\s*,\s*"source"\s*:\s*\{\s*"path"\s*:'
    r'|"source"\s*:\s*\{\s*"path"\s*:\s*(?:null|"(?:[^"\\]|\\.)*")\s*,\s*"record"\s*:\s*(?:null|\d+)\s*\}'
    r'\s*,\s*"error"\s*:)',
    signs="{",
)


def _is_json(start: str) -> bool:
    return _OBJECT.match(start) is not None


def _is_record(start: str) -> bool:
    """Whether JSON begins with a record of artparse's own, of an article or of a failure."""
    return _RECORD.match(start) is not None


def delimiter_of(first: str, suffix: str = "") -> str:
    """What stands between the cells of a table whose first line (its names) this is."""
    if suffix in (".tsv", ".tab") and "\t" in first:
        return "\t"
    outside = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=outside.count)


def _is_table(start: str) -> bool:
    """Whether a text's first line names the columns of a table of articles."""
    first = start[:SAMPLE].partition("\n")[0].strip("\r")
    names = [name.strip(" \"'") for name in first.split(delimiter_of(first))]
    if len(names) < 2 or not all(re.fullmatch(r"[\w .:-]{1,40}", name) for name in names):
        return False
    from artparse.reading.fields import by_name
    from artparse.reading.rows import holds_text

    return holds_text(by_name(dict.fromkeys(names)))


WORDS_OF_EXPORTS = ("document", "dokument", "factiva", "docpublicationname", "load-date", "proquest")
"""Words of which an export has one."""
_CODE = pattern(r"\nhd\b")
_ISSUE = pattern(r"news(?<=\bnews).{1,3}(?:19|20)\d{6}")
_COUNT = pattern(r":[ \t]{1,9}[\d.,]{1,9}[ \t]")
_COUNTED = pattern(r"[ \t]{0,9}[^\W\d_]{5,9}:")
"""What else an export has in it; all but the last begin with what is quickly looked for."""
LONGEST_LABEL = 20
"""What stands in a line before a count of words is shorter."""


def may_be_export(low: str) -> bool:
    """Whether a text, in small letters, has something in it that exports have."""
    known = any(word in low for word in WORDS_OF_EXPORTS)
    return known or bool(_ISSUE.search(low) or _CODE.search(f"\n{low}")) or _counts_words(low)


def _counts_words(low: str) -> bool:
    """Whether a line says how long something is: `length: 512 words`."""
    counts = (match.start() for match in _COUNT.finditer(low))
    return any(
        _COUNTED.match(low, low.rfind("\n", max(0, at - LONGEST_LABEL), at) + 1, at + 1) for at in counts
    )


def _is_export(start: str) -> bool:
    data = start.encode("latin-1", "replace")
    if not may_be_export(data.lower().decode("latin-1")):
        return False
    from artparse.reading.exports import database_of

    text = data.decode("utf-8", "replace")
    return database_of(start if text.count("\ufffd") > 1 else text) is not None


def _is_export_page(start: str) -> bool:
    return start.startswith("<") and _is_export(start)


_MARKED_HEADING = pattern(r"^#{1,4} \S.*$(?!\r?\n[^\S\n]{0,9}[^\W\dA-Z])", re.MULTILINE, signs="#")
"""A line with a heading's mark; below a comment in a listing stands a line that opens with a small letter."""
_FRONT_MATTER = pattern(r"---\n[\w-]+:(?s:.*)\n|\+\+\+\n[\w-]+ *= *")
_MARKED_LINK = pattern(r"\]\((?:https?:/|/|#|mailto:)[^)\s\]]*\)|\]\(<", signs="]")
OPENING_SHARE = 3
"""What marks a text stands in this part of it already: a page that shows Markdown has it somewhere below."""


def is_markdown(start: str) -> bool:
    """Whether text plainly is Markdown: it opens with front matter, or marks headings and links."""
    if start.startswith(("---\n", "+++\n")) and _FRONT_MATTER.match(start):
        return True
    headings = [match.start() for match in _MARKED_HEADING.finditer(start)]
    links = [match.start() for match in _MARKED_LINK.finditer(start)]
    if not (headings and links) and len(links) < 4 and len(headings) < 3:
        return False
    return min(headings + links) * OPENING_SHARE <= len(start)


TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("warc", _is_warc),
    ("export", _is_export_page),
    ("html", is_page),
    ("records", _is_record),
    ("jsonl", _is_json),
    ("mbox", _is_mbox),
    ("mhtml", _is_mhtml),
    ("email", _is_email),
    ("export", _is_export),
    ("csv", _is_table),
    ("markdown", is_markdown),
)
"""What content shows of its format, in this order."""
