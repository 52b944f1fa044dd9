"""What must hold for every record that any test makes."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from artparse.article import Article
from artparse.schema import schema
from support.invariants import violations


@cache
def validator() -> Draft202012Validator:
    """Of the schema that `artparse --schema` prints."""
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def validate(record: dict[str, Any]) -> dict[str, Any]:
    """`record`, which is valid against the schema."""
    validator().validate(record)
    return record


def check(article: Article, source: str) -> None:
    """Assert that `article`, made of the text `source`, is valid, anchored and complete."""
    record = validate(article.to_dict())
    assert record["source"]["characters"] == len(source)
    assert list(violations(record, source)) == []
