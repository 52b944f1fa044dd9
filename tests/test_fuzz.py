"""Inputs that once failed, tried again, and a few new ones for each target; `fuzz/run.py` tries many."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attacks import ATTACKS
from cases import case
from chains import chains
from targets import TARGETS, pipeline, replay

FUZZ = Path(__file__).parents[1] / "fuzz"


@pytest.mark.parametrize("path", sorted((FUZZ / "failed").iterdir()), ids=lambda path: path.name)
def test_what_once_failed_holds(path: Path) -> None:
    replay(path.read_bytes(), path.suffix[1:])


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_inputs_hold(target: str) -> None:
    for number in range(20):
        TARGETS[target](case(target, 0, number))


@pytest.mark.parametrize("form", sorted({attack.form for attack in ATTACKS}))
def test_attacks_hold(form: str) -> None:
    for attack in ATTACKS:
        if attack.form == form:
            pipeline(attack.made(400), form)


def test_cases_are_the_same_each_time() -> None:
    assert [case("html", 3, number) for number in range(50)] == [
        case("html", 3, number) for number in range(50)
    ]
    assert len({case("html", 3, number) for number in range(50)}) > 40


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_chains_of_runs_that_are_killed() -> None:
    chains(4)
