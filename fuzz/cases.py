"""Inputs made of sound ones by damage: the same each time for a target, seed and number, as fixtures are."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

FIXTURES = Path(__file__).parents[1] / "fixtures"
SEEDS = Path(__file__).parent / "seeds"
"""By target, which is the ending."""
LONGEST = 6000
"""Bytes of a case, so that there can be many."""
SLICES = (200, 600, 1500)
"""Bytes of a long article that are begun with: most cases are short, as what goes wrong seldom needs more."""

TEXT = [
    "\n", "\r\n", "\r", "\n\n", "\f", "\v", "\u2028", "\u0085", "\t", "  ", "\u00a0", "\u200b", "\ufeff",
    "\0", "\ufffe", "\U0001f600", "e\u0301", "\u202e", "İ", "ß", "²", "٣", "“", "”", "„", "«", "»", '"',
    "'", "‘", "’", "—", "- ", "* ", "1. ", "(", ")", "[", "]", "{", "}", "|", "#", "## ", "> ",
    "By Jane Doe", "by editor", "said Jane Doe", "he said", "said", "Q: ", "SMITH: ", "3 May 2024",
    "2024-05-03T10:00:00Z", "31.02.2024", "00:00", "Updated: ", "Published ", "Home > News > ",
    "Advertisement", "Read more: ", "Related Posts", "Photo: A/AFP", "© 2024", "WASHINGTON (AFP) - ",
    "Share", "12 comments", "http://a.example/b?c=d#e", "a@b.example", "Staff", "Inc.", "Dr. ", "U.S. ",
    "the mayor of ", "who ", "laut ", "sagte ", ", said ", "...", "=1+1",
    "<script>artparse-was-here()</script>", "javascript:alert(1)", "&amp;", "&#0;", "</p>", "]]>", "-->",
]  # fmt: skip
"""What means something to layout, quotes or some view."""
MARKUP = [
    "<p>", "<div>", "</div>", "<br>", "<h1>", "</h1>", "<article>", "<nav>", "<table>", "<td>", "<pre>",
    "<q>", "<blockquote>", "<ul>", "<li>", "<a href='/x'>", "</a>", "<time datetime='2024-05-03'>", "<svg>",
    "<math>", "<template>", "<noscript>", "<textarea>", "<plaintext>", "<!--", "<![CDATA[", "<!DOCTYPE",
    "<?xml", "<base href='x'>", "<script type='application/ld+json'>", "</script>",
    '{"@type":"NewsArticle","headline":', '"author":[', '{"@id":"#a"}', "<meta charset=idna>",
    "<meta charset=utf-16>", "<meta property='article:published_time' content='", "<title>",
    "<meta name=author content='", "'>", "&nbsp;", "&#x110000;", "&#xd800;", " class='byline'", " lang=xx",
    " hidden", " itemprop=headline", " itemscope itemtype='http://schema.org/NewsArticle'", "<figure>",
    "<figcaption>", "<body>", "</html>", "\0", " role=navigation", " style='display:none'", "<iframe>",
    "<form>", "<button>", "<header>",
]  # fmt: skip
MAIL = [
    "From: ", "To: ", "Subject: ", "Date: ", "Message-ID: <a@b>", "MIME-Version: 1.0", "Content-Type: ",
    "text/plain", "text/html", "multipart/mixed; boundary=b", "multipart/alternative; boundary=", "--b",
    "--b--", "message/rfc822", "; charset=", "idna", "utf-7", "punycode", "utf-8",
    "Content-Transfer-Encoding: ", "base64", "quoted-printable", "=?utf-8?b?////?=", "=?idna?q?=ff?=", "=?",
    "?=", "=\n", "=3D", "charset*=utf-8''%ff", "name*0*=", "((((", "\n From ",
    "\nFrom a@b Fri May  3 10:00:00 2024\n", "Resent-", "Fri, 3 May 2024 25:61:00 +9999", "<>",
    "undisclosed:;", "\n\n",
]  # fmt: skip
DATA = [
    "{", "}", "[", "]", '"', ":", ",", "null", "true", "1e999", "-0", "NaN", "1" * 400, '"text":',
    '"title":', '"date":', '"author":', '"url":', '"html":', '"²"', "\\ud800", "\\u0000", "\n", '{"text":"',
    '"}', '{"a":' * 20, "[" * 30, '"id":', '"body":', '"authors":[{"name":"A"}],', '"language":"German",',
    "2024-05-03", "1714723200", '"schema_version":2', '"source":{', '"spans":', '"sections":[', ";", "\t",
    '""', "\r\n", "title,text,date\n", "'",
]  # fmt: skip
ARCHIVE = [
    "WARC/1.0\r\n", "WARC-Type: response\r\n", "WARC-Type: conversion\r\n", "Content-Length: ", "-5", "abc",
    "99999999999", "0", "WARC-Target-URI: http://a.example/\r\n", "WARC-Date: 2024-13-01T00:00:00Z\r\n",
    "WARC-Record-ID: <urn:uuid:1>\r\n", "Content-Type: application/http; msgtype=response\r\n",
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 404 \r\n", "\r\n\r\n", "Content-Type: text/html; charset=",
    "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "5\r\nabcde\r\n", "<p>", "\x1f\x8b",
    "ffffffff\r\n",
]  # fmt: skip
MARKDOWN = [
    "---\n", "+++\n", "title: ", "date: ", "author: ", "tags: [", "&a ", "*a", "!!int ''", "!!timestamp x",
    "? ", ": ", "<<: *a", "a = ", "[a.b]", "[[a]]", '"""', "```", "~~~", "    ", "# ", "===", "![a](b)",
    "[a](b)", "[a]: b", "<b>", "* * *", "| a | b |\n|---|---|\n", "- [ ] ", "\\", "`", "**", "__", "<!--",
    "&copy;", "0001-01-01T00:00:00+23:59", "generator: ",
]  # fmt: skip
RICH = [
    "{\\rtf1", "\\ansicpg1252", "\\par ", "\\'e9", "\\u8220?", "\\u-10179?", "\\b ", "\\*", "{\\*\\x ", "}",
    "{", "\\bin5 ", "\\uc0", "\\fonttbl", "\\line ", "\\tab ", "\\'", "\\u", "\\pard", "\\ansicpg99999",
    "\\deff", "\\fcharset128",
]  # fmt: skip
WORD = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", '<w:pStyle w:val="Heading1"/>', "<w:br/>",
    "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:pPr>", "</w:pPr>", "<w:numPr/>", "<w:hyperlink>",
    "<w:del>", "<w:ins>", "<w:sdt>", "&amp;", "&x;", '<w:b w:val="0"/>',
    "<w:outlineLvl w:val='99999999999'/>", "<mc:AlternateContent>", "<w:txbxContent>",
]  # fmt: skip
PRINTED = [
    "1 0 obj", "endobj", "stream\n", "endstream", "<<", ">>", "/Type /Page", "/Kids [1 0 R]", "/Length -1",
    "/Length 1 0 R", "/Contents 3 0 R", "BT ", " ET", "(a) Tj ", "[(a) -999 (b)] TJ ", " 0 -14 Td ",
    "1 0 0 1 72 700 Tm ", "/F1 12 Tf ", "0 0 R", "xref\n", "trailer", "startxref\n0\n", "%%EOF",
    "/Parent 2 0 R", "/Count 99999999", "/MediaBox [0 0 0 0]", "nan", "1e99", "/Filter /FlateDecode",
    "/Encoding /Identity-H", "q ", "Q ", "0 0 0 0 0 0 cm ",
]  # fmt: skip
EXPORT = [
    "\nBYLINE: ", "\nSECTION: ", "\nLENGTH: 500 words", "\nLOAD-DATE: May 3, 2024", "\nBody\n",
    "\nEnd of Document", "\nHD\n", "\nLP\n", "\nTD\n", "\nBY Jane Doe", "\nPD 3 May 2024", "\nSN The Paper",
    "\nDocument ABC0000020240503ek5300001\n", "\n2 of 5 DOCUMENTS\n", "\nCopyright 2024 ", "\nTitle: ",
    "\nAuthor: ", "\nPublication title: ", "\nFull text: ", "\nProQuest document ID: 12", "\n____\n",
    "\nCopyright 2024 A\nAll Rights Reserved\n", "\nDATELINE: ", "\nHEADLINE: ",
]  # fmt: skip


def as_it_is(data: bytes) -> bytes:
    return data


def in_word(data: bytes) -> bytes:
    """A Word document with `data` as its text; damage goes into that, and not into the packing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _word_parts().items():
            archive.writestr(zipfile.ZipInfo(name), data if name == "word/document.xml" else content)
    return packed.getvalue()


@cache
def _word_parts() -> dict[str, bytes]:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" '
            f'ContentType="{kind}"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r" Type="{office}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": b"",
    }


class Kind(NamedTuple):
    """What cases of one target are made of."""

    tokens: list[str]
    files: tuple[str, ...] = ()
    """Below `fixtures`, beside those of `seeds/`."""
    wrap: Callable[[bytes], bytes] = as_it_is


KINDS = {
    "text": Kind(TEXT, ("articles/*.txt",)),
    "markdown": Kind(MARKDOWN, ("inputs/*.md",)),
    "html": Kind(MARKUP, ("inputs/*.html",)),
    "email": Kind(MAIL, ("inputs/*.eml", "inputs/*.mbox", "inputs/*.mhtml")),
    "docx": Kind(WORD, wrap=in_word),
    "rtf": Kind(RICH, ("inputs/*.rtf",)),
    "pdf": Kind(PRINTED),
    "jsonl": Kind(DATA, ("inputs/*.jsonl",)),
    "csv": Kind(DATA),
    "warc": Kind(ARCHIVE),
    "export": Kind(EXPORT, ("inputs/nexis.txt", "inputs/factiva.txt", "inputs/proquest.txt")),
    "records": Kind(DATA),
    "quotes": Kind(TEXT, ("articles/*.txt",)),
    "layout": Kind(TEXT, ("articles/*.txt",)),
}
"""By the name of the target; the others are made of all of them."""


def _records() -> list[bytes]:
    """Records of artparse's own."""
    from artparse.pipeline import parse

    seeds = [(SEEDS / f"plan.{name}", name) for name in ("text", "html")]
    return [
        parse(path.read_bytes(), input_format=name, keep_text=True).to_json().encode() + b"\n"
        for path, name in seeds
    ]


@cache
def seeds_of(target: str) -> tuple[bytes, ...]:
    """What cases of a target begin with."""
    kind = KINDS[target]
    ending = "text" if target in ("quotes", "layout") else target
    seeds = [path.read_bytes() for path in sorted(SEEDS.glob(f"*.{ending}"))]
    files = [path.read_bytes() for pattern in kind.files for path in sorted(FIXTURES.glob(pattern))]
    pieces = [
        data[at : at + length]
        for data in files
        for length in SLICES
        for at in range(0, min(len(data), 3 * length), length)
    ]
    own = _records() if target == "records" else []
    return (*seeds, *pieces, *own)


@cache
def tokens_of(target: str) -> tuple[bytes, ...]:
    """What is put in: half of them what any text may have."""
    return tuple(token.encode() for token in (KINDS[target].tokens + TEXT))


def case(target: str, seed: int, number: int) -> bytes:
    """The input of that number."""
    draw = random.Random(f"{target} {seed} {number}")
    kind = target if target in KINDS else draw.choice(list(KINDS))
    data = draw.choice(seeds_of(kind)) if draw.random() < 0.95 else b""
    for _ in range(min(draw.choice((0, 1, 1, 2, 2, 3, 4, 6, 10, 20)) + (not data), 20)):
        data = _damaged(data, kind, draw)[:LONGEST]
    return KINDS[kind].wrap(data)


def _damaged(data: bytes, kind: str, draw: random.Random) -> bytes:
    """`data` with one change."""
    at = draw.randint(0, len(data))
    end = min(len(data), at + int(draw.expovariate(1 / 40)))
    piece = data[at:end]
    match draw.randrange(12):
        case 0 | 1 | 2 | 3:
            return data[:at] + draw.choice(tokens_of(kind)) + data[at:]
        case 4:
            return data[:at] + draw.choice(tokens_of(kind)) * draw.choice((2, 5, 40)) + data[end:]
        case 5:
            return data[:at] + data[end:]
        case 6:
            return data[:end] + piece * draw.choice((1, 2, 20)) + data[end:]
        case 7:
            return data[:at] + bytes(draw.randrange(256) for _ in range(draw.randint(1, 4))) + data[end:]
        case 8:
            other = draw.choice(seeds_of(kind))
            begin = draw.randint(0, len(other))
            return data[:at] + other[begin : begin + int(draw.expovariate(1 / 200))] + data[end:]
        case 9:
            to = draw.randint(0, len(data))
            return data[:to] + piece + data[to:]
        case 10:
            return data[:at]
        case _:
            return data[:at] + draw.choice(tokens_of(kind)) + data[end:]


def as_json(data: bytes) -> str:
    """A case as one printable line."""
    return json.dumps(data.decode("latin-1"))
