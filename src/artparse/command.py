"""The `artparse` command: paths in, records out, messages to standard error."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from types import FrameType
from typing import Any, NoReturn, TextIO

from artparse import __version__
from artparse.article import SCHEMA_VERSION, ErrorRecord
from artparse.asked import Asked, UsageError
from artparse.running.batch import outcomes, processors
from artparse.running.corrected import corrections, without
from artparse.running.destination import (
    destination,
    format_of,
    is_database,
    is_unknown,
    itself,
    names_folder,
    whole_format,
    written_as,
)
from artparse.running.inputs import STANDARD_INPUT, found
from artparse.running.limits import TimeLimit, collect_seldom, time_limit
from artparse.running.messages import Tally, tell
from artparse.running.outputs import Framing, OutputError, discard_standard_output, is_terminal, opened
from artparse.running.paths import is_file, is_folder, is_same
from artparse.running.work import (
    FOLDER,
    Options,
    Outcome,
    WorkerError,
    has_fields,
    is_collection,
)
from artparse.writing.formats import FORMATS, with_removed

COMPLETE = "_ARTPARSE_COMPLETE"
"""The variable with which a shell asks for completions."""

JSON = ("json", "jsonl")
"""Formats that may be in files of each other's names."""

NOTED_OPTIONS = tuple(name for name in Options._fields if name != "needs_text")
"""Options that the account of a run tells."""

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """The process was asked to end."""


def asked_for(arguments: Sequence[str]) -> Asked | int:
    """What the command's arguments ask for; the exit status where that was done already (`--help`)."""
    plain = all(argument == STANDARD_INPUT or not argument.startswith("-") for argument in arguments)
    if plain and (arguments or (sys.stdin is not None and not sys.stdin.isatty())):
        return Asked(tuple(arguments) or (STANDARD_INPUT,))
    from artparse.options import asked  # Where no option is given, nobody pays for what reads them.

    return asked(arguments)


def run(asked: Asked) -> int:
    """Do what is asked for; the exit status."""
    paths, output, quiet = asked.paths, asked.output, asked.quiet
    for target in (output, asked.summary):
        refuse_overwriting((*paths, asked.compare) if asked.compare else paths, target)
    refuse_one_name_for_two(output, asked.summary)
    refuse_unknown_names(asked.site)
    options = Options(
        asked.input_format,
        asked.keep_text,
        asked.max_size,
        asked.field,
        asked.keep,
        asked.explain,
        asked.site,
    )
    refuse_missing_field(paths, options, asked.timeout)
    memory = asked.max_memory << 20 if asked.max_memory else None
    whole = None if names_folder(output) else whole_format(output)
    one_file = bool(whole or is_database(output))
    refuse_unfit_output(
        output, asked.output_format, resume=asked.resume, whole=bool(whole), one_file=one_file
    )
    many = (
        len(paths) > 1
        or is_folder(paths[0])
        or in_time(partial(is_collection, paths[0], options), asked.timeout, late=False)
    )
    many_as = "jsonl" if many and not names_folder(output) else "json"
    ending = format_of(output)
    name = asked.output_format or ending or many_as
    if not quiet:
        tell_of_name(output, asked.output_format, "JSON Lines" if name == "jsonl" else "JSON")
    if asked.compare is not None:
        limits = {"jobs": asked.jobs or processors(), "timeout": asked.timeout, "memory": memory}
        return write_comparison(asked.compare, paths, options, name, output, many=many, limits=limits)
    form = FORMATS[name]
    if asked.removed and (one_file or form.removed_one is None):
        raise UsageError("--removed is for -f pretty and markdown; other formats have no use for it")
    form = with_removed(form) if asked.removed else form
    wants_text = whole.wants_text if whole else form.needs_text or form.wants_text
    needs_text = form.needs_text and not one_file
    options = options._replace(keep_text=asked.keep_text or wants_text, needs_text=needs_text)
    key: dict[str, Any] = {
        "artparse": __version__,
        "schema_version": SCHEMA_VERSION,
        "format": name,
        "removed": asked.removed,
        "options": options._asdict() | {"keep": list(asked.keep)},
    }
    told = key | {
        "format": written_as(output) or name,
        "options": {name: key["options"][name] for name in NOTED_OPTIONS} | {"keep_text": asked.keep_text},
    }

    def inputs(notice: Callable[[str], None]) -> Iterator[str | ErrorRecord]:
        return found(paths, every_type=asked.input_format != "auto", notice=notice, output=output)

    tally = Tally(places=asked.summary is not None)
    account = summary_file(asked.summary) if asked.summary else None
    place = None
    try:
        corrected = corrections(lambda: inputs(ignore), options)
        render, place = destination(
            paths, output, form, mirrored=without(paths, corrected), many=many, key=key, resume=asked.resume
        )
        if asked.resume and not quiet and (anew := place.anew()):
            tell(f"{output}: {anew}; all is parsed again")
        results = tally.watched(
            outcomes(
                inputs(ignore if quiet else tell),
                options,
                render,
                jobs=asked.jobs or processors(),
                timeout=asked.timeout,
                memory=memory,
                earlier=place if asked.resume else None,
                corrected=corrected,
            ),
            warn=not many and not quiet,
        )
        # At a terminal the output itself shows how far it is.
        if many and not quiet and not is_terminal(output):
            from artparse.running.progress import shown  # Only for many.

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
        tell_of_results(tally, asked.keep, many=many)
    return SOME_FAILED if tally.failed else 0


def refuse_missing_field(paths: tuple[str, ...], options: Options, timeout: float) -> None:
    """Refuse `--field` where no input has fields."""
    if options.field is not None and not any(
        in_time(partial(has_fields, path, options), timeout, late=True) for path in paths
    ):
        raise UsageError("--field names a field of JSON Lines, JSON or tables; these inputs have none")


def refuse_unfit_output(
    output: str | None, output_format: str | None, *, resume: bool, whole: bool, one_file: bool
) -> None:
    """Refuse `--resume` and `--format` where the output's kind leaves them nothing to say."""
    if resume and (output in (None, "-") or whole):
        raise UsageError("--resume goes on with what --output has: JSON, a folder or a database")
    if output_format and one_file:
        raise UsageError(f"the ending of {output} says what it will be; leave out --format, or rename it")


def tell_of_results(tally: Tally, keep: tuple[str, ...], *, many: bool) -> None:
    """Name the fields of `--keep` that no record had; of many articles, say how many there were."""
    for name in tally.missing(keep):
        tell(f"--keep {name}: no record has a field of that name")
    if many:
        tell(tally.summary())


def tell_of_name(output: str | None, output_format: str | None, otherwise: str) -> None:
    """Say so where the ending of the output's name tells another format than what is written."""
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
        raise UsageError("--compare gives json, jsonl or html: to standard output, or a file")
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
    """What `told` gives, or `late` where it takes more than `timeout` seconds."""
    try:
        with time_limit(timeout):
            return told()
    except TimeLimit:
        return late


def summary_file(path: str) -> TextIO:
    """The file that the account of the run is written to; raises OutputError where it cannot be."""
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None


def ignore(text: str) -> None:
    """Drop a message."""


def refuse_unknown_names(site: str | None) -> None:
    """Raises UsageError where `--site` has a name in braces that nothing is put in for."""
    if site and site != FOLDER and re.search(r"\{\w*\}", site):
        raise UsageError(f"--site {site}: the only name in braces that is known is {FOLDER}, by itself")


def refuse_overwriting(paths: Iterable[str], output: str | None) -> None:
    """Raise UsageError where an input would be overwritten."""
    if output is None or output == "-":
        return
    for path in paths:
        if path != STANDARD_INPUT and is_file(output) and is_same(output, path):
            raise UsageError(f"{output}: is an input, which the output would overwrite")


def refuse_one_name_for_two(output: str | None, summary: str | None) -> None:
    """Raise UsageError where the output would take the place of the summary."""
    if summary and output and os.path.abspath(summary) == os.path.abspath(output):
        raise UsageError(f"{summary}: would be both --output and --summary")


def stop(number: int, frame: FrameType | None) -> None:
    """Stop on the first signal. Later ones are ignored, so that outputs are left in order undisturbed."""
    for known in (signal.SIGINT, signal.SIGTERM):
        signal.signal(known, signal.SIG_IGN)
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt


def main() -> None:
    """Run the command with the process's arguments, and exit with its status."""
    if COMPLETE in os.environ:
        from click.shell_completion import shell_complete

        from artparse.options import artparse

        exit_at_once(shell_complete(artparse, {}, "artparse", COMPLETE, os.environ[COMPLETE]))
    collect_seldom()
    for known in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(known) != signal.SIG_IGN:
            signal.signal(known, stop)
    try:
        asked = asked_for(sys.argv[1:])
        status = asked if isinstance(asked, int) else run(asked)
    except UsageError as error:
        tell(f"{error} (see artparse --help)")
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
