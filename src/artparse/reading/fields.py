"""Named fields (of a JSON record, of front matter) to what they say of the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from artparse.data import load
from artparse.patterns import pattern
from artparse.reading.document import Evidence
from artparse.reading.jsonld import names, texts
from artparse.reading.moments import iso

_NAMES: dict[str, str] = load("fields")
TEXT, PAGES, IDENTIFIER, TITLE, AUTHORS, PUBLISHED, MODIFIED, SITE, URL, LANGUAGE, DESCRIPTION = (
    tuple(_NAMES[kind].split())
    for kind in (
        "text", "pages", "identifier", "title", "authors", "published", "modified", "site", "url", "language",
        "description",
    )
)  # fmt: skip
"""Names of the fields that have each of these, the first that does. `PAGES` have a page as it was fetched,
with what stands around the article."""
KEYWORDS, IMAGE, WITHIN, WRAPPING = (
    tuple(_NAMES[kind].split()) for kind in ("keywords", "image", "within", "wrapping")
)
"""`WITHIN` are fields whose object may hold the record itself, `WRAPPING` those whose list has many."""
FETCHED = frozenset(_NAMES["fetched"].split())
"""Fields of lists of pages that a crawler fetched, whose `timestamp` is when."""
NAMED, GIVEN, FAMILY, DATED = (tuple(_NAMES[kind].split()) for kind in ("named", "given", "family", "dated"))
"""Fields of an object that have a name, its parts, and a moment."""

_IS_NUMBER = pattern(r"[0-9]{1,20}\.[0-9]{0,20}")


def by_name(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields by lower-case name, spaces and hyphens as `_`."""
    return {re.sub(r"[\s-]+", "_", str(key).strip().lower()): value for key, value in fields.items()}


def evidence_in(fields: Mapping[str, Any]) -> Evidence:
    """What fields (by lower-case name) say of the article."""

    def there(wanted: tuple[str, ...]) -> list[Any]:
        """What fields of these names hold; of the many names that there are, a record has few."""
        return [fields[name] for name in wanted if name in fields]

    def first(wanted: tuple[str, ...]) -> str | None:
        return next((text for value in there(wanted) for text in texts(_named(value))), None)

    def listed(wanted: tuple[str, ...], separator: str) -> tuple[str, ...]:
        for value in there(wanted):
            if found := [item for item, _ in names(_named(value), [])]:
                return tuple(re.split(separator, found[0]) if len(found) == 1 else found)
        return ()

    fetched = not FETCHED.isdisjoint(fields)
    moments = {
        name: moment_in(fields[name])
        for name in (*PUBLISHED, *MODIFIED)
        if name in fields and not (fetched and name == "timestamp")
    }
    title = first(TITLE)
    url = first(URL)
    return Evidence(
        title=title,
        titles=(title,) if title else (),
        site=next(
            (text for value in there(SITE) for text in texts(_named(value)) if "://" not in text), None
        ),
        authors=listed(AUTHORS, r"\s*[;|\n]\s*"),
        published=next((moments[name] for name in PUBLISHED if moments.get(name)), None),
        modified=next((moments[name] for name in MODIFIED if moments.get(name)), None),
        language=language_in(first(LANGUAGE) or ""),
        url=url if url and "://" in url else None,
        description=first(DESCRIPTION),
        keywords=listed(KEYWORDS, r"\s*[,;|]\s*"),
        image=first(IMAGE),
    )


def moment_in(value: Any) -> str | None:
    """A moment as ISO 8601: of a text, a number of seconds (or parts of them) since 1970, or an object."""
    if isinstance(value, dict):
        value = next((value[name] for name in DATED if name in value), None)
        if isinstance(value, dict):  # As MongoDB writes those it exports in full.
            value = value.get("$numberLong")
    if isinstance(value, bool):
        return None
    found = [_figures(value)] if isinstance(value, int | float) else texts(value)
    if not found:
        return None
    return iso(found[0].partition(".")[0] if _IS_NUMBER.fullmatch(found[0]) else found[0])


def _figures(value: float) -> str:
    """A number as text; empty for one that is too large for a moment."""
    return f"{value:.0f}" if abs(value) < 10**20 else ""


def _named(value: Any) -> Any:
    """`value` with names in place of the objects in it."""
    if isinstance(value, list):
        return [_named(item) for item in value]
    if not isinstance(value, dict):
        return value
    parts = by_name(value)
    whole = next((parts[name] for name in NAMED if isinstance(parts.get(name), str)), None)
    if whole:
        return whole
    halves = (
        next((parts[name] for name in kinds if isinstance(parts.get(name), str)), "")
        for kinds in (GIVEN, FAMILY)
    )
    return " ".join(filter(None, halves)) or value


@cache
def _languages() -> dict[str, str]:
    return {name: tag for tag, names_ in load("languages").items() for name in names_.split()}


def language_in(value: str) -> str | None:
    """The tag of a language by its tag, its code of three letters, or its name."""
    lower = value.strip().lower()
    tag = re.match(r"[a-z]{2}(?=[-_,;]|$)", lower)
    if tag:
        return tag[0]
    words = re.findall(r"[^\W\d_]+", lower)
    known = next((found for word in words if (found := _languages().get(word))), None)
    unknown = re.match(r"[a-z]{3}(?=[-_]|$)", lower)
    return known or (unknown[0] if unknown else None)
