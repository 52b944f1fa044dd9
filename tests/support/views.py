"""Articles to look at: the seed's record as kept for the views, one of five hundred quotes, and one
that every part of which is hostile."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import replace
from pathlib import Path
from typing import Any

import artparse
from artparse.article import Article, Dateline, ParseWarning

FOLDER = Path(__file__).parents[2] / "fixtures" / "views"

HOSTILE = (
    "<script>window.hit = 1</script> </style><style>p { display: none } </script> <img src=x onerror=hit()> "
    "[a link](javascript:hit()) javascript:hit() &lt; <!-- \x1b[31mred\x1b[0m \x9b2J \x07 \u202egnp.exe\u202c "
    "{{ 7 * 7 }} {% raw %} ]]> \u2066inside\u2069 `code` *stars* \\"
)
SHOWN = HOSTILE.translate({ord(c): c.encode("unicode_escape").decode() for c in "\x1b\x9b\x07\u202e\u202c\u2066\u2069"})
"""How a reader is to see it."""


def built(kind: Any, value: Any) -> Any:
    """`value` of a record's dict as the type `kind` that the record's classes give it."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = [option for option in typing.get_args(kind) if option is not types.NoneType]
        return None if value is None else built(inner[0], value)
    if origin is tuple:
        return tuple(built(typing.get_args(kind)[0], item) for item in value)
    if hasattr(kind, "__dataclass_fields__"):
        hints = typing.get_type_hints(kind)
        return kind(**{name: built(hints[name], item) for name, item in value.items()})
    return value


def seed() -> Article:
    """The seed's record as it was when the views' golden files were made, with its source text."""
    record = json.loads((FOLDER / "record.json").read_text(encoding="utf-8"))
    result: Article = built(Article, record)
    return result


def many_quotes(count: int = 500) -> Article:
    """An article of at least so many quotes by some thirty speakers."""
    people = [f"{a} {b}" for a in ("Ada", "Brin", "Carl", "Dilys", "Ewa") for b in ("Marsh", "Ito", "Novak", "Okafor")]
    lines = ["A very long report on the harbour bridge", "By Jane Doe"]
    for i in range(count):
        name = people[i % len(people)]
        who = name if i < len(people) else name.split()[1]
        lines.append(
            f"The meeting went on to matter number {i + 1}. “We will not close the bridge for the {i + 1}th time,” "
            f"{who} said, while the ferry crews waited in the rain outside the council house."
        )
    return artparse.parse("\n\n".join(lines), keep_text=True)


def hostile() -> Article:
    """An article whose text and metadata are full of markup, commands and formulas."""
    text = "\n\n".join(
        (
            f"Minister warns {HOSTILE}",
            "By Jane Doe",
            f"The committee met on Tuesday to hear {HOSTILE} and then went home for the evening.",
            f"“=1+1 {HOSTILE} is no way to govern,” Jane Doe, the head of {HOSTILE}, said on Tuesday evening.",
            f"“@SUM(A1) is what they gave us, and {HOSTILE},” said John Roe, who had come from far away to hear it.",
            f"- {HOSTILE}",
            f"> {HOSTILE}",
            f"Share this: {HOSTILE}",
            "Related Posts",
        )
    )
    article = artparse.parse(text, keep_text=True)
    return replace(
        article,
        title=f"=HYPERLINK(1) {HOSTILE}",
        subtitle=HOSTILE,
        spans=replace(article.spans, title=None, subtitle=None),
        source=replace(article.source, path=f"=cmd {HOSTILE}", url=f"javascript:hit() {HOSTILE}"),
        site=HOSTILE,
        language="en",
        byline=HOSTILE,
        breadcrumb=(HOSTILE, HOSTILE),
        authors=(HOSTILE,),
        description=HOSTILE,
        keywords=(HOSTILE,),
        image="javascript:hit()",
        license=HOSTILE,
        dateline=Dateline(HOSTILE, HOSTILE),
        speakers=tuple(replace(s, name=f"+{s.name} {HOSTILE}", role=f"-1 {HOSTILE}") for s in article.speakers),
        quotes=tuple(replace(q, speaker=q.speaker and f"+{q.speaker} {HOSTILE}") for q in article.quotes),
        warnings=(ParseWarning("no_body", HOSTILE),),
    )
