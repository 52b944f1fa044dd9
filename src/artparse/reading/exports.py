"""Text exports of press databases: Nexis, Factiva and ProQuest, many articles in one file.

Each article comes with labelled lines (`BYLINE:`, `LOAD-DATE:`), which are evidence; what they
label is told to the layout stage (`Hints.given`), and is not to be guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from artparse.article import Span
from artparse.reading.content import Broken, Content
from artparse.reading.decoding import decoded
from artparse.reading.document import Block, Document, Evidence, Hints
from artparse.reading.files import too_large
from artparse.reading.moments import iso
from artparse.reading.plain import blocks
from artparse.reading.streams import lines

# An article begins with one of these lines, or ends with one.
_BEGINS = re.compile(
    rb"\s*(?:Document )?\d{1,6} (?:of|von|de|sur) \d{1,6}(?: DOCUMENTS| DOKUMENTEN)?\s*$", re.IGNORECASE
)
_ENDS = re.compile(rb"\s*End of Document\s*$|Document [A-Z]{2,10}0{2,}[A-Za-z0-9]{10,30}\s*$")
_RULE = re.compile(rb"_{20,}\s*$")

LABELS = {
    "title": "title",
    "headline": "title",
    "hd": "title",
    "byline": "author",
    "author": "author",
    "authors": "author",
    "by": "author",
    "publication title": "site",
    "source": "site",
    "sn": "site",
    "publication date": "date",
    "pd": "date",
    "date": "date",
    "load-date": "loaded",
    "language": "language",
    "language of publication": "language",
    "la": "language",
    "document url": "url",
    "url": "url",
    "abstract": "description",
    "subject": "keywords",
    "body": "text",
    "full text": "text",
    "lp": "text",
    "td": "text",
    "section": "",
    "length": "",
    "dateline": "",
    "graphic": "",
    "publication-type": "",
    "publication type": "",
    "journal code": "",
    "correction": "",
    "correction-date": "",
    "series": "",
    "type": "",
    "highlight": "",
    "publication info": "",
    "publication year": "",
    "publisher": "",
    "place of publication": "",
    "country of publication": "",
    "publication subject": "",
    "issn": "",
    "source type": "",
    "document type": "",
    "proquest document id": "",
    "copyright": "",
    "last updated": "",
    "database": "",
    "location": "",
    "people": "",
    "company": "",
    "first page": "",
    "pages": "",
    "wc": "",
    "sc": "",
    "ed": "",
    "pg": "",
    "cy": "",
    "co": "",
    "in": "",
    "ns": "",
    "re": "",
    "pub": "",
    "an": "",
    "ipd": "",
    "ipc": "",
    "se": "",
    "cr": "",
    "et": "",
    "vol": "",
}
"""Labels of lines, lower case, and which evidence they give; `text` begins the article itself."""
GIVEN = {"title": "title", "author": "byline", "text": "body"}
"""What of a labelled line's value is said of it to the layout stage."""
CODES = frozenset(label.upper() for label in LABELS if len(label) < 4 and label not in ("by", "date"))
"""Factiva's field codes, which stand without a colon, in columns."""
LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "portuguese": "pt", "dutch": "nl", "polish": "pl", "russian": "ru",
}  # fmt: skip

_LABELLED = re.compile(r"([A-Za-z][A-Za-z -]{1,30}?)\s*:(?:\s+(.*))?$")
_CODED = re.compile(r"([A-Z]{2,3})(?:\s+(.*))?$")
_DAY = re.compile(r"(?:[A-Z][a-zé]+ \d{1,2}, \d{4}|\d{1,2}\.? [A-Z]?[a-zäéû]+ \d{4})(?:\b|$)|\d{4}-\d\d-\d\d")
_LENGTH = re.compile(r"[\d,.]+ (?:words|Wörter|mots|palabras)$")


def is_export(start: str) -> bool:
    """Whether text begins as such an export does."""
    head = start.encode("latin-1", "replace").splitlines()[:400]
    if any(_BEGINS.match(line) and re.search(rb"(?i)document", line) for line in head[:40]):
        return True
    if any(_RULE.match(line) for line in head[:10]) and any(
        b"ProQuest" in line or line.startswith(b"Full text:") for line in head
    ):
        return True
    if any(re.match(rb"Load-Date:", line) for line in head) and any(_ENDS.match(line) for line in head):
        return True
    coded = {line[:2] for line in head[:60] if re.match(rb"(?:HD|WC|PD|SN|LA|AN)(?:\s|$)", line)}
    return len(coded) > 3 or any(line.startswith(b"Document ") and _ENDS.match(line) for line in head)


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The articles of an export, one at a time."""
    record, size = 0, 0
    article: list[bytes] = []

    def finished() -> Content | Broken:
        if max_size is not None and size > max_size:
            return Broken(record, "too_large", too_large(max_size))
        return Content(b"".join(article), format="exported", record=record)

    for line in lines(file, max_size):
        begins = line is not None and (_BEGINS.match(line) or _RULE.match(line))
        if not begins:
            size += len(line) if line is not None else (max_size or 0) + 1
            if max_size is None or size <= max_size:
                article.append(line or b"")
            else:
                article.clear()
        if begins or (line is not None and _ENDS.match(line)):
            if _has_words(article) or (max_size is not None and size > max_size):
                record += 1
                yield finished()
            article, size = [], 0
    if _has_words(article) or (max_size is not None and size > max_size):
        record += 1
        yield finished()


def _has_words(article: list[bytes]) -> bool:
    """Whether there is more than a cover line or a footer between two articles."""
    return sum(len(line.split()) for line in article) > 20


def read(content: Content) -> Document:
    """One article of an export: its text as it is, what its labels say as hints and evidence."""
    source = decoded(content)
    text = source.text
    found: dict[str, list[str]] = {}
    parts = list(_parts(text, found))
    if not any(given == "body" for _, given in parts):
        parts = _unlabelled(text, [span for span, _ in parts], found)
    _headed(text, parts, found)
    return Document(
        text=text,
        blocks=tuple(Block(span, Hints(given=given)) for span, given in parts),
        format="text",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
        evidence=_evidence(found),
    )


def _parts(text: str, found: dict[str, list[str]]) -> Iterator[tuple[Span, str]]:
    """The blocks of a text with what they are; `head` above the first label. Fills `found`."""
    current = "head"
    reached = 0
    for start, end in [block.span for block in blocks(text)]:
        line = text[start:end]
        ended = text.count("\n", reached, start) > 1
        reached = end
        label, value = _label_of(line)
        if label is not None:
            current = LABELS[label]
            at = end - len(value)
            if value and current in GIVEN:
                yield (start, start + len(text[start:at].rstrip())), "metadata"
                yield (at, end), GIVEN[current]
            else:
                yield (start, end), "metadata"
            if value and current not in ("", "text"):
                found.setdefault(current, []).append(value)
        elif current == "head":
            yield (start, end), "head"
        elif current == "text":
            yield (start, end), "metadata" if _is_end(line) else "body"
        else:
            current = "" if ended and current not in ("title", "author") else current
            if current:
                found.setdefault(current, []).append(line)
            yield (start, end), GIVEN.get(current, "metadata")


def _label_of(line: str) -> tuple[str | None, str]:
    if match := _LABELLED.match(line):
        label = match[1].lower()
        # Nexis writes its labels in capitals or with a capital; a sentence may hold a colon, too.
        if label in LABELS and (match[1].isupper() or match[1][0].isupper()) and label.upper() not in CODES:
            return label, (match[2] or "").strip()
    elif line.strip() in ("Body", "Classification"):
        return ("body", "") if line.strip() == "Body" else ("subject", "")
    elif (match := _CODED.match(line)) and match[1] in CODES:
        return match[1].lower(), (match[2] or "").strip()
    return None, ""


def _headed(text: str, parts: list[tuple[Span, str]], found: dict[str, list[str]]) -> None:
    """Tell the lines above the first label apart: the publication first, its date, the headline last."""
    head = [i for i, (_, given) in enumerate(parts) if given == "head"]
    title: list[int] = []
    for i in reversed(head):
        line = text[slice(*parts[i][0])]
        if _DAY.match(line) or _LENGTH.match(line) or line.lower().startswith("copyright"):
            break
        if title and text.count("\n", parts[i][0][1], parts[title[-1]][0][0]) > 1:
            break
        title.append(i)
    for i in head:
        if match := _DAY.search(text[slice(*parts[i][0])]):
            found.setdefault("date", []).append(match[0])
        parts[i] = (parts[i][0], "title" if i in title and "title" not in found else "metadata")
    if title and "title" not in found:
        found["title"] = [" ".join(text[slice(*parts[i][0])] for i in reversed(title))]
    rest = [text[slice(*parts[i][0])] for i in head if i not in title]
    if rest and not _DAY.match(rest[0]):
        found.setdefault("site", [rest[0]])


def _unlabelled(text: str, spans: list[Span], found: dict[str, list[str]]) -> list[tuple[Span, str]]:
    """Factiva's display format: headline, byline, length, date, publication, ..., then the text."""
    lines_ = [text[slice(*span)] for span in spans]
    size = next((i for i, line in enumerate(lines_[:12]) if _LENGTH.match(line)), None)
    if size is None:
        return [(span, "metadata" if _is_end(line) else "") for span, line in zip(spans, lines_, strict=True)]
    last = size
    for i in range(size + 1, min(size + 10, len(spans))):
        line = lines_[i]
        if _DAY.match(line):
            found["date"] = [line]
            found["site"] = lines_[i + 1 : i + 2]
        if line.lower() in LANGUAGES:
            found["language"] = [line]
        if len(line) > 80 and not line.lower().startswith(("copyright", "(c)", "©")):
            break
        last = i
        if line.lower().startswith(("copyright", "(c)", "©")):
            break
    found["title"] = lines_[:1]
    found["author"] = lines_[1:size]
    return [
        (
            span,
            "metadata"
            if size <= i <= last or _is_end(line)
            else "body"
            if i > last
            else "byline"
            if i
            else "title",
        )
        for i, (span, line) in enumerate(zip(spans, lines_, strict=True))
    ]


def _is_end(line: str) -> bool:
    return _ENDS.match(line.encode("latin-1", "replace")) is not None


def _evidence(found: dict[str, list[str]]) -> Evidence:
    def first(kind: str) -> str | None:
        return next((value for value in found.get(kind, ()) if value), None)

    title = " ".join(" ".join(found.get("title", ())).split()) or None
    day = next(
        (moment for kind in ("date", "loaded") for value in found.get(kind, ()) if (moment := _day(value))),
        None,
    )
    url = first("url")
    return Evidence(
        title=title,
        titles=(title,) if title else (),
        site=first("site"),
        authors=tuple(_in_order(name) for name in re.split(r"\s*;\s*", first("author") or "") if name),
        published=day,
        language=LANGUAGES.get((first("language") or "").split(";")[0].strip().lower()),
        url=url if url and "://" in url else None,
        description=first("description"),
        keywords=tuple(word for word in re.split(r"\s*;\s*", first("keywords") or "") if word),
    )


def _in_order(name: str) -> str:
    """`Jane Doe` for `Doe, Jane`, as ProQuest has names."""
    match = re.fullmatch(r"([^\s,]+(?: [^\s,]+)?), ([^\s,]+(?: [^\s,]+)?)", name)
    return f"{match[2]} {match[1]}" if match and not name.isupper() else name


def _day(value: str) -> str | None:
    match = _DAY.search(value)
    return iso(match[0]) if match else None
