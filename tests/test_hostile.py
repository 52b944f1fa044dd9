"""Inputs made to break something: each gives its record or an `ArtparseError`, and costs no other record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import artparse
from artparse.reading.fields import evidence_in
from support.hard import PROSE
from support.records import validate

pytestmark = pytest.mark.slow  # Texts that are deep or long.

PAGE = (
    "<html><head>{}</head><body><h1>The plan is approved</h1><p>"
    + PROSE.replace("\n\n", "</p><p>")
    + "</p></body></html>"
)
MAIL = (
    "From: {sender}\nTo: c@d.example\nSubject: {subject}\nMIME-Version: 1.0\n"
    "Content-Type: text/plain{type}\n\n" + PROSE
)
LETTER = "From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: "
NESTED = "".join(f"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n" for i in range(1000))


def matter(yaml: str) -> str:
    return f"---\ntitle: {yaml}\n---\n{PROSE}"


def mail(sender: str = "a@b.example", subject: str = "x", type: str = "", end: bytes = b"") -> bytes:
    return MAIL.format(sender=sender, subject=subject, type=type).encode() + end


CHARSETS = ("idna", "punycode", "a\0b", "utf-8\0", "undefined", "unicode_escape", "rot13", "base64", "utf-7")
ODD: dict[str, bytes | str] = {
    **{
        f"page in {name!r}": PAGE.format(f"<meta charset={name}>").encode() + b"<p>Caf\xe9 caf\xe9</p>"
        for name in CHARSETS
    },
    **{f"mail in {name!r}": mail(type=f'; charset="{name}"', end=b"Caf\xe9\n") for name in CHARSETS},
    "charset in pieces": mail(type="; charset*=utf-8''x", end=b"Caf\xe9\n"),
    "charset in numbered pieces": mail(type="; charset*0*=utf-8''%ff; charset*1=x", end=b"Caf\xe9\n"),
    "encoded word in idna": mail(subject="=?idna?b?////?="),
    "encoded word of no base 64": mail(subject="=?utf-8?b?a?="),
    "comments in a sender": mail(sender="(" * 5000),
    "parts in parts": f"{LETTER}multipart/mixed; boundary=b0\n\n{NESTED}",
    "letters in letters": f"{LETTER}message/rfc822\n\n" * 1000 + PROSE,
    **{
        f"front matter {value}": matter(value)
        for value in (
            '!!int ""',
            '!!float ""',
            "!!bool x",
            "!!timestamp x",
            "!!set x",
            '"\\ud800"',
            "0b",
            "{[]: 1}",
        )
    },
    "front matter with a long number": f"+++\ntitle = {'1' * 5000}\n+++\n{PROSE}",
    "front matter with a long day": f"+++\ndate = 0x{'f' * 5000}\n+++\n{PROSE}",
    "front matter with an early day": f"+++\ndate = 0001-01-01T00:00:00+23:59\n+++\n{PROSE}",
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_odd_input_gives_a_record_or_an_error_of_its_own(data: bytes | str) -> None:
    try:
        article = artparse.parse(data)
    except artparse.ArtparseError as error:
        assert error.kind == "broken"
        return
    validate(json.loads(article.to_json()))
    assert "majority" in (article.text or article.body)


def lines(tmp_path: Path, *fields: dict[str, object]) -> list[object]:
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({"text": PROSE, "title": "A", **more}) + "\n" for more in fields), encoding="utf-8"
    )
    return list(artparse.parse_many(path))


def test_one_record_of_many_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def failing(fields: dict[str, object]) -> object:
        if "bad" in fields:
            raise IndexError("made for this test")
        return evidence_in(fields)

    monkeypatch.setattr("artparse.reading.rows.evidence_in", failing)
    first, second, third = lines(tmp_path, {}, {"bad": 1}, {})
    assert isinstance(first, artparse.Article) and isinstance(third, artparse.Article)
    assert isinstance(second, artparse.ErrorRecord)
    assert (second.source.record, second.error.kind) == (2, "crashed")
    assert "IndexError: made for this test" in second.error.message


@pytest.mark.parametrize(
    "value", ["²", "２０２４-05-03", "٢٠٢٤-٠٥-٠٣", "1" * 70, 10**400, 1e300, -1, "2024-05-03²"]
)
def test_a_date_that_is_none(tmp_path: Path, value: object) -> None:
    first, second, third = lines(tmp_path, {}, {"date": value}, {"date": "2024-05-03"})
    assert isinstance(first, artparse.Article) and isinstance(second, artparse.Article)
    assert isinstance(third, artparse.Article)
    assert (second.published, third.published) == (None, "2024-05-03")


def test_only_ascii_digits_are_digits() -> None:
    text = "The plan is approved\n\n03.05.2024 at 1٠:1٥\n\n" + PROSE
    published = artparse.parse(text).published
    assert published is not None and published.isascii()
    moment = "<meta property='article:published_time' content='2024-05-03T10:00:00+٠٢:٠٠'>"
    published = artparse.parse(PAGE.format(moment)).published
    assert published is not None and published.isascii()


def response(body: str, length: str | None = None) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    stated = f"Content-Length: {len(http)}\r\n" if length is None else length
    return (
        (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://paper.example/\r\n"
            "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\n{stated}\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


@pytest.mark.parametrize(
    "length", ["", "Content-Length: -5\r\n", "Content-Length: abc\r\n", "Content-Length: ²\r\n"]
)
def test_a_web_archive_with_a_length_that_is_none(tmp_path: Path, length: str) -> None:
    path = tmp_path / "pages.warc"
    page = PAGE.format("")
    path.write_bytes(response(page) + response(page, length) + response(page) + response(page))
    first, broken, third, fourth = artparse.parse_many(path)
    assert isinstance(broken, artparse.ErrorRecord)
    assert (broken.source.record, broken.error.kind) == (2, "broken")
    assert "Content-Length" in broken.error.message
    for article in (first, third, fourth):
        assert isinstance(article, artparse.Article) and article.title == "The plan is approved"


def test_a_web_archive_s_record_without_its_address(tmp_path: Path) -> None:
    path = tmp_path / "pages.warc"
    page = response(PAGE.format(""))
    path.write_bytes(page + page.replace(b"WARC-Target-URI: http://paper.example/\r\n", b"") + page)
    first, broken, third = artparse.parse_many(path)
    assert isinstance(first, artparse.Article) and isinstance(third, artparse.Article)
    assert isinstance(broken, artparse.ErrorRecord)
    assert "address" in broken.error.message


@pytest.mark.parametrize("data", [5, None, ["a"]])
def test_what_is_no_input_is_said(data: object) -> None:
    with pytest.raises(TypeError, match="is str or bytes, not"):
        artparse.parse(data)  # type: ignore[arg-type]


def bomb(width: int, depth: int, opening: str) -> str:
    """Front matter of aliases that stand for width ** depth values."""
    rows = ["a0: &a0 x"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * width)}]" for i in range(1, depth)]
    return f"---\n{chr(10).join(rows)}\n{opening}: *a{depth - 1}\n---\n{PROSE}"


@pytest.mark.parametrize("name", ["generator", "title", "author", "date"])
def test_aliases_in_front_matter_stay_small(name: str) -> None:
    import tracemalloc

    tracemalloc.start()
    artparse.parse(bomb(9, 7, name), input_format="markdown")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


@pytest.mark.parametrize(
    "title", ['"No," she said: "yes"', "A\uffff b", "A \ud800 b", '\'Tis: "it"', "\ufeffA b \ufffe"]
)
def test_front_matter_comes_back(title: str) -> None:
    from artparse.reading.content import Content
    from artparse.reading.markdown import read
    from artparse.writing.markdown import _yaml

    text = f"---\ndescription: {_yaml(title)}\ngenerator: x\n---\n{PROSE}"
    assert read(Content(text.encode("utf-8", "surrogatepass"), text)).evidence.description == title


@pytest.mark.parametrize("between", ["12 Main Street, 01101", "(555) 123-4567", "5 min", "- - -"])
def test_a_byline_does_not_span_a_line_that_names_nobody(between: str) -> None:
    from artparse.layout.credits.credits import credits_of
    from artparse.layout.labels import Labels
    from artparse.layout.lines.units import units_of
    from artparse.reading.document import Block, Hints

    rows = ("The plan is approved", "3 May 2024", "Jane Doe", between, "Staff", PROSE.partition("\n")[0])
    labels: Labels = ("title", "published", "byline", "byline", "byline", "paragraph")
    text = "\n\n".join(rows)
    spans = [(at := text.index(row), at + len(row)) for row in rows]
    given = [Hints(given="byline") if row == "Jane Doe" else Hints() for row in rows]
    units = units_of(text, [Block(span, hints) for span, hints in zip(spans, given, strict=True)])
    assert [unit.span for unit in units] == spans
    credits = credits_of(text, units, labels, "en", ())
    pieces = [piece for found in credits.pieces.values() for piece in found]
    (byline,) = [piece.span for piece in pieces if piece.part == "byline"]
    others = [piece.span for piece in pieces if piece.part != "byline"]
    others += [span for i, span in enumerate(spans) if i not in credits.pieces]
    assert text[slice(*byline)].startswith("Jane Doe")
    assert not [(a, b) for a, b in others if a < byline[1] and byline[0] < b]


def test_a_day_that_is_no_other_than_the_first_has_no_place_of_its_own() -> None:
    line = "<p>Published: 2 May 2024<br>Updated: 3 May 2024</p><p>"
    page = PAGE.format("<meta property='article:published_time' content='2024-05-03'>")
    article = artparse.parse(page.replace("<p>", line, 1))
    assert (article.published, article.modified, article.spans.modified) == ("2024-05-03", None, None)


@pytest.mark.parametrize(
    ("form", "many"),
    [(form, many) for form in ("text", "markdown", "email") for many in ("a\n", "a\r", "\n")]
    + [("text", "a\u2028"), ("markdown", "> a\n"), ("markdown", "- a\n"), ("html", "<p>a")],
)
def test_what_has_too_many_lines_is_refused(form: str, many: str) -> None:
    from artparse.reading.document import MOST_BLOCKS

    head = LETTER + "text/plain\n\n" if form == "email" else ""
    with pytest.raises(artparse.ArtparseError, match="more than 200,000 lines") as raised:
        artparse.parse(head + PROSE + many * (MOST_BLOCKS + 1), input_format=form)
    assert raised.value.kind == "too_large"
