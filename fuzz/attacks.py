"""Inputs of any length made to take more time than their length allows, by what they are made of.

`python benchmarks/linear.py attacks` tries each at 10 and 100 KB.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from artparse import ArtparseError
from artparse.pipeline import record_of
from artparse.reading import Content, split
from cases import in_word


class Attack(NamedTuple):
    """A piece again and again, between an opening and an end."""

    form: str
    """The format it is read as."""
    piece: str
    """`{i}` in it is the piece's number, `{w}` a word of its own."""
    opening: str = ""
    end: str = ""
    closing: str = ""
    """A second piece that comes as often behind all of the first."""
    wrap: Callable[[bytes], bytes] = bytes

    def made(self, size: int) -> bytes:
        """An input of about so many characters."""
        pieces: list[str] = []
        length = number = 0
        while length < size:
            pieces.append(filled(self.piece, number))
            length += len(pieces[-1]) + len(self.closing)
            number += 1
        behind = [filled(self.closing, number - 1 - place) for place in range(number if self.closing else 0)]
        return self.wrap("".join([self.opening, *pieces, *behind, self.end]).encode())


def filled(piece: str, number: int) -> str:
    """`piece` with a number, and a word that is made of it, in it."""
    return piece.replace("{i}", str(number)).replace("{w}", word(number)) if "{" in piece else piece


def answered(data: bytes) -> bytes:
    """`data`, what a server sent, as a record of a web archive."""
    header = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\n"
    return f"{header}{kind}Content-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


def word(number: int) -> str:
    """A word for each number, of letters only."""
    letters = ""
    while True:
        letters += "aeiou"[number % 5] + "bdfklmnprst"[number // 5 % 11]
        number //= 55
        if not number:
            return letters


def worked(data: bytes, form: str) -> None:
    """Read all that is in an input, and make records of it."""
    with suppress(ArtparseError):
        for item in split(io.BytesIO(data), input_format=form):
            if isinstance(item, Content):
                record_of(item)


PROSE = "The council met on Monday to vote on the plan.\n\n"
PAGE = "<html><body><article><h1>Council votes</h1>"
LETTER = "From: a@b.example\nTo: c@d.example\nSubject: Votes\nMIME-Version: 1.0\n"
MULTIPART = f"{LETTER}Content-Type: multipart/mixed; boundary=b\n\n"
RICH = "{\\rtf1\\ansi "
PDF = "%PDF-1.4\n"
CONVERTED = "WARC/1.0\r\nWARC-Type: conversion\r\n"
LINKED = '<html><head><script type="application/ld+json">'
SENT = f"Content-Type: text/html\r\n\r\n<p>{PROSE}"
CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
UNLINKED = f"</script></head><body><p>{PROSE}</p></body></html>"

TEXT = [
    "“‘", '"\'', "«‹", "„", "“a “b” ", 'She said, "a ', "“a,” he said, “b,” she said. ", "said ", "he ",
    "his her their ", "who said that he said that ", "Jane Doe, the mayor of Paris, the head of ",
    "the president of the board of ", "A, B, C and D, ", "Jane and John and ", "By Jane Doe\n",
    "By Jane Doe and ", "By {w} Doe\n", "3 May 2024\n", "May 3, 2024, 10:00 ", "2024-05-03T10:00:00Z\n",
    "Updated: ", "Published: 3 May 2024 ", "WASHINGTON (AP) - ", "PARIS (AFP) - A man.\n\n",
    "Q: What?\nA: This.\n", "SMITH: No.\n", "1. a\n", "- a\n", "a) b\n", "Photo: Jane Doe/AFP\n",
    "Read more: The plan\n", "http://a.example/", "a@b.example ", "@jane #tag ", "Dr. Mr. Mrs. ", "J. K. ",
    "a.b.", "…", "--", "e\u0301", "\u200b", "\u202e", "😀", "中文。", "م ", "\r", "\f", "a\n\n", "ab\tcd\t",
    "a | b | c\n", "(", ")", "[1] ", "* * *\n", "== A ==\n", "A line\n===\n", "Jane Doe: ", "Name: value\n",
    "Laut Jane Doe sagte sie, dass ", "Selon Jane Doe, a dit ", "según dijo Jane ", "disse che ",
    "The mayor said on Monday that the plan that she had said that ", "“Yes,” the mayor of {w} said. ",
    "“No,” said a spokesman for the council of {w}.\n", "Jane {w} Doe left. ", "{w} ", "{w} said. ",
    "12 comments\nReply\nShare\n", "- No, said Jane.\n", "– Ja, sagte Jane. ", "(a (b ", "a: b: ",
    "and the council met ", "THE BIG DAY\n", " \n", "    a\n", "exam-\nple ", "“a” ‘b’ “", "’s ",
    "according to Jane Doe, according to ", "told {w} that ", "Jane Doe told John Roe that he told her ",
    "The company, the company’s chief executive, ", "neither nor ", "the {w}, ", "In 2024, 100, 200 and ",
    "“Yes.”\n\nShe said.\n\n", "“Yes\n\n“No\n\n", "Jane Doe’s Jane Doe’s ", "I think that I think that ",
    "Editing by Jane Doe; ", "© 2024 A ", "* Jane Doe is a reporter.\n", "Mr. {w} and Ms. {w} ",
]  # fmt: skip
"""What means something to layout, quotes or names."""

LANGUAGES = {
    "Rat stimmt ab\n\nDer Rat hat am Montag über den Plan abgestimmt, den niemand will.\n\n": [
        "„a“, sagte Jane Doe. ", "sagte sie, dass er sagte, dass ", "laut ", "so der Bürgermeister, ",
        "Jane Doe, die Bürgermeisterin von {w}, sagte: ", "er habe gesagt, sie sei ", "„Nein\n\n",
        "Die Firma {w} teilte mit. ", "der Sprecher der Behörde der ", "»a« »b ", "Er sagt. Sie sagt. ",
    ],
    "Le conseil vote\n\nLe conseil a voté lundi sur le plan dont personne ne veut.\n\n": [
        "« a », a dit Jane Doe. ", "selon ", "l'a dit d'elle qu'il ", "a-t-elle dit que ", "« Non\n\n",
        "le maire de la ville de ", "Jane {w}, maire de {w}, ", "il a dit qu'elle a dit qu'",
    ],
    "El consejo vota\n\nEl consejo votó el lunes sobre el plan que nadie quiere.\n\n": [
        "«a», dijo Jane Doe. ", "según ", "dijo que dijo que ", "—No —dijo Jane—. ", "el alcalde de la ",
    ],
    "Il consiglio vota\n\nIl consiglio ha votato lunedì sul piano che nessuno vuole.\n\n": [
        "«a», ha detto Jane Doe. ", "secondo ", "ha detto che ha detto che ", "il sindaco della ",
    ],
    "De raad stemt\n\nDe raad heeft maandag gestemd over het plan dat niemand wil.\n\n": [
        "‘a’, zei Jane Doe. ", "volgens ", "zei dat hij zei dat ", "de burgemeester van de ",
    ],
    "O conselho vota\n\nO conselho votou na segunda-feira sobre o plano que ninguém quer.\n\n": [
        "“a”, disse Jane Doe. ", "segundo ", "disse que disse que ",
    ],
}  # fmt: skip
"""By an opening that tells the language, what means something in it."""

MARKDOWN = [
    ">", "> ", "*a **b ", "**", "*a_ ", "_a*", "[", "![", "[a](", "[a](b) ", "<", "<a", "<!--", "&", "\\",
    "1. ", "| a ", "| a | b |\n|---|---|\n", "[a{i}]: b\n", "[^1] ", "# ", "~~~\n", "~~a ", "<b>", "---\n",
    "`", "``a` ", "- a\n  ", "a\n===\n", "![a](b)\n",
]  # fmt: skip

HTML = [
    "<div>", "<b>", "<a href=x>", "<p><b>", "<table><tr><td>", "<span class=byline>Jane Doe</span>",
    "<h1>A plan</h1>", "<h2>A plan</h2><p>No.</p>", "<a href=x>b</a> ", "<li>a", "<ul><li>", "<dl><dt>",
    "<time datetime='2024-05-03'>3 May</time>", "<meta name=author content='Jane {w}'>", "&amp;", "&#", "<",
    "</p>", "<br>", "<pre>a\n", "<q>a", "<blockquote>", "<figure><figcaption>a", "<select><option>",
    "<template>", "<svg>", "<font>", "<td>", "<section class=comment>a", "<![CDATA[", "<!-- ", "<form>",
    "<p>a<p>b", "<i><b>a</i></b>", "<a rel=author href=x>Jane {w}</a>", "<div itemscope itemprop=author>",
    "<p lang=de>a", "<div class='a{i} b{i}'>a", "<nav><a href=x>a</a></nav>", "<p>“No,” said {w}.</p>",
    "<button>a", "<iframe>", "<ruby><rt>", "<p style='display:none'>a", "<span>a</span>", "<option>a",
]  # fmt: skip

MAIL = [
    "X-A{i}: y\n", "Received: from a\n by b\n", "To: a@b.example\n", "Subject: =?utf-8?q?a?=\n",
    "References: <a@b>\n <c@d>\n", "Date: Fri, 3 May 2024 10:00:00 +0000\n",
]  # fmt: skip

BODY = [
    "> ", "> a\n", "On Friday, Jane Doe wrote:\n", "-- \nJane\n", "--b\n\na\n", "=\n", "From: Jane Doe\n",
    "-----Original Message-----\n", "\nFrom a@b Fri May  3 10:00:00 2024\n", ">From ",
]  # fmt: skip

RTF = [
    "{", "}", "\\par ", "\\'e9", "\\u8220?", "\\*", "{\\*\\x ", "{\\fonttbl", "{\\f{i}\\fcharset0 A;}",
    "\\bin5 ", "\\cell ", "\\f1\\fcharset1 ", "\\'", "\\uc0 ", "{\\field{\\*\\fldinst ",
]  # fmt: skip

EXPORTS = [
    "\nBYLINE: Jane {w}", "\nLENGTH: 500 words", "\n2 of 5 DOCUMENTS\n", "\nEnd of Document\n", "\nHD\nA\n",
    "\nDocument ABC0000020240503ek5300001\n", "\nTitle: A\nFull text: b\n", "\n____\n", "\nLP\nA\nTD\nb\n",
    "\nCopyright 2024 A\nAll Rights Reserved\n", "\nPublication title: A\nAuthor: {w}\n",
]  # fmt: skip

WORD = [
    "<w:p>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:r><w:t>a</w:t></w:r>", "<w:tbl><w:tr><w:tc>",
    "<w:br/>", "<w:sdt><w:sdtContent>", "<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>",
]  # fmt: skip
OF_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
    "</w:body></w:document>",
)

ATTACKS = [
    *(Attack("text", piece) for piece in TEXT),
    *(Attack("text", piece, "Council votes\n\n" + PROSE) for piece in ("Council votes\n", "By Jane Doe\n")),
    Attack("text", "Ann {w} came. ", closing="“Yes,” she said. "),
    Attack("text", "Ann {w} came.\n\n", closing="{w} said no.\n\n"),
    Attack("text", "“Yes,” said Ann {w}.\n\n", closing="“No,” said the mayor.\n\n"),
    Attack("text", "“", closing="”"),
    Attack("text", "(", closing=")"),
    Attack("text", "Ann {w}, ", closing="who said that "),
    Attack("text", "The {w} Council\n\n", closing="the council of {w} said no. "),
    Attack("text", "By Ann {w}\n", closing="Ann {w} said no.\n"),
    *(Attack("text", piece, opening) for opening, pieces in LANGUAGES.items() for piece in pieces),
    Attack("text", "International {w} Office (I{w}O) said no. "),
    Attack("text", "{w} Inc. said. ", closing="{w} left. "),
    Attack("text", "The mayor of {w} came. ", closing="“No,” the mayor said. "),
    Attack("text", "Jane {w}, a spokeswoman, said no. ", closing="Ms. {w} said. "),
    Attack("text", "The council met and voted on the plan that nobody wants,\n"),
    Attack("text", "{w} - ", "Council votes | "),
    Attack("text", "In {w}: No.\n\n", closing="In {w}\n\nNo, said Jane.\n\n"),
    *(Attack("markdown", piece, PROSE) for piece in MARKDOWN),
    Attack("markdown", "[a{i}]: b\n", closing="[a{i}] "),
    Attack("markdown", "[", closing="](a)"),
    Attack("markdown", "*", "a", closing="a*"),
    Attack("markdown", "a{i}: b\n", "---\n", f"---\n{PROSE}"),
    Attack("markdown", "[", "---\na: ", f"\n---\n{PROSE}"),
    Attack("markdown", "{a: ", "---\na: ", f"\n---\n{PROSE}"),
    Attack("markdown", "- ", "---\na: ", f"\n---\n{PROSE}"),
    Attack("markdown", "- ", "---\n", f"\n---\n{PROSE}"),
    Attack("markdown", "? ", "---\n", f"\n---\n{PROSE}"),
    Attack("markdown", "'", "---\na: ", f"\n---\n{PROSE}"),
    Attack("markdown", "a: b{i}, ", "---\na: {", f"}}\n---\n{PROSE}"),
    Attack("markdown", "[", "+++\na = ", f"\n+++\n{PROSE}"),
    Attack("markdown", "a{i} = 1\n", "+++\n", f"+++\n{PROSE}"),
    *(Attack("html", piece, PAGE) for piece in HTML),
    Attack("html", "a{i}=1 ", f"{PAGE}<p ", f">{PROSE}"),
    Attack("html", "x{i} ", f"{PAGE}<p class='", f"'>{PROSE}"),
    Attack("html", "a;", f"{PAGE}<p style='", f"'>{PROSE}"),
    Attack("html", "<div>", PAGE, closing="</div>"),
    Attack("html", "<b>", f"{PAGE}<p>a", closing="</p><p>"),
    Attack("html", "[", LINKED, UNLINKED),
    Attack("html", '{"a":', LINKED, UNLINKED),
    Attack("html", '{"@type":"NewsArticle","headline":"A {w}"},', f"{LINKED}[", f"0]{UNLINKED}"),
    Attack(
        "html",
        '{"@type":"Person","name":"A {w}"},',
        f'{LINKED}{{"@type":"NewsArticle","headline":"A","author":[',
        f"0]}}{UNLINKED}",
    ),
    Attack("html", '"keywords":"a{i}",', f"{LINKED}{{", f'"a":0}}{UNLINKED}'),
    Attack("html", "a b ", f'{LINKED}{{"@type":"Article","headline":"A","articleBody":"', f'"}}{UNLINKED}'),
    Attack("html", "a | ", "<title>", f"</title>{PAGE}<p>{PROSE}"),
    Attack("html", "{w} - ", "<title>", f"</title>{PAGE}<p>{PROSE}"),
    Attack("html", "a b ", "<meta name=description content='", f"'>{PAGE}<p>{PROSE}"),
    Attack("html", "<meta property=og:title content='A {w}'>", "", f"{PAGE}<p>{PROSE}", "<h1>A {w}</h1>"),
    Attack("html", "<meta name=author content='Jane {w}'>", "", f"{PAGE}<p>{PROSE}", "<p>By Jane {w}</p>"),
    Attack("html", "<meta property=article:published_time content='2024-05-03T10:00:{i}Z'>", "", PAGE),
    Attack(
        "html",
        '{"@type":"ListItem","position":{i},"name":"A {w}"},',
        f'{LINKED}{{"@type":"BreadcrumbList","itemListElement":[',
        f"0]}}{UNLINKED}",
        "",
    ),
    Attack("html", "<a href=/{w}>In {w}</a> ", PAGE, "", "<h2>In {w}</h2><p>No.</p>"),
    Attack("html", "<script type='application/ld+json'>{}</script>", PAGE),
    *(Attack("email", piece, LETTER, f"\n{PROSE}") for piece in MAIL),
    *(Attack("email", piece, f"{LETTER}\n{PROSE}") for piece in BODY),
    Attack("email", "--b\nContent-Type: text/plain\n\na\n", MULTIPART),
    Attack("email", "--b\n", MULTIPART),
    Attack("email", "Content-Type: message/rfc822\n\n", LETTER),
    Attack("email", "Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n", LETTER, PROSE),
    Attack("email", "; a*{i}*=b", f"{LETTER}Content-Type: text/plain", f"\n\n{PROSE}"),
    Attack("email", "(", f"{LETTER}Reply-To: ", f"\n\n{PROSE}"),
    Attack("email", "(", "To: a@b\nSubject: a\nMIME-Version: 1.0\nFrom: ", f"\n\n{PROSE}"),
    Attack("email", "a@b, ", "From: c@d\nSubject: a\nMIME-Version: 1.0\nTo: ", f"\n\n{PROSE}"),
    Attack("email", "=?utf-8?q?a?= ", "From: c@d\nMIME-Version: 1.0\nSubject: ", f"\n\n{PROSE}"),
    Attack("email", "=?", "From: c@d\nMIME-Version: 1.0\nSubject: ", f"\n\n{PROSE}"),
    Attack("email", "\\\"", "To: c@d\nMIME-Version: 1.0\nFrom: \"", f"\n\n{PROSE}"),
    *(Attack("rtf", piece, RICH, f"\\par {PROSE}}}") for piece in RTF),
    *(Attack("export", piece, "HEADLINE: A plan\n") for piece in EXPORTS),
    Attack("export", "Updated: U.S. \n____\n", "HEADLINE: A plan\n"),
    Attack("export", "‘\"SMITH: ", "HEADLINE: A plan\n", closing="a@b.example## "),
    *(Attack("docx", piece, OF_WORD[0], OF_WORD[1], wrap=in_word) for piece in WORD[1:]),
    Attack("docx", "<w:p>", OF_WORD[0], OF_WORD[1], "</w:p>", in_word),
    Attack("docx", "<w:tbl><w:tr><w:tc>", OF_WORD[0], OF_WORD[1], "</w:tc></w:tr></w:tbl>", in_word),
    Attack("pdf", "{i} 0 obj\n<< /Type /Page >>\nendobj\n", PDF),
    Attack("pdf", "<<", f"{PDF}1 0 obj\n"),
    Attack("pdf", "[", f"{PDF}1 0 obj\n"),
    Attack("pdf", "(", f"{PDF}1 0 obj\n"),
    Attack("pdf", "1 0 obj\nstream\n", PDF),
    Attack("pdf", "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n", PDF),
    Attack("pdf", "xref\n0 1\n", PDF),
    Attack("jsonl", '{"title":"A {w}","text":"No."}\n'),
    Attack("jsonl", "[", '{"text":'),
    Attack("jsonl", '{"a":'),
    Attack("jsonl", '"a{i}":1,', "{", f'"text":"{PROSE.strip()}"}}'),
    Attack("jsonl", '{"name":"A {w}"},', '{"text":"No.","authors":[', "0]}"),
    Attack("jsonl", "\\u0041", '{"text":"', '"}'),
    Attack("jsonl", "{", ""),
    Attack("csv", "A {w},No.\n", "title,text\n"),
    Attack("csv", '"', "title,text\n"),
    Attack("csv", '""', 'title,text\na,"'),
    Attack("csv", ",", "title,text\n"),
    Attack("csv", "a{i},", "title,text,", "\nA,No.\n"),
    Attack("csv", '"a\n', "title,text\n"),
    Attack("warc", "WARC/1.0\r\n"),
    Attack("warc", "A: b\r\n", "HTTP/1.1 200 OK\r\n", SENT, wrap=answered),
    Attack("warc", "1\r\na\r\n", CHUNKED, "0\r\n\r\n", wrap=answered),
    Attack("warc", "1\r\n", CHUNKED, wrap=answered),
    Attack("warc", "<p>No, said {w}.", f"HTTP/1.1 200 OK\r\n{SENT}", wrap=answered),
    Attack("warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n"),
    Attack("warc", f"{CONVERTED}Content-Length: 3\r\n\r\nNo.\r\n\r\n"),
    Attack("warc", "A{i}: b\r\n", CONVERTED, "Content-Length: 3\r\n\r\nNo.\r\n\r\n"),
    Attack("warc", "\r\n", f"{CONVERTED}Content-Length: 3\r\n\r\nNo."),
    Attack("records", '{"schema_version":2,"source":{"path":'),
    Attack("records", "[", '{"schema_version":2,"source":{"path":null,"record":'),
]  # fmt: skip
"""Each of them at 100 KB takes at most 12 times what it takes at 10 KB."""
