"""A real browser for the tests of the pages, and how they wait for what a page does.

Needs Chromium (`CHROMIUM`, or `chromium` on the path) and Playwright, as `.ci/browser` installs them.
A page answers when it can: nothing here is read before it is there, however busy the machine is.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from artparse.writing import html, index
from artparse.writing.formats import FORMATS
from support.views import hostile, late, many_quotes, seed, summaries

Open = Callable[..., Any]

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
LOOKS = ((400, "light"), (400, "dark"), (800, "light"), (1400, "dark"))
"""Widths and colour schemes that are looked at together: each width, and each scheme narrow and wide."""
OTHER_SCHEMES = ("about:", "blob:", "data:")
PATIENCE = 60_000
"""Milliseconds after which a page is taken to be stuck; what works waits for no part of it."""

needs_browser = pytest.mark.skipif(
    importlib.util.find_spec("playwright") is None
    or importlib.util.find_spec("axe_playwright_python") is None
    or (not Path(CHROMIUM).exists() and not os.environ.get("CI")),
    reason="no Chromium or no Playwright: see .ci/browser",
)


def quotes_js(articles: Sequence[dict[str, Any]]) -> bytes:
    """The table of quotes beside the index of `articles`, as a folder has it."""
    form = FORMATS["html"]
    return b"".join((form.table_opening, *map(index.quotes, articles), form.table_closing))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages: of the seed, of hostile text, of what can be corrected, of twenty and of five
    hundred quotes; an index of two thousand articles, and smaller ones."""
    site = tmp_path_factory.mktemp("pages")
    articles = {"seed": seed(), "hostile": hostile(), "late": late()}
    articles |= {"some": many_quotes(20), "many": many_quotes()}
    for name, article in articles.items():
        (site / f"{name}.html").write_text(html.page(article), encoding="utf-8")
    (site / "a").mkdir()
    pages = summaries(2000)
    (site / pages[0][0]).write_text(html.page(seed()), encoding="utf-8")
    (site / "index.html").write_bytes(index.index(pages))
    (site / "quotes.js").write_bytes(quotes_js([facts for _, facts in pages]))
    (site / "small-index.html").write_bytes(index.index(pages[:40]))
    listed = [("=a <b>.html", index.summary(hostile())), ("b.html", index.summary(seed()))]
    (site / "hostile-index.html").write_bytes(index.index(listed))
    return site


@pytest.fixture
def opened(browser: Any, site: Path) -> Iterator[Open]:
    """Opens a page of the site; at the end nothing may have failed, or been asked of a network."""
    problems: list[str] = []
    contexts = []

    def open_page(name: str, width: int = 1400, scheme: str = "light", **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(PATIENCE)
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
                or request.url == (site / "quotes.js").as_uri()
                else problems.append(f"request: {request.url}")
            ),
        )
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def expect(found: Any) -> Any:
    """What is expected of a locator or page, waited for."""
    from playwright.sync_api import expect

    return expect(found)


def reads(found: Any, text: str | list[str]) -> None:
    """Wait until a locator shows this text: no more and no less, white space apart."""
    expect(found).to_have_text(text, use_inner_text=True)


def shows_card(page: Any, *facts: str) -> None:
    """Wait until the card is there and says all of this."""
    card = page.locator("#card")
    expect(card).to_be_visible()
    for fact in facts:
        expect(card).to_contain_text(fact, use_inner_text=True)


def shows_no_card(page: Any) -> None:
    """Wait until there is no card."""
    expect(page.locator("#card")).to_be_hidden()


def has_focus(page: Any, selector: str) -> None:
    """Wait until what `selector` finds has the focus."""
    expect(page.locator(selector)).to_be_focused()


def is_at(page: Any, fragment: str) -> None:
    """Wait until the page's address ends in this fragment."""
    expect(page).to_have_url(re.compile(re.escape(fragment) + "$"))


def comes_true(page: Any, script: str) -> None:
    """Wait until `script` gives true. (`wait_for_function` fails in these pages, whose policy forbids
    its `eval`, unless the first look is enough.)"""
    for _ in range(PATIENCE // 50):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {script}")


def rests(page: Any) -> None:
    """Wait until the page has drawn itself twice: events that come with the next drawing have come."""
    page.evaluate("() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go())))")


def axe_findings(page: Any) -> list[Any]:
    """What axe finds wrong with the page for people who cannot see or point."""
    from axe_playwright_python.sync_playwright import Axe

    result = Axe().run(page).response
    return [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in result["violations"]]
