"""An article as one self-contained page: no network, no other files, nothing that runs but its own script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from artparse import __version__
from artparse.article import Article, ErrorRecord, Quote, Report, Span
from artparse.patterns import pattern
from artparse.values import NamedTuple
from artparse.writing.json import line
from artparse.writing.setting import (
    Lines,
    Part,
    Run,
    date_in_words,
    parts_of,
    role_of,
    safe,
    said,
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
_ROLES = ("quote", "report", "cue", "mention")
_SCRIPTS = (
    "text",
    "elements",
    "dates",
    "corrections",
    "changes",
    "record",
    "setting",
    "drawing",
    "page",
    "cards",
    "legend",
    "copying",
    "selecting",
    "history",
    "dialogs",
    "correcting",
    "start",
)
"""Files of the page's script, in the order in which they are read."""
_NUMBER = pattern(r"\[\d+\]")
_FOLDER = Path(__file__).with_name("pages")
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


class Stretch(NamedTuple):
    """A run of text as the page shows it."""

    text: str
    tag: str = ""
    """`mark` for a quote's words, `span` for other marked words, empty for plain ones."""
    classes: str = ""
    """What it is of what was said (`quote`, `report`, `cue`, `mention`), and its speaker's colour."""
    data: Markup = Markup()
    """Attributes with the indexes (of `said`) that it belongs to."""
    ending: tuple[int, ...] = ()
    """Those whose last words these are; their numbers stand here."""


class Piece(NamedTuple):
    """One part of a block: an item, a removed block, a paragraph."""

    span: Span
    stretches: tuple[Stretch, ...]
    corrected: bool


class Block(NamedTuple):
    """Parts that are set together: a list's items, removed blocks of one reason, or one alone."""

    kind: str
    around: str
    """Name of the element around all of them; empty for none."""
    tag: str
    """Name of the element of each."""
    reason: str | None
    parts: tuple[Piece, ...]


class Note(NamedTuple):
    """What the number, note and card of a quote or report say."""

    said: Quote | Report
    number: str
    """`3` for the third quote, `r3` for the third report."""
    report: bool
    label: str
    """Of its number, for those who do not see where it stands."""
    colour: str
    speakers: str
    """Indexes, -1 where they are never named."""
    who: str
    roles: str | None
    unsure: bool
    corrected: bool
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
    notes = tuple(_notes(article))
    first = {part.kind: tuple(_stretches(article, part.runs)) for part in parts}
    before = [p for p in parts if article.spans.title and p.span < article.spans.title]
    return template("article.html").render(
        **frame("article.css", *(f"scripts/{name}.js" for name in _SCRIPTS)),
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
        notes=notes,
        quoted=[note for note in notes if not note.report],
        reported=[note for note in notes if note.report],
        corrected=_corrected(article),
        quotes=_count(len(article.quotes), "quote"),
        facts=[(name, str(value)) for name, value in _facts(article) if value],
        record=_script_data(article),
    )


def web_address(url: str | None) -> str | None:
    """`url` if it is safe to link to."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _stretches(article: Article, runs: Sequence[Run]) -> Iterator[Stretch]:
    everything = said(article)
    for i, run in enumerate(runs):
        indexes = (run.quotes, run.reports, run.cues, run.mentions)
        roles = [(name, own) for name, own in zip(_ROLES, indexes, strict=True) if own]
        if not roles:
            yield Stretch(run.text)
            continue
        following = (*runs[i + 1].quotes, *runs[i + 1].reports) if i + 1 < len(runs) else ()
        yield Stretch(
            run.text,
            "mark" if run.quotes else "span",
            " ".join((*(name for name, _ in roles), _colour(everything[roles[0][1][-1]]))),
            Markup().join(
                Markup(' data-{}="{}"').format(name, " ".join(map(str, own))) for name, own in roles
            ),
            tuple(q for q in (*run.quotes, *run.reports) if q not in following),
        )


def _colour(said: Quote | Report) -> str:
    return f"s{said.speaker_ids[0] % COLOURS}" if said.speaker_ids else "unnamed"


def _blocks(article: Article, parts: Sequence[Part]) -> Iterator[Block]:
    level = 1
    corrected = _corrected(article)
    shown = (part for part in parts if part.kind not in ("title", "subtitle"))
    for (kind, reason, _), group in groupby(shown, key=_setting):
        together = tuple(group)
        around, tag = _ELEMENTS.get(kind, ("", "p"))
        if kind == "heading":
            # A screen reader's outline must not skip a level, whatever the source did.
            level = max(2, min(together[0].level, level + 1, 6))
            tag = f"h{level}"
        pieces = (
            Piece(
                part.span,
                tuple(_stretches(article, part.runs)),
                (part.kind != "removed" and f"sections {part.span}" in corrected),
            )
            for part in together
        )
        yield Block(kind, around, tag, reason, tuple(pieces))


def _setting(part: Part) -> tuple[str, str | None, int]:
    """The same for neighbours that are set together."""
    alone = 0 if part.kind in ("list_item", "removed") else part.span[0]
    return part.kind, part.reason, alone


def _corrected(article: Article) -> frozenset[str]:
    """The fields, without numbers, of all that a person changed; and the first with its span."""
    names = {_NUMBER.sub("", change.field) for change in article.corrected}
    places = {f"{re.split(r'[.[]', c.field)[0]} {c.span}" for c in article.corrected if c.span}
    return frozenset(names | places)


def _keys(article: Article) -> Iterator[Key]:
    unnamed = [quote for quote in article.quotes if not quote.speaker_ids]
    unnamed_reports = sum(not report.speaker_ids for report in article.reports)
    words = [words_of(article, speaker) for speaker in article.speakers]
    unnamed_words = sum(len(quote.text.split()) for quote in unnamed)
    most = max((*words, unnamed_words, 1))

    def key(i: int, name: str, role: str | None, quotes: int, words: int, reports: int) -> Key:
        counts = [_count(quotes, "quote"), _count(words, "word")]
        counts += [_count(reports, "report")] if reports else []
        colour = f"s{i % COLOURS}" if i >= 0 else "unnamed"
        return Key(i, name, role or "", colour, ", ".join(counts), f"{100 * words / most:.1f}")

    for i, speaker in enumerate(article.speakers):
        yield key(i, speaker.name, speaker.role, len(speaker.quotes), words[i], len(speaker.reports))
    if unnamed or unnamed_reports:
        yield key(-1, "Not named", None, len(unnamed), unnamed_words, unnamed_reports)


def _notes(article: Article) -> Iterator[Note]:
    lines = Lines(source_of(article))
    everything = said(article)
    corrected = _corrected(article)
    pieces: dict[int, list[int]] = {}
    for i, one in enumerate(everything):
        pieces.setdefault(one.utterance, []).append(i)
    for i, one in enumerate(everything):
        report = isinstance(one, Report)
        span = one.spans[0] if isinstance(one, Report) else one.span
        together = pieces[one.utterance]
        unsure = one.confidence < UNSURE
        facts = (
            ("Kind", "report" if isinstance(one, Report) else one.kind),
            ("Cue", one.cue and one.cue.text),
            ("Mention", one.mention and one.mention.text),
            ("Confidence", f"{one.confidence:.0%}{', check' if unsure else ''}"),
            ("Line", lines.number(span[0])),
            ("Piece", f"{together.index(i) + 1} of {len(together)}" if len(together) > 1 else None),
        )
        who = one.speaker or "Not named"
        number = f"r{i - len(article.quotes) + 1}" if report else str(i + 1)
        changed = f"{'reports' if report else 'quotes'} {span}" in corrected
        yield Note(
            said=one,
            number=number,
            report=report,
            label=f"{'Report' if report else 'Quote'} {number}, {who}"
            f"{', to be checked' if unsure else ''}{', corrected' if changed else ''}",
            colour=_colour(one),
            speakers=" ".join(map(str, one.speaker_ids)) or "-1",
            who=who,
            roles=role_of(article, one),
            unsure=unsure,
            corrected=changed,
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


def frame(style: str, *scripts: str) -> dict[str, Any]:
    """What every page has in its head; `scripts` share their names with each other and nobody else."""
    css = _file("frame.css") + _file(style)
    js = "".join(("(() => {\n", '"use strict";\n', *map(_script, scripts), "})();\n"))
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
def _script(name: str) -> str:
    """A script without its comments and indentation, which stand in every page of a folder."""
    lines = (line.strip() for line in _file(name).split("\n"))
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*", "* ", "*/")))


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
