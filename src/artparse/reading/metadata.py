"""What a page's markup says of its article beside the text: collected here, weighed in `evidence.py`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

ITEMS = frozenset(
    (
        "headline",
        "author",
        "creator",
        "datepublished",
        "datecreated",
        "datemodified",
        "name",
        "articlesection",
        "alternativeheadline",
    )
)
"""Microdata properties that are collected."""
ELSEWHERE = frozenset(
    (
        "<aside>",
        "<footer>",
        "<nav>",
        "comment",
        "commentlist",
        "comments",
        "kommentar",
        "kommentare",
        "related",
        "reply",
    )
)
"""Words of the elements around an element that is not of the article itself, but of a comment or teaser."""
DATED = frozenset(("date", "dt-published", "entry-date", "post-date", "pubdate", "published", "timestamp"))
"""Class names of elements whose `title` is a moment (microformats)."""
MOST = 200
"""Values of one property that are collected; no article has more."""
LONGEST = 2000
"""Code points of one value that are kept."""


class Metadata:
    """The `<meta>`, `<link>`, `<time>`, JSON-LD and microdata of one page, in order."""

    def __init__(self) -> None:
        self.language: str | None = None
        self.title: str | None = None
        self.meta: dict[str, list[str]] = {}
        """Contents by lower-case name, property or itemprop."""
        self.links: dict[str, list[str]] = {}
        """Addresses by `rel`."""
        self.scripts: list[list[str]] = []
        """JSON-LD, in pieces."""
        self.in_script = False
        self.items: dict[str, list[str]] = {}
        """Microdata properties, `rel=author` links (`rel-author`), `<time>` elements (`time`, and
        `time-pubdate` where they say that it is the article's) and moments of microformats (`dated`)."""
        self.waiting: list[tuple[str, int, list[str]]] = []
        """Elements whose text is being collected: name, depth, text."""
        self.in_title = False

    def start(
        self, tag: str, attributes: Mapping[str, str], depth: int, around: Collection[str] = ()
    ) -> None:
        """An element of the page begins at `depth`; `around` are the words of the elements around it."""
        if tag == "meta":
            content = attributes.get("content", "").strip()
            for key in ("name", "property", "itemprop", "http-equiv"):
                if content and key in attributes:
                    _add(self.meta, attributes[key].strip().lower(), content)
        elif tag == "link":
            _add(self.links, attributes.get("rel", "").lower(), attributes.get("href", ""))
        elif tag == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang")
        elif tag == "title":
            if self.title is None:
                self.in_title = True
                self.waiting.append(("title", depth, []))
        else:
            if ELSEWHERE.isdisjoint(around):
                self._item(tag, attributes, depth)

    def _item(self, tag: str, attributes: Mapping[str, str], depth: int) -> None:
        names = attributes.get("itemprop", "").lower().split()
        if "title" in attributes and not DATED.isdisjoint(attributes.get("class", "").split()):
            _add(self.items, "dated", attributes["title"])
        if tag == "time":
            names.append("time-pubdate" if "pubdate" in attributes else "time")
        if "author" in attributes.get("rel", "").lower().split():
            names.append("rel-author")
        for name in names:
            if name not in ITEMS and name not in ("time", "time-pubdate", "rel-author"):
                continue
            value = attributes.get("datetime") or attributes.get("content")
            if tag == "abbr":
                value = attributes.get("title")
            if value:
                _add(self.items, name, value)
            elif len(self.waiting) < MOST:
                self.waiting.append((name, depth, []))

    def data(self, text: str) -> None:
        """Text inside the elements that are waiting for it."""
        for _, _, collected in self.waiting[-5:]:
            if len(collected) < LONGEST:
                collected.append(text[:LONGEST])

    def end(self, depth: int) -> None:
        """The element that began at `depth` ends."""
        while self.waiting and self.waiting[-1][1] >= depth:
            name, _, collected = self.waiting.pop()
            value = " ".join("".join(collected).split())[:LONGEST]
            if name == "title":
                self.title, self.in_title = value, False
            elif name == "name":
                # Of a person or an organisation: it says more exactly what they are called.
                for outer, _, around in reversed(self.waiting[-5:]):
                    if outer in ("author", "creator") and value:
                        around[:] = [value] + [""] * LONGEST
            elif value:
                _add(self.items, name, value)

    def script(self, attributes: Mapping[str, str]) -> None:
        """A script begins."""
        if "ld+json" in attributes.get("type", "").lower():
            self.in_script = True
            self.scripts.append([])

    def end_script(self) -> None:
        """A script ends."""
        self.in_script = False


def _add(values: dict[str, list[str]], name: str, value: str) -> None:
    if value and name:
        found = values.setdefault(name, [])
        if len(found) < MOST:
            found.append(value[:LONGEST])
