# ruff: noqa: E501
"""What an export says beside title, author, day and outlet: `--keep` takes it by the label or by a common name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import split
from support.command import artparse as command
from test_exports import (
    LAYOUTS,
    NEXIS,
    STORIES,
    europresse,
    europresse_html,
    factiva,
    factiva_codes,
    factiva_html,
    factiva_xml,
    nexis,
    nexis_uni,
    proquest,
    proquest_bare,
)
from test_exports_nexis import EN, wrapped
from test_exports_nexis import LAYOUTS as NEXIS_LAYOUTS

COMMON = ("section", "page", "length", "edition")


def kept(text: str, *names: str) -> list[dict[str, object]]:
    records = [record_of(item) for item in split(text.encode(), keep=names)]
    articles = [record for record in records if isinstance(record, Article)]
    assert articles == records
    return [{field.name: json.loads(field.json) for field in record.source.fields} for record in articles]


# Of each layout that has any, what the common names give, with `{words}` for the language's word.
SAID = {
    nexis: {"section": "A; Pg. 4", "page": "4", "length": "82 {words}", "edition": "Final Edition"},
    nexis_uni: {"section": "A", "length": "82 words"},
    factiva: {"length": "1.082 {words}", "page": "A6"},
    factiva_codes: {"length": "82 {words}", "page": "A6"},
    factiva_html: {"length": "82 {words}"},
    europresse: {"section": "Région", "page": "03"},
}  # fmt: skip


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("layout", SAID, ids=lambda layout: layout.__name__)
def test_common_names(layout: object, language: str) -> None:
    words = NEXIS[language][5]
    expected = {name: value.format(words=words) for name, value in SAID[layout].items()}  # type: ignore[index]
    found = kept(layout(language, STORIES[language]), *COMMON)  # type: ignore[operator]
    assert found == [expected] * 3


def test_every_layout_gives_the_same_without_fields_that_nobody_asked_for() -> None:
    for layout in LAYOUTS:
        assert kept(layout("en", STORIES["en"])) == [{}] * 3, layout.__name__


BY_LABEL = [
    (nexis, "de", "RUBRIK", "A; Pg. 4"),
    (nexis, "de", "rubrik", "A; Pg. 4"),
    (nexis, "fr", "DATE-CHARGEMENT", "4. 12. 2021"),
    (nexis, "en", "PUBLICATION-TYPE", "Newspaper"),
    (nexis_uni, "es", "Fecha de carga", "2 de julio de 2021"),
    (factiva_codes, "en", "NS", "gtrans : Transport | gcat : General"),
    (factiva_codes, "nl", "CY", "(c) 2021, Somebody Else."),
    (factiva_html, "fr", "ns", "gtrans : Transport"),
    (factiva_xml, "en", "baseLanguage", "EN"),
    (proquest, "de", "ISSN", "12345678"),
    (proquest_bare, "en", "Language of publication", "English"),
]


@pytest.mark.parametrize(("layout", "language", "label", "value"), BY_LABEL)
def test_by_the_label(layout: object, language: str, label: str, value: str) -> None:
    assert kept(layout(language, STORIES[language]), label, "TIDE") == [{label: value}] * 3  # type: ignore[operator]


@pytest.mark.parametrize(
    ("section", "page", "parts"),
    [
        ("NEWS; Pg. 3", "3", ("NEWS",)),
        ("Section A; Column 1; Coast Desk; Pg. 12", "12", ("Section A", "Coast Desk")),
        ("LOKALES; S. 7", "7", ("LOKALES",)),
        ("Ten eerste; Blz. 1", "1", ("Ten eerste",)),
        ("CÔTE; Pg. B4", "B4", ("CÔTE",)),
        ("COSTA; Pág. 3", "3", ("COSTA",)),
        ("NEWS; Version:2", None, ("NEWS",)),
        ("Pg. 9", "9", ()),
        ("Seitenblicke", None, ("Seitenblicke",)),
    ],
)
def test_the_section_is_the_trail_and_has_the_page(
    section: str, page: str | None, parts: tuple[str, ...]
) -> None:
    head = NEXIS_LAYOUTS["en, edition, no BODY"][1].replace("NEWS; Pg. 3", section)
    (item,) = split((head + wrapped(EN)).encode(), keep=("page", "section"))
    record = record_of(item)
    assert isinstance(record, Article)
    assert record.breadcrumb == parts
    found = {field.name: json.loads(field.json) for field in record.source.fields}
    assert found == {"section": section} | ({"page": page} if page else {})


def test_a_value_over_several_lines_and_a_label_that_comes_again() -> None:
    head, foot = NEXIS_LAYOUTS["en, edition, no BODY"][1:3]
    foot = foot.replace("GRAPHIC: The bolt", "GRAPHIC: The bolt\non its counter\n\nGRAPHIC: The pier")
    assert kept(head + wrapped(EN) + foot, "graphic") == [
        {"graphic": ["The bolt on its counter", "The pier"]}
    ]


def test_the_command_keeps_them(tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", nexis("de", STORIES["de"])),
        ("b.html", europresse_html("fr", STORIES["fr"])),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    output = command(str(tmp_path), "--keep", "section", "--keep", "LÄNGE", "-q").stdout
    fields = [json.loads(line)["source"]["fields"] for line in output.splitlines()]
    assert fields[0] == [{"name": "section", "json": '"A; Pg. 4"'}, {"name": "LÄNGE", "json": '"82 Wörter"'}]
    assert fields[3:] == [[]] * 3
