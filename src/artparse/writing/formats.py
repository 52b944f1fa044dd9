"""Every output format by name: how one document is written, and how many are put together.

Functions stand here by name (`module:function`), so that one format does not pay for another.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from artparse.values import dataclass, replace


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """How records are written in one format.

    A render is a function from a record (`Article` or `ErrorRecord`) to the UTF-8 bytes to be
    written for it, or null for nothing. It runs in worker processes.
    """

    suffix: str
    """Of each file in a folder of outputs, after the input's name."""
    one: str
    """The render of a document that has an output of its own."""
    many: str | None = None
    """The render of a document among others in one output; null where there is no such output."""
    opening: bytes = b""
    """Before the first of many."""
    separator: bytes = b""
    """Between two of many."""
    closing: bytes = b""
    """After the last of many."""
    lines: bool = False
    """Whether each of many is JSON in a line of its own, so that `--resume` can find it again."""
    needs_text: bool = False
    """Whether records must hold their source text."""
    wants_text: bool = False
    """Whether it shows more of records that do."""
    terminal: str | None = None
    """A function from an article and a terminal's stream that prints it, where it looks
    different there."""
    removed_one: str | None = None
    """As `one` and `many`, but showing what was removed in full; null where there is no difference."""
    removed_terminal: str | None = None
    """As `terminal`, likewise."""
    terminal_always: bool = False
    """Whether that is so without colour too, and for many documents, `separator` between them."""
    summary: str | None = None
    """For a folder with an index: a function from an article to what the index needs of it, as
    plain dicts, lists, strings and numbers."""
    index: str | None = None
    """A function from `(path of the output below the folder, with /, its summary)` of every
    output, in order, to the bytes of `index.html`."""
    table: str | None = None
    """A function from a summary to the bytes that the table beside the index has of it."""
    table_opening: bytes = b""
    table_closing: bytes = b""


def with_removed(form: Format) -> Format:
    """The same format, showing what was removed in full where it can."""
    if form.removed_one is None:
        return form
    return replace(
        form,
        one=form.removed_one,
        many=form.many and form.removed_one,
        terminal=form.removed_terminal or form.terminal,
    )


FORMATS = {
    "json": Format(
        suffix=".json",
        one="artparse.writing.json:alone",
        many="artparse.writing.json:in_array",
        opening=b"[\n",
        separator=b",\n",
        closing=b"\n]\n",
        lines=True,
        terminal="artparse.writing.json:coloured",
    ),
    "jsonl": Format(
        suffix=".jsonl",
        one="artparse.writing.json:whole_line",
        many="artparse.writing.json:whole_line",
        lines=True,
    ),
    "pretty": Format(
        suffix=".txt",
        one="artparse.writing.pretty:alone",
        many="artparse.writing.pretty:alone",
        separator=("═" * 60 + "\n\n").encode(),
        needs_text=True,
        terminal="artparse.writing.pretty:show",
        removed_one="artparse.writing.pretty:alone_with_removed",
        removed_terminal="artparse.writing.pretty:show_with_removed",
        terminal_always=True,
    ),
    "html": Format(
        suffix=".html",
        one="artparse.writing.html:alone",
        needs_text=True,
        summary="artparse.writing.index:summary",
        index="artparse.writing.index:index",
        table="artparse.writing.index:quotes",
        table_opening=b"globalThis.artparseQuotes = [\n",
        table_closing=b"];\n",
    ),
    "markdown": Format(
        suffix=".md",
        one="artparse.writing.markdown:alone",
        removed_one="artparse.writing.markdown:alone_with_removed",
    ),
    "csv": Format(
        suffix=".csv",
        one="artparse.writing.csv:alone",
        many="artparse.writing.csv:rows",
        opening=(
            b'"file","outlet","address","title","authors","published","language","speaker","role","pronoun",'
            b'"kind","quote","clause","mention","cue","utterance","confidence","section","line"\r\n'
        ),
        wants_text=True,
    ),
    "tei": Format(
        suffix=".xml",
        one="artparse.writing.tei:alone",
        many="artparse.writing.tei:in_corpus",
        opening=(
            b'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">'
            b"<teiHeader><fileDesc><titleStmt><title>Articles</title></titleStmt>"
            b"<publicationStmt><p>Made by artparse</p></publicationStmt>"
            b"<sourceDesc><p>One TEI element for each article.</p></sourceDesc></fileDesc></teiHeader>\n"
        ),
        closing=b"</teiCorpus>\n",
        needs_text=True,
    ),
}


def function(name: str) -> Callable[..., Any]:
    """The function that `name` (`module:function`) stands for."""
    module, _, attribute = name.partition(":")
    result: Callable[..., Any] = getattr(import_module(module), attribute)
    return result
