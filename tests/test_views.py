"""Every way to look at an article: what it shows, that it is only text, and what it costs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

import artparse as library
from artparse.article import Article, ParagraphKind
from artparse.layout.lines.look import BULLET
from artparse.writing import csv as table
from artparse.writing import html, index, markdown, pretty
from artparse.writing.formats import FORMATS
from artparse.writing.setting import Lines, Run, date_in_words, parts_of, safe
from support.command import SEED, artparse, complaint
from support.fixtures import names
from support.steps import steps
from support.views import FOLDER, SHOWN, hostile, made, many_quotes, seed, summaries

VIEWS: dict[str, Callable[[Article], bytes | None]] = {
    "pretty": pretty.alone,
    "html": html.alone,
    "markdown": markdown.alone,
    "csv": table.alone,
}
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What nothing that artparse shows may hold; line feeds and carriage returns are looked at apart."""


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def view(name: str, article: Article) -> str:
    data = VIEWS[name](article)
    assert data is not None
    return data.decode()


def without_style(page: str) -> str:
    """A page without its style and script, and the digests of them."""
    page = re.sub(r"(<(style|script)>).*?(?=</\2>)", r"\1", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+|artparse \d[\w.]*", "…", page)


# Set for reading


@pytest.mark.parametrize("name", names())
def test_the_runs_of_a_part_are_its_text(name: str) -> None:
    article = library.parse_file(FOLDER.parent / "articles" / f"{name}.txt", keep_text=True)
    parts = {part.span: part for part in parts_of(article)}
    texts = [(p.span, p.text) for section in article.sections for p in section.paragraphs]
    texts += [(block.span, block.text) for block in article.removed]
    assert [parts[span].text for span, _ in texts] == [text for _, text in texts]
    marked = {q for part in parts.values() for run in part.runs for q in run.quotes}
    assert marked == set(range(len(article.quotes)))


@given(
    st.lists(
        st.sampled_from(["“Stop,”", "he", "said", "\n\n", "\n", " ", "\t ", "- ", "Jane Doe", "x.", "\u2028"])
    )
)
def test_the_runs_of_any_text_are_its_text(words: list[str]) -> None:
    text = " ".join((*words, "end"))
    article = library.parse(text, keep_text=True)
    parts = {part.span: part.text for part in parts_of(article)}
    for section in article.sections:
        assert [parts[p.span] for p in section.paragraphs] == [p.text for p in section.paragraphs]


def test_quotes_that_overlap_are_each_marked() -> None:
    article = made(
        "A title of it",
        [("paragraph", "He said that “they  said\n ‘no way’ to me” on Tuesday.")],
        [("they  said\n ‘no way’ to me", "said", "He", 0)],
        ["Jane Doe"],
    )
    (outer,) = article.quotes
    assert article.text
    start = article.text.index("no way")
    inner = replace(outer, text="no way", span=(start, start + 6), cue=None)
    (section,) = article.sections
    words = replace(section.paragraphs[0], text="He said that “they said ‘no way’ to me” on Tuesday.")
    article = replace(article, sections=(replace(section, paragraphs=(words,)),), quotes=(outer, inner))
    assert [run for part in parts_of(article) if part.kind == "paragraph" for run in part.runs] == [
        Run("He", mentions=(0, 1)),
        Run(" "),
        Run("said", cues=(0,)),
        Run(" that "),
        Run("“they said ", quotes=(0,)),
        Run("‘no way’", quotes=(0, 1)),
        Run(" to me”", quotes=(0,)),
        Run(" on Tuesday."),
    ]


@pytest.mark.parametrize(
    ("text", "position", "line"),
    [
        ("", 0, 1),
        ("a\nb", 0, 1),
        ("a\nb", 1, 1),
        ("a\nb", 2, 2),
        ("a\r\nb\rc\n", 3, 2),
        ("a\r\nb\rc\n", 5, 3),
        ("\n\n", 2, 3),
    ],
)
def test_lines_of_the_source(text: str, position: int, line: int) -> None:
    assert Lines(text).number(position) == line


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-04-03", "3 April 2025"),
        ("2025-04-03T09:10:00+01:00", "3 April 2025, 09:10 +01:00"),
        ("2025-04-03T09:10:30.5Z", "3 April 2025, 09:10 UTC"),
        ("2025-04-03T09:10", "3 April 2025, 09:10"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("2025-13-01", "2025-13-01"),
    ],
)
def test_dates_for_reading(date: str, words: str) -> None:
    assert date_in_words(date) == words


def test_a_view_needs_the_source_text() -> None:
    article = replace(seed(), text=None)
    for name in ("pretty", "html"):
        with pytest.raises(ValueError, match="source text"):
            VIEWS[name](article)


# Golden files: fixtures/views; written anew by UPDATE_VIEWS=1 pytest tests/test_views.py


@pytest.mark.parametrize("name", VIEWS)
def test_the_seed_looks_as_it_did(name: str) -> None:
    golden = FOLDER / f"seed{FORMATS[name].suffix}"
    shown = view(name, seed())
    if name == "html":
        shown = without_style(shown)
    if os.environ.get("UPDATE_VIEWS"):
        golden.write_text(shown, encoding="utf-8", newline="")
    with golden.open(encoding="utf-8", newline="") as file:
        assert shown == file.read()


@pytest.mark.parametrize("name", VIEWS)
def test_the_command_shows_the_seed(name: str) -> None:
    result = artparse(SEED, "-f", name)
    assert (result.returncode, result.stderr) == (0, b"")
    shown = re.sub(r"<[^>]*>|[¹²³⁴⁵\\]", "", result.stdout.decode())
    article = library.parse_file(SEED)
    assert len(article.quotes) == 8
    for quote in article.quotes:
        assert quote.text in " ".join(shown.split())
        assert quote.speaker and quote.speaker in shown


# Hostile input


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_steers_the_reader(name: str) -> None:
    shown = view(name, hostile())
    assert not UNSAFE.search(shown.replace("\r\n", "\n") if name == "csv" else shown)


def test_hostile_input_is_text_at_the_terminal() -> None:
    shown = " ".join(view("pretty", hostile()).split())
    assert shown.count(SHOWN) >= 10


def test_hostile_input_is_text_in_a_page() -> None:
    soup = BeautifulSoup(view("html", hostile()), "lxml")
    article = soup.find("article")
    assert isinstance(article, Tag)
    assert article.get_text().count(SHOWN) >= 10
    assert soup.find_all(["img", "iframe", "object", "form", "base"]) == []
    assert [len(soup.find_all(tag)) for tag in ("script", "style", "link", "meta")] == [2, 1, 1, 6]
    assert all(str(link["href"]).startswith("#") for link in soup.find_all("a", href=True))
    names = {name for element in soup.find_all(True) for name in element.attrs}
    assert not {
        name for name in names if name.startswith("on") or name in ("style", "src", "action", "srcdoc")
    }


def test_the_record_in_a_page_is_the_record() -> None:
    article = hostile()
    script = BeautifulSoup(view("html", article), "lxml").find(id="record")
    assert script
    assert json.loads(script.get_text()) == json.loads(article.to_json())


def test_hostile_input_is_text_in_markdown() -> None:
    front, body = view("markdown", hostile()).removeprefix("---\n").split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in front.split("\n"))
    assert json.loads(fields["title"]) == hostile().title
    tokens = [
        part for token in MarkdownIt("commonmark").parse(body) for part in (token, *(token.children or ()))
    ]
    assert {token.content.strip() for token in tokens if token.type == "html_block"} == {
        "<footer>",
        "</footer>",
    }
    assert not {"html_inline", "link_open", "image", "code_inline", "fence"} & {
        token.type for token in tokens
    }
    texts = ["".join(part.content for part in token.children or ()) for token in tokens]
    assert sum(SHOWN in text for text in texts) >= 8


@given(st.text())
def test_what_is_shown_is_visible(text: str) -> None:
    assert not UNSAFE.search(safe(text))
    safe(text).encode()


def test_ordinary_text_is_shown_as_it_is() -> None:
    text = "Ünïcödé “quotes” – 中文, עברית, नमस्ते 👩‍👩‍👧 \u200f\u00ad"
    assert safe(text) == text


def test_hostile_input_is_no_formula() -> None:
    header, *rows = csv.reader(io.StringIO(view("csv", hostile()), newline=""), strict=True)
    assert '","'.join(header) == FORMATS["csv"].opening.decode().strip().strip('"')
    assert len(rows) == 2
    for row in rows:
        assert len(row) == len(header)
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        quote = dict(zip(header, row, strict=True))
        assert SHOWN in quote["quote"]
        assert quote["title"].startswith("'=HYPERLINK(1)")
        assert quote["speaker"].startswith("'+")


def test_a_formula_behind_another_separator_stays_in_its_cell() -> None:
    """Spreadsheets that part cells at semicolons must not find one in the middle of what was said."""
    said = "We will not;=HYPERLINK(1);\t@SUM(A1) and that is final"
    text = f"The plan\n\n“{said},” Jane Doe said on Monday.\n\nThe council met on Monday to vote on it.\n"
    printed = view("csv", library.parse(text, keep_text=True))
    for separator in (",", ";"):
        rows = csv.reader(io.StringIO(printed, newline=""), delimiter=separator)
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert ";'=HYPERLINK(1);" in printed


# Each view


def test_pretty_tells_speakers_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = view("pretty", seed())
    assert "\x1b[36m“walk away”\x1b[0m\x1b[36m¹\x1b[0m" in shown
    assert "\x1b[4mhe\x1b[0m \x1b[4memphasized\x1b[0m" in shown
    assert "\x1b[2mrelated    1  Related Posts\x1b[0m" in shown


@pytest.mark.parametrize("columns", [60, 61, 80, 100, 137, 200])
@pytest.mark.parametrize("article", [seed, hostile], ids=["seed", "hostile"])
def test_pretty_fits(columns: int, article: Callable[[], Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    widths = [cell_len(line) for line in view("pretty", article()).split("\n")]
    assert min(columns, 100) - 10 <= max(widths) <= min(columns, 100)


@pytest.mark.parametrize("columns", ["0", "1", "-5", "x"])
def test_pretty_is_shown_where_a_width_is_none(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown, told = ("".join(text.split()) for text in (view("pretty", seed()), seed().title or ""))
    assert told
    assert told in shown


def test_pretty_shows_every_kind_of_part() -> None:
    parts: list[tuple[ParagraphKind, str]] = [("blockquote", "It is late."), ("list_item", "One of two.")]
    lines = view("pretty", made("A title", parts, [], [])).split("\n")
    assert {" │ It is late.", "• One of two."} <= {line.rstrip() for line in lines}


def test_markdown_keeps_what_looks_like_markup() -> None:
    texts = [
        "# not a heading", "1986. A year", "12) and so on", "- no list", "+ none", "> no quote",
        "*stars* and _lines_", "<b>bold</b> & &amp; a < b", "[a](b) ![c](d) `e`", "a\\b", "===", "---", "~~~",
        "C#", "    indented", "| a | b |",
    ]  # fmt: skip
    for text in texts:
        tokens = MarkdownIt("commonmark").parse(markdown._escaped(text.strip()))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], text
        assert "".join(part.content for part in tokens[1].children or ()) == text.strip()


def read_back(article: Article) -> tuple[dict[str, Any], dict[str, Any]]:
    """What Markdown keeps of an article, of it and of what its Markdown reads as."""

    def kept(article: Article) -> dict[str, Any]:
        names = ("title", "subtitle", "byline", "published", "modified", "site", "language")
        sections = [
            (section.heading, section.level, [(p.kind, p.text) for p in section.paragraphs])
            for section in article.sections
        ]
        return {name: getattr(article, name) for name in names} | {"sections": sections}

    return kept(article), kept(library.parse(view("markdown", article), input_format="auto"))


@pytest.mark.parametrize("name", names())
def test_markdown_reads_back_as_the_same_article(name: str) -> None:
    article, again = read_back(library.parse_file(FOLDER.parent / "articles" / f"{name}.txt"))
    assert again == article


MARKS = (
    "a word # ## - 1. 2) > * ** _ ` ``` [x] (y) ![ <b> </footer> <!-- &amp; & | ~~ === --- \\ by ¶ 中 $ "
    "http://a.example x@y.example"
)
MARKUP = st.lists(st.sampled_from(MARKS.split()), min_size=1).map(" ".join)


@given(
    MARKUP, st.lists(st.tuples(st.sampled_from(["paragraph", "list_item", "blockquote"]), MARKUP), min_size=1)
)
def test_markdown_reads_back_whatever_the_words(
    title: str, paragraphs: list[tuple[ParagraphKind, str]]
) -> None:
    # A paragraph that begins like a list's item is one, in every format; an item loses what looks so.
    assume(not any(BULLET.match(words) for _, words in paragraphs))
    article = made(
        f"Title {title}",
        [(kind, f"{'word ' if kind == 'list_item' else ''}{words}.") for kind, words in paragraphs],
        [],
        [],
    )
    before, after = read_back(article)
    assert (after["title"], after["sections"]) == (before["title"], before["sections"])


def test_csv_of_many_documents_has_one_header(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(SEED.read_bytes())
    (tmp_path / "c.txt").write_bytes(b"")
    result = artparse(tmp_path, "-f", "csv", "-q")
    rows = list(csv.DictReader(io.StringIO(result.stdout.decode(), newline=""), strict=True))
    said = len(rows) // 2
    assert [Path(row["file"]).name for row in rows] == ["a.txt"] * said + ["b.txt"] * said
    assert sum(row["kind"] != "report" for row in rows) == 16
    first = next(row for row in rows if row["kind"] != "report")
    assert (first["speaker"], first["role"], first["quote"]) == (
        "JD Vance",
        "U.S. Vice President",
        "walk away",
    )
    assert (first["kind"], first["section"], first["line"]) == ("partial", "", "7")
    quoted = [row for row in rows if row["kind"] != "report"]
    assert quoted[7]["section"] == "Escalating violence and diplomatic setbacks"


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_many_pages_need_a_folder(name: str) -> None:
    result = artparse(SEED, SEED, "-f", name)
    assert (result.returncode, result.stdout) == (2, b"")
    assert "--output FOLDER/" in complaint(result)


def test_pretty_shows_many_one_after_another() -> None:
    result = artparse(SEED, SEED, "-f", "pretty", "-q")
    shown = result.stdout.decode()
    assert (shown.count("═" * 60), shown.count("JD Vance warns")) == (1, 4)


# The folder's index


def test_the_index_counts() -> None:
    soup = BeautifulSoup(index.index(summaries(40)), "lxml")
    assert soup.h1 and soup.h1.get_text() == "40 articles"
    assert [len(soup.select(selector)) for selector in ("tbody tr", ".speakers li", ".times a")] == [
        40,
        5,
        36,
    ]
    total = sum(facts["quotes"] for _, facts in summaries(40))
    assert f"{total} quotes by 5 named speakers; 8 without a date" in soup.get_text()
    assert sum(int(count.contents[0]) for count in soup.select(".speakers .count")) == total  # type: ignore[call-overload]
    assert [row["href"] for row in soup.select("td a")][:2] == [
        "a/0.txt.html#index-1",
        "a/1.txt.html#index-1",
    ]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2025-04-03", "2025-04-05T10:00:00Z"], ["3 April 2025", "4 April 2025", "5 April 2025"]),
        (
            ["2024-12-31", "2025-04-05"],
            ["December 2024", "January 2025", "February 2025", "March 2025", "April 2025"],
        ),
        (["2019-12-31", "2025-04-05"], ["2019", "2020", "2021", "2022", "2023", "2024", "2025"]),
        (
            ["1949-12-31", "2025"],
            ["1940s", "1950s", "1960s", "1970s", "1980s", "1990s", "2000s", "2010s", "2020s"],
        ),
        (["2025-02-30", None], []),
    ],
)
def test_the_index_shows_all_of_the_time(dates: list[str | None], labels: list[str]) -> None:
    pages = [(f"{i}.html", index.summary(replace(seed(), published=date))) for i, date in enumerate(dates)]
    soup = BeautifulSoup(index.index(pages), "lxml")
    bars = [str(bar["aria-label"]) for bar in soup.select(".times a")]
    assert [bar.split(":")[0] for bar in bars] == labels
    assert sum(int(bar.split(": ")[1].split()[0]) for bar in bars) == (16 if labels else 0)


def test_the_index_of_hostile_articles_is_text() -> None:
    article = hostile()
    pages = [
        ("=1+1 <x> \x1b ?#%/\udcff.html", index.summary(article)),
        ("b.html", index.summary(replace(article, title=None))),
    ]
    page = index.index(pages).decode()
    assert not UNSAFE.search(page)
    soup = BeautifulSoup(page, "lxml")
    assert soup.get_text().count(SHOWN) >= 3
    assert [len(soup.find_all(tag)) for tag in ("script", "style", "img")] == [1, 1, 0]
    assert soup.select("td a")[0]["href"] == "%3D1%2B1%20%3Cx%3E%20%1B%20%3F%23%25/%FF.html#index-1"


def test_the_index_tells_the_same_story() -> None:
    pytest.importorskip("rensa", reason="needs artparse[dedupe]")
    other = replace(seed(), body=" ".join(f"word{i}" for i in range(200)))
    copy = replace(seed(), title="Another headline")
    pages = [(f"{i}.html", index.summary(one)) for i, one in enumerate((other, seed(), copy))]
    pages = json.loads(json.dumps(pages))
    soup = BeautifulSoup(index.index(pages), "lxml")
    columns = [head.get_text() for head in soup.select("thead th")]
    rows = [[cell.get_text() for cell in row.select("td")] for row in soup.select("tbody tr")]
    assert [row[columns.index("Story")] for row in rows] == ["", "2", "2"]
    assert [span["title"] for span in soup.select("td span")] == [
        "100 % in common with another article of this story"
    ] * 2
    alone = BeautifulSoup(index.index(pages[:2]), "lxml")
    assert "Story" not in alone.get_text()


def test_a_folder_gets_its_index(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / "in" / name).write_bytes(SEED.read_bytes())
    assert artparse(tmp_path / "in", "-f", "html", "-o", f"{tmp_path}/out/", "-q").returncode == 0
    page = (tmp_path / "out" / "index.html").read_bytes()
    (tmp_path / "out" / "index.html").unlink()
    assert artparse(tmp_path / "in", "-f", "html", "-o", f"{tmp_path}/out/", "-q", "--resume").returncode == 0
    assert (tmp_path / "out" / "index.html").read_bytes() == page
    soup = BeautifulSoup(page, "lxml")
    assert len(soup.select("td a")) == 2
    table = (tmp_path / "out" / "quotes.js").read_text(encoding="utf-8").split("\n")
    assert (table[0], table[-2:]) == ("globalThis.artparseQuotes = [", ["];", ""])
    assert len(table) == 5
    assert [said[1] for said in json.loads(table[1].removesuffix(","))[1]][:2] == [
        "JD Vance",
        "Volodymyr Zelensky",
    ]
    for link in soup.select("td a"):
        assert (tmp_path / "out" / str(link["href"]).partition("#")[0]).is_file()


# What it costs


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in VIEWS])
def test_other_formats_do_not_pay_for_the_views(name: str) -> None:
    code = f"""
import sys
sys.argv = ["artparse", {str(SEED)!r}, "-f", {name!r}]
try:
    from artparse.command import main
    main()
finally:
    print(*sorted({{"jinja2", "markupsafe", "rich", "markdown_it"}} & set(sys.modules)), file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", VIEWS)
def test_a_long_paragraph_takes_work_in_proportion(name: str) -> None:
    def work(size: int) -> int:
        words = "some words of a very long paragraph, “and these,” she said, " * (size // 60)
        article = made("A title of it", [("paragraph", words)], [("and these,", "said", "she", 0)], ["She"])
        shown: list[str] = []
        count = steps(lambda: shown.append(view(name, article)))
        assert len(shown[0]) > size or name == "csv"
        return count

    work(2_000)
    assert work(60_000) < 15 * max(work(6_000), 1)


@pytest.mark.slow
def test_five_hundred_quotes_are_all_there() -> None:
    article = many_quotes()
    soup = BeautifulSoup(view("html", article), "lxml")
    assert (
        len(soup.select("mark.quote")) == len(soup.select(".notes > ol > li")) == len(article.quotes) == 500
    )


DUMP = "Home\nNews\nShare\n\n" + SEED.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["pretty", "markdown"])
def test_what_was_removed_is_shown_in_full_when_asked_for(tmp_path: Path, form: str) -> None:
    source = tmp_path / "dump.txt"
    source.write_text(DUMP + "\n\nRead more: Ferries are back on the river\n", encoding="utf-8")
    record = json.loads(artparse(source, "-q").stdout)
    removed = [block["text"] for block in record["removed"]]
    assert len(removed) > 1
    brief = artparse(source, "-q", "-f", form).stdout.decode()
    full = artparse(source, "-q", "-f", form, "--removed").stdout.decode()
    assert len(full) > len(brief) or form == "pretty"
    for text in removed:
        for word in text.split():
            assert word.strip(":") in full
