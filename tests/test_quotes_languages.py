"""Quotes and speakers in other languages than English (`fixtures/quotes/languages.txt`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from artparse.quotes import Passage, attribute, glosses
from artparse.quotes.marks import find_stretches
from artparse.quotes.tokens import tokenize
from support.languages import Case, passages_of, read_cases

LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attribute(case.article, passages_of(case.article), case.language)
    assert [(q.speaker, q.text) for q in found.quotes] == [row[:2] for row in case.expected], case.why


def test_there_are_cases_of_every_language() -> None:
    counts = dict.fromkeys(LANGUAGES, 0)
    for case in read_cases():
        counts[case.language] += 1
    assert counts["de"] >= 25
    assert min(counts.values()) >= 12


def read(text: str, language: str) -> list[str]:
    passages = [Passage((0, len(text)), "paragraph", 0, 0)]
    stretches, _ = find_stretches(text, passages, language)
    tokens = tokenize(text, passages, stretches, language)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words) == len(tokens.sentences)
    return tokens.words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("de", "Laut Mohr ist das gut.", "according to Mohr is the gut .", id="one-word-for-two"),
        pytest.param("de", "Hans Meyer freut sich.", "Hans Meyer said .", id="a-phrase-for-one-word"),
        pytest.param("de", "„Ja“, sagte er.", "„ Ja , “ he said .", id="pronoun-first-comma-inside"),
        pytest.param("de", "Eva Roth räumte es ein.", "Eva Roth acknowledged it .", id="particle"),
        pytest.param(
            "de", "Eva Roth hat das „Unsinn“ genannt.", "Eva Roth called the „ unsinn “ .", id="perfect"
        ),
        pytest.param("de", "Die Straße ist lang.", "the straße is lang .", id="nouns-are-small"),
        pytest.param("de", "Die DGB-Chefin Eva Roth kam.", "chief Eva Roth kam .", id="compound-role"),
        pytest.param("fr", "« Non », a-t-elle dit.", "« Non , » she said .", id="inverted-pronoun"),
        pytest.param("fr", "L'élue Anne Roux part.", "lawmaker Anne Roux part .", id="elision"),
        pytest.param("fr", "Mis en cause, il part.", "mis in cause , he part .", id="opener-is-no-name"),
        pytest.param("es", "«No», dijo.", "« No , » he said .", id="subject-left-out"),
        pytest.param(
            "es", "El líder opositor Juan Paz llegó.", "leader Juan Paz llegó .", id="adjective-of-role"
        ),
        pytest.param("nl", "Anna de Vries kwam.", "Anna de Vries kwam .", id="small-word-of-a-name"),
        pytest.param("fi", "Hän sanoi: ”Ei.”", "Hän sanoi : ” Ei . ”", id="no-glosses"),
    ],
)
def test_words_are_read_as_english(language: str, text: str, words: str) -> None:
    assert " ".join(read(text, language)) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_tokens_keep_their_places(language: str) -> None:
    for case in read_cases():
        if case.language == language:
            passages = passages_of(case.article)
            stretches, _ = find_stretches(case.article, passages, language)
            tokens = tokenize(case.article, passages, stretches, language)
            spans = list(zip(tokens.starts, tokens.ends, strict=True))
            assert all(0 <= start <= end <= len(case.article) + 1 for start, end in spans)
            for stretch in stretches:
                first, last = tokens.at(stretch.outer[0]), tokens.at(stretch.outer[1])
                assert all(tokens.quoted[i] >= 0 for i in range(first, last))


def test_english_does_not_pay_for_other_languages() -> None:
    assert glosses.language_of("en") is None
    code = (
        "from artparse.quotes import attribute, Passage, glosses\n"
        "attribute('“No,” he said.', [Passage((0, 14), 'paragraph', 0, 0)], 'en')\n"
        "print([c for c in ('de', 'fr') if glosses.language_of.cache_info().currsize > 2])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_texts_take_linear_time(language: str) -> None:
    text = "„Ja“, sagte sie. « Non », dit-il. —No —dijo—. Ja. " * 400
    passages = [Passage((0, len(text)), "paragraph", 0, 0)]
    assert attribute(text, passages, language).quotes is not None


def test_every_file_of_glosses_can_be_read() -> None:
    for path in (Path(glosses.__file__).parent / "data").glob("*/glosses.txt"):
        language = glosses.language_of(path.parent.name)
        assert language is not None
        assert len(language.phrases) > 300
        for entries in language.phrases.values():
            assert all(gloss.gender in ("", "m", "f", "u") for gloss in entries)
