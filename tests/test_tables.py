# ruff: noqa: E501
"""Tables as input: the names that crawlers give their columns, and what stands in the cells."""

from __future__ import annotations

import csv
import datetime
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse import ArtparseError
from artparse.article import Article, ErrorRecord
from artparse.pipeline import record_of
from artparse.reading import Broken, split
from artparse.reading.fields import language_in, moment_in
from artparse.reading.rows import is_markup
from support.command import artparse as command
from support.records import check

BODY = (
    "The weir at Oxley has been mended, eight years after a barge ran into it one night in the fog.\n\n"
    '"We had got used to the noise," said Ruth Amery, who keeps the mill.'
)
PAGE = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
CRAWLERS: dict[str, dict[str, str]] = {
    "news-please": {
        "authors": "['Ida Holt', 'Rob Quin']",
        "date_download": "2021-07-01 09:00:00",
        "date_publish": "2021-06-12 10:00:00",
        "language": "en",
        "maintext": BODY,
        "source_domain": "oxley.example",
        "title": "The weir is mended",
        "url": "https://oxley.example/weir",
    },
    "newspaper4k": {
        "url": "https://oxley.example/weir",
        "source_url": "https://oxley.example",
        "title": "The weir is mended",
        "authors": '["Ida Holt", "Rob Quin"]',
        "publish_date": "2021-06-12T10:00:00",
        "text": BODY,
        "meta_site_name": "oxley.example",
        "meta_lang": "en",
    },
    "Media Cloud": {
        "stories_id": "77",
        "media_name": "oxley.example",
        "publish_date": "2021-06-12 10:00:00",
        "indexed_date": "2021-07-01 09:00:00",
        "title": "The weir is mended",
        "url": "https://oxley.example/weir",
        "language": "English",
        "byline": "Ida Holt; Rob Quin",
        "story_text": BODY,
    },
    "GDELT": {
        "GKGRECORDID": "77",
        "DATEADDED": "20210612100000",
        "SourceCommonName": "oxley.example",
        "DocumentIdentifier": "https://oxley.example/weir",
        "Title": "The weir is mended",
        "Author": "Ida Holt|Rob Quin",
        "lang": "eng",
        "text": BODY,
    },
    "Common Crawl": {
        "url": "https://oxley.example/weir",
        "url_host_name": "oxley.example",
        "timestamp": "20210701090000",
        "warc_filename": "a.warc.gz",
        "content_languages": "eng,fra",
        "title": "The weir is mended",
        "author": "Ida Holt, Rob Quin",
        "published": "1623492000",
        "text": BODY,
    },
}  # fmt: skip


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def parquet(rows: list[dict[str, Any]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["table.csv", "table.tsv", "table.parquet", "lines.jsonl"])
@pytest.mark.parametrize("crawler", CRAWLERS)
def test_the_names_of_crawlers(crawler: str, kind: str, tmp_path: Path) -> None:
    row = CRAWLERS[crawler]
    path = tmp_path / kind
    if kind.endswith("parquet"):
        path.write_bytes(parquet([row]))
    elif kind.endswith("jsonl"):
        path.write_text(json.dumps(row | {"authors": ["Ida Holt", "Rob Quin"]}), encoding="utf-8")
    else:
        path.write_text(table([row], "\t" if kind.endswith("tsv") else ","), encoding="utf-8", newline="")
    record = artparse.parse_file(path, keep=["title"])
    check(record, BODY)
    assert (record.title, record.authors) == ("The weir is mended", ("Ida Holt", "Rob Quin"))
    assert (record.published or "")[:19] == "2021-06-12T10:00:00"
    assert (record.site, record.language) == ("oxley.example", "en")
    assert (record.body, record.source.url) == (BODY, "https://oxley.example/weir")
    assert record.source.id == ("77" if "77" in row.values() else None)
    assert record.quotes[0].speaker == "Ruth Amery"


GERMAN = "Das Wehr in Oxley steht wieder, acht Jahre nach dem Schiff im Nebel. „Wir hatten uns daran gewöhnt“, sagte Ruth Amery."
FRENCH = "Le barrage d'Oxley tient de nouveau, huit ans après. « On s'y était habitué », a dit Ruth Amery."
SPANISH = "La presa de Oxley está en pie, ocho años después. «Nos habíamos acostumbrado», dijo Ruth Amery."
IN_LANGUAGES = [
    ("Titel;Datum;Medium;Volltext", f"Das Wehr;12.06.2021;Der Bote;{GERMAN}", GERMAN),
    ("Überschrift;Erscheinungsdatum;Zeitung;Artikeltext", f"Das Wehr;12.6.2021;Der Bote;{GERMAN}", GERMAN),
    ("Schlagzeile;Veröffentlicht am;Quelle;Inhalt", f"Das Wehr;2021-06-12;Der Bote;{GERMAN}", GERMAN),
    ("Titre;Date de publication;Journal;Texte intégral", f"Das Wehr;12/06/2021;Der Bote;{FRENCH}", FRENCH),
    ("Titre;Date;Média;Texte", f"Das Wehr;12.06.2021;Der Bote;{FRENCH}", FRENCH),
    ("Título;Fecha;Medio;Texto", f"Das Wehr;12/06/2021;Der Bote;{SPANISH}", SPANISH),
    ("Titular;Fecha de publicación;Periódico;Contenido", f"Das Wehr;2021-06-12;Der Bote;{SPANISH}", SPANISH),
]  # fmt: skip


@pytest.mark.parametrize(("names", "cells", "body"), IN_LANGUAGES, ids=[row[0] for row in IN_LANGUAGES])
def test_names_of_columns_in_other_languages(names: str, cells: str, body: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{names}\n{cells}\n", encoding="utf-8")
    record = artparse.parse_file(tmp_path / "a.csv")
    assert (record.title, record.site, record.published) == ("Das Wehr", "Der Bote", "2021-06-12")
    assert record.body == body


EMPTY = [
    ("a.csv", "id,title,date,text\n7,The weir,2021-06-12,\n", "the field 'text' is empty", None),
    ("a.csv", "id;Titel;Volltext\n7;Das Wehr;  \n", "the field 'Volltext' is empty", None),
    (
        "a.csv",
        "url,title,text\nhttps://oxley.example/a,The weir,\n",
        "the field 'text' is empty; its link is not fetched: https://oxley.example/a",
        None,
    ),
    ("a.csv", "title,said,text\nThe weir,,words\n", "the field 'said' is empty", "said"),
    ("a.jsonl", '{"title": "The weir", "Full Text": ""}\n', "the field 'Full Text' is empty", None),
    ("a.jsonl", '{"title": "The weir", "text": null}\n', "the field 'text' is empty", None),
    ("a.jsonl", '{"title": "The weir", "doc": {"body": []}}\n', "the field 'body' is empty", None),
    ("a.jsonl", '{"title": "The weir", "a": {"b": null}}\n', "the field 'a.b' is empty", "a.b"),
]


@pytest.mark.parametrize(("name", "text", "message", "field"), EMPTY)
def test_an_empty_text_is_told_as_that(name: str, text: str, message: str, field: str | None) -> None:
    found = list(split(text.encode(), name=name, field=field))
    assert [(type(one), one.kind, one.message) for one in found] == [(Broken, "empty", message)]  # type: ignore[union-attr]


MISSING = [
    ('{"title": "The weir"}\n', None, "no field with a text; name one with --field (there are: title)"),
    ('{"title": "The weir", "text": ""}\n', "a.b", "no field 'a.b'; name one with --field"),
    ('{"a": {"c": "words"}}\n', "a.b", "no field 'a.b'; name one with --field"),
]


@pytest.mark.parametrize(("text", "field", "message"), MISSING)
def test_a_field_that_is_not_there_is_told_as_missing(text: str, field: str | None, message: str) -> None:
    found = list(split(text.encode(), name="a.jsonl", field=field))
    assert [(type(one), one.kind) for one in found] == [(Broken, "broken")]  # type: ignore[union-attr]
    assert found[0].message.startswith(message)  # type: ignore[union-attr]


NO_JSON = [
    ("a.jsonl", '{"text": "words\n{"text": "more"}\n'),
    ("a.json", '[{"text": "words", "b": "'),
    ("a.json", '[{"text": "words" "b": 1}]'),
]


@pytest.mark.parametrize(("name", "text"), NO_JSON)
def test_what_is_no_json_is_told_in_good_words(name: str, text: str) -> None:
    told = [one.message for one in split(text.encode(), name=name) if isinstance(one, Broken)]
    assert told and all(message.startswith("not JSON: ") for message in told)
    assert not any("at at" in message or " at;" in message for message in told)


def test_fields_of_a_table_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table([{"title": "Weir", "text": BODY, "Topic": "['a']"}]), encoding="utf-8", newline="")
    record = artparse.parse_file(path, keep=["Topic", "none"])
    assert [(field.name, field.json) for field in record.source.fields] == [("Topic", "\"['a']\"")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_as_spreadsheets_save_them(delimiter: str, encoding: str, tmp_path: Path) -> None:
    text = "„Die Mühle steht“, sagte Jürgen Groß; drei Jahre, |sieben| Monate\tund ein Tag.\n"
    text += "Das Wehr ist geflickt."
    rows = [{"Überschrift": "Größe", "Title": "Das Wehr", "Text": text}]
    path = tmp_path / "a.csv"
    path.write_bytes(table(rows, delimiter).encode(encoding))
    record = artparse.parse_file(path)
    assert record.title == "Das Wehr"
    assert "Jürgen Groß; drei Jahre, |sieben| Monate" in record.body and "geflickt" in record.body


def test_a_table_is_told_without_its_name() -> None:
    row = CRAWLERS["news-please"]
    for data in (table([row, row]).encode(), parquet([row, row])):
        assert sum(1 for _ in split(data)) == 2
    assert artparse.parse("Title, text and url\n\nThree words, one weir.").source.format == "text"


def test_rows_without_a_text_cost_no_other() -> None:
    rows = [
        {"title": "a", "text": BODY, "url": ""},
        {"title": "b", "text": "nan", "url": "https://oxley.example/b"},
        {"title": "c", "text": "", "url": ""},
        {"title": "d", "text": "x" * 300_000, "url": ""},
        {"title": "e", "text": BODY, "url": ""},
    ]
    items = list(split(table(rows).encode(), name="a.csv", max_size=200_000))
    assert [item.record for item in items] == [1, 2, 3, 4, 5]
    assert [item.kind if isinstance(item, Broken) else "" for item in items] == [
        "", "empty", "empty", "too_large", "",
    ]  # fmt: skip
    assert isinstance(items[1], Broken) and "https://oxley.example/b" in items[1].message
    assert isinstance(items[2], Broken) and items[2].message == "the field 'text' is empty"


def test_the_command_takes_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.dat"
    path.write_text(table([{"title": "Weir", "words": BODY, "n": 1}] * 2), encoding="utf-8", newline="")
    result = command(path, "-i", "csv", "--field", "words", "--keep", "n", "-q")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["body"] for record in records] == [BODY, BODY]
    assert records[1]["source"]["record"] == 2
    assert records[1]["source"]["fields"] == [{"name": "n", "json": '"1"'}]


def test_values_of_a_parquet_file() -> None:
    moment = datetime.datetime(2021, 6, 12, 10, 0, tzinfo=datetime.UTC)
    row = {"title": "Weir", "text": BODY, "date": moment, "authors": [{"name": "Ida Holt"}], "score": 0.5}
    record = artparse.parse(parquet([row]), keep=["date", "score"])
    assert (record.published, record.authors) == ("2021-06-12T10:00:00+00:00", ("Ida Holt",))
    assert [field.json for field in record.source.fields] == ['"2021-06-12T10:00:00+00:00"', "0.5"]


def test_a_damaged_parquet_file() -> None:
    with pytest.raises(ArtparseError, match="damaged"):
        artparse.parse(b"PAR1" + b"no such thing" * 20)


AUTHORS = [
    ["Ida Holt", "Rob Quin"],
    "Ida Holt; Rob Quin",
    "Ida Holt, Rob Quin",
    "Ida Holt and Rob Quin",
    [{"name": "Ida Holt"}, {"name": "Rob Quin"}],
    [{"first_name": "Ida", "last_name": "Holt"}, {"given": "Rob", "family": "Quin"}],
    [{"fullName": "Ida Holt"}, {"full_name": "Rob Quin"}],
]


@pytest.mark.parametrize("authors", AUTHORS, ids=str)
def test_authors(authors: Any) -> None:
    data = json.dumps({"title": "The weir", "text": BODY, "authors": authors})
    assert artparse.parse(data).authors == ("Ida Holt", "Rob Quin")


MOMENTS = [
    (1623492000, "2021-06-12T10:00:00Z"),
    (1623492000.0, "2021-06-12T10:00:00Z"),
    ("1623492000", "2021-06-12T10:00:00Z"),
    ("1623492000.5", "2021-06-12T10:00:00Z"),
    (1623492000123, "2021-06-12T10:00:00Z"),
    (1623492000123456, "2021-06-12T10:00:00Z"),
    (1623492000123456789, "2021-06-12T10:00:00Z"),
    ({"$date": "2021-06-12T10:00:00Z"}, "2021-06-12T10:00:00Z"),
    ({"$date": {"$numberLong": "1623492000000"}}, "2021-06-12T10:00:00Z"),
    ("20210612100000", "2021-06-12T10:00:00"),
    ("20210612T100000Z", "2021-06-12T10:00:00Z"),
    ("20210612", "2021-06-12"),
    (20210612, "2021-06-12"),
    ("2021-06-12 10:00:00+00:00", "2021-06-12T10:00:00Z"),
    (None, None),
    (True, None),
    (17, None),
    (float("nan"), None),
    (1e300, None),
    ("yesterday", None),
]


@pytest.mark.parametrize(("value", "moment"), MOMENTS, ids=str)
def test_moments(value: Any, moment: str | None) -> None:
    found = moment_in(value)
    assert (found or "").replace("+00:00", "Z") == (moment or "")


LANGUAGES = [
    ("en", "en"), ("en-GB", "en"), ("eng", "en"), ("English", "en"), ("deutsch", "de"), ("ger", "de"),
    ("eng,fra", "en"), ("Español", "es"), ("中文", None), ("", None), ("ltz", "ltz"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "tag"), LANGUAGES)
def test_languages(value: str, tag: str | None) -> None:
    assert language_in(value) == tag


MARKUP = [
    "<p>One paragraph.</p>",
    "<!DOCTYPE html><html><body>Words",
    "Words<br>and more<br/>words",
    'They <a href="https://a.example">said so</a>, and went.',
    "One</p><p>two</p>",
    "<img src='a.jpg'> A picture.",
    "<strong>Oxley</strong> The weir is mended.",
]
TEXT = [
    "One paragraph.",
    "In HTML, <p> opens a paragraph and </p> closes it.",
    "5 < 6 and 7 > 3",
    "<Oxley> is what the sign says.",
    "<b without an end",
    "",
]


@pytest.mark.parametrize(("text", "expected"), [(t, True) for t in MARKUP] + [(t, False) for t in TEXT])
def test_html_and_text_are_told_apart(text: str, expected: bool) -> None:
    assert is_markup(text) is expected


@pytest.mark.parametrize("field", ["text", "content", "maintext", "html"])
def test_html_in_any_field_is_read_as_such(field: str) -> None:
    for data in (table([{"title": "Weir", field: PAGE}]), json.dumps({"title": "Weir", field: PAGE})):
        (record,) = (artparse.parse(data),)
        assert (record.source.format, record.body) == ("html", BODY)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table([CRAWLERS["news-please"]] * 4_000), encoding="utf-8", newline="")
    with path.open("rb") as file:
        tracemalloc.start()
        count = sum(1 for _ in split(file, name=path.name))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 1_000_000 < path.stat().st_size


def test_an_open_quotation_mark_costs_no_more_than_the_rest() -> None:
    data = table([{"title": "a", "text": BODY}]) + 'b,"never closed\n' + "and on\n" * 1000
    records = list(split(data.encode(), name="a.csv", max_size=1000))
    assert not isinstance(records[0], Broken)
    assert any(isinstance(item, Broken) for item in records[1:])


def test_records_of_both_kinds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        table([{"title": "a", "text": BODY}, {"title": "b", "text": ""}]), encoding="utf-8", newline=""
    )
    first, second = artparse.parse_many(path)
    assert isinstance(first, Article) and isinstance(second, ErrorRecord)


ROW = {
    "title": "The weir is mended",
    "url": "https://oxley.example/weir",
    "publishedAt": "2021-06-12T10:00:00Z",
}
SEARCHES = {
    "a list": {"status": "ok", "totalResults": 2, "articles": [ROW | {"content": BODY, "source": {"id": None, "name": "Oxley"}}] * 2},
    "inside": {"response": {"status": "ok", "results": [{"webTitle": ROW["title"], "webUrl": ROW["url"],
               "webPublicationDate": ROW["publishedAt"], "fields": {"bodyText": BODY, "publication": "Oxley"}}] * 2}},
    "hits": {"took": 1, "hits": {"total": 2, "hits": [{"_id": "q", "_source": {"title": ROW["title"], "text": BODY,
             "url": ROW["url"], "@timestamp": ROW["publishedAt"], "media_name": "Oxley"}}] * 2}},
}  # fmt: skip


@pytest.mark.parametrize("kind", SEARCHES)
def test_what_a_search_gives_is_its_list(kind: str) -> None:
    for data in (json.dumps(SEARCHES[kind]), json.dumps(SEARCHES[kind], indent=2)):
        records = [record_of(item) for item in split(data.encode(), name="a.json")]
        assert [record.source.record for record in records] == [1, 2]
        for record in records:
            assert isinstance(record, Article)
            assert (record.title, record.published, record.site, record.source.url) == (
                "The weir is mended", "2021-06-12T10:00:00Z", "Oxley", "https://oxley.example/weir",
            )  # fmt: skip
            assert record.body == BODY


def test_a_list_of_links_says_so_for_each() -> None:
    row = {"url": "https://oxley.example/weir", "title": "The weir is mended", "seendate": "20210612T100000Z"}
    records = [record_of(item) for item in split(json.dumps({"articles": [row] * 2}).encode(), name="a.json")]
    assert [
        isinstance(record, ErrorRecord) and "not fetched" in record.error.message for record in records
    ] == [True] * 2


def test_an_address_is_no_outlet() -> None:
    row = {
        "title": "The weir",
        "text": BODY,
        "source": "https://oxley.example/weir",
        "hostname": "oxley.example",
    }
    (record,) = [record_of(item) for item in split(json.dumps(row).encode(), name="a.json")]
    assert isinstance(record, Article) and record.site == "oxley.example"
