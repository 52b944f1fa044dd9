"""The pages in a real browser: every interaction, in every width and colour scheme."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from support.browser import (
    LOOKS,
    WIDTHS,
    Open,
    axe_findings,
    comes_true,
    expect,
    has_focus,
    is_at,
    needs_browser,
    reads,
    shows_card,
    shows_no_card,
)
from support.views import SHOWN, SPEAKERS, hostile, seed, summaries

pytestmark = [needs_browser, pytest.mark.slow]


def thread_of(page: Any) -> dict[str, Any]:
    """The two ends of the thread, and the boxes of what it ties together, in the page's coordinates."""
    page.locator(".thread.drawn").wait_for()
    result: dict[str, Any] = page.evaluate("""() => {
        const path = document.querySelector(".thread.drawn path");
        const at = (length) => { const p = path.getPointAtLength(length); return [p.x, p.y]; };
        const boxes = (selector) => [...document.querySelectorAll(selector)]
            .flatMap((e) => [...e.getClientRects()])
            .map((r) => [r.left + scrollX, r.top + scrollY, r.right + scrollX, r.bottom + scrollY]);
        const ends = [at(0), at(path.getTotalLength())];
        return { ends, words: boxes("mark.on"), mention: boxes(".mention.on") };
    }""")
    return result


def touches(point: list[float], boxes: list[list[float]]) -> bool:
    x, y = point
    return any(a - 3 <= x <= c + 3 and b - 3 <= y <= d + 3 for a, b, c, d in boxes)


# An article's page


@pytest.mark.parametrize("width", WIDTHS)
def test_hover_shows_who_said_it(opened: Open, width: int) -> None:
    page = opened("seed", width)
    shows_no_card(page)
    page.hover("mark[data-quote='2']")
    shows_card(page, "Kind direct", "Cue emphasized", "Mention he", "Confidence 80%", "Line 13")
    who = re.compile(r"^\s*Volodymyr Zelensky\s+Ukrainian President\b")
    expect(page.locator("#card")).to_have_text(who, use_inner_text=True)
    page.hover("h1")
    shows_no_card(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_thread_ties_the_quote_to_the_mention(opened: Open, width: int) -> None:
    page = opened("seed", width)
    for i, quote in enumerate(seed().quotes, 1):
        page.focus(f"#q{i}")
        assert quote.cue
        reads(page.locator("article .cue.on"), quote.cue.text)
        thread = thread_of(page)
        assert touches(thread["ends"][0], thread["mention"]), i
        assert touches(thread["ends"][1], thread["words"]), i


def test_the_keyboard_is_enough(opened: Open) -> None:
    page = opened("seed")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement.id || document.activeElement.className")
        stops.append(stop)
        if stop == "q8":
            break
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
    refs = [f"q{i}" for i in range(1, 9)]
    assert stops[:4] == ["skip", "copy", "save", "correct"]
    assert [stop for stop in stops if stop in refs] == refs
    assert stops.count("key s0") == 1
    assert "show-removed" in stops
    shows_card(page, "John Healey")
    page.keyboard.press("Escape")
    shows_no_card(page)
    page.keyboard.press("Enter")
    is_at(page, "#n8")
    expect(page.locator("#n8:target, #n8:focus")).to_be_in_viewport()


def test_the_skip_link_leads_to_the_article(opened: Open) -> None:
    page = opened("seed")
    page.keyboard.press("Tab")
    has_focus(page, ".skip")
    comes_true(page, "document.querySelector('.skip').getBoundingClientRect().x === 0")
    page.keyboard.press("Enter")
    has_focus(page, "#article")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_keeps_the_card(opened: Open, width: int) -> None:
    page = opened("seed", width)
    page.click("mark[data-quote='4']")
    page.hover("h1")
    shows_card(page, "David Lammy")
    page.mouse.click(3, 500)
    shows_no_card(page)


@pytest.mark.parametrize(("block", "top"), [("end", 0), ("start", None)])
def test_a_sheet_does_not_cover_its_words(opened: Open, block: str, top: float | None) -> None:
    """Else what is clicked is the card, and the card goes and comes under a pointer at rest."""
    page = opened("seed", 400)
    words = page.locator("mark[data-quote='4']")
    words.evaluate(f"words => words.scrollIntoView({{ block: {block!r} }})")
    words.hover()
    shows_card(page)
    sheet, mark = page.locator("#card.sheet").bounding_box(), words.bounding_box()
    assert sheet["y"] >= mark["y"] + mark["height"] or sheet["y"] + sheet["height"] <= mark["y"]
    assert sheet["y"] == (900 - sheet["height"] if top is None else top)


def test_a_tap_shows_the_card_as_a_sheet(opened: Open) -> None:
    page = opened("seed", 400, has_touch=True, is_mobile=True)
    # At its foot the words would lie under the sheet, which is at the window's head then.
    page.locator("mark[data-quote='4']").evaluate("words => words.scrollIntoView({ block: 'center' })")
    page.tap("mark[data-quote='4']")
    shows_card(page, "David Lammy")
    box = page.locator("#card").bounding_box()
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 400, 900)
    page.tap("h2 >> nth=1")
    shows_no_card(page)


def test_the_legend_filters(opened: Open) -> None:
    page = opened("seed")
    shown = page.locator("#shown")
    page.click("text=Volodymyr Zelensky >> nth=0")
    reads(shown, "3 of 8 quotes")
    keys = page.locator(".key")
    assert [keys.nth(i).get_attribute("aria-pressed") for i in range(5)] == ["false", "true", *["false"] * 3]
    expect(page.locator("mark.quote:not(.out)")).to_have_count(3)
    reads(page.locator(".ref:visible"), ["2", "3", "7"])
    expect(page.locator(".notes li:visible")).to_have_count(3)
    plain = "rgba(0, 0, 0, 0)"
    expect(page.locator("mark[data-quote='0']")).to_have_css("background-color", plain)
    expect(page.locator("mark[data-quote='1']")).not_to_have_css("background-color", plain)
    page.hover("mark[data-quote='0']")
    shows_no_card(page)
    keys.nth(3).press("Enter")
    reads(shown, "4 of 8 quotes")
    page.click("#everyone")
    reads(shown, "8 quotes")
    expect(page.locator("mark.quote.out")).to_have_count(0)
    has_focus(page, ".key.s0")
    keys.nth(0).press("Space")
    reads(shown, "2 of 8 quotes")
    keys.nth(0).press("Space")
    reads(shown, "8 quotes")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_removed_is_shown_in_place(opened: Open, width: int) -> None:
    page = opened("seed", width)
    removed = page.locator(".removed")
    expect(removed).to_have_count(2)
    expect(removed.nth(0)).to_be_hidden()
    page.get_by_label("Show what was removed (2)").check()
    reads(removed, ["Removed: duplicate " + (seed().title or ""), "Removed: related Related Posts"])
    tops = [
        page.locator(s).bounding_box()["y"]
        for s in (".removed >> nth=0", "h1", ".removed >> nth=1", ".notes")
    ]
    assert tops == sorted(tops)
    page.get_by_label("Show what was removed").uncheck()
    expect(removed.nth(1)).to_be_hidden()


def test_json_can_be_copied(opened: Open) -> None:
    page = opened("seed", permissions=["clipboard-read", "clipboard-write"])
    page.click("#copy")
    page.get_by_text("JSON copied").wait_for()
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == json.loads(seed().to_json())


def test_json_is_saved_where_it_cannot_be_copied(opened: Open) -> None:
    page = opened("seed")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    with page.expect_download() as download:
        page.click("#copy")
    assert download.value.suggested_filename == "seed.json"


@pytest.mark.parametrize("name", ["seed", "hostile"])
def test_json_can_be_saved(opened: Open, name: str) -> None:
    page = opened(name)
    with page.expect_download() as download:
        page.click("#save")
    assert download.value.suggested_filename == f"{name}.json"
    article = seed() if name == "seed" else hostile()
    assert json.loads(Path(download.value.path()).read_bytes()) == json.loads(article.to_json())
    reads(page.locator("#said"), "JSON saved")


def test_a_note_leads_back_to_its_quote(opened: Open) -> None:
    page = opened("seed", 800)
    page.click("#n3 .back")
    is_at(page, "#q3")
    expect(page.locator("#q3")).to_be_in_viewport()


def test_unsure_speakers_are_marked(opened: Open) -> None:
    page = opened("some")
    reads(page.locator("#q5"), "5?")
    reads(page.locator("#q4"), "4")
    page.focus("#q5")
    shows_card(page, "Confidence 40%, check")


def test_a_screen_reader_finds_its_way(opened: Open) -> None:
    page = opened("seed")
    for role, name in (
        ("banner", None), ("main", None), ("article", None), ("contentinfo", None),
        ("region", "Who says what"), ("region", "Quotes"), ("button", "Copy JSON"),
        ("link", "Quote 2, Volodymyr Zelensky"), ("link", "Back to quote 2 in the article"),
        ("button", "JD Vance U.S. Vice President 2 quotes, 20 words"), ("heading", seed().title),
    ):  # fmt: skip
        assert page.get_by_role(role, **({"name": name, "exact": True} if name else {})).count() >= 1, name
    described = page.locator("#q2").evaluate(
        "ref => document.getElementById(ref.getAttribute('aria-describedby')).textContent"
    )
    assert "Ukrainian President" in described


def test_it_prints(opened: Open) -> None:
    page = opened("seed")
    page.focus("#q2")
    shows_card(page)
    page.emulate_media(media="print")
    for gone in ("#card", ".thread", ".bar", ".toggle >> nth=0"):
        expect(page.locator(gone)).to_be_hidden()
    for there in ("h1", ".legend", "#q2", "#n2", "footer"):
        expect(page.locator(there)).to_be_visible()
    expect(page.locator("mark >> nth=0")).to_have_css("text-decoration-line", "underline")
    assert len(page.pdf()) > 10_000


def test_it_reads_without_script(opened: Open) -> None:
    page = opened("seed", java_script_enabled=False)
    expect(page.locator("#n8")).to_be_visible()
    expect(page.locator("#copy")).to_be_hidden()
    page.check("#show-removed")
    expect(page.locator(".removed").nth(0)).to_be_visible()


@pytest.mark.parametrize("width", (320, *WIDTHS))
@pytest.mark.parametrize("name", ["seed", "hostile", "index", "hostile-index"])
def test_nothing_is_wider_than_the_window(opened: Open, name: str, width: int) -> None:
    page = opened(name, width)
    if name in ("seed", "hostile"):
        page.check("#show-removed")
        page.focus("#q1")
        shows_card(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_does_nothing(opened: Open) -> None:
    page = opened("hostile")
    assert page.evaluate("[typeof window.hit, document.images.length, document.scripts.length]") == [
        "undefined",
        0,
        2,
    ]
    text = page.locator("main").inner_text()
    assert text.count(SHOWN) >= 10
    page.focus("#q1")
    shows_card(page, SHOWN)
    page = opened("hostile-index")
    expect(page.locator("main")).to_contain_text(SHOWN, use_inner_text=True)
    page.fill("#search", "<script>")
    expect(page.locator("tbody tr:visible")).to_have_count(1)


def test_injected_markup_could_not_run(opened: Open, site: Path) -> None:
    """The policy holds even where the escaping would not."""
    page = (site / "seed.html").read_text(encoding="utf-8")
    attack = (
        "<script>window.hit = 1</script><p style='display: none' id=hidden>here</p>"
        "<img src=x onerror='window.hit = 1'>"
    )
    (site / "attacked.html").write_text(page.replace("<h1", attack + "<h1"), encoding="utf-8")
    browser_page = opened("seed")
    context = browser_page.context.new_page()
    context.goto((site / "attacked.html").as_uri())
    expect(context.locator("#hidden")).to_be_visible()
    expect(context.locator("#q1")).to_be_visible()
    assert context.evaluate("typeof window.hit") == "undefined"


PAGES = ("seed", "hostile", "small-index", "hostile-index")


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *((name, *look) for name in PAGES for look in LOOKS),
        ("some", 1400, "light"),
    ],
)
def test_axe_finds_nothing(opened: Open, name: str, width: int, scheme: str) -> None:
    page = opened(name, width, scheme)
    if "index" in name:
        page.fill("#search", "a")
        page.locator("th button").nth(0).click()
    else:
        if page.locator("#show-removed").count():
            page.check("#show-removed")
        page.locator(".key").nth(0).click()
        page.focus("#q1")
        shows_card(page)
    assert axe_findings(page) == []


# A folder's index


def rows(page: Any, column: int) -> list[str]:
    """The cells of the rows that are shown."""
    result: list[str] = page.evaluate(
        "column => [...document.querySelectorAll('tbody tr:not([hidden])')]"
        ".map((row) => row.cells[column].textContent)",
        column,
    )
    return result


def test_the_index_is_searched(opened: Open) -> None:
    page = opened("index")
    shown = page.locator("#shown")
    expect(page.locator("tbody tr")).to_have_count(2000)
    page.fill("#search", "ARTICLE 1234")
    reads(shown, "1 of 2,000 articles")
    assert rows(page, 0) == ["Article 1234"]
    page.fill("#search", "hárbour article 12")
    expect(shown).not_to_have_text("1 of 2,000 articles")
    assert all(title.startswith("Article") for title in rows(page, 0))
    page.fill("#search", "dilys novak")
    quoted = sum(["Dilys Novak", i % 9] in facts["speakers"] for i, (_, facts) in enumerate(summaries(2000)))
    reads(shown, f"{quoted} of 2,000 articles")
    assert len(rows(page, 0)) == quoted
    page.click("#clear")
    reads(shown, "")
    assert len(rows(page, 0)) == 2000


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [(0, "a/0.txt.html", "Article 1999"), (3, "8", "0"), (4, "1", "0"), (5, "short body", "")],
)
def test_the_index_is_sorted(opened: Open, column: int, first: str, last: str) -> None:
    page = opened("index")
    button = page.locator("th button").nth(column)
    head = page.locator("th").nth(column)
    orders = ["ascending", "descending"] if column in (0, 1, 5) else ["descending", "ascending"]
    button.click()
    expect(head).to_have_attribute("aria-sort", orders[0])
    cells = rows(page, column)
    assert (cells[0], cells[-1]) == (first, last)
    assert len(cells) == 2000
    button.press("Enter")
    expect(head).to_have_attribute("aria-sort", orders[1])
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    assert len(rows(page, column)) == 2000


def test_the_index_is_sorted_by_date(opened: Open) -> None:
    page = opened("index")
    page.click("th button >> nth=2")
    expect(page.locator("th").nth(2)).to_have_attribute("aria-sort", "descending")
    dates = page.evaluate(
        "[...document.querySelectorAll('tbody tr')].map((r) => r.querySelector('time')?.dateTime ?? '')"
    )
    known = [date for date in dates if date]
    assert known == sorted(known, reverse=True)
    assert dates[len(known) :] == [""] * 400


def test_the_charts_filter(opened: Open) -> None:
    page = opened("index")
    shown = page.locator("#shown")
    page.click(".speakers a >> nth=0")
    expect(page.locator("#clear")).to_be_visible()
    expect(page.locator("[aria-current]")).to_have_count(1)
    assert shown.inner_text().split(", ")[1] in SPEAKERS
    some = len(rows(page, 0))
    assert 0 < some < 2000
    before = shown.inner_text()
    page.fill("#search", "harbour")
    expect(shown).not_to_have_text(before, use_inner_text=True)
    assert 0 < len(rows(page, 0)) < some
    page.click("#clear")
    page.locator(".times a").nth(3).press("Enter")
    expect(shown).to_contain_text("April 2023")
    assert {cell.split(" ", 1)[1] for cell in rows(page, 2)} == {"April 2023"}
    page.go_back()
    expect(shown).not_to_contain_text("April 2023")


def test_the_index_leads_to_a_page_and_back(opened: Open) -> None:
    page = opened("index")
    page.click("tbody a >> nth=0")
    reads(page.locator("article h1"), seed().title or "")
    page.click("text=All articles")
    expect(page.locator("tbody tr")).to_have_count(2000)
    page.wait_for_load_state()
    expect(opened("seed").locator("#home")).to_be_hidden()


BROKEN = """() => {
    const broken = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const around = text.parentElement;
        if (!around.checkVisibility() || around.closest("script, style, footer, textarea")) continue;
        for (const word of text.data.matchAll(/[\\p{L}\\p{M}\\d]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            if (lines.size > 1) broken.push(word[0]);
        }
    }
    return broken;
}"""


@pytest.mark.parametrize("name", ["seed", "small-index"])
def test_no_word_is_broken_on_a_phone(opened: Open, name: str) -> None:
    page = opened(name, 400)
    if name == "seed":
        page.check("#show-removed")
        page.focus("#q3")
        shows_card(page)
    assert page.evaluate(BROKEN) == []
    if name == "seed":
        page.click("#correct")
        page.click("#pen-title")
        has_focus(page, "#words")
        assert page.evaluate(BROKEN) == []


def test_what_is_filtered_out_leaves_no_gap(opened: Open) -> None:
    page = opened("seed")
    page.click("text=Volodymyr Zelensky >> nth=0")
    reads(page.locator("#shown"), "3 of 8 quotes")
    boxes = "numbers => numbers.map((number) => number.getClientRects().length)"
    assert page.locator("mark.out .ref").evaluate_all(boxes) == [0] * 5
