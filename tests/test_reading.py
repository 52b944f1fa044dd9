"""Bytes to text and blocks: encodings, line ends, marks, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from artparse import ArtparseError
from artparse.reading import load, read
from artparse.reading.plain import blocks

ENGLISH = "It’s “the end” of it, she said – a café naïve enough to sell crème brûlée for £3.50.\n" * 5
GERMAN = "„Wir müssen über Größe reden“, sagte Jürgen Müller, der Präsident, am Donnerstag in Köln.\n" * 5
FRENCH = "« Où êtes-vous allé cet été ? » a demandé la présidente à l’hôtel, où il était déjà arrivé.\n" * 5
SPANISH = "«No lo sé todavía», respondió el señor Núñez, que mañana volverá a su país, según informó.\n" * 5
POLISH = "„Zażółć gęślą jaźń”, powiedział w czwartek Łukasz Żyła, który był już wcześniej w Łodzi.\n" * 5
RUSSIAN = "«Мы не будем ждать до завтра», — заявил в четверг министр, добавив, что решение принято.\n" * 5
GREEK = "«Δεν θα περιμένουμε άλλο», είπε την Πέμπτη ο υπουργός και πρόσθεσε ότι η απόφαση ελήφθη.\n" * 5
TURKISH = "“Şimdi değil,” dedi Işık Öztürk, İstanbul’da perşembe günü yaptığı açıklamada çok kızgın.\n" * 5
JAPANESE = (
    "「私たちはもう待つことができません」と大臣は木曜日に東京で述べ、決定はすでに下されたと付け加えた。\n" * 5
)
KOREAN = (
    "“우리는 더 이상 기다릴 수 없습니다”라고 장관은 목요일 서울에서 말하며 결정이 내려졌다고 덧붙였다.\n" * 5
)
CHINESE = "“我们不能再等了，”部长星期四在北京说，并补充说决定已经作出，政府将在下周公布细节。\n" * 5

UNICODE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
TEXTS = [ENGLISH, GERMAN, RUSSIAN, JAPANESE, CHINESE, "Emoji 😀 and 𝒜𝒷𝒸\r\nbeyond the first plane\n", "a b\n"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("encoding", UNICODE)
def test_unicode(encoding: str, marked: bool, text: str) -> None:
    mark = MARKS[encoding] if marked else b""
    document = read(mark + text.encode(encoding))
    assert (document.text, document.encoding, document.undecodable) == (text, encoding, 0)


LEGACY = [
    (ENGLISH, "windows-1252"),
    (GERMAN, "windows-1252"),
    (FRENCH, "windows-1252"),
    (SPANISH, "windows-1252"),
    (ENGLISH, "mac-roman"),
    (POLISH, "windows-1250"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r"),
    (GREEK, "windows-1253"),
    (TURKISH, "windows-1254"),
    (JAPANESE, "shift-jis"),
    (JAPANESE, "euc-jp"),
    (KOREAN, "euc-kr"),
    (CHINESE, "gb18030"),
]


@pytest.mark.parametrize(("text", "encoding"), LEGACY, ids=lambda value: value[:12])
def test_legacy_encodings(text: str, encoding: str) -> None:
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.undecodable == 0
    # The name may be that of a superset, such as cp932 for shift-jis.
    assert text.encode(document.encoding) == text.encode(encoding)


@pytest.mark.parametrize(("text", "encoding"), LEGACY, ids=lambda value: value[:12])
def test_a_western_encoding_is_not_believed_of_what_has_hardly_a_letter_of_it(
    text: str, encoding: str
) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{text}</p></body></html>'
    document = read(page.encode(encoding))
    western = encoding in ("windows-1252", "mac-roman", "windows-1250", "windows-1254")
    believed = document.encoding in ("windows-1252", "mac-roman")
    assert believed if western else " ".join(text.split()) == " ".join(document.text.split())


SHORT = [
    ("渡口关闭，居民绕行", "gb18030"),
    ("橋塌了，居民必須繞道而行，直到春天為止。", "big5"),
    ("Zamknięto most na zimę, bo nikt nie chciał go naprawiać, powiedział burmistrz Łękawy.", "windows-1250"),
    ("Zamknięto most na zimę, bo nikt nie chciał go naprawiać, powiedział burmistrz Łękawy.", "iso-8859-2"),
    ("Most bude přes zimu uzavřen, řekl starosta, protože ho nikdo nechce opravovat.", "windows-1250"),
    ("Мост закроют на зиму, сказал мэр", "koi8-r"),
    ("Мост закроют на зиму, сказал мэр", "windows-1251"),
    ("橋は冬の間、通れなくなる。", "shift-jis"),
    ("다리는 겨울 동안 닫힌다고 시장이 말했다", "euc-kr"),
    ("El puente cerrará en invierno, según informó el señor Núñez.", "windows-1252"),
]
"""Little text of its own, with kilobytes of ASCII before and behind it."""
AROUND = [
    ("", ""),
    ("<script>var menu = [1, 2, 3];</script>\n" * 400, "\n<a href='/part'>part</a>" * 400),
    ("{" * 20_000, "more of the same " * 2000),
]


@pytest.mark.parametrize("around", AROUND, ids=["nothing", "markup", "one line"])
@pytest.mark.parametrize(("text", "encoding"), SHORT, ids=lambda value: value[:12])
def test_a_few_words_tell_the_encoding(text: str, encoding: str, around: tuple[str, str]) -> None:
    data = (around[0] + "<title>").encode() + text.encode(encoding) + ("</title>" + around[1]).encode()
    document = read(data, input_format="text")
    assert text in document.text
    assert document.undecodable == 0


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xe9", "café"),
        (b"It\x92s \x93quoted\x94", "It’s “quoted”"),
        ("Ein schöner Titel. ".encode("windows-1252"), "Ein schöner Titel. "),
        (
            b"It was so. " * 30_000 + " „Grüße“ aus Köln: schöne Straßen, süße Äpfel".encode("windows-1252"),
            None,
        ),
    ],
    ids=["one byte", "marks", "title", "late"],
)
def test_little_to_go_by_is_windows_1252(data: bytes, text: str | None) -> None:
    document = read(data)
    assert document.encoding == "windows-1252"
    assert document.text == (text or data.decode("windows-1252"))


UNDECODABLE = [
    # bytes, text, number of bytes lost
    ("Grüße".encode() + b"\xff", "Grüße\ufffd", 1),
    ("Grüße aus Köln".encode()[:-4] + b"\xc3", "Grüße aus K\ufffd", 1),
    ("„Ja“ ".encode() + b"\xe2\x80" + " – „Nein“".encode(), "„Ja“ \ufffd – „Nein“", 2),
    ("A \ufffd of its own, und „das“".encode() + b"\xfe", "A \ufffd of its own, und „das“\ufffd", 1),
    (codecs.BOM_UTF16_LE + "Wörter".encode("utf-16-le") + b"\x00", "Wörter\ufffd", 1),
    (codecs.BOM_UTF16_LE + b"a\0\0\xd8b\0", "a\ufffdb", 2),
    (codecs.BOM_UTF8 + b"a \xff b", "a \ufffd b", 1),
    (b"a \x81 b", "a \ufffd b", 1),
]


@pytest.mark.parametrize(("data", "text", "lost"), UNDECODABLE)
def test_undecodable_bytes_are_counted(data: bytes, text: str, lost: int) -> None:
    document = read(data)
    assert document.text == text
    assert document.undecodable == lost


LINE_ENDS = ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_every_line_end_ends_a_block(end: str) -> None:
    text = f"  First 😀 line \t{end}{end} \u00a0{end}\u3000second line{end}third"
    document = read(text.encode())
    assert document.text == text
    assert [text[slice(*block.span)] for block in document.blocks] == [
        "First 😀 line",
        "second line",
        "third",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one", ["one"]),
        ("one\r\ntwo\nthree\rfour", ["one", "two", "three", "four"]),
        ("\u200b\n\u200e\u202a\n", ["\u200b", "\u200e\u202a"]),  # Not white space: must not be lost.
        ("a\u200bb \u00ad", ["a\u200bb \u00ad"]),
        ("a\x1cb\x1fc", ["a", "b\x1fc"]),
        ("a\ufeffb", ["a\ufeffb"]),
        ("\x00", ["\x00"]),
        ("\ud800", ["\ud800"]),
    ],
    ids=ascii,
)
def test_blocks(text: str, lines: list[str]) -> None:
    assert [text[slice(*block.span)] for block in blocks(text)] == lines


def test_spans_count_code_points_after_the_byte_order_mark() -> None:
    document = read(codecs.BOM_UTF8 + "\r\n😀 Título\r\n".encode())
    assert document.text == "\r\n😀 Título\r\n"
    assert [block.span for block in document.blocks] == [(2, 10)]


def test_text_and_its_bytes_are_read_alike() -> None:
    for text in ("Some words.", "\ufeffSome “words”.\r\n"):
        assert read(text) == read(text.encode())


def test_a_lone_surrogate_is_kept() -> None:
    assert read("a \ud800 b").text == "a \ud800 b"


@pytest.mark.parametrize("data", [b"", "", b" \n", " \u2003\u2028", codecs.BOM_UTF8, " \n".encode("utf-16")])
def test_nothing_to_read(data: str | bytes) -> None:
    with pytest.raises(ArtparseError) as error:
        read(data)
    assert error.value.kind == "empty"


@pytest.mark.parametrize(
    "data", [b"a\0b", b"\0" * 100, bytes(range(256)) * 10, b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"]
)
def test_binary(data: bytes) -> None:
    with pytest.raises(ArtparseError) as error:
        read(data)
    assert error.value.kind == "binary"


PAGES = [
    b"<!DOCTYPE html><title>x</title><p>words",
    b"\n<!-- saved from url --><html lang=en>words",
    b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">words</html>',
    b"\xef\xbb\xbf<HTML><BODY>words",
    "<html><body>words".encode("utf-16"),
]


@pytest.mark.parametrize("data", PAGES)
def test_a_web_page_is_read_as_text_only_when_asked(data: bytes) -> None:
    assert (read(data).format, read(data).text) == ("html", "words")
    assert read(data, input_format="text").format == "text"


@pytest.mark.parametrize("text", ["How <html> came to be: a history", "<3 this", "<b>Bold</b> words"])
def test_text_that_speaks_of_tags_is_text(text: str) -> None:
    assert read(text).text == text


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match="input_format must be one of auto, text"):
        read("words", input_format="word")


def test_loading(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"words")
    assert load(tmp_path / "a", max_size=5) == b"words"
    refused = {"a": "too_large", "b": "missing", ".": "unreadable", "a/b": "unreadable"}
    for path, kind in refused.items():
        with pytest.raises(ArtparseError) as error:
            load(tmp_path / path, max_size=4)
        assert error.value.kind == kind
    with pytest.raises(ArtparseError, match="cannot be read"):
        load("a\0b")
