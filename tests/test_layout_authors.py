"""Bylines to the persons they name."""

from __future__ import annotations

from math import log1p

import pytest

import artparse
from artparse.layout.credits.bylines import MEASURES, bylines, measured
from artparse.layout.labels import LineLabel
from artparse.layout.lines.authors import authors_of, names_in
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.openers import without_opener
from artparse.layout.lines.units import Unit, units_of
from artparse.reading import read
from artparse.reading.document import NO_HINTS

BYLINES = [
    ("By Jon King, News Reporter", ["Jon King"]),
    ("By Claudia Ferreira in Rotterdam, Henrik Aalto in Helsinki\nand Naledi Mokoena, with AFP and dpa",
     ["Claudia Ferreira", "Henrik Aalto", "Naledi Mokoena"]),
    ("By Jane Doe for The Herald", ["Jane Doe"]),
    ("by editor", ["editor"]),
    ("By The Associated Press", ["The Associated Press"]),
    ("AFP, MANILA", ["AFP"]),
    ("BY HOUSTON MITCHELL", ["HOUSTON MITCHELL"]),
    ("By Tom Davies - Associated Press - Friday, April 28, 2023", ["Tom Davies"]),
    ("Yasmine Hassan · CBC News · Posted: Aug 08, 2024 4:00 AM EDT", ["Yasmine Hassan"]),
    ("By GRACE STONE | gstone@paper.example", ["GRACE STONE"]),
    ("By Victoria O’Regan Follow", ["Victoria O’Regan"]),
    ("By Local Democracy Reporter Nigel Banks", ["Nigel Banks"]),
    ("By Health Correspondent Jane Roe and Political Editor John Dole", ["Jane Roe", "John Dole"]),
    ("By Jane Roe Associated Press", ["Jane Roe"]),
    ("By Miriam Okafor and Tomás Hidalgo, Local Democracy Reporters", ["Miriam Okafor", "Tomás Hidalgo"]),
    ("Jane Roe March 18 at 12:22 PM", ["Jane Roe"]),
    ("Story by CNN's Jane Roe", ["Jane Roe"]),
    ("Our Foreign Staff", ["Our Foreign Staff"]),
    ("By Jane Roe Thursday, May 3, 2024", ["Jane Roe"]),
    ("Marta Ferrer Jueves, 3 de mayo de 2024, 07:00", ["Marta Ferrer"]),
    ("By Rosa and Ben", ["Rosa", "Ben"]),
    ("By Clara & Mark", ["Clara", "Mark"]),
    ("Von Greta und Jan", ["Greta", "Jan"]),
    ("Por Lucía y Paco", ["Lucía", "Paco"]),
    ("By Rosa and Friends", ["Rosa"]),
    ("By Rosa | Travel", ["Rosa"]),
    ("Submitted by weir_fan on 4 March 2020", ["weir_fan"]),
    ("Co-authored by Miriam Okafor", ["Miriam Okafor"]),
    ("Expert Q&A", []),
    ("Harrow Foods, Inc.", []),
    ("Crane & Roe Thermal, Inc.", []),
    ("NEWS PROVIDED BY", []),
    ("Wanda Pell South of Scotland correspondent", ["Wanda Pell"]),
    ("Otis Crane East Asia editor", ["Otis Crane"]),
    ("Wick Olderman, Campus Editor", ["Wick Olderman"]),
    ("By Chief Meteorologist Otis Crane", ["Otis Crane"]),
    ("Edited by Wanda Pell and Otis Crane", []),
    ("Hosted by Wanda Pell and Otis Crane", ["Wanda Pell", "Otis Crane"]),
    ("Byline: Wanda Pell and Otis Crane", ["Wanda Pell", "Otis Crane"]),
    ("Wanda Pell (words) and Otis Crane (pictures)", ["Wanda Pell"]),
    ("Aus Emden berichten Jutta Holm und Nils Brandt", ["Jutta Holm", "Nils Brandt"]),
    ("Post by Jane Roe » Sat Feb 07, 2026 9:31 am", ["Jane Roe"]),
    # run together by a copied page
    ("Emma MackenzieLifestyle Writer", ["Emma Mackenzie"]),
    ("bySauli Giliard", ["Sauli Giliard"]),
    # other languages
    ("Von Johannes Ritter, Zürich", ["Johannes Ritter"]),
    ("von David Straub, MDR THÜRINGEN", ["David Straub"]),
    ("Von Felix Schröder und Jörg Soldwisch, dpa", ["Felix Schröder", "Jörg Soldwisch"]),
    ("Kolumne von Carla Siepmann - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen", ["Carla Siepmann"]),
    ("von Dr. Max Kolter", ["Dr. Max Kolter"]),
    ("Von Diana Resnik mit AP", ["Diana Resnik"]),
    ("Par Le Figaro et AFP", ["Le Figaro", "AFP"]),
    ("Por Mariano Martín mmartin@ambito.example", ["Mariano Martín"]),
    ("di Luca Monaco", ["Luca Monaco"]),
    ("Michelle de Oliveira", ["Michelle de Oliveira"]),
    ("Fouzia Van Der Fort|Published 4 months ago", ["Fouzia Van Der Fort"]),
    ("Jane Roe London 3 May 2024", ["Jane Roe"]),
    ("Jack London 3 May 2024", ["Jack London"]),
    ("松岡大地", ["松岡大地"]),
    ("作者：林晓禾", ["林晓禾"]),
    # Chinese, Japanese and Korean: a word that says who wrote has the name beside it
    ("本报记者 林晓禾 周明远", ["林晓禾", "周明远"]),
    ("2024-05-03 08:12来源：东湖日报作者：林晓禾", ["林晓禾"]),
    ("采写：东湖日报见习记者 林晓禾 通讯员 周明远 摄", ["林晓禾", "周明远"]),
    ("执笔/晓晓姐、老周&东湖大叔", ["晓晓姐", "老周", "东湖大叔"]),
    ("原创 tidewater 东湖代码 昨天", ["tidewater"]),
    ("作者：约翰·史密斯", ["约翰·史密斯"]),
    ("林晓禾/东湖日报", ["林晓禾"]),
    ("记者林曉禾／高雄報導", ["林曉禾"]),
    ("編集委員　森田由紀", ["森田由紀"]),
    ("森田 ゆき", ["森田 ゆき"]),
    ("森田由紀記者", ["森田由紀"]),
    ("取材・文／森田由紀", ["森田由紀"]),
    ("한지우 기자 jiwoo@paper.example", ["한지우"]),
    ("동호일보 한지우·김서윤 기자", ["한지우", "김서윤"]),
    # and nobody wrote by these
    ("来源：东湖日报", []),
    ("责任编辑：林晓禾", []),
    ("时间：2024-05-03 作者：网络整理", []),
    ("作者：佚名 责任编辑：晓晓", []),
    ("最后更新: 2024-05-03 15:14:21", []),
    ("폰트 뉴스듣기", []),
    ("한지우 기자회견", []),
    ("高清视频", []),
    ("记者从东湖区公安局获悉", []),
    ("Rezept von Birte Hansen", ["Birte Hansen"]),
    ("Text by Sunniva Hale Photographs by Idris Bevan", ["Sunniva Hale"]),
    # what others did is not writing
    ("By Wanda Pell, MD. Reviewed by Otis Crane, MD", ["Wanda Pell"]),
    ("By Wanda Pell | Medically reviewed by Otis Crane", ["Wanda Pell"]),
    ("Medically Reviewed By Otis Crane | Written By Wanda Pell", ["Wanda Pell"]),
    ("Written by Wanda Pell | Reviewed By | Otis Crane", ["Wanda Pell"]),
    ("Fact-checked by Otis Crane", []),
    # work is no person
    ("By Wanda Pell, Senior Analyst", ["Wanda Pell"]),
    ("By Wanda Pell, Trial Attorney and Water Quality Expert", ["Wanda Pell"]),
    ("Wanda Pell, Marketing Coordinator", ["Wanda Pell"]),
    ("Wanda Pell Gardener & Beekeeper", ["Wanda Pell"]),
    # what nobody is, where nothing says that somebody wrote
    ("Winter Outfit", []),
    ("By Winter Outfit", ["Winter Outfit"]),
    ("Radtouren Berlin", []),
    ("Ferry Weir Topside Crew", []),
    ("Harbour Visits…", []),
    ("Betty Holm™ Frosting", []),
    ("Wanda Pell's Journal", []),
    ("Wanda Pell | Full Bio", ["Wanda Pell"]),
    ("Magazin | DE FR IT EN", []),
    ("Wanda Pell, SEO Copywriter", ["Wanda Pell"]),
    ("SEO Copywriter", []),
    ("Quelle: Pressemitteilung Harbour Trust", []),
    ("Magazin, News", []),
    ("Our Foreign Desk", ["Our Foreign Desk"]),
    ("Ntombi Zuhdi", ["Ntombi Zuhdi"]),
    # the word of a date
    ("BY WANDA PELLPUBLISHED: JAN 29, 2025", ["WANDA PELL"]),
    ("WANDA PELLLAST UPDATED NOV 6, 2025", ["WANDA PELL"]),
    ("By Wanda Pell Last updated May 5, 2021", ["Wanda Pell"]),
    ("by Wanda Pell—10 min read", ["Wanda Pell"]),
    ("Guest post by Wanda Pell", ["Wanda Pell"]),
]  # fmt: skip


@pytest.mark.parametrize(("byline", "authors"), BYLINES, ids=[row[0] for row in BYLINES])
def test_authors(byline: str, authors: list[str]) -> None:
    assert list(authors_of(byline)) == authors


@pytest.mark.parametrize(
    ("entry", "authors"), [("松原", ["松原"]), ("박서준 기자 외 1명", ["박서준"]), ("东湖观察", ["东湖观察"])]
)
def test_metadata_may_name_whoever_it_likes(entry: str, authors: list[str]) -> None:
    assert list(authors_of(entry, stated=True)) == authors


@pytest.mark.parametrize(
    "line",
    [
        *("Latest News", "Artikel teilen", "Getty Images", "Lesezeit: 5 Min.", "New York Times"),
        *("Hello Wanda, the valve is stuck again", "Wanda Pell is back! Tickets are on sale now."),
        "Wanda Pell, ayer por la tarde en el puerto.",
    ],
)
def test_lines_that_look_like_names(line: str) -> None:
    assert not names_in(line)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("Ein Kommentar von Jan Roe", "Jan Roe"),
        ("Author of the article: J. Roe", "J. Roe"),
        ("This post was written by Jane Roe, MD", "Jane Roe, MD"),
        ("Written by:Jane Roe", "Jane Roe"),
    ],
)
def test_what_opens_a_byline_is_no_name(text: str, rest: str) -> None:
    assert without_opener(text) == (rest, True)


@pytest.mark.parametrize(
    "line",
    [
        "Words per page: 300",
        "Interview length: 40 minutes",
        "Texto completo",
        "TEXT ZOOM: + -",
        "Host port 8080",
    ],
)
def test_a_label_that_begins_as_a_byline_may_opens_none(line: str) -> None:
    assert without_opener(line) == (line, False)
    assert not authors_of(line)


def test_names_that_a_stroke_parts_are_one_byline() -> None:
    lines = ("A clock that is late", "Nia Evans / Tom Hale Madrid 3 May 2024 - 12:14 CET", "Read aloud")
    article = artparse.parse(
        "\n\n".join((*lines, "It goes slow.", "It has gone slow for years, people say."))
    )
    assert article.authors == ("Nia Evans", "Tom Hale")
    assert article.byline == "Nia Evans / Tom Hale"


def test_a_byline_behind_date_and_time() -> None:
    lines = ("A clock that is late", "May 3, 2024 | 14:07 | By Nia Evans", "Read aloud", "It goes slow.")
    article = artparse.parse("\n\n".join(lines))
    assert (article.authors, article.byline) == (("Nia Evans",), "By Nia Evans")


def test_what_is_measured_of_a_line_that_may_be_the_byline() -> None:
    lines = (
        "A clock that is late",
        "By Nia Evans",
        "3 May 2024",
        "It goes slow.",
        "Nia Evans writes.",
    )
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    labels: list[LineLabel] = ["title", "before", "published", "paragraph", "after"]
    ((i, row),) = measured(units, labels, range(1, 5))
    told = dict(zip(MEASURES, row, strict=True))
    assert i == 1
    assert told["opener"] and told["names"] and told["given name first"] and told["date near"]
    assert (told["name said outside"], told["from title"]) == (2, log1p(1))


def test_the_name_of_a_first_page_is_no_byline() -> None:
    lines = ("Front Page", "A clock that is late", "It goes slow.")
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    assert not list(measured(units, ["byline", "title", "paragraph"], range(3)))


BODY = (
    "The old mill by the river opened again on Monday, ten years after the flood had closed it.",
    "Many people in the valley had come to think that it would stay so, and some had hoped for it.",
    "The owner said that she was glad of every visitor, and that the wheel still turned.",
)


def test_who_checked_an_article_did_not_write_it() -> None:
    line = "Medically reviewed by Otis Crane, MD — Written by Wanda Pell on March 3, 2022"
    article = artparse.parse("\n\n".join(("Old Mill Opens Again", line, *BODY)))
    assert (article.authors, article.published) == (("Wanda Pell",), "2022-03-03")
    alone = artparse.parse(
        "\n\n".join(("Old Mill Opens Again", "Medically reviewed by Otis Crane, MD", *BODY))
    )
    assert alone.authors == ()


def test_names_on_lines_of_their_own_are_one_byline() -> None:
    names = ("Wanda Pell", "Martin Crane", "Laura Hale")
    article = artparse.parse("\n\n".join(("Old Mill Opens Again", *names, "March 3, 2022", *BODY)))
    assert article.authors == names


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By Wanda Pell", "Rural affairs correspondent"), "By Wanda Pell Rural affairs correspondent"),
        (("Wanda Pell", "Transport reporter"), "Wanda Pell Transport reporter"),
        (("Wanda Pell", "Film Critic"), "Wanda Pell Film Critic"),
        (("By Wanda Pell", "Latest news"), "By Wanda Pell"),
        (("Von Wanda Pell und dpa/lnw",), "Von Wanda Pell und dpa/lnw"),
    ],
)
def test_a_byline_is_whole(lines: tuple[str, ...], byline: str) -> None:
    """With what the author's work is on the line below, and an agency's regional service."""
    text = "\n\n".join(("Old Mill Opens Again", "\n".join(lines), "March 3, 2022", *BODY))
    article = artparse.parse(text)
    assert (article.byline, article.authors) == (byline, ("Wanda Pell",))


def test_a_name_run_together_with_a_role_is_a_name() -> None:
    text = "\n\n".join(
        (
            "Old Mill Opens Again",
            "By Wanda PellNews Reporter\nMartin CraneNews Reporter",
            "March 3, 2022",
            *BODY,
        )
    )
    assert artparse.parse(text).authors == ("Wanda Pell", "Martin Crane")


def test_words_that_the_page_writes_small_are_told_from_names() -> None:
    lines = ("Old Mill Opens Again", "Bridge Hunter", "Wanda Pell", "A hunter has seen it.", "It turns.")
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    labels: list[LineLabel] = ["title", "before", "before", "paragraph", "paragraph"]
    rows = {i: dict(zip(MEASURES, row, strict=True)) for i, row in measured(units, labels, (1, 2))}
    assert [rows[i]["said small"] for i in (1, 2)] == [0.5, 0.0]
    likely = [9.0 * (name == "names") for name in (*MEASURES, "")]
    assert bylines(units, labels, (1,), likely) == []
    assert bylines(units, labels, (2,), likely) == [2]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Posted on 3 May 2024 by Jane Roe (Holm) - 5 Comments", True),
        ("3 May 2024 · 3 min read · By The Holm Team", True),
        ("3 May 2024 by sea and by land", False),
        ("Posted on 3 May 2024 in Harbour News", False),
    ],
)
def test_what_opens_a_byline_may_stand_behind_a_date(line: str, named: bool) -> None:
    assert facts_of(line).has_byline is named


@pytest.mark.parametrize("line", ["Author information", "See All", "By: admin"])
def test_words_of_forms_and_menus_are_nobody(line: str) -> None:
    assert authors_of(line) == ()


@pytest.mark.parametrize("line", ["Case Studies", "Fitness Trends", "By Product"])
def test_words_that_nobody_is_called_sign_nothing(line: str) -> None:
    assert authors_of(line) == ()


@pytest.mark.parametrize("line", ["Ridvika Arora", "By Arlyn Hernandez", "By Our Editors"])
def test_names_that_no_list_has_sign(line: str) -> None:
    assert authors_of(line) == (line.removeprefix("By "),)


HTML_BODY = "".join(
    f"<p>The old mill at Tarn opened again on day {n}, after the town had mended its roof and its wheel.</p>"
    for n in range(5)
)


@pytest.mark.parametrize(
    ("head", "end", "authors"),
    [
        ("", "<p>Written by Wanda Pell and Otis Crane</p>", ("Wanda Pell", "Otis Crane")),
        ("", "<p>Reviewed by Wanda Pell</p>", ()),
        ('<meta name="author" content="wanda pell">', "", ("Wanda Pell",)),
        ('<meta name="author" content="7 minutes">', "<p>Written by Wanda Pell</p>", ("Wanda Pell",)),
        ('<meta name="author" content="2625882138">', "", ()),
    ],
)
def test_who_wrote_a_web_page(head: str, end: str, authors: tuple[str, ...]) -> None:
    page = f"<html><head>{head}</head><body><h1>Old Mill Opens Again</h1>{HTML_BODY}{end}</body></html>"
    assert artparse.parse(page.encode(), input_format="html").authors == authors


def test_what_somebody_was_before_is_no_part_of_a_name() -> None:
    assert authors_of("Guide by Otis Crane Former Deputy Editor") == ("Otis Crane",)


@pytest.mark.parametrize("line", ["Asia Pacific", "Middle East", "New Zealand"])
def test_a_region_is_nobody(line: str) -> None:
    assert authors_of(line) == ()


def test_who_has_years_behind_the_name_did_not_write_it() -> None:
    keepers = "\n".join(("Robert Mossop (1861–1879)", "William Mossop (1879–1902)", "Alan Tyson (1971–1986)"))
    story = "\n\n".join(
        f"The light at Harrow was lit on day {n}, and boats came home by it." for n in range(4)
    )
    dump = f"The light at Harrow\n\n{story}\n\nKeepers\n\n{keepers}\n\nSee also\n\nReferences"
    assert artparse.parse(dump.encode()).authors == ()


def test_whose_a_picture_is_did_not_write_the_article() -> None:
    """Copied pages have the words of a picture twice, then whose it is."""
    shown = "Students wait for bread at Birch Hall on Monday."
    lines = [
        *("Home", "News", "Sport", "Opinion", "Join", "Search"),
        "Hall drops its mystery bread after a vote",
    ]
    lines += ["Wick Olderman, Campus Editor", "October 3, 2024", shown, shown, "Otis Crane"]
    paragraphs = [
        "Birch Hall served bread with a label on Monday for the first time since 2011, its cook said.",
        "“I could not tell anybody what was in it,” said the cook, Marla Ruiz, who bakes there.",
        "The students had been asked for it in a vote in the spring, which few of them remember taking.",
    ]
    text = "\n".join(lines) + "\n" + "\n\n".join(paragraphs) + "\n\nLeave a Comment\nDonate\n"
    assert artparse.parse(text).authors == ("Wick Olderman",)


STORY = [f"The light at Harrow was lit on evening {n}, and boats came home by it at last." for n in range(5)]


@pytest.mark.parametrize(
    "line", ["Last updated on May 11, 2023 by ida", "This page was last edited on May 11, 2023 by visitors."]
)
def test_who_changed_a_page_last_did_not_write_it(line: str) -> None:
    dump = "\n\n".join(["The light at Harrow", *STORY, "Edit this page", line, "Privacy"])
    assert artparse.parse(dump.encode()).authors == ()


def test_whom_the_article_is_about_did_not_write_it() -> None:
    lines = ["Ottilie Marsh", "Read", "Ottilie Marsh", "Clara Dorn", *STORY]
    document = read("\n\n".join(lines).encode())
    units = units_of(document.text, document.blocks)
    labels: list[LineLabel] = ["title", "before", "before", "before"]
    labels += ["paragraph"] * len(STORY)
    assert [i for i, _ in measured(units, labels, range(4))] == [3]
