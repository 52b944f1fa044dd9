"""Dates as articles print them."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.credits.dated import with_dated_line
from artparse.layout.lines.dates import dates_in, find_date
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

PRINTED = [
    # English
    ("8th November 2023, 06:00", "8th November 2023, 06:00", "2023-11-08T06:00"),
    ("11:48, Thu, Jul 18, 2024", "11:48, Thu, Jul 18, 2024", "2024-07-18T11:48"),
    ("Monday, April 11, 2022  | Issue 148", "April 11, 2022", "2022-04-11"),
    ("10:05 BST 28 Apr 2024", "10:05 BST 28 Apr 2024", "2024-04-28T10:05:00+01:00"),
    ("May 5, 2024 at 10:30 a.m. EDT", "May 5, 2024 at 10:30 a.m. EDT", "2024-05-05T10:30:00-04:00"),
    ("22 August 2023 16:30 GMT", "22 August 2023 16:30 GMT", "2023-08-22T16:30:00Z"),
    (
        "Updated 6:02 PM EST, Sun January 5, 2025",
        "6:02 PM EST, Sun January 5, 2025",
        "2025-01-05T18:02:00-05:00",
    ),
    ("APR 28, 2024 10:00 AM", "APR 28, 2024 10:00 AM", "2024-04-28T10:00"),
    ("JUNE 26, 2023 5 AM PT", "JUNE 26, 2023 5 AM PT", "2023-06-26T05:00"),
    (
        "March 11, 2024 08:30 AM Pacific Daylight Time",
        "March 11, 2024 08:30 AM Pacific Daylight Time",
        "2024-03-11T08:30:00-07:00",
    ),
    ("9 May 2023, 10:00 Central Hall", "9 May 2023, 10:00", "2023-05-09T10:00"),
    ("June 2, 2025 7 a.m. Eastern Time", "June 2, 2025 7 a.m. Eastern Time", "2025-06-02T07:00"),
    ("12:20pm Jan 7, 2024", "12:20pm Jan 7, 2024", "2024-01-07T12:20"),
    # run together by a copied page
    ("GEARAPR 28, 2024", "APR 28, 2024", "2024-04-28"),
    ("minute readApril 25, 20232:26 PM GMT+2", "April 25, 20232:26 PM GMT+2", "2023-04-25T14:26:00+02:00"),
    # German
    ("Stand: 28.04.2023 12:34 Uhr", "28.04.2023 12:34 Uhr", "2023-04-28T12:34"),
    ("3. Mai 2024 um 14:05 Uhr", "3. Mai 2024 um 14:05 Uhr", "2024-05-03T14:05"),
    ("22.11.2024 07.57", "22.11.2024 07.57", "2024-11-22T07:57"),
    # French, Spanish, Italian, Portuguese, Dutch
    ("le 30/04/2024 à 17h05", "30/04/2024 à 17h05", "2024-04-30T17:05"),
    ("1er mai 2024", "1er mai 2024", "2024-05-01"),
    ("16 de abril de 2025 a las 06:01 h", "16 de abril de 2025 a las 06:01 h", "2025-04-16T06:01"),
    ("05 GENNAIO 2025", "05 GENNAIO 2025", "2025-01-05"),
    ("3 de março de 2024", "3 de março de 2024", "2024-03-03"),
    ("2 februari 2025 om 18:30", "2 februari 2025 om 18:30", "2025-02-02T18:30"),
    # and others
    ("31 marca 2024, 18:00", "31 marca 2024, 18:00", "2024-03-31T18:00"),
    ("Giriş: 30.04.2024 - 10:12", "30.04.2024 - 10:12", "2024-04-30T10:12"),
    ("20. november 2024 kl. 12.30", "20. november 2024 kl. 12.30", "2024-11-20T12:30"),
    ("14 мая 2025", "14 мая 2025", "2025-05-14"),
    ("2024 m. kovo 31 d.", "2024 m. kovo 31", "2024-03-31"),
    ("2025年1月13日 5時00分", "2025年1月13日 5時00分", "2025-01-13T05:00"),
    ("2024年5月3日 下午3:12", "2024年5月3日 下午3:12", "2024-05-03T15:12"),
    ("2024/05/03(金) 10:15", "2024/05/03(金) 10:15", "2024-05-03T10:15"),
    ("2024년 5월 3일 (금) 오전 9시", "2024년 5월 3일 (금) 오전 9시", "2024-05-03T09:00"),
    ("令和6年5月3日 10時15分", "令和6年5月3日 10時15分", "2024-05-03T10:15"),
    ("發佈：民國113年5月3日", "民國113年5月3日", "2024-05-03"),
    ("الجمعة، 3 أيار/مايو 2024", "3 أيار/مايو 2024", "2024-05-03"),
    ("٣ مايو ٢٠٢٤", "٣ مايو ٢٠٢٤", "2024-05-03"),
    ("3 พ.ค. 2567 08:12", "3 พ.ค. 2567 08:12", "2024-05-03T08:12"),
    ("၃ မေ ၂၀၂၄", "၃ မေ ၂၀၂၄", "2024-05-03"),
    ("2024. gada 3. maijs, 17:40", "2024. gada 3. maijs, 17:40", "2024-05-03T17:40"),
    ("2025.05.15 04:30", "2025.05.15 04:30", "2025-05-15T04:30"),
    ("2024-05-03T09:10:00+01:00", "2024-05-03T09:10:00+01:00", "2024-05-03T09:10:00+01:00"),
    ("4. März 20244. März 2024 Lena Ott", "4. März 2024", "2024-03-04"),
    ("Harbour news March 4th 202411 mins", "March 4th 2024", "2024-03-04"),
    ("MARCH 4TH 2024", "MARCH 4TH 2024", "2024-03-04"),
    ("March 4, 202410:15 am", "March 4, 202410:15 am", "2024-03-04T10:15"),
    ("Mar 142024", "Mar 142024", "2024-03-14"),
    ("14 | 03 | 2024", "14 | 03 | 2024", "2024-03-14"),
]


@pytest.mark.parametrize(("text", "words", "value"), PRINTED, ids=[row[0] for row in PRINTED])
def test_a_printed_date_has_its_span_and_value(text: str, words: str, value: str) -> None:
    printed = next(dates_in(text))
    assert text[slice(*printed.span)] == words
    assert printed.value == value


@pytest.mark.parametrize(
    "text",
    [
        "2 hours ago",
        "yesterday",
        "1999-2024",
        "Version 1.2.2024.5",
        "31 February 2024",
        "May 2024",
        "call 555 2024",
        "3 March 20245",
        "3 March 2024555 people came",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_two_dates_on_a_line() -> None:
    found = [d.value for d in dates_in("8 May 2023, 06:00 | Updated 9 May 2023, 09:42")]
    assert found == ["2023-05-08T06:00", "2023-05-09T09:42"]


@pytest.mark.parametrize(
    ("text", "month_first", "day", "swappable"),
    [
        ("3/4/2024", False, "2024-04-03", True),
        ("3/4/2024", True, "2024-03-04", True),
        ("4/28/2024", False, "2024-04-28", False),
        ("28/4/2024", True, "2024-04-28", False),
        ("4/4/2024", False, "2024-04-04", False),
    ],
)
def test_the_order_of_day_and_month(text: str, month_first: bool, day: str, swappable: bool) -> None:
    printed = next(dates_in(text, month_first=month_first))
    assert (printed.value, printed.swappable) == (day, swappable)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Mi, 4. Oktober 2023 um 12:50 Uhr", "published"),
        ("Monday 4 March 2024 | Opinion", "published"),
        ("Posted in Travel on 4 March 2024", "published"),
        ("PUBLISHED: March 4, 2024 at 4:56 p.m. | UPDATED: March 5, 2024 at 6:00 p.m.", "published"),
        ("Jane Doe March 18 at 12:22 PM", "published"),
        ("Temps de lecture : 3 min", "published"),
        ("Lesezeit: 4 Minuten", "published"),
        ("Bake it for 4 min", "paragraph"),
        ("We met on March 18 at 12:22 PM", "paragraph"),
        ("On 4 March 2024 the ferry did not sail.", "paragraph"),
        ("The ferry of 4 March 2024", "paragraph"),
    ],
)
def test_a_dated_line_before_the_body_is_not_of_it(line: str, label: str) -> None:
    lines = ("The ferry that waits", line, "It waits for the last passenger, as it always did.")
    units = [Unit((0, len(words)), words, 1, NO_HINTS) for words in lines]
    assert with_dated_line(units, ["title", "paragraph", "paragraph"])[1] == label


def test_a_date_that_opens_the_body_of_a_text_is_its_day() -> None:
    text = (
        "The ferry that waits\n\n(4 March 2024) The ferry waited for its last passenger for an hour, as it "
        "did on all Mondays.\n\nIt sailed when the bell rang, and the people on the quay waved to it."
    )
    assert artparse.parse(text).published == "2024-03-04"


@pytest.mark.parametrize(
    "ago", ["7 hours ago", "Laura Hale · 3 days ago", "vor 2 Stunden", "il y a 3 heures"]
)
def test_the_day_of_another_article_is_not_taken_where_a_line_says_how_long_ago(ago: str) -> None:
    body = (
        "The old mill by the river opened again on Monday, ten years after the flood had closed it.",
        "Many people in the valley had come to think that it would stay so, and some had hoped for it.",
        "The owner said that she was glad of every visitor, and that the wheel still turned.",
    )
    related = ("Related", "Flood takes the bridge", "May 3, 2019", "More news", "Another bridge falls")
    told, untold = (
        artparse.parse("\n\n".join(("Old Mill Opens Again", *line, *body, *related))) for line in ((ago,), ())
    )
    assert (told.published, untold.published) == (None, "2019-05-03")


def test_the_day_of_another_article_is_not_taken_where_a_line_says_when_this_one_was_changed() -> None:
    story = [f"The light at Harrow was lit on evening {n}, and boats came home by it." for n in range(4)]
    lines = ["The light at Harrow", "Updated 12 May 2026", *story, "More lights", "Fog", "3 May 2026"]
    assert artparse.parse("\n\n".join(lines)).published == "2026-05-12"


BODY = "\n\n".join(
    f"The old mill at Tarn opened again on day {n}, after the town had mended its roof, its wheel and weir."
    for n in range(6)
)
LINKS = "\n\n".join(f"More plates of mills {n}" for n in range(16))


def test_the_day_below_a_line_that_says_published_counts_far_behind_the_body() -> None:
    page = artparse.parse(
        f"The mill is back\n\n{BODY}\n\n{LINKS}\n\nPUBLISHED\n\nFeb 2, 2023\n\nMore plates\n"
    )
    assert page.published == "2023-02-02"


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("7 May 2019, 08:30 (updated: 09:15)", "2019-05-07T08:30", "2019-05-07T09:15"),
        ("07.05.2019, 08:30 Uhr (aktualisiert: 09:15 Uhr)", "2019-05-07T08:30", "2019-05-07T09:15"),
        ("7 May 2019, 08:30 (9:15 in Oslo)", "2019-05-07T08:30", None),
    ],
)
def test_the_hour_of_a_change_is_of_the_day_before_it(
    line: str, published: str, modified: str | None
) -> None:
    page = artparse.parse(f"The mill is back\n\n{line}\n\n{BODY}\n")
    assert (page.published, page.modified) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "^ Historic England. National Heritage List. Retrieved 4 May 2019.",
        "^ Westmorland Gazette, 14 November 1986, p. 3",
        "Denholm: Lights of the North West (accessed 4 May 2019)",
        "Holm: Leuchttürme, abgerufen am 4. Mai 2019",
    ],
)
def test_the_day_of_a_reference_is_not_the_article_s(line: str) -> None:
    story = "\n\n".join(
        f"The light at Harrow was lit on day {n}, and boats came home by it." for n in range(4)
    )
    assert (
        artparse.parse(f"The light at Harrow\n\n{story}\n\nReferences\n\n{line}\n\nShare".encode()).published
        is None
    )


def test_the_day_of_a_picture_is_not_the_article_s() -> None:
    line = "The mill in a file photo of January 2, 2018. Photo: Jan Holm"
    assert artparse.parse(f"The mill is back\n\n{line}\n\n{BODY}\n").published is None


@pytest.mark.parametrize(
    "line",
    ["2024年5月3日 10時15分（2024年5月4日 18時30分更新）", "2024-05-03 10:15 최초 / 2024-05-04 18:30 수정"],
)
def test_the_word_for_the_last_change_stands_behind_its_date(line: str) -> None:
    body = (
        "東湖大橋が三日に開通した。全長四キロ、片側三車線で、両岸を五分で結ぶ。市は渡し船も残すと説明した。"
    )
    article = artparse.parse(f"東湖大橋が開通\n\n{line}\n\n{body}\n\n{body[::-1]}。")
    assert (article.published, article.modified) == ("2024-05-03T10:15", "2024-05-04T18:30")


@pytest.mark.parametrize(
    "line",
    [
        "Died: November 19, 1951, Uppsala (aged 82)",
        "Closing date: 9 March 2025 at 23:59",
        "Next review due: 9 March 2026",
        "Saturday 15 March 2025, 20:15–22:45",
        "Thursday, 3 April 2025, 7pm - 9pm",
        "Termin: 28.02.2025, 18:30 Uhr",
        "† gestorben 3. Januar 1946 in Wien",
        "Died\n\n19 November 1951, Uppsala",
    ],
)
def test_the_day_of_a_life_a_term_or_an_event_is_not_the_articles(line: str) -> None:
    story = [f"The light at Harrow was lit on evening {n}, and boats came home by it." for n in range(4)]
    assert artparse.parse("\n\n".join(["The light at Harrow", line, *story]).encode()).published is None


def test_a_time_behind_a_day_is_no_end_of_an_event() -> None:
    line = "3 May 2024 – 10:15"
    story = [f"The light at Harrow was lit on evening {n}, and boats came home by it." for n in range(4)]
    published = artparse.parse("\n\n".join(["The light at Harrow", line, *story]).encode()).published
    assert published and published.startswith("2024-05-03")
