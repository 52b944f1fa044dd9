"""Records read back: artparse's own JSON to the classes of `article.py`, every field checked.

What is checked comes from the same place as the JSON Schema: the annotations of the classes, and the
table of constraints in `schema.py`. No schema library is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from artparse.article import SCHEMA_VERSION, Article, ErrorRecord, Quote, Report, Span
from artparse.errors import ArtparseError
from artparse.schema import CONSTRAINTS

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message shows."""

Check = Callable[[Any, str], Any]
"""From a value of JSON, and the path of its field, to the value of the record."""


def article_from_json(text: str | bytes) -> Article:
    """The article whose record `text` is; raises ArtparseError `broken` for anything else."""
    record = record_of(loaded(text))
    if isinstance(record, ErrorRecord):
        _refuse("", f"the record of a failed input ({record.error.message}), not of an article")
    return record


def loaded(text: str | bytes) -> Any:
    """The value that `text`, JSON in UTF-8, stands for; raises ArtparseError `broken`."""
    try:
        return json.loads(text)
    except RecursionError:
        _refuse("", "JSON that is nested too deep")
    except ValueError as error:
        _refuse("", f"not JSON: {error}")


def record_of(value: Any) -> Article | ErrorRecord:
    """The record that a value of JSON stands for; raises ArtparseError `broken` where it is none."""
    if not isinstance(value, dict):
        _refuse("", f"a JSON object with a record was expected, not {_shown(value)}")
    if "error" in value:
        failed: ErrorRecord = _check_of(ErrorRecord)(value, "")
        return failed
    version = value.get("schema_version")
    if version is None:
        _refuse("", "no record of artparse's: it has no schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        _refuse(
            "",
            f"a record of version {_shown(version)}; this artparse reads version {SCHEMA_VERSION}: "
            "parse the article again",
        )
    article: Article = _check_of(Article)(value, "")
    _check_references(article)
    return article


def _check_references(article: Article) -> None:
    """Refuse a record in which an index points at nothing."""
    lengths = [len(section.paragraphs) for section in article.sections]
    both: dict[str, Sequence[Quote | Report]] = {"quotes": article.quotes, "reports": article.reports}
    for name, said in both.items():
        for i, one in enumerate(said):
            path = f"{name}[{i}]"
            for k, at in enumerate(one.speaker_ids):
                _points(f"{path}.speaker_ids[{k}]", at, "speakers", len(article.speakers))
            _points(f"{path}.section", one.section, "sections", len(lengths))
            if one.paragraph is not None and one.section is None:
                _refuse(f"{path}.paragraph", f"is {one.paragraph}, but section is null")
            if one.section is not None:
                there = f"sections[{one.section}].paragraphs"
                _points(f"{path}.paragraph", one.paragraph, there, lengths[one.section])
    for i, speaker in enumerate(article.speakers):
        for k, at in enumerate(speaker.quotes):
            _points(f"speakers[{i}].quotes[{k}]", at, "quotes", len(article.quotes))
        for k, at in enumerate(speaker.reports):
            _points(f"speakers[{i}].reports[{k}]", at, "reports", len(article.reports))


def _points(path: str, index: int | None, there: str, count: int) -> None:
    if index is not None and not 0 <= index < count:
        _refuse(path, f"is {index}, but {there} has {count:,} {'entry' if count == 1 else 'entries'}")


@cache
def _check_of(kind: Any) -> Check:
    """The check for an annotation of `article.py`."""
    if kind == Span:
        return _span
    if kind is str:
        return _plain(str, "a text")
    if kind is int:
        return _plain(int, "a whole number")
    if kind is float:
        return _number
    if is_dataclass(kind) and isinstance(kind, type):
        return _object_check(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _choice_check(arguments)
    if origin is tuple:
        return _list_check(_check_of(arguments[0]))
    if origin in (UnionType, Union) and NoneType in arguments:
        (only,) = (argument for argument in arguments if argument is not NoneType)
        inner = _check_of(only)
        return lambda value, path: None if value is None else inner(value, path)
    raise TypeError(f"no check for {kind!r}")


def _object_check(kind: type) -> Check:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    checks = {
        name: _constrained(_check_of(hints[name]), CONSTRAINTS.get(f"{kind.__name__}.{name}", {}))
        for name in names
    }

    def check(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            _refuse(path, f"an object was expected, not {_shown(value)}")
        for name in names:
            if name not in value:
                _refuse(_joined(path, name), "is missing")
        for name in value:
            if name not in checks:
                _refuse(_joined(path, str(name)), "is no field of a record")
        return kind(**{name: checks[name](value[name], _joined(path, name)) for name in names})

    return check


def _choice_check(choices: tuple[Any, ...]) -> Check:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, str) or value not in choices:
            _refuse(path, f"must be one of {', '.join(choices)}, not {_shown(value)}")
        return value

    return check


def _list_check(item_check: Check) -> Check:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            _refuse(path, f"a list was expected, not {_shown(value)}")
        return tuple(item_check(item, f"{path}[{i}]") for i, item in enumerate(value))

    return check


def _plain(kind: type, expected: str) -> Check:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, kind) or isinstance(value, bool):
            _refuse(path, f"{expected} was expected, not {_shown(value)}")
        return value

    return check


def _number(value: Any, path: str) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool):
        _refuse(path, f"a number was expected, not {_shown(value)}")
    return float(value)


def _span(value: Any, path: str) -> Any:
    whole = isinstance(value, list) and len(value) == 2
    if not whole or not all(isinstance(end, int) and not isinstance(end, bool) for end in value):
        _refuse(path, f"start and end, two whole numbers, were expected, not {_shown(value)}")
    start, end = value
    if not 0 <= start <= end:
        _refuse(path, f"must begin at 0 or later and end behind its start, not {_shown(value)}")
    return start, end


def _constrained(check: Check, limits: dict[str, Any]) -> Check:
    """`check`, and then what the JSON Schema's keywords in `limits` demand."""
    if not limits:
        return check

    def checked(value: Any, path: str) -> Any:
        result = check(value, path)
        for one in result if "items" in limits else () if result is None else (result,):
            _within(one, limits.get("items", limits), path)
        return result

    return checked


def _within(value: Any, limits: dict[str, Any], path: str) -> None:
    if "minimum" in limits and not value >= limits["minimum"]:
        _refuse(path, f"must be at least {limits['minimum']}, not {_shown(value)}")
    if "maximum" in limits and not value <= limits["maximum"]:
        _refuse(path, f"must be at most {limits['maximum']}, not {_shown(value)}")
    if "minItems" in limits and len(value) < limits["minItems"]:
        _refuse(path, "must not be empty")
    if "pattern" in limits and not re.search(limits["pattern"], value):
        _refuse(path, f"is not of the form that it must have: {_shown(value)}")


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


def _refuse(path: str, message: str) -> NoReturn:
    raise ArtparseError("broken", f"{path}: {message}" if path else message)
