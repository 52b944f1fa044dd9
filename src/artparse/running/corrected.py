"""Records that a person corrected, among the inputs: each takes the place of the one it corrects.

Which that is, `source.sha256` and `source.record` say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from artparse.article import Article, ErrorRecord
from artparse.errors import ArtparseError
from artparse.pipeline import record_of
from artparse.reading import Broken, Stream, holds_records, is_json, opened, split
from artparse.running.inputs import STANDARD_INPUT, found
from artparse.running.paths import is_file, is_folder
from artparse.running.work import SIGN_OF_CORRECTED, Identity, Options, content_of, origin_of, pieces
from artparse.values import NamedTuple


class Corrections(NamedTuple):
    """Corrected records that take the place of another of the inputs."""

    records: Mapping[Identity, bytes]
    """Their JSON."""
    places: frozenset[tuple[str, int | None]]
    """Where they stand themselves: path, and number in the file."""


NOTHING_CORRECTED = Corrections({}, frozenset())


class _Corrected(NamedTuple):
    path: str
    number: int
    alone: bool
    """Whether the file holds nothing else, so that it may be read without a number."""
    identity: Identity
    data: bytes


def corrections(inputs: Callable[[], Iterable[str | ErrorRecord]], options: Options) -> Corrections:
    """The corrected records among the inputs whose uncorrected form, or its input, is there too.

    Of several for one input the last counts. Where there are none, only files of records are looked
    at. Standard input, which can be read only once, is left out. What cannot be read is passed over:
    whoever reads it later says so.
    """
    if options.input_format not in ("auto", "records"):
        return NOTHING_CORRECTED
    corrected = [
        one
        for path in inputs()
        if isinstance(path, str) and _may_hold_records(path, options.input_format)
        for one in _corrected_in(path, options)
    ]
    latest = {one.identity: one.data for one in corrected}
    if not latest:
        return NOTHING_CORRECTED
    there = {
        identity
        for path in inputs()
        if isinstance(path, str) and path != STANDARD_INPUT and is_file(path)
        for identity in _identities(path, options)
    }
    known = latest.keys() & there
    taking = [one for one in corrected if one.identity in known]
    places = {(one.path, one.number) for one in taking} | {(one.path, None) for one in taking if one.alone}
    return Corrections({identity: latest[identity] for identity in known}, frozenset(places))


def without(paths: Sequence[str], corrected: Corrections) -> Sequence[str]:
    """Those of `paths` that hold more than corrected records, which are written elsewhere; else all."""
    if not corrected.places:
        return paths
    files = {path for path, _ in corrected.places}

    def holds_no_more(path: str) -> bool:
        inside = found([path], every_type=True, notice=lambda _: None) if is_folder(path) else [path]
        return all(one in files for one in inside)

    return [path for path in paths if not holds_no_more(path)] or paths


def _may_hold_records(path: str, input_format: str) -> bool:
    """By its name, which has to do for millions."""
    return path != STANDARD_INPUT and (input_format == "records" or is_json(path)) and is_file(path)


def _corrected_in(path: str, options: Options) -> Iterator[_Corrected]:
    records: list[tuple[int, Identity, bytes]] = []
    count = 0
    try:
        with opened(path, waiting=False) as file:
            stream = Stream(file)
            if options.input_format == "auto" and not holds_records(stream.head, path):
                return
            for item in split(stream, input_format="records", name=path, max_size=options.max_size):
                count += 1
                if isinstance(item, Broken) or SIGN_OF_CORRECTED not in item.data:
                    continue
                record = record_of(item)
                if isinstance(record, Article) and record.corrected:
                    identity = record.source.sha256, record.source.record
                    records.append((item.record or count, identity, item.data))
    except ArtparseError:
        pass
    for number, identity, data in records:
        yield _Corrected(path, number, count == 1, identity, data)


def _identities(path: str, options: Options) -> Iterator[Identity]:
    """Of all documents of an input but corrected records."""
    for piece in pieces(path, options):
        if isinstance(piece, ErrorRecord):
            continue
        try:
            content = content_of(piece, options)
        except ArtparseError:
            continue
        if origin := origin_of(content, path):
            yield origin.sha256, origin.record
