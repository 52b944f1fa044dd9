"""Every regular expression of the program takes linear time, as far as its form tells.

Time grows faster where repeats without a bound can share out the same characters among them in many ways:
one inside another, or one right behind another. Both are looked for in what the program really compiles.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import artparse
from artparse.patterns import Later, pattern

ROOT = Path(artparse.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
NOT_IMPORTED = ("__main__", "spark", "parquet")
"""Modules that run something, or need an extra, when they are imported."""
UNBOUNDED = codes.MAXREPEAT
BACKTRACKING = (codes.MAX_REPEAT, codes.MIN_REPEAT)
SAMPLE = [chr(number) for number in range(0x250)] + list("“”„«»‘’—–…\u2028\u00a0中あ٣\u200b😀")


def held(path: Path) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The compiled patterns that the module of a file holds, by name."""
    module = ".".join(("artparse", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    if path.stem not in NOT_IMPORTED:
        for name, value in vars(importlib.import_module(module)).items():
            yield from _in(value, name)


def _in(value: object, place: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, Later):
        yield place, re.compile(value.pattern, value.given)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _in(one, f"{place}[{key!r}]")
    elif isinstance(value, list | tuple | frozenset | set):
        for one in value:
            yield from _in(one, place)


def written(text: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that stand in a call of `re` or of `pattern`, wherever in a file."""
    if "re." not in text and "pattern(" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).startswith(("re.", "pattern"))
            and ast.unparse(node.func) not in ("re.escape", "re.error")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            flags = ast.unparse(node).partition("flags=")[2]
            yield f"line {node.lineno}", re.compile(node.args[0].value, re.X if "X" in flags else 0)


def faults(pattern: str | bytes, flags: int = 0) -> list[str]:
    """What in a pattern may take more than linear time."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    return list(_faults(parser.parse(text, flags & ~re.DEBUG)))


def _faults(tree: Any) -> Iterator[str]:
    before: Any = None
    for operator, argument in tree:
        repeats = operator in BACKTRACKING and argument[1] == UNBOUNDED
        if repeats and any(_unbounded(argument[2])):
            yield f"a repeat in a repeat: {argument[2]}"
        if repeats and before is not None and _overlap(before, argument[2]):
            yield f"a repeat behind a repeat of the same: {before} {argument[2]}"
        for inner in _inner(operator, argument):
            yield from _faults(inner)
        if repeats:
            before = argument[2]
        elif not _may_be_empty(operator, argument):
            before = None


def _unbounded(tree: Any) -> Iterator[bool]:
    """True for each repeat without a bound that begins or ends what is repeated, so that turns can share."""
    for operator, argument in tree:
        if operator in BACKTRACKING and argument[1] == UNBOUNDED:
            others = [one for one in tree if one != (operator, argument) and not _may_be_empty(*one)]
            if not others or any(_overlap([one], argument[2]) for one in others):
                yield True
        for inner in _inner(operator, argument):
            yield from _unbounded(inner)


def _inner(operator: Any, argument: Any) -> Iterator[Any]:
    if operator in (*BACKTRACKING, codes.POSSESSIVE_REPEAT):
        yield argument[2]
    elif operator is codes.BRANCH:
        yield from argument[1]
    elif operator is codes.SUBPATTERN:
        yield argument[3]
    elif operator in (codes.ASSERT, codes.ASSERT_NOT):
        yield argument[1]
    elif operator is codes.ATOMIC_GROUP:
        yield argument


def _may_be_empty(operator: Any, argument: Any) -> bool:
    if operator in (codes.AT, codes.ASSERT, codes.ASSERT_NOT, codes.GROUPREF):
        return True
    if operator in (*BACKTRACKING, codes.POSSESSIVE_REPEAT):
        return argument[0] == 0 or all(_may_be_empty(*one) for one in argument[2])
    if operator is codes.BRANCH:
        return any(all(_may_be_empty(*one) for one in branch) for branch in argument[1])
    if operator is codes.SUBPATTERN:
        return all(_may_be_empty(*one) for one in argument[3])
    return False


def _overlap(one: Any, other: Any) -> bool:
    """Whether some character can begin the one and the other."""
    return not _first(one).isdisjoint(_first(other))


def _first(tree: Any) -> set[str]:
    """Characters of the sample that a piece can begin with."""
    found: set[str] = set()
    for operator, argument in tree:
        if operator is codes.SUBPATTERN:
            found |= _first(argument[3])
        elif operator is codes.BRANCH:
            for branch in argument[1]:
                found |= _first(branch)
        elif operator in (*BACKTRACKING, codes.POSSESSIVE_REPEAT):
            found |= _first(argument[2])
        elif operator is codes.ATOMIC_GROUP:
            found |= _first(argument)
        else:
            found |= {sign for sign in SAMPLE if _takes(operator, argument, sign)}
        if not _may_be_empty(operator, argument):
            break
    return found


def _takes(operator: Any, argument: Any, sign: str) -> bool:
    if operator is codes.LITERAL:
        return bool(ord(sign) == argument)
    if operator is codes.NOT_LITERAL:
        return bool(ord(sign) != argument)
    if operator is codes.ANY:
        return sign != "\n"
    if operator is codes.RANGE:
        return bool(argument[0] <= ord(sign) <= argument[1])
    if operator is codes.CATEGORY:
        return _is_of(argument, sign)
    if operator is codes.IN:
        negated = argument[0][0] is codes.NEGATE
        return any(_takes(one[0], one[1], sign) for one in argument if one[0] is not codes.NEGATE) != negated
    return False


def _is_of(category: Any, sign: str) -> bool:
    name = str(category).removeprefix("CATEGORY_")
    kind = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[name.removeprefix("NOT_")]
    return bool(re.match(kind, sign)) != name.startswith("NOT_")


@pytest.mark.parametrize(
    "pattern", [r"(a+)+b", r"(a*)*", r"\s*\s*x", r"\s+[ \t]*x", r"(\w+\s?)+x", r"(?:a|b+)*c", r".*.*"]
)
def test_what_is_slow_is_seen(pattern: str) -> None:
    assert faults(pattern)


@pytest.mark.parametrize(
    "pattern", [r"\w+\s+\w+", r"(?:\w+,)+x", r"a{1,20}a*", r"\s++\s*", r"(?>a+)b", r"\d+\."]
)
def test_what_is_linear_passes(pattern: str) -> None:
    assert faults(pattern) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_repeat_shares_with_another(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    patterns = [*held(path), *written(text)]
    assert patterns or not re.search(r"(?:re\.compile|pattern)\(r?\"", text)
    found = {place: faults(pattern.pattern, pattern.flags) for place, pattern in patterns}
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "finditer", "findall", "sub", "split"])
@pytest.mark.parametrize("text", ["", "a plain line", "one | two"])
def test_what_no_text_without_a_sign_has(method: str, text: str) -> None:
    """The same as the expression gives, whether it had to be compiled or not."""

    def told(expression: re.Pattern[str]) -> object:
        given = ("-", text) if method == "sub" else (text,)
        found = getattr(expression, method)(*given)
        return [m.span() for m in found] if method == "finditer" else getattr(found, "span", lambda: found)()

    later = pattern(r"\s[|–]\s", signs="|–")
    assert told(later) == told(re.compile(r"\s[|–]\s")) == told(later)


def test_signs_are_looked_for_where_a_search_is_told_to_look() -> None:
    later = pattern(r"[|–]", signs="|–")
    assert later.search("a|b", 2) is None
    assert "search" not in vars(later)
    found = later.search("a|b", 1)
    assert found and found.span() == (1, 2)
    assert "search" in vars(later)
