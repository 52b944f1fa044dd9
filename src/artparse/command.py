"""The `artparse` command: paths in, records out, messages to standard error."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TextIO

import click

from artparse import __version__
from artparse.article import SCHEMA_VERSION, ErrorRecord
from artparse.reading import FORMATS as INPUT_FORMATS
from artparse.reading import MAX_SIZE
from artparse.running.batch import outcomes, processors
from artparse.running.corrected import corrections, without
from artparse.running.destination import (
    destination,
    format_of,
    is_database,
    is_unknown,
    itself,
    names_folder,
    written_as,
)
from artparse.running.inputs import STANDARD_INPUT, found
from artparse.running.limits import TimeLimit, collect_seldom, time_limit
from artparse.running.messages import Tally, tell
from artparse.running.outputs import Framing, OutputError, discard_standard_output, is_terminal, opened
from artparse.running.paths import is_file, is_folder, is_same
from artparse.running.progress import shown
from artparse.running.whole import whole_format
from artparse.running.work import (
    FOLDER,
    Options,
    Outcome,
    WorkerError,
    has_fields,
    is_collection,
)
from artparse.writing.formats import FORMATS, with_removed
from artparse.writing.json import indented

PATH = click.Path(readable=False)
"""So that a shell completes it; what is there, and whether it can be read, is found out later."""
COMPLETE = "_ARTPARSE_COMPLETE"
"""The variable with which a shell asks for completions."""

JSON = ("json", "jsonl")
"""Formats that may be in files of each other's names."""

ASKED = tuple(name for name in Options._fields if name != "needs_text")
"""Options that a user gives."""

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """The process was asked to end."""


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
    default="auto",
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
    default=f"{MAX_SIZE >> 20}MiB",
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
    default=60,
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
) -> int:
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
    for target in (output, summary):
        refuse_overwriting((*paths, compare) if compare else paths, target)
    refuse_one_name_for_two(output, summary)
    refuse_unknown_names(site)
    options = Options(input_format, keep_text, max_size, field, keep, explain, site)
    refuse_missing_field(paths, options, timeout)
    memory = max_memory << 20 if max_memory else None
    whole = None if names_folder(output) else whole_format(output)
    one_file = bool(whole or is_database(output))
    refuse_unfit_output(output, output_format, resume=resume, whole=bool(whole), one_file=one_file)
    many = (
        len(paths) > 1
        or is_folder(paths[0])
        or in_time(partial(is_collection, paths[0], options), timeout, late=False)
    )
    many_as = "jsonl" if many and not names_folder(output) else "json"
    ending = format_of(output)
    name = output_format or ending or many_as
    if not quiet:
        tell_of_name(output, output_format, "JSON Lines" if name == "jsonl" else "JSON")
    if compare is not None:
        limits = {"jobs": jobs or processors(), "timeout": timeout, "memory": memory}
        return write_comparison(compare, paths, options, name, output, many=many, limits=limits)
    form = FORMATS[name]
    if removed and (one_file or form.removed_one is None):
        raise click.UsageError("--removed is for -f pretty and markdown; other formats have no use for it")
    form = with_removed(form) if removed else form
    wants_text = whole.wants_text if whole else form.needs_text or form.wants_text
    needs_text = form.needs_text and not one_file
    asked = options
    options = options._replace(keep_text=keep_text or wants_text, needs_text=needs_text)
    key: dict[str, Any] = {
        "artparse": __version__,
        "schema_version": SCHEMA_VERSION,
        "format": name,
        "removed": removed,
        "options": options._asdict() | {"keep": list(keep)},
    }
    told = key | {
        "format": written_as(output) or name,
        "options": {name: key["options"][name] for name in ASKED} | {"keep_text": asked.keep_text},
    }

    def inputs(notice: Callable[[str], None]) -> Iterator[str | ErrorRecord]:
        return found(paths, every_type=input_format != "auto", notice=notice, output=output)

    tally = Tally(places=summary is not None)
    account = summary_file(summary) if summary else None
    place = None
    try:
        corrected = corrections(lambda: inputs(ignore), options)
        render, place = destination(
            paths, output, form, mirrored=without(paths, corrected), many=many, key=key, resume=resume
        )
        if resume and not quiet and (anew := place.anew()):
            tell(f"{output}: {anew}; all is parsed again")
        results = tally.watched(
            outcomes(
                inputs(ignore if quiet else tell),
                options,
                render,
                jobs=jobs or processors(),
                timeout=timeout,
                memory=memory,
                earlier=place if resume else None,
                corrected=corrected,
            ),
            warn=not many and not quiet,
        )
        # At a terminal the output itself shows how far it is.
        if many and not quiet and not is_terminal(output):
            results = shown(results, lambda: sum(1 for _ in inputs(ignore)))
        with place, closing(results):
            for outcome in results:
                place.write(outcome)
    except BrokenPipeError:
        discard_standard_output()
    except KeyboardInterrupt as stop:
        discard_standard_output()
        left = place.left() if place else None
        tell(f"stopped; what was written is in {left}; --resume goes on" if left else "stopped")
        return TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
    finally:
        if account:
            with account:
                account.write(tally.account(told) + "\n")
    if not quiet:
        tell_of_results(tally, keep, many=many)
    return SOME_FAILED if tally.failed else 0


def refuse_missing_field(paths: tuple[str, ...], options: Options, timeout: float) -> None:
    """Refuse `--field` where no input has fields."""
    if options.field is not None and not any(
        in_time(partial(has_fields, path, options), timeout, late=True) for path in paths
    ):
        raise click.UsageError("--field names a field of JSON Lines, JSON or tables; these inputs have none")


def refuse_unfit_output(
    output: str | None, output_format: str | None, *, resume: bool, whole: bool, one_file: bool
) -> None:
    """Refuse `--resume` and `--format` where the output's kind leaves them nothing to say."""
    if resume and (output in (None, "-") or whole):
        raise click.UsageError("--resume goes on with what --output has: JSON, a folder or a database")
    if output_format and one_file:
        raise click.UsageError(
            f"the ending of {output} says what it will be; leave out --format, or rename it"
        )


def tell_of_results(tally: Tally, keep: tuple[str, ...], *, many: bool) -> None:
    """Say what no record had of what was to be kept, and how many there are."""
    for name in tally.missing(keep):
        tell(f"--keep {name}: no record has a field of that name")
    if many:
        tell(tally.summary())


def tell_of_name(output: str | None, output_format: str | None, otherwise: str) -> None:
    """Say where the ending of an output's name is not that of what is written."""
    if output_format and format_of(output) not in (None, output_format, *JSON):
        tell(f"{output}: is written as {output_format}, whatever its name says")
    if not output_format and output and is_unknown(output):
        tell(f"{output}: is written as {otherwise}; its ending is that of no format that artparse writes")


def write_comparison(
    old: str,
    paths: tuple[str, ...],
    options: Options,
    name: str,
    output: str | None,
    *,
    many: bool,
    limits: Mapping[str, Any],
) -> int:
    """Write what differs between the articles of `paths` and of `old`; the exit status."""
    from artparse.running.comparing import Earlier, compared  # Only for what compares.
    from artparse.writing import comparison

    if name not in ("json", "jsonl", "html") or names_folder(output) or is_database(output):
        raise click.UsageError("--compare gives json, jsonl or html: to standard output, or a file")
    form = FORMATS[name] if many and name != "html" else None
    tally = Tally()

    def articles(of: Iterable[str]) -> Iterator[Outcome]:
        every_type = options.input_format != "auto"
        inputs = found(of, every_type=every_type, notice=ignore, output=output)
        yield from tally.watched(outcomes(inputs, options, itself, **limits), warn=False)

    with opened(output, Framing(form)) as place:
        earlier = Earlier(articles([old]))
        with closing(earlier):
            rows = compared(earlier, articles(paths), alone=not many)
            if name == "html":
                listed = list(rows)
                written = iter([comparison.page(listed)] if listed or not tally.failed else [])
            else:
                render = comparison.alone if not many else comparison.in_array
                written = map(comparison.as_line if name == "jsonl" else render, rows)
            for data in written:
                place.write(Outcome(None, None, None, data))
    return SOME_FAILED if tally.failed else 0


def in_time(told: Callable[[], bool], timeout: float, *, late: bool) -> bool:
    """What is told of an input, or `late` where that takes too long: whoever reads it says so."""
    try:
        with time_limit(timeout):
            return told()
    except TimeLimit:
        return late


def summary_file(path: str) -> TextIO:
    """The file that the account of the run is written to; raises OutputError where it cannot be."""
    try:
        return Path(path).open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None


def ignore(text: str) -> None:
    """What is told to nobody."""


def refuse_unknown_names(site: str | None) -> None:
    """Raises UsageError where `--site` has a name in braces that nothing is put in for."""
    if site and site != FOLDER and re.search(r"\{\w*\}", site):
        raise click.UsageError(f"--site {site}: the only name in braces that is known is {FOLDER}, by itself")


def refuse_overwriting(paths: Iterable[str], output: str | None) -> None:
    """Raise UsageError where an input would be overwritten."""
    if output is None or output == "-":
        return
    for path in paths:
        if path != STANDARD_INPUT and is_file(output) and is_same(output, path):
            raise click.UsageError(f"{output}: is an input, which the output would overwrite")


def refuse_one_name_for_two(output: str | None, summary: str | None) -> None:
    """Raise UsageError where the output would take the place of the summary."""
    if summary and output and os.path.abspath(summary) == os.path.abspath(output):  # noqa: PTH100
        raise click.UsageError(f"{summary}: would be both --output and --summary")


def stop(number: int, frame: FrameType | None) -> None:
    """On the first signal to stop, stop; what then has to be left in order is not disturbed."""
    for known in (signal.SIGINT, signal.SIGTERM):
        signal.signal(known, signal.SIG_IGN)
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt


def main() -> None:
    """Run the command with the process's arguments, and exit with its status."""
    if COMPLETE in os.environ:
        from click.shell_completion import shell_complete

        exit_at_once(shell_complete(artparse, {}, "artparse", COMPLETE, os.environ[COMPLETE]))
    collect_seldom()
    for known in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(known) != signal.SIG_IGN:
            signal.signal(known, stop)
    try:
        with artparse.make_context("artparse", sys.argv[1:]) as context:
            status = artparse.invoke(context)
    except click.exceptions.Exit as exit_:  # After --help and the like.
        status = exit_.exit_code
    except click.ClickException as error:
        tell(f"{error.format_message()} (see artparse --help)")
        status = WRONG_USAGE
    except (OutputError, WorkerError) as error:
        tell(str(error))
        status = WRONG_USAGE
    except KeyboardInterrupt as signalled:
        tell("stopped")
        status = TERMINATED if isinstance(signalled, Terminated) else INTERRUPTED
    except BrokenPipeError:
        discard_standard_output()
        status = 0
    except OSError as error:
        # Inputs report their own; what is left is an output that cannot be written any further.
        discard_standard_output()
        tell(f"output cannot be written: {error.strerror or error}")
        status = WRONG_USAGE
    exit_at_once(status)


def exit_at_once(status: int) -> NoReturn:
    """End the process without taking the interpreter apart, which takes longer than an article."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    os._exit(status)
