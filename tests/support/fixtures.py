"""The whole-document fixtures: loading them, and comparing a record with what was expected.

A fixture is `fixtures/articles/NAME.txt` beside `NAME.json`, a partial record written by
reading the article; `fixtures/README.md` describes its keys. A key that is absent is not
checked.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import artparse
from support.invariants import MARKER, fold

FOLDER = Path(__file__).parents[2] / "fixtures"
Record = dict[str, Any]
Part = tuple[str, tuple[str, ...], str]
"""Label, right reasons, text: an expected part that is not placed yet."""
State = tuple[int, int, int]
"""How many removed blocks and body parts are placed, and which of the other values (bits)."""
UNKNOWN_KIND = "paragraph or list item"
"""The kind of a paragraph whose expectation names none, such as an ingredient without a marker."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the source text and what it was expected to be."""

    label: str
    """`title`, …, `heading`, `paragraph`, `list_item`, `blockquote`, or `removed`."""
    reasons: tuple[str, ...]
    """For a removed piece, the reasons that are right."""
    text: str
    start: int
    end: int


def names() -> list[str]:
    """Every fixture's name, in order."""
    return sorted(path.stem for path in (FOLDER / "articles").glob("*.json"))


@cache
def expected(name: str) -> Record:
    """What the record of the fixture must hold."""
    result: Record = json.loads((FOLDER / "articles" / f"{name}.json").read_text(encoding="utf-8"))
    return result


@cache
def parsed(name: str) -> tuple[Record, str]:
    """The record that artparse gives for the fixture, and the source text its spans count in."""
    path = FOLDER / "articles" / f"{name}.txt"
    record = json.loads(artparse.parse_file(path).to_json())
    return record, path.read_bytes().decode(record["source"]["encoding"]).removeprefix("\ufeff")


def body_texts(record: Record) -> list[tuple[str, str]]:
    """`(kind, text)` of every heading and paragraph in order, of a record or an expectation."""
    found = []
    for section in record["sections"]:
        if section["heading"]:
            found.append(("heading", section["heading"]))
        for paragraph in section["paragraphs"]:
            if isinstance(paragraph, str):
                found.append(("paragraph", paragraph))
            else:
                found.append((paragraph.get("kind", UNKNOWN_KIND), paragraph["text"]))
    return found


def reasons_of(block: Record) -> tuple[str, ...]:
    """The reasons that are right for a removed block; the first is the likeliest."""
    reason = block["reason"]
    return (reason,) if isinstance(reason, str) else tuple(reason)


class Parts(NamedTuple):
    """What is expected of a record: of the first two lists each in order, of the third anywhere."""

    removed: list[Part]
    body: list[Part]
    single: list[Part]

    def after(self, state: State) -> Iterator[tuple[State, Part]]:
        """Each part that may come next, with the state behind it."""
        r, b, used = state
        if r < len(self.removed):
            yield (r + 1, b, used), self.removed[r]
        if b < len(self.body):
            yield (r, b + 1, used), self.body[b]
        for i, part in enumerate(self.single):
            if not used & 1 << i:
                yield (r, b, used | 1 << i), part


def _length(compact: str, part: Part, at: int) -> int:
    """How many characters that are no white space `part` takes at `at`; 0 where it does not stand there."""
    text = "".join(part[2].split())
    if compact.startswith(text, at):
        return len(text)
    marker = MARKER.match(compact, at) if part[0] in ("list_item", UNKNOWN_KIND) else None
    if marker and compact.startswith(text, marker.end()):
        return marker.end() - at + len(text)
    return 0


def align(name: str, source: str) -> list[Piece]:
    """Where each expected part stands in `source`; together they cover all that is not white space.

    The removed blocks and the body's parts are each in source order, the other values stand
    anywhere once. Raises `ValueError` where no such reading of the source text exists.
    """
    want = expected(name)
    removed: list[Part] = [("removed", reasons_of(block), block["text"]) for block in want["removed"]]
    body: list[Part] = [(kind, (), text) for kind, text in body_texts(want)]
    as_printed = {label: want.get(label) for label in ("title", "subtitle", "byline")} | want.get(
        "printed", {}
    )
    single: list[Part] = [(label, (), text) for label, text in as_printed.items() if text]
    offsets = [i for i, character in enumerate(source) if not character.isspace()]
    compact = "".join(source[i] for i in offsets)
    parts = Parts(removed, body, single)
    start = (0, 0, 0)
    furthest = 0
    came: dict[State, tuple[State, Piece] | None] = {start: None}
    stack = [(start, 0)]
    while stack:
        state, at = stack.pop()
        furthest = max(furthest, at)
        if at == len(compact) and state == (len(removed), len(body), (1 << len(single)) - 1):
            pieces = []
            while (step := came[state]) is not None:
                state, piece = step
                pieces.append(piece)
            return pieces[::-1]
        for following, part in reversed(list(parts.after(state))):
            if following not in came and (size := _length(compact, part, at)):
                piece = Piece(*part, offsets[at], offsets[at + size - 1] + 1)
                came[following] = (state, piece)
                stack.append((following, at + size))
    if furthest == len(offsets):
        raise ValueError("an expected part is left over")
    raise ValueError(f"no expected part stands at {fold(source[offsets[furthest] :])[:80]!r}")


# Comparing, field by field


def failures(name: str) -> dict[str, str]:
    """The fields of the fixture that came out wrong, each with a readable difference."""
    want, (got, source) = expected(name), parsed(name)
    found = dict(_differences(want, got))
    if "removed" in want and "sections" in want:
        found |= _removed(align(name, source), got, source)
    return found


def _differences(want: Record, got: Record) -> Iterator[tuple[str, str]]:
    for field in (
        "language",
        "site",
        "breadcrumb",
        "title",
        "subtitle",
        "byline",
        "authors",
        "keywords",
        "dateline",
    ):
        if field in want and want[field] != got[field]:
            yield field, _lines([repr(want[field])], [repr(got[field])])
    for field in ("published", "modified"):
        if field in want and _moment(want[field]) != _moment(got[field]):
            yield field, _lines([repr(want[field])], [repr(got[field])])
    if "warnings" in want:
        codes = [sorted(want["warnings"]), sorted({warning["code"] for warning in got["warnings"]})]
        if codes[0] != codes[1]:
            yield "warnings", _lines(*codes)
    if "sections" in want:
        yield from _sections(want, got)
    if "quotes" in want:
        yield from _quotes(want["quotes"], got["quotes"])
    if "reports" in want:
        said = [[f"{r['speaker']}: {r['text']}" for r in side["reports"]] for side in (want, got)]
        if said[0] != said[1]:
            yield "reports", _lines(*said)
    if "speakers" in want:
        # An expectation names who is quoted; who is only reported is not its subject.
        yield from _speakers(want["speakers"], [s for s in got["speakers"] if s["quotes"]])


def _sections(want: Record, got: Record) -> Iterator[tuple[str, str]]:
    lists = [body_texts(want), body_texts(got)]
    headings = [[text for kind, text in texts if kind == "heading"] for texts in lists]
    paragraphs = [[text for kind, text in texts if kind != "heading"] for texts in lists]
    if headings[0] != headings[1]:
        yield "headings", _lines(*headings)
    if paragraphs[0] != paragraphs[1]:
        yield "paragraphs", _lines(*paragraphs)
    if headings[0] != headings[1] or paragraphs[0] != paragraphs[1]:
        return
    if [text for _, text in lists[0]] != [text for _, text in lists[1]]:
        yield "sections", _lines(*[[f"{kind}: {text}" for kind, text in texts] for texts in lists])
    else:
        pairs = [(w, g[0]) for w, g in zip(*lists, strict=True) if w[0] not in (UNKNOWN_KIND, g[0])]
        if pairs:
            yield "kinds", "\n".join(f"  {text[:60]!r}: {found}, not {kind}" for (kind, text), found in pairs)


def _removed(pieces: Sequence[Piece], got: Record, source: str) -> dict[str, str]:
    kept, misnamed = [], []
    for piece in pieces:
        if piece.label != "removed":
            continue
        reasons = _reasons_at(piece, got, source)
        if None in reasons:
            kept.append(piece.text)
        elif not set(reasons) <= set(piece.reasons):
            wrong = "/".join(map(str, reasons))
            misnamed.append(f"{piece.text[:80]!r}: {wrong}, not {'/'.join(piece.reasons)}")
    found = {}
    if kept:
        found["removed"] = "\n".join(f"  not removed: {text[:100]!r}" for text in kept)
    if misnamed:
        found["reasons"] = "\n".join(f"  {line}" for line in misnamed)
    return found


def _reasons_at(piece: Piece, got: Record, source: str) -> Counter[str | None]:
    """The reasons for which the characters of a piece were removed, None for those that were not."""
    reasons: Counter[str | None] = Counter()
    size = sum(not character.isspace() for character in source[piece.start : piece.end])
    for block in got["removed"]:
        start, end = max(piece.start, block["span"][0]), min(piece.end, block["span"][1])
        if start < end:
            reasons[block["reason"]] += sum(not character.isspace() for character in source[start:end])
    if left := size - sum(reasons.values()):
        reasons[None] = left
    return reasons


def matched(want: Sequence[Record], got: Sequence[Record]) -> list[tuple[Record, Record]]:
    """The pairs of expected and found quotes that have the same words, in order."""
    blocks = difflib.SequenceMatcher(
        None, [quote["text"] for quote in want], [quote["text"] for quote in got], autojunk=False
    ).get_matching_blocks()
    return [(want[block.a + i], got[block.b + i]) for block in blocks for i in range(block.size)]


def _quotes(want: Sequence[Record], got: Sequence[Record]) -> Iterator[tuple[str, str]]:
    pairs = matched(want, got)
    optional = [id(found) for quote, found in pairs if quote.get("optional")]
    texts = [
        [quote["text"] for quote in want if not quote.get("optional")],
        [quote["text"] for quote in got if id(quote) not in optional],
    ]
    if texts[0] != texts[1]:
        yield "quotes", _lines(*texts)
    for field, key in (("quote_kinds", "kind"), ("quote_speakers", "speaker")):
        wrong = [(q, g) for q, g in pairs if key in q and q[key] != g[key]]
        if wrong:
            yield field, "\n".join(f"  {q['text'][:60]!r}: {g[key]!r}, not {q[key]!r}" for q, g in wrong)
    for field, key in (("mentions", "mention"), ("cues", "cue")):
        wrong = [
            (q, g) for q, g in pairs if key in q and not _same_phrase(q[key], (g[key] or {}).get("text"))
        ]
        if wrong:
            yield (
                field,
                "\n".join(
                    f"  {q['text'][:60]!r}: {(g[key] or {}).get('text')!r}, not {q[key]!r}" for q, g in wrong
                ),
            )
    numbers = [[pair[side].get("utterance") for pair in pairs] for side in (0, 1)]
    if None not in numbers[0] and _groups(numbers[0]) != _groups(numbers[1]):
        yield "utterances", _lines([str(_groups(numbers[0]))], [str(_groups(numbers[1]))])


def _same_phrase(want: str | None, got: str | None) -> bool:
    """Whether a mention, cue or role is the expected one; it may take in more or fewer words beside it."""
    if want is None or got is None:
        return want is None and got is None
    words = [set(re.findall(r"\w+", text.casefold())) for text in (want, got)]
    return words[0] <= words[1] or words[1] <= words[0]


def _groups(numbers: Sequence[int | None]) -> list[int]:
    """Utterance numbers as positions of the first quote with the same number."""
    return [numbers.index(number) for number in numbers]


def _speakers(want: Sequence[Record], got: Sequence[Record]) -> Iterator[tuple[str, str]]:
    lists = [[speaker["name"] for speaker in speakers] for speakers in (want, got)]
    if sorted(lists[0]) != sorted(lists[1]):
        yield "speakers", _lines(*lists)
    found = {speaker["name"]: speaker for speaker in got}
    wrong = [s for s in want if s["name"] in found and found[s["name"]]["kind"] != s["kind"]]
    if wrong:
        kinds = [[f"{s['name']}: {s['kind']}" for s in speakers] for speakers in (want, got)]
        yield "speaker_kinds", _lines(*kinds)
    wrong = [s for s in want if "role" in s and s["name"] in found]
    wrong = [s for s in wrong if not _same_phrase(s["role"], found[s["name"]]["role"])]
    if wrong:
        yield (
            "roles",
            "\n".join(f"  {s['name']}: {found[s['name']]['role']!r}, not {s['role']!r}" for s in wrong),
        )


def _moment(value: str | None) -> object:
    """A date as its text, a date with a time as the moment it names."""
    return datetime.fromisoformat(value) if value and "T" in value else value


def _lines(want: Sequence[str], got: Sequence[str]) -> str:
    """What differs between two lists: `-` expected and not found, `+` found and not expected."""
    return (
        "\n".join(
            f"  {line[0]} {line[2:]}" for line in difflib.ndiff(list(want), list(got)) if line[0] in "-+"
        )
        or "  the same in another order"
    )


# What is known to be wrong


class Judgement(NamedTuple):
    """What a known failure is, and why."""

    kind: str
    """`bug`: the dump tells a reader what is right; `open`: readers or this project do not agree."""
    why: str


@cache
def judgements() -> Record:
    """`fields`: the judgement of each field's failures; `entries`: of single ones that differ, by fixture."""
    result: Record = json.loads((FOLDER / "failure_kinds.json").read_text(encoding="utf-8"))
    return result


def judgement(name: str, field: str) -> Judgement:
    """What the failure of `field` in the fixture `name` is; `KeyError` where nobody has said it."""
    own = judgements()["entries"].get(name, {})
    return Judgement(**(own[field] if field in own else judgements()["fields"][field]))


# Scores, over all fixtures


@dataclass(slots=True)
class Tally:
    """Hits, found and expected items, summed over fixtures."""

    hits: int = 0
    found: int = 0
    expected: int = 0

    def add(self, want: Iterable[Any], got: Iterable[Any]) -> None:
        """Count the items that were expected and those that were found."""
        bags = Counter(want), Counter(got)
        self.count((bags[0] & bags[1]).total(), bags[1].total(), bags[0].total())

    def count(self, hits: int, found: int, expected: int) -> None:
        """Count `hits` among the items found and the items expected."""
        self.hits += hits
        self.found += found
        self.expected += expected

    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent; 100 where nothing was to be found."""
        both = self.found + self.expected
        return 200 * self.hits / both if both else 100.0


MEASURES = (
    "title",
    "subtitle",
    "authors",
    "published",
    "body",
    "paragraphs",
    "headings",
    "quotes",
    "removed",
    "reasons",
)


def scores(chosen: Sequence[str]) -> dict[str, float]:
    """The figures of `MEASURES` over the chosen fixtures, in percent.

    Title, subtitle and published: share right. Authors, headings, paragraphs: F1 over whole
    values. Body: F1 over runs of four words. Quotes: F1 over quotes with the right words and
    the right speaker. Removed: share of the characters to be removed that are; reasons: share
    of them removed for the right reason.
    """
    tallies = {measure: Tally() for measure in MEASURES}
    for name in chosen:
        want, (got, source) = expected(name), parsed(name)
        for field in ("title", "subtitle"):
            if field in want:
                tallies[field].add([want[field]], [got[field]])
        if "published" in want:
            tallies["published"].add([_moment(want["published"])], [_moment(got["published"])])
        if "authors" in want:
            tallies["authors"].add(want["authors"], got["authors"])
        if "sections" in want:
            lists = [body_texts(want), body_texts(got)]
            tallies["headings"].add(*([text for kind, text in texts if kind == "heading"] for texts in lists))
            tallies["paragraphs"].add(
                *([text for kind, text in texts if kind != "heading"] for texts in lists)
            )
            tallies["body"].add(*(_shingles(" ".join(text for _, text in texts)) for texts in lists))
        if "quotes" in want:
            pairs = matched(want["quotes"], got["quotes"])
            skipped = [id(found) for quote, found in pairs if quote.get("optional")]
            tallies["quotes"].add(
                [
                    (quote["text"], quote.get("speaker"))
                    for quote in want["quotes"]
                    if not quote.get("optional")
                ],
                [(quote["text"], quote["speaker"]) for quote in got["quotes"] if id(quote) not in skipped],
            )
        if "removed" in want and "sections" in want:
            for piece in align(name, source):
                if piece.label == "removed":
                    reasons = _reasons_at(piece, got, source)
                    size = reasons.total()
                    tallies["removed"].count(size - reasons[None], size, size)
                    tallies["reasons"].count(sum(reasons[reason] for reason in piece.reasons), size, size)
    return {measure: tally.f1() for measure, tally in tallies.items()}


def _shingles(text: str, size: int = 4) -> list[tuple[str, ...]]:
    """Every run of `size` words; all of them as one where there are fewer."""
    words = text.split()
    return [tuple(words[i : i + size]) for i in range(max(len(words) - size + 1, min(len(words), 1)))]
