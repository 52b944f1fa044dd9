"""Articles to look at: the seed's record as kept for the views, one of five hundred quotes, and one
that every part of which is hostile."""

from __future__ import annotations

import json
import types
import typing
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import artparse
from artparse.article import (
    Article,
    Dateline,
    Paragraph,
    ParagraphKind,
    ParseWarning,
    Phrase,
    Quote,
    Reason,
    Removed,
    Report,
    Section,
    Spans,
    Speaker,
)

Said = tuple[str, str, str, int]
FOLDER = Path(__file__).parents[2] / "fixtures" / "views"

HOSTILE = (
    "<script>window.hit = 1</script> </style><style>p { display: none } </script> "
    "<img src=x onerror=hit()> [a link](javascript:hit()) javascript:hit() &lt; <!-- "
    "\x1b[31mred\x1b[0m \x9b2J \x07 \u202egnp.exe\u202c "
    "{{ 7 * 7 }} {% raw %} ]]> \u2066inside\u2069 `code` *stars* \\"
)
SHOWN = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in HOSTILE)
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


def made(
    title: str, paragraphs: Sequence[tuple[ParagraphKind, str]], said: Sequence[Said], speakers: Sequence[str]
) -> Article:
    """An article of these parts, which layout and quotes have no say in.

    Each of `said` is quoted words, cue, mention and number of the speaker; they stand in the text in
    this order.
    """
    text = "\n\n".join((title, *(words for _, words in paragraphs)))
    starts = [len(title) + 2]
    for _, words in paragraphs:
        starts.append(starts[-1] + len(words) + 2)
    spans = [(start, start + len(words)) for start, (_, words) in zip(starts, paragraphs, strict=False)]
    quotes = []
    position = 0
    for i, (words, cue, mention, speaker) in enumerate(said):
        start = text.index(words, position)
        paragraph = bisect_right(starts, start) - 1
        begin, end = spans[paragraph]
        position = start + len(words)

        def phrase(words: str, begin: int = begin, end: int = end) -> Phrase:
            at = text.index(words, begin, end)
            return Phrase(words, (at, at + len(words)))

        quotes.append(
            Quote(
                words, (start, position), "direct", None, speakers[speaker], (speaker,),
                phrase(mention), phrase(cue), i, 0, paragraph, 0.4 if i % 5 == 4 else 0.9, None,
            )
        )  # fmt: skip
    by_speaker = [
        tuple(i for i, q in enumerate(quotes) if q.speaker_ids == (n,)) for n in range(len(speakers))
    ]
    section = Section(
        None, 2, None, tuple(Paragraph(w, s, k) for (k, w), s in zip(paragraphs, spans, strict=True))
    )
    return replace(
        artparse.parse(text, keep_text=True),
        title=title,
        subtitle=None,
        byline=None,
        breadcrumb=(),
        published=None,
        modified=None,
        spans=Spans(title=(0, len(title))),
        sections=(section,),
        removed=(),
        quotes=tuple(quotes),
        speakers=tuple(
            Speaker(name, None, "person", None, (), own, ())
            for name, own in zip(speakers, by_speaker, strict=True)
        ),
        warnings=(),
    )


def many_quotes(count: int = 500) -> Article:
    """An article of so many quotes by twenty speakers."""
    first, last = ("Ada", "Brin", "Carl", "Dilys", "Ewa"), ("Marsh", "Ito", "Novak", "Okafor")
    people = [f"{a} {b}" for a in first for b in last]
    paragraphs: list[tuple[ParagraphKind, str]] = []
    said = []
    for i in range(count):
        name = people[i % len(people)]
        words = f"We will not close the bridge for the {i + 1}th time,"
        paragraphs.append(
            (
                "paragraph",
                f"The meeting went on to matter number {i + 1}. “{words}” {name} said, while the ferry crews "
                "waited in the rain outside the council house for the end of it.",
            )
        )
        said.append((words, "said", name, i % len(people)))
    return made("A very long report on the harbour bridge", paragraphs, said, people)


def hostile() -> Article:
    """An article whose text and metadata are full of markup, commands and formulas."""
    title = f"=HYPERLINK(1) {HOSTILE}"
    words = (f"=1+1 {HOSTILE} is no way to govern,", f"@SUM(A1) is what they gave us, and {HOSTILE},")
    article = made(
        title,
        [
            ("paragraph", f"The committee met on Tuesday to hear {HOSTILE} and then went home."),
            ("paragraph", f"“{words[0]}” Jane Doe, the head of {HOSTILE}, said on Tuesday."),
            ("list_item", f"“{words[1]}” said John Roe, who had come from far away to hear it."),
            ("blockquote", HOSTILE),
            ("paragraph", f"Share this: {HOSTILE}"),
        ],
        [(words[0], "said", "Jane Doe", 0), (words[1], "said", "John Roe", 1)],
        [f"+Jane Doe {HOSTILE}", f"+John Roe {HOSTILE}"],
    )
    (section,) = article.sections
    *kept, last = section.paragraphs
    return replace(
        article,
        source=replace(article.source, path=f"=cmd {HOSTILE}", url=f"javascript:hit() {HOSTILE}"),
        site=HOSTILE,
        language="en",
        subtitle=HOSTILE,
        byline=HOSTILE,
        breadcrumb=(HOSTILE, HOSTILE),
        authors=(HOSTILE,),
        description=HOSTILE,
        keywords=(HOSTILE,),
        image="javascript:hit()",
        license=HOSTILE,
        dateline=Dateline(HOSTILE, HOSTILE),
        sections=(replace(section, paragraphs=tuple(kept)),),
        removed=(Removed(last.text, last.span, "share", None),),
        speakers=tuple(replace(speaker, role=f"-1 {HOSTILE}") for speaker in article.speakers),
        warnings=(ParseWarning("no_body", HOSTILE),),
    )


LATE_PARTS: tuple[tuple[str, str], ...] = (
    ("byline", "By Jane Doe"),
    ("published", "3 April 2025"),
    ("report", "The ferry was late again on Monday, said Ann Marsh, who runs it."),
    ("paragraph", "“We are sorry,” she said, “and we mean it.”"),
    ("list_item", "• “It is the third time this month,” said Bo Lind."),
    ("share", "Share this story"),
    (
        "paragraph",
        "Passengers 🚢 were angry. He told the Harbour Post that he would “never, ever” take it again.",
    ),
    ("related", "Read more: Ferries are back on the river"),
)
LATE_SAID = (
    ("We are sorry,", "said", "she", 0),
    ("and we mean it.", "said", "she", 0),
    ("It is the third time this month,", "said", "Bo Lind", 1),
    ("never, ever", "told", "He", 1),
)
LATE_TITLE = "Ferry is late again"
LATE_TEXT = "\n\n".join((LATE_TITLE, *(words for _, words in LATE_PARTS)))


def late() -> Article:
    """An article with everything that can be corrected, which layout and quotes have no say in."""
    article = made(
        LATE_TITLE, [("paragraph", words) for _, words in LATE_PARTS], LATE_SAID, ["Ann Marsh", "Bo Lind"]
    )
    spans = {}
    paragraphs: list[Paragraph] = []
    removed = []
    for (kind, words), paragraph in zip(LATE_PARTS, article.sections[0].paragraphs, strict=True):
        if kind in ("byline", "published"):
            spans[kind] = paragraph.span
        elif kind in ("share", "related"):
            removed.append(Removed(words, paragraph.span, cast(Reason, kind), None))
        elif kind == "list_item":
            paragraphs.append(Paragraph(words.removeprefix("• "), paragraph.span, "list_item"))
        else:
            paragraphs.append(replace(paragraph, kind="paragraph"))
    section = replace(article.sections[0], paragraphs=tuple(paragraphs))
    places = [
        next(i for i, p in enumerate(paragraphs) if p.span[0] <= q.span[0] < p.span[1])
        for q in article.quotes
    ]
    end = LATE_TEXT.index(", said Ann Marsh")
    start, by = paragraphs[0].span[0], end + len(", said ")
    report = Report(
        LATE_TEXT[start:end], ((start, end),), None, (), Phrase("Ann Marsh", (by, by + 9)), None, 9, 0, 0,
        0.7, None,
    )  # fmt: skip
    body = "\n\n".join(p.text for p in paragraphs)
    return replace(
        article,
        byline="By Jane Doe",
        authors=("Jane Doe",),
        published="2025-04-03",
        spans=replace(article.spans, **spans),
        sections=(section,),
        body=body,
        words=len(body.split()),
        removed=tuple(removed),
        quotes=tuple(
            replace(quote, paragraph=place, utterance=max(0, i - 1))
            for i, (quote, place) in enumerate(zip(article.quotes, places, strict=True))
        ),
        reports=(report,),
    )


SPEAKERS = ("Ada Marsh", "Brin Ito", "Carl Okafor", "Dilys Novak", "Ewa Price")


def summaries(count: int) -> list[tuple[str, dict[str, Any]]]:
    """Of `count` articles of the years 2023 to 2025, five speakers in all."""
    return [
        (
            f"a/{i}.txt.html",
            {
                "title": f"Article {i:04}" if i % 7 else None,
                "site": ("The Harbour Post", None)[i % 2],
                "published": f"202{3 + i % 3}-{1 + i % 12:02}-{1 + i % 28:02}" if i % 5 else None,
                "quotes": i % 9,
                "speakers": [[SPEAKERS[i % 5], i % 9]] if i % 9 else [],
                "warnings": ["short_body"] if i % 11 == 0 else [],
                "url": f"https://post.example/{i}" if i % 2 else None,
                "said": [
                    [
                        f"Matter {k} of report {i} is settled",
                        SPEAKERS[i % 5],
                        ("mayor", None)[i % 2],
                        k // 2,
                        0,
                    ]
                    for k in range(i % 9)
                ],
            },
        )
        for i in range(count)
    ]
