"""Quotes taken from the pages: copied, selected, saved; from an article's page and from a folder's index.

In a real browser, as `test_views_browser.py`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from support.browser import LOOKS, WIDTHS, Open, axe_findings, expect, has_focus, needs_browser, reads
from support.views import SHOWN, SPEAKERS, summaries

pytestmark = [needs_browser, pytest.mark.slow]

CLIPBOARD = ["clipboard-read", "clipboard-write"]
JOINED = "“We are sorry, and we mean it.” — Ann Marsh (Ferry is late again, 3 April 2025)"


def copied(page: Any) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def saved(page: Any) -> tuple[str, str]:
    """Name and content of what is saved."""
    with page.expect_download() as download:
        page.click(".save-selected")
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        return download.value.suggested_filename, file.read()


def test_a_quote_is_copied_with_its_attribution_and_pieces_joined(opened: Open) -> None:
    page = opened("late", permissions=CLIPBOARD)
    page.click("#n2 .copy-one")
    page.get_by_text("Copied: “We are sorry").wait_for()
    assert copied(page) == JOINED
    page.locator("#nr1 .copy-one").press("Enter")
    page.get_by_text("Copied: The ferry").wait_for()
    assert (
        copied(page) == "The ferry was late again on Monday — Ann Marsh (Ferry is late again, 3 April 2025)"
    )


def test_a_quote_is_saved_where_it_cannot_be_copied(opened: Open) -> None:
    page = opened("late")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    with page.expect_download() as download:
        page.click("#n2 .copy-one")
    assert Path(download.value.path()).read_text(encoding="utf-8") == JOINED


@pytest.mark.parametrize("width", WIDTHS)
def test_several_are_copied_and_saved(opened: Open, width: int) -> None:
    page = opened("late", width, permissions=CLIPBOARD)
    expect(page.locator(".copy-selected")).to_be_disabled()
    page.check("#n1 .pick")
    page.locator("#n3 .pick").press("Space")
    reads(page.locator(".picked"), "2 selected")
    page.click(".copy-selected")
    page.get_by_text("2 quotes copied").wait_for()
    assert copied(page).split("\n\n")[0] == JOINED
    assert len(copied(page).split("\n\n")) == 2
    page.select_option(".select select", "csv")
    name, text = saved(page)
    assert name == "late-quotes.csv"
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert [(row["speaker"], row["words"]) for row in rows] == [
        ("Ann Marsh", "We are sorry, and we mean it."),
        ("Bo Lind", "It is the third time this month,"),
    ]
    page.select_option(".select select", "markdown")
    name, text = saved(page)
    assert name == "late-quotes.md"
    tokens = [token.type for token in MarkdownIt("commonmark").parse(text)]
    assert tokens.count("blockquote_open") == 2


def test_all_of_one_speaker_are_selected(opened: Open) -> None:
    page = opened("late")
    page.click(".key >> nth=1")
    page.check("#every")
    reads(page.locator(".picked"), "2 selected")
    page.click("#everyone")
    expect(page.locator("#every")).not_to_be_checked()
    expect(page.locator(".pick:checked")).to_have_count(2)


def test_hostile_quotes_are_no_markup_and_no_formula(opened: Open) -> None:
    page = opened("hostile")
    page.check("#every")
    page.select_option(".select select", "csv")
    _, text = saved(page)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == 3
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert SHOWN in rows[1][2]
    page.select_option(".select select", "markdown")
    _, text = saved(page)
    tokens = [part for t in MarkdownIt("commonmark").parse(text) for part in (t, *(t.children or ()))]
    assert not {"html_block", "html_inline", "link_open", "image", "code_inline"} & {t.type for t in tokens}


# A folder's index


def words(page: Any) -> Any:
    return page.locator("#quotes .words")


def in_quotes(opened: Open, width: int = 1400, name: str = "index", **options: Any) -> Any:
    page = opened(name, width, **options)
    page.click("#in-quotes")
    page.locator("#quotes li").first.wait_for()
    return page


def test_quotes_are_loaded_when_they_are_asked_for(opened: Open) -> None:
    page = opened("index")
    expect(page.locator("script[src]")).to_have_count(0)
    page.focus("#in-quotes")
    page.keyboard.press("Enter")
    page.locator("#quotes li").first.wait_for()
    expect(page.locator("#list")).to_be_hidden()
    total = sum((len(facts["said"]) + 1) // 2 for _, facts in summaries(2000))
    reads(page.locator("#shown"), f"{total:,} of {total:,} utterances")
    page.click("#in-articles")
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#quotes")).to_be_hidden()


def test_without_the_table_it_says_so(opened: Open, site: Path) -> None:
    away = site / "quotes.away"
    (site / "quotes.js").rename(away)
    try:
        page = opened("seed").context.new_page()  # Its complaints are expected.
        page.goto((site / "small-index.html").as_uri())
        page.click("#in-quotes")
        page.get_by_text("There is no quotes.js beside this page").wait_for()
        expect(page.locator("#list")).to_be_visible()
    finally:
        away.rename(site / "quotes.js")


def test_words_of_quotes_are_found(opened: Open) -> None:
    page = in_quotes(opened)
    page.fill("#search", "REPORT 1231 matter 8")
    expect(words(page)).to_have_count(0)
    page.fill("#search", "report 1232 matter")
    facts = summaries(2000)[1232][1]
    expect(words(page)).to_have_count((len(facts["said"]) + 1) // 2)
    reads(words(page).first, "“Matter 0 of report 1232 is settled Matter 1 of report 1232 is settled”")


def test_the_quotes_of_one_person_in_all_articles(opened: Open) -> None:
    page = in_quotes(opened)
    shown, by = page.locator("#shown"), page.locator("#quotes .by")
    name = by.first.inner_text()
    by.first.press("Enter")
    said = [(len(f["said"]) + 1) // 2 for i, (_, f) in enumerate(summaries(2000)) if SPEAKERS[i % 5] == name]
    expect(shown).to_contain_text(f"{sum(said):,} of ")
    assert set(by.all_inner_texts()) == {name}
    expect(page.locator("#quotes li")).to_have_count(100)
    page.click("#more")
    expect(page.locator("#quotes li")).to_have_count(200)
    has_focus(page, "#quotes [data-i='100'].pick")
    page.click("#clear")
    page.click(".speakers a >> nth=0")
    expect(shown).to_contain_text(" by ")
    assert shown.inner_text().split(" by ")[1] in SPEAKERS
    page.locator(".times a").nth(3).press("Enter")
    expect(shown).to_contain_text("April 2023")


def test_quotes_of_several_articles_are_selected_and_saved(opened: Open) -> None:
    page = in_quotes(opened, permissions=CLIPBOARD)
    page.fill("#search", "report 1232 matter")
    page.check("#every")
    page.fill("#search", "report 1231 matter")
    page.locator("#quotes .pick").first.check()
    chosen = (len(summaries(2000)[1232][1]["said"]) + 1) // 2 + 1
    reads(page.locator(".picked"), f"{chosen} selected")
    page.select_option(".select select", "csv")
    name, text = saved(page)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert name == "quotes.csv"
    assert sorted({row["title"] for row in rows}) == ["Article 1231", "a/1232.txt.html"]
    assert sorted({row["url"] for row in rows}) == ["", "https://post.example/1231"]
    assert len(rows) == chosen
    page.click(".copy-selected")
    page.get_by_text(f"{chosen} quotes copied").wait_for()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_the_quotes(opened: Open, width: int, scheme: str) -> None:
    page = in_quotes(opened, width, "small-index", scheme=scheme)
    page.fill("#search", "report 32 matter")
    expect(words(page)).to_have_count((len(summaries(40)[32][1]["said"]) + 1) // 2)
    page.check("#every")
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
