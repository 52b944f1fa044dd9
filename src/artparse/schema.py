"""The record as JSON Schema (Draft 2020-12), made from the classes in `article.py`.

Types come from the annotations, descriptions from the docstrings of classes and attributes;
only what a Python type cannot say stands here.
"""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from artparse import article
from artparse.article import SCHEMA_VERSION, Article, ErrorRecord, Span

NATURAL = {"minimum": 0}
NATURALS = {"items": {"type": "integer", "minimum": 0}}
SHARE = {"minimum": 0, "maximum": 1}
DATE = {"pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$"}
CONSTRAINTS: dict[str, dict[str, Any]] = {
    "Source.record": {"minimum": 1},
    "Source.sha256": {"pattern": "^[0-9a-f]{64}$"},
    "Source.characters": NATURAL,
    "Section.level": {"minimum": 1, "maximum": 6},
    "Quote.speaker_ids": NATURALS,
    "Quote.utterance": NATURAL,
    "Quote.section": NATURAL,
    "Quote.paragraph": NATURAL,
    "Quote.confidence": SHARE,
    "Report.spans": {"minItems": 1},
    "Report.speaker_ids": NATURALS,
    "Report.utterance": NATURAL,
    "Report.section": NATURAL,
    "Report.paragraph": NATURAL,
    "Report.confidence": SHARE,
    "Speaker.quotes": NATURALS,
    "Speaker.reports": NATURALS,
    "Confidence.title": SHARE,
    "Confidence.authors": SHARE,
    "Confidence.published": SHARE,
    "Confidence.body": SHARE,
    "Article.schema_version": {"const": SCHEMA_VERSION},
    "Article.language": {"pattern": "^[a-z]{2,3}$"},
    "Article.words": NATURAL,
    "Article.published": DATE,
    "Article.modified": DATE,
    "FailedSource.record": {"minimum": 1},
}
SPAN = {
    "description": "Start and end, half open, in Unicode code points of the source text.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "minItems": 2,
    "items": False,
}
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema() -> dict[str, Any]:
    """The JSON Schema that every record, of an article or of an error, is valid against."""
    definitions: dict[str, Any] = {"Span": SPAN}
    records = [_reference(kind, definitions) for kind in (Article, ErrorRecord)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "artparse record",
        "description": "What artparse gives for one input: its article, or why there is none.",
        "oneOf": records,
        "$defs": definitions,
    }


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the definition of a dataclass, which is made when first asked for."""
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # Holds its place in the order of first use.
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    descriptions = _descriptions()[kind.__name__]
    hints = get_type_hints(kind)
    properties: dict[str, Any] = {}
    for field in fields(kind):
        name = f"{kind.__name__}.{field.name}"
        described = {"description": descriptions[field.name]} if field.name in descriptions else {}
        properties[field.name] = (
            described | _value(hints[field.name], definitions) | CONSTRAINTS.get(name, {})
        )
    return {
        "description": descriptions[""],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _value(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation: of a field, or of what a field holds."""
    if kind == Span:
        return {"$ref": "#/$defs/Span"}
    if kind in SIMPLE:
        return {"type": SIMPLE[kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        return _reference(kind, definitions)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _value(arguments[0], definitions)}
    if origin in (UnionType, Union):  # `Literal[...] | None` is the latter.
        options = [_value(argument, definitions) for argument in arguments]
        if all(option.keys() == {"type"} for option in options):
            return {"type": [option["type"] for option in options]}
        return {"anyOf": options}
    raise TypeError(f"no JSON Schema for {kind!r}")


def _descriptions() -> dict[str, dict[str, str]]:
    """Docstrings of the classes (under an empty name) and attributes of `article.py`."""
    result: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(article)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        result[node.name] = {"": ast.get_docstring(node) or ""}
        for attribute, after in zip(node.body, node.body[1:], strict=False):
            match attribute, after:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    result[node.name][name] = inspect.cleandoc(text)
    return result
