# ruff: noqa: E501
"""Exports of press databases: three articles in each of five languages, and what goes wrong in them."""

from __future__ import annotations

import textwrap
import tracemalloc
from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import Content, read_record, split
from artparse.reading.exports import DATABASES, database_of
from support.records import check


class Story(NamedTuple):
    """An article as every database has it."""

    title: str
    author: str
    day: str
    printed: str
    site: str
    paragraphs: tuple[str, ...]


STORIES = {
    "en": [
        Story("Night bus gets a heater", "Ada Quill", "2016-03-03", "March 3, 2016 Thursday", "The Wick Times",
              ("The night bus to Wick has got a heater, which the drivers had asked for since the winter of 1998.",
               '"It ticks, but it is warm," said the driver, Colm Reyes.',
               "IN the depot nobody remembers who had taken the old one out.")),
        Story("Lock keeper finds a cello", "Tom Birk", "2017-11-20", "November 20, 2017 Monday", "The Wick Times",
              ("A cello floated into the lower lock on Sunday and was fished out with a boat hook by its keeper.",
               "Its owner has not come forward.")),
        Story("Choir sings in the car park", "Joan Elder", "2018-05-01", "May 1, 2018 Tuesday", "Fen Courier",
              ("The choir of Fen sang on the third deck of the car park because its hall had been flooded.",
               "Source: a tap that had been left running, said the caretaker, who had been on holiday that week.",
               "The echo was praised by everybody.")),
    ],
    "de": [
        Story("Nachtbus bekommt Heizung", "Jutta Kern", "2011-03-01", "Dienstag 1. März 2011", "Wieker Bote",
              ("Der Nachtbus nach Wiek hat eine Heizung bekommen, um die die Fahrer seit Jahren gebeten hatten.",
               '"Sie tickt, aber sie ist warm", sagte der Fahrer Kurt Rehm.')),
        Story("Schleusenwärter findet Cello", "Paul Birk", "2012-10-20", "Samstag 20. Oktober 2012", "Wieker Bote",
              ("Ein Cello trieb am Sonntag in die untere Schleuse und wurde mit einem Bootshaken herausgefischt.",
               "Wem es gehört, weiß bisher niemand.")),
        Story("Chor singt im Parkhaus", "Heike Adler", "2013-05-02", "Donnerstag 2. Mai 2013", "Moor-Kurier",
              ("Der Chor von Moor sang auf dem dritten Deck des Parkhauses, weil sein Saal unter Wasser stand.",
               "Das Echo wurde von allen gelobt.")),
    ],
    "fr": [
        Story("Le bus de nuit a un chauffage", "Claire Morin", "2003-03-27", "27 mars 2003", "Le Phare d'Ouest",
              ("Le bus de nuit a reçu un chauffage, que les chauffeurs demandaient depuis l'hiver de 1998.",
               "« Il fait du bruit mais il est chaud », a dit le chauffeur Yves Rolland.")),
        Story("Un violoncelle dans l'écluse", "Paul Kerb", "2004-08-15", "15 août 2004", "Le Phare d'Ouest",
              ("Un violoncelle a flotté dimanche dans l'écluse basse et a été repêché avec une gaffe.",
               "Son propriétaire ne s'est pas fait connaître.")),
        Story("Le chœur chante au parking", "Anne Duval", "2005-02-01", "1er février 2005", "Courrier du Marais",
              ("Le chœur du Marais a chanté au troisième niveau du parking parce que sa salle était inondée.",
               "L'écho a été loué par tous.")),
    ],
    "nl": [
        Story("Nachtbus krijgt verwarming", "Griet Maas", "2016-03-03", "3 maart 2016 donderdag", "De Wiekse Krant",
              ("De nachtbus naar Wiek heeft verwarming gekregen, waar de chauffeurs al jaren om hadden gevraagd.",
               '"Ze tikt, maar ze is warm", zei chauffeur Koos Reijer.')),
        Story("Sluiswachter vindt cello", "Pim Berk", "2017-10-20", "20 oktober 2017 vrijdag", "De Wiekse Krant",
              ("Een cello dreef zondag de onderste sluis in en werd er met een haak door de wachter uit gehaald.",
               "De eigenaar heeft zich nog niet gemeld.")),
        Story("Koor zingt in parkeergarage", "Joke Aarts", "2018-05-01", "1 mei 2018 dinsdag", "Veenbode",
              ("Het koor van Veen zong op het derde dek van de garage omdat de eigen zaal onder water stond.",
               "De echo werd door iedereen geprezen.")),
    ],
    "es": [
        Story("El bus nocturno tiene calefacción", "Clara Montes", "2009-03-05", "5 de marzo de 2009", "El Faro Norte",
              ("El autobús nocturno ya tiene calefacción, que los conductores pedían desde el invierno de 1998.",
               "«Hace ruido, pero calienta», dijo el conductor Luis Robledo.")),
        Story("Un violonchelo en la esclusa", "Pablo Quero", "2010-08-16", "16 de agosto de 2010", "El Faro Norte",
              ("Un violonchelo flotó el domingo hasta la esclusa y fue sacado del agua con un gancho largo.",
               "Su dueño todavía no ha aparecido.")),
        Story("El coro canta en el garaje", "Ana Duarte", "2011-02-01", "1 de febrero de 2011", "Correo del Lago",
              ("El coro del Lago cantó en la tercera planta del garaje porque su sala estaba inundada.",
               "Todos alabaron el eco.")),
    ],
}  # fmt: skip
NEXIS = {
    "en": ("of", "DOCUMENTS", "BYLINE", "SECTION", "LENGTH", "words", "LOAD-DATE", "LANGUAGE", "ENGLISH", "All Rights Reserved"),
    "de": ("von", "DOKUMENTEN", "AUTOR", "RUBRIK", "LÄNGE", "Wörter", "UPDATE", "SPRACHE", "GERMAN; DEUTSCH", "Alle Rechte Vorbehalten"),
    "fr": ("de", "DOCUMENTS", "AUTEUR", "RUBRIQUE", "LONGUEUR", "mots", "DATE-CHARGEMENT", "LANGUE", "FRENCH; FRANÇAIS", "Tous droits réservés"),
    "nl": ("van", "DOCUMENTEN", "AUTEUR", "SECTIE", "LENGTE", "woorden", "LAAD-DATUM", "TAAL", "DUTCH; NEDERLANDS", "Alle rechten voorbehouden"),
    "es": ("de", "DOCUMENTOS", "AUTOR", "SECCIÓN", "LONGITUD", "palabras", "FECHA-DE-CARGA", "IDIOMA", "SPANISH; ESPAÑOL", "Todos los derechos reservados"),
}  # fmt: skip


def day_of(story: Story) -> str:
    """The printed day without a weekday."""
    words = story.printed.split()
    return " ".join(word for word in words if not word.lower().endswith(("day", "tag", "dag")))


def nexis(language: str, stories: list[Story]) -> str:
    of, documents, byline, section, length, words, loaded, said, name, rights = NEXIS[language]
    noun = documents[:-1] if len(stories) == 1 and language == "en" else documents
    parts = []
    for number, story in enumerate(stories, 1):
        text = "\n\n".join(textwrap.fill(p, 80) for p in story.paragraphs)
        parts.append(
            f"\n{'':30}{number} {of} {len(stories)} {noun}\n\n\n{'':30}{story.site}\n\n{'':27}{story.printed}\n"
            f"{'':32}Final Edition\n\n{textwrap.fill(story.title, 20)}\n\n{byline}: {story.author}\n\n"
            f"{section}: A; Pg. 4\n\n{length}: 82 {words}\n\n{text}\n\n{loaded}: 4. 12. 2021\n\n{said}: {name}\n\n"
            f"PUBLICATION-TYPE: Newspaper\n\n\n{'':20}Copyright 2021 Somebody Else\n{'':20}{rights}\n"
        )
    return "".join(parts)


UNI = {
    "en": ("Section", "Length", "Byline", "Body", "Classification", "Language: ENGLISH", "Load-Date: July 2, 2021", "End of Document"),
    "de": ("Rubrik", "Länge", "Autor", "Haupttext", "Klassifizierung", "Sprache: GERMAN", "Ladedatum: 2. Juli 2021", "Ende des Dokuments"),
    "fr": ("Rubrique", "Longueur", "Auteur", "Corps", "Classification", "Langue: FRENCH", "Date de chargement: 2 juillet 2021", "Fin du document"),
    "nl": ("Sectie", "Lengte", "Auteur", "Tekst", "Classificatie", "Taal: DUTCH", "Laad-datum: 2 juli 2021", "Einde van document"),
    "es": ("Sección", "Longitud", "Autor", "Cuerpo", "Clasificación", "Idioma: SPANISH", "Fecha de carga: 2 de julio de 2021", "Fin del documento"),
}  # fmt: skip


def nexis_uni(language: str, stories: list[Story]) -> str:
    section, length, byline, body, classes, said, loaded, end = UNI[language]
    cover = "Date and Time: 5. July 2021 09:31:00 CEST\n\nJob Number: 1\n\nDocuments (3)\n\n"
    cover += "".join(f"{i}. {s.title}\n\nClient/Matter: -None-\n\n" for i, s in enumerate(stories, 1))
    return cover + "".join(
        f"{s.title}\n\n{s.site}\n\n{s.printed}\n\nCopyright 2021 Somebody Else All Rights Reserved\n\n"
        f"{section}: A\n\n{length}: 82 words\n\n{byline}: {s.author}\n\n{body}\n\n" + "\n\n".join(s.paragraphs)
        + f"\n\n{classes}\n\n{said}\n\n{loaded}\n\n{end}\n\n"
        for s in stories
    )  # fmt: skip


NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "nl": "Nederlands", "es": "Español"}
WORDS = {"en": "words", "de": "Wörter", "fr": "mots", "nl": "woorden", "es": "palabras"}
DOCUMENT = {"en": "Document", "de": "Dokument", "fr": "Document", "nl": "Document", "es": "Documento"}
BY = {"en": "By", "de": "Von", "fr": "Par", "nl": "Door", "es": "Por"}


def number_of(story: Story, i: int) -> str:
    return f"WICKT{i}0020{story.day.replace('-', '')}eh6c0000{i}"


def factiva(language: str, stories: list[Story]) -> str:
    return "\n".join(
        f"{s.title}\n\n{BY[language]} {s.author}\n1.082 {WORDS[language]}\n{day_of(s)}\n15:32\n{s.site}\nWICKT\nA6\n"
        f"{NAMES[language]}\nCopyright 2021. Somebody Else. All Rights\nReserved.\n\n"
        + "\n\n".join(s.paragraphs) + f"\n\n{DOCUMENT[language]} {number_of(s, i)}\n"
        for i, s in enumerate(stories, 1)
    )  # fmt: skip


def factiva_codes(language: str, stories: list[Story]) -> str:
    return "\n".join(
        f"HD  {s.title}\nBY  {s.author}\nWC  82 {WORDS[language]}\nPD  {day_of(s)}\nET  15:32\nSN  {s.site}\n"
        f"SC  WICKT\nPG  A6\nLA  {NAMES[language]}\nCY  (c) 2021, Somebody Else.\n\nLP\n\n{s.paragraphs[0]}\n\nTD\n\n"
        + "\n\n".join(s.paragraphs[1:])
        + f"\n\nNS  gtrans : Transport | gcat : General\nRE  uk : Somewhere\nPUB  Somebody Else\n"
        f"AN  {DOCUMENT[language]} {number_of(s, i)}\n"
        for i, s in enumerate(stories, 1)
    )


def factiva_html(language: str, stories: list[Story]) -> str:
    def row(code: str, value: str) -> str:
        return f"<tr><td class='index'><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"

    articles = "".join(
        f'<div class="article {language}Article"><table>'
        + row("HD", f"<b>{s.title}</b>") + row("BY", s.author) + row("WC", f"82 {WORDS[language]}")
        + row("PD", day_of(s)) + row("SN", s.site) + row("LA", NAMES[language]) + row("CY", "(c) 2021 Somebody Else")
        + row("LP", f"<p>{s.paragraphs[0]}</p>") + row("TD", "".join(f"<p>{p}</p>" for p in s.paragraphs[1:]))
        + row("NS", "gtrans : Transport") + row("AN", f"Document {number_of(s, i)}") + "</table></div>"
        for i, s in enumerate(stories, 1)
    )  # fmt: skip
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>{articles}"
        "<div>© 2021 Factiva, Inc. All rights reserved.</div></body></html>"
    )


def factiva_xml(language: str, stories: list[Story]) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        + "".join(
            f"<ppsarticle><article><accessionNo>{number_of(s, i)}</accessionNo><baseLanguage>{language.upper()}</baseLanguage>"
            f"<headline><paragraph>{s.title[:6]}<hlt>{s.title[6:]}</hlt></paragraph></headline><byline>{s.author}</byline>"
            f"<leadParagraph><paragraph>{s.paragraphs[0]}</paragraph></leadParagraph><publicationDate><date>{s.day}</date>"
            f"</publicationDate><sourceName>{s.site}</sourceName><tailParagraphs>"
            + "".join(f"<paragraph>{p}</paragraph>" for p in s.paragraphs[1:])
            + "</tailParagraphs></article></ppsarticle>\n"
            for i, s in enumerate(stories, 1)
        )
        + "</ppsArticleResponse></PPSResponse>"
    )


PROQUEST = {
    "en": ("Document", "of", "Author", "Publication info", "Full text", "Title", "Publication title", "Publication date", "Language of publication"),
    "de": ("Dokument", "von", "Autor", "Publikationsinfo", "Volltext", "Titel", "Publikationstitel", "Publikationsdatum", "Publikationssprache"),
    "fr": ("Document", "de", "Auteur", "Info de publication", "Texte intégral", "Titre", "Titre de la publication", "Date de publication", "Langue de publication"),
    "nl": ("Document", "van", "Auteur", "Publicatie-info", "Volledige tekst", "Titel", "Publicatietitel", "Publicatiedatum", "Taal van publicatie"),
    "es": ("Documento", "de", "Autor", "Información de publicación", "Texto completo", "Título", "Título de publicación", "Fecha de publicación", "Idioma de la publicación"),
}  # fmt: skip


def proquest(language: str, stories: list[Story], counted: bool = True) -> str:
    noun, of, author, info, text, title, publication, date, said = PROQUEST[language]
    rule = "_" * 60
    return "".join(
        f"{rule}\n\n" + (f"{noun} {i} {of} {len(stories)}\n\n" if counted else "") + f"{s.title}\n\n"
        f"{author}: {', '.join(reversed(s.author.split()))}\n\n{info}: {s.site} ; Somewhere [Somewhere].\n\n"
        f"{text}: " + "\n\n".join(s.paragraphs) + f"\n\n{title}: {s.title}\n\n{publication}: {s.site}\n\n"
        f"{date}: {day_of(s)}\n\n{said}: {NAMES[language]}\n\nISSN: 12345678\n\n"
        for i, s in enumerate(stories, 1)
    ) + f"{rule}\n\nContact us at: http://www.proquest.com\n\nCopyright © 2021 ProQuest LLC.\n"  # fmt: skip


def proquest_bare(language: str, stories: list[Story]) -> str:
    return proquest(language, stories, counted=False)


NUMBER = {
    "en": "Document number", "de": "Dokumentnummer", "fr": "Numéro de document", "nl": "Documentnummer",
    "es": "Número de documento",
}  # fmt: skip


def europresse(language: str, stories: list[Story]) -> str:
    return "".join(
        f"{s.site}\nRégion, {s.printed}, p. 03\n\n{s.title}\n\n{s.author}\n\n" + "\n\n".join(s.paragraphs)
        + f"\n\n© 2021 Somebody Else. Tous droits réservés.\n\n{NUMBER[language]} : news·20121004·LP·15619{i}\n\n"
        for i, s in enumerate(stories)
    )  # fmt: skip


def europresse_html(language: str, stories: list[Story]) -> str:
    return "<html><head><meta charset='utf-8'></head><body>" + "".join(
        f'<table><tr><td><span class="DocPublicationName">{s.site}</span><br><span class="DocHeader">{s.printed}</span>'
        f'<br><br><span class="TitreArticleVisu">{s.title}</span><br><br>{s.author}<br><p></p>'
        + "<p></p>".join(s.paragraphs)
        + f"<p></p><b><i>© 2021 Somebody Else.</i></b><p></p>{NUMBER[language]} : news·20121004·LP·15619{i}<br><br><table><tr>"
        "<td>Ce certificat est émis à <b>X</b>.</td></tr><tr><td>Date d'émission : <b>2021-11-05</b></td></tr></table>"
        "</td></tr></table>"
        for i, s in enumerate(stories)
    ) + "</body></html>"  # fmt: skip


LAYOUTS: list[Callable[[str, list[Story]], str]] = [
    nexis, nexis_uni, factiva, factiva_codes, factiva_html, factiva_xml, proquest, proquest_bare, europresse, europresse_html,
]  # fmt: skip


def articles_of(data: bytes) -> list[Article]:
    records = [record_of(content, keep_text=True) for content in split(data)]
    articles = [record for record in records if isinstance(record, Article)]
    assert articles == records
    return articles


def summary(record: Article) -> tuple[Any, ...]:
    return (
        record.title, record.authors, (record.published or "")[:10], record.site,
        tuple(p.text for section in record.sections for p in section.paragraphs),
    )  # fmt: skip


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_exports_in_each_language(layout: Callable[[str, list[Story]], str], language: str) -> None:
    stories = STORIES[language]
    data = layout(language, stories).encode()
    records = articles_of(data)
    for record in records:
        assert record.text is not None
        check(record, record.text)
    assert [summary(record) for record in records] == [
        (s.title, (s.author,), s.day, s.site, s.paragraphs) for s in stories
    ]
    if "europresse" not in layout.__name__:  # Those say nothing of the language.
        stated = [read_record(item).evidence.language for item in split(data) if isinstance(item, Content)]
        assert stated == [language] * 3


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_an_export_of_one_article(layout: Callable[[str, list[Story]], str]) -> None:
    story = STORIES["en"][0]
    assert [record.title for record in articles_of(layout("en", [story]).encode())] == [story.title]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_nothing_of_an_export_is_lost(layout: Callable[[str, list[Story]], str]) -> None:
    data = layout("en", STORIES["en"]).encode()
    pieces = [item.data for item in split(data) if isinstance(item, Content)]
    if "html" in layout.__name__ or "xml" in layout.__name__:
        assert b"".join(pieces) == data
    else:
        assert b"".join(pieces) == data
        for item in split(data):
            assert isinstance(item, Content)
            document = read_record(item)
            kept = "".join(document.text[slice(*block.span)] for block in document.blocks)
            assert "".join(kept.split()) == "".join(document.text.split())


@pytest.mark.slow
@pytest.mark.parametrize("layout", [nexis, factiva_html, proquest], ids=lambda layout: layout.__name__)
def test_memory_does_not_grow_with_the_articles(
    layout: Callable[[str, list[Story]], str], tmp_path: Path
) -> None:
    path = tmp_path / "export.txt"
    path.write_text(layout("en", STORIES["en"] * 1500), encoding="utf-8")
    with path.open("rb") as file:
        tracemalloc.start()
        count = sum(1 for _ in split(file, name=path.name))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 4500
    assert peak < 1_500_000 < path.stat().st_size


def test_labels_inside_the_body_end_nothing() -> None:
    paragraphs = (
        "Two books on ferries came out this week, and both of them are worth an evening by the stove.",
        "Title: A Ferry for Ann",
        "Author: Rob Lessing",
        "ED Marr, who reviewed the first one, called it damp.",
        "The other is by a man who has never been at sea, and it shows on every page of it.",
    )
    story = STORIES["en"][0]._replace(paragraphs=paragraphs)
    for layout in LAYOUTS:
        (record,) = articles_of(layout("en", [story]).encode())
        assert all(words in record.body for words in paragraphs), layout.__name__


def test_a_delivery_notice_in_front_is_no_article() -> None:
    notice = (
        "Your order of 3 July 2021 is complete.\nIt holds three documents from one source, sorted by date, "
    )
    notice += "with all of the text and without pictures, for your own use only.\n\n"
    records = articles_of((notice + nexis("en", STORIES["en"])).encode())
    assert [record.title for record in records] == [story.title for story in STORIES["en"]]
    assert "order" not in records[0].body


def test_a_surname_first_is_put_last() -> None:
    story = STORIES["en"][0]._replace(author="QUILL, ADA")
    (record,) = articles_of(nexis("en", [story]).encode())
    assert record.authors == ("ADA QUILL",)


@pytest.mark.parametrize("last", ["Nobody can get to them.", "No", "A box: three left", "By the sea"])
def test_a_short_last_line_of_the_text_is_of_it(last: str) -> None:
    story = STORIES["en"][0]
    story = story._replace(paragraphs=(*story.paragraphs, last))
    for layout in LAYOUTS:
        (record,) = articles_of(layout("en", [story]).encode())
        assert record.body.endswith(f"\n\n{last}"), layout.__name__


def test_three_articles_of_each_database_and_language() -> None:
    """What is tested above: for each database and language at least three articles, in each of its layouts."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for layout in LAYOUTS:
        for language, stories in STORIES.items():
            text = layout(language, stories)
            counts[database_of(text), language] += len({story.title for story in stories})
    assert set(counts) == set(product(DATABASES, STORIES))
    assert min(counts.values()) >= 3
