"""Correcting in the page: every way, by mouse and by keyboard, and what becomes of the record.

In a real browser, as `test_views_browser.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse.article import Article
from artparse.writing import html
from artparse.writing.formats import FORMATS, function
from support.browser import LOOKS, Open, axe_findings, expect, has_focus, needs_browser, reads, rests
from support.records import check
from support.views import LATE_TEXT, SHOWN, late, seed

pytestmark = [needs_browser, pytest.mark.slow]


def saved(page: Any, source: str = LATE_TEXT) -> Article:
    """The record that the page saves: valid, anchored and complete."""
    is_answered(page)
    with page.expect_download() as download:
        page.click("#save")
    article = artparse.Article.from_json(Path(download.value.path()).read_bytes())
    check(article, source)
    return article


def correct(page: Any) -> None:
    page.click("#correct")


def is_answered(page: Any) -> None:
    """Wait until no question is open."""
    expect(page.locator("#dialog")).to_be_hidden()


def answer(page: Any, label: str) -> None:
    """Choose what has this label, and have it done."""
    page.locator("dialog").get_by_label(label, exact=True).check()
    page.locator("dialog .main").click()


def choose(page: Any, words: str) -> None:
    """Select `words` in the dialog's text."""
    found = page.locator("#words").evaluate(
        """(area, words) => {
            const start = area.value.indexOf(words);
            area.setSelectionRange(start, start + words.length);
            return start;
        }""",
        words,
    )
    assert found >= 0, words
    rests(page)  # The page hears of a selection when it draws itself next.


def changes(article: Article) -> list[tuple[str, str | None, str | None]]:
    return [(change.field, change.before, change.after) for change in article.corrected]


def outline(page: Any) -> list[str]:
    """Elements, attributes and texts of the page, without what only the script gives."""
    result: list[str] = page.evaluate("""() => {
        const main = document.querySelector("main").cloneNode(true);
        for (const extra of main.querySelectorAll(".use, .select, .pen, .fix, #card")) extra.remove();
        const lines = [];
        const walk = (node, depth) => {
            if (node.nodeType === 3) {
                const text = node.data.replace(/\\s+/g, " ").trim();
                if (text) lines.push(" ".repeat(depth) + text);
                return;
            }
            const names = [...node.attributes].map((a) => `${a.name}=${a.value}`)
                .filter((a) => a !== "style=");
            lines.push(" ".repeat(depth) + [node.localName, ...names.sort()].join(" "));
            for (const child of node.childNodes) walk(child, depth + 1);
        };
        walk(main, 0);
        return lines;
    }""")
    return result


@pytest.mark.parametrize("name", ["seed", "late", "hostile", "many"])
def test_what_is_drawn_anew_is_what_was_written(opened: Open, name: str) -> None:
    page = opened(name)
    before = outline(page)
    correct(page)
    page.click("#pen-n1")
    answer(page, "No quote: nobody said these words")
    is_answered(page)
    assert outline(page) != before
    page.click("#undo")
    reads(page.locator("#state"), "No corrections")
    correct(page)
    if page.locator("#show-removed").count():
        page.uncheck("#show-removed")
    page.evaluate("document.activeElement.blur()")
    assert outline(page) == before


# Who said it


def test_a_quote_is_given_to_a_name_of_the_page(opened: Open) -> None:
    page = opened("seed")
    correct(page)
    page.click("#q1")
    page.locator("dialog").get_by_label("John Healey, UK Defence Secretary").check()
    page.click("dialog .main")
    reads(page.locator("#said"), "Said by John Healey")
    has_focus(page, "#q1")
    expect(page.locator("#q1")).to_have_attribute("aria-label", "Quote 1, John Healey, corrected")
    reads(page.locator(".changes li"), ["quotes[0].speaker JD Vance John Healey"])
    article = saved(page, seed().text or "")
    assert (article.quotes[0].speaker, article.quotes[0].confidence) == ("John Healey", 1)
    assert [speaker.quotes for speaker in article.speakers if speaker.name == "John Healey"] == [(0, 7)]
    assert changes(article) == [("quotes[0].speaker", "JD Vance", "John Healey")]


def test_by_keyboard_a_quote_is_given_to_a_new_name(opened: Open) -> None:
    page = opened("late")
    page.focus("#correct")
    page.keyboard.press("Enter")
    page.focus("#q3")
    page.keyboard.press("Enter")
    for _ in range(20):
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Another name":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Harbour Post")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    has_focus(page, "dialog .main")
    page.keyboard.press("Enter")
    has_focus(page, "#q3")
    article = saved(page)
    assert article.quotes[2].speaker == "Harbour Post"
    assert [(s.name, s.kind) for s in article.speakers if 2 in s.quotes] == [("Harbour Post", "organization")]
    page.keyboard.press("Control+z")
    reads(page.locator("#state"), "No corrections")
    page.keyboard.press("Control+Shift+Z")
    reads(page.locator("#said"), "Done again")
    assert saved(page) == article


def test_pieces_of_an_utterance_go_together(opened: Open) -> None:
    assert [quote.utterance for quote in late().quotes[:2]] == [0, 0]
    page = opened("late")
    correct(page)
    page.click("#q2")
    answer(page, "Nobody who is named")
    article = saved(page)
    assert [quote.speaker for quote in article.quotes[:2]] == [None, None]
    assert [quote.speaker_ids for quote in article.quotes[:2]] == [(), ()]


def test_a_report_is_given_to_somebody_and_is_none(opened: Open) -> None:
    page = opened("late")
    correct(page)
    page.click("#pen-nr1")
    answer(page, "Bo Lind")
    article = saved(page)
    (report,) = article.reports
    assert report.speaker == "Bo Lind"
    assert [s.reports for s in article.speakers if s.name == "Bo Lind"] == [(0,)]
    page.click("#pen-nr1")
    answer(page, "No report: nobody said this")
    article = saved(page)
    assert article.reports == ()
    assert changes(article)[0][0] == "reports"


def test_speakers_are_renamed_and_merged(opened: Open) -> None:
    page = opened("late")
    names = [speaker.name for speaker in late().speakers]
    assert names == ["Ann Marsh", "Bo Lind"]
    correct(page)
    page.click("#pen-speaker-1")
    page.fill("#new-name", "Bo Lindqvist")
    has_focus(page, "#new-name")
    page.keyboard.press("Enter")
    article = saved(page)
    assert [(s.name, s.aliases) for s in article.speakers][1] == ("Bo Lindqvist", ("Bo Lind",))
    assert ("speakers[1].name", "Bo Lind", "Bo Lindqvist") in changes(article)
    page.click("#pen-speaker-1")
    page.select_option("#same-as", label="Ann Marsh")
    page.click("dialog .main")
    article = saved(page)
    assert [speaker.name for speaker in article.speakers] == ["Ann Marsh"]
    assert article.speakers[0].aliases == ("Bo Lind",)
    assert ("speakers[0].name", "Bo Lind", "Ann Marsh") in changes(article)


# What words are


def test_words_chosen_with_the_mouse_are_marked_as_a_quote(opened: Open) -> None:
    page = opened("late")
    count = len(late().quotes)
    correct(page)
    block = page.locator(".body [data-span]", has_text="Passengers")
    block.scroll_into_view_if_needed()
    box = block.evaluate("""(block) => {
        const text = document.createTreeWalker(block, NodeFilter.SHOW_LATE_TEXT).nextNode();
        const at = text.data.indexOf("were angry");
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 10);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
    }""")
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] + 1, box["y"], steps=4)
    page.mouse.up()
    has_focus(page, "#words")
    assert page.locator("#words").evaluate(
        "area => area.value.slice(area.selectionStart, area.selectionEnd)"
    ).strip() in ("were angry", "were angry.")
    choose(page, "were angry")
    answer(page, "A quote")
    answer(page, "Nobody who is named")
    article = saved(page)
    assert len(article.quotes) == count + 1
    (quote,) = [quote for quote in article.quotes if quote.text == "were angry"]
    assert (quote.kind, quote.speaker, quote.cue, quote.confidence) == ("partial", None, None, 1)
    assert [c.before for c in article.corrected] == [None]


def test_a_quote_cannot_overlap_another(opened: Open) -> None:
    page = opened("late")
    correct(page)
    page.locator(".body [data-span]", has_text="third time").locator(".pen").click()
    choose(page, "third time this month,” said")
    answer(page, "A quote")
    expect(page.locator("dialog .wrong")).to_contain_text("in no other quote")
    page.keyboard.press("Escape")
    is_answered(page)
    reads(page.locator("#state"), "No corrections")


@pytest.mark.parametrize("kind", ["paragraph", "heading"])
def test_a_removed_block_is_put_back(opened: Open, kind: str) -> None:
    page = opened("late")
    correct(page)
    expect(page.locator("#show-removed")).to_be_checked()
    page.locator(".removed [data-span]", has_text="Read more").locator(".pen").click()
    answer(page, f"A {kind}")
    article = saved(page)
    text = "Read more: Ferries are back on the river"
    last = article.sections[-1]
    assert text == (last.heading if kind == "heading" else last.paragraphs[-1].text)
    assert text not in [block.text for block in article.removed]
    assert article.words == len(article.body.split()) == late().words + len(text.split())
    assert changes(article)[0][1:] == (None, text)


def test_by_keyboard_a_paragraph_is_taken_out(opened: Open) -> None:
    page = opened("late")
    page.focus("#correct")
    page.keyboard.press("Space")
    page.locator(".body [data-span]", has_text="third time").locator(".pen").focus()
    page.keyboard.press("Enter")
    has_focus(page, "#words")
    page.keyboard.press("Tab")
    has_focus(page, "dialog input[value=removed]")
    page.keyboard.press("Enter")
    article = saved(page)
    assert [speaker.quotes for speaker in article.speakers] == [(0, 1), (2,)]
    assert "third time" not in article.body
    assert [(b.reason, b.text[:9]) for b in article.removed if "third" in b.text] == [("other", "• “It is ")]
    fields = [change.field for change in article.corrected]
    assert fields.count("sections") == 1
    assert "quotes" in fields


def test_title_byline_and_date_are_other_words_of_the_source(opened: Open) -> None:
    page = opened("late")
    correct(page)
    page.click("#pen-title")
    choose(page, "Share this story")
    page.click("dialog .main")
    is_answered(page)
    page.click("#pen-byline")
    choose(page, "the Harbour Post")
    page.click("dialog .main")
    is_answered(page)
    page.click("#pen-published")
    choose(page, "on Monday")
    page.click("dialog .main")
    article = saved(page)
    assert (article.title, article.byline, article.authors) == (
        "Share this story",
        "the Harbour Post",
        ("the Harbour Post",),
    )
    assert article.published == late().published == "2025-04-03"
    assert article.spans.published and LATE_TEXT[slice(*article.spans.published)] == "on Monday"
    expect(page.locator("h1.changed")).to_contain_text("Share this story")
    assert (article.confidence.title, article.confidence.authors) == (1, 1)
    page.click("#pen-published")
    choose(page, "3 April")
    page.fill("dialog input[placeholder]", "3 April")
    page.click("dialog .main")
    reads(page.locator("dialog .wrong"), "Write the date as 2025-04-23.")


# Kept, undone, saved


def test_corrections_survive_a_reload_until_they_are_saved(opened: Open) -> None:
    page = opened("late")
    correct(page)
    page.click("#q3")
    answer(page, "Nobody who is named")
    is_answered(page)
    page.reload()
    reads(page.locator("#said"), "1 correction kept by this browser")
    expect(page.locator("#q3")).to_have_attribute("aria-label", "Quote 3, Not named, corrected")
    article = saved(page)
    assert article.quotes[2].speaker is None
    page.reload()
    expect(page.locator("#q3")).to_have_attribute("aria-label", "Quote 3, Bo Lind")
    assert page.evaluate("localStorage.length") == 0


def test_what_a_browser_kept_is_not_trusted(opened: Open) -> None:
    page = opened("late")
    key = f"artparse {late().source.sha256} "
    kept = [
        {"do": "rename", "name": "Ann Marsh", "to": "<img src=x onerror=hit()>"},
        {"do": "constructor"},
        {"do": "assign", "at": [0, 10**9], "as": "title"},
        {"do": "assign", "at": [0, 4], "as": "published", "value": "today"},
        {"do": "speaker", "list": "sections", "at": [0, 1], "speakers": []},
        7,
    ]
    keep(page, key, json.dumps(kept))
    reads(page.locator("#said"), "1 correction kept by this browser; 1 no longer fit")
    reads(page.locator(".key .name").first, "<img src=x onerror=hit()>")
    expect(page.locator("img")).to_have_count(0)
    keep(page, key, "{")
    expect(page.locator("#state")).to_have_text("No corrections")


def keep(page: Any, key: str, value: str) -> None:
    """Open the page again where the browser has kept this: it is there before the page's own script runs."""
    page.add_init_script(f"localStorage.setItem({json.dumps(key)}, {json.dumps(value)})")
    page.reload()


def everything(page: Any) -> None:
    """Correct an article in every way."""
    correct(page)
    page.click("#q3")
    answer(page, "Nobody who is named")
    is_answered(page)
    page.click("#pen-nr1")
    answer(page, "Ann Marsh")
    is_answered(page)
    page.click("#pen-speaker-0")
    page.fill("#new-name", "Ann-Marie Marsh")
    page.click("dialog .main")
    is_answered(page)
    page.locator(".body [data-span]", has_text="Passengers").locator(".pen").click()
    choose(page, "were angry")
    answer(page, "A quote")
    page.locator("dialog").get_by_label("Another name").fill("Passengers")
    page.click("dialog .main")
    is_answered(page)
    page.locator(".removed [data-span]", has_text="Read more").locator(".pen").click()
    answer(page, "A heading")
    is_answered(page)
    page.locator(".body [data-span]", has_text="third time").locator(".pen").click()
    answer(page, "Not of the article")
    is_answered(page)
    page.click("#pen-title")
    choose(page, "Share this story")
    page.click("dialog .main")
    is_answered(page)


def test_a_record_corrected_in_every_way_is_read_and_written_again(opened: Open, tmp_path: Path) -> None:
    page = opened("late")
    everything(page)
    article = saved(page)
    assert len(article.corrected) >= 7
    for name in FORMATS:
        written = function(FORMATS[name].one)(article).decode()
        assert "Ann-Marie Marsh" in written, name
        assert "Share this story" in written, name
        assert "third time" not in written or name in ("json", "jsonl", "html"), name
    again = tmp_path / "again.html"
    again.write_text(html.page(article), encoding="utf-8")
    page.goto(again.as_uri())
    expect(page.locator(".changes li")).to_have_count(len(article.corrected))
    before = outline(page)
    correct(page)
    page.click("#pen-n1")
    answer(page, "No quote: nobody said these words")
    twice = saved(page)
    assert set(changes(article)[:1]) <= set(changes(twice))
    assert len(twice.quotes) == len(article.quotes) - 1
    page.click("#undo")
    reads(page.locator("#said"), "Undone")
    assert saved(page) == article
    correct(page)
    page.uncheck("#show-removed")
    page.evaluate("document.activeElement.blur()")
    assert outline(page) == before


def test_hostile_text_stays_text_when_it_is_corrected(opened: Open) -> None:
    page = opened("hostile")
    correct(page)
    page.click("#pen-speaker-0")
    page.fill("#new-name", "<script>window.hit = 1</script> \u202egnp")
    page.click("dialog .main")
    is_answered(page)
    page.locator(".removed [data-span]").first.locator(".pen").click()
    answer(page, "A paragraph")
    is_answered(page)
    page.click("#pen-n2")
    expect(page.locator("dialog blockquote")).to_contain_text(SHOWN, use_inner_text=True)
    page.keyboard.press("Escape")
    is_answered(page)
    reads(page.locator(".key .name").first, "<script>window.hit = 1</script> \\u202egnp")
    assert page.locator("main").inner_text().count(SHOWN) >= 10
    assert page.evaluate("[typeof window.hit, document.images.length, document.scripts.length]") == [
        "undefined",
        0,
        2,
    ]
    with page.expect_download() as download:
        page.click("#save")
    article = artparse.Article.from_json(Path(download.value.path()).read_bytes())
    assert article.speakers[0].name == "<script>window.hit = 1</script> \u202egnp"
    assert html.page(article).count("<script") == 2


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_where_it_is_corrected(opened: Open, width: int, scheme: str) -> None:
    page = opened("late", width, scheme)
    everything(page)
    page.locator(".pick").first.check()
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#pen-byline")
    has_focus(page, "#words")
    assert axe_findings(page) == []
    page.keyboard.press("Escape")
    is_answered(page)
    page.click("#q1")
    expect(page.locator("#dialog")).to_be_visible()
    assert axe_findings(page) == []
