"""The index page of a folder of pages: a table of the articles, who is quoted most, and when."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from artparse.article import Article, Report
from artparse.values import dataclass
from artparse.writing.html import frame, template
from artparse.writing.json import line
from artparse.writing.said import outlet_of
from artparse.writing.setting import date_in_words, role_of, said
from artparse.writing.stories import Signature, signature, stories

MOST_QUOTED = 12
"""Speakers in the chart."""
_SCRIPTS = ("text", "elements", "dates", "copying", "index", "quotes")
LONGEST = 60
"""Bars of the chart of time; beyond it days become months, months years, and years decades."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article in the table."""

    address: str
    """Of its page, relative to the index."""
    path: str
    title: str | None
    site: str | None
    published: str | None
    day: str
    """The same for reading."""
    quotes: int
    speakers: int
    warnings: Sequence[str]
    names: str
    """Of its speakers, for the search."""
    top: str
    """Numbers of its speakers in the chart."""
    story: int | None
    """The number of the first article, from 1, that tells the same story; null where no other does."""
    shared: float | None
    """What it has in common with another of the story, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    key: str
    """A number for a speaker; the beginning of an ISO 8601 date for a stretch of time."""
    label: str
    quotes: int
    articles: int
    share: float
    """Of the longest bar, 0 to 1."""


def summary(article: Article) -> dict[str, Any]:
    """What the index shows of `article`."""
    return {
        "title": article.title,
        "site": outlet_of(article),
        "published": article.published,
        "quotes": len(article.quotes),
        "speakers": [[speaker.name, len(speaker.quotes)] for speaker in article.speakers],
        "warnings": [warning.code for warning in article.warnings],
        "signature": _written(signature(article)),
        "url": article.source.url,
        "said": [
            [one.text, one.speaker, role_of(article, one), one.utterance, int(isinstance(one, Report))]
            for one in said(article)
        ],
    }


def quotes(facts: dict[str, Any]) -> bytes:
    """What the table of quotes beside the index has of the article with this summary."""
    return line([facts.get("url"), facts.get("said", [])]).encode() + b",\n"


def index(pages: Iterable[tuple[str, dict[str, Any]]]) -> bytes:
    """The index of `pages`: the path of each below the folder, with `/`, and its summary.

    Speakers are taken for the same where they have the same name, whatever its case.
    """
    listed = list(pages)
    speakers = _most_quoted(facts for _, facts in listed)
    times = _times([facts for _, facts in listed])
    numbers = {bar.label.casefold(): bar.key for bar in speakers}
    told = stories([_read(facts.get("signature")) for _, facts in listed])
    named = {name.casefold() for _, facts in listed for name, _ in facts["speakers"]}
    page = template("index.html").render(
        **frame("index.css", *(f"scripts/{name}.js" for name in _SCRIPTS)),
        rows=[
            _row(path, facts, numbers, first + 1 if share else None, share)
            for (path, facts), (first, share) in zip(listed, told, strict=True)
        ],
        several=any(share for _, share in told),
        speakers=speakers,
        times=times,
        quotes=sum(facts["quotes"] for _, facts in listed),
        named=len(named),
        undated=sum(not facts["published"] for _, facts in listed),
    )
    return page.encode()


def _written(found: Signature | None) -> list[Any] | None:
    """A signature as JSON has it."""
    return found and [b64encode(found.values).decode(), found.sequences]


def _read(written: list[Any] | None) -> Signature | None:
    return Signature(b64decode(written[0]), written[1]) if written else None


def _row(
    path: str, facts: dict[str, Any], numbers: dict[str, str], story: int | None, shared: float | None
) -> Row:
    names = [name for name, _ in facts["speakers"]]
    in_chart = (numbers.get(name.casefold()) for name in names)
    return Row(
        address=f"{quote(path.encode('utf-8', 'surrogateescape'))}#index-{path.count('/')}",
        path=path,
        title=facts["title"],
        site=facts["site"],
        published=facts["published"],
        day=date_in_words(facts["published"]).partition(",")[0] if facts["published"] else "",
        quotes=facts["quotes"],
        speakers=len(names),
        warnings=[code.replace("_", " ") for code in facts["warnings"]],
        names=" · ".join(names),
        top=" ".join(number for number in in_chart if number),
        story=story,
        shared=shared,
    )


def _most_quoted(summaries: Iterable[dict[str, Any]]) -> list[Bar]:
    quotes: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for facts in summaries:
        for name, count in facts["speakers"]:
            if not count:  # Who is only reported.
                continue
            key = name.casefold()
            printed.setdefault(key, name)
            quotes[key] += count
            articles[key] += 1
    most = quotes.most_common(MOST_QUOTED)
    longest = most[0][1] if most else 1
    return [
        Bar(str(i), printed[key], count, articles[key], count / longest)
        for i, (key, count) in enumerate(most)
    ]


def _times(summaries: Sequence[dict[str, Any]]) -> list[Bar]:
    """A bar for each day, month, year or decade from the first date to the last."""
    dated = [(facts["published"], facts["quotes"]) for facts in summaries if _is_date(facts["published"])]
    if not dated:
        return []
    dates = sorted(published for published, _ in dated)
    exact = min(map(len, dates))
    for length in (length for length in (10, 7, 4, 3) if length <= exact):
        keys = _stretches(dates[0][:length], dates[-1][:length])
        if len(keys) <= LONGEST:
            break
    quotes: Counter[str] = Counter()
    for published, count in dated:
        quotes[published[:length]] += count
    articles = Counter(published[:length] for published, _ in dated)
    longest = max(*quotes.values(), 1)
    return [Bar(key, _in_words(key), quotes[key], articles[key], quotes[key] / longest) for key in keys]


def _is_date(published: str | None) -> bool:
    """Whether there is a date, and the calendar has it."""
    try:
        return published is not None and bool(date.fromisoformat(f"{published}-01-01"[:10]))
    except ValueError:
        return False


def _stretches(first: str, last: str) -> Sequence[str]:
    """Every day, month, year or decade (as `first` is) from `first` to `last`."""
    if len(first) == 10:
        start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        return [date.fromordinal(day).isoformat() for day in range(start, end + 1)]
    if len(first) == 7:
        start, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    return [str(number).zfill(len(first)) for number in range(int(first), int(last) + 1)]


def _in_words(key: str) -> str:
    return date_in_words(key) if len(key) > 4 else key if len(key) == 4 else f"{key}0s"
