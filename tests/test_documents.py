# ruff: noqa: E501
"""Word, RTF and PDF: made here, read, and what a broken one says."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest

import artparse
from artparse import ArtparseError
from artparse.article import Article
from artparse.reading import holds_many, read
from artparse.reading.pdf import joined
from support.command import artparse as command
from test_exports import LAYOUTS, STORIES, Story, articles_of, day_of, factiva, nexis_uni, number_of, summary

LINES = (
    "The well in the lane has water again, for the first time since the tannery took it all in 1974.",
    "“We let down a bucket and it came up full,” said Otto Brand, who lives beside it.",
    "The parish will have it tested before anybody drinks of it, which may take until the autumn.",
)


def word(*lines: tuple[str, str], table: bool = False) -> bytes:
    document = docx.Document()
    for style, line in lines:
        document.add_paragraph(line, style=style)
    if table:
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "Depth", "9 metres"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rtf(text: str) -> bytes:
    escaped = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)
    return ("{\\rtf1\\ansi\\deff0 " + escaped.replace("\n", "\\par\n") + "}").encode("ascii")


def pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """A file with lines of text, each with its place and size."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({line}) Tj ET\n" for x, y, size, line in lines)
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{value}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def test_a_word_document() -> None:
    data = word(
        ("Title", "The well has water again"), ("Normal", "By Nora Finch"), ("Normal", LINES[0]),
        ("Heading 2", "A full bucket"), ("Normal", LINES[1]), ("List Bullet", LINES[2]), table=True,
    )  # fmt: skip
    record = artparse.parse(data)
    assert (record.title, record.authors, record.source.format) == (
        "The well has water again", ("Nora Finch",), "docx",
    )  # fmt: skip
    assert [section.heading for section in record.sections] == [None, "A full bucket"]
    assert all(line in record.body for line in LINES)
    assert record.text is not None and "Depth\t9 metres" in record.text


def test_a_rich_text_file() -> None:
    record = artparse.parse(rtf("The well has water again\n\nBy Nora Finch\n\n" + "\n\n".join(LINES)))
    assert (record.title, record.authors, record.source.format) == (
        "The well has water again", ("Nora Finch",), "rtf",
    )  # fmt: skip
    assert record.body == "\n\n".join(LINES)


@pytest.mark.parametrize("format_", ["docx", "rtf"])
def test_an_export_in_a_document(format_: str, tmp_path: Path) -> None:
    stories = STORIES["en"]
    if format_ == "docx":
        data = word(*(("Normal", line) for line in nexis_uni("en", stories).split("\n\n")))
    else:
        data = rtf(factiva("en", stories))
    assert [(r.title, r.source.format) for r in articles_of(data)] == [(s.title, format_) for s in stories]
    assert holds_many(data[: 64 * 1024], f"a.{format_}")
    path = tmp_path / f"export.{format_}"
    path.write_bytes(data)
    assert len(command(str(path)).stdout.splitlines()) == 3


def word_of(text: str) -> bytes:
    """A text opened with a word processor and saved: a paragraph for each line."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line.strip())
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


TEXTS = [layout for layout in LAYOUTS if not layout.__name__.endswith("ml")]


@pytest.mark.parametrize(
    "language",
    [pytest.param(code, marks=() if code in ("en", "de") else pytest.mark.slow) for code in STORIES],
)
@pytest.mark.parametrize("make", [word_of, rtf])
@pytest.mark.parametrize("layout", TEXTS, ids=lambda layout: layout.__name__)
def test_every_export_in_a_document(
    layout: Callable[[str, list[Story]], str], make: Callable[[str], bytes], language: str
) -> None:
    stories = STORIES[language]
    records = articles_of(make(layout(language, stories)))
    assert [summary(record) for record in records] == [
        (s.title, (s.author,), s.day, s.site, s.paragraphs) for s in stories
    ]


@pytest.mark.parametrize("language", STORIES)
def test_factiva_in_a_table_of_a_rich_text_file(language: str) -> None:
    """A row for each code; the text's cells have several paragraphs, and a bar is no end of a cell."""

    def escaped(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    def row(code: str, *paragraphs: str) -> str:
        value = "\\par ".join(map(escaped, paragraphs))
        return f"\\trowd\\cellx900\\cellx9000 \\intbl {code}\\cell \\intbl {value}\\cell\\row\n"

    stories = STORIES[language]
    rows = "".join(
        row("HD", s.title) + row("BY", s.author) + row("WC", "82 words") + row("PD", day_of(s)) + row("SN", s.site)
        + row("LA", "English") + row("CY", "(c) 2021 Somebody Else") + row("LP", s.paragraphs[0])
        + row("TD", *s.paragraphs[1:]) + row("NS", "gtrans : Transport | gcat : General")
        + row("AN", f"Document {number_of(s, i)}") + "\\pard\\par\n"
        for i, s in enumerate(stories, 1)
    )  # fmt: skip
    records = articles_of(f"{{\\rtf1\\ansi\\deff0\n{rows}}}".encode())
    assert [summary(record) for record in records] == [
        (s.title, (s.author,), s.day, s.site, s.paragraphs) for s in stories
    ]
    assert [record.source.id for record in records] == [number_of(s, i) for i, s in enumerate(stories, 1)]


def test_a_pdf_without_its_running_heads() -> None:
    def page(number: int, *lines: str) -> list[tuple[int, int, int, str]]:
        body = [(50, 650 - 40 * i, 11, line) for i, line in enumerate(lines)]
        return [(50, 780, 9, "The Lane Letter"), *body, (300, 20, 9, f"Page {number}")]

    plain = [line.replace("“", '"').replace("”", '"') for line in LINES]
    first = page(1, *plain)
    first.insert(1, (50, 700, 24, "The well has water again"))
    more = STORIES["en"][0].paragraphs
    document = read(pdf(first, page(2, *more)))
    lines = [(document.text[slice(*block.span)], block.hints) for block in document.blocks]
    assert document.format == "pdf"
    assert [line for line, hints in lines if hints.level == 1] == ["The well has water again"]
    assert [line for line, hints in lines if hints.tag == "p"] == [*plain, *more]
    running = [line for line, hints in lines if hints.given == "metadata"]
    assert sorted(running) == ["Page 1", "Page 2", "The Lane Letter", "The Lane Letter"]


def lines_of(data: bytes) -> list[str]:
    document = read(data)
    return [document.text[slice(*block.span)] for block in document.blocks]


def set_in(
    lines: list[str], x: int, y: int, pitch: int = 14, size: int = 11
) -> list[tuple[int, int, int, str]]:
    return [(x, y - pitch * i, size, line) for i, line in enumerate(lines)]


WRAPPED = (
    ["The well in the lane has water again, for the first", "time since the tannery took it all in 1974, and it", "is cold."],
    ["They let down a bucket and it came up full, said a", "man who lives beside it and has never seen it so."],
    ["The parish will have it tested."],
)  # fmt: skip


@pytest.mark.parametrize("pitch", [13, 18, 24])
def test_lines_of_a_pdf_are_paragraphs_however_far_apart(pitch: int) -> None:
    drawn, y = [], 700
    for lines in WRAPPED:
        drawn += set_in(lines, 50, y, pitch)
        y -= pitch * (len(lines) + 1)
    assert lines_of(pdf(drawn)) == [" ".join(lines) for lines in WRAPPED]


def test_indented_first_lines_of_a_pdf() -> None:
    lines = [(i == 0, line) for paragraph in WRAPPED for i, line in enumerate(paragraph)]
    drawn = [(50 + 12 * first, 700 - 14 * i, 11, line) for i, (first, line) in enumerate(lines)]
    assert lines_of(pdf(drawn)) == [" ".join(lines) for lines in WRAPPED]


def test_columns_of_a_pdf() -> None:
    left, right = WRAPPED[0], WRAPPED[1]
    drawn = [*set_in(left * 3, 50, 700), *set_in(right * 4, 330, 700)]
    text = "\n".join(lines_of(pdf([(50, 760, 24, "The well has water again"), *drawn])))
    words = text.split()
    assert "first time since the tannery" in " ".join(words)
    assert "said a man who lives beside it" in " ".join(words)
    assert text.index("cold") < text.index("bucket")


def test_what_goes_on_overleaf_is_one_paragraph() -> None:
    first, second = WRAPPED[0][:2], [WRAPPED[0][2], *WRAPPED[1]]
    heads = [(50, 780, 9, "The Lane Letter")]
    pages = pdf(
        [*heads, *set_in(first, 50, 60)],
        [*heads, *set_in([second[0]], 50, 740), *set_in(second[1:], 50, 700)],
    )
    found = lines_of(pages)
    assert " ".join(WRAPPED[0]) in found and " ".join(WRAPPED[1]) in found


def test_a_short_last_paragraph_of_a_pdf_stays() -> None:
    drawn = [
        (50, 740, 24, "The well has water again"),
        *set_in(list(WRAPPED[0]), 50, 700),
        *set_in(list(WRAPPED[1]), 50, 640),
    ]
    drawn.append((50, 590, 11, "It is cold, he said."))
    record = artparse.parse(pdf(drawn))
    assert record.title == "The well has water again"
    assert record.body.split("\n\n") == [" ".join(WRAPPED[0]), " ".join(WRAPPED[1]), "It is cold, he said."]


def test_what_a_browser_prints_at_the_edges_is_no_text() -> None:
    edges = [
        (50, 785, 8, "8/1/24, 10:15 AM"),
        (300, 785, 8, "The well"),
        (50, 12, 8, "https://lane.example/well 1/1"),
    ]
    document = read(pdf([*edges, *set_in(list(WRAPPED[0]), 50, 700)]))
    given = {document.text[slice(*block.span)]: block.hints.given for block in document.blocks}
    assert given["8/1/24, 10:15 AM"] == given["https://lane.example/well 1/1"] == "metadata"


def test_a_document_that_is_no_export_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from artparse.reading import rich
    from artparse.reading import word as words

    read_times: list[int] = []

    def counted(known: Callable[[bytes], Any], data: bytes) -> Any:
        read_times.append(len(data))
        return known(data)

    for module in (rich, words):
        monkeypatch.setattr(module, "text_of", partial(counted, module.text_of))
    long = "\n\n".join(LINES * 400)
    data = rtf(long)
    assert artparse.parse(data).source.format == "rtf"
    # Its beginning, to tell whether it is an export, and then all of it.
    assert [size for size in read_times if size == len(data)] == [len(data)]
    read_times.clear()
    assert artparse.parse(word(*(("Normal", line) for line in LINES))).source.format == "docx"
    assert read_times == []


def test_words_parted_at_the_end_of_a_line_are_whole() -> None:
    assert joined(["The con-", "cert of the Ruhr-", "Orchester was a suc\u00ad", "cess."]) == (
        "The concert of the Ruhr- Orchester was a success."
    )


def test_a_compound_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    lines = ["A well-", "known well, no better-", "known one, and a bet-", "ter one."]
    assert lines_of(pdf(set_in([*lines, "It is better and well-known."], 50, 700))) == [
        "A well-known well, no betterknown one, and a better one.",
        "It is better and well-known.",
    ]
    few = [
        "The house is low-",
        "lying and damp, and nobody has asked for it",
        *["and so on and so forth it goes"] * 150,
    ]
    assert "low-lying" in " ".join(lines_of(pdf(set_in(few, 50, 790, 5, 4))))


def test_a_pdf_of_pictures_names_ocr() -> None:
    with pytest.raises(ArtparseError, match="OCR"):
        read(pdf([]))


@pytest.mark.parametrize(
    ("library", "extra", "data"),
    [("docx", "docx", word(("Normal", LINES[0]))), ("striprtf", "rtf", rtf(LINES[0])), ("pdfminer", "pdf", pdf([]))],
)  # fmt: skip
def test_without_its_library_one_line_says_what_to_install(
    library: str, extra: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ArtparseError, match=rf"artparse\[{extra}\]") as error:
        read(data)
    assert error.value.kind == "unsupported" and "\n" not in error.value.message


def test_a_record_of_each_is_an_article() -> None:
    assert isinstance(artparse.parse(word(("Normal", LINES[0]))), Article)


KEPT = Path(__file__).parents[1] / "fixtures/inputs"
FERRY = [
    "The rope ferry at Tarn will run again from May, four years after its rope was stolen in a single night, the parish council said on Tuesday.",
    "“We looked for it everywhere,” said Hilda Roke, who has kept the landing since 1988. “It was three hundred yards long. You would think that somebody had seen it.”",
    "The new rope was spun at a works in the next valley, which had not made one of that length since the war and had to open the doors at both ends of the shed.",
    "Two of the parish’s horses will draw the ferry across until a motor has been paid for, which may take until the autumn of next year.",
    "Nobody has been charged with the theft. The constable, Amos Lind, said that the file was open but that there was nothing in it.",
]


def test_a_table_of_a_word_document_is_of_its_text() -> None:
    """Its rows stand where they stood, each cell once, the ones that span columns too."""
    document = docx.Document()
    for line in ("Rope ferry to run again", "By Edda Crane", FERRY[0]):
        document.add_paragraph(line)
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "What the crossing costs"
    for i, row in enumerate((("Cart", "40", "50"), ("Cow", "", "7")), 1):
        for k, text in enumerate(row):
            table.cell(i, k).text = text
    for line in FERRY[1:3]:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    record = artparse.parse(file.getvalue())
    rows = ["What the crossing costs", "Cart 40 50", "Cow 7"]
    assert [p.text for s in record.sections for p in s.paragraphs] == [FERRY[0], *rows, *FERRY[1:3]]


@pytest.mark.parametrize("format_", ["docx", "rtf", "pdf"])
def test_a_file_as_people_have_it(format_: str) -> None:
    """Word and RTF with headers and styles; a PDF of two justified columns that a browser printed."""
    record = artparse.parse_file(KEPT / f"ferry.{format_}")
    assert (record.title, record.authors, record.published) == (
        "Rope ferry at Tarn to run again", ("Edda Crane",), "2023-03-14",
    )  # fmt: skip
    paragraphs = [p for section in record.sections for p in section.paragraphs]
    table = ["Fare Pence", "Cart 40"] if format_ == "docx" else []
    assert [p.text for p in paragraphs if p.kind == "paragraph"] == [*FERRY[:4], *table, *FERRY[4:]]
    assert [s.heading for s in record.sections if s.heading] == ["A rope of their own"] * (format_ != "rtf")
    assert {quote.speaker for quote in record.quotes} == {"Hilda Roke"}
    items = [p.text for p in paragraphs if p.kind == "list_item"]
    assert len(items) == (3 if format_ == "docx" else 0)
    assert record.subtitle == ("Stolen in one night, spun again in four years" if format_ == "docx" else None)
