"""Named fields (of a JSON record, of front matter) to what they say of the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from artparse.reading.document import Evidence
from artparse.reading.jsonld import names, texts
from artparse.reading.moments import iso

TITLE = ("title", "headline", "head_line", "name")
AUTHORS = ("authors", "author", "byline", "creator", "creators", "writer", "author_name", "author_names")
PUBLISHED = (
    "published", "date_publish", "date_published", "datepublished", "published_at", "publishedat",
    "publish_date", "published_date", "publication_date", "pub_date", "pubdate", "publishdate", "date",
    "pubdatetime", "timestamp", "created_at", "datetime",
)  # fmt: skip
MODIFIED = (
    "modified",
    "date_modify",
    "date_modified",
    "datemodified",
    "modified_at",
    "updated",
    "updated_at",
)
SITE = (
    "site",
    "site_name",
    "sitename",
    "publisher",
    "publication",
    "outlet",
    "source_name",
    "source",
    "domain",
    "source_domain",
)
URL = ("url", "link", "canonical_url", "canonicalurl", "source_url", "web_url", "weburl", "uri", "href")
LANGUAGE = ("language", "lang", "language_code", "inlanguage")
DESCRIPTION = ("description", "summary", "abstract", "excerpt", "lead", "standfirst")
KEYWORDS = ("keywords", "tags")
IMAGE = ("image", "image_url", "top_image", "thumbnail")

_IS_NUMBER = re.compile(r"[0-9]{1,20}\.[0-9]{0,20}")


def _figures(value: float) -> str:
    """A number as text; empty for one that is too large for a moment."""
    return str(value) if abs(value) < 10**18 else ""


def evidence_in(fields: Mapping[str, Any]) -> Evidence:
    """What fields (by lower-case name) say of the article."""

    def first(wanted: tuple[str, ...]) -> str | None:
        return next((text for name in wanted for text in texts(fields.get(name))), None)

    def listed(wanted: tuple[str, ...], separator: str) -> tuple[str, ...]:
        for name in wanted:
            if found := [item for item, _ in names(fields.get(name), [])]:
                return tuple(re.split(separator, found[0]) if len(found) == 1 else found)
        return ()

    dates = {
        name: [_figures(value)] if isinstance(value := fields.get(name), int | float) else texts(value)
        for name in (*PUBLISHED, *MODIFIED)
    }
    moments = {
        name: iso(values[0].partition(".")[0] if _IS_NUMBER.fullmatch(values[0]) else values[0])
        for name, values in dates.items()
        if values
    }
    title = first(TITLE)
    url = first(URL)
    language = re.match(r"[a-z]{2,3}(?=[-_]|$)", (first(LANGUAGE) or "").lower())
    return Evidence(
        title=title,
        titles=(title,) if title else (),
        site=first(SITE),
        authors=listed(AUTHORS, r"\s*;\s*"),
        published=next((moments[name] for name in PUBLISHED if moments.get(name)), None),
        modified=next((moments[name] for name in MODIFIED if moments.get(name)), None),
        language=language[0] if language else None,
        url=url if url and "://" in url else None,
        description=first(DESCRIPTION),
        keywords=listed(KEYWORDS, r"\s*[,;]\s*"),
        image=first(IMAGE),
    )
