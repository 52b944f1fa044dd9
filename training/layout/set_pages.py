"""Written dumps set as pages: longer ones, with a site's lines around and in the article, and as web pages.

A page of the corpora is as its publisher's template is, and there are few templates. Here each dump of
`written.py` gets some page of its own making: which elements hold what, in which order of the source, under
which class names, telling, meaningless or misleading ones, with or without metadata, is drawn anew for each.
What stands around the article comes from other dumps: their menus, their headlines as teasers, the openings
of their paragraphs below these or as comments. The same seed gives the same page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from random import Random
from typing import NamedTuple

from annotated import markup_labels
from markup_pages import units_in as units_of_markup
from pages import Page
from written import Lines, annotation_of, dump_in, group_of, pages_in, written, written_pages

from artparse.layout.lines.units import Unit
from artparse.layout.models.features import features_of, looks_of
from artparse.layout.models.model import SHORT
from artparse.reading import read

SET = 2
"""Web pages made of each dump."""
AROUND = 0.6
"""How much stands around the article of a web page."""
CROWDED = 0.9
"""The same of a longer text."""
ENOUGH = 5
"""Dumps of a language, at least, from which its pages get what stands around their articles."""
MARK = re.compile(r"\s*(?:[-*•–▪·]|\d{1,2}[.)])\s+")
SHORT_LINE = 90
"""Code points, at most, of lines that may be items of a list."""
NAMES = (
    *("Maren", "tomk", "Odile B.", "J. Harker", "rainyday77", "Pilar", "Anton W.", "Sefa", "gardenlover"),
    *("Mr. Quill", "Ines", "dlm_88", "Bruno", "Kit", "Aoife", "Hanna L.", "No Name", "old_sailor", "Yusuf"),
)
"""Whoever writes comments."""
TELLING = {
    "page": ("wrapper", "site", "page", "container"),
    "menu": ("nav", "menu", "main-menu", "navigation", "topbar"),
    "article": ("article", "post", "entry", "story", "content-main", "single-post"),
    "body": ("article-body", "entry-content", "post-content", "story-text", "content", "text", "body-copy"),
    "title": ("headline", "entry-title", "title", "article__title"),
    "credits": ("byline", "meta", "author", "post-meta", "info", "dateline"),
    "lead": ("standfirst", "lead", "intro", "teaser", "summary"),
    "box": ("related", "box", "promo", "newsletter", "share", "advert", "more"),
    "side": ("sidebar", "aside", "widget-area", "rail", "secondary"),
    "teaser": ("teaser", "card", "item", "news-item"),
    "comments": ("comments", "comment-list", "discussion", "responses"),
    "footer": ("footer", "site-footer", "bottom", "legal"),
    "head": ("subhead", "heading", "crosshead", "section-title"),
    "text": ("paragraph", "text", "p1", "block"),
}
"""Class names that say what an element is, by what it is."""
UTILITY = (
    *("flex", "mt-4", "mb-2", "px-6", "col", "col-8", "row", "grid", "lg", "u-full", "inner", "clearfix"),
    *("block", "wrap", "box-1", "layer", "unit", "cell", "left", "right", "wide", "dark", "tight", "xs"),
)
"""Class names that say nothing."""


class Laid(NamedTuple):
    """A page made of a dump: its lines in the order of the source, and its HTML."""

    lines: list[tuple[str, str]]
    markup: str


class Classes:
    """How a page names its elements: by what they are, by other things, by nothing, or not at all."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.manner = chance.choice(("telling", "telling", "hashed", "utility", "misleading", "none", "few"))
        self.prefix = chance.choice(("", "", "x-", "site-", "tpl_", "c-"))
        kinds = list(TELLING)
        others = kinds[:]
        chance.shuffle(others)
        self.of = dict(zip(kinds, others, strict=True))
        self.known: dict[str, str] = {}

    def __call__(self, kind: str) -> str:
        """The attribute of an element, with a space before it, or nothing."""
        if kind not in self.known:
            self.known[kind] = self._drawn(kind)
        return self.known[kind]

    def _drawn(self, kind: str) -> str:
        chance = self.chance
        if self.manner == "none" or (self.manner == "few" and chance.random() < 0.7):
            return ""
        if self.manner == "hashed":
            name = chance.choice(("css-", "sc-", "_", "")) + "".join(
                chance.choices("abcdefgh0123456789", k=6)
            )
        elif self.manner == "utility":
            name = " ".join(chance.sample(UTILITY, chance.randint(1, 3)))
        else:
            # A misleading page calls its body a sidebar, or its menu a story.
            mistaken = self.manner == "misleading" and chance.random() < 0.5
            name = self.prefix + chance.choice(TELLING[self.of[kind] if mistaken else kind])
        return f' {"id" if " " not in name and chance.random() < 0.15 else "class"}="{name}"'


class Stock:
    """Lines of other dumps, from which a page gets what stands around its article."""

    def __init__(self, dumps: Sequence[tuple[str, Lines]]) -> None:
        self.menus: list[list[str]] = []
        self.ends: list[list[str]] = []
        self.heads: list[str] = []
        self.openings: list[str] = []
        for _, lines in dumps:
            letters = [letter for letter, _ in lines if letter]
            inside = [i for i, letter in enumerate(letters) if letter != "N"]
            shown = [line for letter, line in lines if letter]
            if inside:
                self.menus.append(shown[: inside[0]])
                self.ends.append(shown[inside[-1] + 1 :])
            self.heads += [line for letter, line in lines if letter == "T" and len(line) < 120]
            self.openings += [_opening(x) for letter, x in lines if letter == "P" and len(x) > SHORT_LINE]
        self.menus = [own for own in self.menus if own] or [["Home"]]
        self.ends = [own for own in self.ends if own] or [["Contact"]]

    def menu(self, chance: Random) -> list[str]:
        """Lines of a menu: one dump's or several dumps'."""
        found = [line for _ in range(chance.choice((1, 1, 2, 4))) for line in chance.choice(self.menus)]
        return [line for line in dict.fromkeys(found) if len(line) < SHORT_LINE]

    def teasers(self, chance: Random, most: int) -> list[tuple[str, str]]:
        """Headlines of other articles, with the opening of one or without."""
        told = chance.random() < 0.5
        count = min(chance.randint(1, most), len(self.heads))
        return [
            (head, chance.choice(self.openings) if told and self.openings else "")
            for head in chance.sample(self.heads, count)
        ]

    def comments(self, chance: Random) -> list[tuple[str, str, str]]:
        """Who wrote comments, when, and what."""
        count = min(chance.randint(1, 6), len(self.openings))
        days = (
            "2 days ago",
            "vor 3 Stunden",
            "March 4, 2025 at 9:12 am",
            "12.02.2024 18:40",
            "5h",
            "3 weeks ago",
        )
        day = chance.choice(days)
        return [(chance.choice(NAMES), day, text) for text in chance.sample(self.openings, count)]


def _opening(text: str) -> str:
    """The first sentence of a paragraph, or its first words."""
    end = re.search(r"(?<=[a-zäöüß]{2}[.!?])\s", text)
    return text[: end.start()] if end and end.start() < 200 else text[:140].rsplit(" ", 1)[0] + " …"


class _Setter:
    """Sets one dump."""

    def __init__(self, lines: Lines, stock: Stock, chance: Random, around: float) -> None:
        self.own = [(letter, line.strip()) for letter, line in lines if letter and line.strip()]
        self.stock, self.chance, self.around = stock, chance, around
        self.name = Classes(chance)
        self.lines: list[tuple[str, str]] = []
        self.tags: list[str] = []
        inside = [i for i, (letter, _) in enumerate(self.own) if letter != "N"]
        self.first, self.last = inside[0], inside[-1]
        self.title = next((line for letter, line in self.own if letter == "T"), "")
        self.paragraph = chance.choice(("p", "p", "p", "p", "div", "br", "span"))
        self.item = chance.choice(("li", "li", "p", "div"))
        self.site = chance.choice(
            ("The Dale Post", "Nordblatt", "harbourlight.example", "Kiln & Co", "La Gazette")
        )

    def put(self, letter: str, text: str, tag: str = "", kind: str = "", link: float = 0.0) -> None:
        """A line, in an element of its own where `tag` names one; linked by chance."""
        self.lines.append((letter, text))
        words = escape(text, quote=False)
        to = f' href="/{self.chance.randint(10, 9999)}"'
        if tag != "a" and self.chance.random() < link:
            words = f"<a{to}>{words}</a>"
        opened = f"{tag}{self.name(kind) if kind else ''}{to if tag == 'a' else ''}"
        self.tags.append(f"<{opened}>{words}</{tag}>" if tag else words)

    def open(self, tag: str, kind: str = "") -> None:
        self.tags.append(f"<{tag}{self.name(kind) if kind else ''}>")

    def close(self, tag: str) -> None:
        self.tags.append(f"</{tag}>\n")

    def set(self) -> Laid:
        chance = self.chance
        side = (
            chance.choice(("before", "behind", "none", "none")) if chance.random() < self.around else "none"
        )
        outer = chance.choice(((), ("div",), ("div", "div"), ("div", "div", "div"), ("table", "tr")))
        for tag in outer:
            self.open(tag, "page")
        column = outer[-1:] == ("tr",)
        if column:
            self.open("td")
        if chance.random() < self.around:
            self.menu(self.stock.menu(chance))
        self.menu([line for _, line in self.own[: self.first]])
        if side == "before":
            self.aside()
        if column:
            self.close("td")
            self.open("td")
        inner = chance.choice(
            (("article",), ("main", "article"), ("main",), ("div",), ("div", "div"), ("section",), ())
        )
        for tag in inner:
            self.open(tag, "article")
        self.article()
        behind = [line for _, line in self.own[self.last + 1 :]]
        inside = chance.random() < 0.4
        if inside:
            self.end(behind)
        for tag in reversed(inner):
            self.close(tag)
        if side == "behind":
            self.aside()
        if not inside:
            self.end(behind)
        if chance.random() < self.around:
            self.open(tag := chance.choice(("footer", "div", "ul")), "footer")
            each = "li" if tag == "ul" else chance.choice(("p", "a", "div", "span"))
            for line in chance.choice(self.stock.ends):
                self.put("N", line, each, link=0.7)
                self.tags.append(" ")
            self.close(tag)
        if column:
            self.close("td")
        for tag in reversed(outer):
            self.close(tag)
        return Laid(
            self.lines, f"<!DOCTYPE html>\n<html>{self.head()}<body>\n{''.join(self.tags)}\n</body></html>"
        )

    def head(self) -> str:
        """The page's metadata: none, a title, or more."""
        chance, title = self.chance, self.title or self.site
        manner = chance.choice((f"{title} | {self.site}", f"{title} - {self.site}", title, self.site, ""))
        found = [f"<title>{escape(manner)}</title>"] if manner else []
        if self.title and chance.random() < 0.4:
            found.append(f'<meta property="og:title" content="{escape(self.title)}">')
            found.append(f'<meta property="og:site_name" content="{escape(self.site)}">')
        if chance.random() < 0.3:
            opening = next((line for letter, line in self.own if letter in "SP"), "")
            found.append(f'<meta name="description" content="{escape(opening[:160])}">')
        if self.title and chance.random() < 0.2:
            told = {"@context": "https://schema.org", "@type": "Article", "headline": self.title}
            found.append(f'<script type="application/ld+json">{json.dumps(told)}</script>')
        return f"<head>{''.join(found)}</head>"

    def menu(self, lines: Sequence[str]) -> None:
        """Lines before the article."""
        if not lines:
            return
        chance = self.chance
        manner = chance.choice(("ul", "nav", "div", "bar", "plain", "header"))
        tag = {"nav": "nav", "header": "header", "ul": "ul"}.get(manner, "div")
        self.open(tag, "menu")
        linked, plain = chance.choice((1.0, 1.0, 0.8, 0.2)), chance.choice(("div", "p", "span"))
        for k, line in enumerate(lines):
            if manner == "ul":
                self.put("N", line, "li", link=linked)
            elif manner in ("bar", "nav"):
                # A bar is one line where it is shown.
                self.put("N", line, "a" if manner == "bar" else "div")
                self.tags.append(" | " if manner == "bar" and k + 1 < len(lines) else "\n")
            else:
                self.put("N", line, plain, link=linked)
        self.close(tag)

    def aside(self) -> None:
        """A column beside the article: teasers."""
        chance = self.chance
        self.open(tag := chance.choice(("aside", "div", "section")), "side")
        for _ in range(chance.randint(1, 3)):
            self.teasers(6)
        self.close(tag)

    def teasers(self, most: int) -> None:
        chance = self.chance
        self.open("div", "box")
        heading = chance.choice(
            ("Latest", "Most read", "Related", "Mehr zum Thema", "À lire aussi", "Trending", "")
        )
        if heading:
            self.put("N", heading, chance.choice(("h2", "h3", "h4", "div", "p", "strong")), "head")
        listed = chance.choice(("ul", "div", "div"))
        self.open(listed, "teaser")
        own, below = chance.choice(("h3", "h4", "a", "div", "p")), chance.choice(("p", "div"))
        for head, told in self.stock.teasers(chance, most):
            self.open(item := "li" if listed == "ul" else "div", "teaser")
            self.put("N", head, own, link=0.8)
            if told:
                self.put("N", told, below)
            self.close(item)
        self.close(listed)
        self.close("div")

    def article(self) -> None:
        """Headline, credits and body, as far as they stand between its first and its last line."""
        own = self.own[self.first : self.last + 1]
        body = next((k for k, (letter, _) in enumerate(own) if letter in "PH"), len(own))
        head = self.chance.choice(("header", "div", ""))
        if head and body:
            self.open(head, "article" if head == "header" else "credits")
        self.credits(own[:body])
        if head and body:
            self.close(head)
        inner = self.chance.choice(("div", "div", "section", ""))
        if inner:
            self.open(inner, "body")
        self.body(own[body:])
        if inner:
            self.close(inner)

    def credits(self, lines: Lines) -> None:
        chance = self.chance
        titled = chance.choice(("h1", "h1", "h1", "h2", "div", "h1"))
        lead = chance.choice(("p", "h2", "div", "em"))
        credit = chance.choice(("p", "div", "span", "address"))
        for letter, part in groupby(lines, key=lambda line: "B" if line[0] in "BD" else line[0]):
            if letter == "B":
                self.open("div", "credits")
                for own, text in part:
                    self.put(own, text, "time" if own == "D" and chance.random() < 0.3 else credit, "credits")
                    self.tags.append("<br>" if credit == "span" else "")
                self.close("div")
                continue
            for own, text in part:
                if own == "T":
                    self.put(own, text, titled, "title")
                elif own == "S":
                    self.put(own, text, lead, "lead")
                else:
                    self.put(own, text, chance.choice(("div", "p", "figcaption", "span")), "box", link=0.4)
                self.tags.append("<br>" if "span" in self.tags[-1] or "<em" in self.tags[-1] else "")

    def body(self, lines: Lines) -> None:
        chance = self.chance
        heading = chance.choice(("h2", "h2", "h3", "h4", "p-b", "p-b", "div", "b"))
        boxed = chance.random() < self.around
        place = chance.randint(2, max(2, len(lines) - 2))
        box = chance.choice(("p", "div", "aside", "figcaption", "li", "span"))
        run = False
        for k, (letter, text) in enumerate(lines):
            listed = letter == "P" and self.is_item(lines, k) and self.item == "li"
            if run and not listed:
                self.close("ul")
                run = False
            if boxed and k == place:
                self.teasers(3)
            if listed:
                if not run:
                    self.open("ul")
                run = True
                self.put("P", MARK.sub("", text), "li")
            elif letter == "P" and "\t" in text:
                self.open("table")
                self.open("tr")
                self.lines.append(("P", text))
                self.tags += [f"<td>{escape(cell)}</td>" for cell in text.split("\t")]
                self.close("tr")
                self.close("table")
            elif letter == "P":
                self.paragraphed(text)
            elif letter == "H" and heading == "p-b":
                self.lines.append(("H", text))
                self.tags.append(f"<p><b>{escape(text)}</b></p>\n")
            elif letter == "H":
                self.put("H", text, heading, "head")
                self.tags.append("<br>" if heading == "b" else "\n")
            else:
                tag = box if chance.random() < 0.6 else chance.choice(("p", "div", "figcaption"))
                self.put(letter, text, tag, "box" if letter == "N" else "credits", link=0.4 * (letter == "N"))
                self.tags.append("<br>" if tag == "span" else "\n")
        if run:
            self.close("ul")

    def is_item(self, lines: Lines, k: int) -> bool:
        """Whether a line of the body stands among others as short as items are."""
        beside = [lines[j] for j in (k - 1, k + 1) if 0 <= j < len(lines)]
        short = len(lines[k][1]) <= SHORT_LINE and "\t" not in lines[k][1]
        return short and any(own == "P" and len(text) <= SHORT_LINE for own, text in beside)

    def paragraphed(self, text: str) -> None:
        if self.paragraph == "br":
            self.put("P", text)
            self.tags.append("<br><br>\n")
        elif self.paragraph == "span":
            self.lines.append(("P", text))
            self.tags.append(f"<div{self.name('text')}><span>{escape(text)}</span></div>\n")
        else:
            self.put("P", text, self.paragraph, "text" if self.paragraph == "div" else "")

    def end(self, lines: Sequence[str]) -> None:
        """Lines behind the article, teasers and comments among them."""
        chance = self.chance
        if lines:
            self.open(tag := chance.choice(("div", "section", "ul", "footer")), "footer")
            inner, first = (
                ("li",) * 2
                if tag == "ul"
                else chance.choice((("p", "h3"), ("div", "h2"), ("p", "p"), ("div",) * 2))
            )
            for k, line in enumerate(lines):
                self.put("N", line, inner if k else first, link=0.5)
            self.close(tag)
        if chance.random() < self.around / 2:
            self.teasers(5)
        if chance.random() < self.around / 2:
            listed = chance.choice(("ol", "div"))
            self.put("N", chance.choice(("Comments", "Kommentare", "3 comments", "Leave a reply")), "h3")
            self.open(listed, "comments")
            replied = chance.random() < 0.6
            for who, day, text in self.stock.comments(chance):
                self.open(item := "li" if listed == "ol" else "div", "comments")
                for line, tag in ((who, "div"), (day, "div"), (text, "p")):
                    self.put("N", line, tag)
                if replied:
                    self.put("N", "Reply", "div", link=1.0)
                self.close(item)
            self.close(listed)


def laid(lines: Lines, stock: Stock, seed: str, around: float = 0.5) -> Laid:
    """A page made of a dump; the more is `around`, the more stands around its article."""
    return _Setter(lines, stock, Random(seed), around).set()


def set_dumps(count: int, around: float) -> Iterator[tuple[str, Laid]]:
    """By the kind of its dump each page made of the dumps that are learnt from."""
    dumps = list(written())
    spoken: dict[str, list[tuple[str, Lines]]] = {}
    for name, lines in dumps:
        spoken.setdefault(language_of(name), []).append((name, lines))
    stocks = {language: Stock(own if len(own) >= ENOUGH else dumps) for language, own in spoken.items()}
    for name, lines in dumps:
        for copy in range(count):
            yield group_of(name), laid(lines, stocks[language_of(name)], f"{name} {copy}", around)


def language_of(name: str) -> str:
    """The language of a dump, by its name."""
    begun = name.partition("_")[0]
    return begun if len(begun) == 2 else "en"


def set_web_pages(count: int = SET) -> Iterator[Page]:
    """Web pages made of the written dumps, with the labels of their units."""
    for group, page in set_dumps(count, AROUND):
        document = read(page.markup.encode(), input_format="html")
        units = units_of_markup(document)
        labels = labels_in(page, units)
        looks = looks_of(units)
        yield Page(group, units, looks, features_of(units, looks, document), labels, ())


def labels_in(page: Laid, units: Sequence[Unit]) -> list[str]:
    """What each unit of such a web page is."""
    return markup_labels(dump_in(page.lines), units, annotation_of(page.lines))[0]


def long_pages(variants: Sequence[str] = ()) -> Iterator[Page]:
    """The written dumps that are long texts, and the lines of pages made of all of them that are."""
    for page in (*written_pages(variants), *set_texts(variants)):
        if len(page.units) > SHORT:
            yield page


def set_texts(variants: Sequence[str] = (), count: int = 1) -> Iterator[Page]:
    """The lines of such pages as longer texts, as they are and each in one of `variants`."""
    for number, (group, page) in enumerate(set_dumps(count, CROWDED)):
        yield from pages_in(f"{group} {number}", group, page.lines, variants)
