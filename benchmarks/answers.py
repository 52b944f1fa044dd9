"""How fast the pages answer: CPU time of the page's thread from a click to the next frame.

python benchmarks/answers.py [--repeat N]    needs Chromium (CHROMIUM, or /usr/bin/chromium)

An article of 500 quotes, and an index of 2,000 articles with 20,000 quotes, both invented. The limits
are what is taken for an answer at once: 100 ms on a page, 200 ms in the index. CPU time, because what
other processes do must not count; it still depends on the machine, so this is no test.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from artparse.writing import html, index
from artparse.writing.formats import FORMATS
from support.views import many_quotes

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
PAGE, INDEX = 100, 200
"""Milliseconds."""
NAMES = [f"{first} {last}" for first in ("Ada", "Brin", "Carl", "Dilys", "Ewa") for last in ("Ito", "Marsh")]


class Action(NamedTuple):
    """Something that a person does on a page."""

    name: str
    page: str
    limit: int
    script: str
    before: str = ""
    """What is done first, and not measured."""


def typed(words: str) -> str:
    """Script that types `words` into the search."""
    return (
        f"const field = document.getElementById('search'); field.value = {words!r}; "
        "field.dispatchEvent(new Event('input'))"
    )


CORRECT = (
    "document.getElementById('correct').ariaPressed === 'true' || document.getElementById('correct').click()"
)
CHOSEN = "document.querySelector('dialog .main').click()"
ASK = (
    f"{CORRECT}; document.getElementById('q250').click(); "
    "[...document.querySelectorAll('dialog [type=radio]:not(:checked)')][7].click()"
)
ACTIONS = (
    Action("a speaker is filtered", "many", PAGE, "document.querySelectorAll('.key')[3].click()"),
    Action("a quote's card", "many", PAGE, "document.querySelector('mark[data-quote=\"250\"]').click()"),
    Action("a quote is selected", "many", PAGE, "document.querySelector('#n250 .pick').click()"),
    Action("all are selected", "many", PAGE, "document.getElementById('every').click()"),
    Action("correcting is turned on or off", "many", PAGE, "document.getElementById('correct').click()"),
    Action("who said it is asked", "many", PAGE, "document.getElementById('q250').click()", CORRECT),
    Action(
        "a speaker is corrected",
        "many",
        PAGE,
        CHOSEN,
        ASK,
    ),
    Action(
        "a correction is undone",
        "many",
        PAGE,
        "document.getElementById('undo').click()",
        f"{ASK}; {CHOSEN}",
    ),
    Action(
        "a paragraph is taken out",
        "many",
        PAGE,
        CHOSEN,
        f"{CORRECT}; document.querySelectorAll('.body > p .pen')[250].click(); "
        "document.querySelector('dialog [value=removed]').click()",
    ),
    Action("articles are searched", "index", INDEX, typed("article 1")),
    Action("articles are sorted", "index", INDEX, "document.querySelectorAll('th button')[3].click()"),
    Action("a bar of a chart", "index", INDEX, "document.querySelector('.speakers a').click()"),
    Action("quotes are searched", "quotes", INDEX, typed("matter 7")),
    Action("quotes of one person", "quotes", INDEX, "document.querySelector('#quotes .by').click()"),
    Action("all found are selected", "quotes", INDEX, "document.getElementById('every').click()"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--repeat", type=int, default=7, help="times that each is done; the middle counts")
    repeat = parser.parse_args().repeat
    slow = 0
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        write(folder)
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        print(f"{'':<34}{'ms of CPU':>10}{'limit':>8}")
        for action in ACTIONS:
            page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
            page.goto((folder / f"{'index' if action.page == 'quotes' else action.page}.html").as_uri())
            if action.page == "quotes":
                page.click("#in-quotes")
                page.locator("#quotes li").first.wait_for()
            took = milliseconds(page, action, repeat)
            slow += took > action.limit
            print(f"{action.name:<34}{took:>10.0f}{action.limit:>8}{'  slow' if took > action.limit else ''}")
            page.context.close()
        browser.close()
    return 1 if slow else 0


def write(folder: Path) -> None:
    """The pages that are measured."""
    (folder / "many.html").write_text(html.page(many_quotes()), encoding="utf-8")
    form = FORMATS["html"]
    pages = list(articles(2000))
    (folder / "index.html").write_bytes(index.index(pages))
    table = (form.table_opening, *(index.quotes(facts) for _, facts in pages), form.table_closing)
    (folder / "quotes.js").write_bytes(b"".join(table))


def articles(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Summaries of so many articles of ten quotes each."""
    for i in range(count):
        who = [NAMES[(i + k) % len(NAMES)] for k in range(10)]
        said = [
            [
                f"Matter {k} of report {i} was settled in the council house on the harbour,",
                who[k],
                "mayor",
                k,
                0,
            ]
            for k in range(10)
        ]
        yield (
            f"a/{i}.txt.html",
            {
                "title": f"Article {i:04} on the harbour bridge",
                "site": "The Harbour Post",
                "published": f"202{3 + i % 3}-{1 + i % 12:02}-{1 + i % 28:02}",
                "quotes": 10,
                "speakers": [[name, 1] for name in who],
                "warnings": [],
                "url": None,
                "said": said,
            },
        )


def milliseconds(page: Any, action: Action, repeat: int) -> float:
    """Time that the page's thread works from the action to the next frame shown, the middle of `repeat`."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")

    times = []
    for _ in range(repeat):
        if action.before:
            page.evaluate("document.querySelector('dialog[open]')?.close()")
            page.evaluate(f"() => {{ {action.before}; }}")
            page.evaluate(NEXT_FRAME)
        begin = worked()
        page.evaluate(f"async () => {{ {action.script}; await ({NEXT_FRAME})(); }}")
        times.append(worked() - begin)
    return statistics.median(times)


NEXT_FRAME = """() => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
}))"""


if __name__ == "__main__":
    sys.exit(main())
