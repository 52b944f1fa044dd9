# ruff: noqa: E501
"""Nexis Uni, Factiva, ProQuest and Europresse in layouts beside the usual one."""

from __future__ import annotations

import pytest

import artparse
from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import split
from support.records import check
from test_exports import STORIES, Story, day_of, factiva, nexis_uni, proquest
from test_exports_nexis import DE, EN, ES, FR, NL


def articles_in(text: str) -> list[Article]:
    records = [record_of(item, keep_text=True) for item in split(text.encode())]
    articles = [record for record in records if isinstance(record, Article)]
    assert articles == records
    for record in articles:
        assert record.text is not None
        check(record, record.text)
        assert "removed_prose" not in {warning.code for warning in record.warnings}
    return articles


# text, head, foot; title, day, outlet, authors, language
UNI = {
    "en, no blank lines": (
        EN, "Bolt falls from pier\nThe Hallow Echo\nMarch 7, 2014 Friday 9:45 PM GMT\nCopyright 2014 Tideway Press Ltd.\nAll Rights Reserved\n\n\n\nSection: NEWS; Pg. 3\nLength: 61 words\nByline: Ada Merrick\nHighlight: A bolt the size of a loaf fell out of the pier on March 6, 2014 and nobody was hurt.\nBody\n\n",
        "Graphic\n\n \n\nThe bolt, which weighs as much as a child of three years, as it lay on the counter of the stall under the pier.\n\nClassification\n\n\nLanguage: ENGLISH\nPublication-Type: Newspaper; Web Publication\nJournal Code: HEC\nSubject: PIERS (90%)\nLoad-Date: March 9, 2014\n\n\nEnd of Document\n",
        "Bolt falls from pier", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "en, labels right below the rights": (
        EN, "Bolt falls from pier\n\nThe Hallow Echo\nMarch 7, 2014 Friday\n\nCopyright 2014 Tideway Press Ltd. All Rights Reserved\nSection: NEWS; Pg. 3\nLength: 61 words\nByline: Ada Merrick\n\nBody\n\n",
        "Load-Date: March 9, 2014\n\nEnd of Document\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "en, edition below the date": (
        EN, "Bolt falls from pier\n\nThe Hallow Echo (Coast)\n\nMarch 7, 2014 Friday\n\nEdition 1, National Edition\n\nCopyright 2014 Tideway Press Ltd. All Rights Reserved\n\nSection: NEWS; Pg. 3\n\nLength: 61 words\n\nByline: By Ada Merrick and Tom Rudge\n\nBody\n\n",
        "Load-Date: March 9, 2014\n\nEnd of Document\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo (Coast)", ("Ada Merrick", "Tom Rudge"), "en",
    ),
    "en, with a cover": (
        EN, "User Name: = x\n\nDate and Time: = Thursday, June 3, 2021 10:15:00 AM CEST\n\nJob Number: = 145\n\nDocument (1)\n\n1. Bolt falls from pier\n\nClient/Matter: -None-\n\nSearch Terms: bolt\n\nNarrowed by:\n\nContent Type Narrowed by\n\nNews Timeline: Jan 01, 2014 to Dec 31, 2014\n\n| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2021 LexisNexis\n\nBolt falls from pier\n\nThe Hallow Echo\n\nMarch 7, 2014 Friday\n\nCopyright 2014 Tideway Press Ltd. All Rights Reserved\n\nLength: 61 words\n\nByline: Ada Merrick\n\nBody\n\n",
        "Classification\n\nLanguage: ENGLISH\n\nLoad-Date: March 9, 2014\n\nEnd of Document\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "de, labels in English": (
        DE, "Bolzen fällt von der Seebrücke\n\nHallauer Anzeiger\n\nFreitag 7. März 2014\n\nCopyright 2014 Küstenverlag Alle Rechte Vorbehalten\n\nSection: KÜSTE; S. 3\n\nLength: 41 words\n\nByline: Jutta Kehl\n\nBody\n\n",
        "Classification\n\nLanguage: GERMAN; DEUTSCH\n\nPublication-Type: Zeitung\n\nLoad-Date: March 9, 2014\n\nEnd of Document\n", "Bolzen fällt von der Seebrücke", "2014-03-07", "Hallauer Anzeiger", ("Jutta Kehl",), "de",
    ),
    "de, labels in German": (
        DE, "Bolzen fällt\n\nHallauer Anzeiger\n\n7. März 2014 Freitag 10:13 AM GMT\n\nCopyright 2014 Küstenverlag Alle Rechte Vorbehalten\n\nRubrik: KÜSTE\n\nLänge: 41 Wörter\n\nAutor: Jutta Kehl\n\nHaupttext\n\n",
        "Grafik\n\nDer Bolzen\n\nKlassifizierung\n\nSprache: GERMAN; DEUTSCH\n\nUpdate: 9. März 2014\n\nEnde des Dokuments\n", "Bolzen fällt", "2014-03-07", "Hallauer Anzeiger", ("Jutta Kehl",), "de",
    ),
    "fr": (
        FR, "Un boulon tombe\n\nLe Phare de Halle\n\nvendredi 7 mars 2014\n\nCopyright 2014 Presse de la Côte Tous Droits Réservés\n\nRubrique: CÔTE; Pg. 3\n\nLongueur: 41 mots\n\nAuteur: Claire Méry\n\nCorps\n\n",
        "Classification\n\nLangue: FRENCH; FRANÇAIS\n\nType de publication: Journal\n\nDate de chargement: 9 mars 2014\n\nFin du document\n", "Un boulon tombe", "2014-03-07", "Le Phare de Halle", ("Claire Méry",), "fr",
    ),
    "nl": (
        NL, "Bout valt van pier\n\nDe Halle-Post\n\n7 maart 2014 vrijdag\n\nCopyright 2014 Kustpers BV All Rights Reserved\n\nSection: KUST; Blz. 3\n\nLength: 41 woorden\n\nByline: Griet Maas\n\nBody\n\n",
        "Classification\n\nLanguage: DUTCH; NEDERLANDS\n\nPublication-Type: Krant\n\nLoad-Date: 9 maart 2014\n\nEnd of Document\n", "Bout valt van pier", "2014-03-07", "De Halle-Post", ("Griet Maas",), "nl",
    ),
    "es": (
        ES, "Un perno cae del muelle\n\nEl Faro de Hallo\n\nviernes 7 marzo 2014\n\nCopyright 2014 Prensa de la Costa Todos los Derechos Reservados\n\nSección: COSTA\n\nLongitud: 41 palabras\n\nAutor: Clara Merino\n\nCuerpo\n\n",
        "Clasificación\n\nIdioma: SPANISH; ESPAÑOL\n\nFecha de carga: 9 de marzo de 2014\n\nFin del documento\n", "Un perno cae del muelle", "2014-03-07", "El Faro de Hallo", ("Clara Merino",), "es",
    ),
}  # fmt: skip


def expect(record: Article, expected: tuple[object, ...], paragraphs: tuple[str, ...]) -> None:
    found = (record.title, (record.published or "")[:10], record.site, record.authors, record.language)
    assert found == expected
    assert [p.text for section in record.sections for p in section.paragraphs] == list(paragraphs)


@pytest.mark.parametrize("name", UNI)
def test_nexis_uni(name: str) -> None:
    paragraphs, head, foot, *expected = UNI[name]
    (record,) = articles_in(head + "\n\n".join(paragraphs) + "\n\n" + foot)
    expect(record, tuple(expected), paragraphs)


def test_nexis_uni_with_running_heads() -> None:
    paragraphs, head, foot, *expected = UNI["en, edition below the date"]
    running = "\n\nPage 2 of 2\n\nBolt falls from pier\n\n"
    (record,) = articles_in(head + paragraphs[0] + running + "\n\n".join(paragraphs[1:]) + "\n\n" + foot)
    expect(record, tuple(expected), paragraphs)


def page_of(text: str) -> str:
    parts = [part.strip().replace("\n", "<br>") for part in text.split("\n\n") if part.strip()]
    return f"<html><head><meta charset='utf-8'><title>Export</title></head><body>{''.join(f'<p>{p}</p>' for p in parts)}</body></html>"


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("layout", [nexis_uni, proquest])
def test_as_html(layout: object, language: str) -> None:
    stories = STORIES[language]
    records = articles_in(page_of(layout(language, stories)))  # type: ignore[operator]
    assert [record.source.format for record in records] == ["html"] * 3
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [(s.title, (s.author,), s.day, s.site, "\n\n".join(s.paragraphs)) for s in stories]


@pytest.mark.parametrize("language", STORIES)
def test_factiva_as_it_is_displayed(language: str) -> None:
    """HTML without codes: classes tell the headline and the author."""
    words = factiva(language, STORIES[language][:1]).replace("Rights\n", "Rights ").split("\n\n")
    (story,) = STORIES[language][:1]
    lines = "".join(f"<div>{line}</div>" for line in words[1].split("\n")[1:])
    article = (
        f'<div class="article {language}Article"><div id="hd"><span class="{language}Headline">{story.title}</span></div>'
        f'<div class="author">{story.author}</div>{lines}'
        + "".join(f'<p class="articleParagraph">{p}</p>' for p in story.paragraphs)
        + f"<p>{words[-1]}</p></div>"
    )
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>{article}{article}</body></html>"
    for record in articles_in(page):
        assert (record.title, record.authors, (record.published or "")[:10], record.site) == (
            story.title, (story.author,), story.day, story.site,
        )  # fmt: skip
        assert record.body == "\n\n".join(story.paragraphs)
        assert record.source.id == words[-1].split()[-1]


HEADINGS = {
    "en": ("Author", "Publication info", "ABSTRACT", "FULL TEXT", "DETAILS", "Subject", "Publication title", "Publication date", "Language of publication", "ProQuest document ID"),
    "de": ("Autor", "Publikationsinfo", "ZUSAMMENFASSUNG", "VOLLTEXT", "EINZELHEITEN", "Thema", "Titel der Publikation", "Erscheinungsdatum", "Sprache der Publikation", "ProQuest-Dokument-ID"),
    "fr": ("Auteur", "Informations sur la publication", "RÉSUMÉ", "TEXTE INTÉGRAL", "DÉTAILS", "Sujet", "Titre de publication", "Date de publication", "Langue de publication", "ID de document ProQuest"),
    "es": ("Autor", "Información de publicación", "RESUMEN", "TEXTO COMPLETO", "DETALLES", "Materia", "Título de publicación", "Fecha de publicación", "Idioma de la publicación", "ID del documento de ProQuest"),
}  # fmt: skip
NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}


def with_headings(language: str, stories: list[Story]) -> str:
    author, info, abstract, text, details, subject, title, date, said, number = HEADINGS[language]
    rule = "_" * 64
    return "".join(
        f"{rule}\n\n{s.title}\n\n{author}: {s.author}\n\n{info}: {s.site} ; Wick [Wick]. {day_of(s)}: 4.\n\n"
        f"http://search.example/{i}\n\n{abstract}\n\nA few words on what it says, and that at some length, so that nobody has to read all of it.\n\n"
        f"{text}\n\n" + "\n\n".join(s.paragraphs) + f"\n\n{details}\n\n{subject}: Buses\n\n{title}: {s.site}\n\n"
        f"{date}: {day_of(s)}\n\n{said}: {NAMES[language]}\n\n{number}: 90210{i}\n\n"
        for i, s in enumerate(stories, 1)
    ) + f"{rule}\n\nCopyright © 2021 ProQuest LLC.\n"  # fmt: skip


@pytest.mark.parametrize("language", HEADINGS)
def test_proquest_with_headings(language: str) -> None:
    stories = STORIES[language]
    records = articles_in(with_headings(language, stories))
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [(s.title, (s.author,), s.day, s.site, "\n\n".join(s.paragraphs)) for s in stories]
    assert [record.source.id for record in records] == ["902101", "902102", "902103"]


@pytest.mark.parametrize("language", STORIES)
def test_europresse_by_classes(language: str) -> None:
    stories = STORIES[language]
    page = "<html><head><meta charset='utf-8'></head><body>" + "".join(
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{s.site} <small>(site web)</small></span></div>'
        f'<div class="rdp__DocHeader"><span class="DocHeader">Région, {s.printed} - 412 mots, p. 3</span></div>'
        f'<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{s.title}</p></div>'
        f'<div class="sm-margin-bottomNews">{s.author}</div></header><section><div class="docOcurrContainer">'
        + "".join(f"<p>{p}</p>" for p in s.paragraphs)
        + f'</div></section><footer><div class="publiC-lblNodoc">news·20121004·LP·15619{i}</div><small>(c) 2012 Somebody Else</small></footer></article>'
        for i, s in enumerate(stories)
    )  # fmt: skip
    records = articles_in(page + "</body></html>")
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [(s.title, (s.author,), s.day, s.site, "\n\n".join(s.paragraphs)) for s in stories]
    assert records[1].source.id == "news·20121004·LP·156191"


UNKNOWN = [
    # label of the headline, author, outlet, day, text
    ("Title", "Author", "Source", "Date", "Text"),
    ("HEADLINE", "REPORTER", "PUBLICATION", "DATE", "STORY"),
    ("Titel", "Autor", "Publikation", "Datum", "Inhalt"),
    ("Titre", "Auteur", "Titre de publication", "Date", "Texte"),
]


@pytest.mark.parametrize("labels", UNKNOWN, ids=lambda labels: labels[0])
def test_an_export_of_an_unknown_kind_says_that_it_holds_several(labels: tuple[str, ...]) -> None:
    stories = STORIES["en"]
    title, author, site, day, text = labels
    whole = "\n".join(
        f"{title}: {s.title}\n{site}: {s.site}\n{author}: {s.author}\n{day}: {s.printed}\n{text}:\n\n"
        + "\n\n".join(s.paragraphs)
        + "\n"
        for s in stories
    )
    record = artparse.parse(whole)
    assert [w.message for w in record.warnings if w.code == "several_articles"] == [
        "reads like 3 articles in one text; give artparse each by itself"
    ]


def test_an_interview_and_a_list_hold_one_article() -> None:
    talk = "\n\n".join(f"Q: {s.paragraphs[0]}\n\nA: {s.paragraphs[1]}\n\nHost: Quite." for s in STORIES["en"])
    dates = "\n\n".join(
        f"When: {s.printed}\nWhere: {s.site}\nTickets: 3\n{s.paragraphs[0]}" for s in STORIES["en"]
    )
    for text in (talk, dates):
        record = artparse.parse("What is on\n\nBy Ada Quill\n\n" + text)
        assert "several_articles" not in {warning.code for warning in record.warnings}


def europresse_page(*articles: str) -> str:
    contents = "<div><h2>Sommaire</h2><ul><li>Le Phare • 11 septembre 2024 • Le bus</li></ul></div>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{contents}{''.join(articles)}</body></html>"


def europresse_article(s: Story, i: int, *, kicker: str, names: str, outlet: str, header: str) -> str:
    """As the newer pages have it: a kicker above the headline, `docAuthors`, notes and other papers below."""
    kicked = f"<p class='sm-margin-bottomNews'>{kicker}</p>" if kicker else ""
    return (
        f"<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>{outlet}</span></div>"
        f"<div class='rdp__DocHeader'><span class='DocHeader'>{header}</span></div>{kicked}"
        f"<div class='titreArticle'><p class='sm-margin-TopNews titreArticleVisu rdp__articletitle'>{s.title}</p></div>"
        f"{names}</header><section><div class='docOcurrContainer'><div class='DocText clearfix'>"
        + "".join(f"<p>{p}</p>" for p in s.paragraphs)
        + "</div></div></section><aside><div>Note(s) : Mise à jour le 2 mai 2020</div></aside>"
        "<div class='apd-wrapper'><table><tr><td><div class='apd-sources-date'>2 mai 2020</div></td><td>"
        "<div class='source-name-APD'>La Côte (site web)</div></td></tr></table></div><footer><div class='Doc-LegalInfo'>"
        "<small>© 2021 Somebody Else. Le présent document est protégé par les lois et conventions internationales.</small>"
        f"</div><div class='publiC-lblNodoc'>news·20121004·LP·15619{i}</div></footer></article>"
    )


NAMED = {
    "authors and a kicker": ("Accident", "<div class='docAuthors'>{}</div>"),
    "authors": ("", "<div class='docAuthors'>{}</div>"),
    "a kicker, and authors of the same class": ("Accident", "<div class='sm-margin-bottomNews'>{}</div>"),
}


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("language", STORIES)
def test_europresse_with_a_kicker(language: str, named: str) -> None:
    kicker, names = NAMED[named]
    stories = STORIES[language]
    page = europresse_page(*(
        europresse_article(s, i, kicker=kicker, names=names.format(s.author), outlet=f"{s.site}, no. {40 + i}",
                           header=f"Région, {s.printed} 412 mots, p. {i}")
        for i, s in enumerate(stories)
    ))  # fmt: skip
    records = articles_in(page)
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [(s.title, (s.author,), s.day, s.site, "\n\n".join(s.paragraphs)) for s in stories]
    assert {r.breadcrumb[:1] for r in records} == {("Région",)}
    assert [r.source.id for r in records] == [f"news·20121004·LP·15619{i}" for i in range(3)]


@pytest.mark.parametrize("language", STORIES)
def test_europresse_as_text_with_certificates(language: str) -> None:
    """As copied or saved as text: its number without a label, a certificate below, a kicker above the headline."""
    stories = STORIES[language]
    text = "".join(
        f"{s.site} (site web)\nRégion, {s.printed} 412 mots, p. 3\n\nAccident\n{s.title} et le reste de ce très long titre\n\n"
        f"{s.author}\n\n" + "\n\n".join(s.paragraphs)
        + f"\n\n© 2021 Somebody Else ; CEDROM-SNi inc.\nPUBLI-© news·20121004·LP·15619{i}\n\nCe certificat est émis à "
        "Université-de-Halle à des fins de visualisation personnelle et temporaire.\nDate d'émission : 2024-10-05\n\n"
        for i, s in enumerate(stories)
    )  # fmt: skip
    records = articles_in(text)
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [
        (
            f"{s.title} et le reste de ce très long titre",
            (s.author,),
            s.day,
            s.site,
            "\n\n".join(s.paragraphs),
        )
        for s in stories
    ]
    assert records[2].source.id == "news·20121004·LP·156192"


def test_factiva_with_every_code() -> None:
    """A section above the headline, which is wrapped with an indent; codes below the text, and paragraphs that
    begin like one."""
    text = (
        "SE     Business/Harbour Desk\nHD     Bolt falls from pier\n       for the second time\nBY     By ADA MERRICK and TOM RUDGE\n"
        "CR     Nell Garrow contributed reporting.\nWC     61 words\nPD     7 March 2014\nET     03:32 PM\nSN     The Hallow Echo\n"
        "SC     HECHO\nED     Late Edition - Final\nPG     1\nLA     English\nCY     Copyright 2014 Tideway.  All Rights Reserved.\n\n"
        f"LP\n\n{EN[0]}\n\nTD\n\n{EN[1]}\n\nCO BOARD members declined to say more on Friday.\n\n{EN[2]}\n\n"
        "ART    Photo: The pier (Tom Rudge)\n\nCT     ada.merrick@hallow.example\n\nNS     c13 : Regulation | ccat : News\n"
        "       | ncat : Content Types\n\nIPD    Business\n\nAN     Document HECHO00020140307ea3700001\n\n"
        "HD     The pier is open\nWC     4 words\nPD     8 March 2014\nSN     The Hallow Echo\nSC     HECHO\nLA     English\n\n"
        "LP\n\nThe pier is open.\n\nAN     Document HECHO00020140308ea3800001\n\n"
        "Search Summary\nText    bolt\nResults Found   2\nTimestamp       25 June 2021 10:10\n"
    )
    first, second = articles_in(text)
    assert (first.title, first.published, first.authors, first.breadcrumb) == (
        "Bolt falls from pier for the second time", "2014-03-07T15:32", ("ADA MERRICK", "TOM RUDGE"), ("Business/Harbour Desk",),
    )  # fmt: skip
    assert first.body.split("\n\n") == [*EN[:2], "CO BOARD members declined to say more on Friday.", EN[2]]
    assert (second.title, second.published, second.body) == (
        "The pier is open",
        "2014-03-08",
        "The pier is open.",
    )


@pytest.mark.parametrize("language", STORIES)
def test_factiva_without_codes_and_with_a_section(language: str) -> None:
    stories = STORIES[language]
    text = factiva(language, stories)
    for story in stories:
        text = text.replace(f"{story.title}\n\n", f"Wick\n{story.title} and the rest of a long headline\n", 1)
    records = articles_in(text)
    assert [(r.title, r.authors, r.breadcrumb) for r in records] == [
        (f"{s.title} and the rest of a long headline", (s.author,), ("Wick",)) for s in stories
    ]


def proquest_anchored(s: Story, i: int, language: str) -> str:
    """As the page of ProQuest's own export has it: no counter, an anchor with the number of each document."""
    author, info, _, text, _, subject, title, date, said, number = HEADINGS[language]
    rows = [
        (subject, "Buses"),
        (title, f"{s.site}; Wick"),
        (date, day_of(s)),
        (said, NAMES[language]),
        (number, f"90210{i}"),
    ]
    return (
        f"<div style='b'><a name='DocID_MSTAR_90210{i}'></a><p></p><p style='font-weight:bold'>{s.title}</p>"
        f"<p><strong>{author}:  </strong>{', '.join(reversed(s.author.split()))}</p>"
        f"<p><strong>{info}:  </strong>{s.site} ; Wick [Wick]{day_of(s)}: A.2.</p><p><a href='l'>ProQuest document link</a></p>"
        f"<p><strong>{text.capitalize()}: </strong><text wordcount='9'>{''.join(f'<p>{p}</p>' for p in s.paragraphs)}</text></p>"
        + "".join(f"<p><strong>{label}: </strong>{value}</p>" for label, value in rows)
        + "</div>"
    )  # fmt: skip


@pytest.mark.parametrize("language", HEADINGS)
def test_proquest_as_its_own_page(language: str) -> None:
    stories = STORIES[language]
    articles = "".join(proquest_anchored(s, i, language) for i, s in enumerate(stories))
    page = f"<html><head><meta charset='utf-8'><title>ProQuest Export</title></head><body><p>Somebody sent you this:</p>{articles}</body></html>"
    records = articles_in(page)
    found = [(r.title, r.authors, (r.published or "")[:10], r.site, r.body) for r in records]
    assert found == [(s.title, (s.author,), s.day, s.site, "\n\n".join(s.paragraphs)) for s in stories]
    assert [record.source.id for record in records] == ["902100", "902101", "902102"]


def test_proquest_of_a_website() -> None:
    """No outlet beside the day, lines without blank ones between them, captions below the text."""
    text = (
        "_" * 60 + "\n\nBolt falls from pier\n\nPublication info: Mar 7, 2014.\n\nhttps://proxy.example/docview/9021\n\n"
        "Abstract: None available.\n\nLinks: https://links.example/?date=2014-03-07&amp;title=\n\nFull text: " + "\n".join(EN)
        + "\n\nCAPTION: The pier on Friday, with a hat on it.\nCREDIT: Tom Rudge\n\nSubject: Piers; Hats\n\nTitle: Bolt falls from pier\n\n"
        "Publication title: The Hallow Echo; Hallow, Ont.\n\nPublication date: Mar 7, 2014\n\nSection: Coast\n\n"
        "Language of publication: English\n\nProQuest document ID: 9021\n\nLast updated: 2014-03-08\n\n" + "_" * 60 + "\n\nContact us\n"
    )  # fmt: skip
    (record,) = articles_in(text)
    expect(record, ("Bolt falls from pier", "2014-03-07", "The Hallow Echo", (), "en"), EN)
    assert (record.breadcrumb, record.source.id, record.keywords) == (("Coast",), "9021", ("Piers", "Hats"))
