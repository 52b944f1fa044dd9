"""Elements of HTML: which stand apart, on lines of their own or inside a line; which are no text of the page;
which say what stands in them; the words of their class names, and whether they are shown.
"""

from __future__ import annotations

from functools import lru_cache

from artparse.patterns import pattern

LOOSE = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "details",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
"""Elements that stand apart: an empty line before and after."""
TIGHT = frozenset(
    [
        "button",
        "caption",
        "center",
        "dd",
        "dialog",
        "dir",
        "div",
        "dt",
        "figcaption",
        "frameset",
        "head",
        "html",
        "legend",
        "li",
        "menu",
        "optgroup",
        "option",
        "search",
        "summary",
        "tbody",
        "tfoot",
        "thead",
        "tr",
    ]
)
"""Elements that stand on lines of their own."""
CELLS = frozenset(("td", "th"))
SKIPPED = frozenset(
    [
        "applet",
        "area",
        "audio",
        "base",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "iframe",
        "input",
        "map",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "param",
        "progress",
        "rp",
        "rt",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "track",
        "video",
    ]
)
"""Elements whose content is not the page's text."""
UNSCRIPTED = frozenset(("noscript", "template"))
"""Those that are looked into where a page shows nothing else, or less: what it shows without scripts."""
LANDMARKS = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "button",
        "caption",
        "cite",
        "details",
        "dialog",
        "dl",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "label",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "section",
        "summary",
        "table",
        "time",
        "ul",
    ]
)
"""Elements whose name says what stands in them, however deep inside."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
RUNNING = frozenset(("p", *HEADINGS, "li", "figcaption"))
"""Elements inside which a line break is only a line's, unless a sentence ends before it."""
NAMING = frozenset(("class", "id", "role", "itemprop", "rel", "data-component", "data-qa", "data-testid"))
"""Attributes whose values say what an element is for."""
TELLING = frozenset(("itemprop", "rel", "datetime"))
"""Attributes that make an element one of the page's metadata."""
METADATA = frozenset(("abbr", "html", "link", "meta", "time", "title"))
"""Elements that are the page's metadata."""
BOLD = frozenset(("b", "strong"))
COUNTED = frozenset(("a", *CELLS, *BOLD))
"""Elements that are counted in the line that they begin in."""
WHOLE = frozenset(("body", "html"))
"""The elements that a whole page is in."""
CONSENT = frozenset(
    ("ccpa", "consent", "cookie", "cookies", "didomi", "gdpr", "onetrust", "optanon", "usercentrics")
)
"""Words of class names that only dialogues about consent have; on the whole page they say what its visitor
has answered (`cookies-not-set`)."""
LONGEST = 400
"""Code points of an element's class names and identifiers that are looked at."""
_HIDDEN = pattern(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_FOR_SCREEN_READERS = pattern(
    r"(?i)(?<![\w:-])(?:[a-z]{1,6}-){0,2}_?(?:sr-only|visually-?hidden|screen-?reader-(?:text|only)|vh)(?![\w@-])"
)
"""Class names of words that are read out, and not shown."""
_EDITOR = "mw-editsection"
"""The class name of what leads from a wiki's heading to its editor, which no reader needs."""
_WORD = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@lru_cache(maxsize=4096)
def words_of(names: str, tag: str = "") -> tuple[str, ...]:
    """The words of class names and identifiers of a `tag`, lower case: `articleBody main-text` has four."""
    words = tuple(dict.fromkeys(word.lower() for word in _WORD.findall(names)))
    return tuple([word for word in words if word not in CONSENT]) if tag in WHOLE else words


def is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    if "hidden" in attributes:
        # React sends late parts of a page hidden, under such a name, and shows them by script.
        return not attributes.get("id", "").startswith("S:")
    if "style" in attributes and _HIDDEN.search(attributes["style"]):
        return tag not in ("html", "body")
    return "class" in attributes and tag != "h1" and _is_set_aside(attributes["class"][:LONGEST])


@lru_cache(maxsize=4096)
def _is_set_aside(names: str) -> bool:
    return _EDITOR in names or _FOR_SCREEN_READERS.search(names) is not None
