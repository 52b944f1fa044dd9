"""An article as one self-contained page: no network, no other files, nothing that runs but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from artparse import __version__
from artparse.article import Article, Quote
from artparse.writing.json import line
from artparse.writing.setting import (
    Lines,
    Part,
    Run,
    date_in_words,
    parts_of,
    safe,
    source_of,
    speakers_of,
    words_of,
)

COLOURS = 8
"""Number of speaker colours in `article.css`; later speakers begin again."""
UNSURE = 0.6
"""A quote whose speaker is less certain than this is marked for checking."""
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run with what the page needs to show it."""

    run: Run
    colour: str
    """Class of the speaker's colour."""
    ending: tuple[int, ...]
    """Quotes whose last words these are; their numbers stand here."""


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that are set together: a list's items, removed blocks of one reason, or one alone."""

    kind: str
    level: int
    reason: str | None
    parts: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a quote's note and card say."""

    quote: Quote
    number: int
    colour: str
    roles: str
    line: int
    percent: int
    unsure: bool
    piece: str
    """Such as `2 of 3`, for an utterance in pieces; else empty."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend."""

    index: int
    """Of the speaker; -1 for those never named."""
    name: str
    role: str
    colour: str
    quotes: int
    words: int
    share: float
    """Of the words of whoever said most, 0 to 1."""


def page(article: Article, *, keep_text: bool = True, home: str | None = None) -> str:
    """The page of `article`, which holds its record as JSON too, without `text` unless `keep_text`.

    `home` is the address of the folder's index page. Raises ValueError for a record without its
    source text.
    """
    parts = parts_of(article)
    first = {part.kind: tuple(_stretches(article, part.runs)) for part in parts}
    before = [p for p in parts if article.spans.title and p.span < article.spans.title]
    record = article if keep_text else replace(article, text=None)
    template = _template("article.html")
    return template.render(
        **_frame("article.css", "article.js"),
        home=home,
        article=article,
        right_to_left=article.language in _RIGHT_TO_LEFT,
        title=first.get("title") or _plain(article.title or "Untitled"),
        subtitle=first.get("subtitle") or (_plain(article.subtitle) if article.subtitle else ()),
        published=date_in_words(article.published) if article.published else None,
        modified=date_in_words(article.modified) if article.modified else None,
        address=web_address(article.source.url),
        before=list(_blocks(article, before)),
        body=list(_blocks(article, parts[len(before) :])),
        keys=list(_keys(article)),
        notes=list(_notes(article)),
        facts=[(name, str(value)) for name, value in _facts(article) if value],
        record=_script_data(record.to_dict()),
    )


def web_address(url: str | None) -> str | None:
    """`url` if it is safe to link to."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _stretches(article: Article, runs: Sequence[Run]) -> Iterator[Stretch]:
    for i, run in enumerate(runs):
        following = runs[i + 1].quotes if i + 1 < len(runs) else ()
        marked = run.quotes or run.mentions or run.cues
        colour = _colour(article, article.quotes[marked[-1]]) if marked else ""
        yield Stretch(run, colour, tuple(q for q in run.quotes if q not in following))


def _plain(text: str) -> tuple[Stretch, ...]:
    return (Stretch(Run(text), "", ()),)


def _colour(article: Article, quote: Quote) -> str:
    return f"s{quote.speaker_ids[0] % COLOURS}" if quote.speaker_ids else "unnamed"


def _blocks(article: Article, parts: Sequence[Part]) -> Iterator[Block]:
    level = 1
    shown = (part for part in parts if part.kind not in ("title", "subtitle"))
    for (kind, reason, _), group in groupby(shown, key=_setting):
        together = tuple(group)
        if kind == "heading":
            # A screen reader's outline must not skip a level, whatever the source did.
            level = max(2, min(together[0].level, level + 1, 6))
        yield Block(kind, level, reason, tuple(tuple(_stretches(article, part.runs)) for part in together))


def _setting(part: Part) -> tuple[str, str | None, int]:
    """The same for neighbours that are set together."""
    alone = 0 if part.kind in ("list_item", "removed") else part.span[0]
    return part.kind, part.reason, alone


def _keys(article: Article) -> Iterator[Key]:
    unnamed = [quote for quote in article.quotes if not quote.speaker_ids]
    unnamed_words = sum(len(quote.text.split()) for quote in unnamed)
    counts = [words_of(article, speaker) for speaker in article.speakers]
    most = max(*counts, unnamed_words, 1) if counts else max(unnamed_words, 1)
    for i, (speaker, words) in enumerate(zip(article.speakers, counts, strict=True)):
        role, quotes = speaker.role or "", len(speaker.quotes)
        yield Key(i, speaker.name, role, f"s{i % COLOURS}", quotes, words, words / most)
    if unnamed:
        share = unnamed_words / most
        yield Key(-1, "Not named", "", "unnamed", len(unnamed), unnamed_words, share)


def _notes(article: Article) -> Iterator[Note]:
    lines = Lines(source_of(article))
    pieces: dict[int, list[int]] = {}
    for i, quote in enumerate(article.quotes):
        pieces.setdefault(quote.utterance, []).append(i)
    for i, quote in enumerate(article.quotes):
        together = pieces[quote.utterance]
        yield Note(
            quote=quote,
            number=i + 1,
            colour=_colour(article, quote),
            roles="; ".join(s.role for s in speakers_of(article, quote) if s.role),
            line=lines.number(quote.span[0]),
            percent=round(100 * quote.confidence),
            unsure=quote.confidence < UNSURE,
            piece=f"{together.index(i) + 1} of {len(together)}" if len(together) > 1 else "",
        )


def _facts(article: Article) -> Iterator[tuple[str, object]]:
    source = article.source
    yield "File", source.path
    yield "Record", source.record
    yield "Address", source.url
    yield "Format", f"{source.format}, {source.encoding}, {source.characters:,} characters"
    yield "Language", article.language
    yield "Site", article.site
    yield "Authors", ", ".join(article.authors)
    yield "Words", f"{article.words:,}"
    if article.dateline:
        yield "Dateline", ", ".join(filter(None, (article.dateline.place, article.dateline.agency)))
    yield "Keywords", ", ".join(article.keywords)
    yield "Description", article.description
    yield "Image", article.image
    yield "Licence", article.license
    yield "SHA-256", source.sha256


def _frame(style: str, script: str) -> dict[str, Any]:
    """What every page has in its head."""
    css, js = _file("frame.css") + _file(style), _file(script)
    return {
        "version": __version__,
        "style": Markup(css),
        "script": Markup(js),
        "style_hash": _hash(css),
        "script_hash": _hash(js),
    }


def _script_data(value: dict[str, Any]) -> Markup:
    """`value` as JSON that no HTML parser finds the end of its script in."""
    return Markup(line(value).replace("<", "\\u003c"))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    return (Path(__file__).with_name("pages") / name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> Template:
    return Environment(
        loader=_Pages(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template(name)


class _Pages(BaseLoader):
    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        return _file(template), None, None


def _visible(value: Any) -> Any:
    """What stands in a page: text with nothing in it that turns it round."""
    return safe(value) if type(value) is str else value
