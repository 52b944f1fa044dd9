"""Features in parts: what is kept of a part is what its features weigh."""

import pytest

from artparse.quotes import model, parts
from artparse.quotes.choice.chain import State, advance, chained, link_of
from artparse.quotes.choice.choosing import with_others
from artparse.quotes.choice.features import situation_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities import coreference
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.parts import Part, Sums, names_of
from artparse.quotes.passages import Passage
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize

PARAGRAPHS = (
    "Mayor Ann Roe opened the new pier in Holm on Friday. Her deputy, Sam Dole, stayed away.",
    "“It took us nine years,” said Roe, who thanked the builders. “We never gave up.”",
    "The harbour board’s chief, Ivo Penn, told reporters that the “grand pier” was his idea.",
    "“I drew it in 2011,” he added, saying the board had laughed: “They called it a toy.”",
    "A spokeswoman for Lindsay Bridges declined to comment. “No news today,” she wrote in an email.",
)


def read() -> Reader:
    text = "\n\n".join(PARAGRAPHS)
    passages = []
    for number, paragraph in enumerate(PARAGRAPHS):
        start = text.index(paragraph)
        passages.append(Passage((start, start + len(paragraph)), "paragraph", 0, number))
    stretches, _ = find_stretches(text, passages)
    tokens = tokenize(text, passages, stretches)
    mentions = find_mentions(text, passages, tokens)
    entities = coreference.find_entities(tokens, mentions)
    return Reader(text, passages, tokens, stretches, mentions, entities)


def parts_of(reader: Reader) -> list[list[Part]]:
    """The parts of all candidates, as in a text in which the first candidate always speaks."""
    found, state = [], State()
    for number in range(len(reader.stretches)):
        situation = situation_of(reader, number)
        with_others(reader, situation, state)
        for candidate in situation.candidates:
            link = link_of(candidate, reader.mentions[candidate.mention], state)
            found.append([chained(situation, link, state), *candidate.own, *candidate.parts])
        if situation.candidates:
            state = advance(reader, situation, situation.candidates[0], state)
    return found


@pytest.mark.parametrize("most", [parts.MOST_PARTS, 5])
def test_parts_come_to_what_their_features_weigh(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_PARTS", most)
    reader = read()
    rows, table = parts_of(reader), model.weights("attribution.txt")
    sums = Sums(table)
    assert len(rows) > 15
    assert any(table.get(feature, 0) for row in rows for feature in names_of(row))
    for row in (*rows, *rows):
        assert sums.total(row) == model.score(table, names_of(row))
        assert len(sums) <= most


def test_parts_that_are_equal_have_equal_names() -> None:
    known: dict[Part, list[str]] = {}
    for part in (part for row in parts_of(read()) for part in row):
        assert sorted(known.setdefault(part, sorted(names_of([part])))) == sorted(names_of([part]))
