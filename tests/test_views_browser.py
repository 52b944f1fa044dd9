"""The pages in a real browser: every interaction, in every width and colour scheme.

Needs Chromium (`CHROMIUM`, or /usr/bin/chromium), as `.ci/browser` installs it; skipped without,
but not in CI.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from artparse.writing import html, index
from artparse.writing.formats import FORMATS
from support.views import SHOWN, hostile, many_quotes, seed
from test_views import NAMES, summaries

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (400, 800, 1400)
OTHER_SCHEMES = ("about:", "blob:", "data:")

pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists() and not os.environ.get("CI"), reason="no Chromium: see .ci/browser"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages: of the seed, of five hundred quotes, of hostile text, and a folder's index."""
    folder = tmp_path_factory.mktemp("pages")
    for name, article in (("seed", seed()), ("many", many_quotes()), ("hostile", hostile())):
        (folder / f"{name}.html").write_text(html.page(article), encoding="utf-8")
    (folder / "a").mkdir()
    pages = summaries(2000)
    (folder / pages[0][0]).write_text(html.page(seed()), encoding="utf-8")
    (folder / "index.html").write_bytes(index.index(pages))
    (folder / "quotes.js").write_bytes(quotes_js([facts for _, facts in pages]))
    (folder / "small-index.html").write_bytes(index.index(pages[:40]))
    articles = [("=a <b>.html", index.summary(hostile())), ("b.html", index.summary(seed()))]
    (folder / "hostile-index.html").write_bytes(index.index(articles))
    return folder


Open = Callable[..., Any]


def quotes_js(articles: Sequence[dict[str, Any]]) -> bytes:
    """The table of quotes beside the index of `articles`, as a folder has it."""
    form = FORMATS["html"]
    return b"".join((form.table_opening, *map(index.quotes, articles), form.table_closing))


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Open]:
    """Opens a page of the folder; at the end nothing may have failed, or been asked of a network."""
    problems: list[str] = []
    contexts = []

    def open_page(name: str, width: int = 1400, scheme: str = "light", **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.message}"))
        page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
        page.on(
            "request",
            lambda request: (
                None
                if request.is_navigation_request()
                or request.url.startswith(OTHER_SCHEMES)
                or request.url == (folder / "quotes.js").as_uri()
                else problems.append(f"request: {request.url}")
            ),
        )
        page.goto((folder / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def card(page: Any) -> str | None:
    """What the card says, on one line; null where there is none."""
    found = page.locator("#card")
    return " ".join(found.inner_text().split()) if found.is_visible() else None


def thread_of(page: Any) -> dict[str, Any]:
    """The two ends of the thread, and the boxes of what it ties together, in the page's coordinates."""
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
    assert card(page) is None
    page.hover("mark[data-quote='2']")
    shown = card(page)
    assert shown is not None
    assert shown.startswith("Volodymyr Zelensky Ukrainian President")
    for fact in ("Kind direct", "Cue emphasized", "Mention he", "Confidence 80%", "Line 13"):
        assert fact in shown
    page.hover("h1")
    assert card(page) is None


@pytest.mark.parametrize("width", WIDTHS)
def test_a_thread_ties_the_quote_to_the_mention(opened: Open, width: int) -> None:
    page = opened("seed", width)
    for i, quote in enumerate(seed().quotes, 1):
        page.focus(f"#q{i}")
        thread = thread_of(page)
        assert touches(thread["ends"][0], thread["mention"]), i
        assert touches(thread["ends"][1], thread["words"]), i
        assert quote.cue and page.locator("article .cue.on").inner_text() == quote.cue.text


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
    assert "John Healey" in (card(page) or "")
    page.keyboard.press("Escape")
    assert card(page) is None
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#n8"
    assert page.locator("#n8").evaluate("note => note === document.activeElement || note.matches(':target')")


def test_the_skip_link_leads_to_the_article(opened: Open) -> None:
    page = opened("seed")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["x"] == 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "article"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_keeps_the_card(opened: Open, width: int) -> None:
    page = opened("seed", width)
    page.click("mark[data-quote='4']", position={"x": 8, "y": 8})
    page.hover("h1")
    assert "David Lammy" in (card(page) or "")
    page.mouse.click(3, 500)
    assert card(page) is None


@pytest.mark.parametrize(("block", "top"), [("end", 0), ("start", None)])
def test_a_sheet_does_not_cover_its_words(opened: Open, block: str, top: float | None) -> None:
    """Else what is clicked is the card, and the card goes and comes under a pointer at rest."""
    page = opened("seed", 400)
    words = page.locator("mark[data-quote='4']")
    words.evaluate(f"words => words.scrollIntoView({{ block: {block!r} }})")
    words.hover(position={"x": 8, "y": 8})
    sheet, mark = page.locator("#card.sheet").bounding_box(), words.bounding_box()
    assert sheet["y"] >= mark["y"] + mark["height"] or sheet["y"] + sheet["height"] <= mark["y"]
    assert sheet["y"] == (900 - sheet["height"] if top is None else top)


def test_a_tap_shows_the_card_as_a_sheet(opened: Open) -> None:
    page = opened("seed", 400, has_touch=True, is_mobile=True)
    page.tap("mark[data-quote='4']", position={"x": 8, "y": 8})
    box = page.locator("#card").bounding_box()
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 400, 900)
    page.tap("h2 >> nth=1")
    assert card(page) is None


def test_the_legend_filters(opened: Open) -> None:
    page = opened("seed")
    page.click("text=Volodymyr Zelensky >> nth=0")
    keys = page.locator(".key")
    assert [keys.nth(i).get_attribute("aria-pressed") for i in range(5)] == ["false", "true", *["false"] * 3]
    assert page.locator("#shown").inner_text() == "3 of 8 quotes"
    assert page.locator("mark.quote:not(.out)").count() == 3
    assert page.locator(".ref:visible").all_inner_texts() == ["2", "3", "7"]
    assert page.locator(".notes li:visible").count() == 3
    plain = "rgba(0, 0, 0, 0)"
    background = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("mark[data-quote='0']").evaluate(background) == plain
    assert page.locator("mark[data-quote='1']").evaluate(background) != plain
    page.hover("mark[data-quote='0']")
    assert card(page) is None
    keys.nth(3).press("Enter")
    assert page.locator("#shown").inner_text() == "4 of 8 quotes"
    page.click("#everyone")
    assert page.locator("#shown").inner_text() == "8 quotes"
    assert page.locator("mark.quote.out").count() == 0
    assert page.evaluate("document.activeElement.className") == "key s0"
    keys.nth(0).press("Space")
    keys.nth(0).press("Space")
    assert page.locator("#shown").inner_text() == "8 quotes"


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_removed_is_shown_in_place(opened: Open, width: int) -> None:
    page = opened("seed", width)
    removed = page.locator(".removed")
    assert removed.count() == 2
    assert not removed.nth(0).is_visible()
    page.get_by_label("Show what was removed (2)").check()
    assert removed.nth(0).inner_text() == "Removed: duplicate\n\n" + (seed().title or "")
    assert removed.nth(1).inner_text() == "Removed: related\n\nRelated Posts"
    tops = [
        page.locator(s).bounding_box()["y"]
        for s in (".removed >> nth=0", "h1", ".removed >> nth=1", ".notes")
    ]
    assert tops == sorted(tops)
    page.get_by_label("Show what was removed").uncheck()
    assert not removed.nth(1).is_visible()


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
    assert page.locator("#said").inner_text() == "JSON saved"


def test_a_note_leads_back_to_its_quote(opened: Open) -> None:
    page = opened("seed", 800)
    page.click("#n3 .back")
    assert page.evaluate("location.hash") == "#q3"
    assert page.locator("#q3").bounding_box()["y"] < 900


def test_unsure_speakers_are_marked(opened: Open) -> None:
    page = opened("many")
    assert page.locator("#q5").inner_text() == "5?"
    assert page.locator("#q4").inner_text() == "4"
    page.focus("#q5")
    assert "Confidence 40%, check" in (card(page) or "")


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
    page.emulate_media(media="print")
    for gone in ("#card", ".thread", ".bar", ".toggle"):
        assert not page.locator(gone).is_visible()
    for there in ("h1", ".legend", "#q2", "#n2", "footer"):
        assert page.locator(there).is_visible()
    assert (
        page.locator("mark >> nth=0").evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    )
    assert len(page.pdf()) > 10_000


def test_it_reads_without_script(opened: Open) -> None:
    page = opened("seed", java_script_enabled=False)
    assert page.locator("#n8").is_visible()
    assert not page.locator("#copy").is_visible()
    page.check("#show-removed")
    assert page.locator(".removed").nth(0).is_visible()


@pytest.mark.parametrize("width", (320, *WIDTHS))
@pytest.mark.parametrize("name", ["seed", "hostile", "index", "hostile-index"])
def test_nothing_is_wider_than_the_window(opened: Open, name: str, width: int) -> None:
    page = opened(name, width)
    if name in ("seed", "hostile"):
        page.check("#show-removed")
        page.focus("#q1")
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
    assert SHOWN in (card(page) or "")
    page = opened("hostile-index")
    assert SHOWN in page.locator("main").inner_text()
    page.fill("#search", "<script>")
    assert page.locator("tbody tr:visible").count() == 1


def test_injected_markup_could_not_run(opened: Open, folder: Path) -> None:
    """The policy holds even where the escaping would not."""
    page = (folder / "seed.html").read_text(encoding="utf-8")
    attack = (
        "<script>window.hit = 1</script><p style='display: none' id=hidden>here</p>"
        "<img src=x onerror='window.hit = 1'>"
    )
    (folder / "attacked.html").write_text(page.replace("<h1", attack + "<h1"), encoding="utf-8")
    browser_page = opened("seed")
    context = browser_page.context.new_page()
    context.goto((folder / "attacked.html").as_uri())
    assert context.evaluate("typeof window.hit") == "undefined"
    assert context.locator("#hidden").is_visible()
    assert context.locator("#q1").is_visible()


PAGES = ("seed", "hostile", "small-index", "hostile-index")


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *((name, width, scheme) for name in PAGES for width in WIDTHS for scheme in ("light", "dark")),
        ("many", 1400, "light"),
        ("index", 1400, "light"),
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
    result = axe.Axe().run(page).response
    assert [
        (v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in result["violations"]
    ] == []


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
    assert page.locator("tbody tr").count() == 2000
    page.fill("#search", "ARTICLE 1234")
    assert rows(page, 0) == ["Article 1234"]
    assert page.locator("#shown").inner_text() == "1 of 2,000 articles"
    page.fill("#search", "hárbour article 12")
    assert all(title.startswith("Article") for title in rows(page, 0))
    page.fill("#search", "dilys novak")
    quoted = sum(["Dilys Novak", i % 9] in facts["speakers"] for i, (_, facts) in enumerate(summaries(2000)))
    assert len(rows(page, 0)) == quoted
    page.click("#clear")
    assert len(rows(page, 0)) == 2000


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [(0, "a/0.txt.html", "Article 1999"), (3, "8", "0"), (4, "1", "0"), (5, "short body", "")],
)
def test_the_index_is_sorted(opened: Open, column: int, first: str, last: str) -> None:
    page = opened("index")
    button = page.locator("th button").nth(column)
    button.click()
    head = page.locator("th").nth(column)
    cells = rows(page, column)
    assert (cells[0], cells[-1]) == (first, last)
    assert head.get_attribute("aria-sort") == ("ascending" if column in (0, 1, 5) else "descending")
    button.press("Enter")
    assert page.locator("th[aria-sort]").count() == 1
    assert head.get_attribute("aria-sort") == ("descending" if column in (0, 1, 5) else "ascending")
    assert len(cells) == 2000


def test_the_index_is_sorted_by_date(opened: Open) -> None:
    page = opened("index")
    page.click("th button >> nth=2")
    dates = page.evaluate(
        "[...document.querySelectorAll('tbody tr')].map((r) => r.querySelector('time')?.dateTime ?? '')"
    )
    known = [date for date in dates if date]
    assert known == sorted(known, reverse=True)
    assert dates[len(known) :] == [""] * 400


def test_the_charts_filter(opened: Open) -> None:
    page = opened("index")
    page.click(".speakers a >> nth=0")
    sync_api.expect(page.locator("#clear")).to_be_visible()
    assert page.locator("#shown").inner_text().split(", ")[1] in NAMES
    some = len(rows(page, 0))
    assert 0 < some < 2000
    assert page.locator("[aria-current]").count() == 1
    page.fill("#search", "harbour")
    assert 0 < len(rows(page, 0)) < some
    page.click("#clear")
    page.locator(".times a").nth(3).press("Enter")
    sync_api.expect(page.locator("#shown")).to_contain_text("April 2023")
    assert {cell.split(" ", 1)[1] for cell in rows(page, 2)} == {"April 2023"}
    page.go_back()
    page.wait_for_function("!document.querySelector('[aria-current]')")


def test_the_index_leads_to_a_page_and_back(opened: Open) -> None:
    page = opened("index")
    page.click("tbody a >> nth=0")
    page.wait_for_selector("article")
    assert page.locator("h1").inner_text() == seed().title
    page.click("text=All articles")
    page.wait_for_selector("table")
    assert not opened("seed").locator("#home").is_visible()


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
        assert page.locator("#card").is_visible()
    assert page.evaluate(BROKEN) == []
    if name == "seed":
        page.click("#correct")
        page.click("#pen-title")
        assert page.evaluate(BROKEN) == []


def test_what_is_filtered_out_leaves_no_gap(opened: Open) -> None:
    page = opened("seed")
    page.click("text=Volodymyr Zelensky >> nth=0")
    boxes = "numbers => numbers.map((number) => number.getClientRects().length)"
    assert page.locator("mark.out .ref").evaluate_all(boxes) == [0] * 5
