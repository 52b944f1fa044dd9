"""The article for reading at a terminal: quotes in their speaker's colour, then who said how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import TextIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from artparse.article import Article, ErrorRecord, Removed
from artparse.writing.setting import Run, date_in_words, parts_of, safe, words_of

UNKNOWN = 80
"""Columns of a terminal that does not say how many it has."""
WIDEST = 100
"""Columns; longer lines are hard to read, so a wider terminal keeps a margin."""
COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""Of the speakers in turn, from the terminal's own palette, which suits its background."""

_BAR = 16
"""Columns of the longest bar."""
_NOBODY = "bold"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def alone(record: Article | ErrorRecord) -> bytes | None:
    """The view of an article, without colour unless `FORCE_COLOR` says so; nothing for an error record."""
    return _printed(record, show)


def alone_with_removed(record: Article | ErrorRecord) -> bytes | None:
    """As `alone`, with all that was removed."""
    return _printed(record, show_with_removed)


def _printed(record: Article | ErrorRecord, show: Callable[[Article, TextIO], None]) -> bytes | None:
    if isinstance(record, ErrorRecord):
        return None
    stream = StringIO()
    show(record, stream)
    return stream.getvalue().encode()


def show_with_removed(article: Article, stream: TextIO) -> None:
    """As `show`, with all that was removed."""
    print_view(article, _console(stream), removed=True)


def show(article: Article, stream: TextIO) -> None:
    """Print the view of `article` to `stream`, as wide as its terminal, in colour where that is wanted.

    With and without colour a small number after each quote tells its speaker.
    """
    print_view(article, _console(stream))


def _console(stream: TextIO) -> Console:
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if console.width < 1:  # As with COLUMNS=0.
        console.width = UNKNOWN
    return console


def print_view(article: Article, console: Console, *, removed: bool = False) -> None:
    """Print the view of `article` to `console`; with all that was removed, or a line for each reason."""
    width = min(console.width, WIDEST)
    for block in _blocks(article, width, removed):
        if isinstance(block, Text):
            lines = block.wrap(console, width)
            for line in lines:
                line.rstrip()  # Rich leaves the space that a line was broken at.
            console.print(Text("\n").join(lines), soft_wrap=True)
        else:
            console.print(block, width=width)


def _blocks(article: Article, width: int, removed: bool) -> Iterator[RenderableType]:
    """What is shown of `article`, top to bottom."""
    parts = parts_of(article)
    yield from _head(article, {part.kind: part.runs for part in parts})
    for part in parts:
        words = _marked(article, part.runs)
        if part.kind == "heading":
            words.stylize("bold")
            yield words
        elif part.kind == "list_item":
            yield _side_by_side(Text("•"), words)
        elif part.kind == "blockquote":
            yield _side_by_side(Text(" │", style="dim"), words)
        elif part.kind == "paragraph":
            yield words
        else:
            continue
        yield Text()
    if article.quotes or article.reports:
        yield Text("Who says how much", style="bold")
        yield _speakers(article)
        yield Text()
    if article.removed:
        yield Text("Removed", style="bold")
        yield from _all_removed(article.removed) if removed else _by_reason(article.removed, width)
        yield Text()


def _all_removed(blocks: Sequence[Removed]) -> Iterator[RenderableType]:
    """What was removed, in source order, each with its reason."""
    widest = max(len(block.reason) for block in blocks)
    for block in blocks:
        yield _side_by_side(Text(f"{block.reason:<{widest}} ", style="dim"), Text(safe(block.text), "dim"))


def _by_reason(blocks: Sequence[Removed], width: int) -> Iterator[RenderableType]:
    """A line for each reason: how many blocks, and how the first begins."""
    counts = Counter(block.reason for block in blocks)
    first = {block.reason: block.text for block in reversed(blocks)}
    widest, digits = max(map(len, counts)), len(str(max(counts.values())))
    for reason, count in counts.items():
        words = f"{reason:<{widest}}  {count:>{digits}}  {safe(first[reason][:WIDEST])}"
        line = Text(words, style="dim")
        line.truncate(width, overflow="ellipsis")
        yield line
    if len(blocks) > len(counts):
        yield Text("(all of it: --removed)", style="dim italic")


def _head(article: Article, parts: dict[str, Sequence[Run]]) -> Iterator[RenderableType]:
    if article.breadcrumb:
        yield Text(" › ".join(map(safe, article.breadcrumb)), style="dim")
    title = _marked(article, parts.get("title") or (Run(article.title or "(no title)"),))
    title.stylize("bold")
    yield title
    if article.subtitle:
        subtitle = _marked(article, parts.get("subtitle") or (Run(article.subtitle),))
        subtitle.stylize("italic")
        yield subtitle
    modified = f"updated {date_in_words(article.modified)}" if article.modified else None
    published = date_in_words(article.published) if article.published else None
    facts = (article.byline, published, modified, article.site)
    yield from (Text(line) for line in [" · ".join(safe(fact) for fact in facts if fact)] if line)
    source = article.source
    path = source.path if source.record is None else f"{source.path}, record {source.record}"
    if path or source.url:
        yield Text(" · ".join(safe(place) for place in (path, source.url) if place), style="dim")
    for warning in article.warnings:
        yield _side_by_side(Text("!", style="bold yellow"), Text(safe(warning.message), style="yellow"))
    yield Text()


def _marked(article: Article, runs: Sequence[Run]) -> Text:
    """`runs` with quotes in their speaker's colour and number, cues and mentions underlined."""
    text = Text()
    for i, run in enumerate(runs):
        style = ""
        if run.quotes:
            speakers = article.quotes[run.quotes[-1]].speaker_ids
            style = _colour(speakers[0]) if speakers else _NOBODY
        elif run.reports:
            speakers = article.reports[run.reports[-1] - len(article.quotes)].speaker_ids
            style = f"{_colour(speakers[0]) if speakers else ''} dim".strip()
        if run.cues or run.mentions:
            style += " underline"
        text.append(safe(run.text), style=style.strip())
        following = runs[i + 1].quotes if i + 1 < len(runs) else ()
        for ended in sorted(set(run.quotes) - set(following)):
            numbers = ",".join(str(i + 1) for i in article.quotes[ended].speaker_ids)
            text.append(numbers.translate(_SUPERSCRIPTS), style=style)
    return text


def _speakers(article: Article) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("Speaker", overflow="fold")
    table.add_column("Role", overflow="fold")
    table.add_column("Quotes", justify="right", no_wrap=True)
    table.add_column("Words", justify="right", no_wrap=True)
    if article.reports:
        table.add_column("Reports", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    counts = [words_of(article, speaker) for speaker in article.speakers]
    unnamed = [quote for quote in article.quotes if not quote.speaker_ids]
    unnamed_reports = sum(not report.speaker_ids for report in article.reports)
    unnamed_words = sum(len(quote.text.split()) for quote in unnamed)
    longest = max(*counts, unnamed_words, 1)
    for i in sorted(range(len(counts)), key=lambda i: -counts[i]):
        speaker, style = article.speakers[i], _colour(i)
        table.add_row(
            str(i + 1),
            Text(safe(speaker.name), style=style),
            Text(safe(speaker.role or "")),
            str(len(speaker.quotes)),
            str(counts[i]),
            *([str(len(speaker.reports))] if article.reports else ()),
            Text(_bar(counts[i], longest), style=style),
        )
    if unnamed or unnamed_reports:
        name = Text("not named", style="italic")
        bar = _bar(unnamed_words, longest)
        reports = [str(unnamed_reports)] if article.reports else ()
        table.add_row("", name, "", str(len(unnamed)), str(unnamed_words), *reports, bar)
    return table


def _colour(speaker: int) -> str:
    return COLOURS[speaker % len(COLOURS)]


def _bar(count: int, longest: int) -> str:
    return "━" * max(1, round(_BAR * count / longest)) if count else ""


def _side_by_side(mark: Text, words: Text) -> Table:
    """`words` beside `mark`, their lines under one another."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(mark, words)
    return grid
