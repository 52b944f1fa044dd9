"""The `artparse` command: paths in, records out, messages to standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

import click

from artparse import __version__
from artparse.article import Article, ErrorRecord
from artparse.pipeline import Record
from artparse.reading import FORMATS, MAX_SIZE
from artparse.running.inputs import STANDARD_INPUT, found
from artparse.running.messages import Tally, tell
from artparse.running.outputs import OutputError, discard_standard_output, opened, part_of
from artparse.running.work import Options, records
from artparse.writing.json import array, coloured, indented, lines

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


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


def print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the JSON Schema of a record, and stop."""
    if wanted:
        from artparse.schema import schema  # Reads source files: not to be paid for by every run.

        click.echo(indented(schema()))
        context.exit()


@click.command(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  artparse article.txt                      one article, as JSON to read
  artparse articles/ -o articles.jsonl      every .txt in a folder, a line each
  pbpaste | artparse | jq .quotes           what was copied in the browser

\b
Exit status: 0 all parsed; 1 some input failed; 2 wrong usage, or an output that
cannot be written; 130 stopped with Ctrl-C.""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(["json", "jsonl"]),
    help="json: one article as an indented object, many as an array. jsonl: one record per line. "
    "Without it: json for one article, jsonl for many.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option(
    "-i",
    "--input-format",
    type=click.Choice(FORMATS),
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
    "--field", metavar="NAME", help="Where the records of a JSON file have their text; inside others: a.b."
)
@click.option("-q", "--quiet", is_flag=True, help="No warnings and no summary, only errors.")
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
    field: str | None,
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
    refuse_overwriting(paths, output)
    many = len(paths) > 1 or Path(paths[0]).is_dir()
    options = Options(input_format, keep_text, max_size, field)
    notice = (lambda text: None) if quiet else tell
    inputs = found(paths, every_type=input_format != "auto", notice=notice)
    part = part_of(output)
    tally = Tally()
    try:
        with opened(output) as stream:
            results = work(inputs, options)
            first = next(results, None)
            # A format that holds many articles numbers them, be there only one.
            many = many or (first is not None and first.source.record is not None)
            results = tally.watched(chain([first] if first else [], results), warn=not many and not quiet)
            write(results, stream, output_format or ("jsonl" if many else "json"), many=many)
    except BrokenPipeError:
        discard_standard_output()
    except KeyboardInterrupt:
        tell(f"stopped; what was written is in {part}" if part and part.exists() else "stopped")
        return INTERRUPTED
    if many and not quiet:
        tell(tally.summary())
    return SOME_FAILED if tally.failed else 0


def work(inputs: Iterable[str | ErrorRecord], options: Options) -> Iterator[Record]:
    """The records of all inputs, in order."""
    for item in inputs:
        if isinstance(item, ErrorRecord):
            yield item
        else:
            yield from records(item, options)


def write(results: Iterable[Record], stream: TextIO, output_format: str, *, many: bool) -> None:
    """Write records as they come; one that is to be alone is only written where it is an article."""
    if output_format == "jsonl":
        pieces = lines(record.to_dict() for record in results)
    elif many:
        pieces = array(record.to_dict() for record in results)
    else:
        articles = (record.to_dict() for record in results if isinstance(record, Article))
        if in_colour(stream):
            for article in articles:
                coloured(article, stream)
            return
        pieces = (indented(article) + "\n" for article in articles)
    for piece in pieces:
        stream.write(piece)
        stream.flush()


def in_colour(stream: TextIO) -> bool:
    """Whether `stream` is a terminal whose user wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def refuse_overwriting(paths: Iterable[str], output: str | None) -> None:
    """Raise UsageError where an input would be overwritten, or FILE has a meaning yet to come."""
    if output is None or output == "-":
        return
    if output.endswith(".db"):
        raise click.UsageError(f"{output}: databases are not written yet; name a .json or .jsonl file")
    target = Path(output)
    for path in paths:
        if path != STANDARD_INPUT and target.is_file() and Path(path).exists() and target.samefile(path):
            raise click.UsageError(f"{output}: is an input, which the output would overwrite")


def main() -> None:
    """Run the command with the process's arguments, and exit with its status."""
    try:
        status = artparse.main(standalone_mode=False)
    except click.ClickException as error:
        tell(f"{error.format_message()} (see artparse --help)")
        status = WRONG_USAGE
    except OutputError as error:
        tell(str(error))
        status = WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        tell("stopped")
        status = INTERRUPTED
    except OSError as error:
        # Inputs report their own; what is left is an output that cannot be written any further.
        discard_standard_output()
        tell(f"output cannot be written: {error.strerror or error}")
        status = WRONG_USAGE
    sys.exit(status)
