"""What a page's metadata says of its article, from the many places where it may say it.

One order for every field, from what is made for machines and describes this one article to
what describes the page: JSON-LD of the article, then `<meta>` tags (`article:` and the names
that publishing systems use, Open Graph, Dublin Core), then microdata and `rel=author`, then
`<time>`; the first that gives a sound value counts. How it is weighed against the visible text
is the layout stage's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from artparse.patterns import pattern
from artparse.reading.document import Evidence
from artparse.reading.jsonld import Node, article_in, names, nodes_of, texts, types_of
from artparse.reading.metadata import Metadata
from artparse.reading.moments import iso

TITLES = (
    "og:title",
    "twitter:title",
    "headline",
    "title",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
)
PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publish-date",
    "publishdate",
    "publish_date",
    "pub_date",
    "pubdate",
    "publication_date",
    "date_published",
    "published_time",
    "last-published",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "article.published",
    "article.created",
    "datecreated",
    "creation_date",
    "vr:published_time",
    "bt:pubdate",
    "weibo:article:create_at",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "modified_time",
    "revision_date",
)
AUTHORS = (
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "author",
    "authors",
    "article:author",
    "og:article:author",
    "og:author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "byline",
    "citation_author",
    "article.author",
    "twitter:data1",
)
SITES = ("og:site_name", "application-name", "al:android:app_name", "dc.publisher", "publisher", "copyright")
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
IMAGES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
KEYWORDS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
LANGUAGES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
LICENSES = ("license", "dc.rights", "dcterms.license")
ADDRESSES = ("og:url", "twitter:url", "parsely-link")

MOST = 8
"""Wordings of the title that are kept."""
MOST_DATES = 12
"""Values that are looked at for when an article was published."""

_STATED = pattern(
    r"[\"'](?:date_?published|published_?(?:at|date|time|on)?|publish_?date|publication_?date|pub_?date"
    r"|firstPublished\w{0,9}|created_?(?:at|date|time))\\?[\"']\s?:\s?\\?[\"']([0-9]{4}-[0-9]{2}-[0-9]{2}[^\"'\\]{0,20})",
    re.IGNORECASE,
)
"""A moment among the data that a script has of the article."""
_PRIMARY = pattern(r"[a-z]{2,3}(?=[-_]|$)")
_ALL_OF = pattern(
    r"(?i).*\b(?:posts|articles|beiträge|artikel|entradas|artículos)\s+(?:by|of|von|de|par|por)\s*"
)
"""What a link to an author's other articles says before the name."""
_SLUG = pattern(r"[a-z]{2,}(?:[-_][a-z]{2,}){1,2}")
_ADDRESS = pattern(r"(?i)https?://|www\.|@|\.(?:com|org|net|html?)\b|[/{}<>]")


def evidence_of(metadata: Metadata, markup: str = "") -> Evidence:
    """What `metadata` says, a value for every field that it has one for; `markup` is the page's."""
    nodes = nodes_of("".join(script) for script in metadata.scripts)
    article = article_in(nodes) or {}
    titles = [title for title in _titles(metadata, article) if title]
    stated = _all_moments(
        texts(article.get("datePublished")),
        _meta(metadata, PUBLISHED),
        metadata.items.get("datepublished", ()),
        texts(article.get("dateCreated")),
        metadata.items.get("time-pubdate", ()),
        metadata.items.get("dated", ()),
    )
    return Evidence(
        title=titles[0] if titles else None,
        titles=tuple(dict.fromkeys(titles))[:MOST],
        site=_site(metadata, article, nodes),
        authors=tuple(_authors(metadata, article, nodes)),
        site_writes=not all(is_person for _, is_person in _described(article, nodes)),
        published=stated[0] if stated else None,
        stated=stated,
        modified=_moment(
            texts(article.get("dateModified")),
            _meta(metadata, MODIFIED),
            metadata.items.get("datemodified", ()),
        ),
        moments=() if stated else tuple(_moments(metadata, markup)),
        language=_language(
            [metadata.language or "", *texts(article.get("inLanguage")), *_meta(metadata, LANGUAGES)]
        ),
        url=_address(
            [*metadata.links.get("canonical", ()), *_meta(metadata, ADDRESSES), *texts(article.get("url"))]
        ),
        description=_first([*_meta(metadata, DESCRIPTIONS), *texts(article.get("description"))]),
        keywords=tuple(_keywords(metadata, article)),
        image=_address([*_meta(metadata, IMAGES), *_images(article)]),
        license=_first(
            [*metadata.links.get("license", ()), *texts(article.get("license")), *_meta(metadata, LICENSES)]
        ),
        breadcrumb=tuple(_breadcrumb(nodes)),
        body=max(texts(article.get("articleBody")), key=len, default=None),
    )


def _meta(metadata: Metadata, wanted: Iterable[str]) -> list[str]:
    return [value for name in wanted for value in metadata.meta.get(name, ())]


def _first(values: Iterable[str]) -> str | None:
    return next((" ".join(value.split()) for value in values if value.strip()), None)


def _titles(metadata: Metadata, article: Node) -> Iterator[str]:
    yield from texts(article.get("headline"))
    for value in _meta(metadata, TITLES):
        yield " ".join(value.split())
    yield from metadata.items.get("headline", ())[:1]
    if metadata.title:
        yield metadata.title


def _site(metadata: Metadata, article: Node, nodes: list[Node]) -> str | None:
    named = _first(metadata.meta.get("og:site_name", ()))
    if named is None:
        named = next((name for name, _ in names(article.get("publisher"), nodes)), None)
    return named or _first(_meta(metadata, SITES))


def _authors(metadata: Metadata, article: Node, nodes: list[Node]) -> list[str]:
    """Names as the first place gives them that names somebody; persons only, where it tells them apart."""
    described = _described(article, nodes)
    persons = [name for name, is_person in described if is_person]
    places: list[Iterable[str]] = [persons or [name for name, _ in described]]
    places += [metadata.meta.get(name, ()) for name in AUTHORS]
    places += [metadata.items.get(name, ()) for name in ("author", "creator", "rel-author")]
    for place in places:
        found = [_spoken(name) for name in place if not _ADDRESS.search(name) and 1 < len(name.strip()) < 200]
        if found:
            return list(dict.fromkeys(found))
    return []


def _described(article: Node, nodes: list[Node]) -> list[tuple[str, bool]]:
    """The authors of JSON-LD, and whether each is a person."""
    return names(article.get("author"), nodes) or names(article.get("creator"), nodes)


def _spoken(name: str) -> str:
    """A name as it is written; of one made for addresses (`jane-doe`), as it would be."""
    if _SLUG.fullmatch(name):
        return name.replace("-", " ").replace("_", " ").title()
    return _ALL_OF.sub("", " ".join(name.split())).rstrip(" →»›")


def _moment(*places: Iterable[str]) -> str | None:
    return next(iter(_all_moments(*places)), None)


def _all_moments(*places: Iterable[str]) -> tuple[str, ...]:
    """What the places have that is a moment, one of each."""
    values = dict.fromkeys(value for place in places for value in place)
    return tuple(moment for value in islice(values, MOST_DATES) if (moment := iso(value)))


def _moments(metadata: Metadata, markup: str) -> Iterator[str]:
    """What the `<time>` elements say, in their order, then the first moment in the page's scripts."""
    for value in metadata.items.get("time", ()):
        if moment := iso(value):
            yield moment
    for match in _STATED.finditer(markup):
        if moment := iso(match[1]):
            yield moment
            return


def _language(values: Iterable[str]) -> str | None:
    for value in values:
        if match := _PRIMARY.match(value.strip().lower()):
            return match[0]
    return None


def _address(values: Iterable[str]) -> str | None:
    return next(
        (value.strip() for value in values if value.strip().lower().startswith(("http://", "https://"))), None
    )


def _images(article: Node) -> list[str]:
    image = article.get("image")
    items = image if isinstance(image, list) else [image]
    return [text for item in items for text in texts(item.get("url") if isinstance(item, dict) else item)]


def _keywords(metadata: Metadata, article: Node) -> list[str]:
    for name in KEYWORDS:
        if values := metadata.meta.get(name):
            found = values if len(values) > 1 else re.split(r"\s*[,;]\s*", values[0])
            return list(dict.fromkeys(" ".join(word.split()) for word in found if word.strip()))
    values = texts(article.get("keywords"))
    found = values if len(values) > 1 else [w for value in values for w in re.split(r"\s*[,;]\s*", value)]
    return list(dict.fromkeys(word for word in found if word))


def _breadcrumb(nodes: list[Node]) -> list[str]:
    for node in nodes:
        if "breadcrumblist" in types_of(node):
            elements = node.get("itemListElement")
            items = (
                [item for item in elements if isinstance(item, dict)] if isinstance(elements, list) else []
            )
            found = []
            for item in items:
                inner = item.get("item")
                found += texts(item.get("name")) or texts(
                    inner.get("name") if isinstance(inner, dict) else None
                )
            return found
    return []
