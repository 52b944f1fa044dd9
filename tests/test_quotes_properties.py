"""What holds of the quotes stage whatever the text is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artparse.quotes import Passage, attribute
from artparse.quotes.passages import Place
from support.steps import steps

PIECES = st.sampled_from(
    "“ ” \" ' ‘ ’ « » „ `` '' said he She Smith Mayor Jane Doe , . : ? — who the senator according to "  # noqa: SIM905
    "ministry's Mr. U.S. 12 é 中 𝒳 @jane ( ) Q: A: and \u200b".split(" ")
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Passage]]:
    text, passages = "", []
    for number in range(draw(st.integers(0, 5))):
        joiner = draw(st.sampled_from((" ", "", "\n")))
        paragraph = joiner.join(draw(st.lists(PIECES, min_size=1, max_size=25)))
        if not paragraph:
            continue
        section, index = (None, None) if number == 0 else (0, number - 1)
        place: Place = "title" if number == 0 else "paragraph"
        passages.append(Passage((len(text), len(text) + len(paragraph)), place, section, index))
        text += paragraph + "\n\n"
    return text, passages


@settings(max_examples=300, deadline=None)
@given(articles())
def test_spans(article: tuple[str, list[Passage]]) -> None:
    text, passages = article
    found = attribute(text, passages, "en")
    last = (-1, 0)
    for index, quote in enumerate(found.quotes):
        start, end = quote.span
        assert start < end
        assert last <= (start, -end)
        last = (start, -end)
        assert quote.text == " ".join(text[start:end].split())
        holder = [p for p in passages if p.span[0] <= start and end <= p.span[1]]
        assert [(p.section, p.paragraph) for p in holder] == [(quote.section, quote.paragraph)]
        for phrase in (quote.mention, quote.cue):
            assert phrase is None or phrase.text == " ".join(text[slice(*phrase.span)].split())
        assert 0 <= quote.confidence <= 1
        assert (quote.speaker is None) == (not quote.speaker_ids)
        for number in quote.speaker_ids:
            assert index in found.speakers[number].quotes
    utterances = [q.utterance for q in found.quotes]
    assert utterances == sorted(utterances)
    assert all(found.quotes[i].speaker_ids for s in found.speakers for i in s.quotes)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "'",
        "‘",
        'He said, "',
        "“a ",
        "'a ",
        '"a" ',
        "'a' ",
        'He said, "x" ',
        "Smith said “x” ",
        "Doe Roe ",
    ],
)
def test_linear(unit: str) -> None:
    """Ten times the input takes ten times the work."""

    def work(size: int) -> int:
        text = unit * (size // len(unit))
        return steps(lambda: attribute(text, [Passage((0, len(text)), "paragraph", 0, 0)], "en"))

    work(500)
    assert work(5_000) < 15 * work(500)
