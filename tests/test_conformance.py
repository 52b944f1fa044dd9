"""What others have laid down: names of encodings on the web (WHATWG Encoding, which `webencodings` has)."""

from __future__ import annotations

import pytest

import artparse

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
