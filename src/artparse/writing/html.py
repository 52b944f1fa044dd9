"""An article as one self-contained page: no network, no other files, nothing that runs but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from artparse import __version__
from artparse.article import Article, ErrorRecord, Quote, Report
from artparse.writing.json import line
from artparse.writing.setting import (
    Lines,
    Part,
    Run,
    date_in_words,
    parts_of,
    role_of,
    safe,
    source_of,
    words_of,
)

COLOURS = 8
"""Number of speaker colours in `article.css`; later speakers begin again."""
UNSURE = 0.6
"""A quote whose speaker is less certain than this is marked for checking."""
_ELEMENTS = {
    "list_item": ("ul", "li"),
    "blockquote": ("blockquote", "p"),
    "code": ("pre", "code"),
    "removed": ("div", "p"),
}
_FOLDER = Path(__file__).with_name("pages")
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


class Stretch(NamedTuple):
    """A run of text as the page shows it."""

    text: str
    tag: str = ""
    """`mark` for a quote's words, `span` for other marked words, empty for plain ones."""
    classes: str = ""
    """What it is of a quote (`quote`, `cue`, `mention`) or a `report`, and its speaker's colour."""
    data: Markup = Markup()
    """Attributes with the indexes of the quotes that it belongs to."""
    ending: tuple[int, ...] = ()
    """Quotes whose last words these are; their numbers stand here."""


class Block(NamedTuple):
    """Parts that are set together: a list's items, removed blocks of one reason, or one alone."""

    kind: str
    around: str
    """Name of the element around all of them; empty for none."""
    tag: str
    """Name of the element of each."""
    reason: str | None
    parts: tuple[tuple[Stretch, ...], ...]


class Note(NamedTuple):
    """What a quote's number, note and card say."""

    quote: Quote
    number: int
    label: str
    """Of its number, for those who do not see where it stands."""
    colour: str
    speakers: str
    """Indexes, -1 where they are never named."""
    who: str
    roles: str | None
    unsure: bool
    facts: tuple[tuple[str, object], ...]


class Key(NamedTuple):
    """A line of the legend."""

    speaker: int
    """Index into the record's; -1 for those never named."""
    name: str
    role: str
    colour: str
    counts: str
    share: str
    """Of the words of whoever said most, in per cent."""


def alone(record: Article | ErrorRecord) -> bytes | None:
    """An article's page, nothing for an error record; raises ValueError without the source text."""
    return page(record).encode() if isinstance(record, Article) else None


def page(article: Article) -> str:
    """The page of `article`, which holds its record as JSON too.

    Raises ValueError for a record without its source text.
    """
    parts = parts_of(article)
    first = {part.kind: tuple(_stretches(article, part.runs)) for part in parts}
    before = [p for p in parts if article.spans.title and p.span < article.spans.title]
    return template("article.html").render(
        **frame("article.css", "article.js"),
        article=article,
        lang=Markup(' lang="{}"').format(article.language) if article.language else "",
        right_to_left=article.language in _RIGHT_TO_LEFT,
        title=first.get("title") or (Stretch(article.title or "Untitled"),),
        subtitle=first.get("subtitle") or ((Stretch(article.subtitle),) if article.subtitle else ()),
        published=date_in_words(article.published) if article.published else None,
        modified=date_in_words(article.modified) if article.modified else None,
        address=web_address(article.source.url),
        before=list(_blocks(article, before)),
        body=list(_blocks(article, parts[len(before) :])),
        keys=list(_keys(article)),
        notes=list(_notes(article)),
        quotes=_count(len(article.quotes), "quote"),
        reports=_count(len(article.reports), "report") if article.reports else "",
        facts=[(name, str(value)) for name, value in _facts(article) if value],
        record=_script_data(article),
    )


def web_address(url: str | None) -> str | None:
    """`url` if it is safe to link to."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _stretches(article: Article, runs: Sequence[Run]) -> Iterator[Stretch]:
    for i, run in enumerate(runs):
        roles = [
            (name, indexes)
            for name, indexes in (("quote", run.quotes), ("cue", run.cues), ("mention", run.mentions))
            if indexes
        ]
        if not roles and run.reports:
            report = article.reports[run.reports[-1]]
            said_by = " ".join(map(str, report.speaker_ids)) or "-1"
            title = Markup(' data-speakers="{}" title="{}"').format(said_by, _said(article, report))
            yield Stretch(run.text, "span", f"report {_colour(report)}", title)
            continue
        if not roles:
            yield Stretch(run.text)
            continue
        following = runs[i + 1].quotes if i + 1 < len(runs) else ()
        yield Stretch(
            run.text,
            "mark" if run.quotes else "span",
            " ".join((*(name for name, _ in roles), _colour(article.quotes[roles[0][1][-1]]))),
            Markup().join(
                Markup(' data-{}="{}"').format(name, " ".join(map(str, indexes))) for name, indexes in roles
            ),
            tuple(q for q in run.quotes if q not in following),
        )


def _said(article: Article, report: Report) -> str:
    """What a pointer on a report's words shows."""
    mention = report.mention.text if report.mention else "not named"
    return safe(f"Reported, not quoted: {report.speaker or mention} ({report.confidence:.0%})")


def _colour(quote: Quote | Report) -> str:
    return f"s{quote.speaker_ids[0] % COLOURS}" if quote.speaker_ids else "unnamed"


def _blocks(article: Article, parts: Sequence[Part]) -> Iterator[Block]:
    level = 1
    shown = (part for part in parts if part.kind not in ("title", "subtitle"))
    for (kind, reason, _), group in groupby(shown, key=_setting):
        together = tuple(group)
        around, tag = _ELEMENTS.get(kind, ("", "p"))
        if kind == "heading":
            # A screen reader's outline must not skip a level, whatever the source did.
            level = max(2, min(together[0].level, level + 1, 6))
            tag = f"h{level}"
        yield Block(
            kind, around, tag, reason, tuple(tuple(_stretches(article, part.runs)) for part in together)
        )


def _setting(part: Part) -> tuple[str, str | None, int]:
    """The same for neighbours that are set together."""
    alone = 0 if part.kind in ("list_item", "removed") else part.span[0]
    return part.kind, part.reason, alone


def _keys(article: Article) -> Iterator[Key]:
    unnamed = [quote for quote in article.quotes if not quote.speaker_ids]
    unnamed_reports = sum(not report.speaker_ids for report in article.reports)
    words = [words_of(article, speaker) for speaker in article.speakers]
    unnamed_words = sum(len(quote.text.split()) for quote in unnamed)
    most = max((*words, unnamed_words, 1))

    def key(i: int, name: str, role: str | None, colour: str, quotes: int, words: int, reports: int) -> Key:
        counts = f"{_count(quotes, 'quote')}, {_count(words, 'word')}"
        counts += f"; {_count(reports, 'report')}" if reports else ""
        return Key(i, name, role or "", colour, counts, f"{100 * words / most:.1f}")

    for i, speaker in enumerate(article.speakers):
        yield key(
            i,
            speaker.name,
            speaker.role,
            f"s{i % COLOURS}",
            len(speaker.quotes),
            words[i],
            len(speaker.reports),
        )
    if unnamed or unnamed_reports:
        yield key(-1, "Not named", None, "unnamed", len(unnamed), unnamed_words, unnamed_reports)


def _notes(article: Article) -> Iterator[Note]:
    lines = Lines(source_of(article))
    pieces: dict[int, list[int]] = {}
    for i, quote in enumerate(article.quotes):
        pieces.setdefault(quote.utterance, []).append(i)
    for i, quote in enumerate(article.quotes):
        together = pieces[quote.utterance]
        unsure = quote.confidence < UNSURE
        facts = (
            ("Kind", quote.kind),
            ("Cue", quote.cue and quote.cue.text),
            ("Mention", quote.mention and quote.mention.text),
            ("Confidence", f"{quote.confidence:.0%}{', check' if unsure else ''}"),
            ("Line", lines.number(quote.span[0])),
            ("Piece", f"{together.index(i) + 1} of {len(together)}" if len(together) > 1 else None),
        )
        who = quote.speaker or "Not named"
        yield Note(
            quote=quote,
            number=i + 1,
            label=f"Quote {i + 1}, {who}{', to be checked' if unsure else ''}",
            colour=_colour(quote),
            speakers=" ".join(map(str, quote.speaker_ids)) or "-1",
            who=who,
            roles=role_of(article, quote),
            unsure=unsure,
            facts=tuple((name, value) for name, value in facts if value),
        )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


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


def frame(style: str, script: str) -> dict[str, Any]:
    """What every page has in its head."""
    css, js = _file("frame.css") + _file(style), _file(script)
    return {
        "version": __version__,
        "style": Markup(css),
        "script": Markup(js),
        "style_hash": _hash(css),
        "script_hash": _hash(js),
    }


def _script_data(article: Article) -> Markup:
    """The record as JSON that no HTML parser finds the end of its script in."""
    return Markup(line(article.to_dict()).replace("<", "\\u003c"))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def template(name: str) -> Template:
    """The page `name` of the folder `pages`; what it is filled with is escaped, and made visible."""
    return Environment(
        loader=_Pages(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        optimized=False,  # Optimising takes longer than it saves on one page.
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
