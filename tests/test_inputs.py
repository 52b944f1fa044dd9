"""Every input format: what its articles give, how it is told, and what a broken one says."""

from __future__ import annotations

import gc
import gzip
import io
import json
import socket
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import artparse
from artparse import ArtparseError, ErrorRecord
from artparse.article import Article, Quote, Removed
from artparse.reading import Broken, Content, read, read_record, split
from support.command import artparse as command
from support.command import records_of
from support.records import check

FOLDER = Path(__file__).parents[1] / "fixtures/inputs"
EXPECTED = sorted(FOLDER.glob("*.json"))
PAGE = (FOLDER / "page.html").read_bytes()


def source_of(expected: Path) -> Path:
    return next(path for path in FOLDER.glob(f"{expected.stem}.*") if path != expected)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read, nothing is fetched."""

    def refuse(*_: Any) -> None:
        raise AssertionError("artparse touched the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def sections_of(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "heading": section.heading,
            "paragraphs": [
                p.text if p.kind == "paragraph" else {"text": p.text, "kind": p.kind}
                for p in section.paragraphs
            ],
        }
        for section in article.sections
    ]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_document_of_each_format(expected: Path) -> None:
    want = json.loads(expected.read_text(encoding="utf-8"))
    article = artparse.parse_file(source_of(expected))
    assert article.text is not None
    check(article, article.text)
    assert sections_of(article) == want["sections"]
    record = article.to_dict()
    for key in set(want) - {"why", "sections", "absent", "format", "url", "encoding"}:
        assert record[key] == want[key], key
    for key in {"format", "url", "encoding"} & set(want):
        assert record["source"][key] == want[key], key
    for words in want.get("absent", []):
        assert words not in article.text


def test_compressed_and_piped_alike(tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(PAGE))
    plain = artparse.parse(PAGE)
    for article in (artparse.parse_file(packed), artparse.parse(gzip.compress(PAGE))):
        assert article.body == plain.body
        assert article.source.sha256 == plain.source.sha256


FORMATS = [
    # how it begins, file name, format: content first, name second
    (b"<!DOCTYPE html><html><body><p>Words.</p></body></html>", "a.txt", "html"),
    ("<html><body><p>Words.</p></body></html>".encode("utf-16"), None, "html"),
    (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Words.</p></html>', None, "html"),
    (b"<div><p>One.</p><p>Two.</p></div>", None, "html"),
    (b"Words without any tag.", "a.html", "html"),
    (b"Words without any tag.", "A.HTML.GZ", "html"),
    (b"Words without any tag.", None, "text"),
    (b"<b>Bold</b> words.", None, "text"),
    (b"How <html> came to be.", None, "text"),
    (b"---\ntitle: A day\n---\nWords.", None, "markdown"),
    (b"# A day\n\nSee [here](https://a.example/) for more.", "a.txt", "markdown"),
    (b"Words.", "a.md", "markdown"),
    (b"- a list\n- of things", None, "text"),
    (b"From: a@b.example\nSubject: A day\nMessage-ID: <1@b.example>\n\nWords.", None, "email"),
    (b"From: the editor\nTo: the readers\n\nWords.", None, "text"),
    (b"Subject: A day\n\nWords.", "a.eml", "email"),
    (b"[Photo: A day at the sea]", None, "text"),
]


@pytest.mark.parametrize(("data", "name", "format_"), FORMATS)
def test_formats_are_told_apart(data: bytes, name: str | None, format_: str) -> None:
    assert read(data, name=name).format == format_


@pytest.mark.parametrize("asked", ["text", "markdown", "html", "email"])
def test_the_format_that_is_asked_for(asked: str) -> None:
    data = b"Subject: A day\n\n<p>Words.</p>"
    assert read(data, input_format=asked).format == asked


def test_an_unknown_format_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="input_format"):
        read(b"Words.", input_format="word")


LINES = [
    # markup, the blocks of its text
    ("<p>One<p>Two", ["One", "Two"]),
    ("<p>One <b>bold</b>  word</p>", ["One bold word"]),
    ("<div>Loose <p>One</p> words</div>", ["Loose", "One", "words"]),
    ("<p>One line<br>and the next", ["One line\nand the next"]),
    ("<p>A sentence.<br>Another.", ["A sentence.", "Another."]),
    ("<p>One<br><br>Two", ["One", "Two"]),
    ("<div>One<br>Two</div>", ["One", "Two"]),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a\tb", "c"]),
    ("<ul><li>one<li>two</ul>", ["one", "two"]),
    ("<pre>a\n  b\n\nc</pre>", ["a", "b", "c"]),
    ("<p>Jane Doe<span>Reporter</span></p>", ["Jane Doe Reporter"]),
    ("<p><b>Date:</b>3 May 2024 <i>at</i> 10:<b>15</b></p>", ["Date: 3 May 2024 at 10:15"]),
    ("<p><b>03.05.24</b><b>10:15</b> <b>1</b>0 m<sup>2</sup></p>", ["03.05.24 10:15 10 m2"]),
    ("<h1>The clock <small>3 <b>May</b> 2024</small></h1>", ["The clock", "3 May 2024"]),
    ("<p><span>T</span>he first letter</p>", ["The first letter"]),
    ("<p>a<script>no</script>b<style>no</style><!-- no -->c</p>", ["abc"]),
    ("<p>a<span hidden>no</span>b</p><div style='display : none'><p>no</p></div>", ["ab"]),
    ("<p>a<span class='sr-only'>no</span></p><template>no</template><noscript>no</noscript>", ["a"]),
    (
        "<h2><b>Bau</b><span class='mw-editsection'><span>[</span><a>Bearbeiten</a>]</span></h2><p>a",
        ["Bau", "a"],
    ),
    (
        "<a href='/'>Home</a><noscript><p>" + "So it is. " * 50 + "</p></noscript>",
        ["Home", "So it is. " * 49 + "So it is."],
    ),
    ("<p>" + "No. " * 99 + "</p><noscript>Switch on scripts.</noscript>", ["No. " * 98 + "No."]),
    ("<div hidden id='S:1'><p>sent late</p></div>", ["sent late"]),
    ("<p>a&nbsp;b &amp; &#8220;c&#8221; &unknown;</p>", ["a b & “c” &unknown;"]),
    ("<p>a\0b</p>", ["ab"]),
    ("</p></div>words<p", ["words"]),
    ("<svg><text>no</text></svg><button>Go</button><select><option>no</select>", ["Go"]),
]


@pytest.mark.parametrize(("markup", "lines"), LINES)
def test_markup_to_lines(markup: str, lines: list[str]) -> None:
    document = read(f"<html><body>{markup}", input_format="html")
    found = [" ".join(document.text[slice(*block.span)].split(" ")) for block in document.blocks]
    assert [line.replace("\n", " ") for line in found] == [line.replace("\n", " ") for line in lines]
    assert "".join(document.text.split()) == "".join("".join(found).split())


def test_hints_tell_of_the_elements_around() -> None:
    markup = (
        '<html lang="nl"><body><main class="articleBody main-text"><h3 id="top">Kop</h3>'
        '<p>Een <a href="/">langere link</a> en <b>meer</b></p><p lang="fy">Twa</p></main>'
    )
    document = read(markup)
    heading, first, second = (block.hints for block in document.blocks)
    assert (heading.tag, heading.level) == ("h3", 3)
    assert heading.words == ("article", "body", "main", "text", "<main>", "top")
    assert first.links == pytest.approx(12 / 24, abs=0.05)
    assert 0 < first.bold < 0.3
    assert first.shape == second.shape != heading.shape
    assert document.parents[first.element] == document.parents[second.element]
    assert (first.language, second.language) == ("nl", "fy")


def page(head: str = "", body: str = "") -> str:
    words = "The town has a new clock, and it is eleven minutes late, as the old one was for a century."
    more = "Nobody minds, said the mayor, who has a watch of his own and has never been late for anything."
    return f"<html><head>{head}</head><body>{body}<p>{words}</p><p>{more}</p></body></html>"


def ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


STATED = [
    # head, field of the evidence, value
    (
        '<meta property="article:published_time" content="2024-05-03T10:00:00+0200">',
        "published",
        "2024-05-03T10:00:00+02:00",
    ),
    ('<meta name="date" content="2024-05-03">', "published", "2024-05-03"),
    ('<meta name="DC.date.issued" content="3 May 2024">', "published", "2024-05-03"),
    ('<meta name="pubdate" content="20240503">', "published", "2024-05-03"),
    ('<meta name="date" content="yesterday">', "published", None),
    ('<meta name="date" content="2024-13-45">', "published", None),
    ('<meta name="date" content="May 2024">', "published", None),
    (
        '<meta name="article:modified_time" content="2024-05-03T08:00:00.123Z">',
        "modified",
        "2024-05-03T08:00:00Z",
    ),
    (
        ld('{"@type":"NewsArticle","headline":"A","datePublished":"2024-05-03T00:00:00"}'),
        "published",
        "2024-05-03",
    ),
    (ld('[{"@type":["Article","X"],"headline":"A\\u0026B"}]'), "title", "A&B"),
    (
        ld('{"@graph":[{"@type":"WebPage"},{"@type":"http://schema.org/Report","headline":"A"}]}'),
        "title",
        "A",
    ),
    (ld('<!--{"@type":"Article","headline":"A",}-->'), "title", "A"),
    (
        ld('{"@type":"Article","headline":"A","datePublished":"2024-05-03","x":"bro"ken"}'),
        "published",
        "2024-05-03",
    ),
    (
        ld('{"@type":"Article","headline":"A","author":{"@type":"Person","name":"Jo Doe"},"x":"bro"ken"}'),
        "authors",
        ("Jo Doe",),
    ),
    (ld("[" * 100_000), "title", None),
    (ld('{"@type":"Article","headline":"A\nB"}'), "title", "A B"),
    (
        ld('{"@type":"Article","headline":"A","author":["Jo Doe",{"name":"Al Roe"}]}'),
        "authors",
        ("Jo Doe", "Al Roe"),
    ),
    (
        ld('{"@type":"Article","headline":"A","author":{"@type":"Organization","name":"AFP"}}'),
        "authors",
        ("AFP",),
    ),
    (
        '<meta name="author" content="https://a.example/jo"><meta name="byl" content="Jo Doe">',
        "authors",
        ("Jo Doe",),
    ),
    ('<meta name="author" content="jo-doe">', "authors", ("Jo Doe",)),
    ('<meta property="og:site_name" content="The  Post">', "site", "The Post"),
    ('<link rel="canonical" href="https://a.example/1">', "url", "https://a.example/1"),
    ('<link rel="canonical" href="/1">', "url", None),
    ('<meta name="keywords" content="a, b,a">', "keywords", ("a", "b")),
    ('<meta http-equiv="content-language" content="de-AT">', "language", "de"),
    ("<title>A &amp; B\n</title>", "title", "A & B"),
]


@pytest.mark.parametrize(("head", "field", "value"), STATED)
def test_metadata(head: str, field: str, value: Any) -> None:
    assert getattr(read(page(head)).evidence, field) == value


ITEMS = [
    ('<span itemprop="author" itemscope>By <b itemprop="name">Jo Doe</b></span>', "authors", ("Jo Doe",)),
    ('<a rel="author" href="/jo">Jo Doe</a>', "authors", ("Jo Doe",)),
    ('<meta itemprop="datePublished" content="2024-05-03">', "published", "2024-05-03"),
    ('<time datetime="2024-05-03T10:00:00+02:00">Friday</time>', "moments", ("2024-05-03T10:00:00+02:00",)),
    (
        '<abbr itemprop="datePublished" title="2024-05-03T10:00Z">10:00</abbr>',
        "published",
        "2024-05-03T10:00Z",
    ),
    ('<meta name="author" content="gnomie7">', "authors", ("gnomie7",)),
    ('<span class="entry-date" title="2024-05-03">Friday</span>', "moments", ()),
    ('<abbr class="published" title="2024-05-03">Friday</abbr>', "published", "2024-05-03"),
    ('<div class="comments"><time datetime="2024-05-04">Saturday</time></div>', "moments", ()),
    ('<ol class="commentlist"><li><b itemprop="author">Al Roe</b></li></ol>', "authors", ()),
    ('<script>x = {"id":1,"published_at":"2024-05-03T10:00Z"}</script>', "moments", ("2024-05-03T10:00Z",)),
    (r'<script>x = "{\"createdAt\":\"2024-05-03\"}"</script>', "moments", ("2024-05-03",)),
    ('<h1 itemprop="headline">A clock</h1>', "title", "A clock"),
]


@pytest.mark.parametrize(("body", "field", "value"), ITEMS)
def test_microdata(body: str, field: str, value: Any) -> None:
    assert getattr(read(page(body=body)).evidence, field) == value


CLOCK = (
    "<h1>A clock that is late</h1>{}<p>The town has a new clock, and it is eleven minutes late.</p>"
    "<p>Nobody minds, said the mayor, who has a watch of his own and has never been late for anything.</p>{}"
)
SHORT = (
    "<html><body><nav><a href='/'>Home</a></nav><article><h1>Bridge to close for repairs</h1>"
    "<p class='byline'>By Nia Evans</p><time datetime='2026-02-11'>11 Feb</time>"
    "<p>The bridge will close for six weeks, the council said.</p><h2>Detours</h2>"
    "<ul><li>Bus 4 runs via Mill Lane</li><li>Bus 9 is cancelled</li></ul></article>"
    "<footer>© The Post</footer></body></html>"
)
NOTES = (
    "# Bridge to close for repairs\n\n*By Nia Evans*\n\n"
    "The bridge will close for six weeks, the council said.\n\n"
    "## Detours\n\n- Bus 4 runs via Mill Lane\n- Bus 9 is cancelled\n\n![Workers on it](b.jpg)\n"
)


@pytest.mark.parametrize(("written", "kind"), [(SHORT, "html"), (NOTES, "markdown")])
def test_short_articles_keep_their_body(written: str, kind: Any) -> None:
    article = artparse.parse(written, input_format=kind)
    assert [(s.heading, [p.text for p in s.paragraphs]) for s in article.sections] == [
        (None, ["The bridge will close for six weeks, the council said."]),
        ("Detours", ["Bus 4 runs via Mill Lane", "Bus 9 is cancelled"]),
    ]
    assert article.authors == ("Nia Evans",)


SIGNATURES = [
    ("<p class='meta'>3 May 2024 by Jo Doe</p>", "", ("Jo Doe",)),
    ("<p class='meta'>3 May 2024 by gnomie7</p>", "", ("gnomie7",)),
    ("<p class='meta'>3 May 2024 | Jo Doe</p>", "", ("Jo Doe",)),
    ("<div class='post-author'>Robin</div>", "", ("Robin",)),
    ("", "<p>Text: Jo Doe</p>", ("Jo Doe",)),
    ("", "<p>Photo: Jo Doe</p>", ()),
    ("<p class='meta'>Written by: jodoe | 3 May 2024</p>", "", ("jodoe",)),
    ("<p class='meta'>3 May 2024 by Jo Categories: Clocks</p>", "", ("Jo",)),
    (
        "<div class='teaser'><div class='a b c d e'><p>A report by Jo Doe | 3 May 2024</p></div></div>",
        "",
        ("Jo Doe",),
    ),
    ("", "<div class='comments'><p class='author'>Jo Doe</p></div>", ()),
    ("<p>The end of all clocks</p>", "", ()),
    (
        "<span class='post-author'>Posted by Jo Doe, Al Roe and Sam Poe - The Clock</span>",
        "",
        ("Jo Doe", "Al Roe", "Sam Poe"),
    ),
    ("<p class='author'>von Jo Doe Foto: © Clocks</p>", "", ("Jo Doe",)),
    ("<p class='author'>erstellt von Jo Doe</p>", "", ("Jo Doe",)),
    ("<button class='author'>Full Screen</button>", "", ()),
    ("<p class='author'>Top Clock!</p>", "", ()),
]


@pytest.mark.parametrize(("before", "after", "names"), SIGNATURES)
def test_authors_in_small_print(before: str, after: str, names: tuple[str, ...]) -> None:
    markup = f"<html><body>{CLOCK.format(before, after)}</body></html>"
    assert artparse.parse(markup, input_format="html").authors == names


DAYS = [
    ("", '<time datetime="2024-05-03">Friday</time>', "", "2024-05-03"),
    ("https://a.example/2024/5/3/a-clock", "", "", "2024-05-03"),
    ("https://a.example/20240503-a-clock.html", "", "", "2024-05-03"),
    ("https://a.example/press/03-05-2024", "", "", "2024-05-03"),
    ("https://a.example/a-clock-20245103", "", "", None),
    ("https://a.example/2024/05/03/a-clock", '<time datetime="2021-01-01">Friday</time>', "", "2024-05-03"),
    ("", "<p>(3 May 2024) The clock came by road.</p>", "", "2024-05-03"),
    ("", "<p>Anytown, 3 May 2024 – The clock came by road.</p>", "", "2024-05-03"),
    (
        "",
        "<p>The old one had stopped on 3 May 2024 at noon, when the last of its wheels broke.</p>",
        "",
        None,
    ),
    ("", "", "<ul><li>Place: Anytown</li><li>Day: 3 May 2024</li></ul>", "2024-05-03"),
    ("", "", "<p>Jo Doe<br>3 May 2024</p>", "2024-05-03"),
    ("", "<p>Date:</p>", "<ul><li><b>Date:</b>3 May 2024</li></ul>", "2024-05-03"),
    ("", "", "<p>A clock was posted by Jo on 3 May 2024</p><p>4 June 2022</p>", "2024-05-03"),
    ("", "<p>Anytown | Othertown | The Hills, 3 May 2024</p>", "", "2024-05-03"),
    # Of a teaser less than the element and the opening of the article.
    (
        "",
        "<p>3 May 2024. The clock came by road.</p>",
        "<ul><li class='teaser'><b>1 May 2023</b></li></ul>",
        "2024-05-03",
    ),
    ("", "", "<footer>" + "<p>Imprint</p>" * 3 + "<p>Last modified: 3 May 2024</p></footer>", "2024-05-03"),
]


@pytest.mark.parametrize(("address", "before", "after", "day"), DAYS)
def test_days_of_a_page_without_metadata(address: str, before: str, after: str, day: str | None) -> None:
    head = f'<link rel="canonical" href="{address}">' if address else "<title>A clock that is late</title>"
    markup = f"<html><head>{head}</head><body>{CLOCK.format(before, after)}</body></html>"
    assert artparse.parse(markup, input_format="html").published == day


def test_metadata_never_gives_body_text() -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "A", "articleBody": "Unseen words stand here. " * 50}
    )
    article = artparse.parse(page(ld(data), "<h1>A</h1>"))
    assert "Unseen" not in article.to_json()


def test_a_title_that_only_the_metadata_has_stands_nowhere() -> None:
    article = artparse.parse(page('<meta property="og:title" content="Clock is late again | The Post">'
                                  '<meta property="og:site_name" content="The Post">'))  # fmt: skip
    assert (article.title, article.spans.title) == ("Clock is late again", None)


def test_the_site_is_the_author_only_where_no_person_is_named() -> None:
    author = {"@type": "Organization", "name": "National Clock"}
    head = ld(
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "A clock that is late",
                "author": author,
                "publisher": author,
            }
        )
    )
    for byline, names in (("<p class='byline'>By Jo Doe</p>", ("Jo Doe",)), ("", ("National Clock",))):
        article = artparse.parse(f"<html><head>{head}</head><body>{CLOCK.format(byline, '')}</body></html>")
        assert article.authors == names


def test_a_number_before_a_paragraph_of_a_page_is_of_its_text() -> None:
    said = "1. What it was like before the clock came to town."
    article = artparse.parse(f"<html><body>{CLOCK.format(f'<p>{said}</p>', '')}</body></html>")
    first = article.sections[0].paragraphs[0]
    assert (first.text, first.kind) == (said, "paragraph")


def test_a_sentence_is_the_body_and_no_headline_where_it_is_all_there_is() -> None:
    sentence = "The town has a new clock, and it is eleven minutes late."
    for head in ("", "---\ntitle: A clock is late\n---\n\n", "---\ntitle: Late: a clock\nday: x\n---\n"):
        article = artparse.parse(f"{head}{sentence}\n\n![The clock](x.png)\n", input_format="markdown")
        assert sentence in [p.text for s in article.sections for p in s.paragraphs]
    article = artparse.parse(f"<html><body><div><p>{sentence}</p></div></body></html>", input_format="html")
    assert (article.title, article.sections[0].paragraphs[0].text) == (None, sentence)


def test_front_matter_that_is_no_yaml_is_read_by_its_lines() -> None:
    head = '---\ntitle: Late: a clock\nauthor: "Jo Doe"\ntags:\n  - clocks\n---\n\n'
    text = head + "# Late: a clock\n\nIt is late.\n"
    article = artparse.parse(text, input_format="markdown")
    assert (article.title, article.authors) == ("Late: a clock", ("Jo Doe",))
    assert article.text and "tags" not in article.text


def test_what_nothing_sets_apart_from_the_body_is_no_subtitle() -> None:
    one, two, three = (
        f"The town has a new clock, and it is {n} minutes late." for n in ("ten", "six", "two")
    )
    head = '<meta property="og:title" content="A clock is late">'
    alike = artparse.parse(page(head, f"<h1>A clock is late</h1><p>{one}</p><p>{two}</p><p>{three}</p>"))
    assert alike.subtitle is None


def test_links_at_the_end_of_the_body_are_not_of_it() -> None:
    link = '<p><a href="/a">Where the old clock of our town has gone, and who has taken it there</a></p>'
    more = '<p>Read also: <a href="/b">The mayor has bought himself yet another watch, it seems</a></p>'
    told = '<p>The clockmaker says that it will be right <a href="/c">twice a day</a>, as all clocks are.</p>'
    article = artparse.parse(
        page("", f"<h1>A clock is late</h1>{told}").replace("</body>", f"{more}{link}</body>")
    )
    body = " ".join(p.text for s in article.sections for p in s.paragraphs)
    assert "twice a day" in body and "Where the old clock" not in body and "another watch" not in body


# What the metadata says of authors and the site, what is printed, and who is the author.
NAMED = [
    ('<meta name="author" content="The Daily Clock">', "", ()),
    ('<meta name="author" content="The Daily Clock">', "By Jo Doe", ("Jo Doe",)),
    ('<meta name="author" content="Wheels GmbH">', "By Jo Doe", ("Jo Doe",)),
    ('<meta name="author" content="wordpressadmin">', "By Jo Doe", ("Jo Doe",)),
    ('<meta name="author" content="Anonymous">', "", ()),
    ('<meta name="author" content="jodoe">', "By Jo Doe", ("Jo Doe",)),
    ('<meta name="author" content="jodoe">', "", ("jodoe",)),
    ('<meta name="author" content="View all posts by Jo Doe">', "", ("Jo Doe",)),
    # An organisation that says it is one is an author, even the site.
    (ld('{"@type": "NewsArticle", "headline": "A clock is late", "author": {"@type": "Organization",'
        ' "name": "The Daily Clock"}}'), "", ("The Daily Clock",)),
]  # fmt: skip


@pytest.mark.parametrize(("head", "byline", "authors"), NAMED)
def test_authors_of_the_metadata(head: str, byline: str, authors: tuple[str, ...]) -> None:
    head += '<meta property="og:site_name" content="The Daily Clock">'
    printed = f'<p class="byline">{byline}</p>' if byline else ""
    assert artparse.parse(page(head, f"<h1>A clock is late</h1>{printed}")).authors == authors


# The metadata, what is printed below the headline, what is taken, and whether it stands there.
SHOWN = [
    ('<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
     '<div class="date">Published 3 May 2024</div>', "2024-05-03T10:00:00Z", True),
    # What the page shows as its date is the publisher's word to readers.
    ('<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
     '<time class="date">9 May 2024</time>', "2024-05-09", True),
    # Of two moments in the metadata, the one that the page shows.
    (ld('{"@type": "NewsArticle", "headline": "A clock is late", "datePublished": "2024-05-03T10:00:00Z"}')
     + '<meta property="article:published_time" content="2024-05-09T08:00:00Z">',
     '<time class="date">9 May 2024</time>', "2024-05-09T08:00:00Z", True),
    # A day on which it was changed is shown too, and is not when it was published.
    ('<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
     '<meta property="article:modified_time" content="2024-05-09T10:00:00Z">',
     '<time class="date">9 May 2024</time>', "2024-05-03T10:00:00Z", False),
    ('<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
     '<aside class="sidebar"><time class="date">9 May 2024</time></aside>', "2024-05-03T10:00:00Z", False),
]  # fmt: skip


@pytest.mark.parametrize(("head", "printed", "published", "stands"), SHOWN)
def test_the_day_that_a_page_shows(head: str, printed: str, published: str, stands: bool) -> None:
    article = artparse.parse(page(head, f"<h1>A clock is late</h1>{printed}"))
    assert (article.published, article.spans.published is not None) == (published, stands)


CHARSETS = [
    # declared, written in, read as
    ("utf-8", "utf-8", "utf-8"),
    ("iso-8859-1", "utf-8", "utf-8"),
    ("", "windows-1252", "windows-1252"),
    ("iso-8859-1", "windows-1252", "windows-1252"),
    ("utf-8", "windows-1252", "windows-1252"),
    ("no-such-charset", "windows-1252", "windows-1252"),
    ("windows-1250", "windows-1250", "windows-1250"),
    ("iso-8859-2", "iso-8859-2", "iso-8859-2"),
]


@pytest.mark.parametrize(("declared", "written", "encoding"), CHARSETS)
def test_charsets(declared: str, written: str, encoding: str) -> None:
    words = "„Zwölf Größen“, sagte Jörg Müßig, „würden völlig genügen – natürlich.“" * 3
    if "2" in declared[-1:]:
        words = words.replace("–", "-").replace("„", '"').replace("“", '"')
    data = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p>'.encode(written)
    document = read(data)
    assert document.text == words
    assert document.encoding == encoding


def warc(*pages: tuple[str, bytes, str], compressed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("test.warc.gz", {"software": "tests"}))
    for address, payload, media in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", media)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(payload), http_headers=headers)
        )
    return out.getvalue()


PAGES = [
    ("https://wire.example/1", PAGE, "text/html; charset=utf-8"),
    ("https://wire.example/robots.txt", b"User-agent: *", "text/plain"),
    ("https://wire.example/2", page(body="<h1>A clock is late</h1>").encode(), "text/html"),
]


@pytest.mark.parametrize("compressed", [True, False])
def test_web_archive(tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / "pages.dat"
    path.write_bytes(warc(*PAGES, compressed=compressed))
    first, second = artparse.parse_many(path)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert [first.source.record, second.source.record] == [2, 4]
    assert first.source.url == "https://gazette.example/news/old-ferry-winter"  # Its canonical one.
    assert second.source.url == "https://wire.example/2"
    assert first.body == artparse.parse(PAGE).body


def test_web_archive_that_is_compressed_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(gzip.compress(warc(*PAGES, compressed=False)))
    assert [record.source.record for record in artparse.parse_many(path)] == [2, 4]


def test_web_archive_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    with pytest.raises(ArtparseError, match=r"artparse\[warc\]"):
        list(split(warc(*PAGES)))


def test_json_lines() -> None:
    first, second, third, fourth = artparse.parse_many(FOLDER / "articles.jsonl")
    assert isinstance(first, Article)
    assert (first.title, first.authors) == ("The lamp on the hill burns again", ("Femke Aldous",))
    assert (first.published, first.site, first.language) == ("2023-11-05T07:00:00", "wire.example", "en")
    assert (first.source.record, first.source.url) == (1, "https://wire.example/lamp")
    assert first.quotes[0].speaker == "Jory Penrose"
    assert isinstance(second, ErrorRecord) and second.error.kind == "broken"
    assert "not JSON" in second.error.message
    assert isinstance(third, ErrorRecord) and "--field" in third.error.message
    assert isinstance(fourth, Article)
    assert (fourth.title, fourth.source.format) == ("The mill turns for visitors", "html")
    assert fourth.published == "2023-11-06T12:00:00Z"


TEXT = "The town has a new clock, and it is eleven minutes late, as the old one was for a century."
JSON = [
    # data, field, the texts of the records; null for one that is broken
    ('{"text": "%s"}', None, [TEXT]),
    ('[{"text": "%s"},\n {"text": "%s"}]', None, [TEXT, TEXT]),
    ('[{"text": "%s"}, {"te', None, [TEXT, None]),
    ('{\n "text": "%s"\n}\n{\n "text": "%s"\n}', None, [TEXT, TEXT]),
    ('{"maintext": "%s", "body": "no"}', None, [TEXT]),
    ('{"_source": {"content": "%s"}}', None, [TEXT]),
    ('{"a": {"b": "%s"}}', "a.b", [TEXT]),
    ('{"a.b": "%s"}', "a.b", [TEXT]),
    ('{"text": "no", "own": "%s"}', "own", [TEXT]),
    ('{"text": ["%s", "%s"]}', None, [f"{TEXT}\n\n{TEXT}"]),
    ('{"text": null}\n{"text": "%s"}\n\n[1]\n3\n', None, [None, TEXT, None, None]),
    ('{"text": "%s"}\n' + "[" * 100_000 + '\n{"text": "%s"}\n', None, [TEXT, None, TEXT]),
    ('{"text": "a\\u0000b"}\n{"text": ""}\n', None, ["a\0b", None]),
]


@pytest.mark.parametrize(("data", "field", "texts"), JSON)
def test_json(data: str, field: str | None, texts: list[str | None]) -> None:
    data = data.replace("%s", TEXT)
    found: list[str | None] = []
    for item in split(data.encode(), input_format="jsonl", field=field):
        found.append(None if isinstance(item, Broken) else read_record(item).text)
        assert item.record == len(found)
    assert found == texts


def test_mailbox() -> None:
    first, second = artparse.parse_many(FOLDER / "letters.mbox")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.source.format == second.source.format == "email"
    assert first.title == "First letter from the coast"
    assert first.text is not None and "\nFrom here on" in first.text
    assert second.published == "2025-11-08T09:00:00+01:00"


EXPORTS = [
    # file, and of each article: title, authors, date, site, first words of the body
    (
        "nexis.txt",
        [
            (
                "Clock tower to strike again after forty years",
                ("RONA PETTIGREW",),
                "2019-03-04",
                "The Carrick Courier",
                "The clock on",
            ),
            (
                "School bus gets a new driver and a new route",
                ("Ewan Laird",),
                "2019-03-06",
                "The Carrick Courier",
                "The school bus",
            ),
        ],
    ),
    (
        "factiva.txt",
        [
            (
                "Harbour fees to rise for the third year in a row",
                ("Petra Hollander",),
                "2021-06-12",
                "The Coastal Ledger",
                "Mooring a boat",
            ),
            ("Fishermen find a piano on the beach", (), "2021-06-14", "The Coastal Ledger", "Two fishermen"),
        ],
    ),
    (
        "proquest.txt",
        [
            (
                "The orchard that feeds a street",
                ("Maja Lindqvist",),
                "2020-09-17",
                "Northern Weekly",
                "Every September",
            ),
            (
                "A bell for the village hall",
                ("Stig Nyman",),
                "2020-09-24",
                "Northern Weekly",
                "The village hall",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("name", "articles"), EXPORTS, ids=[name for name, _ in EXPORTS])
def test_database_exports(name: str, articles: list[tuple[Any, ...]]) -> None:
    records = list(artparse.parse_many(FOLDER / name, keep_text=True))
    for record in records:
        assert isinstance(record, Article) and record.text is not None
        check(record, record.text)
        assert "metadata" in {block.reason for block in record.removed}
        assert "Document" not in record.body and "LOAD" not in record.body and "ID:" not in record.body
    assert [
        (r.title, r.authors, r.published, r.site, r.body[: len(want[4])])
        for r, want in zip(records, articles, strict=True)
        if isinstance(r, Article)
    ] == articles


def test_a_text_of_several_articles_is_warned_of() -> None:
    def article(name: str) -> str:
        return f"A headline of {name}\n\nBy {name}\n\n" + f"{TEXT} Nobody minds, said the mayor.\n\n" * 12

    one, two = article("Jane Doe"), article("Jane Doe") + article("Sam Roe")
    assert [w.code for w in artparse.parse(one).warnings].count("several_articles") == 0
    assert [w.code for w in artparse.parse(two).warnings].count("several_articles") == 1


BRIEFS = """Mill owner fined for fouling the brook
By Jane Roe
3 November 2025

The owner of the lower mill has been fined four thousand pounds for letting dye run into the brook at Oxley.

He knew of the broken pipe for six weeks, the court heard, and put a bucket under it, which was stolen.

Brass band wins first prize
{byline}
4 November 2025

The town's brass band won first prize at the county fair with a march about a tractor that will not start.

Its leader, Mara Ellwood, said that the judges had asked for it twice, and that the tractor's owner had wept.
"""


@pytest.mark.parametrize(
    ("byline", "foot", "times"),
    [
        ("By Sam Hale", "", 1),
        ("By Jane Roe", "", 1),  # one who wrote both
        ("Oxley Players", "", 0),  # no byline
        ("By Sam Hale", "More news\nWeir mended\nBy Ida Holt\nIt took eight years.\n", 0),  # of a page
    ],
)
def test_a_text_of_several_briefs_is_warned_of(byline: str, foot: str, times: int) -> None:
    warnings = artparse.parse(BRIEFS.format(byline=byline) + foot).warnings
    assert [w.code for w in warnings].count("several_articles") == times


def test_several_records_are_too_many_for_one_article() -> None:
    with pytest.raises(ArtparseError, match="parse_many"):
        artparse.parse_file(FOLDER / "letters.mbox")
    assert artparse.parse(json.dumps({"text": TEXT})).source.record == 1


BAD = [
    # data, name, kind, what is said
    (gzip.compress(PAGE)[:-20], "a.html.gz", "broken", "cut off"),
    (gzip.compress(PAGE)[:200] + b"\0" * 50, "a.html.gz", "broken", "damaged|cut off"),
    (gzip.compress(gzip.compress(PAGE)), "a.gz", "unsupported", "gunzip"),
    (gzip.compress(b"\0" * 50_000_000), "a.html.gz", "too_large", "--max-size"),
    (b"", "a.html", "empty", "empty"),
    (b"<html><!-- nothing --></html>", "a.html", "empty", "white space"),
    (b"<html><script>only()</script></html>", "a.html", "empty", "white space"),
    (b"Subject: a letter\nFrom: a@b.example\nMIME-Version: 1.0\n\n", "a.eml", "empty", "without a text"),
    (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n\n',
        "a.mht",
        "broken",
        "saved",
    ),
    (b"Once upon a time\nthere was no JSON.", "a.json", "broken", "not JSON"),
    (b"", "a.jsonl", "empty", "empty"),
    (b"%PDF-1.4", "a.html", "broken", "damaged"),
    (b"PK\x03\x04 word/document.xml", "a.docx", "broken", "damaged"),
    (b"PK\x03\x04", "a.docx", "broken", "damaged"),
    (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP",
        "a.warc",
        "broken",
        "damaged|cut off",
    ),
]


@pytest.mark.parametrize(("data", "name", "kind", "message"), BAD)
def test_bad_input_is_one_clear_line(data: bytes, name: str, kind: str, message: str) -> None:
    with pytest.raises(ArtparseError, match=message) as error:
        read(data, name=name, max_size=10_000_000)
    assert error.value.kind == kind
    assert "\n" not in error.value.message


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://evil.example/">]>'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Before &i; &x; &y; after</p></body></html>'
)


def test_entities_are_neither_expanded_nor_fetched() -> None:
    for data in (BOMB, BOMB.encode()):
        text = read(data).text
        assert len(text) < 1000
        assert "root:" not in text
        assert "after" in text


DEEP = 100_000
HARD = [
    "<div>" * DEEP + "<p>deep</p>" + "</div>" * DEEP,
    "<div class='a b'>" * DEEP + "<p>deep</p>",
    "<b>" * DEEP + "deep",
    "<p>" + "deep <a>" * DEEP,
    "</div>" * DEEP + "deep",
    "<table><tr><td>" * 20_000 + "deep",
    "<blockquote>deep" * 20_000,
    "<" * DEEP + " deep",
    "deep" + "&amp" * DEEP,
    "<p title='" + "a" * 3_000_000 + "'>deep",
    "<!--" * DEEP + "-->deep",
    "<span class='author' itemprop='author'>deep" * 20_000,
    "deep<br>" * DEEP,
]


@pytest.mark.parametrize("markup", HARD, ids=lambda markup: markup[:12])
def test_hard_markup_is_read(markup: str) -> None:
    """`benchmarks/linear.py` measures the time."""
    assert "deep" in read("<html><body>" + markup, input_format="html").text


def test_a_long_line_of_json_costs_its_record_only() -> None:
    def data() -> Iterator[bytes]:
        yield json.dumps({"text": TEXT}).encode() + b'\n{"text": "'
        for _ in range(200):
            yield b"a" * 1_000_000
        yield b'"}\n' + json.dumps({"text": TEXT}).encode()

    tracemalloc.start()
    items = list(split(Pipe(data()), max_size=5_000_000))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    first, second, third = items
    assert isinstance(first, Content) and isinstance(third, Content)
    assert isinstance(second, Broken) and second.kind == "too_large"
    assert [first.record, second.record, third.record] == [1, 2, 3]
    assert peak < 40_000_000


class Pipe:
    """A stream that gives its pieces one by one, and cannot be sought in."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.waiting = pieces, b""

    def read(self, size: int = -1, /) -> bytes:
        while not self.waiting:
            piece = next(self.pieces, None)
            if piece is None:
                return b""
            self.waiting = piece
        cut = len(self.waiting) if size < 0 else size
        piece, self.waiting = self.waiting[:cut], self.waiting[cut:]
        return piece


MANY: list[tuple[str, Callable[[], bytes]]] = [
    ("warc", lambda: warc(PAGES[0], compressed=False)[len(warc(compressed=False)) :]),
    ("json", lambda: json.dumps({"html": PAGE.decode()}).encode() + b"\n"),
    ("mbox", lambda: (FOLDER / "letters.mbox").read_bytes()),
    ("export", lambda: (FOLDER / "nexis.txt").read_bytes() * 20),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "piece"), MANY, ids=[name for name, _ in MANY])
@pytest.mark.parametrize("compressed", [False, True])
def test_memory_does_not_grow_with_the_records(
    name: str, piece: Callable[[], bytes], compressed: bool
) -> None:
    start = warc(compressed=False) if name == "warc" else b""
    again = piece()

    def peak(count: int) -> tuple[int, int]:
        pieces = iter([start, *[again] * count])
        packed = (gzip.compress(p) for p in pieces) if compressed else pieces
        gc.collect()
        tracemalloc.start()
        records = sum(1 for _ in split(Pipe(packed), max_size=10_000_000))  # type: ignore[arg-type,misc]
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return records, size

    (few, small), (many, large) = peak(20), peak(300)
    assert many == 15 * few
    assert large < small + 500_000


def cut_off(data: bytes) -> list[Content | Broken]:
    return list(split(data[: int(len(data) * 0.7)], max_size=10_000_000))


@pytest.mark.parametrize("compressed", [False, True])
def test_a_web_archive_that_is_cut_off_loses_its_end_only(compressed: bool) -> None:
    pages = [(f"https://wire.example/{i}", PAGE + b"%d" % i, "text/html") for i in range(20)]
    items = cut_off(warc(*pages, compressed=compressed))
    assert isinstance(items[-1], Broken)
    assert items[-1].kind == "broken"
    whole = items[:-1]
    assert len(whole) >= 12
    assert all(isinstance(item, Content) for item in whole)
    assert [item.record for item in items] == list(range(2, len(items) + 2))


def test_json_lines_that_are_cut_off_lose_their_end_only() -> None:
    lines = b"".join(json.dumps({"text": f"{TEXT} {i}" * 50}).encode() + b"\n" for i in range(300))
    items = cut_off(gzip.compress(lines))
    assert isinstance(items[-1], Broken) and "cut off" in items[-1].message
    assert sum(isinstance(item, Content) for item in items) > 100


def test_the_command_gives_a_line_for_each_record() -> None:
    result = command(FOLDER / "articles.jsonl")
    assert result.returncode == 1
    records = records_of(result.stdout)
    assert [record["source"]["record"] for record in records] == [1, 2, 3, 4]
    assert ["error" in record for record in records] == [False, True, True, False]
    assert b"articles.jsonl, record 2: not JSON" in result.stderr
    array = command(FOLDER / "articles.jsonl", "-f", "json", "-q")
    assert json.loads(array.stdout) == records


def test_the_command_gives_one_record_of_a_format_of_many_as_a_line(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"own": TEXT}), encoding="utf-8")
    result = command(path, "--field", "own", "-q")
    assert result.returncode == 0
    assert result.stdout.count(b"\n") == 1
    assert json.loads(result.stdout)["source"]["record"] == 1


def test_the_command_takes_a_page_from_a_pipe() -> None:
    result = command("-q", given=gzip.compress(PAGE))
    assert (
        json.loads(result.stdout)["source"] | {"path": "-", "format": "html"}
        == json.loads(result.stdout)["source"]
    )


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='article-body'>",
            "</div>",
            "<h1>",
            "</h1>",
            "<h2>",
            "<ul><li>",
            "</ul>",
            "<blockquote>",
            "<br>",
            "<table><tr><td>",
            "<td>",
            "</table>",
            "<pre>",
            "</pre>",
            "<nav>",
            "</nav>",
            "<a href='/'>",
            "</a>",
            "<b>",
            "<span hidden>",
            "</span>",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<!--",
            "-->",
            "<time datetime='2024-05-03'>",
            "<footer>",
            "<figcaption>",
            "<meta name=author content='J D'>",
            "By Jane Doe",
            "3 May 2024",
            "“We will not wait,” said Jane Doe, the mayor.",
            "&amp;",
            "&nbsp;",
            "\u00ad",
            "The town has a new clock, and it is eleven minutes late, as the old one was for a century.",
            "Read more",
        ]
    )
    | st.text(max_size=20),
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(MARKUP.map("".join))
def test_nothing_of_a_page_is_lost(markup: str) -> None:
    try:
        article = artparse.parse(f"<html><body>{markup}", input_format="html")
    except ArtparseError as error:
        assert error.kind == "empty"
    else:
        assert article.text is not None
        check(article, article.text)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["markdown", "email", "jsonl", "warc", "export", "html"]),
    st.binary(max_size=200) | st.text().map(str.encode),
)
def test_whatever_is_said_to_be_a_format_is_read_or_refused(asked: str, data: bytes) -> None:
    for start in (
        b"",
        b"WARC/1.0\r\n",
        b'{"text": "a',
        b"From: a\nMIME-Version: 1.0\n\n",
        b"---\na: [\n---\n",
        gzip.compress(b"a"),
    ):
        try:
            for item in split(start + data, input_format=asked, max_size=1000):
                if isinstance(item, Content):
                    read_record(item)
        except ArtparseError as error:
            assert "\n" not in error.message


IDENTIFIERS = [
    ('{"id": 17, "text": "Words."}', "17"),
    ('{"_id": {"$oid": "65f0a"}, "text": "Words."}', "65f0a"),
    ('{"uuid": "a-b", "guid": "other", "text": "Words."}', "a-b"),
    ('{"id": true, "text": "Words."}', None),
    ('{"id": "  ", "text": "Words."}', None),
    ('{"text": "Words."}', None),
]


@pytest.mark.parametrize(("line", "wanted"), IDENTIFIERS)
def test_a_record_keeps_its_own_identifier(line: str, wanted: str | None) -> None:
    assert artparse.parse(line.encode(), input_format="jsonl").source.id == wanted


def test_an_email_is_identified_by_its_message_id() -> None:
    letter = (
        b"From: Jane <jane@example.org>\nMessage-ID: <17@example.org>\nSubject: Hello\n\nThe ferry is back.\n"
    )
    assert artparse.parse(letter, input_format="email").source.id == "<17@example.org>"


def test_fields_that_are_asked_for_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    first = {"text": "The ferry is back.", "topic": ["ü", 1], "views": None}
    path.write_text(json.dumps(first) + "\n" + json.dumps({"text": "No topic."}) + "\n", encoding="utf-8")
    wanted = [[("topic", '["ü", 1]'), ("views", "null")], []]
    records = records_of(command(path, "--keep", "topic", "--keep", "views", "--keep", "none").stdout)
    kept = [[(field["name"], field["json"]) for field in one["source"]["fields"]] for one in records]
    assert kept == wanted
    articles = list(artparse.parse_many(path, keep=["topic", "views"]))
    assert [
        [(field.name, field.json) for field in article.source.fields]
        for article in articles
        if isinstance(article, Article)
    ] == wanted


def test_what_decided_is_null_unless_asked_for() -> None:
    text = "The bridge\n\n“It is safe,” said Jane Doe of the council.\n\nRelated Posts\n\nRead more: Ferries"
    plain, explained = artparse.parse(text), artparse.parse(text, explain=True)
    assert {quote.decided_by for quote in plain.quotes} == {None}
    assert {block.decided_by for block in plain.removed} == {None}
    parts: list[Quote | Removed] = [*explained.quotes, *explained.removed]
    assert explained.quotes
    assert all(isinstance(part.decided_by, tuple) for part in parts)
