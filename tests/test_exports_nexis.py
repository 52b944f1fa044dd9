# ruff: noqa: E501
"""Nexis as it has been over the years and in the languages of its interface: one layout a row."""

from __future__ import annotations

import textwrap

import pytest

from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import split
from support.records import check

EN = (
    "The pier at Hallow was closed on Friday after a bolt the size of a loaf fell out of it, the harbour board said.",
    '"It fell past my hat," said Nell Garrow, who sells whelks below. "I have kept it."',
    "An engineer will look at the other bolts, of which there are four thousand, before Easter.",
)
DE = (
    "Die Seebrücke von Hallau ist am Freitag gesperrt worden, weil sich ein Bolzen gelöst hatte, teilte das Hafenamt mit.",
    '"Er ist an meinem Hut vorbeigefallen", sagte Nele Garau, die darunter Krabben verkauft.',
    "Ein Ingenieur soll bis Ostern die übrigen viertausend Bolzen prüfen.",
)
FR = (
    "La jetée de Halle a été fermée vendredi après la chute d'un boulon gros comme un pain, a indiqué la capitainerie.",
    "« Il est passé devant mon chapeau », a raconté Nelle Garreau, qui vend des bulots en dessous.",
    "Un ingénieur doit examiner les quatre mille autres boulons avant Pâques.",
)
NL = (
    "De pier van Halle is vrijdag gesloten nadat een bout zo groot als een brood naar beneden viel, meldt het havenbedrijf.",
    '"Hij viel langs mijn hoed", zei Nel Garre, die eronder wulken verkoopt.',
    "Een ingenieur bekijkt voor Pasen de overige vierduizend bouten.",
)
ES = (
    "El muelle de Hallo se cerró el viernes después de que cayera un perno del tamaño de una hogaza, informó el puerto.",
    '"Pasó junto a mi sombrero", dijo Nela Garrido, que vende caracoles debajo.',
    "Un ingeniero revisará antes de Pascua los otros cuatro mil pernos.",
)
COUNTERS = {
    "en": "1 of 1 DOCUMENTS",
    "de": "1 von 1 DOKUMENTEN",
    "fr": "1 de 1 DOCUMENTS",
    "nl": "1 van 1 DOCUMENTEN",
    "es": "1 de 1 DOCUMENTOS",
}


def centred(*lines: str) -> str:
    return "".join(f"{line:^78}".rstrip() + "\n\n" for line in lines)


def wrapped(paragraphs: tuple[str, ...], indent: str = "") -> str:
    between = "\n" if indent else "\n\n"
    return between.join(textwrap.fill(p, 79, initial_indent=indent) for p in paragraphs) + "\n\n"


# language, what is above the text, the text, what is below; title, day, outlet, authors
LAYOUTS = {
    "en, edition, no BODY": (
        EN, centred("1 of 1 DOCUMENTS", "The Hallow Echo", "March 7, 2014 Friday\n" + " " * 32 + "Edition 2;\n" + " " * 30 + "National Edition")
        + "Bolt the size of a loaf;\nPier shut until Easter\n\nBYLINE: Ada Merrick, Coast Correspondent\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 61 words\n\n",
        "LOAD-DATE: March 9, 2014\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: The bolt\n\nPUBLICATION-TYPE: Newspaper\n\nJOURNAL-CODE: HEC\n\n\n" + centred("Copyright 2014 Tideway Press Ltd.\n" + " " * 27 + "All Rights Reserved"),
        "Bolt the size of a loaf; Pier shut until Easter", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "en, of 1999": (
        EN, centred("1 of 1 DOCUMENTS", "Copyright 1999 Tideway Press Company", "The Hallow Echo", "March 5, 1999, Friday, Late Edition - Final")
        + "SECTION: Section A; Page 1; Column 3; Coast Desk\n\nLENGTH: 61 words\n\nHEADLINE: Bolt the Size of a Loaf Falls From Pier\n\nBYLINE: By ADA MERRICK\n\nDATELINE: HALLOW, March 4\n\nBODY:\n",
        "GRAPHIC: Photo: The bolt. (Tom Rudge/The Hallow Echo)\n\nLOAD-DATE: March 5, 1999\n",
        "Bolt the Size of a Loaf Falls From Pier", "1999-03-05", "The Hallow Echo", ("ADA MERRICK",), "en",
    ),
    "en, weekday first, rights above": (
        EN, centred("1 of 1 DOCUMENT") + f"{'':20}Copyright 2004 Tideway Press Ltd\n{'':25}All Rights Reserved\n{'':26}The Hallow Echo (Coast)\n\n" + centred("Friday, March 5, 2004")
        + "HEADLINE: Bolt falls from pier\n\nBYLINE: MERRICK, ADA\n\nBODY:\n\n",
        "LOAD-DATE: March 6, 2004\n", "Bolt falls from pier", "2004-03-05", "The Hallow Echo (Coast)", ("ADA MERRICK",), "en",
    ),
    "en, no byline, no section": (
        EN, centred("1 of 1 DOCUMENTS", "Hallow Online", "March 7, 2014 Friday 9:45 PM GMT") + "Bolt falls from pier\n\nLENGTH: 61 words\n\n",
        "LOAD-DATE: March 9, 2014\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Web Publication\n", "Bolt falls from pier", "2014-03-07", "Hallow Online", (), "en",
    ),
    "en, a label that no table has": (
        EN, centred("1 of 1 DOCUMENTS", "The Hallow Echo", "March 7, 2014 Friday") + "Bolt falls from pier\n\nBYLINE: Ada Merrick\n\nSHELFMARK: 9\n\nLENGTH: 61 words\n\n",
        "HARBOUR-CODE: 12\n\nLANGUAGE: ENGLISH\n\nTIDE-TABLE: none\n\nLOAD-DATE: March 9, 2014\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "en, labels below only": (
        EN, centred("1 of 1 DOCUMENTS", "The Hallow Echo", "March 7, 2014 Friday") + "Bolt falls from pier\n\n",
        "LOAD-DATE: March 9, 2014\n\nLANGUAGE: ENGLISH\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo", (), "en",
    ),
    "en, day before month": (
        EN, centred("1 of 1 DOCUMENTS", "Hallow Echo", "7 March 2014\n" + " " * 34 + "E1") + "Bolt falls from pier\n\nBYLINE: by Ada Merrick and Tom Rudge\n\nLENGTH: 61 words\n\n",
        "LOAD-DATE: 9 March 2014\n\nLANGUAGE: ENGLISH\n", "Bolt falls from pier", "2014-03-07", "Hallow Echo", ("Ada Merrick", "Tom Rudge"), "en",
    ),
    "en, indentation lost": (
        EN, "1 of 1 DOCUMENTS\n\nThe Hallow Echo\n\nMarch 7, 2014 Friday\n\nBolt falls from pier\n\nBYLINE: Ada Merrick\n\nLENGTH: 61 words\n\n",
        "LOAD-DATE: March 9, 2014\n\nLANGUAGE: ENGLISH\n\nCopyright 2014 Tideway Press Ltd.\n", "Bolt falls from pier", "2014-03-07", "The Hallow Echo", ("Ada Merrick",), "en",
    ),
    "de, interface in German": (
        DE, centred("1 von 1 DOKUMENTEN", "Hallauer Anzeiger", "Freitag 7. März 2014") + "Bolzen fällt von der Seebrücke\n\nAUTOR: Jutta Kehl\n\nRUBRIK: KÜSTE; S. 3\n\nLÄNGE: 41 Wörter\n\nHERVORHEBUNG: Das Hafenamt sperrt.\n\n",
        "UPDATE: 9. März 2014\n\nSPRACHE: GERMAN; DEUTSCH\n\nGRAFIK: Der Bolzen\n\nPUBLICATION-TYPE: Zeitung\n\nZEITSCHRIFTEN-CODE: HAN\n\n" + centred("Copyright 2014 Küstenverlag\n" + " " * 28 + "Alle Rechte Vorbehalten"),
        "Bolzen fällt von der Seebrücke", "2014-03-07", "Hallauer Anzeiger", ("Jutta Kehl",), "de",
    ),
    "de, interface in English": (
        DE, centred("1 of 1 DOCUMENTS", "Hallauer Anzeiger", "7. März 2014 Freitag\n" + " " * 30 + "Hauptausgabe") + "Bolzen fällt von der Seebrücke\n\nBYLINE: Jutta Kehl\n\nSECTION: KÜSTE; Küste; S. 3\n\nLENGTH: 41 words\n\n",
        "LOAD-DATE: 9. März 2014\n\nLANGUAGE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n", "Bolzen fällt von der Seebrücke", "2014-03-07", "Hallauer Anzeiger", ("Jutta Kehl",), "de",
    ),
    "de, of 2001": (
        DE, centred("Dokument 1 von 1") + f"{'':22}Copyright 2001 Küstenverlag GmbH\n\n" + centred("Hallauer Anzeiger", "07.03.2001, Mittwoch") + "RESSORT: Küste; Seite 3\n\nLÄNGE: 41 Wörter\n\nÜBERSCHRIFT: Bolzen fällt\n\nAUTOR: Von Jutta Kehl\n\nTEXT:\n",
        "SPRACHE: DEUTSCH\n\nUPDATE: 8. März 2001\n", "Bolzen fällt", "2001-03-07", "Hallauer Anzeiger", ("Jutta Kehl",), "de",
    ),
    "de, with a time": (
        DE, centred("1 von 1 DOKUMENTEN", "HALLAU Online", "Freitag 7. März 2014 4:17 PM GMT+1") + "Seebrücke gesperrt: Bolzen fällt\n\nAUTOR: Jutta Kehl, Hallau\n\nRUBRIK: KÜSTE\n\nLÄNGE: 41 Wörter\n\n",
        "UPDATE: 7. März 2014\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Web-Publikation\n", "Seebrücke gesperrt: Bolzen fällt", "2014-03-07", "HALLAU Online", ("Jutta Kehl",), "de",
    ),
    "fr, interface in French": (
        FR, centred("1 de 1 DOCUMENTS", "Le Phare de Halle", "Vendredi 7 Mars 2014") + "Un boulon tombe de la jetée\n\nAUTEUR: Claire Méry\n\nRUBRIQUE: CÔTE; Pg. 3\n\nLONGUEUR: 41 mots\n\n",
        "DATE-CHARGEMENT: 9 Mars 2014\n\nLANGUE: FRENCH; FRANÇAIS\n\nGRAPHIQUE: Le boulon\n\nTYPE-PUBLICATION: Journal\n\nCODE-REVUE: PHA\n\n" + centred("Copyright 2014 Presse de la Côte\n" + " " * 27 + "Tous Droits Réservés"),
        "Un boulon tombe de la jetée", "2014-03-07", "Le Phare de Halle", ("Claire Méry",), "fr",
    ),
    "fr, interface in English": (
        FR, centred("1 of 1 DOCUMENTS", "Le Phare de Halle", "7 mars 2014") + "Un boulon tombe de la jetée\n\nBYLINE: Claire Méry; Paul Ruis\n\nSECTION: CÔTE; Pg. 3\n\nLENGTH: 41 words\n\n",
        "LOAD-DATE: 9 mars 2014\n\nLANGUAGE: FRENCH; FRANÇAIS\n\nPUBLICATION-TYPE: Journal\n", "Un boulon tombe de la jetée", "2014-03-07", "Le Phare de Halle", ("Claire Méry", "Paul Ruis"), "fr",
    ),
    "fr, the first of a month": (
        FR, centred("1 sur 1 DOCUMENTS", "Le Phare de Halle", "samedi 1er mars 2014\n" + " " * 30 + "Toutes éditions") + "Un boulon tombe\n\nAUTEUR: par Claire Méry\n\nENCADRE: Quatre mille boulons\n\nLONGUEUR: 41 mots\n\n",
        "LANGUE: FRENCH; FRANÇAIS\n\nDATE-CHARGEMENT: 2 mars 2014\n", "Un boulon tombe", "2014-03-01", "Le Phare de Halle", ("Claire Méry",), "fr",
    ),
    "fr, the headline has a label": (
        FR, centred("1 de 1 DOCUMENTS", "Le Phare de Halle", "27 mars 2003, Jeudi") + "RUBRIQUE: CÔTE; Pg. 3\n\nLONGUEUR: 41 mots\n\nTITRE: Un boulon tombe\n\nSIGNATURE: Claire Méry\n\nCORPS:\n\n",
        "LANGUE: FRANÇAIS\n\nDATE-CHARGEMENT: 28 mars 2003\n", "Un boulon tombe", "2003-03-27", "Le Phare de Halle", ("Claire Méry",), "fr",
    ),
    "nl, interface in English": (
        NL, centred("1 of 1 DOCUMENTS", "De Halle-Post", "7 maart 2014 vrijdag") + "Bout valt van pier\n\nBYLINE: Griet Maas\n\nSECTION: KUST; Blz. 3\n\nLENGTH: 41 woorden\n\n",
        "LOAD-DATE: 9 maart 2014\n\nLANGUAGE: DUTCH; NEDERLANDS\n\nPUBLICATION-TYPE: Krant\n\n" + centred("Copyright 2014 Kustpers BV\n" + " " * 27 + "All Rights Reserved"),
        "Bout valt van pier", "2014-03-07", "De Halle-Post", ("Griet Maas",), "nl",
    ),
    "nl, interface in Dutch": (
        NL, centred("1 van 1 DOCUMENTEN", "De Halle-Post", "vrijdag 7 maart 2014\n" + " " * 30 + "Editie Kust") + "Bout valt van pier\n\nAUTEUR: Griet Maas\n\nSECTIE: KUST; Blz. 3\n\nLENGTE: 41 woorden\n\n",
        "LAAD-DATUM: 9 maart 2014\n\nTAAL: DUTCH; NEDERLANDS\n\nGRAFISCH: De bout\n\nPUBLICATIETYPE: Krant\n\n" + centred("Copyright 2014 Kustpers BV\n" + " " * 26 + "Alle Rechten Voorbehouden"),
        "Bout valt van pier", "2014-03-07", "De Halle-Post", ("Griet Maas",), "nl",
    ),
    "nl, with a time": (
        NL, centred("1 van 1 DOCUMENTEN", "Halle.nl", "7 maart 2014 vrijdag 10:12 AM GMT") + "Bout valt van pier\n\nDOOR: Griet Maas en Pim Rudde\n\nLENGTE: 41 woorden\n\nSAMENVATTING: De pier is dicht.\n\n",
        "TAAL: DUTCH; NEDERLANDS\n\nDATUM-GELADEN: 7 maart 2014\n", "Bout valt van pier", "2014-03-07", "Halle.nl", ("Griet Maas", "Pim Rudde"), "nl",
    ),
    "nl, the headline has a label": (
        NL, centred("1 van 1 DOCUMENTEN", "De Halle-Post", "3 maart 2003, maandag") + "RUBRIEK: Kust; Pag. 3\n\nLENGTE: 41 woorden\n\nKOP: Bout valt van pier\n\nAUTEUR: GRIET MAAS\n\nTEKST:\n",
        "LAAD-DATUM: 4 maart 2003\n", "Bout valt van pier", "2003-03-03", "De Halle-Post", ("GRIET MAAS",), "nl",
    ),
    "es, interface in Spanish": (
        ES, centred("1 de 1 DOCUMENTOS", "El Faro de Hallo", "Viernes 7 de Marzo de 2014") + "Un perno cae del muelle\n\nAUTOR: Clara Merino\n\nSECCIÓN: COSTA; Pág. 3\n\nLONGITUD: 41 palabras\n\n",
        "FECHA-DE-CARGA: 9 de Marzo de 2014\n\nIDIOMA: SPANISH; ESPAÑOL\n\nGRÁFICO: El perno\n\nTIPO-DE-PUBLICACIÓN: Periódico\n\n" + centred("Copyright 2014 Prensa de la Costa\n" + " " * 24 + "Todos los Derechos Reservados"),
        "Un perno cae del muelle", "2014-03-07", "El Faro de Hallo", ("Clara Merino",), "es",
    ),
    "es, interface in English": (
        ES, centred("1 of 1 DOCUMENTS", "El Faro de Hallo (Costa)", "7 marzo 2014 viernes") + "Un perno cae del muelle\n\nBYLINE: Clara Merino\n\nSECTION: COSTA\n\nLENGTH: 41 words\n\nDATELINE: Hallo\n\n",
        "LOAD-DATE: 9 marzo 2014\n\nLANGUAGE: SPANISH; ESPAÑOL\n\nPUBLICATION-TYPE: Periódico\n", "Un perno cae del muelle", "2014-03-07", "El Faro de Hallo (Costa)", ("Clara Merino",), "es",
    ),
    "es, month first": (
        ES, centred("1 de 1 DOCUMENTOS", "El Faro de Hallo", "Marzo 7, 2014 Viernes") + "Un perno cae del muelle\n\nAUTOR: POR CLARA MERINO\n\nEXTENSIÓN: 41 palabras\n\n",
        "LENGUA: SPANISH; ESPAÑOL\n\nFECHA DE CARGA: Marzo 9, 2014\n", "Un perno cae del muelle", "2014-03-07", "El Faro de Hallo", ("CLARA MERINO",), "es",
    ),
    "es, the headline has a label": (
        ES, centred("1 de 1 DOCUMENTOS", "El Faro de Hallo", "5 de marzo de 2004") + "SECCIÓN: Costa; Pg. 3\n\nLONGITUD: 41 palabras\n\nTITULAR: Un perno cae\n\nFIRMA: Clara Merino\n\nCUERPO:\n\n",
        "FECHA-CARGA: 6 de marzo de 2004\n\nIDIOMA: ESPAÑOL\n", "Un perno cae", "2004-03-05", "El Faro de Hallo", ("Clara Merino",), "es",
    ),
}  # fmt: skip


def article_in(text: str) -> Article:
    (record,) = [record_of(item, keep_text=True) for item in split(text.encode())]
    assert isinstance(record, Article) and record.text is not None
    check(record, record.text)
    return record


@pytest.mark.parametrize("indent", ["", "   "], ids=["blank lines", "indented"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout(name: str, indent: str) -> None:
    paragraphs, head, foot, title, day, site, authors, language = LAYOUTS[name]
    record = article_in(head + wrapped(paragraphs, indent) + foot)
    assert record.title == title
    assert (record.published or "")[:10] == day
    assert record.site == site
    assert record.authors == authors
    assert record.language == language
    assert [p.text for section in record.sections for p in section.paragraphs] == list(paragraphs)
    assert "removed_prose" not in {warning.code for warning in record.warnings}


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "LENGTH" in LAYOUTS[name][1]])
def test_an_article_that_nothing_counts(name: str) -> None:
    """A download of a single article may have no counter."""
    paragraphs, head, foot, title, day, site, authors, _ = LAYOUTS[name]
    head = head.partition("\n\n")[2]
    record = article_in(head + wrapped(paragraphs) + foot)
    assert (record.title, (record.published or "")[:10], record.site, record.authors) == (
        title,
        day,
        site,
        authors,
    )


def page_of(text: str) -> str:
    """The text as Nexis sets it as HTML: each part in a `DIV` of its own."""
    parts = [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
    return "".join(
        f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">{part}</SPAN></P>\n</DIV>\n<BR>' for part in parts
    )


@pytest.mark.parametrize(
    "name", [name for name in LAYOUTS if "lost" not in name and "2004" not in LAYOUTS[name][4]]
)
def test_as_html(name: str) -> None:
    paragraphs, head, foot, title, day, site, authors, _ = LAYOUTS[name]
    page = page_of(head.partition("\n\n")[2].join(["1 of 2 DOCUMENTS\n\n", ""]) + wrapped(paragraphs) + foot)
    text = (
        f"<HTML><HEAD><TITLE>Delivery</TITLE></HEAD><BODY>\n<!-- Hide\n<DOC NUMBER=1>\n<DOCFULL> -->\n{page}"
    )
    text += f"<!-- Hide\n<DOC NUMBER=2>\n<DOCFULL> -->\n{page.replace('1 of 2', '2 of 2')}</BODY></HTML>"
    records = [record_of(item) for item in split(text.encode())]
    assert len(records) == 2
    for record in records:
        assert isinstance(record, Article)
        assert record.source.format == "html"
        assert (record.title, (record.published or "")[:10], record.site, record.authors) == (
            title,
            day,
            site,
            authors,
        )
        assert record.body == "\n\n".join(paragraphs)


BYLINES = [
    ("By JANE DOE", ("JANE DOE",)),
    ("by Jane Doe", ("Jane Doe",)),
    ("Jane Doe in Hallow", ("Jane Doe",)),
    ("Jane Doe and Sam Roe", ("Jane Doe", "Sam Roe")),
    ("Jane Doe, Sam Roe and Tom Poe", ("Jane Doe", "Sam Roe", "Tom Poe")),
    ("JANE DOE; Sam Roe", ("JANE DOE", "Sam Roe")),
    ("Jane Doe, Political Editor", ("Jane Doe",)),
    ("DOE, JANE", ("JANE DOE",)),
    ("Doe, Jane", ("Jane Doe",)),
    ("Doe, Jane; Roe, Sam", ("Jane Doe", "Sam Roe")),
    ("Jane Doe  hallow.example", ("Jane Doe",)),
    ("By Jane Doe; Special to The Echo", ("Jane Doe",)),
    ("Jane Doe - Echo Staff", ("Jane Doe",)),
    ("Exclusive by Jane Doe", ("Jane Doe",)),
    ("Von unserem Redakteur Jan Doe", ("Jan Doe",)),
    ("Door onze correspondent Jan Doe", ("Jan Doe",)),
]


@pytest.mark.parametrize(("byline", "authors"), BYLINES)
def test_bylines(byline: str, authors: tuple[str, ...]) -> None:
    head = LAYOUTS["en, edition, no BODY"][1].replace("Ada Merrick, Coast Correspondent", byline)
    assert article_in(head + wrapped(EN)).authors == authors


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    paragraphs, head, foot, title, _day, site, authors, _ = LAYOUTS["de, interface in German"]
    one = head + wrapped(paragraphs) + foot
    two = one.replace("1 von 1", "1 von 2") + one.replace("1 von 1", "2 von 2")
    records = [record_of(item) for item in split(two.encode(encoding))]
    assert [(r.title, r.site, r.authors) for r in records if isinstance(r, Article)] == [
        (title, site, authors)
    ] * 2


def test_what_is_left_over_is_a_warning() -> None:
    paragraphs, head, foot, *_ = LAYOUTS["en, edition, no BODY"]
    stray = "A letter to the printer that nobody ever took out of the file is still there, and it goes on for a while."
    whole = article_in(head + wrapped(paragraphs) + foot)
    assert [warning.code for warning in whole.warnings] == []
    behind = article_in(head + wrapped(paragraphs) + foot + "\n\n" + textwrap.fill(stray, 200) + "\n\n")
    before = article_in(textwrap.fill(stray, 200) + "\n\n" + head + wrapped(paragraphs) + foot)
    for record in (behind, before):
        assert [warning.code for warning in record.warnings] == ["removed_prose"]
        assert stray not in record.body


def test_the_language_that_an_export_states_counts() -> None:
    head = LAYOUTS["es, interface in Spanish"][1]
    foot = LAYOUTS["es, interface in Spanish"][2]
    assert article_in(head + "Ayer, 7 a 0.\n\n" + foot).language == "es"


def test_a_short_article_between_long_ones() -> None:
    paragraphs, head, foot, *_ = LAYOUTS["en, edition, no BODY"]
    texts = [wrapped(paragraphs), "The pier is open.\n\n", wrapped(paragraphs)]
    whole = "".join(head.replace("1 of 1", f"{i} of 3") + text + foot for i, text in enumerate(texts, 1))
    records = [record_of(item) for item in split(whole.encode())]
    assert [r.body[:17] for r in records if isinstance(r, Article)] == [
        "The pier at Hallo",
        "The pier is open.",
        "The pier at Hallo",
    ]
