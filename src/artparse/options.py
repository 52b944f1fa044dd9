"""The options of the command: what their values may be, and how the help tells of them.

Only what is given options, or asks for help, imports this: click takes as long as a short article.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from artparse import __version__
from artparse.asked import Asked, UsageError
from artparse.reading import FORMATS as INPUT_FORMATS
from artparse.running.inputs import STANDARD_INPUT
from artparse.writing.formats import FORMATS
from artparse.writing.json import indented

PATH = click.Path(readable=False)
"""So that a shell completes it; what is there, and whether it can be read, is found out later."""

DEFAULT = Asked(())


def asked(arguments: Sequence[str]) -> Asked | int:
    """What the command's arguments ask for; the exit status where that was done (`--help`).

    Raises UsageError for what is no option, or no value of one.
    """
    try:
        with artparse.make_context("artparse", list(arguments)) as context:
            result: Asked | int = artparse.invoke(context)
            return result
    except click.exceptions.Exit as exit_:  # After --help and the like.
        return exit_.exit_code
    except click.ClickException as error:
        raise UsageError(error.format_message()) from None


def size(_: click.Context, parameter: click.Parameter, value: str) -> int:
    """Bytes from `5000000`, `10k`, `5M`, `64MiB` (powers of 1024) or `5MB` (powers of 1000)."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:([kmgt])(i?b)?|b)?", value.strip().lower())
    if match is None:
        raise click.BadParameter(
            f"{value!r} is no size; write it like 500k, 64MiB or 1000000", param=parameter
        )
    number, unit, suffix = match.groups()
    power = "kmgt".index(unit) + 1 if unit else 0
    result = int(float(number) * (1000 if suffix == "b" else 1024) ** power)
    if result < 1:
        raise click.BadParameter("must be at least one byte", param=parameter)
    return result


class Seconds(click.FloatRange):
    """A time above 0."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        """The number that `value` is."""
        try:
            return super().convert(value, parameter, context)
        except click.BadParameter:
            self.fail(f"{value!r} is no number of seconds above 0, such as 30 or 0.5", parameter, context)


class Whole(click.IntRange):
    """A whole number, from 1 on."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        """The number that `value` is."""
        try:
            return super().convert(value, parameter, context)
        except click.BadParameter:
            self.fail(f"{value!r} is no whole number above 0, such as 4", parameter, context)


def only_one(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> str | None:
    """The value of an option that may be given once, or, to no harm, the same again."""
    if len(set(values)) > 1:
        raise click.BadParameter(f"is given {' and '.join(values)}; choose one", param=parameter)
    return values[0] if values else None


def print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the JSON Schema of a record, and stop."""
    if wanted:
        from artparse.schema import schema  # Reads source files: not to be paid for by every run.

        click.echo(indented(schema()))
        context.exit()


GROUPS = {
    "What is read": ("input_format", "field", "keep", "site", "max_size"),
    "What is written": ("output_format", "output", "keep_text", "explain", "removed", "compare"),
    "How it runs": ("jobs", "timeout", "max_memory", "resume", "summary", "quiet"),
}
"""Options by what they are for, as the help shows them; the others come last."""
LAST_GROUP = "About artparse"
COLUMN = 30
"""Width of the options' names in the help, the same in all groups."""


class Grouped(click.Command):
    """A command whose help groups its options by purpose."""

    def groups(self, context: click.Context) -> Iterator[tuple[str, list[click.Parameter]]]:
        """Each heading and its options."""
        left = {
            parameter.name: parameter
            for parameter in self.get_params(context)
            if parameter.param_type_name == "option"
        }
        for heading, names in GROUPS.items():
            yield heading, [left.pop(name) for name in names if name in left]
        yield LAST_GROUP, list(left.values())

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options to the help, group by group."""
        groups = [
            (heading, [row for one in options if (row := one.get_help_record(context))])
            for heading, options in self.groups(context)
        ]
        for heading, rows in groups:
            with formatter.section(heading):
                formatter.write_dl([(names.ljust(COLUMN), text) for names, text in rows])


@click.command(
    cls=Grouped,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  artparse article.txt                      one article, as JSON to read
  artparse articles/ -o articles.jsonl      a folder, a line for each
  artparse articles/ -o records/            the same, a file each
  artparse articles/ -o articles.db         the same, to ask with SQL
  artparse articles/ -o articles.xlsx       the same, to open in a spreadsheet
  pbpaste | artparse | jq .quotes           what was copied in the browser

\b
Exit status: 0 all parsed; 1 some input failed; 2 wrong usage, or an output that
cannot be written; 130 stopped with Ctrl-C, 143 with SIGTERM.""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=PATH)
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(list(FORMATS)),
    multiple=True,
    callback=only_one,
    help="json: one article as an indented object, many as an array. jsonl: a record per line. pretty: "
    "to read in the terminal. html: a page that can be searched and filtered. markdown. csv: a row per "
    "quote and report. tei: TEI P5. Without it: json for one article, jsonl for many.",
)
@click.option(
    "-o",
    "--output",
    metavar="PLACE",
    type=PATH,
    multiple=True,
    callback=only_one,
    help="Write to the file PLACE, whose ending says the format where --format does not (.json, .jsonl, "
    ".csv, .html, .md, .xml; any other: JSON); to .xlsx, .parquet or .db, an Excel, Parquet or SQLite file; "
    "or to a folder (named with / at its end, or there already), one file for each input, in the inputs' "
    "tree.",
)
@click.option(
    "-i",
    "--input-format",
    type=click.Choice(INPUT_FORMATS),
    default=DEFAULT.input_format,
    show_default=True,
    help="What the input is. With text, a folder's files are all read, whatever their names.",
)
@click.option(
    "--text", "keep_text", is_flag=True, help="Add the source text, which spans count in, to each record."
)
@click.option(
    "--max-size",
    metavar="SIZE",
    callback=size,
    default=f"{DEFAULT.max_size >> 20}MiB",
    show_default=True,
    help="Refuse larger inputs: bytes, or with a unit (500k, 10MiB).",
)
@click.option(
    "-j",
    "--jobs",
    type=Whole(min=1),
    metavar="N",
    help="Worker processes at most; as many as there are processors without it.",
)
@click.option(
    "--timeout",
    type=Seconds(min=0, min_open=True),
    metavar="SECONDS",
    default=int(DEFAULT.timeout),
    show_default=True,
    help="Give a document up after so long.",
)
@click.option(
    "--max-memory",
    type=Whole(min=1),
    metavar="MIB",
    help="Memory that each worker process may take, in MiB. Without it, all of them together may take half "
    "of the machine's.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on with a run that was stopped, or repeat one: articles that --output has already are kept, if "
    "input, options and version of artparse are the same. All others are parsed, failures again.",
)
@click.option(
    "--field",
    metavar="NAME",
    help="The field of JSON records, or column of a table, that has the text, where artparse does not "
    "know its name. a.b is field b inside a.",
)
@click.option(
    "--keep",
    multiple=True,
    metavar="FIELD",
    help="Keep this field of the input's own records in source.fields; may be given more than once.",
)
@click.option("--explain", is_flag=True, help="Say which rules and models decided (decided_by).")
@click.option(
    "--site",
    metavar="NAME",
    help="The publication, where the inputs do not tell; {folder} stands for the name of a file's folder.",
)
@click.option(
    "--summary",
    metavar="FILE",
    type=PATH,
    help="Write to FILE, as JSON, what was done and which files each warning and error concerns.",
)
@click.option(
    "--compare",
    metavar="OLD",
    help="Compare the articles of PATHS with those of OLD, records or inputs: what differs, as JSON or, "
    "with -f html, as a page.",
)
@click.option("--removed", is_flag=True, help="pretty and markdown: show what was removed in full.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, warnings or summary, only errors.")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_schema,
    help="Print the JSON Schema of a record and exit.",
)
@click.version_option(__version__, message="artparse %(version)s", help="Print the version and exit.")
@click.help_option("-h", "--help", help="Print this help and exit.")
@click.pass_context
def artparse(
    context: click.Context,
    paths: tuple[str, ...],
    output_format: str | None,
    output: str | None,
    input_format: str,
    keep_text: bool,
    max_size: int,
    jobs: int | None,
    timeout: float,
    max_memory: int | None,
    resume: bool,
    field: str | None,
    keep: tuple[str, ...],
    explain: bool,
    site: str | None,
    summary: str | None,
    compare: str | None,
    removed: bool,
    quiet: bool,
) -> Asked | int:
    """Turn raw article dumps into structured JSON: title, byline, dates, sections, quotes and
    who said them, each with its place in the source.

    PATHS are files, folders (read with all their subfolders), or - for standard input, which
    is also read when no path is given. Errors and warnings go to standard error.
    """
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            click.echo(context.get_help())
            return 0
        paths = (STANDARD_INPUT,)
    return Asked(
        paths,
        output_format,
        output,
        input_format,
        keep_text,
        max_size,
        jobs,
        timeout,
        max_memory,
        resume,
        field,
        keep,
        explain,
        site,
        summary,
        compare,
        removed,
        quiet,
    )
