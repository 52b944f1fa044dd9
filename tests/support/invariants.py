"""What holds for every record of every input, whatever the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

SCALARS = ("title", "subtitle", "byline", "published", "modified", "breadcrumb")
PRINTED_AS_THEY_ARE = ("title", "subtitle", "byline")
MARKER = re.compile(r"\s*(?:\W|\d{1,3}[.)]|[a-z][.)]|[ivx]+[.)])\s*", re.IGNORECASE)


def fold(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())


class Parts(NamedTuple):
    """The parts of a record that hold its source text, and what it gives as the texts of spans, by name."""

    parts: list[tuple[str, list[int]]]
    texts: list[tuple[str, list[int], str]]

    def add(self, name: str, span: list[int], text: str) -> None:
        """Add a part with its text."""
        self.parts.append((name, span))
        self.texts.append((name, span, text))


def violations(record: dict[str, Any], source: str) -> Iterator[str]:
    """What is wrong with the record of `source`, a line each; nothing for a sound record.

    Looks at what the JSON Schema cannot say: spans and their texts, every character in one
    part, indexes between the lists.
    """
    parts, texts = _parts(record)
    for q, quote in enumerate(record["quotes"]):
        texts.append((f"quote {q}", quote["span"], quote["text"]))
        texts += _phrases(quote, ("mention", "cue", "clause"), f"quote {q}")
    for r, report in enumerate(record["reports"]):
        pieces = [fold(source[start:end]) for start, end in report["spans"]]
        if report["text"] != " ".join(pieces):
            yield f"report {r}: {report['text'][:80]!r} is not its pieces: {pieces}"
        texts += _phrases(report, ("mention", "cue"), f"report {r}")

    for name, (start, end) in [*parts, *[(name, span) for name, span, _ in texts]]:
        if not 0 <= start <= end <= len(source):
            yield f"{name}: span {start, end} leaves the source text of {len(source)} characters"
            return
    for name, (start, end), text in texts:
        there = fold(source[start:end])
        marked = name.startswith("list_item") and MARKER.sub("", there, count=1) == text
        if there != text and not marked:
            yield f"{name}: {text[:80]!r} is not what stands at {start, end}: {there[:80]!r}"

    yield from _coverage(parts, source)
    yield from _indexes(record)


def _parts(record: dict[str, Any]) -> Parts:
    """The parts of a record, with the texts of those that are given as they are printed."""
    found = Parts([], [])
    for name in SCALARS:
        span = record["spans"][name]
        if span and name in PRINTED_AS_THEY_ARE:
            found.add(name, span, record[name])
        elif span:
            found.parts.append((name, span))
    for s, section in enumerate(record["sections"]):
        if section["span"]:
            found.add(f"heading {s}", section["span"], section["heading"])
        for p, paragraph in enumerate(section["paragraphs"]):
            found.add(f"{paragraph['kind']} {s}.{p}", paragraph["span"], paragraph["text"])
    for r, block in enumerate(record["removed"]):
        found.add(f"removed {r}", block["span"], block["text"])
    return found


def _phrases(of: dict[str, Any], names: Sequence[str], owner: str) -> Iterator[tuple[str, list[int], str]]:
    """The phrases that a quote or report has, with their spans and texts."""
    for name in names:
        if of[name]:
            yield f"{name} of {owner}", of[name]["span"], of[name]["text"]


def _coverage(parts: list[tuple[str, list[int]]], source: str) -> Iterator[str]:
    """Every character that is not white space lies in exactly one part."""
    end, last = 0, "the start"
    for name, (start, stop) in sorted(parts, key=lambda part: part[1]):
        if start < end:
            yield f"{name} at {start, stop} overlaps {last}, which ends at {end}"
        elif lost := fold(source[end:start]):
            yield f"lost between {last} and {name}, at {end}: {lost[:80]!r}"
        end, last = max(end, stop), name
    if lost := fold(source[end:]):
        yield f"lost after {last}, at {end}: {lost[:80]!r}"


def _indexes(record: dict[str, Any]) -> Iterator[str]:
    """Quotes and reports point at their speakers and paragraphs, and back."""
    speakers, sections = record["speakers"], record["sections"]
    for quote in record["quotes"]:
        clause = quote["clause"]
        if clause and (quote["kind"] != "partial" or not _holds(clause["span"], quote["span"])):
            yield f"the clause of {quote['text'][:80]!r} does not hold it, or it is not partial"
    yield from _point("quote", [([quote["span"]], quote) for quote in record["quotes"]], record)
    yield from _point("report", [(report["spans"], report) for report in record["reports"]], record)
    texts = [
        text
        for section in sections
        for text in [section["heading"], *[paragraph["text"] for paragraph in section["paragraphs"]]]
        if text
    ]
    if record["body"] != "\n\n".join(texts):
        yield "body is not its headings and paragraphs with blank lines between"
    for i, speaker in enumerate(speakers):
        if not speaker["quotes"] and not speaker["reports"]:
            yield f"speaker {i} says nothing"


def _holds(outer: list[int], inner: list[int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _point(
    kind: str, said: list[tuple[list[list[int]], dict[str, Any]]], record: dict[str, Any]
) -> Iterator[str]:
    speakers, sections = record["speakers"], record["sections"]
    starts = [spans[0][0] for spans, _ in said]
    if starts != sorted(starts):
        yield f"{kind}s are not in source order"
    for q, (spans, quote) in enumerate(said):
        names = [speakers[i]["name"] for i in quote["speaker_ids"]]
        if (quote["speaker"] is None) != (not names) or (names and quote["speaker"] != " and ".join(names)):
            yield f"{kind} {q}: speaker {quote['speaker']!r} but speaker_ids name {names}"
        for i in quote["speaker_ids"]:
            if q not in speakers[i][f"{kind}s"]:
                yield f"{kind} {q} is not among the {kind}s of speaker {i}"
        if quote["section"] is None:
            around = [record["spans"]["title"], record["spans"]["subtitle"]]
        elif quote["paragraph"] is None:
            around = [sections[quote["section"]]["span"]]
        else:
            around = [sections[quote["section"]]["paragraphs"][quote["paragraph"]]["span"]]
        for start, end in spans:
            if not any(place and place[0] <= start and end <= place[1] for place in around):
                yield f"{kind} {q} at {start, end} does not lie where section and paragraph say"
    for i, speaker in enumerate(speakers):
        for q in speaker[f"{kind}s"]:
            if i not in said[q][1]["speaker_ids"]:
                yield f"speaker {i} claims {kind} {q}, which has speakers {said[q][1]['speaker_ids']}"
