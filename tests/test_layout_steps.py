"""Each step of layout is needed: without it, some dump gives another record."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import artparse
from artparse.layout.labels import Labels
from artparse.layout.lines.units import Unit
from artparse.layout.models.model import shipped_model
from artparse.layout.steps import tables as steps
from artparse.layout.steps.page import Page, Step, after
from artparse.reading.document import NO_HINTS, Document, Hints

sys.path.append(str(Path(__file__).parents[1] / "training/layout"))
from written import dump_in, written

ARTICLES = Path(__file__).parents[1] / "fixtures/articles"
ODD = ARTICLES.parent / "odd"
WITHOUT_EFFECT = {"labels", "title", "titled", "bare", "whole", "is-given"}
"""Steps that all others build on: without them there is no record to compare."""
ALL = (
    *steps.LEARNT_OF_TEXT,
    *steps.LEARNT_OF_MARKUP,
    *steps.SETTLED_IN_TEXT,
    *steps.SETTLED_IN_MARKUP,
)


def paragraphs(count: int) -> list[str]:
    """Paragraphs of an article on a weir."""
    return [
        f"The weir at Oxley was mended on day {n}, eight years after a barge ran into it, and people of the "
        "town came down to look at it with their children."
        for n in range(count)
    ]


def text(*lines: str) -> bytes:
    return "\n\n".join(lines).encode()


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def marked(count: int) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs(count))


def dump(name: str) -> bytes:
    """A dump that was written for training, without its labels."""
    return dump_in(dict(written())[name]).encode()


def fixture(name: str) -> bytes:
    return (ARTICLES / name).read_bytes()


GOODS = ["stone", "sand", "lime", "clay", "gravel", "timber", "iron", "rope", "tar", "wool"]


def guide() -> bytes:
    """A long text whose sections the names of goods head."""
    lines = ["Oxley Post", "News", "Sport", "How to mend a weir", "By Ida Holt", "3 May 2024", *paragraphs(2)]
    said = paragraphs(2 * len(GOODS) + 4)
    for n, goods in enumerate(GOODS * 2):
        lines += [goods.title(), *said[n + 2 : n + 5]]
    return text(*lines, "More news", "Contact", "Imprint")


def letter_in(**fields: str) -> bytes:
    return json.dumps(fields).encode()


P = paragraphs(8)
NAV = '<nav><a href="/">Home</a><a href="/news">News</a></nav>'
TITLE = "The weir is mended"
LAKE = "东湖大桥三日正式通车，全长四公里，往返两岸只需五分钟。"
WEIR_IN_JAPANESE = "町の堰は八年ぶりに直り、人々は子どもを連れて見に来て、町長も喜んで話をした。"
ROE = ("ROE: Town.", "MARSH: All of it?", "ROE: Yes.", "MARSH: Thank you.", "ROE: Bye.")
OF_TEXT = {
    "sparse": fixture("de_short_agency.txt"),
    "behind-title": dump("cheatsheet_knots"),
    "web": fixture("browser_menus_cookies.txt"),
    "headings": guide(),
    "lone-headings": dump("vendorblog_backup"),
    "notices": text(
        TITLE,
        "By Ida Holt",
        *P[:3],
        "We use cookies so that we can offer you the best experience on our website, and you accept that.",
        *P[3:6],
    ),
    "no-title": text(
        "The weir at Oxley is mended, says the town. It took eight years.",
        "People came to look at it with their children, and the mayor held a speech.",
    ),
    "few-lines": text("We went down to the river to look at the weir and it was open.", "Home"),
    "standfirst": fixture("captions_credits.txt"),
    "lead": dump("de_stadt_bewohnerparken"),
    "unbroken": fixture("interview_qa.txt"),
    "metadata-title": letter_in(
        title=TITLE,
        text="\n".join(["Oxley Post", "Oxley opens its weir again after eight years", TITLE, *P[:4]]),
    ),
    "given": letter_in(title="A weir", text="\n".join([P[0], "What it cost", *P[1:3]])),
    "posts": text(
        *(TITLE, "By Ida Holt", *P[:2], "We are glad to say that the weir is open"),
        *("— Oxley Water (@OxleyWater) 3 May 2024", "Share", "More news"),
    ),
    "turns": text(TITLE, P[0], "MARSH: Who pays?", *ROE),
    "contents": dump("gov_falconry"),
    "numbered": text(
        *("How to mend a weir", "Home", "Guides", "1. Drain the river", P[1], "2. Find the hole", P[2]),
        *("3. Fill it", P[3], "4. Let the water in", P[4], "5. Close the gate", P[5]),
    ),
    "entries": fixture("live_blog.txt"),
    "comments": text(
        *(TITLE, "By Ida Holt", "3 May 2024", *P[:3], "2 Comments", "Tom Roe, 4 May 2024", P[3]),
        *("Reply", "Una Marsh, 5 May 2024", P[4]),
    ),
    "signs": text(
        *(TITLE, "By Ida Holt", *P[:2], "Advertisement", *P[2:5]),
        *("Read also: The bridge at Oxley is open again", *P[5:7]),
    ),
    "dated-line": dump("dictionary_entry"),
}
OF_MARKUP = {
    "comments": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(3)}<h3>2 Comments</h3><p>Tom Roe, 4 May 2024</p><p>{P[3]}</p>"
        f"<p>Una Marsh, 5 May 2024</p><p>{P[4]}</p></article>"
    ),
    "body": page(f"{NAV}<article><h1>{TITLE}</h1><p>It is open.</p><p>See it.</p></article>"),
    "links": page(
        f'{NAV}<article><h1>{TITLE}</h1>{marked(4)}<p><a href="/b">The bridge at Oxley is open again, says '
        "the town, and the people are glad of it.</a></p></article>"
    ),
    "bold-headings": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<p><b>What it cost</b></p>{marked(3)}</article>"
    ),
    "signs": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<p>Read also: The bridge at Oxley is open again</p>"
        f"{marked(3)}</article>"
    ),
    "notices": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<p>This post contains affiliate links, through which we "
        f"may earn a commission.</p>{marked(3)}</article>"
    ),
    "boxes": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(3)}<div class='newsletter'><h3>More of Oxley?</h3><p>The "
        f"best of the week, each Sunday, in one letter.</p></div>{marked(5)}</article>"
    ),
    "element-headings": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<div><h6>Summary</h6><ul><li>It is open<li>It is safe</ul>"
        f"</div>{marked(3)}</article>"
    ),
    "repeated": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<p>“It is a good weir, and it will hold,” she said.</p>"
        f"<blockquote>“It is a good weir, and it will hold”</blockquote>{marked(2)}</article>"
    ),
    "captions": page(
        f"{NAV}<article><h1>{TITLE}</h1>{marked(2)}<figure><figcaption><p>The weir at night.</p></figcaption>"
        f"</figure>{marked(3)}</article>"
    ),
    "questions": (ODD / "tabs_and_steps.html").read_bytes(),
    "few-lines": page("<p>The weir at Oxley is mended.</p>"),
    "unbroken": page("<p>Is it open?</p><p>Yes.</p><p>Is it?</p><p>Yes.</p>"),
    "metadata-title": page(
        f"{NAV}<h1>Oxley Post</h1><p>{TITLE}</p>{marked(4)}", "<title>The weir is mended</title>"
    ),
}
BY_LABELS: dict[str, tuple[list[str], Labels, Hints]] = {
    "last-headings": ([TITLE, P[0], "More of this"], ["title", "paragraph", "heading"], NO_HINTS),
    "lists": ([P[0], "Stone", P[1]], ["paragraph", "between", "paragraph"], Hints(tag="li")),
    "signatures": (
        [P[0], "— Ida Holt, mayor"],
        ["paragraph", "between"],
        Hints(tag="blockquote", words=("<blockquote>",)),
    ),
    "above-title": (["We keep crumbs.", TITLE, P[0]], ["subtitle", "title", "paragraph"], NO_HINTS),
    "rest": ([TITLE, P[0], P[1]], ["title", "paragraph", "after"], Hints(tag="p")),
    "rows": (["Stone 3 euros", P[0]], ["heading", "paragraph"], Hints(tag="tr")),
    "marked-lead": (["It took eight years.", P[0]], ["subtitle", "paragraph"], NO_HINTS),
    "prose": ([TITLE, "Share", P[0], P[1]], ["title", "before", "before", "paragraph"], NO_HINTS),
    "names": ([TITLE, "Ida Holt and Tom Hale", P[0]], ["title", "paragraph", "paragraph"], NO_HINTS),
    "announced": (
        ["You will need:", "A net", "A boat", P[0]],
        ["paragraph", "between", "between", "paragraph"],
        NO_HINTS,
    ),
    "teasers": (
        [P[0], "Read also:", "Mill sold", P[1]],
        ["paragraph", "between", "heading", "paragraph"],
        NO_HINTS,
    ),
    "format": (["2024"], ["after"], Hints(given="heading")),
    "only-prose": (["轮渡", LAKE], ["title", "subtitle"], NO_HINTS),
    "signed-edge": ([LAKE, "한지우 기자"], ["paragraph", "paragraph"], NO_HINTS),
    "notes": ([LAKE, "来源：东湖日报"], ["paragraph", "paragraph"], NO_HINTS),
    "joined-prose": ([LAKE, LAKE, LAKE], ["paragraph", "between", "paragraph"], NO_HINTS),
    "short-headings": ([LAKE, "轮渡保留", LAKE], ["paragraph"] * 3, Hints(tag="p", bold=1.0)),
    "unspaced": (
        ["町の堰は八年ぶりに直り、人々は子どもを連れて見に来て、町長も喜んで話をした。"] * 2,
        ["paragraph", "after"],
        NO_HINTS,
    ),
}
"""Lines and what they are held to be, for steps that seldom find a mistake of the models before them."""


def page_of(units: list[Unit]) -> Page:
    document = Document("\t" * len(units), (), "text", "utf-8", "", parents=(0,))
    return Page(document, shipped_model("layout_model"), units, range(len(units)), units)


def rows(cases: Mapping[str, bytes], *tables: str) -> list[tuple[str, str]]:
    return [(table, step.name) for table in tables for step in getattr(steps, table) if step.name in cases]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        *rows(OF_TEXT, "LEARNT_OF_TEXT", "SETTLED_IN_TEXT"),
        *rows(OF_MARKUP, "LEARNT_OF_MARKUP", "SETTLED_IN_MARKUP"),
    ],
)
def test_without_a_step_the_record_is_another(table: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dump = (OF_TEXT if table.endswith("TEXT") else OF_MARKUP)[name]
    before = artparse.parse(dump).to_json()
    monkeypatch.setattr(steps, table, tuple(step for step in getattr(steps, table) if step.name != name))
    assert artparse.parse(dump).to_json() != before


@pytest.mark.parametrize("name", BY_LABELS)
def test_a_step_changes_labels(name: str) -> None:
    lines, labels, hints = BY_LABELS[name]
    units = [Unit((n, n + 1), line, 1, hints) for n, line in enumerate(lines)]
    given = replace(page_of(units), labels=labels)
    (step,) = {step.of: step for step in ALL if step.name == name}.values()
    assert step.of(given).labels != labels


@pytest.mark.parametrize("table", ["SETTLED_IN_TEXT", "SETTLED_IN_MARKUP"])
def test_steps_for_lines_without_capitals_leave_numbers_of_other_pages_alone(table: str) -> None:
    lines = [TITLE, P[0], "2", P[1]]
    labels: Labels = ["title", "paragraph", "between", "paragraph"]
    units = [Unit((n, n + 1), line, 1, NO_HINTS) for n, line in enumerate(lines)]
    names = {"only-prose", "signed-edge", "notes", "joined-prose", "short-headings"}
    asked = [step for step in getattr(steps, table) if step.name in names]
    assert len(asked) == len(names)
    assert after(replace(page_of(units), labels=labels, by=["labels"] * 4), asked).labels == labels


def test_every_step_has_a_case() -> None:
    assert {
        step.name for step in ALL
    } == WITHOUT_EFFECT | OF_TEXT.keys() | OF_MARKUP.keys() | BY_LABELS.keys()


def test_each_line_says_which_step_its_label_is_from() -> None:
    said = Step("said", "any", lambda page: page.labelled(["title", "paragraph"]))
    other = Step("other", "any", lambda page: page.labelled(["title", "after"]))
    units = [Unit((n, n + 1), "A line", 1, NO_HINTS) for n in range(2)]
    assert after(page_of(units), (said, other)).by == ["said", "other"]
