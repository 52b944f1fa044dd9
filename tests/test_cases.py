# ruff: noqa: E501
"""Inputs of the kinds that went wrong in other tools: one test for each."""

from __future__ import annotations

import gzip
import json

import pytest

import artparse
from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import split

STORY = (
    "The lift at Cray has been stuck between two floors since Monday, because its key was lost, the manager said.",
    '"We have sent them sandwiches," said Ines Pell, who keeps the desk.',
)


def records_in(data: bytes, name: str | None = None) -> list[Article]:
    records = [record_of(item, keep_text=True) for item in split(data, name=name)]
    articles = [record for record in records if isinstance(record, Article)]
    assert articles == records
    return articles


def test_byte_order_marks_on_lines_of_json() -> None:
    """Files put together with `cat` have one at the start of later lines, too."""
    first: dict[str, object] = {
        "title": "Lift stuck at Cray",
        "authors": ["Tess Oram"],
        "date_publish": "2022-03-07 10:00:00",
    }
    second: dict[str, object] = {"title": "Lift moves again", "authors": [], "date_publish": None}
    lines = [json.dumps(row | {"maintext": "\n\n".join(STORY)}) for row in (first, second)]
    for encoding in ("utf-8-sig", "utf-8", "utf-16"):
        data = "".join(f"\ufeff{line}\n" for line in lines).removeprefix("\ufeff").encode(encoding)
        one, two = records_in(data, "a.jsonl")
        assert (one.authors, one.published, len(one.quotes)) == (("Tess Oram",), "2022-03-07T10:00:00", 1)
        assert (two.title, two.published) == ("Lift moves again", None)


CHINESE = (
    "格雷市政府周一宣布，由于钥匙丢失，电梯自星期一起停在两层楼之间。",
    "“我们给他们送了三明治，”前台经理佩尔说，“面包很新鲜，但是汤送不上去。”",
    "修理工将于明天从邻市赶来，在此之前所有居民只能走楼梯上下楼。",
)


@pytest.mark.parametrize("element", ["div class='article'", "article", "div id='content'"])
@pytest.mark.parametrize("encoding", ["gb2312", "gb18030", "big5"])
def test_a_chinese_page_that_declares_nothing_and_begins_in_ascii(encoding: str, element: str) -> None:
    def written(text: str) -> str:
        # The same words in the other script.
        return text if encoding != "big5" else text.translate(str.maketrans(SIMPLE, TRADITIONAL))

    paragraphs = [written(text) for text in CHINESE]
    title = written("格雷电梯停在两层楼之间")
    head = "".join(
        f'<link rel="stylesheet" href="/css/{i}.css"><script src="/js/{i}.js"></script>' for i in range(200)
    )
    menu = "".join(f'<a href="/{i}">nav{i}</a>' for i in range(60))
    page = (
        f"<!DOCTYPE html><html><head>{head}<title>{title}--{written('走下')}</title></head>"
        f"<body><div class='nav'>{menu}</div>"
        f"<{element}><h1>{title}</h1><p>2022-03-07 08:05</p>"
        + "".join(f"<p>{text}</p>" for text in paragraphs)
        + f"</{element.split()[0]}></body></html>"
    )
    record = artparse.parse(page.encode(encoding))
    assert record.text is not None and "\ufffd" not in record.text
    assert (record.title, record.published, record.language) == (title, "2022-03-07T08:05", "zh")
    assert record.body == "\n\n".join(paragraphs)


SIMPLE = "格雷市政府周一宣布由于钥匙丢失电梯自星期起停在两层楼之间我们给他送了三明治前台经理佩尔说面包很新鲜但是汤不上去修理工将明天从邻赶来此所有居民只能走下"
TRADITIONAL = "格雷市政府週一宣布由於鑰匙丟失電梯自星期起停在兩層樓之間我們給他送了三明治前台經理佩爾說麵包很新鮮但是湯不上去修理工將明天從鄰趕來此所有居民只能走下"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_a_russian_text_in_an_old_encoding(encoding: str) -> None:
    text = (
        "Лифт застрял между этажами\n\n7 марта 2022\n\n"
        "Лифт в городе Крей с понедельника стоит между двумя этажами, потому что потеряли ключ, сообщил управляющий.\n\n"
        "Жильцам передали бутерброды, но мастер, как было сказано, приедет только завтра, а до этого времени всем им придется ходить пешком.\n\n"
        "Это уже не первый раз, когда он не может найти ключ, который был у него на столе."
    )
    record = artparse.parse(text.encode(encoding))
    assert record.source.encoding == encoding
    assert (record.title, record.language) == ("Лифт застрял между этажами", "ru")
    assert record.published == "2022-03-07"


PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Lift stuck at Cray</title></head><body><article>'
    "<h1>Lift stuck at Cray</h1><p>By Tess Oram</p><p>7 March 2022</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    + "</article></body></html>"
).encode()


def answer(payload: bytes, *headers: str) -> bytes:
    head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *headers, "", ""])
    http = head.encode() + payload
    warc = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        "WARC-Date: 2022-03-08T10:00:00Z\r\nWARC-Target-URI: https://cray.example/lift\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return warc.encode() + http + b"\r\n\r\n"


def chunked(data: bytes) -> bytes:
    pieces = (data[:100], data[100:])
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


ANSWERS = {
    "chunked": answer(chunked(PAGE), "Transfer-Encoding: chunked"),
    "said to be chunked": answer(PAGE, "Transfer-Encoding: chunked"),
    "packed": answer(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "said to be packed": answer(PAGE, "Content-Encoding: gzip"),
    "packed and chunked": answer(chunked(gzip.compress(PAGE)), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
    "a wrong length": answer(PAGE, "Content-Length: 17"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_server_says_of_its_answer(name: str) -> None:
    (record,) = records_in(ANSWERS[name], "a.warc")
    assert (record.title, record.authors, record.published) == (
        "Lift stuck at Cray",
        ("Tess Oram",),
        "2022-03-07",
    )
    assert record.body.endswith("\n\n".join(STORY))
