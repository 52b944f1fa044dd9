"""Paths without options are taken as they stand: as what reads options would take them."""

from __future__ import annotations

import sys

import pytest

from artparse import options
from artparse.asked import Asked
from artparse.command import asked_for


@pytest.mark.parametrize(
    "arguments",
    [
        ["article.txt"],
        ["articles/", "more articles/Größe.txt", "article.txt"],
        ["-"],
        ["-", "article.txt"],
        [""],
        ["a=b", "~/a.txt", "*.txt", "a\udce9.txt"],
    ],
    ids=" ".join,
)
def test_paths_alone_are_asked_for_as_with_options(arguments: list[str]) -> None:
    assert asked_for(arguments) == options.asked(arguments)
    assert asked_for(["--quiet", *arguments]) == Asked(tuple(arguments), quiet=True)


def test_nothing_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert asked_for([]) == options.asked([]) == Asked(("-",))


def test_every_option_has_its_place() -> None:
    told = {parameter.name for parameter in options.artparse.params if parameter.expose_value}
    assert told == set(Asked._fields)
