"""Quotes and speakers in other languages than English (`fixtures/quotes/languages.txt`)."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artparse.languages import packs
from artparse.quotes import Passage, attribute
from artparse.quotes.choice.reader import Reader
from artparse.quotes.entities.coreference import find_entities
from artparse.quotes.languages import glosses, grammar
from artparse.quotes.languages.by_grammar.reported.reading import tellings_in
from artparse.quotes.languages.by_grammar.sentences.items import SMALL
from artparse.quotes.languages.by_grammar.sources.names import BETWEEN_NOUNS
from artparse.quotes.languages.by_grammar.sources.prepositions import BY_KIND
from artparse.quotes.languages.by_grammar.sources.verdicts import sentences_of, verdicts_of
from artparse.quotes.languages.by_neighbours import words as beside
from artparse.quotes.languages.by_verbs.telling import told_by_verbs
from artparse.quotes.mentions.scan import find_mentions
from artparse.quotes.speech import marks
from artparse.quotes.speech.marks import find_stretches
from artparse.quotes.tokens import tokenize
from support.languages import (
    UNREAD,
    Case,
    Row,
    Sentence,
    Told,
    counts_of,
    f1_of,
    passages_of,
    read_cases,
    read_pieces,
    read_rows,
    read_told,
)
from support.steps import steps

LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("case", [*read_cases(), *read_cases(UNREAD)], ids=lambda case: case.name)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attribute(case.article, passages_of(case.article), case.language)
    assert [(q.speaker, q.text) for q in found.quotes] == [row[:2] for row in case.expected], case.why


NEWS = ("news.txt", "news_later.txt", "press.txt")


@pytest.mark.parametrize(
    "case", [case for file in NEWS for case in read_told(file)], ids=lambda case: case.name
)
def test_news(case: Told, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.node.add_marker(pytest.mark.xfail(reason=case.known, strict=True))
    found = attribute(case.article, passages_of(case.article), case.language)
    assert case.wrong(found.quotes) == [], case.why


@pytest.mark.parametrize(("language", "least"), [("es", 76), ("fr", 87), ("it", 81), ("nl", 86), ("pt", 75)])
def test_press_whose_errors_nobody_reads(language: str, least: int) -> None:
    """Named F1 of articles that are only measured; which of their quotes are wrong is told nowhere."""
    counts: Counter[str] = Counter()
    for case in read_told("press_measured.txt"):
        if case.language == language:
            found = attribute(case.article, passages_of(case.article), case.language)
            counts.update(counts_of(case, found.quotes))
    assert counts["quotes"] >= 24 and f1_of(counts, "named") >= least


@pytest.mark.parametrize("row", read_pieces(), ids=lambda row: row.text[:60])
def test_sentence(row: Sentence, request: pytest.FixtureRequest) -> None:
    if row.known:
        request.node.add_marker(pytest.mark.xfail(reason=row.known, strict=True))
    quotes = attribute(row.text, [Passage((0, len(row.text)), "paragraph", 0, 0)], row.language).quotes
    last = max(row.text.rfind(mark) for mark in "»”’")
    said = [quote for quote in quotes if quote.span[0] < last <= quote.span[1] + 2]
    assert [quote.speaker for quote in said] == ([row.speaker] if row.quoted else [])


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        pytest.param(
            "fr",
            "« Non », a dit Clémence d’Aubrac. « Oui », dit Mme d’Aubrac.",
            "Clémence d’Aubrac",
            id="small",
        ),
        pytest.param("fr", "« Non », a dit le député M’Jid El Guerrab.", "M’Jid El Guerrab", id="capital"),
        pytest.param("fr", "« Non », indique l’Office de l’eau.", "Office de l’eau", id="body"),
        pytest.param("fr", "« Non », indique le Quai d'Orsay.", "Quai d'Orsay", id="straight"),
        pytest.param("it", "«No», ha detto Luigi D’Angelo.", "Luigi D’Angelo", id="italian"),
    ],
)
def test_names_are_spelt_as_printed(language: str, text: str, names: str) -> None:
    (speaker,) = attribute(text, [Passage((0, len(text)), "paragraph", 0, 0)], language).speakers
    assert speaker.name == names
    assert all(alias in text for alias in speaker.aliases)


def test_there_are_articles_and_sentences_enough() -> None:
    articles = Counter(case.language for case in read_told())
    assert all(articles[language] >= 20 for language in ("it", "nl", "pt"))
    assert articles["fr"] >= 30 and articles["es"] >= 20
    assert all(case.expected or "nobody" in case.why for case in read_told())
    assert len({row.text for row in read_pieces()}) >= 50


@pytest.mark.parametrize("row", read_rows("german.txt"), ids=lambda row: row.text[:50])
def test_german_sentence(row: Row, request: pytest.FixtureRequest) -> None:
    if row.known:
        request.node.add_marker(pytest.mark.xfail(reason=row.known, strict=True))
    quotes = attribute(row.text, [Passage((0, len(row.text)), "paragraph", 0, 0)], "de").quotes
    assert len(quotes) == row.quoted
    for quote in quotes:
        mention = quote.mention.text if quote.mention else ""
        assert quote.speaker == row.speaker
        assert mention and row.mention is not None and (mention in row.mention or row.mention in mention)


def test_there_are_german_sentences() -> None:
    rows = read_rows("german.txt")
    assert len({row.text for row in rows}) >= 40
    assert sum(not row.quoted for row in rows) >= 8


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
        "from artparse.quotes import attribute, Passage\n"
        "from artparse.quotes.languages import glosses\n"
        "attribute('“No,” he said.', [Passage((0, 14), 'paragraph', 0, 0)], 'en')\n"
        "print([c for c in ('de', 'fr') if glosses.language_of.cache_info().currsize > 2])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@st.composite
def word_salads(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and its words and all sorts of marks in any order."""
    code = draw(st.sampled_from(LANGUAGES))
    language = glosses.language_of(code)
    assert language is not None
    words = st.sampled_from(sorted(language.phrases)[::3])
    marks = st.sampled_from(
        ["„", "“", "”", "»", "«", '"', "'", "—", "– ", ", ", ". ", ": ", "(", ")", "l'", "-t-il"]
    )
    names = st.sampled_from(["Hans", "Anna de Vries", "58-Jährige", "X", "M.", "Cour des", "von"])
    pieces = draw(st.lists(st.one_of(words, words.map(str.title), marks, names), min_size=1, max_size=40))
    return code, draw(st.sampled_from(["", " "])).join(pieces)


@given(word_salads())
def test_spans_hold_in_any_text(salad: tuple[str, str]) -> None:
    language, text = salad
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return
    for quote in attribute(text, [Passage((start, end), "paragraph", 0, 0)], language).quotes:
        for phrase in (quote, quote.mention, quote.cue):
            if phrase is not None:
                assert " ".join(text[slice(*phrase.span)].split()) == phrase.text != ""


def read_sentences(
    text: str, passages: list[Passage], stretches: list[marks.Stretch], german: grammar.Grammar
) -> None:
    found = sentences_of(text, passages, stretches, german)
    tellings_in(found, verdicts_of(found), frozenset())


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        pytest.param("der Rat der Stadt, so Hans Mohr, habe „gut“ ", 30, id="one-sentence"),
        pytest.param("„Bund“ und ", 90, id="marks"),
        pytest.param(
            "sagte Mohr, dass das laut Mohr, so Mohr, gut sei, ", 30, id="one-sentence-that-reports"
        ),
        pytest.param("Das sei gut. ", 60, id="sentences-that-report"),
    ],
)
def test_german_work_is_linear(piece: str, times: int) -> None:
    german = grammar.grammar_of("de")
    assert german is not None

    def work(number: int) -> int:
        text = "Am Montag " + piece * number + "„ja“, sagte Hans Mohr."
        passages = [Passage((0, len(text)), "paragraph", 0, 0)]
        stretches, _ = find_stretches(text, passages, "de")
        return steps(lambda: read_sentences(text, passages, stretches, german))

    work(times)  # what is kept after a first run
    assert work(4 * times) < 5 * work(times)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        pytest.param("es", "“Es caro”, dijo Ana Ruiz. ", id="verbs"),
        pytest.param("es", "dijo que ", id="clauses-in-one-sentence"),
        pytest.param("fr", "la directrice de la ", id="roles"),
        pytest.param("es", "Ministerio de ", id="bodies"),
        pytest.param("fr", "« Non, dit-il, oui, dit-elle » ", id="verbs-set-in-between"),
        pytest.param("es", "Ana Ruiz, ", id="asides"),
    ],
)
def test_verbs_of_saying_are_read_in_linear_time(language: str, piece: str) -> None:
    def work(number: int) -> int:
        text = "Ayer " + piece * number + "“ya es tarde”, dijo Ana Ruiz."
        passages = [Passage((0, len(text)), "paragraph", 0, 0)]
        stretches, _ = find_stretches(text, passages, language)
        tokens = tokenize(text, passages, stretches, language)
        mentions = find_mentions(text, passages, tokens)
        reader = Reader(text, passages, tokens, stretches, mentions, find_entities(tokens, mentions))
        return steps(lambda: told_by_verbs(reader, language)) + steps(
            lambda: tokenize(text, passages, stretches, language)
        )

    work(40)  # what is kept after a first run
    assert work(160) < 5 * work(40)


def test_nothing_is_missing_in_a_grammar() -> None:
    """A grammar has every kind of words that the code asks for, and none that nothing asks for."""
    folder = Path(glosses.__file__).parent
    code = "".join(path.read_text("utf-8") for path in (folder / "by_grammar").rglob("*.py"))
    asked = {*re.findall(r'(?:has|ends)\("([a-z ]+)"', code)}
    asked |= {*re.findall(r'(?:kinds|endings)(?:\.get\(|\[)"([a-z ]+)"', code)}
    asked |= {*SMALL, *BETWEEN_NOUNS, *(kind for kind, _ in BY_KIND)}
    paths = sorted(Path(packs.FOLDER).glob("*/grammar.txt"))
    assert paths
    for path in paths:
        found = grammar.grammar_of(path.parent.name)
        assert found is not None
        assert asked - found.kinds.keys() == set()
        assert found.kinds.keys() - asked == set()
        assert all(found.kinds[kind] or found.tails[kind] for kind in asked)
        assert found.verbs.keys() == set(grammar.VERBS)


def test_nothing_is_missing_beside_verbs_of_saying() -> None:
    """Each list of a language without a pack has verbs, and no kind of words that nothing asks for."""
    code = Path(beside.__file__).read_text("utf-8")
    asked = {*re.findall(r'(?:kinds\.get\(|kinds\[|longest_first\()"([a-z]+)"', code)}
    paths = sorted(Path(packs.FOLDER).glob("*/beside.txt"))
    assert paths
    for path in paths:
        kinds = {line.partition(":")[0].strip("()") for line in packs.lines(str(path))}
        assert kinds <= asked
        assert not path.with_name("pack.txt").is_file()
        found = beside.beside_of(path.parent.name)
        assert found is not None
        assert len(found.verbs) > 10
        assert bool(found.surnames) == bool(found.given)
    assert beside.beside_of("xx") is None


def test_every_file_of_glosses_can_be_read() -> None:
    for path in Path(packs.FOLDER).glob("*/glosses.txt"):
        language = glosses.language_of(path.parent.name)
        assert language is not None
        assert len(language.phrases) > 300
        for entries in language.phrases.values():
            assert all(gloss.gender in ("", "m", "f", "u") for gloss in entries)
