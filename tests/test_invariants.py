"""The checks that every record is held to see what they are there to see."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import artparse
from support.invariants import violations

SOURCE = """Home > News

Town hall clock stops at noon

By Jane Doe
4 March 2024

The clock on the town hall stopped on Monday, and the mayor says that nobody has noticed but her.

"It is right twice a day," said Ann Roe, the mayor of the town, who has asked for it to be mended.

Read more: The bridge that hums
"""


def record() -> dict[str, Any]:
    result: dict[str, Any] = json.loads(artparse.parse(SOURCE).to_json())
    return result


def lose_removed(r: dict[str, Any]) -> None:
    r["removed"].pop()


def shift_title(r: dict[str, Any]) -> None:
    r["spans"]["title"] = [s + 1 for s in r["spans"]["title"]]


def leave_source(r: dict[str, Any]) -> None:
    r["sections"][0]["paragraphs"][-1]["span"][1] = len(SOURCE) + 1


def change_word(r: dict[str, Any]) -> None:
    r["sections"][0]["paragraphs"][0]["text"] += "!"


def forget_speaker(r: dict[str, Any]) -> None:
    r["quotes"][0]["speaker_ids"] = []


def move_quote(r: dict[str, Any]) -> None:
    r["quotes"][0]["paragraph"] = 0


def cut_body(r: dict[str, Any]) -> None:
    r["body"] = r["body"][:-1]


def test_sound() -> None:
    assert not list(violations(record(), SOURCE))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lose_removed, "lost after"),
        (shift_title, "is not what stands at"),
        (leave_source, "leaves the source text"),
        (change_word, "is not what stands at"),
        (forget_speaker, "speaker_ids name"),
        (move_quote, "does not lie where"),
        (cut_body, "body is not"),
    ],
)
def test_damage_is_seen(damage: Callable[[dict[str, Any]], None], words: str) -> None:
    damaged = record()
    damage(damaged)
    assert any(words in problem for problem in violations(damaged, SOURCE))
