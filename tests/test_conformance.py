"""What others have laid down, and pages and mails that others found odd.

Names of encodings are those of WHATWG Encoding (`webencodings` has them), Markdown is that of the examples in
CommonMark's specification (`spec.txt`), odd pages are those that lxml's tests clean (both are what
`.ci/conformance` fetches), mails those of Python's own tests.
"""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path

import lxml.html
import pytest

import artparse
from artparse.writing import html
from support.records import check

labels = pytest.importorskip("webencodings.labels")
webencodings = pytest.importorskip("webencodings")

SAMPLES = {
    "big5": "中文新聞報道",
    "euc-jp": "日本語の記事",
    "euc-kr": "한국어 기사",
    "gb18030": "中文新闻报道",
    "gbk": "中文新闻报道",
    "ibm866": "Привет мир",
    "iso-2022-jp": "日本語の記事",
    "iso-8859-2": "žluťoučký kůň",
    "iso-8859-5": "Привет мир",
    "iso-8859-7": "καλημέρα",
    "koi8-r": "Привет мир",
    "koi8-u": "Привіт світ",
    "macintosh": "café “naïve”",
    "shift_jis": "日本語の記事",
    "utf-8": "café “naïve” Привет",
    "windows-1250": "žluťoučký kůň",
    "windows-1251": "Привет мир",
    "windows-1252": "café “naïve”",
    "windows-1253": "καλημέρα",
    "windows-1254": "ığdır şehri",
    "windows-1255": "שלום עולם",
    "windows-1256": "مرحبا",
    "windows-874": "สวัสดี",
    "x-mac-cyrillic": "Привет мир",
}
"""Words in each encoding; those not here differ from one of these in few signs."""
TESTED = [(label, name) for label, name in sorted(labels.LABELS.items()) if name in SAMPLES]


def test_most_names_are_tried() -> None:
    assert len(TESTED) > 130


@pytest.mark.parametrize(("label", "name"), TESTED, ids=[label for label, _ in TESTED])
def test_each_name_of_an_encoding_is_known(label: str, name: str) -> None:
    words = f"The council met on Monday to vote on the plan of the day: {SAMPLES[name]}"
    content = words.encode(webencodings.lookup(label).codec_info.name)
    page = f'<html><head><meta charset="{label}"></head><body><p>'.encode() + content + b"</p></body></html>"
    article = artparse.parse(page, input_format="html")
    assert article.text is not None and SAMPLES[name] in article.text


SPECIFICATION = os.environ.get("COMMONMARK_SPEC", "")
"""Path of CommonMark's `spec.txt`."""
NOT_TEXT = "//text()[not(ancestor::script or ancestor::style or ancestor::textarea)]"


def characters_of(page: str) -> str:
    """The text of a page without its white space; of pictures what stands for them."""
    tree = lxml.html.fromstring(f"<html><body>{page}</body></html>")
    for image in list(tree.iter("img")):
        image.text, image.tag = image.get("alt"), "span"
    return "".join("".join(tree.xpath(NOT_TEXT)).split())


@pytest.mark.skipif(not SPECIFICATION, reason="COMMONMARK_SPEC names no file: see .ci/conformance")
def test_the_examples_of_commonmark_lose_nothing() -> None:
    text = Path(SPECIFICATION).read_text(encoding="utf-8").replace("→", "\t")
    examples = re.findall(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", text, re.DOTALL | re.MULTILINE)
    assert len(examples) > 600
    for markdown, page in examples:
        wanted = characters_of(page)
        if not wanted:
            continue
        article = artparse.parse(markdown, input_format="markdown", keep_text=True)
        assert article.text is not None
        check(article, article.text)
        assert "".join(article.text.split()) == wanted, markdown


PAGES = os.environ.get("LXML_PAGES", "")
"""The folder `src/lxml/html/tests` of lxml's source."""
ACTIVE = "//article//script | //article//*[@*[starts-with(name(), 'on')]] | //article//*[@style]"


@pytest.mark.skipif(not PAGES, reason="LXML_PAGES names no folder: see .ci/conformance")
def test_odd_pages_lose_nothing_and_run_nothing() -> None:
    pages = sorted(Path(PAGES).glob("*-data/*.data"))
    assert len(pages) > 40
    for path in pages:
        head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
        page, _, cleaned = rest.partition("\n----------\n")
        before = "<p>Words that stand before what is odd.</p>"  # Many pages are a picture without any.
        article = artparse.parse(before + page, input_format="html", keep_text=True)
        assert article.text is not None
        check(article, article.text)
        if "Ignore: true" not in head:
            body = lxml.html.document_fromstring(cleaned).xpath(f"//body{NOT_TEXT}")
            assert not set("".join(body).split()) - set(article.text.split()), path.name
        shown = html.alone(article)
        assert shown is not None
        view = lxml.html.fromstring(shown)
        assert not view.xpath(ACTIVE), path.name
        links = [address.strip().lower() for address in view.xpath("//article//@href | //article//@src")]
        assert not [address for address in links if not address.startswith(("http", "#"))], path.name


def mails() -> list[Path]:
    """The odd mails that Python's tests of `email` have, where they are installed."""
    found = importlib.util.find_spec("test")
    places = found.submodule_search_locations if found is not None else None
    return sorted(path for place in places or () for path in Path(place).glob("test_email/data/msg_*.txt"))


@pytest.mark.skipif(not mails(), reason="this Python has no tests")
def test_odd_mails_are_read_or_refused() -> None:
    read = 0
    for path in mails():
        try:
            article = artparse.parse(path.read_bytes(), input_format="email", keep_text=True)
        except artparse.ArtparseError as error:
            assert error.kind in ("empty", "binary", "broken", "unsupported"), path.name
            continue
        assert article.text is not None
        check(article, article.text)
        read += 1
    assert read > 20
