"""Invented web pages in the form of the corpora that training reads (`training/README.md`)."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

PUBLISHERS = {
    "fundus": "HarbourPost ValleyTimes NorthernEcho IslandHerald MarketCourier RiverGazette HillStar",
    "trafilatura": "hafenblatt.example talbote.example nordkurier.example inselecho.example "
    "marktpost.example flussblatt.example bergstern.example",
    "wcxb": "gardenblog.example cookbook.example bikeguide.example stargazer.example woodshop.example "
    "teahouse.example mapmaker.example",
}
"""By corpus, who publishes its pages."""
PEOPLE = ("Vera Holm", "Jon Aske", "Mary Lind", "Peter Brandt", "Anna Falk", "Karl Berg", "Ruth Hansen")
MONTHS = ("January", "February", "March", "April", "May", "June", "July")
SUBJECTS = ("the ferry", "the new bridge", "the old harbour", "the night train", "the school roof")
VERBS = ("carries", "serves", "needs", "divides", "worries", "delights", "joins", "leaves", "brings", "keeps")
OBJECTS = (
    "the town",
    "many families",
    "two hundred passengers",
    "the council",
    "its neighbours",
    "a small crew",
)
TAILS = (
    "before the winter comes",
    "since the spring floods",
    "without much notice",
    "for the third year in a row",
    "as the tide turns",
    "on most days of the week",
    "while the paint is still wet",
    "at the end of the season",
)
MENU = (
    "Home",
    "News",
    "Sport",
    "Weather",
    "Culture",
    "Travel",
    "Letters",
    "Jobs",
    "Shop",
    "Archive",
    "Search",
)
FOOTER = ("Terms of use", "Privacy", "Imprint", "All rights reserved", "Newsletter", "Follow us", "Top")


class Part(NamedTuple):
    """A line of a page, and what it is of the article."""

    label: str
    text: str


class Page(NamedTuple):
    """A page: its lines in order, and what is known of its article."""

    corpus: str
    name: str
    publisher: str
    parts: list[Part]
    author: str
    day: str

    def of(self, *labels: str) -> list[str]:
        """The lines that are so labelled."""
        return [part.text for part in self.parts if part.label in labels and part.text]

    @property
    def dump(self) -> str:
        """The text that a browser's select-all copy gives."""
        return "\n".join(part.text for part in self.parts) + "\n"

    @property
    def markup(self) -> str:
        """The page as HTML."""
        tags = {
            "title": '<h1 class="headline">{}</h1>',
            "standfirst": '<p class="standfirst">{}</p>',
            "byline": '<p class="byline">{}</p>',
            "published": '<p class="date">{}</p>',
            "heading": "<h2>{}</h2>",
            "body": "<p>{}</p>",
            "caption": "<figure><figcaption>{}</figcaption></figure>",
            "before": '<li class="menu-item"><a href="#">{}</a></li>',
            "between": '<p class="teaser"><a href="#">{}</a></p>',
            "after": '<li class="teaser"><a href="#">{}</a></li>',
        }
        shown = [tags[part.label].format(escape(part.text)) for part in self.parts if part.text]
        starts = [i for i, part in enumerate(part for part in self.parts if part.text)]
        labels = [part.label for part in self.parts if part.text]
        first = next(i for i in starts if labels[i] != "before")
        last = max(i for i in starts if labels[i] != "after") + 1
        head = f"<title>{escape(self.of('title')[0])} | {self.publisher}</title>"
        return (
            f'<html lang="en"><head>{head}</head><body><nav><ul>{"".join(shown[:first])}</ul></nav>'
            f'<main><article class="story">{"".join(shown[first:last])}</article></main>'
            f'<aside class="related"><ul>{"".join(shown[last:])}</ul></aside></body></html>'
        )

    @property
    def gold(self) -> dict[str, Any]:
        """What the corpus tells of the page."""
        paragraphs = self.of("body")
        known = {
            "title": self.of("title")[0],
            "authors": [self.author],
            "published": self.day,
            "language": "en",
        }
        segments = {"contains": [paragraphs[0], paragraphs[-1], paragraphs[2]], "lacks": self.of("after")[:2]}
        if self.corpus == "fundus":
            return known | {"sections": self._sections(), "summary": self.of("standfirst")}
        if self.corpus == "trafilatura":
            return known | segments | {"url": f"https://www.{self.publisher}/{self.name}"}
        return known | segments | {"body": "\n".join(self.of("body", "heading")), "domain": self.publisher}

    def _sections(self) -> list[dict[str, Any]]:
        sections: list[dict[str, Any]] = [{"heading": None, "paragraphs": []}]
        for part in self.parts:
            if part.label == "heading":
                sections.append({"heading": part.text, "paragraphs": []})
            elif part.label == "body":
                sections[-1]["paragraphs"].append(part.text)
        return sections

    @property
    def lines(self) -> dict[str, str]:
        """The numbers of its lines, as an annotator has them (`annotations/lines.json`)."""
        kinds = {"title": "title", "heading": "headings", "body": "body", "standfirst": "standfirst"}
        kinds |= {"byline": "byline", "published": "published"}
        return {
            kind: " ".join(str(n) for n, part in enumerate(self.parts) if part.label == label)
            for label, kind in kinds.items()
        }


def sentence(chance: random.Random) -> str:
    """A sentence of common words."""
    words = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS), chance.choice(TAILS))
    said = " ".join(words)
    return said[0].upper() + said[1:] + "."


def headline(chance: random.Random) -> str:
    """A headline."""
    return sentence(chance).rstrip(".").replace("The ", "Why the ", 1)


def page(corpus: str, number: int) -> Page:
    """An invented page; every fourth is a short one."""
    chance = random.Random(f"{corpus} {number}")
    publisher = PUBLISHERS[corpus].split()[number % 7]
    short = number % 4 == 3
    day = f"2024-{number % 7 + 1:02}-{number % 27 + 1:02}"
    author = PEOPLE[number % 7]
    parts = [] if short else [Part("before", f"{word} {chance.randint(1, 99)}") for word in MENU * 3]
    parts += [Part("before", MENU[number % len(MENU)]), Part("title", headline(chance))]
    parts += [Part("standfirst", sentence(chance))] if number % 2 else []
    parts += [Part("byline", f"By {author}")]
    parts += [Part("published", f"{number % 27 + 1} {MONTHS[number % 7]} 2024")]
    for section in range(2 if short else 4):
        if section:
            parts.append(Part("heading", headline(chance)[:28].rsplit(" ", 1)[0]))
        for _ in range(2 if short else 4):
            parts.append(Part("body", " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))))
            if chance.random() < 0.3:
                parts.append(Part("between", headline(chance) if chance.random() < 0.5 else sentence(chance)))
        if section == 1:
            parts.append(Part("caption", f"{sentence(chance)} Photo: {chance.choice(PEOPLE)}"))
    # Teasers that read like paragraphs, so that some lines stay in doubt.
    teasers = (
        headline(chance) if chance.random() < 0.6 else sentence(chance) for _ in range(3 if short else 18)
    )
    parts += [Part("after", teaser) for teaser in teasers]
    parts += [Part("after", line) for line in FOOTER]
    parts.append(Part("after", f"© {publisher} 2024"))
    name = {
        "fundus": f"uk_{publisher}_{day.replace('-', '_')}_{number}",
        "trafilatura": f"{publisher.partition('.')[0]}-{number}",
        "wcxb": f"article_{9000 + number}",
    }[corpus]
    spaced = [part for line in parts for part in (line, Part(line.label, ""))]
    return Page(corpus, name, publisher, spaced if number % 3 else parts, author, day)


def pages(corpus: str, count: int) -> Iterator[Page]:
    """So many pages."""
    return (page(corpus, number) for number in range(count))


def write_corpora(folder: Path, count: int, annotations: Path) -> None:
    """The three corpora of web pages, of so many pages each, in `folder`, and the lines of some of them."""
    lines: dict[str, dict[str, Any]] = {}
    for corpus in PUBLISHERS:
        found = [*pages(corpus, count)]
        for kind in ("html", "text"):
            (folder / corpus / kind).mkdir(parents=True, exist_ok=True)
        for one in found:
            path = folder / corpus / "html" / f"{one.name}.html.gz"
            path.write_bytes(gzip.compress(one.markup.encode()))
            (folder / corpus / "text" / f"{one.name}.txt").write_text(one.dump, encoding="utf-8")
        gold = {one.name: one.gold for one in found}
        (folder / corpus / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        if corpus != "fundus":
            lines[corpus] = {one.name: one.lines for one in found[::2]}
    annotations.write_text(json.dumps(lines), encoding="utf-8")
